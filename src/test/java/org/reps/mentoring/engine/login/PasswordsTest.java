package org.reps.mentoring.engine.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PasswordsTest extends ProgrammeTest {

    @Autowired
    private KnownPeople known;

    @Value("${mentoring.password-work}")
    private int work;

    @Test
    void a_password_is_kept_as_a_hash_that_says_how_much_work_it_was() {
        givenRep("rumi");

        assertThat(kept("rumi")).startsWith("{pbkdf2-sha512}" + work + "$").doesNotContain("mentoring-demo");
        assertThat(identities.checkPassword("rumi", "mentoring-demo")).isTrue();
        assertThat(identities.checkPassword("rumi", "mentoring-demO")).isFalse();
        assertThat(people.hasPassword("rumi", "mentoring-demo")).isTrue();
        assertThat(people.hasPassword("rumi", "something else")).isFalse();
    }

    @Test
    void the_same_password_is_not_kept_in_the_same_way_twice() {
        givenRep("rumi");
        givenRep("ruth");

        assertThat(kept("rumi")).isNotEqualTo(kept("ruth"));
    }

    @Test
    void a_password_that_was_other_work_stays_valid() {
        givenRep("rumi");
        keep("rumi", new PasswordHash(work + 1000).encrypt("mentoring-demo" + salt("rumi")), "pbkdf2-sha512");

        assertThat(identities.checkPassword("rumi", "mentoring-demo")).isTrue();
        assertThat(identities.checkPassword("rumi", "something else")).isFalse();
        assertThat(people.hasPassword("rumi", "mentoring-demo")).isTrue();
    }

    @Test
    void a_password_that_the_engine_has_hashed_itself_stays_valid() {
        givenRep("rumi");
        keep("rumi", new Sha512HashDigest().encrypt("mentoring-demo" + salt("rumi")), "SHA-512");

        assertThat(identities.checkPassword("rumi", "mentoring-demo")).isTrue();
        assertThat(identities.checkPassword("rumi", "something else")).isFalse();
        assertThat(people.hasPassword("rumi", "mentoring-demo")).isTrue();
    }

    @Test
    void whether_somebody_has_an_account_is_not_seen_from_the_work_it_takes() {
        givenRep("rumi");
        givenRep("ruth");
        keep("ruth", new Sha512HashDigest().encrypt("mentoring-demo" + salt("ruth")), "SHA-512");
        var hash = spy(new PasswordHash(work));

        for (var userId : List.of("rumi", "ruth", "nobody")) {
            check(hash, userId, "something else");
        }

        // Rumi's is checked by the engine's own with as much work.
        verify(hash, times(2)).encrypt("something else");
    }

    @Test
    void nobody_logs_in_without_a_password() {
        identities.saveUser(identities.newUser("nopassword"));

        assertThat(identities.checkPassword("nopassword", "")).isFalse();
        assertThat(identities.checkPassword("nopassword", null)).isFalse();
        assertThat(identities.checkPassword("nobody", "mentoring-demo")).isFalse();
        assertThat(identities.checkPassword(null, "mentoring-demo")).isFalse();
    }

    @Test
    void wrong_passwords_slow_down_where_they_come_from_and_lock_nobody_out() {
        givenRep("rumi");
        comingFrom("198.51.100.7");
        for (var i = 0; i < 10; i++) {
            assertThat(identities.checkPassword("rumi", "something else")).isFalse();
        }
        assertThatThrownBy(() -> identities.checkPassword("rumi", "mentoring-demo"))
                .isInstanceOf(TooManyAttempts.class);

        comingFrom("203.0.113.9");
        assertThat(identities.checkPassword("rumi", "mentoring-demo")).isTrue();
    }

    @Test
    void a_password_that_is_too_easy_is_refused_in_plain_words_and_changes_nothing() {
        givenRep("rumi");

        assertThatThrownBy(() -> as("rumi", () -> {
                    var rumi = identities.createUserQuery().userId("rumi").singleResult();
                    rumi.setPassword("short");
                    identities.saveUser(rumi);
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Please choose a password of 12 to 256 characters");
        assertThat(identities.checkPassword("rumi", "mentoring-demo")).isTrue();
    }

    @Test
    void where_people_sign_in_elsewhere_no_password_is_right_or_wrong() {
        givenRep("rumi");
        var accounts = accounts(new PasswordHash(1), SignIn.at("https://login.example.org/realms/reps"));

        for (var password : List.of("mentoring-demo", "something else", "")) {
            assertThatThrownBy(() -> accounts.checkPassword("rumi", password))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Passwords are not used here. Please open the application anew, and sign in with your"
                            + " account at login.example.org.");
        }
    }

    private Accounts accounts(PasswordHash hash, SignInSettings signIn) {
        return new Accounts(hash, new LoginAttempts(Ticker.systemTicker()), known, event -> {}, signIn);
    }

    private void check(PasswordHash hash, String userId, String password) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> accounts(hash, SignIn.with()).checkPassword(userId, password));
    }

    private static void comingFrom(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private String kept(String userId) {
        return database.queryForObject("select pwd_ from act_id_user where id_ = ?", String.class, userId);
    }

    private String salt(String userId) {
        return database.queryForObject("select salt_ from act_id_user where id_ = ?", String.class, userId);
    }

    private void keep(String userId, String hash, String algorithm) {
        database.update("update act_id_user set pwd_ = ? where id_ = ?", "{" + algorithm + "}" + hash, userId);
    }
}
