package org.reps.mentoring.engine.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mentoring-demo",
                "correct horse battery",
                "twelve chars",
                "ein sehr langer satz ohne ziffern",
                "пароль из слов",
                "rumi likes tea"
            })
    void a_passphrase_is_fine(String password) {
        assertThat(PasswordRules.accept(password, "rumi")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "elevenchars",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "rumirumirumi",
                "RUMI2026rumi",
                "rumirumi1234"
            })
    void what_others_would_try_first_is_not(String password) {
        assertThat(PasswordRules.accept(password, "rumi")).isFalse();
    }

    @Test
    void it_can_be_a_long_text_but_not_a_book() {
        var text = "0123456789abcdef".repeat(16);

        assertThat(PasswordRules.accept(text, "rumi")).isTrue();
        assertThat(PasswordRules.accept(text + "!", "rumi")).isFalse();
    }

    @Test
    void a_user_name_of_two_letters_may_be_part_of_words() {
        assertThat(PasswordRules.accept("lily likes lilacs", "li")).isTrue();
    }
}
