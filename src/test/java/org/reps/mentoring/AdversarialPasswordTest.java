package org.reps.mentoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Everybody.Change;
import org.reps.mentoring.engine.people.Everybody.Kind;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.wayin.Invitations;
import org.springframework.beans.factory.annotation.Autowired;

/** A stranger at the pages by which people come to a password. */
class AdversarialPasswordTest extends AdversarialTest {

    private static final String CHOOSE = "/password/choose";
    private static final String LINK = "/password/link";
    private static final String FORGOTTEN = "/password/forgotten";
    private static final String PASSPHRASE = "three old spoons";
    private static final String INVITATION = "Welcome: choose your password";

    @Autowired
    Everybody everybody;

    @Autowired
    Invitations invitations;

    private final List<String> invited = new ArrayList<>();

    @AfterEach
    void theyGo() {
        invited.forEach(engine.getIdentityService()::deleteUser);
        jdbc.update("delete from way_in");
        jdbc.update("delete from entry_link");
    }

    // --- choosing

    @Test
    void who_is_invited_chooses_a_password_once_and_logs_in_with_it() {
        var code = invited("noemi");
        var browser = visitor();

        assertThat(browser.get(CHOOSE).status()).isEqualTo(200);
        var form = post(browser, LINK, "code", code);
        assertThat(form.status()).as(form::toString).isEqualTo(200);
        assertThat(form.text()).contains("Hello <span>Noemi</span>", "value=\"noemi\"", "value=\"" + code + "\"");
        var chosen = choose(browser, code, PASSPHRASE);
        assertThat(chosen.status()).as(chosen::toString).isEqualTo(200);
        assertThat(chosen.text()).contains("This is your password now", "/camunda/app/tasklist/default/");

        var again = refused(() -> choose(visitor(), code, "a password of a stranger"));
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("each link works once", "Have another link sent");
        browser.openPage();
        assertThat(browser.login("noemi", PASSPHRASE, "tasklist").status()).isEqualTo(200);
    }

    @Test
    void programs_that_look_at_links_in_mails_use_nothing_up() {
        var code = invited("nuria");
        for (var i = 0; i < 3; i++) {
            for (var method : List.of("GET", "HEAD")) {
                assertThat(visitor()
                                .send(method, CHOOSE + "?code=" + code + "&password=" + code, Map.of(), new byte[0])
                                .status())
                        .isEqualTo(200);
            }
            // Some of them run scripts.
            assertThat(post(visitor(), LINK, "code", code).status()).isEqualTo(200);
        }
        assertThat(visitor().get(LINK + "?code=" + code).status()).isEqualTo(302);

        assertThat(choose(visitor(), code, PASSPHRASE).status()).isEqualTo(200);
    }

    @Test
    void of_two_who_use_a_link_at_the_same_moment_one_wins() throws Exception {
        var code = invited("nevin");
        Callable<Answer> mine = () -> choose(visitor(), code, PASSPHRASE);
        Callable<Answer> theirs = () -> choose(visitor(), code, "a password of a stranger");

        var answers = atOnce(List.of(mine, theirs, mine, theirs));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 410, 410, 410);
        answers.stream()
                .filter(answer -> answer.status() == 410)
                .forEach(answer -> assertThat(answer.text()).contains("each link works once"));
        assertThat(people.hasPassword("nevin", PASSPHRASE))
                .isNotEqualTo(people.hasPassword("nevin", "a password of a stranger"));
    }

    @Test
    void whoever_chooses_another_password_is_logged_out_everywhere_and_need_not_wait_for_wrong_ones() {
        var everywhere = newcomer("nubia");
        var here = visitor();
        here.openPage();
        for (var i = 0; i < 11; i++) {
            assertThat(here.login("nubia", "not any more", "tasklist").status()).isIn(401, 429);
        }
        post(here, FORGOTTEN, "who", "Nubia");
        letEverythingDueHappen();
        var code = code("nubia", "Choose a new password");

        assertThat(choose(here, code, PASSPHRASE).status()).isEqualTo(200);

        assertThat(everywhere.engine("task/count").status()).isEqualTo(401);
        assertThat(here.login("nubia", PASSPHRASE, "tasklist").status()).isEqualTo(200);
        letEverythingDueHappen();
        new MailFolder(MAILS).toComeAbout("nubia", "Your password for the mentorship programme was changed");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "00000000000000000000000000000000",
                "' or '1'='1",
                "../../etc/passwd",
                "${1+1}",
                "<script>alert(1)</script>",
                "\0",
                "\uD83D\uDE00"
            })
    void nonsense_in_place_of_a_link_opens_nothing(String code) {
        var looked = refused(() -> post(visitor(), LINK, "code", code));
        var answer = refused(() -> choose(visitor(), code, PASSPHRASE));

        for (var page : List.of(looked, answer)) {
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("We do not know it.").doesNotContain("<script>alert", "passwd");
        }
    }

    @Test
    void a_password_that_is_too_easy_is_refused_at_its_field() {
        var code = invited("nicole");
        for (var password : List.of("short", "a".repeat(16), "nicoleNICOLE", "\0".repeat(12), "nine".repeat(100))) {
            var answer = refused(() -> choose(visitor(), code, password));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("role=\"alert\"", "Please choose a password of 12 to 256 characters");
        }
    }

    @Test
    void another_page_cannot_send_the_form() {
        var code = invited("nelly");
        for (var origin : List.of("https://evil.example", "null")) {
            var foreign = visitor().sending("Origin", origin);
            assertThat(refused(() -> choose(foreign, code, PASSPHRASE)).status())
                    .isEqualTo(403);
            assertThat(refused(() -> post(foreign, FORGOTTEN, "who", "ruth")).status())
                    .isEqualTo(403);
        }
        var foreign = visitor().sending("Sec-Fetch-Site", "cross-site");
        assertThat(refused(() -> choose(foreign, code, PASSPHRASE)).status()).isEqualTo(403);
    }

    @Test
    void these_pages_are_not_kept_not_framed_and_make_no_session() {
        var code = invited("njord");
        var pages = List.of(
                visitor().get(CHOOSE),
                visitor().get(FORGOTTEN),
                post(visitor(), LINK, "code", code),
                post(visitor(), LINK, "code", "nonsense"),
                post(visitor(), FORGOTTEN, "who", ""),
                choose(visitor(), code, PASSPHRASE),
                choose(visitor(), code, PASSPHRASE));
        for (var page : pages) {
            assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none';")
                    .contains("form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
            assertThat(page.cookies()).isEmpty();
            assertThat(page.text()).startsWith("<!DOCTYPE html>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CHOOSE, LINK, FORGOTTEN})
    void other_ways_to_ask_for_them_are_refused(String page) {
        for (var method : List.of("PUT", "DELETE", "PATCH")) {
            refused(() -> visitor().send(method, page, Map.of(), new byte[0]));
        }
        refused(() -> visitor().send("POST", LINK, Map.of("Content-Type", "application/json"), "{}".getBytes(UTF_8)));
        refused(
                () -> visitor().get(page + "/../link"),
                () -> visitor().get(page + ";x"),
                () -> visitor().get("/password/page.html"));
    }

    // --- forgotten

    @Test
    void who_exists_is_not_told() {
        newcomer("nathan");
        withoutPassword("nobu", "nobu@example.org");
        withoutPassword("nomail", "");
        var answers =
                List.of("nathan", "NATHAN", "nathan@example.org", "nobu", "nomail", "nemo", "nemo@example.org").stream()
                        .map(who -> post(visitor(), FORGOTTEN, "who", who))
                        .toList();

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers).extracting(Answer::text).containsOnly(answers.get(0).text());
        assertThat(answers.get(0).text()).contains("Please look for a mail from us");
        assertThat(answers)
                .extracting(answer -> answer.headers().map().keySet())
                .containsOnly(answers.get(0).headers().map().keySet());
    }

    @Test
    void whoever_asks_very_often_from_one_place_has_to_wait_whoever_they_name() {
        newcomer("nathalie");
        for (var who : List.of("nathalie", "nathalie99")) {
            var cafe = visitor();
            for (var i = 0; i < 10; i++) {
                assertThat(post(cafe, FORGOTTEN, "who", who).status())
                        .as(who + i)
                        .isEqualTo(200);
            }
            var refused = refused(() -> post(cafe, FORGOTTEN, "who", who.toUpperCase() + " "));
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            assertThat(refused.text()).contains("From where you are it was asked very often just now.");
        }
        letEverythingDueHappen();

        assertThat(jdbc.queryForList("select notice from mail where recipient_id = 'nathalie'", String.class))
                .containsExactly("new-password");
        // It is counted apart from logins.
        assertThat(newSession("nathalie").engine("task/count").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"", "  ", "\u200B"})
    void whoever_names_nobody_is_asked_to(String who) {
        var answer = refused(() -> post(visitor(), FORGOTTEN, "who", who));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Please write your user name or your mail address.");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"\0", "%", "a@b@c", "<b>", "' or 1=1 --", "\uD800", "${7*7}"})
    void nonsense_in_place_of_a_name_is_answered_like_any_other(String who) {
        for (var typed : List.of(who + "x", who.repeat(300) + "x")) {
            assertThat(post(visitor(), FORGOTTEN, "who", typed).text()).contains("Please look for a mail from us");
        }
    }

    // --- who there is, and what they do

    private String invited(String userId) {
        withoutPassword(userId, userId + "@example.org");
        invitations.inviteAnew(userId);
        letEverythingDueHappen();
        return code(userId, INVITATION);
    }

    private void withoutPassword(String userId, String address) {
        PeopleOfTests.isHere(userId);
        var name = Character.toUpperCase(userId.charAt(0)) + userId.substring(1);
        invited.add(userId);
        everybody.save(List.of(new Change(new Person(userId, name, "New", address), Kind.NEW, Set.of(Group.REPS))));
    }

    private static String code(String userId, String subject) {
        var link = new MailFolder(MAILS).toComeAbout(userId, subject).link();
        assertThat(link).contains(CHOOSE + "#");
        return link.substring(link.indexOf('#') + 1);
    }

    private TasklistSession visitor() {
        return TasklistSession.anonymous(address());
    }

    private static Answer choose(TasklistSession browser, String code, String password) {
        return post(browser, LINK, "code", code, "password", password, "again", password);
    }

    /** What a browser sends when somebody presses the button of a form. */
    private static Answer post(TasklistSession browser, String path, String... fields) {
        var form = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], UTF_8))
                .collect(joining("&"));
        return browser.send(
                "POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), form.getBytes(UTF_8));
    }
}
