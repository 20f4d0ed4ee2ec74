package org.reps.mentoring.movein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;
import org.reps.mentoring.checkin.CheckInsHeld;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.springframework.beans.factory.annotation.Autowired;

/** Forty mentors, 220 reps and 180 mentorships have moved in, and nobody is blamed for what was before. */
class FirstMorningTest extends MoveInTest {

    private static final int OVERDUE = 60;

    @Autowired
    YearlyCheckInSteps checkIns;

    @Autowired
    CheckInsHeld held;

    @Autowired
    MentorInactivitySteps inactivity;

    private LocalDate movedInOn;

    @BeforeEach
    void they_move_in() {
        givenContact("clara");
        movedInOn = today();
        var generated = new GeneratedProgramme(2027, 40, 220, 180, today());
        var outcome = moveIn.done(new MoveIn.Files(generated.people(), generated.mentorships()));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.sentences())
                .contains(
                        "People: 260 new, 0 changed, 0 as they were.",
                        "Mentorships: 180 new, 0 changed, 0 as they were.");
    }

    @Test
    void on_the_first_morning_nobody_is_asked_for_anything_but_a_meeting_or_two() {
        // Late enough for a morning everywhere.
        Today.goTo(movedInOn.plusDays(1).atTime(LocalTime.of(20, 0)).toInstant(ZoneOffset.UTC));
        runtime.startProcessInstanceByMessage("application-started");
        runJobs();

        assertThat(openTasks()).isSubsetOf(Set.of("Activity_ArrangeMeeting"));
        assertThat(tasks.createTaskQuery().count()).isLessThanOrEqualTo(3);
        assertThat(MAIL_SERVER.getReceivedMessages()).hasSizeLessThanOrEqualTo(3);
        assertThat(every("mentor-inactivity")).isEmpty();
        assertThat(mentorships.waiting()).isEmpty();
    }

    @Test
    void reps_who_came_without_a_mentor_are_seen_as_such() {
        assertThat(mentorships.withoutMentor())
                .hasSize(40)
                .allSatisfy(rep -> assertThat(mentorships.ofMentee(rep.repId())).isEmpty())
                .allSatisfy(rep -> assertThat(rep.repId()).startsWith("rep"));
        programme.rep(mentorships.withoutMentor().get(0).repId()).looksForAMentor();
        runJobs();
        assertThat(mentorships.withoutMentor()).hasSize(39);
        assertThat(mentorships.waiting()).hasSize(1);
    }

    @Test
    void silence_counts_from_the_day_of_moving_in() {
        later(Period.ofWeeks(12).minusDays(1));
        assertThat(inactivity.reportSilent()).isZero();
        mentors.noteAnswer("mentor7", today());
        later(Period.ofDays(1));

        assertThat(inactivity.reportSilent()).isEqualTo(39);
    }

    @Test
    void check_ins_that_were_overdue_are_spread_over_the_weeks_of_the_rule() {
        var last = movedInOn.plusWeeks(12);
        var begun = new TreeMap<Long, Integer>();
        for (var day = movedInOn; !day.isAfter(last); day = day.plusDays(1)) {
            on(day);
            int started;
            while ((started = checkIns.startDue()) > 0) {
                begun.merge(ChronoUnit.WEEKS.between(movedInOn, day), started, Integer::sum);
            }
        }

        // Those that come due in these weeks begin on their day, and are not put off.
        var overdue = database.queryForObject(
                "select count(*) from later_check_in l join mentorship m on m.id = l.mentorship_id"
                        + " where m.committed_until < ?",
                Integer.class,
                movedInOn);
        assertThat(overdue).isEqualTo(OVERDUE);
        assertThat(database.queryForObject(
                        "select count(*) from later_check_in l where not exists"
                                + " (select 1 from check_in c where c.mentorship_id = l.mentorship_id and c.outcome is null)",
                        Integer.class))
                .isZero();
        assertThat(begun.headMap(11L).values())
                .hasSize(11)
                .allSatisfy(week -> assertThat(week).isBetween(3, 16));
    }

    @Test
    void no_mentor_gets_two_of_them_before_the_others_had_one() {
        var first = database.queryForList(
                "select m.mentor_id from later_check_in l join mentorship m on m.id = l.mentorship_id"
                        + " where m.committed_until < ? order by l.begins_on limit 25",
                String.class,
                movedInOn);

        assertThat(first).doesNotHaveDuplicates();
        assertThat(database.queryForObject("select min(begins_on) from later_check_in", LocalDate.class))
                .isEqualTo(movedInOn.plusDays(1));
        assertThat(database.queryForObject("select max(begins_on) from later_check_in", LocalDate.class))
                .isBefore(movedInOn.plusWeeks(12).plusDays(1));
    }

    @Test
    void the_goal_counts_from_the_day_of_moving_in() {
        later(Period.ofDays(100));
        checkIns.startDue();

        assertThat(held.isSinceMovingIn()).isTrue();
        assertThat(held.since()).isEqualTo(movedInOn);
        var due = held.lastYear().stream().mapToInt(CheckInsHeld.Month::due).sum();
        assertThat(due)
                .isEqualTo(database.queryForObject(
                        "select count(*) from check_in where hold_by >= ? and hold_by < ?",
                        Integer.class,
                        movedInOn,
                        today()));
        assertThat(held.lastYear()).noneMatch(month -> month.month().isBefore(YearMonth.from(movedInOn)));
    }

    @Test
    void a_check_in_that_begins_in_its_turn_is_not_overdue_before_it_had_its_time() {
        var begunFirst = 0;
        for (var day = movedInOn; !day.isAfter(movedInOn.plusDays(31)); day = day.plusDays(1)) {
            on(day);
            checkIns.startDue();

            assertThat(held.lastYear()).as("on %s", day).isEmpty();
            assertThat(held.ahead()).isEqualTo(openCheckIns());
            if (day.equals(movedInOn.plusDays(1))) {
                begunFirst = openCheckIns();
            }
        }

        on(movedInOn.plusDays(32));

        var overdue =
                held.lastYear().stream().mapToInt(CheckInsHeld.Month::overdue).sum();
        assertThat(overdue).isPositive().isEqualTo(begunFirst);
        assertThat(overdue + held.ahead()).as("each is in one of the two").isEqualTo(openCheckIns());
    }

    private Integer openCheckIns() {
        return database.queryForObject("select count(*) from check_in where outcome is null", Integer.class);
    }
}
