package org.reps.mentoring.engine.forms;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.File;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.reps.mentoring.FormFile;

/**
 * Decides what a form takes, by other means than the code that enforces it: the file becomes a JSON Schema for an
 * independent validator, and conditions are evaluated by {@link FormCondition}. What it does not know is an error.
 *
 * <p>The rules, as form-js 1.8 and a person who fills the form in understand them:
 *
 * <ul>
 *   <li>First, everything sent has to be a field of the form and an answer of its kind, shown or not.
 *   <li>Then fields are hidden from top to bottom; a hidden field has no answer, also for the conditions below it.
 *   <li>Then the fields that are shown have to keep what the form says. Lengths are those of the browser: UTF-16 units
 *       without the blanks around the text.
 *   <li>A text field holds one line in which everything can be seen.
 * </ul>
 */
final class FormOracle {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> SINGLE = Set.of("radio", "select");
    private static final Set<String> LISTS = Set.of("checklist", "taglist");
    private static final Set<String> VALIDATION =
            Set.of("required", "min", "max", "minLength", "maxLength", "pattern", "validationType");
    private static final Set<String> PROPERTIES = Set.of(
            "requiredWhenShown",
            "transient",
            "date",
            "time",
            "noPast",
            "noFuture",
            "latest",
            "keptAsSaid",
            "labelForOther",
            "descriptionForOther",
            "fromProfile",
            "onlyFor",
            "optionOnlyFor");

    /** What leaves nothing to see. */
    private static final String HIDDEN = "[\\p{Cf}&&[^\\u0600-\\u0605\\u06DD\\u070F\\u08E2\\x{110BD}\\x{110CD}]]"
            + "\\p{Co}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2065\\u2800\\u3164\\uFDD0-\\uFDEF\\uFE00-\\uFE0F"
            + "\\uFFA0\\uFFF0-\\uFFF8\\uFFFE\\uFFFF\\x{16FE4}\\x{1D159}\\x{E0000}-\\x{E0FFF}";

    private static final String SYMBOLS = "[[\\p{So}\\p{Sm}&&[^\\u2800]][\\p{Cn}&&[\\x{1F000}-\\x{1FAFF}]]]";
    private static final String SKINS = "\\x{1F3FB}-\\x{1F3FF}";
    private static final String JOINING = Stream.of(
                    "Arabic",
                    "Syriac",
                    "Nko",
                    "Mongolian",
                    "Devanagari",
                    "Bengali",
                    "Gurmukhi",
                    "Gujarati",
                    "Oriya",
                    "Tamil",
                    "Telugu",
                    "Kannada",
                    "Malayalam",
                    "Sinhala",
                    "Khmer",
                    "Myanmar",
                    "Tibetan")
            .map("\\p{Is%s}"::formatted)
            .collect(joining("", "[", "]"));

    private static final String CHOSEN = "(?:[\\uFE00-\\uFE0E]|\\uFE0F(?:\\u200D(?=" + SYMBOLS + "))?)";
    private static final String JOINED = "[\\p{IsInherited}&&[^" + HIDDEN + "]]*[\\u200C\\u200D]";

    /** One line: what is hidden stands only where it makes another word or shape of what is seen. */
    private static final Pattern LINE = Pattern.compile(Stream.of(
                    "[" + SYMBOLS + SKINS + "](?:" + CHOSEN + "|\\u200D(?=" + SYMBOLS + "))?",
                    "\\p{IsHan}[\\uFE00-\\uFE0D\\x{E0100}-\\x{E01EF}]",
                    "\\p{IsMongolian}[\\u180B-\\u180D\\u180F]",
                    "[\\p{Po}\\u30300-9\\p{IsMongolian}\\p{IsMyanmar}]" + CHOSEN,
                    JOINING + JOINED,
                    "[^" + HIDDEN + "\\p{Cs}\\n-\\r\\u0085\\u2028\\u2029]")
            .collect(joining("|", "(?:", ")*+")));

    private static final Pattern BLANK = Pattern.compile("[\\t\\n\\r\\p{Z}" + HIDDEN + "]*");
    private static final Pattern AROUND = Pattern.compile("^[\\t\\n\\r\\p{Z}\\uFEFF]+|[\\t\\n\\r\\p{Z}\\uFEFF]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\t\\p{Z}]+");

    /** The only person there is, as somebody may type it. */
    private static final Pattern NAME = Pattern.compile("(?i)rumi|rumi sample|rumi sample \\(rumi\\)");

    private static final Pattern NAMES =
            Pattern.compile("(?i)[,; ]*((rumi( rumi)*|rumi sample|rumi sample \\(rumi\\)) ?([,;][,; ]*|$))+");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    /** What {@link Submissions} types: no thousands. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.,]([0-9]{1,2}|[0-9]{4,15}))?");

    private static final Pattern BY_NULL = Pattern.compile("= *if +(\\w+) *= *null +then +(\\[.*?]) +else +(\\[.*?])");
    private static final Pattern BY_FLAG = Pattern.compile("= *if +(\\w+) +then +(\\[.*?]) +else +(\\[.*?])");
    private static final Pattern OPTION = Pattern.compile("\\{label: \"([^\"]*)\", value: \"([^\"]*)\"}");

    /**
     * One field, as the file describes it.
     *
     * @param shownOnly the browser shows it and may send it again, but it is not an answer
     */
    record Field(
            String key, String label, String type, JsonNode json, List<FormCondition> hiddenWhen, boolean shownOnly) {

        boolean is(String property) {
            return json.path("properties").path(property).asText().equals("true");
        }

        /** Whether an answer names {@code person} or {@code people}. */
        boolean names(String property) {
            return json.path("properties").has(property);
        }

        /** Like {@code P3M}; null where nothing is said. */
        String latest() {
            return json.path("properties").path("latest").textValue();
        }

        boolean required() {
            return is("requiredWhenShown") || validate("required").asBoolean();
        }

        JsonNode validate(String name) {
            return json.path("validate").path(name);
        }

        boolean isText() {
            return TEXTS.contains(type);
        }

        boolean isList() {
            return LISTS.contains(type);
        }

        boolean isChoice() {
            return isList() || SINGLE.contains(type);
        }

        /** Whether it has custom properties of which only the acceptance is known here. */
        boolean isTreatedSpecially() {
            var names = new ArrayList<String>();
            json.path("properties").fieldNames().forEachRemaining(names::add);
            return !PROPERTIES.containsAll(names);
        }
    }

    /**
     * What surrounds a form when it is filled in.
     *
     * @param shown plain variables that conditions and options refer to
     * @param options the options in variables
     */
    record Surroundings(Map<String, Object> shown, Map<String, List<String>> options) {}

    /**
     * @param complaints the labels of the wrong fields, and unknown keys in quotes; empty when everything is accepted
     * @param values what comes out for each field that takes answers, when everything is accepted
     */
    record Verdict(Set<String> complaints, Map<String, Object> values) {}

    private final File file;
    private final List<Field> fields = new ArrayList<>();
    private final JsonSchema kinds;
    private final Map<Surroundings, JsonSchema> rules = new HashMap<>();

    FormOracle(File file) {
        this.file = file;
        collect(FormFile.read(file).schema(), List.of());
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var notAbove = fields.subList(i + 1, fields.size()).stream()
                    .filter(other -> !other.shownOnly())
                    .map(Field::key)
                    .toList();
            if (field.hiddenWhen().stream()
                    .anyMatch(condition -> condition.names().stream().anyMatch(notAbove::contains))) {
                throw unknown(field, "a condition on an answer that stands below");
            }
        }
        kinds = schema(this::kind);
    }

    List<Field> fields() {
        return fields;
    }

    List<Field> answered() {
        return fields.stream().filter(field -> !field.shownOnly()).toList();
    }

    /** Variables that hold options. */
    Set<String> optionVariables() {
        return fields.stream()
                .map(field -> field.json().path("valuesKey").asText())
                .filter(name -> !name.isEmpty())
                .collect(toSet());
    }

    /** Variables that conditions and option expressions name, and that are not answers of this form. */
    Set<String> shownVariables() {
        var names = new TreeSet<String>();
        for (var field : fields) {
            field.hiddenWhen().forEach(condition -> names.addAll(condition.names()));
            for (var shape : List.of(BY_NULL, BY_FLAG)) {
                var expression =
                        shape.matcher(field.json().path("valuesExpression").asText());
                if (expression.matches()) {
                    names.add(expression.group(1));
                }
            }
        }
        answered().forEach(field -> names.remove(field.key()));
        return names;
    }

    /** Those of the shown variables that are true or false. */
    Set<String> shownFlags() {
        var flags = new TreeSet<String>();
        for (var field : fields) {
            field.hiddenWhen().forEach(condition -> flags.addAll(condition.flags()));
            var expression =
                    BY_FLAG.matcher(field.json().path("valuesExpression").asText());
            if (expression.matches()) {
                flags.add(expression.group(1));
            }
        }
        flags.retainAll(shownVariables());
        return flags;
    }

    /** Texts that conditions compare answers with. */
    List<String> decisiveTexts() {
        return fields.stream()
                .flatMap(field -> field.hiddenWhen().stream())
                .flatMap(condition -> condition.texts().stream())
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * @param earliestDay the first ISO date that is not past everywhere on earth
     * @param latestDay the last ISO date that has begun somewhere on earth
     */
    Verdict judge(VariableMap submitted, Surroundings around, String earliestDay, String latestDay) {
        var complaints = new LinkedHashSet<String>();
        var keys = fields.stream().map(Field::key).toList();
        submitted.keySet().stream().filter(key -> !keys.contains(key)).forEach(key -> complaints.add('"' + key + '"'));
        var sent = NODES.objectNode();
        for (var field : answered()) {
            var node = node(field, submitted.getValueTyped(field.key()));
            if (!node.isNull()) {
                sent.set(field.key(), node);
            }
        }
        kinds.validate(sent).forEach(wrong -> complaints.add(field(wrong).label()));
        for (var field : answered()) {
            var text = BLANKS.matcher(sent.path(field.key()).asText()).replaceAll(" ");
            if (sent.has(field.key())
                    && ((field.names("person") && !NAME.matcher(text).matches())
                            || (field.names("people") && !NAMES.matcher(text).matches()))) {
                complaints.add(field.label());
            }
        }
        if (!complaints.isEmpty()) {
            return new Verdict(complaints, Map.of());
        }

        var hidden = removeHidden(sent, around);
        rules.computeIfAbsent(around, known -> schema(field -> rule(field, known))).validate(sent).stream()
                .map(this::field)
                .filter(field -> !hidden.contains(field))
                .forEach(field -> complaints.add(field.label()));
        for (var field : answered()) {
            if ((field.is("time")
                            && sent.has(field.key())
                            && !sent.path(field.key()).asText().matches("([01][0-9]|2[0-3]):[0-5][0-9]"))
                    || (field.type().equals("number") && sent.path(field.key()).isTextual())) {
                complaints.add(field.label());
            }
            if (field.is("date") && sent.has(field.key())) {
                var day = sent.path(field.key()).asText();
                if (!isDay(day)
                        || (field.is("noPast") && day.compareTo(earliestDay) < 0)
                        || (field.is("noFuture") && day.compareTo(latestDay) > 0)
                        || (field.latest() != null && day.compareTo(latestDay(latestDay, field.latest())) > 0)) {
                    complaints.add(field.label());
                }
            }
        }
        var values = new LinkedHashMap<String, Object>();
        for (var field : answered()) {
            values.put(field.key(), value(field, sent.path(field.key()), submitted.getValueTyped(field.key())));
        }
        return new Verdict(complaints, complaints.isEmpty() ? values : Map.of());
    }

    /** By the calendar of the JDK's older class. */
    private static String latestDay(String from, String duration) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(Instant.parse(from + "T00:00:00Z").toEpochMilli());
        var number = Integer.parseInt(duration.substring(1, duration.length() - 1));
        calendar.add(
                switch (duration.charAt(duration.length() - 1)) {
                    case 'D' -> Calendar.DATE;
                    case 'M' -> Calendar.MONTH;
                    default -> Calendar.YEAR;
                },
                number);
        return calendar.toInstant().toString().substring(0, 10);
    }

    /** Whether a person would see the field, given what the browser has for the variables and fields above it. */
    static boolean isShown(Field field, Map<String, ?> seen) {
        return field.hiddenWhen().stream().noneMatch(condition -> condition.holds(seen));
    }

    /** What form-js has where nothing was answered. */
    static Object empty(Field field) {
        if (field.isText()) {
            return "";
        }
        return field.type().equals("checkbox") ? false : null;
    }

    List<String> options(Field field, Surroundings around) {
        if (field.json().has("valuesKey")) {
            return around.options().getOrDefault(field.json().path("valuesKey").asText(), List.of());
        }
        if (field.json().has("valuesExpression")) {
            var text = field.json().path("valuesExpression").asText();
            var byFlag = BY_FLAG.matcher(text);
            if (byFlag.matches()) {
                var holds = Boolean.TRUE.equals(around.shown().get(byFlag.group(1)));
                return literals(field, byFlag.group(holds ? 2 : 3));
            }
            var expression = BY_NULL.matcher(text);
            if (!expression.matches()) {
                throw unknown(field, "the options " + text);
            }
            return literals(field, expression.group(around.shown().get(expression.group(1)) == null ? 2 : 3));
        }
        var options = new ArrayList<String>();
        for (var option : field.json().path("values")) {
            var value = option.isObject() ? option.path("value") : option;
            if (!value.isTextual()) {
                throw unknown(field, "the option " + option);
            }
            options.add(value.asText());
        }
        return options;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file.getName();
    }

    // --- reading the file

    private void collect(JsonNode container, List<FormCondition> around) {
        for (var component : container.path("components")) {
            var conditions = new ArrayList<>(around);
            var hide = component.path("conditional").path("hide");
            if (component.has("components")) {
                if (hide.isTextual()) {
                    conditions.add(new FormCondition(hide.asText()));
                }
                collect(component, conditions);
            } else if (component.has("key")) {
                if (hide.isTextual()) {
                    conditions.add(new FormCondition(hide.asText()));
                }
                fields.add(field(component, conditions));
            }
        }
    }

    private Field field(JsonNode json, List<FormCondition> hiddenWhen) {
        var field = new Field(
                json.path("key").asText(),
                // What is filled in has no name here.
                json.path("label").asText().replaceFirst(" \\*$", "").replaceAll("\\{\\{[^}]*}}", "…"),
                json.path("type").asText(),
                json,
                hiddenWhen,
                json.path("disabled").asBoolean() || json.path("readonly").asBoolean());
        if (field.label().isEmpty()
                || fields.stream().anyMatch(other -> other.label().equals(field.label()))) {
            throw unknown(field, "a label that does not tell it from others");
        }
        json.path("validate").fieldNames().forEachRemaining(name -> {
            if (!VALIDATION.contains(name)) {
                throw unknown(field, "the validation " + name);
            }
        });
        if (!Set.of("", "custom").contains(field.validate("validationType").asText())) {
            throw unknown(field, "the validation type " + field.validate("validationType"));
        }
        if (json.path("serializeToString").asBoolean()) {
            throw unknown(field, "numbers as text");
        }
        return field;
    }

    private AssertionError unknown(Field field, String what) {
        return new AssertionError(file + ", field " + field.key() + ": " + what + " is not known here");
    }

    private List<String> literals(Field field, String list) {
        if (!OPTION.matcher(list).replaceAll("").matches("\\[[, ]*]")) {
            throw unknown(field, "the options " + list);
        }
        return OPTION.matcher(list).results().map(option -> option.group(2)).toList();
    }

    // --- the form as JSON Schema

    @FunctionalInterface
    private interface Part {
        ObjectNode of(Field field);
    }

    private JsonSchema schema(Part part) {
        var schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var field : answered()) {
            var rule = part.of(field);
            if (rule.remove("required") != null) {
                required.add(field.key());
            }
            properties.set(field.key(), rule);
        }
        return SCHEMAS.getSchema(schema);
    }

    private ObjectNode kind(Field field) {
        var kind = NODES.objectNode();
        if (field.isList()) {
            kind.put("type", "array").put("maxItems", 100).putObject("items").put("type", "string");
        } else if (field.isText() || SINGLE.contains(field.type())) {
            // No control characters but tabs and line ends, and no halves of a character.
            kind.put("type", "string")
                    .put("maxLength", 4000)
                    .put("pattern", "\\A[\\t\\n\\r -~\\u00A0-\\uD7FF\\uE000-\\uFFFF]*\\z");
        } else if (field.type().equals("checkbox")) {
            kind.put("type", "boolean");
        } else if (field.type().equals("number")) {
            // The engine keeps whole numbers as integers.
            var types = kind.putArray("type");
            types.add("number").add("string");
            kind.put("maxLength", 4000);
            var either = kind.putArray("anyOf");
            either.addObject().put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
            either.addObject().putObject("not").put("multipleOf", 1);
        } else {
            throw unknown(field, "the type " + field.type());
        }
        return kind;
    }

    private ObjectNode rule(Field field, Surroundings around) {
        var rule = NODES.objectNode();
        if (field.required()) {
            rule.put("required", true);
            if (field.type().equals("checkbox")) {
                rule.put("const", true);
            }
        }
        if (field.isChoice()) {
            var options = NODES.objectNode();
            var values = options.putArray("enum");
            this.options(field, around).forEach(values::add);
            // A schema wants one option at least; this one cannot be sent.
            values.add(false);
            return field.isList() ? rule.set("items", options) : rule.setAll(options);
        }
        for (var limit : List.of("minLength", "maxLength", "min", "max")) {
            var value = field.validate(limit);
            if (!value.isMissingNode() && !value.isNumber()) {
                throw unknown(field, "the limit " + value);
            }
            if (value.isNumber() && field.isText() == limit.endsWith("Length")) {
                rule.set(field.isText() ? limit : limit + "imum", value);
            }
        }
        if (field.validate("pattern").isTextual() && field.isText()) {
            rule.set("pattern", field.validate("pattern"));
        }
        if (field.type().equals("number")) {
            var steps = rule.putArray("allOf");
            steps.addObject();
            if (field.json().has("decimalDigits")) {
                steps.addObject()
                        .put(
                                "multipleOf",
                                BigDecimal.ONE.movePointLeft(
                                        field.json().path("decimalDigits").asInt()));
            }
            if (field.json().has("increment")) {
                steps.addObject()
                        .put(
                                "multipleOf",
                                new BigDecimal(field.json().path("increment").asText()));
            }
        }
        return rule;
    }

    // --- what was sent as JSON

    private static JsonNode node(Field field, TypedValue sent) {
        if (sent == null) {
            return NODES.nullNode();
        }
        if (field.isList()) {
            return list(field, sent);
        }
        if (sent instanceof SerializableValue) {
            return foreign();
        }
        var value = sent.getValue();
        if (value == null
                || (value instanceof String text && BLANK.matcher(text).matches())) {
            return NODES.nullNode();
        }
        if (value instanceof String text) {
            // JSON Schema counts characters, browsers count UTF-16 units: two for each character beyond U+FFFF.
            var stripped = AROUND.matcher(text).replaceAll("");
            if (Set.of("textfield", "number").contains(field.type())
                    && !LINE.matcher(stripped).matches()) {
                return foreign();
            }
            if (field.type().equals("number") || field.is("date")) {
                stripped = inAsciiDigits(stripped);
            }
            if (field.type().equals("number") && NUMBER.matcher(stripped).matches()) {
                return NODES.numberNode(new BigDecimal(stripped.replace(',', '.')));
            }
            if (field.is("date") && field.isText()) {
                stripped = day(stripped);
            }
            if (field.is("time") && field.isText()) {
                stripped = time(stripped);
            }
            return NODES.textNode(stripped.replaceAll("[\\x{10000}-\\x{10FFFF}]", "\uFFFD\uFFFD"));
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue())
                    ? NODES.numberNode(new BigDecimal(number.toString()))
                    : foreign();
        }
        return foreign();
    }

    private static String inAsciiDigits(String text) {
        return Pattern.compile("[０-９]")
                .matcher(text)
                .replaceAll(digit -> String.valueOf("０１２３４５６７８９".indexOf(digit.group())));
    }

    /** In ISO, as far as {@link Submissions} spells days in other ways. */
    private static String day(String text) {
        return text.replaceFirst("^([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})$", "$3-$2-$1")
                .replaceFirst("^([0-9]{4})[–/]([0-9]{1,2})[–/]([0-9]{1,2})$", "$1-$2-$3")
                .replaceFirst("-([0-9])(?=-|$)", "-0$1")
                .replaceFirst("-([0-9])$", "-0$1");
    }

    /** The same for times. */
    private static String time(String text) {
        var time = Pattern.compile("([0-9]{1,2})[:.h]([0-9]{2})( pm)?").matcher(text);
        if (!time.matches()) {
            return text;
        }
        var hour = Integer.parseInt(time.group(1)) + (time.group(3) == null ? 0 : 12);
        return "%02d:%s".formatted(hour, time.group(2));
    }

    private static JsonNode list(Field field, TypedValue sent) {
        // Tasklist names a class only where the options are a variable: the class of these.
        if (sent instanceof ObjectValue object
                && !object.isDeserialized()
                && !field.json().has("valuesKey")) {
            return foreign();
        }
        if (sent instanceof SerializableValue serialized && serialized.getValueSerialized() != null) {
            try {
                var content = JSON.readTree(serialized.getValueSerialized());
                return content.isMissingNode()
                        ? foreign()
                        : content.isArray() && content.isEmpty() ? NODES.nullNode() : content;
            } catch (JsonProcessingException e) {
                return foreign();
            }
        }
        if (sent instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            return NODES.nullNode();
        }
        if (sent.getValue() == null) {
            return NODES.nullNode();
        }
        if (!(sent.getValue() instanceof Collection<?> items)) {
            return foreign();
        }
        if (items.isEmpty()) {
            return NODES.nullNode();
        }
        var list = NODES.arrayNode();
        items.forEach(item -> list.add(item instanceof String text ? NODES.textNode(text) : foreign()));
        return list;
    }

    /** Something no form sends. */
    private static JsonNode foreign() {
        return NODES.objectNode();
    }

    // --- what follows from it

    /** What is hidden has no answer, and the browser does not even remember that it was there. */
    private Set<Field> removeHidden(ObjectNode answers, Surroundings around) {
        var hidden = new HashSet<Field>();
        var seen = new HashMap<String, Object>(around.shown());
        for (var field : answered()) {
            // It may be shown only because of what it holds.
            seen.put(field.key(), answers.has(field.key()) ? plain(answers.path(field.key())) : empty(field));
            if (!isShown(field, seen)) {
                seen.remove(field.key());
                answers.remove(field.key());
                hidden.add(field);
            }
        }
        return hidden;
    }

    private static Object plain(JsonNode answer) {
        if (answer.isTextual()) {
            return answer.asText();
        }
        return answer.isBoolean() ? (Object) answer.asBoolean() : answer;
    }

    private Field field(ValidationMessage wrong) {
        var location = wrong.getInstanceLocation();
        var key = location.getNameCount() == 0 ? wrong.getProperty() : location.getName(0);
        return answered().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + ": which field is " + wrong));
    }

    /** A day of the Gregorian calendar in this or the next two centuries. */
    private static boolean isDay(String text) {
        var date = DATE.matcher(text);
        if (!date.matches()) {
            return false;
        }
        var year = Integer.parseInt(date.group(1));
        var month = Integer.parseInt(date.group(2));
        var day = Integer.parseInt(date.group(3));
        var leapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int[] days = {31, leapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return year >= 2000 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
    }

    /** The variable that an answer becomes. */
    private static Object value(Field field, JsonNode answer, TypedValue sent) {
        if (answer.isMissingNode()) {
            return null;
        }
        if (answer.isTextual() && (field.is("date") || field.is("time"))) {
            return answer.asText();
        }
        if (answer.isTextual()) {
            return AROUND.matcher((String) sent.getValue()).replaceAll("");
        }
        if (answer.isBoolean()) {
            return answer.asBoolean();
        }
        if (answer.isNumber()) {
            var whole = answer.decimalValue().remainder(BigDecimal.ONE).signum() == 0;
            return whole ? (Object) answer.decimalValue().intValueExact() : (Object) answer.doubleValue();
        }
        var items = new LinkedHashSet<String>();
        answer.forEach(item -> items.add(item.asText()));
        return List.copyOf(items);
    }
}
