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
        complete("Activity_MeetProposedMentor", Map.of("repAnswer", "other"), answers);
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
}
