package org.reps.mentoring.rules;

import static java.util.stream.Collectors.toMap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a mentor can pass on and a mentee can look for: a proposal is better the more of it they have in common. */
public final class Skills {

    private static final List<String> ALL = List.of(
            "Advocacy",
            "Budgeting",
            "Coaching",
            "Community building",
            "Event planning",
            "Facilitation",
            "Leadership",
            "Localization",
            "Public speaking",
            "Social media",
            "Technical writing",
            "Web development");

    private Skills() {}

    /** The skills that people can choose, in the order of their names, each kept as it is called. */
    public static Map<String, String> named() {
        return Collections.unmodifiableMap(
                ALL.stream().collect(toMap(skill -> skill, skill -> skill, (one, other) -> one, LinkedHashMap::new)));
    }
}
