package org.reps.mentoring.engine.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.engine.login.SignIn;

class ClaimedTest {

    private static final Map<String, Object> ANA = Map.of(
            "iss",
            "https://login.example.org",
            "sub",
            "f3a1",
            "preferred_username",
            "ana",
            "given_name",
            "Ana",
            "family_name",
            "Silva",
            "email",
            "ana@example.org",
            "email_verified",
            true,
            "groups",
            List.of("/reps", "/council", "/staff"));

    @Test
    void names_address_and_the_programmes_groups_are_taken_over() {
        var ana = claimed(Map.of());

        assertThat(ana.userName()).isEqualTo("ana");
        assertThat(ana.firstName()).isEqualTo("Ana");
        assertThat(ana.lastName()).isEqualTo("Silva");
        assertThat(ana.mail()).isEqualTo("ana@example.org");
        assertThat(ana.mailIsVerified()).isTrue();
        assertThat(ana.groups()).containsExactlyInAnyOrder("reps", "council");
    }

    @ParameterizedTest
    @CsvSource({
        "ana.silva, anasilva",
        "Ana-Silva2, AnaSilva2",
        "ana@example.org, ana",
        "šára, sara",
        "用户, ''",
        "camunda-admin, camundaadmin",
        "' ana ', ana"
    })
    void a_user_name_is_made_of_what_the_provider_says(String said, String userName) {
        assertThat(claimed(Map.of("preferred_username", said)).userName()).isEqualTo(userName);
    }

    @Test
    void a_very_long_one_is_cut() {
        assertThat(claimed(Map.of("preferred_username", "a".repeat(300))).userName())
                .hasSize(60);
    }

    @Test
    void who_they_are_is_told_by_issuer_and_subject_alone_and_cannot_be_read_from_it() {
        var identity = claimed(Map.of()).identity();

        assertThat(claimed(Map.of("preferred_username", "other", "email", "other@example.org"))
                        .identity())
                .isEqualTo(identity);
        assertThat(claimed(Map.of("sub", "f3a2")).identity()).isNotEqualTo(identity);
        assertThat(claimed(Map.of("iss", "https://login.example.com")).identity())
                .isNotEqualTo(identity);
        assertThat(identity).hasSize(64).doesNotContain("f3a1", "example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub"})
    void without_issuer_or_subject_nobody_is_named(String missing) {
        assertThatThrownBy(() -> claimed(Map.of(missing, ""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_that_is_said_not_to_be_theirs_is_left_out_and_one_that_may_be_is_not_verified() {
        assertThat(claimed(Map.of("email_verified", false)).mail()).isEmpty();
        assertThat(claimed(Map.of("email_verified", "false")).mail()).isEmpty();
        assertThat(without("email_verified").mail()).isEqualTo("ana@example.org");
        assertThat(without("email_verified").mailIsVerified()).isFalse();
        assertThat(claimed(Map.of("email_verified", "true")).mailIsVerified()).isTrue();
    }

    @Test
    void what_cannot_be_shown_in_one_line_is_left_out() {
        assertThat(claimed(Map.of("given_name", "Ana\nSilva")).firstName()).isEmpty();
        assertThat(claimed(Map.of("family_name", "a".repeat(256))).lastName()).isEmpty();
        assertThat(claimed(Map.of("email", "a\r\nBcc: b@example.org")).mail()).isEmpty();
    }

    @Test
    void who_has_only_one_name_is_called_by_it() {
        var claims = new HashMap<>(ANA);
        claims.keySet().removeAll(Set.of("given_name", "family_name"));
        claims.put("name", "Ana da Silva");

        assertThat(Claimed.of(claims, SignIn.with()).firstName()).isEqualTo("Ana da Silva");
    }

    @Test
    void groups_may_be_elsewhere_and_be_written_otherwise() {
        var nested = Map.of("realm_access", Map.of("roles", List.of("mentoring-reps", "reps", "mentoring-boss")));
        assertThat(claimed(nested, Map.of("groups-claim", "realm_access.roles", "groups-prefix", "mentoring-"))
                        .groups())
                .containsExactly("reps");
        assertThat(claimed(
                                Map.of("https://example.org/groups", "reps, camunda-admin"),
                                Map.of("groups-claim", "https://example.org/groups"))
                        .groups())
                .containsExactlyInAnyOrder("reps", "camunda-admin");
        assertThat(claimed(Map.of("groups", List.of("/mentoring/council")), Map.of("groups-prefix", "mentoring/"))
                        .groups())
                .containsExactly("council");
    }

    @Test
    void what_is_no_list_of_groups_or_not_there_is_none() {
        assertThat(claimed(Map.of("groups", 7)).groups()).isEmpty();
        assertThat(claimed(Map.of("groups", List.of("Reps", "REPS", "reps2", "")))
                        .groups())
                .isEmpty();
        assertThat(without("groups").groups()).isEmpty();
    }

    @Test
    void without_a_claim_the_provider_says_nothing_of_groups() {
        assertThat(claimed(Map.of(), Map.of("groups-claim", "")).groups()).isNull();
    }

    private static Claimed claimed(Map<String, Object> other) {
        return claimed(other, Map.of());
    }

    private static Claimed claimed(Map<String, ?> other, Map<String, String> settings) {
        var claims = new HashMap<>(ANA);
        claims.putAll(other);
        return Claimed.of(claims, SignIn.with(settings));
    }

    private static Claimed without(String claim) {
        var claims = new HashMap<>(ANA);
        claims.remove(claim);
        return Claimed.of(claims, SignIn.with());
    }
}
