package org.reps.mentoring.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** A number as somebody types it. */
final class TypedNumber {

    private static final Pattern NUMBER = Pattern.compile("([+-]?)([0-9]{1,15})(?:[.,]([0-9]{1,15}))?");

    private TypedNumber() {}

    /**
     * The numbers it can mean: one mostly, with a point or a comma before its decimals; two where that could also stand
     * between thousands ({@code 1,000}); none where it is no number, or written as in calculations ({@code 1e1}).
     */
    public static List<BigDecimal> meanings(String typed) {
        var number = NUMBER.matcher(Keyboard.plain(typed));
        if (!number.matches()) {
            return List.of();
        }
        var sign = number.group(1);
        var whole = number.group(2);
        var decimals = number.group(3);
        if (decimals == null) {
            return List.of(new BigDecimal(sign + whole));
        }
        var exact = new BigDecimal(sign + whole + "." + decimals);
        var hasThousands = decimals.length() == 3 && whole.length() <= 3 && !whole.startsWith("0");
        return hasThousands ? List.of(exact, new BigDecimal(sign + whole + decimals)) : List.of(exact);
    }
}
