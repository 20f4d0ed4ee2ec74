package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.checkin.CheckIn.Outcome;

class CheckInTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 4);
    private static final Instant MEETING = Instant.parse("2026-04-20T16:00:00Z");

    private final CheckIn due = CheckIn.due("k1", "m1", DUE, "mateo");

    @Test
    void the_mentor_holds_it_and_nothing_is_arranged() {
        assertThat(due.hostId()).isEqualTo("mateo");
        assertThat(due.dueOn()).isEqualTo(DUE);
        assertThat(due.meeting()).isNull();
        assertThat(due.notCome()).isZero();
        assertThat(due.outcome()).isNull();
        assertThat(due.isMeetingAhead(MEETING)).isFalse();
    }

    @Test
    void a_meeting_that_is_moved_stays_the_same_in_calendars() {
        var arranged = due.arranged(MEETING, "Here");
        var moved = arranged.arranged(MEETING.plusSeconds(3600), "There");

        assertThat(meeting(arranged).sequence()).isZero();
        assertThat(meeting(moved).uid()).isEqualTo(meeting(arranged).uid());
        assertThat(meeting(moved).sequence()).isEqualTo(1);
        assertThat(meeting(moved).place()).isEqualTo("There");
        assertThat(moved).usingRecursiveComparison().ignoringFields("meeting").isEqualTo(due);
    }

    @Test
    void a_meeting_is_ahead_until_it_begins() {
        var arranged = due.arranged(MEETING, "Here");

        assertThat(arranged.isMeetingAhead(MEETING.minusSeconds(1))).isTrue();
        assertThat(arranged.isMeetingAhead(MEETING)).isFalse();
    }

    @Test
    void who_did_not_come_is_counted_and_may_be_met_again() {
        var missed = due.arranged(MEETING, "Here").missedByMentee().arranged(MEETING.plusSeconds(86400), "Here");

        assertThat(missed.notCome()).isEqualTo(1);
        assertThat(missed.missedByMentee().notCome()).isEqualTo(2);
        assertThat(meeting(missed).sequence()).isEqualTo(1);
    }

    @Test
    void somebody_else_who_holds_it_arranges_a_meeting_of_their_own() {
        var before = due.arranged(MEETING, "Here").missedByMentee();
        var covered = before.heldBy("maya");

        assertThat(covered.hostId()).isEqualTo("maya");
        assertThat(covered.meeting()).isNull();
        assertThat(covered.notCome()).isEqualTo(1);
        assertThat(meeting(covered.arranged(MEETING, "Here")).uid())
                .isNotEqualTo(meeting(before).uid());
    }

    /** SOP: the mentee says whether they go on; a mentor who was not asked has not said no. */
    @ParameterizedTest
    @CsvSource({
        "true,  true,  true",
        "true,  false, false",
        "true,  ,      false",
        "false, true,  false",
        "false, false, false",
        "false, ,      false",
        ",      true,  true",
        ",      false, false",
        ",      ,      false"
    })
    void both_continue_when_the_mentee_would_like_to_and_the_mentor_does_not_object(
            Boolean mentor, Boolean mentee, boolean both) {
        var answered = due;
        if (mentor != null) {
            answered = answered.mentorContinues(mentor);
        }
        if (mentee != null) {
            answered = answered.menteeContinues(mentee);
        }

        assertThat(answered.bothContinue()).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource({"EXTENDED", "CHANGE", "DROPPED"})
    void at_its_end_it_is_forgotten_who_wished_what_and_nothing_else(Outcome outcome) {
        var plan = new CheckInPlan(DUE, "A meetup", "Ideas", "Video call", "month", "");
        var before = due.arranged(MEETING, "Here").planned(plan).noting("sealed:why");

        var ended = before.mentorContinues(false).menteeContinues(true).end(outcome);

        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(ended.mentorContinues()).isNull();
        assertThat(ended.menteeContinues()).isNull();
        assertThat(ended).usingRecursiveComparison().ignoringFields("outcome").isEqualTo(before);
    }

    @Test
    void a_correction_of_the_plan_leaves_what_it_does_not_mention_and_the_remark_too() {
        var plan = new CheckInPlan(DUE, "A meetup", "Ideas", "Video call", "month", "").remarked("Not monthly");

        assertThat(plan.corrected("", "", "", "")).isEqualTo(plan);
        assertThat(plan.corrected("Two meetups", "", "", "fortnight"))
                .isEqualTo(new CheckInPlan(DUE, "Two meetups", "Ideas", "Video call", "fortnight", "Not monthly"));
        assertThat(plan.corrected("", "A room", "Telephone", ""))
                .isEqualTo(new CheckInPlan(DUE, "A meetup", "A room", "Telephone", "month", "Not monthly"));
    }

    private static CheckInMeeting meeting(CheckIn checkIn) {
        return Objects.requireNonNull(checkIn.meeting());
    }
}
