package org.reps.mentoring.keepintouch;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.mentorship.Mentorship;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/keep-in-touch.bpmn}, and tells it when there is nothing left to ask. */
@Component
class KeepInTouchProcess {

    private final RuntimeService runtime;

    KeepInTouchProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @param months how long the two have been together, in whole months */
    void start(Mentorship mentorship, int months) {
        var variables = new HashMap<String, Object>(Map.of(
                "mentorshipId",
                mentorship.id(),
                "menteeId",
                mentorship.menteeId(),
                "monthsTogether",
                months,
                // Read before anybody has answered.
                "touchAnswer",
                "",
                "helpFrom",
                "",
                "spokeLastId",
                ""));
        // There from the beginning, as otherwise the form of the second one would tell that the first one has answered.
        variables.put("helpNote", null);
        runtime.startProcessInstanceByKey("keep-in-touch", mentorship.id(), variables);
    }

    /** They have said elsewhere that they talk, or how they would like it: nobody asks them whether they do. */
    void answeredElsewhere(String mentorshipId) {
        tell("keep-in-touch-answered-elsewhere", mentorshipId);
    }

    /** They are not together any more. */
    void needless(String mentorshipId) {
        tell("keep-in-touch-needless", mentorshipId);
    }

    private void tell(String message, String mentorshipId) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(mentorshipId)
                .correlateAll();
    }
}
