package org.reps.mentoring.engine;

import static org.reps.mentoring.engine.ModelXml.values;

import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The {@link ModelFaults} of a decision. */
final class DecisionFaults extends ModelFaults {

    private static final Pattern LANGUAGES = Pattern.compile("feel|juel|https?://www\\.omg\\.org/spec/.*FEEL.*");

    DecisionFaults(String file) {
        super(file, "decision");
    }

    @Override
    void check(Element element) {
        values(element, "expressionLanguage")
                .filter(LANGUAGES.asMatchPredicate().negate())
                .forEach(language -> add(
                        element,
                        "is written in " + language + ", which is not run here. Please choose the language FEEL."));
        if (element.getLocalName().equals("decision")) {
            checkTimeToLive(element);
        }
    }
}
