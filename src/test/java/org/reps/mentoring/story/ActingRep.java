package org.reps.mentoring.story;

import java.time.LocalDate;
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
        complete("Activity_MeetProposedMentor", Map.of("repAnswer", "other"), answers);
    }

    public void asksTheProposedMentor(String question) {
        complete("Activity_MeetProposedMentor", Map.of("repAnswer", "question", "repQuestion", question));
    }

    public void takesBackTheSearch() {
        complete("Activity_TakeBackSearch", Map.of("searchTakenBack", true));
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

    /** When there is nothing left to do for them but to wait. */
    public void stopsTheOrientationLater(String reason) {
        complete("Activity_StopOnboarding", Map.of("onboardingStopped", true, "stopReason", reason));
    }

    /** @param answer {@code good}, or of whom they would like more support: {@code mentor} or {@code contact} */
    public void saysHowTheOrientationWas(String answer, Object... answers) {
        complete("Activity_SayHowOrientationWas", Map.of("orientationAnswer", answer), answers);
    }

    // --- a session with a mentor

    /** Whoever can give it, unless they say whom they ask. */
    public void asksForASession(String skill, Object... answers) {
        start("ask-a-mentor", Map.of("skill", skill, "whatAbout", "How do I begin? Evenings suit me."), answers);
    }

    public void takesBackTheQuestionForASession() {
        complete("Activity_TakeBackAsk", Map.of("takenBack", true));
    }

    public void agreesOnTheTimeWith(String mentor) {
        completeAbout(mentor, "Activity_AgreeTime", Map.of("timeAnswer", "agree"));
    }

    public void wouldLikeAnotherTimeWith(String mentor, String whatSuits) {
        completeAbout(mentor, "Activity_AgreeTime", Map.of("timeAnswer", "other", "whatSuits", whatSuits));
    }

    public void doesNotNeedTheSessionWith(String mentor) {
        completeAbout(mentor, "Activity_AgreeTime", Map.of("timeAnswer", "stop"));
    }

    /** As either of the two. */
    public void movesTheSessionWith(String other, LocalDate day, Object... answers) {
        completeAbout(
                other,
                "Activity_MoveSession",
                Map.of(
                        "sessionChange", "move",
                        "sessionOn", day.toString(),
                        "sessionAt", "20:00",
                        "sessionPlace", "By phone"),
                answers);
    }

    public void cancelsTheSessionWith(String other) {
        completeAbout(other, "Activity_MoveSession", Map.of("sessionChange", "cancel"));
    }

    public void notesTheSessionWith(String other, Object... answers) {
        completeAbout(
                other,
                "Activity_WriteNote",
                Map.of("wasHeld", "yes", "workedOn", "The first five minutes", "whatNext", "Try it on Friday"),
                answers);
    }

    public void saysThatThereWasNoSessionWith(String other) {
        completeAbout(other, "Activity_WriteNote", Map.of("wasHeld", "no"));
    }

    // --- the yearly check-in

    /** Before its day, as either of the two. */
    public void movesTheYearlyMeetingWith(String other, LocalDate day, Object... answers) {
        completeAbout(
                other,
                "Activity_MoveMeeting",
                Map.of(
                        "meetingOn", day.toString(),
                        "meetingAt", "08:00",
                        "meetingPlace", "https://call.example.org/moved"),
                answers);
    }

    public void movesTheFirstCallWith(String other, LocalDate day, Object... answers) {
        completeAbout(
                other,
                "Activity_MoveFirstCall",
                Map.of(
                        "callOn", day.toString(),
                        "callAt", "20:00",
                        "callPlace", "By phone"),
                answers);
    }

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

    // --- changing the mentor

    /** @param route how it shall happen: {@code agree}, {@code council}, or {@code silent} for a mentor who is */
    public void asksForAnotherMentor(String route, Object... answers) {
        start("mentor-change", usualWishForAnotherMentor(route), answers);
    }

    static Map<String, Object> usualWishForAnotherMentor(String route) {
        return Map.of("wishedRoute", route, "category", "support", "reason", "We do not get on");
    }

    public void wouldLike(String mentor) {
        complete("Activity_NameMentor", Map.of("nextMentor", "mentor", "wishedMentorId", mentor));
    }

    public void wouldLikeNobodyInParticular() {
        complete("Activity_NameMentor", Map.of("nextMentor", "nobody"));
    }

    /** Instead of saying whom they would like. */
    public void takesTheWishBackAtOnce() {
        complete("Activity_NameMentor", Map.of("nextMentor", "withdraw"));
    }

    /** Until it is decided. */
    public void takesTheWishBack() {
        complete("Activity_Withdraw", Map.of("wishWithdrawn", true));
    }

    public void staysWithTheMentor() {
        complete("Activity_SayHowToGoOn", Map.of("goOn", "keep"));
    }

    public void letsTheCouncilDecide() {
        complete("Activity_SayHowToGoOn", Map.of("goOn", "council"));
    }

    // --- becoming a mentor

    public void movesTheOnboardingCallWithTheContact(String contact, LocalDate on, String at) {
        completeAbout(contact, "Activity_MoveCall", ActingCouncilMember.anotherTime(on, at));
    }

    public void asksToBecomeAMentor(Object... answers) {
        start(
                "coaching-training",
                Map.of(
                        "wayIn",
                        "self",
                        "motivation",
                        "I like to listen",
                        "languages",
                        List.of("de", "en"),
                        "skills",
                        List.of("Coaching")),
                answers);
    }

    public void wouldLikeToBecomeAMentor(Object... answers) {
        complete(
                "Activity_AnswerNomination",
                Map.of(
                        "wouldLike",
                        "yes",
                        "motivation",
                        "Because a mentor asked",
                        "languages",
                        List.of("en"),
                        "skills",
                        List.of("Coaching")),
                answers);
    }

    public void wouldNotLikeToBecomeAMentor() {
        complete("Activity_AnswerNomination", Map.of("wouldLike", "no"));
    }

    public void reportsTheTraining(LocalDate finishedOn, Object... answers) {
        complete(
                "Activity_ReportTraining",
                Map.of(
                        "trainingAnswer", "finished",
                        "finishedOn", finishedOn.toString(),
                        "certificate", "https://example.org/certificates/1",
                        "narrative", "I practised open questions",
                        "practiceWeek", "yes",
                        "practiceOn", finishedOn.minusDays(17).toString()),
                answers);
    }

    public void stopsTheTraining() {
        complete("Activity_ReportTraining", Map.of("trainingAnswer", "stop"));
    }

    public void readsTheAnswerToTheTraining() {
        complete("Activity_ReadTrainingAnswer", Map.of("isRead", true));
    }

    public void setsUpAsAMentor(Object... answers) {
        complete(
                "Activity_SetUpMentor",
                Map.of(
                        "begins",
                        "yes",
                        "capacity",
                        2,
                        "skills",
                        List.of("Coaching", "Leadership"),
                        "languages",
                        List.of("en", "de", "fr"),
                        "timeZone",
                        "Europe/Helsinki",
                        "profileUpdated",
                        true,
                        "joinedRooms",
                        true),
                answers);
    }

    public void decidesNotToBeAMentor() {
        complete("Activity_SetUpMentor", Map.of("begins", "no"));
    }
}
