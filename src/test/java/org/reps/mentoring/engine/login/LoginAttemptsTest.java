package org.reps.mentoring.engine.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.reps.mentoring.AtOnce.atOnce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginAttemptsTest {

    private static final String CAFE = "198.51.100.7";
    private static final String HOME = "203.0.113.9";

    private long now;
    private final LoginAttempts attempts = new LoginAttempts(() -> now);

    @Test
    void after_ten_wrong_passwords_one_has_to_wait_and_is_told_how_long() {
        wrong(CAFE, "rumi", 10);
        pass(Duration.ofSeconds(100));

        var refused = catchThrowableOfType(TooManyAttempts.class, () -> attempts.begin(CAFE, "rumi"));

        assertThat(refused)
                .hasMessage("There were too many attempts to log in with a wrong password."
                        + " Please try again in 4 minutes; the account is not locked.");
        assertThat(refused.seconds()).isEqualTo(200);
    }

    @Test
    void trying_on_does_not_make_the_wait_longer() {
        wrong(CAFE, "rumi", 10);
        for (var i = 0; i < 100; i++) {
            pass(Duration.ofSeconds(2));
            assertThatThrownBy(() -> attempts.begin(CAFE, "rumi")).isInstanceOf(TooManyAttempts.class);
        }

        pass(Duration.ofSeconds(100));

        assertThatCode(() -> attempts.begin(CAFE, "rumi")).doesNotThrowAnyException();
    }

    @Test
    void a_stranger_elsewhere_keeps_nobody_from_logging_in() {
        wrong(CAFE, "rumi", 10);

        assertThatCode(() -> attempts.begin(HOME, "rumi")).doesNotThrowAnyException();
        assertThatCode(() -> attempts.begin(CAFE, "ruth")).doesNotThrowAnyException();
    }

    @Test
    void the_right_password_makes_the_wrong_ones_before_it_forgotten() {
        for (var i = 0; i < 100; i++) {
            wrong(CAFE, "rumi", 1);
            right(CAFE, "rumi");
            pass(Duration.ofSeconds(10));
        }
    }

    @Test
    void whoever_has_another_password_need_not_wait_anywhere_and_others_still_do() {
        wrong(CAFE, "rumi", 10);
        wrong(HOME, "rumi", 10);
        wrong(CAFE, "ruth", 10);

        attempts.forget("rumi");

        assertThatCode(() -> attempts.begin(CAFE, "rumi")).doesNotThrowAnyException();
        assertThatCode(() -> attempts.begin(HOME, "rumi")).doesNotThrowAnyException();
        assertThatThrownBy(() -> attempts.begin(CAFE, "ruth")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void whoever_tries_one_password_with_everybody_has_to_wait_too_even_with_an_account_of_their_own() {
        for (var i = 0; i < 50; i++) {
            wrong(CAFE, "user" + i, 1);
            if (i < 49) {
                right(CAFE, "eve");
            }
        }

        assertThatThrownBy(() -> attempts.begin(CAFE, "rumi")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void all_addresses_of_one_ipv6_network_are_one() {
        for (var i = 0; i < 10; i++) {
            wrong("2001:db8:1:2::" + i, "rumi", 1);
        }

        assertThatThrownBy(() -> attempts.begin("2001:db8:1:2:ffff::1", "rumi")).isInstanceOf(TooManyAttempts.class);
        assertThatCode(() -> attempts.begin("2001:db8:1:3::1", "rumi")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "198.51.100.7:%d",
                "[2001:db8:1:2::7]:%d",
                "[2001:db8:1:2::%x]",
                "2001:db8:1:2:%x::",
                "fe80::1%%eth%d",
                "unknown-%d",
                "%d.example.org",
                "1.2.3.4.%d",
                "999.1.1.%d",
                "_%x"
            })
    void whatever_is_written_beside_an_address_or_instead_of_one_is_no_way_around(String address) {
        for (var i = 0; i < 10; i++) {
            wrong(address.formatted(i), "rumi", 1);
        }

        assertThatThrownBy(() -> attempts.begin(address.formatted(10), "rumi")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void an_address_is_the_same_however_it_is_written() {
        wrong(CAFE, "rumi", 4);
        wrong("::ffff:" + CAFE, "rumi", 3);
        wrong(CAFE + ":4711", "rumi", 3);

        assertThatThrownBy(() -> attempts.begin(CAFE, "rumi")).isInstanceOf(TooManyAttempts.class);
        assertThatCode(() -> attempts.begin(HOME, "rumi")).doesNotThrowAnyException();
    }

    @Test
    void many_at_once_are_no_way_around() throws Exception {
        var guesses = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 40; i++) {
            guesses.add(() -> {
                try {
                    attempts.begin(CAFE, "rumi");
                    return true;
                } catch (TooManyAttempts e) {
                    return false;
                }
            });
        }

        assertThat(atOnce(guesses)).filteredOn(begun -> begun).hasSize(10);
    }

    private void wrong(String address, String userId, int times) {
        for (var i = 0; i < times; i++) {
            attempts.begin(address, userId);
        }
    }

    private void right(String address, String userId) {
        attempts.begin(address, userId);
        attempts.succeeded(address, userId);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
