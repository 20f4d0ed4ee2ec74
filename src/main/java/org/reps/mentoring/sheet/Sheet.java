package org.reps.mentoring.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.table.Formula;
import org.reps.mentoring.text.PlainText;

/**
 * A file of comma-separated values as spreadsheets write it and people change it: with or without a byte order mark,
 * with commas, semicolons or tabs between the cells, with line breaks in quoted cells and blanks around what is meant.
 */
public final class Sheet {

    private static final int MOST_LINES = 100_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String SAVE_AS_UTF_8 =
            "Please save it as “CSV UTF-8” (in LibreOffice: “Text CSV”, character set" + " “Unicode (UTF-8)”).";

    private static final String UNKNOWN = "?";

    private final String name;
    private final List<Column> columns;
    private final Faults faults;

    private Sheet(String name, List<Column> columns, Faults faults) {
        this.name = name;
        this.columns = columns;
        this.faults = faults;
    }

    /**
     * What is in a file.
     *
     * @param columns all that there can be
     * @param faults where it is said what cannot be read
     * @return the lines below the header in which anything is written; none when they cannot be told apart
     */
    public static List<Line> read(String name, byte[] file, List<Column> columns, Faults faults) {
        var sheet = new Sheet(name, columns, faults);
        try {
            return sheet.lines(decoded(file));
        } catch (Refusal unreadable) {
            faults.addOfFile(name, null, null, String.valueOf(unreadable.getMessage()));
            return List.of();
        }
    }

    /**
     * A file that {@link #read} reads as it was, and that spreadsheets open in the right encoding.
     *
     * @param rows one text for each column
     */
    public static byte[] write(List<Column> columns, List<List<String>> rows) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(Column.names(columns));
            for (var row : rows) {
                csv.printRecord(row.stream().map(cell -> Formula.harmless(PlainText.strip(cell))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(byte[] file) {
        if (begins(file, 'P', 'K', 3, 4) || begins(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Refusal("This is a workbook, not a file of comma-separated values. " + SAVE_AS_UTF_8);
        }
        var isInPairs = file.length > 1 && (file[0] == 0 || file[1] == 0);
        if (begins(file, 0xFF, 0xFE) || begins(file, 0xFE, 0xFF) || isInPairs) {
            throw new Refusal("This file is written in UTF-16. " + SAVE_AS_UTF_8);
        }
        var bytes = ByteBuffer.wrap(file);
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            // The decoder stops where it stumbles.
            var line = 1
                    + IntStream.range(0, bytes.position())
                            .filter(i -> file[i] == '\n')
                            .count();
            throw new Refusal("In line " + line + " there are letters that are not written in UTF-8, perhaps in"
                    + " Windows-1252, so nobody can tell which letters they are. " + SAVE_AS_UTF_8);
        }
    }

    private static boolean begins(byte[] file, int... bytes) {
        return file.length >= bytes.length
                && IntStream.range(0, bytes.length).allMatch(i -> (file[i] & 0xFF) == bytes[i]);
    }

    private List<Line> lines(String text) {
        if (PlainText.saysNothing(text)) {
            throw new Refusal("The file is empty.");
        }
        var lines = new ArrayList<Line>();
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreSurroundingSpaces(true)
                .get();
        var number = 0L;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            List<String> header = null;
            for (var records = parser.iterator(); hasNext(records, number + 1); ) {
                var next = records.next();
                var line = (int) number + 1;
                number = parser.getCurrentLineNumber();
                if (isEmpty(next) || isAboutSeparator(next, line)) {
                    continue;
                }
                if (header == null) {
                    header = header(next, line);
                } else {
                    lines.add(new Line(line, cells(next, line, header)));
                }
                if (lines.size() > MOST_LINES) {
                    throw new Refusal("There are more than " + MOST_LINES + " lines in it.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static boolean hasNext(Iterator<CSVRecord> records, long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException badlyQuoted) {
            throw new Refusal(
                    "In line " + line + " the quotation marks do not fit together. A cell in quotation marks ends"
                            + " with one, directly before the next separator, and a quotation mark inside it is written twice.");
        }
    }

    /** What there is most of outside of quotation marks in the first line in which anything is written. */
    private static char separator(String text) {
        var first = text.strip().lines().findFirst().orElse("");
        var plain = first.replaceAll("\"[^\"]*\"", "");
        var best = ',';
        for (var candidate : new char[] {',', ';', '\t'}) {
            if (count(plain, candidate) > count(plain, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static boolean isEmpty(CSVRecord cells) {
        return cells.stream().allMatch(PlainText::saysNothing);
    }

    /** With {@code sep=;} some spreadsheets are told which one it is. */
    private static boolean isAboutSeparator(CSVRecord cells, int line) {
        return line == 1 && cells.get(0).startsWith("sep=");
    }

    /**
     * The name of the column in each place; empty where there is none, and {@link #UNKNOWN} where there is another one.
     */
    private List<String> header(CSVRecord cells, int line) {
        if (cells.stream().noneMatch(cell -> columns.stream().anyMatch(one -> one.isCalled(PlainText.visible(cell))))) {
            throw new Refusal("Line " + line
                    + " names no column there can be. The first line has to name them, and they" + " are called: "
                    + String.join(", ", Column.names(columns)) + ". Or is this the other file?");
        }
        var header = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var cell : cells) {
            var written = PlainText.visible(cell);
            var column = columns.stream().filter(one -> one.isCalled(written)).findFirst();
            if (column.isPresent()) {
                header.add(column.get().name());
                if (!seen.add(column.get().name())) {
                    faults.add(name, line, column.get(), "This column is there twice. Please leave one of them.");
                }
            } else {
                header.add(written.isEmpty() ? "" : UNKNOWN);
                if (!written.isEmpty()) {
                    faults.add(
                            name,
                            line,
                            null,
                            "There is no column “" + PlainText.oneLine(written)
                                    + "”. Please take it out, or call it one of: "
                                    + String.join(", ", Column.names(columns)) + ".");
                }
            }
        }
        columns.stream()
                .filter(column -> column.needed() && !seen.contains(column.name()))
                .forEach(missing -> faults.addOfFile(
                        name,
                        line,
                        missing,
                        "This column is missing. It is needed; the order of" + " the columns does not matter."));
        return header;
    }

    private Map<String, String> cells(CSVRecord written, int line, List<String> header) {
        var cells = new HashMap<String, String>();
        for (var place = 0; place < written.size(); place++) {
            var cell = PlainText.strip(written.get(place));
            if (place >= header.size()) {
                if (!PlainText.saysNothing(cell)) {
                    faults.add(
                            name,
                            line,
                            null,
                            "There are more cells in this line than columns. Is there a separator in a"
                                    + " cell that is not in quotation marks?");
                }
            } else if (header.get(place).isEmpty() && !PlainText.saysNothing(cell)) {
                faults.add(name, line, null, "There is something in a column that has no name.");
            } else {
                cells.putIfAbsent(header.get(place), PlainText.saysNothing(cell) ? "" : Formula.original(cell));
            }
        }
        return cells;
    }

    /** A line below the header, with its number in the file and what is written in it, by column. */
    public record Line(int number, Map<String, String> cells) {

        /** Empty when nothing is written there, or there is no such column. */
        public String text(Column column) {
            return cells.getOrDefault(column.name(), "");
        }
    }
}
