package org.reps.mentoring.resignation;

import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Mateo guides Rumi and Rana and steps down; Maya could guide five. */
abstract class MateoStepsDownTest extends ResignationTest {

    /** Occurs nowhere but in what people write confidentially. */
    static final String MARKER = "archaeopteryx";

    /** For answers that nobody waits for the engine to go on with. */
    static final Map<String, Object> ACCEPT = Map.of("acknowledgement", "accept");

    static final String TALK = "Call me on Monday, " + MARKER;

    final ActingMentor mateo = programme.mentor("mateo");
    final ActingMentor maya = programme.mentor("maya");
    final ActingRep rumi = programme.rep("rumi");
    final ActingRep rana = programme.rep("rana");
    final ActingCouncilMember clara = programme.council("clara");
    final ActingCouncilMember chidi = programme.council("chidi");

    @Autowired
    MentorResignationSteps resignation;

    @Autowired
    MentorInactivitySteps inactivity;

    @BeforeEach
    void a_mentor_with_two_mentees() {
        givenMateoWithTwoMentees();
        givenMentor("maya", 5);
    }

    // --- people and what they do

    static LocalDate lastDay() {
        return today().plusDays(30);
    }

    void handIn() {
        mateo.stepsDown(
                lastDay(),
                "reason",
                "I am tired, " + MARKER,
                "messageToMentees",
                "It was a joy to work with you.\n\nKeep asking.");
    }

    void recommendNobody() {
        mateo.recommendsNobody("whyNobody", "None, " + MARKER);
    }

    void retire() {
        handIn();
        recommendNobody();
        clara.acceptsTheResignation();
        fire("Event_LastDayCome");
        clara.leavesTheRemainingMenteesOpen();
        fire("Event_LastDayOver");
    }

    /** Maya does not want to, so a contact gives up for now. */
    void stopLooking(String menteeId) {
        maya.doesNotOfferToMentor(menteeId);
        clara.givesUpLookingFor(menteeId, "Nobody at the moment");
    }

    /** And would not like anybody in particular. */
    void asksForAnotherMentor(String menteeId, String reason) {
        startAs(menteeId, "mentor-change", Map.of("wishedRoute", "council", "category", "fit", "reason", reason));
        completeFor(menteeId, "Activity_NameMentor", menteeId, Map.of("nextMentor", "nobody"));
    }

    void claim(String activity, String userId) {
        as(userId, () -> tasks.claim(task(activity).getId(), userId));
    }

    /** As if nobody had stepped down; whoever has got another mentor has them still. */
    void beginAnew() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .listPage(0, 1000)
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "next round"));
        for (var table : List.of("change_told", "change_decision", "change_request", "recommendation", "resignation")) {
            database.update("delete from " + table);
        }
        database.update("update mentor set resigning_on = null");
    }

    static boolean succeeds(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    // --- what can be seen

    Mentor mentor(String id) {
        return mentors.findById(id).orElseThrow();
    }
}
