package org.reps.mentoring.engine.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of the two people of a mentorship. */
public enum OneOfTwo {
    MENTOR,
    MENTEE;

    /** As diagrams write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OneOfTwo> withId(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
