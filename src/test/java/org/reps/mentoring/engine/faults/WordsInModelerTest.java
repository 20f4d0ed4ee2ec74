package org.reps.mentoring.engine.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.Diagram;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The words that Camunda Modeler offers for what a diagram says of rights
 * ({@code .camunda/element-templates/words.json}).
 */
class WordsInModelerTest {

    private static final Path WORDS = Path.of(".camunda", "element-templates", "words.json");

    private static final String IN_PROCESS = """
            <bpmn:process id="ours"><bpmn:extensionElements><camunda:properties>\
            <camunda:property name="stages" value="Ask, Answer"/><camunda:property name="shownTo" value="subject"/>\
            </camunda:properties></bpmn:extensionElements>%s</bpmn:process>""";

    private static Stream<JsonNode> templates() throws IOException {
        return StreamSupport.stream(new ObjectMapper().readTree(WORDS.toFile()).spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void each_word_is_understood(JsonNode template) {
        for (var type : template.path("appliesTo")) {
            for (var values : List.of(0, 1, 2, 3)) {
                var element = element(type.asText(), template.path("properties"), values);
                assertThat(RightsFaults.in(element))
                        .as(template.path("name").asText())
                        .isEmpty();
            }
        }
    }

    @Test
    void what_a_diagram_of_ours_says_can_be_chosen() throws IOException {
        var offered = templates()
                .flatMap(template ->
                        StreamSupport.stream(template.path("properties").spliterator(), false))
                .map(property -> property.at("/binding/name").asText())
                .collect(toSet());
        assertThat(Diagram.all()
                        .flatMap(diagram -> diagram.model().getModelElementsByType(CamundaProperty.class).stream())
                        .map(CamundaProperty::getCamundaName)
                        .distinct())
                .isSubsetOf(offered);
    }

    /** @param choice which of the choices is taken, where there are as many */
    private static Element element(String type, JsonNode properties, int choice) {
        var attributes = new ArrayList<String>();
        var words = new ArrayList<String>();
        for (var property : properties) {
            var chosen = property.path("choices").path(choice).path("value");
            var value = (chosen.isMissingNode() ? property.path("value") : chosen).asText();
            var name = property.at("/binding/name").asText();
            if (property.at("/binding/type").asText().equals("property")) {
                attributes.add(name + "=\"" + value + "\"");
            } else {
                words.add("<camunda:property name=\"" + name + "\" value=\"" + value + "\"/>");
            }
        }
        var element =
                "<%s id=\"Element_Ours\" isExecutable=\"true\" %s><bpmn:extensionElements><camunda:properties>%s</camunda:properties></bpmn:extensionElements></%s>"
                        .formatted(type(type), String.join(" ", attributes), String.join("", words), type(type));
        return (Element) parsed(type.equals("bpmn:Process") ? element : IN_PROCESS.formatted(element))
                .getElementsByTagName(type(type))
                .item(0);
    }

    private static String type(String type) {
        return "bpmn:" + type.substring(5, 6).toLowerCase(Locale.ROOT) + type.substring(6);
    }

    private static Element parsed(String inner) {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var xml = "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\">" + inner + "</bpmn:definitions>";
        try {
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
