package org.reps.mentoring.story;

/** SOP: changing your mentor. A rep gets another mentor. */
public final class ChangingTheMentor {

    private ChangingTheMentor() {}

    /** The mentor agrees, of all others one offers, and the mentor hands over. */
    public static void byAgreement(Programme programme, String repId, String mentorId, String nextId) {
        var rep = programme.rep(repId);
        var mentor = programme.mentor(mentorId);
        var next = programme.mentor(nextId);
        rep.asksForAnotherMentor("agree");
        rep.wouldLikeNobodyInParticular();
        mentor.getsMail("Please do: Agree to a change of mentor");
        mentor.agreesToTheChange(repId);
        rep.getsMail("We are looking for another mentor for you");
        next.offersToMentor(repId);
        rep.acceptsTheProposedMentor();
        rep.getsMail("is your mentor now");
        mentor.handsOver(repId, "We were planning a meetup.");
        next.getsMail("wrote about working with");
        rep.getsMail("wrote for you and your new mentor");
    }
}
