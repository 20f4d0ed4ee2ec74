package org.reps.mentoring.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.onboarding.Onboarding.Outcome;
import org.reps.mentoring.onboarding.Onboarding.State;
import org.reps.mentoring.onboarding.OnboardingNote.Kind;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.Walk;

class OnboardingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 30);

    private final Onboarding begun = Onboarding.begin("o1", "rumi", "clara", DAY);

    @Test
    void what_may_follow_what() {
        assertThat(new Walk<>(State.class, Onboarding::state)
                        .from(begun)
                        .from(begun.callHeld(DAY, DAY))
                        .from(begun.completed(DAY))
                        .from(begun.closed(DAY))
                        .from(begun.withoutMentor(DAY))
                        .along("hold call", onboarding -> onboarding.callHeld(DAY, DAY))
                        .along("note", onboarding -> onboarding.noting(Kind.OWN_GOAL, "A talk"))
                        .along("note nothing", onboarding -> onboarding.noting(Kind.OWN_GOAL, ""))
                        .along("complete", onboarding -> onboarding.completed(DAY))
                        .along("close", onboarding -> onboarding.closed(DAY))
                        .along("stay without mentor", onboarding -> onboarding.withoutMentor(DAY))
                        .table())
                .isEqualTo("""
                                       | hold call | note      | note nothing | complete  | close  | stay without mentor
                        BEGUN          | CALL_HELD | BEGUN     | BEGUN        | ONBOARDED | CLOSED | WITHOUT_MENTOR
                        CALL_HELD      | no        | CALL_HELD | CALL_HELD    | ONBOARDED | CLOSED | WITHOUT_MENTOR
                        ONBOARDED      | no        | no        | no           | no        | no     | no
                        CLOSED         | no        | no        | no           | no        | no     | no
                        WITHOUT_MENTOR | no        | no        | no           | no        | no     | no
                        """);
    }

    @Test
    void nobody_has_had_the_call_before_the_two_were_brought_together() {
        assertThat(begun.callHeld(DAY.minusDays(1), DAY).callHeldOn())
                .as("where the mentor lives it may have been the day before")
                .isEqualTo(DAY.minusDays(1));
        assertThatThrownBy(() -> begun.callHeld(DAY.minusDays(2), DAY))
                .isInstanceOf(Refusal.class)
                .hasMessage("Held on: please check the day; your mentorship began later.");
    }

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

    @Test
    void its_end_makes_room_for_another_one_and_keeps_what_was() {
        var before = begun.callHeld(DAY.plusDays(9), DAY).noting(Kind.OWN_GOAL, "A talk");
        var last = DAY.plusDays(90);

        assertThat(before.openRep()).isEqualTo("rumi");
        assertThat(List.of(before.completed(last), before.closed(last), before.withoutMentor(last)))
                .allSatisfy(ended -> {
                    assertThat(ended.openRep()).isNull();
                    assertThat(ended.endedOn()).isEqualTo(last);
                    assertThat(ended)
                            .usingRecursiveComparison()
                            .ignoringFields("openRep", "outcome", "endedOn")
                            .isEqualTo(before);
                })
                .extracting(Onboarding::outcome)
                .containsExactly(Outcome.ONBOARDED, Outcome.CLOSED, Outcome.WITHOUT_MENTOR);
    }
}
