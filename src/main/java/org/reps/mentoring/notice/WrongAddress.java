package org.reps.mentoring.notice;

/** A mail cannot be delivered, however often it is tried, before somebody corrects its receiver's address. */
class WrongAddress extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
