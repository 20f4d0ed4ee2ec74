package org.reps.mentoring.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.reps.mentoring.handbook.Chapter.Letter;
import org.reps.mentoring.language.TranslatedFile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What mails say, with words in place of what is filled in. */
final class Mails {

    private static final String FOLDER = "mail/";
    private static final String TXT = ".txt";
    private static final String LINK = "[(${link})]";
    private static final String LEADS = "[(${leadsTo})]";

    private Mails() {}

    /** The names of all, in the order of the alphabet. */
    static List<String> names() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + TXT))
                    .map(Resource::getFilename)
                    .map(file -> Objects.requireNonNull(file).replace(TXT, ""))
                    .filter(name -> !name.equals("layout"))
                    .sorted()
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Letter letter(String name, Words words, Places places) {
        var lines = TranslatedFile.of(FOLDER, name + TXT, words.language())
                .map(text -> text.lines().skip(1).toList())
                .orElseGet(() -> TranslatedFile.text(new ClassPathResource(FOLDER + name + TXT))
                        .lines()
                        .toList());
        var body = String.join("\n", lines.subList(2, lines.size()));
        return new Letter(
                name,
                places.mail(lines.get(0).replaceFirst("^Subject: ", "")),
                places.mail(lines.get(1).replaceFirst("^Because: ", "")),
                Arrays.stream(body.split("\\R\\s*\\R"))
                        .map(paragraph -> paragraph(paragraph, words, places))
                        .filter(paragraph -> !paragraph.isBlank())
                        .toList());
    }

    private static String paragraph(String paragraph, Words words, Places places) {
        if (paragraph.strip().equals(LINK)) {
            return words.say("mail.button");
        }
        return places.mail(paragraph
                .lines()
                // Where the line above leads.
                .filter(line -> !line.startsWith(LEADS))
                .reduce((one, other) -> one + "\n" + other)
                .orElse(""));
    }
}
