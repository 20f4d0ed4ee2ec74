package org.reps.mentoring.engine.mailed;

import java.util.List;

/**
 * A form as the page that opens from a mail shows it. All of it is text: nothing in it is markup.
 *
 * @param title what is to be done
 * @param parts from top to bottom, without what is hidden
 * @param faults what is wrong with the answers and belongs to none of the fields
 */
public record MailedForm(String title, List<Part> parts, List<String> faults) {

    /**
     * A text, a field that asks, or one that shows something.
     *
     * @param kind {@code text}, {@code shown}, or what asks: the type of its component
     * @param key of the field; empty for a text
     * @param hint what its author says below the label; may be empty
     * @param longest as many characters as it takes
     * @param value what has been answered, or is shown; may be empty
     * @param text what it says, when it is one
     * @param fault what is wrong with the answer; empty when nothing is
     */
    public record Part(
            String kind,
            String key,
            String label,
            String hint,
            boolean required,
            int longest,
            String value,
            List<Choice> choices,
            List<Block> text,
            String fault) {}

    /** One of the answers that can be chosen. */
    public record Choice(String label, String value) {}

    /**
     * A paragraph, a list or a heading.
     *
     * @param kind {@code p}, {@code ul} or {@code h2}
     */
    public record Block(String kind, List<Line> lines) {}

    public record Line(List<Words> words) {}

    /** @param strong whether they are bold */
    public record Words(String text, boolean strong) {}
}
