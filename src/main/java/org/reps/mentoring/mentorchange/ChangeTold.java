package org.reps.mentoring.mentorchange;

/**
 * What one person is told because of a decision.
 *
 * @param notice the mail's template
 * @param text what was written for them; what is read in a task instead of a mail is a reference to a sealed text
 */
record ChangeTold(String recipientId, String notice, String text) {

    /** Read in a task, which the engine announces by this mail. */
    static final String IN_A_TASK = "task-assigned";

    boolean isMail() {
        return !notice.equals(IN_A_TASK);
    }
}
