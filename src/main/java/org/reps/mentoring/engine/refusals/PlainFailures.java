package org.reps.mentoring.engine.refusals;

import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.reps.mentoring.rules.ToldInCockpit;
import org.springframework.stereotype.Component;

/**
 * What is kept of a step that failed, for those who see failed steps in Cockpit: plain words, and where in the program
 * it was. The message of an exception is left out, unless it was written for them: it quotes what could not be worked
 * with, such as an answer that is not theirs to read. All of it stands in the log.
 */
@Component
class PlainFailures extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFailedJobCommandFactory(Failure::new);
    }

    private static final class Failure extends DefaultJobRetryCmd {

        Failure(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        @Override
        protected void logException(JobEntity job) {
            if (exception != null) {
                var words = words(job);
                job.setExceptionMessage(words);
                job.setExceptionStacktrace(words + "\n\n" + places());
            }
        }

        private String words(JobEntity job) {
            for (var cause = exception; cause != null; cause = cause.getCause()) {
                if (cause.getClass().isAnnotationPresent(ToldInCockpit.class)) {
                    return Objects.requireNonNull(cause.getMessage());
                }
            }
            return "This step did not work, and nothing of it was done. Please try it once more. If it fails again, tell"
                    + " the operator: why stands in the log, with the id " + job.getId() + ".";
        }

        private String places() {
            var places = new StringBuilder();
            for (var cause = exception; cause != null; cause = cause.getCause()) {
                places.append(cause.getClass().getName()).append('\n');
                for (var place : cause.getStackTrace()) {
                    places.append("\tat ").append(place).append('\n');
                }
            }
            return places.toString();
        }
    }
}
