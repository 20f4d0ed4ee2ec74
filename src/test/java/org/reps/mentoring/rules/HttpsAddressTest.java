package org.reps.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTPS://example.org/page?a=b#c",
                "https://example.org:8443/page",
                "https://b\u00fccher.example/zertifikat"
            })
    void people_can_be_led_there(String text) {
        assertThat(HttpsAddress.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "http://example.org",
                "javascript:alert(1)",
                "https:example.org",
                "https://",
                "https:///page",
                "https://:443/page",
                "https://example.org:/page",
                "https://bank.example.org@evil.example.org/",
                "https://rep:secret@example.org/",
                "https://example.org/a b",
                "https://example.org\n/page",
                " https://example.org"
            })
    void nobody_is_led_there(String text) {
        assertThat(HttpsAddress.is(text)).isFalse();
    }

    @Test
    void it_fits_where_it_is_kept() {
        var page = "https://example.org/" + "x".repeat(480);
        assertThat(HttpsAddress.is(page)).isTrue();
        assertThat(HttpsAddress.is(page + "x")).isFalse();
    }
}
