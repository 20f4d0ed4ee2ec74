package org.reps.mentoring.rules;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What may follow what, as a test writes it down: a line for each state and a column for each thing that can happen.
 */
public final class MoveTable {

    /** Where something cannot happen. */
    public static final String NO = "-";

    private MoveTable() {}

    /**
     * The cells of a table, each with the name of its line, the name of its column and what stands there.
     *
     * @param table words with spaces between them; the first line names the columns
     */
    public static Stream<Arguments> cells(String table) {
        var lines = table.lines().map(line -> line.strip().split("\\s+")).toList();
        var columns = lines.get(0);
        return lines.stream()
                .skip(1)
                .flatMap(line ->
                        IntStream.range(1, columns.length).mapToObj(i -> Arguments.of(line[0], columns[i], line[i])));
    }
}
