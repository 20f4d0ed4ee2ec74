package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reps.mentoring.MailFolder;
import org.reps.mentoring.RunningJar;
import org.reps.mentoring.browser.Keycloak.Account;

/** People sign in with what they have elsewhere: the packaged application, a real Keycloak and a real browser. */
class OidcIT {

    private static final String TASKLIST = Tasklist.HOME;
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String PASSWORD_HERE = "mentoring-demo";

    /** Sends something as the pages of the web applications do. */
    private static final String SEND = """
            async ([method, path, type, body]) => {
              await fetch('/camunda/api/engine/engine/');
              const token = /XSRF-TOKEN=(\\w+)/.exec(document.cookie);
              const headers = { 'Content-Type': type, 'X-XSRF-TOKEN': token === null ? '' : token[1] };
              const answer = await fetch(path, { method, headers, body: method === 'GET' ? undefined : body });
              return `${answer.status} ${await answer.text()}`;
            }
            """;

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final List<Account> ACCOUNTS = List.of(
            Account.of("noor", "reps"),
            // Is in the sample programme, too.
            Account.of("ruth", "reps"),
            Account.of("cora", "reps", "council"),
            Account.of("olga", "camunda-admin"),
            Account.of("arno", "analysts"),
            Account.of("dora", "reps"),
            Account.of("della", "reps"),
            Account.of("nobody", "others"),
            // Is called like a contact of the sample programme.
            new Account("clara", "Clara", "another.clara@example.org", true, List.of("reps", "council")),
            // Says that Clara's address is theirs.
            new Account("mallory", "Mallory", "clara@example.org", false, List.of("reps")));

    @TempDir
    static Path directory;

    static Keycloak keycloak;
    static RunningJar jar;
    static HttpResponse<String> beforeKeycloakWasThere;

    @RegisterExtension
    final Windows windows = new Windows();

    @BeforeAll
    static void start() throws Exception {
        keycloak = new Keycloak();
        jar = new RunningJar(
                directory,
                Map.of(
                        "MENTORING_SIGN_IN_ISSUER",
                        keycloak.issuer(),
                        "MENTORING_SIGN_IN_CLIENT_ID",
                        Keycloak.CLIENT,
                        "MENTORING_SIGN_IN_CLIENT_SECRET",
                        Keycloak.SECRET,
                        "MENTORING_SIGN_IN_NAME",
                        "Reps & Friends",
                        "MENTORING_SIGN_IN_EXISTING",
                        "by-mail"));
        jar.start();
        beforeKeycloakWasThere = get("/sign-in/to/provider", "");
        keycloak.start(address(), ACCOUNTS);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        jar.close();
    }

    @Test
    void without_the_provider_it_starts_and_says_in_plain_words_that_nobody_can_sign_in() {
        assertThat(beforeKeycloakWasThere.statusCode()).isEqualTo(503);
        assertThat(beforeKeycloakWasThere.body())
                .contains("<h1>Reps &amp; Friends cannot be reached</h1>", "Nothing is lost.")
                .doesNotContain("Exception");
        assertThat(jar.log()).contains("Nobody can sign in: " + keycloak.issuer() + " does not say what it offers");
    }

    @Test
    void a_rep_signs_in_for_the_first_time_has_no_password_and_logs_out_on_both_sides() {
        var page = window("noor");
        page.navigate(TASKLIST);
        signIn("noor", page);

        var noor = Tasklist.in(page);
        assertThat(noor.lists()).contains(Tasklist.MY_TASKS).doesNotContain("Council queue");
        assertThat(page.locator("[cam-widget-header]")).containsText("Noor There");
        assertThat(page.context().cookies(address() + "/camunda/"))
                .filteredOn(cookie -> cookie.name.equals("JSESSIONID"))
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.httpOnly).isTrue();
                    assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
                });
        assertThat(page.context().cookies(address() + "/sign-in/"))
                .noneMatch(cookie -> cookie.name.startsWith("sign-in"));
        noor.startProcess().click();
        assertThat(noor.process("Look for a mentor")).isVisible();

        var profile = "/camunda/api/engine/engine/default/user/noor/credentials";
        assertRefused(send(
                page,
                "PUT",
                profile,
                JSON,
                "{\"password\":\"a long new passphrase\",\"authenticatedUserPassword\":\"x\"}"));
        assertRefused(send(
                page,
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                FORM,
                "username=carmen&password=" + PASSWORD_HERE));
        assertThat(send(page, "GET", "/camunda/api/admin/auth/user/default", JSON, ""))
                .startsWith("200")
                .contains("\"noor\"");

        page.keyboard().press("Escape");
        page.navigate(TASKLIST);
        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("You are logged out")))
                .isVisible();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Sign in")).click();
        assertThat(page.locator("#username")).isVisible();
        assertThat(page.url()).startsWith(keycloak.issuer());
    }

    @Test
    void who_follows_the_link_of_a_mail_comes_to_the_very_task_and_to_the_account_they_had() {
        var link = new MailFolder(directory.resolve("data/mail"))
                .toCome("ruth", "Meet your proposed mentor")
                .link();
        assertThat(link).startsWith(address()).contains("#/?task=");

        var page = window("ruth");
        page.navigate(link);
        signIn("ruth", page);

        assertThat(page.locator(".task-details")
                        .getByRole(AriaRole.HEADING)
                        .getByText("Meet your proposed mentor")
                        .first())
                .isVisible();
        assertThat(page.url()).contains(link.substring(link.indexOf("task=")));

        // A second one, while they are signed in there only.
        page.context().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));
        page.navigate("/sign-in/out");
        page.navigate(link);
        assertThat(page).hasURL(Pattern.compile(link.substring(link.indexOf("task="))));
        assertThat(Tasklist.in(page)
                        .claimButton()
                        .or(page.locator(".task-details form"))
                        .first())
                .isVisible();
    }

    @Test
    void a_council_member_comes_to_cockpit() {
        var page = window("cora");
        page.navigate(COCKPIT);
        signIn("cora", page);

        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Programme")))
                .isVisible();
        page.navigate(TASKLIST);
        assertThat(Tasklist.in(page).lists()).contains("Council queue");
    }

    @Test
    void the_operator_comes_to_admin_and_whom_they_delete_is_out_and_stays_out() {
        var doras = window("dora");
        doras.navigate(TASKLIST);
        signIn("dora", doras);
        assertThat(Tasklist.in(doras).lists()).contains(Tasklist.MY_TASKS);

        var page = window("olga");
        page.navigate("/camunda/app/admin/default/#/users");
        signIn("olga", page);
        assertThat(page.getByRole(
                                AriaRole.LINK,
                                new GetByRoleOptions().setName("dora").setExact(true))
                        .first())
                .isVisible();
        assertThat(page).hasURL(Pattern.compile("#/users"));
        page.navigate("/camunda/app/admin/default/#/users/olga?tab=account");
        assertThat(page.getByText("There is no password here.")).isVisible();
        assertThat(page.locator("input[type=password]")).hasCount(0);
        assertThat(send(page, "DELETE", "/camunda/api/engine/engine/default/user/dora", JSON, ""))
                .startsWith("204");

        assertThat(send(doras, "GET", "/camunda/api/engine/engine/default/task", JSON, ""))
                .startsWith("401");
        doras.navigate("/sign-in/out");
        doras.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(heading(doras)).hasText("You are not in the programme any more");
    }

    @Test
    void who_is_in_no_group_is_told_what_to_do_and_can_be_somebody_else() {
        var page = window("nobody");
        page.navigate(TASKLIST);
        signIn("nobody", page);

        assertThat(heading(page)).hasText("You are not in the programme yet");
        Accessibility.check(page, "main");
        assertThat(page.context().cookies(address() + "/camunda/"))
                .noneMatch(cookie -> cookie.name.equals("JSESSIONID"));
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Sign in with another account"))
                .click();
        assertThat(page.locator("#password")).isVisible();
    }

    @Test
    void nobody_gets_an_account_by_its_name_or_by_an_address_that_is_not_verified() {
        var page = window("clara");
        page.navigate(COCKPIT);
        signIn("clara", page);
        assertThat(heading(page)).hasText("Is this account yours?");

        var mallorys = window("mallory");
        mallorys.navigate(TASKLIST);
        signIn("mallory", mallorys);
        assertThat(Tasklist.in(mallorys).lists()).doesNotContain("Council queue");
        assertThat(send(mallorys, "GET", "/camunda/api/admin/auth/user/default", JSON, ""))
                .contains("\"mallory\"");
    }

    @Test
    void an_analysts_program_gives_a_token_and_no_password() throws Exception {
        var token = keycloak.accessToken("arno");
        assertThat(get("/engine-rest/process-definition/count", "Bearer " + token)
                        .statusCode())
                .as("never signed in")
                .isEqualTo(401);

        var page = window("arno");
        page.navigate("/sign-in/to/provider");
        signIn("arno", page);
        // Where they have something to do.
        assertThat(page).hasURL(Pattern.compile("/camunda/app/cockpit/default/"));

        assertThat(get("/engine-rest/process-definition/count", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/engine-rest/process-definition/count", "Bearer " + token + "x")
                        .statusCode())
                .isEqualTo(401);
        // Whose token it is decides, and a rep has nothing to do there.
        assertThat(get("/engine-rest/process-definition/count", "Basic YW5uYTptZW50b3JpbmctZGVtbw==")
                        .body())
                .contains("Passwords are not used here.");
    }

    @Test
    void whose_session_ends_goes_on_with_what_they_were_writing() {
        var page = window("della");
        page.navigate(TASKLIST);
        signIn("della", page);
        var words = "What happened, or what is your idea?";
        Tasklist.in(page).start("Raise a concern").write(words, "Something happened.");

        page.context().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));
        page.clock().fastForward("00:30");
        assertThat(page.getByText("You are signed out here.")).isVisible();
        assertThat(page.locator("form input[type=password]")).hasCount(0);
        Accessibility.check(page, ".sign-in-again");
        page.context()
                .waitForPage(() -> page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Sign in again"))
                        .click());

        Tasklist.in(page).start("Raise a concern").shows(words, "Something happened.");
    }

    // --- in other words

    /** At the provider, on the page that it shows. */
    private static void signIn(String userName, Page page) {
        page.locator("#username").fill(userName);
        page.locator("#password").fill(Keycloak.PASSWORD);
        assertThat(URI.create(page.url()).getAuthority())
                .isEqualTo(URI.create(keycloak.issuer()).getAuthority());
        page.locator("#kc-login").click();
    }

    private Page window(String userName) {
        return windows.open(userName, address(), new NewContextOptions().setViewportSize(1280, 900));
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING);
    }

    private static String send(Page page, String method, String path, String type, String body) {
        return (String) page.evaluate(SEND, List.of(method, path, type, body));
    }

    private static void assertRefused(String answer) {
        assertThat(answer)
                .startsWith("400")
                .contains("Passwords are not used here. Please open the application anew, and sign in with your account"
                        + " at Reps & Friends.");
    }

    /** The name in links of mails. */
    private static String address() {
        return "http://localhost:" + jar.address().getPort();
    }

    private static HttpResponse<String> get(String path, String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
