package org.reps.mentoring.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;
import static org.reps.mentoring.person.Reach.SeenBy.CONTACTS;
import static org.reps.mentoring.person.Reach.SeenBy.EVERYBODY;
import static org.reps.mentoring.person.Reach.SeenBy.MENTOR_AND_MENTEES;

import java.time.Period;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.person.Reach.SeenBy;
import org.reps.mentoring.person.Reaches;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Maya guides Rosa and Ravi, and guided Remy; Mateo guides Rolf. Clara is a contact, Carmen in the council. */
class HowToReachTest extends ProgrammeTest {

    private static final List<String> EVERYONE =
            List.of("maya", "mateo", "rosa", "ravi", "remy", "rolf", "clara", "carmen", "anna", "admin");

    @Autowired
    HowToReach howToReach;

    @Autowired
    ReachForms reachForms;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Reaches reaches;

    @BeforeEach
    void programme() {
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        List.of("rosa", "ravi", "remy", "rolf").forEach(this::givenRep);
        givenContact("clara");
        register("carmen", Group.COUNCIL);
        register("anna", Group.ANALYSTS);
        mentorships.begin("rosa", "maya");
        mentorships.begin("ravi", "maya");
        mentorships.begin("remy", "maya");
        mentorships.end(mentorships.ofMentee("remy").orElseThrow().id(), "has learned enough");
        mentorships.begin("rolf", "mateo");
    }

    @Test
    void a_rep_is_seen_by_whom_they_have_told() {
        says("rosa", MENTOR_AND_MENTEES);
        assertThat(readersOf("rosa")).containsExactly("maya", "rosa");
        says("rosa", CONTACTS);
        assertThat(readersOf("rosa")).containsExactly("clara", "maya", "rosa");
        says("rosa", EVERYBODY);
        assertThat(readersOf("rosa")).containsExactlyInAnyOrderElementsOf(EVERYONE);
    }

    @Test
    void whoever_helps_sees_how_to_reach_whoever_has_asked_and_nobody_else() {
        says("rosa", MENTOR_AND_MENTEES);
        says("maya", MENTOR_AND_MENTEES);
        // A form is opened within a command of the engine.
        as(
                "clara",
                () -> transactions.executeWithoutResult(form -> {
                    assertThat(reachForms.forHelping("rosa", "rosa", "maya"))
                            .isEqualTo("How to reach Rosa Sample: @rosa in our chat\n"
                                    + "How to reach Maya Sample: they have not told you here.");
                    assertThat(reachForms.forHelping("", "rosa"))
                            .isEqualTo("How to reach Rosa Sample: they have not told you here.");
                }));
    }

    @Test
    void a_mentor_is_seen_by_their_mentees_and_not_by_those_who_were() {
        says("maya", MENTOR_AND_MENTEES);
        assertThat(readersOf("maya")).containsExactly("maya", "ravi", "rosa");

        mentorships.end(mentorships.ofMentee("rosa").orElseThrow().id(), "has learned enough");
        assertThat(readersOf("maya")).containsExactly("maya", "ravi");
    }

    @Test
    void whoever_is_looked_for_by_a_mentor_is_not_yet_their_mentee() {
        givenRep("rumi");
        says("rumi", CONTACTS);
        assertThat(readersOf("rumi")).containsExactly("clara");

        mentorships.begin("rumi", "mateo");
        assertThat(readersOf("rumi")).containsExactly("clara", "mateo");
    }

    @Test
    void whoever_covers_stands_in_for_the_mentor_as_long_as_they_are_away() {
        says("rosa", MENTOR_AND_MENTEES);
        says("mateo", MENTOR_AND_MENTEES);
        var today = today();
        mentors.change("maya", maya -> maya.away(today, today.plusDays(9), "mateo"));

        assertThat(readersOf("rosa")).containsExactly("mateo", "maya", "rosa");
        assertThat(readersOf("mateo")).containsExactly("mateo", "ravi", "rolf", "rosa");

        later(Period.ofDays(11));
        assertThat(readersOf("rosa")).containsExactly("maya", "rosa");
        assertThat(readersOf("mateo")).containsExactly("mateo", "rolf");
    }

    @Test
    void an_absence_that_is_still_to_come_opens_nothing() {
        says("rosa", MENTOR_AND_MENTEES);
        var today = today();
        mentors.change("maya", maya -> maya.away(today.plusDays(3), today.plusDays(9), "mateo"));

        assertThat(readersOf("rosa")).containsExactly("maya", "rosa");
    }

    @Test
    void what_is_not_for_the_reader_looks_as_if_it_was_never_said() {
        says("rosa", MENTOR_AND_MENTEES);

        assertThat(howToReach.inWords("maya", "rosa")).isEqualTo("How to reach Rosa Sample: @rosa in our chat");
        assertThat(howToReach.inWords("mateo", "rosa").replace("Rosa", "Ravi"))
                .isEqualTo(howToReach.inWords("mateo", "ravi"))
                .isEqualTo("How to reach Ravi Sample: they have not told you here.");
    }

    private void says(String id, SeenBy seenBy) {
        reaches.save(reaches.findById(id)
                .map(said -> said.saying("@" + id + " in our chat", seenBy))
                .orElseGet(() -> Reach.of(id, "@" + id + " in our chat", seenBy)));
    }

    private TreeSet<String> readersOf(String id) {
        Predicate<String> sees = reader -> howToReach.of(reader, id).isPresent();
        var readers = new TreeSet<String>();
        EVERYONE.stream().filter(sees).forEach(readers::add);
        return readers;
    }
}
