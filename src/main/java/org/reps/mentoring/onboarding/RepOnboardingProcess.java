package org.reps.mentoring.onboarding;

import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells {@code bpmn/rep-onboarding.bpmn} that the rep it is about has no mentor any more, or what is done. */
@Component
class RepOnboardingProcess {

    private final Onboardings onboardings;
    private final RuntimeService runtime;

    RepOnboardingProcess(Onboardings onboardings, RuntimeService runtime) {
        this.onboardings = onboardings;
        this.runtime = runtime;
    }

    /** Call and first steps are over; whoever waits for that need not wait any longer. */
    void bothDone(String menteeId) {
        runtime.createMessageCorrelation("orientation-done")
                .processInstanceBusinessKey(menteeId)
                .correlateAll();
    }

    @EventListener
    void mentorshipEnded(MentorshipEnded ended) {
        // One that is not open any more has ended the mentorship itself.
        if (!ended.replaced() && onboardings.findByOpenRep(ended.menteeId()).isPresent()) {
            runtime.createMessageCorrelation("mentor-lost")
                    .processInstanceBusinessKey(ended.menteeId())
                    .correlateAll();
        }
    }
}
