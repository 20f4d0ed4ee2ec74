package org.reps.mentoring.engine.arrivals;

/** Somebody who has signed in elsewhere gets no account here, or not theirs. Nothing has been changed. */
public final class NotWelcome extends RuntimeException {

    private final Why why;

    NotWelcome(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public enum Why {
        /** They are in none of the programme's groups. */
        NOT_IN_PROGRAMME,
        /** There is an account that could be theirs, and nobody has said that it is. */
        COULD_BE_THEIRS,
        /** They had an account, or are in no group any more. */
        HAS_LEFT
    }
}
