package org.reps.mentoring.engine;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Whether a date is for the operator only to move, because somebody was told that they have until then. Its diagram
 * says so, by the extension property {@code movedBy} of the event; all others the council moves. The newest version
 * holds for the cases of all versions, and their own where there is no such event in it any more.
 *
 * @param jobId what waits for the date
 */
public record MovedBy(@Nullable String jobId) implements Command<Boolean> {

    public static final String PROPERTY = "movedBy";
    public static final String COUNCIL = "council";
    public static final String OPERATOR = "operator";

    @Override
    public Boolean execute(CommandContext context) {
        return context.runWithoutAuthorization(() -> isOperators(context));
    }

    private boolean isOperators(CommandContext context) {
        var job = jobId == null ? null : context.getJobManager().findJobById(jobId);
        if (job == null || job.getProcessDefinitionKey() == null) {
            return false;
        }
        var deployed = context.getProcessEngineConfiguration().getDeploymentCache();
        return Stream.of(
                        deployed.findDeployedLatestProcessDefinitionByKey(job.getProcessDefinitionKey()),
                        deployed.findDeployedProcessDefinitionById(job.getProcessDefinitionId()))
                .map(version -> deployed.findBpmnModelInstanceForProcessDefinition(version)
                        .<ModelElementInstance>getModelElementById(job.getActivityId()))
                .filter(BaseElement.class::isInstance)
                .map(BaseElement.class::cast)
                .findFirst()
                .filter(event -> SaidInDiagram.by(event, PROPERTY).anyMatch(OPERATOR::equals))
                .isPresent();
    }
}
