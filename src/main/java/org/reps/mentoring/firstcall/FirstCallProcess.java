package org.reps.mentoring.firstcall;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/first-call.bpmn}, and ends it where the two are not together any more. */
@Component
class FirstCallProcess {

    private final RuntimeService runtime;

    FirstCallProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(Mentorship mentorship) {
        runtime.startProcessInstanceByKey(
                "first-call",
                mentorship.id(),
                Map.of("mentorshipId", mentorship.id(), "menteeId", mentorship.menteeId()));
    }

    @EventListener
    void mentorshipEnded(MentorshipEnded ended) {
        runtime.createMessageCorrelation("first-call-needless")
                .processInstanceBusinessKey(ended.mentorshipId())
                .correlateAll();
    }
}
