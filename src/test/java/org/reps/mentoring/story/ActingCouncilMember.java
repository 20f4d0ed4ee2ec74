package org.reps.mentoring.story;

import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a member of the council does; most of it only contacts. */
public final class ActingCouncilMember extends Participant {

    ActingCouncilMember(String userId, Driver driver) {
        super(userId, driver);
    }

    // --- what could be better, and who does well

    /** @param answer {@code taken-up}, {@code later}, {@code not} or {@code hide} */
    public void answersTheSuggestionOf(String author, String answer, Object... answers) {
        completeAbout(author, "Activity_AnswerSuggestion", Map.of("suggestionAnswer", answer), answers);
    }

    public void passesOnWhatIsRecognisedIn(String person) {
        completeAbout(person, "Activity_AnswerRecognition", Map.of("recognitionAnswer", "pass-on"));
    }

    public void keepsBackWhatIsRecognisedIn(String person, String why) {
        completeAbout(
                person, "Activity_AnswerRecognition", Map.of("recognitionAnswer", "keep-back", "whyKeptBack", why));
    }

    // --- looking for a mentor, and the orientation

    public void looksForAMentorFor(String rep) {
        start("rep-onboarding", ActingRep.usualWishes(), "onBehalfOf", rep);
    }

    public void takesBackTheSearchFor(String rep) {
        completeAbout(rep, "Activity_TakeBackSearch", Map.of("searchTakenBack", true));
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

    /** Nobody can be asked at the moment. */
    public void looksAgainFor(String rep) {
        completeAbout(rep, "Activity_DecideHowToGoOn", Map.of("contactDecision", "again"));
    }

    /** Nobody can be asked at the moment. */
    public void waitsUntilSomebodyIsFreeFor(String rep, int weeks) {
        completeAbout(rep, "Activity_DecideHowToGoOn", Map.of("contactDecision", "wait", "waitWeeks", weeks));
    }

    /** Nobody can be asked at the moment. */
    public void givesUpLookingFor(String rep, String reason) {
        completeAbout(rep, "Activity_DecideHowToGoOn", Map.of("contactDecision", "stop", "stopReason", reason));
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

    // --- mentor-absence: a long one

    public void plansToKeepTheMenteesOf(String mentor) {
        completeAbout(mentor, "Activity_PlanLongAbsence", Map.of("absencePlan", "keep"));
    }

    public void plansAnotherMentorFor(List<String> mentees, String mentor) {
        completeAbout(mentor, "Activity_PlanLongAbsence", Map.of("absencePlan", "reassign", "reassign", mentees));
    }

    // --- mentor-resignation: stepping down

    public void acceptsTheResignation() {
        complete("Activity_AcknowledgeResignation", Map.of("acknowledgement", "accept"));
    }

    public void wantsToTalkAboutTheResignation(String about) {
        complete("Activity_AcknowledgeResignation", Map.of("acknowledgement", "talk", "talkAbout", about));
    }

    public void keepsLookingForTheRemainingMentees(int weeks) {
        complete("Activity_PlaceRemaining", Map.of("placementDecision", "wait", "placementWeeks", weeks));
    }

    public void leavesTheRemainingMenteesOpen() {
        complete("Activity_PlaceRemaining", Map.of("placementDecision", "leave"));
    }

    // --- somebody who gets no mails

    public void findsAnAddressFor(String person) {
        completeAbout(person, "Activity_FindAddress", Map.of("addressFound", "yes"));
    }

    public void findsNoAddressFor(String person) {
        completeAbout(person, "Activity_FindAddress", Map.of("addressFound", "no"));
    }

    // --- news for everybody

    public void hasNewsForEverybody(String title, Object... answers) {
        start(
                "programme-update",
                Map.of(
                        "newsTitle",
                        title,
                        "newsText",
                        "Come and see us.",
                        "newsLink",
                        "https://example.org/meetup",
                        "passOnUntil",
                        today().plusDays(14).toString()),
                answers);
    }

    public void withdrawsTheNews(String title) {
        completeAbout(title, "Activity_WithdrawNews", Map.of("newsWithdrawn", true));
    }

    // --- the call of all mentors

    /** @param every {@code once}, or how often */
    public void setsACallOfAllMentors(LocalDate day, String every, Object... answers) {
        start(
                "mentors-call",
                Map.of(
                        "callOn",
                        day.toString(),
                        "callAt",
                        "18:00",
                        "callPlace",
                        "https://meet.example.org/mentors",
                        "callEvery",
                        every),
                answers);
    }

    public void movesTheCallOfAllMentors(LocalDate day, Object... answers) {
        complete(
                "Activity_ChangeCall",
                Map.of(
                        "callChange", "move",
                        "callOn", day.toString(),
                        "callAt", "19:00",
                        "callPlace", "https://meet.example.org/later"),
                answers);
    }

    public void cancelsTheCallOfAllMentors(String word, Object... answers) {
        complete("Activity_ChangeCall", Map.of("callChange", "cancel", "callWord", word), answers);
    }

    /** @param answer {@code hold} or {@code cancel} */
    public void takesOverTheCallOfAllMentors(String answer, Object... answers) {
        complete("Activity_TakeOverCall", Map.of("whoHolds", answer), answers);
    }

    public void writesDownWhatMentorsSaid(String notes, Object... answers) {
        complete("Activity_WriteNotes", Map.of("callHeld", "held", "callNotes", notes), answers);
    }

    public void writesDownInsteadWhatMentorsSaid(String notes) {
        complete("Activity_WriteNotesInstead", Map.of("callHeld", "held", "callNotes", notes));
    }

    public void saysThatTheCallOfAllMentorsWasNotHeld(String word) {
        complete("Activity_WriteNotes", Map.of("callHeld", "not-held", "callWord", word));
    }

    // --- the yearly check-in

    public void looksAfterTheMissedMeeting(String decision, Object... answers) {
        complete("Activity_LookAfterMissedMeeting", Map.of("missedDecision", decision), answers);
    }

    public void looksAfterTheMissingCheckIn(String decision, Object... answers) {
        complete("Activity_LookAfterMissingCheckIn", Map.of("missingDecision", decision), answers);
    }

    public void looksAfterTheSilentMentee(String decision, Object... answers) {
        complete("Activity_LookAfterSilentMentee", Map.of("silentDecision", decision), answers);
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

    // --- a concern

    public void takesUpTheConcern() {
        complete("Activity_LookIntoConcern", Map.of("concernStep", "take-up"));
    }

    public void passesOnTheConcern(String whatTheyDid) {
        complete("Activity_LookIntoConcern", Map.of("concernStep", "pass-on", "whatIDid", whatTheyDid));
    }

    public void settlesTheConcernAtOnce(String whatTheyDid, String answer) {
        complete(
                "Activity_LookIntoConcern",
                Map.of("concernStep", "settle", "whatIDid", whatTheyDid, "answerForReporter", answer));
    }

    public void settlesTheConcernTheyTookUp(String whatTheyDid, String answer) {
        complete(
                "Activity_SettleConcern",
                Map.of("settleStep", "settle", "whatIDid", whatTheyDid, "answerForReporter", answer));
    }

    public void passesOnTheConcernTheyTookUp(String whatTheyDid) {
        complete("Activity_SettleConcern", Map.of("settleStep", "pass-on", "whatIDid", whatTheyDid));
    }

    // --- a mentor is silent

    public void noticesTheInactivityOf(String mentor) {
        start("mentor-inactivity", Map.of(), "silentMentor", mentor);
    }

    public void findsTheSilentMentorInactive() {
        complete("Activity_ConfirmInactivity", Map.of("silenceDecision", "inactive"));
    }

    public void givesTheSilentMentorMoreTime(int weeks) {
        complete("Activity_ConfirmInactivity", Map.of("silenceDecision", "more-time", "moreWeeks", weeks));
    }

    public void findsTheSilentMentorActive() {
        complete("Activity_ConfirmInactivity", Map.of("silenceDecision", "active"));
    }

    // --- becoming a mentor

    public void waivesThePrerequisiteFor(String rep, String reason) {
        completeAbout(rep, "Activity_WaivePrerequisite", Map.of("waiver", "waive", "waiverReason", reason));
    }

    public void asksToComeBackLater(String rep) {
        completeAbout(rep, "Activity_WaivePrerequisite", Map.of("waiver", "not-yet"));
    }

    public void letsTheLongTrainingGoOn(String rep) {
        completeAbout(rep, "Activity_LookAfterLongTraining", Map.of("longDecision", "go-on"));
    }

    public void closesTheLongTrainingOf(String rep, String reason) {
        completeAbout(rep, "Activity_LookAfterLongTraining", Map.of("longDecision", "close", "longReason", reason));
    }

    public void acceptsTheTrainingOf(String rep) {
        completeAbout(rep, "Activity_ConfirmTraining", Map.of("trainingDecision", "accept"));
    }

    public void findsSomethingMissingInTheTrainingOf(String rep, String answer) {
        completeAbout(rep, "Activity_ConfirmTraining", Map.of("trainingDecision", "more"), "answerForRep", answer);
    }

    public void doesNotAcceptTheTrainingOf(String rep, String answer) {
        completeAbout(rep, "Activity_ConfirmTraining", Map.of("trainingDecision", "refuse"), "answerForRep", answer);
    }

    public void proposesAnOnboardingCallTo(String rep, LocalDate on, String at) {
        completeAbout(
                rep,
                "Activity_ArrangeCall",
                Map.of(
                        "callDecision",
                        "propose",
                        "callOn",
                        on.toString(),
                        "callAt",
                        at,
                        "callPlace",
                        "https://call.example.org/council"));
    }

    /** Before its day. */
    public void movesTheComingOnboardingCallWith(String rep, LocalDate on, String at) {
        completeAbout(rep, "Activity_MoveCall", anotherTime(on, at));
    }

    static Map<String, Object> anotherTime(LocalDate on, String at) {
        return Map.of("callOn", on.toString(), "callAt", at, "callPlace", "https://call.example.org/moved");
    }

    public void dropsTheOnboardingCallWith(String rep, String reason) {
        completeAbout(rep, "Activity_ArrangeCall", Map.of("callDecision", "drop", "dropReason", reason));
    }

    public void holdsTheOnboardingCallWith(String rep, LocalDate heldOn) {
        completeAbout(rep, "Activity_HoldOnboardingCall", Map.of("callOutcome", "held", "heldOn", heldOn.toString()));
    }

    public void movesTheOnboardingCallWith(String rep) {
        completeAbout(rep, "Activity_HoldOnboardingCall", Map.of("callOutcome", "moved"));
    }

    public void waitsInVainInTheOnboardingCallFor(String rep) {
        completeAbout(rep, "Activity_HoldOnboardingCall", Map.of("callOutcome", "not-come"));
    }

    // --- keeping in touch

    /** @param outcome {@code talked} or {@code left} */
    public void looksAfterTheTwo(String mentee, String outcome) {
        completeAbout(mentee, "Activity_LookAfterPair", Map.of("contactAnswer", outcome));
    }

    /** As one of the two has asked for it. */
    public void helpsTheTwo(String mentee) {
        completeAbout(mentee, "Activity_HelpKeepInTouch", Map.of());
    }

    public void helpsAfterTheOrientationOf(String rep) {
        completeAbout(rep, "Activity_LookAfterRep", Map.of("haveHelped", true));
    }

    // --- calling for mentors

    /** @param answer {@code ask} or {@code not-now} */
    public void decidesOnTheCallForMentors(String answer) {
        complete("Activity_DecideOnCall", Map.of("callAnswer", answer));
    }
}
