package org.reps.mentoring.mentorchange;

import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/** What the mentor who is to be replaced is to the programme now. */
@Component
class PresentMentor {

    private final Mentors mentors;
    private final Days days;

    PresentMentor(Mentors mentors, Days days) {
        this.mentors = mentors;
        this.days = days;
    }

    /** An absence that is over, or has not begun, does not count. */
    Mentor.Status status(ChangeRequest request) {
        var mentor = mentors.findById(request.mentorId()).orElseThrow();
        if (isGone(mentor.status())) {
            return mentor.status();
        }
        return mentor.isAwayAt(days.now()) ? Mentor.Status.AWAY : Mentor.Status.ACTIVE;
    }

    /** Whether the mentor takes part in the programme, now or after a time away. */
    boolean isThere(ChangeRequest request) {
        return !isGone(status(request));
    }

    /** Whether the mentor is there only until the last day that they have named. */
    boolean isLeaving(ChangeRequest request) {
        return mentors.findById(request.mentorId()).orElseThrow().isResigning();
    }

    /**
     * Whom somebody would like in their place.
     *
     * @param userId may be empty
     * @return null when it is empty
     * @throws Refusal when this is no mentor
     */
    @Nullable
    String wished(String userId) {
        if (userId.isEmpty()) {
            return null;
        }
        if (!mentors.isMentor(userId)) {
            throw Refusal.at("recommendedMentorId", "A mentor you would like", "please name somebody who is a mentor.");
        }
        return userId;
    }

    private static boolean isGone(Mentor.Status status) {
        return status == Mentor.Status.INACTIVE || status == Mentor.Status.RESIGNED;
    }
}
