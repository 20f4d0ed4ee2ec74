package org.reps.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.UsualRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;

class MentorshipsTest extends ProgrammeTest {

    @Autowired
    MentorshipTable table;

    @Autowired
    Days days;

    @Autowired
    ApplicationEventPublisher events;

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
    void nobody_mentors_themself() {
        assertThatThrownBy(() -> mentorships.begin("maya", "maya")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 9})
    void nobody_is_guided_by_somebody_whom_they_guide_themself_or_through_others(int people) {
        givenCircle(people);
        for (var guided = 1; guided < people; guided++) {
            assertThat(mentorships.begin("m" + guided, "m" + (guided - 1))).isNotNull();
        }

        assertThat(mentorships.begin("m0", "m" + (people - 1))).isNull();
        assertThat(mentorships.ofMentee("m0")).isEmpty();
        assertThat(mentorships.cannotGuide("m0")).hasSize(people);
        assertThat(mentorships.cannotGuide("m" + (people - 1))).containsExactly("m" + (people - 1));
        assertThat(mentorships.begin("m0", "maya")).isNotNull();
        assertThat(mentorships.change("m0", "m" + (people - 1))).isNull();
        assertThat(mentorships.mentorOf(mentorships.ofMentee("m0").orElseThrow().id()))
                .isEqualTo("maya");
    }

    @Test
    void a_mentorship_that_is_over_is_no_part_of_a_circle() {
        givenCircle(3);
        mentorships.begin("m1", "m0");
        var over = Objects.requireNonNull(mentorships.begin("m2", "m1"));
        mentorships.end(over, "moved away");

        assertThat(mentorships.begin("m0", "m2")).isNotNull();
        assertThat(mentorships.begin("m2", "m1")).isNull();
    }

    @Test
    void a_programme_can_let_three_guide_each_other_but_not_two() {
        givenCircle(3);
        var rules = UsualRules.with(Map.of("mentoring.rules.circles-of-mentors", "true"));
        var others = new Mentorships(table, mentors, rules, days, events);
        others.begin("m1", "m0");
        others.begin("m2", "m1");

        assertThat(others.begin("m0", "m1")).isNull();
        assertThat(others.begin("m0", "m2")).isNotNull();
        assertThat(others.cannotGuide("m0")).containsExactly("m0", "m1");

        // Where the programme does not want it any more, what began goes on, and no more are added.
        assertThat(mentorships.cannotGuide("m0")).containsExactly("m0", "m1", "m2");
        assertThat(mentorships.begin("rumi", "m1")).isNotNull();
        assertThat(mentorships.change("m0", "m2")).isNull();
        assertThat(mentorships.ofMentee("m0").orElseThrow().mentorId()).isEqualTo("m2");
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
    void whoever_began_on_29_february_goes_on_until_one_in_leap_years() {
        on(LocalDate.of(2024, 2, 29));
        var id = Objects.requireNonNull(mentorships.begin("rumi", "mateo"));
        var until = new ArrayList<String>();
        for (var year = 2025; year < 2030; year++) {
            until.add(mentorships.byId(id).committedUntil().toString());
            on(LocalDate.of(year, 2, 10));
            mentorships.extend(id);
        }

        assertThat(until).containsExactly("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28");
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

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void of_mentorships_that_would_close_a_circle_at_the_same_moment_one_does_not_begin(int people) throws Exception {
        givenCircle(people);
        for (var round = 0; round < 10; round++) {
            var attempts = new ArrayList<Callable<String>>();
            for (var guide = 0; guide < people; guide++) {
                var mentee = "m" + (guide + 1) % people;
                var mentor = "m" + guide;
                attempts.add(() -> mentorships.begin(mentee, mentor));
            }
            assertNotAllOf(atOnce(attempts));
        }
    }

    /** None of the two halves has anybody in it who takes part in the other. */
    @Test
    void nor_do_two_that_close_a_circle_of_four_between_them() throws Exception {
        givenCircle(4);
        for (var round = 0; round < 10; round++) {
            var first = mentorships.begin("m1", "m0");
            var second = mentorships.begin("m3", "m2");
            assertNotAllOf(atOnce(List.of(() -> mentorships.begin("m2", "m1"), () -> mentorships.begin("m0", "m3"))));
            mentorships.end(Objects.requireNonNull(first), "next round");
            mentorships.end(Objects.requireNonNull(second), "next round");
        }
    }

    private void assertNotAllOf(List<String> begun) {
        assertThat(begun).filteredOn(Objects::isNull).hasSize(1);
        begun.stream().filter(Objects::nonNull).forEach(id -> mentorships.end(id, "next round"));
    }

    private void givenCircle(int people) {
        for (var i = 0; i < people; i++) {
            givenMentor("m" + i, 5);
        }
    }
}
