package org.reps.mentoring.leaving;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/leave-programme.bpmn} for somebody who is gone, and ends it where it is over elsewhere. */
@Component
class LeavingProcess {

    private final RuntimeService runtime;

    LeavingProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @param mentorshipId in which they are guided; may be empty */
    void start(String personId, String leavingId, String mentorshipId) {
        runtime.createMessageCorrelation("person-missing")
                .processInstanceBusinessKey(personId)
                .setVariables(Map.of("personId", personId, "leavingId", leavingId, "mentorshipId", mentorshipId))
                .correlateStartMessage();
    }

    /** The operator has deleted the account, so there is nothing left to think about. */
    void end(String personId) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("leave-programme")
                .processInstanceBusinessKey(personId)
                .list()
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "The account was deleted."));
    }
}
