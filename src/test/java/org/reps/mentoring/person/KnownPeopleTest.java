package org.reps.mentoring.person;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KnownPeopleTest extends ProgrammeTest {

    @Autowired
    private KnownPeople known;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void two_who_find_the_same_people_at_the_same_moment_register_each_once() throws Exception {
        var people = IntStream.range(0, 200).mapToObj("known-%03d"::formatted).collect(toCollection(TreeSet::new));
        Callable<Void> registering = () -> new TransactionTemplate(transactions).execute(transaction -> {
            known.register(people);
            return null;
        });

        atOnce(List.of(registering, registering, registering));

        assertThat(people).allSatisfy(id -> assertThat(known.find(id)).isPresent());
    }
}
