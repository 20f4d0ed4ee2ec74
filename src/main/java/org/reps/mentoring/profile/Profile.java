package org.reps.mentoring.profile;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What somebody says of themself that belongs neither to a rep nor to a mentor.
 *
 * @param id the person's user id
 * @param about in their own words; may be empty
 * @param skills what they can pass on, in the words of the forms; what a mentor can is known by
 *     {@link org.reps.mentoring.mentor.Mentor}
 * @param version null before it is saved for the first time
 */
record Profile(
        @Id String id,
        String about,
        Set<String> skills,
        @Version @Nullable Integer version) {

    /** Of somebody who has said nothing yet. */
    static Profile empty(String id) {
        return new Profile(id, "", Set.of(), null);
    }

    Profile telling(String about) {
        return new Profile(id, about, skills, version);
    }

    Profile withSkills(Set<String> skills) {
        return new Profile(id, about, skills, version);
    }
}
