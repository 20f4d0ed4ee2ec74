package org.reps.mentoring.rules;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
class RulesConfiguration {

    /** Bound by hand because diagrams call the bean by the short name {@code rules}. */
    @Bean
    MentoringRules rules(Environment environment) {
        return Binder.get(environment).bindOrCreate("mentoring.rules", MentoringRules.class);
    }

    @Bean
    WelcomePack welcomePack(Environment environment) {
        return new WelcomePack(
                environment.getProperty("mentoring.programme.welcome", "").strip());
    }

    @Bean
    ProgrammeLinks programmeLinks(Environment environment) {
        return Binder.get(environment).bindOrCreate("mentoring.programme.links", ProgrammeLinks.class);
    }
}
