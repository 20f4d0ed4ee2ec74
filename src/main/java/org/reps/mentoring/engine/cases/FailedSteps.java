package org.reps.mentoring.engine.cases;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.Rights;
import org.springframework.stereotype.Component;

/** Steps of cases that failed in spite of all tries, and wait for somebody to try them again in Cockpit. */
@Component
public class FailedSteps {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Rights rights;

    FailedSteps(RuntimeService runtime, RepositoryService repository, Rights rights) {
        this.runtime = runtime;
        this.repository = repository;
        this.rights = rights;
    }

    /**
     * Those in cases that the council may see, the oldest first; mails are not among them.
     *
     * @param outOfSight what is not for whoever reads
     */
    public List<FailedStep> inOpenCases(PartOfCase.OutOfSight outOfSight) {
        var processes = rights.seenByCouncil().stream()
                .filter(process -> !process.equals("send-mail"))
                .toArray(String[]::new);
        return runtime
                .createIncidentQuery()
                .processDefinitionKeyIn(processes)
                .orderByIncidentTimestamp()
                .asc()
                .list()
                .stream()
                .filter(incident -> !outOfSight.includes(incident.getProcessInstanceId()))
                .map(incident -> new FailedStep(
                        incident.getProcessInstanceId(),
                        repository
                                .getProcessDefinition(incident.getProcessDefinitionId())
                                .getName(),
                        incident.getIncidentTimestamp().toInstant()))
                .toList();
    }

    /**
     * A step that failed.
     *
     * @param caseId the process instance
     * @param process the name of the process
     */
    public record FailedStep(String caseId, String process, Instant since) {}
}
