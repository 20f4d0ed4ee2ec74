package org.reps.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentorship.Mentorship.State;
import org.reps.mentoring.rules.Walk;

class MentorshipTest {

    private static final LocalDate BEGUN = LocalDate.of(2024, 2, 29);
    private static final LocalDate COMMITTED = LocalDate.of(2025, 2, 28);

    private final Mentorship begun = Mentorship.begin("m1", "rumi", "mateo", BEGUN, COMMITTED);

    @Test
    void what_may_follow_what() {
        assertThat(new Walk<>(State.class, Mentorship::state)
                        .from(begun)
                        .from(begun.end(COMMITTED, "mentor changed"))
                        .along("keep in touch", mentorship -> mentorship.keepingInTouch("Video call", "month"))
                        .along("extend", mentorship -> renewed(mentorship, COMMITTED))
                        .along("end", mentorship -> mentorship.end(COMMITTED, "mentor gone"))
                        .table())
                .isEqualTo("""
                                | keep in touch | extend  | end
                        RUNNING | RUNNING       | RUNNING | ENDED
                        ENDED   | no            | no      | no
                        """);
    }

    @Test
    void it_runs_from_its_beginning() {
        assertThat(begun.isRunning()).isTrue();
        assertThat(begun.runningMentee()).isEqualTo("rumi");
        assertThat(begun.extended()).isZero();
    }

    @Test
    void each_commitment_more_is_counted() {
        var extended = renewed(
                renewed(begun, COMMITTED.minusDays(20)), COMMITTED.plusYears(1).minusDays(20));

        assertThat(extended.extended()).isEqualTo(2);
        assertThat(extended.committedUntil()).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(extended)
                .usingRecursiveComparison()
                .ignoringFields("extended", "committedUntil")
                .isEqualTo(begun);
    }

    @Test
    void how_the_two_keep_in_touch_can_change() {
        var agreed = begun.keepingInTouch("Telephone", "week").keepingInTouch("Video call", "month");

        assertThat(agreed.channel()).isEqualTo("Video call");
        assertThat(agreed.contactEvery()).isEqualTo("month");
        assertThat(agreed)
                .usingRecursiveComparison()
                .ignoringFields("channel", "contactEvery")
                .isEqualTo(begun);
    }

    @Test
    void its_end_makes_room_for_another_mentor_and_keeps_what_was() {
        var before = renewed(begun.keepingInTouch("Video call", "month"), COMMITTED);
        var ended = before.end(COMMITTED, "mentor changed");

        assertThat(ended.isRunning()).isFalse();
        assertThat(ended.menteeId()).isEqualTo("rumi");
        assertThat(ended.endedOn()).isEqualTo(COMMITTED);
        assertThat(ended.endReason()).isEqualTo("mentor changed");
        assertThat(ended)
                .usingRecursiveComparison()
                .ignoringFields("runningMentee", "endedOn", "endReason")
                .isEqualTo(before);
    }

    private static Mentorship renewed(Mentorship mentorship, LocalDate on) {
        return mentorship.extended(on, Period.ofYears(1), Period.ofMonths(6));
    }
}
