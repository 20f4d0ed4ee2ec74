package org.reps.mentoring.notice;

import java.util.List;

/**
 * What a template says, before it is dressed as plain text or HTML.
 *
 * @param subject one line that says what to do or what has happened
 * @param paragraphs the body; a paragraph that is just an address is the one button of the mail
 */
record Letter(String subject, List<String> paragraphs) {

    /** @param written a filled-in template: the subject in the first line, then paragraphs between empty lines */
    static Letter read(String written) {
        var parts = written.strip().split("\\R\\s*\\R");
        var subject =
                parts[0].replaceFirst("^Subject:", "").replaceAll("\\s+", " ").strip();
        return new Letter(
                subject,
                List.of(parts).subList(1, parts.length).stream()
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList());
    }

    String text() {
        return String.join("\n\n", paragraphs) + "\n";
    }
}
