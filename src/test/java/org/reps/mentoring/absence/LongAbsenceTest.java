package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;

/** A contact plans what becomes of the mentees while Mateo is away for long. */
class LongAbsenceTest extends MateoIsAwayTest {

    @Test
    void twelve_weeks_need_no_plan_and_one_day_more_does() {
        announce(1, 84);
        mateo.asksNobodyToCover();
        assertThat(the("mentor-absence")).isNotWaitingAt("Activity_PlanLongAbsence");
        mateo.staysAfterAll();
        announce(1, 85);
        mateo.asksNobodyToCover();
        assertThat(openTasks()).contains("Activity_PlanLongAbsence");
    }

    @Test
    void nothing_is_planned_for_a_mentor_without_mentees() {
        mentorships.change("rumi", "maya");
        mentorships.change("rana", "maya");
        announce(1, 200);
        mateo.asksNobodyToCover();

        assertThat(openTasks()).doesNotContain("Activity_PlanLongAbsence");
        assertThat(the("mentor-absence")).isWaitingAt("Event_CoverLost");
    }

    @Test
    void in_a_long_absence_an_impartial_contact_decides_who_gets_another_mentor() {
        identities.createMembership("maya", Group.CONTACTS.id());
        identities.createMembership("mateo", Group.CONTACTS.id());
        announce(1, 200);
        mateo.asksToCover("maya");
        maya.agreesToCoverFor("mateo");
        assertThat(candidates(task("Activity_PlanLongAbsence"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThatThrownBy(() -> clara.plansAnotherMentorFor(List.of(), "mateo"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Who should get another mentor?: please answer this.");
        clara.plansAnotherMentorFor(List.of("rumi"), "mateo");

        assertThat(cases("mentor-change")).containsExactly("rumi");
        assertThat(mailsTo("rana")).containsExactly("Mateo Sample is away, Maya Sample is there for you");
        assertThat(mentorships.menteesOf("mateo")).contains("rana");
    }

    @Test
    void nobody_plans_who_is_part_of_it() {
        announce(1, 200);
        mateo.asksNobodyToCover();
        identities.createMembership("rumi", Group.COUNCIL.id());
        tasks.setAssignee(task("Activity_PlanLongAbsence").getId(), "rumi");

        assertThatThrownBy(() -> programme.council("rumi").plansToKeepTheMenteesOf("mateo"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageStartingWith("You are part of this case");
    }
}
