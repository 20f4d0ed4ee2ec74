package org.reps.mentoring.engine.drawn;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A diagram as browsers draw it: all that is to be seen, in words for people, and nothing that programs read. */
final class Picture {

    /** What is read by programs, or in the text beside the picture. */
    private static final Set<String> NOT_SEEN = Set.of(
            "extensionElements",
            "documentation",
            "conditionExpression",
            "completionCondition",
            "loopCardinality",
            "timeDate",
            "timeCycle",
            "timeDuration");

    private static final Set<String> NAMED_FOR_PROGRAMS = Set.of("message", "error", "signal", "escalation");

    private Picture() {}

    static String of(String file, UnaryOperator<String> said) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        var root = ((Document) model.getDocument().getDomSource().getNode()).getDocumentElement();
        strip(root, said);
        return Bpmn.convertToString(model);
    }

    private static void strip(Element element, UnaryOperator<String> said) {
        var attributes = element.getAttributes();
        var programs = IntStream.range(0, attributes.getLength())
                .mapToObj(i -> (Attr) attributes.item(i))
                .filter(attribute -> BpmnModelConstants.CAMUNDA_NS.equals(attribute.getNamespaceURI())
                        || BpmnModelConstants.CAMUNDA_NS.equals(attribute.getValue()))
                .toList();
        programs.forEach(element::removeAttributeNode);
        if (NAMED_FOR_PROGRAMS.contains(element.getLocalName())) {
            element.removeAttribute("name");
        } else if (element.hasAttribute("name")) {
            element.setAttribute("name", said.apply(element.getAttribute("name")));
        }
        var children = new ArrayList<Element>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.add(inner);
            }
        }
        for (var child : children) {
            if (NOT_SEEN.contains(child.getLocalName())) {
                element.removeChild(child);
            } else {
                strip(child, said);
            }
        }
    }
}
