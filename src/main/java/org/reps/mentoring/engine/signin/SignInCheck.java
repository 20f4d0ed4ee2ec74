package org.reps.mentoring.engine.signin;

import java.net.URI;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Refuses to start with a provider that nobody could sign in at, before anything has been created. */
@Component
class SignInCheck implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        check(beans.getBean(Environment.class));
    }

    static void check(Environment environment) {
        if (!SignInIsOn.isOn(environment)) {
            return;
        }
        var issuer = environment.getProperty(SignInIsOn.ISSUER, "").strip();
        var isReal = environment.acceptsProfiles(Profiles.of("production"));
        if (!isAddress(issuer, isReal)) {
            throw new IllegalStateException("Please set MENTORING_SIGN_IN_ISSUER to the address of the OpenID Connect"
                    + " provider, such as https://login.example.org/realms/reps, or to nothing; it is \"" + issuer
                    + "\" now.");
        }
        if (environment.getProperty("mentoring.sign-in.client-id", "").isBlank()) {
            throw new IllegalStateException(
                    "Please set MENTORING_SIGN_IN_CLIENT_ID to what the application is called at " + issuer + ".");
        }
    }

    private static boolean isAddress(String issuer, boolean isReal) {
        try {
            var address = URI.create(issuer);
            return address.getHost() != null
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && ("https".equals(address.getScheme()) || (!isReal && "http".equals(address.getScheme())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
