package org.reps.mentoring.story;

import java.util.HashMap;
import java.util.Map;

/** What a member of the council does; most of it only contacts. */
public final class ActingCouncilMember extends Participant {

    ActingCouncilMember(String userId, Driver driver) {
        super(userId, driver);
    }

    // --- looking for a mentor, and the orientation

    public void looksForAMentorFor(String rep) {
        start("rep-onboarding", ActingRep.usualWishes(), "onBehalfOf", rep);
    }

    public void asksAMentorFor(String rep, String mentor) {
        completeAbout(rep, "Activity_AskMentor", Map.of("contactDecision", "ask", "recommendedMentorId", mentor));
    }

    public void stopsLookingFor(String rep, String reason) {
        completeAbout(rep, "Activity_AskMentor", Map.of("contactDecision", "stop", "stopReason", reason));
    }

    public void keepsWaitingFor(String rep, int weeks) {
        completeAbout(rep, "Activity_AskMentor", Map.of("contactDecision", "wait", "waitWeeks", weeks));
    }

    public void looksAfterTheProposal(String decision, Object... answers) {
        complete("Activity_LookAfterProposal", Map.of("contactDecision", decision), answers);
    }

    public void looksAfterTheLateOrientation(String decision, Object... answers) {
        complete("Activity_LookAfterLateOrientation", Map.of("callDecision", decision), answers);
    }

    public void looksAfterTheSilentRep(String decision, Object... answers) {
        complete("Activity_LookAfterSilentRep", Map.of("contactDecision", decision), answers);
    }

    public void looksIntoTheOrientationConcern(String decision, Object... answers) {
        complete("Activity_LookIntoOrientationConcern", Map.of("concernDecision", decision), answers);
    }

    // --- changing the mentor

    public void asksForAnotherMentorFor(String rep, String route, Object... answers) {
        var wish = new HashMap<>(ActingRep.usualWishForAnotherMentor(route));
        wish.put("onBehalfOf", rep);
        start("mentor-change", wish, answers);
    }

    public void grantsTheChange(String rep, Object... answers) {
        completeAbout(
                rep, "Activity_Decide", Map.of("decision", "change", "decisionReason", "They do not fit"), answers);
    }

    public void suggestsToTalkFirst(String rep, Object... answers) {
        completeAbout(
                rep,
                "Activity_Decide",
                Map.of("decision", "keep", "decisionReason", "A slip", "suggestion", "Meet once more."),
                answers);
    }

    public void refusesTheChange(String rep, Object... answers) {
        completeAbout(
                rep,
                "Activity_Decide",
                Map.of(
                        "decision", "refuse",
                        "decisionReason", "Too early",
                        "answerForRep", "Give it some more time"),
                answers);
    }

    public void agreesToOverride(String rep, Object... answers) {
        completeAbout(
                rep,
                "Activity_AgreeToOverride",
                Map.of("overrideAgreed", "yes", "decisionReason", "Nobody waits for ever"),
                answers);
    }

    public void doesNotAgreeToOverride(String rep, Object... answers) {
        completeAbout(
                rep,
                "Activity_AgreeToOverride",
                Map.of("overrideAgreed", "no", "decisionReason", "I have met them", "answerForRep", "They are well"),
                answers);
    }
}
