package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the programme is doing, for the council. */
class CouncilPagesIT extends BrowserTest {

    private static final String OURS = ".council-page";

    @Test
    void the_council_sees_at_a_glance_how_the_programme_is_doing() throws IOException {
        givenMentor("pavel", "Europe/Prague", "petra");
        var page = cockpit("caleb").page();
        link(page, "Programme").click();

        var mentors = section(page, "Mentors and their mentees");
        assertThat(mentors.getByRole(AriaRole.IMG)).isVisible();
        mentors.getByText("Table: Mentors and their mentees").click();
        assertThat(mentors.getByRole(
                        AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("Pavel Sample"))))
                .containsText("2");
        assertThat(section(page, "Reps who wait for a mentor")).containsText("Rita");
        assertThat(section(page, "Running cases")).containsText("Look for a mentor");
        assertThat(page.locator(OURS).textContent())
                .containsPattern("\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October"
                        + "|November|December) \\d{4}")
                .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
        Accessibility.check(page);
        Accessibility.checkOnPhone(page);

        var file = page.waitForDownload(
                () -> link(page, "CSV file: Mentors and their mentees").click());
        assertThat(new String(file.createReadStream().readAllBytes(), UTF_8)).contains("Pavel Sample");
    }

    @Test
    void the_council_reads_its_pages_in_its_own_language() {
        var page = window("chidi", new NewContextOptions().setLocale("de-DE"));
        Cockpit.logIn("chidi", page);
        link(page, "Programm").click();

        var mentors = section(page, "Mentoren und ihre Mentees");
        mentors.getByText("Tabelle: Mentoren und ihre Mentees").click();
        assertThat(mentors.getByRole(AriaRole.COLUMNHEADER, new Locator.GetByRoleOptions().setName("Freie Plätze")))
                .isVisible();
        assertThat(section(page, "Was läuft")).containsText("Einen Mentor suchen");
        assertThat(page.locator(OURS))
                .not()
                .containsText(Pattern.compile("\\b(?:the|are|waits?|mentors? (?:guides?|is)|tasks?|due)\\b"));
        link(page, "Verlauf").click();
        assertThat(page.getByLabel("Wie es endete")).isVisible();
        assertThat(page.getByText(Pattern.compile("\\d+ Fälle gefunden"))).isVisible();
    }

    @Test
    void a_case_that_has_ended_is_found_with_who_did_what() {
        var page = cockpit("carmen").page();
        link(page, "History").click();
        page.getByLabel("Process").selectOption("Find a mentor");
        var listOfAll = page.getByRole(AriaRole.TABLE, new GetByRoleOptions().setName("Cases that have ended"))
                .elementHandle();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Search"))
                .click();
        // A case opened from the list that is about to be replaced would be drawn twice.
        page.waitForFunction("list => !list.isConnected", listOfAll);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^Find a mentor: ")))
                .first()
                .click();

        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("History of a case")))
                .isVisible();
        assertThat(page.locator(".djs-container svg").first()).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE, new GetByRoleOptions().setName("What happened")))
                .containsText("Meet your proposed mentor");
        // The buttons beside the diagram are Cockpit's own.
        Accessibility.check(page, ".council-scroll");
    }

    @Test
    void what_people_have_written_is_opened_one_by_one_and_by_keyboard() {
        var page = cockpit("caleb").page();
        link(page, "Feedback").click();
        var musas = page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName("Read About Maya Lindqvist, by Musa Diallo"));
        assertThat(section(page, "What a mentor should be there for")).containsText("Coach on skills and goals");
        assertThat(page.getByText("I learned about the travel grants too late."))
                .hasCount(0);

        new Keyboard(page).press(musas);

        assertThat(page.getByText("I learned about the travel grants too late."))
                .isVisible();
        assertThat(section(page, "What people have written"))
                .containsText(Pattern.compile("Read before|Nobody has read"));
        assertThat(section(page, "What people have written")).containsText("About Maya Lindqvist, by a mentee");
        assertThat(section(page, "What people have written")).containsText("The figures above may count fewer or more");
        Accessibility.check(page);
    }

    @Test
    void what_is_open_and_what_runs_is_counted_alike_and_has_names() {
        var page = cockpit("carmen").page();
        // Where Cockpit begins, the council finds the programme.
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new GetByRoleOptions().setName("Programme").setLevel(1)))
                .isVisible();
        link(page, "Human Tasks").click();
        var tasks = section(page, "Open tasks");
        assertThat(tasks.getByRole(
                        AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("Ask a mentor for Rita"))))
                .containsText("Clara Okafor");
        assertThat(tasks).not().containsText("${");
        Accessibility.check(page);

        link(page, "Processes").click();
        assertThat(section(page, "Running cases")).containsText("Look for a mentor: Rita Kowalska");
        assertThat(page.getByRole(AriaRole.ROW, new GetByRoleOptions().setName(Pattern.compile("^Raise a concern"))))
                .containsText("in confidence");
        Accessibility.check(page);

        link(page, "Look for a mentor: Rita Kowalska").click();
        assertThat(page.getByText("Business Key:")).isVisible();
        // The names in the diagram are those of steps, and not what the engine makes of them.
        assertThat(page.locator(".djs-container svg").first()).isVisible();
        assertThat(page.getByText("${")).hasCount(0);
    }

    @Test
    void the_operator_keeps_the_lists_of_cockpit() {
        var page = cockpit("admin").page();
        link(page, "Processes").click();

        assertThat(page.getByText("process definitions deployed")).isVisible();
        // It comes when who may see what is known.
        assertThat(link(page, "Move in")).isVisible();
        assertThat(link(page, "Programme")).hasCount(0);
    }

    @Test
    void analysts_do_not_find_these_pages() {
        var page = cockpit("anna").page();
        link(page, "Processes").click();
        assertThat(link(page, "Yearly check-in")).isVisible();
        assertThat(section(page, "Running cases")).hasCount(0);
        assertThat(link(page, "Programme")).hasCount(0);
        assertThat(link(page, "Human Tasks")).isHidden();
        page.navigate(address + "/camunda/app/cockpit/default/#/programme");
        assertThat(page.locator(".council-error")).isVisible();
        assertThat(page.locator(".council-section")).hasCount(0);
    }

    private static Locator section(Page page, String name) {
        return page.getByRole(
                        AriaRole.REGION, new GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
