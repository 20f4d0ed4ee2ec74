package org.reps.mentoring.mymentorship;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.cases.OpenTasks.OpenTask;
import org.reps.mentoring.engine.stages.UnderWay;

/**
 * What is under way for whoever is logged in: how far it is, whom it waits for, and what they can do about it without
 * being asked.
 */
final class Cases {

    private final List<UnderWay> all;
    private final List<OpenTask> mine;
    private final List<OpenTask> seen;
    private final Set<String> instances;
    private final BinaryOperator<String> said;
    private final Instant now;

    /**
     * @param all what is under way
     * @param mine the tasks of whoever is logged in
     * @param seen the tasks of others that they may know of by the diagrams
     * @param said says a name that stands in the diagram with this key in the language of whoever is logged in
     * @param now by the programme's clock
     */
    Cases(List<UnderWay> all, List<OpenTask> mine, List<OpenTask> seen, BinaryOperator<String> said, Instant now) {
        this.all = all;
        this.mine = mine;
        this.seen = seen;
        this.said = said;
        this.now = now;
        this.instances = all.stream().flatMap(one -> one.instances().stream()).collect(toSet());
    }

    /** User ids of all who are named in them. */
    Set<String> named() {
        var named = new HashSet<String>();
        all.stream()
                .flatMap(one -> one.awaited().stream())
                .map(UnderWay.Awaited::userId)
                .filter(userId -> userId != null)
                .forEach(named::add);
        return named;
    }

    /** Their own. */
    List<Case> own(UnaryOperator<String> name) {
        return all.stream().filter(UnderWay::own).map(one -> shown(one, name)).toList();
    }

    /** What they have with somebody else, whom, or whose mentorship, it is about. */
    List<Case> with(Collection<String> subjects, UnaryOperator<String> name) {
        return all.stream()
                .filter(one -> !one.own() && subjects.contains(one.subject()))
                .map(one -> shown(one, name))
                .toList();
    }

    /** What somebody may do in one of these cases, and need not, stands with the case and not among what waits. */
    boolean isChoice(OpenTask task) {
        return task.optional() && instances.contains(task.caseId());
    }

    private Case shown(UnderWay one, UnaryOperator<String> name) {
        var due = comparing(Awaited::due, nullsLast(naturalOrder()));
        return new Case(
                one.process(),
                said.apply(one.process(), one.name()),
                one.since().toString(),
                one.stages().stream()
                        .map(stage -> stage.said(english -> said.apply(one.process(), english)))
                        .toList(),
                Stream.of(
                                tasksIn(one, mine)
                                        .filter(task -> !task.optional())
                                        .map(task -> Awaited.byMe(task, now)),
                                tasksIn(one, seen).map(task -> Awaited.by(name, task, now)),
                                one.awaited().stream().map(awaited -> Awaited.of(name, awaited, now)))
                        .flatMap(some -> some)
                        .sorted(due)
                        .toList(),
                tasksIn(one, mine)
                        .filter(OpenTask::optional)
                        .map(task -> new Choice(task.id(), task.kind(), task.name()))
                        .toList());
    }

    private static Stream<OpenTask> tasksIn(UnderWay one, List<OpenTask> tasks) {
        return tasks.stream().filter(task -> one.instances().contains(task.caseId()));
    }

    /**
     * A case under way.
     *
     * @param process key of its process
     * @param name what its diagram is called
     * @param awaited for whose answer it waits, what is due first at the top
     * @param choices what whoever reads can do in it, and need not
     */
    record Case(
            String process,
            String name,
            String since,
            List<UnderWay.Stage> stages,
            List<Awaited> awaited,
            List<Choice> choices) {}

    /**
     * Somebody for whose answer a case waits.
     *
     * @param who {@code ME}, {@code NAME}, {@code MENTOR} or {@code COUNCIL}
     * @param name of whoever may be named
     * @param taskId of the reader's own
     * @param task its id in the diagram, of a task that the reader may know of
     * @param what what it is called there
     * @param overdue by the programme's clock
     */
    record Awaited(
            String who,
            @Nullable String name,
            @Nullable String taskId,
            @Nullable String task,
            @Nullable String what,
            @Nullable String due,
            boolean overdue) {

        private static boolean isBefore(@Nullable Instant due, Instant now) {
            return due != null && due.isBefore(now);
        }

        private static Awaited byMe(OpenTask task, Instant now) {
            return new Awaited(
                    "ME",
                    null,
                    task.id(),
                    task.kind(),
                    task.name(),
                    OwnTask.textOrNull(task.due()),
                    isBefore(task.due(), now));
        }

        private static Awaited by(UnaryOperator<String> name, OpenTask task, Instant now) {
            var assignee = task.assignee();
            return new Awaited(
                    "NAME",
                    assignee == null ? null : name.apply(assignee),
                    null,
                    task.kind(),
                    task.name(),
                    OwnTask.textOrNull(task.due()),
                    isBefore(task.due(), now));
        }

        private static Awaited of(UnaryOperator<String> name, UnderWay.Awaited awaited, Instant now) {
            var userId = awaited.userId();
            return new Awaited(
                    awaited.who().name(),
                    userId == null ? null : name.apply(userId),
                    null,
                    null,
                    null,
                    OwnTask.textOrNull(awaited.due()),
                    isBefore(awaited.due(), now));
        }
    }

    /** @param task its id in the diagram */
    record Choice(String taskId, String task, String name) {}
}
