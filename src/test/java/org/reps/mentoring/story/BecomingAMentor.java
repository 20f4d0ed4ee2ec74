package org.reps.mentoring.story;

import static org.reps.mentoring.Today.today;

/** SOP: how to become a mentor. A rep is trained, meets the council and becomes a mentor. */
public final class BecomingAMentor {

    private BecomingAMentor() {}

    /** A rep who has been there for long enough; one contact accepts the training, the other holds the call. */
    public static void told(Programme programme, String repId, String contactId, String hostId) {
        var rep = programme.rep(repId);
        var contact = programme.council(contactId);
        var host = programme.council(hostId);
        rep.asksToBecomeAMentor();
        rep.getsMail("Your training to become a mentor");
        rep.reportsTheTraining(today().minusDays(1));
        contact.acceptsTheTrainingOf(repId);
        rep.getsMail("Your training is accepted");
        host.proposesAnOnboardingCallTo(repId, today().plusDays(6), "19:30");
        rep.getsMail("On-boarding call with");
        host.getsMail("On-boarding call with");
        programme.timeFor("Event_CallDayReached", repId);
        // Nobody's clock has moved.
        host.holdsTheOnboardingCallWith(repId, today());
        rep.setsUpAsAMentor();
        rep.getsMail("Welcome, you are a mentor now");
    }
}
