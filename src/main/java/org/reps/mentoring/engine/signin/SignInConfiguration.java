package org.reps.mentoring.engine.signin;

import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.reps.mentoring.engine.arrivals.Arrivals;
import org.reps.mentoring.engine.arrivals.Identities;
import org.reps.mentoring.engine.login.SignInSettings;
import org.reps.mentoring.person.KnownPeople;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing of this is there where people log in with a password. */
@Configuration
@Conditional(SignInIsOn.class)
@ConditionalOnWebApplication
class SignInConfiguration {

    /** After LoginSessions, which ends sessions that are no longer good. */
    private static final int AFTER_SESSIONS = Ordered.HIGHEST_PRECEDENCE + 35;

    @Bean
    Provider provider(SignInSettings settings, @Value("${mentoring.mail.base-url}") String publicAddress) {
        return new Provider(settings, publicAddress.replaceFirst("/$", ""));
    }

    @Bean
    Arrivals arrivals(
            IdentityService accounts,
            KnownPeople people,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            SignInSettings settings) {
        return new Arrivals(
                accounts,
                new Identities(JdbcClient.create(database)),
                people,
                Objects.requireNonNull(database.getDataSource()),
                new TransactionTemplate(transactions),
                settings);
    }

    @Bean
    Bearers bearers(SignInSettings settings, Provider provider, Arrivals arrivals) {
        return new Bearers(settings, provider, arrivals);
    }

    @Bean
    FilterRegistrationBean<SignInFilter> signInFilter(
            SignInSettings settings, Provider provider, Arrivals arrivals, ProcessEngine engine) {
        var filter = new FilterRegistrationBean<>(new SignInFilter(settings, provider, arrivals, engine));
        filter.addUrlPatterns(SignInFilter.PATHS);
        filter.setOrder(AFTER_SESSIONS);
        return filter;
    }

    @Bean
    FilterRegistrationBean<LoginPages> loginPages(SignInSettings settings, Provider provider) {
        var filter = new FilterRegistrationBean<>(new LoginPages(settings, provider));
        filter.addUrlPatterns("/camunda/*");
        filter.setOrder(AFTER_SESSIONS);
        return filter;
    }

    @Bean
    FilterRegistrationBean<PageScript> pageScript() {
        var filter = new FilterRegistrationBean<>(new PageScript());
        filter.addUrlPatterns("/camunda/app/*");
        filter.setOrder(PageScript.ORDER);
        return filter;
    }

    /** The session begins outside of the web applications, which see to it elsewhere. */
    @Bean
    CookieSameSiteSupplier sessionCookie() {
        return CookieSameSiteSupplier.ofLax().whenHasName("JSESSIONID");
    }

    /** Says in the log when it starts, and not first when people come, that nobody can sign in. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> providerIsThere(Provider provider) {
        return ready -> {
            try {
                provider.registration();
            } catch (Provider.NotReached alreadyLogged) {
                // It may come up later.
            }
        };
    }
}
