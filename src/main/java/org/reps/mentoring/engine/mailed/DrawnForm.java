package org.reps.mentoring.engine.mailed;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.forms.Feel;
import org.reps.mentoring.engine.forms.Form;
import org.reps.mentoring.engine.forms.FormField;
import org.reps.mentoring.engine.mailed.MailedForm.Block;
import org.reps.mentoring.engine.mailed.MailedForm.Choice;
import org.reps.mentoring.engine.mailed.MailedForm.Part;
import org.reps.mentoring.engine.shown.ForReader;
import org.reps.mentoring.rules.Refusal;

/** One form, with what it shows and what was answered so far: which parts of it are there, and what they say. */
final class DrawnForm {

    /** As {@code FormCheck} takes them. */
    private static final int LONGEST = 4000;

    private final List<JsonNode> components;
    private final Map<String, FormField> fields;
    private final Map<String, String> answers;
    private final Map<String, @Nullable Object> known;
    private final PlainMarkdown texts;

    /**
     * @param form for its reader
     * @param values what it shows, by name
     * @param answers what was sent, by the keys of the fields
     */
    DrawnForm(JsonNode form, Map<String, @Nullable Object> values, Map<String, String> answers) {
        this.components = MailForm.components(form);
        this.fields = fields(form);
        this.answers = answers;
        this.texts = new PlainMarkdown(values);
        this.known = new HashMap<>(values);
        fields.values().stream().filter(FormField::writable).forEach(field -> known.put(field.key(), answered(field)));
    }

    private static Map<String, FormField> fields(JsonNode form) {
        return Form.read(InJson.write(form)).fields().stream()
                .collect(Collectors.toMap(FormField::key, Function.identity()));
    }

    /** The answers as a browser with form-js sends them; what belongs to no field goes along, to be refused. */
    Map<String, @Nullable Object> sent() {
        var sent = new HashMap<String, @Nullable Object>();
        answers.forEach((key, text) -> {
            var field = fields.get(key);
            sent.put(key, field != null && field.type().equals("checkbox") ? answered(field) : text);
        });
        return sent;
    }

    List<Part> parts(Map<String, String> faults) {
        return shown(false).stream().map(component -> part(component, faults)).toList();
    }

    /** What is said when it has been answered like this. */
    List<Block> afterwards() {
        return shown(true).stream()
                .flatMap(component -> texts.blocks(component.path("text").asText()).stream())
                .toList();
    }

    /** The first question of which one answer is chosen, for a mail that offers them; none where there is none. */
    static List<JsonNode> firstChoices(JsonNode form) {
        return MailForm.components(form).stream()
                .filter(MailForm::isAsked)
                .findFirst()
                .filter(component -> component.path("type").asText().equals("radio"))
                .map(component -> StreamSupport.stream(component.path("values").spliterator(), false)
                        .toList())
                .orElse(List.of());
    }

    /** The key of that question; empty where there is none. */
    static String keyOfFirst(JsonNode form) {
        return MailForm.components(form).stream()
                .filter(MailForm::isAsked)
                .findFirst()
                .filter(component -> component.path("type").asText().equals("radio"))
                .map(component -> component.path("key").asText())
                .orElse("");
    }

    private List<JsonNode> shown(boolean afterwards) {
        var results = new Feel(components.stream().map(DrawnForm::condition).filter(condition -> !condition.isBlank()))
                .evaluate(known);
        return components.stream()
                .filter(component -> component.path("properties").has(ForReader.AFTERWARDS) == afterwards)
                .filter(component -> !Boolean.TRUE.equals(results.get(condition(component))))
                .filter(component -> component.has("key") || !blocks(component).isEmpty())
                .toList();
    }

    private static String condition(JsonNode component) {
        return component.path("conditional").path("hide").asText();
    }

    private List<Block> blocks(JsonNode component) {
        return texts.blocks(component.path("text").asText());
    }

    private Part part(JsonNode component, Map<String, String> faults) {
        var field = fields.get(component.path("key").asText());
        if (field == null) {
            return new Part("text", "", "", "", false, 0, "", List.of(), blocks(component), "");
        }
        var value =
                field.writable() ? answers.getOrDefault(field.key(), "") : texts.filledIn("{{" + field.key() + "}}");
        var choices = StreamSupport.stream(component.path("values").spliterator(), false)
                .map(option -> new Choice(
                        option.path("label").asText(), option.path("value").asText()))
                .toList();
        var longest = field.validation().path("maxLength").asInt(LONGEST);
        var required =
                field.requiredWhenShown() || field.validation().path("required").asBoolean();
        return new Part(
                field.writable() ? field.type() : "shown",
                field.key(),
                texts.filledIn(field.label()),
                texts.filledIn(component.path("description").asText()),
                required,
                longest,
                value,
                choices,
                List.of(),
                faults.getOrDefault(field.key(), ""));
    }

    /** What conditions know of it. */
    private @Nullable Object answered(FormField field) {
        var text = answers.getOrDefault(field.key(), "");
        if (field.type().equals("checkbox")) {
            return !text.isEmpty();
        }
        if (text.isBlank()) {
            return field.emptyAnswer();
        }
        return field.type().equals("number") ? number(text) : text;
    }

    private static @Nullable Object number(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** @return by key of the field, as somebody reads it there */
    static Map<String, String> atFields(List<Refusal.Fault> faults, Function<Refusal.Fault, String> said) {
        return faults.stream()
                .filter(fault -> fault.field() != null)
                .collect(Collectors.toMap(Refusal.Fault::field, said, (one, other) -> one + " " + other));
    }
}
