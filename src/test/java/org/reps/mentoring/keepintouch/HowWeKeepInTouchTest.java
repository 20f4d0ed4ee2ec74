package org.reps.mentoring.keepintouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.checkin.ReceivedMeeting;
import org.reps.mentoring.pair.PairMeetings;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Mateo guides Rumi and Rana, and all of them say how they would like to be in touch. */
class HowWeKeepInTouchTest extends ProgrammeTest {

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor mateo = programme.mentor("mateo");

    private String together = "";

    @Autowired
    private KeepInTouchSteps keepInTouch;

    @Autowired
    private PairMeetings meetings;

    @BeforeEach
    void a_mentor_with_two_mentees() {
        givenMateoWithTwoMentees();
        together = mentorships.ofMentee("rumi").orElseThrow().id();
    }

    private void everyMonth() {
        mentorships.keepInTouch(together, "Chat", "every month");
        mentorships.haveTalked(together, today());
    }

    private void theDayComes() {
        on(nextOn());
        while (keepInTouch.askDue() > 0) {
            runJobs();
        }
    }

    private LocalDate nextOn() {
        return database.queryForObject("select next_on from keep_in_touch where id = ?", LocalDate.class, together);
    }

    @Test
    void the_mentee_says_how_often_and_by_what_and_the_mentor_is_told() {
        rumi.saysHowTheyKeepInTouch("contactEvery", "every two weeks", "channel", "Phone");

        assertThat(the("how-we-keep-in-touch")).isEnded().hasPassed("Event_AgreementKept");
        assertThat(mentorships.byId(together).contactEvery()).isEqualTo("every two weeks");
        assertThat(mentorships.byId(together).channel()).isEqualTo("Phone");
        assertThat(mailsTo("mateo")).containsExactly("How you and Rumi keep in touch");
        assertThat(mailsTo("rumi")).isEmpty();
        assertThat(nextOn()).isEqualTo(today().plusWeeks(2));
    }

    @Test
    void a_mentor_says_with_whom_where_there_are_several() {
        assertThatThrownBy(() -> mateo.saysHowTheyKeepInTouch("contactEvery", "every week"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("please say with whom");
        mateo.saysHowTheyKeepInTouch("inTouchWith", "Rumi", "contactEvery", "every week");

        assertThat(mentorships.byId(together).contactEvery()).isEqualTo("every week");
    }

    @Test
    void nobody_says_it_for_others_nor_without_saying_anything() {
        assertThatThrownBy(() -> rumi.saysHowTheyKeepInTouch("inTouchWith", "Rana", "contactEvery", "every week"))
                .hasMessageContaining("please name your mentor, or one of your mentees");
        assertThatThrownBy(() -> rumi.saysHowTheyKeepInTouch())
                .hasMessageContaining("Please say what should be different from now on.");
        assertThat(every("how-we-keep-in-touch")).isEmpty();
        assertThat(mentorships.byId(together).contactEvery()).isNull();
    }

    @Test
    void whoever_has_nobody_to_be_in_touch_with_reads_so() {
        givenRep("rosa");

        assertThatThrownBy(() -> programme.rep("rosa").saysHowTheyKeepInTouch("askMe", "no"))
                .hasMessageContaining("You have no mentor and no mentee at the moment");
    }

    @Test
    void whoever_does_not_want_to_be_asked_is_not_and_the_other_one_still_is() {
        mentorships.end(mentorships.ofMentee("rana").orElseThrow().id(), "left");
        everyMonth();
        rumi.saysHowTheyKeepInTouch("askMe", "no");
        assertThat(mailsTo("mateo")).isEmpty();
        theDayComes();

        assertThat(task("Activity_SayWhetherInTouch")).isAssignedTo("mateo");
        mateo.isInTouchWith("rumi");
        mateo.saysHowTheyKeepInTouch("inTouchWith", "rumi", "askMe", "no");
        theDayComes();
        assertThat(openTasks()).isEmpty();
        rumi.saysHowTheyKeepInTouch("askMe", "yes");
        theDayComes();
        assertThat(task("Activity_SayWhetherInTouch")).isAssignedTo("rumi");
    }

    @Test
    void a_question_that_waits_is_over_when_it_is_said_how_to_go_on() {
        everyMonth();
        theDayComes();
        rumi.saysHowTheyKeepInTouch("contactEvery", "every three months");

        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_NothingLeftToAsk");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void a_call_stands_in_both_calendars_again_and_again() throws Exception {
        rumi.saysHowTheyKeepInTouch(
                "contactEvery",
                "every two weeks",
                "standingCall",
                "set",
                "callOn",
                today().plusDays(3).toString(),
                "callAt",
                "18:00",
                "callPlace",
                "https://call.example.org/us");

        assertThat(invitations())
                .hasSize(2)
                .allSatisfy(invitation -> assertThat(invitation.lines())
                        .contains("RRULE:FREQ=WEEKLY;INTERVAL=2", "METHOD:REQUEST", "SEQUENCE:0"));
        assertThat(mailsTo("mateo")).contains("Your call with Rumi, every two weeks");
        later(Period.ofDays(10));
        var next = meetings.of(List.of(together), "mateo").get(0).invitation();
        assertThat(next.startsAt()).isAfter(now());
        assertThat(next.summary()).isEqualTo("Call with Rumi");

        mateo.saysHowTheyKeepInTouch("inTouchWith", "rumi", "contactEvery", "every month");
        assertThat(invitations()).hasSize(4);
        assertThat(invitations().get(3).lines())
                .contains("SEQUENCE:1")
                .anyMatch(line -> line.startsWith("RRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY="));
        rumi.saysHowTheyKeepInTouch("standingCall", "stop");
        assertThat(invitations().get(5).lines()).contains("METHOD:CANCEL", "SEQUENCE:2");
        assertThat(meetings.of(List.of(together), "mateo")).isEmpty();
    }

    /** In the first call, the orientation call or the yearly meeting: they all note it in this way. */
    @Test
    void a_call_comes_as_often_as_the_two_agree_wherever_they_do() throws Exception {
        callFrom(3, "contactEvery", "every two weeks");
        mentorships.keepInTouch(together, "Chat", "every month");
        runJobs();

        assertThat(invitations()).hasSize(4);
        assertThat(invitations().get(3).lines())
                .contains("SEQUENCE:1")
                .anyMatch(line -> line.startsWith("RRULE:FREQ=MONTHLY;INTERVAL=1;"));
        mentorships.keepInTouch(together, "Phone", "every month");
        runJobs();
        assertThat(invitations()).hasSize(4);
    }

    @Test
    void nobody_gets_mail_after_mail_about_it_in_one_day() {
        for (var channel : List.of("Chat", "Phone", "Mail")) {
            rumi.saysHowTheyKeepInTouch("channel", channel);
        }

        assertThatThrownBy(() -> rumi.saysHowTheyKeepInTouch("channel", "Chat"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Please talk it over with them, and say it here tomorrow.");
        assertThat(mailsTo("mateo")).hasSize(3);
        rumi.saysHowTheyKeepInTouch("askMe", "no");
        mateo.saysHowTheyKeepInTouch("inTouchWith", "rumi", "channel", "Video");
        later(Period.ofDays(1));
        rumi.saysHowTheyKeepInTouch("channel", "Chat");
        assertThat(mailsTo("mateo")).hasSize(4);
    }

    @Test
    void a_call_that_is_moved_or_taken_out_in_another_rhythm_is_told_of_once() throws Exception {
        callFrom(3, "contactEvery", "every two weeks");
        callFrom(5, "contactEvery", "every month");

        assertThat(invitations()).hasSize(4);
        assertThat(invitations().get(3).lines())
                .contains("SEQUENCE:1")
                .anyMatch(line -> line.startsWith("RRULE:FREQ=MONTHLY;INTERVAL=1;"));

        rumi.saysHowTheyKeepInTouch("contactEvery", "every week", "standingCall", "stop");
        assertThat(invitations()).hasSize(6);
        assertThat(invitations().get(5).lines()).contains("METHOD:CANCEL");
    }

    private void callFrom(int days, String... more) {
        var said = Stream.of(
                "standingCall",
                "set",
                "callOn",
                today().plusDays(days).toString(),
                "callAt",
                "18:00",
                "callPlace",
                "Here");
        rumi.saysHowTheyKeepInTouch(Stream.concat(said, Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void a_call_of_two_who_are_apart_leaves_their_calendars() throws Exception {
        everyMonth();
        callFrom(3);
        mentorships.end(together, "left");
        runJobs();

        assertThat(invitations()).hasSize(4);
        assertThat(invitations().get(3).lines()).contains("METHOD:CANCEL");
        assertThat(database.queryForObject("select count(*) from keep_in_touch", Integer.class))
                .isZero();
    }

    @Test
    void a_call_needs_to_be_known_how_often_and_only_one_that_is_there_is_taken_out() {
        assertThatThrownBy(() -> callFrom(3)).hasMessageContaining("please say how often the call should come");
        assertThatThrownBy(() -> rumi.saysHowTheyKeepInTouch("standingCall", "stop"))
                .hasMessageContaining("there is none in your calendars");
        assertThat(database.queryForObject("select count(*) from keep_in_touch", Integer.class))
                .isZero();
    }

    private static List<ReceivedMeeting> invitations() throws Exception {
        return ReceivedMeeting.of(Stream.of(MAIL_SERVER.getReceivedMessages()).toList());
    }
}
