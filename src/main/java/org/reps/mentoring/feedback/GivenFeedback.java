package org.reps.mentoring.feedback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

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
        var whole = new ArrayList<List<GivenFeedback>>();
        var group = new ArrayList<GivenFeedback>();
        var authors = new HashSet<String>();
        for (var answer : answers) {
            group.add(answer);
            authors.add(answer.authorId());
            if (authors.size() >= threshold) {
                whole.add(List.copyOf(group));
                group.clear();
                authors.clear();
            }
        }
        return whole;
    }

    /** Those in {@link #wholeGroups}, all together. */
    static List<GivenFeedback> inWholeGroups(List<GivenFeedback> answers, int threshold) {
        return wholeGroups(answers, threshold).stream().flatMap(List::stream).toList();
    }
}
