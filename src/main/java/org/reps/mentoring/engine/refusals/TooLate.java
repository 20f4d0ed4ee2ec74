package org.reps.mentoring.engine.refusals;

/** Somebody else, or the same person in another window, has done just this a moment ago. */
public class TooLate extends RuntimeException {

    TooLate(Throwable cause) {
        super(
                "This was done by somebody else, or in another window, a moment ago. Please refresh your task list.",
                cause);
    }
}
