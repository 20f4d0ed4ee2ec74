package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A form that somebody fills in, of a task or with which something begins; fields are found by their labels. */
final class Form {

    /** What stands in place of a text that only few may read. */
    static final String CLOSED = "Only whoever has opened this task can read this.";

    private final Page page;
    private final Locator place;
    private final String button;

    /**
     * @param place what contains the form and its button
     * @param button the button that submits it
     */
    Form(Page page, Locator place, String button) {
        this.page = page;
        this.place = place;
        this.button = button;
        area().waitFor();
    }

    // --- what one does

    Form write(String label, String text) {
        input(label).fill(text);
        input(label).blur();
        return this;
    }

    /** One of the answers to a question. */
    Form choose(String question, String answer) {
        option(question, answer).check();
        return this;
    }

    /** One of the options of a list that opens. */
    Form select(String label, String option) {
        field(label).locator(".fjs-input-group").click();
        pickFromList(label, option);
        return this;
    }

    /** The one option of a list that what somebody types finds. */
    Form find(String label, String typed) {
        input(label).fill(typed);
        field(label).locator(".fjs-dropdownlist-item").click();
        return this;
    }

    /** Some of the options of a list that one searches; those that stand there already stay. */
    Form pick(String label, String... options) {
        for (var option : options) {
            var chosen = field(label).locator(".fjs-taglist-tag-label").allInnerTexts();
            if (!chosen.contains(option)) {
                input(label).fill(option);
                pickFromList(label, option);
            }
        }
        input(label).blur();
        return this;
    }

    Form tick(String label) {
        area().getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(withStar(label)))
                .check();
        return this;
    }

    /** Presses the button, waits until the answer is taken and the form gone, and reads what happens next. */
    void complete() {
        completeAndRead();
        page.navigate(Tasklist.HOME);
    }

    /** The same, and stays on the page that says what happens next. */
    Locator completeAndRead() {
        var answer = press();
        assertThat(answer.ok()).as(() -> answer.status() + ": " + answer.text()).isTrue();
        assertThat(area()).hasCount(0);
        var afterwards = page.locator(".mentoring-after");
        assertThat(afterwards.getByRole(AriaRole.HEADING).first()).isFocused();
        return afterwards;
    }

    /** Presses the button although the server refuses an answer, and waits for the words in which it says so there. */
    Form isRefusedAt(String label, String sentence) {
        assertThat(press().status()).isEqualTo(400);
        return says(label, sentence);
    }

    /** Presses the button although the server refuses it all, and waits for the words in which it says so above it. */
    Form isRefused(String sentence) {
        assertThat(press().status()).isEqualTo(400);
        assertThat(place.getByRole(AriaRole.ALERT)
                        .filter(new FilterOptions().setHasText(sentence))
                        .first())
                .isVisible();
        return this;
    }

    /** What stands at the first field that is not right yet, where one is led. */
    Form says(String label, String sentence) {
        assertThat(message(label)).hasText(sentence);
        assertThat(input(label).first()).hasAttribute("aria-invalid", "true");
        assertThat(input(label).first())
                .hasAttribute(
                        "aria-describedby",
                        Pattern.compile(".*" + message(label).getAttribute("id") + ".*"));
        assertThat(input(label).first()).isFocused();
        return this;
    }

    Locator message(String label) {
        return field(label).locator(".fjs-form-field-error");
    }

    private Response press() {
        waitUntilItCanBeSubmitted();
        return page.waitForResponse(
                response -> response.url().endsWith("/submit-form"),
                () -> submitButton().click());
    }

    /** An option by its name; behind it may stand another name in brackets. */
    private void pickFromList(String label, String option) {
        var name = option.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0");
        field(label)
                .locator(".fjs-dropdownlist-item")
                .filter(new FilterOptions().setHasText(Pattern.compile("^\\s*" + name + "( \\(.*\\))?\\s*$")))
                .click();
    }

    // --- what one sees

    Form shows(String text) {
        assertThat(area().getByText(text).first()).isVisible();
        return this;
    }

    /** A text that can only be read. */
    Form shows(String label, String text) {
        assertThat(input(label)).hasValue(text);
        return this;
    }

    /** Whether there is something in it that only whoever claims the task can read. */
    boolean isClosed() {
        return area().innerText().contains(CLOSED)
                || area().locator("input, textarea").all().stream()
                        .anyMatch(field -> field.inputValue().equals(CLOSED));
    }

    void waitUntilItCanBeSubmitted() {
        assertThat(submitButton()).isEnabled();
    }

    // --- where it is

    /** What we contribute: the form itself, without its surroundings. */
    Locator area() {
        return place.locator(".fjs-form");
    }

    /** Where one writes. */
    Locator input(String label) {
        return field(label).locator("input, textarea");
    }

    Locator option(String question, String answer) {
        return field(question)
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(answer).setExact(true));
    }

    Locator submitButton() {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    private Locator field(String label) {
        return area().locator(".fjs-form-field")
                .filter(new FilterOptions()
                        .setHas(page.locator("label").filter(new FilterOptions().setHasText(withStar(label)))));
    }

    /** What has to be answered has a star, and in the place of braces stands a name. */
    private static Pattern withStar(String label) {
        var words = label.replaceAll("[^\\w\\s{}]", "\\\\$0").replaceAll("\\{\\{.*?}}", ".*");
        return Pattern.compile("^\\s*" + words + "( ?\\*)?\\s*$");
    }
}
