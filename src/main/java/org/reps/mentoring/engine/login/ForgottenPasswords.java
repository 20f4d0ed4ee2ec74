package org.reps.mentoring.engine.login;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.EngineStart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Takes down that somebody has forgotten their password, and announces it inside the application a moment later. For
 * whoever has an account and for whoever has none exactly the same is done before the visitor is answered: one look,
 * and one job of the engine, which is not lost.
 */
@Component
@NamedInterface("password-forgotten")
public class ForgottenPasswords extends AbstractProcessEnginePlugin {

    private static final String TYPE = "password-forgotten";

    /** So many may share one address; more would be a way to send many mails with one question. */
    private static final int MOST_WITH_ONE_ADDRESS = 5;

    private final ApplicationEventPublisher events;
    private final ObjectProvider<JdbcClient> database;
    private final ObjectProvider<ProcessEngine> engine;

    /**
     * @param database there as soon as somebody can ask, which is after the engine was built
     * @param engine the same
     */
    ForgottenPasswords(
            ApplicationEventPublisher events,
            ObjectProvider<JdbcClient> database,
            ObjectProvider<ProcessEngine> engine) {
        this.events = events;
        this.database = database;
        this.engine = engine;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        JobHandler<Whose> announcing = new Announcing();
        List<JobHandler> handlers = EngineStart.and(configuration.getCustomJobHandlers(), announcing);
        configuration.setCustomJobHandlers(handlers);
    }

    /**
     * A visitor says that somebody has forgotten their password.
     *
     * @param typed the person's user name or mail address, in small or capital letters; it is not kept
     */
    public void ask(String typed) {
        var meant = database.getObject()
                .sql("select ID_ from ACT_ID_USER where lower(ID_) = lower(:typed) or lower(EMAIL_) = lower(:typed)"
                        + " order by ID_")
                .param("typed", typed)
                .query(String.class)
                .list();
        var whose = new Whose(meant.stream().limit(MOST_WITH_ONE_ADDRESS).toList());
        ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    var job = new MessageEntity();
                    job.setJobHandlerType(TYPE);
                    job.setJobHandlerConfiguration(whose);
                    context.getJobManager().send(job);
                    return whose;
                });
    }

    private record Whose(List<String> userIds) implements JobHandlerConfiguration {

        static Whose of(@Nullable String lines) {
            return new Whose(lines == null ? List.of() : lines.lines().toList());
        }

        @Override
        public String toCanonicalString() {
            return String.join("\n", userIds);
        }
    }

    private final class Announcing implements JobHandler<Whose> {

        @Override
        public String getType() {
            return TYPE;
        }

        @Override
        public void execute(
                Whose whose, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenantId) {
            whose.userIds().forEach(userId -> events.publishEvent(new PasswordForgotten(userId)));
        }

        @Override
        public Whose newConfiguration(@Nullable String lines) {
            return Whose.of(lines);
        }

        @Override
        public void onDelete(Whose whose, JobEntity job) {}
    }
}
