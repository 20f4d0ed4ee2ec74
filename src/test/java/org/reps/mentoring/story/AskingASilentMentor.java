package org.reps.mentoring.story;

/** Nobody waits for a silent mentor: they are asked, and without an answer the council decides. */
public final class AskingASilentMentor {

    private AskingASilentMentor() {}

    /** Only when their mentees get other mentors, the mentor answers and comes back. */
    public static void whoAnswersTooLate(Programme programme, String mentorId, String contactId, String memberId) {
        var mentor = programme.mentor(mentorId);
        var contact = programme.council(contactId);
        contact.noticesTheInactivityOf(mentorId);
        mentor.getsMail("Please do: Are you still there?");
        programme.timeFor("Event_ReminderDue", mentorId);
        programme.timeFor("Event_GraceOver", mentorId);
        contact.findsTheSilentMentorInactive();
        programme.council(memberId).findsTheSilentMentorInactive();
        mentor.getsMail("We will look for other mentors for your mentees");
        programme.timeFor("Event_AnnouncedTimeOver", mentorId);
        mentor.getsMail("Your mentees get other mentors");
        mentor.comesBackAsAMentor();
    }
}
