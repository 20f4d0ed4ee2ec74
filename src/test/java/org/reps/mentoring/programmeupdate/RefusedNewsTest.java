package org.reps.mentoring.programmeupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;
import static org.reps.mentoring.Today.todayFarthestEast;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.rules.Refusal;

/** What cannot be told to everybody is refused in plain words, and nobody hears of it. */
class RefusedNewsTest extends NewsTest {

    @Test
    void only_the_council_tells_everybody() {
        for (var rep : List.of("rumi", "mateo")) {
            assertThatThrownBy(() -> programme.council(rep).hasNewsForEverybody(TITLE))
                    .isInstanceOf(AuthorizationException.class);
        }
        assertThat(states()).isEmpty();
    }

    @Test
    void a_day_that_gives_mentors_no_time_or_far_too_much_is_refused() {
        assertRefused(
                "Pass on until: please give a day that is still to come, so that mentors have some time.",
                "passOnUntil",
                today().toString());
        assertRefused(
                "Pass on until: please give a date that is not in the past.",
                "passOnUntil",
                today().minusDays(3).toString());
        assertRefused(
                "Pass on until: please choose a day in the next 3 months.",
                "passOnUntil",
                todayFarthestEast().plusMonths(3).plusDays(1).toString());
        assertRefused("Pass on until: please give a date like 2026-11-20.", "passOnUntil", "soon");
        carmen.hasNewsForEverybody(TITLE, "passOnUntil", today().plusDays(1).toString());
        carmen.hasNewsForEverybody("Later", "passOnUntil", today().plusMonths(3).toString());
        assertThat(states()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "javascript:alert(1)",
                "example.org",
                "https://",
                "https:example.org",
                "https://bank.example.org@evil.example.org/",
                "https://example.org/a b"
            })
    void a_link_that_leads_nowhere_safe_is_refused(String link) {
        assertRefused(
                "Link: please give a whole address that begins with https://, or leave it empty.", "newsLink", link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u2028", "\u2029", "\r\nBcc: everybody@example.org\r\n\r\n"})
    void a_title_or_a_link_of_several_lines_is_refused(String between) {
        assertRefused("Title: please write it in one line.", "newsTitle", "Come" + between + "all");
        assertRefused(
                "Link: please write it in one line.",
                "newsLink",
                "https://example.org/" + between + "Bcc: everybody@example.org");
    }

    @Test
    void a_title_or_a_text_without_end_is_refused() {
        assertRefused("Title: please write at most 120 characters; these are 121.", "newsTitle", "x".repeat(121));
        assertRefused("Text: please write at most 3000 characters; these are 3001.", "newsText", "x".repeat(3001));
        assertRefused("Text: please answer this.", "newsText", "");
        carmen.hasNewsForEverybody(
                "W".repeat(120), "newsText", "\"".repeat(3000), "newsLink", "https://example.org/" + "x".repeat(480));
        fireAll("Event_LastDayToPassOnOver");
        assertThat(the("programme-update")).isEnded().hasPassed("Event_NewsReachedAll");
    }

    @Test
    void the_same_news_is_not_told_twice_at_the_same_time() throws Exception {
        var won = atOnce(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        startWithoutJobs();
                        return true;
                    } catch (Refusal alreadyOnItsWay) {
                        return false;
                    }
                })
                .toList());
        assertThat(won).containsOnlyOnce(true);
        runJobs();
        assertRefused(
                "Title: news with this title is on its way already. If it has to be told anew, please withdraw it"
                        + " first, or choose another title.",
                "newsTitle",
                TITLE.toUpperCase(Locale.ROOT));
        fireAll("Event_LastDayToPassOnOver");

        tellEverybody();
        assertThat(states()).containsExactlyInAnyOrder("REACHED_ALL", "ON_ITS_WAY");
    }

    @Test
    void only_the_answers_that_are_asked_for_count() {
        tellEverybody();
        var task = taskOf("mateo").getId();
        for (var wrong : List.<Map<String, Object>>of(Map.of(), Map.of("passOnAnswer", "maybe"))) {
            assertThatThrownBy(() -> as("mateo", () -> forms.submitTaskForm(task, wrong)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Have you passed it on?: please ");
        }
        assertThatThrownBy(() -> as("maya", () -> forms.submitTaskForm(task, Map.of("passOnAnswer", "passed-on"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(asked()).contains("mateo");
    }

    private void assertRefused(String reason, Object... answers) {
        var before = states().size();
        assertThatThrownBy(() -> carmen.hasNewsForEverybody(TITLE, answers))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
        assertThat(states()).hasSize(before);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("programme-update")
                        .count())
                .isEqualTo(states().stream().filter("ON_ITS_WAY"::equals).count());
    }
}
