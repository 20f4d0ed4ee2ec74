package org.reps.mentoring.mentorchange;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * SOP: changing your mentor, reassigning. Rumi has been guided by Mateo for three months and would like another mentor.
 */
class MentorChangeProcessTest extends ProgrammeTest {

    private static final String STILL_THERE = "Activity_StillThere";

    /** Occurs nowhere but in what people write confidentially. */
    private static final String MARKER = "archaeopteryx";

    private static final String CLOSED = "Only whoever has claimed this task can read this.";
    private static final Map<String, Object> NOBODY = Map.of("nextMentor", "nobody");
    private static final Map<String, Object> CHANGE =
            Map.of("decision", "change", "decisionReason", "They do not fit, " + MARKER);
    private static final Map<String, Object> KEEP =
            Map.of("decision", "keep", "decisionReason", "A slip, " + MARKER, "suggestion", "Meet once more.");
    private static final Map<String, Object> REFUSE = Map.of(
            "decision",
            "refuse",
            "decisionReason",
            "Too early, " + MARKER,
            "answerForRep",
            "Give it some more time, " + MARKER);
    private static final Map<String, Object> AGREE =
            Map.of("overrideAgreed", "yes", "decisionReason", "Nobody waits for ever, " + MARKER);
    private static final Map<String, Object> DISAGREE =
            Map.of("overrideAgreed", "no", "decisionReason", "I have met him", "answerForRep", "He is well, " + MARKER);

    @Autowired
    MentorChangeSteps mentorChange;

    private String old = "";

    @BeforeEach
    void programme() {
        givenRep("rumi");
        givenMentor("mateo", 5);
        givenMentor("maya", 5);
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
        old = Objects.requireNonNull(mentorships.begin("rumi", "mateo"));
        later(Period.ofMonths(3));
    }

    // --- by agreement

    @Test
    void where_all_agree_no_council_is_needed() {
        ask("agree");
        assertThat(mailsTo("mateo")).containsExactly("Please do: Agree to a change of mentor for Rumi");
        complete("Activity_AgreeToChange", "mateo", Map.of("mentorAgrees", "yes"));
        assertThat(mailsTo("rumi"))
                .containsExactly(
                        "Please do: Name a mentor you would like", "We are looking for another mentor for you");
        assertThat(mailsTo("mateo")).contains("Rumi is getting another mentor");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().id()).isEqualTo(old);
        findMaya();

        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("maya");
        assertThat(mentorships.byId(old).endReason()).isEqualTo("mentor changed");
        assertThat(mailsTo("rumi")).contains("Maya is your mentor now");
        assertThat(mailsTo("maya")).contains("You are the mentor of Rumi now");
        complete("Activity_HandOver", "mateo", Map.of("handOverNotes", "We were planning a meetup."));

        assertThat(endOf("mentor-change")).isEqualTo("Event_MentorChanged");
        assertThat(mailsTo("rumi")).contains("What Mateo wrote for you and your new mentor");
        assertThat(mailsTo("maya")).contains("What Mateo wrote about working with Rumi");
        assertThat(state()).isEqualTo("CHANGED");
        assertThat(decisions()).containsExactly("agreement CHANGE mateo");
    }

    @Test
    void the_mentor_whom_the_rep_would_like_is_asked_first() {
        givenMentor("mei", 1);
        start("agree");
        assertThat(String.valueOf(shown("Activity_NameMentor", "rumi").get("mentorOptions")))
                .contains("maya", "mei")
                .doesNotContain("mateo");
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "mentor", "wishedMentorId", "mei"));
        complete("Activity_AgreeToChange", "mateo", Map.of("mentorAgrees", "yes"));

        assertThat(task("Activity_WillYouMentor").getAssignee()).isEqualTo("mei");
    }

    @Test
    void the_rep_cannot_wish_the_mentor_they_have() {
        start("agree");

        assertThatThrownBy(() -> complete(
                        "Activity_NameMentor", "rumi", Map.of("nextMentor", "mentor", "wishedMentorId", "mateo")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Whom would you like?: please choose one of the options.");
    }

    @Test
    void a_rep_who_names_nobody_in_a_week_does_not_hold_anything_up() {
        start("agree");
        fire("Event_NobodyNamed");

        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_AgreeToChange", "Activity_Withdraw");
    }

    @Test
    void where_the_mentor_does_not_agree_the_council_decides() {
        ask("agree");
        complete("Activity_AgreeToChange", "mateo", Map.of("mentorAgrees", "no"));

        assertThat(candidates(task("Activity_Decide"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThat(mailsTo("rumi")).contains("The council decides about your wish");
        assertThat(decisions()).isEmpty();
    }

    @Test
    void where_the_mentor_does_not_answer_in_a_week_the_council_decides() {
        ask("agree");
        fire("Event_MentorSilent");

        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_Decide", "Activity_Withdraw");
    }

    // --- by decision of the council

    @Test
    void an_impartial_contact_grants_a_change_and_then_the_mentor_is_told() {
        ask("council");
        assertThat(mailsTo("mateo")).isEmpty();
        complete("Activity_Decide", "clara", CHANGE);

        assertThat(mailsTo("mateo")).containsExactly("Rumi is getting another mentor");
        findMaya();
        fire("Event_NotHandedOver");
        assertThat(endOf("mentor-change")).isEqualTo("Event_MentorChanged");
        assertThat(decisions()).containsExactly("council CHANGE clara");
        assertThat(told()).containsExactlyInAnyOrder("rumi: change-granted-mentee", "mateo: change-granted-mentor");
    }

    @Test
    void a_contact_may_suggest_to_talk_first_and_both_are_told() {
        ask("council");
        complete("Activity_Decide", "clara", KEEP);

        assertThat(endOf("mentor-change")).isEqualTo("Event_MentorKept");
        assertThat(mailsTo("rumi")).contains("What we suggest to you and Mateo");
        assertThat(mailsTo("mateo")).containsExactly("What we suggest to you and Rumi");
        assertThat(state()).isEqualTo("KEPT");
        assertThat(openTasks()).isEmpty();
        ask("council");
    }

    @Test
    void a_refusal_is_looked_at_once_more_by_somebody_else_who_decides_finally() {
        ask("council");
        complete("Activity_Decide", "clara", REFUSE);
        assertThat(shown("Activity_SayHowToGoOn", "rumi")).containsEntry("news", "Give it some more time, " + MARKER);
        complete("Activity_SayHowToGoOn", "rumi", Map.of("goOn", "council"));
        assertThat(candidates(task("Activity_Decide"))).containsExactly("chidi");
        claim("Activity_Decide", "chidi");
        assertThat(String.valueOf(shown("Activity_Decide", "chidi").get("decided")))
                .contains("Clara Sample", "refuse", "Too early, " + MARKER);
        complete("Activity_Decide", "chidi", REFUSE);

        assertThatThrownBy(() -> complete("Activity_SayHowToGoOn", "rumi", Map.of("goOn", "council")))
                .isInstanceOf(Refusal.class)
                .hasMessage("How would you like to go on?: please choose one of the options.");
        complete("Activity_SayHowToGoOn", "rumi", Map.of("goOn", "keep"));

        assertThat(endOf("mentor-change")).isEqualTo("Event_MentorKept");
        assertThat(mailsTo("mateo")).isEmpty();
        assertThat(decisions()).containsExactly("council REFUSE clara", "council REFUSE chidi");
        assertNowhereInClear(MARKER);
    }

    @Test
    void the_second_decision_may_grant_what_the_first_refused() {
        ask("council");
        complete("Activity_Decide", "clara", REFUSE);
        complete("Activity_SayHowToGoOn", "rumi", Map.of("goOn", "council"));
        complete("Activity_Decide", "chidi", CHANGE);

        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
        assertThat(state()).isEqualTo("GRANTED");
    }

    @Test
    void a_rep_who_does_not_answer_a_refusal_stays_with_their_mentor() {
        ask("council");
        complete("Activity_Decide", "clara", REFUSE);
        fire("Event_RepSilent");

        assertThat(endOf("mentor-change")).isEqualTo("Event_MentorKept");
        assertThat(state()).isEqualTo("KEPT");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().id()).isEqualTo(old);
    }

    @Test
    void after_the_agreed_time_a_wish_is_granted_without_a_decision() {
        on(mentorships.byId(old).committedUntil());
        ask("council");

        assertThat(decisions()).containsExactly("direct CHANGE null");
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
        assertThat(mailsTo("mateo")).containsExactly("Rumi is getting another mentor");
    }

    @Test
    void on_the_last_day_of_the_agreed_time_it_is_still_a_decision() {
        on(mentorships.byId(old).committedUntil().minusDays(1));
        ask("council");

        assertThat(openTasks()).contains("Activity_Decide");
    }

    // --- when the mentor is silent

    @Test
    void a_mentor_who_has_answered_is_kept_if_the_rep_likes() {
        ask("silent");
        assertThat(openTasks()).containsExactly("Activity_Withdraw");
        settled("active");
        assertThat(shown("Activity_SayHowToGoOn", "rumi"))
                .containsEntry("news", "Mateo has answered and will get in touch with you.");
        complete("Activity_SayHowToGoOn", "rumi", Map.of("goOn", "keep"));

        assertThat(endOf("mentor-change")).isEqualTo("Event_MentorKept");
        assertThat(mailsTo("mateo")).isEmpty();
    }

    @Test
    void a_rep_whose_mentor_is_away_for_a_while_may_let_the_council_decide() {
        ask("silent");
        settled("away");
        assertThat(shown("Activity_SayHowToGoOn", "rumi"))
                .containsEntry("news", "Mateo is away for a while and will come back.");
        complete("Activity_SayHowToGoOn", "rumi", Map.of("goOn", "council"));
        complete("Activity_Decide", "clara", REFUSE);

        assertThat(shown("Activity_SayHowToGoOn", "rumi"))
                .containsEntry("news", "Give it some more time, " + MARKER)
                .containsEntry("mayAskAgain", true);
    }

    @Test
    void a_mentor_who_steps_down_is_replaced_without_a_decision() {
        ask("silent");
        settled("steps-down");

        assertThat(decisions()).containsExactly("direct CHANGE null");
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
    }

    @Test
    void nobody_waits_for_ever_for_news_of_the_mentor() {
        ask("silent");
        fire("Event_NothingHeard");
        settled("active");

        assertThat(openTasks()).contains("Activity_SayHowToGoOn");
    }

    @Test
    void a_commitment_to_an_inactive_mentor_is_overridden_when_enough_different_people_agree() {
        ask("silent");
        becomes("mateo", Mentor.Status.INACTIVE);
        settled("inactive");
        assertThat(candidates(task("Activity_AgreeToOverride"))).containsExactlyInAnyOrder("clara", "chidi", "carmen");
        complete("Activity_AgreeToOverride", "carmen", AGREE);
        assertThat(state()).isEqualTo("ASKED");
        assertThat(candidates(task("Activity_AgreeToOverride"))).containsExactlyInAnyOrder("clara", "chidi");
        complete("Activity_AgreeToOverride", "clara", AGREE);

        assertThat(state()).isEqualTo("GRANTED");
        assertThat(decisions()).containsExactly("override CHANGE carmen", "override CHANGE clara");
        assertThat(told()).containsExactly("rumi: change-granted-mentee");
        findMaya();
        assertThat(endOf("mentor-change")).isEqualTo("Event_MentorChanged");
        assertThat(mailsTo("mateo")).containsExactly("Rumi has another mentor now");
    }

    @Test
    void nobody_agrees_twice_even_when_the_task_is_given_to_them() {
        ask("silent");
        settled("inactive");
        complete("Activity_AgreeToOverride", "carmen", AGREE);
        give("Activity_AgreeToOverride", "carmen");

        assertRefusesToDecide("Activity_AgreeToOverride", "carmen", AGREE);
        assertThat(decisions()).hasSize(1);
    }

    @Test
    void where_one_of_them_does_not_agree_the_rep_may_ask_somebody_else() {
        ask("silent");
        settled("inactive");
        complete("Activity_AgreeToOverride", "clara", AGREE);
        complete("Activity_AgreeToOverride", "carmen", DISAGREE);
        assertThat(shown("Activity_SayHowToGoOn", "rumi")).containsEntry("news", "He is well, " + MARKER);
        complete("Activity_SayHowToGoOn", "rumi", Map.of("goOn", "council"));

        assertThat(candidates(task("Activity_Decide"))).containsExactly("chidi");
        complete("Activity_Decide", "chidi", CHANGE);
        assertThat(state()).isEqualTo("GRANTED");
    }

    // --- who decides

    @Test
    void nobody_decides_who_is_part_of_the_case() {
        givenMentor("clara", 3);
        givenRep("chidi");
        start("council");
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "mentor", "wishedMentorId", "clara"));

        assertThat(candidates(task("Activity_Decide"))).containsExactly("chidi");
        assertThatThrownBy(() -> complete("Activity_Decide", "clara", CHANGE)).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_mentor_does_not_decide_as_a_contact_or_in_the_council() {
        mateoIsInTheCouncil();
        ask("council");

        assertThat(candidates(task("Activity_Decide"))).containsExactlyInAnyOrder("clara", "chidi");
        ask("silent", "rana");
        settled("inactive");
        assertThat(candidates(task("Activity_AgreeToOverride"))).doesNotContain("mateo");
    }

    @Test
    void the_contact_who_asked_does_not_decide() {
        startAs("clara", "mentor-change", asking("council", "onBehalfOf", "rumi"));
        complete("Activity_NameMentor", "rumi", NOBODY);

        assertThat(candidates(task("Activity_Decide"))).containsExactly("chidi");
    }

    @Test
    void somebody_who_is_part_of_it_cannot_decide_even_when_the_task_is_given_to_them() {
        mateoIsInTheCouncil();
        ask("council");
        give("Activity_Decide", "mateo");
        assertRefusesToDecide("Activity_Decide", "mateo", CHANGE);
        give("Activity_Decide", "maya");
        assertRefusesToDecide("Activity_Decide", "maya", CHANGE);

        assertThat(decisions()).isEmpty();
    }

    @Test
    void where_nobody_impartial_is_left_the_operator_is_told_and_nobody_is_waved_through() {
        identities.deleteUser("chidi");
        identities.deleteUser("carmen");
        ask("council");
        complete("Activity_Decide", "clara", REFUSE);
        forms.submitTaskForm(task("Activity_SayHowToGoOn").getId(), Map.of("goOn", "council"));

        assertFailsFor("Activity_FindPartOfIt", "Nobody impartial is left in the council; somebody has to join it");
        assertThat(openTasks()).containsExactly("Activity_Withdraw");
    }

    @Test
    void where_too_few_are_left_to_override_the_operator_is_told_and_nobody_is_waved_through() {
        identities.deleteUser("chidi");
        identities.deleteUser("carmen");
        ask("silent");
        correlate("inactive");

        assertFailsFor(
                "Activity_FindCouncil",
                "2 impartial council members have to agree, but there are only 1; somebody has to join the council");
        assertThat(openTasks()).containsExactly("Activity_Withdraw");
    }

    // --- what the mentor and others see

    @Test
    void the_mentor_does_not_learn_of_a_wish_that_the_council_is_asked_to_decide() {
        mateoIsInTheCouncil();
        start("council");
        assertMateoSeesNothing();
        complete("Activity_NameMentor", "rumi", NOBODY);
        assertMateoSeesNothing();
        claim("Activity_Decide", "clara");
        assertMateoSeesNothing();
        complete("Activity_Decide", "clara", REFUSE);
        assertMateoSeesNothing();
        complete("Activity_SayHowToGoOn", "rumi", Map.of("goOn", "keep"));
        assertMateoSeesNothing();
    }

    @Test
    void the_mentor_does_not_learn_who_has_said_that_they_are_silent() {
        mateoIsInTheCouncil();
        ask("silent");
        assertMateoSeesNothing();
        settled("inactive");
        assertMateoSeesNothing();
        complete("Activity_AgreeToOverride", "carmen", AGREE);
        assertMateoSeesNothing();
    }

    @Test
    void a_mentor_who_is_a_contact_cannot_find_out_by_asking_for_their_own_mentee() {
        mateoIsInTheCouncil();
        var before = refusal("mateo", asking("council", "onBehalfOf", "rumi"));
        ask("council");

        assertThat(refusal("mateo", asking("council", "onBehalfOf", "rumi")))
                .isEqualTo(before)
                .isEqualTo("You are this rep's mentor. Please talk to Rumi, or ask another contact.");
    }

    @Test
    void a_mentor_who_is_asked_to_agree_reads_neither_why_nor_whom_the_rep_would_like() {
        start("agree");
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "mentor", "wishedMentorId", "maya"));

        assertThat(String.valueOf(shown("Activity_AgreeToChange", "mateo")))
                .contains("Rumi")
                .doesNotContain("sealed", MARKER, "maya", "Maya");
        as("mateo", () -> {
            assertThat(runtime.createProcessInstanceQuery().listPage(0, 1000)).isEmpty();
            assertThat(tasks.createTaskQuery().listPage(0, 1000)).hasSize(1);
        });
    }

    @Test
    void the_mentor_whom_the_rep_would_like_is_not_told_before_it_is_granted() {
        start("council");
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "mentor", "wishedMentorId", "maya"));

        assertThat(mailsTo("maya")).isEmpty();
        as("maya", () -> assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty());
        complete("Activity_Decide", "clara", CHANGE);
        assertThat(mailsTo("maya")).containsExactly("Please do: Will you mentor Rumi?");
    }

    @Test
    void only_the_contact_who_has_claimed_the_task_reads_why() {
        ask("council");
        assertThat(shown("Activity_Decide", "clara"))
                .containsEntry("reason", CLOSED)
                .containsEntry("category", CLOSED);
        claim("Activity_Decide", "clara");

        assertThat(shown("Activity_Decide", "clara"))
                .containsEntry("reason", "We do not get on, " + MARKER)
                .containsEntry("category", "support");
        assertThat(shown("Activity_Decide", "chidi")).containsEntry("reason", CLOSED);
        for (var other : List.of("rumi", "mateo", "maya", "carmen")) {
            assertThatThrownBy(() -> shown("Activity_Decide", other)).hasMessageContaining("permission");
        }
    }

    @Test
    void what_is_written_in_confidence_is_found_nowhere_in_clear() {
        ask("council");
        assertNowhereInClear(MARKER);
        complete("Activity_Decide", "clara", REFUSE);
        assertNowhereInClear(MARKER);
        complete("Activity_SayHowToGoOn", "rumi", Map.of("goOn", "council"));
        complete("Activity_Decide", "chidi", CHANGE);
        assertNowhereInClear(MARKER);
        findMaya();
        assertNowhereInClear(MARKER);
        assertThat(reasons()).contains("Too early, " + MARKER, "They do not fit, " + MARKER);
    }

    @Test
    void nobody_can_see_the_case_but_those_who_have_a_task_in_it() {
        ask("council");

        for (var other : List.of("carmen", "clara", "chidi", "maya", "rumi")) {
            as(
                    other,
                    () -> assertThat(runtime.createProcessInstanceQuery().listPage(0, 1000))
                            .isEmpty());
        }
        as("carmen", () -> assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty());
    }

    // --- taking it back

    @Test
    void a_rep_may_take_a_wish_back_at_once() {
        start("agree");
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "withdraw"));

        assertThat(endOf("mentor-change")).isEqualTo("Event_WishTakenBack");
        assertThat(state()).isEqualTo("WITHDRAWN");
        assertThat(mailsTo("mateo")).isEmpty();
        start("agree");
    }

    @Test
    void a_rep_may_take_a_wish_back_until_it_is_decided_and_nobody_hears_of_it() {
        ask("council");
        complete("Activity_Withdraw", "rumi", Map.of("wishWithdrawn", true));

        assertThat(endOf("mentor-change")).isEqualTo("Event_ChangeWithdrawn");
        assertThat(openTasks()).isEmpty();
        assertThat(mailsTo("mateo")).isEmpty();
        assertThat(mentorships.ofMentee("rumi").orElseThrow().id()).isEqualTo(old);
    }

    @Test
    void a_mentor_who_was_asked_to_agree_is_told_that_the_wish_is_taken_back() {
        ask("agree");
        complete("Activity_Withdraw", "rumi", Map.of("wishWithdrawn", true));

        assertThat(mailsTo("mateo")).contains("Rumi stays with you");
    }

    @Test
    void a_rep_is_not_asked_by_mail_to_take_a_wish_back() {
        ask("council");

        assertThat(mailsTo("rumi")).containsExactly("Please do: Name a mentor you would like");
        assertThat(task("Activity_Withdraw").getAssignee()).isEqualTo("rumi");
    }

    @Test
    void what_is_decided_cannot_be_taken_back() {
        ask("council");
        claim("Activity_Decide", "clara");
        as("clara", () -> forms.submitTaskForm(task("Activity_Decide").getId(), CHANGE));

        assertThatThrownBy(() -> complete("Activity_Withdraw", "rumi", Map.of("wishWithdrawn", true)))
                .isInstanceOf(Refusal.class)
                .hasMessage("This was decided a moment ago. Please refresh your task list.");
        runJobs();
        assertThat(state()).isEqualTo("GRANTED");
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
    }

    @Test
    void what_is_taken_back_cannot_be_decided() {
        ask("council");
        as("rumi", () -> forms.submitTaskForm(task("Activity_Withdraw").getId(), Map.of("wishWithdrawn", true)));
        claim("Activity_Decide", "clara");

        assertThatThrownBy(() -> complete("Activity_Decide", "clara", CHANGE))
                .isInstanceOf(Refusal.class)
                .hasMessage("Rumi has withdrawn this wish a moment ago. Please refresh your task list.");
        runJobs();
        assertThat(endOf("mentor-change")).isEqualTo("Event_ChangeWithdrawn");
        assertThat(decisions()).isEmpty();
    }

    @Test
    void of_taking_back_and_deciding_at_the_same_moment_exactly_one_counts() throws Exception {
        ask("council");
        claim("Activity_Decide", "clara");
        var withdraw = task("Activity_Withdraw").getId();
        var decide = task("Activity_Decide").getId();

        var done = atOnce(List.of(
                attempt("rumi", () -> forms.submitTaskForm(withdraw, Map.of("wishWithdrawn", true))),
                attempt("clara", () -> forms.submitTaskForm(decide, CHANGE))));

        assertThat(done).containsExactlyInAnyOrder("done", "refused");
        runJobs();
        if (done.get(0).equals("done")) {
            assertThat(state()).isEqualTo("WITHDRAWN");
            assertThat(decisions()).isEmpty();
            assertThat(openTasks()).isEmpty();
        } else {
            assertThat(state()).isEqualTo("GRANTED");
            assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
        }
    }

    // --- who begins it

    @Test
    void a_rep_who_starts_in_two_windows_at_the_same_moment_has_one_case() throws Exception {
        var definition = definition();
        Callable<String> start = attempt("rumi", () -> forms.submitStartForm(definition, asking("council")));

        assertThat(atOnce(List.of(start, start))).containsExactlyInAnyOrder("done", "refused");
        runJobs();
        assertThat(cases()).hasSize(1);
        assertThat(openTasks()).containsExactly("Activity_NameMentor");
    }

    @Test
    void a_rep_who_has_asked_already_does_not_ask_again() {
        ask("council");

        assertThat(refusal("rumi", asking("agree")))
                .isEqualTo("Another mentor for Rumi is being thought about already.");
        assertThat(refusal("clara", asking("agree", "onBehalfOf", "rumi")))
                .isEqualTo("Another mentor for Rumi is being thought about already.");
        assertThat(cases()).hasSize(1);
    }

    @Test
    void a_rep_without_a_mentor_looks_for_one_instead() {
        givenRep("rana");

        assertThat(refusal("rana", asking("council")))
                .isEqualTo("Rana has no mentor at the moment. To find one, please start \"Look for a mentor\".");
        assertThat(cases()).isEmpty();
        assertThat(database.queryForObject("select count(*) from sealed_text", Integer.class))
                .isZero();
    }

    @Test
    void only_contacts_ask_for_somebody_else_who_has_to_be_a_rep() {
        givenRep("rana");

        assertThat(refusal("rana", asking("council", "onBehalfOf", "rumi")))
                .isEqualTo("Only contacts can ask for another mentor for somebody else."
                        + " Please leave \"On behalf of\" empty.");
        assertThat(refusal("clara", asking("council", "onBehalfOf", "nobody99")))
                .isEqualTo("There is no rep with the user name \"nobody99\".");
        assertThat(cases()).isEmpty();
    }

    @Test
    void what_is_missing_is_named_and_nothing_is_started() {
        assertThat(refusal("rumi", Map.of("wishedRoute", "by magic", "reason", "x")))
                .contains("How would you like it to happen?: please choose one of the options.")
                .contains("Why would you like another mentor?: please answer this.");
        assertThat(refusal("rumi", asking("council", "source", "resignation")))
                .isEqualTo("\"source\" is not part of this form.");
        assertThat(cases()).isEmpty();
    }

    @Test
    void another_process_starts_it_and_nobody_is_asked_who_wished_it() {
        mentorChange.start("rumi", "check-in");
        runJobs();

        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
        assertThat(mailsTo("rumi")).containsExactly("We are looking for another mentor for you");
        assertThat(mailsTo("mateo")).containsExactly("Rumi is getting another mentor");
        assertThat(decisions()).containsExactly("direct CHANGE null");
    }

    @Test
    void another_process_does_nothing_for_a_rep_without_a_mentor() {
        givenRep("rana");
        mentorChange.start("rana", "absence");

        assertThat(cases()).isEmpty();
    }

    @Test
    void another_process_joins_what_is_open_and_what_was_undecided_is_granted() {
        ask("council");
        becomes("mateo", Mentor.Status.RESIGNED);
        mentorChange.start("rumi", "resignation");
        runJobs();

        assertThat(cases()).hasSize(1);
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
        assertThat(decisions()).containsExactly("direct CHANGE null");
        mentorChange.start("rumi", "inactivity");
        runJobs();
        assertThat(cases()).hasSize(1);
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
    }

    @Test
    void a_mentor_who_is_found_to_be_inactive_does_not_make_the_consent_of_the_council_needless() {
        ask("silent");
        becomes("mateo", Mentor.Status.INACTIVE);
        settled("inactive");
        mentorChange.start("rumi", "inactivity");
        runJobs();

        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_AgreeToOverride", "Activity_Withdraw");
        assertThat(cases()).hasSize(1);
    }

    @Test
    void a_mentor_who_answers_by_handing_the_rep_over_makes_it_needless() {
        ask("silent");
        mentorChange.start("rumi", "inactivity");
        runJobs();

        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
        assertThat(decisions()).containsExactly("direct CHANGE null");
    }

    @Test
    void a_mentor_on_leave_is_not_asked_whether_they_are_still_there() {
        isAway("mateo");
        ask("silent");
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_Decide", "Activity_Withdraw");
    }

    @Test
    void a_leave_that_is_over_does_not_count() {
        isAway("mateo");
        later(Period.ofMonths(2));
        ask("silent");
        assertThat(openTasks()).containsExactly("Activity_Withdraw");
    }

    @Test
    void what_another_process_needs_cannot_be_taken_back_any_more() {
        start("council");
        mentorChange.start("rumi", "absence");
        runJobs();

        assertThatThrownBy(() -> complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "withdraw")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Mateo cannot go on as your mentor, so we are looking for another one for you anyway.");
        complete("Activity_NameMentor", "rumi", NOBODY);
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
    }

    @Test
    void a_process_that_calls_it_waits_until_the_rep_has_another_mentor() {
        var caller = call(Map.of("menteeId", "rumi", "source", "resignation", "recommendedMentorId", "maya"));
        assertThat(task("Activity_WillYouMentor").getAssignee()).isEqualTo("maya");
        complete("Activity_WillYouMentor", "maya", Map.of("mentorAnswer", "yes"));
        complete("Activity_MeetProposedMentor", "rumi", Map.of("repAnswer", "yes"));
        fire("Event_NotHandedOver");

        assertThat(isRunning(caller)).isFalse();
        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("maya");
    }

    @Test
    void a_process_that_calls_it_for_nothing_goes_on_at_once() {
        ask("council");
        var joining = call(Map.of("menteeId", "rumi", "source", "resignation"));
        assertThat(isRunning(joining)).isFalse();
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");

        givenRep("rana");
        assertThat(isRunning(call(Map.of("menteeId", "rana", "source", "absence"))))
                .isFalse();
    }

    // --- how it ends

    @Test
    void where_nobody_else_is_found_they_stay_together_and_both_are_told() {
        ask("agree");
        complete("Activity_AgreeToChange", "mateo", Map.of("mentorAgrees", "yes"));
        stopLooking();

        assertThat(endOf("mentor-change")).isEqualTo("Event_NobodyElseFound");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().id()).isEqualTo(old);
        assertThat(mailsTo("rumi")).contains("We have not found another mentor for you yet");
        assertThat(mailsTo("mateo")).contains("You stay the mentor of Rumi");
        assertThat(state()).isEqualTo("KEPT");
    }

    @Test
    void where_nobody_is_found_for_the_mentee_of_a_mentor_who_is_gone_they_wait_for_one() {
        becomes("mateo", Mentor.Status.INACTIVE);
        mentorChange.start("rumi", "inactivity");
        runJobs();
        assertThat(mentorships.ofMentee("rumi")).isPresent();
        stopLooking();

        assertThat(endOf("mentor-change")).isEqualTo("Event_WaitingForMentor");
        assertThat(mentorships.ofMentee("rumi")).isEmpty();
        assertThat(state()).isEqualTo("WAITING");
        assertThat(mailsTo("rumi")).contains("We have not found a mentor for you yet");
        assertThat(mailsTo("clara")).contains("Rumi is still without a mentor");
        assertThat(mailsTo("mateo")).isEmpty();
    }

    @Test
    void where_the_mentorship_ends_in_the_middle_nothing_is_left_to_change() {
        ask("council");
        mentorships.end(old, "onboarding closed");
        runJobs();

        assertThat(cases()).isEmpty();
        assertThat(openTasks()).isEmpty();
        assertThat(state()).isEqualTo("WITHDRAWN");
    }

    @Test
    void where_the_mentor_leaves_while_another_one_is_looked_for_the_rep_is_waiting() {
        ask("agree");
        complete("Activity_AgreeToChange", "mateo", Map.of("mentorAgrees", "yes"));
        mentorships.end(old, Mentorships.MENTOR_GONE);
        runJobs();

        assertThat(cases()).isEmpty();
        assertThat(openTasks()).isEmpty();
        assertThat(state()).isEqualTo("WAITING");
        assertThat(mentorships.openAssignments()).contains("rumi");
    }

    @Test
    void a_mentor_who_has_nothing_to_say_hands_over_without_a_word() {
        ask("agree");
        complete("Activity_AgreeToChange", "mateo", Map.of("mentorAgrees", "yes"));
        findMaya();
        complete("Activity_HandOver", "mateo", Map.of());

        assertThat(endOf("mentor-change")).isEqualTo("Event_MentorChanged");
        assertThat(mailsTo("maya")).noneMatch(subject -> subject.startsWith("What Mateo wrote"));
    }

    @Test
    void a_mentor_who_is_away_is_told_instead_of_asked_to_hand_over() {
        isAway("mateo");
        mentorChange.start("rumi", "absence");
        runJobs();
        findMaya();

        assertThat(endOf("mentor-change")).isEqualTo("Event_MentorChanged");
        assertThat(mailsTo("mateo")).containsExactly("Rumi is getting another mentor", "Rumi has another mentor now");
    }

    @Test
    void an_orientation_under_way_goes_on_with_the_new_mentor() {
        givenRep("ravi");
        startAs("ravi", "rep-onboarding", Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
        complete("Activity_OfferToMentor", "mateo", Map.of("mentorOffers", "yes"));
        complete("Activity_MeetProposedMentor", "ravi", Map.of("repAnswer", "yes"));
        mentorChange.start("ravi", "absence");
        runJobs();
        findMaya("ravi");

        assertThat(task("Activity_HoldOrientationCall").getAssignee()).isEqualTo("maya");
        assertThat(mailsTo("maya")).contains("Please do: Hold the orientation call with Ravi");
        assertThat(shown("Activity_TakeFirstSteps", "ravi")).containsKey("progress");
        complete(
                "Activity_HoldOrientationCall",
                "maya",
                Map.of(
                        "heldOn",
                        today().plusMonths(3).toString(),
                        "channel",
                        "Video call",
                        "contactEvery",
                        "every month",
                        "firstGoals",
                        "A meetup"));
        assertThat(mentorships.ofMentee("ravi").orElseThrow().channel()).isEqualTo("Video call");
    }

    // --- helpers in the words of this process

    private void start(String route) {
        startAs("rumi", "mentor-change", asking(route));
    }

    private void ask(String route) {
        start(route);
        complete("Activity_NameMentor", "rumi", NOBODY);
    }

    /** Another mentee of Mateo asks too; the first case goes away. */
    private void ask(String route, String menteeId) {
        complete("Activity_Withdraw", "rumi", Map.of("wishWithdrawn", true));
        givenRep(menteeId);
        mentorships.begin(menteeId, "mateo");
        startAs(menteeId, "mentor-change", asking(route));
        complete("Activity_NameMentor", menteeId, NOBODY);
    }

    private static Map<String, Object> asking(String route, Object... more) {
        var answers = new HashMap<String, Object>(
                Map.of("wishedRoute", route, "category", "support", "reason", "We do not get on, " + MARKER));
        for (var i = 0; i < more.length; i += 2) {
            answers.put((String) more[i], more[i + 1]);
        }
        return answers;
    }

    private void findMaya() {
        findMaya("rumi");
    }

    private void findMaya(String menteeId) {
        complete("Activity_OfferToMentor", "maya", Map.of("mentorOffers", "yes"));
        complete("Activity_MeetProposedMentor", menteeId, Map.of("repAnswer", "yes"));
    }

    private void stopLooking() {
        fire("Event_NoOfferInTime");
        complete("Activity_AskMentor", "clara", Map.of("contactDecision", "stop", "stopReason", "Nobody is free"));
    }

    /** What mentor-inactivity says when its case ends. */
    private void settled(String outcome) {
        correlate(outcome);
        runJobs();
    }

    private void correlate(String outcome) {
        runtime.createMessageCorrelation("mentor-inactivity-settled")
                .processInstanceVariableEquals("mentorId", "mateo")
                .setVariable("inactivityOutcome", outcome)
                .correlate();
    }

    private void becomes(String mentorId, Mentor.Status status) {
        database.update("update mentor set status = ?, version = version + 1 where id = ?", status.name(), mentorId);
    }

    private void isAway(String mentorId) {
        var today = today();
        mentors.save(mentors.findById(mentorId).orElseThrow().away(today.minusDays(1), today.plusMonths(1), null));
    }

    private void mateoIsInTheCouncil() {
        identities.createMembership("mateo", Group.COUNCIL.id());
        identities.createMembership("mateo", Group.CONTACTS.id());
    }

    /** What a silent mentor is asked belongs to mentor-inactivity and has its own test. */
    @Override
    protected Set<String> openTasks() {
        return super.openTasks().stream()
                .filter(task -> !task.equals(STILL_THERE))
                .collect(toSet());
    }

    @Override
    protected List<String> mailsTo(String userId) {
        return super.mailsTo(userId).stream()
                .filter(subject -> !subject.equals("Please do: Are you still there?"))
                .toList();
    }

    private void assertMateoSeesNothing() {
        assertThat(mailsTo("mateo")).isEmpty();
        tasks.createTaskQuery().listPage(0, 1000).stream()
                .filter(task -> !task.getTaskDefinitionKey().equals(STILL_THERE))
                .forEach(task -> assertThat(candidates(task)).doesNotContain("mateo"));
        var definition = definition();
        as("mateo", () -> {
            assertThat(openTasks()).isEmpty();
            assertThat(runtime.createProcessInstanceQuery().listPage(0, 1000))
                    .allMatch(instance -> instance.getProcessDefinitionId().startsWith("mentor-inactivity:"));
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey("rumi")
                            .listPage(0, 1000))
                    .isEmpty();
            assertThat(runtime.createVariableInstanceQuery().listPage(0, 1000)).isEmpty();
            assertThat(runtime.createIncidentQuery().listPage(0, 1000)).isEmpty();
            assertThat(management
                            .createJobQuery()
                            .processDefinitionKey("mentor-change")
                            .listPage(0, 1000))
                    .isEmpty();
            assertThat(management.createProcessDefinitionStatisticsQuery().listPage(0, 1000))
                    .extracting(ProcessDefinition::getKey)
                    .contains("rep-onboarding")
                    .doesNotContain("mentor-change");
            assertThatThrownBy(() ->
                            management.createActivityStatisticsQuery(definition).listPage(0, 1000))
                    .isInstanceOf(AuthorizationException.class);
            assertThat(history.createHistoricTaskInstanceQuery().listPage(0, 1000))
                    .isEmpty();
            assertThat(history.createUserOperationLogQuery().listPage(0, 1000)).isEmpty();
        });
    }

    private void give(String activity, String userId) {
        var task = task(activity).getId();
        as("admin", () -> tasks.setAssignee(task, userId));
    }

    private void claim(String activity, String userId) {
        var task = task(activity).getId();
        as(userId, () -> tasks.claim(task, userId));
    }

    private void assertRefusesToDecide(String activity, String userId, Map<String, Object> answers) {
        var task = task(activity).getId();
        assertThatThrownBy(() -> as(userId, () -> forms.submitTaskForm(task, answers)))
                .isInstanceOf(Refusal.class)
                .hasMessage("You are part of this case, or not in the council, so somebody else has to decide it.");
    }

    private String refusal(String userId, Map<String, Object> answers) {
        try {
            startAs(userId, "mentor-change", answers);
            return "not refused";
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    private Callable<String> attempt(String userId, Runnable action) {
        return () -> {
            try {
                as(userId, action);
                return "done";
            } catch (Refusal refusal) {
                return "refused";
            }
        };
    }

    private void assertFailsFor(String activity, String message) {
        while (management.createJobQuery().messages().withRetriesLeft().count() > 0) {
            try {
                runJobs();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage(message);
            } catch (RuntimeException e) {
                assertThat(e).hasRootCauseMessage(message);
            }
        }
        assertThat(runtime.createIncidentQuery().listPage(0, 1000))
                .extracting(Incident::getActivityId)
                .containsExactly(activity);
    }

    private ProcessInstance call(Map<String, Object> variables) {
        var caller = repository
                .createDeployment()
                .name("caller")
                .addModelInstance(
                        "caller.bpmn",
                        Bpmn.createExecutableProcess("caller")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .callActivity("call")
                                .calledElement("mentor-change")
                                .camundaIn("menteeId", "menteeId")
                                .camundaIn("source", "source")
                                .camundaIn("recommendedMentorId", "recommendedMentorId")
                                .endEvent()
                                .done())
                .deployWithResult();
        var all = new HashMap<String, Object>(variables);
        all.putIfAbsent("recommendedMentorId", null);
        var instance = runtime.startProcessInstanceById(
                caller.getDeployedProcessDefinitions().get(0).getId(), all);
        runJobs();
        return instance;
    }

    @AfterEach
    void forgetTheCaller() {
        repository
                .createDeploymentQuery()
                .deploymentName("caller")
                .listPage(0, 1000)
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    private boolean isRunning(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                > 0;
    }

    private List<ProcessInstance> cases() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("mentor-change")
                .listPage(0, 1000);
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("mentor-change")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String state() {
        return database.queryForObject("select state from change_request", String.class);
    }

    private List<String> decisions() {
        return database.query(
                "select route, outcome, decided_by from change_decision order by place",
                (row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
    }

    private List<String> told() {
        return database.query(
                "select recipient_id, notice from change_told",
                (row, number) -> row.getString(1) + ": " + row.getString(2));
    }

    private List<String> reasons() {
        return database.queryForList("select reason from change_decision", String.class).stream()
                .map(confidential::open)
                .toList();
    }
}
