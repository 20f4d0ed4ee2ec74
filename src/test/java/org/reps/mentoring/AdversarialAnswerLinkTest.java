package org.reps.mentoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.keepintouch.KeepInTouchSteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.springframework.beans.factory.annotation.Autowired;

/** A stranger, and programs that look at mails, at the page on which people answer from a mail. */
class AdversarialAnswerLinkTest extends AdversarialTest {

    private static final String PAGE = "/answer";
    private static final String LINK = "/answer/link";
    private static final Pattern CODE = Pattern.compile("/answer#([\\w-]{75})\\.talked");

    @Autowired
    private KeepInTouchSteps keepInTouch;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private Mentors mentors;

    @Autowired
    private Reps reps;

    private final Set<String> guiding = new HashSet<>();

    /** Others count who is there. */
    @AfterEach
    void theirMentorsGuideNobodyAnyMore() {
        mentors.findAllById(guiding).forEach(mentor -> mentors.save(mentor.resigned()));
    }

    @Test
    void whoever_follows_the_link_answers_once_without_a_login() {
        var code = asked("ailsa", "Ailsa");
        var browser = visitor();

        var form = post(browser, LINK, "code", code + ".talked");
        assertThat(form.status()).as(form::toString).isEqualTo(200);
        assertThat(form.text())
                .contains("Hello <span>Ailsa</span>", "Are you in touch with Mirkoailsa?", "value=\"" + code + "\"")
                .containsOnlyOnce("checked=")
                .containsPattern("value=\"talked\"\\s[^>]*checked=")
                .doesNotContain("Who could help?");
        var answered = send(browser, code, "touchAnswer", "talked");
        assertThat(answered.status()).as(answered::toString).isEqualTo(200);
        assertThat(answered.text())
                .contains("<span class=\"typed\">Good to hear</span>", "for Mirkoailsa either")
                .doesNotContain("That is fine", "A contact helps");
        letEverythingDueHappen();

        for (var again : List.of(
                refused(() -> send(visitor(), code, "touchAnswer", "help")),
                refused(() -> post(visitor(), LINK, "code", code)))) {
            assertThat(again.status()).isEqualTo(410);
            assertThat(again.text()).contains("Perhaps it has been answered already", "Log in");
        }
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_is_shown_at_times_is_shown_then() {
        var code = asked("aneta", "Aneta");
        var nothing = refused(() -> send(visitor(), code));
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.text()).contains("id=\"fault-touchAnswer\">please answer this");

        var help = post(visitor(), LINK, "code", code + ".help");
        assertThat(help.text()).contains("Who could help?", "value=\"contact\"");
        var half = refused(() -> send(visitor(), code, "touchAnswer", "help"));
        assertThat(half.text()).contains("id=\"fault-helpFrom\"").containsPattern("value=\"help\"\\s[^>]*checked=");
        for (var answers : List.of(
                List.of("touchAnswer", "nothing of it"),
                List.of("touchAnswer", "help", "helpFrom", "everybody"),
                List.of("touchAnswer", "talked", "helpFrom", "other", "menteeId", "rumi"),
                List.of("touchAnswer", "talked", "spokeLastId", "mateo"))) {
            assertThat(refused(() -> send(visitor(), code, answers.toArray(String[]::new)))
                            .status())
                    .as(answers.toString())
                    .isEqualTo(400);
        }
    }

    @Test
    void programs_that_look_at_links_in_mails_change_nothing() {
        var code = asked("alina", "Alina");
        var before = DatabaseDump.of(database);
        for (var method : List.of("GET", "HEAD")) {
            for (var path : List.of(
                    PAGE,
                    PAGE + "?code=" + code + "&send=yes&answer.touchAnswer=talked",
                    LINK + "?code=" + code + "&send=yes&answer.touchAnswer=talked")) {
                assertThat(visitor().send(method, path, Map.of(), new byte[0]).status())
                        .isIn(200, 302);
            }
        }
        // Some of them run scripts, and some send whatever they find once more, without what was in it.
        assertThat(post(visitor(), LINK, "code", code + ".talked").status()).isEqualTo(200);
        assertThat(visitor().send("POST", LINK, Map.of(), new byte[0]).status()).isEqualTo(410);
        assertThat(visitor().send("POST", PAGE, Map.of(), new byte[0]).status()).isEqualTo(405);
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();

        assertThat(send(visitor(), code, "touchAnswer", "not-yet").status()).isEqualTo(200);
    }

    @Test
    void of_two_at_the_same_moment_one_is_heard() throws Exception {
        var code = asked("amrei", "Amrei");
        Callable<Answer> mine = () -> send(visitor(), code, "touchAnswer", "not-yet");
        Callable<Answer> theirs = () -> send(visitor(), code, "touchAnswer", "help", "helpFrom", "other");

        var answers = atOnce(List.of(mine, theirs, mine, theirs));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 410, 410, 410);
        answers.forEach(AdversarialTest::assertPlain);
    }

    @Test
    void what_people_are_called_is_text() {
        var code = asked("antje", "<img src=x>{{days.councilAnswer}}**");
        var page = post(visitor(), LINK, "code", code);

        assertThat(page.text())
                .contains("&lt;img src=x&gt;{{days.councilAnswer}}**")
                .doesNotContain("<img");
        var mirkos = codeOf("mirko" + "antje", "Are you in touch with");
        assertThat(post(visitor(), LINK, "code", mirkos).text())
                .contains("Are you in touch with &lt;img")
                .doesNotContain("<img");
        for (var choice : List.of("\"><script>alert(1)</script>", "{{7777*7}}", "${7777*7}", "__${7777*7}__")) {
            var looked = post(visitor(), LINK, "code", code + "." + choice, "answer.touchAnswer", choice);
            assertThat(looked.text()).doesNotContain("<script>alert", "54439");
        }
        assertThat(refused(() -> send(visitor(), code, "touchAnswer", "<script>alert(1)</script>", "<b>", "<i>"))
                        .text())
                .doesNotContain("<script>alert", "<b>", "<i>");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                ".",
                " ",
                "over",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "' or '1'='1",
                "../../etc/passwd",
                "//evil.example/",
                "<script>alert(1)</script>",
                "\0",
                "\uD83D\uDE00"
            })
    void nonsense_in_place_of_a_link_opens_nothing_and_is_not_said_again(String code) {
        var answer = refused(() -> send(visitor(), code, "touchAnswer", "talked"));

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.text())
                .contains("This link does not work any more", "href=\"/camunda/app/tasklist/default/\"")
                .doesNotContain("<script>alert", "passwd", "evil.example");
    }

    @Test
    void huge_answers_are_not_read() {
        var code = asked("asja", "Asja");
        refused(
                () -> send(visitor(), code, "touchAnswer", "x".repeat(200_000)),
                () -> send(visitor(), code, "touchAnswer", "talked", "more", "x".repeat(300_000)),
                () -> send(visitor(), code, "touchAnswer", "x".repeat(3_000_000)),
                () -> post(visitor(), LINK, "code", code.repeat(1_000)),
                () -> send(
                        visitor(),
                        code,
                        IntStream.range(0, 400)
                                .boxed()
                                .flatMap(i -> Stream.of("field" + i, "x"))
                                .toArray(String[]::new)));
        assertThat(post(visitor(), LINK, "code", code).status()).isEqualTo(200);
    }

    @Test
    void another_page_cannot_send_the_form() {
        var code = asked("alwin", "Alwin");
        for (var origin : List.of("https://evil.example", "null")) {
            assertThat(refused(() -> send(visitor().sending("Origin", origin), code, "touchAnswer", "talked"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(refused(() -> send(visitor().sending("Sec-Fetch-Site", "cross-site"), code, "touchAnswer", "talked"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void these_pages_are_not_kept_not_framed_not_found_and_make_no_session() {
        var code = asked("arnika", "Arnika");
        for (var page : List.of(
                visitor().get(PAGE),
                post(visitor(), LINK, "code", "nonsense"),
                post(visitor(), LINK, "code", code),
                send(visitor(), code),
                send(visitor(), code, "touchAnswer", "talked"))) {
            assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
            assertThat(page.headers().allValues("X-Robots-Tag")).containsExactly("noindex, nofollow");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none';")
                    .contains("form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http");
            assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(page.cookies()).isEmpty();
            assertThat(page.text()).startsWith("<!DOCTYPE html>").doesNotContain("src=\"http", "href=\"//");
        }
    }

    @Test
    void whoever_tries_many_links_has_to_wait_and_whoever_has_one_need_not() {
        var code = asked("aurora", "Aurora");
        var elsewhere = visitor();
        for (var i = 0; i < 12; i++) {
            assertThat(post(elsewhere, LINK, "code", code).status()).isEqualTo(200);
        }
        assertThat(IntStream.range(0, 12)
                        .map(i -> post(visitor(), LINK, "code", "the same again and again")
                                .status()))
                .endsWith(429, 429);
        assertThat(post(visitor(), LINK, "code", "the same again and again").text())
                .contains("Too many tries just now")
                .doesNotContain("does not work any more<");
        assertThat(post(visitor(), LINK, "code", code).status()).isEqualTo(200);
    }

    @Test
    void it_is_no_way_in() {
        var code = asked("amabel", "Amabel");
        var browser = visitor();
        post(browser, LINK, "code", code);

        assertThat(browser.engine("task/count").status()).isEqualTo(401);
        assertThat(browser.get("/camunda/api/tasklist/plugin/mentoring/default/mentorship")
                        .status())
                .isBetween(400, 499);
        refused(() -> visitor().get(PAGE + ";x"), () -> visitor().get(PAGE + "/../answer/fields.html"));
    }

    // --- who there is, and what they do

    /** Is asked whether she is in touch with Mirko; says what opens. */
    private String asked(String repId, String firstName) {
        var mentorId = "mirko" + repId;
        join(repId, firstName, Group.REPS);
        join(mentorId, "Mirko" + repId, Group.REPS, Group.MENTORS);
        guiding.add(mentorId);
        mentors.save(Mentor.registered(mentorId, 3, Set.of("Coaching"), Set.of("en"), "UTC"));
        var together = mentorships.begin(repId, mentorId);
        mentorships.haveTalked(together, Today.today().minusDays(60));
        jdbc.update("update keep_in_touch set next_on = ? where id = ?", Today.today(), together);
        keepInTouch.askDue();
        letEverythingDueHappen();
        return codeOf(repId, "Are you in touch with");
    }

    private void join(String userId, String firstName, Group... groups) {
        PeopleOfTests.isHere(userId);
        people.register(new Person(userId, firstName, "New", userId + "@example.org"), "mentoring-demo", groups);
        reps.save(Rep.joined(userId, Today.today().minusYears(2)).describedAs(Set.of("en"), "UTC", Set.of(), "", ""));
    }

    private static String codeOf(String userId, String subject) {
        var text = new MailFolder(MAILS).toComeAbout(userId, subject).text();
        var found = CODE.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private TasklistSession visitor() {
        return TasklistSession.anonymous(address());
    }

    /** Presses the button. */
    private static Answer send(TasklistSession browser, String code, String... answers) {
        var fields = new ArrayList<>(List.of("code", code, "send", "yes"));
        for (var i = 0; i < answers.length; i += 2) {
            fields.add("answer." + answers[i]);
            fields.add(answers[i + 1]);
        }
        return post(browser, LINK, fields.toArray(String[]::new));
    }

    private static Answer post(TasklistSession browser, String path, String... fields) {
        var form = IntStream.range(0, fields.length / 2)
                .mapToObj(i ->
                        URLEncoder.encode(fields[2 * i], UTF_8) + "=" + URLEncoder.encode(fields[2 * i + 1], UTF_8))
                .collect(joining("&"));
        return browser.send(
                "POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), form.getBytes(UTF_8));
    }
}
