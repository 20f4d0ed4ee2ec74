package org.reps.mentoring.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.text.PlainText;

/**
 * Figures in rows and columns, as they stand on a page and in a file.
 *
 * @param columns what is in which column
 */
public record Table(List<Column> columns, List<Row> rows) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public static Table of(List<Column> columns, List<Row> rows) {
        return new Table(columns, rows);
    }

    /** In the language of whoever reads it. */
    Table said(UnaryOperator<String> words, UnaryOperator<String> cells) {
        return new Table(
                columns.stream()
                        .map(column -> new Column(words.apply(column.label()), column.number()))
                        .toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.cells().stream()
                                        .<Object>map(cell -> cell instanceof String text ? cells.apply(text) : cell)
                                        .toList(),
                                row.instanceId()))
                        .toList());
    }

    /** The first rows of it. */
    public Table cutTo(int most) {
        return rows.size() <= most ? this : new Table(columns, rows.subList(0, most));
    }

    /** The first and the last rows of it. */
    public Table cutToEnds(int most) {
        return rows.size() <= most
                ? this
                : new Table(
                        columns,
                        Stream.concat(
                                        rows.subList(0, most - most / 2).stream(),
                                        rows.subList(rows.size() - most / 2, rows.size()).stream())
                                .toList());
    }

    /**
     * All of it as comma-separated values (RFC 4180); a text in it is one line, and no formula to a spreadsheet. It
     * begins with a byte order mark, without which spreadsheets take it for another encoding than UTF-8.
     */
    public String csv() {
        var header = columns.stream().map(Column::label).toArray(String[]::new);
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(header).get())) {
            for (var row : rows) {
                csv.printRecord(row.cells().stream().map(Table::harmless));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object harmless(Object cell) {
        if (!(cell instanceof String text)) {
            return cell;
        }
        return Formula.harmless(PlainText.oneLine(text));
    }

    /** @param number whether there are numbers in it */
    public record Column(String label, boolean number) {

        public static Column text(String label) {
            return new Column(label, false);
        }

        public static Column number(String label) {
            return new Column(label, true);
        }
    }

    /**
     * One row.
     *
     * @param cells texts and numbers, one for each column
     * @param instanceId the case it leads to; null when it leads nowhere
     */
    public record Row(List<Object> cells, @Nullable String instanceId) {

        public static Row of(Object... cells) {
            return new Row(List.of(cells), null);
        }

        public static Row leadingTo(@Nullable String instanceId, Object... cells) {
            return new Row(List.of(cells), instanceId);
        }
    }
}
