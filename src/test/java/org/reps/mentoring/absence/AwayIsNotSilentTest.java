package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;

/** Whoever is away is not taken for somebody who does not answer. */
class AwayIsNotSilentTest extends MateoIsAwayTest {

    @Test
    void away_until_a_day_is_an_answer_that_starts_exactly_one_absence() {
        inactivity.report("mateo", "round");
        runJobs();
        answerAwayUntil(today().plusDays(20));

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorAway");
        assertThat(the("mentor-absence")).isWaitingAt("Activity_ChooseCover", "Activity_BackEarly");
        assertThat(openTasks()).hasSize(2);
        assertThat(mentor("mateo").isAwayOn(today().plusDays(20))).isTrue();
        absences.start("mateo", today().plusDays(30));
        assertThat(states()).containsExactly("AWAY");
    }

    @Test
    void whoever_has_announced_an_absence_cannot_answer_with_another_one() {
        announce(10, 20);
        inactivity.report("mateo", "round");
        runJobs();

        assertThatThrownBy(() -> answerAwayUntil(today().plusDays(30)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You have announced already");
    }

    @Test
    void whoever_announces_an_absence_is_not_silent() {
        inactivity.report("mateo", "round");
        runJobs();
        announce(0, 20);

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorActive");
        assertThat(openTasks()).doesNotContain("Activity_StillThere");
        assertThat(mentors.lastAnswer("mateo")).contains(today());
    }

    @Test
    void whoever_goes_away_as_announced_is_not_asked_any_more_whether_they_are_there() {
        announce(2, 20);
        inactivity.report("mateo", "rep");
        runJobs();
        fire("Event_GraceOver");
        assertThat(the("mentor-inactivity")).isWaitingAt("Activity_StillThere", "Activity_ConfirmInactivity");
        later(Period.ofDays(2));
        fire("Event_FirstDayComes");

        assertThat(openTasks()).doesNotContain("Activity_StillThere", "Activity_ConfirmInactivity");
        assertThat(database.queryForObject("select outcome from inactivity", String.class))
                .isEqualTo("AWAY");
    }

    @Test
    void the_days_of_an_absence_are_no_silence_when_the_mentor_comes_back() {
        announce(10, 69);
        fire("Event_NoCoverChosen");
        later(Period.ofDays(10));
        fire("Event_FirstDayComes");
        later(Period.ofDays(60));
        assertThat(inactivity.reportSilent()).isZero();
        fire("Event_LastDayOver");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);

        // 10 days before it, 60 days of it, and 73 after it.
        later(Period.ofDays(73));
        assertThat(inactivity.reportSilent()).isZero();
        later(Period.ofDays(1));
        assertThat(inactivity.reportSilent()).isEqualTo(1);
    }

    private void answerAwayUntil(LocalDate day) {
        complete("Activity_StillThere", "mateo", Map.of("stillThere", "away", "awayUntil", day.toString()));
    }
}
