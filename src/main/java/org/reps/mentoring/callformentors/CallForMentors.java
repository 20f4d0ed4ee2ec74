package org.reps.mentoring.callformentors;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Whether the contacts are being asked to call for mentors, and when they may be asked again. There is one, about
 * nobody.
 *
 * @param notBefore the programme's day before which they are not asked again; null when they never were
 * @param version null before it is saved for the first time
 */
record CallForMentors(
        @Id String id,
        boolean underWay,
        @Nullable LocalDate notBefore,
        @Version @Nullable Integer version) {

    static final String ONLY = "call-for-mentors";

    static CallForMentors never() {
        return new CallForMentors(ONLY, false, null, null);
    }

    boolean mayBegin(LocalDate today) {
        return !underWay && (notBefore == null || !today.isBefore(notBefore));
    }

    CallForMentors begun() {
        return new CallForMentors(id, true, notBefore, version);
    }

    CallForMentors over(LocalDate notBefore) {
        return new CallForMentors(id, false, notBefore, version);
    }
}
