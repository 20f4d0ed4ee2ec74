package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;

/** What people put into searches: code, what means something to a database, or everything at once. */
class AdversarialSearchTest extends AdversarialTest {

    private static final String CODE = "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}";

    private static final List<String> EXPRESSIONS = List.of(
            "assigneeExpression",
            "assigneeLikeExpression",
            "ownerExpression",
            "involvedUserExpression",
            "candidateUserExpression",
            "candidateGroupExpression",
            "candidateGroupsExpression",
            "processInstanceBusinessKeyExpression",
            "processInstanceBusinessKeyLikeExpression",
            "createdOnExpression",
            "createdBeforeExpression",
            "createdAfterExpression",
            "dueDateExpression",
            "dueBeforeExpression",
            "dueAfterExpression",
            "followUpDateExpression",
            "followUpBeforeExpression",
            "followUpAfterExpression",
            "followUpBeforeOrNotExistentExpression",
            "updatedAfterExpression");

    @ParameterizedTest(name = "52 {0}")
    @ValueSource(
            strings = {"task?maxResults=9", "task/count", "filter/{filter}/list?maxResults=9", "filter/{filter}/count"})
    void case_52_no_expression_in_a_query_is_run(String path) {
        var address = path.replace("{filter}", myTasks());
        var attacks = new ArrayList<Supplier<Answer>>();
        for (var expression : EXPRESSIONS) {
            var plain = Map.<String, Object>of(expression, CODE);
            var hidden = Map.<String, Object>of("orQueries", List.of(plain));
            var deeper = Map.<String, Object>of("orQueries", List.of(Map.of("assignee", "ruth"), hidden, plain));
            for (var query : List.of(plain, hidden, deeper)) {
                for (var userId : List.of("ruth", "mateo", "carmen", "admin")) {
                    attacks.add(() -> as(userId).engine(address, query));
                }
            }
        }
        refused(attacks);
    }

    @Test
    void case_52_no_expression_is_run_where_one_result_is_asked_for_either() {
        var filter = as("ruth")
                .engine("filter?maxResults=9")
                .body()
                .path(0)
                .path("id")
                .asText();
        var query = Map.of("orQueries", List.of(Map.of("assigneeExpression", CODE)));

        refused(
                List.of("ruth", "carmen", "admin"),
                session -> session.engine("filter/" + filter + "/singleResult", query));
        refused(List.of("ruth", "mateo"), session -> session.engine("filter/" + filter + "/list", query));
        refused(List.of("ruth", "mateo"), session -> session.engine("task?maxResults=9&assigneeExpression=%24%7B1%7D"));
    }

    @ParameterizedTest(name = "58 {0}")
    @ValueSource(
            strings = {
                "task?maxResults=9&sortBy=name%3Bdrop%20table%20rep&sortOrder=asc",
                "task?maxResults=9&sortBy=name&sortOrder=asc%2C(select%201)",
                "task?maxResults=9&sortBy=1&sortOrder=asc",
                "user?maxResults=9&sortBy=password&sortOrder=asc",
                "filter?maxResults=9&sortBy=x'--&sortOrder=asc",
                "process-definition?sortBy=version)%20--&sortOrder=asc",
                "task?maxResults=9&dueDate=x'%20or%20'1'='1",
                "task?maxResults=x",
                "task/'%20or%20'1'='1",
                "task/*",
                "task/%25",
                "user/%25/profile",
                "process-definition/key/'%20or%20'1'='1/deployed-start-form"
            })
    void case_58_what_means_something_to_a_database_is_refused_where_a_name_is_expected(String path) {
        refused(List.of("ruth", "mateo"), session -> session.engine(path.replace("'", "%27")));
    }

    @ParameterizedTest(name = "58 {0}")
    @ValueSource(
            strings = {
                "task?maxResults=9&nameLike=%25%27%20or%20%271%27%3D%271",
                "task?maxResults=9&assignee=%25",
                "task?maxResults=9&priority=1%20or%201%3D1",
                "task?maxResults=9&nameLike=%5C%5C%25%5F",
                "user?maxResults=9&id=%25",
                "user?maxResults=9&lastNameLike=%27%29%20or%20%281%3D1",
                "process-instance?maxResults=9&businessKeyLike=%25"
            })
    void case_58_what_means_something_to_a_database_is_only_text_in_a_search(String path) {
        var before = DatabaseDump.of(database);

        var answer = as("ruth").engine(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).as(answer::toString).isEmpty();
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();
    }

    @ParameterizedTest(name = "69 {0}")
    @ValueSource(
            strings = {
                "task",
                "task?maxResults=2001",
                "task?maxResults=2147483647",
                "task?maxResults=2147483648",
                "task?firstResult=2147483648&maxResults=9",
                "process-instance",
                "user",
                "group",
                "filter",
                "history/task",
                "history/user-operation",
                "filter/{filter}/list?firstResult=0&maxResults=2001",
                "filter/{filter}/list"
            })
    void case_69_nobody_asks_for_everything_at_once(String path) {
        var filter = as("ruth")
                .engine("filter?maxResults=9")
                .body()
                .path(0)
                .path("id")
                .asText();

        refused(List.of("ruth", "mateo"), session -> session.engine(path.replace("{filter}", filter)));
    }

    @Test
    void case_69_as_much_as_Tasklist_and_Cockpit_ask_for_is_given() {
        for (var path : List.of(
                "filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task",
                "process-definition?latest=true&active=true&firstResult=0&maxResults=15",
                // All versions of one process, as Cockpit asks for them.
                "process-definition?key=rep-onboarding&sortBy=version&sortOrder=desc&withoutTenantId=true")) {
            assertThat(as("carmen").engine(path).status()).as(path).isEqualTo(200);
        }
    }

    private String myTasks() {
        return as("ruth")
                .engine("filter?maxResults=9&name=My%20tasks")
                .body()
                .path(0)
                .path("id")
                .asText();
    }
}
