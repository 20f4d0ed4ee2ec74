package org.reps.mentoring.engine.slips;

import static org.reps.mentoring.engine.models.ModelXml.has;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.reps.mentoring.engine.forms.OfferedEverywhere;
import org.reps.mentoring.engine.written.Model;
import org.reps.mentoring.engine.written.Near;
import org.reps.mentoring.engine.written.Together;
import org.reps.mentoring.engine.written.Variables;
import org.w3c.dom.Element;

/** What the form of a task asks its task for, and does not get. */
final class FormSlips {

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{(?:#(?:if|loop))?\\s*([A-Za-z]\\w*)\\s*(?:\\.\\w+\\s*)*}}");
    private static final Pattern LOOP = Pattern.compile("\\{\\{#loop");

    private final Findings findings;
    private final Together together;
    private final Variables variables;

    FormSlips(Findings findings, Together together, Variables variables) {
        this.findings = findings;
        this.together = together;
        this.variables = variables;
    }

    void find(Model diagram) {
        // Start forms load nothing.
        diagram.elements("userTask")
                .filter(task -> has(task, "formRef"))
                .forEach(task ->
                        Model.value(task, "formRef").flatMap(together::form).ifPresent(form -> find(task, form)));
    }

    private void find(Element task, JsonNode form) {
        Together.components(form).forEach(component -> {
            var named = new HashSet<String>();
            var options = component.path("valuesKey").asText();
            if (!options.isEmpty() && !OfferedEverywhere.NAMES.contains(options)) {
                named.add(options);
            }
            addPlaces(component.path("text").asText(), named);
            addPlaces(component.path("label").asText(), named);
            addPlaces(component.path("description").asText(), named);
            named.stream()
                    .filter(name -> !variables.isSet(name, task) && !isGiven(name))
                    .sorted()
                    .forEach(name -> findings.fault(
                            task,
                            "has a form that shows \"" + name + "\" ("
                                    + form.path("id").asText()
                                    + "), and nothing in this process sets it."
                                    + Near.hint(name, variables.names(task))));
        });
    }

    private static boolean isGiven(String name) {
        return Set.of("this", "howToReach", "days").contains(name);
    }

    /** What is named in loops may be a part of what is looped over. */
    private static void addPlaces(String text, Set<String> named) {
        if (!LOOP.matcher(text).find()) {
            PLACE.matcher(text).results().forEach(place -> named.add(place.group(1)));
        }
    }
}
