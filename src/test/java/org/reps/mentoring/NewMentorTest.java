package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rep becomes a mentor while they are logged in, and is one with their next request. */
class NewMentorTest extends AdversarialTest {

    private static final LocalDate TODAY = today();

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
        var nell = newcomer("nell");
        var clara = as("clara");
        assertThat(nell.start(
                                "coaching-training",
                                Map.of(
                                        "wayIn",
                                        "self",
                                        "motivation",
                                        "I like to listen",
                                        "languages",
                                        List.of("en"),
                                        "skills",
                                        List.of("Coaching")))
                        .status())
                .isEqualTo(200);
        letEverythingDueHappen();
        clara.complete(
                clara.take("Waive the prerequisite for Nell?", "clara"),
                Map.of("waiver", "waive", "waiverReason", "Has guided others before"));
        letEverythingDueHappen();
        nell.complete(
                nell.myTask("Report the finished training"),
                Map.of(
                        "trainingAnswer",
                        "finished",
                        "finishedOn",
                        TODAY.toString(),
                        "certificate",
                        "https://example.org/nell",
                        "narrative",
                        "Open questions",
                        "practiceWeek",
                        "no"));
        letEverythingDueHappen();
        clara.complete(clara.take("Confirm the training of Nell", "clara"), Map.of("trainingDecision", "accept"));
        letEverythingDueHappen();
        clara.complete(
                clara.take("Arrange the on-boarding call with Nell", "clara"),
                Map.of(
                        "callDecision",
                        "propose",
                        "callOn",
                        TODAY.plusDays(3).toString(),
                        "callAt",
                        "18:30",
                        "callPlace",
                        "https://call.example.org"));
        letEverythingDueHappen();
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId("Event_CallDayReached")
                        .singleResult()
                        .getId());
        clara.complete(
                clara.myTask("Hold the on-boarding call with Nell"),
                Map.of("callOutcome", "held", "heldOn", TODAY.toString()));
        letEverythingDueHappen();
        nell.complete(
                nell.myTask("Set up as a mentor"),
                Map.of(
                        "begins",
                        "yes",
                        "capacity",
                        2,
                        "skills",
                        List.of("Coaching"),
                        "languages",
                        List.of("en"),
                        "timeZone",
                        "Europe/Paris",
                        "profileUpdated",
                        true,
                        "joinedRooms",
                        true));
        assertThat(nell.filters()).doesNotContain(TasklistSession.TASKS_I_CAN_TAKE);
        letEverythingDueHappen();

        assertThat(nell.filters()).contains(TasklistSession.TASKS_I_CAN_TAKE);
        assertThat(newcomer("norbert").start("rep-onboarding", wishes()).status())
                .isEqualTo(200);
        letEverythingDueHappen();
        var offered = nell.take("Offer to mentor Norbert", "nell");
        nell.complete(offered, Map.of("mentorOffers", "no"));
    }
}
