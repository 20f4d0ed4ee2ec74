package org.reps.mentoring.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.springframework.beans.factory.annotation.Autowired;

class PartOfCaseTest extends ProgrammeTest {

    @Autowired
    private PartOfCase partOfCase;

    @Autowired
    private OverdueCouncilTasks overdue;

    @BeforeEach
    void programme() {
        givenContact("clara");
        givenMentor("mona", 3);
        identities.createMembership("mona", Group.CONTACTS.id());
        identities.createMembership("mona", Group.COUNCIL.id());
        register("carmen", Group.COUNCIL);
        givenRep("nora");
    }

    @Test
    void the_mentor_of_today_is_not_asked_to_find_the_next_one() {
        noraLooksForAnotherMentorThanMona();

        var search = task("Activity_AskMentor");
        assertThat(candidates(search)).containsExactly("clara");
        // Too late for the contacts, it is for the rest of the council.
        later(Period.ofMonths(3));
        overdue.offerToCouncil();
        assertThat(candidates(search)).containsExactlyInAnyOrder("clara", "carmen");
    }

    @Test
    void where_everybody_in_the_council_is_part_of_it_it_stops_and_nobody_is_waved_through() {
        people.leave(Group.COUNCIL, "carmen");
        people.leave(Group.COUNCIL, "clara");
        people.leave(Group.CONTACTS, "clara");

        assertThatThrownBy(this::noraLooksForAnotherMentorThanMona)
                .hasMessageContaining("Nobody impartial is left in the council; somebody has to join it");
        assertThat(openTasks()).doesNotContain("Activity_AskMentor");
    }

    @Test
    void a_case_that_was_called_in_confidence_is_out_of_sight_for_the_whole_council() {
        noraLooksForAnotherMentorThanMona();
        var search = the("mentor-matching").getId();

        assertThat(partOfCase.outOfSight("carmen").own()).isEmpty();
        assertThat(partOfCase.outOfSight("carmen").inConfidence()).containsExactly(search);
        assertThat(partOfCase.outOfSight("mona").own())
                .containsExactlyInAnyOrder(search, the("mentor-change").getId());
        as("carmen", () -> {
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
            assertThat(tasks.createTaskQuery().count()).isZero();
            assertThat(management.createJobQuery().processInstanceId(search).count())
                    .isZero();
        });
    }

    @Test
    void whoever_has_it_to_do_goes_on_with_it() {
        noraLooksForAnotherMentorThanMona();

        complete("Activity_AskMentor", "clara", Map.of("contactDecision", "stop", "stopReason", "Nobody is left."));

        assertThat(every("mentor-matching"))
                .allSatisfy(search -> assertThat(runtime.createProcessInstanceQuery()
                                .processInstanceId(search.getId())
                                .count())
                        .isZero());
    }

    @Test
    void whoever_becomes_part_of_it_later_neither_reads_nor_decides() {
        database.update("update mentor set capacity = 0 where id = 'mona'");
        startAs(
                "nora",
                "rep-onboarding",
                Map.of(
                        "goals",
                        "Speak in front of people.",
                        "languages",
                        List.of("en"),
                        "timeZone",
                        "UTC",
                        "skillsWanted",
                        List.of("Coaching")));
        var search = task("Activity_AskMentor");
        tasks.addCandidateUser(search.getId(), "mona");
        runtime.setVariable(search.getProcessInstanceId(), "mentorId", "mona");

        as("mona", () -> {
            assertThatThrownBy(() -> tasks.claim(search.getId(), "mona")).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> forms.getTaskFormVariables(search.getId()))
                    .isInstanceOf(AuthorizationException.class);
        });
        assertThat(task("Activity_AskMentor").getAssignee()).isNull();
    }

    @Test
    void mentorships_stand_for_their_two_people_and_mentors_for_their_mentees() {
        mentorships.begin("nora", "mona");
        runtime.startProcessInstanceByMessage("mentor-silent", "mona", Map.of("mentorId", "mona"));
        runJobs();
        var silence = the("mentor-inactivity").getId();

        assertThat(partOfCase.outOfSight("mona").own()).containsExactly(silence);
        assertThat(partOfCase.outOfSight("nora").own()).containsExactly(silence);
        assertThat(partOfCase.outOfSight("clara").own()).isEmpty();

        mentorships.end(mentorships.ofMentee("nora").orElseThrow().id(), "over");
        assertThat(partOfCase.outOfSight("nora").own()).isEmpty();
        runtime.deleteProcessInstance(silence, "over");
        assertThat(partOfCase.outOfSight("mona").own()).isEmpty();
        assertThat(partOfCase.everOf("mona")).containsExactly(silence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "menteeId", "menteeId, mentorId.mentees"})
    void this_is_read_from_a_diagram(String said) {
        assertThat(PartOfIt.isReadable(said)).isTrue();
        assertThat(String.join(", ", PartOfIt.read(said).words())).isEqualTo(said.replace("nobody", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "menteeId;", "mentee id", "mentorId.mentor", "${menteeId}", "menteeId,"})
    void and_this_is_not(String said) {
        assertThat(PartOfIt.isReadable(said)).isFalse();
    }

    /** For longer than they agreed, so nobody has to decide; and nobody else could guide her. */
    private void noraLooksForAnotherMentorThanMona() {
        later(Period.ofDays(-400));
        Objects.requireNonNull(mentorships.begin("nora", "mona"));
        later(Period.ofDays(400));
        startAs(
                "nora",
                "mentor-change",
                Map.of("wishedRoute", "council", "category", "time", "reason", "Nobody there for weeks."));
        complete("Activity_NameMentor", "nora", Map.of("nextMentor", "nobody"));
    }
}
