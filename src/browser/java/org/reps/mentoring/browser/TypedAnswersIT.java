package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.Today;
import org.reps.mentoring.text.TypedDay;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Numbers, days and times as keyboards write them, in a real browser: nothing that is typed becomes something else, and
 * what is wrong is said at its field, in the words of the server.
 */
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
               "validate": {"required": true, "maxLength": 5},
               "properties": {"time": "true", "zone": "=mine", "otherZone": "=theirs", "other": "=name"}},
              {"id": "Field_again", "type": "checkbox", "key": "again", "label": "Once more"},
              {"id": "Field_why", "type": "textarea", "key": "why", "label": "Why *",
               "conditional": {"hide": "=not(again)"}, "validate": {"maxLength": 12},
               "properties": {"requiredWhenShown": "true"}},
              {"id": "Field_whom", "type": "textfield", "key": "whom", "label": "With whom",
               "validate": {"maxLength": 100}, "properties": {"person": "anybody"}}]}""";

    /** As a browser reads what is typed; the server's answers are in {@code TypedTest}. */
    private static final String MEANINGS = """
            async cases => {
              const { meanings } = await import('/camunda/api/tasklist/plugin/mentoring/static/app/typed.js');
              return cases.map(({ as, typed }) => meanings[as](typed));
            }
            """;

    private static final String FAULTS = ".fjs-form-field-error, .mentoring-faults, .notifications .alert-danger";

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
        List<Map<String, Object>> cases = new ObjectMapper()
                .readValue(TypedDay.class.getResource("typed.json"), new TypeReference<List<Map<String, Object>>>() {});
        // Days and times are not typed, but chosen.
        cases.removeIf(one -> !one.get("as").equals("NUMBER"));
        assertThat(cases).hasSizeGreaterThan(20);

        assertThat(page.evaluate(MEANINGS, cases))
                .isEqualTo(cases.stream().map(one -> one.get("means")).toList());
    }

    @Test
    void what_is_no_whole_number_stays_as_it_was_typed_and_is_asked_for_again() {
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
        weeks.fill("1,000");
        weeks.blur();
        assertThat(message(weeks)).hasText("This could be 1.000 or 1000; please write the one you mean.");
        // Who corrects it is told at once that it is right.
        weeks.fill("10");
        assertThat(message(weeks)).hasCount(0);
        assertThat(weeks).hasAttribute("aria-invalid", "false");
    }

    @Test
    void a_day_and_a_time_are_chosen_with_what_the_browser_has_and_arrive_as_ever() {
        var page = opened("tyra");
        var day = Today.today().plusDays(20);
        assertThat(field(page, "Field_day")).hasAttribute("type", "date");
        assertThat(field(page, "Field_time")).hasAttribute("type", "time");
        type(field(page, "Field_weeks"), " ７ ", "7");
        // In the order in which an American browser shows them, by keys only.
        field(page, "Field_day")
                .pressSequentially(DateTimeFormatter.ofPattern("MMddyyyy").format(day));
        assertThat(field(page, "Field_day")).hasValue(day.toString());
        field(page, "Field_time").pressSequentially("0930PM");
        assertThat(field(page, "Field_time")).hasValue("21:30");

        Tasklist.in(page).taskForm().complete();

        assertArrived("tyra", 7, day.toString(), "21:30");
    }

    /** Without leaving the field, as who presses a key or sends it in another way. */
    @Test
    void the_server_understands_it_too() {
        var page = opened("tanja");
        var day = Today.today().plusDays(20);
        field(page, "Field_weeks").fill("１０");
        field(page, "Field_day").fill(day.toString());
        field(page, "Field_time").fill("09:30");
        page.evaluate("() => document.querySelectorAll('.fjs-form input').forEach(input => input.blur())");

        Tasklist.in(page).taskForm().complete();

        assertArrived("tanja", 10, day.toString(), "09:30");
    }

    @Test
    void what_the_form_asks_for_is_said_at_the_field_while_it_is_filled_in() {
        var page = opened("tonia");
        var form = Tasklist.in(page).taskForm();
        var day = field(page, "Field_day");
        day.fill(Today.today().minusDays(3).toString());
        day.blur();
        assertThat(message(day)).hasText("Please give a date that is not in the past.");
        day.fill(Today.today().plusYears(2).toString());
        assertThat(message(day)).hasText("Please choose a day in the next year.");
        day.fill("");
        day.pressSequentially("12");
        day.blur();
        assertThat(message(day)).hasText("Please fill in day, month and year.");
        day.fill(Today.today().plusDays(3).toString());
        assertThat(message(day)).hasCount(0);

        form.tick("Once more").write("Why", "It is much too long.");
        assertThat(form.message("Why")).hasText("Please write at most 12 characters; these are 20.");
        form.input("Why").fill("");
        assertThat(form.message("Why")).hasText("Please answer this.");
        form.write("Why", "It is short.");
        assertThat(form.message("Why")).hasCount(0);
        // Nobody is told what is missing before they have been there.
        assertThat(page.locator(FAULTS)).hasCount(0);
    }

    @Test
    void who_sends_it_too_early_is_led_to_the_first_field_that_is_missing() {
        var page = opened("tessa");
        var form = Tasklist.in(page).taskForm();
        form.tick("Once more");
        form.submitButton().click();

        form.says("Weeks", "Please answer this.");
        for (var label : List.of("Day", "Time", "Why")) {
            assertThat(form.message(label)).hasText("Please answer this.");
        }
        assertNothingCovers(page, ".task-details button");
        Accessibility.check(page, ".fjs-form");
        assertThat(form.submitButton()).isEnabled();
        assertThat(page.getByText("Field is required")).hasCount(0);
    }

    @Test
    void what_only_the_server_knows_it_says_at_the_field_until_another_answer_stands_there() {
        var page = opened("tabea");
        var form = Tasklist.in(page).taskForm();
        form.write("Weeks", "3")
                .write("Day", Today.today().plusDays(3).toString())
                .write("Time", "08:00")
                .write("With whom", "Nobody At All");

        form.isRefusedAt(
                "With whom",
                "Nobody here is called \"Nobody At All\"; please write the full name or the user name as it stands here.");
        assertNothingCovers(page, ".task-details button");
        // Going away does not make it right.
        form.input("With whom").blur();
        assertThat(form.message("With whom")).isVisible();
        form.input("With whom").fill("Tabea Sample");
        assertThat(form.message("With whom")).hasCount(0);
        form.complete();
        assertThat(page.locator(FAULTS)).hasCount(0);
    }

    @Test
    void what_is_wrong_with_no_field_stands_above_the_button() {
        givenMentor("tobias", "UTC");
        var page = tasklist("tobias").page();
        var form = tasklist("tobias").begin("coaching-training");
        form.choose("What would you like to do?", "I would like to become a mentor")
                .write("Why would you like to become a mentor?", "Once more.")
                .pick("Languages you speak", "English")
                .pick("Skills you could pass on", "Coaching");

        form.isRefused("You are a mentor already.");
        assertThat(page.locator(".modal-footer .mentoring-faults")).hasText("You are a mentor already.");
        assertThat(page.locator(".mentoring-faults")).isFocused();
        // No answer is at fault.
        assertThat(page.getByText("Please check your answers")).hasCount(0);
        assertNothingCovers(page, ".modal button");
        form.isRefused("You are a mentor already.");
        assertThat(page.locator(".mentoring-faults")).hasCount(1);
    }

    @Test
    void beside_a_time_stands_what_the_clock_of_the_other_one_shows() {
        var page = opened("timea");
        var mine = ZoneId.of("Europe/Stockholm");
        var day = Today.today().plusDays(20);
        field(page, "Field_day").fill(day.toString());
        field(page, "Field_time").fill("16:30");
        var theirs = day.atTime(16, 30).atZone(mine).withZoneSameInstant(ZoneId.of("Asia/Kolkata"));
        var clocks = page.locator(".mentoring-clocks");
        assertThat(clocks)
                .hasText("16:30 for you in Stockholm is "
                        + DateTimeFormatter.ofPattern("HH:mm").format(theirs) + " for Ravi in Kolkata.");
        field(page, "Field_time").fill("23:45");
        assertThat(clocks)
                .hasText(Pattern.compile(
                        "23:45 for you in Stockholm is 0\\d:\\d5 for Ravi in Kolkata on \\w+ \\d+ \\w+[.]"));
        Accessibility.check(page, ".fjs-form");

        var gap = gapAfter(Today.now(), mine);
        field(page, "Field_day").fill(gap.toLocalDate().toString());
        field(page, "Field_time").fill(gap.toLocalTime().plusMinutes(30).toString());
        field(page, "Field_time").blur();
        assertThat(message(field(page, "Field_time")))
                .hasText("The clocks go forward that day, and 02:30 does not exist in Europe/Stockholm."
                        + " Please choose another time.");
        assertThat(clocks).hasText("");
    }

    @Test
    void in_german_it_is_said_in_german() {
        givenRep("thea", "UTC");
        var page = windows.open(
                "thea", address, new NewContextOptions().setLocale("de-DE").setTimezoneId("UTC"));
        Login.open(Tasklist.HOME, page);
        Login.as("thea", page);
        // Where the login leads to has come before another address is asked for.
        Tasklist.in(page).lists();
        var task = begun("thea");
        page.evaluate("task => location.hash = '#/?task=' + task", task);
        var weeks = field(page, "Field_weeks");
        weeks.fill("2,5");
        weeks.blur();
        assertThat(message(weeks)).hasText("Bitte gib eine ganze Zahl an.");
    }

    private static LocalDateTime gapAfter(Instant moment, ZoneId zone) {
        var next = zone.getRules().nextTransition(moment);
        return next.isGap() ? next.getDateTimeBefore() : gapAfter(next.getInstant(), zone);
    }

    private String begun(String person) {
        var instance = runtime.startProcessInstanceByKey(
                PROCESS,
                Variables.createVariables()
                        .putValue("person", person)
                        .putValue("mine", "Europe/Stockholm")
                        .putValue("theirs", "Asia/Kolkata")
                        .putValue("name", "Ravi"));
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private Page opened(String person) {
        givenRep(person, "UTC");
        var page = tasklist(person).page();
        begun(person);
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
