package org.reps.mentoring.callformentors;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/call-for-mentors.bpmn}. */
@Component
class CallForMentorsProcess {

    private final RuntimeService runtime;

    CallForMentorsProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start() {
        runtime.startProcessInstanceByKey("call-for-mentors", CallForMentors.ONLY);
    }
}
