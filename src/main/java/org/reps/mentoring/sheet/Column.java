package org.reps.mentoring.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A column of a file.
 *
 * @param name as it stands in the files that we write
 * @param needed whether a file without it makes no sense
 * @param otherNames what people call it, too
 */
public record Column(String name, boolean needed, Set<String> otherNames) {

    public static Column needed(String name, String... otherNames) {
        return new Column(name, true, Set.of(otherNames));
    }

    public static Column optional(String name, String... otherNames) {
        return new Column(name, false, Set.of(otherNames));
    }

    /** Whether this is how somebody wrote it; capital letters, blanks, hyphens and the like do not matter. */
    boolean isCalled(String written) {
        return Stream.concat(Stream.of(name), otherNames.stream())
                .anyMatch(one -> letters(one).equals(letters(written)));
    }

    private static String letters(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}_.]+", "");
    }

    public static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
