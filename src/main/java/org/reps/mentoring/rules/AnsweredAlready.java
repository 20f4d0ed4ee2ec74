package org.reps.mentoring.rules;

/** Somebody has answered this before, or it has ended: what was to happen cannot follow any more. */
public class AnsweredAlready extends Refusal {

    public AnsweredAlready() {
        super("This was answered a moment ago. Please refresh your task list.");
    }

    /** @param sentence what has happened instead, for the person who is too late */
    public AnsweredAlready(String sentence) {
        super(sentence);
    }
}
