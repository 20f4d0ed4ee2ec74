package org.reps.mentoring.tellperson;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/tell-person.bpmn}, in the caller's transaction. */
@Component
public class TellPersonProcess {

    private static final String MENTORSHIP = "mentorshipId";

    private final RuntimeService runtime;

    TellPersonProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** What waits for this person is going to be told them. */
    public void digest(String personId) {
        runtime.startProcessInstanceByMessage("digest-due", personId, Map.of("personId", personId));
    }

    /** This programme update is going to be told this person. */
    public void programmeUpdate(String personId, String updateId) {
        runtime.startProcessInstanceByMessage("news-due", personId, Map.of("personId", personId, "updateId", updateId));
    }

    /** Starting the check-in of this mentorship is tried again, if it is not already. */
    public void checkIn(String mentorshipId) {
        again("check-in-not-started", MENTORSHIP, mentorshipId);
    }

    /** The mentorships of which starting the check-in is being tried again. */
    public Set<String> checkIns() {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("tell-person")
                .variableValueNotEquals(MENTORSHIP, "")
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .collect(toSet());
    }

    /** Sending this person a mail that is kept for them is tried again, if it is not already. */
    public void keptMails(String personId) {
        again("kept-mails-not-tried", "keptMailsOf", personId);
    }

    private void again(String message, String variable, String id) {
        var underWay = runtime.createProcessInstanceQuery()
                .processDefinitionKey("tell-person")
                .variableValueEquals(variable, id)
                .count();
        if (underWay == 0) {
            runtime.startProcessInstanceByMessage(message, id, Map.of(variable, id));
        }
    }
}
