package org.reps.mentoring.notice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says to one person, before it is dressed as plain text or HTML.
 *
 * @param subject one line that says what to do or what has happened
 * @param because why this person is told, as the end of the sentence "You get this mail because …"
 * @param paragraphs the body
 * @param link where the button of the mail leads
 * @param linkLabel what stands on the button
 * @param due until when something is to be done, as the receiver reads a day; null when there is nothing to do
 */
record Letter(
        String subject,
        String because,
        List<Paragraph> paragraphs,
        String link,
        String linkLabel,
        @Nullable String due) {

    /**
     * @param body a filled-in template: paragraphs between empty lines. A paragraph that is nothing but the link
     *     becomes the one button; a line that is nothing but an address of ours makes the line above lead there. Any
     *     other address is something that somebody wrote, and stays text.
     * @param ours how addresses of ours begin
     */
    static Letter of(
            String subject,
            String because,
            String body,
            String ours,
            String link,
            String linkLabel,
            @Nullable String due) {
        var paragraphs = new ArrayList<Paragraph>();
        for (var paragraph : body.strip().split("\\R\\s*\\R")) {
            if (!paragraph.isBlank()) {
                paragraphs.add(Paragraph.read(paragraph.strip(), ours, link));
            }
        }
        return new Letter(oneLine(subject), oneLine(because), paragraphs, link, linkLabel, due);
    }

    private static String oneLine(String text) {
        // Also what Unicode calls a line: a mail program may take it for one.
        return text.replaceAll("[\\s\\p{Zl}\\p{Zp}\\p{Cc}]+", " ").strip();
    }

    /** @param isButton whether it is nothing but the link */
    record Paragraph(List<Line> lines, boolean isButton) {

        private static Paragraph read(String text, String ours, String link) {
            if (text.equals(link)) {
                return new Paragraph(List.of(), true);
            }
            var lines = new ArrayList<Line>();
            for (var line : text.split("\\R")) {
                var address = line.strip();
                if (address.startsWith(ours) && !address.contains(" ") && !lines.isEmpty()) {
                    lines.set(lines.size() - 1, lines.get(lines.size() - 1).leadingTo(address));
                } else {
                    lines.add(new Line(line, null));
                }
            }
            return new Paragraph(lines, false);
        }

        /** Whether its lines lead somewhere, and so are a list. */
        public boolean isList() {
            return lines.stream().anyMatch(line -> line.link() != null);
        }
    }

    /** @param link where the line leads; null for text */
    record Line(String text, @Nullable String link) {

        private Line leadingTo(String address) {
            return new Line(text, address);
        }

        /** The text of a line of a list, where HTML draws the bullet. */
        public String item() {
            return text.replaceFirst("^• ", "");
        }
    }
}
