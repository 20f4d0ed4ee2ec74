package org.reps.mentoring.story;

import java.util.HashMap;
import java.util.Map;

/**
 * What everybody can do. Verbs fill in a form as most people would; whoever answers otherwise says so with the field's
 * key and the answer, as often as need be.
 */
abstract class Participant {

    private final String userId;
    private final Driver driver;

    Participant(String userId, Driver driver) {
        this.userId = userId;
        this.driver = driver;
    }

    /** The task of this activity waits for them. */
    public void sees(String activity) {
        sees(activity, null);
    }

    /** The task of this activity about somebody waits for them. */
    public void sees(String activity, String about) {
        driver.sees(userId, UserTask.of(activity, about));
    }

    public void getsMail(String subject) {
        driver.getsMail(userId, subject);
    }

    // --- everybody's processes

    public void raisesAConcern(Object... answers) {
        start(
                "raise-concern",
                Map.of("category", "idea", "whatHappened", "Our calls are too loud.", "mayContact", true),
                answers);
    }

    public void findsThatTheAnswerHelps() {
        complete("Activity_ReadAnswer", Map.of("answerHelps", "yes"));
    }

    public void findsThatTheAnswerDoesNotHelp(String why) {
        complete("Activity_ReadAnswer", Map.of("answerHelps", "no", "whyAgain", why));
    }

    public void choosesMailSettings(Object... answers) {
        start("mail-settings", Map.of(), answers);
    }

    /** With what they say this time; what they leave out is not said any more. */
    public void changesTheProfile(Object... answers) {
        start("my-profile", Map.of("reachSeenBy", "mentorship", "timeZone", "UTC"), answers);
    }

    // --- keeping in touch

    public void isInTouchWith(String other, Object... answers) {
        completeAbout(other, "Activity_SayWhetherInTouch", Map.of("touchAnswer", "talked"), answers);
    }

    public void isNotYetInTouchWith(String other) {
        completeAbout(other, "Activity_SayWhetherInTouch", Map.of("touchAnswer", "not-yet"));
    }

    /** @param from who could help: {@code other} or {@code contact} */
    public void couldUseHelpToKeepInTouchWith(String other, String from, Object... answers) {
        completeAbout(other, "Activity_SayWhetherInTouch", Map.of("touchAnswer", "help", "helpFrom", from), answers);
    }

    /** @param outcome {@code talked}, {@code fine} or {@code contact} */
    public void takesTheFirstStepTo(String other, String outcome) {
        completeAbout(other, "Activity_TakeFirstStep", Map.of("firstStepAnswer", outcome));
    }

    /** With what is different from now on. */
    public void saysHowTheyKeepInTouch(Object... answers) {
        start("how-we-keep-in-touch", Map.of(), answers);
    }

    // --- what could be better, and who does well

    public void suggests(String words, Object... answers) {
        start("make-a-suggestion", Map.of("suggestionWords", words), answers);
    }

    public void recognises(String person, String words) {
        start("recognise-somebody", Map.of("recognisedPerson", person, "recognisedFor", words));
    }

    /** @param answer {@code yes} or {@code no} */
    public void saysWhetherAllMayReadWhatTheyAreRecognisedFor(String answer) {
        complete("Activity_SayWhetherShown", Map.of("mayShow", answer));
    }

    // --- for verbs

    String userId() {
        return userId;
    }

    void start(String process, Map<String, Object> usual, Object... answers) {
        driver.start(userId, process, with(usual, answers));
    }

    /** Completes their own task. */
    void complete(String activity, Map<String, Object> usual, Object... answers) {
        completeAbout(null, activity, usual, answers);
    }

    /** Completes a task about somebody else. */
    void completeAbout(String about, String activity, Map<String, Object> usual, Object... answers) {
        driver.complete(userId, UserTask.of(activity, about), with(usual, answers));
    }

    private static Map<String, Object> with(Map<String, Object> usual, Object... answers) {
        var all = new HashMap<>(usual);
        for (var i = 0; i < answers.length; i += 2) {
            all.put((String) answers[i], answers[i + 1]);
        }
        return all;
    }
}
