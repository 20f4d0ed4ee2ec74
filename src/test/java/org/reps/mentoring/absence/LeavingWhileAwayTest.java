package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reps.mentoring.mentor.Mentor;

/** Mateo is away and does not come back as a mentor, or steps down meanwhile. */
class LeavingWhileAwayTest extends MateoIsAwayTest {

    @ParameterizedTest
    @EnumSource(names = {"INACTIVE", "RESIGNED"})
    void a_mentor_who_leaves_while_away_is_not_made_active_again(Mentor.Status status) {
        announce(0, 30);
        mentors.save(mentor("mateo").becoming(status));
        runJobs();

        assertThat(the("mentor-absence")).isEnded().hasPassed("Event_AbsenceEndedQuietly");
        assertThat(mentor("mateo").status()).isEqualTo(status);
        assertThat(mailsTo("rumi")).doesNotContain("Mateo Sample is back");
        mentors.save(mentor("mateo").becoming(Mentor.Status.ACTIVE));
        assertThat(mentor("mateo").isActiveOn(today())).isTrue();
        assertThat(states()).containsExactly("GONE");
        announce(0, 30);
        assertThat(states()).containsExactlyInAnyOrder("GONE", "AWAY");
    }

    @Test
    void a_mentor_who_is_stepping_down_may_be_away_until_then_and_covers_for_nobody() {
        mentors.save(mentor("mei").resigning(today().plusDays(60)));
        announce(0, 30);
        assertThat(shown("Activity_ChooseCover", "mateo").get("coverOptions").toString())
                .contains("maya")
                .doesNotContain("mei");
        mateo.asksNobodyToCover();
        mei.takesTimeOff(today(), today().plusDays(10));
        assertThat(mentor("mei").isAwayOn(today())).isTrue();
        absences.back(database.queryForObject("select id from absence where open_mentor = 'mei'", String.class));

        assertThat(mentor("mei").isResigning()).isTrue();
        assertThat(mentor("mei").status()).isEqualTo(Mentor.Status.ACTIVE);
    }

    @Test
    void a_mentor_may_resign_while_away_and_the_absence_ends_with_the_last_day() {
        announce(0, 30);
        mateo.stepsDown(today().plusDays(5));
        mateo.sees("Activity_RecommendSuccessor");
        assertThat(the("mentor-absence")).isWaitingAt("Activity_BackEarly");
        mentors.save(mentor("mateo").resigned());
        runJobs();

        assertThat(the("mentor-absence")).isEnded().hasPassed("Event_AbsenceEndedQuietly");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.RESIGNED);
    }
}
