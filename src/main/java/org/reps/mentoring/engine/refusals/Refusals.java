package org.reps.mentoring.engine.refusals;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.login.PasswordRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;

/**
 * Lets a {@link Refusal} reach the person who asked in its own words, instead of wrapped into the engine's, and says
 * kindly when somebody else was quicker.
 */
@Component
class Refusals extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(EngineStart.and(
                configuration.getCustomPreCommandInterceptorsTxRequired(), new Unwrapping(configuration)));
    }

    private static final class Unwrapping extends CommandInterceptor {

        private final ProcessEngineConfigurationImpl configuration;

        Unwrapping(ProcessEngineConfigurationImpl configuration) {
            this.configuration = configuration;
        }

        @Override
        public <T> T execute(Command<T> command) {
            if (Context.getCommandContext() != null) {
                return next.execute(command);
            }
            try {
                return executeForSomebody(command);
            } catch (RuntimeException e) {
                var refusal = refusalIn(e);
                if (refusal != null) {
                    throw refusal;
                }
                if (wasWeakPassword(command, e)) {
                    throw PasswordRules.refusal();
                }
                if (isForSomebody() && wasTooLate(command, e)) {
                    throw new TooLate(e);
                }
                throw e;
            }
        }

        /**
         * The engine stumbles in many ways when somebody else's answer takes parts of the case, its variables or the
         * right to the task away while it reads them. A second look shows whether that was it: then the task is gone.
         */
        private <T> T executeForSomebody(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                if (changesATask(command) && isForSomebody() && refusalIn(e) == null && !wasTooLate(command, e)) {
                    return next.execute(command);
                }
                throw e;
            }
        }

        /** The job executor resolves its conflicts itself and needs to see them as they are. */
        private boolean isForSomebody() {
            return configuration.getIdentityService().getCurrentAuthentication() != null;
        }

        private static @Nullable Refusal refusalIn(@Nullable Throwable thrown) {
            for (var cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return refusal;
                }
            }
            return null;
        }

        private static boolean wasWeakPassword(Command<?> command, RuntimeException e) {
            return command instanceof SaveUserCmd && "Password does not match policy".equals(e.getMessage());
        }

        private static boolean wasTooLate(Command<?> command, RuntimeException e) {
            if (e instanceof OptimisticLockingException || e instanceof TaskAlreadyClaimedException) {
                return true;
            }
            // What the engine says about a task that is gone.
            if (command instanceof GetDeployedTaskFormCmd) {
                return e instanceof NullPointerException;
            }
            return changesATask(command) && e instanceof NullValueException;
        }

        private static boolean changesATask(Command<?> command) {
            return command instanceof SubmitTaskFormCmd || command instanceof ClaimTaskCmd;
        }
    }
}
