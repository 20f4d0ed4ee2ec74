package org.reps.mentoring.sheet;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.sheet.Sheet.Line;
import org.reps.mentoring.text.PlainText;

/** The cells of one line, read as what they mean; whatever cannot be is said, and reads as if nothing stood there. */
public final class Cells {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern EITHER_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    /** So many allowed words that they can be told in a sentence. */
    private static final int FEW = 25;

    private final String file;
    private final Line line;
    private final Faults faults;
    private boolean fine = true;

    public Cells(String file, Line line, Faults faults) {
        this.file = file;
        this.line = line;
        this.faults = faults;
    }

    public int line() {
        return line.number();
    }

    /** Whether nothing was wrong so far. */
    public boolean areFine() {
        return fine;
    }

    /** Says what is wrong. */
    public void wrong(@Nullable Column column, String sentence) {
        fine = false;
        faults.add(file, line.number(), column, sentence);
    }

    /** What comes of it; null when it is refused, and then it is said why. */
    public <T> @Nullable T orWrong(Column column, Supplier<@Nullable T> made) {
        try {
            return made.get();
        } catch (Refusal refused) {
            var why = String.valueOf(refused.getMessage());
            wrong(column, Character.toUpperCase(why.charAt(0)) + why.substring(1) + (why.endsWith(".") ? "" : "."));
            return null;
        }
    }

    public boolean has(Column column) {
        return !line.text(column).isEmpty();
    }

    /** A text of one line. */
    public String inOneLine(Column column, int longest) {
        var text = line.text(column);
        return accepted(column, text, longest, PlainText.wrongInOneLine(text));
    }

    /** A text that may have several lines. */
    public String text(Column column, int longest) {
        var text = line.text(column).replace("\r\n", "\n").replace('\r', '\n');
        return accepted(column, text, longest, PlainText.wrongInText(text));
    }

    private String accepted(Column column, String text, int longest, Optional<String> problem) {
        if (problem.isPresent()) {
            wrong(column, "Here, " + problem.get() + ".");
            return "";
        }
        if (text.length() > longest) {
            wrong(column, "This has " + text.length() + " characters; at most " + longest + " are allowed.");
            return "";
        }
        return text;
    }

    public @Nullable LocalDate day(Column column) {
        var text = line.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var day = read(text);
            if (day != null && !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException noSuchDay) {
            // said below
        }
        var either = EITHER_FIRST.matcher(text).matches();
        wrong(
                column,
                quoted(text) + (either ? " could be two days" : " is not a day")
                        + "; please write it like 2026-11-20.");
        return null;
    }

    /** Null where it could be two days, or is none. */
    private static @Nullable LocalDate read(String text) {
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        var either = EITHER_FIRST.matcher(text);
        if (!either.matches()) {
            return null;
        }
        var one = Integer.parseInt(either.group(1));
        var other = Integer.parseInt(either.group(2));
        if (one > 12 || one == other) {
            return day(either.group(3), either.group(2), either.group(1));
        }
        return other > 12 ? day(either.group(3), either.group(1), either.group(2)) : null;
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    public @Nullable Integer number(Column column, int least, int most) {
        var text = line.text(column);
        if (text.isEmpty()) {
            return null;
        }
        // Spreadsheets like to write 5 as 5.0.
        var whole = text.replaceFirst("[.,]0{1,2}$", "");
        if (whole.matches("\\d{1,9}")) {
            var number = Integer.parseInt(whole);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(column, quoted(text) + " is not allowed; please give a whole number from " + least + " to " + most + ".");
        return null;
    }

    /**
     * One of some words; capital letters do not matter.
     *
     * @param allowed what each word means, by the word in small letters
     * @param shown what to offer to somebody who has written something else
     */
    public <T> @Nullable T oneOf(Column column, Map<String, T> allowed, Collection<String> shown) {
        var text = line.text(column);
        return text.isEmpty() ? null : meaning(column, text, allowed, shown);
    }

    /** Several such words, with a comma, a semicolon or a line break between them. */
    public <T> Set<T> someOf(Column column, Map<String, T> allowed, Collection<String> shown) {
        var found = new LinkedHashSet<T>();
        // A word may have a comma in it, and then stands alone.
        var text = line.text(column);
        var words = allowed.containsKey(key(text)) ? List.of(text) : List.of(text.split("[,;|\\n\\r]"));
        for (var word : words) {
            if (!PlainText.saysNothing(word)) {
                var meant = meaning(column, PlainText.strip(word), allowed, shown);
                if (meant != null) {
                    found.add(meant);
                }
            }
        }
        return found;
    }

    private <T> @Nullable T meaning(Column column, String word, Map<String, T> allowed, Collection<String> shown) {
        var meant = allowed.get(key(word));
        if (meant == null) {
            var some = shown.stream().limit(FEW).collect(joining(", "));
            wrong(
                    column,
                    quoted(word) + " is not known here. Allowed "
                            + (shown.size() > FEW ? "are, among others: " : "are: ") + some + ".");
        }
        return meant;
    }

    private static String key(String word) {
        return PlainText.oneLine(word).toLowerCase(Locale.ROOT);
    }

    public static String quoted(String text) {
        var line = PlainText.oneLine(text);
        return "“" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "”";
    }
}
