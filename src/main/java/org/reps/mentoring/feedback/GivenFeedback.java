package org.reps.mentoring.feedback;

import java.util.List;
import org.reps.mentoring.rules.WholeGroups;

/** An answer with the user id of who gave it. */
record GivenFeedback(Feedback answer, String authorId) {

    /** Whether it is about this person, or by them: neither of the two is ever told about it. */
    boolean concerns(String userId) {
        return answer.aboutId().equals(userId) || authorId.equals(userId);
    }

    boolean isWritten() {
        return !answer.whatHelped().isEmpty() || !answer.whatBetter().isEmpty();
    }

    /**
     * Answers as they may be shown: in groups by that many different people, in the order in which they came, and
     * without those that do not make a whole group yet. Whoever compares what is shown now with what was shown before
     * learns what a whole group said, and never what one person said.
     */
    static List<List<GivenFeedback>> wholeGroups(List<GivenFeedback> answers, int threshold) {
        return WholeGroups.each(answers, GivenFeedback::authorId, threshold);
    }

    /** Those in {@link #wholeGroups}, all together. */
    static List<GivenFeedback> inWholeGroups(List<GivenFeedback> answers, int threshold) {
        return WholeGroups.of(answers, GivenFeedback::authorId, threshold);
    }
}
