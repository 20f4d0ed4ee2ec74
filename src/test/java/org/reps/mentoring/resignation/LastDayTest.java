package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;

/** What becomes of those who have no other mentor when the last day has come. */
class LastDayTest extends MateoStepsDownTest {

    @Test
    void whoever_is_left_open_is_seen_as_an_open_assignment_at_once() {
        handIn();
        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();
        goTo("rumi", "maya");
        fire("Event_LastDayCome");
        assertThat(candidates(task("Activity_PlaceRemaining"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThat(shown("Activity_PlaceRemaining", "clara").toString())
                .contains("\"placed\":1,\"all\":2", "Maya Sample");
        assertThat(openAssignments()).isEmpty();
        clara.leavesTheRemainingMenteesOpen();

        assertThat(openAssignments()).containsExactly("rana");
        assertThat(mailsTo("rana")).contains("We have not found a mentor for you yet");
        assertThat(mailsTo("chidi")).contains("Rana is still without a mentor");
        assertThat(database.queryForObject("select state from change_request where mentee_id = 'rana'", String.class))
                .isEqualTo("WAITING");
        assertThat(openTasks()).doesNotContain("Activity_WillYouMentor");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        fire("Event_LastDayOver");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.RESIGNED);

        rana.looksForAMentor();
        assertThat(openTasks()).contains("Activity_OfferToMentor");
        assertThat(openAssignments()).containsExactly("rana");
        mentorships.begin("rana", "maya");
        assertThat(openAssignments()).isEmpty();
    }

    @Test
    void a_contact_may_keep_looking_for_some_weeks_and_is_asked_again() {
        handIn();
        recommendNobody();
        clara.acceptsTheResignation();
        stopLooking("rumi");
        assertThat(children()).containsOnlyKeys("rana");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("mateo");
        assertThat(bodyOf("nobody-else-found-mentee", "rumi")).contains("stays your mentor until the last day");
        assertThat(bodyOf("nobody-else-found-mentor", "mateo")).contains("until your last day");
        fire("Event_LastDayCome");
        assertThat(shown("Activity_PlaceRemaining", "clara").toString())
                .contains("Nobody is looking for another mentor at the moment");
        clara.keepsLookingForTheRemainingMentees(2);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("mentor-change")
                        .processInstanceBusinessKey("rumi")
                        .count())
                .isOne();
        assertThat(dueOf("Event_ExtraWeeksOver").atZone(ZoneOffset.UTC).toLocalDate())
                .isEqualTo(today().plusWeeks(2));
        goTo("rumi", "maya");
        fire("Event_ExtraWeeksOver");
        assertThat(shown("Activity_PlaceRemaining", "chidi").toString()).contains("\"placed\":1,\"all\":2");
        clara.keepsLookingForTheRemainingMentees(1);
        goTo("rana", "maya");

        assertThat(the("mentor-resignation")).isNotWaitingAt("Activity_PlaceRemaining");
        fire("Event_LastDayOver");
        assertThat(the("mentor-resignation")).hasPassed("Event_MentorRetired");
    }

    @Test
    void the_last_two_who_are_placed_at_the_same_moment_are_noticed() throws Exception {
        givenMentor("mei", 5);
        for (var round = 0; round < 4; round++) {
            handIn();
            recommendNobody();
            clara.acceptsTheResignation();
            fire("Event_LastDayCome");
            assertThat(openTasks()).contains("Activity_PlaceRemaining");
            atOnce(List.of(
                    () -> tried(() -> mentorships.change("rumi", "maya")),
                    () -> tried(() -> mentorships.change("rana", "mei"))));
            runJobs();

            assertThat(openTasks()).doesNotContain("Activity_PlaceRemaining");
            beginAnew();
            mentorships.change("rumi", "mateo");
            mentorships.change("rana", "mateo");
        }
    }

    /** Again, as the engine tries a job again, when somebody else was quicker. */
    private static boolean tried(Runnable action) {
        return IntStream.range(0, 5).anyMatch(attempt -> succeeds(action));
    }
}
