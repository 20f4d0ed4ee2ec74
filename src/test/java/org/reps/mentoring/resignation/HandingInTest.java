package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;
import static org.reps.mentoring.Today.todayFarthestEast;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;
import org.reps.mentoring.language.DayInWords;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;

/** Who may step down, and until when: in a form, or by what they answer in another case. */
class HandingInTest extends MateoStepsDownTest {

    @Test
    void who_is_no_mentor_or_steps_down_already_is_told_so() {
        assertThatThrownBy(() -> programme.mentor("rumi").stepsDown(lastDay()))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> resignation.handIn("rumi", lastDay().toString(), "", ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("You are not a mentor, so there is nothing to step down from.");
        handIn();
        assertThatThrownBy(this::handIn)
                .isInstanceOf(Refusal.class)
                .hasMessage("You are stepping down already. Your tasks show what comes next.");
        assertThat(the("mentor-resignation")).isActive();
    }

    @Test
    void who_has_stepped_down_is_not_a_mentor_any_more() {
        mentors.save(mentor("mateo").resigned());

        assertThatThrownBy(this::handIn).isInstanceOf(Refusal.class).hasMessageStartingWith("You are not a mentor");
        resignation.start("mateo");
        assertThat(running("mentor-resignation")).isEmpty();
    }

    @Test
    void the_last_day_is_today_or_later_where_the_mentor_lives() {
        assertHandInRefused("2026-13-01", "Your last day as a mentor: please give a date like 2026-11-20");
        assertHandInRefused(
                todayFarthestEast().plusYears(1).plusDays(1).toString(),
                "Your last day as a mentor: please choose a day in the next year.");
        // On Kiritimati it is 14 hours later than in UTC.
        Today.goTo(LocalDate.of(2030, 5, 1).atTime(12, 0).toInstant(ZoneOffset.UTC));
        database.update("update mentor set time_zone = 'Pacific/Kiritimati' where id = 'mateo'");
        assertHandInRefused("2030-05-01", "Your last day: please give today or a day that is still to come.");
        mateo.stepsDown(LocalDate.of(2030, 5, 2));
        recommendNobody();
        clara.acceptsTheResignation();

        assertThat(resignation.lastDayBegins(id())).isEqualTo("2030-05-01T10:00:00Z");
        assertThat(resignation.lastDayOver(id())).isEqualTo("2030-05-02T10:00:00Z");
        assertThat(dueOf("Event_LastDayCome")).isEqualTo("2030-05-01T10:00:00Z");
    }

    @Test
    void a_mentor_who_starts_in_two_windows_at_the_same_moment_steps_down_once() throws Exception {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("mentor-resignation")
                .latestVersion()
                .singleResult()
                .getId();
        Callable<Boolean> start = () -> succeeds(() -> as(
                "mateo",
                () -> forms.submitStartForm(
                        definition, Map.of("lastDay", lastDay().toString()))));
        List<Boolean> won = atOnce(List.of(start, start, start, start));
        runJobs();

        assertThat(won).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(the("mentor-resignation")).isActive();
        assertThat(database.queryForList("select state from resignation")).hasSize(1);
    }

    @Test
    void who_tells_us_elsewhere_that_they_step_down_is_asked_for_the_last_day_first() {
        stepDownWhenAsked();
        assertThat(running("mentor-change")).isEmpty();
        assertThat(the("mentor-resignation"))
                .isWaitingAtExactly("Activity_Unacknowledged", "Activity_WithdrawResignation", "Activity_SayLastDay");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        fire("Event_LastDayReminderDue");
        assertThat(mailsTo("mateo")).contains("A last thing before you step down");
        mateo.saysTheirLastDay(lastDay(), "reason", MARKER);
        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();

        assertThat(children()).containsOnlyKeys("rumi", "rana");
        assertNowhereInClear(MARKER);
    }

    @Test
    void who_steps_down_already_does_not_do_so_twice_by_telling_us_elsewhere() throws Exception {
        handIn();
        stepDownWhenAsked();
        atOnce(List.of(
                () -> succeeds(() -> resignation.start("mateo")), () -> succeeds(() -> resignation.start("mateo"))));
        runJobs();

        assertThat(the("mentor-resignation")).isActive().isNotWaitingAt("Activity_SayLastDay");
    }

    @Test
    void who_never_says_the_last_day_holds_nobody_up() {
        stepDownWhenAsked();
        fire("Event_LastDayNotSaid");

        assertThat(shown("Activity_AcknowledgeResignation", "clara"))
                .extractingByKey("said")
                .asString()
                .contains("\"lastDay\":\"" + DayInWords.of(today(), "en") + "\"");
        clara.acceptsTheResignation();
        assertThat(children()).containsOnlyKeys("rumi", "rana");
    }

    private void stepDownWhenAsked() {
        inactivity.report("mateo", "round");
        runJobs();
        complete("Activity_StillThere", "mateo", Map.of("stillThere", "step-down"));
        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorStepsDown");
    }

    private void assertHandInRefused(String lastDay, String reason) {
        assertThatThrownBy(() -> startAs("mateo", "mentor-resignation", Map.of("lastDay", lastDay)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(reason);
        assertThat(running("mentor-resignation")).isEmpty();
    }

    private String id() {
        return database.queryForObject("select id from resignation", String.class);
    }
}
