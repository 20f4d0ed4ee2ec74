package org.reps.mentoring.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong in the files, said in words for whoever has made them. */
public final class Faults {

    private final List<Fault> all = new ArrayList<>();
    private final List<String> files;
    private boolean inLines = true;

    /** @param files all there are, in the order in which they are looked at by people */
    public Faults(List<String> files) {
        this.files = files;
    }

    public void add(String file, @Nullable Integer line, @Nullable Column column, String sentence) {
        all.add(new Fault(file, line, column == null ? null : column.name(), sentence));
    }

    /** What is wrong with a file as a whole, so that nobody can tell what its lines mean. */
    void addOfFile(String file, @Nullable Integer line, @Nullable Column column, String sentence) {
        inLines = false;
        add(file, line, column, sentence);
    }

    /** Whether each of them is about a line or two, and what the other lines mean is known. */
    public boolean areInLines() {
        return inLines;
    }

    /** In the order of the files, what is about neither of them last. */
    public List<Fault> all() {
        return all.stream()
                .sorted(Comparator.comparing(this::place)
                        .thenComparing(fault -> Objects.requireNonNullElse(fault.line(), 0)))
                .distinct()
                .toList();
    }

    private int place(Fault fault) {
        return files.contains(fault.file()) ? files.indexOf(fault.file()) : files.size();
    }

    /**
     * One of them.
     *
     * @param file which of the two files it is in; empty when it is in neither
     * @param line counted from 1, as editors and spreadsheets do; null when it is about the whole file
     * @param column null when it is about the whole line
     * @param sentence what is wrong, and what is allowed
     */
    public record Fault(
            String file, @Nullable Integer line, @Nullable String column, String sentence) {

        @Override
        public String toString() {
            var where = Stream.of(file, line == null ? "" : "line " + line, column == null ? "" : column)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            return where.isEmpty() ? sentence : where + ": " + sentence;
        }
    }
}
