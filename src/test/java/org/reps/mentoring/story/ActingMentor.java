package org.reps.mentoring.story;

import java.time.LocalDate;
import java.util.List;
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

    public void goesOnSupporting(String rep) {
        completeAbout(rep, "Activity_SupportRep", Map.of("supportAnswer", "given"));
    }

    public void thinksThatAContactHelpsBetter(String rep) {
        completeAbout(rep, "Activity_SupportRep", Map.of("supportAnswer", "contact"));
    }

    // --- a session with a rep

    /** Of several who could. */
    public void offersASessionTo(String rep, LocalDate day, Object... answers) {
        completeAbout(rep, "Activity_OfferSession", yes(day), answers);
    }

    public void offersNoSessionTo(String rep) {
        completeAbout(rep, "Activity_OfferSession", Map.of("sessionAnswer", "no"));
    }

    /** When asked by name, or for another time. */
    public void proposesATimeTo(String rep, LocalDate day, Object... answers) {
        completeAbout(rep, "Activity_AnswerAsk", yes(day), answers);
    }

    public void hasNoTimeFor(String rep) {
        completeAbout(rep, "Activity_AnswerAsk", Map.of("sessionAnswer", "no"));
    }

    private static Map<String, Object> yes(LocalDate day) {
        return Map.of(
                "sessionAnswer", "yes",
                "sessionOn", day.toString(),
                "sessionAt", "18:30",
                "sessionPlace", "https://call.example.org/session");
    }

    // --- mentor-absence: being away

    public void takesTimeOff(LocalDate from, LocalDate until, Object... answers) {
        start("mentor-absence", Map.of("awayFrom", from.toString(), "awayUntil", until.toString()), answers);
    }

    public void asksToCover(String mentor) {
        complete("Activity_ChooseCover", Map.of("coverId", mentor));
    }

    public void asksNobodyToCover() {
        asksToCover("no-one");
    }

    public void agreesToCoverFor(String mentor) {
        completeAbout(mentor, "Activity_CoverForMentor", Map.of("coverAnswer", "yes"));
    }

    public void doesNotAgreeToCoverFor(String mentor) {
        completeAbout(mentor, "Activity_CoverForMentor", Map.of("coverAnswer", "no"));
    }

    public void staysAfterAll() {
        complete("Activity_StayAfterAll", Map.of("stays", true));
    }

    public void isBackEarly() {
        complete("Activity_BackEarly", Map.of("backAgain", true));
    }

    // --- mentor-resignation: stepping down

    public void stepsDown(LocalDate lastDay, Object... answers) {
        start("mentor-resignation", Map.of("lastDay", lastDay.toString()), answers);
    }

    /** Where nobody has asked for it before, because they told us in another case that they step down. */
    public void saysTheirLastDay(LocalDate lastDay, Object... answers) {
        complete("Activity_SayLastDay", Map.of("lastDay", lastDay.toString()), answers);
    }

    /** For all of their mentees for whom they have not recommended anybody yet. */
    public void recommendsAsSuccessor(String mentor, Object... answers) {
        complete("Activity_RecommendSuccessor", Map.of("recommendFor", "all", "successorId", mentor), answers);
    }

    public void recommendsAsSuccessorFor(List<String> mentees, String mentor) {
        recommendsAsSuccessor(mentor, "recommendFor", "some", "forMentees", mentees);
    }

    public void recommendsNobody(Object... answers) {
        complete(
                "Activity_RecommendSuccessor",
                Map.of("recommendFor", "nobody", "whyNobody", "Nobody comes to my mind"),
                answers);
    }

    public void withdrawsTheResignation() {
        complete("Activity_WithdrawResignation", Map.of("resignationWithdrawn", true));
    }

    public void staysAfterTheTalk() {
        complete("Activity_WithdrawOrGoOn", Map.of("howToGoOn", "withdraw"));
    }

    public void stepsDownAfterTheTalk() {
        complete("Activity_WithdrawOrGoOn", Map.of("howToGoOn", "go-on"));
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

    // --- too-much: it is too much right now

    public void saysItIsTooMuch() {
        start("too-much", Map.of("whatHelps", "fewer"));
    }

    public void needsAPauseUntil(LocalDate day) {
        start("too-much", Map.of("whatHelps", "pause", "awayUntil", day.toString()));
    }

    public void saysHowManyAreEnough(int mentees, Object... answers) {
        complete("Activity_SayWhatIsEnough", Map.of("newCapacity", mentees), answers);
    }

    // --- first-call: a new pair

    public void arrangesTheFirstCallWith(String rep, LocalDate day, Object... answers) {
        completeAbout(
                rep,
                "Activity_HoldFirstCall",
                Map.of(
                        "firstCallAnswer", "arrange",
                        "callOn", day.toString(),
                        "callAt", "19:30",
                        "callPlace", "https://call.example.org/first"),
                answers);
    }

    public void hasHeldTheFirstCallWith(String rep, LocalDate heldOn, Object... answers) {
        completeAbout(
                rep,
                "Activity_HoldFirstCall",
                Map.of(
                        "firstCallAnswer", "talked",
                        "heldOn", heldOn.toString(),
                        "channel", "Chat",
                        "contactEvery", "every two weeks",
                        "notesForMentee", "It was good to meet you."),
                answers);
    }

    // --- being silent

    public void isStillThere() {
        complete("Activity_StillThere", Map.of("stillThere", "yes"));
    }

    public void hasTooManyMentees(Object... answers) {
        complete("Activity_StillThere", Map.of("stillThere", "too-much"), answers);
    }

    public void isStillThereButAwayUntil(LocalDate day) {
        complete("Activity_StillThere", Map.of("stillThere", "away", "awayUntil", day.toString()));
    }

    public void isStillThereButStepsDown() {
        complete("Activity_StillThere", Map.of("stillThere", "step-down"));
    }

    public void comesBackAsAMentor() {
        complete("Activity_ComeBack", Map.of("comeBack", "yes"));
    }

    public void staysInactive() {
        complete("Activity_ComeBack", Map.of("comeBack", "no"));
    }

    // --- becoming a mentor

    public void nominates(String rep) {
        start("coaching-training", Map.of("wayIn", "nominate"), "nominee", rep);
    }
}
