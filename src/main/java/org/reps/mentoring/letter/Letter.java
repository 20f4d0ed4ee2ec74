package org.reps.mentoring.letter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.text.PlainText;

/**
 * What a notice says to one person, before it is dressed as plain text or HTML.
 *
 * @param subject one line that says what to do or what has happened
 * @param because why this person is told, as the end of the sentence "You get this mail because …"
 * @param paragraphs the body
 * @param link where the button of the mail leads
 * @param linkLabel what stands on the button
 * @param due until when something is to be done, as the receiver reads a day; null when there is nothing to do
 * @param answers what can be answered from the mail, as buttons; empty where it is not
 * @param language in which all this is, by its code
 */
public record Letter(
        String subject,
        String because,
        List<Paragraph> paragraphs,
        String link,
        String linkLabel,
        @Nullable String due,
        List<Answer> answers,
        String language) {

    /** Stands in the addresses of answers where the id of the mail comes. */
    private static final String MAIL = "\uE000";

    /**
     * @param body a filled-in template: paragraphs between empty lines. A paragraph that is nothing but the marked link
     *     becomes the one button; a line that is nothing but a marked address of ours, or one of those elsewhere, makes
     *     the line above lead there. Any other address is something that somebody wrote, and stays text.
     * @param mark what stands before the addresses that the template has put there, and nobody can have written
     * @param ours where people reach the application
     * @param elsewhere addresses outside it that the operator has named
     */
    static Letter of(
            String subject,
            String because,
            String body,
            String mark,
            URI ours,
            Collection<String> elsewhere,
            String link,
            String linkLabel,
            @Nullable String due,
            String language) {
        var reader = new Reader(mark, ours, elsewhere, link);
        var paragraphs = new ArrayList<Paragraph>();
        for (var paragraph : body.strip().split("\\R\\s*\\R")) {
            if (!paragraph.isBlank()) {
                paragraphs.add(reader.paragraph(paragraph.strip()));
            }
        }
        return new Letter(
                PlainText.oneLine(reader.unmarked(subject)),
                PlainText.oneLine(reader.unmarked(because)),
                paragraphs,
                link,
                linkLabel,
                due,
                List.of(),
                language);
    }

    /**
     * The same with answers that are given from the mail.
     *
     * @param answers made of what stands for the id of the mail that it becomes
     */
    public Letter answeredBy(Function<String, List<Answer>> answers) {
        return new Letter(subject, because, paragraphs, link, linkLabel, due, answers.apply(MAIL), language);
    }

    /** The same as the mail with this id. */
    public Letter as(String mailId) {
        return answeredBy(any -> answers.stream()
                .map(answer -> new Answer(answer.label(), answer.link().replace(MAIL, mailId)))
                .toList());
    }

    /** Whether the template has one. */
    public boolean hasButton() {
        return paragraphs.stream().anyMatch(Paragraph::isButton);
    }

    private record Reader(String mark, URI ours, Collection<String> elsewhere, String link) {

        Paragraph paragraph(String text) {
            if (text.equals(mark + link)) {
                return new Paragraph(List.of(), true);
            }
            var lines = new ArrayList<Line>();
            for (var line : text.split("\\R")) {
                var address = unmarked(line).strip();
                if (line.startsWith(mark) && (isOurs(address) || elsewhere.contains(address)) && !lines.isEmpty()) {
                    lines.set(lines.size() - 1, lines.get(lines.size() - 1).leadingTo(address));
                } else {
                    lines.add(new Line(unmarked(line), null));
                }
            }
            return new Paragraph(lines, false);
        }

        String unmarked(String text) {
            return text.replace(mark, "");
        }

        /** Compared in its parts: what begins like an address of ours can lead elsewhere. */
        private boolean isOurs(String address) {
            try {
                return place(new URI(address)).equals(place(ours));
            } catch (URISyntaxException e) {
                return false;
            }
        }

        /** Scheme, host and port; with whatever else stands there, which ours has not. */
        private static String place(URI uri) {
            // A name that no host can have has no parts.
            var server = uri.getHost() == null || uri.getRawUserInfo() != null
                    ? uri.getRawAuthority()
                    : uri.getHost() + ":" + port(uri);
            return (uri.getScheme() + "://" + server).toLowerCase(Locale.ROOT);
        }

        private static int port(URI uri) {
            if (uri.getPort() >= 0) {
                return uri.getPort();
            }
            return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        }
    }

    /**
     * An answer that is given from the mail.
     *
     * @param label what stands on its button; empty for whatever is usual
     */
    public record Answer(String label, String link) {}

    /** @param isButton whether it is nothing but the link */
    public record Paragraph(List<Line> lines, boolean isButton) {

        /** Whether its lines lead somewhere, and so are a list. */
        public boolean isList() {
            return lines.stream().anyMatch(line -> line.link() != null);
        }
    }

    /** @param link where the line leads; null for text */
    public record Line(String text, @Nullable String link) {

        private Line leadingTo(String address) {
            return new Line(text, address);
        }

        /** The text of a line of a list, where HTML draws the bullet. */
        public String item() {
            return text.replaceFirst("^• ", "");
        }
    }
}
