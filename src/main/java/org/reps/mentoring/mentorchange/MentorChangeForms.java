package org.reps.mentoring.mentorchange;

import java.util.List;
import java.util.Locale;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorchange.ChangeDecision.Outcome;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/mentor-change.bpmn} show; reasons and answers as references to sealed texts. */
@Component("mentorChangeForms")
@Transactional(readOnly = true)
public class MentorChangeForms {

    private final ChangeRequests requests;
    private final ChangeDecisions decisions;
    private final Mentorships mentorships;
    private final People people;
    private final Days days;

    MentorChangeForms(
            ChangeRequests requests, ChangeDecisions decisions, Mentorships mentorships, People people, Days days) {
        this.requests = requests;
        this.decisions = decisions;
        this.mentorships = mentorships;
        this.people = people;
        this.days = days;
    }

    /** What everybody who has a task in the case may know of it. */
    public Wish wish(String changeId) {
        var request = requests.get(changeId);
        var mentorship = mentorships.byId(request.mentorshipId());
        return new Wish(
                people.name(request.menteeId()),
                people.firstName(request.menteeId()),
                people.name(request.mentorId()),
                people.firstName(request.mentorId()),
                mentorship.beganOn().toString(),
                mentorship.committedUntil().toString());
    }

    /** The name of the mentor whom the rep would like; empty when they named nobody. */
    public String wishedMentor(String changeId) {
        var wished = requests.get(changeId).wishedMentorId();
        return wished == null ? "" : people.name(wished);
    }

    /** What kind of reason the rep gave: a reference to a sealed text. */
    public String category(String changeId) {
        return requests.get(changeId).category();
    }

    /** Why, in the rep's own words: a reference to a sealed text, empty when they wrote nothing. */
    public String reason(String changeId) {
        return requests.get(changeId).reason();
    }

    /** What was decided so far, the reasons still sealed. */
    public List<Decided> decided(String changeId) {
        return decisions.about(changeId).stream()
                .map(decision -> new Decided(
                        days.ofProgramme(decision.decidedAt()).toString(),
                        decision.decidedBy() == null ? "" : people.name(decision.decidedBy()),
                        decision.outcome().name().toLowerCase(Locale.ROOT),
                        decision.reason()))
                .toList();
    }

    /**
     * What the rep reads before they say how to go on: a reference to a sealed text, or what is known of the mentor.
     *
     * @param inactivityOutcome what came out when the mentor was asked whether they are still there; may be empty
     */
    public String news(String changeId, String inactivityOutcome) {
        var request = requests.get(changeId);
        return decisions.about(changeId).stream()
                .filter(decision -> decision.outcome() == Outcome.REFUSE)
                .reduce((earlier, later) -> later)
                .flatMap(decision -> decision.told().stream().findFirst())
                .map(ChangeTold::text)
                .orElseGet(() -> people.firstName(request.mentorId())
                        + (inactivityOutcome.equals("away")
                                ? " is away for a while and will come back."
                                : " has answered and will get in touch with you."));
    }

    /** A request as forms show it, also that of the mentor; dates are ISO text. */
    public record Wish(
            String mentee,
            String menteeFirstName,
            String mentor,
            String mentorFirstName,
            String beganOn,
            String committedUntil) {}

    /** One row of the table of decisions so far; the reason is a reference to a sealed text. */
    public record Decided(String on, String by, String decision, String reason) {}
}
