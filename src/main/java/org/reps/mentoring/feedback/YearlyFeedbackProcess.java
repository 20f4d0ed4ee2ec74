package org.reps.mentoring.feedback;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/yearly-feedback.bpmn}. */
@Component
class YearlyFeedbackProcess {

    private final RuntimeService runtime;

    YearlyFeedbackProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Under a business key that says nothing. */
    void start(String authorId, String aboutId, Feedback.Role authorRole) {
        runtime.startProcessInstanceByKey(
                "yearly-feedback",
                UUID.randomUUID().toString(),
                Map.of("authorId", authorId, "aboutId", aboutId, "authorRole", authorRole.name()));
    }
}
