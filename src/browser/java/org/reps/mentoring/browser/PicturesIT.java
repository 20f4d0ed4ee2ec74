package org.reps.mentoring.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures in {@code docs}, when it is asked to: {@code mvn verify -Pbrowser -Dscreenshots}. */
@EnabledIfSystemProperty(named = "screenshots", matches = ".*")
class PicturesIT extends BrowserTest {

    private static final Path DOCS = Path.of("docs");

    @Test
    void a_task_in_tasklist() {
        var rana = tasklist("rana");
        rana.open("Take the first steps")
                .choose("How is it going?", "I have taken the first steps")
                .tick("I have signed the agreement")
                .tick("My profile is complete");
        take("tasklist.png", rana.page());
    }

    @Test
    void a_case_in_cockpit() {
        var cockpit = cockpit("clara");
        cockpit.open("Look for a mentor", "rana").showsTask("Take the first steps");
        take("cockpit.png", cockpit.page());
    }

    @Test
    void what_a_mentorship_means_for_maya() {
        var maya = tasklist("maya").page();
        link(maya, "My mentorship").click();
        maya.getByText("Ravi Sharma").waitFor();
        take("my-mentorship.png", maya);
    }

    @Test
    void how_the_programme_is_doing() {
        var carmen = cockpit("carmen").page();
        link(carmen, "Programme").click();
        carmen.getByText("Yearly check-ins").first().waitFor();
        take("programme.png", carmen);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static void take(String name, Page page) {
        page.screenshot(new ScreenshotOptions().setPath(DOCS.resolve(name)));
    }
}
