package org.reps.mentoring.handbook;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.engine.drawn.Drawing;
import org.reps.mentoring.handbook.Chapter.Asking;
import org.reps.mentoring.handbook.Chapter.Letter;
import org.reps.mentoring.handbook.Chapter.Stage;
import org.reps.mentoring.handbook.Chapter.Told;
import org.reps.mentoring.rules.UsualRules;

/** What the handbook says of each diagram, form and mail: nothing is left out, and all of it is in words. */
class HandbookTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM = Pattern.compile("camunda:formRef=\"([^\"]+)\"");

    /** In a mail, in a form, and in a name. */
    private static final Pattern PLACE =
            Pattern.compile("\\[\\(\\$\\{([^}]*)}\\)]|\\{\\{([^}]*)}}|(?<![\\[(\"])\\$\\{([^}]*)}(?!\")");

    private static final List<Drawing> DRAWINGS = HandbookFiles.drawings();
    private static final Handbook HANDBOOK = new Handbook(UsualRules.rules(), Diagram.beans()::get);

    private final Map<String, Chapter> chapters = chapters("en");

    private static Map<String, Chapter> chapters(String language) {
        return DRAWINGS.stream()
                .collect(toMap(
                        Drawing::process, drawing -> HANDBOOK.chapter(drawing, DRAWINGS, language, Optional.empty())));
    }

    @Test
    void every_step_of_every_diagram_is_told_once() {
        Diagram.all().forEach(diagram -> {
            var drawn = diagram.model().getModelElementsByType(FlowNode.class).stream()
                    // Lines that part or meet there ask nothing.
                    .filter(node -> !(node instanceof Gateway && node.getName() == null))
                    .map(FlowNode::getId)
                    .toList();

            assertThat(chapter(diagram).steps()).extracting(Told::id).containsExactlyInAnyOrderElementsOf(drawn);
        });
    }

    @Test
    void every_task_says_who_does_it_by_when_and_stands_in_the_rule_book() {
        var rules = HANDBOOK.ruleBook(DRAWINGS, HandbookFiles.tables(), "en").rows().stream()
                .map(RuleBook.Row::step)
                .collect(toSet());
        Diagram.all()
                .forEach(diagram -> diagram.model()
                        .getModelElementsByType(UserTask.class)
                        .forEach(task -> {
                            assertThat(labels(step(diagram, task.getId())))
                                    .as(task.getId())
                                    .contains("Who", "Due", "What they read there", "The form says");
                            assertThat(rules).contains(task.getId());
                        }));
    }

    @Test
    void every_clock_says_in_words_when_it_goes_off_and_stands_in_the_rule_book() {
        var rules = HANDBOOK.ruleBook(DRAWINGS, HandbookFiles.tables(), "en").rows().stream()
                .flatMap(row -> row.cells().stream())
                .collect(joining("\n"));
        Diagram.all()
                .forEach(diagram -> diagram.model()
                        .getModelElementsByType(TimerEventDefinition.class)
                        .forEach(timer -> {
                            var event = (CatchEvent) timer.getParentElement();
                            var step = step(diagram, event.getId());

                            assertThat(labels(step)).as(event.getId()).contains("When");
                            assertThat(rules).contains(step.name());
                        }));
    }

    @Test
    void every_question_of_every_form_stands_with_the_step_that_asks_it() throws IOException {
        var asked = new HashSet<String>();
        for (var diagram : Diagram.all().toList()) {
            var forms = FORM.matcher(Files.readString(Path.of("bpmn", diagram.name() + ".bpmn")))
                    .results()
                    .map(found -> found.group(1))
                    .collect(toSet());
            asked.addAll(forms);
            for (var form : forms) {
                var labels = new ArrayList<String>();
                collectKeys(JSON.readTree(Path.of("forms", form + ".form").toFile()), labels);
                assertThat(chapter(diagram).steps().stream()
                                .filter(step -> step.questions().size() == labels.size())
                                .map(step -> step.questions().stream()
                                        .map(HandbookTest::ownWords)
                                        .toList()))
                        .as(form)
                        .contains(labels.stream().map(HandbookTest::ownWords).toList());
            }
        }
        try (var files = Files.list(Path.of("forms"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".form"))
                            .map(name -> name.replace(".form", "")))
                    .containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    /** Those of lists that only a case knows stand in no form. */
    @Test
    void every_option_that_stands_in_a_form_stands_with_its_question() throws IOException {
        var told = chapters.values().stream()
                .flatMap(chapter -> chapter.steps().stream())
                .flatMap(step -> step.questions().stream())
                .flatMap(question -> question.options().stream())
                .map(HandbookTest::ownWords)
                .collect(toSet());
        var written = new HashSet<String>();
        try (var files = Files.list(Path.of("forms"))) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".form")).toList()) {
                collectOptions(JSON.readTree(file.toFile()), written);
            }
        }

        assertThat(written).hasSizeGreaterThan(100);
        assertThat(told).containsAll(written);
    }

    private static void collectOptions(JsonNode node, Set<String> options) {
        node.path("values")
                .forEach(option -> options.add(ownWords(option.path("label").asText())));
        Pattern.compile("label: \"([^\"]*)\"")
                .matcher(node.path("valuesExpression").asText())
                .results()
                .forEach(label -> options.add(ownWords(label.group(1))));
        node.forEach(part -> collectOptions(part, options));
    }

    @Test
    void every_mail_stands_with_a_step_or_among_those_that_come_by_themselves() throws IOException {
        var ofSteps = chapters.values().stream()
                .flatMap(chapter -> chapter.steps().stream())
                .flatMap(step -> step.mails().stream())
                .map(Letter::notice)
                .collect(toSet());
        var others =
                HANDBOOK.otherMails(DRAWINGS, "en").stream().map(Letter::notice).toList();

        try (var files = Files.list(Path.of("src/main/resources/mail"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".txt") && !name.equals("layout.txt"))
                            .map(name -> name.replace(".txt", "")))
                    .hasSizeGreaterThan(80)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(ofSteps.stream(), others.stream()).toList());
        }
        assertThat(others)
                .containsExactlyInAnyOrder(
                        "first-password",
                        "mentors-call-over",
                        "new-password",
                        "password-changed",
                        "protection-lowered",
                        "release-held-back",
                        "reminder-copy",
                        "task-assigned");
    }

    @Test
    void every_rule_of_every_decision_table_stands_in_the_rule_book() throws IOException {
        var told = HANDBOOK.ruleBook(DRAWINGS, HandbookFiles.tables(), "en").decisions();
        var rules = 0;
        for (var table :
                List.of("keep-in-touch-rhythm", "mentor-change-route", "mentor-suggestion", "session-mentor")) {
            rules += Files.readString(Path.of("bpmn", table + ".dmn")).split("<rule ", -1).length - 1;
        }

        assertThat(told).hasSize(4);
        assertThat(told.stream().flatMap(decided -> decided.rules().stream()))
                .hasSize(rules)
                .noneMatch(String::isBlank);
    }

    @Test
    void what_a_diagram_says_it_tells_is_said_by_its_steps() {
        Diagram.all()
                .forEach(diagram -> assertThat(chapter(diagram).steps().stream()
                                .flatMap(step -> step.mails().stream())
                                .map(Letter::notice))
                        .as(diagram.name())
                        .containsAll(diagram.notices().toList()));
    }

    @Test
    void a_step_names_the_mails_of_what_it_calls_and_no_others() {
        assertThat(step(Diagram.ofProcess("rep-onboarding"), "Activity_TellCallHeld")
                        .mails())
                .extracting(Letter::notice)
                .containsExactly("orientation-call-held");
        assertThat(mails("mail-settings")).containsExactly("mail-settings-kept");
        assertThat(mails("tell-person")).contains("digest").doesNotContain("mail-settings-kept");
        assertThat(mails("mentor-change")).contains("change-granted-mentor", "mentor-kept-mentee");
        assertThat(mails("mentor-resignation")).doesNotContain("first-call");
        assertThat(mails("yearly-feedback")).containsExactly("feedback-reminder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es"})
    void nothing_is_left_for_programs_to_fill_in(String language) {
        var book = HANDBOOK.ruleBook(DRAWINGS, HandbookFiles.tables(), language);
        assertThat(Stream.of(
                                chapters(language).toString(),
                                book.toString(),
                                HANDBOOK.otherMails(DRAWINGS, language).toString())
                        .collect(joining()))
                .doesNotContain("${", "{{", "[(", "[#", "[/]", "#{", "P7D", "P14D", "R/P", "menteeId", "mentorId");
    }

    /** Each that is named here wants a line {@code who.…} or {@code time.…} in {@code handbook/words.properties}. */
    @Test
    void everybody_and_every_time_has_words_of_its_own() {
        var words = Words.in("en");
        var unsaid = List.of(words.say("who.by-case"), words.say("time.by-case"));

        assertThat(DRAWINGS.stream()
                        .flatMap(drawing -> chapters.get(drawing.process()).steps().stream()
                                .filter(step -> step.facts().stream()
                                        .anyMatch(fact -> unsaid.stream().anyMatch(fact.text()::contains)))
                                .flatMap(step -> drawing.step(step.id()).stream())
                                .map(step ->
                                        drawing.process() + "/" + step.id() + ": " + step.whom() + " " + step.when())))
                .isEmpty();
        assertThat(chapters.values().stream()
                        .filter(chapter -> chapter.facts().stream()
                                .anyMatch(fact -> unsaid.stream().anyMatch(fact.text()::contains)))
                        .map(Chapter::process))
                .as("partOfIt")
                .isEmpty();
    }

    /** Each that is named here wants a line {@code place.…} in {@code handbook/words.properties}. */
    @Test
    void everything_that_is_filled_in_somewhere_has_a_word() throws IOException {
        var words = Words.in("en");
        var texts = new ArrayList<String>();
        DRAWINGS.forEach(drawing -> drawing.steps().forEach(step -> {
            texts.add(step.name());
            if (step.form() != null) {
                texts.add(step.form().intro());
                step.form()
                        .questions()
                        .forEach(question -> texts.add(question.label() + question.description() + question.options()));
            }
        }));
        for (var mail : Mails.names()) {
            texts.add(Files.readString(Path.of("src/main/resources/mail", mail + ".txt")));
        }

        assertThat(texts.stream()
                        .flatMap(text -> PLACE.matcher(text).results())
                        .map(place -> Stream.of(1, 2, 3)
                                .map(place::group)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElseThrow())
                        .filter(place -> !place.matches("[#/]if.*|[#/]loop.*|days\\..*|.* \\? '.*|leadsTo|links\\..*"))
                        .filter(place -> words.named(place).isEmpty())
                        .distinct()
                        .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void each_language_says_everything(String language) {
        assertThat(own(language)).isEqualTo(own("")).hasSizeGreaterThan(150);
    }

    /** {@code handbook/texts_de.json} and its like. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void what_each_process_is_for_is_said_in_each_language(String language) {
        var told = chapters(language);

        assertThat(chapters.values().stream()
                        .filter(english -> told.get(english.process()).about().isBlank())
                        .map(english -> english.process() + ": " + english.about()))
                .isEmpty();
    }

    private static Set<String> own(String language) {
        var suffix = language.isEmpty() ? "" : "_" + language;
        var texts = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("src/main/resources/handbook/words" + suffix + ".properties"))) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Set.copyOf(texts.stringPropertyNames());
    }

    @Test
    void it_is_told_in_the_language_of_whoever_reads() {
        var german = chapters("de").get("first-call");

        assertThat(german.name()).isEqualTo("Erstes Gespräch");
        assertThat(german.toString()).contains("innerhalb von 14 Tagen", "nach 30 Tagen", "[Mentee]", "E-Mail");
        assertThat(chapters("de").get("yearly-check-in").stages()).contains(new Stage("Arrange", "Verabreden"));
    }

    /** Where a rule has no description, it says a number. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void what_tables_decide_is_said_in_each_language(String language) {
        var english = HANDBOOK.ruleBook(DRAWINGS, HandbookFiles.tables(), "en").decisions();
        var told = HANDBOOK.ruleBook(DRAWINGS, HandbookFiles.tables(), language).decisions();

        for (var i = 0; i < english.size(); i++) {
            assertThat(told.get(i).name()).isNotEqualTo(english.get(i).name());
            assertThat(told.get(i).facts())
                    .hasSameSizeAs(english.get(i).facts())
                    .doesNotContainAnyElementsOf(english.get(i).facts());
            assertThat(told.get(i).rules().stream().filter(rule -> !rule.matches("-?\\d+")))
                    .doesNotContainAnyElementsOf(english.get(i).rules());
        }
    }

    @Test
    void a_figure_that_was_changed_is_told_as_it_is_now() {
        var patient = new Handbook(UsualRules.with("orientation-call-due", "P21D"), Diagram.beans()::get);

        assertThat(patient.ruleBook(DRAWINGS, HandbookFiles.tables(), "en").toString())
                .contains("within 21 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es"})
    void a_picture_has_readable_names_and_nothing_that_programs_read(String language) {
        assertThat(DRAWINGS).extracting(Drawing::process).hasSizeGreaterThan(20);
        DRAWINGS.forEach(drawing -> assertThat(HANDBOOK.picture(drawing, DRAWINGS, language))
                .contains("BPMNShape")
                .doesNotContain(
                        "${",
                        "camunda:",
                        "camunda.org/schema/1.0",
                        "extensionElements",
                        "documentation",
                        "conditionExpression"));
    }

    @Test
    void how_long_it_takes_is_told_so_coarsely_that_one_case_more_tells_nothing() {
        var times = new Times(UsualRules.rules(), Words.in("en"));

        assertThat(Stream.of(Duration.ofHours(5), Duration.ofDays(9), Duration.ofDays(36), Duration.ofDays(95))
                        .map(times::about))
                .containsExactly("less than a day", "about 9 days", "about 5 weeks", "about 3 months");
    }

    private Chapter chapter(Diagram diagram) {
        return Optional.ofNullable(chapters.get(diagram.process().getId())).orElseThrow();
    }

    private Told step(Diagram diagram, String id) {
        return chapter(diagram).steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(Told step) {
        return step.facts().stream().map(Chapter.Fact::label).toList();
    }

    private List<String> mails(String process) {
        return chapters.get(process).steps().stream()
                .flatMap(step -> step.mails().stream())
                .map(Letter::notice)
                .distinct()
                .toList();
    }

    /** In the order of the form. */
    private static void collectKeys(JsonNode container, List<String> labels) {
        for (var component : container.path("components")) {
            if (component.has("components")) {
                collectKeys(component, labels);
            } else if (component.has("key")
                    && !component.path("readonly").asBoolean()
                    && !component.path("disabled").asBoolean()
                    && !component.path("type").asText().equals("expression")) {
                labels.add(component.path("label").asText());
            }
        }
    }

    private static String ownWords(Asking question) {
        return ownWords(question.label());
    }

    private static String ownWords(String label) {
        return label.replaceAll("\\{\\{[^}]*}}|\\[[^]]*]", "…")
                .replaceFirst(" \\*$", "")
                .strip();
    }
}
