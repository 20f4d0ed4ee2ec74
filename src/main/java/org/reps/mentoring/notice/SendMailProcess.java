package org.reps.mentoring.notice;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/send-mail.bpmn}, and knows where it got stuck. */
@Component
class SendMailProcess {

    private final RuntimeService runtime;

    SendMailProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(String mailId) {
        runtime.startProcessInstanceByKey("send-mail", mailId, Map.of("mailId", mailId));
    }

    /** The ids of the mails that could not be sent, by the process instance in which they wait to be sent again. */
    Map<String, String> failed() {
        var stuck = runtime.createProcessInstanceQuery()
                .processDefinitionKey("send-mail")
                .withIncident()
                .list();
        return stuck.stream().collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}
