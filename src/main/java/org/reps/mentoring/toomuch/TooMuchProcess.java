package org.reps.mentoring.toomuch;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Knows who has said in {@code bpmn/too-much.bpmn} that it is too much, and is not through with it. */
@Component
class TooMuchProcess {

    private final RuntimeService runtime;

    TooMuchProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Whether a case that has begun before is still running; not the one that is just being started. */
    boolean isUnderWay(String mentorId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey("too-much")
                        .processInstanceBusinessKey(mentorId)
                        .count()
                > 0;
    }
}
