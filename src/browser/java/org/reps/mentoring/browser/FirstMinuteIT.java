package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Five kinds of people do a first task on a phone, from the page on which they log in and with nothing but what they
 * see: how much they click and how many fields they type in is counted, the login included.
 */
class FirstMinuteIT extends BrowserTest {

    private static final String PAGE = "/camunda/app/tasklist/default/";
    private static final String PASSWORD = "five green lamps";

    @Test
    void a_rep_without_a_mentor_looks_for_one() {
        givenRep("valli", "Europe/Rome");
        var valli = new Hand("valli");

        valli.logsIn(Login.PASSWORD);
        valli.clicks(valli.link("Look for a mentor"));
        valli.types(valli.field("What would you like to achieve?"), "Organise my first event.");
        valli.clicks(valli.field("Languages you speak"));
        valli.clicks(valli.page.locator(".fjs-dropdownlist-item").first());
        valli.clicks(valli.button("Start"));

        valli.isDone();
        assertThat(valli.clicks).isEqualTo(5);
        assertThat(valli.typed).isEqualTo(3);
    }

    @Test
    void a_mentee_meets_their_mentor() {
        givenMentor("vasco", "Europe/Lisbon");
        givenRep("vigga", "Europe/Lisbon");
        programme.rep("vigga").looksForAMentor();
        programme.mentor("vasco").offersToMentor("vigga");
        programme.rep("vigga").sees("Activity_MeetProposedMentor");
        var vigga = new Hand("vigga");

        vigga.logsIn(Login.PASSWORD);
        vigga.clicks(vigga.link("Meet your proposed mentor"));
        vigga.clicks(vigga.answer("Yes, I would like to start"));
        vigga.clicks(vigga.button("Complete"));

        vigga.isDone();
        assertThat(vigga.clicks).isEqualTo(4);
        assertThat(vigga.typed).isEqualTo(2);
    }

    @Test
    void a_mentor_offers_to_guide_somebody() {
        givenMentor("vito", "Europe/Rome");
        givenRep("vanja", "Europe/Rome");
        programme.rep("vanja").looksForAMentor();
        programme.mentor("vito").sees("Activity_OfferToMentor");
        var vito = new Hand("vito");

        vito.logsIn(Login.PASSWORD);
        vito.clicks(vito.link("Offer to mentor Vanja"));
        vito.clicks(vito.answer("I will"));
        vito.clicks(vito.button("Complete"));

        vito.isDone();
        assertThat(vito.clicks).isEqualTo(4);
        assertThat(vito.typed).isEqualTo(2);
    }

    @Test
    void a_contact_looks_into_a_concern() {
        givenRep("vreni", "UTC");
        programme
                .rep("vreni")
                .raisesAConcern("category", "idea", "whatHappened", "Two talks a year.", "involvedPeople", "vreni");
        programme.council("chidi").sees("Activity_LookIntoConcern");
        var chidi = new Hand("chidi");

        chidi.logsIn(Login.PASSWORD);
        chidi.clicks(chidi.link("Look into a concern"));
        chidi.clicks(chidi.button("Open it: from then on it is yours"));
        chidi.clicks(chidi.answer("I take it up and need some time"));
        chidi.clicks(chidi.button("Complete"));

        chidi.isDone();
        assertThat(chidi.clicks).isEqualTo(5);
        assertThat(chidi.typed).isEqualTo(2);
    }

    /** From the link in the mail to saying how to be reached. */
    @Test
    void somebody_new_chooses_a_password_and_says_how_to_reach_them() {
        invite("vukan", "Vukan");
        var vukan = new Hand("vukan");
        vukan.page.navigate(mail("vukan", "Welcome: choose your password").link());

        vukan.types(vukan.page.getByLabel("Your new password"), PASSWORD);
        vukan.types(vukan.page.getByLabel(Pattern.compile("once more|again")), PASSWORD);
        vukan.clicks(vukan.page.locator("form button[type=submit]"));
        vukan.clicks(vukan.link("Log in"));
        vukan.page.locator("form input[type=password]").waitFor();
        vukan.enters(PASSWORD);
        vukan.clicks(vukan.link("Say it in “My profile”"));
        vukan.types(vukan.field("How to reach you"), "@vukan in our chat");
        vukan.clicks(vukan.button("Start"));

        vukan.isDone();
        assertThat(vukan.clicks).isEqualTo(5);
        assertThat(vukan.typed).isEqualTo(5);
    }

    private void invite(String userName, String firstName) {
        var operator = cockpit("admin").page();
        operator.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Move in"))
                .click();
        operator.getByLabel("The people (people.csv)")
                .setInputFiles(new FilePayload(
                        "people.csv",
                        "text/csv",
                        "user name,first name,last name,mail,groups\n%1$s,%2$s,New,%1$s@example.org,reps\n"
                                .formatted(userName, firstName)
                                .getBytes(UTF_8)));
        operator.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName("Move in").setExact(true))
                .click();
        operator.getByRole(
                        AriaRole.BUTTON,
                        new GetByRoleOptions().setName(Pattern.compile("Invite everybody who has no password yet")))
                .click();
    }

    /** Somebody with a phone, who clicks and types in one thing after the other. */
    private final class Hand {

        private final String userId;
        private final Page page;
        private int clicks;
        private int typed;

        Hand(String userId) {
            this.userId = userId;
            page = windows.open(
                    userId,
                    address,
                    new NewContextOptions()
                            .setViewportSize(390, 844)
                            .setIsMobile(true)
                            .setHasTouch(true)
                            .setTimezoneId("Europe/Rome"));
        }

        void logsIn(String password) {
            Login.open(PAGE, page);
            enters(password);
        }

        void enters(String password) {
            types(page.locator("form input[type=text]"), userId);
            types(page.locator("form input[type=password]"), password);
            clicks(page.locator("form button[type=submit]"));
            assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("My mentorship")))
                    .isVisible();
        }

        void clicks(Locator what) {
            what.click();
            clicks++;
        }

        void types(Locator field, String text) {
            field.fill(text);
            typed++;
        }

        void isDone() {
            assertThat(page.locator(".mentoring-after h1")).isFocused();
        }

        Locator link(String name) {
            return page.getByRole(
                            AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                    .last();
        }

        Locator button(String name) {
            return page.getByRole(
                    AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
        }

        Locator answer(String name) {
            return page.getByRole(
                    AriaRole.RADIO, new GetByRoleOptions().setName(name).setExact(true));
        }

        Locator field(String label) {
            return page.locator(".fjs-form-field")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.locator("label")
                                    .filter(new Locator.FilterOptions()
                                            .setHasText(Pattern.compile("^\\s*"
                                                    + Pattern.quote(label)
                                                            .replaceAll("\\\\[QE]", "")
                                                            .replace("?", "\\?"))))))
                    .locator("input, textarea")
                    .first();
        }
    }
}
