package org.reps.mentoring.mentorchange;

import java.util.HashMap;
import java.util.Map;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people are told while {@code bpmn/mentor-change.bpmn} runs, and what the mentor before hands over. */
@Component("mentorChangeMails")
@Transactional
public class MentorChangeMailSteps {

    private final ChangeRequests requests;
    private final ChangeDecisions decisions;
    private final Mentorships mentorships;
    private final PresentMentor presentMentor;
    private final People people;
    private final Notices notices;

    MentorChangeMailSteps(
            ChangeRequests requests,
            ChangeDecisions decisions,
            Mentorships mentorships,
            PresentMentor presentMentor,
            People people,
            Notices notices) {
        this.requests = requests;
        this.decisions = decisions;
        this.mentorships = mentorships;
        this.presentMentor = presentMentor;
        this.people = people;
        this.notices = notices;
    }

    /**
     * Tells the rep.
     *
     * @param notice name of the mail's template
     */
    public void tellMentee(String changeId, String notice) {
        var request = requests.get(changeId);
        notices.tell(request.menteeId(), notice, changeId, names(request));
    }

    /** Tells the mentor who is to be replaced, as {@link #tellMentee(String, String)}. */
    public void tellMentor(String changeId, String notice) {
        var request = requests.get(changeId);
        notices.tell(request.mentorId(), notice, changeId, names(request));
    }

    /**
     * Tells the mentor that the wish was withdrawn, if they knew of it.
     *
     * @param route the way the decision table chose
     */
    public void tellWithdrawn(String changeId, String route) {
        if (route.equals("agreement")) {
            tellMentor(changeId, "change-withdrawn");
        }
    }

    /** Tells everybody what the last decision says they are told. */
    public void tellDecision(String changeId) {
        var about = decisions.about(changeId);
        if (about.isEmpty()) {
            return;
        }
        for (var told : about.get(about.size() - 1).told()) {
            if (told.isMail()) {
                var values = new HashMap<>(names(requests.get(changeId)));
                values.put("suggestion", told.text());
                notices.tell(told.recipientId(), told.notice(), changeId, values);
            }
        }
    }

    /** Tells both that nobody else was found and they stay together for now, or until the mentor's last day. */
    public void tellNobodyElse(String changeId) {
        var request = requests.get(changeId);
        var values = new HashMap<String, Object>(names(request));
        values.put("leaving", presentMentor.isLeaving(request));
        values.put("tooMuch", request.source() == ChangeRequest.Source.TOO_MUCH);
        notices.tellOf(request.mentorId(), request.menteeId(), "nobody-else-found-mentee", changeId, values);
        notices.tellOf(request.menteeId(), request.mentorId(), "nobody-else-found-mentor", changeId, values);
    }

    /**
     * Tells the new mentor and the mentee what the mentor before has written down for them.
     *
     * @param notes may be empty; then there is nothing to tell
     */
    public void handOver(String changeId, String newMentorshipId, String notes) {
        if (notes.isEmpty()) {
            return;
        }
        var request = requests.get(changeId);
        var values = new HashMap<>(names(request));
        values.put("notes", notes);
        var newMentorId = mentorships.mentorOf(newMentorshipId);
        notices.tellOf(newMentorId, request.menteeId(), "hand-over-notes-mentee", newMentorshipId, values);
        notices.tellOf(request.menteeId(), newMentorId, "hand-over-notes-mentor", newMentorshipId, values);
    }

    private Map<String, String> names(ChangeRequest request) {
        return Map.of("mentee", people.firstName(request.menteeId()), "mentor", people.firstName(request.mentorId()));
    }
}
