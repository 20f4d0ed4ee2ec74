package org.reps.mentoring.engine.people;

import java.util.Arrays;
import java.util.Optional;

/**
 * The groups of the programme. What each may do in a process is said by its diagram, the rest in
 * {@code Authorizations}.
 */
public enum Group {
    /** All members. */
    REPS("reps", "Reps"),
    /** Reps who guide others. */
    MENTORS("mentors", "Mentors"),
    /** The elected council. */
    COUNCIL("council", "Council"),
    /** Council members responsible for mentorship administration. */
    CONTACTS("contacts", "Contacts for mentorship"),
    /** People who improve the diagrams and forms. */
    ANALYSTS("analysts", "Analysts");

    private final String id;
    private final String title;

    Group(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The id in the engine's identity tables and in diagrams. */
    public String id() {
        return id;
    }

    public static Optional<Group> withId(String id) {
        return Arrays.stream(values()).filter(group -> group.id.equals(id)).findFirst();
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
