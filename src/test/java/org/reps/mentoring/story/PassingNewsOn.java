package org.reps.mentoring.story;

/** SOP: mentors activities. Important news reaches everybody, from their own mentor where they have one. */
public final class PassingNewsOn {

    private PassingNewsOn() {}

    /** All mentors who guide somebody are these two, and both answer. */
    public static void told(
            Programme programme, String councilId, String news, String passesItOn, String findsItIrrelevant) {
        var council = programme.council(councilId);
        var mentor = programme.mentor(passesItOn);
        council.hasNewsForEverybody(news);
        mentor.getsMail("Please do: Pass on: " + news);
        mentor.passesOn(news);
        programme.mentor(findsItIrrelevant).findsIrrelevantForTheirMentees(news);
        council.getsMail("What became of your news: " + news);
    }
}
