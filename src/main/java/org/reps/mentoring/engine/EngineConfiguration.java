package org.reps.mentoring.engine;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class EngineConfiguration implements WebMvcConfigurer {

    /** The programme's days are UTC days; wherever a person's own day matters, their time zone is asked for. */
    @Bean
    Clock clock() {
        return new EngineClock(ZoneOffset.UTC);
    }

    /** Most people come for their tasks, so the short address leads there. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/camunda/app/tasklist/default/");
    }
}
