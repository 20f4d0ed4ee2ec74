package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.Today;
import org.reps.mentoring.text.TypedDay;
import org.springframework.beans.factory.annotation.Autowired;

/** Numbers, days and times as keyboards write them, in a real browser: nothing that is typed becomes something else. */
class TypedAnswersIT extends BrowserTest {

    private static final String PROCESS = "typed-answers";

    private static final String FORM = """
            {"id": "typed-answers", "type": "default", "schemaVersion": 16, "components": [
              {"id": "Field_weeks", "type": "number", "key": "weeks", "label": "Weeks", "decimalDigits": 0,
               "description": "How many.", "validate": {"required": true, "min": 1, "max": 12}},
              {"id": "Field_day", "type": "textfield", "key": "day", "label": "Day",
               "validate": {"required": true, "maxLength": 10},
               "properties": {"date": "true", "noPast": "true", "latest": "P1Y"}},
              {"id": "Field_time", "type": "textfield", "key": "time", "label": "Time",
               "validate": {"required": true, "maxLength": 5}, "properties": {"time": "true"}}]}""";

    /** As a browser reads what is typed; the server's answers are in {@code TypedTest}. */
    private static final String MEANINGS = """
            async cases => {
              const { meanings } = await import('/camunda/api/tasklist/plugin/mentoring/static/app/typed.js');
              return cases.map(({ as, typed }) => meanings[as](typed));
            }
            """;

    private static final String REFUSAL = ".notifications .alert-danger";

    private static final String COVERED = """
            buttons => buttons.filter(button => button.offsetParent !== null).filter(button => {
              const { left, top, width, height } = button.getBoundingClientRect();
              const points = [[1, 1], [width - 1, 1], [1, height - 1], [width - 1, height - 1], [width / 2, height / 2]];
              return points.some(([x, y]) => {
                const there = document.elementFromPoint(left + x, top + y);
                return !button.contains(there) && (there === null || there.closest('.notifications') !== null);
              });
            }).map(button => button.textContent.trim())
            """;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @BeforeEach
    void a_form_with_each_of_them() {
        repository
                .createDeployment()
                .name(PROCESS)
                .addString("typed-answers.form", FORM)
                .addModelInstance(
                        "typed-answers.bpmn",
                        Diagram.unseen(Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask()
                                .name("Say when")
                                .camundaAssignee("${person}")
                                .camundaFormRef("typed-answers")
                                .camundaFormRefBinding("deployment")
                                .userTask("Activity_After")
                                .name("Read it")
                                .camundaAssignee("${person}")
                                .endEvent()
                                .done()))
                .deploy();
    }

    @AfterEach
    void no_process_stays() {
        repository
                .createDeploymentQuery()
                .deploymentName(PROCESS)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void browser_and_server_understand_the_same() throws IOException {
        givenRep("tamar", "UTC");
        var page = tasklist("tamar").page();
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> cases =
                new ObjectMapper().readValue(TypedDay.class.getResource("typed.json"), List.class);
        assertThat(cases).hasSizeGreaterThan(100);

        assertThat(page.evaluate(MEANINGS, cases))
                .isEqualTo(cases.stream().map(one -> one.get("means")).toList());
    }

    @Test
    void what_is_no_whole_number_stays_as_it_was_typed_and_is_refused() {
        var page = opened("talia");
        var weeks = field(page, "Field_weeks");
        for (var typed : List.of("2,5", "2.5", "1e1", "1E1", "7 weeks", "²")) {
            weeks.fill("");
            weeks.pressSequentially(typed);
            weeks.press("Tab");
            assertThat(weeks).hasValue(typed);
            assertThat(message(weeks)).hasText("Please give a whole number.");
            assertThat(weeks).hasAttribute("aria-invalid", "true");
        }
        Accessibility.check(page, ".fjs-form");
        weeks.fill("13");
        weeks.blur();
        assertThat(message(weeks)).hasText("Please give 12 or less.");
        weeks.fill("0");
        weeks.blur();
        assertThat(message(weeks)).hasText("Please give 1 or more.");
        // Who corrects it is told at once that it is right.
        weeks.fill("10");
        assertThat(message(weeks)).hasCount(0);
        assertThat(weeks).hasAttribute("aria-invalid", "false");
    }

    @Test
    void what_can_mean_one_thing_only_is_written_as_it_is_understood_and_arrives() {
        var page = opened("tilda");
        var day = Today.today().plusDays(20);
        type(field(page, "Field_weeks"), " ７ ", "7");
        type(field(page, "Field_day"), DateTimeFormatter.ofPattern("d. M. yyyy").format(day), day.toString());
        type(field(page, "Field_time"), "9:30 pm", "21:30");

        Tasklist.in(page).taskForm().complete();

        assertArrived("tilda", 7, day.toString(), "21:30");
    }

    /** Without leaving the field, as who presses a key or sends it in another way. */
    @Test
    void the_server_understands_it_too() {
        var page = opened("tanja");
        var day = Today.today().plusDays(20);
        field(page, "Field_weeks").fill("１０");
        field(page, "Field_day").fill(DateTimeFormatter.ofPattern("yyyy–M–d").format(day));
        field(page, "Field_time").fill("９．３０");
        page.evaluate("() => document.querySelectorAll('.fjs-form input').forEach(input => input.blur())");

        Tasklist.in(page).taskForm().complete();

        assertArrived("tanja", 10, day.toString(), "09:30");
    }

    @Test
    void a_day_that_could_be_two_is_asked_for_again() {
        var page = opened("tonia");
        var day = field(page, "Field_day");
        type(day, "1/2/2027", "1/2/2027");
        assertThat(message(day)).hasText("This could be 2027-02-01 or 2027-01-02; please write the one you mean.");
        type(day, "13/2/2027", "2027-02-13");
        type(
                day,
                Today.today().minusDays(3).toString(),
                Today.today().minusDays(3).toString());
        assertThat(message(day)).hasText("Please give a date that is not in the past.");
        type(day, "someday", "someday");
        assertThat(message(day)).hasText("Please give a date like 2026-11-20.");
        var time = field(page, "Field_time");
        type(time, "12 pm", "12 pm");
        assertThat(message(time)).hasText("This could be 00:00 or 12:00; please write the one you mean.");
    }

    @Test
    void a_refusal_lies_over_no_button_and_goes_with_the_next_try() {
        var page = opened("tessa");
        type(field(page, "Field_weeks"), "2,5", "2,5");
        type(field(page, "Field_day"), "someday", "someday");
        type(field(page, "Field_time"), "later", "later");
        var form = Tasklist.in(page).taskForm();

        form.isRefused("Weeks: please give a whole number. Day: please give a date like 2026-11-20.");
        assertThat(page.locator(REFUSAL)).hasCount(1);
        assertThat(page.locator(REFUSAL + " .status")).hasText("Not sent yet. Please check your answers.");
        assertThat(page.locator(REFUSAL)).not().containsText("answers. :");
        assertNothingCovers(page, ".task-details button");
        form.isRefused("Time: please give a time like 18:30.");
        assertThat(page.locator(REFUSAL)).hasCount(1);

        type(field(page, "Field_weeks"), "3", "3");
        type(
                field(page, "Field_day"),
                Today.today().plusDays(3).toString(),
                Today.today().plusDays(3).toString());
        type(field(page, "Field_time"), "8h", "08:00");
        form.complete();
        assertThat(page.locator(REFUSAL)).hasCount(0);
    }

    @Test
    void a_refusal_of_what_begins_stands_above_its_buttons() {
        givenMentor("tobias", "UTC");
        var page = tasklist("tobias").page();
        var form = tasklist("tobias").start("Take time off as a mentor");
        form.write("Away from", "1/2/2027").write("Away until", "someday");
        form.isRefused("Away from: this could be 2027-02-01 or 2027-01-02; please write the one you mean.");

        assertThat(page.locator(".modal-footer " + REFUSAL)).hasCount(1);
        assertNothingCovers(page, ".modal button");
        form.isRefused("Away until: please give a date like 2026-11-20.");
        assertThat(page.locator(REFUSAL)).hasCount(1);
    }

    private Page opened(String person) {
        givenRep(person, "UTC");
        var page = tasklist(person).page();
        runtime.startProcessInstanceByKey(PROCESS, Variables.createVariables().putValue("person", person));
        Tasklist.in(page).open("Say when");
        return page;
    }

    private static Locator field(Page page, String id) {
        return page.locator(".task-details .fjs-form input[id$='-" + id + "']");
    }

    private static Locator message(Locator input) {
        return input.page().locator("#" + input.getAttribute("id") + "-error-message");
    }

    private static void type(Locator input, String typed, String shown) {
        input.fill(typed);
        input.press("Tab");
        assertThat(input).hasValue(shown);
    }

    private void assertArrived(String person, Object weeks, Object day, Object time) {
        var after =
                tasks.createTaskQuery().taskAssignee(person).taskName("Read it").singleResult();
        assertThat(tasks.getVariables(after.getId()))
                .containsEntry("weeks", weeks)
                .containsEntry("day", day)
                .containsEntry("time", time);
    }

    private static void assertNothingCovers(Page page, String buttons) {
        assertThat(page.locator(buttons + ":visible").first()).isVisible();
        assertThat(page.locator(buttons).evaluateAll(COVERED)).isEqualTo(List.of());
    }
}
