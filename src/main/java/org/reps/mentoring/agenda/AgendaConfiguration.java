package org.reps.mentoring.agenda;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
class AgendaConfiguration {

    @Bean
    Expectations expectations(Environment environment) {
        return Binder.get(environment).bindOrCreate("mentoring.programme.expectations", Expectations.class);
    }
}
