package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram;
import org.springframework.beans.factory.annotation.Autowired;

/** What people have typed, wherever a form shows it. */
class AsTypedIT extends BrowserTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FORM = """
            {"id": "as-typed", "type": "default", "schemaVersion": 16, "components": [
              {"type": "text", "text": "* **{{reason}}**\\n* Because: {{said.reason}}\\n\\n### {{reason}}\\n\\n{{reason}}\\n\\n> {{reason}}\\n\\n{{#loop reasons}}\\n1. {{this}}\\n{{/loop}}"},
              {"type": "text", "text": "Really **bold**{{#if reason != null}}, [a link](/camunda/app/tasklist/){{/if}}{{missing}}"},
              {"type": "textarea", "key": "reason", "label": "Reason"},
              {"type": "table", "label": "Reasons", "dataSource": "=rows", "rowCount": 5, "columns": [{"label": "Why", "key": "reason"}]}]}""";

    private static final List<String> TYPED = List.of(
            "*a* _b_ # x **c** ***",
            "# x",
            "[x](http://evil.example) ![y](/z) [z]: /z",
            "<img onerror=alert(1) src=x><b>bold</b><!-- gone",
            "{{reason}} {{/if}} {{#loop reasons}}",
            "1. a",
            "- a",
            "+ a",
            "> a",
            "two\nlines",
            "# one\n\n- two\n    three\n===\n---\n| a | b |\n|---|---|",
            "C:\\new\\*folder* \\",
            "`code` ```block```",
            "~~~\ncode\n~~~",
            "see http://evil.example/a?b=1&c=2, www.evil.example and eve@evil.example",
            "<http://evil.example>",
            "&amp; &lt;b&gt; &#42; \"quoted\" 'single'",
            "~~gone~~ $0 $1 $& ${reason}",
            "می\u200Cخواهم 👩🏽\u200D🚀 東京 ¡Olé!");

    @Autowired
    private RepositoryService repository;

    @AfterEach
    void no_process_stays() {
        repository
                .createDeploymentQuery()
                .deploymentName("as typed")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void what_people_typed_is_shown_as_typed() {
        repository
                .createDeployment()
                .name("as typed")
                .addString("as-typed.form", FORM)
                .addModelInstance(
                        "as-typed.bpmn",
                        Diagram.unseen(Bpmn.createExecutableProcess("as-typed")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask()
                                .name("Read what was typed")
                                .camundaAssignee("nora")
                                .camundaFormRef("as-typed")
                                .camundaFormRefBinding("deployment")
                                .endEvent()
                                .done()))
                .deploy();
        givenRep("nora", "UTC");
        var page = tasklist("nora").page();

        for (var typed : TYPED) {
            open(page, typed);

            var text = page.locator(".fjs-form .fjs-form-field-text").first();
            assertThat(lines(text.locator("ul li"))).containsExactly(onPage(typed), onPage("Because: " + typed));
            assertThat(lines(text.locator("h3"))).containsExactly(onPage(typed));
            assertThat(lines(text.locator(":scope > p, :scope > div > p"))).containsExactly(onPage(typed));
            assertThat(lines(text.locator("blockquote"))).containsExactly(onPage(typed));
            assertThat(lines(text.locator("ol li"))).containsExactly(onPage(typed), onPage(typed));
            assertThat(text.locator("a, img, em, b, del, code, pre, table, hr, h1, h2, ul ul, li p")
                            .count())
                    .as(typed)
                    .isZero();
            assertThat(text.locator("strong").count()).as(typed).isEqualTo(1);

            // Where it is no Markdown, nothing is added.
            assertThat(page.locator(".fjs-form textarea").inputValue()).isEqualTo(typed);
            assertThat(lines(page.locator(".fjs-form .fjs-table-td"))).containsExactly(onPage(typed));

            var words = page.locator(".fjs-form .fjs-form-field-text").nth(1);
            assertThat(words.innerText().strip()).isEqualTo("Really bold, a link");
            assertThat(words.locator("a").count()).isEqualTo(1);
        }
    }

    private void open(Page page, String typed) {
        var instance = runtime.startProcessInstanceByKey(
                "as-typed",
                Variables.createVariables()
                        .putValue("said", json(Map.of("reason", typed)))
                        .putValue("reasons", json(List.of(typed, typed)))
                        .putValue("rows", json(List.of(Map.of("reason", typed)))));
        // Only after it was opened a form shows an answer in a field.
        runtime.setVariable(instance.getId(), "reason", typed);
        var task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        page.evaluate("task => location.hash = '#/?task=' + task", task);
        var heading = new Locator.GetByRoleOptions().setName("Read what was typed");
        page.locator(".task-details")
                .getByRole(AriaRole.HEADING, heading)
                .first()
                .waitFor();
        page.locator(".fjs-form textarea").waitFor();
        page.waitForCondition(
                () -> page.locator(".fjs-form textarea").inputValue().equals(typed));
    }

    private static List<String> lines(Locator places) {
        return places.allInnerTexts().stream().map(AsTypedIT::onPage).toList();
    }

    /** As a page shows it, where space at the beginning and the end of a line is not seen. */
    private static String onPage(String text) {
        return text.strip().replaceAll("[ \\t]*\\n[ \\t]*", "\n").replaceAll("[ \\t]+", " ");
    }

    private static JsonValue json(Object value) {
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
