package org.reps.mentoring.askamentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.checkin.ReceivedMeeting;
import org.reps.mentoring.pair.PairMeetings;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Rumi asks for a session on public speaking; Mateo and Maya can pass that on, Mei cannot. */
class AskAMentorTest extends ProgrammeTest {

    private static final String SKILL = "Public speaking";

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor mateo = programme.mentor("mateo");
    private final ActingMentor maya = programme.mentor("maya");
    private final ActingMentor mei = programme.mentor("mei");

    @Autowired
    private CoachingSessions sessions;

    @Autowired
    private OwnSessions own;

    @Autowired
    private PairMeetings meetingsOfPairs;

    @BeforeEach
    void three_mentors() {
        givenRep("rumi");
        Stream.of("mateo", "maya", "mei").forEach(mentor -> givenMentor(mentor, 0));
        Stream.of("mateo", "maya").forEach(mentor -> mentors.change(mentor, it -> it.withSkills(Set.of(SKILL))));
    }

    @Test
    void one_mentor_is_asked_proposes_a_time_and_both_are_invited_and_read_the_note() throws Exception {
        rumi.asksForASession(SKILL, "askedMentorId", "mei");
        assertThat(mailsTo("mei")).contains("Please do: Answer Rumi, who asks for a session");
        assertThat(shown("Activity_AnswerAsk", "mei").get("whatAbout")).isEqualTo("How do I begin? Evenings suit me.");
        mei.proposesATimeTo("rumi", today().plusDays(4));
        assertThat(mailsTo("rumi")).contains("Please do: Agree on a time with Mei");
        rumi.agreesOnTheTimeWith("mei");

        assertThat(meetings()).hasSize(2);
        assertThat(meetings().get(0).lines()).contains("METHOD:REQUEST", "SEQUENCE:0");
        assertThat(mailsTo("rumi")).contains("Your session with Mei");
        assertThat(mailsTo("mei")).contains("Your session with Rumi");
        fire("Event_SessionOver");
        rumi.notesTheSessionWith("mei");

        assertThat(the("ask-a-mentor")).isEnded().hasPassed("Event_SessionHeld");
        assertThat(mailsTo("mei")).contains("What you and Rumi worked on");
        assertThat(mailsTo("rumi")).contains("What you and Mei worked on");
        assertThat(mentorships.ofMentee("rumi")).isEmpty();
        for (var one : List.of("rumi", "mei")) {
            assertThat(own.of(one, now().plus(Duration.ofDays(7))))
                    .singleElement()
                    .satisfies(note -> assertThat(note.workedOn()).isEqualTo("The first five minutes"));
        }
        assertThat(own.of("maya", now())).isEmpty();
    }

    @Test
    void whoever_can_is_asked_and_who_says_no_is_not_asked_again() {
        rumi.asksForASession(SKILL);
        assertThat(candidates(task("Activity_OfferSession"))).containsExactlyInAnyOrder("mateo", "maya");
        assertThat(mailsTo("maya")).isEmpty();
        maya.offersNoSessionTo("rumi");

        assertThat(candidates(task("Activity_OfferSession"))).containsExactly("mateo");
        mateo.offersASessionTo("rumi", today().plusDays(2));
        rumi.wouldLikeAnotherTimeWith("mateo", "In the morning");
        assertThat(shown("Activity_AnswerAsk", "mateo").get("whatSuits")).isEqualTo("In the morning");
        mateo.proposesATimeTo("rumi", today().plusDays(3));
        rumi.doesNotNeedTheSessionWith("mateo");

        assertThat(the("ask-a-mentor")).isEnded().hasPassed("Event_SessionTakenBack");
        assertThat(mailsTo("mateo")).contains("Rumi does not need the session any more");
    }

    @Test
    void nobody_who_could_has_time() {
        rumi.asksForASession(SKILL);
        maya.offersNoSessionTo("rumi");
        mateo.offersASessionTo("rumi", today().plusDays(2));
        rumi.wouldLikeAnotherTimeWith("mateo", "In the morning");
        mateo.hasNoTimeFor("rumi");

        assertThat(the("ask-a-mentor")).isEnded().hasPassed("Event_NobodyFound");
        assertThat(mailsTo("rumi")).contains("There is no session this time");
        assertThatThrownBy(() -> rumi.asksForASession(SKILL))
                .hasMessageContaining("nobody who can pass this on has room for a session this month");
        assertThatThrownBy(() -> rumi.asksForASession(SKILL, "askedMentorId", "maya"))
                .hasMessageContaining("Maya cannot be asked for this at the moment");
    }

    @Test
    void nobody_offers_in_time() {
        rumi.asksForASession(SKILL);
        fire("Event_NoOfferInTime");

        assertThat(the("ask-a-mentor")).isEnded().hasPassed("Event_NobodyFound");
    }

    @Test
    void a_mentor_who_does_not_answer_is_told_that_they_need_not_any_more() {
        rumi.asksForASession(SKILL, "askedMentorId", "maya");
        fire("Event_NoAnswerInTime");

        assertThat(the("ask-a-mentor")).isEnded().hasPassed("Activity_TellQuestionClosed", "Event_NobodyFound");
        assertThat(mailsTo("maya")).contains("You need not answer Rumi any more");
        assertThat(mailsTo("rumi")).contains("There is no session this time");
    }

    @Test
    void a_question_is_taken_back_as_long_as_there_is_no_time() {
        rumi.asksForASession(SKILL, "askedMentorId", "maya");
        rumi.takesBackTheQuestionForASession();
        assertThat(mailsTo("maya")).contains("Rumi does not need the session any more");
        rumi.asksForASession(SKILL);
        rumi.takesBackTheQuestionForASession();

        assertThat(openTasks()).isEmpty();
        assertThat(mailsTo("mateo")).isEmpty();
    }

    @Test
    void a_rep_who_does_not_say_whether_the_time_suits_has_no_session() {
        rumi.asksForASession(SKILL, "askedMentorId", "maya");
        maya.proposesATimeTo("rumi", today().plusDays(60));
        fire("Event_AskerSilent");

        assertThat(the("ask-a-mentor")).isEnded().hasPassed("Event_NotAnswered", "Event_SessionTakenBack");
    }

    @Test
    void either_of_the_two_moves_and_cancels_it() throws Exception {
        isArranged();
        rumi.movesTheSessionWith("maya", today().plusDays(6));
        assertThat(mailsTo("maya")).contains("New time: Your session with Rumi");
        maya.cancelsTheSessionWith("rumi");

        assertThat(the("ask-a-mentor")).isEnded().hasPassed("Event_SessionCancelled");
        assertThat(meetings().get(5).lines()).contains("METHOD:CANCEL", "SEQUENCE:2");
        assertThat(mailsTo("rumi")).contains("Your session with Maya is cancelled");
    }

    @Test
    void it_is_not_moved_without_end() {
        isArranged();
        for (var times = 0; times < 10; times++) {
            rumi.movesTheSessionWith("maya", today().plusDays(6 + times));
        }
        assertThatThrownBy(() -> maya.movesTheSessionWith("rumi", today().plusDays(20)))
                .hasMessageContaining("moved 10 times already");
        maya.cancelsTheSessionWith("rumi");
        assertThat(the("ask-a-mentor")).isEnded();
    }

    @Test
    void a_session_that_was_not_held_or_of_which_nobody_writes_is_left_as_it_is() {
        isArranged();
        fire("Event_SessionOver");
        maya.saysThatThereWasNoSessionWith("rumi");
        assertThat(the("ask-a-mentor")).isEnded().hasPassed("Event_SessionNotHeld");
        isArranged();
        fire("Event_SessionOver");
        fire("Event_NothingWritten");

        assertThat(openTasks()).isEmpty();
    }

    @Test
    void what_is_arranged_stands_in_the_calendars_of_both_until_it_is_over_or_off() {
        isArranged();
        for (var one : List.of("rumi", "maya")) {
            var ahead = own.of(one, now()).get(0).ahead();
            assertThat(ahead.place()).isNotEmpty();
            as(one, () -> assertThat(meetingsOfPairs.file(ahead.uid())).isPresent());
            assertThat(own.of(one, now().plus(Duration.ofDays(7)))).isEmpty();
        }
        var uid = own.of("rumi", now()).get(0).ahead().uid();
        as("mei", () -> assertThat(meetingsOfPairs.file(uid)).isEmpty());

        maya.cancelsTheSessionWith("rumi");

        assertThat(own.of("rumi", now())).isEmpty();
        as("maya", () -> assertThat(meetingsOfPairs.file(uid)).isEmpty());
    }

    private void isArranged() {
        rumi.asksForASession(SKILL, "askedMentorId", "maya");
        maya.proposesATimeTo("rumi", today().plusDays(4));
        rumi.agreesOnTheTimeWith("maya");
    }

    @Test
    void whoever_leaves_takes_their_sessions_with_them() throws Exception {
        isArranged();
        givenContact("clara");
        givenContact("chidi");
        startAs("rumi", "leave-programme", Map.of("lastDay", today().plusDays(1).toString()));
        fire("Event_LeavingDayOver");

        assertThat(the("ask-a-mentor")).isEnded().hasPassed("Event_SessionOff");
        assertThat(mailsTo("maya")).contains("Your session with Rumi is cancelled");
        assertThat(meetings()).hasSize(3);
    }

    @Test
    void as_many_sessions_are_asked_for_as_the_rules_say() {
        rumi.asksForASession(SKILL, "askedMentorId", "maya");
        assertThatThrownBy(() -> rumi.asksForASession(SKILL, "askedMentorId", "maya"))
                .hasMessageContaining("you have asked for this already");
        rumi.asksForASession("Coaching", "askedMentorId", "maya");
        assertThatThrownBy(() -> rumi.asksForASession("Budgeting", "askedMentorId", "maya"))
                .hasMessageContaining("Maya cannot be asked for this at the moment");
        rumi.asksForASession(SKILL, "askedMentorId", "mei");
        assertThatThrownBy(() -> rumi.asksForASession(SKILL))
                .hasMessageContaining("You have asked for 3 sessions that have no time yet");
        mei.hasNoTimeFor("rumi");
        assertThatThrownBy(() -> rumi.asksForASession(SKILL))
                .hasMessageContaining("You have asked for 3 sessions today");
    }

    @Test
    void another_time_zone_is_no_other_day_to_ask_on() {
        rumi.changesTheProfile("timeZone", "Pacific/Kiritimati");
        rumi.asksForASession(SKILL, "askedMentorId", "maya");
        rumi.asksForASession("Coaching", "askedMentorId", "maya");
        rumi.asksForASession(SKILL, "askedMentorId", "mei");
        mei.hasNoTimeFor("rumi");
        rumi.changesTheProfile("timeZone", "Pacific/Pago_Pago");

        assertThatThrownBy(() -> rumi.asksForASession(SKILL))
                .hasMessageContaining("You have asked for 3 sessions today");
    }

    @Test
    void a_time_that_is_over_is_agreed_on_no_more() {
        rumi.asksForASession(SKILL, "askedMentorId", "maya");
        maya.proposesATimeTo("rumi", today().plusDays(2));
        later(Period.ofDays(3));

        assertThatThrownBy(() -> rumi.agreesOnTheTimeWith("maya")).hasMessageContaining("this time is over");
    }

    @Test
    void nobody_is_asked_who_is_away_gives_none_or_is_the_own_mentor() {
        maya.changesTheProfile("capacity", 2, "sessionsAMonth", 0, "skills", List.of(SKILL));
        assertThatThrownBy(() -> rumi.asksForASession(SKILL, "askedMentorId", "maya"))
                .hasMessageContaining("Maya cannot be asked for this at the moment");
        assertThatThrownBy(() -> rumi.asksForASession(SKILL, "askedMentorId", "rumi"))
                .hasMessageContaining("that is you");
        mentors.change("mateo", it -> it.away(today(), today().plusDays(5), null));
        assertThatThrownBy(() -> rumi.asksForASession(SKILL))
                .hasMessageContaining("nobody who can pass this on has room");
        mentors.change("mei", it -> it.withCapacity(1));
        mentorships.begin("rumi", "mei");
        assertThatThrownBy(() -> rumi.asksForASession("Coaching", "askedMentorId", "mei"))
                .hasMessageContaining("Mei cannot be asked for this at the moment");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void what_is_asked_stands_nowhere_in_clear() {
        rumi.asksForASession(SKILL, "askedMentorId", "maya");

        assertThat(runtime.createVariableInstanceQuery().list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("Evenings suit me"));
    }

    private static List<ReceivedMeeting> meetings() throws Exception {
        return ReceivedMeeting.of(Stream.of(MAIL_SERVER.getReceivedMessages()).toList());
    }
}
