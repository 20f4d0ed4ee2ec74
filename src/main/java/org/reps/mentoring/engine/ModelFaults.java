package org.reps.mentoring.engine;

import static org.reps.mentoring.engine.ModelXml.has;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What would not work, or would not be safe, in a model; what the engine itself notices is left to it. */
abstract class ModelFaults {

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
            ModelXml.elements(model).forEach(this::check);
        } catch (SAXException e) {
            faults.add(file + " cannot be read as a " + kind + ": " + e.getMessage()
                    + " Please open it in Camunda Modeler and save it again.");
        }
        return faults;
    }

    abstract void check(Element element);

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
