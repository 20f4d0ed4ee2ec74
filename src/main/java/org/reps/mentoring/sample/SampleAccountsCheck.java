package org.reps.mentoring.sample;

import java.util.stream.Stream;
import org.reps.mentoring.engine.people.People;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Refuses to start a real programme in which somebody has the password of the sample people. */
@Component
@Profile("production")
class SampleAccountsCheck implements SmartInitializingSingleton {

    private final People people;
    private final String operator;

    SampleAccountsCheck(People people, @Value("${camunda.bpm.admin-user.id}") String operator) {
        this.people = people;
        this.operator = operator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Stream.concat(Stream.of(operator), SamplePeople.ids().stream())
                .filter(id -> people.hasPassword(id, SamplePeople.PASSWORD))
                .findFirst()
                .ifPresent(id -> {
                    throw new IllegalStateException("\"" + id + "\" still has the password of the sample programme."
                            + " Use a new database, or change that password, before you start for real.");
                });
    }
}
