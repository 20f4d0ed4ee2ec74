package org.reps.mentoring.engine.door;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.reps.mentoring.engine.signin.Bearers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class DoorConfiguration implements WebMvcConfigurer {

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
            @Value("${mentoring.engine-rest.enabled}") boolean enabled,
            IdentityService identities,
            ObjectProvider<Bearers> bearers) {
        var guarded = new FilterRegistrationBean<>(new EngineRest(enabled, identities, bearers.getIfAvailable()));
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
