package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.Today;

/** A task for which somebody has come is all there is, and says whose it is. */
class TaskPageIT extends BrowserTest {

    private static final String CONCERN = "Look into a concern";
    private static final String ALERT = ".notifications .alert";

    /** Neither a claim nor a list stands before an answer: one click, and Complete. */
    @ParameterizedTest
    @CsvSource({"1280, tilda, toma", "390, tilde, tomas"})
    void a_question_that_came_by_mail_is_answered_with_two_clicks(int width, String mentor, String rep) {
        givenMentor(mentor, "UTC");
        givenRep(rep, "UTC");
        programme.rep(rep).looksForAMentor();
        var link = "/camunda/app/tasklist/default/#/?task=" + offerAbout(rep);
        var page = window(mentor, new NewContextOptions().setViewportSize(width, 844));
        Login.open(link, page);
        assertThat(page.locator(ALERT)).hasCount(0);
        Login.as(mentor, page);

        var tasklist = Tasklist.in(page);
        var form = tasklist.taskForm();
        assertThat(heading(page, "Offer to mentor " + firstName(rep))).isFocused();
        assertThat(form.submitButton()).isInViewport(new IsInViewportOptions().setRatio(1));
        assertThat(form.submitButton()).isEnabled();
        assertThat(tasklist.claimButton()).hasCount(0);
        for (var around : new String[] {".task-filters", ".tasks-list", ".nav-tabs", ".definition-name"}) {
            assertThat(page.locator(around).first()).isHidden();
        }
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        Accessibility.check(page);
        assertTargets(page);

        button(page, "See the diagram and what happened so far").click();
        assertThat(page.locator(".nav-tabs")).isVisible();
        form.choose("Would you guide this rep?", "I will").completeAndRead();
        assertThat(heading(page, "Thank you for offering")).isVisible();

        page.navigate(link);
        assertThat(heading(page, "You have done this")).isVisible();
        assertThat(page.locator(ALERT)).hasCount(0);
        link(page, "See what waits for you").click();
        assertThat(heading(page, "My mentorship")).isVisible();
    }

    /** What is opened is read by one person only, so they say that they are the one. */
    @Test
    void what_was_told_in_confidence_opens_with_a_button_that_says_so() {
        givenRep("tove", "UTC");
        programme
                .rep("tove")
                .raisesAConcern("category", "idea", "whatHappened", "Two talks a year.", "involvedPeople", "tove");
        var clara = window("clara");
        Login.open("/camunda/app/tasklist/default/#/?task=" + newTask(CONCERN), clara);
        Login.as("clara", clara);
        var concern = Tasklist.in(clara);
        assertThat(concern.openButton()).isVisible();
        concern.taskForm().shows("What happened", Form.CLOSED);
        assertThat(concern.taskForm().submitButton()).isHidden();
        var chidi = window("chidi");
        Login.open("/camunda/app/tasklist/default/#/?task=" + newTask(CONCERN), chidi);
        Login.as("chidi", chidi);
        assertThat(Tasklist.in(chidi).openButton()).isVisible();

        concern.openButton().click();
        concern.taskForm().shows("What happened", "Two talks a year.");

        Tasklist.in(chidi).openButton().click();
        assertThat(heading(chidi, "Somebody else was a moment faster")).isVisible();
        var tove = window("tove");
        Login.open("/camunda/app/tasklist/default/#/?task=" + newTask(CONCERN), tove);
        Login.as("tove", tove);
        assertThat(heading(tove, "There is nothing to do for you here")).isVisible();
        assertThat(tove.locator(ALERT)).hasCount(0);
        Accessibility.check(tove);
    }

    /** A day is that of whoever reads, also in a browser far away that has another date. */
    @Test
    void until_when_it_is_stands_there_by_the_clock_of_the_programme() {
        givenMentor("tindra", "Pacific/Auckland");
        givenRep("tarek", "UTC");
        programme.rep("tarek").looksForAMentor();
        var task = offerAbout("tarek");
        var due = tasks.createTaskQuery().taskId(task).singleResult().getDueDate();
        var page = windows.open("tindra", address, new NewContextOptions().setTimezoneId("America/Los_Angeles"));
        page.clock().setSystemTime(Date.from(Today.now().plus(Duration.ofDays(40))));
        Login.open("/camunda/app/tasklist/default/#/?task=" + task, page);

        Login.as("tindra", page);

        var day = due.toInstant().atZone(ZoneId.of("Pacific/Auckland"));
        assertThat(page.locator(".due-date"))
                .containsText("By "
                        + DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH)
                                .format(day));
        assertThat(page.locator(".due-date.overdue")).hasCount(0);
        assertThat(page.locator("[cam-widget-footer]")).not().containsText("Los_Angeles");
        // The lists count in days.
        page.navigate(Tasklist.HOME);
        Tasklist.in(page).list(Tasklist.TASKS_I_CAN_TAKE).click();
        assertThat(page.locator("ol.tasks-list li").first()).containsText(Pattern.compile("in [678] days"));
    }

    private String offerAbout(String rep) {
        return newTask("Offer to mentor " + firstName(rep));
    }

    /** Nothing that is pressed is smaller than a finger, on a phone. */
    private static void assertTargets(Page page) {
        var small = page.evaluate("""
                () => [...document.querySelectorAll('.task-details a, .task-details button')]
                  .filter(target => target.offsetParent !== null && target.closest('.fjs-form') === null)
                  .filter(target => target.getBoundingClientRect().height < 44)
                  .map(target => target.outerHTML).join()""");
        assertThat(small).isEqualTo("");
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile(name)));
    }
}
