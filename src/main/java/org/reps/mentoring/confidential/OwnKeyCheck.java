package org.reps.mentoring.confidential;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start a real programme without a key of its own, before anything has been created. */
@Component
@Profile("production")
class OwnKeyCheck implements BeanFactoryPostProcessor {

    /** Of the key in {@code application.yaml}, which everybody knows. */
    private static final String ID_OF_TRIAL_KEY = "24b1903631506f33";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var key = beans.getBean(Environment.class).getProperty("mentoring.confidential.key", "");
        if (key.isBlank() || SealingKey.of(key).id().equals(ID_OF_TRIAL_KEY)) {
            throw new IllegalStateException(
                    "Please set MENTORING_CONFIDENTIAL_KEY, the key that seals confidential texts:"
                            + " 32 random bytes in Base64, from: openssl rand -base64 32. Keep a copy of it in a safe place.");
        }
    }
}
