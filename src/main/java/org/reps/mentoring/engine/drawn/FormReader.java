package org.reps.mentoring.engine.drawn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reps.mentoring.engine.drawn.Step.Asked;
import org.reps.mentoring.engine.drawn.Step.Question;
import org.reps.mentoring.engine.forms.FormField;
import org.reps.mentoring.engine.shown.ForReader;

/** Reads what a form asks. */
final class FormReader {

    /** The label of an option that an expression makes. */
    private static final Pattern COMPUTED_LABEL = Pattern.compile("label: \"([^\"]*)\"");

    private final List<Question> questions = new ArrayList<>();

    private FormReader() {}

    static Asked read(JsonNode form) {
        var reader = new FormReader();
        reader.collect(form, "", false);
        return new Asked(form.path("id").asText(), intro(form), List.copyOf(reader.questions));
    }

    private static String intro(JsonNode form) {
        for (var component : form.path("components")) {
            if (component.path("type").asText().equals("text") && isPlain(component.path("properties"))) {
                return component.path("text").asText();
            }
        }
        return "";
    }

    /** That it can be answered from a mail is no matter of what the text says. */
    private static boolean isPlain(JsonNode properties) {
        return properties.isEmpty() || (properties.size() == 1 && properties.has(ForReader.FROM_MAIL));
    }

    private void collect(JsonNode container, String onlyForAround, boolean hiddenAround) {
        for (var component : container.path("components")) {
            var properties = component.path("properties");
            var onlyFor = Stream.of(properties.path("onlyFor"), properties.path("namedBy"))
                    .map(JsonNode::asText)
                    .filter(group -> !group.isEmpty())
                    .findFirst()
                    .orElse(onlyForAround);
            var sometimes = hiddenAround || component.path("conditional").has("hide");
            if (component.has("components")) {
                collect(component, onlyFor, sometimes);
            } else if (FormField.TYPES.contains(component.path("type").asText())
                    && component.has("key")
                    && !isShown(component)) {
                questions.add(question(component, properties, onlyFor, sometimes));
            }
        }
    }

    private static boolean isShown(JsonNode component) {
        return component.path("readonly").asBoolean()
                || component.path("disabled").asBoolean();
    }

    private static Question question(JsonNode component, JsonNode properties, String onlyFor, boolean sometimes) {
        var options = new ArrayList<String>();
        component
                .path("values")
                .forEach(option -> options.add(option.path("label").asText()));
        COMPUTED_LABEL
                .matcher(component.path("valuesExpression").asText())
                .results()
                .map(found -> found.group(1))
                .filter(label -> !options.contains(label))
                .forEach(options::add);
        var label = component.path("label").asText();
        return new Question(
                label.replaceFirst(" \\*$", ""),
                component.path("description").asText(),
                List.copyOf(options),
                component.at("/validate/required").asBoolean() || properties.has("requiredWhenShown"),
                properties.path("confidential").asBoolean(),
                onlyFor,
                sometimes);
    }
}
