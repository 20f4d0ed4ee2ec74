package org.reps.mentoring.engine.slips;

import java.util.Map;
import java.util.Set;
import org.reps.mentoring.engine.models.ModelXml;
import org.reps.mentoring.engine.written.Juel;
import org.reps.mentoring.engine.written.Model;
import org.reps.mentoring.engine.written.Near;
import org.reps.mentoring.engine.written.Variables;
import org.w3c.dom.Element;

/** Names and calls in the expressions of a diagram that nothing answers. */
final class ExpressionSlips {

    private final Findings findings;
    private final Variables variables;

    ExpressionSlips(Findings findings, Variables variables) {
        this.findings = findings;
        this.variables = variables;
    }

    void find(Model diagram) {
        var types = Variables.types(diagram);
        diagram.elements("definitions").forEach(root -> find(diagram, root, types));
    }

    private void find(Model diagram, Element element, Map<String, Class<?>> around) {
        var known = Variables.within(element, around);
        diagram.expressions(element).forEach(expression -> find(element, expression, known));
        ModelXml.children(element).forEach(child -> find(diagram, child, known));
    }

    private void find(Element element, Juel expression, Map<String, Class<?>> known) {
        expression.problems().forEach(problem -> findings.fault(element, problem));
        expression.problemsWith(known).forEach(problem -> findings.fault(element, problem));
        var owners = expression.owners();
        expression.reads().stream()
                .filter(name -> !known.containsKey(name)
                        && !(owners.contains(name)
                                ? variables.isSetHere(name, element)
                                : variables.isSet(name, element)))
                .sorted()
                .forEach(name -> findings.fault(
                        element,
                        "names \"" + name + "\" in " + expression
                                + ", and nothing in this process sets it: no form, no step, no mapping."
                                + Near.hint(name, near(element, known))));
    }

    private Set<String> near(Element element, Map<String, Class<?>> known) {
        var names = variables.names(element);
        names.addAll(known.keySet());
        return names;
    }
}
