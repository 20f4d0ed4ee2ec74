package org.reps.mentoring.engine.rights;

import static java.util.stream.Collectors.toCollection;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.reps.mentoring.engine.people.Group;

/**
 * What a diagram says of a process: who starts it, who sees its cases, and who is part of them. People find it in
 * Camunda Modeler under "Candidate starter" and "Extension properties"; what each word means stands in the README. It
 * is read here and nowhere else. What is not said is not granted.
 *
 * @param partOfIt who is part of its cases ({@code partOfIt})
 * @param starters groups that may start it ({@code camunda:candidateStarterGroups})
 * @param seenByCouncil whether the council sees its cases, and analysts its diagram ({@code seenBy})
 * @param seenWhenCalledBy keys of processes: of the cases that these call, the council sees those that run
 * @param knownTo groups that read its name and its diagram besides
 * @param waitsWhileAway whether the tasks of somebody who is away are due later ({@code whileAway})
 * @param tasks what is said of its user tasks, by id
 */
public record ProcessRights(
        PartOfIt partOfIt,
        Set<Group> starters,
        boolean seenByCouncil,
        Set<String> seenWhenCalledBy,
        Set<Group> knownTo,
        boolean waitsWhileAway,
        Map<String, TaskRights> tasks) {

    public static final String STARTERS = "candidateStarterGroups";
    public static final String SEEN_BY = "seenBy";
    public static final String SEEN_WHEN_CALLED_BY = "seenWhenCalledBy";
    public static final String KNOWN_TO = "knownTo";
    public static final String WHILE_AWAY = "whileAway";

    public static final String COUNCIL = "council";
    public static final String NOBODY = "nobody";
    public static final String WAIT = "wait";
    public static final String GO_ON = "goOn";

    /** Of a process that says nothing, or that there is none of yet. */
    public static final ProcessRights NOTHING =
            new ProcessRights(PartOfIt.NOBODY, Set.of(), false, Set.of(), Set.of(), true, Map.of());

    /** @param process an element that can be read, as deployments are checked for */
    public static ProcessRights read(Said process, Map<String, TaskRights> tasks) {
        return new ProcessRights(
                process.property(PartOfIt.PROPERTY)
                        .findFirst()
                        .map(PartOfIt::read)
                        .orElse(PartOfIt.NOBODY),
                groups(process.attribute(STARTERS)),
                process.property(SEEN_BY).anyMatch(COUNCIL::equals),
                process.property(SEEN_WHEN_CALLED_BY)
                        .flatMap(ProcessRights::parts)
                        .collect(toCollection(TreeSet::new)),
                groups(process.property(KNOWN_TO)),
                process.property(WHILE_AWAY).noneMatch(GO_ON::equals),
                tasks);
    }

    /** What stands between commas. */
    public static Stream<String> parts(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip);
    }

    private static Set<Group> groups(Stream<String> said) {
        return said.flatMap(ProcessRights::parts)
                .flatMap(id -> Group.withId(id).stream())
                .collect(toCollection(() -> EnumSet.noneOf(Group.class)));
    }

    /** What the engine keeps with a process that it has read. */
    static ProcessRights of(CoreModelElement process) {
        return process.getProperty(SaidRights.KEPT) instanceof ProcessRights said ? said : NOTHING;
    }

    /** Whether nobody begins it and nobody has anything to do in it: the programme does it by itself. */
    public boolean isByItself() {
        return starters.isEmpty() && tasks.isEmpty();
    }

    /** What is said of this task; nothing where there is no such task. */
    public TaskRights task(String id) {
        return tasks.getOrDefault(id, TaskRights.NOTHING);
    }
}
