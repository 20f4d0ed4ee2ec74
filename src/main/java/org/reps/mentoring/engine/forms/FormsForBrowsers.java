package org.reps.mentoring.engine.forms;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.reps.mentoring.engine.shown.AsTyped;
import org.reps.mentoring.engine.shown.ForReader;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.ProgrammeLinks;
import org.reps.mentoring.text.Typed;
import org.springframework.stereotype.Component;

/**
 * A form as a browser gets it: with the options that stand in no form, with links to what the programme keeps
 * elsewhere, with texts that show what was typed as it was typed and how many days the programme gives, and with what
 * its fields make of what somebody types. What is for others only is left out.
 *
 * <p>The number field of form-js drops keys that it does not expect, so that {@code 2,5} becomes 25 and {@code 1e1}
 * becomes 11. The browser gets a text field in its place, and for this and for days and times says what the server
 * would say ({@code plugin-webapp/mentoring/app/checked-answers.js}).
 */
@Component
public class FormsForBrowsers {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In a page of its own: whoever looks something up has not left the form. */
    private static final String LINK = "<a href=\"%s\" target=\"_blank\" rel=\"noopener\">%s</a>";

    private final OfferedEverywhere offered;
    private final ProgrammeLinks links;
    private final MentoringRules rules;
    private final Clock clock;

    FormsForBrowsers(OfferedEverywhere offered, ProgrammeLinks links, MentoringRules rules, Clock clock) {
        this.offered = offered;
        this.links = links;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param schema the form as it is deployed
     * @param groups of whoever reads it, by their ids
     * @param language in which they read, by its code
     */
    public InputStream in(InputStream schema, Set<String> groups, String language) {
        try (schema) {
            var file = schema.readAllBytes();
            var form = JSON.readTree(file);
            ForReader.leaveOut(form, groups);
            ForReader.callForOthers(form);
            lead(form);
            explain(form, Form.read(new ByteArrayInputStream(file)).feel().names());
            offered.fillIn(form, language);
            ForReader.tell(form, rules.days());
            return AsTyped.in(new ByteArrayInputStream(JSON.writeValueAsBytes(form)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same where the server draws it itself, and nothing is made ready for form-js.
     *
     * @param schema the form as it is deployed, in the language of whoever reads it
     */
    public JsonNode drawnHere(InputStream schema, Set<String> groups) {
        try (schema) {
            var form = JSON.readTree(schema);
            ForReader.leaveOut(form, groups);
            ForReader.tellDays(form, rules.days());
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes links of the texts that lead somewhere, and leaves out those for which the programme has no address. */
    private void lead(JsonNode container) {
        var components = container.path("components").elements();
        while (components.hasNext()) {
            var component = components.next();
            var properties = component.path("properties");
            if (properties.has(FormField.PROGRAMME_LINK) && component instanceof ObjectNode text) {
                var address = links.to(properties.path(FormField.PROGRAMME_LINK).asText());
                if (address.isEmpty()) {
                    components.remove();
                } else {
                    text.put(
                            "text",
                            LINK.formatted(
                                    htmlEscape(address),
                                    htmlEscape(component.path("text").asText())));
                }
            }
            lead(component);
        }
    }

    private void explain(JsonNode node, Set<String> inExpressions) {
        if (node instanceof ObjectNode component && component.has("key")) {
            var field = FormField.of(component, List.of());
            var typed = field.typed();
            // Expressions that compare a number would not work with its text.
            if (typed != null && field.writable() && !(typed == Typed.NUMBER && inExpressions.contains(field.key()))) {
                explain(component, field, typed);
            }
        }
        node.forEach(part -> explain(part, inExpressions));
    }

    private void explain(ObjectNode component, FormField field, Typed typed) {
        component.put("type", "textfield");
        var meant = component.putObject("typed");
        meant.put("as", typed.name()).putPOJO("wanted", field.wanted());
        var decimals = field.decimals();
        if (decimals != null) {
            meant.put("decimals", decimals).putPOJO("tooManyDecimals", FormField.tooManyDecimals(decimals));
        }
        meant.putPOJO("bounds", field.bounds(clock));
    }
}
