package org.reps.mentoring.confidential;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

class OwnKeyCheckTest {

    private static final String OWN_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @ParameterizedTest
    @ValueSource(strings = {"", "a passphrase", "cmVwcyBtZW50b3JpbmcsIGZvciB0cnlpbmcgb25seSE="})
    void a_real_programme_needs_a_key_of_its_own(String key) {
        assertThatThrownBy(() -> check(key)).hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void any_other_key_will_do() {
        assertThatCode(() -> check(OWN_KEY)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:h2:file:./data/mentoring"})
    void and_a_database_of_its_own_for_the_keys_of_cases(String url) {
        assertThatThrownBy(() -> check(OWN_KEY, url)).hasMessageContaining("MENTORING_CONFIDENTIAL_KEYS_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./data/keys", "jdbc:h2:./data/keys;WRITE_DELAY=010;MODE=REGULAR"})
    void that_has_written_a_key_when_its_text_is_kept(String url) {
        assertThatThrownBy(() -> check(OWN_KEY, url)).hasMessageContaining("Please add ;WRITE_DELAY=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./data/keys;write_delay=0;DB_CLOSE_ON_EXIT=FALSE",
                "jdbc:postgresql://localhost/mentoring_keys"
            })
    void as_these_do(String url) {
        assertThatCode(() -> check(OWN_KEY, url)).doesNotThrowAnyException();
    }

    private static void check(String key) {
        check(key, "jdbc:h2:file:./data/keys;WRITE_DELAY=0");
    }

    private static void check(String key, String keysUrl) {
        var beans = new DefaultListableBeanFactory();
        var environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:h2:file:./data/mentoring")
                .withProperty("mentoring.confidential.key", key)
                .withProperty("mentoring.confidential.keys.url", keysUrl);
        beans.registerSingleton("environment", (Environment) environment);
        new OwnKeyCheck().postProcessBeanFactory(beans);
    }
}
