package org.reps.mentoring.entrylink;

/** What becomes of somebody who comes by a link. */
public enum LinkState {
    /** They may choose a password. */
    OPEN,
    /** They have done so by this link. */
    USED,
    /** The password has been changed by other means since, or the address it was sent to is not theirs any more. */
    REPLACED,
    /** Its time is over. */
    OVER,
    /** There was never such a link, it is not complete, or it is long over. */
    UNKNOWN
}
