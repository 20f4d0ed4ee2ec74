package org.reps.mentoring.kept;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one column says of people.
 *
 * @param label what the file calls it; null where it is in nobody's file
 * @param shownTo in whose files it is: names of {@link Table.Whose}
 * @param emptied SQL for what stands there when the words are taken away; null where nothing is
 * @param sealed where its references to sealed texts belong; null where it has none
 */
public record Column(
        String name,
        Kind kind,
        @Nullable String label,
        Set<String> shownTo,
        @Nullable String emptied,
        @Nullable Sealed sealed) {
    public enum Kind {
        /** About nobody: ids of rows, and what only machines read. */
        KEY("about nobody"),
        /** The user id of one person. */
        PERSON("names a person"),
        /** The user ids of several people. */
        PEOPLE("names people"),
        /** A day, a number, a choice among a few: stays, as the programme counts it. */
        FACT("a fact that is counted"),
        /** What somebody has said, of themself or of another. */
        WORDS("somebody's words"),
        /** A reference to words that are sealed. */
        SEALED("sealed words"),
        /** A reference to something sealed that is counted: it is sealed anew, without whom it is of. */
        COUNTED("sealed, and counted");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As the documentation says it. */
        String words() {
            return words;
        }
    }

    /**
     * Where sealed texts belong, in SQL.
     *
     * @param owner of their {@link org.reps.mentoring.confidential.Place}, as the next two
     */
    public record Sealed(String owner, String field, String reader) {

        /** The reader of what all in the council may read. */
        static final String COUNCIL = "'council'";
    }

    boolean isShownTo(Table.Whose whose) {
        return label != null && shownTo.contains(whose.name());
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    /** Whether it says nothing of anybody once somebody is erased. */
    boolean isEmptied() {
        return kind == Kind.WORDS || kind == Kind.SEALED;
    }

    /** The same for the file only: what a table says by the row of another one. */
    static Column told(String name, String label, Set<String> shownTo) {
        return new Column(name, Kind.FACT, label, shownTo, null, null);
    }
}
