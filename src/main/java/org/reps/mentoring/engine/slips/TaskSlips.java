package org.reps.mentoring.engine.slips;

import static org.reps.mentoring.engine.models.ModelXml.has;

import java.util.stream.Stream;
import org.reps.mentoring.engine.models.ModelXml;
import org.reps.mentoring.engine.written.Model;
import org.w3c.dom.Element;

/** Tasks that nobody would find, or that nobody does. */
final class TaskSlips {

    private static final String CALL =
            " Please call a step of the application in its \"Expression\", like" + " ${matching.exclude(…)}.";

    private final Findings findings;

    TaskSlips(Findings findings) {
        this.findings = findings;
    }

    void find(Model diagram) {
        diagram.elements("userTask").forEach(this::findInUserTask);
        diagram.elements("serviceTask", "sendTask", "businessRuleTask", "callActivity")
                .forEach(this::findInStep);
        diagram.elements("task", "manualTask")
                .forEach(task -> findings.warning(
                        task,
                        "is a task that nothing is done in: a case passes it at once. Please choose a user task, or"
                                + " a service task."));
    }

    private void findInUserTask(Element task) {
        if (Stream.of("assignee", "candidateUsers", "candidateGroups").noneMatch(name -> has(task, name))) {
            findings.fault(
                    task,
                    "is for nobody, so nobody would find it. Please fill in \"Assignee\" or \"Candidate users\", for"
                            + " example ${menteeId} or ${council.impartial(menteeId)}.");
        }
        if (!has(task, "dueDate")) {
            findings.fault(
                    task,
                    "has no due date, so nobody would be reminded of it. Please fill in \"Due date\", for example P7D or"
                            + " ${rules.councilAnswer()}.");
        }
        if (!has(task, "formRef")) {
            findings.fault(
                    task,
                    "has no form, so nothing could be answered in it. Please choose one under \"Forms\": type \"Camunda"
                            + " Forms\", binding \"deployment\".");
        }
    }

    private void findInStep(Element step) {
        if (Stream.of("serviceTask", "sendTask").anyMatch(step.getLocalName()::equals)) {
            findImplementation(step);
        }
        var loops = Model.child(step, "multiInstanceLoopCharacteristics");
        var isJob = isTrue(step, "asyncBefore")
                || loops.filter(loop -> isTrue(loop, "asyncBefore")).isPresent();
        if (isJob) {
            return;
        }
        if (Model.child(step, "documentation")
                .filter(text -> !text.getTextContent().isBlank())
                .isPresent()) {
            findings.warning(
                    step,
                    "is done at once, in the same breath as what was before it. Please see that its documentation says"
                            + " why, or tick \"Asynchronous before\".");
        } else {
            findings.fault(
                    step,
                    "is done at once: if it fails, what somebody answered before it is lost. Please tick \"Asynchronous"
                            + " before\", or say in its documentation why not.");
        }
    }

    private void findImplementation(Element step) {
        if (ModelXml.values(step, "type").anyMatch("external"::equals)) {
            findings.fault(
                    step,
                    "waits for somebody who works on the topic \""
                            + Model.value(step, "topic").orElse("")
                            + "\", and nobody does here: a case would stand still." + CALL);
        } else if (Stream.of("expression", "class", "delegateExpression", "type")
                .noneMatch(name -> has(step, name))) {
            findings.fault(step, "does not say what is done." + CALL);
        }
    }

    private static boolean isTrue(Element element, String attribute) {
        return ModelXml.values(element, attribute).anyMatch("true"::equals);
    }
}
