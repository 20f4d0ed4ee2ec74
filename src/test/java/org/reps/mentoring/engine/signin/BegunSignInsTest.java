package org.reps.mentoring.engine.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What somebody's browser keeps while they are at the provider. */
class BegunSignInsTest {

    private final OfferingProvider offering = new OfferingProvider();
    private final Provider provider = new Provider(offering.settings(), "https://mentoring.example.org");
    private final BegunSignIns begun = new BegunSignIns(provider);

    @AfterEach
    void stop() {
        offering.close();
    }

    @Test
    void who_comes_back_is_asked_for_with_the_same_secrets() {
        var asked = ask();
        var cookies = save(asked, new MockHttpServletRequest());

        var known = begun.loadAuthorizationRequest(back(asked.getState(), cookies));

        assertThat(known.getState()).isEqualTo(asked.getState());
        assertThat(known.getRedirectUri()).isEqualTo("https://mentoring.example.org/sign-in/from/provider");
        assertThat(known.getAttributes()).isEqualTo(asked.getAttributes());
        assertThat(known.getClientId()).isEqualTo("mentoring");
    }

    @Test
    void no_script_and_no_other_site_gets_the_cookie_and_it_is_gone_afterwards() {
        var request = new MockHttpServletRequest();
        var asked = ask();
        var cookie = save(asked, request)[0];

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/sign-in/");
        assertThat(cookie.getMaxAge()).isEqualTo(600);
        var response = new MockHttpServletResponse();
        begun.removeAuthorizationRequest(back(asked.getState(), cookie), response);
        assertThat(response.getCookies()).singleElement().satisfies(gone -> {
            assertThat(gone.getName()).isEqualTo(cookie.getName());
            assertThat(gone.getMaxAge()).isZero();
        });
    }

    @Test
    void two_windows_do_not_disturb_each_other() {
        var one = ask();
        var other = ask();
        var cookies =
                new Cookie[] {save(one, new MockHttpServletRequest())[0], save(other, new MockHttpServletRequest())[0]};

        for (var asked : List.of(one, other)) {
            assertThat(begun.loadAuthorizationRequest(back(asked.getState(), cookies))
                            .getAttributes())
                    .isEqualTo(asked.getAttributes());
        }
    }

    @Test
    void what_another_browser_has_begun_is_not_known() {
        var here = ask();
        var elsewhere = ask();
        var cookies = save(here, new MockHttpServletRequest());

        assertThat(begun.loadAuthorizationRequest(back(elsewhere.getState(), cookies)))
                .isNull();
        assertThat(begun.loadAuthorizationRequest(back(here.getState()))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "………", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA"})
    void what_somebody_has_made_up_is_not_known(String value) {
        var state = ask().getState();
        var cookie = new Cookie("sign-in-" + state.replace("=", ""), value);

        assertThat(begun.loadAuthorizationRequest(back(state, cookie))).isNull();
        assertThat(begun.loadAuthorizationRequest(back("../" + state, cookie))).isNull();
    }

    @Test
    void who_begins_again_and_again_does_not_carry_all_of_it_along() {
        var cookies = new ArrayList<Cookie>();
        for (var i = 0; i < 8; i++) {
            cookies.add(save(ask(), new MockHttpServletRequest())[0]);
        }
        var request = new MockHttpServletRequest();
        request.setCookies(cookies.toArray(Cookie[]::new));

        assertThat(save(ask(), request))
                .hasSize(9)
                .filteredOn(cookie -> cookie.getMaxAge() == 0)
                .hasSize(8);
    }

    @Test
    void a_window_that_another_one_waits_for_is_known_by_it() {
        var request = new MockHttpServletRequest();
        request.setParameter("window", "");
        var asked = ask();
        var back = back(asked.getState(), save(asked, request));

        begun.loadAuthorizationRequest(back);

        assertThat(back.getAttribute(BegunSignIns.WINDOW)).isNotNull();
    }

    private OAuth2AuthorizationRequest ask() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, "/sign-in/to");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver.resolve(new MockHttpServletRequest(), Provider.ID);
    }

    private Cookie[] save(OAuth2AuthorizationRequest asked, MockHttpServletRequest request) {
        var response = new MockHttpServletResponse();
        begun.saveAuthorizationRequest(asked, request, response);
        return response.getCookies();
    }

    private static MockHttpServletRequest back(String state, Cookie... cookies) {
        var request = new MockHttpServletRequest();
        request.setParameter("state", state);
        request.setCookies(cookies);
        return request;
    }
}
