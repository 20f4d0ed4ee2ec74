package org.reps.mentoring.engine;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class EngineConfiguration implements WebMvcConfigurer {

    /** The engine creates its tables first: a migration of ours may read them. */
    @Bean
    static BeanFactoryPostProcessor engineBeforeMigrations() {
        return beans -> {
            var migrations = beans.getBeanDefinition("flywayInitializer");
            migrations.setDependsOn(
                    StringUtils.addStringToArray(migrations.getDependsOn(), "processEngineFactoryBean"));
        };
    }

    /**
     * The programme's days are UTC days; wherever a person's own day matters, their time zone is asked for.
     *
     * @param startsAt another time to begin at, for trying what happens on some day; empty for the present
     */
    @Bean
    EngineClock clock(@Value("${mentoring.clock.starts-at:}") String startsAt, Environment environment) {
        if (startsAt.isBlank()) {
            return EngineClock.present();
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("Please do not set mentoring.clock.starts-at: a real programme lives in the"
                    + " present. It is for trying what happens on another day.");
        }
        // The engine's time too, before it starts: its plugin FormHandlers needs this clock.
        var clock = EngineClock.startingAt(startsAt);
        clock.goOn();
        return clock;
    }

    /** Most people come for their tasks, so the short address leads there. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/camunda/app/tasklist/default/");
    }

    @Configuration
    @ConditionalOnWebApplication
    @ConditionalOnProperty("mentoring.engine-rest.enabled")
    @Import(CamundaBpmRestJerseyAutoConfiguration.class)
    static class RestApi {}

    /** Also where there is no REST API: should somebody bring it in by other means, it stays closed. */
    @Bean
    FilterRegistrationBean<EngineRest> engineRest(
            @Value("${mentoring.engine-rest.enabled}") boolean enabled, IdentityService identities) {
        var guarded = new FilterRegistrationBean<>(new EngineRest(enabled, identities));
        guarded.addUrlPatterns("/engine-rest/*");
        return guarded;
    }

    /** The page on which the web applications offer to create a first operator; ours exists before they are up. */
    @Bean
    FilterRegistrationBean<Filter> noSetup() {
        var closed = new FilterRegistrationBean<Filter>(
                (request, response, chain) -> ((HttpServletResponse) response).sendError(HttpStatus.NOT_FOUND.value()));
        closed.addUrlPatterns("/camunda/api/admin/setup/*", "/camunda/app/admin/default/setup/*");
        closed.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return closed;
    }
}
