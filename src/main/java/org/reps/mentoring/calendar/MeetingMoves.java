package org.reps.mentoring.calendar;

import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/** How often two people can move what they have arranged: each time, both get a mail and a new invitation. */
@Component
public class MeetingMoves {

    private final MentoringRules rules;

    MeetingMoves(MentoringRules rules) {
        this.rules = rules;
    }

    /**
     * @param timesMoved how often it has been moved so far
     * @throws Refusal when that is as often as it can be
     */
    public void requireRoom(int timesMoved) {
        if (timesMoved >= rules.meetingMoves()) {
            throw new Refusal("This was moved " + timesMoved + " times already, with a mail to both each time."
                    + " Please talk it over with each other, and meet when it suits; the calendar need not know.");
        }
    }
}
