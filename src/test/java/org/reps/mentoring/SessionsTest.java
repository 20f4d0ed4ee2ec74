package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.person.KnownPeople;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has a session, how long, and what is left of it when it ends. */
class SessionsTest extends AdversarialTest {

    @Autowired
    private KnownPeople known;

    private static final String PASSWORD = "mentoring-demo";
    private static final String NEW_PASSWORD = "a long new passphrase";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";

    // --- when it begins

    @ParameterizedTest
    @ValueSource(strings = {"stella", "Stella", "STELLA"})
    void who_writes_the_user_name_with_capital_letters_is_the_same_person(String typed) {
        newcomer("stella");
        var phone = TasklistSession.anonymous(address());
        phone.openPage();

        var answer = phone.login(typed, PASSWORD, "tasklist");

        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(answer.body().path("userId").asText()).isEqualTo("stella");
        assertLoggedIn(phone);
        phone.start("rep-onboarding", wishes());
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("rep-onboarding")
                        .processInstanceBusinessKey("stella")
                        .count())
                .isOne();
    }

    @Test
    void with_capital_letters_nobody_has_more_attempts_or_gets_in_with_another_password() {
        newcomer("sunny");
        var stranger = TasklistSession.anonymous(address());
        stranger.openPage();
        for (var typed : List.of("Sunny", "SUNNY", "sunny", "Sunny ", "Sünny")) {
            assertThat(stranger.login(typed, "a wrong password", "tasklist").status())
                    .isEqualTo(401);
        }
        assertThat(stranger.login("Sunny ", PASSWORD, "tasklist").status()).isEqualTo(401);
    }

    // --- when it ends

    @Test
    void who_changes_their_password_is_logged_out_everywhere() {
        var here = newcomer("sanna");
        var elsewhere = newSession("sanna");

        var change = Map.of("password", NEW_PASSWORD, "authenticatedUserPassword", PASSWORD);
        assertThat(here.engine("PUT", "user/sanna/credentials", change).status())
                .isEqualTo(204);

        assertLoggedOut(here);
        assertLoggedOut(elsewhere);
        elsewhere.openPage();
        assertThat(elsewhere.login("sanna", NEW_PASSWORD, "tasklist").status()).isEqualTo(200);
        assertLoggedIn(elsewhere);
    }

    @Test
    void whose_password_the_operator_changes_is_logged_out() {
        var simon = newcomer("simon");

        var change = Map.of("password", NEW_PASSWORD, "authenticatedUserPassword", PASSWORD);
        var changed = as("admin").engine("PUT", "user/simon/credentials", change);
        assertThat(changed.status()).as(changed::toString).isEqualTo(204);

        assertLoggedOut(simon);
        assertLoggedIn(as("admin"));
    }

    @Test
    void whose_account_goes_is_logged_out_and_stays_so_when_there_is_one_again() {
        var sofia = newcomer("sofia");
        engine.getIdentityService().deleteUser("sofia");
        known.expect("sofia");
        people.register(new Person("sofia", "Sofia", "Other", "other@example.org"), PASSWORD, Group.REPS);

        assertLoggedOut(sofia);
    }

    @Test
    void whose_account_goes_is_logged_out() {
        var sven = newcomer("sven");
        engine.getIdentityService().deleteUser("sven");

        assertLoggedOut(sven);
    }

    @Test
    void who_leaves_the_last_group_is_logged_out_for_good() {
        var selma = newcomer("selma");
        people.join(Group.MENTORS, "selma");
        people.leave(Group.MENTORS, "selma");
        assertLoggedIn(selma);

        people.leave(Group.REPS, "selma");
        assertLoggedOut(selma);

        people.join(Group.REPS, "selma");
        assertLoggedOut(selma);
    }

    @Test
    void who_logs_out_leaves_neither_a_session_nor_anything_in_the_browser() {
        var soren = newcomer("soren");
        var known = soren.cookie("JSESSIONID");

        var answer = soren.post(WHO_AM_I + "/logout", NOTHING);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Clear-Site-Data")).containsExactly("\"storage\"");
        assertLoggedOut(soren);
        soren.openPage();
        assertThat(soren.login("soren", PASSWORD, "tasklist").status()).isEqualTo(200);
        assertThat(soren.cookie("JSESSIONID")).isNotEqualTo(known);
    }

    // --- who has none

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/camunda",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/tasklist/plugin/mentoring/static/app/plugin.js",
                "/camunda/api/tasklist/plugin/mentoring/default/mentors",
                "/camunda/api/cockpit/plugin/council/default/programme",
                WHO_AM_I,
                "/engine-rest/engine",
                "/error",
                "/nothing"
            })
    void who_is_not_logged_in_gets_no_session(String path) {
        assertNoSession(TasklistSession.anonymous(address()).get(path));
    }

    @Test
    void nor_does_who_tries_in_vain() {
        var stranger = TasklistSession.anonymous(address());
        stranger.openPage();

        for (var answer : List.of(
                stranger.login("sigrid", "a wrong password", "tasklist"),
                // An analyst has nothing to do in Tasklist.
                stranger.login("anna", PASSWORD, "tasklist"),
                stranger.engine("task/count", NOTHING),
                stranger.post(WHO_AM_I + "/logout", NOTHING),
                stranger.withoutToken().login("ruth", PASSWORD, "tasklist"),
                stranger.engine("task/count", NOTHING))) {
            assertNoSession(answer);
        }
    }

    /** Otherwise another site could log people in as somebody else, who then reads what they write. */
    @ParameterizedTest
    @CsvSource({
        "0123456789ABCDEF0123456789ABCDEF,",
        "0123456789ABCDEF0123456789ABCDEF, 0123456789ABCDEF0123456789ABCDE0",
        "x, x"
    })
    void a_login_needs_the_token_of_our_own_page(String cookie, String header) {
        var stranger = TasklistSession.anonymous(address());
        var headers = Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                "XSRF-TOKEN=" + cookie,
                "X-XSRF-TOKEN",
                header == null ? "" : header);

        var answer = refused(() -> stranger.send(
                "POST", WHO_AM_I + "/login/tasklist", headers, "username=ruth&password=mentoring-demo".getBytes()));

        assertThat(answer.status()).isEqualTo(403);
        assertNoSession(answer);
    }

    // --- where it comes from

    /** Nobody is a proxy here, whatever they say. */
    @Test
    void who_tries_passwords_is_slowed_down_whatever_they_say_of_where_they_are() {
        newcomer("solveig");
        var stranger = TasklistSession.anonymous(address());
        stranger.openPage();
        for (var i = 0; i < 10; i++) {
            stranger.sending("X-Forwarded-For", "198.51.100." + i).sending("X-Real-IP", "203.0.113." + i);
            assertThat(stranger.login("solveig", "guess " + i, "tasklist").status())
                    .isEqualTo(401);
        }

        stranger.sending("X-Forwarded-For", "192.0.2.1").sending("Forwarded", "for=192.0.2.1");

        assertThat(stranger.login("solveig", PASSWORD, "tasklist").status()).isEqualTo(429);
    }

    // --- with what a browser seals drafts when it ends

    @Test
    void each_gets_a_key_of_their_own_and_nobody_that_of_another() {
        var key = "/camunda/api/tasklist/plugin/mentoring/default/draft-key";
        var sunniva = newcomer("sunniva");
        var hers = sunniva.get(key).body().path("key").asText();

        assertThat(Base64.getDecoder().decode(hers)).hasSize(32);
        assertThat(newSession("sunniva").get(key).body().path("key").asText()).isEqualTo(hers);
        assertThat(as("ruth").get(key).body().path("key").asText()).isNotEmpty().isNotEqualTo(hers);
        assertThat(TasklistSession.anonymous(address()).get(key).status()).isEqualTo(401);
        people.leave(Group.REPS, "sunniva");
        assertThat(sunniva.get(key).status()).isEqualTo(401);
    }

    // --- what nobody keeps

    @ParameterizedTest
    @ValueSource(
            strings = {
                WHO_AM_I,
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/task/nothing",
                "/camunda/api/engine/engine/default/filter?resourceType=Task",
                "/camunda/api/engine/engine/default/process-definition/key/raise-concern/deployed-start-form",
                "/camunda/api/tasklist/plugin/mentoring/default/my-mentorship",
                "/camunda/api/tasklist/plugin/mentoring/default/mentors",
                "/camunda/api/cockpit/plugin/council/default/access",
                "/camunda/api/cockpit/plugin/council/default/programme",
                "/camunda/api/cockpit/plugin/base/default/process-instance/count",
                "/camunda/api/engine/nothing"
            })
    void neither_browser_nor_proxy_keeps_an_answer(String path) {
        for (var asking : List.of(as("carmen"), as("ruth"), TasklistSession.anonymous(address()))) {
            assertNotKept(asking.get(path));
        }
    }

    @Test
    void nor_what_a_form_shows() {
        var id = ruths().getId();
        for (var part : List.of("form-variables", "deployed-form", "form", "")) {
            assertNotKept(as("ruth").engine("task/" + id + "/" + part));
        }
    }

    @Test
    void nor_what_a_program_of_an_analyst_gets() {
        assertNotKept(TasklistSession.anonymous(address()).get("/engine-rest/engine"));
        assertNotKept(TasklistSession.anonymous(address())
                .sending("Authorization", "Basic YW5uYTptZW50b3JpbmctZGVtbw==")
                .get("/engine-rest/task"));
    }

    private static void assertLoggedIn(TasklistSession session) {
        assertThat(session.get(WHO_AM_I).body().path("userId").asText()).isNotEmpty();
    }

    private static void assertLoggedOut(TasklistSession session) {
        assertThat(session.engine("task/count").status()).isEqualTo(401);
        assertThat(session.get(WHO_AM_I).status()).isEqualTo(404);
    }

    private static void assertNoSession(TasklistSession.Answer answer) {
        assertThat(answer.cookies()).as(answer::toString).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    private static void assertNotKept(TasklistSession.Answer answer) {
        assertThat(answer.headers().allValues("Cache-Control"))
                .as(answer::toString)
                .containsExactly("no-store");
    }
}
