package org.reps.mentoring.engine.login;

import com.github.benmanes.caffeine.cache.Ticker;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.reps.mentoring.person.KnownPeople;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How passwords are chosen, kept and checked. */
@Component
class Passwords extends AbstractProcessEnginePlugin {

    private final PasswordHash hash;
    private final SignInSettings signIn;
    private final KnownPeople known;
    private final ApplicationEventPublisher events;

    Passwords(
            @Value("${mentoring.password-work}") int work,
            SignInSettings signIn,
            KnownPeople known,
            ApplicationEventPublisher events) {
        this.hash = new PasswordHash(work);
        this.signIn = signIn;
        this.known = known;
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(hash);
        configuration.setPasswordPolicy(new PasswordRules());
        configuration.setEnablePasswordPolicy(true);
        // Accounts looks at it, and says which letters there are; the engine would answer as if it had failed itself.
        configuration.setUserResourceWhitelistPattern("(?s).*");
        var attempts = new LoginAttempts(Ticker.systemTicker());
        configuration.setIdentityProviderSessionFactory(new GenericManagerFactory(Accounts.class) {
            @Override
            public Session openSession() {
                return new Accounts(hash, attempts, known, events, signIn);
            }
        });
    }
}
