package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;

/** Nobody can do or see more than Tasklist and Cockpit need for them, whatever they send. */
class CommandGateIT {

    private static final String CODE = "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}";
    private static final Map<String, Object> NOTHING = Map.of();

    @TempDir
    static Path directory;

    static RunningJar jar;

    @BeforeAll
    static void start() {
        jar = new RunningJar(directory, Map.of());
        jar.start();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    @ParameterizedTest
    @MethodSource
    void an_expression_in_a_query_is_never_run(String userId, String app, String path, Map<String, Object> query) {
        assertThat(TasklistSession.of(userId, app, jar.address())
                        .engine(path, query)
                        .status())
                .isBetween(400, 403);
    }

    static Stream<Arguments> an_expression_in_a_query_is_never_run() {
        var plain = Map.<String, Object>of("assigneeExpression", CODE);
        var hidden = Map.<String, Object>of("orQueries", List.of(Map.of("candidateUserExpression", CODE)));
        var filter = "filter/" + myTasks() + "/list";
        return Stream.of(
                Arguments.of("rumi", "tasklist", "task", plain),
                Arguments.of("rumi", "tasklist", "task", hidden),
                Arguments.of("rumi", "tasklist", "task/count", hidden),
                Arguments.of("rumi", "tasklist", filter, hidden),
                Arguments.of("rumi", "tasklist", filter.replace("list", "count"), hidden),
                Arguments.of("carmen", "cockpit", "task", hidden),
                Arguments.of("admin", "cockpit", "task", hidden));
    }

    @ParameterizedTest
    @MethodSource
    void a_participant_changes_nothing_but_through_the_form(String method, String path, Object body) {
        var before = state();

        var answer = TasklistSession.of("ruth", jar.address())
                .engine(
                        method,
                        path.replace("{task}", ruthsTask().path("id").asText())
                                .replace(
                                        "{instance}",
                                        ruthsTask().path("processInstanceId").asText()),
                        body);

        assertThat(answer.status()).as(answer::toString).isBetween(400, 499);
        assertThat(state()).isEqualTo(before);
    }

    static Stream<Arguments> a_participant_changes_nothing_but_through_the_form() {
        var injected = Map.of("variables", Map.of("mentorId", Map.of("value", "mei")));
        var value = Map.of("value", "mei", "type", "String");
        return Stream.of(
                Arguments.of("POST", "task/{task}/complete", injected),
                Arguments.of("POST", "task/{task}/resolve", injected),
                Arguments.of("POST", "task/{task}/bpmnError", Map.of("errorCode", "matching-stopped")),
                Arguments.of("POST", "task/{task}/bpmnError", Map.of("errorCode", "unknown")),
                Arguments.of("POST", "task/{task}/bpmnEscalation", Map.of("escalationCode", "unknown")),
                Arguments.of("POST", "task/{task}/claim", Map.of("userId", "rumi")),
                Arguments.of("POST", "task/{task}/unclaim", NOTHING),
                Arguments.of("POST", "task/{task}/assignee", Map.of("userId", "rumi")),
                Arguments.of("POST", "task/{task}/delegate", Map.of("userId", "rumi")),
                Arguments.of("POST", "task/{task}/identity-links", Map.of("userId", "rumi", "type", "candidate")),
                Arguments.of("PUT", "task/{task}", Map.of("name", "Changed", "assignee", "ruth")),
                Arguments.of("DELETE", "task/{task}", NOTHING),
                Arguments.of("PUT", "task/{task}/variables/mentorId", value),
                Arguments.of("PUT", "task/{task}/localVariables/mentorId", value),
                Arguments.of("POST", "task/{task}/comment/create", Map.of("message", "hello")),
                Arguments.of("POST", "task/create", Map.of("name", "Mine")),
                Arguments.of("PUT", "process-instance/{instance}/variables/mentorId", value),
                Arguments.of("DELETE", "process-instance/{instance}", NOTHING),
                Arguments.of(
                        "POST",
                        "process-instance/{instance}/modification",
                        Map.of(
                                "instructions",
                                List.of(Map.of(
                                        "type", "startBeforeActivity", "activityId", "Activity_BeginMentorship")))),
                Arguments.of("PUT", "process-instance/{instance}/suspended", Map.of("suspended", true)),
                Arguments.of(
                        "POST",
                        "process-definition/key/rep-onboarding/start",
                        Map.of(
                                "startInstructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "Activity_Orientation")),
                                "skipCustomListeners",
                                true)),
                Arguments.of("POST", "message", Map.of("messageName", "mentor-resigned")),
                Arguments.of("POST", "signal", Map.of("name", "anything")),
                Arguments.of(
                        "POST",
                        "filter/create",
                        Map.of(
                                "resourceType",
                                "Task",
                                "name",
                                "Mine",
                                "query",
                                Map.of("assigneeExpression", CODE),
                                "properties",
                                NOTHING)),
                Arguments.of(
                        "POST",
                        "authorization/create",
                        Map.of(
                                "type",
                                1,
                                "permissions",
                                List.of("ALL"),
                                "userId",
                                "ruth",
                                "resourceType",
                                6,
                                "resourceId",
                                "*")),
                Arguments.of("PUT", "group/contacts/members/ruth", NOTHING),
                Arguments.of("POST", "deployment/create", NOTHING),
                Arguments.of(
                        "PUT", "user/ruth/profile", Map.of("id", "ruth", "firstName", "Council", "lastName", "Chair")),
                Arguments.of(
                        "PUT",
                        "user/maya/credentials",
                        Map.of("password", "x", "authenticatedUserPassword", "mentoring-demo")),
                Arguments.of("DELETE", "user/ruth", NOTHING));
    }

    @Test
    void a_participant_cannot_guess_what_they_may_not_read() {
        var ruth = TasklistSession.of("ruth", jar.address());
        var guess = Map.of("name", "mentorId", "operator", "eq", "value", "maya");

        assertThat(ruth.engine("task/count", Map.of("processVariables", List.of(guess)))
                        .status())
                .isEqualTo(403);
        assertThat(ruth.engine("task/count", Map.of("orQueries", List.of(Map.of("taskVariables", List.of(guess)))))
                        .status())
                .isEqualTo(403);
        assertThat(ruth.engine("variable-instance").status()).isEqualTo(403);
        assertThat(ruth.engine("history/variable-instance").status()).isEqualTo(403);
    }

    @Test
    void a_form_gets_no_variables_but_those_it_shows() {
        var ruth = TasklistSession.of("ruth", jar.address());
        var id = ruthsTask().path("id").asText();

        var shown = ruth.engine("task/" + id + "/form-variables");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().fieldNames())
                .toIterable()
                .contains("mentor", "askedQuestion", "repAnswer")
                .doesNotContain("excludedMentorIds", "suggestedMentorIds", "mentorId", "reason");
        assertThat(ruth.engine("task/" + id + "/variables").status()).isEqualTo(403);
    }

    @Test
    void everybody_may_change_their_own_password_and_nothing_else_of_themselves() {
        var rolf = TasklistSession.of("rolf", jar.address());
        var change = Map.of("password", "a long new passphrase", "authenticatedUserPassword", "mentoring-demo");

        assertThat(rolf.engine("PUT", "user/rolf/credentials", change).status()).isEqualTo(204);

        var again = TasklistSession.anonymous(jar.address());
        again.openPage();
        assertThat(again.login("rolf", "a long new passphrase", "tasklist").status())
                .isEqualTo(200);
    }

    @Test
    void the_council_sees_a_case_and_changes_nothing_in_it() {
        var carmen = TasklistSession.of("carmen", "cockpit", jar.address());
        var instance =
                "process-instance/" + ruthsTask().path("processInstanceId").asText();
        assertThat(carmen.engine(instance).status()).isEqualTo(200);
        assertThat(carmen.engine(instance + "/activity-instances").status()).isEqualTo(200);
        assertThat(carmen.engine("PUT", instance + "/variables/mentorId", Map.of("value", "mei"))
                        .status())
                .isEqualTo(403);
        assertThat(carmen.engine("DELETE", instance, NOTHING).status()).isEqualTo(403);
        assertThat(carmen.engine("PUT", instance + "/suspended", Map.of("suspended", true))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoever_a_task_is_taken_from_sees_it_no_more() {
        var carmen = TasklistSession.of("carmen", "cockpit", jar.address());
        var rana = TasklistSession.of("rana", jar.address());
        var task = "task/" + rana.myTask("Take the first steps").path("id").asText();

        assertThat(carmen.engine(task + "/assignee", Map.of("userId", "riku")).status())
                .isEqualTo(204);
        assertThat(rana.engine(task).status()).isIn(403, 404);
        assertThat(rana.engine(task + "/form-variables").status()).isIn(403, 404);

        assertThat(carmen.engine(task + "/assignee", Map.of("userId", "rana")).status())
                .isEqualTo(204);
        assertThat(rana.engine(task).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin/x/..;/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create"
            })
    void nobody_sets_up_an_operator_of_their_own(String path) {
        var visitor = TasklistSession.anonymous(jar.address());
        visitor.openPage();

        assertThat(visitor.post(path, Map.of("profile", Map.of("id", "eve"), "credentials", Map.of("password", "eve")))
                        .status())
                .isBetween(400, 499);
    }

    private static JsonNode ruthsTask() {
        return TasklistSession.of("ruth", jar.address()).myTask("Meet your proposed mentor");
    }

    private static String myTasks() {
        return TasklistSession.of("rumi", jar.address())
                .engine("filter?resourceType=Task&name=My%20tasks")
                .body()
                .path(0)
                .path("id")
                .asText();
    }

    /** What the operator sees of tasks, cases, their variables, people and rights. */
    private static Map<String, JsonNode> state() {
        var operator = TasklistSession.of("admin", "cockpit", jar.address());
        var state = new TreeMap<String, JsonNode>();
        for (var what : List.of(
                "task",
                "process-instance",
                "variable-instance",
                "user",
                "group",
                "authorization",
                "filter",
                "deployment")) {
            Answer answer = operator.engine(what + "?maxResults=1000");
            assertThat(answer.status()).as(what).isEqualTo(200);
            state.put(what, answer.body());
        }
        return state;
    }
}
