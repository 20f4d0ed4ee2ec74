package org.reps.mentoring.modeler;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.engine.expressions.DiagramBeans;
import org.reps.mentoring.modeler.CallsInSources.Call;

/** What Camunda Modeler offers beside a diagram of ours, from {@code .camunda/element-templates}. */
class ElementTemplatesTest {

    private static final Path OFFERED = Path.of(".camunda", "element-templates", "steps.json");

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)\\.");

    /**
     * Whoever changes a step finds the new file in {@code target/steps.json}; {@code -Dmodeler} puts it in its place.
     */
    @Test
    void modeler_offers_what_a_step_of_a_diagram_can_call() throws IOException {
        var beans = beansOfSteps();
        var offered = CallsInSources.all().stream()
                .filter(call -> beans.contains(call.bean()))
                .sorted(Comparator.comparing(Call::expression))
                .map(ElementTemplatesTest::template)
                .collect(joining(",\n", "[\n", "\n]\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "steps.json"), offered);

        if (System.getProperty("modeler") != null) {
            Files.writeString(OFFERED, offered);
        }

        assertThat(offered).isEqualTo(Files.readString(OFFERED));
    }

    /** Beans that some service or send task calls. */
    private static Set<String> beansOfSteps() {
        return Diagram.all()
                .flatMap(diagram -> {
                    var expressions = new ArrayList<String>();
                    diagram.model()
                            .getModelElementsByType(ServiceTask.class)
                            .forEach(task -> expressions.add(String.valueOf(task.getCamundaExpression())));
                    diagram.model()
                            .getModelElementsByType(SendTask.class)
                            .forEach(task -> expressions.add(String.valueOf(task.getCamundaExpression())));
                    return expressions.stream();
                })
                .flatMap(expression -> BEAN.matcher(expression).results())
                .map(found -> found.group(1))
                .filter(DiagramBeans.NAMES::contains)
                .collect(toSet());
    }

    private static String template(Call call) {
        var properties = new ArrayList<Map<String, Object>>();
        properties.add(property("String", "Call", call.expression(), "camunda:expression"));
        if (call.answers()) {
            properties.add(property("String", "Variable for the answer", null, "camunda:resultVariable"));
        }
        properties.add(property("Hidden", "A job", true, "camunda:asyncBefore"));
        var template = new LinkedHashMap<String, Object>();
        template.put("$schema", SCHEMA);
        template.put(
                "id",
                "org.reps.mentoring." + call.bean() + "." + call.method() + "."
                        + call.parameters().size());
        template.put("name", call.bean() + ": " + words(call.method()));
        if (!call.sentence().isEmpty()) {
            template.put("description", call.sentence());
        }
        template.put("category", new TreeMap<>(Map.of("id", call.bean(), "name", call.bean())));
        template.put("appliesTo", List.of("bpmn:ServiceTask", "bpmn:SendTask"));
        template.put("properties", properties);
        try {
            return new ObjectMapper().writeValueAsString(template);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> property(String type, String label, Object value, String attribute) {
        var property = new LinkedHashMap<String, Object>();
        property.put("type", type);
        property.put("label", label);
        if (value != null) {
            property.put("value", value);
        }
        var binding = new LinkedHashMap<String, Object>();
        binding.put("type", "property");
        binding.put("name", attribute);
        property.put("binding", binding);
        return property;
    }

    /** {@code tellTakenUp} as "tell taken up". */
    private static String words(String method) {
        return method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
