package org.reps.mentoring.story;

/** The programme as those who take part in it use it. */
public final class Programme {

    private final Driver driver;

    public Programme(Driver driver) {
        this.driver = driver;
    }

    public ActingRep rep(String userId) {
        return new ActingRep(userId, driver);
    }

    public ActingMentor mentor(String userId) {
        return new ActingMentor(userId, driver);
    }

    /** Somebody in the council, a contact or not. */
    public ActingCouncilMember council(String userId) {
        return new ActingCouncilMember(userId, driver);
    }

    /** It is time for what a timer event in the case about this person waits for. */
    public void timeFor(String event, String subjectId) {
        driver.timeFor(event, subjectId);
    }
}
