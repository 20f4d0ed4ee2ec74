package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;

/** Mateo says who could guide his mentees after him. */
class RecommendingSuccessorsTest extends MateoStepsDownTest {

    @Test
    void a_mentor_may_recommend_somebody_for_some_and_nobody_for_the_others() {
        givenMentor("mei", 1);
        handIn();
        assertThat(shown("Activity_RecommendSuccessor", "mateo"))
                .extractingByKey("successorOptions")
                .asString()
                .contains("Maya Sample (free places: 5)", "Mei Sample (free places: 1)")
                .doesNotContain("Mateo");
        mateo.recommendsAsSuccessorFor(List.of("rumi"), "mei");
        assertThat(shown("Activity_RecommendSuccessor", "mateo").toString())
                .contains("Rana Sample")
                .doesNotContain("Rumi Sample", "Mei Sample");
        recommendNobody();

        assertThat(the("mentor-resignation")).isWaitingAt("Activity_AcknowledgeResignation");
        claim("Activity_AcknowledgeResignation", "clara");
        assertThat(shown("Activity_AcknowledgeResignation", "clara"))
                .extractingByKey("recommendations")
                .asString()
                .contains("Mei Sample", "Nobody", MARKER);
        clara.acceptsTheResignation();
        assertThat(taskFor("rumi", "Activity_WillYouMentor")).isAssignedTo("mei");
        assertThat(taskFor("rana", "Activity_OfferToMentor")).isNotAssigned();
    }

    @Test
    void a_mentor_is_not_asked_for_a_recommendation_where_nobody_is_free() {
        mentors.save(mentors.findById("maya").orElseThrow().withoutNewMenteesUntil(today().plusYears(1)));
        handIn();

        assertThat(openTasks()).doesNotContain("Activity_RecommendSuccessor");
        claim("Activity_AcknowledgeResignation", "clara");
        assertThat(shown("Activity_AcknowledgeResignation", "clara"))
                .extractingByKey("recommendations")
                .asString()
                .contains("Rana Sample", "Rumi Sample", "Nobody could take this mentee.");
    }

    @Test
    void when_the_last_free_place_was_recommended_nobody_is_asked_for_the_others() {
        mentors.save(mentors.findById("maya").orElseThrow().withoutNewMenteesUntil(today().plusYears(1)));
        givenMentor("mei", 1);
        handIn();
        mateo.recommendsAsSuccessorFor(List.of("rumi"), "mei");

        claim("Activity_AcknowledgeResignation", "clara");
        assertThat(shown("Activity_AcknowledgeResignation", "clara"))
                .extractingByKey("recommendations")
                .asString()
                .contains("Mei Sample", "Nobody could take this mentee.");
    }

    @Test
    void nobody_is_offered_who_would_close_a_circle_with_all_who_are_left() {
        rumiGuidesMei();
        handIn();
        assertThat(offered()).contains("Maya Sample", "Mei Sample", "Rumi Sample");
        mateo.recommendsAsSuccessorFor(List.of("rana"), "mei");

        assertThat(offered()).contains("Maya Sample").doesNotContain("Mei Sample", "Rumi Sample");
    }

    @Test
    void a_mentor_is_not_asked_where_everybody_who_is_free_would_close_a_circle() {
        rumiGuidesMei();
        mentors.save(mentors.findById("maya").orElseThrow().withoutNewMenteesUntil(today().plusYears(1)));
        mentorships.end(mentorships.ofMentee("rana").orElseThrow().id(), "moved away");
        handIn();

        assertThat(openTasks()).doesNotContain("Activity_RecommendSuccessor");
        claim("Activity_AcknowledgeResignation", "clara");
        assertThat(shown("Activity_AcknowledgeResignation", "clara"))
                .extractingByKey("recommendations")
                .asString()
                .contains("Rumi Sample", "Nobody could take this mentee.");
    }

    private void rumiGuidesMei() {
        identities.createMembership("rumi", Group.MENTORS.id());
        mentors.save(Mentor.registered("rumi", 5, Set.of("Coaching"), Set.of("en"), "UTC"));
        givenMentor("mei", 5);
        mentorships.begin("mei", "rumi");
    }

    private String offered() {
        return String.valueOf(shown("Activity_RecommendSuccessor", "mateo").get("successorOptions"));
    }

    @Test
    void who_can_be_recommended_is_who_is_free_when_the_form_is_opened() {
        handIn();
        mentors.save(mentors.findById("maya").orElseThrow().withoutNewMenteesUntil(today().plusYears(1)));
        assertThat(shown("Activity_RecommendSuccessor", "mateo")).containsEntry("successorOptions", "[]");
        recommendNobody();

        assertThat(the("mentor-resignation")).isWaitingAt("Activity_AcknowledgeResignation");
    }

    @Test
    void a_recommendation_that_cannot_work_is_refused_with_the_reason() {
        givenMentor("mei", 1);
        mentorships.change("rana", "mei");
        givenMentor("musa", 1);
        mentorships.begin("maya", "mateo");
        givenRep("rolf");
        mentorships.begin("rolf", "mateo");
        handIn();

        assertRefused(
                () -> mateo.recommendsAsSuccessor("musa"),
                "Musa has room for 1 of your mentees, and you have chosen 3. Please choose \"A mentor for some of them\""
                        + " and recommend others after that.");
        assertRefused(
                () -> mateo.recommendsAsSuccessor("maya"),
                "Maya cannot guide Maya. Please recommend somebody else there.");
        assertRefused(() -> mateo.recommendsAsSuccessorFor(List.of(), "maya"), "For whom?: please answer this.");
        assertRefused(() -> mateo.recommendsAsSuccessor("mei"), "Which mentor?: please choose one of the options.");
        assertRefused(() -> mateo.recommendsNobody("whyNobody", null), "Why nobody?: please answer this.");
        assertThat(database.queryForList("select * from recommendation")).isEmpty();
    }

    @Test
    void a_mentor_who_recommends_nothing_is_reminded_and_then_it_goes_on() {
        handIn();
        fire("Event_RecommendationReminderDue");
        assertThat(mailsTo("mateo")).contains("A last thing before you step down");
        fire("Event_NothingRecommended");
        claim("Activity_AcknowledgeResignation", "chidi");
        assertThat(shown("Activity_AcknowledgeResignation", "chidi"))
                .extractingByKey("recommendations")
                .asString()
                .contains("Not said");
        chidi.acceptsTheResignation();

        assertThat(children()).containsOnlyKeys("rumi", "rana");
    }

    private static void assertRefused(ThrowingCallable recommendation, String reason) {
        assertThatThrownBy(recommendation).isInstanceOf(Refusal.class).hasMessage(reason);
    }
}
