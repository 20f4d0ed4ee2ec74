package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.story.SteppingDown;

/** SOP: resigning, stepping down as a mentor. What changes for whom when Mateo does so. */
class SteppingDownWellTest extends MateoStepsDownTest {

    @Test
    void a_mentor_steps_down_well() {
        SteppingDown.told(programme, "mateo", "clara", "maya", List.of("rumi", "rana"));

        assertThat(the("mentor-resignation")).hasPassed("Event_MentorRetired");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.RESIGNED);
        assertThat(people.isIn(Group.MENTORS, "mateo")).isFalse();
        assertThat(people.isIn(Group.REPS, "mateo")).isTrue();
        assertThat(mailsTo("mateo")).contains("Thank you for everything you did as a mentor");
        assertThat(mailsTo("carmen")).contains("Mateo Sample has stepped down as a mentor");
        assertThat(mentorships.menteesOf("maya")).containsExactlyInAnyOrder("rumi", "rana");
        assertThat(openAssignments()).isEmpty();
        completeFor("rumi", "Activity_HandOver", "mateo", Map.of("handOverNotes", "Likes to write"));
        fire("Event_NotHandedOver");
        assertThat(the("mentor-resignation")).isEnded().hasPassed("Event_SearchesOver");
    }

    @Test
    void mentees_hear_of_it_when_it_is_acknowledged_and_the_mentor_stays_one_until_the_last_day_is_over() {
        handIn();
        assertThat(mailsTo("rumi")).isEmpty();
        mateo.recommendsAsSuccessor("maya");
        assertThat(mailsTo("rumi")).isEmpty();
        clara.acceptsTheResignation();

        assertThat(mailsTo("mateo")).contains("Your resignation is acknowledged");
        assertThat(mailsTo("rumi")).containsExactly("Mateo steps down as your mentor");
        assertThat(bodyOf("mentor-steps-down", "rana"))
                .contains("“It was a joy to work with you.\nKeep asking.”", inWords(lastDay()));
        assertThat(children()).containsOnlyKeys("rumi", "rana");
        assertThat(mentor("mateo").takesMenteesOn(today())).isFalse();
        assertThat(mentor("mateo").isActiveOn(today())).isTrue();
        goTo("rumi", "maya");
        goTo("rana", "maya");
        fire("Event_LastDayCome");
        assertThat(the("mentor-resignation")).isActive().isWaitingAt("Event_LastDayOver");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        fire("Event_LastDayOver");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.RESIGNED);
    }

    @Test
    void the_thanks_name_what_the_mentor_did() {
        givenRep("ravi");
        mentorships.end(mentorships.begin("ravi", "mateo"), "over");
        var first = mentorships.ofMentee("rumi").orElseThrow().id();
        mentorships.extend(first);
        mentorships.extend(first);
        database.update("update mentorship set began_on = ? where id = ?", today().minusMonths(40), first);
        handIn();
        recommendNobody();
        clara.acceptsTheResignation();
        fire("Event_LastDayCome");
        clara.leavesTheRemainingMenteesOpen();
        fire("Event_LastDayOver");

        for (var notice : Map.of("mentor-retired-mentor", "mateo", "mentor-retired-council", "chidi")
                .entrySet()) {
            assertThat(bodyOf(notice.getKey(), notice.getValue()))
                    .contains("Years as a mentor: 3\n", "Mentees guided: 3\n")
                    .containsPattern("Mentorships .*extended: 2");
        }
    }

    @Test
    void a_mentor_without_mentees_is_not_asked_to_recommend() {
        maya.stepsDown(today());
        assertThat(the("mentor-resignation"))
                .isWaitingAtExactly(
                        "Activity_Unacknowledged", "Activity_WithdrawResignation", "Activity_AcknowledgeResignation");
        clara.acceptsTheResignation();
        fire("Event_LastDayCome");
        fire("Event_LastDayOver");

        assertThat(the("mentor-resignation")).isEnded().hasPassed("Event_MentorRetired");
        assertThat(mailsTo("maya")).contains("Thank you for everything you did as a mentor");
    }

    @Test
    void no_edit_of_a_mentor_forgets_that_they_are_leaving() {
        handIn();
        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();
        var mateo = mentor("mateo");

        var edited = mateo.withCapacity(9)
                .away(today(), today(), "maya")
                .withoutNewMenteesUntil(today())
                .becoming(Mentor.Status.ACTIVE)
                .back();
        assertThat(mentors.save(edited).takesMenteesOn(today().plusDays(1))).isFalse();
    }

    @Test
    void who_steps_down_covers_for_nobody_any_more_and_everybody_who_relied_on_it_is_told() {
        givenMentor("musa", 3);
        givenRep("ravi");
        mentorships.begin("ravi", "musa");
        var musa = programme.mentor("musa");
        musa.takesTimeOff(today(), today().plusDays(30));
        musa.asksToCover("mateo");
        mateo.agreesToCoverFor("musa");
        handIn();
        mateo.recommendsAsSuccessor("maya");
        assertThat(mentor("musa").cover()).isEqualTo("mateo");
        clara.acceptsTheResignation();

        assertThat(mentor("musa").cover()).isNull();
        assertThat(task("Activity_ChooseCover")).isAssignedTo("musa");
        assertThat(mailsTo("ravi").stream().filter(subject -> subject.endsWith("the contacts are there for you")))
                .as("when the absence began, and when the cover was lost")
                .hasSize(2);
        assertThat(mailsTo("clara")).contains("Musa Sample is away, and nobody covers for them");
    }

    private static String inWords(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).format(day);
    }
}
