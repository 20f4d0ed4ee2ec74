package org.reps.mentoring.engine.protection;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.MovedBy;
import org.reps.mentoring.engine.forms.FormField;
import org.reps.mentoring.engine.protection.Protection.FormOf;
import org.reps.mentoring.engine.protection.Protection.Use;
import org.reps.mentoring.engine.rights.PartOfIt;
import org.reps.mentoring.engine.rights.Reassignment;
import org.reps.mentoring.engine.rights.TaskRights;
import org.reps.mentoring.text.Sha256;

/** What a process would protect less than the version of it that is in force. */
final class LoweredProtection {

    /**
     * @param place process, version, element and what is lost there
     * @param what a sentence that says what would be different
     * @param instead a sentence that says what would be right
     */
    record Loss(String place, String what, String instead) {

        /** By which the operator lets this in, and nothing else at the same place: it knows what would be different. */
        String code() {
            return place + ":" + Sha256.of(what).substring(0, 16);
        }

        /** The same, where a version is deleted and with that an older one in force again. */
        Loss without(int version, int older) {
            return new Loss(
                    place.replaceFirst("@\\d+:", "@" + older + "-after-" + version + ":"),
                    "Without version " + version + ", version " + older + " would be in force again. " + what,
                    "Please leave it; a newer version can take its place.");
        }
    }

    private final Protection before;
    private final Protection after;
    private final Set<String> inherited;
    private final int version;
    private final boolean ofARelease;
    private final List<Loss> losses = new ArrayList<>();

    /**
     * @param before the version in force
     * @param after what would be the next one
     * @param inherited names of confidential texts that the processes in force hand to this one when they call it
     * @param version number of the next one
     * @param ofARelease whether it comes with the steps that it calls, which may then be called in another way
     */
    LoweredProtection(Protection before, Protection after, Set<String> inherited, int version, boolean ofARelease) {
        this.before = before;
        this.after = after;
        this.inherited = inherited;
        this.version = version;
        this.ofARelease = ofARelease;
    }

    List<Loss> losses() {
        compareHistories();
        comparePartOfIt();
        compareCovers();
        compareDates();
        if (!ofARelease) {
            losses.addAll(new WiderRights(before, after, version).losses());
        }
        before.forms().forEach(this::compareForms);
        compareOtherFields();
        compareSteps();
        compareReaders();
        compareWhoDecides();
        compareHandOvers();
        return losses;
    }

    private Set<String> confidential() {
        var all = new TreeSet<>(before.confidential());
        all.addAll(inherited);
        return all;
    }

    private void compareHistories() {
        var process = after.processId();
        losses.addAll(ofHistory(
                process,
                version,
                "In " + after.file() + ", " + after.nameOf(process),
                before.daysOfHistory(),
                after.daysOfHistory(),
                !confidential().isEmpty()));
    }

    /** Whoever is no longer part of a case can see it, and act in it, in the council. */
    private void comparePartOfIt() {
        var lost = before.rights().partOfIt().words();
        lost.removeAll(after.rights().partOfIt().words());
        if (!lost.isEmpty()) {
            add(
                    after.processId(),
                    PartOfIt.PROPERTY,
                    "no longer says that " + String.join(", ", lost)
                            + " is part of its cases. In the council, these people could see them and act in them.",
                    "Please name them again in the extension property \"partOfIt\".");
        }
    }

    /**
     * What only one person can say stays theirs. A release brings what was talked about, and before it there was no
     * {@code cover}: the council gave such a task to anybody, so naming some lets in nobody else.
     */
    private void compareCovers() {
        if (ofARelease) {
            return;
        }
        after.said(Reassignment.COVER).forEach((task, covers) -> {
            var more = new TreeSet<>(covers);
            more.removeAll(before.said(Reassignment.COVER).getOrDefault(task, Set.of()));
            if (before.has(task) && !more.isEmpty()) {
                add(
                        task,
                        Reassignment.COVER,
                        "can be given by the council to " + String.join(" or ", more)
                                + ", although it is for one person.",
                        "Please leave the extension property \"cover\" as it was.");
            }
        });
    }

    /** An analyst could give the event another id, and a case would have no such date; a release may do without one. */
    private void compareDates() {
        var now = after.said(MovedBy.PROPERTY);
        before.said(MovedBy.PROPERTY).forEach((event, by) -> {
            var isThere = after.has(event) || !ofARelease;
            if (by.contains(MovedBy.OPERATOR) && isThere && !by.equals(now.get(event))) {
                add(
                        event,
                        MovedBy.PROPERTY,
                        "could be moved by the council, although people were told that it is this day.",
                        "Please give it the extension property \"movedBy\" = \"operator\" again.");
            }
        });
    }

    /** What is lost when the history of a process or a decision stays for another time. */
    static List<Loss> ofHistory(
            String key,
            int version,
            String name,
            @Nullable Integer now,
            @Nullable Integer then,
            boolean isConfidential) {
        if (now == null || then == null || now.equals(then) || (then > now && !isConfidential)) {
            return List.of();
        }
        var shorter = then < now;
        return List.of(new Loss(
                key + "@" + version + ":" + key + ":history",
                name + " keeps its history for " + days(then) + " instead of " + days(now)
                        + (shorter
                                ? ". What has happened could no longer be looked up for as long as people rely on."
                                : ". The traces of what is told in confidence would stay for longer."),
                "Please leave \"Time to live\" at " + days(now) + (shorter ? " or more." : ".")));
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private void compareForms(String element, FormOf form) {
        if (!form.protects()) {
            return;
        }
        if (!after.has(element)) {
            if (form.asksInConfidence()) {
                losses.add(loss(
                        element,
                        "gone",
                        "In " + after.file() + ", " + before.nameOf(element)
                                + " is no longer there, and with it the form \"" + form.id()
                                + "\", in which people answer in confidence.",
                        "Please leave it, with its id."));
            }
            return;
        }
        var then = after.forms().get(element);
        if (then == null || !then.id().equals(form.id())) {
            add(
                    element,
                    "form",
                    then == null
                            ? "no longer has the form \"" + form.id() + "\", which protects what people answer."
                            : "has the form \"" + then.id() + "\" instead of \"" + form.id()
                                    + "\", which protects what people answer.",
                    "Please choose the form \"" + form.id() + "\" again.");
            return;
        }
        for (var field : form.form().fields()) {
            compareField(element, form, field, then);
        }
    }

    private void compareField(String element, FormOf form, FormField field, FormOf formThen) {
        var then = formThen.asking(field.key());
        var lost = new TreeSet<>(Protection.propertiesOf(field));
        if (then == null) {
            if (!lost.isEmpty() && field.writable() && !isDroppedByRelease(form, formThen)) {
                losses.add(loss(
                        element,
                        field.key(),
                        "In " + form.id() + ".form, the field " + name(field) + " is no longer there. It is "
                                + String.join(" and ", lost)
                                + ", and an answer that is asked for under another key would not be.",
                        "Please leave the field, with its key."));
            }
            return;
        }
        lost.removeAll(Protection.propertiesOf(then));
        for (var property : lost) {
            addUnprotected(element, form.id(), then, property);
        }
    }

    /** A release may do without an answer; where it asks something new, that could be the same under another key. */
    private boolean isDroppedByRelease(FormOf form, FormOf then) {
        return ofARelease
                && then.form().fields().stream()
                        .filter(FormField::writable)
                        .allMatch(field -> form.asking(field.key()) != null);
    }

    /** An answer is the same variable whatever form asks for it. */
    private void compareOtherFields() {
        var reported = losses.stream().map(Loss::place).collect(toCollection(HashSet::new));
        after.forms().forEach((element, form) -> {
            for (var field : form.form().fields()) {
                var properties = Protection.propertiesOf(field);
                for (var property : List.of("confidential", "transient")) {
                    var names = property.equals("confidential") ? confidential() : before.asked(property);
                    var inForce = before.forms().get(element);
                    var asBefore = inForce != null
                            && inForce.id().equals(form.id())
                            && inForce.form().fields().stream()
                                    .anyMatch(old -> old.key().equals(field.key())
                                            && old.writable()
                                            && !Protection.propertiesOf(old).contains(property));
                    if (field.writable()
                            && names.contains(field.key())
                            && !properties.contains(property)
                            && !asBefore
                            && !reported.contains(place(element, field.key() + ":" + property))) {
                        addUnprotected(element, form.id(), field, property);
                    }
                }
            }
        });
    }

    private void addUnprotected(String element, String form, FormField field, String property) {
        losses.add(loss(
                element,
                field.key() + ":" + property,
                "In " + form + ".form, the field " + name(field) + " is not " + property
                        + (property.equals("confidential")
                                ? ": what people write there in confidence would be an ordinary variable of the case."
                                : ": what people write there would stay with the case, and not only with the step that"
                                        + " keeps it."),
                "Please give it the custom property \"" + property + "\" again."));
    }

    private static String name(FormField field) {
        return "\"" + field.label() + "\" (" + field.key() + ")";
    }

    /** Steps and listeners that are handed an answer keep it, or make sure of something. */
    private void compareSteps() {
        var protectedAnswers = protectedAnswers(before);
        if (ofARelease) {
            protectedAnswers.retainAll(protectedAnswers(after));
        }
        var changed = new HashSet<String>();
        for (var use : before.uses()) {
            if (!use.step().isEmpty() && use.mentions(protectedAnswers) && !isStillMade(use, protectedAnswers)) {
                changed.add(use.owner());
                losses.add(loss(
                        use.owner(),
                        use.step(),
                        "In " + after.file() + ", " + before.nameOf(use.owner()) + " no longer calls " + use.text()
                                + ", which takes care of " + mentioned(use, protectedAnswers) + ".",
                        "Please leave the call as it was."));
            }
        }
        var handed = before.uses().stream().map(Use::text).collect(toCollection(HashSet::new));
        for (var use : after.uses()) {
            var answers = before.asked("transient");
            if (use.mentions(answers)
                    && !handed.contains(use.text())
                    && !isAStepOfARelease(use)
                    && changed.add(use.owner())) {
                add(
                        use.owner(),
                        "use",
                        "uses " + mentioned(use, answers) + " in " + use.text()
                                + ". That answer goes only to the step that keeps it.",
                        "Please leave it out there.");
            }
        }
    }

    private static Set<String> protectedAnswers(Protection of) {
        var answers = new TreeSet<>(of.asked("confidential"));
        answers.addAll(of.asked("transient"));
        return answers;
    }

    private boolean isStillMade(Use call, Set<String> answers) {
        return after.uses().contains(call)
                || after.uses().stream()
                        .filter(this::isAStepOfARelease)
                        .filter(use ->
                                use.owner().equals(call.owner()) && use.place().equals(call.place()))
                        .anyMatch(use -> mentioned(use, answers).equals(mentioned(call, answers)));
    }

    private boolean isAStepOfARelease(Use use) {
        return ofARelease && !use.step().isEmpty();
    }

    private static String mentioned(Use use, Collection<String> names) {
        return Protection.namesIn(use.text()).stream()
                .filter(names::contains)
                .map(name -> "\"" + name + "\"")
                .collect(joining(", "));
    }

    private void compareReaders() {
        for (var task : after.forms().keySet()) {
            var then = after.readersOf(task);
            // Before it was said, a step decided it.
            if (ofARelease
                    && before.has(task)
                    && !before.said(TaskRights.WHEN_OVERDUE).containsKey(task)) {
                then.removeIf(reader -> reader.startsWith(TaskRights.WHEN_OVERDUE + " "));
            }
            var wider = new TreeSet<String>();
            var now = new LinkedHashSet<Set<String>>();
            for (var name : confidential()) {
                if (after.showing(name).contains(task)) {
                    var readers =
                            before.showing(name).stream().map(before::readersOf).toList();
                    if (readers.stream().noneMatch(some -> isNotWider(then, some))) {
                        wider.add(name);
                        now.addAll(readers);
                    }
                }
            }
            if (!wider.isEmpty()) {
                add(
                        task,
                        "readers",
                        "shows what is told in confidence (" + String.join(", ", wider) + ") to " + people(then)
                                + "; in force, "
                                + (now.isEmpty()
                                        ? "no task of this process shows it."
                                        : "only "
                                                + now.stream()
                                                        .map(LoweredProtection::people)
                                                        .collect(joining(" or "))
                                                + " can read it."),
                        "Please give the task to nobody else, or leave this out of its form.");
            }
        }
    }

    /** Whoever has a task that is offered to nobody may read what it shows, so an offer may become smaller only. */
    private static boolean isNotWider(Set<String> then, Set<String> now) {
        return now.equals(then)
                || (!then.isEmpty()
                        && now.containsAll(then)
                        && (now.stream().noneMatch(LoweredProtection::isOffer)
                                || then.stream().anyMatch(LoweredProtection::isOffer)));
    }

    private static boolean isOffer(String reader) {
        return Stream.of("assignee", Reassignment.COVER, TaskRights.WHEN_OVERDUE)
                .noneMatch(other -> reader.startsWith(other + " "));
    }

    private static String people(Set<String> readers) {
        return readers.isEmpty() ? "whoever is given the task" : String.join(" and ", new TreeSet<>(readers));
    }

    /** Who is offered a task may have been found out by a step long before. */
    private void compareWhoDecides() {
        if (before.confidential().isEmpty()) {
            return;
        }
        var names = new TreeSet<>(before.decidingWhoReads());
        names.add(Protection.ANY);
        for (var name : names) {
            var more = new TreeSet<>(after.writesOf(name));
            more.removeAll(before.writesOf(name));
            more.removeIf(source -> ofARelease && !Protection.stepIn(source).isEmpty());
            for (var source : more) {
                losses.add(loss(
                        after.processId(),
                        name + ":decides",
                        "In " + after.file() + ", "
                                + (name.equals(Protection.ANY)
                                        ? "a variable whose name is only known later"
                                        : "\"" + name + "\", which has a say in who reads what is told in confidence,")
                                + " is made in another way: " + source + ".",
                        "Please leave it as it was, or use a variable with another name."));
            }
        }
    }

    private void compareHandOvers() {
        var names = confidential();
        for (var handOver : after.handOvers()) {
            if (handOver.hands(names)
                    && before.handOvers().stream()
                            .noneMatch(old -> old.called().equals(handOver.called())
                                    && (old.source().isEmpty() || old.source().equals(handOver.source()))
                                    && old.target().equals(handOver.target()))) {
                add(
                        handOver.owner(),
                        "handed",
                        "hands what is told in confidence to the process \"" + handOver.called() + "\" ("
                                + (handOver.source().isEmpty() ? "all variables" : handOver.source()) + ").",
                        "Please hand over only what that process needs.");
            }
        }
    }

    private void add(String element, String lost, String what, String instead) {
        losses.add(loss(element, lost, "In " + after.file() + ", " + after.nameOf(element) + " " + what, instead));
    }

    private Loss loss(String element, String lost, String what, String instead) {
        return new Loss(place(element, lost), what, instead);
    }

    private String place(String element, String lost) {
        return after.processId() + "@" + version + ":" + element + ":" + lost;
    }
}
