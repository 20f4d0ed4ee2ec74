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

    @ParameterizedTest
    @ValueSource(strings = {"", "a passphrase", "cmVwcyBtZW50b3JpbmcsIGZvciB0cnlpbmcgb25seSE="})
    void a_real_programme_needs_a_key_of_its_own(String key) {
        assertThatThrownBy(() -> check(key)).hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void any_other_key_will_do() {
        assertThatCode(() -> check("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))
                .doesNotThrowAnyException();
    }

    private static void check(String key) {
        var beans = new DefaultListableBeanFactory();
        var environment = new MockEnvironment().withProperty("mentoring.confidential.key", key);
        beans.registerSingleton("environment", (Environment) environment);
        new OwnKeyCheck().postProcessBeanFactory(beans);
    }
}
