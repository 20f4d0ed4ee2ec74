package org.reps.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** SOP: council procedure. Rumi is looking for a mentor. */
class MentorMatchingProcessTest extends ProgrammeTest {

    private static final String UNTIL_ANSWERED = "Activity_UntilTheRepAnswers";

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor mateo = programme.mentor("mateo");
    private final ActingMentor maya = programme.mentor("maya");
    private final ActingMentor mei = programme.mentor("mei");
    private final ActingCouncilMember clara = programme.council("clara");
    private final ActingCouncilMember chidi = programme.council("chidi");

    @Autowired
    MentorMatchingForms shown;

    @BeforeEach
    void a_programme() {
        givenRep("rumi");
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenContact("clara");
        givenContact("chidi");
    }

    @Test
    void the_first_mentor_who_offers_is_proposed_and_the_rep_decides() {
        search();
        assertThat(task("Activity_OfferToMentor")).hasName("Offer to mentor Rumi");
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactlyInAnyOrder("maya", "mateo");
        assertThat(tasks.getVariable(task("Activity_OfferToMentor").getId(), "suggestedMentorIds"))
                .isEqualTo(List.of("mateo", "maya"));

        mateo.offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();

        assertThat(the("mentor-matching")).isEnded().hasPassed("Event_MentorshipBegun");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("mateo");
        assertThat(mailsTo("rumi")).contains("Mateo is your mentor now");
        assertThat(mailsTo("mateo")).contains("You are the mentor of Rumi now");
    }

    @Test
    void a_mentor_who_says_not_now_is_taken_off_the_list_and_may_pause() {
        search();
        mateo.doesNotOfferToMentor("rumi", "noNewMenteesUntil", "2199-01-31");

        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("maya");
        assertThat(mentors.findById("mateo").orElseThrow().noNewMenteesUntil()).hasToString("2199-01-31");
        maya.offersToMentor("rumi");
        assertThat(task("Activity_MeetProposedMentor")).isAssignedTo("rumi");
    }

    @Test
    void when_everybody_says_not_now_a_contact_decides_how_to_go_on_and_sees_what_they_said() {
        search();
        mateo.doesNotOfferToMentor("rumi");
        maya.doesNotOfferToMentor("rumi");

        assertThat(candidates(task("Activity_DecideHowToGoOn"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThat(task("Activity_DecideHowToGoOn")).hasName("Decide how to go on for Rumi");
        assertThat(shown.answers("rumi")).extracting("answer").containsExactly("Not now", "Not now");
    }

    @Test
    void whoever_said_not_now_is_not_asked_by_a_contact() {
        search();
        mateo.doesNotOfferToMentor("rumi");
        fire("Event_NoOfferInTime");

        assertThat(offeredTo("clara")).contains("maya").doesNotContain("mateo");
        assertThatThrownBy(() -> clara.asksAMentorFor("rumi", "mateo"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Whom shall we ask?: please choose one of the options.");
    }

    @Test
    void without_an_offer_in_a_week_a_contact_asks_a_mentor_directly() {
        search();
        fire("Event_NoOfferInTime");
        chidi.asksAMentorFor("rumi", "maya");

        assertThat(task("Activity_WillYouMentor")).hasName("Will you mentor Rumi?");
        assertThat(mailsTo("maya")).containsExactly("Please do: Will you mentor Rumi?");
        maya.agreesToMentor("rumi");
        rumi.acceptsTheProposedMentor();

        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("maya");
    }

    @Test
    void a_contact_who_is_the_rep_does_not_choose_the_mentor() {
        givenRep("clara");
        search("clara", Map.of());
        fire("Event_NoOfferInTime");

        assertThat(candidates(task("Activity_AskMentor"))).containsExactly("chidi");
    }

    @Test
    void when_nobody_is_eligible_a_contact_is_not_asked_whom_to_ask_and_may_wait() {
        givenNobodyHasAPlace();
        search();
        assertThat(openTasks()).containsExactly("Activity_DecideHowToGoOn");
        clara.waitsUntilSomebodyIsFreeFor("rumi", 3);
        assertThat(the("mentor-matching")).isWaitingAtExactly("Event_WaitingOver");

        givenMentor("mei", 1);
        fire("Event_WaitingOver");
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("mei");
    }

    @Test
    void a_contact_may_look_again_as_soon_as_somebody_has_made_room() {
        givenNobodyHasAPlace();
        search();
        clara.looksAgainFor("rumi");
        assertThat(openTasks()).containsExactly("Activity_DecideHowToGoOn");

        givenMentor("mei", 1);
        clara.looksAgainFor("rumi");
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("mei");
    }

    @Test
    void who_can_be_asked_is_who_is_free_when_the_form_is_opened() {
        search();
        fire("Event_NoOfferInTime");
        assertThat(offeredTo("clara")).contains("maya", "mateo");

        givenNobodyHasAPlace();
        assertThat(offeredTo("clara")).isEqualTo("[]");
        givenMentor("mei", 1);
        assertThat(offeredTo("clara")).contains("mei").doesNotContain("maya", "mateo");
        clara.asksAMentorFor("rumi", "mei");
        assertThat(task("Activity_WillYouMentor")).isAssignedTo("mei");
    }

    @Test
    void a_form_whose_list_cannot_be_made_anew_shows_it_as_it_was() {
        search();
        fire("Event_NoOfferInTime");
        runtime.setVariable(task("Activity_AskMentor").getProcessInstanceId(), "excludedMentorIds", 7);

        assertThat(offeredTo("clara")).contains("maya", "mateo");
    }

    @Test
    void a_contact_who_finds_nobody_in_the_list_any_more_keeps_waiting() {
        search();
        fire("Event_NoOfferInTime");
        givenNobodyHasAPlace();
        assertThat(offeredTo("clara")).isEqualTo("[]");
        assertThatThrownBy(() -> clara.asksAMentorFor("rumi", "maya"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Whom shall we ask?: please choose one of the options.");
        clara.keepsWaitingFor("rumi", 3);

        fire("Event_WaitingOver");
        assertThat(openTasks()).containsExactly("Activity_DecideHowToGoOn");
    }

    @Test
    void a_contact_who_asks_again_finds_an_empty_form() {
        search();
        fire("Event_NoOfferInTime");
        clara.keepsWaitingFor("rumi", 3);
        fire("Event_WaitingOver");
        fire("Event_NoOfferInTime");

        assertThat(tasks.getVariable(task("Activity_AskMentor").getId(), "contactDecision"))
                .isNull();
    }

    @Test
    void a_contact_for_whom_nobody_is_free_may_give_up_and_must_say_why() {
        givenNobodyHasAPlace();
        search();
        assertThatThrownBy(() -> clara.givesUpLookingFor("rumi", ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("Why?: please answer this.");
        clara.givesUpLookingFor("rumi", "Moved away");

        assertThat(the("mentor-matching")).isEnded().hasPassed("Event_NoMentorFound");
        assertThat(reasons()).containsExactly("Moved away");
    }

    @Test
    void a_contact_may_stop_the_search_and_must_say_why() {
        search();
        fire("Event_NoOfferInTime");
        assertThatThrownBy(() -> clara.stopsLookingFor("rumi", ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("Why?: please answer this.");

        clara.stopsLookingFor("rumi", "Moved away");

        assertThat(the("mentor-matching")).isEnded().hasPassed("Event_NoMentorFound");
        assertThat(reasons()).containsExactly("Moved away");
    }

    @Test
    void a_recommended_mentor_is_asked_first() {
        search("rumi", Map.of("recommendedMentorId", "maya"));

        assertThat(task("Activity_WillYouMentor")).isAssignedTo("maya");
    }

    @Test
    void a_recommended_mentor_who_cannot_take_anybody_is_not_asked() {
        search("rumi", Map.of("recommendedMentorId", "maya", "excludedMentorIds", new ArrayList<>(List.of("maya"))));

        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("mateo");
    }

    @Test
    void a_mentor_who_declines_is_not_asked_again_and_the_reason_is_for_contacts() {
        search("rumi", Map.of("recommendedMentorId", "maya"));
        maya.doesNotAgreeToMentor("rumi", "declineReason", "We do not get on", "noNewMenteesUntil", "");

        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("mateo");
        assertThat(reasons()).containsExactly("We do not get on");
        assertNowhereInClear("We do not get on");
    }

    @Test
    void a_mentor_who_does_not_answer_in_a_week_is_told_and_somebody_else_is_asked() {
        search("rumi", Map.of("recommendedMentorId", "maya"));
        fire("Event_MentorSilent");

        assertThat(mailsTo("maya")).contains("You do not need to answer any more about Rumi");
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("mateo");
    }

    @Test
    void a_mentor_may_ask_one_question_before_answering() {
        search("rumi", Map.of("recommendedMentorId", "maya"));
        maya.asksBeforeAgreeingToMentor("rumi", "When do you have time?");
        assertThat(task("Activity_AnswerMentorQuestion")).hasName("Answer the question of Maya");
        rumi.answersTheMentorsQuestion("maya", "In the evening");

        var task = task("Activity_WillYouMentor");
        assertThat(tasks.getVariable(task.getId(), "askedQuestion")).isEqualTo("When do you have time?");
        assertThat(tasks.getVariable(task.getId(), "receivedAnswer")).isEqualTo("In the evening");
        assertThatThrownBy(() -> maya.asksBeforeAgreeingToMentor("rumi", "And at noon?"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Your answer: please choose one of the options.");
        maya.agreesToMentor("rumi");
        assertThat(the("mentor-matching"))
                .isWaitingAtExactly("Activity_AskTheRep", UNTIL_ANSWERED, "Activity_MeetProposedMentor");
    }

    @Test
    void a_mentor_whose_question_is_not_answered_decides_without_it() {
        search("rumi", Map.of("recommendedMentorId", "maya"));
        maya.asksBeforeAgreeingToMentor("rumi", "When do you have time?");
        fire("Event_MenteeSilent");

        assertThat(the("mentor-matching")).isWaitingAtExactly("Activity_AskTheMentor", "Activity_WillYouMentor");
    }

    @Test
    void the_question_to_one_mentor_is_not_shown_to_the_next() {
        search("rumi", Map.of("recommendedMentorId", "maya"));
        maya.asksBeforeAgreeingToMentor("rumi", "When do you have time?");
        rumi.answersTheMentorsQuestion("maya", "In the evening");
        maya.doesNotAgreeToMentor("rumi");
        fire("Event_NoOfferInTime");
        clara.asksAMentorFor("rumi", "mateo");

        var variables = tasks.getVariables(task("Activity_WillYouMentor").getId());
        assertThat(variables.values()).doesNotContain("When do you have time?", "In the evening");
    }

    @Test
    void a_rep_may_ask_one_question_before_deciding() {
        proposeMateo();
        rumi.asksTheProposedMentor("Do you know Lima?");
        assertThat(task("Activity_AnswerRepQuestion")).isAssignedTo("mateo");
        mateo.answersTheRepsQuestion("rumi", "I live there");

        assertThat(tasks.getVariable(task("Activity_MeetProposedMentor").getId(), "receivedAnswer"))
                .isEqualTo("I live there");
        rumi.acceptsTheProposedMentor();
        assertThat(mentorships.ofMentee("rumi")).isPresent();
    }

    @Test
    void a_rep_whose_question_is_not_answered_decides_without_it() {
        proposeMateo();
        rumi.asksTheProposedMentor("Do you know Lima?");
        fire("Event_MentorReplySilent");

        assertThat(the("mentor-matching"))
                .isWaitingAtExactly("Activity_AskTheRep", UNTIL_ANSWERED, "Activity_MeetProposedMentor");
    }

    @Test
    void a_rep_may_wish_somebody_else_and_the_mentor_never_learns_why() {
        proposeMateo();
        rumi.wouldRatherHaveSomebodyElse("declineReason", "He was rude to me");

        assertThat(mailsTo("mateo")).containsExactly("Rumi will not start with you");
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("maya");
        assertThat(reasons()).containsExactly("He was rude to me");
        fire("Event_NoOfferInTime");
        var task = task("Activity_AskMentor").getId();
        as("clara", () -> tasks.claim(task, "clara"));
        assertThat(String.valueOf(shown("Activity_AskMentor", "clara").get("answers")))
                .contains("He was rude to me");
        assertThat(String.valueOf(shown("Activity_AskMentor", "chidi").get("answers")))
                .doesNotContain("rude");
        assertNowhereInClear("rude");
    }

    @Test
    void a_silent_rep_is_reminded_and_then_a_contact_decides_while_the_rep_may_still_answer() {
        proposeMateo();
        fire("Event_ProposalReminderDue");
        assertThat(mailsTo("rumi")).contains("Mateo is waiting for your answer");
        fire("Event_RepSilent");
        clara.looksAfterTheProposal("wait", "waitWeeks", 2);
        fire("Event_ExtraTimeOver");
        assertThat(the("mentor-matching"))
                .isWaitingAtExactly(
                        "Activity_AskTheRep",
                        UNTIL_ANSWERED,
                        "Activity_LookAfterProposal",
                        "Activity_MeetProposedMentor");

        rumi.acceptsTheProposedMentor();
        assertThat(the("mentor-matching")).isEnded().hasPassed("Event_RepAgreed", "Event_MentorshipBegun");
        assertThat(openTasks()).isEmpty();
        assertThat(mentorships.ofMentee("rumi")).isPresent();
    }

    /** They have answered, only not with a yes or no. */
    @Test
    void a_silent_rep_who_asks_a_question_is_looked_after_no_more_and_from_then_on_only_once() {
        proposeMateo();
        fire("Event_RepSilent");
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_LookAfterProposal", "Activity_MeetProposedMentor");
        rumi.asksTheProposedMentor("Do you know Lima?");
        assertThat(openTasks()).containsExactly("Activity_AnswerRepQuestion");
        mateo.answersTheRepsQuestion("rumi", "I live there");
        assertThat(openTasks()).containsExactly("Activity_MeetProposedMentor");

        // The time to answer begins again.
        fire("Event_ProposalReminderDue");
        fire("Event_RepSilent");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("Activity_LookAfterProposal")
                        .count())
                .isOne();
        rumi.acceptsTheProposedMentor();
        assertThat(openTasks()).isEmpty();
        assertThat(mentorships.ofMentee("rumi")).isPresent();
    }

    @Test
    void a_silent_rep_for_whom_a_contact_waits_may_still_ask_a_question() {
        proposeMateo();
        fire("Event_RepSilent");
        clara.looksAfterTheProposal("wait", "waitWeeks", 2);
        rumi.asksTheProposedMentor("Do you know Lima?");

        assertThat(the("mentor-matching")).isWaitingAtExactly("Activity_AskTheRep", "Activity_AnswerRepQuestion");
    }

    @Test
    void a_contact_may_stop_the_search_for_a_silent_rep() {
        proposeMateo();
        fire("Event_RepSilent");
        clara.looksAfterTheProposal("stop", "stopReason", "Cannot be reached");

        assertThat(the("mentor-matching")).isEnded().hasPassed("Event_ProposalStopped", "Event_SearchEnded");
        assertThat(mailsTo("mateo")).containsExactly("Rumi will not start with you");
        assertThat(mentorships.ofMentee("rumi")).isEmpty();
    }

    @Test
    void when_the_last_place_is_taken_meanwhile_both_are_told_and_the_search_goes_on() {
        givenMentor("mei", 1);
        search("rumi", Map.of("recommendedMentorId", "mei"));
        mei.agreesToMentor("rumi");
        givenRep("rana");
        assertThat(mentorships.begin("rana", "mei")).isNotNull();
        rumi.acceptsTheProposedMentor();

        assertThat(mentorships.ofMentee("rumi")).isEmpty();
        assertThat(mailsTo("rumi")).contains("You cannot start with Mei after all; we go on looking");
        assertThat(mailsTo("mei")).contains("Rumi cannot start with you after all");
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactlyInAnyOrder("maya", "mateo");
    }

    @Test
    void a_circle_that_would_close_meanwhile_is_told_and_the_search_goes_on() {
        givenMentor("mei", 3);
        identities.createMembership("rumi", Group.MENTORS.id());
        mentors.save(Mentor.registered("rumi", 3, Set.of("Coaching"), Set.of("en"), "UTC"));
        search("rumi", Map.of("recommendedMentorId", "mei"));
        mei.agreesToMentor("rumi");
        mentorships.begin("maya", "rumi");
        mentorships.begin("mei", "maya");
        rumi.acceptsTheProposedMentor();

        assertThat(mentorships.ofMentee("rumi")).isEmpty();
        assertThat(mailsTo("rumi")).contains("You cannot start with Mei after all; we go on looking");
        assertThat(mailsTo("mei")).contains("Rumi cannot start with you after all");
        assertThat(database.queryForList("select text from mail where notice like 'place-taken-%'", String.class))
                .hasSize(2)
                .allMatch(text -> text.contains("Mentors do not guide each other in a circle."));
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("mateo");
    }

    @Test
    void a_mentor_without_a_place_cannot_offer() {
        givenMentor("mei", 1);
        givenRep("rana");
        search();
        mentorships.begin("rana", "mei");

        assertThatThrownBy(() -> mei.offersToMentor("rumi"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You cannot take this mentee at the moment");
        assertThat(the("mentor-matching")).isWaitingAtExactly("Activity_OpenAssignment", "Activity_OfferToMentor");
    }

    private String offeredTo(String contact) {
        return String.valueOf(shown("Activity_AskMentor", contact).get("mentorOptions"));
    }

    private void search() {
        search("rumi", Map.of());
    }

    private void search(String menteeId, Map<String, Object> variables) {
        var all = new HashMap<String, Object>();
        all.put("menteeId", menteeId);
        all.put("reason", "onboarding");
        all.put("recommendedMentorId", null);
        all.put("excludedMentorIds", null);
        all.putAll(variables);
        runtime.startProcessInstanceByKey("mentor-matching", menteeId, all);
        runJobs();
    }

    private void proposeMateo() {
        search();
        mateo.offersToMentor("rumi");
    }

    private void givenNobodyHasAPlace() {
        for (var mentor : mentors.findAll()) {
            mentors.save(mentor.withoutNewMenteesUntil(today().plusYears(1)));
        }
    }

    private List<String> reasons() {
        return shown.answers("rumi").stream()
                .map(answer -> opened(answer.reason()))
                .toList();
    }
}
