package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;

/** Nobody can do or see more than Tasklist and Cockpit need for them, whatever they send. */
class AdversarialCommandsTest extends AdversarialTest {

    private static final String CODE = "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}";

    @ParameterizedTest
    @MethodSource
    void an_expression_in_a_query_is_never_run(String userId, String app, String path, Map<String, Object> query) {
        assertThat(TasklistSession.of(userId, app, address())
                        .engine(path.replace("{filter}", myTasks()), query)
                        .status())
                .isBetween(400, 403);
    }

    static Stream<Arguments> an_expression_in_a_query_is_never_run() {
        var plain = Map.<String, Object>of("assigneeExpression", CODE);
        var hidden = Map.<String, Object>of("orQueries", List.of(Map.of("candidateUserExpression", CODE)));
        var filter = "filter/{filter}/list";
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

        var answer = TasklistSession.of("ruth", address())
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
        var ruth = TasklistSession.of("ruth", address());
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
        var ruth = TasklistSession.of("ruth", address());
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
        var rosanna = newcomer("rosanna");
        var change = Map.of("password", "a long new passphrase", "authenticatedUserPassword", "mentoring-demo");

        assertThat(rosanna.engine("PUT", "user/rosanna/credentials", change).status())
                .isEqualTo(204);

        var again = TasklistSession.anonymous(address());
        again.openPage();
        assertThat(again.login("rosanna", "a long new passphrase", "tasklist").status())
                .isEqualTo(200);
    }

    @Test
    void the_council_sees_a_case_and_changes_nothing_in_it() {
        var carmen = TasklistSession.of("carmen", "cockpit", address());
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
    void the_council_retries_jobs_and_moves_their_dates() {
        var carmen = TasklistSession.of("carmen", "cockpit", address());
        var job = "job/" + timer(carmen).path("id").asText();
        var due = carmen.engine(job).body().path("dueDate").asText();

        assertThat(carmen.engine("PUT", job + "/duedate", Map.of("duedate", "2040-01-01T10:00:00.000+0000"))
                        .status())
                .isEqualTo(204);
        assertThat(carmen.engine(job).body().path("dueDate").asText()).startsWith("2040-01-01T");
        assertThat(carmen.engine(job + "/duedate/recalculate?creationDateBased=true", NOTHING)
                        .status())
                .isEqualTo(204);
        assertThat(carmen.engine(job).body().path("dueDate").asText()).isEqualTo(due);

        assertThat(carmen.engine("PUT", job + "/retries", Map.of("retries", 1)).status())
                .isEqualTo(204);
        assertThat(carmen.engine(job).body().path("retries").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource
    void the_council_does_nothing_else_with_jobs(String method, String path, Map<String, Object> body) {
        var carmen = TasklistSession.of("carmen", "cockpit", address());
        var before = timer(carmen);

        var answer = carmen.engine(
                method,
                path.replace("{job}", before.path("id").asText())
                        .replace("{definition}", before.path("jobDefinitionId").asText()),
                body);

        assertThat(answer.status()).as(answer::toString).isBetween(400, 403);
        assertThat(timer(carmen)).isEqualTo(before);
    }

    static Stream<Arguments> the_council_does_nothing_else_with_jobs() {
        return Stream.of(
                Arguments.of("PUT", "job/{job}/retries", Map.of("retries", 0)),
                Arguments.of("PUT", "job/{job}/retries", Map.of("retries", 100)),
                Arguments.of("PUT", "job/{job}/duedate", NOTHING),
                Arguments.of("POST", "job/{job}/execute", NOTHING),
                Arguments.of("PUT", "job/{job}/suspended", Map.of("suspended", true)),
                Arguments.of("PUT", "job/{job}/priority", Map.of("priority", 1)),
                Arguments.of("DELETE", "job/{job}", NOTHING),
                Arguments.of("POST", "job/retries", Map.of("retries", 1, "jobQuery", NOTHING)),
                Arguments.of("PUT", "job-definition/{definition}/retries", Map.of("retries", 1)),
                Arguments.of("PUT", "job-definition/{definition}/suspended", Map.of("suspended", true)),
                Arguments.of("PUT", "job-definition/{definition}/jobPriority", Map.of("priority", 1)));
    }

    @Test
    void a_task_that_only_some_can_take_stays_among_them() {
        var carmen = TasklistSession.of("carmen", "cockpit", address());
        var task = "task/" + askForRita(carmen).path("id").asText();
        var candidates = carmen.engine(task + "/identity-links").body().findValuesAsText("userId");
        assertThat(candidates).contains("clara").doesNotContain("rumi", "mateo");

        for (var other : List.of("rumi", "mateo", "nobody")) {
            var refused = carmen.engine(task + "/assignee", Map.of("userId", other));
            assertThat(refused.status()).as(other).isEqualTo(403);
            assertThat(refused.message()).startsWith(other.equals("nobody") ? "Nobody has" : "Only some people can");
        }
        assertThat(askForRita(carmen).path("assignee").isNull()).isTrue();

        assertThat(carmen.engine(task + "/assignee", Map.of("userId", "clara")).status())
                .isEqualTo(204);
        assertThat(askForRita(carmen).path("assignee").asText()).isEqualTo("clara");
        assertThat(carmen.engine(task + "/unclaim", NOTHING).status()).isEqualTo(204);
        assertThat(askForRita(carmen).path("assignee").isNull()).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void the_council_gives_tasks_to_others_and_changes_nothing_else_of_them(
            String method, String path, Map<String, Object> body) {
        var before = state();

        var answer = TasklistSession.of("carmen", "cockpit", address())
                .engine(method, "task/" + ruthsTask().path("id").asText() + path, body);

        assertThat(answer.status()).as(answer::toString).isEqualTo(403);
        assertThat(answer.message()).isNotBlank();
        assertThat(state()).isEqualTo(before);
    }

    static Stream<Arguments> the_council_gives_tasks_to_others_and_changes_nothing_else_of_them() {
        return Stream.of(
                Arguments.of("POST", "/unclaim", NOTHING),
                Arguments.of("POST", "/assignee", Map.of("userId", "nobody")),
                Arguments.of("POST", "/claim", Map.of("userId", "carmen")),
                Arguments.of("POST", "/delegate", Map.of("userId", "carmen")),
                Arguments.of("POST", "/resolve", NOTHING),
                Arguments.of("POST", "/complete", NOTHING),
                Arguments.of("POST", "/identity-links", Map.of("userId", "carmen", "type", "candidate")),
                Arguments.of("POST", "/identity-links", Map.of("userId", "carmen", "type", "assignee")),
                Arguments.of("POST", "/identity-links/delete", Map.of("userId", "ruth", "type", "assignee")),
                Arguments.of("PUT", "", Map.of("owner", "carmen")),
                Arguments.of("PUT", "", Map.of("priority", 1, "assignee", "carmen")));
    }

    @Test
    void whoever_a_task_is_taken_from_sees_it_no_more() {
        var carmen = TasklistSession.of("carmen", "cockpit", address());
        var operator = TasklistSession.of("admin", "cockpit", address());
        var rana = TasklistSession.of("rana", address());
        var task = "task/" + rana.myTask("Take the first steps").path("id").asText();

        assertThat(carmen.engine(task + "/assignee", Map.of("userId", "riku")).message())
                .startsWith("This task is for one person, and only they can do it.");
        assertThat(operator.engine(task + "/assignee", Map.of("userId", "riku")).status())
                .isEqualTo(204);
        assertThat(rana.engine(task).status()).isIn(403, 404);
        assertThat(rana.engine(task + "/form-variables").status()).isIn(403, 404);

        assertThat(operator.engine(task + "/assignee", Map.of("userId", "rana")).status())
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
        var visitor = TasklistSession.anonymous(address());
        visitor.openPage();

        assertThat(visitor.post(path, Map.of("profile", Map.of("id", "eve"), "credentials", Map.of("password", "eve")))
                        .status())
                .isBetween(400, 499);
    }

    private JsonNode ruthsTask() {
        return TasklistSession.of("ruth", address()).myTask("Meet your proposed mentor");
    }

    /** To ask a mentor for rita is for the impartial contacts. */
    private JsonNode askForRita(TasklistSession council) {
        var tasks = council.engine(
                "task?maxResults=50&processInstanceBusinessKey=rita&taskDefinitionKey=Activity_AskMentor");
        assertThat(tasks.status()).as(tasks::toString).isEqualTo(200);
        return tasks.body().path(0);
    }

    /** The reminder that ruth has not got yet. */
    private JsonNode timer(TasklistSession council) {
        var jobs = council.engine("job?maxResults=50&timers=true&sortBy=jobDueDate&sortOrder=asc&processInstanceId="
                + ruthsTask().path("processInstanceId").asText());
        assertThat(jobs.status()).as(jobs::toString).isEqualTo(200);
        return jobs.body().path(0);
    }

    private String myTasks() {
        return TasklistSession.of("rumi", address())
                .engine("filter?resourceType=Task&name=My%20tasks")
                .body()
                .path(0)
                .path("id")
                .asText();
    }

    /** What the operator sees of tasks, cases, their variables, people and rights. */
    private Map<String, JsonNode> state() {
        var operator = TasklistSession.of("admin", "cockpit", address());
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
