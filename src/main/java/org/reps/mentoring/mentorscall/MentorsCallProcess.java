package org.reps.mentoring.mentorscall;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.leaving.HasLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/mentors-call.bpmn} for the next call of several, and tells it that its host has left. */
@Component
class MentorsCallProcess {

    private final RuntimeService runtime;
    private final MentorsCallTable calls;

    MentorsCallProcess(RuntimeService runtime, MentorsCallTable calls) {
        this.runtime = runtime;
        this.calls = calls;
    }

    void start(MentorsCall call) {
        runtime.startProcessInstanceByMessage("mentors-call-next", call.id(), Map.of("callId", call.id()));
    }

    /** Somebody else is asked to hold it, if it is still ahead. */
    void hostLeft(String callId) {
        runtime.createMessageCorrelation("mentors-call-host-left")
                .processInstanceBusinessKey(callId)
                .correlateAll();
    }

    @EventListener
    void left(HasLeft left) {
        calls.findByOpenKeyIsNotNull()
                .filter(call -> call.hostId().equals(left.personId()))
                .ifPresent(call -> hostLeft(call.id()));
    }
}
