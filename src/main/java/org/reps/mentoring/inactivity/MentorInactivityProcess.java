package org.reps.mentoring.inactivity;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/mentor-inactivity.bpmn}, and tells it and those who wait for it what has happened. */
@Component
class MentorInactivityProcess {

    private final RuntimeService runtime;

    MentorInactivityProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(String mentorId) {
        runtime.createMessageCorrelation("mentor-silent")
                .processInstanceBusinessKey(mentorId)
                .setVariable("mentorId", mentorId)
                .correlateStartMessage();
    }

    /** Ends the asking, if it has begun: the mentor has answered something else. */
    void answered(String mentorId) {
        runtime.createMessageCorrelation("mentor-answered")
                .processInstanceVariableEquals("mentorId", mentorId)
                .correlateAll();
    }

    /** Tells all who wait for it how the case ended; there may be nobody. */
    void settled(String mentorId, Inactivity.Outcome outcome) {
        runtime.createMessageCorrelation("mentor-inactivity-settled")
                .processInstanceVariableEquals("mentorId", mentorId)
                .setVariable("inactivityOutcome", outcome.text())
                .correlateAll();
    }
}
