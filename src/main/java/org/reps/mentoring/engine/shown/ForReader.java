package org.reps.mentoring.engine.shown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A form for whoever reads it: without what is for others only, and with how many days the programme gives.
 *
 * <p>What is said when the form has been answered is in it from the beginning, and form-js fills it in and chooses by
 * the answers like any other text; it is not seen before ({@code plugin-webapp/mentoring/app/afterwards.js}).
 */
public final class ForReader {

    /** The custom property of a question of which one answer is for one group only, as {@link #OPTION_AND_GROUP}. */
    public static final String OPTION_ONLY_FOR = "optionOnlyFor";

    /** {@code nominate: mentors} */
    public static final Pattern OPTION_AND_GROUP = Pattern.compile("(\\S+): (\\w+)");

    /**
     * The custom property of a text that is shown when the form has been answered: what happens next, who has it until
     * when, and whether a mail comes. Several texts with conditions choose by the answer.
     */
    public static final String AFTERWARDS = "afterwards";

    /**
     * The custom properties of a field with what it is called, and what is said below it, when the form is filled in
     * for somebody else: when the field that is {@code namedBy} a group is not empty.
     */
    public static final String LABEL_FOR_OTHER = "labelForOther";

    public static final String DESCRIPTION_FOR_OTHER = "descriptionForOther";

    private static final Map<String, String> FOR_OTHER =
            Map.of("label", LABEL_FOR_OTHER, "description", DESCRIPTION_FOR_OTHER);

    /** form-js knows no else. */
    private static final String EITHER =
            "{{#if %1$s = null or %1$s = \"\"}}%2$s{{/if}}{{#if not(%1$s = null or %1$s = \"\")}}%3$s{{/if}}";

    /**
     * The custom property of the first text of a form that can be answered from the mail that asks for it, without a
     * login.
     */
    public static final String FROM_MAIL = "fromMail";

    /** Between blank lines, so that what is inside is read as Markdown. */
    private static final String SHOWN_AFTERWARDS = "<div class=\"mentoring-afterwards\">\n\n%s\n\n</div>";

    /** {@code {{days.offerAnswer}}} */
    private static final Pattern DAYS = Pattern.compile("\\{\\{\\s*days\\.(\\w+)\\s*}}");

    private ForReader() {}

    /** Whether the form says that it can be answered from a mail. */
    public static boolean isForMail(JsonNode form) {
        return form.findParents(FROM_MAIL).stream()
                .anyMatch(properties -> properties.path(FROM_MAIL).asBoolean());
    }

    /** @param groups of whoever reads it, by their ids */
    public static void leaveOut(JsonNode container, Set<String> groups) {
        var components = container.path("components").elements();
        while (components.hasNext()) {
            var component = components.next();
            var properties = component.path("properties");
            if (isForOthers(properties.path("namedBy"), groups) || isForOthers(properties.path("onlyFor"), groups)) {
                components.remove();
            } else {
                leaveOutOption(component, properties.path(OPTION_ONLY_FOR).asText(), groups);
                leaveOut(component, groups);
            }
        }
    }

    /** Fields are called as it fits, for whoever can name somebody else in the form. */
    public static void callForOthers(JsonNode form) {
        naming(form).ifPresent(other -> callForOthers(form, other));
    }

    private static Optional<String> naming(JsonNode container) {
        return StreamSupport.stream(container.path("components").spliterator(), false)
                .flatMap(component -> component.path("properties").has("namedBy")
                        ? Stream.of(component.path("key").asText())
                        : naming(component).stream())
                .findFirst();
    }

    private static void callForOthers(JsonNode container, String other) {
        for (var component : container.path("components")) {
            FOR_OTHER.forEach((property, forOther) -> {
                var said = component.path("properties").path(forOther).asText();
                if (!said.isEmpty() && component instanceof ObjectNode field) {
                    field.put(
                            property,
                            EITHER.formatted(other, field.path(property).asText(), said));
                }
            });
            callForOthers(component, other);
        }
    }

    private static boolean isForOthers(JsonNode group, Set<String> groups) {
        return !group.asText().isEmpty() && !groups.contains(group.asText());
    }

    /** Whoever is left with one answer need not give it. */
    private static void leaveOutOption(JsonNode component, String onlyFor, Set<String> groups) {
        var said = OPTION_AND_GROUP.matcher(onlyFor);
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

    /** @param days how many there are for what, by the names of the rules */
    public static void tell(JsonNode node, Map<String, Long> days) {
        eachText(
                node,
                component -> component.path("properties").has(AFTERWARDS)
                        ? SHOWN_AFTERWARDS.formatted(withDays(component, days))
                        : withDays(component, days));
    }

    /** The same where what is said afterwards stays a text like any other. */
    public static void tellDays(JsonNode node, Map<String, Long> days) {
        eachText(node, component -> withDays(component, days));
    }

    private static void eachText(JsonNode node, Function<ObjectNode, String> told) {
        if (node instanceof ObjectNode component
                && component.path("type").asText().equals("text")
                && component.path("text").isTextual()) {
            component.put("text", told.apply(component));
        }
        node.forEach(part -> eachText(part, told));
    }

    private static String withDays(ObjectNode component, Map<String, Long> days) {
        return DAYS.matcher(component.path("text").asText())
                .replaceAll(rule -> Matcher.quoteReplacement(inDays(rule, days)));
    }

    private static String inDays(MatchResult rule, Map<String, Long> days) {
        var known = days.get(rule.group(1));
        return known == null ? rule.group() : known.toString();
    }
}
