package org.reps.mentoring.onboarding;

/** A text from somebody's form, kept with the onboarding instead of in the process. */
record OnboardingNote(Kind kind, String text) {

    enum Kind {
        /** What mentor and mentee agreed on in the orientation call. */
        FIRST_GOALS,
        /** What the mentor wrote down for the mentee. */
        NOTES_FOR_MENTEE,
        /** The rep's first goal in their own words. */
        OWN_GOAL,
        /** Why the onboarding was closed before its end, sealed: for contacts only. */
        CLOSING_REASON
    }
}
