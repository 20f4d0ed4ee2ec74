package org.reps.mentoring.engine.login;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start a real programme without a good password for the operator, before the engine has created anything.
 */
@Component
@Profile("production")
class OperatorCheck implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var environment = beans.getBean(Environment.class);
        var operator = environment.getRequiredProperty("camunda.bpm.admin-user.id");
        var password = environment.getProperty("camunda.bpm.admin-user.password", "");
        if (password.isBlank()) {
            throw new IllegalStateException(
                    "Please set MENTORING_OPERATOR_PASSWORD: the password of the operator's account \"admin\".");
        }
        if (!PasswordRules.accept(password, operator)) {
            throw new IllegalStateException(
                    "MENTORING_OPERATOR_PASSWORD is too easy to guess. " + PasswordRules.EXPLANATION);
        }
    }
}
