package org.reps.mentoring.engine.cases;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/** The case that is being carried on. A diagram cannot name another one instead. */
@Component
public class CurrentCase {

    /**
     * Its process instance.
     *
     * @throws IllegalStateException when no case is being carried on
     */
    public String id() {
        var context = Context.getBpmnExecutionContext();
        if (context == null) {
            throw new IllegalStateException("No case is being carried on");
        }
        return context.getExecution().getProcessInstanceId();
    }

    /** The case that it began with, itself or the one that has called it; empty when no case is being carried on. */
    public Optional<String> beganWith() {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(context -> context.getExecution().getRootProcessInstanceId());
    }
}
