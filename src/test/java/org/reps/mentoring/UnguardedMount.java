package org.reps.mentoring;

import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** The engine's REST API under an address that none of Camunda's security rules knows. */
@TestConfiguration
class UnguardedMount {

    @Bean
    ServletRegistrationBean<ServletContainer> unguarded() {
        return new ServletRegistrationBean<>(
                new ServletContainer(ResourceConfig.forApplication(new EngineRestApplication())), "/unguarded/*");
    }
}
