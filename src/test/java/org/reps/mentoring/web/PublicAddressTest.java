package org.reps.mentoring.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mentoring",
                "https://",
                "https://not a host",
                "https://localhost",
                "https://127.0.0.1:8443",
                "https://[::1]/",
                "http://mentoring.example.org"
            })
    void an_address_that_others_cannot_reach_safely_is_refused(String address) {
        assertThatThrownBy(() -> start(address))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Please set MENTORING_MAIL_BASE_URL")
                .hasMessageEndingWith("it is \"" + address + "\" now.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mentoring.example.org", "https://mentoring.example.org:8443/"})
    void an_address_with_https_is_fine(String address) {
        assertThatCode(() -> start(address)).doesNotThrowAnyException();
    }

    private static void start(String address) {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("environment", new MockEnvironment().withProperty("mentoring.mail.base-url", address));
        new PublicAddress().postProcessBeanFactory(beans);
    }
}
