package org.reps.mentoring.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
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

    private static void take(String name, Page page) {
        page.screenshot(new ScreenshotOptions().setPath(DOCS.resolve(name)));
    }
}
