package org.reps.mentoring.engine;

import static org.reps.mentoring.engine.ModelXml.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What would not work, or would not be safe, in a diagram; what the engine itself notices is left to it. */
final class DiagramFaults {

    /** Attributes that name a Java class, or a bean that acts as one. */
    private static final Set<String> PROGRAMS = Set.of(
            "class",
            "delegateExpression",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "formHandlerClass");

    /** Attributes that make a variable of the name they hold. */
    private static final Set<String> VARIABLES = Set.of(
            "resultVariable",
            "resultVariableName",
            "elementVariable",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");

    /** Elements that make a variable of the name that one of their attributes holds. */
    private static final Map<String, String> VARIABLE_ELEMENTS = Map.of(
            "inputParameter",
            "name",
            "outputParameter",
            "name",
            "in",
            "target",
            "out",
            "target",
            "inputDataItem",
            "name");

    private static final String CALL_A_STEP = " Please choose the implementation \"Expression\" and call a step of the"
            + " application, like ${matching.exclude(…)}.";

    private final String file;
    private final Set<String> formIds;
    private final TakenNames taken;
    private final List<String> faults = new ArrayList<>();

    /** @param formIds the forms in the same deployment */
    DiagramFaults(String file, Set<String> formIds, TakenNames taken) {
        this.file = file;
        this.formIds = formIds;
        this.taken = taken;
    }

    /** One sentence, or a few, for each fault. */
    List<String> in(byte[] diagram) {
        try {
            ModelXml.elements(diagram).forEach(this::check);
        } catch (SAXException e) {
            faults.add(file + " cannot be read as a diagram: " + e.getMessage()
                    + " Please open it in Camunda Modeler and save it again.");
        }
        return faults;
    }

    private void check(Element element) {
        checkPrograms(element);
        checkForm(element);
        checkVariables(element);
        checkTimeToLive(element);
    }

    private void checkPrograms(Element element) {
        if (Set.of("script", "scriptTask").contains(element.getLocalName())
                || !attribute(element, "language").isEmpty()) {
            add(element, "holds a script, and scripts are not run here." + CALL_A_STEP);
        }
        PROGRAMS.stream()
                .filter(name -> !attribute(element, name).isEmpty())
                .forEach(name -> add(
                        element,
                        "names a Java class or a delegate (" + attribute(element, name)
                                + "), which diagrams cannot call here." + CALL_A_STEP));
        if (Set.of("shell", "mail").contains(attribute(element, "type").toLowerCase(Locale.ROOT))) {
            add(
                    element,
                    "is of the type " + attribute(element, "type") + ", which is not available here." + CALL_A_STEP);
        }
    }

    private void checkForm(Element element) {
        if (!attribute(element, "formKey").isEmpty() || isGeneratedForm(element)) {
            add(
                    element,
                    "has an embedded, external or generated form, and what people answer there would not be checked."
                            + " Please choose the form type \"Camunda Forms\".");
        }
        var form = attribute(element, "formRef");
        if (form.isEmpty()) {
            return;
        }
        if (!attribute(element, "formRefBinding").equals("deployment")) {
            add(
                    element,
                    "may get another form while it is running. Please choose the binding \"deployment\" for its form.");
        } else if (!formIds.contains(form)) {
            add(
                    element,
                    "has the form \"" + form + "\", which is not among the files. Please add " + form
                            + ".form in the deploy dialog, under \"Include additional files\".");
        }
    }

    private static boolean isGeneratedForm(Element element) {
        return Set.of("formData", "formProperty").contains(element.getLocalName());
    }

    private void checkVariables(Element element) {
        var parameter = VARIABLE_ELEMENTS.get(element.getLocalName());
        Stream.concat(
                        VARIABLES.stream().map(name -> attribute(element, name)),
                        Stream.of(parameter == null ? "" : attribute(element, parameter)))
                .filter(variable -> isTaken(variable, element))
                .forEach(
                        variable -> add(
                                element,
                                "makes a variable \"" + variable
                                        + "\", which is the name of something else in expressions. Please choose another name."));
    }

    /** The one variable that may be called like this is the one that says it. */
    private boolean isTaken(String variable, Element element) {
        return !variable.isEmpty()
                && taken.contains(variable)
                && !(variable.equals("initiator")
                        && attribute(element, "initiator").equals(variable));
    }

    private void checkTimeToLive(Element element) {
        if (element.getLocalName().equals("process")
                && Boolean.parseBoolean(element.getAttribute("isExecutable"))
                && attribute(element, "historyTimeToLive").isBlank()) {
            add(
                    element,
                    "does not say how long its history is kept. Please fill in \"Time to live\" under \"History"
                            + " cleanup\", for example P1Y.");
        }
    }

    private void add(Element element, String problem) {
        faults.add("In " + file + ", " + ModelXml.nameOf(element) + " " + problem);
    }
}
