package org.reps.mentoring.toomuch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingMentor;
import org.springframework.beans.factory.annotation.Autowired;

/** Mateo guides Rumi and Rana, and it is too much for him right now. */
class TooMuchTest extends ProgrammeTest {

    private final ActingMentor mateo = programme.mentor("mateo");

    @Autowired
    private MentorInactivitySteps inactivity;

    @BeforeEach
    void mateo_guides_two() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenRep("rana");
        givenContact("clara");
        mentorships.begin("rumi", "mateo");
        mentorships.begin("rana", "mateo");
    }

    // --- fewer

    @Test
    void a_mentor_takes_fewer_on_any_day_and_nobody_has_to_agree() {
        mateo.saysItIsTooMuch();
        assertThat(task("Activity_SayWhatIsEnough")).isAssignedTo("mateo");
        assertThat(shown("Activity_SayWhatIsEnough", "mateo").toString())
                .contains("\"capacity\":5", "\"mentees\":2", "Rumi Sample", "Rana Sample");
        mateo.saysHowManyAreEnough(2);

        assertThat(the("too-much")).isEnded().hasPassed("Event_FewerMentees");
        assertThat(capacity()).isEqualTo(2);
        assertThat(openTasks()).isEmpty();
        assertThat(mentorships.menteesOf("mateo")).containsExactlyInAnyOrder("rumi", "rana");
        assertThat(mailsTo("clara")).isEmpty();
        assertThat(mailsTo("rumi")).isEmpty();
    }

    @Test
    void who_is_handed_over_is_told_kindly_stays_until_somebody_is_found_and_hears_who_comes() {
        givenMentor("maya", 5);
        mateo.saysItIsTooMuch();
        mateo.saysHowManyAreEnough(1, "handOver", List.of("rumi"));

        assertThat(mailsTo("rumi")).containsExactly("We are looking for another mentor for you");
        assertThat(mailTo("rumi")).contains("Mateo guides fewer people", "nothing to do with anything you did");
        assertThat(mailsTo("mateo")).contains("We are looking for another mentor for Rumi");
        assertThat(mailTo("mateo")).contains("thank you for saying in good time");
        assertThat(mailsTo("rana")).isEmpty();
        assertThat(mentorOf("rumi")).isEqualTo("mateo");
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");

        programme.mentor("maya").offersToMentor("rumi");
        programme.rep("rumi").acceptsTheProposedMentor();
        assertThat(mentorOf("rumi")).isEqualTo("maya");
        assertThat(mailsTo("rumi")).contains("Maya is your mentor now");
        programme.mentor("maya").sees("Activity_HoldFirstCall", "rumi");
        mateo.handsOver("rumi", "We were planning a meetup.");
        assertThat(mailsTo("maya")).contains("What Mateo wrote about working with Rumi");
        assertThat(mentorships.menteesOf("mateo")).containsExactly("rana");
        assertThat(mailsTo("clara")).isEmpty();
    }

    /** Rumi guides Maya, so Maya does not guide Rumi; and nobody gets back whom they hand over. */
    @Test
    void nobody_is_asked_who_hands_over_or_would_close_a_circle() {
        givenMentor("maya", 5);
        givenMentor("musa", 5);
        identities.createMembership("rumi", Group.MENTORS.id());
        mentors.save(Mentor.registered("rumi", 3, Set.of("Coaching"), Set.of("en"), "UTC"));
        mentorships.begin("maya", "rumi");
        mateo.saysItIsTooMuch();
        mateo.saysHowManyAreEnough(5, "handOver", List.of("rumi"));

        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("musa");
    }

    @Test
    void where_nobody_is_found_both_stay_and_the_mentor_hears_what_else_helps() {
        givenMentor("maya", 5);
        mateo.saysItIsTooMuch();
        mateo.saysHowManyAreEnough(1, "handOver", List.of("rumi"));
        fire("Event_NoOfferInTime");
        programme.council("clara").stopsLookingFor("rumi", "Nobody is free");

        assertThat(mentorOf("rumi")).isEqualTo("mateo");
        assertThat(mailTo("mateo")).contains("You stay the mentor of Rumi", "We know that it is a lot for you.");
    }

    /** Whoever wished another mentor, and was not answered yet, gets one now. */
    @Test
    void a_wish_of_the_mentee_that_is_open_is_joined() {
        givenMentor("maya", 5);
        programme.rep("rumi").asksForAnotherMentor("council");
        programme.rep("rumi").wouldLikeNobodyInParticular();
        mateo.saysItIsTooMuch();
        mateo.saysHowManyAreEnough(1, "handOver", List.of("rumi"));

        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
        assertThat(every("mentor-change")).hasSize(1);
    }

    @Test
    void who_has_left_meanwhile_is_not_handed_over() {
        mateo.saysItIsTooMuch();
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "became a mentor");
        mateo.saysHowManyAreEnough(2, "handOver", List.of("rumi"));

        assertThat(the("too-much")).isEnded();
        assertThat(every("mentor-change")).isEmpty();
    }

    @Test
    void whoever_says_nothing_more_leaves_it_as_it_is() {
        mateo.saysItIsTooMuch();
        fire("Event_NothingSaid");

        assertThat(the("too-much")).isEnded().hasPassed("Event_LeftAsItIs");
        assertThat(capacity()).isEqualTo(5);
    }

    // --- a pause

    @Test
    void a_pause_is_an_absence_from_today_on() {
        var until = today().plusDays(20);
        mateo.needsAPauseUntil(until);

        assertThat(the("too-much")).isEnded().hasPassed("Event_PauseBegun");
        var mentor = mentors.findById("mateo").orElseThrow();
        assertThat(mentor.isAwayOn(today())).isTrue();
        assertThat(mentor.takesMenteesOn(until.plusDays(1))).isTrue();
        assertThat(the("mentor-absence")).isActive();
    }

    // --- what is refused

    @Test
    void what_is_not_possible_is_refused_in_plain_words_and_changes_nothing() {
        assertRefused(
                () -> mateo.needsAPauseUntil(today().minusDays(2)), "Pause until: please give a date that is not");
        assertRefused(
                () -> mateo.needsAPauseUntil(today().plusYears(2)), "Pause until: please choose a day in the next");
        assertThat(every("too-much")).isEmpty();
        mateo.saysItIsTooMuch();
        assertRefused(mateo::saysItIsTooMuch, "You have said so already.");
        assertThat(every("too-much")).hasSize(1);
        assertRefused(() -> mateo.saysHowManyAreEnough(6), "How many mentees: this is more than the 5 of now;");
        assertRefused(() -> mateo.saysHowManyAreEnough(5), "Please say what would help you:");
        assertRefused(
                () -> mateo.saysHowManyAreEnough(1, "handOver", List.of("clara")),
                "Who should get another mentor?: please choose one of the options.");
        assertThat(capacity()).isEqualTo(5);
        mateo.saysHowManyAreEnough(4);
        mateo.needsAPauseUntil(today().plusDays(9));
        assertRefused(
                () -> mateo.needsAPauseUntil(today().plusDays(19)), "You have announced already that you are away");
    }

    @Test
    void an_inactive_mentor_guides_nobody_for_whom_it_could_be_too_much() {
        mentors.save(mentors.findById("mateo").orElseThrow().becoming(Mentor.Status.INACTIVE));

        assertRefused(mateo::saysItIsTooMuch, "You are not a mentor at the moment,");
    }

    // --- who sees what

    @Test
    void whoever_says_it_is_there_and_is_not_asked_any_more_whether_they_are() {
        later(Period.ofWeeks(13));
        inactivity.report("mateo", "round");
        runJobs();
        mateo.saysItIsTooMuch();

        assertThat(the("mentor-inactivity")).isEnded().hasPassed("Event_MentorSeen");
        assertThat(mentors.lastAnswer("mateo")).contains(today());
    }

    @Test
    void a_mentee_does_not_see_that_it_was_too_much() {
        mateo.saysItIsTooMuch();

        as(
                "rumi",
                () -> assertThat(runtime.createProcessInstanceQuery()
                                .processDefinitionKey("too-much")
                                .listPage(0, 10))
                        .isEmpty());
        as("rumi", () -> assertThat(tasks.createTaskQuery().listPage(0, 10)).isEmpty());
    }

    private int capacity() {
        return mentors.findById("mateo").orElseThrow().capacity();
    }

    private String mentorOf(String menteeId) {
        return mentorships.ofMentee(menteeId).orElseThrow().mentorId();
    }

    /** All that this person has been told, in one. */
    private String mailTo(String userId) {
        return Stream.of(MAIL_SERVER.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .filter(mail -> mail.contains("To: ") && mail.contains(userId + "@example.org"))
                .map(mail -> mail.replace("=\r\n", "").replaceAll("\\s+", " "))
                .reduce("", String::concat);
    }

    private static void assertRefused(ThrowingCallable action, String begin) {
        assertThatThrownBy(action).isInstanceOf(Refusal.class).hasMessageStartingWith(begin);
    }
}
