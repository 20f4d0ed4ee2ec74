package org.reps.mentoring.engine.signin;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether an issuer is set; a setting that is there and empty sets none. */
final class SignInIsOn implements Condition {

    static final String ISSUER = "mentoring.sign-in.issuer";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    static boolean isOn(Environment environment) {
        return !environment.getProperty(ISSUER, "").isBlank();
    }
}
