package org.reps.mentoring.resignation;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/mentor-resignation.bpmn}, and tells it when everybody is placed. */
@Component
class MentorResignationProcess {

    private final RuntimeService runtime;

    MentorResignationProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(String mentorId, String resignationId) {
        runtime.createMessageCorrelation("resignation-wished")
                .processInstanceBusinessKey(mentorId)
                .setVariables(Map.of("mentorId", mentorId, "resignationId", resignationId))
                .correlateStartMessage();
    }

    /** Nobody has to place anybody any more; before the last day nobody waits to hear it. */
    void everybodyPlaced(String mentorId) {
        runtime.createMessageCorrelation("mentees-placed")
                .processInstanceBusinessKey(mentorId)
                .correlateAll();
    }
}
