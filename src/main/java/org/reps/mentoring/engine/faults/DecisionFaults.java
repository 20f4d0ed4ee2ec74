package org.reps.mentoring.engine.faults;

import static org.reps.mentoring.engine.models.ModelXml.values;

import java.util.Optional;
import java.util.regex.Pattern;
import org.reps.mentoring.engine.forms.Feel;
import org.w3c.dom.Element;

/** The {@link ModelFaults} of a decision. */
final class DecisionFaults extends ModelFaults {

    private static final String JUEL = "juel";
    private static final Pattern LANGUAGES =
            Pattern.compile("feel|" + JUEL + "|https?://www\\.omg\\.org/spec/.*FEEL.*");

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
        switch (element.getLocalName()) {
            case "decision" -> checkTimeToLive(element);
            case "text" ->
                checkExpression(
                        (Element) element.getParentNode(),
                        element.getTextContent().strip());
            default -> {}
        }
    }

    private void checkExpression(Element element, String text) {
        if (text.isEmpty() || values(element, "expressionLanguage").anyMatch(JUEL::equals)) {
            return;
        }
        var problem = switch (element.getLocalName()) {
            case "inputEntry" -> Feel.problemOfTests(text);
            case "inputExpression", "outputEntry", "literalExpression" -> Feel.problemOf(text);
            default -> Optional.<String>empty();
        };
        problem.ifPresent(wrong -> add(element, "has the expression " + text + ", which " + wrong));
    }
}
