package org.reps.mentoring.onboarding;

import java.util.HashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/after-orientation.bpmn}, and ends it where the two are not together any more. */
@Component
class AfterOrientationProcess {

    private final RuntimeService runtime;

    AfterOrientationProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(String menteeId, String mentorshipId) {
        var variables = new HashMap<String, Object>();
        variables.put("menteeId", menteeId);
        variables.put("mentorshipId", mentorshipId);
        runtime.startProcessInstanceByKey("after-orientation", menteeId, variables);
    }

    @EventListener
    void mentorshipEnded(MentorshipEnded ended) {
        runtime.createMessageCorrelation("after-orientation-needless")
                .processInstanceBusinessKey(ended.menteeId())
                .correlateAll();
    }
}
