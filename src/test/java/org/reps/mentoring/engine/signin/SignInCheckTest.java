package org.reps.mentoring.engine.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class SignInCheckTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void without_an_issuer_nothing_is_asked_for() {
        assertThatCode(() -> SignInCheck.check(environment)).doesNotThrowAnyException();
        environment.setProperty("mentoring.sign-in.issuer", " ");
        assertThatCode(() -> SignInCheck.check(environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"login.example.org", "ftp://login.example.org", "https://", "https://a b", "https://x.org?a=b"})
    void an_issuer_that_is_no_address_is_refused(String issuer) {
        environment
                .withProperty("mentoring.sign-in.issuer", issuer)
                .withProperty("mentoring.sign-in.client-id", "mentoring");

        assertThatThrownBy(() -> SignInCheck.check(environment))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Please set MENTORING_SIGN_IN_ISSUER to the address of the OpenID Connect")
                .hasMessageContaining("it is \"" + issuer + "\" now");
    }

    @Test
    void the_name_of_the_application_there_is_needed() {
        environment.withProperty("mentoring.sign-in.issuer", "https://login.example.org/realms/reps");

        assertThatThrownBy(() -> SignInCheck.check(environment))
                .hasMessageStartingWith("Please set MENTORING_SIGN_IN_CLIENT_ID");
    }

    @Test
    void a_real_programme_asks_where_nobody_listens() {
        environment
                .withProperty("mentoring.sign-in.issuer", "http://login.example.org")
                .withProperty("mentoring.sign-in.client-id", "mentoring");
        assertThatCode(() -> SignInCheck.check(environment)).doesNotThrowAnyException();

        environment.setActiveProfiles("production");
        assertThatThrownBy(() -> SignInCheck.check(environment)).isInstanceOf(IllegalStateException.class);

        environment.setProperty("mentoring.sign-in.issuer", "https://login.example.org");
        assertThatCode(() -> SignInCheck.check(environment)).doesNotThrowAnyException();
    }
}
