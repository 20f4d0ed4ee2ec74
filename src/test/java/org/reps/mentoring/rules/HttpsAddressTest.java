package org.reps.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTPS://example.org/page?a=b#c",
                "https://example.org:8443/page",
                "https://例え.テスト:65535/",
                "https://b\u00fccher.example/zertifikat",
                "https://例え.テスト/パス",
                "https://例え。テスト:8443/パス?問=答#末",
                "https://пример.испытание/путь",
                "https://مثال.إختبار/صفحة",
                "https://उदाहरण.परीक्षा",
                "https://toyota株式会社ゲーム.jp",
                "https://xn--r8jz45g.xn--zckzah/",
                "https://stra\u00dfe.example/",
                "https://my_page.example.org/"
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
                " https://example.org",
                // Letters of another script in a word look like those around them.
                "https://p\u0430ypal.example/",
                "https://xn--pypal-4ve.example/",
                "https://\u03bfrange.example/",
                "https://user@例え.テスト/",
                "https://例え.テスト@evil.example/",
                "javascript://例え.テスト/%0aalert(1)",
                "https://a..b/",
                "https://[::1]/",
                "https://ex\u2044ample.org/",
                "https://example.org:65536/",
                "https://例え.テスト:99999/",
                "https://例え.テスト:0/",
                "https://example.org:4294967739/"
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

    @ParameterizedTest
    @CsvSource({
        "https://example.org/page, https://example.org/page",
        "HTTPS://Example.org/, HTTPS://Example.org/",
        "https://例え.テスト/パス, https://例え.テスト/パス (https://xn--r8jz45g.xn--zckzah/%E3%83%91%E3%82%B9)",
        "https://例え。テスト:8443/?問=答, https://例え。テスト:8443/?問=答 (https://xn--r8jz45g.xn--zckzah:8443/?%E5%95%8F=%E7%AD%94)",
        "https://example.org/ä, https://example.org/ä (https://example.org/%C3%A4)",
        // The JDK would lead to strasse.example, where a stranger may live.
        "https://straße.example/, https://straße.example/"
    })
    void it_is_shown_as_typed_and_as_every_program_can_follow_it(String address, String shown) {
        assertThat(HttpsAddress.shown(address)).isEqualTo(shown);
    }
}
