package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Somebody names a mentor who is none, looks without one, and changes their mind. */
class LookForAMentorIT extends BrowserTest {

    @Test
    void a_wish_is_answered_at_its_field_and_a_search_is_taken_back_where_it_stands() {
        givenRep("oriel", "Europe/Dublin");
        givenRep("osric", "Europe/Dublin");
        var window = tasklist("oriel");
        var page = window.page();
        var afterwards = window.start("Look for a mentor")
                .write("What would you like to achieve?", "Organise my first event.")
                .pick("Languages you speak", "English")
                .write("A mentor you would like", "Osrick")
                .isRefusedAt(
                        "A mentor you would like",
                        "Nobody here is called \"Osrick\"; please write the full name or the user name as it stands here.")
                .write("A mentor you would like", "Osric")
                .isRefusedAt(
                        "A mentor you would like",
                        "Osric is not a mentor. Please look at the list of mentors, or leave this empty.")
                .write("A mentor you would like", "")
                .completeAndRead();
        assertThat(afterwards).containsText("you can take the search back");

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("My mentorship"))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Take it back"))
                .click();
        var over = window.taskForm()
                .shows("A mentor is being looked for for you")
                .tick("I take the search back")
                .completeAndRead();

        assertThat(over.getByRole(AriaRole.HEADING)).hasText("Nobody looks for a mentor any more");
    }

    @Test
    void a_contact_who_looks_for_somebody_reads_whom_the_form_is_about() {
        givenRep("osbert", "Europe/Dublin");
        var form = tasklist("clara").begin("rep-onboarding");
        form.shows("Tell us a little about you");

        form.write("On behalf of", "Osbert Sample").shows("You are looking for a mentor for Osbert Sample.");

        assertThat(form.area().getByText("Tell us a little about you")).hasCount(0);
        // Labels said "you" below a text that says who is meant.
        assertThat(form.input("Their time zone")).hasValue("");
        assertThat(form.input("Languages they speak")).isVisible();
    }
}
