package org.reps.mentoring.story;

import java.util.List;
import java.util.Map;

/** What a rep does. */
public class ActingRep extends Participant {

    ActingRep(String userId, Driver driver) {
        super(userId, driver);
    }

    // --- looking for a mentor, and the orientation

    public void looksForAMentor(Object... answers) {
        start("rep-onboarding", usualWishes(), answers);
    }

    static Map<String, Object> usualWishes() {
        return Map.of(
                "goals",
                "Organise my first event",
                "languages",
                List.of("es", "en"),
                "timeZone",
                "America/Lima",
                "skillsWanted",
                List.of("Event planning"));
    }

    public void acceptsTheProposedMentor() {
        complete("Activity_MeetProposedMentor", Map.of("repAnswer", "yes"));
    }

    public void wouldRatherHaveSomebodyElse(Object... answers) {
        complete("Activity_MeetProposedMentor", Map.of("repAnswer", "no"), answers);
    }

    public void asksTheProposedMentor(String question) {
        complete("Activity_MeetProposedMentor", Map.of("repAnswer", "question", "repQuestion", question));
    }

    public void takesTheFirstSteps(Object... answers) {
        complete(
                "Activity_TakeFirstSteps",
                Map.of(
                        "firstSteps", "taken",
                        "agreementSigned", true,
                        "profileComplete", true,
                        "channelsJoined", true,
                        "ownGoal", "Run a meetup"),
                answers);
    }

    public void answersTheMentorsQuestion(String mentor, String answer) {
        completeAbout(mentor, "Activity_AnswerMentorQuestion", Map.of("menteeAnswer", answer));
    }

    public void stopsTheOrientation(String reason) {
        complete("Activity_TakeFirstSteps", Map.of("firstSteps", "stop", "stopReason", reason));
    }

    // --- the yearly check-in

    public void confirmsTheYearlyAgreement(Object... answers) {
        complete("Activity_ConfirmAgreement", Map.of("planAnswer", "right", "menteeWish", "continue"), answers);
    }

    public void asksToCorrectTheYearlyAgreement(String correction) {
        complete("Activity_ConfirmAgreement", Map.of("planAnswer", "correct", "correction", correction));
    }

    // --- the yearly feedback

    public void looksBackOnTheYear(Object... answers) {
        complete(
                "Activity_GiveFeedback",
                Map.of("availability", "5", "listening", "4", "usefulness", "4", "clarity", "5"),
                answers);
    }
}
