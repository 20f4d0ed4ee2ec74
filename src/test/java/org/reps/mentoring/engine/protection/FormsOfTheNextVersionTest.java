package org.reps.mentoring.engine.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.forms.Form;
import org.reps.mentoring.engine.models.ModelXml;
import org.reps.mentoring.engine.protection.LoweredProtection.Loss;
import org.xml.sax.SAXException;

/** The question whether two are in touch, with another form in its next version. */
class FormsOfTheNextVersionTest {

    private static final Consumer<ObjectNode> AS_IT_IS = form -> {};

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void a_release_may_do_without_what_was_asked_in_confidence_and_an_analyst_may_not() throws Exception {
        Consumer<ObjectNode> inConfidence =
                form -> ask(form, "helpNote").putObject("properties").put("confidential", "true");

        assertThat(ofARelease(inConfidence, AS_IT_IS)).isEmpty();
        assertThat(byAnAnalyst(inConfidence, AS_IT_IS))
                .singleElement()
                .satisfies(loss -> assertThat(loss.what()).contains("(helpNote) is no longer there"));
    }

    @Test
    void a_release_asks_for_it_under_no_other_key() throws Exception {
        Consumer<ObjectNode> inConfidence =
                form -> ask(form, "helpNote").putObject("properties").put("confidential", "true");

        assertThat(ofARelease(inConfidence, form -> ask(form, "helpWords")))
                .singleElement()
                .satisfies(loss -> assertThat(loss.what()).contains("(helpNote) is no longer there"));
    }

    @Test
    void only_a_release_says_what_is_answered_from_a_mail() throws Exception {
        Consumer<ObjectNode> withALogin =
                form -> ((ObjectNode) form.path("components").path(0)).remove("properties");

        assertThat(byAnAnalyst(withALogin, AS_IT_IS)).singleElement().satisfies(loss -> {
            assertThat(loss.place()).endsWith(":Activity_SayWhetherInTouch:mail");
            assertThat(loss.what())
                    .endsWith("could be answered from a mail, without a login, by whoever has that mail.");
        });
        assertThat(byAnAnalyst(AS_IT_IS, AS_IT_IS)).isEmpty();
        assertThat(byAnAnalyst(AS_IT_IS, withALogin)).isEmpty();
        assertThat(ofARelease(withALogin, AS_IT_IS)).isEmpty();
    }

    private static ObjectNode ask(ObjectNode form, String key) {
        return form.withArray("components")
                .addObject()
                .put("id", "Field_" + key)
                .put("type", "textarea")
                .put("key", key)
                .put("label", "What would help?");
    }

    private List<Loss> ofARelease(Consumer<ObjectNode> before, Consumer<ObjectNode> after) throws Exception {
        return new LoweredProtection(protection(before), protection(after), Set.of(), 2, true).losses();
    }

    private List<Loss> byAnAnalyst(Consumer<ObjectNode> before, Consumer<ObjectNode> after) throws Exception {
        return new LoweredProtection(protection(before), protection(after), Set.of(), 2, false).losses();
    }

    private Protection protection(Consumer<ObjectNode> change) throws IOException, SAXException {
        var id = "keep-in-touch-say-whether-in-touch";
        var form = (ObjectNode) json.readTree(Path.of("forms", id + ".form").toFile());
        change.accept(form);
        var read = Form.read(new ByteArrayInputStream(json.writeValueAsBytes(form)));
        var diagram = ModelXml.elements(Files.readAllBytes(Path.of("bpmn", "keep-in-touch.bpmn")));
        return Protection.in("keep-in-touch.bpmn", diagram, Map.of(id, read)).get("keep-in-touch");
    }
}
