package org.reps.mentoring.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A day as somebody types it. */
public final class TypedDay {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern MONTH = Pattern.compile("jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?"
            + "|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?");

    /** What stands in words in Chinese, Japanese and Korean. */
    private static final Pattern WRITTEN_OUT = Pattern.compile(" ?[年月년월] ?");

    private static final Pattern NUMBERS =
            Pattern.compile("([0-9]{1,4}) ?([-./ ]) ?([0-9]{1,2}) ?\\2 ?([0-9]{1,4})\\.?");

    private TypedDay() {}

    /**
     * The days it can mean: one where it says which number is the year, the month and the day, or where only one order
     * gives a day; two where it could be either ({@code 1/2/2026}); none where it is no day. A year has four digits.
     * What has dots between its numbers begins with the day, and what begins with the year goes on with the month.
     */
    public static List<LocalDate> meanings(String typed) {
        var text = WRITTEN_OUT
                .matcher(Keyboard.plain(typed).toLowerCase(Locale.ROOT))
                .replaceAll("-")
                .replaceFirst(" ?[日일]$", "");
        var days = new ArrayList<LocalDate>();
        var numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            var first = numbers.group(1);
            var second = numbers.group(3);
            var last = numbers.group(4);
            if (first.length() == 4) {
                add(days, first, second, last);
            } else {
                add(days, last, second, first);
                if (!numbers.group(2).equals(".")) {
                    add(days, last, first, second);
                }
            }
        } else {
            addNamed(days, text.split("[ ,.-]+"));
        }
        return days;
    }

    private static void addNamed(List<LocalDate> days, String[] words) {
        if (words.length != 3) {
            return;
        }
        for (var place = 0; place < 2; place++) {
            if (MONTH.matcher(words[place]).matches()) {
                var month = String.valueOf(MONTHS.indexOf(words[place].substring(0, 3)) + 1);
                var other = words[1 - place];
                if (other.length() == 4) {
                    add(days, other, month, words[2]);
                } else {
                    add(days, words[2], month, other.replaceFirst("(st|nd|rd|th)$", ""));
                }
            }
        }
    }

    private static void add(List<LocalDate> days, String year, String month, String day) {
        if (!year.matches("[0-9]{4}") || !month.matches("[0-9]{1,2}") || !day.matches("[0-9]{1,2}")) {
            return;
        }
        try {
            var found = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            if (!days.contains(found)) {
                days.add(found);
            }
        } catch (DateTimeException noSuchDay) {
            // It means another one, or none.
        }
    }
}
