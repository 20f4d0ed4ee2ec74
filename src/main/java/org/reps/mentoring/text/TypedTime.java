package org.reps.mentoring.text;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time of day as somebody types it. */
final class TypedTime {

    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,2}) ?(?:[:.h] ?([0-9]{2}))? ?(h|uhr|am|a\\.m\\.|pm|p\\.m\\.)?");

    private TypedTime() {}

    /**
     * The times it can mean: one mostly, since without am and pm a day has 24 hours; two for {@code 12 am} and
     * {@code 12 pm}, which people use for noon and for midnight; none where it is no time. It takes more than a number
     * to be a time.
     */
    public static List<LocalTime> meanings(String typed) {
        var text = Keyboard.plain(typed)
                .toLowerCase(Locale.ROOT)
                .replaceAll(" ?[時时시] ?", "h")
                .replaceFirst(" ?[分분]$", "");
        var time = TIME.matcher(text);
        if (!time.matches() || (time.group(2) == null && time.group(3) == null)) {
            return List.of();
        }
        var hour = Integer.parseInt(time.group(1));
        var minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        if (hour > 23 || minute > 59) {
            return List.of();
        }
        return hours(hour, minute, time.group(3)).stream()
                .map(meant -> LocalTime.of(meant, minute))
                .toList();
    }

    private static List<Integer> hours(int hour, int minute, @Nullable String half) {
        if (half == null || half.equals("h") || half.equals("uhr")) {
            return List.of(hour);
        }
        if (hour == 12 && minute == 0) {
            return List.of(0, 12);
        }
        if (half.startsWith("a")) {
            return hour > 12 ? List.of() : List.of(hour % 12);
        }
        return hour == 0 ? List.of() : List.of(hour >= 12 ? hour : hour + 12);
    }
}
