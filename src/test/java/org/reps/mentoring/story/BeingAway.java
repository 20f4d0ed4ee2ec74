package org.reps.mentoring.story;

import static org.reps.mentoring.Today.today;

import java.util.List;

/** A mentor is away, and nobody of their mentees is left alone. */
public final class BeingAway {

    private BeingAway() {}

    /** Somebody covers, and afterwards the mentor is back by themselves. */
    public static void told(Programme programme, String mentorId, String coverId, List<String> menteeIds) {
        announced(programme, mentorId, coverId, menteeIds);
        begun(programme, mentorId);
        over(programme, mentorId, coverId, menteeIds);
    }

    /** From the tenth day from today until the thirtieth. */
    public static void announced(Programme programme, String mentorId, String coverId, List<String> menteeIds) {
        var mentor = programme.mentor(mentorId);
        var cover = programme.mentor(coverId);
        mentor.takesTimeOff(today().plusDays(10), today().plusDays(30));
        mentor.asksToCover(coverId);
        cover.getsMail("Please do: Cover for ");
        cover.agreesToCoverFor(mentorId);
        menteeIds.forEach(mentee -> programme.rep(mentee).getsMail("is there for you"));
    }

    public static void begun(Programme programme, String mentorId) {
        programme.timeFor("Event_FirstDayComes", mentorId);
        programme.mentor(mentorId).sees("Activity_BackEarly");
    }

    public static void over(Programme programme, String mentorId, String coverId, List<String> menteeIds) {
        var mentor = programme.mentor(mentorId);
        programme.timeFor("Event_BackTomorrow", mentorId);
        mentor.getsMail("Tomorrow you are back");
        programme.timeFor("Event_LastDayOver", mentorId);
        programme.mentor(coverId).getsMail("is back");
        menteeIds.forEach(mentee -> programme.rep(mentee).getsMail("is back"));
    }
}
