package org.reps.mentoring.story;

/** SOP: escalation. Somebody raises a concern, and a contact who is not part of it settles it. */
public final class RaisingAConcern {

    private RaisingAConcern() {}

    /** @param involvedId user name of somebody who is part of it */
    public static void told(Programme programme, String reporterId, String contactId, String involvedId) {
        var reporter = programme.rep(reporterId);
        var contact = programme.council(contactId);
        reporter.raisesAConcern("involvedPeople", involvedId);
        contact.getsMail("Please look into a concern");
        contact.takesUpTheConcern();
        reporter.getsMail("Somebody looks into what you wrote");
        contact.settlesTheConcernTheyTookUp("Talked to both", "They apologised.");
        reporter.getsMail("Please do: Read what was done about your concern");
        reporter.findsThatTheAnswerHelps();
    }
}
