package org.reps.mentoring.firstcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.checkin.ReceivedMeeting;
import org.reps.mentoring.mentorchange.MentorChangeSteps;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Rumi had Mateo as a mentor, and has Maya now. */
class FirstCallTest extends ProgrammeTest {

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor maya = programme.mentor("maya");

    @Autowired
    private MentorChangeSteps mentorChange;

    @Autowired
    private FirstCallSteps firstCalls;

    @BeforeEach
    void two_mentors() {
        givenMentor("mateo", 5);
        givenMentor("maya", 5);
        givenRep("rumi");
        givenContact("clara");
    }

    private void hasAnotherMentor() {
        mentorships.begin("rumi", "mateo");
        mentorChange.start("rumi", "check-in");
        runJobs();
        maya.offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();
    }

    @Test
    void the_new_mentor_is_asked_for_a_first_call_and_both_are_invited() throws Exception {
        hasAnotherMentor();
        assertThat(task("Activity_HoldFirstCall")).isAssignedTo("maya").hasName("Hold the first call with Rumi");
        assertThat(mailsTo("maya")).contains("Please do: Hold the first call with Rumi");
        maya.arrangesTheFirstCallWith("rumi", today().plusDays(4));

        assertThat(meetings()).hasSize(2);
        assertThat(meetings().get(0).lines()).contains("METHOD:REQUEST", "SEQUENCE:0", "STATUS:CONFIRMED");
        assertThat(mailsTo("rumi")).contains("Your first call with Maya");
        assertThat(mailsTo("maya")).contains("Your first call with Rumi");
        fire("Event_FirstCallDay");
        assertThat(shown("Activity_HoldFirstCall", "maya").get("call").toString())
                .contains("https://call.example.org/first");
        maya.hasHeldTheFirstCallWith("rumi", today());

        assertThat(the("first-call")).isEnded().hasPassed("Event_FirstCallHeld");
        var together = mentorships.ofMentee("rumi").orElseThrow();
        assertThat(together.channel()).isEqualTo("Chat");
        assertThat(together.contactEvery()).isEqualTo("every two weeks");
        assertThat(mailsTo("rumi")).contains("What you and Maya agreed");
    }

    @Test
    void either_of_the_two_moves_it_until_the_day_and_both_are_invited_anew() throws Exception {
        hasAnotherMentor();
        maya.arrangesTheFirstCallWith("rumi", today().plusDays(4));
        rumi.movesTheFirstCallWith("maya", today().plusDays(6));

        assertThat(meetings()).hasSize(4);
        assertThat(meetings().get(3).lines()).contains("SEQUENCE:1", "LOCATION:By phone");
        assertThat(mailsTo("maya")).contains("New time: Your first call with Rumi");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("Activity_MoveFirstCall")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void two_who_have_talked_already_say_so_at_once() {
        hasAnotherMentor();
        maya.hasHeldTheFirstCallWith("rumi", today());

        assertThat(the("first-call")).isEnded().hasPassed("Event_FirstCallHeld");
        assertThat(mailsTo("rumi")).contains("What you and Maya agreed");
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        hasAnotherMentor();

        assertThatThrownBy(() -> maya.hasHeldTheFirstCallWith("rumi", today().minusDays(9)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Held on: please check the day; your mentorship began later.");
        assertThatThrownBy(() -> maya.arrangesTheFirstCallWith("rumi", today().plusDays(400)))
                .hasMessageContaining("Day: please choose a day in the next 3 months.");
        assertThatThrownBy(() -> maya.arrangesTheFirstCallWith("rumi", today().plusDays(4), "callPlace", ""))
                .hasMessageContaining("Where?: please answer this.");
        assertThat(the("first-call")).isWaitingAtExactly("Activity_HoldFirstCall");
    }

    @Test
    void a_mentor_who_does_not_call_is_reminded_and_the_mentee_hears_what_they_can_do() {
        hasAnotherMentor();
        fire("Event_FirstCallReminderDue");
        assertThat(mailsTo("maya")).contains("Your first call with Rumi is still to come");
        fire("Event_FirstCallLate");

        assertThat(mailsTo("rumi")).contains("You and Maya have not talked yet");
        assertThat(mailsTo("clara")).isEmpty();
        assertThat(the("first-call")).isWaitingAtExactly("Activity_HoldFirstCall");
    }

    @Test
    void a_call_of_two_who_are_apart_again_leaves_their_calendars() throws Exception {
        hasAnotherMentor();
        maya.arrangesTheFirstCallWith("rumi", today().plusDays(4));
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "left");
        runJobs();

        assertThat(the("first-call")).isEnded().hasPassed("Event_NoFirstCall");
        assertThat(meetings()).hasSize(4);
        assertThat(meetings().get(3).lines()).contains("METHOD:CANCEL", "SEQUENCE:1");
        assertThat(openTasks()).doesNotContain("Activity_MoveFirstCall", "Activity_HoldFirstCall");
    }

    @Test
    void nobody_is_told_that_a_call_is_off_that_was_never_arranged() throws Exception {
        hasAnotherMentor();
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "left");
        runJobs();

        assertThat(the("first-call")).isEnded();
        assertThat(meetings()).isEmpty();
    }

    @Test
    void an_orientation_call_that_is_ahead_is_their_first_call() {
        rumi.looksForAMentor();
        programme.mentor("mateo").offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();
        mentorChange.start("rumi", "absence");
        runJobs();
        maya.offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();

        assertThat(the("first-call")).isEnded().hasPassed("Event_OrientationCallInstead");
        maya.sees("Activity_HoldOrientationCall", "rumi");
    }

    @Test
    void two_are_asked_once_and_not_at_all_when_they_are_apart_already() {
        mentorships.begin("rumi", "mateo");
        var together = mentorships.ofMentee("rumi").orElseThrow().id();
        firstCalls.begin(together);
        firstCalls.begin(together);
        runJobs();
        assertThat(every("first-call")).hasSize(1);
        mentorships.end(together, "left");
        runJobs();
        mentorships.begin("rumi", "maya");
        var apart = mentorships.ofMentee("rumi").orElseThrow().id();
        mentorships.end(apart, "left");
        firstCalls.begin(apart);

        assertThat(every("first-call")).hasSize(1);
    }

    @Test
    void two_who_part_at_the_moment_at_which_they_are_asked_are_left_alone() throws Exception {
        for (var times = 0; times < 5; times++) {
            mentorships.begin("rumi", "mateo");
            var together = mentorships.ofMentee("rumi").orElseThrow().id();
            atOnce(List.<Callable<String>>of(
                    () -> {
                        firstCalls.begin(together);
                        return "asked";
                    },
                    () -> {
                        mentorships.end(together, "left");
                        return "parted";
                    }));
            runJobs();
        }

        assertThat(every("first-call"))
                .allSatisfy(call -> assertThat(call).isEnded().hasPassed("Event_NoFirstCall"));
    }

    private static List<ReceivedMeeting> meetings() throws Exception {
        return ReceivedMeeting.of(Stream.of(MAIL_SERVER.getReceivedMessages()).toList());
    }
}
