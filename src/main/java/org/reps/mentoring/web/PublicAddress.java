package org.reps.mentoring.web;

import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start a real programme that does not know under which address people reach it: its mails would lead
 * nowhere, and it could not tell its own pages from those of others.
 */
@Component
@Profile("production")
class PublicAddress implements BeanFactoryPostProcessor {

    /** Names of this computer that nobody else reaches it by. */
    static final Set<String> ONLY_HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var address = beans.getBean(Environment.class).getProperty("mentoring.mail.base-url", "");
        if (!isPublic(address)) {
            throw new IllegalStateException("Please set MENTORING_MAIL_BASE_URL to the address under which people reach"
                    + " the application, such as https://mentoring.example.org; it is \"" + address + "\" now.");
        }
    }

    private static boolean isPublic(String address) {
        try {
            var uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && !ONLY_HERE.contains(uri.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
