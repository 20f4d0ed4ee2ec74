package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;

/** Two people at one computer, one after the other: neither finds what the other one was about to say. */
class DraftsIT extends BrowserTest {

    private static final String FROM = Today.today().plusDays(30).toString();
    private static final String UNTIL = Today.today().plusDays(50).toString();

    private static final String CONCERN = "Raise a concern";
    private static final String WHAT_HAPPENED = "What happened, or what is your idea?";
    private static final String WHO = "Who is part of it?";
    private static final String TIME_OFF = "Take time off as a mentor";
    private static final String MESSAGE = "Message to my mentees";

    /** In everything that must not be found again; the form that was open is open again when the page is reloaded. */
    private static final String MARK = "quasibodaciously";

    private static final String EVERYTHING_IN_THE_BROWSER = """
            async () => {
              const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie,
                JSON.stringify(history.state), window.name];
              for (const { name } of await indexedDB.databases()) {
                const database = await new Promise((done, failed) => {
                  const opening = indexedDB.open(name);
                  opening.onsuccess = () => done(opening.result);
                  opening.onerror = failed;
                });
                for (const store of database.objectStoreNames) {
                  const all = database.transaction(store).objectStore(store).getAll();
                  found.push(JSON.stringify(await new Promise(done => all.onsuccess = () => done(all.result))));
                }
              }
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  found.push(await (await cache.match(request)).text());
                }
              }
              return found;
            }
            """;

    /** Remembers also what is taken away again a moment later. */
    private static final String WATCH = """
            window.everStored = '';
            const { setItem } = Storage.prototype;
            Storage.prototype.setItem = function (key, value) {
              window.everStored += `${key} ${value} `;
              return setItem.call(this, key, value);
            };
            """;

    @Test
    void the_next_person_finds_an_empty_form() {
        givenRep("dora", "UTC");
        givenRep("dirk", "UTC");
        var page = computer("dora");
        var dora = Tasklist.logIn("dora", page);
        writeAConcern(dora);
        assertNothingIsStored(page);

        endSession(page);
        assertNothingIsStored(page);
        assertThat(drafts(page)).doesNotContain(MARK);

        // As if nobody had been here before.
        Login.as("dirk", page);
        assertEmpty(Tasklist.in(page).start(CONCERN));
        assertNothingIsStored(page);
        page.reload();
        assertEmpty(Tasklist.in(page).startForm());
        assertNothingIsStored(page);
    }

    @Test
    void who_was_only_away_for_a_while_goes_on_where_they_were() {
        givenRep("della", "UTC");
        var page = computer("della");
        writeAConcern(Tasklist.logIn("della", page));
        endSession(page);

        Login.as("della", page);
        Tasklist.in(page).startForm().shows(WHAT_HAPPENED, MARK + " happened.").shows(WHO, MARK);
        assertNothingIsStored(page);

        // A concern is in the memory of the page only.
        page.reload();
        assertEmpty(Tasklist.in(page).startForm());
    }

    @Test
    void what_is_not_secret_is_found_again_for_a_day() {
        givenMentor("drago", "UTC");
        var page = computer("drago");
        writeATimeOff(Tasklist.logIn("drago", page));
        endSession(page);

        // A crash: nothing is left but what was stored.
        page.reload();
        Login.as("drago", page);
        Tasklist.in(page)
                .start(TIME_OFF)
                .shows("Away from", FROM)
                .shows("Away until", UNTIL)
                .shows(MESSAGE, "");
        assertNothingIsStored(page);

        page.clock().setFixedTime(Date.from(Today.now().plus(Duration.ofHours(25))));
        page.reload();
        Tasklist.in(page).startForm().shows("Away from", "").shows("Away until", "");
        assertThat(stored(page)).noneMatch(text -> text.contains(FROM));
    }

    @Test
    void nobody_else_finds_it_and_it_is_gone_when_its_author_is_back() {
        givenMentor("dunja", "UTC");
        givenMentor("darko", "UTC");
        var page = computer("dunja");
        writeATimeOff(Tasklist.logIn("dunja", page));
        endSession(page);

        Login.as("darko", page);
        Tasklist.in(page).start(TIME_OFF).shows("Away from", "").shows(MESSAGE, "");
        assertThat(stored(page)).noneMatch(text -> text.contains(FROM) || text.contains("dunja"));
        endSession(page);

        Login.as("dunja", page);
        Tasklist.in(page).start(TIME_OFF).shows("Away from", "").shows(MESSAGE, "");
    }

    @Test
    void it_is_gone_when_it_is_sent() {
        givenMentor("dalia", "UTC");
        var page = computer("dalia");
        writeATimeOff(Tasklist.logIn("dalia", page));
        endSession(page);
        Login.as("dalia", page);

        var form = Tasklist.in(page).startForm().shows("Away from", FROM);
        form.write("Away from", today("dalia").plusDays(5).toString())
                .write("Away until", today("dalia").plusDays(9).toString())
                .complete();

        assertThat(stored(page)).noneMatch(text -> text.contains(FROM));
        // The list does not offer it to whoever will be away; its address still leads to the form.
        Tasklist.in(page).begin("mentor-absence").shows("Away from", "").shows(MESSAGE, "");
    }

    @Test
    void who_logs_out_leaves_nothing_in_any_window() {
        givenMentor("danil", "UTC");
        var page = computer("danil");
        writeATimeOff(Tasklist.logIn("danil", page));
        endSession(page);
        Login.as("danil", page);
        // Nothing was written since, so nothing is asked.
        Tasklist.in(page).startForm().shows("Away from", FROM);
        page.keyboard().press("Escape");
        var other = page.context().newPage();
        other.navigate(Tasklist.HOME);
        writeAConcern(Tasklist.in(other));
        assertThat(stored(page)).anyMatch(text -> text.contains(FROM));

        logOut(page);

        assertThat(other.locator("form input[type=password]")).isVisible();
        for (var window : List.of(page, other)) {
            assertThat(stored(window)).noneMatch(text -> text.contains(FROM) || text.contains("danil"));
            assertNothingIsStored(window);
        }
        Login.as("danil", other);
        assertEmpty(Tasklist.in(other).startForm());
    }

    /** A tab in which somebody was writing when their session ended: what they wrote opens with their login only. */
    @Test
    void who_comes_to_the_login_page_does_not_get_at_what_was_written() {
        givenRep("dunya", "UTC");
        var page = computer("dunya");
        writeAConcern(Tasklist.logIn("dunya", page));
        endSession(page);

        assertThat(drafts(page)).doesNotContain(MARK);
        assertThat(
                        String.valueOf(
                                page.evaluate(
                                        "async () => (await fetch('/camunda/api/tasklist/plugin/mentoring/default/draft-key')).status")))
                .isEqualTo("401");

        Login.as("dunya", page);
        Tasklist.in(page).startForm().shows(WHAT_HAPPENED, MARK + " happened.");
        endSession(page);
        Login.as("dunya", page);
        Tasklist.in(page).startForm().shows(WHO, MARK);
    }

    /** As by those who look something up in another task. */
    @Test
    void what_is_written_in_a_task_stays_in_this_page() {
        givenRep("dylan", "UTC");
        var page = computer("dylan");
        var dylan = Tasklist.logIn("dylan", page);
        dylan.start(CONCERN)
                .choose("What is it about?", "A success, or an idea for the programme")
                .write(WHAT_HAPPENED, "A harmless idea.")
                .complete();
        newTask("Look into a concern");
        var contact = computer("clara");
        var clara = Tasklist.logIn("clara", contact);
        clara.take("Look into a concern")
                .choose("What would you like to do?", "It can be settled at once")
                .write("What was done, or what should the next person know?", MARK);
        assertNothingIsStored(contact);

        logOut(contact);
        assertNothingIsStored(contact);
    }

    @Test
    void what_an_earlier_version_left_is_removed() {
        givenRep("deepa", "UTC");
        var page = computer("deepa");
        Login.open(Tasklist.HOME, page);
        page.evaluate(
                "text => Object.assign(localStorage, {'camunda-form:undefined': text, 'camunda-form:1': text})", MARK);

        page.reload();
        Login.as("deepa", page);

        assertThat(stored(page)).noneMatch(text -> text.contains(MARK));
    }

    @Test
    void the_browser_does_not_write_down_what_stands_in_a_form() {
        givenRep("dylana", "UTC");
        var form = tasklist("dylana").start(CONCERN);

        assertThat(form.area()).hasAttribute("autocomplete", "off");
    }

    /** A browser of which everything is known that it ever stored. */
    private Page computer(String userId) {
        var page = window(userId);
        page.context().addInitScript(WATCH);
        return page;
    }

    private static void writeAConcern(Tasklist tasklist) {
        tasklist.start(CONCERN)
                .choose("What is it about?", "A concern about a person")
                .write(WHAT_HAPPENED, MARK + " happened.")
                .write(WHO, MARK);
    }

    private static void writeATimeOff(Tasklist tasklist) {
        tasklist.start(TIME_OFF)
                .write("Away from", FROM)
                .write("Away until", UNTIL)
                .write(MESSAGE, MARK);
    }

    private static void assertEmpty(Form form) {
        form.shows(WHAT_HAPPENED, "").shows(WHO, "");
        assertThat(form.option("What is it about?", "A concern about a person"))
                .not()
                .isChecked();
    }

    /** As after half an hour without a click; Tasklist notices when it looks for new tasks, as it does all the time. */
    private static void endSession(Page page) {
        page.context().clearCookies();
        page.clock().fastForward("00:30");
        assertThat(page.locator("form input[type=password]")).isVisible();
        assertThat(page.locator(".fjs-form")).hasCount(0);
    }

    private static void logOut(Page page) {
        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();
        assertThat(page.locator("form input[type=password]")).isVisible();
        assertThat(page.locator(".fjs-form")).hasCount(0);
    }

    /** What the page hands out when it is asked as Tasklist asks. */
    private static String drafts(Page page) {
        return String.valueOf(page.evaluate("""
                () => performance.getEntriesByType('resource')
                  .map(({ name }) => /(?:task|process-definition)\\/([^/]+)\\//.exec(name)?.[1])
                  .concat('undefined')
                  .map(form => localStorage.getItem(`camunda-form:${decodeURIComponent(form)}`))
                  .join()"""));
    }

    private static void assertNothingIsStored(Page page) {
        assertThat(stored(page)).noneMatch(text -> text.contains(MARK));
        assertThat(String.valueOf(page.evaluate("() => window.everStored"))).doesNotContain(MARK);
    }

    @SuppressWarnings("unchecked")
    private static List<String> stored(Page page) {
        return ((List<Object>) page.evaluate(EVERYTHING_IN_THE_BROWSER))
                .stream().map(String::valueOf).toList();
    }
}
