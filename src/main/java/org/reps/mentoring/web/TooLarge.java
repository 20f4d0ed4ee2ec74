package org.reps.mentoring.web;

/** A request is longer than anything that makes sense here. */
public class TooLarge extends RuntimeException {

    TooLarge() {
        super("This is too large. Please send less at once.");
    }
}
