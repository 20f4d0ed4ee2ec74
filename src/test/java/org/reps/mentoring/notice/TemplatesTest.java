package org.reps.mentoring.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;

class TemplatesTest {

    private static final Path FOLDER = Path.of("src/main/resources/mail");
    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("recipient", "Rumi"),
            Map.entry("link", "http://localhost:8080/camunda/app/tasklist/default/"),
            Map.entry("task", "Meet <your> mentor"),
            Map.entry("why", "Somebody offered."),
            Map.entry("due", "Friday, 27 November 2026"),
            Map.entry("mentee", "Rumi"),
            Map.entry("rep", "Riku"),
            Map.entry("mentor", "Mateo"),
            Map.entry("from", "20 October 2027"),
            Map.entry("subject", "A meeting is due"),
            Map.entry("until", "20 November 2027"),
            Map.entry("other", "Mateo"),
            Map.entry("cover", "Maya"),
            Map.entry("when", "Friday, 27 November 2026, 18:30 (America/Lima)"),
            Map.entry("place", "https://call.example.org"),
            Map.entry("moved", true),
            Map.entry("channel", "Video call"),
            Map.entry("contactEvery", "every month"),
            Map.entry("firstGoals", "A meetup"),
            Map.entry("notes", "Bring a friend"),
            Map.entry("suggestion", "Meet once more"),
            Map.entry("leaving", true),
            Map.entry("lastDay", "Friday, 27 November 2026"),
            Map.entry("message", "Keep asking"),
            Map.entry("years", "3"),
            Map.entry("mentees", 12),
            Map.entry("extended", 5),
            Map.entry("newsTitle", "The meetup is in Lima"),
            Map.entry("news", "Come and see us."),
            Map.entry("newsLink", "https://example.org/meetup"),
            Map.entry("asked", 3),
            Map.entry("passedOn", 1),
            Map.entry("byMentor", 2),
            Map.entry("byMail", 4),
            Map.entry("notRelevant", 1),
            Map.entry("silentMentors", "Mei Sample (1)"),
            Map.entry("otherMentors", "Maya Sample (1)"),
            Map.entry("passingMentors", "Mateo Sample (2)"));

    private final Templates templates = new Templates();

    static Stream<String> notices() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("notices")
    void every_mail_has_a_subject_a_greeting_and_no_hole(String notice) {
        var letter = letter(notice, VALUES);

        assertThat(letter.subject()).isNotBlank().hasSizeLessThan(80).doesNotContain("[", "null");
        assertThat(letter.paragraphs().get(0)).isEqualTo("Hello Rumi,");
        assertThat(letter.text()).doesNotContain("[(", "[#", "${", "null");
        assertThat(templates.html(letter)).contains("Hello Rumi,").doesNotContain("th:text", "${");
    }

    @ParameterizedTest
    @MethodSource("notices")
    void every_mail_uses_only_what_it_is_given(String notice) throws IOException {
        var used = new HashSet<String>();
        var names = Pattern.compile("\\$\\{!?(?:#strings\\.isEmpty\\()?([a-zA-Z]+)")
                .matcher(Files.readString(FOLDER.resolve(notice + ".txt")));
        while (names.find()) {
            used.add(names.group(1));
        }

        assertThat(VALUES.keySet()).containsAll(used);
    }

    @Test
    void what_people_wrote_is_text_and_never_markup() {
        var html = templates.html(letter("task-assigned", VALUES));

        assertThat(html).contains("Meet &lt;your&gt; mentor").doesNotContain("<your>");
    }

    @Test
    void only_our_own_address_becomes_the_button() {
        var link = "http://localhost:8080/";
        var html = templates.html(new Letter("Subject", List.of("Hello", "https://elsewhere.example.org", link), link));

        assertThat(html)
                .contains("<a href=\"http://localhost:8080/\"", ">Open Tasklist</a>")
                .doesNotContain("href=\"https://elsewhere");
    }

    @Test
    void every_notice_that_the_code_sends_has_a_template_and_every_template_is_sent() throws IOException {
        var sent = new HashSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                var text = Files.readString(source);
                notices()
                        .filter(notice -> text.contains('"' + notice + '"')
                                || text.contains('"' + notice.replaceFirst("-(mentee|mentor)$", "") + '"')
                                || text.contains('"' + notice.replaceFirst("(mentee|mentor)$", "") + '"'))
                        .forEach(sent::add);
            }
        }

        assertThat(sent).containsExactlyInAnyOrderElementsOf(notices().toList());
    }

    private Letter letter(String notice, Map<String, Object> values) {
        return Letter.read(
                templates.text(notice, new Context(Locale.ENGLISH, values)), String.valueOf(values.get("link")));
    }
}
