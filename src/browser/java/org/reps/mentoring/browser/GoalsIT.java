package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;
import org.reps.mentoring.checkin.EarlierMeetings;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.springframework.beans.factory.annotation.Autowired;

/** What two share on "My mentorship": neither takes away the other one's words, nor loses their own. */
class GoalsIT extends BrowserTest {

    private static final String EDIT = "Change: ";

    @Autowired
    private EarlierMeetings meetings;

    @Test
    void goals_are_ticked_by_both_and_whoever_is_too_late_sees_how_they_stand() {
        givenMentor("ozan", "Europe/Istanbul", "ozge");
        var ozge = atHome("ozge");
        ozge.getByLabel("A new goal").fill("Speak at a meetup");
        ozge.keyboard().press("Enter");
        assertThat(box(ozge, "Speak at a meetup")).isVisible();
        assertThat(ozge.getByLabel("A new goal")).hasValue("");
        var ozan = atHome("ozan");
        // What he sees has come before she ticks, so that it is old when he does.
        assertThat(box(ozan, "Speak at a meetup")).isVisible();
        box(ozge, "Speak at a meetup").focus();
        ozge.keyboard().press("Space");
        assertThat(said(ozge)).hasText("Kept. Both of you see it.");
        assertThat(box(ozge, "Speak at a meetup")).isFocused();

        assertThat(box(ozan, "Speak at a meetup")).not().isChecked();
        box(ozan, "Speak at a meetup").click();

        assertThat(said(ozan)).containsText("This was changed a moment ago");
        assertThat(box(ozan, "Speak at a meetup")).isChecked();
        ozan.getByText("What has become of our goals").click();
        assertThat(ozan.getByText("Ozge Sample ticked “Speak at a meetup”")).isVisible();
        Accessibility.check(ozan);
    }

    /** What Tasklist writes into the address of its lists reaches this page where somebody comes from them quickly. */
    @Test
    void words_that_are_not_kept_yet_outlast_what_tasklist_adds_to_the_address() {
        givenMentor("gustl", "UTC", "gunda");
        var gunda = atHome("gunda");
        gunda.getByLabel("A new goal").fill("Write it all down");

        gunda.evaluate("() => { location.hash = '#/my-mentorship?sorting=x'; }");

        gunda.waitForURL("**/*sorting=x");
        assertThat(gunda.getByLabel("A new goal")).hasValue("Write it all down");
    }

    @Test
    void of_two_who_write_at_once_the_later_one_sees_both_and_decides() {
        givenMentor("gunnar", "Europe/Oslo", "gitte");
        var gitte = atHome("gitte");
        gitte.getByLabel("A new goal").fill("Speak at a meetup");
        gitte.keyboard().press("Enter");
        assertThat(box(gitte, "Speak at a meetup")).isVisible();
        var gunnar = atHome("gunnar");
        button(gunnar, EDIT + "Speak at a meetup").click();
        gunnar.getByLabel("Change", exactly()).fill("Speak at a large meetup");
        button(gitte, EDIT + "Speak at a meetup").click();
        gitte.getByLabel("Change", exactly()).fill("Speak at two meetups");
        button(gitte, "Keep it").click();
        assertThat(box(gitte, "Speak at two meetups")).isVisible();

        button(gunnar, "Keep it").click();

        assertThat(gunnar.getByText("This was changed a moment ago")).isVisible();
        assertThat(gunnar.getByText("Now it says “Speak at two meetups”.")).isVisible();
        assertThat(gunnar.getByLabel("Change", exactly())).hasValue("Speak at a large meetup");
        assertThat(gunnar.getByLabel("Change", exactly())).isFocused();
        Accessibility.check(gunnar, ".mentoring-page");
        button(gunnar, "Keep it").click();
        assertThat(box(gunnar, "Speak at a large meetup")).isVisible();
        gunnar.getByText("What has become of our goals").click();
        assertThat(gunnar.getByText("Gitte Sample changed it to “Speak at two meetups”"))
                .isVisible();
    }

    @Test
    void words_for_a_goal_that_was_ticked_meanwhile_are_still_there() {
        givenMentor("gero", "UTC", "gesine");
        var gesine = atHome("gesine");
        gesine.getByLabel("A new goal").fill("Read a book");
        gesine.keyboard().press("Enter");
        assertThat(box(gesine, "Read a book")).isVisible();
        var gero = atHome("gero");
        button(gero, EDIT + "Read a book").click();
        gero.getByLabel("Change", exactly()).fill("Read two books");
        box(gesine, "Read a book").click();
        assertThat(gesine.getByText("Kept. Both of you see it.")).isVisible();

        button(gero, "Keep it").click();

        assertThat(gero.getByText("You wrote “Read two books”.")).isVisible();
        assertThat(gero.getByLabel("A new goal")).hasValue("Read two books");
        assertThat(box(gero, "Read a book")).isChecked();
    }

    @Test
    void the_points_of_the_plan_are_ticked_and_changed_by_both() {
        givenMentor("gottlieb", "UTC", "guro");
        var together = mentorships.ofMentee("guro").orElseThrow();
        meetings.keep(Map.of(
                together, new LastPlan(Today.today().minusDays(30), "Run a workshop\n- Find a co-organiser", "")));
        var guro = atHome("guro");
        box(guro, "Run a workshop").click();
        assertThat(guro.getByText("Kept. Both of you see it.")).isVisible();
        button(guro, EDIT + "Find a co-organiser").click();
        guro.getByLabel("Change", exactly()).fill("Find two co-organisers");
        button(guro, "Keep it").click();
        assertThat(box(guro, "Find two co-organisers")).isVisible();

        var gottlieb = atHome("gottlieb");

        assertThat(box(gottlieb, "Run a workshop")).isChecked();
        assertThat(box(gottlieb, "Find two co-organisers")).isVisible();
        gottlieb.getByLabel("A new point of our plan").fill("Rest");
        gottlieb.keyboard().press("Enter");
        assertThat(box(gottlieb, "Rest")).isVisible();
        gottlieb.getByText("What has become of our plan").click();
        assertThat(gottlieb.getByText("Guro Sample changed it to “Find two co-organisers”"))
                .isVisible();
        Accessibility.check(gottlieb, ".mentoring-page");
    }

    private Page atHome(String userId) {
        var page = tasklist(userId).page();
        page.navigate("/camunda/app/tasklist/default/#/my-mentorship");
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Our goals")))
                .isVisible();
        return page;
    }

    /** How it went, as the page says below the goals. */
    private static Locator said(Page page) {
        return page.locator(".mentoring-goals-status").first();
    }

    private static Locator box(Page page, String name) {
        return page.getByRole(
                AriaRole.CHECKBOX, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
