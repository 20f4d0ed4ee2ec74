package org.reps.mentoring.engine.mailed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.reps.mentoring.engine.shown.ForReader;

/**
 * Whether a form may be answered from a mail: it is short, holds nothing confidential, and has nothing in it that only
 * form-js draws. Asked of what is deployed, and again whenever somebody comes by a link.
 */
public final class MailForm {

    private static final int MOST_ANSWERS = 5;

    private static final String TEXT = "text";

    private static final Set<String> ASKED =
            new TreeSet<>(Set.of("radio", "select", "checkbox", "textfield", "textarea", "number"));

    /** Of the custom properties those that need nothing of Tasklist's page. */
    private static final Set<String> PROPERTIES = Set.of(
            "requiredWhenShown",
            "date",
            "noPast",
            "noFuture",
            "latest",
            "transient",
            "keptAsSaid",
            ForReader.AFTERWARDS,
            ForReader.FROM_MAIL);

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{(?:#if\\s+)?[A-Za-z_]\\w*(?:\\.\\w+)*\\s*}}|\\{\\{/if}}");

    /** What {@link PlainMarkdown} does not read. */
    private static final Pattern MORE_THAN_LINES =
            Pattern.compile("\\{\\{|[`<]|]\\(|^#(?!## )|^\\s*(?:[-+>]|\\d+\\.)\\s", Pattern.MULTILINE);

    private static final String OR_LEAVE_OUT =
            " Please do without it, or leave out the custom property " + ForReader.FROM_MAIL + ".";

    private MailForm() {}

    static boolean isOne(JsonNode form) {
        var problems = new ArrayList<String>();
        findProblems(form, (component, problem) -> problems.add(problem));
        return ForReader.isForMail(form) && problems.isEmpty();
    }

    /** @param found gets each component that cannot be in such a form, and why, as it goes on after its name */
    public static void findProblems(JsonNode form, BiConsumer<JsonNode, String> found) {
        // Also what would not be drawn: the answer could hang on it.
        form.findParents("confidential")
                .forEach(properties -> found.accept(
                        ownerOf(form, properties),
                        "is confidential, and what is answered from a mail must not be: whoever has the mail reads the"
                                + " form." + OR_LEAVE_OUT));
        var components = components(form);
        for (var component : components) {
            check(component, component == components.get(0), found);
        }
        var asked = components.stream().filter(MailForm::isAsked).toList();
        if (asked.isEmpty() || asked.size() > MOST_ANSWERS) {
            found.accept(
                    form,
                    "asks for " + asked.size() + " answers, and can be answered from a mail. That is for 1 to "
                            + MOST_ANSWERS + "." + OR_LEAVE_OUT);
        }
    }

    static boolean isAsked(JsonNode component) {
        return component.has("key")
                && !component.path("readonly").asBoolean()
                && !component.path("disabled").asBoolean();
    }

    static List<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false)
                .toList();
    }

    private static JsonNode ownerOf(JsonNode form, JsonNode properties) {
        return form.findParents("properties").stream()
                .filter(component -> component.path("properties") == properties)
                .findFirst()
                .orElse(form);
    }

    private static void check(JsonNode component, boolean isFirst, BiConsumer<JsonNode, String> found) {
        var type = component.path("type").asText();
        if (!type.equals(TEXT) && !ASKED.contains(type)) {
            found.accept(
                    component,
                    "is a " + type + ", which the page that opens from a mail does not draw. It has text and "
                            + String.join(", ", ASKED) + "." + OR_LEAVE_OUT);
        }
        var others = new TreeSet<String>();
        component.path("properties").fieldNames().forEachRemaining(others::add);
        others.removeAll(PROPERTIES);
        others.remove("confidential");
        if (!others.isEmpty()) {
            found.accept(
                    component,
                    "has the custom property " + String.join(", ", others)
                            + ", which the page that opens from a mail does not know." + OR_LEAVE_OUT);
        }
        if (component.path("properties").has(ForReader.FROM_MAIL) && !(isFirst && type.equals(TEXT))) {
            found.accept(
                    component,
                    "has the custom property " + ForReader.FROM_MAIL
                            + ", which only the first text of a form can have. Please put it there.");
        }
        if (component.has("valuesKey") || component.has("valuesExpression") || component.has("defaultValue")) {
            found.accept(
                    component,
                    "has options, or an answer, that do not stand in the form, and the page that opens from a mail does"
                            + " not know them." + OR_LEAVE_OUT);
        }
        for (var shown : List.of("text", "label", "description")) {
            var words = PLACE.matcher(component.path(shown).asText()).replaceAll("");
            if (MORE_THAN_LINES.matcher(words).find()) {
                found.accept(
                        component,
                        "has more in its " + shown + " than the page that opens from a mail can show: lines, lists that"
                                + " begin with *, headings that begin with ###, **bold** words, and {{…}} with a name."
                                + OR_LEAVE_OUT);
            }
        }
    }
}
