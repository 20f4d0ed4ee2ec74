package org.reps.mentoring.mentorchange;

import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
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

    private static boolean isGone(Mentor.Status status) {
        return status == Mentor.Status.INACTIVE || status == Mentor.Status.RESIGNED;
    }
}
