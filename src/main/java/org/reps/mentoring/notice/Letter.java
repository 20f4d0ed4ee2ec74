package org.reps.mentoring.notice;

import java.util.List;

/**
 * What a template says, before it is dressed as plain text or HTML.
 *
 * @param subject one line that says what to do or what has happened
 * @param paragraphs the body
 * @param link where the mail leads; a paragraph that is nothing but this address is the one button of the mail, any
 *     other address is something that somebody wrote
 */
record Letter(String subject, List<String> paragraphs, String link) {

    /** @param written a filled-in template: the subject in the first line, then paragraphs between empty lines */
    static Letter read(String written, String link) {
        var parts = written.strip().split("\\R\\s*\\R");
        var subject =
                parts[0].replaceFirst("^Subject:", "").replaceAll("\\s+", " ").strip();
        return new Letter(
                subject,
                List.of(parts).subList(1, parts.length).stream()
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList(),
                link);
    }

    String text() {
        return String.join("\n\n", paragraphs) + "\n";
    }
}
