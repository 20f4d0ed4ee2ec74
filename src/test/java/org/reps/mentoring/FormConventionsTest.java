package org.reps.mentoring;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.Diagram.FormUse;
import org.reps.mentoring.FormFile.Component;

/** What is asked of our own forms beyond what {@code engine/DeploymentCheck} asks of every form. */
class FormConventionsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([#/](?:if|loop))?\\s*(.*?)\\s*}}");
    /** In code, in the address of a link, in a tag, or behind a backslash. */
    private static final Pattern MORE_THAN_TEXT = Pattern.compile("`|~~~|]\\([^)]*\\{\\{|<[^>]*\\{\\{|\\\\\\{\\{");

    private static final Pattern REFERENCE = Pattern.compile("(?<![.\\w])([A-Za-z]\\w*)(?:\\.(\\w+))?(?!\\w*\\s*[(:])");
    private static final Set<String> FEEL = Set.of(
            "if",
            "then",
            "else",
            "null",
            "true",
            "false",
            "and",
            "or",
            "in",
            "for",
            "return",
            "between",
            "some",
            "every",
            "satisfies",
            "item",
            "this");

    private static final List<FormUse> USES =
            Diagram.all().flatMap(Diagram::formUses).toList();

    @ParameterizedTest
    @MethodSource("forms")
    @Retention(RetentionPolicy.RUNTIME)
    private @interface EachForm {}

    private static Stream<FormFile> forms() {
        return FormFile.all();
    }

    @EachForm
    void a_form_is_used_once(FormFile form) {
        assertThat(uses(form))
                .as("uses of " + form)
                .extracting(FormUse::element)
                .hasSize(1);
    }

    @EachForm
    void a_form_has_the_name_of_its_file_and_is_made_for_this_engine(FormFile form) {
        assertThat(Stream.of("id", "executionPlatform", "executionPlatformVersion")
                        .map(name -> form.schema().path(name).asText()))
                .as("in " + form)
                .containsExactly(form.name(), "Camunda Platform", "7.24.0");
        assertThat(form.schema().path("schemaVersion").asInt()).as("in " + form).isBetween(1, 16);
        assertThat(form.schema().at("/exporter/name").asText()).as("in " + form).isNotBlank();
    }

    @EachForm
    void every_form_begins_with_help(FormFile form) {
        var first = form.components().get(0);
        assertThat(first.type()).as("in " + form).isEqualTo("text");
        assertThat(first.text("text")).as("in " + form).hasSizeGreaterThanOrEqualTo(80);
    }

    @EachForm
    void ids_and_keys_are_unique(FormFile form) {
        assertThat(form.components())
                .extracting(Component::id)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(form.keys()).as("in " + form).doesNotHaveDuplicates();
    }

    @EachForm
    void keys_are_written_in_one_way(FormFile form) {
        assertEach(form, component -> !isInput(component) || component.key().matches("[a-z][A-Za-z0-9]*"));
    }

    /** form-js puts a star only beside what is always required. */
    @EachForm
    void what_is_required_when_it_is_shown_has_a_star(FormFile form) {
        assertEach(
                form,
                component -> component.text("label").endsWith(" *")
                        == component
                                .json()
                                .path("properties")
                                .path("requiredWhenShown")
                                .asBoolean());
    }

    @EachForm
    void a_field_is_labelled_and_limited(FormFile form) {
        assertEach(
                form,
                component -> !isInput(component) || !component.text("label").isBlank());
        assertEach(
                form,
                component -> !Set.of("textfield", "textarea").contains(component.type())
                        || component.json().path("readonly").asBoolean()
                        || (limit(component, "maxLength") >= 1 && limit(component, "maxLength") <= 4000));
        assertEach(
                form,
                component -> !component.type().equals("number") || limit(component, "min") <= limit(component, "max"));
    }

    @EachForm
    void what_only_contacts_read_is_sealed(FormFile form) {
        assertEach(
                form,
                component -> !component.text("description").startsWith("Only contacts read")
                        || component.json().at("/properties/confidential").asBoolean());
    }

    @EachForm
    void options_are_what_the_task_provides(FormFile form) {
        var provided = use(form).inputs().keySet();
        assertEach(
                form,
                component -> !component.json().has("valuesKey") || provided.contains(component.text("valuesKey")));
        assertEach(
                form,
                component ->
                        references(component.text("dataSource")).allMatch(name -> provided.contains(name.group(1))));
    }

    @EachForm
    void texts_and_conditions_name_what_there_is(FormFile form) {
        var known = variables(form);
        var unknown = form.components().stream()
                .flatMap(component -> Stream.concat(placeholders(component), conditions(component))
                        .flatMap(FormConventionsTest::references)
                        .filter(reference -> !isKnown(reference, known))
                        .map(reference -> component.id() + ": " + reference.group()));
        assertThat(unknown).as("in " + form).isEmpty();
    }

    @EachForm
    void texts_do_not_use_else(FormFile form) {
        assertThat(form.schema().toString()).as(form.toString()).doesNotContainPattern("\\{\\{\\s*else");
    }

    /** The server makes values stay text in a text, and nowhere else; in HTML their line breaks would be lost. */
    @EachForm
    void what_people_typed_is_filled_in_where_it_stays_as_typed(FormFile form) {
        assertEach(form, component -> !component.type().equals("html"));
        assertEach(form, component -> !component.text("text").startsWith("="));
        assertEach(
                form,
                component -> !MORE_THAN_TEXT.matcher(component.text("text")).find());
    }

    private static void assertEach(FormFile form, Predicate<Component> rule) {
        assertThat(form.components().stream().filter(rule.negate()))
                .as("in " + form)
                .extracting(Component::id)
                .isEmpty();
    }

    private static boolean isInput(Component component) {
        return !component.key().isEmpty();
    }

    /** The limit, or no number when there is none, which no comparison holds for. */
    private static double limit(Component component, String name) {
        return component.json().path("validate").path(name).asDouble(Double.NaN);
    }

    private static List<FormUse> uses(FormFile form) {
        return USES.stream().filter(use -> use.form().equals(form.name())).toList();
    }

    private static FormUse use(FormFile form) {
        return uses(form).stream().findFirst().orElseThrow(() -> new AssertionError(form + " is not used"));
    }

    /**
     * What a form can show: its own answers, what its task provides, and what earlier forms of the case were answered.
     */
    private static Map<String, Class<?>> variables(FormFile form) {
        var use = use(form);
        var known = new HashMap<String, Class<?>>();
        form.keys().forEach(key -> known.put(key, Object.class));
        // Start forms load no variables.
        if (!use.start()) {
            use.diagram()
                    .formUses()
                    .flatMap(other -> FormFile.named(other.form()).stream())
                    .flatMap(other -> other.keys().stream())
                    .forEach(key -> known.put(key, Object.class));
            known.putAll(use.inputs());
        }
        return known;
    }

    /** What the placeholders of a component name, except inside loops, where names may be those of the loop's items. */
    private static Stream<String> placeholders(Component component) {
        var named = new ArrayList<String>();
        for (var property : List.of("text", "content", "label", "description")) {
            var loops = 0;
            for (var placeholder :
                    PLACEHOLDER.matcher(component.text(property)).results().toList()) {
                if ("/loop".equals(placeholder.group(1))) {
                    loops--;
                }
                if (loops == 0) {
                    named.add(placeholder.group(2));
                }
                if ("#loop".equals(placeholder.group(1))) {
                    loops++;
                }
            }
        }
        return named.stream();
    }

    private static Stream<String> conditions(Component component) {
        return Stream.of(
                component.json().at("/conditional/hide").asText(),
                component.text("valuesExpression"),
                component.text("dataSource"));
    }

    /** The variables a FEEL expression names, with the property that is read of them. */
    private static Stream<MatchResult> references(String feel) {
        return REFERENCE
                .matcher(feel.replaceAll("\"[^\"]*\"", ""))
                .results()
                .filter(not(reference -> FEEL.contains(reference.group(1))));
    }

    private static boolean isKnown(MatchResult reference, Map<String, Class<?>> known) {
        var type = known.get(reference.group(1));
        if (type == null || reference.group(2) == null || !type.isRecord()) {
            return type != null;
        }
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(toSet())
                .contains(reference.group(2));
    }
}
