package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.story.BeingAway;

/** A mentor is away and back: as planned, sooner or not at all. */
class AwayAndBackTest extends MateoIsAwayTest {

    @Test
    void a_mentor_is_away_somebody_covers_and_afterwards_they_are_back_by_themselves() {
        BeingAway.told(programme, "mateo", "maya", List.of("rumi", "rana"));

        assertThat(the("mentor-absence")).isEnded().hasPassed("Event_ToldBackTomorrow", "Event_Back");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(states()).containsExactly("BACK");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void whoever_needs_to_know_is_told_once_and_no_mentee_is_taken_until_the_mentor_is_back() {
        BeingAway.announced(programme, "mateo", "maya", List.of("rumi", "rana"));
        assertThat(mailsTo("maya")).containsExactly("Please do: Cover for Mateo?");
        for (var mentee : List.of("rumi", "rana")) {
            assertThat(mailsTo(mentee)).containsExactly("Mateo Sample is away, Maya Sample is there for you");
        }
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(openTasks()).containsExactly("Activity_StayAfterAll");

        later(Period.ofDays(10));
        BeingAway.begun(programme, "mateo");
        var today = today();
        assertThat(mentor("mateo"))
                .isEqualTo(mentor("mateo").away(today, today.plusDays(20), "maya"))
                .matches(mateo -> !mateo.takesMenteesOn(today.plusDays(20)));
        assertThat(openTasks()).containsExactly("Activity_BackEarly");
        assertThat(mailsTo("rumi")).as("is not told twice").hasSize(1);

        later(Period.ofDays(20));
        fire("Event_BackTomorrow");
        assertThat(mailsTo("mateo")).contains("Tomorrow you are back").doesNotContain("Please do: I am back");
        later(Period.ofDays(1));
        fire("Event_LastDayOver");

        assertThat(the("mentor-absence")).isEnded().hasPassed("Event_Back");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(mentor("mateo").cover()).isNull();
        assertThat(mentor("mateo").takesMenteesOn(today.plusDays(21))).isTrue();
        assertThat(mailsTo("mateo")).contains("Welcome back");
        for (var told : List.of("rumi", "rana", "maya")) {
            assertThat(mailsTo(told)).contains("Mateo Sample is back");
        }
        assertThat(states()).containsExactly("BACK");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void the_days_are_those_of_the_place_where_the_mentor_lives() {
        var lima = ZoneId.of("America/Lima");
        database.update("update mentor set time_zone = 'America/Lima' where id = 'mateo'");
        var first = today(lima).plusDays(3);
        mateo.takesTimeOff(first, first.plusDays(4));

        assertThat(dueOf("Event_FirstDayComes"))
                .isEqualTo(first.atStartOfDay(lima).toInstant());
        fire("Event_FirstDayComes");
        assertThat(dueOf("Event_BackTomorrow"))
                .isEqualTo(first.plusDays(4).atStartOfDay(lima).toInstant());
        assertThat(dueOf("Event_LastDayOver"))
                .isEqualTo(first.plusDays(5).atStartOfDay(lima).toInstant());
    }

    @Test
    void a_mentor_who_goes_today_is_away_at_once_and_the_mentees_know_it_before_somebody_covers() {
        announce(0, 10);

        assertThat(mentor("mateo").isAwayOn(today())).isTrue();
        assertThat(mailsTo("rumi")).containsExactly("Mateo Sample is away, and the contacts are there for you");
        assertThat(mailsTo("clara")).containsExactly("Mateo Sample is away, and nobody covers for them");
        mateo.asksToCover("maya");
        maya.agreesToCoverFor("mateo");
        assertThat(mailsTo("rumi")).contains("Mateo Sample is away, Maya Sample is there for you");
        assertThat(mentor("mateo").cover()).isEqualTo("maya");
    }

    @Test
    void plans_may_change_before_the_first_day() {
        announce(10, 30);
        mateo.asksToCover("maya");
        maya.agreesToCoverFor("mateo");
        mateo.staysAfterAll();

        assertThat(the("mentor-absence")).isEnded().hasPassed("Event_AbsenceCalledOff");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(mailsTo("rumi")).contains("Mateo Sample stays after all");
        assertThat(mailsTo("maya")).contains("Mateo Sample stays after all");
        assertThat(openTasks()).isEmpty();
        announce(20, 40);
        assertThat(states()).containsExactlyInAnyOrder("CALLED_OFF", "ANNOUNCED");
    }

    @Test
    void whoever_is_back_early_is_there_at_once_and_may_go_away_again() {
        announce(0, 10);
        mateo.isBackEarly();

        assertThat(the("mentor-absence")).isEnded().hasPassed("Event_Back");
        assertThat(mentor("mateo").takesMenteesOn(today())).isTrue();
        assertThat(mailsTo("rumi")).contains("Mateo Sample is back");
        assertThat(mailsTo("mateo")).doesNotContain("Welcome back");
        announce(0, 20);
        assertThat(states()).containsExactlyInAnyOrder("BACK", "AWAY");
    }

    @Test
    void back_early_and_back_by_themselves_at_the_same_moment_is_back_once() throws Exception {
        for (var round = 0; round < 4; round++) {
            announce(0, 10);
            later(Period.ofDays(11));
            var task = task("Activity_BackEarly").getId();
            var timer = management
                    .createJobQuery()
                    .timers()
                    .activityId("Event_LastDayOver")
                    .singleResult()
                    .getId();
            var won = atOnce(List.of(
                    succeeds(() -> as("mateo", () -> forms.submitTaskForm(task, Map.of("backAgain", true)))),
                    succeeds(() -> management.executeJob(timer))));
            runJobs();

            assertThat(won).containsOnlyOnce(true);
            assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
            assertThat(cases("mentor-absence")).isEmpty();
            Today.goOn();
        }
        assertThat(states()).hasSize(4).containsOnly("BACK");
    }

    @Test
    void the_council_sees_the_case_others_do_not_and_the_message_is_nowhere_but_in_the_mail() {
        mateo.takesTimeOff(today(), today().plusDays(10), "messageToMentees", "My sister is getting married");
        mateo.asksToCover("maya");

        as("carmen", () -> assertThat(cases("mentor-absence")).hasSize(1));
        for (var person : List.of("rumi", "mei", "mateo")) {
            as(person, () -> assertThat(cases("mentor-absence")).isEmpty());
        }
        assertThat(history.createHistoricVariableInstanceQuery().listPage(0, 1000))
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("sister"));
        assertThat(database.queryForList("select text from mail where recipient_id = 'rumi'", String.class))
                .singleElement()
                .asString()
                .contains("My sister is getting married");
        assertThat(database.queryForList(
                        "select text from mail where recipient_id <> 'rana' and recipient_id <> 'rumi'", String.class))
                .noneMatch(text -> text.contains("sister"));
    }
}
