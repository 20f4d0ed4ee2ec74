package org.reps.mentoring.explorer;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.reps.mentoring.explorer.Play.Step;
import org.reps.mentoring.explorer.Play.Thrown;
import org.reps.mentoring.explorer.Position.Token;
import org.reps.mentoring.explorer.Position.Work;

/**
 * Plays a diagram to all its ends, in every way its picture allows ({@link Play}), and tells what it should not be able
 * to come to: a standstill, a task that is there twice for one thing or outlives what it is about, and what is never
 * reached.
 */
final class Explorer {

    /** More than any diagram needs; one that comes here cannot be looked through, and is refused. */
    private static final int MOST_POSITIONS = 100_000;

    /** As many as may pass the same place at one moment where nobody waits. */
    private static final int MOST_AT_ONE_PLACE = 3;

    private final BpmnModelInstance model;
    private final Play play;
    private final Predicate<Thrown> caughtOutside;

    private final List<Position> positions = new ArrayList<>();
    private final Map<Position, Integer> numbers = new HashMap<>();
    private final List<Integer> cameFrom = new ArrayList<>();
    private final List<String> cameBy = new ArrayList<>();

    /** From which positions an ordinary step leads to this one. */
    private final List<List<Integer>> before = new ArrayList<>();

    /** From which positions a step passes this gateway. */
    private final Map<String, Set<Integer>> passing = new HashMap<>();

    private final Set<String> walked = new HashSet<>();
    private final Set<Integer> ends = new LinkedHashSet<>();

    /** Where nothing is done at once and the diagram waits for somebody or something. */
    private final Set<Integer> waiting = new LinkedHashSet<>();

    /** Where nothing can happen, except from outside. */
    private final Set<Integer> stuck = new LinkedHashSet<>();

    private final Set<Thrown> thrown = new LinkedHashSet<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    /**
     * Something that should not be possible.
     *
     * @param story the shortest way to it, step by step; empty where there is no way at all
     */
    record Finding(String what, List<String> story) {

        @Override
        public String toString() {
            return what
                    + IntStream.range(0, story.size())
                            .mapToObj(i -> "\n  " + (i + 1) + ". " + story.get(i))
                            .reduce("", String::concat);
        }
    }

    /**
     * @param findings empty if everything is as it should be
     * @param thrown what it throws at whoever calls it
     * @param positions in how many positions it can be
     */
    record Explored(List<Finding> findings, Set<Thrown> thrown, int positions) {}

    private Explorer(BpmnModelInstance model, Function<String, Set<Thrown>> thrownBy, Predicate<Thrown> caughtOutside) {
        this.model = model;
        this.play = new Play(model, thrownBy);
        this.caughtOutside = caughtOutside;
    }

    /**
     * @param thrownBy what a process throws at its callers, by its key
     * @param caughtOutside what the callers of this diagram catch
     * @throws IllegalStateException when there are too many positions, or ever more of something
     */
    static Explored explore(
            BpmnModelInstance model, Function<String, Set<Thrown>> thrownBy, Predicate<Thrown> caughtOutside) {
        var explorer = new Explorer(model, thrownBy, caughtOutside);
        explorer.playAll();
        explorer.findStandstills();
        explorer.findUnreached();
        return new Explored(
                List.copyOf(explorer.findings.values()), Set.copyOf(explorer.thrown), explorer.positions.size());
    }

    private void playAll() {
        var next = new ArrayDeque<Integer>();
        for (var start : play.begin()) {
            note(-1, start, next);
        }
        while (!next.isEmpty()) {
            var number = next.remove();
            var position = positions.get(number);
            refuseTooMany(number, position);
            if (position.isOver() || isTwice(number, position)) {
                ends.add(number);
                continue;
            }
            var steps = play.steps(position);
            var atOnce = steps.stream().filter(Step::byItself).toList();
            if (atOnce.isEmpty()) {
                waiting.add(number);
                findOutlived(number, position);
            }
            if (steps.stream().allMatch(Step::fromOutside)) {
                stuck.add(number);
            }
            for (var step : atOnce.isEmpty() ? steps : atOnce) {
                note(number, step, next);
            }
        }
    }

    private void note(int from, Step step, ArrayDeque<Integer> next) {
        walked.addAll(step.walked());
        step.walked()
                .forEach(node ->
                        passing.computeIfAbsent(node, unseen -> new HashSet<>()).add(from));
        var after = step.after();
        if (step.thrown() != null) {
            thrown.add(step.thrown());
            if (!caughtOutside.test(step.thrown())) {
                find("Nobody catches " + step.thrown().code(), story(from, step.said()));
            }
            after = step.thrown().isError() ? after.ended() : after;
        }
        var number = numbers.get(after);
        if (number == null) {
            number = positions.size();
            numbers.put(after, number);
            positions.add(after);
            cameFrom.add(from);
            cameBy.add(step.said());
            before.add(new ArrayList<>());
            next.add(number);
        }
        if (from >= 0 && !step.fromOutside()) {
            before.get(number).add(from);
        }
    }

    private void refuseTooMany(int number, Position position) {
        var crowded = position.tokens().stream()
                .anyMatch(token -> Collections.frequency(position.tokens(), token) > MOST_AT_ONE_PLACE);
        if (crowded || positions.size() > MOST_POSITIONS) {
            throw new IllegalStateException(
                    "There is no end to what can be open here:\n  " + String.join("\n  ", story(number)));
        }
    }

    // --- twice

    private boolean isTwice(int number, Position position) {
        var waiting = Stream.concat(
                        position.tokens().stream().map(Token::at).filter(this::waits),
                        position.works().stream()
                                .map(Work::node)
                                .filter(node -> !Play.isForEach(model.getModelElementById(node))))
                .toList();
        var twice = waiting.stream()
                .filter(at -> Collections.frequency(waiting, at) > 1)
                .distinct()
                .peek(at -> find("There twice at one time: " + name(at), story(number)))
                .count();
        var inside = position.works().stream()
                .flatMap(work -> work.inside().stream())
                .filter(inner -> isTwice(number, inner))
                .count();
        return twice + inside > 0;
    }

    /** Whether a token stays here: at an event, or at a gateway where others are awaited. */
    private boolean waits(String at) {
        var element = model.getModelElementById(at);
        return element instanceof SequenceFlow
                || element instanceof IntermediateCatchEvent
                || (element instanceof Gateway gateway && Play.decidesByEvents(gateway));
    }

    // --- what outlives what it is about

    private void findOutlived(int number, Position position) {
        var open = position.works().stream().map(Work::node).toList();
        var beside = Stream.concat(
                        position.tokens().stream(),
                        position.works().stream().map(work -> new Token(work.node(), work.beside())))
                .toList();
        beside.stream()
                .filter(token -> !token.beside().isEmpty()
                        && !Play.isEventSubprocess(model.getModelElementById(token.beside()))
                        && !open.contains(token.beside()))
                .forEach(token ->
                        find("Still there although what it is about is over: " + name(token.at()), story(number)));
        if (!beside.isEmpty()
                && beside.stream().noneMatch(token -> token.beside().isEmpty())) {
            beside.forEach(
                    token -> find("Left over after the end of everything else: " + name(token.at()), story(number)));
        }
        position.works().forEach(work -> work.inside().forEach(inner -> findOutlived(number, inner)));
    }

    // --- standstills

    private void findStandstills() {
        var ending = leadingTo(ends);
        Stream.concat(stuck.stream(), waiting.stream())
                .filter(number -> !ending.contains(number))
                .limit(1)
                .forEach(number -> find(
                        "No end can be reached any more; open are: " + open(positions.get(number)), story(number)));
        model.getModelElementsByType(Gateway.class).stream()
                .filter(Play::waitsForOthers)
                .forEach(this::findWaitingInVain);
    }

    /** An end of everything can hide that two ways never meet. */
    private void findWaitingInVain(Gateway join) {
        var meeting = leadingTo(passing.getOrDefault(join.getId(), Set.of()));
        waiting.stream()
                .filter(number -> !meeting.contains(number) && waitsAt(join, positions.get(number)))
                .limit(1)
                .forEach(number -> find("Waited for in vain: the others at " + name(join.getId()), story(number)));
    }

    private boolean waitsAt(Gateway join, Position position) {
        return position.tokens().stream()
                        .anyMatch(token -> model.getModelElementById(token.at()) instanceof SequenceFlow flow
                                && flow.getTarget().equals(join))
                || position.works().stream()
                        .flatMap(work -> work.inside().stream())
                        .anyMatch(inner -> waitsAt(join, inner));
    }

    private Set<Integer> leadingTo(Set<Integer> goals) {
        var leading = new HashSet<>(goals);
        var next = new ArrayDeque<>(goals);
        while (!next.isEmpty()) {
            var number = next.remove();
            if (number >= 0) {
                before.get(number).stream().filter(leading::add).forEach(next::add);
            }
        }
        return leading;
    }

    // --- what is never reached

    private void findUnreached() {
        unreached(FlowNode.class)
                .filter(node -> !Play.isUndoing(node))
                .forEach(node -> find(
                        (node instanceof EndEvent ? "Never ends with: " : "Never reached: ") + Play.name(node),
                        List.of()));
        unreached(SequenceFlow.class).forEach(flow -> find("Nobody ever goes this way: " + flow.getId(), List.of()));
    }

    private <T extends FlowElement> Stream<T> unreached(Class<T> kind) {
        return model.getModelElementsByType(kind).stream().filter(element -> !walked.contains(element.getId()));
    }

    // --- how it is told

    private void find(String what, List<String> story) {
        findings.putIfAbsent(what, new Finding(what, story));
    }

    private List<String> story(int number) {
        var story = new ArrayList<String>();
        for (var at = number; at >= 0; at = cameFrom.get(at)) {
            story.add(cameBy.get(at));
        }
        Collections.reverse(story);
        return story.stream().filter(said -> !said.isEmpty()).collect(toCollection(ArrayList::new));
    }

    private List<String> story(int number, String last) {
        var story = story(number);
        story.add(last);
        return story;
    }

    private String open(Position position) {
        var here = Stream.concat(
                position.tokens().stream().map(token -> name(token.at())),
                position.works().stream()
                        .flatMap(work -> work.inside().isEmpty()
                                ? Stream.of(name(work.node()))
                                : work.inside().stream().map(this::open)));
        return String.join(", ", here.toList());
    }

    private String name(String id) {
        return model.getModelElementById(id) instanceof FlowNode node ? Play.name(node) : id;
    }
}
