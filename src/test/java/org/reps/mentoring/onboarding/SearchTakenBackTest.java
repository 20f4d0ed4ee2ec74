package org.reps.mentoring.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;

/** As long as nobody is the mentor, whoever has asked can take the search back. */
class SearchTakenBackTest extends ProgrammeTest {

    private static final String OVER = "Rumi is not looking for a mentor any more";

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor mateo = programme.mentor("mateo");
    private final ActingMentor maya = programme.mentor("maya");
    private final ActingCouncilMember clara = programme.council("clara");

    @BeforeEach
    void a_programme() {
        register("rumi", Group.REPS);
        givenMentor("mateo", 5);
        givenMentor("maya", 5);
        givenContact("clara");
        givenContact("chidi");
    }

    @Test
    void before_anybody_was_proposed_the_rep_takes_it_back_and_all_tasks_vanish() {
        rumi.looksForAMentor();
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_OfferToMentor", "Activity_TakeBackSearch");
        assertThat(mailsTo("rumi")).as("they may, and need not").isEmpty();

        rumi.takesBackTheSearch();

        assertThat(the("rep-onboarding")).isEnded().hasPassed("Event_NoMentorWanted");
        assertThat(the("mentor-matching")).isEnded();
        assertThat(openTasks()).isEmpty();
        assertThat(mailsTo("maya")).as("had nothing of it before them").isEmpty();
        assertThat(mentorships.waiting()).isEmpty();
        assertThat(mentorships.withoutMentor())
                .extracting(without -> without.repId())
                .contains("rumi");
    }

    /** Between the beginning of the mentorship and the end of the search there is a moment. */
    @Test
    void what_is_taken_back_too_late_changes_nothing() {
        rumi.looksForAMentor();
        mentorships.begin("rumi", "mateo");

        rumi.takesBackTheSearch();

        assertThat(the("rep-onboarding")).isActive().hasPassed("Event_TakenBackTooLate");
        assertThat(openTasks()).contains("Activity_OfferToMentor");
        assertThat(database.queryForObject("select open_rep from onboarding", String.class))
                .isEqualTo("rumi");
    }

    @Test
    void nobody_begins_and_takes_back_one_search_after_the_other() {
        for (var search = 0; search < 3; search++) {
            rumi.looksForAMentor();
            rumi.takesBackTheSearch();
        }

        assertThatThrownBy(rumi::looksForAMentor)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("You have begun several searches lately");
        later(Period.ofDays(31));
        rumi.looksForAMentor();
        assertThat(openTasks()).contains("Activity_TakeBackSearch");
    }

    @Test
    void who_has_it_open_is_told_that_it_is_over() {
        rumi.looksForAMentor();
        tasks.claim(task("Activity_OfferToMentor").getId(), "maya");

        rumi.takesBackTheSearch();

        assertThat(mailsTo("maya")).contains(OVER);
        assertThat(mailsTo("mateo")).doesNotContain(OVER);
    }

    @Test
    void who_is_asked_directly_is_told_that_it_is_over() {
        rumi.looksForAMentor("recommendedMentorId", "maya");

        rumi.takesBackTheSearch();

        assertThat(mailsTo("maya")).contains(OVER);
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void who_has_asked_the_rep_something_is_told_that_it_is_over() {
        rumi.looksForAMentor("recommendedMentorId", "maya");
        maya.asksBeforeAgreeingToMentor("rumi", "When do you have time?");

        rumi.takesBackTheSearch();

        assertThat(mailsTo("maya")).contains(OVER);
    }

    @Test
    void who_has_offered_and_waits_is_told_that_it_is_over() {
        rumi.looksForAMentor();
        mateo.offersToMentor("rumi");

        rumi.takesBackTheSearch();

        assertThat(mailsTo("mateo")).contains(OVER);
        assertThat(mailsTo("maya")).doesNotContain(OVER);
        assertThat(openTasks()).isEmpty();
        assertThat(mentorships.ofMentee("rumi")).isEmpty();
    }

    @Test
    void who_has_said_no_before_is_not_told() {
        rumi.looksForAMentor();
        mateo.doesNotOfferToMentor("rumi");

        rumi.takesBackTheSearch();

        assertThat(mailsTo("mateo")).doesNotContain(OVER);
    }

    @Test
    void a_contact_who_has_taken_the_question_is_told_that_it_is_over() {
        rumi.looksForAMentor();
        fire("Event_NoOfferInTime");
        tasks.claim(task("Activity_AskMentor").getId(), "chidi");

        rumi.takesBackTheSearch();

        assertThat(mailsTo("chidi")).contains(OVER);
        assertThat(mailsTo("clara")).doesNotContain(OVER);
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void a_contact_who_has_begun_it_can_take_it_back_and_the_rep_is_told() {
        clara.looksForAMentorFor("rumi");

        clara.takesBackTheSearchFor("rumi");

        assertThat(the("rep-onboarding")).isEnded().hasPassed("Event_NoMentorWanted");
        assertThat(openTasks()).isEmpty();
        assertThat(mailsTo("rumi")).contains("The search for a mentor was taken back");
        assertThat(mailsTo("clara")).isEmpty();
    }

    @Test
    void the_contact_is_told_where_the_rep_takes_it_back() {
        clara.looksForAMentorFor("rumi");

        rumi.takesBackTheSearch();

        assertThat(mailsTo("clara")).contains("The search for a mentor for Rumi was taken back");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void afterwards_they_can_look_for_a_mentor_again() {
        rumi.looksForAMentor();
        rumi.takesBackTheSearch();

        rumi.looksForAMentor();

        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_OfferToMentor", "Activity_TakeBackSearch");
    }

    @Test
    void when_there_is_a_mentor_there_is_nothing_to_take_back() {
        rumi.looksForAMentor();
        mateo.offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();

        assertThat(openTasks()).doesNotContain("Activity_TakeBackSearch");
        mateo.holdsTheOrientationCall("rumi", today());
        assertThat(mailsTo("mateo")).doesNotContain(OVER);
    }
}
