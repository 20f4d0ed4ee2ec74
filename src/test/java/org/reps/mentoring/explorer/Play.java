package org.reps.mentoring.explorer;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CancelEventDefinition;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Transaction;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.reps.mentoring.explorer.Position.Token;
import org.reps.mentoring.explorer.Position.Work;

/**
 * The rules of the play: what can happen next in a position of a diagram. A gateway may answer anything, whatever its
 * conditions say; people, messages and timers may come at any time and in any order; for whatever is done for many,
 * there are none, one or two. What it does not know it refuses, so that nothing is left out unseen.
 */
final class Play {

    /**
     * An error or escalation on its way to whoever catches it.
     *
     * @param code empty for any
     */
    record Thrown(Class<? extends EventDefinition> kind, String code) {

        boolean isError() {
            return kind == ErrorEventDefinition.class;
        }
    }

    /**
     * One thing that can happen.
     *
     * @param said what happens, for a story; empty where there is nothing to tell
     * @param walked ids of the nodes and flows that are passed
     * @param byItself whether it is done at once and by nobody
     * @param fromOutside whether it makes an end of something that may otherwise have none
     * @param thrown null when nothing is on its way up
     */
    record Step(String said, Set<String> walked, boolean byItself, boolean fromOutside, Position after, Thrown thrown) {

        Step to(Position otherAfter, Thrown otherThrown) {
            return new Step(said, walked, byItself, fromOutside, otherAfter, otherThrown);
        }

        Step passing(Collection<String> more) {
            var all = new HashSet<>(walked);
            all.addAll(more);
            return new Step(said, all, byItself, fromOutside, after, thrown);
        }
    }

    /** What is done without anybody: nothing else happens until it is done. */
    private static final List<Class<? extends FlowNode>> DONE_AT_ONCE =
            List.of(ServiceTask.class, SendTask.class, BusinessRuleTask.class, ScriptTask.class);

    private static final List<Class<? extends FlowNode>> TAKES_TIME =
            List.of(UserTask.class, ReceiveTask.class, ManualTask.class, CallActivity.class);

    /** As for whatever is done for many. */
    private static final int MOST_FOR_EACH = 2;

    private final BpmnModelInstance model;
    private final Function<String, Set<Thrown>> thrownBy;

    /** @param thrownBy what a process can throw at whoever calls it, by its key */
    Play(BpmnModelInstance model, Function<String, Set<Thrown>> thrownBy) {
        this.model = model;
        this.thrownBy = thrownBy;
        model.getModelElementsByType(FlowNode.class).forEach(Play::refuseUnknown);
    }

    private static void refuseUnknown(FlowNode node) {
        var known = node instanceof Event
                || (node instanceof SubProcess && !(node instanceof Transaction))
                || Stream.of(ExclusiveGateway.class, ParallelGateway.class, InclusiveGateway.class)
                        .anyMatch(kind -> kind.isInstance(node))
                || node instanceof EventBasedGateway
                || Stream.concat(DONE_AT_ONCE.stream(), TAKES_TIME.stream()).anyMatch(kind -> kind.isInstance(node));
        var hasCondition = node instanceof Activity
                && node.getOutgoing().stream().anyMatch(flow -> flow.getConditionExpression() != null);
        if (!known || hasCondition || has(node, CancelEventDefinition.class)) {
            throw new IllegalArgumentException("Nobody has taught the explorer what " + node.getId() + " does");
        }
    }

    /** Where the play can begin. */
    List<Step> begin() {
        var process = model.getModelElementsByType(Process.class).iterator().next();
        return starts(process.getId())
                .map(start -> new Step(
                        "It begins: " + name(start),
                        Set.of(),
                        true,
                        false,
                        Position.begin(process.getId(), start.getId()),
                        null))
                .toList();
    }

    /** Everything that can happen next. */
    List<Step> steps(Position position) {
        var steps = new ArrayList<Step>();
        position.tokens().stream().distinct().forEach(token -> steps.addAll(ofToken(position, token)));
        position.works().stream()
                .distinct()
                .forEach(work -> ofWork(position, work)
                        .map(step -> isEventSubprocess(work.node()) ? step : caughtIn(position, step))
                        .forEach(steps::add));
        if (!position.interrupted()) {
            eventSubprocesses(position.part()).forEach(part -> steps.addAll(begun(position, part)));
        }
        return steps;
    }

    // --- tokens

    private List<Step> ofToken(Position position, Token token) {
        if (model.getModelElementById(token.at()) instanceof SequenceFlow flow) {
            return joined(position, (Gateway) flow.getTarget());
        }
        FlowNode node = model.getModelElementById(token.at());
        var rest = position.without(token);
        if (node instanceof ExclusiveGateway) {
            return node.getOutgoing().stream()
                    .map(flow -> go(told(node, flow), rest, List.of(flow), token.beside(), node))
                    .toList();
        }
        if (node instanceof InclusiveGateway) {
            return choices((InclusiveGateway) node)
                    .map(flows -> go(told(node, flows.toArray(SequenceFlow[]::new)), rest, flows, token.beside(), node))
                    .toList();
        }
        if (node instanceof EventBasedGateway) {
            return node.getOutgoing().stream()
                    .map(flow -> went("Event: " + name(flow.getTarget()), rest, flow.getTarget(), token.beside(), false)
                            .passing(List.of(node.getId(), flow.getId())))
                    .toList();
        }
        if (node instanceof EndEvent) {
            return List.of(caughtIn(position, ended(rest, (EndEvent) node)));
        }
        if (node instanceof IntermediateCatchEvent && !has(node, LinkEventDefinition.class)) {
            return List.of(went("Event: " + name(node), rest, node, token.beside(), false));
        }
        if (node instanceof IntermediateThrowEvent thrower) {
            return List.of(caughtIn(position, raised(rest, thrower, token.beside())));
        }
        if (node instanceof Activity activity) {
            return started(rest, activity, token.beside());
        }
        return List.of(went("", rest, node, token.beside(), true));
    }

    private Step ended(Position rest, EndEvent end) {
        var after = has(end, TerminateEventDefinition.class) ? rest.ended() : rest;
        var step = new Step("End: " + name(end), Set.of(end.getId()), true, false, after, throwing(end));
        return step.passing(compensated(end));
    }

    private Step raised(Position rest, IntermediateThrowEvent thrower, String beside) {
        var step = went(name(thrower), rest, thrower, beside, true);
        if (has(thrower, LinkEventDefinition.class)) {
            var landing = inPart(rest.part(), IntermediateCatchEvent.class)
                    .filter(other -> link(other).equals(link(thrower)))
                    .findFirst()
                    .orElseThrow();
            return step.to(rest.with(new Token(landing.getId(), beside)), null);
        }
        return step.to(step.after(), throwing(thrower)).passing(compensated(thrower));
    }

    private static String link(Event event) {
        return definitions(event)
                .filter(LinkEventDefinition.class::isInstance)
                .map(definition -> ((LinkEventDefinition) definition).getName())
                .findFirst()
                .orElse("");
    }

    /** What is undone, at once, where this event asks for it. */
    private Set<String> compensated(Event event) {
        if (!has(event, CompensateEventDefinition.class)) {
            return Set.of();
        }
        return inPart(partOf(event), BoundaryEvent.class)
                .filter(boundary -> has(boundary, CompensateEventDefinition.class))
                .flatMap(boundary -> Stream.concat(
                        Stream.of(boundary.getId()),
                        model.getModelElementsByType(Association.class).stream()
                                .filter(association -> association.getSource().equals(boundary))
                                .map(association -> association.getTarget().getId())))
                .collect(toSet());
    }

    /** What happens at a gateway to which tokens have come by its flows; nothing as long as it waits for others. */
    private List<Step> joined(Position position, Gateway join) {
        var arrived = position.tokens().stream()
                .filter(token -> model.getModelElementById(token.at()) instanceof SequenceFlow flow
                        && flow.getTarget().equals(join))
                .toList();
        var flows = arrived.stream().map(Token::at).distinct().toList();
        var waits = join instanceof ParallelGateway
                ? flows.size() < join.getIncoming().size()
                : canStillCome(position, join, arrived);
        if (waits) {
            return List.of();
        }
        var rest = position;
        var besides = new HashSet<String>();
        for (var flow : flows) {
            var token = arrived.stream()
                    .filter(one -> one.at().equals(flow))
                    .findFirst()
                    .orElseThrow();
            rest = rest.without(token);
            besides.add(token.beside());
        }
        var beside = besides.size() == 1 ? besides.iterator().next() : "";
        var after = rest;
        var ways = join instanceof InclusiveGateway inclusive
                ? choices(inclusive)
                : Stream.of((Collection<SequenceFlow>) join.getOutgoing());
        return ways.map(chosen -> go("", after, chosen, beside, join)).toList();
    }

    private boolean canStillCome(Position position, Gateway join, List<Token> arrived) {
        return Stream.concat(
                        position.tokens().stream()
                                .filter(token -> !arrived.contains(token))
                                .map(token -> model.getModelElementById(token.at()) instanceof SequenceFlow flow
                                        ? flow.getTarget().getId()
                                        : token.at()),
                        position.works().stream().map(Work::node))
                .anyMatch(at -> reaches(model.getModelElementById(at), join, new HashSet<>()));
    }

    private static boolean reaches(FlowNode from, FlowNode to, Set<FlowNode> seen) {
        return from.equals(to)
                || (seen.add(from)
                        && from.getOutgoing().stream().anyMatch(flow -> reaches(flow.getTarget(), to, seen)));
    }

    /** Every choice of flows, but never none: then it is the default. */
    private static Stream<Collection<SequenceFlow>> choices(InclusiveGateway gateway) {
        var always = gateway.getOutgoing().stream()
                .filter(flow -> flow.getConditionExpression() == null && !flow.equals(gateway.getDefault()))
                .toList();
        var free = gateway.getOutgoing().stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .toList();
        return IntStream.range(0, 1 << free.size())
                .mapToObj(choice -> {
                    var flows = new ArrayList<>(always);
                    IntStream.range(0, free.size())
                            .filter(i -> (choice & (1 << i)) != 0)
                            .forEach(i -> flows.add(free.get(i)));
                    if (flows.isEmpty() && gateway.getDefault() != null) {
                        flows.add(gateway.getDefault());
                    }
                    return (Collection<SequenceFlow>) flows;
                })
                .filter(flows -> !flows.isEmpty());
    }

    // --- activities

    private List<Step> started(Position rest, Activity activity, String beside) {
        var waits = boundaries(activity).anyMatch(event -> !comesFromInside(event))
                || TAKES_TIME.stream().anyMatch(kind -> kind.isInstance(activity));
        if (!waits && !(activity instanceof SubProcess)) {
            var done = went(name(activity), rest, activity, beside, !canBeOvertaken(activity));
            var tried = new Step(name(activity), Set.of(activity.getId()), true, false, rest, null);
            var failed = boundaries(activity)
                    .filter(event -> has(event, ErrorEventDefinition.class))
                    .map(event -> caught(tried, rest, event, beside));
            return Stream.concat(Stream.of(done), failed).toList();
        }
        var loop = activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics many ? many : null;
        var counts = loop == null ? List.of(1) : List.of(0, 1, 2);
        return counts.stream()
                .map(count -> {
                    var said = loop == null
                            ? ""
                            : name(activity) + ": for "
                                    + List.of("nobody", "one", "two").get(count);
                    if (count == 0) {
                        return went(said, rest, activity, beside, true);
                    }
                    var now = loop != null && loop.isSequential() ? 1 : count;
                    var inside = activity instanceof SubProcess
                            ? IntStream.range(0, now)
                                    .mapToObj(i -> opened(activity.getId()))
                                    .toList()
                            : List.<Position>of();
                    var work = new Work(activity.getId(), beside, Set.of(), now, count - now, inside);
                    return new Step(said, Set.of(activity.getId()), true, false, rest.with(work), null);
                })
                .toList();
    }

    /** Before a job of its own, where nobody is waited for all around it, what ends the part can come only now. */
    private boolean canBeOvertaken(Activity activity) {
        return activity.isCamundaAsyncBefore()
                && activity.getParentElement() instanceof SubProcess around
                && boundaries(around).anyMatch(event -> !comesFromInside(event))
                && inPart(around.getId(), FlowNode.class)
                        .noneMatch(node -> TAKES_TIME.stream().anyMatch(kind -> kind.isInstance(node)));
    }

    private Position opened(String part) {
        return Position.begin(part, starts(part).findFirst().orElseThrow().getId());
    }

    private Stream<Step> ofWork(Position position, Work work) {
        FlowNode node = model.getModelElementById(work.node());
        var rest = position.without(work);
        var events = boundaries(node).flatMap(event -> fired(position, rest, work, event).stream());
        if (node instanceof SubProcess) {
            var within = work.inside().stream()
                    .distinct()
                    .flatMap(inner -> steps(inner).stream().flatMap(step -> outside(rest, work, inner, step)));
            return Stream.concat(within, events);
        }
        var done = new Step("Done: " + name(node), Set.of(), false, false, position, null);
        var thrown = node instanceof CallActivity call
                ? thrownBy.apply(call.getCalledElement()).stream().map(what -> up(done, done, rest, work, what))
                : Stream.<Step>empty();
        return Stream.of(finished(done, rest, work, List.of()), events, thrown).flatMap(steps -> steps);
    }

    /**
     * One of what is worked at is done.
     *
     * @param others what is open in its other copies
     */
    private Stream<Step> finished(Step step, Position rest, Work work, List<Position> others) {
        var left = left(step, rest, work);
        if (work.open() + work.left() == 1) {
            return Stream.of(left);
        }
        FlowNode node = model.getModelElementById(work.node());
        var inside = new ArrayList<>(others);
        if (work.left() > 0 && node instanceof SubProcess) {
            inside.add(opened(work.node()));
        }
        var goesOn = work.left() > 0
                ? work.with(inside, work.open(), work.left() - 1)
                : work.with(inside, work.open() - 1, 0);
        var next = step.to(rest.with(goesOn), null);
        var mayStop = node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                && loop.getCompletionCondition() != null;
        return mayStop ? Stream.of(next, left) : Stream.of(next);
    }

    private Step left(Step step, Position rest, Work work) {
        var gone = went("", rest, model.getModelElementById(work.node()), work.beside(), true);
        return step.to(gone.after(), null).passing(gone.walked());
    }

    /** What a step inside a subprocess means for what is around it. */
    private Stream<Step> outside(Position rest, Work work, Position inner, Step step) {
        var inside = new ArrayList<>(work.inside());
        inside.remove(inner);
        var others = List.copyOf(inside);
        inside.add(step.after());
        var after = step.after().isOver()
                ? finished(step, rest, work, others)
                : Stream.of(step.to(rest.with(work.with(inside, work.open(), work.left())), null));
        return step.thrown() == null ? after : after.map(on -> up(step, on, rest, work, step.thrown()));
    }

    /**
     * What is thrown in an activity: caught at its edge, or on its way up.
     *
     * @param step what threw it
     * @param on how it would go on otherwise
     */
    private Step up(Step step, Step on, Position rest, Work work, Thrown thrown) {
        return boundaries(model.getModelElementById(work.node()))
                .filter(event -> catches(event, thrown))
                .findFirst()
                .map(event -> event.cancelActivity() || thrown.isError()
                        ? caught(step, rest, event, work.beside())
                        : on.to(on.after().with(new Token(event.getId(), work.node())), null))
                .orElseGet(() -> on.to(on.after(), thrown));
    }

    private static Step caught(Step step, Position rest, BoundaryEvent event, String beside) {
        return new Step(
                step.said() + " – caught: " + name(event),
                step.walked(),
                step.byItself(),
                step.fromOutside(),
                rest.with(new Token(event.getId(), beside)),
                null);
    }

    /** An event at the edge of an activity that can come by itself. */
    private Optional<Step> fired(Position position, Position rest, Work work, BoundaryEvent event) {
        if ((comesFromInside(event) && !(event.getAttachedTo() instanceof UserTask))
                || work.fired().contains(event.getId())) {
            return Optional.empty();
        }
        var said = "Event: " + name(event);
        if (event.cancelActivity()) {
            var part = event.getAttachedTo() instanceof SubProcess;
            return Optional.of(
                    new Step(said, Set.of(), false, part, rest.with(new Token(event.getId(), work.beside())), null));
        }
        var noted = comesOnce(event) ? rest.with(work.fired(event.getId())) : position;
        return Optional.of(
                new Step(said, Set.of(), false, false, noted.with(new Token(event.getId(), work.node())), null));
    }

    private static boolean comesFromInside(BoundaryEvent event) {
        return Stream.of(ErrorEventDefinition.class, EscalationEventDefinition.class, CompensateEventDefinition.class)
                .anyMatch(kind -> has(event, kind));
    }

    // --- event subprocesses

    private List<Step> begun(Position position, SubProcess part) {
        var start = starts(part.getId()).findFirst().orElseThrow();
        if (has(start, ErrorEventDefinition.class)
                || has(start, EscalationEventDefinition.class)
                || position.fired().contains(start.getId())
                || (isForEach(part) && open(position, part) == MOST_FOR_EACH)) {
            return List.of();
        }
        return List.of(new Step(
                "Event: " + name(start),
                Set.of(),
                false,
                start.isInterrupting(),
                running(position, part, start),
                null));
    }

    private static long open(Position position, SubProcess part) {
        return position.works().stream()
                .filter(work -> work.node().equals(part.getId()))
                .count();
    }

    /**
     * Whether it is there once for each message, like what is done for many: whoever sends it means somebody or
     * something of its own, so it may be there twice, and last when everything beside it is over. A timer means what it
     * is beside.
     */
    static boolean isForEach(FlowNode node) {
        return isEventSubprocess(node)
                && node.getChildElementsByType(StartEvent.class).stream()
                        .anyMatch(start -> !start.isInterrupting() && has(start, MessageEventDefinition.class));
    }

    private Position running(Position position, SubProcess part, StartEvent start) {
        var noted = comesOnce(start) ? position.fired(start.getId()) : position;
        var beside = start.isInterrupting() || isForEach(part) ? "" : part.getId();
        return (start.isInterrupting() ? position.takenOver() : noted)
                .with(new Work(part.getId(), beside, Set.of(), 1, 0, List.of(opened(part.getId()))));
    }

    /** What is thrown here is caught by an event subprocess here, if there is one for it. */
    private Step caughtIn(Position position, Step step) {
        if (step.thrown() == null || position.interrupted()) {
            return step;
        }
        return eventSubprocesses(position.part())
                .filter(part -> catches(starts(part.getId()).findFirst().orElseThrow(), step.thrown()))
                .findFirst()
                .map(part -> step.to(
                        running(
                                step.after(),
                                part,
                                starts(part.getId()).findFirst().orElseThrow()),
                        null))
                .orElse(step);
    }

    static boolean isEventSubprocess(FlowNode node) {
        return node instanceof SubProcess part && part.triggeredByEvent();
    }

    private boolean isEventSubprocess(String node) {
        return isEventSubprocess((FlowNode) model.getModelElementById(node));
    }

    static boolean decidesByEvents(Gateway gateway) {
        return gateway instanceof EventBasedGateway;
    }

    /** Whether it undoes something, and so is on no way. */
    static boolean isUndoing(FlowNode node) {
        return node instanceof Activity activity && activity.isForCompensation();
    }

    // --- moving on

    /** It leaves a node by all its flows. */
    private Step went(String said, Position rest, FlowNode from, String beside, boolean byItself) {
        var step = go(said, rest, from.getOutgoing(), beside, from);
        return new Step(said, step.walked(), byItself, false, step.after(), null);
    }

    private static Step go(String said, Position rest, Collection<SequenceFlow> flows, String beside, FlowNode from) {
        var walked = new HashSet<String>();
        walked.add(from.getId());
        var after = rest;
        for (var flow : flows) {
            walked.add(flow.getId());
            after = after.with(new Token(
                    waitsForOthers(flow.getTarget())
                            ? flow.getId()
                            : flow.getTarget().getId(),
                    beside));
        }
        return new Step(said, walked, true, false, after, null);
    }

    /** Whether tokens wait here until others have come. */
    static boolean waitsForOthers(FlowNode node) {
        return (node instanceof ParallelGateway || node instanceof InclusiveGateway)
                && node.getIncoming().size() > 1;
    }

    // --- the model

    private Stream<StartEvent> starts(String part) {
        return inPart(part, StartEvent.class);
    }

    private Stream<SubProcess> eventSubprocesses(String part) {
        return inPart(part, SubProcess.class).filter(SubProcess::triggeredByEvent);
    }

    private <T extends FlowNode> Stream<T> inPart(String part, Class<T> kind) {
        return model.getModelElementsByType(kind).stream()
                .filter(node -> partOf(node).equals(part));
    }

    static String partOf(FlowNode node) {
        return node.getParentElement().getAttributeValue("id");
    }

    private Stream<BoundaryEvent> boundaries(FlowNode node) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(node));
    }

    private static Stream<EventDefinition> definitions(FlowNode event) {
        return event instanceof CatchEvent catcher
                ? catcher.getEventDefinitions().stream()
                : event instanceof ThrowEvent thrower ? thrower.getEventDefinitions().stream() : Stream.empty();
    }

    private static boolean has(FlowNode event, Class<? extends EventDefinition> kind) {
        return definitions(event).anyMatch(kind::isInstance);
    }

    /** Timers go off once, unless they say how often. */
    private static boolean comesOnce(CatchEvent event) {
        return definitions(event)
                .anyMatch(
                        definition -> definition instanceof TimerEventDefinition timer && timer.getTimeCycle() == null);
    }

    private static Thrown throwing(Event event) {
        return definitions(event)
                .map(Play::thrown)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean catches(Event event, Thrown thrown) {
        return definitions(event)
                .map(Play::thrown)
                .filter(Objects::nonNull)
                .anyMatch(caught -> caught.kind() == thrown.kind()
                        && (caught.code().isEmpty() || caught.code().equals(thrown.code())));
    }

    private static Thrown thrown(EventDefinition definition) {
        if (definition instanceof ErrorEventDefinition error) {
            return new Thrown(
                    ErrorEventDefinition.class,
                    error.getError() == null ? "" : error.getError().getErrorCode());
        }
        if (definition instanceof EscalationEventDefinition escalation) {
            return new Thrown(
                    EscalationEventDefinition.class,
                    escalation.getEscalation() == null
                            ? ""
                            : escalation.getEscalation().getEscalationCode());
        }
        return null;
    }

    private static String told(FlowNode gateway, SequenceFlow... flows) {
        if (gateway.getOutgoing().size() == 1) {
            return "";
        }
        var answers = Stream.of(flows)
                .map(flow -> flow.getName() == null ? name(flow.getTarget()) : flow.getName())
                .toList();
        return name(gateway) + " – " + String.join(", ", answers);
    }

    static String name(FlowNode node) {
        var name = node.getName();
        return name == null || name.isBlank() ? node.getId() : name;
    }
}
