package org.reps.mentoring.erasing;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/erase-person.bpmn}. Its cases know an id, and nobody's name. */
@Component
class ErasingProcess {

    private final RuntimeService runtime;

    ErasingProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void startAsWished(String erasingId) {
        start("erasing-wished", erasingId);
    }

    void startAsItIsTime(String erasingId) {
        start("time-to-erase", erasingId);
    }

    private void start(String message, String erasingId) {
        runtime.startProcessInstanceByMessage(message, erasingId, Map.of("erasingId", erasingId));
    }
}
