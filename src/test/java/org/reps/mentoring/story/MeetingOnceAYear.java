package org.reps.mentoring.story;

import static org.reps.mentoring.Today.today;

/** SOP: mentors activities. A mentor and a mentee meet once a year and decide how to go on. */
public final class MeetingOnceAYear {

    private MeetingOnceAYear() {}

    /** The programme has noticed that it is time; the two meet on the same day and go on for another year. */
    public static void told(Programme programme, String repId, String mentorId) {
        var rep = programme.rep(repId);
        var mentor = programme.mentor(mentorId);
        mentor.arrangesTheYearlyMeetingWith(repId, today(), "meetingAt", "23:59");
        rep.getsMail("Your yearly meeting with");
        programme.timeFor("Event_MeetingDayReached", repId);
        mentor.recordsTheYearlyMeetingWith(repId, today());
        rep.confirmsTheYearlyAgreement();
        rep.getsMail("go on until");
        mentor.getsMail("go on until");
    }
}
