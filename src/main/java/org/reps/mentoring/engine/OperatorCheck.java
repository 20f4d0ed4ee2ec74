package org.reps.mentoring.engine;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start a real programme without a password for the operator, before the engine has created anything. */
@Component
@Profile("production")
class OperatorCheck implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var password = beans.getBean(Environment.class).getProperty("camunda.bpm.admin-user.password", "");
        if (password.isBlank()) {
            throw new IllegalStateException(
                    "Please set MENTORING_OPERATOR_PASSWORD: the password of the operator's account \"admin\".");
        }
    }
}
