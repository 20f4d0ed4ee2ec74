package org.reps.mentoring.engine.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

/** Which tokens of the provider are meant for this application. */
class BearersTest {

    @Test
    void one_that_was_made_for_it_or_given_to_it() {
        assertThat(isForUs(token -> token.audience(List.of("mentoring", "other"))))
                .isTrue();
        assertThat(isForUs(token -> token.audience(List.of("account")).claim("azp", "mentoring")))
                .isTrue();
    }

    @Test
    void not_one_of_another_application() {
        assertThat(isForUs(token -> token.audience(List.of("other")).claim("azp", "other")))
                .isFalse();
        assertThat(isForUs(token -> token.claim("scope", "openid"))).isFalse();
    }

    @Test
    void nor_one_that_only_says_who_somebody_is() {
        assertThat(isForUs(token -> token.audience(List.of("mentoring")).claim("nonce", "x")))
                .isFalse();
        assertThat(isForUs(token -> token.audience(List.of("mentoring")).claim("typ", "ID")))
                .isFalse();
    }

    private static boolean isForUs(Consumer<Jwt.Builder> claims) {
        var token = Jwt.withTokenValue("token").header("alg", "RS256").subject("f3a1");
        claims.accept(token);
        return Bearers.isFor("mentoring", token.build());
    }
}
