package org.reps.mentoring.engine.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.expressions.TakenNames;
import org.reps.mentoring.engine.forms.Feel;
import org.reps.mentoring.engine.forms.FormField;
import org.reps.mentoring.engine.mailed.MailForm;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.shown.AsTyped;
import org.reps.mentoring.engine.shown.ForReader;
import org.reps.mentoring.rules.ProgrammeLinks;

/** What would not work in a form, in the browser or when {@code FormCheck} looks at the answers. */
public final class FormFaults {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Components that only show something. */
    private static final Set<String> SHOWING = Set.of("text", "html", "group", "separator", "spacer", "image", "table");

    private static final Pattern KEY = Pattern.compile("[A-Za-z]\\w*");

    /** What the browser fills in or asks in a text. */
    private static final Pattern PLACE =
            Pattern.compile("\\{\\{(?:#if\\b|#loop\\b|/if\\b|/loop\\b)?(.*?)}}", Pattern.DOTALL);

    /** Stands for a value in a text that is looked at. */
    private static final String FILLED_IN = "\uE000";

    /** A value behind a backslash, in a tag, in the address of a link, or where lines are code. */
    private static final Pattern MORE_THAN_TEXT = Pattern.compile(
            "\\\\\uE000|<[A-Za-z/!?][^>]*\uE000|]\\([^)]*\uE000|^ *\\[.*]: *\\S*\uE000|^( {4}|\t)\\s*\uE000",
            Pattern.MULTILINE);

    /** What can be a link as a whole. */
    private static final Pattern LINKED = Pattern.compile("(?=.*\\S)[^\\[\\]{}\\\\\\v]+");

    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+{]");
    private static final Pattern REPETITION = Pattern.compile("[*+]|\\{\\d+,");

    private final String file;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    FormFaults(String file) {
        this.file = file;
    }

    /** The id by which diagrams name a form; empty when it has none. */
    public static String idOf(byte[] form) {
        var schema = read(form);
        return schema == null ? "" : schema.path("id").asText();
    }

    /** One sentence, or a few, for each fault. */
    List<String> in(byte[] form) {
        var schema = read(form);
        if (schema == null) {
            return List.of(file + " cannot be read as a form. Please open it in Camunda Modeler and save it again.");
        }
        if (schema.path("id").asText().isBlank()) {
            faults.add("The form in " + file + " has no id. Please give it the name of its file.");
        }
        checkComponents(schema, false);
        if (ForReader.isForMail(schema)) {
            MailForm.findProblems(schema, this::add);
        }
        return faults;
    }

    private static @Nullable JsonNode read(byte[] form) {
        try {
            var schema = JSON.readTree(form);
            return schema != null && schema.path("components").isArray() ? schema : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private void checkComponents(JsonNode container, boolean hideable) {
        for (var component : container.path("components")) {
            var canBeHidden = hideable || component.has("conditional");
            check(component, canBeHidden);
            checkComponents(component, canBeHidden);
        }
    }

    private void check(JsonNode component, boolean hideable) {
        var type = component.path("type").asText();
        var isInput = FormField.TYPES.contains(type);
        if (!isInput && !SHOWING.contains(type)) {
            add(component, "is a " + type + ", which does not work here." + insteadOf(type));
            return;
        }
        if (isInput) {
            checkKey(component);
            checkChoice(component, type);
            checkRequired(component, hideable);
            checkLimits(component.path("validate"), component);
        }
        // A group with a path makes objects of its fields, and submits overwrite the whole of them.
        addIf(
                !component.path("path").asText().isEmpty(),
                component,
                "has a path, and answers below a path are not taken. Please leave the path empty.");
        checkProperties(component, type);
        checkExpressions(component);
        checkText(component, "text");
        checkText(component, "content");
    }

    private static String insteadOf(String type) {
        return type.equals("datetime")
                ? " Please use a textfield with the custom property \"date\": with this one, people west of Greenwich"
                        + " send the day before."
                : " Please use one of " + String.join(", ", new TreeSet<>(FormField.TYPES)) + ".";
    }

    private void checkKey(JsonNode component) {
        var key = component.path("key").asText();
        if (!KEY.matcher(key).matches()) {
            add(
                    component,
                    "has the key \"" + key + "\". Please use a word of letters and digits, without dots and spaces.");
        } else if (TakenNames.contains(key)) {
            add(
                    component,
                    "has the key \"" + key
                            + "\", which is the name of something else in expressions. Please choose another.");
        } else if (!keys.add(key)) {
            add(component, "has the key \"" + key + "\" like another field. Please choose another.");
        }
    }

    private void checkChoice(JsonNode component, String type) {
        var kinds = Stream.of("values", "valuesKey", "valuesExpression")
                .filter(kind -> !component.path(kind).isEmpty()
                        || !component.path(kind).asText().isBlank())
                .count();
        addIf(
                FormField.CHOICES.contains(type) && kinds != 1,
                component,
                "needs options from one place. Please name them, or a variable or an expression that holds them.");
    }

    private void checkRequired(JsonNode component, boolean hideable) {
        addIf(
                hideable && component.path("validate").path("required").asBoolean(),
                component,
                "is required but can be hidden, and then nobody could go on. Please untick \"Required\" and add the"
                        + " custom property \"requiredWhenShown\" with the value true.");
    }

    /** What is computed in the browser only would not hold on the server. */
    private void checkLimits(JsonNode validate, JsonNode component) {
        addIf(
                Stream.of("minLength", "maxLength", "min", "max").anyMatch(limit -> isExpression(validate.path(limit)))
                        || isExpression(validate.path("required")),
                component,
                "has a computed limit, which could be passed by. Please give a fixed one.");
        addIf(
                isExpression(component.path("readonly")),
                component,
                "is read-only only at times, which could be passed by. Please use two fields of which one is hidden.");
        var pattern = validate.path("pattern").asText();
        addIf(
                REPEATED_GROUP.matcher(pattern).find()
                        || REPETITION.matcher(pattern).results().count() > 2,
                component,
                "has a pattern that repeats too much: for some answers, finding out that it does not match would take for"
                        + " ever. Please repeat no group, and no more than two characters.");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            add(component, "has a pattern that cannot be read. Please look at it again.");
        }
    }

    private void checkProperties(JsonNode component, String type) {
        var unknown = new TreeSet<String>();
        component.path("properties").fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FormField.PROPERTIES);
        addIf(
                !unknown.isEmpty(),
                component,
                "has the custom property " + String.join(", ", unknown)
                        + ", which nothing here reads. Please use one of "
                        + String.join(", ", new TreeSet<>(FormField.PROPERTIES)) + ".");
        for (var property : List.of("person", "people", "namedBy", "onlyFor")) {
            // What everybody may do needs no such property.
            var canBeAnybody = property.startsWith("pe");
            var whom = component.path("properties").path(property).asText();
            addIf(
                    component.path("properties").has(property)
                            && !(canBeAnybody && whom.equals("anybody"))
                            && Group.withId(whom).isEmpty(),
                    component,
                    "has the custom property " + property + " with the value " + whom
                            + ", which is no group. Please give one" + (canBeAnybody ? ", or anybody." : "."));
            addIf(
                    component.path("properties").has(property)
                            && !property.equals("onlyFor")
                            && !type.equals("textfield"),
                    component,
                    "has the custom property " + property
                            + ", which only a textfield can have. Please make it one, or leave it out.");
        }
        addIf(
                component.path("properties").has("namedBy")
                        && !component.path("properties").has("person"),
                component,
                "has the custom property namedBy without person, where nobody is named. Please add it, or leave both out.");
        checkLink(component, type);
        checkAfterwards(component, type);
        checkOption(component);
        var latest = component.path("properties").path("latest").asText();
        addIf(
                component.path("properties").has("latest")
                        && !FormField.LATEST.matcher(latest).matches(),
                component,
                "has the custom property latest with the value " + latest
                        + ", which is not understood here. Please give so many days, months or years, like P14D, P3M or"
                        + " P1Y.");
    }

    private void checkLink(JsonNode component, String type) {
        var properties = component.path("properties");
        if (!properties.has(FormField.PROGRAMME_LINK)) {
            return;
        }
        var name = properties.path(FormField.PROGRAMME_LINK).asText();
        addIf(
                !ProgrammeLinks.names().contains(name),
                component,
                "has the custom property " + FormField.PROGRAMME_LINK + " with the value " + name
                        + ", and the programme has no such link. Please use one of "
                        + String.join(", ", ProgrammeLinks.names()) + ".");
        addIf(
                !type.equals("text")
                        || !LINKED.matcher(component.path("text").asText()).matches(),
                component,
                "has the custom property " + FormField.PROGRAMME_LINK
                        + ", which makes a link of a text of one line without brackets. Please make it such a text.");
    }

    private void checkAfterwards(JsonNode component, String type) {
        addIf(
                component.path("properties").has(ForReader.AFTERWARDS)
                        && !(type.equals("text")
                                && component
                                        .path("properties")
                                        .path(ForReader.AFTERWARDS)
                                        .asText()
                                        .equals("true")),
                component,
                "has the custom property " + ForReader.AFTERWARDS
                        + ", which only a text can have, with the value true. Please make it such a text.");
    }

    private void checkOption(JsonNode component) {
        var onlyFor = component.path("properties").path(ForReader.OPTION_ONLY_FOR);
        var said = ForReader.OPTION_AND_GROUP.matcher(onlyFor.asText());
        addIf(
                !onlyFor.isMissingNode()
                        && !(said.matches()
                                && component
                                        .path("values")
                                        .findValuesAsText("value")
                                        .contains(said.group(1))
                                && Group.withId(said.group(2)).isPresent()),
                component,
                "has the custom property " + ForReader.OPTION_ONLY_FOR
                        + ", which does not name one of its values and a group. Please write it like \"nominate: mentors\".");
    }

    private void checkExpressions(JsonNode component) {
        var hide = Stream.of(component.path("conditional").path("hide"))
                .filter(condition -> !condition.asText().isBlank());
        var others = Stream.concat(stream(component), stream(component.path("validate")))
                .filter(FormFaults::isExpression);
        Stream.concat(hide, others)
                .map(JsonNode::asText)
                .forEach(expression -> Feel.problemOf(expression)
                        .ifPresent(
                                problem -> add(component, "has the expression " + expression + ", which " + problem)));
    }

    /** What {@link AsTyped} could not keep as it was typed. */
    private void checkText(JsonNode component, String property) {
        var text = component.path(property).asText();
        addIf(
                isExpression(component.path(property)),
                component,
                "is computed, and what people typed would be read as more than text. Please write a text with {{…}} in"
                        + " it.");
        if (isLeftOpen(text)) {
            add(component, "has {{ without }} behind it. Please add it.");
            return;
        }
        for (var place : PLACE.matcher(text).results().toList()) {
            var expression = place.group(1).strip();
            addIf(
                    expression.contains("{") || expression.contains("}"),
                    component,
                    "has {{" + expression + "}}, with braces inside. Please do without them.");
            if (!expression.isEmpty()) {
                Feel.problemOf(expression)
                        .ifPresent(problem -> add(component, "has {{" + expression + "}}, which " + problem));
            }
        }
        addIf(
                property.equals("text")
                        && isMoreThanText(AsTyped.VALUE.matcher(text).replaceAll(FILLED_IN)),
                component,
                "has {{…}} in a link, beside code, in an HTML tag or behind a backslash, where what people typed would be"
                        + " more than text. Please put it into a text of its own.");
    }

    /** Looking for the end of each, again and again, would take its time. */
    private static boolean isLeftOpen(String text) {
        var end = 0;
        for (int begin; (begin = text.indexOf("{{", end)) >= 0; end += 2) {
            end = text.indexOf("}}", begin + 2);
            if (end < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMoreThanText(String filledIn) {
        return filledIn.contains(FILLED_IN)
                && (filledIn.contains("`")
                        || filledIn.contains("~~~")
                        || MORE_THAN_TEXT.matcher(filledIn).find());
    }

    private static boolean isExpression(JsonNode value) {
        return value.isTextual() && value.asText().startsWith("=");
    }

    private static Stream<JsonNode> stream(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getValue);
    }

    private void addIf(boolean wrong, JsonNode component, String problem) {
        if (wrong) {
            add(component, problem);
        }
    }

    private void add(JsonNode component, String problem) {
        var name = Stream.of("label", "key", "id", "type")
                .map(property -> component.path(property).asText())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("a component");
        faults.add("In " + file + ", \"" + name + "\" " + problem);
    }
}
