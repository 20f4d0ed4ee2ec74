package org.reps.mentoring.keepintouch;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.mentorship.Mentorship;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/keep-in-touch.bpmn}, tells it when there is nothing left to ask, and counts what was said. */
@Component
class KeepInTouchProcess {

    private final RuntimeService runtime;
    private final HistoryService history;

    KeepInTouchProcess(RuntimeService runtime, HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    /** @param months how long the two have been together, in whole months */
    void start(Mentorship mentorship, int months) {
        runtime.startProcessInstanceByKey(
                "keep-in-touch",
                mentorship.id(),
                Map.of(
                        "mentorshipId",
                        mentorship.id(),
                        "menteeId",
                        mentorship.menteeId(),
                        "monthsTogether",
                        months,
                        // Read before anybody has answered.
                        "outcome",
                        "",
                        "spokeLastId",
                        ""));
    }

    /**
     * One of the two would like the help of a contact, beside what else goes on in this case; nothing of it is known
     * outside of that.
     */
    void contactWished(String caseId, String personId) {
        runtime.createMessageCorrelation("keep-in-touch-contact-wished")
                .processInstanceId(caseId)
                .setVariablesToTriggeredScope(Map.of("helpForId", personId, "contactId", ""))
                .correlate();
    }

    /**
     * They have talked elsewhere: nobody asks them for it, nor looks after it unless one of them has asked for that.
     */
    void talked(String mentorshipId) {
        tell("keep-in-touch-answered-elsewhere", mentorshipId);
        tell("keep-in-touch-talked", mentorshipId);
    }

    /** They have said how they would like it: nobody asks them whether they talk. */
    void answeredElsewhere(String mentorshipId) {
        tell("keep-in-touch-answered-elsewhere", mentorshipId);
    }

    /** They are not together any more. */
    void needless(String mentorshipId) {
        tell("keep-in-touch-needless", mentorshipId);
    }

    /** How often somebody has said since then how these two keep in touch. */
    long saidBy(String personId, String mentorshipId, Instant since) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("how-we-keep-in-touch")
                .processInstanceBusinessKey(mentorshipId)
                .startedBy(personId)
                .startedAfter(Date.from(since))
                .count();
    }

    private void tell(String message, String mentorshipId) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(mentorshipId)
                .correlateAll();
    }
}
