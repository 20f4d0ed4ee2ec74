package org.reps.mentoring.engine.faults;

import static org.reps.mentoring.engine.models.ModelXml.has;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.reps.mentoring.engine.models.ModelXml;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What would not work, or would not be safe, in a model; what the engine itself notices is left to it. */
abstract class ModelFaults {

    /**
     * Whose attributes a model may have besides its own. What stands under another name is read by nobody, and would
     * look here as if it were the engine's.
     */
    private static final Set<String> KNOWN = Set.of(
            "http://camunda.org/schema/1.0/bpmn",
            "http://camunda.org/schema/1.0/dmn",
            // The engine reads these too.
            "http://activiti.org/bpmn",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI,
            XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
            XMLConstants.XML_NS_URI);

    private final String file;
    private final String kind;
    private final List<String> faults = new ArrayList<>();

    /** @param kind what the file holds, in plain words */
    ModelFaults(String file, String kind) {
        this.file = file;
        this.kind = kind;
    }

    /** One sentence, or a few, for each fault. */
    final List<String> in(byte[] model) {
        try {
            ModelXml.elements(model).forEach(element -> {
                checkNamespaces(element);
                check(element);
            });
        } catch (SAXException e) {
            faults.add(file + " cannot be read as a " + kind + place(e) + ": " + e.getMessage()
                    + " Please open it in Camunda Modeler and save it again.");
        }
        return faults;
    }

    private static String place(SAXException unreadable) {
        return unreadable instanceof SAXParseException at && at.getLineNumber() > 0
                ? " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")"
                : "";
    }

    abstract void check(Element element);

    private void checkNamespaces(Element element) {
        var attributes = element.getAttributes();
        IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute ->
                        attribute.getNamespaceURI() != null && !KNOWN.contains(attribute.getNamespaceURI()))
                .forEach(attribute -> add(
                        element,
                        "has " + attribute.getNodeName() + ", which belongs to a program that is not known here. Please"
                                + " remove it."));
    }

    final void checkTimeToLive(Element element) {
        if (!has(element, "historyTimeToLive")) {
            add(
                    element,
                    "does not say how long its history is kept. Please fill in \"Time to live\" under \"History"
                            + " cleanup\", for example P365D.");
        }
    }

    final void add(Element element, String problem) {
        faults.add("In " + file + ", " + ModelXml.nameOf(element) + " " + problem);
    }
}
