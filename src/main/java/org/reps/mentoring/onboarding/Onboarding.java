package org.reps.mentoring.onboarding;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        @Version @Nullable Integer version) {

    enum Outcome {
        ONBOARDED,
        CLOSED,
        WITHOUT_MENTOR
    }

    static Onboarding begin(String id, String repId, String startedBy, LocalDate on) {
        return new Onboarding(id, repId, repId, startedBy, on, null, null, null, Set.of(), null);
    }

    Onboarding callHeld(LocalDate on) {
        return new Onboarding(id, repId, openRep, startedBy, beganOn, on, outcome, endedOn, notes, version);
    }

    /** The onboarding with this text in place of an earlier one of the same kind; an empty text leaves it as it is. */
    Onboarding noting(OnboardingNote.Kind kind, String text) {
        if (text.isEmpty()) {
            return this;
        }
        var kept = notes.stream().filter(note -> note.kind() != kind).collect(toCollection(LinkedHashSet::new));
        kept.add(new OnboardingNote(kind, text));
        return new Onboarding(id, repId, openRep, startedBy, beganOn, callHeldOn, outcome, endedOn, kept, version);
    }

    Optional<String> note(OnboardingNote.Kind kind) {
        return notes.stream()
                .filter(note -> note.kind() == kind)
                .map(OnboardingNote::text)
                .findFirst();
    }

    Onboarding end(Outcome outcome, LocalDate on) {
        return new Onboarding(id, repId, null, startedBy, beganOn, callHeldOn, outcome, on, notes, version);
    }
}
