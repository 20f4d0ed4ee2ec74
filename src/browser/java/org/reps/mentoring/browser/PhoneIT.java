package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class PhoneIT extends BrowserTest {

    private static final int WIDTH = 400;

    @Test
    void a_rep_meets_their_mentor_on_a_phone() {
        var options = new NewContextOptions()
                .setViewportSize(WIDTH, 800)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true);
        var ruth = Tasklist.logIn("ruth", window("ruth", options));

        var proposal = ruth.open("Meet your proposed mentor").shows("Maya Lindqvist");
        fits(proposal);
        proposal.choose("Your answer", "Yes, I would like to start").complete();

        var steps = ruth.open("Take the first steps").choose("How is it going?", "I have taken the first steps");
        fits(steps);
        steps.tick("I have signed the agreement")
                .tick("My profile is complete")
                .tick("I have joined the group and its channels")
                .write("My first goal, in my own words", "Speak at the next meeting.")
                .complete();

        ruth.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Toggle navigation"))
                .click();
        fits(ruth.start("Leave the programme"));
    }

    /** With the slowest of lines the first page takes half a minute, and it took a minute and a half. */
    @Test
    void what_pages_are_made_of_comes_small_and_once() {
        var page = window("slow line", new NewContextOptions());
        var network = page.context().newCDPSession(page);
        var addresses = new ConcurrentHashMap<String, String>();
        var bytes = new ConcurrentHashMap<String, Integer>();
        network.on(
                "Network.responseReceived",
                event -> addresses.put(
                        event.get("requestId").getAsString(),
                        event.getAsJsonObject("response").get("url").getAsString()));
        network.on(
                "Network.loadingFinished",
                event -> bytes.put(
                        event.get("requestId").getAsString(),
                        event.get("encodedDataLength").getAsInt()));
        network.send("Network.enable");

        Login.open("/camunda/app/tasklist/default/", page);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(bytes.values().stream().mapToInt(Integer::intValue).sum()).isLessThan(1_400_000);

        addresses.clear();
        bytes.clear();
        page.reload();
        page.locator("form input[type=text]").waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(addresses.entrySet())
                .filteredOn(asked -> bytes.getOrDefault(asked.getKey(), 0) > 0
                        && asked.getValue().matches("https?://[^/]+/camunda/(?!api/(?!.*/static/)).*"))
                .hasSizeLessThan(10);
    }

    /** Nothing reaches beyond the screen or is cut, and nothing lies over the button. */
    private static void fits(Form form) {
        var wide = form.area().evaluate("""
                area => [area, ...area.querySelectorAll('*')]
                    .filter(element => element.getBoundingClientRect().right > window.innerWidth
                        || element.getBoundingClientRect().left < 0
                        || (element.scrollWidth > element.clientWidth
                            && (element.matches('.fjs-form-field-label')
                                || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))))
                    .map(element => element.outerHTML.slice(0, 100)).join()""");
        assertThat(wide).as("what is wider than the screen").isEqualTo("");
        form.submitButton().scrollIntoViewIfNeeded();
        form.submitButton().click(new ClickOptions().setTrial(true));
        assertThat(form.submitButton()).isInViewport(new IsInViewportOptions().setRatio(1));
    }
}
