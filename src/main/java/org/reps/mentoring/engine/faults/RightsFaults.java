package org.reps.mentoring.engine.faults;

import static org.reps.mentoring.engine.models.ModelXml.descendants;
import static org.reps.mentoring.engine.models.ModelXml.has;
import static org.reps.mentoring.engine.models.ModelXml.properties;
import static org.reps.mentoring.engine.models.ModelXml.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reps.mentoring.engine.MovedBy;
import org.reps.mentoring.engine.farewell.WhenLeft;
import org.reps.mentoring.engine.models.ModelXml;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.OneOfTwo;
import org.reps.mentoring.engine.rights.PartOfIt;
import org.reps.mentoring.engine.rights.ProcessRights;
import org.reps.mentoring.engine.rights.Reassignment;
import org.reps.mentoring.engine.rights.TaskRights;
import org.reps.mentoring.engine.shown.Shown;
import org.reps.mentoring.engine.stages.Stages;
import org.w3c.dom.Element;

/**
 * What is wrong with what an element of a diagram says of rights ({@link ProcessRights}, {@link TaskRights}), in one
 * sentence or a few each, without its name at the beginning: what is not understood, and what is not said and should
 * be.
 */
final class RightsFaults {

    private static final Set<String> OF_PROCESSES = Set.of(
            PartOfIt.PROPERTY,
            ProcessRights.SEEN_BY,
            ProcessRights.SEEN_WHEN_CALLED_BY,
            ProcessRights.KNOWN_TO,
            ProcessRights.WHILE_AWAY,
            WhenLeft.PROPERTY,
            Stages.STAGES,
            Stages.SHOWN_TO);

    private static final Set<String> OF_TASKS = Set.of(
            TaskRights.FOR_COUNCIL,
            TaskRights.WHEN_OVERDUE,
            TaskRights.SEEN_BY,
            Shown.HOW_TO_REACH,
            Reassignment.COVER,
            Stages.STAGE,
            Stages.AWAITED);

    private static final Set<String> OF_TIMES = Set.of(MovedBy.PROPERTY);

    /** What people and cases wait at, or what is around it. */
    private static final Set<String> OF_PLACES = Set.of(Stages.STAGE);

    private static final Predicate<String> KEY =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*").asMatchPredicate();

    private final Element element;
    private final List<String> faults = new ArrayList<>();

    private RightsFaults(Element element) {
        this.element = element;
    }

    static List<String> in(Element element) {
        var faults = new RightsFaults(element);
        switch (element.getLocalName()) {
            case "process" -> faults.checkProcess();
            case "userTask" -> faults.checkTask();
            case "boundaryEvent" -> faults.checkTime(OF_TIMES);
            case "intermediateCatchEvent" -> faults.checkTime(Set.of(MovedBy.PROPERTY, Stages.STAGE));
            case "subProcess", "callActivity" -> faults.checkKnown(OF_PLACES);
            default -> faults.checkKnown(Set.of());
        }
        faults.faults.addAll(StageFaults.in(element));
        return faults.faults;
    }

    private void checkKnown(Set<String> known) {
        for (var name : ModelXml.propertyNames(element)) {
            if (!known.contains(name)) {
                faults.add(
                        OF_PROCESSES.contains(name)
                                ? "says " + name + ", which is said of a process. Please say it there."
                                : OF_TASKS.contains(name)
                                        ? "says " + name + ", which is said of a user task. Please say it there."
                                        : OF_TIMES.contains(name)
                                                ? "says " + name
                                                        + ", which is said of an event with a timer. Please say it there."
                                                : "has the extension property " + name
                                                        + ", which nothing here reads. Please "
                                                        + (known.isEmpty()
                                                                ? "leave it out."
                                                                : "use one of "
                                                                        + String.join(", ", new TreeSet<>(known))
                                                                        + "."));
            } else if (properties(element, name).count() > 1) {
                faults.add("says " + name + " more than once. Please say it once.");
            }
        }
    }

    // --- of a process

    private void checkProcess() {
        checkKnown(OF_PROCESSES);
        checkPartOfIt();
        checkStarters();
        checkGroups(properties(element, ProcessRights.KNOWN_TO), "is known to");
        checkOneOf(ProcessRights.SEEN_BY, "says who sees its cases", ProcessRights.COUNCIL, ProcessRights.NOBODY);
        checkOneOf(
                ProcessRights.WHILE_AWAY,
                "says what becomes of the tasks of a mentor who is away",
                ProcessRights.WAIT,
                ProcessRights.GO_ON);
        checkOneOf(
                WhenLeft.PROPERTY,
                "says what becomes of a case when the person has left whom it is about",
                WhenLeft.answers().get(0),
                WhenLeft.answers().get(1));
        properties(element, ProcessRights.SEEN_WHEN_CALLED_BY)
                .flatMap(ProcessRights::parts)
                .filter(KEY.negate())
                .forEach(key -> faults.add("is seen when it is called by \"" + key
                        + "\", which is no process. Please write keys of processes, with commas between them."));
        if (Boolean.parseBoolean(element.getAttribute("isExecutable"))) {
            checkSaid();
        }
    }

    private void checkSaid() {
        if (says(ProcessRights.SEEN_BY).isEmpty()) {
            faults.add("does not say who sees its cases. Please write it as the extension property seenBy: council or"
                    + " nobody.");
        }
        if (says(ProcessRights.SEEN_BY).contains(ProcessRights.COUNCIL)
                && says(PartOfIt.PROPERTY).isEmpty()) {
            faults.add("is seen by the council and does not say who is part of its cases. Please write it as the"
                    + " extension property partOfIt: nobody, or variables such as menteeId, mentorId.mentees.");
        }
        if (says(ProcessRights.WHILE_AWAY).isEmpty()
                && descendants(element).anyMatch(task -> isTask(task) && has(task, "assignee"))) {
            faults.add(
                    "does not say what becomes of the tasks of a mentor who is away. Please write it as the extension"
                            + " property whileAway: wait or goOn.");
        }
    }

    private void checkPartOfIt() {
        properties(element, PartOfIt.PROPERTY)
                .filter(said -> !PartOfIt.isReadable(said))
                .forEach(said -> faults.add("says who is part of the case in a way that is not understood here: " + said
                        + ". Please write \"nobody\", or variables with commas between them, such as menteeId,"
                        + " mentorId.mentees."));
    }

    private void checkStarters() {
        checkGroups(values(element, ProcessRights.STARTERS), "can be started by");
        values(element, "candidateStarterUsers")
                .forEach(users -> faults.add(
                        "names people who can start it (" + users + "). Please name groups, as people come and go."));
        if (has(element, ProcessRights.STARTERS)
                && values(element, "isStartableInTasklist").anyMatch("false"::equalsIgnoreCase)) {
            faults.add(
                    "can be started by somebody and is not offered in Tasklist. Please tick \"Startable\", or leave out"
                            + " \"Candidate starter groups\".");
        }
    }

    private void checkGroups(Stream<String> said, String what) {
        said.flatMap(ProcessRights::parts)
                .filter(group -> Group.withId(group).isEmpty())
                .forEach(group -> faults.add(what + " \"" + group
                        + "\", which is no group of the programme. Please use "
                        + String.join(
                                ", ",
                                Arrays.stream(Group.values()).map(Group::id).toList())
                        + ", with commas between them."));
    }

    // --- of a user task

    private void checkTask() {
        checkKnown(OF_TASKS);
        checkForCouncil();
        checkWhenOverdue();
        checkOneOf(
                TaskRights.SEEN_BY,
                "says which of the two people of a mentorship sees that it waits",
                OneOfTwo.MENTOR.id(),
                OneOfTwo.MENTEE.id());
        if (!says(TaskRights.SEEN_BY).isEmpty() && !has(element, "assignee")) {
            faults.add(
                    "is seen by somebody else, and is no task of one person. Please leave out \"seenBy\", or give it an"
                            + " assignee.");
        }
        checkCover();
        says(Shown.HOW_TO_REACH).stream()
                .filter(said -> !isExpression(said))
                .forEach(said -> faults.add("says how somebody can be reached in a way that is not understood here: "
                        + said + ". Please write an expression, like ${reachForms.of(menteeId)}."));
    }

    private void checkForCouncil() {
        checkOneOf(TaskRights.FOR_COUNCIL, "says whether it is for the council", "true", "false");
        var isOffered = has(element, "candidateUsers")
                || has(element, "candidateGroups")
                || descendants(element).anyMatch(inner -> inner.getLocalName().equals("potentialOwner"));
        if (isOffered && says(TaskRights.FOR_COUNCIL).isEmpty()) {
            faults.add(
                    "is offered to several people and does not say whether it is for the council. Please write it as the"
                            + " extension property forCouncil: true, and it stands in the council's queue, or false.");
        }
        if (!isOffered && isForCouncil()) {
            faults.add(
                    "is for the council, and is offered to nobody. Please leave out \"forCouncil\", or give it candidate"
                            + " users.");
        }
    }

    private void checkWhenOverdue() {
        var said = says(TaskRights.WHEN_OVERDUE);
        if (isForCouncil() && said.isEmpty()) {
            faults.add(
                    "is for the council and does not say who can take it as well when it is overdue. Please write it as"
                            + " the extension property whenOverdue: an expression, like ${council.impartialMembers(…)}, or stays.");
        }
        if (!isForCouncil() && !said.isEmpty()) {
            faults.add("says who can take it when it is overdue, and is not for the council. Please leave out"
                    + " \"whenOverdue\", or set \"forCouncil\" to true.");
        }
        said.stream()
                .filter(when -> !when.equals(TaskRights.STAYS) && !isExpression(when))
                .forEach(when -> faults.add(
                        "says who can take it when it is overdue in a way that is not understood here: " + when
                                + ". Please write an expression, like ${council.impartialMembers(…)}, or stays."));
    }

    private void checkCover() {
        var covers = says(Reassignment.COVER);
        if (!covers.isEmpty() && !has(element, "assignee")) {
            faults.add(
                    "says who may cover, and is no task of one person. Please leave out \"cover\", or give it an assignee.");
        }
        covers.stream()
                .filter(cover -> !isExpression(cover))
                .forEach(cover -> faults.add("says who may cover in a way that is not understood here: " + cover
                        + ". Please write an expression, like ${council.impartial(…)}."));
    }

    // --- of a time

    private void checkTime(Set<String> known) {
        checkKnown(known);
        checkOneOf(MovedBy.PROPERTY, "says who moves its date", MovedBy.COUNCIL, MovedBy.OPERATOR);
    }

    private boolean isForCouncil() {
        return says(TaskRights.FOR_COUNCIL).contains("true");
    }

    private List<String> says(String property) {
        return properties(element, property).toList();
    }

    private void checkOneOf(String property, String what, String one, String other) {
        says(property).stream()
                .filter(said -> !said.equals(one) && !said.equals(other))
                .forEach(said -> faults.add(what + " in a way that is not understood here: " + said + ". Please write "
                        + one + " or " + other + "."));
    }

    private static boolean isTask(Element element) {
        return element.getLocalName().equals("userTask");
    }

    private static boolean isExpression(String text) {
        return text.startsWith("${") && text.endsWith("}");
    }
}
