package org.reps.mentoring.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reps.mentoring.onboarding.Onboarding.Outcome;
import org.reps.mentoring.onboarding.OnboardingNote.Kind;

class OnboardingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 30);

    private final Onboarding begun = Onboarding.begin("o1", "rumi", "clara", DAY);

    @Test
    void there_is_one_note_of_each_kind_the_latest() {
        var noted = begun.noting(Kind.FIRST_GOALS, "A meetup")
                .noting(Kind.OWN_GOAL, "A talk")
                .noting(Kind.FIRST_GOALS, "Two meetups");

        assertThat(noted.note(Kind.FIRST_GOALS)).hasValue("Two meetups");
        assertThat(noted.note(Kind.OWN_GOAL)).hasValue("A talk");
        assertThat(noted.note(Kind.CLOSING_REASON)).isEmpty();
        assertThat(noted.notes()).hasSize(2);
    }

    @Test
    void who_writes_nothing_leaves_what_was_there() {
        var noted = begun.noting(Kind.OWN_GOAL, "A talk");

        assertThat(noted.noting(Kind.OWN_GOAL, "")).isEqualTo(noted);
    }

    @ParameterizedTest
    @EnumSource
    void its_end_makes_room_for_another_one_and_keeps_what_was(Outcome outcome) {
        var before = begun.callHeld(DAY.plusDays(9)).noting(Kind.OWN_GOAL, "A talk");
        var ended = before.end(outcome, DAY.plusDays(90));

        assertThat(before.openRep()).isEqualTo("rumi");
        assertThat(ended.openRep()).isNull();
        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(ended.endedOn()).isEqualTo(DAY.plusDays(90));
        assertThat(ended)
                .usingRecursiveComparison()
                .ignoringFields("openRep", "outcome", "endedOn")
                .isEqualTo(before);
    }
}
