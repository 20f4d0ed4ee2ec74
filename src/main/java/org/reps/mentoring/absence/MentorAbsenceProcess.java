package org.reps.mentoring.absence;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/mentor-absence.bpmn}, and tells it what has happened elsewhere. */
@Component
class MentorAbsenceProcess {

    private final RuntimeService runtime;

    MentorAbsenceProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(String mentorId, String absenceId) {
        runtime.createMessageCorrelation("absence-known")
                .processInstanceBusinessKey(mentorId)
                .setVariables(Map.of("mentorId", mentorId, "absenceId", absenceId))
                .correlateStartMessage();
    }

    /** Lets the absence be covered anew, if it waits; where it does not, it looks by itself. */
    void coverLost(String mentorId) {
        tell("cover-lost", mentorId);
    }

    /** Ends the case: the mentor is not away but gone. */
    void mentorGone(String mentorId) {
        tell("mentor-gone", mentorId);
    }

    private void tell(String message, String mentorId) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(mentorId)
                .correlateAll();
    }
}
