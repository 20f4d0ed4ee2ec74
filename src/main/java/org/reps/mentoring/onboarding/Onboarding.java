package org.reps.mentoring.onboarding;

import static java.util.stream.Collectors.toCollection;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One rep's way from looking for a mentor to having found their feet.
 *
 * @param openRep the rep while the onboarding is open, null afterwards; unique in the database, so that nobody is
 *     onboarded twice at the same time
 * @param startedBy user id of the rep or of the contact who started on their behalf
 * @param callHeldOn the day of the orientation call
 * @param notes what was written down on the way
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record Onboarding(
        @Id String id,
        String repId,
        @Nullable String openRep,
        String startedBy,
        LocalDate beganOn,
        @Nullable LocalDate callHeldOn,
        @Nullable Outcome outcome,
        @Nullable LocalDate endedOn,
        Set<OnboardingNote> notes,
        @Version @Nullable Integer version)
        implements OnboardingBuilder.With {

    enum State {
        /** A mentor is looked for, or the two have not had the orientation call. */
        BEGUN,
        /** The two have had the orientation call. */
        CALL_HELD,
        ONBOARDED,
        CLOSED,
        WITHOUT_MENTOR
    }

    enum Outcome {
        ONBOARDED,
        CLOSED,
        WITHOUT_MENTOR
    }

    static final Move<State> HOLD_CALL = Move.to(State.CALL_HELD, State.BEGUN);
    static final Move<State> NOTE = Move.within(State.BEGUN, State.CALL_HELD);

    /** Also without a call: somebody may have dropped it. */
    static final Move<State> COMPLETE = Move.to(State.ONBOARDED, State.BEGUN, State.CALL_HELD);

    static final Move<State> CLOSE = Move.to(State.CLOSED, State.BEGUN, State.CALL_HELD);
    static final Move<State> STAY_WITHOUT_MENTOR = Move.to(State.WITHOUT_MENTOR, State.BEGUN, State.CALL_HELD);

    static Onboarding begin(String id, String repId, String startedBy, LocalDate on) {
        return new Onboarding(id, repId, repId, startedBy, on, null, null, null, Set.of(), null);
    }

    State state() {
        if (outcome != null) {
            return switch (outcome) {
                case ONBOARDED -> State.ONBOARDED;
                case CLOSED -> State.CLOSED;
                case WITHOUT_MENTOR -> State.WITHOUT_MENTOR;
            };
        }
        return callHeldOn == null ? State.BEGUN : State.CALL_HELD;
    }

    /**
     * The two have had the orientation call.
     *
     * @param mentorshipBeganOn the day on which the two were brought together; where the mentor lives it may have been
     *     the day before
     * @throws Refusal when they cannot have had it on that day
     */
    Onboarding callHeld(LocalDate on, LocalDate mentorshipBeganOn) {
        HOLD_CALL.after(state());
        if (on.isBefore(mentorshipBeganOn.minusDays(1))) {
            throw Refusal.at("heldOn", "Held on", "please check the day; your mentorship began later.");
        }
        return with(onboarding -> onboarding.callHeldOn(on));
    }

    /** The onboarding with this text in place of an earlier one of the same kind; an empty text leaves it as it is. */
    Onboarding noting(OnboardingNote.Kind kind, String text) {
        NOTE.after(state());
        if (text.isEmpty()) {
            return this;
        }
        var kept = notes.stream().filter(note -> note.kind() != kind).collect(toCollection(LinkedHashSet::new));
        kept.add(new OnboardingNote(kind, text));
        return with(onboarding -> onboarding.notes(kept));
    }

    Optional<String> note(OnboardingNote.Kind kind) {
        return notes.stream()
                .filter(note -> note.kind() == kind)
                .map(OnboardingNote::text)
                .findFirst();
    }

    /** The rep has found their feet. */
    Onboarding completed(LocalDate on) {
        return end(COMPLETE, Outcome.ONBOARDED, on);
    }

    Onboarding closed(LocalDate on) {
        return end(CLOSE, Outcome.CLOSED, on);
    }

    /** Nobody was found, or the mentor is gone. */
    Onboarding withoutMentor(LocalDate on) {
        return end(STAY_WITHOUT_MENTOR, Outcome.WITHOUT_MENTOR, on);
    }

    private Onboarding end(Move<State> move, Outcome outcome, LocalDate on) {
        move.after(state());
        return with(onboarding -> onboarding.openRep(null).outcome(outcome).endedOn(on));
    }
}
