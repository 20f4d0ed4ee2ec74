package org.reps.mentoring.firstcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.AnsweredAlready;

class FirstCallMovesTest {

    private static final Instant AT_SIX = Instant.parse("2026-12-04T18:00:00Z");
    private static final LocalDate THAT_DAY = LocalDate.parse("2026-12-04");

    private final FirstCall arranged = FirstCall.of("mentorship").arranged(AT_SIX, "By phone");

    @Test
    void a_call_that_is_moved_stays_the_same_in_calendars() {
        var moved = arranged.moved(0, AT_SIX.plusSeconds(3600), "By phone").arrangedMeeting();

        assertThat(moved.uid()).isEqualTo(arranged.arrangedMeeting().uid());
        assertThat(moved.sequence()).isEqualTo(1);
    }

    @Test
    void of_two_who_move_it_at_the_same_moment_the_second_looks_again() {
        var moved = arranged.moved(0, AT_SIX.plusSeconds(3600), "By phone");

        assertThatThrownBy(() -> moved.moved(0, AT_SIX, "Video call"))
                .isInstanceOf(AnsweredAlready.class)
                .hasMessageStartingWith("This call was moved a moment ago.");
    }

    @Test
    void it_is_held_once_and_then_neither_ahead_nor_moved() {
        var held = arranged.held(THAT_DAY, THAT_DAY);

        assertThat(arranged.isMeetingAhead(AT_SIX.minusSeconds(1))).isTrue();
        assertThat(held.isMeetingAhead(AT_SIX.minusSeconds(1))).isFalse();
        assertThatThrownBy(() -> held.held(THAT_DAY, THAT_DAY)).isInstanceOf(AnsweredAlready.class);
        assertThatThrownBy(() -> held.arranged(AT_SIX, "By phone")).isInstanceOf(AnsweredAlready.class);
    }
}
