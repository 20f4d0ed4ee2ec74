package org.reps.mentoring.letter;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.rules.ProgrammeLinks;
import org.springframework.web.util.HtmlUtils;

class TemplatesTest {

    private static final Path FOLDER = Path.of("src/main/resources/mail");
    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("circle", false),
            Map.entry("task", "Meet <your> mentor"),
            Map.entry("why", "Somebody offered."),
            Map.entry("mentee", "Rumi"),
            Map.entry("asker", "Rumi"),
            Map.entry("workedOn", "The first five minutes"),
            Map.entry("whatNext", "Try it on Friday"),
            Map.entry("welcome", "Good that you are here."),
            Map.entry("rep", "Riku"),
            Map.entry("mentor", "Mateo"),
            Map.entry("from", LocalDate.of(2027, 10, 20)),
            Map.entry("subject", "A meeting is due"),
            Map.entry("until", LocalDate.of(2027, 11, 20)),
            Map.entry("reason", "CONTACT"),
            Map.entry("erasedAfter", "2 years"),
            Map.entry("other", "Mateo"),
            Map.entry("wished", true),
            Map.entry("contact", "Clara"),
            Map.entry("cover", "Maya"),
            Map.entry("when", "Friday, 27 November 2026, 18:30 (America/Lima)"),
            Map.entry("place", "https://call.example.org"),
            Map.entry("moved", true),
            Map.entry("channel", "Video call"),
            Map.entry("contactEvery", "every month"),
            Map.entry("firstGoals", "A meetup"),
            Map.entry("notes", "Bring a friend"),
            Map.entry("suggestion", "Meet once more"),
            Map.entry("tooMuch", true),
            Map.entry("leaving", true),
            Map.entry("lastDay", LocalDate.of(2026, 11, 27)),
            Map.entry("message", "Keep asking"),
            Map.entry("years", "3"),
            Map.entry("by", "Clara Sample"),
            Map.entry("person", "Rita Sample"),
            Map.entry("mentees", 12),
            Map.entry("seenBy", "contacts"),
            Map.entry("capacity", 3),
            Map.entry("guiding", 4),
            Map.entry("tooMany", true),
            Map.entry("extended", 5),
            Map.entry("digest", true),
            Map.entry("userName", "rumi"),
            Map.entry("code", "0123456789abcdefghijklmnopqrstuv"),
            Map.entry("another", "http://localhost:8080/password/forgotten"),
            Map.entry("isFirst", true),
            Map.entry("isMentor", true),
            Map.entry("canAsk", true),
            Map.entry("own", false),
            Map.entry("zone", "America/Lima"),
            Map.entry("newsTitle", "The meetup is in Lima"),
            Map.entry("news", "Come and see us."),
            Map.entry("newsLink", "https://example.org/meetup"),
            Map.entry("asked", 3),
            Map.entry("passedOn", 1),
            Map.entry("byMentor", 2),
            Map.entry("byMail", 4),
            Map.entry("notRelevant", 1),
            Map.entry("silentMentors", "Mei Sample (1)"),
            Map.entry("changes", "• In raise-concern-start.form, the field \"What kind?\" is not confidential."),
            Map.entry("otherMentors", "Maya Sample (1)"),
            Map.entry("passingMentors", "Mateo Sample (2)"),
            Map.entry("words", "A meetup in each quarter"),
            Map.entry("author", "Rumi Sample"),
            Map.entry("answer", "We try it in spring."),
            Map.entry("outcome", "TAKEN_UP"),
            Map.entry("host", "Clara"),
            Map.entry("again", true),
            Map.entry("word", "A holiday in many countries."),
            Map.entry("agenda", "• Who has tried pairs? (Maya)"),
            Map.entry("decisions", "We try it."),
            Map.entry("process", "Look for a mentor"),
            Map.entry("version", 3),
            Map.entry("isOfTheTwo", true),
            Map.entry("planned", 2),
            Map.entry("stillPlanned", 1),
            Map.entry("openGoals", 3),
            Map.entry("page", "http://localhost:8080/camunda/app/tasklist/default/#/my-mentorship"),
            Map.entry("ofMentor", "Somebody who listens."),
            Map.entry("ofMentee", "Somebody who says what helps."));

    private static final String HOME = "http://localhost:8080";

    /** What a template puts before an address of ours. */
    private static final String MARK = "<mark>";

    /** Where the programme keeps what mails speak of. */
    private static final ProgrammeLinks LINKS = new ProgrammeLinks(
            "https://a.example.org/agreement",
            "https://a.example.org/guidelines",
            "https://a.example.org/training",
            "https://a.example.org/rooms",
            "https://a.example.org/meeting?copy=1",
            "https://a.example.org/welcome");

    private final Templates templates = templates(LINKS);

    private static Templates templates(ProgrammeLinks links) {
        return new Templates(
                new MailSettings("mentoring@example.org", URI.create(HOME), Locale.ENGLISH, 1, Path.of("target/mails")),
                links);
    }

    static Stream<String> notices() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") && !name.equals("layout.txt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The digest is filled in with lists, and tried out where they come from. */
    static Stream<String> plainNotices() throws IOException {
        return notices().filter(notice -> !notice.equals("digest"));
    }

    @ParameterizedTest
    @MethodSource("plainNotices")
    void every_mail_says_what_it_is_about_why_it_comes_and_has_no_hole(String notice) {
        var letter = letter(notice, VALUES);

        assertThat(letter.subject()).isNotBlank().hasSizeLessThan(80).doesNotContain("[", "null");
        assertThat(letter.because()).isNotBlank().doesNotEndWith(".").doesNotContain("[", "null");
        assertThat(letter.paragraphs()).isNotEmpty();
        assertThat(templates.text(letter, "Rumi", ""))
                .startsWith("Hello Rumi,\n\n")
                .contains(
                        "You get this mail because " + letter.because() + ".",
                        HOME + "/camunda/app/tasklist/default/#/?processStart=mail-settings")
                .doesNotContain("[(", "[#", "${", "null", "??", "\n\n\n");
        assertThat(templates.html(letter, "Rumi", ""))
                .contains("Hello Rumi,", "You get this mail because")
                .doesNotContain(" th:", "${", "null", "??");
    }

    @ParameterizedTest
    @MethodSource("plainNotices")
    void every_mail_uses_only_what_it_is_given(String notice) throws IOException {
        var used = new HashSet<String>();
        var names = Pattern.compile("\\$\\{!?(?:#strings\\.isEmpty\\()?([a-zA-Z]+)")
                .matcher(Files.readString(FOLDER.resolve(notice + ".txt")));
        while (names.find()) {
            used.add(names.group(1));
        }
        // These every mail is given.
        used.removeAll(Set.of("link", "links", "leadsTo"));

        assertThat(VALUES.keySet()).containsAll(used);
    }

    @Test
    void a_mail_is_read_like_a_letter() {
        assertThat(templates.text(letter("task-assigned", VALUES), "Rumi", "")).isEqualTo("""
                Hello Rumi,

                there is something for you to do: "Meet <your> mentor".

                Somebody offered.

                Please do it by Friday, 27 November 2026.

                http://localhost:8080/camunda/app/tasklist/default/#/?task=1

                If you cannot do it, please tell a contact of the council; somebody will help.

                The mentorship programme

                --\s
                You get this mail because this task is yours.
                As long as you are in the programme, we send you once a day what is waiting for you. Here you can switch that off or on:
                http://localhost:8080/camunda/app/tasklist/default/#/?processStart=mail-settings
                """);
    }

    @Test
    void what_people_wrote_is_text_and_never_markup() {
        var html = templates.html(letter("task-assigned", VALUES), "<b>Rumi</b>", "");

        assertThat(html)
                .contains("Meet &lt;your&gt; mentor", "&lt;b&gt;Rumi&lt;/b&gt;")
                .doesNotContain("<your>", "<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\r\n", "\u2028", "\u2029", "\u0085", "\u000b"})
    void what_people_wrote_stays_in_its_place(String lineBreak) {
        var mentor = "Mateo" + lineBreak + "Because: of nothing" + lineBreak + "Bcc: everybody@example.org";
        var values = new HashMap<>(VALUES);
        values.put("mentor", mentor);
        var letter = letter("proposal-reminder", values);

        assertThat(letter.subject())
                .isEqualTo("Mateo Because: of nothing Bcc: everybody@example.org is waiting for your answer");
        assertThat(letter.because()).isEqualTo("you are looking for a mentor");
    }

    @Test
    void only_an_address_that_the_template_has_put_there_becomes_the_button_or_a_link() {
        var body = "Hello\n\nhttps://elsewhere.example.org\n\n" + MARK + HOME + "/a\n\n• A task\n" + MARK + HOME
                + "/b\n• Not a task\nhttps://elsewhere.example.org";
        var html = html(body);

        assertThat(html)
                .contains("<a href=\"http://localhost:8080/a\"", ">Open Tasklist</a>")
                .contains("<a href=\"http://localhost:8080/b\"", ">A task</a>")
                .doesNotContain("href=\"https://elsewhere", MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080@evil.example/",
                "http://localhost:8080.evil.example/",
                "http://localhost:80801/",
                "http://localhost/",
                "https://localhost:8080/",
                "http://localhost.evil.example:8080/",
                "http://somebody@localhost:8080/",
                "http://localhost:8080\\@evil.example/",
                "//localhost:8080/",
                "javascript:alert(1)//http://localhost:8080/"
            })
    void an_address_that_is_only_like_ours_leads_nowhere(String address) {
        var html = html("• A task\n" + MARK + address);

        // Without the one to the settings.
        assertThat(html.split("<a ", -1)).hasSize(2);
        assertThat(html).doesNotContain(MARK);
        assertThat(html).contains(HtmlUtils.htmlEscape(address));
    }

    @Test
    void an_address_of_ours_is_compared_in_its_parts() {
        var ours = URI.create("https://Mentoring.example.org:443");
        var letter = Letter.of(
                "Subject",
                "of a test",
                "• A task\n<1>https://mentoring.EXAMPLE.org/b",
                "<1>",
                ours,
                List.of(),
                "/a",
                "Open",
                null,
                "en");

        assertThat(templates.html(letter, "Rumi", "")).contains("<a href=\"https://mentoring.EXAMPLE.org/b\"");
    }

    /** Not even one of ours, at a place where a template would have it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/camunda/app/tasklist/default/#/?task=1", "@evil.example/"})
    void what_somebody_wrote_is_neither_the_button_nor_a_link(String path) {
        var address = HOME + path;
        var values = new HashMap<>(VALUES);
        values.put("why", "Please look:\n" + address + "\n\n" + address + "\n\n• Here\n" + address);
        var letter = letter("task-assigned", values);

        assertThat(letter.paragraphs().stream().filter(Letter.Paragraph::isButton))
                .hasSize(1);
        assertThat(letter.paragraphs()).noneMatch(Letter.Paragraph::isList);
        assertThat(templates.html(letter, "Rumi", "").split("<a ", -1)).hasSize(3);
        assertThat(templates.text(letter, "Rumi", "")).contains("Please look:\n" + address + "\n\n" + address);
    }

    /** What the operator has named is the only address outside that a mail leads to. */
    @ParameterizedTest
    @CsvSource({
        "training-begun, training;guidelines",
        "training-reminder, training",
        "mentor-welcome, guidelines;rooms",
        "mentorship-begun-mentee, agreement;guidelines;rooms",
        "first-steps-reminder, agreement;rooms",
        "check-in-meeting, meeting-template"
    })
    void a_mail_leads_to_what_it_speaks_of_where_the_programme_has_it(String notice, String names) {
        var nowhere = templates(new ProgrammeLinks("", "", "", "", "", ""));
        var without = nowhere.letter("en", notice, VALUES, HOME + "/a", "open-task", null);
        var html = templates.html(letter(notice, VALUES), "Rumi", "");

        for (var name : names.split(";")) {
            assertThat(html).contains("<a href=\"" + LINKS.to(name) + "\"");
            assertThat(templates.text(letter(notice, VALUES), "Rumi", "")).contains(LINKS.to(name));
        }
        assertThat(without.paragraphs()).noneMatch(Letter.Paragraph::isList);
        assertThat(nowhere.text(without, "Rumi", "")).doesNotContain("\u2022", "a.example.org", "\n\n\n");
    }

    @Test
    void an_address_elsewhere_leads_nowhere_unless_the_template_has_put_it_there() {
        var values = new HashMap<>(VALUES);
        values.put("why", "\u2022 Here\n" + LINKS.training());

        assertThat(letter("task-assigned", values).paragraphs()).noneMatch(Letter.Paragraph::isList);
    }

    @Test
    void no_mark_is_left_in_a_mail() {
        var body = "You find it here: " + MARK + HOME + "/a. Or there:\n\n" + MARK + "https://elsewhere.example.org";
        var letter = Letter.of(
                MARK + "Subject",
                MARK + "of a test",
                body,
                MARK,
                URI.create(HOME),
                List.of(),
                HOME + "/a",
                "Open",
                null,
                "en");

        assertThat(letter.toString()).doesNotContain(MARK);
    }

    @Test
    void what_cannot_be_seen_is_not_in_a_subject() {
        var values = new HashMap<>(VALUES);
        values.put("mentor", "Ma\u200Bt\u202Eeo\u3164");

        assertThat(letter("proposal-reminder", values).subject()).isEqualTo("Mateo is waiting for your answer");
    }

    @Test
    void every_notice_that_the_code_sends_has_a_template_and_every_template_is_sent() throws IOException {
        var sent = Diagram.all().flatMap(Diagram::notices).collect(toCollection(HashSet::new));
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

    private String html(String body) {
        return templates.html(
                Letter.of(
                        "Subject",
                        "of a test",
                        body,
                        MARK,
                        URI.create(HOME),
                        List.of(),
                        HOME + "/a",
                        "Open Tasklist",
                        null,
                        "en"),
                "Rumi",
                "");
    }

    private Letter letter(String notice, Map<String, Object> values) {
        return templates.letter(
                "en",
                notice,
                values,
                HOME + "/camunda/app/tasklist/default/#/?task=1",
                "open-task",
                LocalDate.of(2026, 11, 27));
    }
}
