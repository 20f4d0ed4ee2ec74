package org.reps.mentoring.engine.slips;

import java.util.List;

/**
 * What was found in a file, in a sentence or a few that name the element.
 *
 * @param isFault whether a case would break on it; otherwise it only looks odd
 */
public record Finding(boolean isFault, String sentence) {

    /** The sentences of those that are faults, or of those that are warnings. */
    public static List<String> sentences(List<Finding> findings, boolean ofFaults) {
        return findings.stream()
                .filter(finding -> finding.isFault() == ofFaults)
                .map(Finding::sentence)
                .distinct()
                .toList();
    }
}
