package org.reps.mentoring.engine.versions;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.rights.Rights;
import org.reps.mentoring.engine.versions.Versions.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/**
 * How many cases run on a version, where they are, and where they have failed: numbers only, and nothing of anybody.
 */
@Component
@Transactional(readOnly = true)
public class Running {

    /** Something that is called in a diagram, as the engine names it when it fails. */
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    private final JdbcClient database;
    private final Rights rights;
    private final Versions versions;

    Running(JdbcClient database, Rights rights, Versions versions) {
        this.database = database;
        this.rights = rights;
        this.versions = versions;
    }

    /** Whether the cases of this process are nobody's to count who does not keep the application running. */
    public boolean isConfidential(String process) {
        return !rights.seenByCouncil().contains(process);
    }

    /** The ids of what runs on a version. */
    public List<String> cases(Version version, PartOfCase.OutOfSight outOfSight) {
        return database
                .sql(
                        "select ID_ from ACT_RU_EXECUTION where PARENT_ID_ is null and PROC_DEF_ID_ = :version order by ID_")
                .param("version", version.definitionId())
                .query(String.class)
                .list()
                .stream()
                .filter(id -> !outOfSight.includes(id))
                .toList();
    }

    /** Those among them in which a step has failed in spite of all tries. */
    public Set<String> failed(Version version, PartOfCase.OutOfSight outOfSight) {
        var failed = new TreeSet<String>();
        incidents(version).forEach(incident -> {
            if (!outOfSight.includes(incident.caseId())) {
                failed.add(incident.caseId());
            }
        });
        return failed;
    }

    /** How many of them are where. */
    public List<AtStep> steps(Version version, PartOfCase.OutOfSight outOfSight) {
        var names = namesIn(version);
        var at = database
                .sql("""
                        select ACT_ID_ as step, PROC_INST_ID_ as instance_id from ACT_RU_EXECUTION leaf
                        where PROC_DEF_ID_ = :version and ACT_ID_ is not null
                        and not exists (select 1 from ACT_RU_EXECUTION child where child.PARENT_ID_ = leaf.ID_)""")
                .param("version", version.definitionId())
                .query((row, number) -> Map.entry(row.getString("step"), row.getString("instance_id")))
                .list()
                .stream()
                .filter(one -> !outOfSight.includes(one.getValue()))
                .collect(groupingBy(Map.Entry::getKey, counting()));
        return at.entrySet().stream()
                .map(step -> new AtStep(
                        step.getKey(),
                        names.getOrDefault(step.getKey(), step.getKey()),
                        step.getValue().intValue()))
                .sorted(Comparator.comparing(AtStep::name))
                .toList();
    }

    /** Where they have failed, and at what, as far as that stands in the diagram itself. */
    public List<FailedAt> failures(Version version, PartOfCase.OutOfSight outOfSight) {
        var names = namesIn(version);
        var diagram = versions.files(version).map(VersionFiles::diagram).orElse("");
        var found = new HashMap<FailedAt, Integer>();
        incidents(version).stream()
                .filter(incident -> !outOfSight.includes(incident.caseId()))
                .forEach(incident -> found.merge(
                        new FailedAt(
                                incident.step(),
                                names.getOrDefault(incident.step(), incident.step()),
                                0,
                                calledIn(diagram, incident.kept())),
                        1,
                        Integer::sum));
        return found.entrySet().stream()
                .map(entry -> entry.getKey().times(entry.getValue()))
                .sorted(Comparator.comparing(FailedAt::name))
                .toList();
    }

    /**
     * What people wrote can stand in a message; what stands in the diagram word by word, nobody in a case has written.
     */
    private static String calledIn(String diagram, String message) {
        var said = HtmlUtils.htmlUnescape(diagram);
        return EXPRESSION
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .filter(said::contains)
                .findFirst()
                .orElse("");
    }

    /** {@code PlainFailures} keeps of a message what stands in the diagram, and nothing else. */
    private List<Failure> incidents(Version version) {
        return database.sql("""
                        select incident.PROC_INST_ID_ as instance_id,
                            coalesce(incident.FAILED_ACTIVITY_ID_, incident.ACTIVITY_ID_) as step, kept.BYTES_ as kept
                        from ACT_RU_INCIDENT incident
                        left join ACT_RU_JOB job on job.ID_ = incident.CONFIGURATION_
                        left join ACT_GE_BYTEARRAY kept on kept.ID_ = job.EXCEPTION_STACK_ID_
                        where incident.PROC_DEF_ID_ = :version and incident.CAUSE_INCIDENT_ID_ = incident.ID_""")
                .param("version", version.definitionId())
                .query((row, number) -> {
                    var kept = row.getBytes("kept");
                    return new Failure(
                            row.getString("instance_id"),
                            row.getString("step"),
                            kept == null ? "" : new String(kept, StandardCharsets.UTF_8));
                })
                .list();
    }

    private Map<String, String> namesIn(Version version) {
        return versions.files(version).map(VersionFiles::namesInDiagram).orElse(Map.of());
    }

    private record Failure(String caseId, String step, String kept) {}

    /** @param cases how many of them are there */
    public record AtStep(String id, String name, int cases) {}

    /** @param called what of the diagram could not be worked out; empty where the engine names nothing of it */
    public record FailedAt(String id, String name, int cases, String called) {

        private FailedAt times(int number) {
            return new FailedAt(id, name, number, called);
        }
    }
}
