package org.reps.mentoring.engine.stages;

import java.util.Arrays;
import java.util.Optional;

/** How those are called for whose answer a case waits, to whoever finds it on their page as their own. */
public enum Who {
    /** Whose task it is, by their name. */
    NAME("name"),
    /** A mentor, whoever it is: that somebody said no is not told. */
    MENTOR("mentor"),
    /** The council: who of it decides is not told. */
    COUNCIL("council");

    private final String id;

    Who(String id) {
        this.id = id;
    }

    /** As diagrams write it. */
    public String id() {
        return id;
    }

    public static Optional<Who> withId(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
