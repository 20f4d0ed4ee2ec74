package org.reps.mentoring.engine.refusals;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.reps.mentoring.rules.ToldInCockpit;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What is kept of a step that failed, for those who see failed steps in Cockpit: plain words, and where in the program
 * it was. The message of an exception is left out, unless it was written for them: it quotes what could not be worked
 * with, such as an answer that is not theirs to read. All of it stands in the log.
 */
@Component
class PlainFailures extends AbstractProcessEnginePlugin {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

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
                job.setExceptionStacktrace(words + "\n\n" + called(job) + places());
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

        /** What could not be worked out, as it stands in the diagram: nobody in a case has written that. */
        private String called(JobEntity job) {
            var diagram = diagram(job);
            for (var cause = exception; cause != null; cause = cause.getCause()) {
                var called = EXPRESSION
                        .matcher(String.valueOf(cause.getMessage()))
                        .results()
                        .map(MatchResult::group)
                        .filter(diagram::contains)
                        .findFirst();
                if (called.isPresent()) {
                    return called.get() + "\n";
                }
            }
            return "";
        }

        private static String diagram(JobEntity job) {
            if (job.getProcessDefinitionId() == null) {
                return "";
            }
            var context = Context.getCommandContext();
            var process = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(job.getProcessDefinitionId());
            var file = context.getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(process.getDeploymentId(), process.getResourceName());
            return HtmlUtils.htmlUnescape(new String(file.getBytes(), StandardCharsets.UTF_8));
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
