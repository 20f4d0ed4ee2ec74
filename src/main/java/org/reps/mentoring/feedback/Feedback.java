package org.reps.mentoring.feedback;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What one of the two says of the other after a year.
 *
 * @param aboutId user id of whom it is about, who never reads it
 * @param authorRole what the author is to them
 * @param author reference to the sealed user id of who says it
 * @param nameVisible whether the council may see who says it
 * @param availability how easy they were to reach, from 1 to 5 as the following ones
 * @param listening how well they listened
 * @param usefulness how useful the mentorship was
 * @param clarity how clear it was what each of the two does
 * @param whatHelped reference to a sealed text; empty when nothing was written
 * @param whatBetter reference to a sealed text; empty when nothing was written
 * @param functions what the author thinks a mentor is for, in the words of the form
 * @param version null before it is saved for the first time
 */
record Feedback(
        @Id String id,
        String aboutId,
        Role authorRole,
        String author,
        boolean nameVisible,
        Instant givenAt,
        int availability,
        int listening,
        int usefulness,
        int clarity,
        String whatHelped,
        String whatBetter,
        Set<String> functions,
        @Version @Nullable Integer version) {

    enum Role {
        MENTOR,
        MENTEE
    }

    Place place(String field) {
        return place(id, aboutId, field);
    }

    /** Where a text of it belongs: the council reads it, and never whom it is about. */
    static Place place(String id, String aboutId, String field) {
        return Place.forCouncilBut(aboutId, "feedback:" + id, field);
    }
}
