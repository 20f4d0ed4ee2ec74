package org.reps.mentoring.engine.faults;

import static org.reps.mentoring.engine.models.ModelXml.has;
import static org.reps.mentoring.engine.models.ModelXml.values;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reps.mentoring.engine.expressions.TakenNames;
import org.w3c.dom.Element;

/** The {@link ModelFaults} of a diagram. */
final class DiagramFaults extends ModelFaults {

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

    private final Set<String> formIds;

    /** @param formIds the forms in the same deployment */
    DiagramFaults(String file, Set<String> formIds) {
        super(file, "diagram");
        this.formIds = formIds;
    }

    @Override
    void check(Element element) {
        checkAttributes(element);
        checkPrograms(element);
        checkForm(element);
        checkVariables(element);
        RightsFaults.in(element).forEach(fault -> add(element, fault));
        if (element.getLocalName().equals("process") && Boolean.parseBoolean(element.getAttribute("isExecutable"))) {
            checkTimeToLive(element);
        }
    }

    /** Under the names of two programs, of which the engine reads one. */
    private void checkAttributes(Element element) {
        var attributes = element.getAttributes();
        IntStream.range(0, attributes.getLength())
                .mapToObj(i -> attributes.item(i).getLocalName())
                .filter(name -> name != null && values(element, name).count() > 1)
                .distinct()
                .forEach(name -> add(element, "has \"" + name + "\" twice. Please keep one of them."));
    }

    private void checkPrograms(Element element) {
        if (Set.of("script", "scriptTask").contains(element.getLocalName()) || has(element, "language")) {
            add(element, "holds a script, and scripts are not run here." + CALL_A_STEP);
        }
        PROGRAMS.stream()
                .flatMap(name -> values(element, name))
                .forEach(program -> add(
                        element,
                        "names a Java class or a delegate (" + program + "), which diagrams cannot call here."
                                + CALL_A_STEP));
        values(element, "type")
                .filter(type -> Set.of("shell", "mail").contains(type.toLowerCase(Locale.ROOT)))
                .forEach(type ->
                        add(element, "is of the type " + type + ", which is not available here." + CALL_A_STEP));
    }

    private void checkForm(Element element) {
        if (has(element, "formKey") || isGeneratedForm(element)) {
            add(
                    element,
                    "has an embedded, external or generated form, and what people answer there would not be checked."
                            + " Please choose the form type \"Camunda Forms\".");
        }
        if (!has(element, "formRef")) {
            return;
        }
        if (!values(element, "formRefBinding").toList().equals(List.of("deployment"))) {
            add(
                    element,
                    "may get another form while it is running. Please choose the binding \"deployment\" for its form.");
            return;
        }
        values(element, "formRef")
                .filter(form -> !formIds.contains(form))
                .forEach(form -> add(
                        element,
                        "has the form \"" + form + "\", which is not among the files. Please add " + form
                                + ".form in the deploy dialog, under \"Include additional files\"."));
    }

    private static boolean isGeneratedForm(Element element) {
        return Set.of("formData", "formProperty").contains(element.getLocalName());
    }

    private void checkVariables(Element element) {
        var parameter = VARIABLE_ELEMENTS.get(element.getLocalName());
        Stream.concat(
                        VARIABLES.stream().flatMap(name -> values(element, name)),
                        parameter == null ? Stream.of() : values(element, parameter))
                .filter(variable -> isTaken(variable, element))
                .forEach(
                        variable -> add(
                                element,
                                "makes a variable \"" + variable
                                        + "\", which is the name of something else in expressions. Please choose another name."));
    }

    /** The one variable that may be called like this is the one that says it. */
    private boolean isTaken(String variable, Element element) {
        return TakenNames.contains(variable)
                && !(variable.equals("initiator")
                        && values(element, "initiator").anyMatch(variable::equals));
    }
}
