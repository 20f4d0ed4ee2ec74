package org.reps.mentoring.confidential;

import java.util.function.Predicate;
import java.util.regex.Pattern;
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

    private static final Predicate<String> WRITES_LATE =
            Pattern.compile("(?i)jdbc:h2:(?!.*;WRITE_DELAY=0(;|$)).*").asMatchPredicate();

    static final String HOW_TO = "Please set MENTORING_CONFIDENTIAL_KEY, the key that seals confidential texts:"
            + " 32 random bytes in Base64, from: openssl rand -base64 32. Keep a copy of it in a safe place.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var environment = beans.getBean(Environment.class);
        if (!isOwn(environment.getProperty("mentoring.confidential.key", ""))) {
            throw new IllegalStateException(HOW_TO);
        }
        var keys = environment.getProperty("mentoring.confidential.keys.url", "");
        if (keys.isBlank() || keys.equals(environment.getProperty("spring.datasource.url"))) {
            throw new IllegalStateException("Please set MENTORING_CONFIDENTIAL_KEYS_URL, the JDBC address of a database"
                    + " of its own for the keys of single cases. Of that database keep one copy, replaced each time, and"
                    + " no older ones: then what was forgotten opens from no backup any more.");
        }
        if (WRITES_LATE.test(keys)) {
            throw new IllegalStateException(
                    "Please add ;WRITE_DELAY=0 to the address in MENTORING_CONFIDENTIAL_KEYS_URL:"
                            + " without it, H2 writes to the disk a moment late, and a crash could lose a key whose text is kept.");
        }
    }

    /** Whether this is a key that not everybody knows. */
    static boolean isOwn(String key) {
        return !key.isBlank() && !SealingKey.of(key).id().equals(ID_OF_TRIAL_KEY);
    }
}
