package org.reps.mentoring.story;

import static org.reps.mentoring.Today.today;

/** SOP: orientation. A rep gets a mentor and finds their feet. */
public final class FindingAMentor {

    private FindingAMentor() {}

    /** Of all mentors this one offers, and both do in time what is asked of them. */
    public static void told(Programme programme, String repId, String mentorId) {
        var rep = programme.rep(repId);
        var mentor = programme.mentor(mentorId);
        rep.looksForAMentor();
        mentor.offersToMentor(repId);
        rep.getsMail("Please do: Meet your proposed mentor");
        rep.acceptsTheProposedMentor();
        mentor.holdsTheOrientationCall(repId, today());
        rep.takesTheFirstSteps();
        mentor.findsTheRepReady(repId);
        rep.getsMail("Welcome: your orientation is complete");
    }
}
