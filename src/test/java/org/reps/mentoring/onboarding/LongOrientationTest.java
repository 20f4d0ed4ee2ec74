package org.reps.mentoring.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * SOP: orientation. Rumi and Mateo take longer than usual: nothing of it goes away unless it is done or somebody says
 * that it need not be, and Rumi can stop at any time.
 */
class LongOrientationTest extends ProgrammeTest {

    private static final String CALL = "Activity_HoldOrientationCall";
    private static final String FIRST_STEPS = "Activity_TakeFirstSteps";
    private static final String REVIEW = "Activity_ReviewOrientation";
    private static final String STOP = "Activity_StopOnboarding";

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor mateo = programme.mentor("mateo");
    private final ActingCouncilMember clara = programme.council("clara");

    @Autowired
    private OpenTasks tasksThatWait;

    @BeforeEach
    void two_who_have_just_met() {
        register("rumi", Group.REPS);
        givenMentor("mateo", 5);
        givenContact("clara");
        rumi.looksForAMentor();
        mateo.offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();
        assertThat(openTasks()).containsExactlyInAnyOrder(CALL, FIRST_STEPS);
    }

    // --- the question beside

    @Test
    void after_the_usual_time_the_mentor_is_asked_and_nothing_goes_away() {
        var call = task(CALL).getId();
        var firstSteps = task(FIRST_STEPS).getId();
        fire("Event_OrientationTimeOver");

        assertThat(openTasks()).containsExactlyInAnyOrder(CALL, FIRST_STEPS, REVIEW);
        assertThat(task(CALL).getId()).isEqualTo(call);
        assertThat(task(FIRST_STEPS).getId()).isEqualTo(firstSteps);
        assertThat(shown(REVIEW, "mateo").get("progress").toString())
                .contains("\"notDone\":\"the orientation call, the first steps\"");
    }

    @Test
    void who_gets_more_time_still_has_the_call_and_the_first_steps_and_is_asked_again_after_it() {
        fire("Event_OrientationTimeOver");
        mateo.givesMoreTime("rumi", 4);
        assertThat(openTasks()).containsExactlyInAnyOrder(CALL, FIRST_STEPS);
        // An hour more or less where the clocks change meanwhile.
        assertThat(Duration.between(now(), dueOf("Event_MoreTimeOver")))
                .isCloseTo(Duration.ofDays(28), Duration.ofMinutes(90));
        fire("Event_MoreTimeOver");
        assertThat(openTasks()).containsExactlyInAnyOrder(CALL, FIRST_STEPS, REVIEW);
        mateo.givesMoreTime("rumi", 1);
        fire("Event_MoreTimeOver");

        assertThat(openTasks()).containsExactlyInAnyOrder(CALL, FIRST_STEPS, REVIEW);
        mateo.holdsTheOrientationCall("rumi", today());
        rumi.takesTheFirstSteps();
        mateo.findsTheRepReady("rumi");
        assertOnboarded();
    }

    @Test
    void a_mentor_need_not_wait_for_the_end_of_the_extra_time_when_both_are_done() {
        fire("Event_OrientationTimeOver");
        mateo.givesMoreTime("rumi", 12);
        rumi.takesTheFirstSteps();
        assertThat(openTasks()).containsExactlyInAnyOrder(CALL, STOP);
        mateo.holdsTheOrientationCall("rumi", today());

        assertThat(openTasks()).containsExactlyInAnyOrder(REVIEW, STOP);
        assertThat(shown(REVIEW, "mateo").get("progress").toString()).contains("\"notDone\":\"\"");
        assertThat(timers()).isZero();
        mateo.findsTheRepReady("rumi");
        assertOnboarded();
    }

    @Test
    void a_question_that_waits_for_an_answer_stays_the_only_one() {
        fire("Event_OrientationTimeOver");
        var review = task(REVIEW).getId();
        mateo.holdsTheOrientationCall("rumi", today());
        rumi.takesTheFirstSteps();

        assertThat(task(REVIEW).getId()).isEqualTo(review);
        assertThat(openTasks()).containsExactlyInAnyOrder(REVIEW, STOP);
    }

    @Test
    void the_usual_time_asks_nothing_when_the_question_was_asked_before() {
        mateo.holdsTheOrientationCall("rumi", today());
        rumi.takesTheFirstSteps();

        assertThat(openTasks()).containsExactlyInAnyOrder(REVIEW, STOP);
        assertThat(timers()).isZero();
        mateo.givesMoreTime("rumi", 2);
        assertThat(timers()).isOne();
    }

    @Test
    void a_concern_interrupts_nothing_and_the_mentor_is_asked_again() {
        fire("Event_OrientationTimeOver");
        mateo.isConcernedAbout("rumi", "I do not hear from them");
        assertThat(openTasks()).containsExactlyInAnyOrder(CALL, FIRST_STEPS, "Activity_LookIntoOrientationConcern");
        mateo.holdsTheOrientationCall("rumi", today());
        rumi.takesTheFirstSteps();
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_LookIntoOrientationConcern", STOP);
        clara.looksIntoTheOrientationConcern("continue");

        assertThat(openTasks()).containsExactlyInAnyOrder(REVIEW, STOP);
        mateo.findsTheRepReady("rumi");
        assertOnboarded();
    }

    @Test
    void a_concern_may_close_it_although_something_is_open() {
        fire("Event_OrientationTimeOver");
        mateo.isConcernedAbout("rumi", "I do not hear from them");
        clara.looksIntoTheOrientationConcern("close", "closingReason", "They have left");

        assertClosed();
    }

    // --- dropped by somebody

    @Test
    void a_mentor_who_finds_the_rep_ready_drops_what_is_open() {
        fire("Event_OrientationTimeOver");
        mateo.findsTheRepReady("rumi");

        assertOnboarded();
        assertThat(mailsTo("rumi")).contains("Welcome: your orientation is complete");
    }

    @Test
    void a_contact_drops_a_call_that_nobody_needs_any_more() {
        fire("Event_CallOverdue");
        clara.looksAfterTheLateOrientation("drop");

        assertThat(openTasks()).containsExactly(FIRST_STEPS);
        assertThat(mailsTo("mateo")).contains("You need not hold the orientation call with Rumi");
        assertThat(mailsTo("rumi")).contains("Your orientation goes on without a first call");
        rumi.takesTheFirstSteps();
        assertThat(shown(REVIEW, "mateo").get("progress").toString()).contains("\"notDone\":\"the orientation call\"");
        mateo.findsTheRepReady("rumi");
        assertOnboarded();
    }

    @Test
    void a_contact_drops_first_steps_that_nobody_needs_any_more() {
        fire("Event_RepSilent");
        clara.looksAfterTheSilentRep("drop");

        assertThat(openTasks()).containsExactlyInAnyOrder(CALL, STOP);
        assertThat(mailsTo("rumi")).contains("You need not take the first steps");
        assertThat(mailsTo("mateo")).contains("The orientation of Rumi goes on without the first steps");
        mateo.holdsTheOrientationCall("rumi", today());
        assertThat(shown(REVIEW, "mateo").get("progress").toString()).contains("\"notDone\":\"the first steps\"");
        mateo.findsTheRepReady("rumi");
        assertOnboarded();
    }

    @Test
    void when_both_are_dropped_the_mentor_is_asked() {
        fire("Event_CallOverdue");
        clara.looksAfterTheLateOrientation("drop");
        fire("Event_RepSilent");
        clara.looksAfterTheSilentRep("drop");

        assertThat(openTasks()).containsExactlyInAnyOrder(REVIEW, STOP);
    }

    // --- stopped by the rep

    @Test
    void a_rep_stops_after_the_usual_time() {
        fire("Event_OrientationTimeOver");
        rumi.stopsTheOrientation("No time any more");

        assertClosed();
    }

    @Test
    void a_rep_stops_in_the_extra_time() {
        fire("Event_OrientationTimeOver");
        mateo.givesMoreTime("rumi", 4);
        rumi.stopsTheOrientation("No time any more");

        assertClosed();
    }

    @Test
    void a_rep_who_has_taken_the_first_steps_stops_before_the_call() {
        rumi.takesTheFirstSteps();
        rumi.stopsTheOrientationLater("No time any more");

        assertClosed();
        assertThat(mailsTo("rumi")).contains("Your onboarding is closed");
        assertThat(mailsTo("mateo")).contains("The onboarding of Rumi is closed");
        assertNowhereInClear("No time any more");
    }

    @Test
    void a_rep_stops_while_the_mentor_is_asked() {
        mateo.holdsTheOrientationCall("rumi", today());
        rumi.takesTheFirstSteps();
        rumi.stopsTheOrientationLater("");

        assertClosed();
    }

    @Test
    void a_rep_stops_while_a_contact_looks_into_a_concern() {
        mateo.holdsTheOrientationCall("rumi", today());
        rumi.takesTheFirstSteps();
        mateo.isConcernedAbout("rumi", "I do not hear from them");
        rumi.stopsTheOrientationLater("No time any more");

        assertClosed();
    }

    @Test
    void nobody_waits_for_a_rep_to_stop() {
        rumi.takesTheFirstSteps();

        assertThat(task(STOP)).isAssignedTo("rumi");
        assertThat(mailsTo("rumi")).noneMatch(subject -> subject.contains("Stop your onboarding"));
        later(Period.ofDays(400));
        assertThat(tasksThatWait.of(List.of("rumi"), now())).isEmpty();
        assertThat(tasksThatWait.overdue("rumi")).isEmpty();
        assertThat(tasksThatWait.has("rumi")).isFalse();
        assertThat(tasksThatWait.waitingBefore(now())).containsExactly("mateo");
    }

    private void assertOnboarded() {
        assertThat(the("rep-onboarding")).isEnded().hasPassed("Event_RepOnboarded");
        rumi.saysHowTheOrientationWas("good");
        assertNothingIsLeft();
        assertThat(mentorships.ofMentee("rumi")).isPresent();
    }

    private void assertClosed() {
        assertThat(the("rep-onboarding")).isEnded().hasPassed("Event_OnboardingClosed");
        assertNothingIsLeft();
        assertThat(mentorships.ofMentee("rumi")).isEmpty();
    }

    private void assertNothingIsLeft() {
        assertThat(openTasks()).isEmpty();
        assertThat(timers()).isZero();
        assertThat(runtime.createEventSubscriptionQuery()
                        .eventName("orientation-done")
                        .count())
                .isZero();
    }

    private long timers() {
        return management
                .createJobQuery()
                .processDefinitionKey("rep-onboarding")
                .timers()
                .count();
    }
}
