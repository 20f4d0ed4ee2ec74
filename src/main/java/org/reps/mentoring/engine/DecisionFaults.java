package org.reps.mentoring.engine;

import static org.reps.mentoring.engine.ModelXml.has;
import static org.reps.mentoring.engine.ModelXml.values;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What would not work, or would not be safe, in a decision; what the engine itself notices is left to it. */
final class DecisionFaults {

    private static final Pattern LANGUAGES = Pattern.compile("feel|juel|https?://www\\.omg\\.org/spec/.*FEEL.*");

    private final String file;
    private final List<String> faults = new ArrayList<>();

    DecisionFaults(String file) {
        this.file = file;
    }

    /** One sentence, or a few, for each fault. */
    List<String> in(byte[] decision) {
        try {
            ModelXml.elements(decision).forEach(this::check);
        } catch (SAXException e) {
            faults.add(file + " cannot be read as a decision: " + e.getMessage()
                    + " Please open it in Camunda Modeler and save it again.");
        }
        return faults;
    }

    private void check(Element element) {
        values(element, "expressionLanguage")
                .filter(LANGUAGES.asMatchPredicate().negate())
                .forEach(language -> add(
                        element,
                        "is written in " + language + ", which is not run here. Please choose the language FEEL."));
        if (element.getLocalName().equals("decision") && !has(element, "historyTimeToLive")) {
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
