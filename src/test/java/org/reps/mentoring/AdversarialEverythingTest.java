package org.reps.mentoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.everything.EverythingPage;
import org.reps.mentoring.kept.Kept;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody gets of themselves over HTTP, and what they try to get of others. */
class AdversarialEverythingTest extends AdversarialTest {

    private static final String PAGE = "/camunda/api/tasklist/plugin/mentoring/default/everything-about-me";
    private static final String FILE = PAGE + ".json";

    @Autowired
    Kept kept;

    @Autowired
    EverythingPage page;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {PAGE, FILE})
    void who_is_not_logged_in_gets_nothing(String path) {
        refused(() -> TasklistSession.anonymous(address()).get(path));
    }

    @Test
    void everybody_gets_a_page_and_a_file_whatever_they_are_here() {
        for (var userId : List.of("rosa", "maya", "carmen", "anna", "admin")) {
            var page = as(userId).get(PAGE);
            assertThat(page.status()).as(userId).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(page.headers().allValues("Content-Security-Policy"))
                    .anyMatch(policy -> policy.startsWith("default-src 'none'"));
            assertThat(page.text())
                    .contains("Everything that is kept about me", "<dt>User name</dt>", "<dd>" + userId + "</dd>")
                    .doesNotContain("sealed:", "${");

            var file = as(userId).get(FILE);
            assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(file.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"everything-about-me.json\"");
            assertThat(file.body().path("userId").asText()).isEqualTo(userId);
            assertThat(file.text()).contains("\"" + userId + "@").doesNotContain("sealed:");
        }
    }

    /** Rosa would like another mentor than Maya, and Rolf has raised a concern. */
    @Test
    void what_is_told_in_confidence_is_in_the_file_of_who_told_it_and_in_no_other() {
        var rosas = as("rosa").get(FILE).text();
        assertThat(rosas).contains("Your wish for another mentor", "kept sealed, for the council");
        assertThat(as("rolf").get(FILE).text()).contains("Raise a concern");
        assertThat(sections("maya")).doesNotContain("change_request", "change_decision", "change_told");
        for (var other : List.of("maya", "mei", "mateo", "admin")) {
            assertThat(as(other).get(FILE).text()).as(other).doesNotContain("another mentor", "oncern");
        }
    }

    @Test
    void the_operator_gets_no_file_but_their_own() {
        for (var query : List.of("?userId=rosa", "?person=rosa", "/rosa", "?id=rosa")) {
            var answer = as("admin").get(FILE + query);
            assertThat(answer.text()).doesNotContain("Rosa", "\"rosa\"");
        }
    }

    /** Tasks and mails bear the names that their reader has read already. */
    @Test
    void of_other_people_a_file_names_only_whom_somebody_meets_anyway() {
        var names = people.names();
        for (var userId : List.of("rosa", "ravi", "rolf", "riku", "maya", "mateo", "mei", "musa", "clara", "carmen")) {
            var text = new StringBuilder();
            for (var section : fileOf(userId).path("sections")) {
                if (!Set.of("mail", "").contains(section.path("source").asText())) {
                    text.append(section);
                }
            }
            var named = names.entrySet().stream()
                    .filter(other -> !other.getKey().equals(userId))
                    .filter(other ->
                            text.indexOf(other.getValue()) >= 0 || text.indexOf("\"" + other.getKey() + "\"") >= 0)
                    .map(Map.Entry::getKey)
                    .collect(toSet());
            assertThat(metBy(userId)).as("those whom " + userId + " meets").containsAll(named);
        }
    }

    /** Without the way over HTTP, which has been gone above and takes a login. */
    private JsonNode fileOf(String userId) {
        var identities = engine.getIdentityService();
        identities.setAuthentication(userId, List.of());
        try {
            return new ObjectMapper().readTree(page.json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } finally {
            identities.clearAuthentication();
        }
    }

    private Set<String> metBy(String userId) {
        return Stream.of(
                        "select mentor_id from mentorship where mentee_id = ?",
                        "select mentee_id from mentorship where mentor_id = ?",
                        "select cover from absence where mentor_id = ?",
                        "select mentor_id from absence where cover = ?",
                        "select c.host_id from training_call c join training t on t.id = c.training where t.rep_id = ?")
                .flatMap(sql -> jdbc.queryForList(sql, String.class, userId).stream())
                .collect(toSet());
    }

    private Set<String> sections(String userId) {
        return new TreeSet<>(as(userId).get(FILE).body().path("sections").findValuesAsText("source"));
    }

    /** Of everything that the sample programme has, in one transaction each, which is rolled back. */
    @Test
    void everybody_in_the_sample_programme_can_be_taken_out_of_all_tables() {
        DomainTables.assertErasable(people.names().keySet().stream().sorted().toList(), kept, transaction, jdbc);
    }
}
