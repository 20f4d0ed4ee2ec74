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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.ProgrammeLinks;
import org.reps.mentoring.text.Typed;
import org.springframework.stereotype.Component;

/**
 * A form as a browser gets it: with the options that stand in no form, with links to what the programme keeps
 * elsewhere, with texts that show what was typed as it was typed and how many days the programme gives, and with what
 * its fields make of what somebody types. What is for others only is left out.
 *
 * <p>What is said when the form has been answered is in it from the beginning, and form-js fills it in and chooses by
 * the answers like any other text; it is not seen before ({@code plugin-webapp/mentoring/app/afterwards.js}).
 *
 * <p>The number field of form-js drops keys that it does not expect, so that {@code 2,5} becomes 25 and {@code 1e1}
 * becomes 11. The browser gets a text field in its place, and for this and for days and times says what the server
 * would say ({@code plugin-webapp/mentoring/app/typed-answers.js}).
 */
@Component
public class FormsForBrowsers {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** In a page of its own: whoever looks something up has not left the form. */
    private static final String LINK = "<a href=\"%s\" target=\"_blank\" rel=\"noopener\">%s</a>";

    /** Between blank lines, so that what is inside is read as Markdown. */
    private static final String SHOWN_AFTERWARDS = "<div class=\"mentoring-afterwards\">\n\n%s\n\n</div>";

    /** {@code {{days.offerAnswer}}} */
    private static final Pattern DAYS = Pattern.compile("\\{\\{\\s*days\\.(\\w+)\\s*}}");

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
     */
    public InputStream in(InputStream schema, Set<String> groups) {
        try (schema) {
            var file = schema.readAllBytes();
            var form = JSON.readTree(file);
            leaveOut(form, groups);
            lead(form);
            explain(form, Form.read(new ByteArrayInputStream(file)).feel().names());
            offered.fillIn(form);
            tell(form);
            return AsTyped.in(new ByteArrayInputStream(JSON.writeValueAsBytes(form)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void leaveOut(JsonNode container, Set<String> groups) {
        var components = container.path("components").elements();
        while (components.hasNext()) {
            var component = components.next();
            var properties = component.path("properties");
            if (isForOthers(properties.path("namedBy"), groups) || isForOthers(properties.path("onlyFor"), groups)) {
                components.remove();
            } else {
                leaveOutOption(
                        component, properties.path(FormField.OPTION_ONLY_FOR).asText(), groups);
                leaveOut(component, groups);
            }
        }
    }

    private static boolean isForOthers(JsonNode group, Set<String> groups) {
        return !group.asText().isEmpty() && !groups.contains(group.asText());
    }

    /** Whoever is left with one answer need not give it. */
    private static void leaveOutOption(JsonNode component, String onlyFor, Set<String> groups) {
        var said = FormField.OPTION_AND_GROUP.matcher(onlyFor);
        if (said.matches() && !groups.contains(said.group(2)) && component instanceof ObjectNode field) {
            var options = field.path("values").elements();
            while (options.hasNext()) {
                if (options.next().path("value").asText().equals(said.group(1))) {
                    options.remove();
                }
            }
            if (field.path("values").size() == 1) {
                field.set("defaultValue", field.at("/values/0/value"));
            }
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

    private void tell(JsonNode node) {
        if (node instanceof ObjectNode component
                && component.path("type").asText().equals("text")
                && component.path("text").isTextual()) {
            var text = DAYS.matcher(component.path("text").asText())
                    .replaceAll(rule -> Matcher.quoteReplacement(days(rule)));
            component.put(
                    "text",
                    component.path("properties").has(FormField.AFTERWARDS) ? SHOWN_AFTERWARDS.formatted(text) : text);
        }
        node.forEach(this::tell);
    }

    private String days(MatchResult rule) {
        var days = rules.days().get(rule.group(1));
        return days == null ? rule.group() : days.toString();
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
        meant.put("as", typed.name()).put("wanted", field.wanted());
        var decimals = field.decimals();
        if (decimals != null) {
            meant.put("decimals", decimals).put("tooManyDecimals", FormField.tooManyDecimals(decimals));
        }
        var bounds = meant.putArray("bounds");
        field.bounds(clock)
                .forEach(bound -> bounds.addObject()
                        .put("isLeast", bound.isLeast())
                        .put("value", bound.value())
                        .put("words", bound.words()));
        if (component.path("validate") instanceof ObjectNode validate) {
            // Characters are not to be counted before it is known what they mean.
            validate.remove(List.of("min", "max", "minLength", "maxLength", "pattern"));
        }
    }
}
