package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

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

    /** Besides a right answer, so that this is what it is refused for. */
    @ParameterizedTest(name = "28–31 {0}")
    @ValueSource(
            strings = {
                "approved",
                "mentorId",
                "menteeId",
                "mentorshipId",
                "startedBy",
                "excludedMentorIds",
                "recommendedMentorId",
                "loopCounter",
                "nrOfCompletedInstances",
                "initiator",
                "task",
                "execution",
                "matching",
                "onboarding",
                "mentorships",
                "council",
                "rules",
                "environment",
                "dataSource",
                "authenticatedUserId",
                "goals.extra",
                "",
                " ",
                "__proto__",
                "${menteeId}"
            })
    void cases_28_to_31_what_is_not_in_the_form_is_not_taken(String name) {
        var answer = refused(
                () -> as("rumi").start("rep-onboarding", wishesWith(name, "mei")),
                () -> as("ruth").submit(ruths().getId(), Map.of("repAnswer", "yes", name, "mei")),
                () -> as("mateo").submit(mateos().getId(), with(theCall(), name, "mei")));

        assertThat(answer.message()).isEqualTo("\"" + name + "\" is not part of this form.");
    }

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
        assertThat(refused(() -> as("chidi").submit(task, decision)).message())
                .isEqualTo("Please claim this task first.");
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

    @ParameterizedTest(name = "65 {0}")
    @MethodSource
    void case_65_a_form_is_checked_on_the_server(String userId, Map<String, ?> answers, String message) {
        var answer = refused(() -> submit(userId, answers));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
    }

    static Stream<Arguments> case_65_a_form_is_checked_on_the_server() {
        var notAnOption = ": please choose one of the options.";
        return Stream.of(
                Arguments.of("rumi", wishesWith("goals", ""), "What would you like to achieve?: please answer this."),
                Arguments.of(
                        "rumi", wishesWith("goals", " \n\t "), "What would you like to achieve?: please answer this."),
                Arguments.of(
                        "rumi",
                        wishesWith("goals", "\u00a0\u2003\u3000"),
                        "What would you like to achieve?: please answer this."),
                Arguments.of("rumi", wishesWith("languages", List.of()), "Languages you speak: please answer this."),
                Arguments.of("rumi", wishesWith("languages", List.of("xx")), "Languages you speak" + notAnOption),
                Arguments.of("rumi", wishesWith("languages", List.of("en", "xx")), "Languages you speak" + notAnOption),
                Arguments.of("rumi", wishesWith("timeZone", "Mars/Olympus"), "Your time zone" + notAnOption),
                Arguments.of("rumi", wishesWith("timeZone", "utc"), "Your time zone" + notAnOption),
                Arguments.of("ruth", Map.of("repAnswer", "YES"), "Your answer" + notAnOption),
                Arguments.of("ruth", Map.of("repAnswer", "maybe"), "Your answer" + notAnOption),
                Arguments.of("ruth", NOTHING, "Your answer: please answer this."),
                Arguments.of("ruth", Map.of("repAnswer", "question"), "Your question: please answer this."),
                Arguments.of(
                        "rana",
                        Map.of("firstSteps", "taken", "agreementSigned", false),
                        "I have signed the agreement: please tick this. My profile is complete: please tick this."
                                + " I have joined the group and its channels: please tick this."
                                + " My first goal, in my own words: please answer this."),
                Arguments.of("mateo", with(theCall(), "contactEvery", "never"), "How often?" + notAnOption),
                Arguments.of(
                        "mateo",
                        with(theCall(), "channel", "x".repeat(201)),
                        "How will you keep in touch?: please write at most 200 characters; these are 201."),
                Arguments.of("mateo", with(theCall(), "heldOn", "2999-01-01"), "Held on: please check the year."));
    }

    @ParameterizedTest(name = "66 {0}")
    @ValueSource(
            strings = {
                "0000-01-01",
                "0000-00-00",
                "9999-12-31",
                "10000-01-01",
                "2026-02-30",
                "2026-02-29",
                "2026-13-01",
                "2026-1-1",
                "-2026-01-01",
                "+2026-01-01",
                "2026-01-01T00:00:00Z",
                "01.02.2026",
                "20260101",
                "today",
                "٢٠٢٦-٠١-٠١",
                "2026-01-01\u0000",
                "1999-12-31"
            })
    void case_66_a_day_that_does_not_exist_or_cannot_be_meant_is_refused(String day) {
        assertThat(refused(() -> as("mateo").submit(mateos().getId(), with(theCall(), "heldOn", day)))
                        .message())
                .startsWith("Held on: ");
    }

    @ParameterizedTest(name = "67 {1} for {0}")
    @CsvSource({
        "rumi, mei",
        "rumi, nobody99",
        "rumi, *",
        "rumi, RUMI",
        "rumi, camunda-admin",
        "mateo, rumi",
        "clara, nobody99",
        "clara, *",
        "clara, RUMI",
        "clara, rumi%",
        "clara, council",
        "clara, anna",
        "clara, clara",
        "clara, ruth",
        "clara, ravi"
    })
    void case_67_nobody_starts_for_somebody_who_is_not_a_rep_without_a_mentor(String userId, String onBehalfOf) {
        assertThat(refused(() -> as(userId).start("rep-onboarding", wishesWith("onBehalfOf", onBehalfOf)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "67 {0}")
    @ValueSource(strings = {"remy", "clara", "nobody99", "*", "MATEO", "mei", "musa", "rumi", "${'mateo'}"})
    void case_67_a_contact_asks_nobody_but_a_mentor_with_a_free_place(String mentorId) {
        var task = contacts().getId();
        engine.getTaskService().claim(task, "clara");
        try {
            var decision = Map.of("contactDecision", "ask", "recommendedMentorId", mentorId);
            assertThat(refused(() -> as("clara").submit(task, decision)).message())
                    .isEqualTo("Whom shall we ask?: please choose one of the options.");
        } finally {
            engine.getTaskService().setAssignee(task, null);
        }
    }

    @Test
    void case_65_what_is_hidden_is_not_kept() {
        var secret = "hidden-marker";
        var nora = newcomer("nora");
        assertThat(nora.start("rep-onboarding", wishes()).status()).isEqualTo(200);
        letEverythingDueHappen();
        var offer = as("mateo").take("Offer to mentor Nora", "mateo");

        // The date is only asked for when the answer is no.
        var answers = Map.of("mentorOffers", "yes", "noNewMenteesUntil", "2100-01-01");
        assertThat(as("mateo").submit(offer, answers).status()).isEqualTo(204);
        letEverythingDueHappen();
        var proposal = nora.myTask("Meet your proposed mentor");
        assertThat(nora.submit(proposal, Map.of("repAnswer", "yes", "declineReason", secret, "repQuestion", secret))
                        .status())
                .isEqualTo(204);
        letEverythingDueHappen();

        var after = DatabaseDump.of(database);
        assertThat(after.containing(secret)).isEmpty();
        assertThat(after.containing("2100-01-01")).isEmpty();
    }

    @Test
    void case_68_a_task_that_is_done_cannot_be_done_again() {
        var nelly = newcomer("nelly");
        assertThat(nelly.start("rep-onboarding", wishes()).status()).isEqualTo(200);
        letEverythingDueHappen();
        var offer =
                as("mateo").take("Offer to mentor Nelly", "mateo").path("id").asText();
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
            assertThat(again.message()).isEqualTo("A mentor is being looked for already for Nick.");
        }
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();
        refused(() -> nick.start("mentor-matching", NOTHING), () -> nick.start("send-mail", NOTHING));
    }

    private TasklistSession.Answer submit(String userId, Map<String, ?> answers) {
        return switch (userId) {
            case "ruth" -> as(userId).submit(ruths().getId(), answers);
            case "rana" -> as(userId).submit(ranas().getId(), answers);
            case "mateo" -> as(userId).submit(mateos().getId(), answers);
            default -> as(userId).start("rep-onboarding", answers);
        };
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

    private static Map<String, Object> theCall() {
        return Map.of(
                "heldOn",
                today().toString(),
                "channel",
                "Video call",
                "contactEvery",
                "every week",
                "firstGoals",
                "Get to know the programme");
    }

    private static Map<String, Object> with(Map<String, Object> answers, String field, Object value) {
        var more = new HashMap<>(answers);
        more.put(field, value);
        return more;
    }
}
