package org.reps.mentoring.notice;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/send-mail.bpmn}. */
@Component
class SendMailProcess {

    private final RuntimeService runtime;

    SendMailProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(String mailId) {
        runtime.startProcessInstanceByKey("send-mail", mailId, Map.of("mailId", mailId));
    }
}
