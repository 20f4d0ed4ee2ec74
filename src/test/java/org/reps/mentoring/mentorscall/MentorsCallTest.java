package org.reps.mentoring.mentorscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.calendar.Rhythm;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.leaving.HasLeft;
import org.reps.mentoring.mentorscall.NextCall.Asked;
import org.reps.mentoring.mentorscall.NextCall.Page;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Clara sets a call of all mentors; Maya and Mateo are mentors, Rumi is a rep. */
class MentorsCallTest extends ProgrammeTest {

    private static final String INVITATION = "The mentors' call";

    private final ActingCouncilMember clara = programme.council("clara");
    private final ActingCouncilMember chidi = programme.council("chidi");
    private final ActingMentor maya = programme.mentor("maya");

    @Autowired
    private NextCall calls;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void mentors_and_contacts() {
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenContact("clara");
        givenContact("chidi");
    }

    private static LocalDate inAMonth() {
        return today().plusDays(30);
    }

    private Page seenBy(String userId) {
        return Objects.requireNonNull(by(userId, calls::page));
    }

    private void asks(String userId, String words) {
        by(userId, () -> Objects.requireNonNull(calls.ask(words)));
    }

    private <T> T by(String userId, Supplier<T> asked) {
        var answer = new AtomicReference<T>();
        as(userId, () -> answer.set(asked.get()));
        return answer.get();
    }

    private void theTimeComes() {
        later(Period.between(
                today(),
                LocalDate.ofInstant(dueOf("Event_CallOver"), ZoneOffset.UTC).plusDays(1)));
        fire("Event_CallOver");
    }

    @Test
    void many_questions_at_one_moment_are_no_way_around_their_limit() throws Exception {
        atOnce(IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        asks("maya", "Question " + i);
                        return true;
                    } catch (Refusal tooMany) {
                        return false;
                    }
                })
                .toList());

        assertThat(seenBy("mateo").agenda()).hasSize(3);
    }

    @Test
    void whoever_sets_a_call_can_say_something_with_it_whatever_waits_of_theirs() {
        for (var words : List.of("One", "Two", "Three")) {
            asks("clara", words);
        }
        clara.setsACallOfAllMentors(inAMonth(), "once", "toTell", "Four");

        assertThat(seenBy("mateo").agenda())
                .extracting(Asked::words)
                .containsExactlyInAnyOrder("One", "Two", "Three", "Four");
    }

    @Test
    void mentors_put_questions_on_the_agenda_are_invited_and_read_what_was_said() {
        clara.setsACallOfAllMentors(inAMonth(), "once", "toTell", "The budget of next year");
        asks("maya", "Who has tried pairs of mentees?");
        assertThat(mailsTo("maya")).isEmpty();
        assertThat(seenBy("mateo").agenda())
                .extracting(Asked::words)
                .containsExactly("The budget of next year", "Who has tried pairs of mentees?");
        fire("Event_TimeToInvite");

        for (var invited : List.of("maya", "mateo", "clara")) {
            assertThat(mailsTo(invited)).as(invited).containsExactly(INVITATION);
        }
        assertThat(mailsTo("rumi")).isEmpty();
        theTimeComes();
        clara.writesDownWhatMentorsSaid("Pairs work well.", "callDecisions", "We try it in spring.");

        assertThat(the("mentors-call")).isEnded().hasPassed("Event_CallHeld");
        assertThat(mailsTo("mateo")).containsExactly(INVITATION, "What was said in the mentors' call");
        assertThat(mailsTo("clara")).doesNotContain("What was said in the mentors' call");
        assertThat(every("programme-update")).isEmpty();
        assertThat(seenBy("maya").next()).isNull();
        assertThat(seenBy("maya").agenda()).isEmpty();
        assertThat(seenBy("maya").last()).singleElement().satisfies(last -> {
            assertThat(last.notes()).isEqualTo("Pairs work well.");
            assertThat(last.agenda()).hasSize(2);
        });
        assertThat(by("rumi", calls::page)).isNull();
        assertThatThrownBy(() -> asks("rumi", "And us?")).isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_for_reps_too_goes_to_them_as_news() {
        clara.setsACallOfAllMentors(inAMonth(), "once");
        theTimeComes();
        assertThatThrownBy(() -> clara.writesDownWhatMentorsSaid("Good news.", "newsTitle", "A meetup"))
                .hasMessageContaining("both a title and a text");
        clara.writesDownWhatMentorsSaid("Good news.", "newsTitle", "A meetup", "newsText", "Come to Lima.");

        assertThat(every("mentors-call").get(0)).isEnded().hasPassed("Event_NewsPassedOn");
        assertThat(mailsTo("rumi")).singleElement().asString().contains("A meetup");
        assertThat(tablesWith("Come to Lima.")).noneMatch(table -> table.startsWith("ACT_"));
    }

    @Test
    void one_that_comes_again_is_set_when_the_one_before_is_over_and_keeps_its_turn_when_one_is_moved() {
        clara.setsACallOfAllMentors(inAMonth(), "every two months");
        var first = seenBy("maya").next();
        assertThat(Objects.requireNonNull(first).again()).isTrue();
        fire("Event_TimeToInvite");
        clara.movesTheCallOfAllMentors(inAMonth().plusDays(1));
        fire("Event_TimeToInvite");

        assertThat(mailsTo("maya")).containsExactly(INVITATION, "New time: The mentors' call");
        assertThat(database.queryForList("select invitation from mail where recipient_id = 'maya'", String.class))
                .anyMatch(calendar -> calendar.contains("RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY="))
                .anyMatch(calendar -> calendar.contains("RECURRENCE-ID"));
        theTimeComes();

        var turn =
                database.queryForObject("select first_at from mentors_call where state = 'OVER'", OffsetDateTime.class);
        var next = Rhythm.EVERY_TWO_MONTHS.next(turn.atZoneSameInstant(ZoneOffset.UTC), turn.toInstant());
        assertThat(Objects.requireNonNull(seenBy("maya").next()).startsAt())
                .isEqualTo(next.toInstant().toString());
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_WriteNotes", "Activity_ChangeCall");
    }

    @Test
    void one_that_is_cancelled_leaves_the_calendars_and_its_agenda_waits() {
        clara.setsACallOfAllMentors(inAMonth(), "every month");
        asks("maya", "Still open?");
        fire("Event_TimeToInvite");
        clara.cancelsTheCallOfAllMentors("A holiday in many countries.");

        assertThat(mailsTo("maya")).containsExactly(INVITATION, "The mentors' call is cancelled");
        assertThat(seenBy("maya").next()).isNotNull();
        assertThat(seenBy("maya").agenda()).hasSize(1);
        clara.cancelsTheCallOfAllMentors("Nobody came for a year.", "alsoLater", true);

        assertThat(mailsTo("maya")).hasSize(3);
        assertThat(seenBy("maya").next()).isNull();
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void nobody_is_told_that_one_is_off_to_which_nobody_was_invited() {
        clara.setsACallOfAllMentors(inAMonth(), "once");
        clara.movesTheCallOfAllMentors(inAMonth().plusDays(2));
        clara.cancelsTheCallOfAllMentors("");

        assertThat(the("mentors-call")).isEnded().hasPassed("Event_CallOff");
        assertThat(mailsTo("maya")).isEmpty();
        clara.setsACallOfAllMentors(inAMonth(), "once");
        assertThatThrownBy(() -> chidi.setsACallOfAllMentors(inAMonth(), "once"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is a next call already");
    }

    @Test
    void a_host_is_reminded_once_and_then_somebody_else_writes_it_down() {
        clara.setsACallOfAllMentors(inAMonth(), "once");
        fire("Event_TimeToInvite");
        theTimeComes();
        fire("Event_NotesReminderDue");
        assertThat(mailsTo("clara")).contains("What was said in the mentors' call?");
        fire("Event_HostSilent");

        assertThat(candidates(task("Activity_WriteNotesInstead"))).containsExactlyInAnyOrder("chidi", "clara");
        chidi.writesDownInsteadWhatMentorsSaid("I was there.");
        assertThat(mailsTo("maya")).contains("What was said in the mentors' call");
        assertThat(seenBy("maya").last().get(0).host()).isEqualTo("Chidi Sample");
    }

    @Test
    void of_one_that_nobody_writes_down_everybody_hears_and_somebody_else_is_asked_for_the_next() {
        clara.setsACallOfAllMentors(inAMonth(), "every month");
        asks("maya", "Still open?");
        fire("Event_TimeToInvite");
        theTimeComes();
        fire("Event_HostSilent");
        fire("Event_NobodyWritesNotes");

        assertThat(mailsTo("maya")).contains("The mentors' call did not take place");
        assertThat(seenBy("maya").agenda()).hasSize(1);
        assertThat(openTasks()).containsExactly("Activity_TakeOverCall");
        fire("Event_NobodyHoldsCall");
        assertThat(mailsTo("maya")).contains("The mentors' call is cancelled");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void one_that_was_not_held_is_said_with_a_word() {
        clara.setsACallOfAllMentors(inAMonth(), "once");
        fire("Event_TimeToInvite");
        theTimeComes();
        clara.saysThatTheCallOfAllMentorsWasNotHeld("The line was down.");

        assertThat(the("mentors-call")).isEnded().hasPassed("Event_CallOff");
        assertThat(mailsTo("mateo")).containsExactly(INVITATION, "The mentors' call did not take place");
    }

    @Test
    void somebody_else_holds_it_when_the_host_has_left() {
        clara.setsACallOfAllMentors(inAMonth(), "every three months");
        fire("Event_TimeToInvite");
        identities.deleteMembership("clara", "contacts");
        events.publishEvent(new HasLeft("clara"));
        assertThat(candidates(task("Activity_TakeOverCall"))).containsExactly("chidi");
        chidi.takesOverTheCallOfAllMentors("hold");

        assertThat(task("Activity_ChangeCall")).isAssignedTo("chidi");
        fire("Event_TimeToInvite");
        assertThat(mailsTo("maya")).as("nothing has changed for them").containsExactly(INVITATION);
        events.publishEvent(new HasLeft("chidi"));
        chidi.takesOverTheCallOfAllMentors("cancel");
        assertThat(mailsTo("maya")).containsExactly(INVITATION, "The mentors' call is cancelled");
    }

    @Test
    void who_is_away_that_day_is_not_invited_and_who_is_no_mentor_any_more_finds_it_gone() {
        var mateo = mentors.findById("mateo").orElseThrow();
        mentors.save(mateo.away(inAMonth().minusDays(3), inAMonth().plusDays(3), null));
        clara.setsACallOfAllMentors(inAMonth(), "every month");
        fire("Event_TimeToInvite");
        assertThat(mailsTo("mateo")).isEmpty();
        people.leave(Group.MENTORS, "maya");
        runJobs();

        assertThat(mailsTo("maya")).containsExactly(INVITATION, "The mentors' call leaves your calendar");
        theTimeComes();
        clara.writesDownWhatMentorsSaid("We missed Mateo.");
        assertThat(mailsTo("mateo")).containsExactly("What was said in the mentors' call");
        assertThat(mailsTo("maya")).hasSize(2);
    }

    @Test
    void a_question_is_asked_once_taken_back_by_whoever_asked_it_and_not_too_often() {
        asks("maya", "One?");
        assertThatThrownBy(() -> asks("maya", "One?")).hasMessageContaining("asked this already");
        assertThatThrownBy(() -> asks("maya", " ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> asks("maya", "x".repeat(301))).isInstanceOf(Refusal.class);
        asks("maya", "Two?");
        asks("maya", "Three?");
        assertThatThrownBy(() -> asks("maya", "Four?")).hasMessageContaining("3 of yours wait");

        assertThat(seenBy("mateo").agenda()).extracting(Asked::id).containsOnlyNulls();
        var id = Objects.requireNonNull(seenBy("maya").agenda().get(0).id());
        assertThatThrownBy(() -> by("mateo", () -> Objects.requireNonNull(calls.takeBack(id))))
                .isInstanceOf(Refusal.class);
        by("maya", () -> Objects.requireNonNull(calls.takeBack(id)));
        assertThat(seenBy("mateo").agenda()).extracting(Asked::words).containsExactly("Two?", "Three?");
    }

    @Test
    void suggestions_that_nobody_has_answered_are_talked_about_too() {
        maya.suggests("Fewer forms.");
        assertThat(seenBy("mateo").suggestions()).isEqualTo(1);
    }

    @Test
    void one_whose_case_the_operator_deletes_is_in_nobodys_way() {
        clara.setsACallOfAllMentors(inAMonth(), "once");
        runtime.deleteProcessInstance(the("mentors-call").getId(), "by mistake");

        chidi.setsACallOfAllMentors(inAMonth(), "once");
        assertThat(openTasks()).containsExactly("Activity_ChangeCall");
    }
}
