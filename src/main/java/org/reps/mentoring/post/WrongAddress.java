package org.reps.mentoring.post;

/** A mail cannot be delivered, however often it is tried, before somebody corrects its receiver's address. */
public class WrongAddress extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
