package org.reps.mentoring.inactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.story.ActingMentor;
import org.springframework.beans.factory.annotation.Autowired;

/** Who counts as silent: twelve weeks without any answer although somebody waits, absences excluded. */
class SilentMentorsTest extends ProgrammeTest {

    private static final Period TWELVE_WEEKS = Period.ofWeeks(12);

    private final ActingMentor mateo = programme.mentor("mateo");

    @Autowired
    MentorInactivitySteps inactivity;

    @BeforeEach
    void a_programme() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenContact("clara");
    }

    @Test
    void a_mentor_of_somebody_who_has_never_answered_is_silent_after_twelve_weeks() {
        mentorships.begin("rumi", "mateo");
        later(TWELVE_WEEKS.minusDays(1));
        assertThat(silent()).isEmpty();
        later(Period.ofDays(1));
        assertThat(silent()).containsExactly("mateo");
    }

    @Test
    void silence_counts_from_the_last_answer() {
        mentorships.begin("rumi", "mateo");
        later(Period.ofDays(40));
        answerSomething();
        later(TWELVE_WEEKS.minusDays(1));
        assertThat(silent()).isEmpty();
        later(Period.ofDays(1));
        assertThat(silent()).containsExactly("mateo");
    }

    @Test
    void nobody_is_reported_twice_for_the_same_silence() {
        mentorships.begin("rumi", "mateo");
        later(TWELVE_WEEKS);

        assertThat(inactivity.reportSilent()).isEqualTo(1);
        assertThat(inactivity.reportSilent()).isZero();
    }

    @Test
    void whom_the_council_found_active_is_left_in_peace_for_twelve_weeks() {
        register("carmen", Group.COUNCIL);
        mentorships.begin("rumi", "mateo");
        later(TWELVE_WEEKS);
        assertThat(silent()).containsExactly("mateo");
        runJobs();
        fire("Event_GraceOver");
        programme.council("clara").findsTheSilentMentorActive();

        assertThat(inactivity.reportSilent()).isZero();
        later(TWELVE_WEEKS.minusDays(1));
        assertThat(inactivity.reportSilent()).isZero();
        later(Period.ofDays(1));
        assertThat(inactivity.reportSilent()).isEqualTo(1);
    }

    @Test
    void nobody_is_silent_for_whom_nobody_waits() {
        later(Period.ofYears(1));

        assertThat(silent()).isEmpty();
    }

    @Test
    void a_mentor_without_mentees_is_silent_when_a_task_has_waited_so_long() {
        identities.createMembership("mateo", Group.CONTACTS.id());
        register("ruth", Group.REPS);
        programme.rep("ruth").looksForAMentor();
        as("mateo", () -> tasks.claim(task("Activity_OfferToMentor").getId(), "mateo"));
        later(TWELVE_WEEKS.minusDays(1));
        assertThat(silent()).isEmpty();
        later(Period.ofDays(1));
        assertThat(silent()).containsExactly("mateo");
    }

    @Test
    void who_is_inactive_or_has_stepped_down_is_not_asked() {
        mentorships.begin("rumi", "mateo");
        later(TWELVE_WEEKS);
        for (var status : List.of(Mentor.Status.INACTIVE, Mentor.Status.RESIGNED)) {
            mentors.save(mentors.findById("mateo").orElseThrow().becoming(status));

            assertThat(inactivity.reportSilent()).isZero();
        }
    }

    @Test
    void who_is_away_is_not_asked_and_the_days_of_the_absence_do_not_count() {
        mentorships.begin("rumi", "mateo");
        answerSomething();
        var answered = today();
        mentors.save(mentors.findById("mateo").orElseThrow().away(answered.plusDays(60), answered.plusDays(89), null));
        later(Period.ofDays(89));
        assertThat(silent()).as("on the last day of the absence").isEmpty();
        // 84 days of silence, and the 30 days of the absence.
        later(Period.ofDays(24));
        assertThat(silent()).as("after 113 days").isEmpty();
        later(Period.ofDays(1));
        assertThat(silent()).as("after 114 days").containsExactly("mateo");
    }

    @Test
    void an_absence_that_began_before_the_last_answer_counts_from_then_on() {
        mentorships.begin("rumi", "mateo");
        var today = today();
        answerSomething();
        mentors.save(mentors.findById("mateo").orElseThrow().away(today.minusDays(30), today.plusDays(10), null));
        later(TWELVE_WEEKS.plusDays(9));
        assertThat(silent()).isEmpty();
        later(Period.ofDays(1));
        assertThat(silent()).containsExactly("mateo");
    }

    @Test
    void what_a_rep_answers_makes_no_mentor_of_them() {
        register("ruth", Group.REPS);
        programme.rep("ruth").looksForAMentor();
        mateo.offersToMentor("ruth");
        programme.rep("ruth").acceptsTheProposedMentor();

        assertThat(mentors.findById("ruth")).isEmpty();
        assertThat(mentors.lastAnswer("mateo")).contains(today());
    }

    /** Mateo answers on the evening of 1 June, where he lives; twelve weeks later it is 24 August. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2026-06-01T11:30:00Z, 2026-08-23T11:59:00Z, 2026-08-23T12:00:00Z",
        "America/Los_Angeles, 2026-06-02T06:30:00Z, 2026-08-24T06:59:00Z, 2026-08-24T07:00:00Z",
        "UTC, 2026-06-01T23:30:00Z, 2026-08-23T23:59:00Z, 2026-08-24T00:00:00Z"
    })
    void silence_is_counted_in_days_of_where_the_mentor_lives(
            String zone, Instant answer, Instant lastDay, Instant silentSince) {
        database.update("update mentor set time_zone = ? where id = 'mateo'", zone);
        Today.goTo(Instant.parse("2026-05-20T12:00:00Z"));
        mentorships.begin("rumi", "mateo");
        Today.goTo(answer);
        answerSomething();
        assertThat(mentors.lastAnswer("mateo")).contains(LocalDate.of(2026, 6, 1));

        Today.goTo(lastDay);
        assertThat(silent()).isEmpty();
        Today.goTo(silentSince);
        assertThat(silent()).containsExactly("mateo");
    }

    /** Away from 10 December on, when Mateo has been silent for long. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2026-12-09T12:00:00Z, false",
        "Pacific/Auckland, 2026-12-09T10:30:00Z, true",
        "America/Los_Angeles, 2026-12-10T09:00:00Z, false",
        "America/Los_Angeles, 2026-12-10T01:00:00Z, true"
    })
    void whoever_is_away_where_they_live_is_not_asked(String zone, Instant moment, boolean isAsked) {
        database.update("update mentor set time_zone = ? where id = 'mateo'", zone);
        Today.goTo(Instant.parse("2026-05-20T12:00:00Z"));
        mentorships.begin("rumi", "mateo");
        var first = LocalDate.of(2026, 12, 10);
        mentors.save(mentors.findById("mateo").orElseThrow().away(first, first.plusDays(10), null));
        Today.goTo(moment);

        assertThat(inactivity.reportSilent()).isEqualTo(isAsked ? 1 : 0);
    }

    /** Mateo says that he cannot take another mentee. */
    private void answerSomething() {
        register("ruth", Group.REPS);
        programme.rep("ruth").looksForAMentor();
        mateo.doesNotOfferToMentor("ruth");
    }

    private List<String> silent() {
        inactivity.reportSilent();
        return runtime.createProcessInstanceQuery().processDefinitionKey("mentor-inactivity").listPage(0, 1000).stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
    }
}
