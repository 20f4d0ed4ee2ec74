package org.reps.mentoring.story;

import java.time.LocalDate;
import java.util.Map;

/** What a mentor does, who is a rep too. */
public final class ActingMentor extends ActingRep {

    ActingMentor(String userId, Driver driver) {
        super(userId, driver);
    }

    // --- looking for a mentor, and the orientation

    public void offersToMentor(String rep) {
        completeAbout(rep, "Activity_OfferToMentor", Map.of("mentorOffers", "yes"));
    }

    public void doesNotOfferToMentor(String rep, Object... answers) {
        completeAbout(rep, "Activity_OfferToMentor", Map.of("mentorOffers", "no"), answers);
    }

    public void agreesToMentor(String rep) {
        completeAbout(rep, "Activity_WillYouMentor", Map.of("mentorAnswer", "yes"));
    }

    public void doesNotAgreeToMentor(String rep, Object... answers) {
        completeAbout(rep, "Activity_WillYouMentor", Map.of("mentorAnswer", "no"), answers);
    }

    public void asksBeforeAgreeingToMentor(String rep, String question) {
        completeAbout(rep, "Activity_WillYouMentor", Map.of("mentorAnswer", "question", "mentorQuestion", question));
    }

    public void answersTheRepsQuestion(String rep, String answer) {
        completeAbout(rep, "Activity_AnswerRepQuestion", Map.of("mentorReply", answer));
    }

    public void holdsTheOrientationCall(String rep, LocalDate heldOn, Object... answers) {
        completeAbout(
                rep,
                "Activity_HoldOrientationCall",
                Map.of(
                        "heldOn", heldOn.toString(),
                        "channel", "Video call",
                        "contactEvery", "every month",
                        "firstGoals", "A meetup in spring",
                        "notesForMentee", "Bring a friend"),
                answers);
    }

    public void findsTheRepReady(String rep) {
        completeAbout(rep, "Activity_ReviewOrientation", Map.of("reviewAnswer", "ready"));
    }

    public void givesMoreTime(String rep, int weeks) {
        completeAbout(rep, "Activity_ReviewOrientation", Map.of("reviewAnswer", "time", "moreWeeks", weeks));
    }

    public void isConcernedAbout(String rep, String concern) {
        completeAbout(rep, "Activity_ReviewOrientation", Map.of("reviewAnswer", "concern", "concern", concern));
    }

    // --- changing the mentor

    public void agreesToTheChange(String rep) {
        completeAbout(rep, "Activity_AgreeToChange", Map.of("mentorAgrees", "yes"));
    }

    public void doesNotAgreeToTheChange(String rep) {
        completeAbout(rep, "Activity_AgreeToChange", Map.of("mentorAgrees", "no"));
    }

    public void handsOver(String rep, String notes) {
        completeAbout(rep, "Activity_HandOver", Map.of("handOverNotes", notes));
    }

    public void handsOverWithoutAWord(String rep) {
        completeAbout(rep, "Activity_HandOver", Map.of());
    }
}
