package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operator brings people in, and nobody else finds the page. */
class MoveInPageIT extends BrowserTest {

    private static final String COLUMNS = "user name;first name;last name;mail;groups\n";

    @Test
    void the_operator_tries_a_file_mends_it_and_brings_it_in() throws IOException {
        var page = cockpit("admin").page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Move in")).click();
        Accessibility.check(page, ".council-page");
        choose(page, COLUMNS + "nadia;Nadia;New;;reps\nNino New;Nino;New;;reps\n");
        button(page, "Try it").click();
        assertThat(page.getByRole(
                        AriaRole.ROW, new GetByRoleOptions().setName(Pattern.compile("people 3 user name “Nino New”"))))
                .isVisible();
        Accessibility.check(page, ".council-page");

        choose(page, COLUMNS + "nadia;Nadia;New;;reps\nnino;Nino;New;;reps\n");
        button(page, "Move in").click();
        assertThat(page.getByText("People: 2 new, 0 changed, 0 as they were.")).isVisible();
        assertThat(page.getByText("All of this is done.")).isVisible();

        var file =
                page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("All people"))
                        .click());
        assertThat(new String(file.createReadStream().readAllBytes(), UTF_8)).contains("nadia,Nadia,New,,reps,");
    }

    @Test
    void the_council_does_not_find_it() {
        var page = cockpit("carmen").page();

        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Programme")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Move in")))
                .hasCount(0);
    }

    private static void choose(Page page, String file) {
        page.getByLabel("The people (people.csv)")
                .setInputFiles(new FilePayload("people.csv", "text/csv", file.getBytes(UTF_8)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
