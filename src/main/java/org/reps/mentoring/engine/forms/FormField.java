package org.reps.mentoring.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.shown.ForReader;
import org.reps.mentoring.rules.ProgrammeLinks;
import org.reps.mentoring.text.Bound;
import org.reps.mentoring.text.Typed;
import org.reps.mentoring.text.Wanted;

/**
 * One field of a Camunda Form that collects an answer.
 *
 * @param key name of the variable the answer becomes
 * @param type component type of form-js, e.g. {@code textfield}
 * @param label what the person reads beside the field, without the star that marks what is required
 * @param hiddenWhen FEEL conditions of the field and the groups around it; one that holds hides the field
 * @param validation the {@code validate} object of the schema, never null but possibly missing
 * @param options the fixed options, if the field has some
 * @param optionsName name of the list of {@link OfferedEverywhere}, or of the variable, that holds the options
 * @param optionsExpression FEEL expression that yields the options
 * @param writable false for fields that only show something
 * @param requiredWhenShown whether an answer is required unless the field is hidden; form-js cannot say this without
 *     blocking the form, so it is a custom property of the field
 * @param isConfidential whether the answer is sealed, so that only a reference to it goes any further
 * @param isTransient whether the answer is only handed to the step that keeps it and is never stored as a variable
 * @param decimals how many decimals a number may have
 * @param increment what a number must be a multiple of
 * @param date whether a text has to be a date, in any spelling that means one day; a custom property, because the date
 *     field of form-js is a day off for people west of UTC who type a date and go on with the tab key
 * @param time whether a text has to be a time of day; a custom property for the same reason
 * @param noPast whether a date must not lie in the past
 * @param noFuture whether a date must not be still to come
 * @param person whom a text has to name, {@code anybody} or one of a group; a custom property, null where it names
 *     nobody
 * @param people the same where it can name several
 * @param namedBy the group whose members alone may name somebody else than themselves; for all others the text stays as
 *     they typed it, so that the step that refuses it is all they learn. Null where everybody may
 * @param latest how long after today a date may lie at most; null where that is not said
 */
public record FormField(
        String key,
        String type,
        String label,
        List<String> hiddenWhen,
        JsonNode validation,
        List<String> options,
        @Nullable String optionsName,
        @Nullable String optionsExpression,
        boolean writable,
        boolean requiredWhenShown,
        boolean isConfidential,
        boolean isTransient,
        @Nullable Integer decimals,
        @Nullable BigDecimal increment,
        boolean date,
        boolean time,
        boolean noPast,
        boolean noFuture,
        @Nullable String person,
        @Nullable String people,
        @Nullable String namedBy,
        @Nullable Period latest) {

    /** The components of form-js whose answers {@link FormCheck} can check, and that work in Tasklist. */
    public static final Set<String> TYPES =
            Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist");

    /** Those of them whose answer is one of its options, or some. */
    public static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");

    /** The custom property that makes a link of a text; its value is one of {@link ProgrammeLinks#names()}. */
    public static final String PROGRAMME_LINK = "programmeLink";

    /**
     * The custom properties that something here reads. What is {@code keptAsSaid} decides nothing: no diagram, table or
     * step asks which option was chosen, and a form can offer others. The profile has its own, {@code own-profile.js},
     * and so have the clocks of others, {@code other-clocks.js}. Of what is {@code namedBy} or {@code onlyFor} a group
     * others are sent nothing; the step that gets the answer refuses it.
     */
    public static final Set<String> PROPERTIES = Set.of(
            "requiredWhenShown",
            "date",
            "time",
            "noPast",
            "noFuture",
            "latest",
            "person",
            "people",
            "namedBy",
            "transient",
            "confidential",
            "keptAsSaid",
            "fromProfile",
            "onlyFor",
            "zone",
            "otherZone",
            "other",
            ForReader.OPTION_ONLY_FOR,
            ForReader.LABEL_FOR_OTHER,
            ForReader.DESCRIPTION_FOR_OTHER,
            PROGRAMME_LINK,
            ForReader.AFTERWARDS,
            ForReader.FROM_MAIL);

    /** What {@code latest} can say: so many days, months or years. */
    public static final Pattern LATEST = Pattern.compile("P[1-9][0-9]{0,3}[DMY]");

    static FormField of(JsonNode component, List<String> hiddenWhen) {
        var type = component.path("type").asText();
        var properties = component.path("properties");
        return new FormField(
                component.path("key").asText(),
                type,
                component.path("label").asText().replaceFirst(" \\*$", ""),
                hiddenWhen,
                component.path("validate"),
                optionValues(component.path("values")),
                textOrNull(component.path("valuesKey")),
                textOrNull(component.path("valuesExpression")),
                !component.path("disabled").asBoolean()
                        && !component.path("readonly").asBoolean(),
                properties.path("requiredWhenShown").asBoolean(),
                properties.path("confidential").asBoolean(),
                properties.path("transient").asBoolean(),
                component.has("decimalDigits") ? component.path("decimalDigits").asInt() : null,
                component.has("increment")
                        ? new BigDecimal(component.path("increment").asText())
                        : null,
                properties.path("date").asBoolean(),
                properties.path("time").asBoolean(),
                properties.path("noPast").asBoolean(),
                properties.path("noFuture").asBoolean(),
                textOrNull(properties.path("person")),
                textOrNull(properties.path("people")),
                textOrNull(properties.path("namedBy")),
                properties.has("latest")
                        ? Period.parse(properties.path("latest").asText())
                        : null);
    }

    /** The same with another label. */
    FormField labelled(String words) {
        return new FormField(
                key,
                type,
                words,
                hiddenWhen,
                validation,
                options,
                optionsName,
                optionsExpression,
                writable,
                requiredWhenShown,
                isConfidential,
                isTransient,
                decimals,
                increment,
                date,
                time,
                noPast,
                noFuture,
                person,
                people,
                namedBy,
                latest);
    }

    boolean required() {
        return requiredWhenShown || validation.path("required").asBoolean();
    }

    /** What a browser has in its place as long as there is no answer. */
    public @Nullable Object emptyAnswer() {
        return switch (type) {
            case "textfield", "textarea" -> "";
            case "checkbox" -> false;
            case "checklist", "taglist" -> List.of();
            default -> null;
        };
    }

    boolean hasOptions() {
        return CHOICES.contains(type);
    }

    /** What its text has to mean; null where it may be any. */
    @Nullable
    Typed typed() {
        if (!type.startsWith("text")) {
            return type.equals("number") ? Typed.NUMBER : null;
        }
        return date ? Typed.DAY : time ? Typed.TIME : null;
    }

    /** What is said to whoever gives nothing of that kind. */
    Wanted wanted() {
        if (type.equals("number")) {
            return decimals != null && decimals == 0 ? tooManyDecimals(0) : Wanted.of("number");
        }
        return Wanted.of(date ? "date" : "time");
    }

    /** How far its answer may go. */
    List<Bound> bounds(Clock clock) {
        if (type.equals("number")) {
            return Bound.ofNumber(limit("min"), limit("max"));
        }
        return date ? Bound.ofDay(noPast, noFuture, latest, clock) : List.of();
    }

    /** @param most how many there may be */
    static Wanted tooManyDecimals(int most) {
        return most == 0 ? Wanted.of("wholeNumber") : Wanted.of("decimals", most);
    }

    @Nullable
    BigDecimal limit(String name) {
        var limit = validation.path(name);
        return limit.isNumber() ? new BigDecimal(limit.asText()) : null;
    }

    /** The values in a list of options, which are objects with a label and a value, or plain texts. */
    static List<String> optionValues(JsonNode options) {
        return StreamSupport.stream(options.spliterator(), false)
                .map(option -> option.isObject() ? option.path("value").asText() : option.asText())
                .toList();
    }

    static List<String> with(List<String> conditions, JsonNode component) {
        var hide = component.path("conditional").path("hide").asText();
        if (hide.isBlank()) {
            return conditions;
        }
        var more = new ArrayList<>(conditions);
        more.add(hide);
        return List.copyOf(more);
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.asText().isBlank() ? null : node.asText();
    }
}
