package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rep becomes a mentor while they are logged in, and is one with their next request. */
class NewMentorTest extends AdversarialTest {

    /** Other tests count on the mentors of the sample. */
    @AfterEach
    void thereIsOneMentorLess() {
        var offers = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("norbert")
                .rootProcessInstances()
                .list();
        offers.forEach(
                offer -> engine.getRuntimeService().deleteProcessInstance(offer.getProcessInstanceId(), "test over"));
        engine.getIdentityService().deleteMembership("nell", "mentors");
        jdbc.update("update mentor set status = 'RESIGNED' where id = 'nell'");
    }

    @Test
    void a_new_mentor_finds_the_tasks_of_mentors_without_logging_in_again() {
        var tasklist = newcomer("nell");
        var nell = programme.rep("nell");
        var clara = programme.council("clara");
        nell.asksToBecomeAMentor("languages", List.of("en"));
        clara.waivesThePrerequisiteFor("nell", "Has guided others before");
        nell.reportsTheTraining(today());
        clara.acceptsTheTrainingOf("nell");
        clara.proposesAnOnboardingCallTo("nell", today().plusDays(3), "18:30");
        programme.timeFor("Event_CallDayReached", "nell");
        clara.holdsTheOnboardingCallWith("nell", today());
        nell.setsUpAsAMentor("languages", List.of("en"), "timeZone", "Europe/Paris");
        assertThat(tasklist.filters()).doesNotContain(TasklistSession.TASKS_I_CAN_TAKE);
        letEverythingDueHappen();

        assertThat(tasklist.filters()).contains(TasklistSession.TASKS_I_CAN_TAKE);
        newcomer("norbert");
        programme.rep("norbert").looksForAMentor("languages", List.of("en"));
        programme.mentor("nell").doesNotOfferToMentor("norbert");
    }
}
