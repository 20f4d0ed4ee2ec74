package org.reps.mentoring.engine.stages;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On whose own page the cases of a process stand. */
public enum ShownTo {
    /** Whoever began it: for cases that are about nobody. */
    STARTER("starter"),
    /** Whom it is about, by its business key. */
    SUBJECT("subject"),
    /** Whom it is about, if they began it themselves, as they are not to know of it otherwise. */
    SUBJECT_WHO_STARTED("subjectWhoStarted"),
    /** The mentor and the mentee whom, or whose mentorship, it is about. */
    PAIR("pair");

    private final String id;

    ShownTo(String id) {
        this.id = id;
    }

    /** As diagrams write it. */
    public String id() {
        return id;
    }

    public static Optional<ShownTo> withId(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** Whether somebody finds a case on their page as their own. */
    boolean isOwn(String person, @Nullable String subject, @Nullable String startedBy) {
        return switch (this) {
            case STARTER -> person.equals(startedBy);
            case SUBJECT -> person.equals(subject);
            case SUBJECT_WHO_STARTED -> person.equals(subject) && person.equals(startedBy);
            case PAIR -> false;
        };
    }
}
