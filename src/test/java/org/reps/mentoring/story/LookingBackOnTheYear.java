package org.reps.mentoring.story;

import java.util.List;

/** SOP: mentor assessment. Mentor and mentee say confidentially what their year together was like. */
public final class LookingBackOnTheYear {

    private LookingBackOnTheYear() {}

    /** The programme has asked both; each answers for themself. */
    public static void told(Programme programme, String repId, String mentorId) {
        var rep = programme.rep(repId);
        var mentor = programme.mentor(mentorId);
        rep.getsMail("Please do: Look back on the year");
        mentor.getsMail("Please do: Look back on the year");
        rep.looksBackOnTheYear("whatHelped", "The calls");
        mentor.looksBackOnTheYear("functions", List.of("Coach on skills and goals"));
    }
}
