package org.reps.mentoring.engine.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderTest {

    private final OfferingProvider offering = new OfferingProvider();
    private final Provider provider = new Provider(offering.settings(), "https://mentoring.example.org");

    @AfterEach
    void stop() {
        offering.close();
    }

    @Test
    void what_it_offers_is_asked_for_when_somebody_needs_it_and_only_once() {
        assertThat(offering.timesAsked()).isZero();

        for (var i = 0; i < 3; i++) {
            assertThat(provider.registration().getProviderDetails().getAuthorizationUri())
                    .isEqualTo(offering.address() + "/auth");
        }
        assertThat(offering.timesAsked()).isOne();
    }

    @Test
    void one_that_calls_itself_otherwise_is_not_believed_and_not_asked_by_everybody_who_comes() {
        offering.called("https://login.example.org");

        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(provider::registration).isInstanceOf(Provider.NotReached.class);
        }
        assertThat(offering.timesAsked()).isOne();
    }

    @Test
    void one_that_does_not_answer_keeps_nobody_waiting() {
        offering.close();

        assertThatThrownBy(provider::registration).isInstanceOf(Provider.NotReached.class);
    }

    @Test
    void who_logs_out_does_so_there_too_and_comes_back() {
        offering.withLogout();

        assertThat(provider.logout("a.b.c", "/sign-in/out"))
                .isEqualTo(offering.address() + "/logout?id_token_hint=a.b.c&client_id=mentoring"
                        + "&post_logout_redirect_uri=https%3A%2F%2Fmentoring.example.org%2Fsign-in%2Fout");
    }

    @Test
    void or_only_here_where_it_does_not_offer_that() {
        assertThat(provider.logout("a.b.c", "/sign-in/out")).isEqualTo("/sign-in/out");
    }
}
