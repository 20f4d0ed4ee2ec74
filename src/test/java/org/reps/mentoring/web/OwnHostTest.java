package org.reps.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OwnHostTest {

    private static final URI PUBLIC = URI.create("https://Mentoring.example.org:8443/");

    @ParameterizedTest
    @ValueSource(strings = {"mentoring.example.org", "MENTORING.EXAMPLE.ORG", "127.0.0.1", "localhost", "[::1]"})
    void whoever_comes_to_the_right_address_is_answered(String host) throws Exception {
        var chain = new MockFilterChain();

        var answer = ask(host, chain);

        assertThat(chain.getRequest()).isNotNull();
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "mentoring.example.org.evil.example",
                "evil.example.mentoring.example.org",
                "mentoring.example.org.",
                "10.0.0.1",
                "127.0.0.1.evil.example",
                ""
            })
    void whoever_comes_to_another_is_told_the_right_one(String host) throws Exception {
        var chain = new MockFilterChain();

        var answer = ask(host, chain);

        assertThat(chain.getRequest()).isNull();
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .contains("Please open https://Mentoring.example.org:8443/ instead.")
                .doesNotContain("evil");
    }

    private static MockHttpServletResponse ask(String host, MockFilterChain chain) throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        request.setServerName(host);
        var response = new MockHttpServletResponse();
        new OwnHost(PUBLIC).doFilter(request, response, chain);
        return response;
    }
}
