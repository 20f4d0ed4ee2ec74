package org.reps.mentoring.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.FormFile;
import org.reps.mentoring.FormFile.Component;
import org.reps.mentoring.engine.MovedBy;
import org.reps.mentoring.story.Driver;
import org.reps.mentoring.story.UserTask;

/**
 * The programme in a browser: everybody has a window of their own, finds what to do by its name, and fills in forms
 * from top to bottom by the words that stand in them.
 */
final class ThroughTheBrowser implements Driver {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An option in the expression from which a form makes its options. */
    private static final Pattern OPTION = Pattern.compile("\\{label: \"([^\"]*)\", value: \"([^\"]*)\"}");

    private static final String FORM_VARIABLES = """
            path => fetch(path, {headers: {Accept: 'application/json'}}).then(answer => answer.text())""";

    private final BrowserTest programme;

    ThroughTheBrowser(BrowserTest programme) {
        this.programme = programme;
    }

    @Override
    public void start(String userId, String process, Map<String, Object> answers) {
        var diagram = Diagram.ofProcess(process);
        var begin = diagram.model().getModelElementsByType(StartEvent.class).stream()
                .map(StartEvent::getCamundaFormRef)
                .filter(form -> form != null)
                .findFirst()
                .orElseThrow();
        var tasklist = programme.tasklist(userId);
        fillIn(tasklist, tasklist.begin(process), begin, answers);
    }

    @Override
    public void complete(String userId, UserTask task, Map<String, Object> answers) {
        var tasklist = programme.tasklist(userId);
        fillIn(tasklist, tasklist.openOrTake(task.name()), task.form(), answers);
    }

    @Override
    public void sees(String userId, UserTask task) {
        programme.tasklist(userId).sees(task.name());
    }

    @Override
    public void getsMail(String userId, String subject) {
        programme.mails().toComeAbout(userId, subject);
    }

    @Override
    public void timeFor(String event, String subjectId) {
        var timer = programme.timer(event, subjectId);
        var diagram = Diagram.ofProcess(timer.getProcessDefinitionKey());
        FlowElement drawn = diagram.model().getModelElementById(event);
        // What people were told is for the operator to move.
        var mover = MovedBy.OPERATOR.equals(diagram.says(drawn, MovedBy.PROPERTY)) ? "admin" : "clara";
        programme.caseIn(programme.cockpit(mover), timer).letItBeTimeFor(drawn.getName());
    }

    private static void fillIn(Tasklist tasklist, Form form, String name, Map<String, Object> answers) {
        var file = FormFile.named(name).orElseThrow();
        assertThat(file.keys()).as(file::toString).containsAll(answers.keySet());
        for (var field : file.components()) {
            var answer = answers.get(field.key());
            if (answer != null) {
                fillIn(tasklist, form, field, answer);
            }
        }
        form.complete();
    }

    private static void fillIn(Tasklist tasklist, Form form, Component field, Object answer) {
        // The star of what has to be answered only sometimes stands in the label itself.
        var label = field.text("label").replaceFirst(" \\*$", "");
        switch (field.type()) {
            case "textfield", "textarea", "number" -> form.write(label, answer.toString());
            case "checkbox" -> {
                if (answer.equals(true)) {
                    form.tick(label);
                }
            }
            case "radio" -> {
                var options = labels(tasklist, field, answer).toList();
                // The same answer may stand there in other words, depending on the case.
                form.choose(
                        label,
                        options.size() == 1
                                ? options.get(0)
                                : options.stream()
                                        .filter(option ->
                                                form.option(label, option).count() == 1)
                                        .findFirst()
                                        .orElseThrow());
            }
            case "select" ->
                form.select(label, labels(tasklist, field, answer).findFirst().orElseThrow());
            case "taglist" -> form.pick(label, labelsOfAll(tasklist, field, answer));
            case "checklist" -> Stream.of(labelsOfAll(tasklist, field, answer)).forEach(form::tick);
            default -> throw new IllegalArgumentException("Nobody can fill in " + field);
        }
    }

    private static String[] labelsOfAll(Tasklist tasklist, Component field, Object answers) {
        return ((List<?>) answers)
                .stream()
                        .map(answer ->
                                labels(tasklist, field, answer).findFirst().orElseThrow())
                        .toArray(String[]::new);
    }

    /** How the option with this value is called. */
    private static Stream<String> labels(Tasklist tasklist, Component field, Object value) {
        var expression = field.text("valuesExpression");
        if (!expression.isEmpty()) {
            return OPTION.matcher(expression)
                    .results()
                    .filter(option -> option.group(2).equals(value))
                    .map(option -> option.group(1))
                    .distinct();
        }
        var options = field.json().has("valuesKey")
                ? optionsOfTheCase(tasklist, field.text("valuesKey"))
                : field.json().path("values");
        return StreamSupport.stream(options.spliterator(), false)
                .filter(option -> option.path("value").asText().equals(value))
                .map(option -> option.path("label").asText());
    }

    /** The options that the page has got for the task that is open. */
    private static JsonNode optionsOfTheCase(Tasklist tasklist, String key) {
        var page = tasklist.page();
        var task = page.url().replaceFirst(".*[?&]task=([0-9a-f-]+).*", "$1");
        var variables = page.evaluate(
                FORM_VARIABLES,
                "/camunda/api/engine/engine/default/task/" + task
                        + "/form-variables?deserializeValues=false&variableNames=" + key);
        return read(read(requireNonNull(variables).toString())
                .path(key)
                .path("value")
                .asText());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
