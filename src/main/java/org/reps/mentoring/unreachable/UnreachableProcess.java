package org.reps.mentoring.unreachable;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/unreachable-person.bpmn}, and tells it when a mail got through. */
@Component
class UnreachableProcess {

    private final RuntimeService runtime;

    UnreachableProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(String personId) {
        runtime.startProcessInstanceByKey("unreachable-person", personId, Map.of("personId", personId));
    }

    /** @return whether a case was waiting for that, and goes on now */
    boolean reached(String personId) {
        return !runtime.createMessageCorrelation("person-reached")
                .processInstanceBusinessKey(personId)
                .correlateAllWithResult()
                .isEmpty();
    }
}
