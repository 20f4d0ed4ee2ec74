package org.reps.mentoring.engine.protection;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.protection.LoweredProtection.Loss;
import org.reps.mentoring.engine.rights.ProcessRights;
import org.reps.mentoring.engine.rights.TaskRights;
import org.reps.mentoring.engine.stages.Stages;

/**
 * What a process would let more people start or see than the version of it that is in force, or answer from a mail, and
 * which of its tasks would not be the council's any more. Whoever may deploy grants nothing by that; new rights come
 * with a release.
 */
final class WiderRights {

    private final @Nullable Protection before;
    private final ProcessRights now;
    private final ProcessRights then;
    private final Protection after;
    private final int version;
    private final List<Loss> losses = new ArrayList<>();

    /**
     * @param before the version in force; null where there is none
     * @param after what would be the next one
     * @param version number of the next one
     */
    WiderRights(@Nullable Protection before, Protection after, int version) {
        this.before = before;
        this.now = before == null ? ProcessRights.NOTHING : before.rights();
        this.then = after.rights();
        this.after = after;
        this.version = version;
    }

    List<Loss> losses() {
        compareProcesses();
        then.tasks().forEach(this::compareTasks);
        comparePages(Stages.SHOWN_TO, "puts its cases on the page of others than now");
        comparePages(Stages.AWAITED, "tells others than now that it waits for somebody");
        compareMails();
        now.tasks()
                .forEach(
                        (id, task) -> addIf(
                                task.forCouncil() && !then.tasks().containsKey(id),
                                id,
                                TaskRights.FOR_COUNCIL,
                                "is gone, or has another id: those that wait would be gone from the council's queue.",
                                "Please leave its id as it was: what the council no longer has to do is left out with a release."));
        return losses;
    }

    private void compareProcesses() {
        var process = after.processId();
        var starters = more(then.starters(), now.starters());
        addIf(
                !starters.isEmpty(),
                process,
                ProcessRights.STARTERS,
                "can be started by " + names(starters) + ", who cannot start it now.",
                "Please leave them out of \"Candidate starter groups\": who may start what comes with a release.");
        addIf(
                then.seenByCouncil() && !now.seenByCouncil(),
                process,
                ProcessRights.SEEN_BY,
                "shows its cases to the council, which does not see them now.",
                "Please set the extension property \"seenBy\" to nobody: who sees what comes with a release.");
        var callers = new TreeSet<>(then.seenWhenCalledBy());
        callers.removeAll(now.seenWhenCalledBy());
        addIf(
                !callers.isEmpty() && !now.seenByCouncil(),
                process,
                ProcessRights.SEEN_WHEN_CALLED_BY,
                "shows its cases to the council where it is called by " + String.join(" or ", callers)
                        + ", which is not so now.",
                "Please leave the extension property \"seenWhenCalledBy\" as it was.");
        var readers = more(then.knownTo(), readers());
        addIf(
                !readers.isEmpty(),
                process,
                ProcessRights.KNOWN_TO,
                "shows its name and its diagram to " + names(readers) + ", who do not see them now.",
                "Please leave them out of the extension property \"knownTo\".");
    }

    private Set<Group> readers() {
        var readers = EnumSet.noneOf(Group.class);
        readers.addAll(now.knownTo());
        readers.addAll(now.starters());
        if (now.seenByCouncil()) {
            readers.addAll(Set.of(Group.COUNCIL, Group.ANALYSTS));
        }
        return readers;
    }

    private void compareTasks(String id, TaskRights task) {
        var seenBy = task.seenBy();
        addIf(
                seenBy != null && seenBy != now.task(id).seenBy(),
                id,
                TaskRights.SEEN_BY,
                "is shown to the " + (seenBy == null ? "" : seenBy.id())
                        + " as something that waits for the other one of the two, and is not now.",
                "Please leave out the extension property \"seenBy\".");
        addIf(
                now.task(id).forCouncil() && !task.forCouncil(),
                id,
                TaskRights.FOR_COUNCIL,
                "is not for the council any more: it would be gone from the council's queue, and whoever is part of the"
                        + " case could take it.",
                "Please set the extension property \"forCouncil\" to true again.");
        addIf(
                now.tasks().containsKey(id)
                        && task.escalates()
                        && !Protection.normal(task.whenOverdue())
                                .equals(Protection.normal(now.task(id).whenOverdue())),
                id,
                TaskRights.WHEN_OVERDUE,
                "can be taken by " + task.whenOverdue() + " as well when it is overdue.",
                "Please leave the extension property \"whenOverdue\" as it was.");
    }

    private void comparePages(String property, String what) {
        var now = before == null ? Map.<String, Set<String>>of() : before.said(property);
        after.said(property).forEach((id, said) -> {
            var more = said.stream().flatMap(ProcessRights::parts).collect(toCollection(TreeSet::new));
            now.getOrDefault(id, Set.of()).stream()
                    .flatMap(ProcessRights::parts)
                    .forEach(more::remove);
            var instead = "Please leave the extension property \"" + property + "\" as it was.";
            addIf(!more.isEmpty(), id, property, what + ": " + String.join(", ", more) + ".", instead);
        });
    }

    /** Whoever has a mail answers by it; a process in force could also call a new one for that. */
    private void compareMails() {
        var now = before == null ? Map.<String, Protection.FormOf>of() : before.forms();
        after.forms().forEach((id, form) -> {
            var inForce = now.get(id);
            addIf(
                    form.form().isForMail()
                            && (inForce == null || !inForce.form().isForMail()),
                    id,
                    "mail",
                    "could be answered from a mail, without a login, by whoever has that mail.",
                    "Please leave the custom property \"fromMail\" out of the form \"" + form.id() + "\".");
        });
    }

    private void addIf(boolean wider, String element, String lost, String what, String instead) {
        if (wider) {
            losses.add(new Loss(
                    after.processId() + "@" + version + ":" + element + ":" + lost,
                    "In " + after.file() + ", " + after.nameOf(element) + " " + what,
                    instead));
        }
    }

    private static Set<Group> more(Collection<Group> then, Collection<Group> now) {
        var more = EnumSet.noneOf(Group.class);
        more.addAll(then);
        more.removeAll(now);
        return more;
    }

    private static String names(Set<Group> groups) {
        return groups.stream().map(Group::id).collect(joining(" and "));
    }
}
