package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;
import static org.reps.mentoring.Today.todayFarthestEast;

import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;

/** Which absences are refused. */
class AnnouncingAnAbsenceTest extends MateoIsAwayTest {

    @Test
    void days_that_make_no_sense_are_refused() {
        assertRefused(days(-3, 5), "Away from: please give a date that is not in the past.");
        assertRefused(days(5, 4), "Away until: this is before the first day.");
        assertRefused(
                days(today(), todayFarthestEast().plusYears(1).plusDays(1)),
                "Away until: please choose a day in the next year.");
        assertRefused(
                Map.of("awayFrom", today().toString(), "awayUntil", "later"),
                "Away until: please give a date like 2026-11-20.");
        assertThat(states()).isEmpty();
        assertThat(cases("mentor-absence")).isEmpty();
    }

    @Test
    void yesterday_where_the_mentor_lives_is_over_although_it_is_today_elsewhere() {
        database.update("update mentor set time_zone = 'Pacific/Kiritimati' where id = 'mateo'");
        var theirToday = today(ZoneId.of("Pacific/Kiritimati"));

        assertRefused(
                days(theirToday.minusDays(1), theirToday),
                "Away from: please give today or a day that is still to come.");
        mateo.takesTimeOff(theirToday, theirToday);
        assertThat(states()).hasSize(1);
    }

    @Test
    void a_second_absence_is_refused_while_one_is_open() {
        announce(10, 30);
        var refusal = "You have announced already that you are away from "
                + today().plusDays(10) + " until "
                + today().plusDays(30)
                + ". To change that, please end it first: you find it among your tasks.";

        assertRefused(days(40, 50), refusal);
        later(Period.ofDays(10));
        fire("Event_FirstDayComes");
        assertRefused(days(41, 50), refusal);
        assertThat(the("mentor-absence")).isWaitingAt("Activity_BackEarly");
    }

    @Test
    void only_active_mentors_take_time_off() {
        assertThatThrownBy(() -> startWithoutJobs("rumi", days(1, 2))).isInstanceOf(AuthorizationException.class);
        mentors.save(mentor("mateo").becoming(Mentor.Status.INACTIVE));
        assertRefused(days(1, 2), "You are not a mentor at the moment, so nobody waits for you here.");
    }

    @Test
    void of_several_announcements_at_the_same_moment_one_counts() throws Exception {
        for (var round = 0; round < 4; round++) {
            var won = atOnce(IntStream.range(0, 4)
                    .mapToObj(i -> succeeds(() -> startWithoutJobs("mateo", days(1, 5))))
                    .toList());

            assertThat(won).containsOnlyOnce(true);
            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("mentor-absence")
                            .count())
                    .isEqualTo(1);
            runJobs();
            mateo.staysAfterAll();
        }
    }

    private void assertRefused(Map<String, Object> answers, String reason) {
        assertThatThrownBy(() -> startAs("mateo", "mentor-absence", answers))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }
}
