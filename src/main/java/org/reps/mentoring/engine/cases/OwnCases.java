package org.reps.mentoring.engine.cases;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases people have started themselves and that are not over. */
@Component
public class OwnCases {

    private final HistoryService history;

    OwnCases(HistoryService history) {
        this.history = history;
    }

    /** The latest first. Cases that began with another process, or with a timer, are nobody's own. */
    public List<OwnCase> startedBy(String userId) {
        return history
                .createHistoricProcessInstanceQuery()
                .startedBy(userId)
                .unfinished()
                .rootProcessInstances()
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .map(running -> new OwnCase(
                        running.getProcessDefinitionKey(),
                        running.getProcessDefinitionName(),
                        running.getBusinessKey(),
                        running.getStartTime().toInstant()))
                .toList();
    }

    /**
     * A case that is under way.
     *
     * @param process key of its process
     * @param name what the diagram is called
     * @param subject business key: whom it is about, or something that says nothing
     */
    public record OwnCase(
            String process, String name, @Nullable String subject, Instant since) {}
}
