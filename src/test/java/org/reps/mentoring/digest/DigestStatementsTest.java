package org.reps.mentoring.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.people.Group;
import org.springframework.beans.factory.annotation.Autowired;

/** A digest asks the database as often for much as for little. */
class DigestStatementsTest extends ProgrammeTest {

    /** Whether something is offered to them, and that they have been looked for. */
    private static final int FOR_ONE = 8;

    @Autowired
    Digests digests;

    private int lookingFor;
    private int day;

    @BeforeEach
    void a_contact() {
        givenMentor("maya", 5);
        givenContact("clara");
    }

    @Test
    void the_council_s_takes_as_many_statements_however_much_waits() {
        raiseConcerns(2);
        nextMorning();
        var few = statements(() -> digests.send("clara"));
        raiseConcerns(14);
        nextMorning();
        var many = statements(() -> digests.send("clara"));

        assertThat(database.queryForList("select subject from mail where notice = 'digest'", String.class))
                .hasSize(2);
        assertThat(many).isLessThanOrEqualTo(few);
    }

    @Test
    void a_mentor_s_takes_as_many_statements_however_many_could_be_guided() {
        lookForMentors(2);
        nextMorning();
        var few = statements(() -> digests.send("maya"));
        lookForMentors(14);
        nextMorning();

        assertThat(statements(() -> digests.send("maya"))).isLessThanOrEqualTo(few);
    }

    /** Each is asked for a few times, and not once more for each who is looked for with them. */
    @Test
    void whom_it_is_for_is_found_with_a_few_statements_for_each() {
        people(10);
        nextMorning();
        var few = statements(digests::sendNext);
        people(30);
        nextMorning();
        var many = statements(digests::sendNext);

        assertThat(many - few).isLessThanOrEqualTo(30 * FOR_ONE);
    }

    private void people(int number) {
        for (var i = 0; i < number; i++) {
            register("reader" + lookingFor++, Group.REPS);
        }
    }

    private void raiseConcerns(int number) {
        for (var i = 0; i < number; i++) {
            var rep = "worried" + lookingFor++;
            givenRep(rep);
            startAs(rep, "raise-concern", Map.of("category", "idea", "whatHappened", "Talks"));
        }
    }

    private void lookForMentors(int number) {
        for (var i = 0; i < number; i++) {
            var rep = "seeker" + lookingFor++;
            givenRep(rep);
            startAs(rep, "rep-onboarding", Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
        }
    }

    private void nextMorning() {
        day += 1;
        Today.goTo(today().plusDays(day).atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC));
    }

    /** How many statements the database executes meanwhile. */
    private int statements(Runnable action) {
        database.execute("set query_statistics false");
        database.execute("set query_statistics true");
        action.run();
        var executed = Objects.requireNonNull(database.queryForObject(
                "select sum(execution_count) from information_schema.query_statistics", Integer.class));
        database.execute("set query_statistics false");
        return executed;
    }
}
