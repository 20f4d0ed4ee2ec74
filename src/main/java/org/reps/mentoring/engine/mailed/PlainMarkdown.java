package org.reps.mentoring.engine.mailed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.mailed.MailedForm.Block;
import org.reps.mentoring.engine.mailed.MailedForm.Line;
import org.reps.mentoring.engine.mailed.MailedForm.Words;

/**
 * The texts of a form, as far as {@link MailForm} lets them be: first what is shown at times, then its lines, and last
 * what is filled in, so that nothing that somebody wrote is read as anything but text.
 */
final class PlainMarkdown {

    private static final Pattern AT_TIMES =
            Pattern.compile("\\{\\{#if\\s+([\\w.]+)\\s*}}(.*?)\\{\\{/if}}", Pattern.DOTALL);

    private static final Pattern VALUE = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern HEADING = Pattern.compile("^### ");
    private static final Pattern ITEM = Pattern.compile("^\\s*\\* ");

    private final Map<String, @Nullable Object> values;

    /** @param values what is filled in, by name; of an object its parts by theirs */
    PlainMarkdown(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** One line with what is filled in. */
    String filledIn(String line) {
        return VALUE.matcher(line).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1))));
    }

    /** Nothing where there is nothing to read. */
    List<Block> blocks(String text) {
        var shown = AT_TIMES.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(value(place.group(1)).isEmpty() ? "" : place.group(2)));
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<Line>();
        var kind = "p";
        for (var line : shown.split("\\R", -1)) {
            var next = line.isBlank()
                    ? ""
                    : HEADING.matcher(line).find() ? "h2" : ITEM.matcher(line).find() ? "ul" : "p";
            if (!next.equals(kind) || next.equals("h2")) {
                close(kind, open, blocks);
                kind = next;
            }
            add(line, open);
        }
        close(kind, open, blocks);
        return blocks;
    }

    private static void close(String kind, List<Line> open, List<Block> blocks) {
        if (!open.isEmpty()) {
            blocks.add(new Block(kind, List.copyOf(open)));
            open.clear();
        }
    }

    private void add(String line, List<Line> open) {
        UnaryOperator<String> bare =
                sign -> ITEM.matcher(HEADING.matcher(sign).replaceFirst("")).replaceFirst("");
        var rest = bare.apply(line);
        var words = new ArrayList<Words>();
        var bold = BOLD.matcher(rest);
        var end = 0;
        while (bold.find()) {
            add(rest.substring(end, bold.start()), false, words);
            add(bold.group(1), true, words);
            end = bold.end();
        }
        add(rest.substring(end), false, words);
        if (words.stream().anyMatch(part -> !part.text().isBlank())) {
            open.add(new Line(words));
        }
    }

    private void add(String words, boolean strong, List<Words> line) {
        if (!words.isEmpty()) {
            line.add(new Words(filledIn(words), strong));
        }
    }

    private String value(String path) {
        Object found = values;
        for (var name : path.split("\\.")) {
            found = found instanceof Map<?, ?> parts ? parts.get(name) : null;
        }
        return found == null || Boolean.FALSE.equals(found) ? "" : found.toString();
    }
}
