package org.reps.mentoring.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

    @Test
    void the_sender_may_live_in_any_domain() {
        var settings = from("B\u00FCcher <mentoring@b\u00FCcher.example>");

        assertThat(settings.sender().getPersonal()).isEqualTo("B\u00FCcher");
        assertThat(settings.sender().getAddress()).isEqualTo("mentoring@xn--bcher-kva.example");
        assertThat(settings.domain()).isEqualTo("xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Reps Mentoring", "mentoring@", "\u0161ara@example.org"})
    void a_sender_that_servers_would_refuse_is_noticed_at_the_start(String sender) {
        assertThatThrownBy(() -> from(sender))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mentoring.mail.from");
    }

    private static MailSettings from(String sender) {
        return new MailSettings(
                sender, URI.create("http://localhost:8080"), Locale.ENGLISH, 1, Path.of("target/mails"));
    }
}
