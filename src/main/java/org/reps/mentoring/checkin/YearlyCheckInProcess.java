package org.reps.mentoring.checkin;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/yearly-check-in.bpmn}, and tells it when there is nothing left to check. */
@Component
class YearlyCheckInProcess {

    private final RuntimeService runtime;

    YearlyCheckInProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void start(String checkInId, Mentorship mentorship) {
        runtime.startProcessInstanceByKey(
                "yearly-check-in",
                mentorship.id(),
                Map.of(
                        "checkInId", checkInId,
                        "mentorshipId", mentorship.id(),
                        "menteeId", mentorship.menteeId(),
                        "mentorId", mentorship.mentorId()));
    }

    @EventListener
    void mentorshipEnded(MentorshipEnded ended) {
        runtime.createMessageCorrelation("mentorship-ended")
                .processInstanceBusinessKey(ended.mentorshipId())
                .correlateAll();
    }
}
