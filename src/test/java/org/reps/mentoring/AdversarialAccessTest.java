package org.reps.mentoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;
import org.reps.mentoring.engine.people.Group;

/** Who gets in, how far, and for how long. */
class AdversarialAccessTest extends AdversarialTest {

    private static final List<String> VERBS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String API = "/camunda/api/engine/engine/{name}/";

    /** What the login page needs. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "GET /camunda/api/engine/engine",
            "HEAD /camunda/api/engine/engine",
            "OPTIONS /camunda/api/engine/engine",
            "OPTIONS /camunda/api/admin/auth/user/{processEngineName}");

    /** What is answered with what is one's own, or with nothing when it is about somebody else. */
    private static final Set<String> FOR_PARTICIPANTS = engine(
            "GET identity/password-policy",
            "POST identity/password-policy",
            "GET filter",
            "GET filter/count",
            "GET group",
            "POST group",
            "GET group/count",
            "POST group/count",
            "GET history/cleanup/configuration",
            "GET history/task",
            "POST history/task",
            "GET history/task/count",
            "POST history/task/count",
            "GET history/user-operation",
            "GET history/user-operation/count",
            "GET process-definition",
            "GET process-definition/count",
            "GET process-definition/key/{key}",
            "GET process-definition/key/{key}/deployed-start-form",
            "GET process-definition/key/{key}/startForm",
            "GET process-definition/key/{key}/xml",
            // The name and the diagram of a process in which reps have tasks.
            "GET process-definition/{id}",
            "GET process-definition/{id}/startForm",
            "GET process-definition/{id}/xml",
            "GET process-instance",
            "POST process-instance",
            "GET process-instance/count",
            "POST process-instance/count",
            // Nothing to be modified was named, so nothing was asked of the engine.
            "POST process-instance/{id}/modification",
            "GET task",
            "POST task",
            "GET task/count",
            "POST task/count",
            "GET tenant",
            "POST tenant",
            "GET tenant/count",
            "POST tenant/count",
            "GET user",
            "POST user",
            "GET user/count",
            "POST user/count",
            "GET version");

    private static final Set<String> FOR_STAFF = engine(
            "GET batch/statistics",
            "GET batch/statistics/count",
            "GET case-definition",
            "GET case-definition/count",
            "GET decision-definition",
            "GET decision-definition/count",
            "GET decision-requirements-definition",
            "GET decision-requirements-definition/count",
            "GET deployment",
            "GET deployment/count",
            "GET external-task",
            "POST external-task",
            "GET external-task/count",
            "POST external-task/count",
            "GET history/batch",
            "GET history/batch/count",
            "GET history/decision-instance",
            "GET history/decision-instance/count",
            "GET incident",
            "GET incident/count",
            "GET job",
            "POST job",
            "GET job/count",
            "POST job/count",
            "GET job/{id}",
            "GET job-definition",
            "POST job-definition",
            "GET job-definition/count",
            "POST job-definition/count",
            "GET process-definition/key/{key}/static-called-process-definitions",
            "GET process-definition/key/{key}/statistics",
            "GET process-definition/statistics",
            "GET process-definition/{id}/static-called-process-definitions",
            "GET process-definition/{id}/statistics",
            "GET variable-instance",
            "POST variable-instance",
            "GET variable-instance/count",
            "POST variable-instance/count");

    private static final Set<String> FOR_COUNCIL = engine(
            "GET filter/{id}",
            "GET filter/{id}/count",
            "POST filter/{id}/count",
            "GET group/{id}",
            "GET process-instance/{id}",
            "GET process-instance/{id}/activity-instances",
            "GET task/{id}",
            "GET task/{id}/deployed-form",
            "GET task/{id}/identity-links");

    /**
     * Our own pages in Tasklist: one's own mentorship, all that is kept about oneself, the mentors, the key to one's
     * own drafts.
     */
    private static final Set<String> OWN_PAGES = Set.of(
            "GET /camunda/api/tasklist/plugin/handbook/default/diagram/{process}",
            "GET /camunda/api/tasklist/plugin/handbook/default/how-it-works",
            "GET /camunda/api/tasklist/plugin/handbook/default/how-it-works/{process}",
            "GET /camunda/api/tasklist/plugin/handbook/default/mails",
            "GET /camunda/api/tasklist/plugin/handbook/default/rules",
            "GET /camunda/api/tasklist/plugin/mentoring/default/clock",
            "GET /camunda/api/tasklist/plugin/mentoring/default/draft-key",
            "GET /camunda/api/tasklist/plugin/mentoring/default/everything-about-me",
            "GET /camunda/api/tasklist/plugin/mentoring/default/everything-about-me.json",
            "GET /camunda/api/tasklist/plugin/mentoring/default/my-mentorship",
            "GET /camunda/api/tasklist/plugin/mentoring/default/mail-settings",
            "GET /camunda/api/tasklist/plugin/mentoring/default/mentors",
            "GET /camunda/api/tasklist/plugin/mentoring/default/next-task",
            "GET /camunda/api/tasklist/plugin/mentoring/default/people",
            "GET /camunda/api/tasklist/plugin/mentoring/default/profile",
            "GET /camunda/api/tasklist/plugin/mentoring/default/mentors-call",
            "GET /camunda/api/tasklist/plugin/mentoring/default/recognitions",
            "GET /camunda/api/tasklist/plugin/mentoring/default/starts",
            "GET /camunda/api/tasklist/plugin/mentoring/default/suggestions",
            "GET /camunda/api/tasklist/plugin/mentoring/default/task/{id}");

    /** Giving a task to somebody else, or to nobody, is what the council may do. */
    private static final Set<String> REASSIGNING = engine("POST task/{id}/assignee", "POST task/{id}/unclaim");

    private final Map<String, String> inPlaceOfNames = new HashMap<>();

    @Test
    void case_1_who_is_not_logged_in_gets_nothing_anywhere() {
        var visitor = TasklistSession.anonymous(address());
        visitor.openPage();
        var before = DatabaseDump.of(database);
        var got = new TreeMap<String, Answer>();

        for (var path : Route.all().stream().map(Route::path).collect(toSet())) {
            for (var verb : VERBS) {
                var answer = ask(visitor, new Route(verb, path));
                if (answer.status() < 400 || answer.status() >= 500) {
                    got.put(verb + " " + path, answer);
                }
            }
        }

        assertThat(got.keySet()).isSubsetOf(FOR_EVERYBODY);
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();
    }

    @Test
    void case_1_our_own_pages_are_among_what_was_tried() {
        assertThat(Route.all().stream().map(route -> route.method() + " " + route.path()))
                .containsAll(OWN_PAGES);
    }

    @Test
    void case_1_there_are_many_addresses_to_try() {
        assertThat(Route.all())
                .hasSizeGreaterThan(400)
                .contains(
                        new Route("POST", API + "task/{id}/submit-form"),
                        new Route("GET", "/camunda/api/cockpit/plugin/base/{engine}/process-instance"),
                        new Route("POST", "/camunda/api/admin/setup/{engine}/user/create"));
    }

    @ParameterizedTest
    @MethodSource
    void case_1_everybody_gets_an_answer_only_to_what_their_page_asks(String userId, Set<String> expected) {
        var session = as(userId);
        var before = DatabaseDump.of(database);
        var got = new TreeMap<String, Answer>();

        for (var route : Route.all()) {
            var name = route.method() + " " + route.path();
            if (route.method().equals("OPTIONS")
                    || route.path().contains("/auth/user/")
                    || (expected.contains("council") && REASSIGNING.contains(name))) {
                continue;
            }
            var answer = ask(session, route);
            assertThat(answer.status()).as(name + answer).isLessThan(500);
            if (answer.status() >= 400) {
                assertPlain(answer);
            } else {
                got.put(name, answer);
            }
        }

        assertThat(got.keySet())
                .allSatisfy(name -> assertThat(expected.contains(name)
                                || FOR_EVERYBODY.contains(name)
                                || OWN_PAGES.contains(name)
                                || (expected.contains("cockpit") && name.contains(" /camunda/api/cockpit/")))
                        .as(name + " " + got.get(name))
                        .isTrue());
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();
    }

    static Stream<Arguments> case_1_everybody_gets_an_answer_only_to_what_their_page_asks() {
        return Stream.of(
                Arguments.of("ruth", FOR_PARTICIPANTS),
                Arguments.of("mateo", FOR_PARTICIPANTS),
                Arguments.of("anna", all(Set.of("cockpit"), FOR_PARTICIPANTS, FOR_STAFF)),
                Arguments.of("carmen", all(Set.of("cockpit", "council"), FOR_PARTICIPANTS, FOR_STAFF, FOR_COUNCIL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily-round", "send-mail", "tell-person"})
    void case_1_a_process_in_which_nobody_has_tasks_is_not_for_participants(String process) {
        refused(List.of("ruth", "mateo"), session -> session.engine("process-definition/key/" + process));
        refused(List.of("ruth", "mateo"), session -> session.engine("process-definition/key/" + process + "/xml"));
    }

    @Test
    void case_1_a_door_that_no_rule_guards_is_locked_too() {
        var visitor = TasklistSession.anonymous(address());

        assertThat(visitor.get("/unguarded/engine").status()).isEqualTo(200);
        for (var what :
                List.of("user", "task", "process-instance", "deployment", "authorization", "user/admin/profile")) {
            var answer = refused(() -> visitor.get("/unguarded/engine/default/" + what));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.message()).isEqualTo("Please log in first.");
        }
        refused(() -> visitor.post("/unguarded/engine/default/user/create", Map.of("profile", Map.of("id", "eve"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ruth", "mateo", "carmen", "anna"})
    void case_4_an_application_opens_only_to_those_it_is_for(String userId) {
        var session = newSession(userId);
        for (var app : List.of("admin", "cockpit")) {
            if (app.equals("cockpit") && Set.of("carmen", "anna").contains(userId)) {
                continue;
            }
            assertThat(session.get("/camunda/app/" + app + "/default/").status())
                    .isEqualTo(403);
            assertThat(session.login(userId, "mentoring-demo", app).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine;x/default/user",
                "/camunda/api/engine/engine;/default/user",
                "/camunda/api/engine;x/engine/default/user",
                "/camunda/api;234567/engine/default/user",
                "/camunda/api/;x/engine/engine/default/user",
                "/camunda;x/api/engine/engine/default/user",
                "/camunda////////api/engine/default/user",
                "/camunda/api//engine/engine/default/user",
                "//camunda/api/engine/engine/default/user",
                "/camunda/%61pi/;abc/engine/default/user",
                "/camunda/%61pi/engine/engine/default/user",
                "/camunda/api/%65ngine/engine/default/user",
                "/camunda/api/engine/%65ngine/default/user",
                "/%63%61%6d%75nda/api/engine/default/user",
                "/camunda/api/engine/engine/default%2Fuser",
                "/camunda/api/engine/engine/default%252Fuser",
                "/camunda/api/engine/engine/default%5Cuser",
                "/camunda/api/./engine/engine/default/user",
                "/camunda/api/%2e/engine/engine/default/user",
                "/camunda/api/welcome/../engine/engine/default/user",
                "/camunda/api/welcome/%2e%2e/engine/engine/default/user",
                "/camunda/api/welcome/..;/engine/engine/default/user",
                "/camunda/app/tasklist/..;/..;/api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/user.",
                "/camunda/api/engine/engine/default/user.json",
                "/camunda/api/engine/engine/default/user/",
                "/camunda/api/engine/engine/default/user%00",
                "/camunda/api/engine/engine/default/user%0a",
                "/camunda/api/engine/engine/%0adefault/user",
                "/camunda/api/engine/engine/default/identity/password-policy/../../user",
                "/camunda/api/cockpit/plugin;x/base/default/process-instance",
                "/camunda/api/admin/auth;x/user/default",
                "/CAMUNDA/api/engine/engine/default/user",
                "/camunda/api/ENGINE/engine/default/user",
                "/camunda/api/engine/engine/DEFAULT/user",
                "/camunda/api/engine/engine/other/user"
            })
    void case_5_no_way_of_writing_an_address_gets_past_the_login(String path) {
        var visitor = TasklistSession.anonymous(address());
        visitor.openPage();

        refused(
                () -> visitor.send("POST", path, JSON, "{}".getBytes()),
                () -> visitor.send("DELETE", path, JSON, "{}".getBytes()),
                () -> visitor.send("GET", path, JSON, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"task/{other}", "task/{other}/form", "process-instance/{instance}", "user/clara/profile"})
    void case_5_another_format_shows_no_more(String path) {
        var hal = Map.of("Accept", "application/hal+json");
        var ruth = as("ruth");
        var address = "/camunda/api/engine/engine/default/"
                + path.replace("{other}", contacts().getId())
                        .replace("{instance}", contacts().getProcessInstanceId());

        refused(() -> ruth.send("GET", address, hal, new byte[0]));

        var listed = ruth.send("GET", "/camunda/api/engine/engine/default/task?maxResults=50", hal, new byte[0]);
        assertThat(listed.text())
                .contains(ruths().getId())
                .doesNotContain(contacts().getId(), mateos().getId());
    }

    @Test
    void case_6_who_was_deleted_is_out_at_once() {
        var nina = newcomer("nina");
        assertThat(nina.engine("task/count").status()).isEqualTo(200);

        engine.getIdentityService().deleteUser("nina");

        assertThat(refused(() -> nina.engine("task/count")).status()).isEqualTo(401);
        assertThat(refused(() -> nina.start("rep-onboarding", wishes())).status())
                .isIn(401, 403);
    }

    @Test
    void case_7_who_left_a_group_has_its_rights_no_more() {
        // Whoever leaves the last one is logged out (SessionsTest).
        var cora = newcomer("cora", Group.COUNCIL, Group.REPS);
        var instance = "process-instance/" + contacts().getProcessInstanceId();
        assertThat(cora.engine(instance).status()).isEqualTo(200);

        engine.getIdentityService().deleteMembership("cora", Group.COUNCIL.id());

        refused(() -> cora.engine(instance));
        refused(() -> cora.engine("job?maxResults=50"));
        refused(() -> cora.get("/camunda/app/cockpit/default/"));
        refused(() -> cora.get("/camunda/api/cockpit/plugin/base/default/process-instance/count"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "wrong", "stolen", "empty"})
    void case_8_a_write_needs_the_token_of_its_own_page(String token) {
        var forged = newSession("rumi");
        var start = "/camunda/api/engine/engine/default/process-definition/key/rep-onboarding/submit-form";
        var header = switch (token) {
            case "none" -> Map.<String, String>of();
            case "wrong" -> Map.of("X-XSRF-TOKEN", "0123456789ABCDEF0123456789ABCDEF");
            case "stolen" -> Map.of("X-XSRF-TOKEN", as("ruth").cookie("XSRF-TOKEN"));
            default -> Map.of("X-XSRF-TOKEN", "");
        };
        var headers = new HashMap<>(JSON);
        headers.putAll(header);
        forged.withoutToken();

        var body = ("{\"variables\": {\"goals\": {\"value\": \"Mine\"}, \"timeZone\": {\"value\": \"UTC\"},"
                        + " \"languages\": {\"type\": \"Json\", \"value\": \"[\\\"en\\\"]\"}}}")
                .getBytes();
        assertThat(refused(() -> forged.send("POST", start, headers, body)).status())
                .isEqualTo(403);
    }

    @Test
    void case_9_a_session_that_was_known_before_the_login_is_not_the_one_after_it() {
        var session = newSession("riku");
        var known = session.cookie("JSESSIONID");
        var token = session.cookie("XSRF-TOKEN");

        assertThat(session.login("riku", "mentoring-demo", "tasklist").status()).isEqualTo(200);

        assertThat(session.cookie("JSESSIONID")).isNotEqualTo(known);
        assertThat(session.cookie("XSRF-TOKEN")).isNotEqualTo(token);
        var thief = TasklistSession.anonymous(address());
        var old = Map.of("Cookie", "JSESSIONID=" + known);
        assertThat(thief.send("GET", "/camunda/api/engine/engine/default/task/count", old, new byte[0])
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "username=ruth",
                "password=mentoring-demo",
                "username=ruth&password=",
                "username=RUTH&password=mentoring-dem0",
                "username=*&password=mentoring-demo",
                "username=ruth%00&password=mentoring-demo",
                "username=%25&password=%25",
                "username=ruth%27%20or%20%271%27=%271&password=x",
                "{\"username\": \"ruth\", \"password\": \"mentoring-demo\"}"
            })
    void case_11_a_login_that_is_not_one_is_refused_without_a_word_about_who_exists(String form) {
        var visitor = TasklistSession.anonymous(address());
        visitor.openPage();
        var login = "/camunda/api/admin/auth/user/default/login/tasklist";
        for (var type : List.of("application/x-www-form-urlencoded", "application/json", "text/plain")) {
            var headers = Map.of("Content-Type", type);

            // Wrong passwords are counted, so that guessing becomes slow.
            var answer = visitor.send("POST", login, headers, form.getBytes());

            assertThat(answer.status()).isBetween(400, 499);
            assertPlain(answer);
        }
    }

    /** About a case of somebody else. */
    private Answer ask(TasklistSession session, Route route) {
        if (inPlaceOfNames.isEmpty()) {
            inPlaceOfNames.putAll(whatThereIs());
        }
        var body = route.method().equals("GET") ? new byte[0] : "{}".getBytes();
        return session.send(route.method(), route.with(inPlaceOfNames, "x"), JSON, body);
    }

    /** Things of others, by how they are called in an address. */
    private Map<String, String> whatThereIs() {
        var other = contacts();
        var repository = engine.getRepositoryService();
        var values = new HashMap<String, String>();
        for (var named : List.of("engine", "base", "adminPlugins", "cockpitPlugins", "tasklistPlugins", "setup")) {
            values.put(named, "default");
        }
        values.put("task", other.getId());
        values.put("process-instance", other.getProcessInstanceId());
        values.put("execution", other.getExecutionId());
        values.put("process-definition", other.getProcessDefinitionId());
        values.put("key", "rep-onboarding");
        values.put("user", "clara");
        values.put("group", "council");
        values.put("job", cleaningUp());
        values.put(
                "deployment", repository.createDeploymentQuery().list().get(0).getId());
        values.put(
                "filter",
                engine.getFilterService()
                        .createFilterQuery()
                        .filterName("Council queue")
                        .singleResult()
                        .getId());
        return values;
    }

    private String cleaningUp() {
        return engine.getHistoryService().findHistoryCleanupJobs().get(0).getId();
    }

    private static Set<String> engine(String... routes) {
        return Stream.of(routes)
                .map(route -> route.replaceFirst(" ", " " + API))
                .collect(toSet());
    }

    @SafeVarargs
    private static Set<String> all(Set<String>... parts) {
        var all = new HashSet<String>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
