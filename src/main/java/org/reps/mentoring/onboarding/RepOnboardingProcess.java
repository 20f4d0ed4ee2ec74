package org.reps.mentoring.onboarding;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells {@code bpmn/rep-onboarding.bpmn} that the rep it is about has no mentor any more, or what is done. */
@Component
class RepOnboardingProcess {

    private final Onboardings onboardings;
    private final RuntimeService runtime;
    private final TaskService tasks;

    RepOnboardingProcess(Onboardings onboardings, RuntimeService runtime, TaskService tasks) {
        this.onboardings = onboardings;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Whether the orientation call waits for the mentor of this rep. */
    boolean isCallAhead(String menteeId) {
        return tasks.createTaskQuery()
                        .processDefinitionKey("rep-onboarding")
                        .processInstanceBusinessKey(menteeId)
                        .taskDefinitionKey("Activity_HoldOrientationCall")
                        .count()
                > 0;
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
