package org.reps.mentoring.engine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

@Configuration
class EngineConfiguration {

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
     * The clock of engine and programme. It knows moments; what day it is for whom is asked of {@code calendar.Days}.
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
}
