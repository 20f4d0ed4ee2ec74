package org.reps.mentoring.answerlink;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start a real programme without a key of its own, before anything has been created: one that is made at
 * each start would close every link with it, and each node would have another.
 */
@Component
@Profile("production")
class OwnLinkKeyCheck implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var keys = beans.getBean(Environment.class).getProperty("mentoring.answer-links.keys", "");
        if (keys.isBlank()) {
            throw new IllegalStateException(AnswerLinkKeys.HOW_TO);
        }
        new AnswerLinkKeys(List.of(keys.split(","))).secrets();
    }
}
