package org.reps.mentoring.dailyround;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts {@code bpmn/daily-round.bpmn} once when the application is up, because nothing was noticed while it was down.
 * The round itself is done by jobs; where no jobs are done, it is not started.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class DailyRoundProcess {

    private final RuntimeService runtime;

    DailyRoundProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        runtime.startProcessInstanceByMessage("application-started");
    }
}
