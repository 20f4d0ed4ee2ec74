package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people change that is not theirs, or not that way: nothing. */
class AdversarialWritingTest extends AdversarialTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource
    void a_case_moves_on_only_through_its_forms(String number, String method, String path, Object body) {
        // By the one whose task it is, by those who could take it, by the council and by the analyst.
        refused(
                List.of("ruth", "mateo", "clara", "carmen", "anna"),
                (userId, session) -> session.engine(method, inCaseOf(userId, path), body));
    }

    static Stream<Arguments> a_case_moves_on_only_through_its_forms() {
        var injected = Map.of("variables", Map.of("mentorId", Map.of("value", "mei")));
        var value = Map.of("value", "mei", "type", "String");
        var before = Map.of("type", "startBeforeActivity", "activityId", "Activity_BeginMentorship");
        return Stream.of(
                attack("32", "POST", "process-definition/key/rep-onboarding/start", injected),
                attack("32", "POST", "process-definition/key/mentor-matching/start", injected),
                attack("32", "POST", "process-definition/key/send-mail/start", injected),
                attack("32", "POST", "process-definition/key/mentor-matching/submit-form", injected),
                attack("32", "POST", "process-definition/key/send-mail/submit-form", NOTHING),
                attack(
                        "33",
                        "POST",
                        "process-definition/key/rep-onboarding/start",
                        Map.of(
                                "startInstructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "Activity_Orientation")),
                                "skipCustomListeners",
                                true,
                                "skipIoMappings",
                                true)),
                attack("34", "POST", "task/{task}/complete", NOTHING),
                attack("34", "POST", "task/{task}/complete", injected),
                attack("35", "POST", "task/{task}/resolve", injected),
                attack("36", "POST", "task/{task}/bpmnError", Map.of("errorCode", "matching-stopped")),
                attack("36", "POST", "task/{task}/bpmnError", Map.of("errorCode", "unknown")),
                attack("37", "POST", "task/{task}/bpmnEscalation", Map.of("escalationCode", "unknown")),
                attack("38", "POST", "task/{task}/claim", Map.of("userId", "rumi")),
                attack("38", "POST", "task/{task}/claim", Map.of("userId", "")),
                attack("38", "POST", "task/{task}/claim", NOTHING),
                attack("39", "POST", "task/{task}/delegate", Map.of("userId", "rumi")),
                attack("39", "POST", "task/{task}/identity-links", Map.of("userId", "rumi", "type", "candidate")),
                attack("39", "POST", "task/{task}/identity-links", Map.of("groupId", "reps", "type", "candidate")),
                attack("39", "POST", "task/{task}/identity-links/delete", Map.of("userId", "ruth", "type", "assignee")),
                attack("39", "PUT", "task/{task}", Map.of("name", "Changed", "assignee", "ruth")),
                attack("39", "DELETE", "task/{task}", NOTHING),
                attack("39", "POST", "task/create", Map.of("name", "Mine", "assignee", "ruth")),
                attack("42", "PUT", "task/{task}/variables/mentorId", value),
                attack("42", "PUT", "task/{task}/localVariables/mentorId", value),
                attack("42", "POST", "task/{task}/variables", Map.of("modifications", Map.of("mentorId", value))),
                attack("42", "PATCH", "task/{task}/variables", Map.of("modifications", Map.of("mentorId", value))),
                attack("42", "DELETE", "task/{task}/variables/mentorId", NOTHING),
                attack("42", "PUT", "process-instance/{instance}/variables/mentorId", value),
                attack("42", "DELETE", "process-instance/{instance}/variables/mentorId", NOTHING),
                attack(
                        "42",
                        "POST",
                        "process-instance/{instance}/variables",
                        Map.of("modifications", Map.of("mentorId", value))),
                attack("42", "PUT", "execution/{execution}/localVariables/mentorId", value),
                attack(
                        "42",
                        "POST",
                        "process-instance/variables-async",
                        Map.of("processInstanceIds", List.of("x"), "variables", Map.of("mentorId", value))),
                attack("43", "POST", "message", Map.of("messageName", "mentor-resigned")),
                attack("43", "POST", "message", Map.of("messageName", "mentor-resigned", "all", true)),
                attack("43", "POST", "execution/{execution}/messageSubscriptions/mentor-resigned/trigger", NOTHING),
                attack("43", "POST", "execution/{execution}/signal", injected),
                attack("43", "POST", "signal", Map.of("name", "anything")),
                attack("43", "POST", "condition", injected),
                attack(
                        "44",
                        "POST",
                        "process-instance/{instance}/modification",
                        Map.of("instructions", List.of(before))),
                attack(
                        "44",
                        "POST",
                        "modification/execute",
                        Map.of(
                                "processDefinitionId",
                                "x",
                                "processInstanceIds",
                                List.of("x"),
                                "instructions",
                                List.of(before))),
                attack(
                        "44",
                        "POST",
                        "process-definition/key/rep-onboarding/restart",
                        Map.of("processInstanceIds", List.of("x"), "instructions", List.of(before))),
                attack(
                        "44",
                        "POST",
                        "migration/generate",
                        Map.of("sourceProcessDefinitionId", "x", "targetProcessDefinitionId", "y")),
                attack("44", "POST", "process-instance/delete", Map.of("processInstanceIds", List.of("{instance}"))),
                attack("44", "DELETE", "process-instance/{instance}", NOTHING),
                attack("44", "DELETE", "process-instance/{instance}?skipCustomListeners=true", NOTHING),
                attack("44", "DELETE", "history/process-instance/{instance}", NOTHING),
                attack("44", "DELETE", "batch/x", NOTHING),
                attack("45", "PUT", "process-instance/{instance}/suspended", Map.of("suspended", true)),
                attack(
                        "45",
                        "PUT",
                        "process-definition/suspended",
                        Map.of("processDefinitionKey", "rep-onboarding", "suspended", true)),
                attack("45", "POST", "job/x/execute", NOTHING),
                attack(
                        "45",
                        "PUT",
                        "job/suspended",
                        Map.of("processDefinitionKey", "rep-onboarding", "suspended", true)),
                attack("45", "POST", "history/cleanup?immediatelyDue=true", NOTHING),
                attack("45", "PUT", "process-definition/key/rep-onboarding/history-time-to-live", NOTHING),
                attack("45", "DELETE", "process-definition/key/rep-onboarding?cascade=true", NOTHING),
                attack("46", "POST", "deployment/create", NOTHING),
                attack("46", "DELETE", "deployment/{deployment}?cascade=true", NOTHING),
                attack("46", "POST", "deployment/{deployment}/redeploy", NOTHING),
                attack(
                        "47",
                        "POST",
                        "filter/create",
                        Map.of("resourceType", "Task", "name", "Mine", "query", NOTHING, "properties", NOTHING)),
                attack(
                        "47",
                        "PUT",
                        "filter/{filter}",
                        Map.of("resourceType", "Task", "name", "Mine", "query", NOTHING, "properties", NOTHING)),
                attack("47", "DELETE", "filter/{filter}", NOTHING),
                attack(
                        "48",
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
                attack("48", "PUT", "authorization/{authorization}", Map.of("permissions", List.of("ALL"))),
                attack("48", "DELETE", "authorization/{authorization}", NOTHING),
                attack("49", "POST", "user/create", Map.of("profile", Map.of("id", "eve"), "credentials", NOTHING)),
                attack("49", "PUT", "group/council/members/ruth", NOTHING),
                attack("49", "PUT", "group/camunda-admin/members/anna", NOTHING),
                attack("49", "DELETE", "group/council/members/clara", NOTHING),
                attack("49", "POST", "group/create", Map.of("id", "eves", "name", "Eves", "type", "PROGRAMME")),
                attack("49", "PUT", "group/reps", Map.of("id", "reps", "name", "Changed", "type", "SYSTEM")),
                attack("49", "DELETE", "group/reps", NOTHING),
                attack("49", "POST", "tenant/create", Map.of("id", "eve", "name", "Eve")),
                attack("50", "PUT", "user/{me}/profile", Map.of("id", "{me}", "firstName", "Chair", "lastName", "Of")),
                attack("50", "PUT", "user/{me}/profile", Map.of("id", "{me}", "email", "me@elsewhere.example")),
                attack("50", "PUT", "user/{me}/profile", Map.of("id", "clara", "firstName", "Me", "lastName", "Too")),
                attack("50", "PUT", "user/admin/profile", Map.of("id", "admin", "firstName", "E", "lastName", "V")),
                attack(
                        "50",
                        "PUT",
                        "user/maya/credentials",
                        Map.of("password", "a new long passphrase", "authenticatedUserPassword", "mentoring-demo")),
                attack("50", "PUT", "user/{me}/credentials", Map.of("password", "a new long passphrase")),
                attack("50", "DELETE", "user/{me}", NOTHING),
                attack("50", "POST", "user/clara/unlock", NOTHING),
                attack("50", "POST", "identity/verify", Map.of("username", "maya", "password", "mentoring-demo")),
                attack("51", "POST", "task/{task}/comment/create", Map.of("message", "hello")),
                attack(
                        "51",
                        "POST",
                        "task/{task}/comment/create",
                        Map.of("message", "hello", "processInstanceId", "{instance}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ravi", "admin"})
    void not_even_the_operator_gives_the_password_of_one_account_to_another(String other) {
        var refused = refused(() ->
                as("admin").engine("PUT", "user/rita/profile", Map.of("id", other, "firstName", "E", "lastName", "V")));

        assertThat(refused.message()).startsWith("User name: \"" + other + "\" is another account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"group/camunda-admin", "group/camunda-admin/members/admin", "user/admin"})
    void the_last_operator_stays(String path) {
        refused(() -> as("admin").engine("DELETE", path, NOTHING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Ravi"})
    void whoever_has_no_account_has_not_left_because_somebody_deletes_it(String userId) {
        var before = jdbc.queryForList("select * from known_person order by id");

        assertThat(as("admin").engine("DELETE", "user/" + userId, NOTHING).status())
                .isEqualTo(204);
        assertThat(jdbc.queryForList("select * from known_person order by id")).isEqualTo(before);
    }

    @ParameterizedTest(name = "39 {0}")
    @ValueSource(strings = {"unclaim", "assignee"})
    void case_39_only_the_council_gives_tasks_to_others(String what) {
        refused(
                List.of("ruth", "mateo", "anna"),
                session -> session.engine("task/" + ruths().getId() + "/" + what, Map.of("userId", "mateo")));
    }

    @ParameterizedTest(name = "38 {0} claims for {1}")
    @CsvSource({"clara, chidi", "clara, CLARA", "chidi, *", "ruth, ruth", "mateo, mateo", "carmen, carmen"})
    void case_38_a_task_is_claimed_only_by_those_it_is_offered_to_and_for_themselves(String userId, String claimedFor) {
        refused(() -> as(userId).engine("task/" + contacts().getId() + "/claim", Map.of("userId", claimedFor)));
    }

    @Test
    void cases_38_and_40_a_task_somebody_has_taken_is_not_for_the_others() {
        var task = contacts().getId();
        var decision = Map.of("contactDecision", "stop", "stopReason", "No");
        var concern = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("Activity_LookIntoConcern")
                .taskUnassigned()
                .list()
                .get(0)
                .getId();
        assertThat(refused(() -> as("clara").submit(concern, Map.of())).message())
                .isEqualTo("Please open this task first. Only one person reads what is told in it in confidence.");
        engine.getTaskService().claim(task, "clara");
        try {
            assertThat(refused(() -> as("chidi").submit(task, decision)).message())
                    .isEqualTo("Somebody else has taken this task. Please refresh your task list.");
            refused(
                    () -> as("chidi").engine("task/" + task + "/claim", Map.of("userId", "chidi")),
                    () -> as("carmen").submit(task, decision),
                    () -> as("ruth").submit(task, decision),
                    () -> as("anna").submit(task, decision));
        } finally {
            engine.getTaskService().setAssignee(task, null);
        }
    }

    @Test
    void case_41_whoever_a_task_was_taken_from_has_nothing_to_do_with_it_any_more() {
        var task = ranas().getId();
        engine.getTaskService().setAssignee(task, "riku");
        try {
            refused(
                    () -> as("rana").submit(task, Map.of("firstSteps", "stop")),
                    () -> as("rana").engine("task/" + task + "/claim", Map.of("userId", "rana")),
                    () -> as("rana").engine("task/" + task),
                    () -> as("rana").engine("task/" + task + "/form-variables"));
        } finally {
            engine.getTaskService().setAssignee(task, "rana");
        }
    }

    @Test
    void nobody_not_even_the_operator_adds_to_those_who_can_read_a_concern() {
        newcomer("nadim");
        var concern = "task/"
                + engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("Activity_LookIntoConcern")
                        .list()
                        .get(0)
                        .getId();

        for (var candidate : List.of(Map.of("userId", "nadim"), Map.of("groupId", "reps"))) {
            var link = new HashMap<String, Object>(candidate);
            link.put("type", "candidate");
            var refused = refused(
                    () -> as("admin").engine(concern + "/identity-links", link),
                    () -> as("admin").engine(concern + "/identity-links/delete", link));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.message()).startsWith("Who can take a task is said by its diagram.");
        }
    }

    @Test
    void the_council_does_not_put_off_when_the_programme_looks_what_is_due() {
        var begins =
                engine
                        .getManagementService()
                        .createJobQuery()
                        .timers()
                        .processDefinitionKey("daily-round")
                        .list()
                        .stream()
                        .filter(job -> job.getProcessInstanceId() == null)
                        .map(job -> "job/" + job.getId())
                        .toList();

        assertThat(begins).isNotEmpty();
        for (var job : begins) {
            var refused = refused(
                    () -> as("carmen")
                            .engine("PUT", job + "/duedate", Map.of("duedate", "2999-12-24T00:00:00.000+0000")),
                    () -> as("carmen").engine(job + "/duedate/recalculate?creationDateBased=true", NOTHING));
            assertThat(refused.message()).startsWith("When this begins is said by its diagram");
        }
    }

    @Test
    void nobody_in_the_council_moves_the_last_day_of_somebody_who_leaves() {
        newcomer("nastja")
                .start(
                        "leave-programme",
                        Map.of("lastDay", Today.today().plusDays(30).toString()));
        letEverythingDueHappen();
        var leaving = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("leave-programme")
                .variableValueEquals("personId", "nastja")
                .singleResult();
        var timer = engine.getManagementService()
                .createJobQuery()
                .timers()
                .processInstanceId(leaving.getId())
                .singleResult();
        var date = "job/" + timer.getId() + "/duedate";

        for (var moment : List.of("2020-01-01T10:00:00.000+0000", "2999-12-24T00:00:00.000+0000")) {
            var refused = refused(
                    List.of("clara", "carmen"), session -> session.engine("PUT", date, Map.of("duedate", moment)));
            assertThat(refused.message())
                    .isEqualTo("Somebody was told that they have until then, so only the operator can move this date.");
        }
        refused(() -> as("clara").engine(date + "/recalculate?creationDateBased=true", NOTHING));
        engine.getRuntimeService().deleteProcessInstance(timer.getProcessInstanceId(), "test over");
        engine.getIdentityService().deleteUser("nastja");
    }

    @Test
    void case_68_a_task_that_is_done_cannot_be_done_again() {
        newcomer("nerys");
        programme.rep("nerys").looksForAMentor();
        letEverythingDueHappen();
        var offer =
                as("mateo").take("Offer to mentor Nerys", "mateo").path("id").asText();
        assertThat(as("mateo").submit(offer, Map.of("mentorOffers", "yes")).status())
                .isEqualTo(204);

        var replayed = refused(
                () -> as("mateo").engine("task/" + offer + "/claim", Map.of("userId", "mateo")),
                () -> as("mateo").engine("task/" + offer),
                () -> as("mateo").engine("task/" + offer + "/form-variables"),
                () -> as("mateo").engine("task/" + offer + "/deployed-form"),
                () -> as("mateo").submit(offer, Map.of("mentorOffers", "no")));
        assertThat(replayed.status()).isEqualTo(409);
        refused(() -> as("mateo").submit("00000000-0000-0000-0000-000000000000", Map.of("mentorOffers", "no")));
    }

    /** One account gets one case, however often it asks; so a thousand requests are a thousand refusals. */
    @Test
    void case_70_one_account_starts_one_case() {
        var nick = newcomer("nick");
        assertThat(nick.start("rep-onboarding", wishes()).status()).isEqualTo(200);

        var before = DatabaseDump.of(database);
        for (int i = 0; i < 100; i++) {
            var again = nick.start("rep-onboarding", wishes());
            assertThat(again.status()).isEqualTo(400);
            assertThat(again.message()).isEqualTo("A mentor is being looked for already for you.");
        }
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();
        refused(() -> nick.start("mentor-matching", NOTHING), () -> nick.start("send-mail", NOTHING));
    }

    private String inCaseOf(String userId, String path) {
        var task = switch (userId) {
            case "mateo" -> mateos();
            case "clara" -> contacts();
            default -> ruths();
        };
        return path.replace("{task}", task.getId())
                .replace("{instance}", task.getProcessInstanceId())
                .replace("{execution}", task.getExecutionId())
                .replace("{me}", userId)
                .replace(
                        "{authorization}",
                        engine.getAuthorizationService()
                                .createAuthorizationQuery()
                                .userIdIn("ruth")
                                .list()
                                .get(0)
                                .getId())
                .replace(
                        "{deployment}",
                        engine.getRepositoryService()
                                .createDeploymentQuery()
                                .list()
                                .get(0)
                                .getId())
                .replace(
                        "{filter}",
                        engine.getFilterService()
                                .createFilterQuery()
                                .filterName("My tasks")
                                .singleResult()
                                .getId());
    }

    private static Arguments attack(String number, String method, String path, Object body) {
        return Arguments.of(number, method, path, body);
    }
}
