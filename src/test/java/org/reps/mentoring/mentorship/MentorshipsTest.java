package org.reps.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.rules.Refusal;
import org.springframework.dao.DataIntegrityViolationException;

class MentorshipsTest extends ProgrammeTest {

    @BeforeEach
    void programme() {
        givenRep("rumi");
        givenMentor("mateo", 1);
        givenMentor("maya", 5);
    }

    @Test
    void a_mentorship_is_agreed_for_one_commitment() {
        var begun = mentorships.byId(Objects.requireNonNull(mentorships.begin("rumi", "mateo")));

        assertThat(begun.isRunning()).isTrue();
        assertThat(begun.committedUntil()).isEqualTo(begun.beganOn().plusYears(1));
        assertThat(mentorships.menteesOf("mateo")).containsExactly("rumi");
    }

    @Test
    void a_mentor_without_a_free_place_takes_nobody() {
        givenRep("rana");
        mentorships.begin("rana", "mateo");

        assertThat(mentorships.begin("rumi", "mateo")).isNull();
    }

    @Test
    void an_ended_mentorship_frees_the_place() {
        givenRep("rana");
        var first = Objects.requireNonNull(mentorships.begin("rana", "mateo"));
        mentorships.end(first, "moved away");

        assertThat(mentorships.begin("rumi", "mateo")).isNotNull();
        assertThat(mentorships.ofMentee("rana")).isEmpty();
    }

    @Test
    void a_mentorship_ends_once() {
        var id = Objects.requireNonNull(mentorships.begin("rumi", "mateo"));
        mentorships.end(id, "moved away");
        mentorships.end(id, "something else");

        assertThat(mentorships.byId(id).endReason()).isEqualTo("moved away");
    }

    @Test
    void nobody_mentors_themself_or_their_own_mentor() {
        mentorships.begin("mateo", "maya");

        assertThatThrownBy(() -> mentorships.begin("maya", "maya")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> mentorships.begin("maya", "mateo")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_mentor_who_is_away_takes_nobody() {
        var today = today();
        mentors.save(mentors.findById("mateo").orElseThrow().away(today.minusDays(1), today.plusDays(1), "maya"));

        assertThat(mentorships.begin("rumi", "mateo")).isNull();
    }

    @Test
    void nobody_has_two_mentors_whatever_the_code_does() {
        mentorships.begin("rumi", "mateo");

        assertThatThrownBy(() -> mentorships.begin("rumi", "maya")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> database.update("""
                        insert into mentorship (id, mentee_id, mentor_id, running_mentee, began_on, committed_until, version)
                        values ('x', 'rumi', 'maya', 'rumi', date '2026-01-01', date '2027-01-01', 0)""")).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void another_mentor_takes_the_place_of_the_one_before() {
        var old = Objects.requireNonNull(mentorships.begin("rumi", "mateo"));
        var changed = mentorships.byId(Objects.requireNonNull(mentorships.change("rumi", "maya")));

        assertThat(mentorships.ofMentee("rumi")).contains(changed);
        assertThat(mentorships.byId(old).endReason()).isEqualTo("mentor changed");
        assertThat(mentorships.menteesOf("mateo")).isEmpty();
    }

    @Test
    void where_the_other_mentor_has_no_place_the_one_before_stays() {
        givenRep("rana");
        mentorships.begin("rana", "mateo");
        var old = Objects.requireNonNull(mentorships.begin("rumi", "maya"));

        assertThat(mentorships.change("rumi", "mateo")).isNull();
        assertThat(mentorships.ofMentee("rumi").orElseThrow().id()).isEqualTo(old);
    }

    @Test
    void a_mentorship_is_extended_from_the_day_it_would_end() {
        var begun = mentorships.byId(Objects.requireNonNull(mentorships.begin("rumi", "mateo")));
        later(Period.ofMonths(11));
        mentorships.extend(begun.id());

        assertThat(mentorships.byId(begun.id()).committedUntil())
                .isEqualTo(begun.committedUntil().plusYears(1));
    }

    @Test
    void exactly_one_of_many_reps_gets_the_last_place() throws Exception {
        var attempts = new ArrayList<Callable<String>>();
        for (var i = 0; i < 20; i++) {
            var rep = "rep" + i;
            givenRep(rep);
            attempts.add(() -> mentorships.begin(rep, "mateo"));
        }

        var begun = atOnce(attempts);

        assertThat(begun).filteredOn(Objects::nonNull).hasSize(1);
        assertThat(mentorships.menteesOf("mateo")).hasSize(1);
    }

    @Test
    void two_who_would_mentor_each_other_at_the_same_moment_do_not_both_begin() throws Exception {
        for (var round = 0; round < 10; round++) {
            var begun = atOnce(List.of(beginOrNull("maya", "mateo"), beginOrNull("mateo", "maya")));
            assertThat(begun).filteredOn(Objects::nonNull).hasSize(1);
            begun.stream().filter(Objects::nonNull).forEach(id -> mentorships.end(id, "next round"));
        }
    }

    private Callable<String> beginOrNull(String menteeId, String mentorId) {
        return () -> {
            try {
                return mentorships.begin(menteeId, mentorId);
            } catch (Refusal refusal) {
                return null;
            }
        };
    }
}
