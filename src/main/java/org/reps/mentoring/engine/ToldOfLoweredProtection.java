package org.reps.mentoring.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Announces inside the application that the operator has let in something that protects less. As a job of the engine:
 * it is there if and only if the change is, and a release is deployed before there is anybody to be told.
 */
@Component
public class ToldOfLoweredProtection extends AbstractProcessEnginePlugin {

    private static final String TYPE = "told-of-lowered-protection";

    /** The engine's column for what a job is about holds no more. */
    private static final int LONGEST = 4000;

    private final ApplicationEventPublisher events;

    ToldOfLoweredProtection(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        JobHandler<Changes> telling = new Telling();
        List<JobHandler> handlers = EngineStart.and(configuration.getCustomJobHandlers(), telling);
        configuration.setCustomJobHandlers(handlers);
    }

    public void later(ProtectionLowered lowered) {
        var job = new MessageEntity();
        job.setJobHandlerType(TYPE);
        job.setJobHandlerConfiguration(new Changes(lowered.event(), shortened(lowered.changes())));
        Context.getCommandContext().getJobManager().send(job);
    }

    private static List<String> shortened(List<String> changes) {
        var some = new ArrayList<String>();
        var left = LONGEST - 200;
        for (var change : changes) {
            left -= change.length() + 1;
            if (left < 0) {
                some.add("And " + (changes.size() - some.size()) + " more, which stand in the log.");
                break;
            }
            some.add(change);
        }
        return some;
    }

    private record Changes(String event, List<String> changes) implements JobHandlerConfiguration {

        static Changes of(String lines) {
            var all = lines.lines().toList();
            return new Changes(all.get(0), all.subList(1, all.size()));
        }

        @Override
        public String toCanonicalString() {
            return event + "\n" + String.join("\n", changes);
        }
    }

    private final class Telling implements JobHandler<Changes> {

        @Override
        public String getType() {
            return TYPE;
        }

        @Override
        public void execute(
                Changes changes,
                @Nullable ExecutionEntity execution,
                CommandContext context,
                @Nullable String tenantId) {
            events.publishEvent(new ProtectionLowered(changes.event(), changes.changes()));
        }

        @Override
        public Changes newConfiguration(String lines) {
            return Changes.of(lines);
        }

        @Override
        public void onDelete(Changes changes, JobEntity job) {}
    }
}
