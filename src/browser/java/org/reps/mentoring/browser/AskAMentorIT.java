package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;

/** Isolde asks whoever can for a session; Ilja has no time, and Ingrid, who lives far away, has. */
class AskAMentorIT extends BrowserTest {

    @Test
    void a_rep_asks_whoever_can_and_the_mentor_who_has_time_agrees_on_it_with_them() {
        givenRep("isolde", "America/Lima");
        givenMentor("ilja", "Europe/Berlin");
        givenMentor("ingrid", "Asia/Tokyo");
        var isolde = programme.rep("isolde");
        var ingrid = programme.mentor("ingrid");
        var page = tasklist("isolde").page();
        page.evaluate("location.hash = '#/?processStart=ask-a-mentor'");
        var offered = page.locator("[id='Field_askedMentorId-people'] option");
        assertThat(offered.and(page.locator("[value='Ilja Sample']"))).hasCount(1);
        assertThat(offered.and(page.locator("[value='Clara Okafor']"))).hasCount(0);
        isolde.asksForASession("Coaching");
        programme.mentor("ilja").offersNoSessionTo("isolde");
        ingrid.offersASessionTo("isolde", Today.today().plusDays(5));
        isolde.getsMail("Please do: Agree on a time with Ingrid");
        isolde.wouldLikeAnotherTimeWith("ingrid", "Rather in the evening");
        tasklist("ingrid")
                .open("Answer Isolde, who asks for a session")
                .shows("What Isolde writes", "How do I begin? Evenings suit me.")
                .shows("What would suit Isolde instead", "Rather in the evening");
        ingrid.proposesATimeTo("isolde", Today.today().plusDays(6));
        isolde.agreesOnTheTimeWith("ingrid");

        isolde.getsMail("Your session with Ingrid");
        ingrid.getsMail("Your session with Isolde");
        page.navigate("/camunda/app/tasklist/default/#/my-mentorship");
        var session = page.locator(".mentoring-card").filter(new Locator.FilterOptions().setHasText("Ingrid Sample"));
        assertThat(session).containsText("https://call.example.org");
        assertThat(session.getByText("Put it into my calendar")).isVisible();
        ingrid.cancelsTheSessionWith("isolde");
        isolde.getsMail("Your session with Ingrid is cancelled");
    }
}
