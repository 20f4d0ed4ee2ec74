package org.reps.mentoring.story;

import static org.reps.mentoring.Today.today;

import java.util.List;

/** SOP: resigning. A mentor steps down well, and none of their mentees is without a mentor. */
public final class SteppingDown {

    private SteppingDown() {}

    /** All mentees go to the mentor who is recommended, before the last day has come. */
    public static void told(
            Programme programme, String mentorId, String contactId, String successorId, List<String> menteeIds) {
        var mentor = programme.mentor(mentorId);
        var successor = programme.mentor(successorId);
        mentor.stepsDown(today().plusDays(30), "messageToMentees", "It was a joy to work with you.\n\nKeep asking.");
        mentor.recommendsAsSuccessor(successorId);
        programme.council(contactId).acceptsTheResignation();
        mentor.getsMail("Your resignation is acknowledged");
        for (var menteeId : menteeIds) {
            var mentee = programme.rep(menteeId);
            mentee.getsMail("steps down as your mentor");
            successor.agreesToMentor(menteeId);
            mentee.acceptsTheProposedMentor();
        }
        programme.timeFor("Event_LastDayCome", mentorId);
        programme.timeFor("Event_LastDayOver", mentorId);
        mentor.getsMail("Thank you for everything you did as a mentor");
    }
}
