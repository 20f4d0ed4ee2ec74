package org.reps.mentoring;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram.FormUse;
import org.reps.mentoring.FormFile.Component;
import org.reps.mentoring.engine.shown.Shown;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.rules.ProgrammeLinks;

/** What is asked of our own forms beyond what {@code engine/DeploymentCheck} asks of every form. */
class FormConventionsTest {

    /** One of the answers in the condition of a field, and what it answers. */
    private static final Pattern SHOWN_WITH = Pattern.compile("(\\w+) = \"([^\"]*)\"");

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

    /** A first capacity is said by nobody before, and the time zone of the mail settings is said where it is shown. */
    private static final Set<String> IN_THE_PROFILE =
            Set.of("languages", "skills", "skillsWanted", "goals", "noteForMentor", "noNewMenteesUntil");

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

    /**
     * Two who meet have two clocks; the day stands in the field before. What begins something knows nobody yet, and
     * whoever moves a call of many cannot be shown all of theirs.
     */
    @EachForm
    void where_a_time_is_asked_the_form_says_whose_clock_is_the_other_one(FormFile form) {
        assertEach(
                form,
                component -> !component.json().at("/properties/time").asBoolean()
                        || use(form).start()
                        || form.name().contains("mentors-call-change")
                        || (component.json().at("/properties").has("otherZone")
                                && component.json().at("/properties").has("other")
                                && form.components()
                                        .get(form.components().indexOf(component) - 1)
                                        .json()
                                        .at("/properties/date")
                                        .asBoolean()));
    }

    /** A browser shows it in the order of its reader, and offers a calendar. */
    @EachForm
    void nobody_is_told_how_to_spell_a_day_or_a_time(FormFile form) {
        assertEach(form, component -> !component.text("description").contains("for example 20"));
        assertEach(form, component -> !component.text("description").contains("Hours and minutes"));
    }

    @EachForm
    void what_only_contacts_read_is_sealed(FormFile form) {
        assertEach(
                form,
                component -> !component.text("description").startsWith("Only contacts read")
                        || component.json().at("/properties/confidential").asBoolean());
    }

    @EachForm
    void where_only_contacts_name_somebody_the_form_keeps_it_from_others_and_says_what_oneself_is(FormFile form) {
        assertEach(
                form,
                component -> component.text("description").endsWith("leave this empty.")
                        == component.json().at("/properties/namedBy").asText().equals("contacts"));
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

    /**
     * Who can be chosen changes while a task waits. What the form offers otherwise always holds something: it stands in
     * the form itself, or is the same in every form.
     */
    @EachForm
    void where_nobody_may_be_left_to_choose_the_form_says_so_and_leaves_another_answer(FormFile form) {
        var choices = choices(form).toList();
        for (var choice : choices) {
            // A list in which one option always stands for nobody is not conditional.
            var least = answersThatShow(choice).isEmpty() ? 1 : 0;
            var said = "=count(" + choice.text("valuesKey") + ") > " + least;
            assertThat(form.components())
                    .as("what " + form + " says without " + choice.id())
                    .anyMatch(component -> component.type().equals("text")
                            && component.json().at("/conditional/hide").asText().equals(said));
            assertThat(least == 1
                            || answers(questionBefore(form, choice))
                                    .anyMatch(answer -> choices.stream()
                                            .noneMatch(other ->
                                                    answersThatShow(other).contains(answer))))
                    .as("an answer of " + form + " without " + choice.id())
                    .isTrue();
        }
    }

    /** What a task is for is its first answer. */
    @EachForm
    void a_task_for_choosing_somebody_begins_only_where_there_is_somebody(FormFile form) {
        var use = use(form);
        choices(form)
                .filter(choice -> answers(questionBefore(form, choice))
                        .findFirst()
                        .filter(answersThatShow(choice)::contains)
                        .isPresent())
                .forEach(choice -> {
                    FlowNode task = use.diagram().model().getModelElementById(use.element());
                    var somebody = "!" + input(task, choice.text("valuesKey")) + ".isEmpty()";
                    assertThat(isBehind(somebody, task, new HashSet<>()))
                            .as("every way to " + use.element() + " in " + use.diagram() + " asks " + somebody)
                            .isTrue();
                });
    }

    @Test
    void there_are_tasks_for_choosing_somebody() {
        assertThat(FormFile.all().filter(form -> choices(form).findAny().isPresent()))
                .hasSizeGreaterThan(4);
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

    /** Where the programme keeps something is a setting, and forms name it. */
    @EachForm
    void no_address_stands_in_a_form(FormFile form) {
        assertThat(form.schema().toString()).as("in " + form).doesNotContainPattern("https?://\\w");
    }

    @Test
    void no_address_stands_in_a_mail() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/mail"))) {
            for (var mail :
                    files.filter(file -> file.toString().endsWith(".txt")).toList()) {
                assertThat(mail).content().doesNotContainPattern("https?://");
            }
        }
    }

    @Test
    void forms_lead_to_all_that_the_programme_keeps_elsewhere() {
        assertThat(FormFile.all()
                        .flatMap(form -> form.components().stream())
                        .map(component ->
                                component.json().at("/properties/programmeLink").asText())
                        .filter(not(String::isEmpty))
                        .collect(toSet()))
                .hasSameElementsAs(ProgrammeLinks.names());
    }

    /** It is asked for when the form is opened, and kept nowhere. */
    @EachForm
    void how_to_reach_somebody_is_shown_where_the_task_says_whom(FormFile form) {
        var shown = form.components().stream()
                .flatMap(FormConventionsTest::placeholders)
                .anyMatch(Shown.HOW_TO_REACH::equals);
        assertThat(shown).as("in " + form).isEqualTo(saysHowToReach(use(form)));
    }

    private static boolean saysHowToReach(FormUse use) {
        return use.diagram()
                .elements()
                .filter(element -> element.getLocalName().equals("property")
                        && element.getAttribute("name").equals(Shown.HOW_TO_REACH))
                .anyMatch(property -> Diagram.nearestId(property).equals(use.element()));
    }

    /** What stands in a profile is filled in by the name under which the profile is handed out. */
    @EachForm
    void what_is_filled_in_from_the_profile_is_there(FormFile form) {
        var own = Stream.of(Profiles.Own.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertEach(
                form,
                component -> !component.json().at("/properties").has("fromProfile")
                        || own.contains(
                                component.json().at("/properties/fromProfile").asText()));
        assertEach(
                form,
                component -> Set.of("", "reps", "mentors", "contacts")
                        .contains(component.json().at("/properties/onlyFor").asText()));
    }

    /** Nobody is asked twice for what stands in their profile. */
    @EachForm
    void what_stands_in_the_profile_is_filled_in_wherever_it_is_asked(FormFile form) {
        assertEach(
                form,
                component -> !IN_THE_PROFILE.contains(component.key())
                        || component.json().path("readonly").asBoolean()
                        || component.json().at("/properties").has("fromProfile"));
    }

    /** The fields that need one of the options that the task provides. */
    private static Stream<Component> choices(FormFile form) {
        return form.components().stream()
                .filter(component -> component.json().has("valuesKey")
                        && (component.json().at("/validate/required").asBoolean()
                                || component
                                        .json()
                                        .at("/properties/requiredWhenShown")
                                        .asBoolean()));
    }

    /** The answers to another question with which a field is shown; none for a field that always is. */
    private static List<String> answersThatShow(Component field) {
        return SHOWN_WITH
                .matcher(field.json().at("/conditional/hide").asText())
                .results()
                .map(answer -> answer.group(2))
                .toList();
    }

    private static Optional<Component> questionBefore(FormFile form, Component field) {
        return SHOWN_WITH
                .matcher(field.json().at("/conditional/hide").asText())
                .results()
                .map(answer -> answer.group(1))
                .flatMap(key -> form.components().stream()
                        .filter(component -> component.key().equals(key)))
                .findFirst();
    }

    private static Stream<String> answers(Optional<Component> question) {
        return question.stream()
                .flatMap(component ->
                        StreamSupport.stream(component.json().path("values").spliterator(), false))
                .map(option -> option.path("value").asText());
    }

    /** What an input mapping of the task calls. */
    private static String input(FlowNode task, String name) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .filter(input -> input.getCamundaName().equals(name))
                .map(input -> input.getTextContent().replaceAll("^\\$\\{|}$", ""))
                .findFirst()
                .orElseThrow();
    }

    /** Whether this holds on every way to the node, from the last thing that was done. */
    private static boolean isBehind(String condition, FlowNode node, Set<FlowNode> seen) {
        return node.getIncoming().stream()
                .allMatch(flow -> (flow.getConditionExpression() != null
                                && flow.getConditionExpression()
                                        .getTextContent()
                                        .contains(condition))
                        || (flow.getSource() instanceof ExclusiveGateway gateway
                                && seen.add(gateway)
                                && isBehind(condition, gateway, seen)));
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
        known.put("days", Object.class);
        // Start forms load no variables.
        if (!use.start()) {
            use.diagram()
                    .formUses()
                    .flatMap(other -> FormFile.named(other.form()).stream())
                    .flatMap(other -> other.keys().stream())
                    .forEach(key -> known.put(key, Object.class));
            known.putAll(use.inputs());
            if (saysHowToReach(use)) {
                known.put(Shown.HOW_TO_REACH, String.class);
            }
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
                component.text("dataSource"),
                component.json().at("/properties/zone").asText(),
                component.json().at("/properties/otherZone").asText(),
                component.json().at("/properties/other").asText());
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
