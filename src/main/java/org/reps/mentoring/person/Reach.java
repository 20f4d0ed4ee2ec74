package org.reps.mentoring.person;

import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * How somebody wants to be reached. Whoever shows it to another person asks {@code reach/HowToReach}, which knows
 * whether they may see it.
 *
 * @param id the person's user id
 * @param how in their own words: a mail address, a name in a chat, anything
 * @param version null before it is saved for the first time
 */
public record Reach(
        @Id String id,
        String how,
        SeenBy seenBy,
        @Version @Nullable Integer version) {

    /** As many characters as are kept. */
    public static final int LONGEST = 500;

    /** Who may see it; each circle is part of the next one. */
    public enum SeenBy {
        /** The person's mentor and those whom they guide, and who stands in for a mentor meanwhile. */
        MENTOR_AND_MENTEES("mentor and mentees"),
        /** The contacts for mentorship too. */
        CONTACTS("contacts"),
        /** Everybody who can log in. */
        EVERYBODY("everybody");

        private final String words;

        SeenBy(String words) {
            this.words = words;
        }

        /** As people read and write it. */
        public String words() {
            return words;
        }
    }

    /** @throws Refusal when there is nothing to see in it, or too much */
    public Reach {
        if (PlainText.saysNothing(how)) {
            throw new Refusal("please say how to reach you");
        }
        if (how.length() > LONGEST) {
            throw new Refusal("please use at most " + LONGEST + " characters");
        }
    }

    /** What somebody says for the first time. */
    public static Reach of(String id, String how, SeenBy seenBy) {
        return new Reach(id, how, seenBy, null);
    }

    /** What they say now. */
    public Reach saying(String how, SeenBy seenBy) {
        return new Reach(id, how, seenBy, version);
    }

    /** Without what they have said: where something cannot be kept, the log has it in these words. */
    @Override
    public String toString() {
        return "Reach[id=" + id + "]";
    }
}
