package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What everybody finds in Tasklist besides their tasks. */
class MyMentorshipIT extends BrowserTest {

    private static final String OURS = ".mentoring-page";

    @Test
    void somebody_without_a_mentor_finds_how_to_get_one() {
        givenRep("oona", "Europe/Helsinki");
        var page = tasklist("oona").page();
        goTo(page, "My mentorship");
        assertThat(page.getByText("You do not have a mentor.")).isVisible();
        assertThat(page.locator(OURS + " .btn-primary")).hasText("Look for a mentor");
        Accessibility.check(page);

        link(page, "Look for a mentor").click();
        Tasklist.in(page).startForm().write("What would you like to achieve?", "Organise my first event.");
    }

    @Test
    void mentor_and_mentee_see_each_other_and_nothing_that_is_told_in_confidence() {
        givenMentor("omar", "Africa/Cairo", "olga");
        var olga = tasklist("olga");
        olga.start("Change my mentor")
                .choose("How would you like it to happen?", "The council decides")
                .choose("Why would you like another mentor?", "Something else")
                .complete();
        goTo(olga.page(), "My mentorship");
        assertThat(heading(olga.page(), "Omar Sample")).isVisible();

        var omar = tasklist("omar").page();
        goTo(omar, "My mentorship");
        assertThat(heading(omar, "Olga Sample")).isVisible();
        assertThat(omar.getByText("2 of 3")).isVisible();
        assertThat(omar.getByText("You do not have a mentor.")).hasCount(0);
        assertThat(link(omar, "Step down as a mentor")).isVisible();
        assertThat(omar.locator(OURS)).not().containsText("another mentor");
        Accessibility.check(omar);

        goTo(omar, "Mentors");
        omar.keyboard().press("Escape");
        assertThat(heading(omar, "My mentorship")).isVisible();
    }

    /** A rep who guides nobody is not asked how many they would like to guide. */
    @Test
    void what_somebody_says_of_themself_is_said_once_and_shown_to_whom_it_is_for() {
        givenMentor("ondra", "Europe/Prague", "oili");
        var oili = tasklist("oili").page();
        goTo(oili, "My mentorship");
        link(oili, "Say it in “My profile”").click();
        var form = Tasklist.in(oili).startForm();
        assertThat(form.option("Who may see how to reach you", "My mentor and my mentees"))
                .isChecked();
        assertThat(form.input("Mentees at most")).isHidden();
        form.write("How to reach you", "@oili in our chat").write("What you would like to achieve", "Speak to many.");
        Accessibility.check(oili);
        form.complete();

        var again = tasklist("oili").start("My profile");
        assertThat(again.input("How to reach you")).hasValue("@oili in our chat");
        assertThat(again.input("What you would like to achieve")).hasValue("Speak to many.");
        var ondra = tasklist("ondra").page();
        goTo(ondra, "My mentorship");
        assertThat(ondra.locator(OURS)).containsText("@oili in our chat");
        assertThat(Tasklist.in(ondra).start("My profile").input("Mentees at most"))
                .hasValue("3");
    }

    /** Day and time are the programme's, whatever the machine's are. */
    @Test
    void what_is_due_in_days_is_not_overdue() {
        givenMentor("orin", "Africa/Cairo");
        givenRep("opal", "Africa/Cairo");
        programme.rep("opal").looksForAMentor();
        programme.mentor("orin").offersToMentor("opal");
        programme.rep("opal").sees("Activity_MeetProposedMentor");

        var opal = tasklist("opal").page();
        goTo(opal, "My mentorship");
        assertThat(opal.locator(".mentoring-tasks"))
                .containsText(Pattern.compile("Meet your proposed mentor.*in \\d+ days"));
        assertThat(opal.locator(".mentoring-overdue")).hasCount(0);
        assertThat(heading(opal, "Waiting for me (1)")).isVisible();
    }

    @Test
    void a_search_shows_how_far_it_is_and_whom_somebody_asked_for() {
        givenMentor("odell", "Europe/Dublin");
        givenRep("orson", "Europe/Dublin");
        var orson = tasklist("orson").page();
        goTo(orson, "Mentors");
        link(orson, "Ask for this mentor: Odell Sample").click();
        var form = Tasklist.in(orson).startForm();
        assertThat(form.input("A mentor you would like")).hasValue("Odell Sample");
        form.write("What would you like to achieve?", "Organise my first event.")
                .pick("Languages you speak", "English")
                .complete();
        programme.mentor("odell").sees("Activity_WillYouMentor");

        goTo(orson, "My mentorship");
        assertThat(orson.locator(".mentoring-stages [aria-current=step]")).containsText("Ask mentors");
        assertThat(orson.getByText("It waits for the answer of a mentor")).isVisible();
        Accessibility.check(orson);
    }

    @Test
    void the_list_of_mentors_says_who_has_a_place_and_gives_no_address() {
        givenMentor("otto", "Europe/Vienna");
        givenRep("orla", "Europe/Dublin");
        var page = tasklist("orla").page();
        goTo(page, "Mentors");
        page.getByRole(AriaRole.SEARCHBOX).fill("Otto");

        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasText("Otto Sample");
        assertThat(page.locator(OURS)).not().containsText("@");
        Accessibility.check(page);
    }

    @Test
    void it_fits_on_a_phone_and_speaks_german() {
        givenRep("odile", "Europe/Zurich");
        var options = new NewContextOptions()
                .setViewportSize(400, 800)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("de-DE");
        var window = window("odile", options);
        Login.open("/camunda/app/tasklist/default/", window);
        assertThat(window.locator(".alert")).hasCount(0);
        Login.as("odile", window);

        assertThat(heading(window, "Mein Mentoring")).isVisible();
        assertThat((boolean) window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        Accessibility.check(window);
    }

    private static void goTo(Page page, String name) {
        link(page, name).click();
        assertThat(heading(page, name)).isVisible();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true));
    }
}
