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
                "rumi likes tea",
                "my admin has a dragon",
                "welcome to the quince garden"
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
                "rumirumi1234",
                "password1234",
                "Password2026!",
                "P@ssw0rd123!",
                "passwort12345678",
                "Contraseña2026",
                "qwertyuiop12",
                "qwertzqwertz",
                "1234567890123456",
                "admin-admin-2026",
                "letmein-welcome1",
                "three old\u0000spoons",
                "three old\nspoons"
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
