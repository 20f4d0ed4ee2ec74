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

    // --- news for everybody

    public void passesOn(String news) {
        completeAbout(news, "Activity_PassOn", Map.of("passOnAnswer", "passed-on"));
    }

    public void findsIrrelevantForTheirMentees(String news) {
        completeAbout(news, "Activity_PassOn", Map.of("passOnAnswer", "not-relevant"));
    }

    // --- the yearly check-in

    public void arrangesTheYearlyMeetingWith(String rep, LocalDate day, Object... answers) {
        completeAbout(
                rep,
                "Activity_ArrangeMeeting",
                Map.of(
                        "meetingOn", day.toString(),
                        "meetingAt", "19:30",
                        "meetingPlace", "https://call.example.org/yearly"),
                answers);
    }

    public void recordsTheYearlyMeetingWith(String rep, LocalDate heldOn, Object... answers) {
        completeAbout(
                rep,
                "Activity_RecordMeeting",
                Map.of(
                        "meetingOutcome", "held",
                        "heldOn", heldOn.toString(),
                        "plans", "Organise a meetup",
                        "support", "Help with the budget",
                        "channel", "Video call",
                        "contactEvery", "every month",
                        "mentorContinues", "yes"),
                answers);
    }

    public void putsOffTheYearlyMeetingWith(String rep) {
        completeAbout(rep, "Activity_RecordMeeting", Map.of("meetingOutcome", "rescheduled"));
    }

    public void waitsInVainAtTheYearlyMeetingFor(String rep) {
        completeAbout(rep, "Activity_RecordMeeting", Map.of("meetingOutcome", "not-come"));
    }

    public void correctsTheYearlyAgreement(String plans) {
        complete("Activity_CorrectAgreement", Map.of("plans", plans));
    }
}
