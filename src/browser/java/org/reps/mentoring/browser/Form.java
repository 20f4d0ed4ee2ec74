package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** A form that somebody fills in, of a task or with which something begins; fields are found by their labels. */
final class Form {

    static final String CLOSED = "Only whoever has claimed this task can read this.";

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

    /** What we contribute: the form itself, without its surroundings. */
    Locator area() {
        return place.locator(".fjs-form");
    }

    Form write(String label, String text) {
        var input = field(label).locator("input, textarea");
        input.fill(text);
        input.blur();
        return this;
    }

    /** One of the answers to a question. */
    Form choose(String question, String answer) {
        field(question)
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(answer).setExact(true))
                .check();
        return this;
    }

    /** One of the options of a list that opens. */
    Form select(String label, String option) {
        var field = field(label);
        field.locator(".fjs-input-group").click();
        pickFromList(field, option);
        return this;
    }

    /** Some of the options of a list that one searches. */
    Form pick(String label, String... options) {
        var field = field(label);
        for (var option : options) {
            field.locator("input").fill(option);
            pickFromList(field, option);
        }
        field.locator("input").blur();
        return this;
    }

    Form tick(String label) {
        area().getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(withStar(label)))
                .check();
        return this;
    }

    Form shows(String text) {
        assertThat(area().getByText(text).first()).isVisible();
        return this;
    }

    /** A text that can only be read. */
    Form shows(String label, String text) {
        assertThat(field(label).locator("input, textarea")).hasValue(text);
        return this;
    }

    /** Presses the button, and waits until the answer is taken and the form gone. */
    void complete() {
        var answer = press();
        Assertions.assertThat(answer.ok())
                .as(() -> answer.status() + ": " + answer.text())
                .isTrue();
        assertThat(area()).hasCount(0);
    }

    /** Presses the button although the answer is refused, and waits for the words in which that is said. */
    void isRefused(String words) {
        Assertions.assertThat(press().ok()).isFalse();
        assertThat(page.locator("[notifications-panel], .notifications")
                        .getByText(words, new Locator.GetByTextOptions())
                        .first())
                .isVisible();
    }

    private Response press() {
        waitUntilItCanBeSubmitted();
        return page.waitForResponse(
                response -> response.url().endsWith("/submit-form"),
                () -> submitButton().click());
    }

    void waitUntilItCanBeSubmitted() {
        assertThat(submitButton()).isEnabled();
    }

    Locator submitButton() {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    /** Whether there is something in it that only whoever claims the task can read. */
    boolean isClosed() {
        return area().innerText().contains(CLOSED)
                || area().locator("input, textarea").all().stream()
                        .anyMatch(field -> field.inputValue().equals(CLOSED));
    }

    private static void pickFromList(Locator field, String option) {
        field.locator(".fjs-dropdownlist-item")
                .getByText(option, new GetByTextOptions().setExact(true))
                .click();
    }

    private Locator field(String label) {
        return area().locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label").filter(new Locator.FilterOptions().setHasText(withStar(label)))));
    }

    /** What has to be answered has a star. */
    private static Pattern withStar(String label) {
        return Pattern.compile("^\\s*" + label.replaceAll("[^\\w\\s]", "\\\\$0") + "( ?\\*)?\\s*$");
    }
}
