package org.reps.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProgrammeLinksTest {

    @Test
    void nothing_leads_anywhere_unless_the_operator_says_so() {
        var none = links(Map.of());

        assertThat(none.addresses()).isEmpty();
        assertThat(ProgrammeLinks.names()).allMatch(name -> none.to(name).isEmpty());
    }

    @Test
    void each_is_set_by_itself() {
        var some = links(Map.of(
                "mentoring.programme.links.meeting-template", " https://example.org/template ",
                "mentoring.programme.links.rooms", ""));

        assertThat(some.addresses()).containsExactly("https://example.org/template");
        assertThat(some.to("meeting-template")).isEqualTo("https://example.org/template");
        assertThat(some.to("nothing-of-the-kind")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org", "javascript:alert(1)", "example.org/agreement", "https://user@example.org"
            })
    void what_is_no_safe_address_stops_the_start(String address) {
        assertThatThrownBy(() -> links(Map.of("mentoring.programme.links.agreement", address)))
                .hasRootCauseMessage("mentoring.programme.links.agreement must be an address that begins with https://,"
                        + " but is \"" + address + "\"");
    }

    private static ProgrammeLinks links(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("mentoring.programme.links", ProgrammeLinks.class);
    }
}
