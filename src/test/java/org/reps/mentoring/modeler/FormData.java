package org.reps.mentoring.modeler;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.reps.mentoring.FormFile;
import org.reps.mentoring.FormFile.Component;

/** Something to show for all that a form shows of its case: made of the form alone, so it is words and no example. */
final class FormData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{#?(?:if |loop )?\\s*([a-z]\\w*(?:\\.\\w+)*)\\s*}}");
    private static final Pattern COUNTED = Pattern.compile("count\\((\\w+)\\)");
    private static final Pattern COMPARED =
            Pattern.compile("([a-z]\\w*(?:\\.\\w+)*) = (?:\"([^\"]+)\"|(true|false)|null|\"\")");

    private final FormFile form;
    private final TreeMap<String, Object> found = new TreeMap<>();
    private final Set<String> asked;

    private FormData(FormFile form) {
        this.form = form;
        asked = form.components().stream()
                .filter(field -> !field.json().path("readonly").asBoolean())
                .map(Component::key)
                .collect(Collectors.toSet());
    }

    /** JSON to be put under "Form input"; {@code {}} where a form shows nothing of its case. */
    static ObjectNode of(FormFile form) {
        return new FormData(form).made();
    }

    private ObjectNode made() {
        for (var field : form.components()) {
            readOptions(field);
            readTable(field);
            readCondition(field.json().at("/conditional/hide").asText());
            if (field.json().path("readonly").asBoolean()) {
                found.putIfAbsent(field.key(), shownIn(field));
            }
        }
        for (var field : form.components()) {
            PLACEHOLDER
                    .matcher(field.json().toString())
                    .results()
                    .forEach(result -> found.putIfAbsent(result.group(1), words(result.group(1))));
        }
        var data = JSON.createObjectNode();
        found.forEach((path, value) -> put(data, path, value));
        asked.forEach(data::remove);
        return data;
    }

    private void readOptions(Component field) {
        var key = field.text("valuesKey");
        if (!key.isEmpty()) {
            var options = JSON.createArrayNode();
            for (var number : new String[] {"first", "second"}) {
                options.addObject().put("label", "The " + number).put("value", number);
            }
            found.put(key, options);
        }
    }

    private void readTable(Component field) {
        var rows = field.text("dataSource");
        if (rows.matches("=\\w+")) {
            var list = JSON.createArrayNode();
            var row = list.addObject();
            field.json()
                    .path("columns")
                    .forEach(column -> row.putPOJO(
                            column.path("key").asText(),
                            words(column.path("key").asText())));
            found.put(rows.substring(1), list);
        }
    }

    private void readCondition(String condition) {
        COUNTED.matcher(condition)
                .results()
                .forEach(result -> found.putIfAbsent(
                        result.group(1), JSON.createArrayNode().addPOJO(words(result.group(1)))));
        COMPARED.matcher(condition).results().forEach(result -> {
            var value = result.group(3) != null
                    ? (Object) result.group(3).equals("true")
                    : result.group(2) != null ? result.group(2) : words(result.group(1));
            found.putIfAbsent(result.group(1), value);
        });
    }

    private static Object shownIn(Component field) {
        return switch (field.type()) {
            case "number" -> 3;
            case "checkbox" -> true;
            case "radio", "select" -> field.json().at("/values/0/value").asText("first");
            case "checklist", "taglist" ->
                JSON.createArrayNode().add(field.json().at("/values/0/value").asText("first"));
            default -> words(field.key());
        };
    }

    private static void put(ObjectNode data, String path, Object value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            // Parts of it are shown, too, and say more.
            if (!data.path(path).isObject()) {
                data.putPOJO(path, value);
            }
        } else {
            var outer = path.substring(0, dot);
            put(
                    data.path(outer) instanceof ObjectNode inner ? inner : data.putObject(outer),
                    path.substring(dot + 1),
                    value);
        }
    }

    /** {@code mentee.firstName} as "first name"; days are a number. */
    private static Object words(String path) {
        var last = path.substring(path.lastIndexOf('.') + 1);
        return path.startsWith("days.") ? 7 : last.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
