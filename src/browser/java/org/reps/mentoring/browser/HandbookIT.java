package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How it works, for everybody. */
class HandbookIT extends BrowserTest {

    private static final String OURS = ".mentoring-page";

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void from_a_task_somebody_finds_where_they_are_and_what_comes_next(int width) {
        var name = width == 390 ? "phoebe" : "philippa";
        givenMentor(name, "Europe/Berlin");
        var mentee = width == 390 ? "phineas" : "philemon";
        givenRep(mentee, "Europe/Berlin");
        programme.rep(mentee).looksForAMentor();
        programme.mentor(name).offersToMentor(mentee);
        programme.rep(mentee).sees("Activity_MeetProposedMentor");
        var tasklist = Tasklist.logIn(mentee, window(mentee, new NewContextOptions().setViewportSize(width, 850)));
        var page = tasklist.page();
        page.evaluate("location.hash = '#/my-mentorship'");
        link(page, "Meet your proposed mentor").click();

        page.locator(".mentoring-more-row a").click();

        var step = page.locator("#step-Activity_MeetProposedMentor");
        assertThat(step).containsText("You are here");
        assertThat(step.locator("h4")).isFocused();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new GetByRoleOptions().setName("Find a mentor").setExact(true)))
                .isVisible();
        assertThat(page.getByRole(AriaRole.IMG, new GetByRoleOptions().setName("Find a mentor")))
                .isVisible();
        assertThat(page.locator(".handbook-paper svg .handbook-here")).hasCount(1);
        assertThat(page.locator(".handbook-drawing .bjs-powered-by")).isVisible();
        Accessibility.check(page, OURS);
        fits(page);

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Larger"))
                .click();
        fits(page);
        step.getByText("What is asked").click();
        assertThat(step).containsText("Yes, I would like to start");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_question_is_answered_in_one_search(int width) {
        var page = Tasklist.logIn(
                        "carmen", window("carmen " + width, new NewContextOptions().setViewportSize(width, 850)))
                .page();
        page.evaluate("location.hash = '#/how-it-works?rules'");
        var box = page.getByLabel("Search, in words such as");
        box.waitFor();
        var rules = page.locator(".handbook-rules tbody tr:visible");
        var all = rules.count();

        box.fill("orientation call overdue");
        assertThat(rules).not().hasCount(all);
        assertThat(all).isGreaterThan(60);
        assertThat(rules.filter(new Locator.FilterOptions().setHasText("after 30 days")))
                .hasCount(1);
        Accessibility.check(page, OURS);
        fits(page);

        box.fill("zyzzyva");
        assertThat(page.getByText("Nothing is said about that.")).isVisible();
        box.press("Escape");
        assertThat(rules).hasCount(all);
    }

    @Test
    void everybody_finds_all_processes_beside_their_own_page_and_prints_one() {
        var page = Tasklist.logIn("ruth", window("ruth reads", new NewContextOptions()))
                .page();
        page.locator(".mentoring-link[href='#/how-it-works']").click();
        assertThat(page.locator(".handbook-contents > li")).not().hasCount(0);
        Accessibility.check(page, OURS);

        link(page, "Raise a concern").click();
        assertThat(heading(page, "Raise a concern")).isVisible();
        assertThat(page.locator(OURS)).containsText("nobody but those who are asked");
        page.locator(".handbook-paper svg").waitFor();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".handbook-print")).isHidden();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => document.querySelector('.mentoring-page').scrollHeight <= document.documentElement.scrollHeight"))
                .isTrue();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        link(page, "All of “How it works”").click();
        link(page, "Other mails").click();
        assertThat(page.getByText("You get this mail because").first()).isHidden();
        Accessibility.check(page, OURS);
    }

    private static void fits(Page page) {
        assertThat((Boolean) page.evaluate("""
                        () => {
                          const page = document.querySelector('.mentoring-page');
                          return page.scrollWidth <= page.clientWidth + 1;
                        }"""))
                .as("nothing is wider than the page")
                .isTrue();
    }

    private static Locator link(Page page, String name) {
        return page.locator(OURS)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(false))
                .first();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new GetByRoleOptions().setName(name).setExact(true));
    }
}
