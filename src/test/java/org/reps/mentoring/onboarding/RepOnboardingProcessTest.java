package org.reps.mentoring.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.reps.mentoring.story.FindingAMentor;

/** SOP: orientation. Rumi gets a mentor and finds their feet. */
class RepOnboardingProcessTest extends ProgrammeTest {

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor mateo = programme.mentor("mateo");
    private final ActingCouncilMember clara = programme.council("clara");

    @BeforeEach
    void a_programme() {
        register("rumi", Group.REPS);
        givenMentor("mateo", 5);
        givenContact("clara");
        givenContact("chidi");
    }

    @Test
    void a_rep_gets_a_mentor_and_finds_their_feet() {
        FindingAMentor.told(programme, "rumi", "mateo");

        assertThat(the("rep-onboarding")).isEnded().hasPassed("Event_RepOnboarded");
        assertThat(reps.findById("rumi").orElseThrow().languages()).containsExactlyInAnyOrder("es", "en");
        var mentorship = mentorships.ofMentee("rumi").orElseThrow();
        assertThat(mentorship.channel()).isEqualTo("Video call");
        assertThat(mentorship.contactEvery()).isEqualTo("every month");
        assertThat(mentorship.committedUntil()).isEqualTo(mentorship.beganOn().plusYears(1));
        assertThat(mailsTo("rumi"))
                .containsExactlyInAnyOrder(
                        "Please do: Meet your proposed mentor",
                        "Mateo is your mentor now",
                        "What you agreed with Mateo",
                        "Welcome: your orientation is complete");
        assertThat(mailsTo("mateo"))
                .containsExactlyInAnyOrder(
                        "You are the mentor of Rumi now",
                        "Please do: Review the orientation of Rumi",
                        "Thank you: Rumi has found their feet");
    }

    @Test
    void a_contact_looks_for_a_mentor_on_behalf_of_a_rep() {
        clara.looksForAMentorFor("rumi");

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("rep-onboarding")
                        .processInstanceBusinessKey("rumi")
                        .count())
                .isEqualTo(1);
        assertThat(task("Activity_OfferToMentor").getName()).isEqualTo("Offer to mentor Rumi");
    }

    @Test
    void somebody_who_has_a_mentor_does_not_look_for_another() {
        givenRep("ravi");
        mentorships.begin("ravi", "mateo");

        assertRefused("ravi", wishes(), "You have a mentor already.");
    }

    @Test
    void nobody_is_onboarded_twice_at_the_same_time() {
        rumi.looksForAMentor();

        assertThatThrownBy(() -> rumi.looksForAMentor())
                .isInstanceOf(Refusal.class)
                .hasMessage("A mentor is being looked for already for you.");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("rep-onboarding")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void only_contacts_look_for_somebody_else() {
        givenRep("ravi");

        assertRefused(
                "ravi",
                wishes("onBehalfOf", "rumi"),
                "Only contacts can look for a mentor for somebody else. Please leave \"On behalf of\" empty.");
    }

    @Test
    void a_contact_has_to_name_a_rep() {
        assertRefused(
                "clara",
                wishes(),
                "You are not a rep yourself. Please write under \"On behalf of\" who is looking for a mentor.");
        assertRefused(
                "clara",
                wishes("onBehalfOf", "nobody99"),
                "On behalf of: nobody here is called \"nobody99\"; please write the full name or the user name as it stands here.");
    }

    @Test
    void a_user_name_with_a_capital_letter_means_the_same_rep() {
        clara.looksForAMentorFor("Rumi");

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("rep-onboarding")
                        .processInstanceBusinessKey("rumi")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_is_missing_is_named_field_by_field_and_nothing_is_started() {
        var wishes = wishes("goals", "x".repeat(4001), "timeZone", "Atlantis/Capital");
        wishes.remove("languages");

        assertRefused(
                "rumi",
                wishes,
                "What would you like to achieve?: please write at most 4,000 characters; these are 4001.");
        wishes.put("goals", "Learn");
        assertRefused(
                "rumi",
                wishes,
                "Languages you speak: please answer this. Your time zone: please choose one of the options.");
    }

    @Test
    void personal_texts_are_kept_with_the_rep_and_not_in_the_process() {
        rumi.looksForAMentor("noteForMentor", "I was ill last year");

        assertThat(reps.findById("rumi").orElseThrow().noteForMentor()).isEqualTo("I was ill last year");
        assertThat(database.queryForList("select name_ from act_hi_varinst", String.class))
                .doesNotContain("noteForMentor", "goals", "onBehalfOf");
    }

    @Test
    void without_a_mentor_the_rep_and_the_contacts_are_told() {
        mentors.save(mentors.findById("mateo").orElseThrow().withoutNewMenteesUntil(today().plusYears(1)));
        rumi.looksForAMentor();
        clara.givesUpLookingFor("rumi", "Nobody is free");

        assertThat(the("rep-onboarding")).isEnded().hasPassed("Event_WithoutMentor");
        assertThat(mailsTo("rumi")).containsExactly("We have not found a mentor for you yet");
        assertThat(mailsTo("clara")).containsExactly("Rumi is still without a mentor");
        assertThat(mailsTo("chidi")).containsExactly("Rumi is still without a mentor");
        rumi.looksForAMentor();
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_DecideHowToGoOn", "Activity_TakeBackSearch");
    }

    @Test
    void a_call_must_have_been_held_since_the_mentorship_began() {
        orient();

        assertThatThrownBy(() -> mateo.holdsTheOrientationCall("rumi", today().plusDays(5)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Held on: this day is still to come.");
        assertThatThrownBy(() -> mateo.holdsTheOrientationCall("rumi", today().minusDays(30)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Held on: please check the day; your mentorship began later.");
        assertThat(openTasks()).contains("Activity_HoldOrientationCall");
    }

    @Test
    void a_late_call_is_looked_after_by_a_contact_again_and_again_until_it_is_held() {
        orient();
        fire("Event_CallOverdue");
        clara.looksAfterTheLateOrientation("remind");
        assertThat(mailsTo("mateo")).contains("Please hold the orientation call with Rumi");
        fire("Event_TwoWeeksLater");
        assertThat(openTasks()).contains("Activity_LookAfterLateOrientation", "Activity_HoldOrientationCall");

        mateo.holdsTheOrientationCall("rumi", today());

        assertThat(openTasks()).containsExactly("Activity_TakeFirstSteps");
    }

    @Test
    void a_contact_may_look_for_another_mentor_and_the_call_goes_on_with_whoever_is_there() {
        givenMentor("maya", 5);
        orient();
        fire("Event_CallOverdue");
        clara.looksAfterTheLateOrientation("replace");

        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("mateo");
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("maya");
        assertThat(mailsTo("rumi")).contains("We are looking for another mentor for you");
        assertThat(mailsTo("mateo")).contains("Rumi is getting another mentor");
        programme.mentor("maya").offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();
        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("maya");
        assertThat(task("Activity_HoldOrientationCall").getAssignee()).isEqualTo("maya");
        fire("Event_TwoWeeksLater");
        assertThat(shown("Activity_LookAfterLateOrientation", "clara")).containsKey("progress");
    }

    @Test
    void a_rep_whose_mentor_is_gone_in_the_middle_can_look_for_another_one() {
        orient();
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "mentor gone");
        runJobs();

        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        rumi.looksForAMentor();
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_OfferToMentor", "Activity_TakeBackSearch");
    }

    @Test
    void a_contact_who_is_the_mentor_does_not_look_after_their_own_late_call() {
        identities.createMembership("mateo", Group.CONTACTS.id());
        orient();
        fire("Event_CallOverdue");

        assertThat(candidates(task("Activity_LookAfterLateOrientation"))).containsExactlyInAnyOrder("clara", "chidi");
    }

    @Test
    void a_contact_may_close_a_late_orientation() {
        orient();
        fire("Event_CallOverdue");
        clara.looksAfterTheLateOrientation("close", "closingReason", "Both have left");

        assertClosed("Both have left");
    }

    @Test
    void a_rep_may_stop() {
        orient();
        rumi.stopsTheOrientation("No time any more");

        assertClosed("No time any more");
        assertThat(mailsTo("rumi")).contains("Your onboarding is closed");
        assertThat(mailsTo("mateo")).contains("The onboarding of Rumi is closed");
    }

    @Test
    void a_silent_rep_is_reminded_and_only_a_contact_closes() {
        orient();
        fire("Event_FirstStepsReminderDue");
        assertThat(mailsTo("rumi")).contains("Your first steps are waiting for you");
        fire("Event_RepSilent");
        clara.looksAfterTheSilentRep("wait", "waitWeeks", 2);
        fire("Event_PatienceOver");
        assertThat(openTasks()).contains("Activity_TakeFirstSteps");
        programme.council("chidi").looksAfterTheSilentRep("close", "closingReason", "Cannot be reached");

        assertClosed("Cannot be reached");
    }

    @Test
    void first_steps_are_taken_when_all_of_them_are() {
        orient();

        assertThatThrownBy(() ->
                        rumi.takesTheFirstSteps("profileComplete", false, "channelsJoined", null, "ownGoal", null))
                .isInstanceOf(Refusal.class)
                .hasMessage("My profile is complete: please tick this."
                        + " I have joined the group and its channels: please tick this."
                        + " My first goal, in my own words: please answer this.");
    }

    @Test
    void a_mentor_may_give_more_time_before_deciding() {
        orientedSoFar();
        mateo.givesMoreTime("rumi", 4);
        assertThat(openTasks()).as("she may").containsExactly("Activity_StopOnboarding");
        fire("Event_MoreTimeOver");
        mateo.findsTheRepReady("rumi");

        assertThat(the("rep-onboarding")).isEnded().hasPassed("Event_RepOnboarded");
    }

    @Test
    void a_concern_is_looked_into_by_a_contact_and_the_orientation_may_go_on() {
        orientedSoFar();
        mateo.isConcernedAbout("rumi", "Rumi seems unhappy");
        var task = task("Activity_LookIntoOrientationConcern");
        as("clara", () -> tasks.claim(task.getId(), "clara"));
        as(
                "clara",
                () -> assertThat(forms.getTaskFormVariables(task.getId()))
                        .containsEntry("concern", "Rumi seems unhappy"));
        clara.looksIntoTheOrientationConcern("continue");

        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_ReviewOrientation", "Activity_StopOnboarding");
        assertThat(tasks.getVariables(task("Activity_ReviewOrientation").getId())
                        .values())
                .doesNotContain("Rumi seems unhappy");
    }

    @Test
    void a_concern_may_close_the_onboarding_and_nobody_is_told_why() {
        orientedSoFar();
        mateo.isConcernedAbout("rumi", "Rumi seems unhappy");
        clara.looksIntoTheOrientationConcern("close", "closingReason", "They do not fit");

        assertClosed("They do not fit");
        assertNowhereInClear("unhappy");
        assertNowhereInClear("do not fit");
    }

    private void meetMateo() {
        mateo.offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();
    }

    private void orient() {
        rumi.looksForAMentor();
        meetMateo();
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_HoldOrientationCall", "Activity_TakeFirstSteps");
    }

    private void orientedSoFar() {
        orient();
        mateo.holdsTheOrientationCall("rumi", today());
        rumi.takesTheFirstSteps();
    }

    private void assertClosed(String reason) {
        assertThat(the("rep-onboarding")).isEnded().hasPassed("Event_OnboardingClosed");
        assertThat(openTasks()).isEmpty();
        assertThat(mentorships.ofMentee("rumi")).isEmpty();
        assertThat(database.queryForList(
                        "select text from onboarding_note where kind = 'CLOSING_REASON'", String.class))
                .extracting(this::opened)
                .containsExactly(reason);
        assertNowhereInClear(reason);
    }

    private void assertRefused(String userId, Map<String, Object> wishes, String reason) {
        assertThatThrownBy(() -> startAs(userId, "rep-onboarding", wishes))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(database.queryForObject("select count(*) from onboarding", Integer.class))
                .isZero();
    }

    private static Map<String, Object> wishes(Object... more) {
        var wishes = new HashMap<String, Object>(Map.of(
                "goals",
                "Organise my first event",
                "languages",
                List.of("es", "en"),
                "timeZone",
                "America/Lima",
                "skillsWanted",
                List.of("Event planning")));
        for (var i = 0; i < more.length; i += 2) {
            wishes.put((String) more[i], more[i + 1]);
        }
        return wishes;
    }
}
