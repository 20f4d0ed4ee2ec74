package org.reps.mentoring.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.SortedSet;

/**
 * A mentor who could be asked, and what speaks for them.
 *
 * @param points the sum from the decision table {@code mentor-suggestion}
 * @param mentees how many mentees the mentor has now
 * @param freePlaces how many more they could have
 * @param sharedLanguages names of the languages both speak
 * @param sharedSkills what the rep would like to learn and the mentor can pass on
 * @param hoursApart distance of the two time zones today, 0 to 12
 */
record Suggestion(
        String mentorId,
        int points,
        int mentees,
        int freePlaces,
        SortedSet<String> sharedLanguages,
        SortedSet<String> sharedSkills,
        int hoursApart) {

    /** Most points first; among equals the mentor with fewer mentees. */
    static final Comparator<Suggestion> BEST_FIRST = Comparator.comparing(Suggestion::points)
            .reversed()
            .thenComparing(Suggestion::mentees)
            .thenComparing(Suggestion::mentorId);

    /** What speaks for this mentor, as part of a sentence. */
    String why() {
        var reasons = new ArrayList<String>();
        if (!sharedLanguages.isEmpty()) {
            reasons.add("both speak " + String.join(", ", sharedLanguages));
        }
        if (!sharedSkills.isEmpty()) {
            reasons.add("can help with " + String.join(", ", sharedSkills));
        }
        reasons.add(
                hoursApart == 0 ? "same time of day" : hoursApart + (hoursApart == 1 ? " hour" : " hours") + " apart");
        reasons.add(freePlaces + (freePlaces == 1 ? " free place" : " free places"));
        return String.join("; ", reasons);
    }
}
