package org.reps.mentoring.sheet;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.sheet.Sheet.Line;
import org.reps.mentoring.text.PlainText;
import org.reps.mentoring.text.TypedDay;

/** The cells of one line, read as what they mean; whatever cannot be is said, and reads as if nothing stood there. */
public final class Cells {

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
        var meanings = TypedDay.meanings(text);
        if (meanings.size() == 1) {
            var day = meanings.get(0);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        }
        wrong(
                column,
                quoted(text) + (meanings.size() > 1 ? " could be two days" : " is not a day")
                        + "; please write it like 2026-11-20.");
        return null;
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
        return "“" + PlainText.shortened(PlainText.oneLine(text), 60) + "”";
    }
}
