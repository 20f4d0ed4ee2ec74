package org.reps.mentoring.engine.slips;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.reps.mentoring.engine.models.ModelXml;
import org.w3c.dom.Element;

/** What is found in one file, as it is found. */
final class Findings {

    /** Parts of an element that have an id, if any, which nobody sees. */
    private static final Set<String> PARTS = Set.of(
            "conditionExpression",
            "completionCondition",
            "loopCardinality",
            "extensionElements",
            "multiInstanceLoopCharacteristics",
            "timeDuration",
            "timeDate",
            "timeCycle",
            "incoming",
            "outgoing");

    private final String file;
    private final List<Finding> all = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    List<Finding> all() {
        return all;
    }

    /** @param sentence how it goes on after the name of the element */
    void fault(Element element, String sentence) {
        all.add(new Finding(true, place(element) + " " + sentence));
    }

    void warning(Element element, String sentence) {
        all.add(new Finding(false, place(element) + " " + sentence));
    }

    private String place(Element element) {
        var seen = seen(element);
        var name = ModelXml.nameOf(seen);
        var id = seen.getAttribute("id");
        return "In " + file + ", " + name + (id.isEmpty() || name.equals("\"" + id + "\"") ? "" : " (" + id + ")");
    }

    /** What people see in the diagram and can select there. */
    private static Element seen(Element element) {
        var seen = element;
        while (isPart(seen) && seen.getParentNode() instanceof Element around) {
            seen = around;
        }
        return seen;
    }

    private static boolean isPart(Element element) {
        return PARTS.contains(element.getLocalName())
                || element.getLocalName().endsWith("EventDefinition")
                || String.valueOf(element.getNamespaceURI()).contains("camunda.org");
    }
}
