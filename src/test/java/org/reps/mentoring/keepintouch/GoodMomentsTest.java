package org.reps.mentoring.keepintouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.firstcall.FirstCallSteps;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.unreachable.UnreachableSteps;
import org.springframework.beans.factory.annotation.Autowired;

/** Mateo guides Rumi and Rana, and it is time to ask whether he is in touch with Rumi. */
class GoodMomentsTest extends ProgrammeTest {

    private String together = "";

    @Autowired
    private KeepInTouchSteps keepInTouch;

    @Autowired
    private GoodMoments moments;

    @Autowired
    private YearlyCheckInSteps checkIns;

    @Autowired
    private FirstCallSteps firstCalls;

    @Autowired
    private UnreachableSteps unreachable;

    @BeforeEach
    void two_pairs() {
        givenMateoWithTwoMentees();
        together = mentorships.ofMentee("rumi").orElseThrow().id();
        agreed("rumi", "every month");
        later(Period.ofMonths(1));
    }

    private void agreed(String mentee, String every) {
        var id = mentorships.ofMentee(mentee).orElseThrow().id();
        mentorships.keepInTouch(id, "Chat", every);
        mentorships.haveTalked(id, today());
    }

    private void theRoundAsks() {
        while (keepInTouch.askDue() > 0) {
            runJobs();
        }
    }

    private void assertLeftAloneForAWeek() {
        theRoundAsks();
        assertThat(openTasks()).doesNotContain("Activity_SayWhetherInTouch");
        assertThat(database.queryForObject("select next_on from keep_in_touch where id = ?", LocalDate.class, together))
                .isEqualTo(today().plusWeeks(1));
    }

    @Test
    void two_of_whom_nothing_is_known_are_not_asked_at_once() {
        theRoundAsks();

        assertThat(database.queryForObject(
                        "select next_on from keep_in_touch where id <> ?", LocalDate.class, together))
                .isAfter(today())
                .isBeforeOrEqualTo(today().plusMonths(1));
        assertThat(tasks.createTaskQuery().count()).isEqualTo(2);
    }

    @Test
    void many_pairs_take_as_many_statements_as_one() {
        var all = mentorships.withIds(
                List.of(together, mentorships.ofMentee("rana").orElseThrow().id()));
        var one = all.subList(0, 1);

        assertThat(statements(all)).isEqualTo(statements(one)).isPositive();
    }

    private int statements(List<Mentorship> pairs) {
        database.execute("set query_statistics false");
        database.execute("set query_statistics true");
        var good = moments.among(pairs);
        pairs.forEach(good::test);
        var executed = Objects.requireNonNull(database.queryForObject(
                "select sum(execution_count) from information_schema.query_statistics"
                        + " where lower(sql_statement) like 'select%' or lower(sql_statement) like '(select%'",
                Integer.class));
        database.execute("set query_statistics false");
        return executed;
    }

    @Test
    void whoever_is_asked_already_is_not_asked_about_somebody_else() {
        agreed("rana", "every two weeks");
        theRoundAsks();
        later(Period.ofWeeks(2));
        theRoundAsks();

        assertThat(tasks.createTaskQuery().taskAssignee("mateo").count()).isEqualTo(1);
        assertThat(tasks.createTaskQuery().taskAssignee("rana").count()).isEqualTo(1);
    }

    @Test
    void nobody_is_asked_while_the_mentor_is_away() {
        programme.mentor("mateo").takesTimeOff(today(), today().plusDays(20));

        assertLeftAloneForAWeek();
    }

    @Test
    void nobody_is_asked_who_meets_for_the_yearly_check_in() {
        later(Period.ofMonths(10).plusDays(15));
        checkIns.startDue();
        runJobs();

        assertLeftAloneForAWeek();
    }

    @Test
    void nobody_is_asked_before_the_first_call() {
        firstCalls.begin(together);
        runJobs();

        assertLeftAloneForAWeek();
    }

    @Test
    void nobody_is_asked_who_thinks_about_another_mentor() {
        programme.rep("rumi").asksForAnotherMentor("council");

        assertLeftAloneForAWeek();
    }

    @Test
    void nobody_is_asked_whose_mentor_steps_down() {
        mentors.change("mateo", mentor -> mentor.resigning(today().plusDays(40)));

        assertLeftAloneForAWeek();
    }

    @Test
    void nobody_is_asked_whom_no_mail_reaches() {
        unreachable.report("rumi");

        assertLeftAloneForAWeek();
    }

    @Test
    void nobody_is_asked_who_is_leaving() {
        startAs("rumi", "leave-programme", Map.of("lastDay", today().plusDays(9).toString()));

        assertLeftAloneForAWeek();
    }
}
