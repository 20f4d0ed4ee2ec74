package org.reps.mentoring.engine.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.engine.login.SignIn;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.UriComponentsBuilder;

/** What people read on the way to the provider and back when something goes wrong; nobody gets as far as an account. */
class SignInFilterTest {

    private final OfferingProvider offering = new OfferingProvider();
    private final SignInFilter filter = filter();

    @AfterEach
    void stop() {
        offering.close();
    }

    @Test
    void who_comes_is_sent_to_the_provider_with_a_question_that_only_their_browser_can_go_on_with() throws Exception {
        var answer = get("/sign-in/to/provider", new MockHttpServletRequest());

        var asked =
                UriComponentsBuilder.fromUriString(answer.getRedirectedUrl()).build();
        assertThat(answer.getRedirectedUrl()).startsWith(offering.address() + "/auth?");
        assertThat(asked.getQueryParams().toSingleValueMap())
                .containsEntry("client_id", "mentoring")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://mentoring.example.org/sign-in/from/provider")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("prompt");
        assertThat(answer.getCookies()).hasSize(1);
    }

    /** The file itself is the same for everybody and sent as such, by a filter that asks nobody else. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void each_page_learns_of_it_before_its_configuration_is_sent_as_a_file(String application) throws Exception {
        var request = new MockHttpServletRequest("GET", "/camunda/app/" + application + "/scripts/config.js");
        request.setRequestURI("/camunda/app/" + application + "/scripts/config.js");
        var answer = new MockHttpServletResponse();
        new PageScript().doFilter(request, answer, new MockFilterChain());
        assertThat(answer.getContentAsString()).contains("'./config.js?own'", "'../../../sign-in/page'");

        request.setQueryString("own");
        var passedOn = new MockFilterChain();
        new PageScript().doFilter(request, new MockHttpServletResponse(), passedOn);
        assertThat(passedOn.getRequest()).isNotNull();
        assertThat(new SignInConfiguration().pageScript().getOrder())
                .isLessThan(OrderUtils.getOrder(Class.forName("org.reps.mentoring.web.SharedFiles")));
    }

    @Test
    void who_wants_to_be_somebody_else_is_asked_there_who_they_are() throws Exception {
        var request = new MockHttpServletRequest();
        request.setParameter("anew", "");

        assertThat(get("/sign-in/to/provider", request).getRedirectedUrl()).contains("&prompt=login");
    }

    @ParameterizedTest
    @CsvSource({"access_denied, 403, You have not signed in", "server_error, 502, This did not work"})
    void who_comes_back_with_a_no_reads_what_it_means_and_nothing_that_came_with_it(
            String error, int status, String title) throws Exception {
        var request = comesBack();
        request.setParameter("error", error);
        request.setParameter("error_description", "<b>Evil</b>\nwords");

        assertPage(get("/sign-in/from/provider", request), status, title);
    }

    @Test
    void whose_sign_in_is_not_known_here_begins_again() throws Exception {
        var request = comesBack();
        request.setParameter("code", "x");
        request.setCookies();

        assertPage(get("/sign-in/from/provider", request), 400, "Please sign in again");
    }

    @Test
    void a_provider_that_does_not_know_the_application_lets_nobody_in() throws Exception {
        var request = comesBack();
        request.setParameter("code", "x");

        assertPage(get("/sign-in/from/provider", request), 502, "This did not work");
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void a_provider_that_does_not_answer_is_named() throws Exception {
        offering.close();

        assertPage(
                get("/sign-in/to/provider", new MockHttpServletRequest()),
                503,
                "Reps &amp; &lt;Friends&gt; cannot be reached");
    }

    @Test
    void who_is_not_in_is_told_why_that_may_be() throws Exception {
        assertPage(get("/sign-in/in", new MockHttpServletRequest()), 400, "You are not signed in");
        assertPage(get("/sign-in/out", new MockHttpServletRequest()), 200, "You are logged out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in/", "/sign-in/to/another", "/sign-in/x/go.js", "/sign-in/..", "/sign-in/from"})
    void nothing_else_is_there(String path) throws Exception {
        assertThat(get(path, new MockHttpServletRequest()).getStatus()).isEqualTo(404);
    }

    @Test
    void nothing_is_sent_there() throws Exception {
        var response = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("POST", "/sign-in/from/provider");

        filter.doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"go.js", "in.js", "page.js"})
    void the_scripts_are_there(String script) throws Exception {
        var answer = get("/sign-in/" + script, new MockHttpServletRequest());

        assertThat(answer.getContentType()).startsWith("text/javascript");
        assertThat(answer.getContentAsString()).startsWith("// ");
    }

    private SignInFilter filter() {
        var settings =
                SignIn.with(Map.of("issuer", offering.address(), "client-id", "mentoring", "name", "Reps & <Friends>"));
        return new SignInFilter(settings, new Provider(settings, "https://mentoring.example.org"), null, null);
    }

    /** With what belongs to a question that was asked. */
    private MockHttpServletRequest comesBack() throws Exception {
        var asked = get("/sign-in/to/provider", new MockHttpServletRequest());
        var state = UriComponentsBuilder.fromUriString(asked.getRedirectedUrl())
                .build()
                .getQueryParams()
                .getFirst("state");
        var request = new MockHttpServletRequest();
        request.setCookies(asked.getCookies());
        request.setParameter("state", state.replace("%3D", "="));
        return request;
    }

    private MockHttpServletResponse get(String path, MockHttpServletRequest request) throws Exception {
        request.setMethod("GET");
        request.setRequestURI(path);
        request.setServletPath(path);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        return response;
    }

    private static void assertPage(MockHttpServletResponse answer, int status, String title) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString())
                .contains("<h1>" + title + "</h1>")
                .doesNotContain("Evil", "Exception", "org.springframework");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'");
    }
}
