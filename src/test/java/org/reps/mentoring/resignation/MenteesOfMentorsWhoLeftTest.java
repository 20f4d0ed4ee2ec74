package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;

/** What went wrong elsewhere when mentors left. */
class MenteesOfMentorsWhoLeftTest extends MateoStepsDownTest {

    @Test
    void nothing_of_a_mentee_is_deleted_with_the_mentor() {
        retire();
        var before = Map.of(
                "rep", database.queryForList("select id from rep order by id"),
                "mentorship", database.queryForList("select id, mentee_id from mentorship order by id"));

        assertThatThrownBy(() -> mentors.deleteById("mateo")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> reps.deleteById("rumi")).isInstanceOf(RuntimeException.class);
        identities.deleteUser("mateo");

        assertThat(database.queryForList("select id from rep order by id")).isEqualTo(before.get("rep"));
        assertThat(database.queryForList("select id, mentee_id from mentorship order by id"))
                .isEqualTo(before.get("mentorship"))
                .hasSize(2);
        assertThat(reps.findById("rumi")).isPresent();
    }

    @Test
    void no_unrelated_edit_wipes_or_changes_who_guides_a_rep() {
        var rumi = reps.findById("rumi").orElseThrow();
        reps.save(rumi.describedAs(Set.of("es"), "America/Lima", Set.of("Coding"), "New goals", ""));
        mentors.save(mentor("mateo").withCapacity(0));
        mentorships.keepInTouch(mentorships.ofMentee("rumi").orElseThrow().id(), "Chat", "month");
        mentorships.extend(mentorships.ofMentee("rumi").orElseThrow().id());
        var user = identities.createUserQuery().userId("rumi").singleResult();
        user.setLastName("Renamed");
        identities.saveUser(user);

        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("mateo");
        assertThat(openAssignments()).isEmpty();
    }

    @Test
    void reps_whose_mentor_has_left_are_open_assignments_even_when_their_mentorship_was_never_ended() {
        givenRep("ruth");
        mentorships.begin("ruth", "maya");
        mentors.save(mentor("mateo").resigned());
        assertThat(openAssignments()).containsExactly("rana", "rumi");

        mentors.save(mentor("mateo").becoming(Mentor.Status.ACTIVE));
        database.update("update mentorship set began_on = ?", today().minusDays(90));
        retire();
        assertThat(openAssignments()).containsExactly("rana", "rumi");
        mentorships.begin("rumi", "maya");
        assertThat(openAssignments()).containsExactly("rana");
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "onboarding closed");
        assertThat(openAssignments()).containsExactly("rana");
    }

    @Test
    void reps_who_look_for_a_mentor_are_open_assignments_until_they_have_one() {
        givenRep("remy");
        assertThat(openAssignments()).isEmpty();
        programme.rep("remy").looksForAMentor();
        assertThat(openAssignments()).containsExactly("remy");
        mateo.doesNotOfferToMentor("remy");
        stopLooking("remy");
        assertThat(the("rep-onboarding")).isEnded();
        assertThat(openAssignments()).containsExactly("remy");
        mentorships.begin("remy", "maya");
        assertThat(openAssignments()).isEmpty();
    }
}
