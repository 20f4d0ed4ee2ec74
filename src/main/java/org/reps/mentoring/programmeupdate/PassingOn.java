package org.reps.mentoring.programmeupdate;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One mentor who is asked to pass news on to their mentees.
 *
 * @param mentees user ids of those whom the mentor guided when they were asked
 * @param answer null as long as they have not answered
 * @param version null before it is saved for the first time
 */
record PassingOn(
        @Id String id,
        String updateId,
        String mentorId,
        Set<String> mentees,
        @Nullable Answer answer,
        @Version @Nullable Integer version) {

    enum Answer {
        PASSED_ON,
        NOT_RELEVANT
    }

    static PassingOn asked(String updateId, String mentorId, Set<String> mentees) {
        return new PassingOn(UUID.randomUUID().toString(), updateId, mentorId, mentees, null, null);
    }

    PassingOn answered(Answer answer) {
        return new PassingOn(id, updateId, mentorId, mentees, answer, version);
    }
}
