package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.checkin.CheckIn.Outcome;
import org.reps.mentoring.checkin.CheckIn.State;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.Walk;

class CheckInTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 4);
    private static final Instant MEETING = Instant.parse("2026-04-20T16:00:00Z");

    private static final CheckInPlan PLAN = new CheckInPlan(DUE, "A meetup", "Ideas", "Video call", "month", "");

    private final CheckIn due = CheckIn.due("k1", "m1", DUE, DUE, "mateo");
    private final CheckIn arranged = due.arranged(MEETING, "Here");
    private final CheckIn held = arranged.held(PLAN, DUE.minusYears(1), true);

    @Test
    void what_may_follow_what() {
        assertThat(new Walk<>(State.class, CheckIn::state)
                        .from(due)
                        .from(arranged)
                        .from(held)
                        .from(held.extended())
                        .from(held.changing())
                        .from(due.dropped())
                        .along("arrange", checkIn -> checkIn.arranged(MEETING, "There"))
                        .along("move", checkIn -> checkIn.moved(0, MEETING, "There"))
                        .along("miss", CheckIn::missedByMentee)
                        .along("cover", checkIn -> checkIn.heldBy("maya"))
                        .along("hold", checkIn -> checkIn.held(PLAN, DUE.minusYears(1), true))
                        .along("remark", checkIn -> checkIn.remarked("Not monthly"))
                        .along("correct", checkIn -> checkIn.corrected("", "", "", "week"))
                        .along("confirm", checkIn -> checkIn.confirmed("", true))
                        .along("extend", CheckIn::extended)
                        .along("change", CheckIn::changing)
                        .along("say why not", checkIn -> checkIn.noting("sealed:why"))
                        .along("drop", CheckIn::dropped)
                        .table())
                .isEqualTo("""
                                 | arrange  | move     | miss     | cover | hold | remark | correct | confirm | extend   | change | say why not | drop
                        DUE      | ARRANGED | no       | no       | DUE   | no   | no     | no      | no      | no       | no     | DUE         | DROPPED
                        ARRANGED | ARRANGED | ARRANGED | ARRANGED | DUE   | HELD | no     | no      | no      | no       | no     | ARRANGED    | DROPPED
                        HELD     | no       | no       | no       | no    | no   | HELD   | HELD    | HELD    | EXTENDED | CHANGE | HELD        | DROPPED
                        EXTENDED | no       | no       | no       | no    | no   | no     | no      | no      | no       | no     | no          | DROPPED
                        CHANGE   | no       | no       | no       | no    | no   | no     | no      | no      | no       | no     | no          | DROPPED
                        DROPPED  | no       | no       | no       | no    | no   | no     | no      | no      | no       | no     | no          | DROPPED
                        """);
    }

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
        var moved = arranged.arranged(MEETING.plusSeconds(3600), "There");

        assertThat(meeting(arranged).sequence()).isZero();
        assertThat(meeting(moved).uid()).isEqualTo(meeting(arranged).uid());
        assertThat(meeting(moved).sequence()).isEqualTo(1);
        assertThat(meeting(moved).place()).isEqualTo("There");
        assertThat(moved).usingRecursiveComparison().ignoringFields("meeting").isEqualTo(due);
    }

    @Test
    void nobody_moves_a_meeting_that_they_have_not_seen() {
        var moved = arranged.moved(0, MEETING.plusSeconds(3600), "There");

        assertThat(meeting(moved).sequence()).isEqualTo(1);
        assertThatThrownBy(() -> moved.moved(0, MEETING, "Elsewhere"))
                .isInstanceOf(AnsweredAlready.class)
                .hasMessage("This meeting was moved or called off a moment ago."
                        + " Please look at your mails and refresh your task list.");
        assertThat(meeting(moved.moved(1, MEETING, "Elsewhere")).place()).isEqualTo("Elsewhere");
    }

    @Test
    void a_meeting_is_ahead_until_it_begins() {
        assertThat(arranged.isMeetingAhead(MEETING.minusSeconds(1))).isTrue();
        assertThat(arranged.isMeetingAhead(MEETING)).isFalse();
    }

    @Test
    void who_did_not_come_is_counted_and_may_be_met_again() {
        var missed = arranged.missedByMentee().arranged(MEETING.plusSeconds(86400), "Here");

        assertThat(missed.notCome()).isEqualTo(1);
        assertThat(missed.missedByMentee().notCome()).isEqualTo(2);
        assertThat(meeting(missed).sequence()).isEqualTo(1);
    }

    @Test
    void somebody_else_who_holds_it_arranges_a_meeting_of_their_own() {
        var before = arranged.missedByMentee();
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
        var met = arranged.held(PLAN, DUE, mentor);
        var answered = mentee == null ? met : met.confirmed("", mentee);

        assertThat(answered.bothContinue()).isEqualTo(both);
    }

    @Test
    void at_its_end_it_is_forgotten_who_wished_what_and_nothing_else() {
        var before = held.noting("sealed:why");
        var confirmed = arranged.held(PLAN, DUE, false).confirmed("", true).noting("sealed:why");

        assertThat(List.of(confirmed.extended(), confirmed.changing(), confirmed.dropped()))
                .extracting(CheckIn::outcome)
                .containsExactly(Outcome.EXTENDED, Outcome.CHANGE, Outcome.DROPPED);
        assertThat(List.of(confirmed.extended(), confirmed.changing(), confirmed.dropped()))
                .allSatisfy(ended -> {
                    assertThat(ended.mentorContinues()).isNull();
                    assertThat(ended.menteeContinues()).isNull();
                    assertThat(ended)
                            .usingRecursiveComparison()
                            .ignoringFields("outcome", "mentorContinues")
                            .isEqualTo(before);
                });
    }

    @Test
    void nobody_has_met_before_the_mentorship_began() {
        assertThat(arranged.held(PLAN, DUE, true).agreed()).isEqualTo(PLAN);
        assertThatThrownBy(() -> arranged.held(PLAN, DUE.plusDays(1), true))
                .isInstanceOf(Refusal.class)
                .hasMessage("Held on: please check the day; the mentorship began later.");
    }

    @Test
    void a_correction_is_asked_for_once() {
        assertThat(held.isCorrectionAsked()).isFalse();
        assertThat(held.remarked("Not monthly").isCorrectionAsked()).isTrue();
    }

    @Test
    void a_correction_of_the_plan_leaves_what_it_does_not_mention_and_the_remark_too() {
        var plan = PLAN.remarked("Not monthly");

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
