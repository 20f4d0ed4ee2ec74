package org.reps.mentoring.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.tasklist.NamedPeople.Entry;
import org.springframework.beans.factory.annotation.Autowired;

class NamedPeopleTest extends ProgrammeTest {

    @Autowired
    NamedPeople people;

    @BeforeEach
    void givenPeople() {
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenContact("clara");
        givenRep("rosa");
        givenRep("ravi");
        mentorships.begin("rosa", "maya");
    }

    @Test
    void contacts_choose_among_everybody_by_name_and_by_user_name() {
        assertThat(offeredTo("clara"))
                .extracting(Entry::name)
                .containsExactly(
                        "Clara Sample", "Mateo Sample", "Maya Sample", "Operator Admin", "Ravi Sample", "Rosa Sample");
        assertThat(offeredTo("clara")).contains(new Entry("Ravi Sample", "ravi", false));
    }

    @Test
    void everybody_else_chooses_among_those_they_know_and_does_not_learn_who_else_is_here() {
        assertThat(offeredTo("ravi"))
                .containsExactly(
                        new Entry("Clara Sample", null, false),
                        new Entry("Mateo Sample", null, true),
                        new Entry("Maya Sample", null, true));
        assertThat(offeredTo("maya"))
                .extracting(Entry::name)
                .containsExactly("Clara Sample", "Mateo Sample", "Rosa Sample");
    }

    @Test
    void nobody_is_offered_a_mentor_who_is_in_the_group_no_more() {
        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'mateo'");

        assertThat(offeredTo("ravi")).extracting(Entry::name).containsExactly("Clara Sample", "Maya Sample");
    }

    private List<Entry> offeredTo(String userId) {
        var offered = new AtomicReference<List<Entry>>();
        as(userId, () -> offered.set(people.entries()));
        return Objects.requireNonNull(offered.get());
    }
}
