package org.reps.mentoring.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a round could not do for some, as incidents of their cases. Each stays as it is until it is settled, so that it
 * is known since when. What made it fail stands in the log only: it may quote what somebody wrote.
 */
public final class KeptIncidents {

    private static final Logger LOG = LoggerFactory.getLogger(KeptIncidents.class);

    private final RuntimeService runtime;
    private final String type;
    private final Map<String, List<Incident>> before;
    private final Map<String, List<Incident>> settled;

    /** Those there are, by what each is about. */
    public KeptIncidents(RuntimeService runtime, String type) {
        this.runtime = runtime;
        this.type = type;
        // Two rounds at once can have made two about the same.
        this.before = runtime.createIncidentQuery().incidentType(type).list().stream()
                // Cases that have called one have an incident of their own, which goes with that.
                .filter(incident -> incident.getConfiguration() != null)
                .collect(Collectors.groupingBy(Incident::getConfiguration));
        this.settled = new HashMap<>(before);
    }

    /** By so many a page has to be longer than usual, or else they would keep all others from their turn. */
    public int size() {
        return before.size();
    }

    public boolean isAbout(String id) {
        return before.containsKey(id);
    }

    /** @param words what Cockpit says of it; a complete sentence that holds nothing that somebody has written */
    public void keep(String executionId, String id, String words, RuntimeException why) {
        LOG.warn("{} {}", words, id, why);
        settled.remove(id);
        if (!isAbout(id)) {
            runtime.createIncident(type, executionId, id, words);
        }
    }

    /** Ends all that have not been kept since they were read. */
    public void settleOthers() {
        settled.values().stream().flatMap(List::stream).map(Incident::getId).forEach(runtime::resolveIncident);
    }
}
