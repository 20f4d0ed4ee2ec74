package org.reps.mentoring;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see that is not theirs: nothing. */
class AdversarialReadingTest extends AdversarialTest {

    private static final String LETTER = "a letter nobody should read";

    /** Asked by another rep, a mentor and the analyst about Rita's case. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "13 task/{task}",
                "13 task/{task}/form",
                "13 task/{task}/deployed-form",
                "13 task/{task}/rendered-form",
                "13 task/{task}/identity-links",
                "14 process-instance/{instance}",
                "14 process-instance/{instance}/activity-instances",
                "14 process-instance/{instance}/variables",
                "14 process-instance/{instance}/variables/menteeId",
                "14 process-instance/{instance}/comment",
                "14 execution/{execution}",
                "14 execution/{execution}/localVariables",
                "14 variable-instance/{instance}",
                "14 event-subscription",
                "14 history/process-instance?maxResults=9",
                "14 history/process-instance/{instance}",
                "14 history/activity-instance?maxResults=9",
                "14 history/variable-instance?maxResults=9",
                "14 history/detail?maxResults=9",
                "14 history/identity-link-log?maxResults=9",
                "14 history/process-definition/x/statistics",
                "15 user/clara/profile",
                "17 task/{task}/variables",
                "17 task/{task}/variables/menteeId",
                "17 task/{task}/localVariables",
                "18 task/{task}/form-variables",
                "20 task/{task}/comment",
                "21 task/{task}/attachment",
                "23 group/council",
                "24 history/job-log?maxResults=9",
                "27 history/external-task-log?maxResults=9",
                "27 history/batch/x",
                "27 process-instance/{instance}/variables/menteeId/data",
                "27 authorization?maxResults=9",
                "27 metrics",
                "27 telemetry/data",
                "27 schema/log",
                "27 optimize/variable-update"
            })
    void what_belongs_to_somebody_else_is_not_shown(String attack) {
        var path = attack.replaceFirst("^\\d+ ", "")
                .replace("{task}", contacts().getId())
                .replace("{instance}", contacts().getProcessInstanceId())
                .replace("{root}", contacts().getProcessInstanceId())
                .replace("{execution}", contacts().getExecutionId());

        refused(List.of("ruth", "mateo", "anna"), session -> session.engine(path));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource
    void a_list_holds_only_what_is_ones_own(String attack, String userId, Set<String> own) {
        var answer = as(userId).engine(attack.replaceFirst("^\\d+ ", ""));

        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        assertThat(StreamSupport.stream(answer.body().spliterator(), false)
                        .map(item -> item.path(attack.contains("task") ? "assignee" : "id")
                                .asText()))
                .hasSameElementsAs(own);
    }

    static Stream<Arguments> a_list_holds_only_what_is_ones_own() {
        return Stream.of(
                Arguments.of("13 task?maxResults=50", "ruth", Set.of("ruth")),
                Arguments.of("13 task?assignee=mateo&maxResults=50", "ruth", Set.of()),
                Arguments.of("13 task?candidateUser=clara&includeAssignedTasks=true&maxResults=50", "ruth", Set.of()),
                Arguments.of("13 task?maxResults=50", "anna", Set.of()),
                Arguments.of("14 process-instance?maxResults=50", "ruth", Set.of()),
                Arguments.of("14 process-instance?maxResults=50", "anna", Set.of()),
                Arguments.of("14 history/task?maxResults=50", "ruth", Set.of()),
                Arguments.of("16 user?maxResults=50", "ruth", Set.of("ruth")),
                Arguments.of("16 user?memberOfGroup=council&maxResults=50", "ruth", Set.of()),
                Arguments.of("16 user?firstNameLike=%25&maxResults=50", "mateo", Set.of("mateo")),
                Arguments.of("16 user?maxResults=50", "carmen", Set.of("carmen")),
                Arguments.of("16 user?maxResults=50", "anna", Set.of("anna")),
                Arguments.of("23 group?maxResults=50", "ruth", Set.of("reps")),
                Arguments.of("23 group?maxResults=50", "anna", Set.of("analysts")),
                Arguments.of("24 history/user-operation?maxResults=50", "ruth", Set.of()),
                Arguments.of("24 history/user-operation?maxResults=50", "mateo", Set.of()),
                Arguments.of("27 incident?maxResults=50", "anna", Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"carmen", "clara", "anna"})
    void how_many_cases_there_are_is_for_those_who_may_see_the_cases(String userId) {
        var inCockpit = statistics(
                userId, "/camunda/api/cockpit/plugin/base/default/process-definition/statistics?maxResults=50");
        assertThat(inCockpit).containsKey("rep-onboarding");
        assertThat(inCockpit.get("rep-onboarding").isNull()).isEqualTo(userId.equals("anna"));
        for (var hidden : List.of("raise-concern", "mentor-change")) {
            assertThat(inCockpit.getOrDefault(hidden, NullNode.getInstance()).isNull())
                    .isTrue();
        }
        assertThat(as(userId).engine("process-definition/statistics").body().findValuesAsText("key"))
                .doesNotContain("raise-concern", "mentor-change");
    }

    private Map<String, JsonNode> statistics(String userId, String path) {
        return StreamSupport.stream(as(userId).get(path).body().spliterator(), false)
                .collect(toMap(process -> process.path("key").asText(), process -> process.path("instances")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"17 task/{task}/variables", "17 task/{task}/variables/mentorId", "17 task/{task}/localVariables"
            })
    void even_of_ones_own_task_only_the_form_shows_variables(String attack) {
        refused(
                () -> as("ruth").engine(attack.substring(3).replace("{task}", ruths().getId())),
                () -> as("mateo").engine(attack.substring(3).replace("{task}", mateos().getId())));
    }

    @ParameterizedTest(name = "18 form-variables{0}")
    @ValueSource(
            strings = {
                "",
                "?variableNames=mentorId,excludedMentorIds,suggestedMentorIds,reason,startedBy",
                "?variableNames=mentorId&deserializeValues=true",
                "?deserializeValues=false"
            })
    void case_18_a_form_gets_no_variables_but_those_it_shows(String query) {
        var shown = as("ruth").engine("task/" + ruths().getId() + "/form-variables" + query);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().fieldNames())
                .toIterable()
                .isSubsetOf(
                        "mentor",
                        "askedQuestion",
                        "receivedAnswer",
                        "repAnswer",
                        "repQuestion",
                        "declineReason",
                        "howToReach");
    }

    /** The council reads that Rita's task is there, and not what is in it; the others not even that. */
    @Test
    void what_can_be_chosen_is_made_anew_only_for_whoever_may_read_it() {
        var form = "task/" + contacts().getId() + "/form-variables";
        assertThat(as("clara").engine(form).text()).contains("mateo");
        jdbc.update("update mentor set capacity = 1 where id = 'mateo'");

        refused(List.of("carmen", "rita", "mateo", "anna"), session -> session.engine(form));

        assertThat(as("clara").engine(form).text()).doesNotContain("mateo");
    }

    /** Whoever may not read a value must not find it out by asking for what has it, or what comes before it. */
    @ParameterizedTest(name = "19 {0} {1}")
    @MethodSource
    void case_19_nothing_can_be_looked_up_by_what_is_written_in_it(String path, Object query) {
        var filter = as("ruth")
                .engine("filter?maxResults=9&name=My%20tasks")
                .body()
                .path(0)
                .path("id")
                .asText();

        refused(List.of("ruth", "mateo", "carmen"), session -> session.engine(path.replace("{filter}", filter), query));
    }

    static Stream<Arguments> case_19_nothing_can_be_looked_up_by_what_is_written_in_it() {
        var guess = List.of(Map.of("name", "mentorId", "operator", "like", "value", "ma%"));
        var byCase =
                Map.of("processVariables", guess, "variableNamesIgnoreCase", true, "variableValuesIgnoreCase", true);
        var sorted = Map.of(
                "sorting",
                List.of(Map.of(
                        "sortBy",
                        "processVariable",
                        "sortOrder",
                        "asc",
                        "parameters",
                        Map.of("variable", "mentorId", "type", "String"))));
        var queries = List.<Object>of(
                Map.of("processVariables", guess),
                Map.of("taskVariables", guess),
                Map.of("caseInstanceVariables", guess),
                byCase,
                sorted,
                Map.of("orQueries", List.of(Map.of("processVariables", guess))),
                Map.of("orQueries", List.of(Map.of("taskVariables", guess), Map.of("assignee", "ruth"))));
        return Stream.of(
                        "task?maxResults=9", "task/count", "filter/{filter}/list?maxResults=9", "filter/{filter}/count")
                .flatMap(path -> queries.stream()
                        // What is only counted is in no order.
                        .filter(query -> !(path.contains("count") && query == sorted))
                        .map(query -> Arguments.of(path, query)));
    }

    @ParameterizedTest(name = "19 {0}")
    @ValueSource(
            strings = {
                "task?maxResults=9&processVariables=mentorId_eq_maya",
                "task/count?taskVariables=mentorId_like_ma%25",
                "process-instance?maxResults=9&variables=mentorId_eq_maya",
                "process-instance/count?variables=mentorId_neq_maya&variableNamesIgnoreCase=true",
                "history/task?maxResults=9&processVariables=mentorId_eq_maya",
                "history/task/count?taskVariables=mentorId_eq_maya"
            })
    void case_19_nothing_can_be_looked_up_in_an_address_either(String path) {
        refused(List.of("ruth", "mateo"), session -> session.engine(path));
    }

    @Test
    void case_20_to_22_comments_and_attachments_are_closed_to_everybody() {
        var tasks = engine.getTaskService();
        var task = ruths();
        var comment = tasks.createComment(task.getId(), task.getProcessInstanceId(), LETTER);
        var attachment = tasks.createAttachment(
                "text/plain",
                task.getId(),
                task.getProcessInstanceId(),
                "letter",
                "",
                new ByteArrayInputStream(LETTER.getBytes()));
        var everybody = List.of("ruth", "mateo", "carmen", "anna");
        for (var path : List.of(
                "task/" + task.getId() + "/comment",
                "task/" + task.getId() + "/comment/" + comment.getId(),
                "process-instance/" + task.getProcessInstanceId() + "/comment",
                "task/" + task.getId() + "/attachment",
                "task/" + task.getId() + "/attachment/" + attachment.getId(),
                "task/x/attachment/" + attachment.getId(),
                "task/" + task.getId() + "/attachment/" + attachment.getId() + "/data")) {
            refused(everybody, session -> {
                var answer = session.engine(path);
                assertThat(answer.text()).doesNotContain(LETTER);
                return answer;
            });
            refused(everybody, session -> session.engine("DELETE", path, NOTHING));
        }
        refused(
                everybody,
                session -> session.engine(
                        "PUT",
                        "task/" + task.getId() + "/comment",
                        Map.of("id", comment.getId(), "message", "changed")));
    }

    @Test
    void case_25_what_contacts_wrote_down_reaches_nobody_else() {
        var decline = "Confidential-marker-declined";
        var nadia = newcomer("nadia");
        assertThat(nadia.start("rep-onboarding", wishes()).status()).isEqualTo(200);
        letEverythingDueHappen();
        var mateo = as("mateo");
        var offer = mateo.take("Offer to mentor Nadia", "mateo");
        assertThat(mateo.submit(offer, Map.of("mentorOffers", "yes")).status()).isEqualTo(204);
        letEverythingDueHappen();
        var proposal = nadia.myTask("Meet your proposed mentor");
        assertThat(nadia.submit(proposal, Map.of("repAnswer", "other", "declineReason", decline))
                        .status())
                .isEqualTo(204);
        letEverythingDueHappen();

        // The reason is for contacts: it is sealed wherever it is kept.
        assertThat(DatabaseDump.of(database).containing(decline)).isEmpty();
        assertThat(everythingTheySee("mateo")).doesNotContain(decline);
        assertThat(everythingTheySee("nadia")).doesNotContain(decline);
        assertThat(everythingTheySee("carmen")).doesNotContain(decline);
    }

    /** Rolf has raised a concern in which Chidi has a part. */
    @Test
    void case_26_who_is_part_of_a_concern_does_not_even_see_that_there_is_one() {
        var concern = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("Activity_LookIntoConcern")
                .singleResult();

        assertThat(DatabaseDump.of(database).containing("nobody compared prices"))
                .isEmpty();
        for (var other : List.of("chidi", "carmen", "caleb", "maya", "mateo", "rolf", "anna")) {
            assertThat(everythingTheySee(other))
                    .as(other)
                    .doesNotContain("nobody compared prices", "Look into a concern", concern.getId());
            assertThat(as(other).engine("task/" + concern.getId()).status())
                    .as(other)
                    .isIn(403, 404);
            assertThat(as(other)
                            .engine("process-instance/" + concern.getProcessInstanceId())
                            .status())
                    .as(other)
                    .isIn(403, 404);
        }
        // Before she has claimed it, Clara reads as little as the operator does.
        for (var other : List.of("clara", "admin")) {
            assertThat(everythingTheySee(other)).as(other).doesNotContain("nobody compared prices");
        }
    }

    /** Everything Tasklist and Cockpit show of all tasks and cases they list. */
    private String everythingTheySee(String userId) {
        var session = as(userId);
        var seen = new StringBuilder();
        for (JsonNode task : session.engine("task?maxResults=50").body()) {
            for (var part : List.of("", "/form", "/deployed-form", "/form-variables", "/identity-links")) {
                seen.append(session.engine("task/" + task.path("id").asText() + part)
                        .text());
            }
        }
        for (JsonNode instance :
                session.engine("process-instance?maxResults=50").body()) {
            var path = "process-instance/" + instance.path("id").asText();
            seen.append(session.engine(path).text());
            seen.append(session.engine(path + "/activity-instances").text());
            seen.append(
                    session.engine(path + "/variables?deserializeValues=false").text());
        }
        for (var path : List.of(
                "history/task?maxResults=50",
                "history/user-operation?maxResults=50",
                "variable-instance?maxResults=50&deserializeValues=false",
                "job?maxResults=50",
                "incident?maxResults=50")) {
            seen.append(session.engine(path).text());
        }
        return seen.toString();
    }
}
