package org.reps.mentoring.matching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What somebody answered while a mentor was looked for, kept for the contacts. The reason is for them alone.
 *
 * @param mentorId the mentor it is about, if it is about one
 * @param answer what was answered, in a few words
 * @param reason reference to the sealed text that says why, in the person's own words; may be empty
 * @param version null before it is saved for the first time
 */
record MatchingNote(
        @Id String id,
        String menteeId,
        @Nullable String mentorId,
        String answer,
        String reason,
        LocalDate notedOn,
        @Version @Nullable Integer version) {}
