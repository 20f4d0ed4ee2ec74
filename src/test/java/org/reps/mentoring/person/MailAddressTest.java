package org.reps.mentoring.person;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type or paste, and where the mail goes. */
class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "rumi@example.org, rumi@example.org",
        "Rumi.Sample+mail@Example.org, Rumi.Sample+mail@Example.org",
        "ana@b\u00FCcher.example, ana@xn--bcher-kva.example",
        "ana@B\u00DCCHER.example, ana@xn--bcher-kva.example",
        "ana@bu\u0308cher.example, ana@xn--bcher-kva.example",
        "ana@\u4F8B\u3048.\u30C6\u30B9\u30C8, ana@xn--r8jz45g.xn--zckzah",
        "ana@\u4F8B\u3048\u3002\u30C6\u30B9\u30C8, ana@xn--r8jz45g.xn--zckzah",
        "ana@\u0645\u062B\u0627\u0644.\u0625\u062E\u062A\u0628\u0627\u0631, ana@xn--mgbh0fb.xn--kgbechtv",
        "ana@\u0909\u0926\u093E\u0939\u0930\u0923.\u092A\u0930\u0940\u0915\u094D\u0937\u093E, ana@xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g",
        "ana@xn--bcher-kva.example, ana@xn--bcher-kva.example"
    })
    void a_domain_goes_out_as_every_server_can_read_it(String typed, String sent) {
        assertThat(MailAddress.of(typed)).map(InternetAddress::getAddress).hasValue(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " rumi@example.org ",
                "\u00A0rumi@example.org\u202F",
                "\uFEFFrumi@example.org",
                "rumi@example.org\u200B",
                "rumi\u200B@\u2060example\u00AD.org",
                "\u202Arumi@example.org\u202C",
                "rumi@example.org\uFE0F",
                "\trumi@example.org\r\n"
            })
    void what_cannot_be_seen_is_not_part_of_it(String typed) {
        assertThat(MailAddress.of(typed)).map(InternetAddress::getAddress).hasValue("rumi@example.org");
    }

    @ParameterizedTest
    @CsvSource({"\u0161ara@example.org, \u0161ara@example.org", "s\u030Cara@example.org, \u0161ara@example.org"})
    void other_letters_before_the_sign_stay_and_are_noticed(String typed, String sent) {
        var address = MailAddress.of(typed).orElseThrow();

        assertThat(address.getAddress()).isEqualTo(sent);
        assertThat(MailAddress.areInAscii(address)).isFalse();
        assertThat(MailAddress.areInAscii(
                        MailAddress.of("ana@b\u00FCcher.example").orElseThrow()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u200B",
                "rumi",
                "rumi@",
                "@example.org",
                "rumi@\u200B",
                "rumi@@example.org",
                "rumi @example.org",
                "rumi@b\u00FCcher..example",
                "rumi@\u3002example",
                "rumi@exa mple.org",
                "rumi@example.org, ana@example.org",
                "rumi@example.org\r\nBcc: ana@example.org",
                // In today's domains these are letters of their own; whose domain it is without them, nobody knows.
                "rumi@stra\u00DFe.example",
                "rumi@\u03B5\u03BB\u03BB\u03AC\u03C2.example"
            })
    void what_is_no_address_stays_none(String typed) {
        assertThat(MailAddress.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "ana@example.org | ana@example.org",
                "@ana in our chat, or mail: ana@example.org. | ana@example.org",
                "Ana <ana@example.org> | ana@example.org",
                "mailto:ana@example.org! | ana@example.org",
                "ana@bücher.example | ana@xn--bcher-kva.example",
                "ana@example.org or (once more) ana@example.org | ana@example.org",
                "ana@example.org, at work ana@work.example | none",
                "@ana:matrix.example | none",
                "šara@example.org | none",
                "by mail | none",
                "ana@ | none"
            })
    void an_answer_goes_to_the_one_address_that_somebody_names(String words, @Nullable String address) {
        assertThat(MailAddress.onlyOneIn(words).map(InternetAddress::getAddress))
                .isEqualTo(Optional.ofNullable(address));
    }

    @Test
    void nothing_but_an_address_gets_into_a_mail() {
        assertThat(MailAddress.onlyOneIn("ana@example.org\r\nBcc: all@example.org"))
                .isEmpty();
        assertThat(MailAddress.onlyOneIn("ana@example.org\nOnly on Sundays"))
                .map(InternetAddress::getAddress)
                .hasValue("ana@example.org");
    }
}
