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

    /** Goes on where a resignation does that is acknowledged: the mentor is not there to say anything. */
    void startAcknowledged(String mentorId, String resignationId) {
        runtime.createMessageCorrelation("mentor-left")
                .processInstanceBusinessKey(mentorId)
                .setVariables(Map.of("mentorId", mentorId, "resignationId", resignationId))
                .correlateStartMessage();
    }

    /** Ends the case of this mentor, if there is one. */
    void end(String mentorId) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("mentor-resignation")
                .processInstanceBusinessKey(mentorId)
                .list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "It is over elsewhere."));
    }

    /** Tells whoever waits for it, because this person leaves the programme, what became of the resignation. */
    void over(String mentorId, boolean retired) {
        runtime.createMessageCorrelation(retired ? "mentor-retired" : "mentor-stays")
                .processInstanceBusinessKey(mentorId)
                .correlateAll();
    }

    /** Nobody has to place anybody any more; before the last day nobody waits to hear it. */
    void everybodyPlaced(String mentorId) {
        runtime.createMessageCorrelation("mentees-placed")
                .processInstanceBusinessKey(mentorId)
                .correlateAll();
    }
}
