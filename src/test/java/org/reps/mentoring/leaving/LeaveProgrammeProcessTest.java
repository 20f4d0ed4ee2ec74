package org.reps.mentoring.leaving;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.person.Reaches;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Our decision, as no SOP speaks of it: how somebody leaves the programme. */
class LeaveProgrammeProcessTest extends LeavingTest {

    private static final Map<String, Object> STAY = Map.of("stays", true);

    @Autowired
    Reaches reaches;

    @Test
    void a_rep_leaves_and_nobody_waits_for_them() {
        leaves("rumi", lastDay(), "message", "It was good to have you.");
        assertThat(mailsTo("rumi")).contains("You are leaving the programme");
        assertThat(mailsTo("mateo")).isEmpty();
        assertThat(mentorships.ofMentee("rumi")).isPresent();
        lastDayOver();

        assertThat(the("leave-programme")).isEnded().hasPassed("Event_LeftWithThanks", "Event_NoReason");
        assertThat(mentorships.ofMentee("rumi")).isEmpty();
        assertThat(mentorships.menteesOf("mateo")).containsExactly("rana");
        assertThat(mailsTo("mateo")).contains("Rumi has left the programme");
        assertThat(bodyOf("left-mentor", "mateo")).contains("“It was good to have you.”");
        assertThat(mailsTo("rumi")).contains("Thank you, and goodbye");
        assertThat(mailsTo("clara")).contains("Rumi Sample has left the programme");
        assertThat(people.isIn(Group.REPS, "rumi")).isFalse();
        assertThat(canLogIn("rumi")).isFalse();
        assertThat(openAssignments()).isEmpty();
        assertThat(mentorships.withoutMentor()).isEmpty();
        assertThat(people.name("rumi")).isEqualTo("Rumi Sample");
        assertThat(known.hasLeft("rumi")).isTrue();
    }

    @Test
    void whoever_has_left_reads_in_a_mail_how_to_reach_a_contact() {
        reaches.save(Reach.of("chidi", "@chidi in our chat", Reach.SeenBy.CONTACTS));
        reaches.save(Reach.of("clara", "clara@example.org, or @clara", Reach.SeenBy.EVERYBODY));
        leaves("rumi", lastDay());
        lastDayOver();

        assertThat(wholeMailsTo("rumi"))
                .extracting(mail -> GreenMailUtil.getBody(mail).replace("=\r\n", ""))
                .last(STRING)
                .contains("How to reach Clara Sample: clara@example.org, or @clara")
                .doesNotContain("Chidi");
    }

    @Test
    void whoever_thinks_again_stays_and_their_reason_is_forgotten() {
        leaves("rumi", lastDay(), "reason", "I am tired, " + MARKER);
        assertThat(candidates(task("Activity_ReadReason"))).containsExactlyInAnyOrder("clara", "chidi");
        assertNowhereInClear(MARKER);
        complete("Activity_ThinkAgain", "rumi", STAY);

        assertThat(the("leave-programme")).isEnded().hasPassed("Event_Stays");
        assertThat(mentorships.ofMentee("rumi")).isPresent();
        assertThat(mailsTo("rumi")).contains("You stay in the programme");
        assertThat(mailsTo("mateo")).isEmpty();
        assertThat(database.queryForList("select id from sealed_text")).isEmpty();
        assertThat(canLogIn("rumi")).isTrue();
        leaves("rumi", today().plusDays(300));
        assertThat(task("Activity_ThinkAgain").getDueDate().toInstant())
                .isEqualTo(today().plusDays(300).atTime(23, 59).toInstant(UTC));
    }

    @Test
    void so_does_somebody_whose_case_the_operator_deletes() {
        leaves("rumi", lastDay(), "reason", "I am tired, " + MARKER);
        runtime.deleteProcessInstance(the("leave-programme").getId(), "by the operator");

        assertThat(database.queryForList("select id from leaving where open_person is not null"))
                .isEmpty();
        assertThat(database.queryForList("select id from sealed_text")).isEmpty();
    }

    @Test
    void why_somebody_leaves_is_read_by_one_of_the_council_who_is_not_part_of_it() {
        identities.createMembership("mateo", Group.CONTACTS.id());
        identities.createMembership("mateo", Group.COUNCIL.id());
        leaves("rumi", lastDay(), "reason", "I am tired, " + MARKER);

        assertThat(candidates(task("Activity_ReadReason"))).containsExactlyInAnyOrder("clara", "chidi");
        complete("Activity_ReadReason", "clara", Map.of());
        lastDayOver();
        assertThat(the("leave-programme")).isEnded().hasPassed("Event_ReasonRead", "Event_LeftWithThanks");
    }

    @Test
    void a_contact_says_it_for_somebody_who_is_told_and_can_object() {
        assertThatThrownBy(() -> leaves("clara", today().plusDays(6), "onBehalfOf", "rumi"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Last day: please give " + today().plusDays(7)
                        + " or later, so that Rumi can still say that" + " they stay.");
        assertThatThrownBy(() -> Leaving.requirePossibleForSomebody(lastDay(), today(), "I am off.", "Rumi"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Your message: please leave it empty, as it would be sent as if Rumi had written it.");
        // The form asks for it only where somebody says it of themself.
        leaves("clara", lastDay(), "onBehalfOf", "rumi", "message", "I am off.");
        assertThat(database.queryForObject("select message from leaving", String.class))
                .isEmpty();

        assertThat(bodyOf("leaving-said", "rumi"))
                .contains("Clara Sample has told us that you leave the programme.")
                .doesNotContain("step down");
        complete("Activity_ThinkAgain", "rumi", STAY);
        assertThat(mailsTo("clara")).contains("Rumi Sample stays in the programme");
    }

    @Test
    void who_may_not_say_it_or_is_needed_is_told_why() {
        identities.createMembership("mateo", Group.CONTACTS.id());
        register("anna", Group.ANALYSTS);
        assertRefused("rana", "rumi", "Only contacts can say that somebody else leaves.");
        assertRefused("mateo", "rumi", "You guide each other, or one of you the other");
        assertRefused("clara", "", "You are not a rep yourself.");
        identities.createMembership("clara", Group.REPS.id());
        people.leave(Group.CONTACTS, "chidi");
        people.leave(Group.CONTACTS, "mateo");
        assertRefused("clara", "", "There is nobody else in the group \"Contacts for mentorship\"");
        identities.createMembership("rumi", "camunda-admin");
        assertRefused("rumi", "", "Whoever keeps the application running cannot leave like this.");
        identities.deleteMembership("rumi", "camunda-admin");
        leaves("rumi", lastDay());
        assertRefused("rumi", "", "You are leaving already.");
        assertRefused("clara", "rumi", "Rumi is leaving already.");
    }

    @Test
    void the_last_contact_who_stays_does_not_leave_after_the_others() {
        identities.createMembership("clara", Group.REPS.id());
        identities.createMembership("chidi", Group.REPS.id());
        leaves("chidi", lastDay());
        assertRefused("clara", "", "There is nobody else in the group \"Contacts for mentorship\" who stays");

        complete("Activity_ThinkAgain", "chidi", STAY);
        leaves("clara", lastDay());
        assertRefused("chidi", "", "There is nobody else in the group \"Contacts for mentorship\" who stays");
    }

    private void assertRefused(String userId, String onBehalfOf, String reason) {
        assertThatThrownBy(() -> leaves(userId, lastDay(), "onBehalfOf", onBehalfOf))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
    }

    // --- mentors

    @Test
    void a_mentor_who_leaves_steps_down_first_and_no_mentee_is_forgotten() {
        leaves("mateo", lastDay(), "message", "Keep asking.");
        assertThat(bodyOf("leaving-said", "mateo")).contains("you step down as a mentor with the same last day");
        assertThat(the("mentor-resignation")).isWaitingAt("Activity_RecommendSuccessor");
        lastDayOver();
        assertThat(the("leave-programme")).isActive().hasPassed("Event_LeavingDayOver");
        assertThat(canLogIn("mateo")).isTrue();

        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();
        assertThat(bodyOf("mentor-steps-down", "rumi")).contains("“Keep asking.”");
        for (var mentee : List.of("rumi", "rana")) {
            completeFor(mentee, "Activity_WillYouMentor", "maya", Map.of("mentorAnswer", "yes"));
            completeFor(mentee, "Activity_MeetProposedMentor", mentee, Map.of("repAnswer", "yes"));
        }
        fire("Event_LastDayCome");
        fire("Event_LastDayOver");

        assertThat(the("leave-programme")).isEnded().hasPassed("Event_LeftWithThanks");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.RESIGNED);
        assertThat(mentorships.menteesOf("maya")).containsExactlyInAnyOrder("rumi", "rana");
        assertThat(mailsTo("mateo")).contains("Thank you for everything you did as a mentor", "Thank you, and goodbye");
        assertThat(canLogIn("mateo")).isFalse();
    }

    @Test
    void a_mentor_who_thinks_again_stays_one_as_long_as_nobody_has_acknowledged_it() {
        leaves("mateo", lastDay());
        complete("Activity_ThinkAgain", "mateo", STAY);

        assertThat(the("leave-programme")).isEnded().hasPassed("Event_Stays");
        assertThat(the("mentor-resignation")).isEnded();
        assertThat(mentors.findById("mateo").orElseThrow().isResigning()).isFalse();
        assertThat(mentorships.menteesOf("mateo")).hasSize(2);
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void a_mentor_of_whom_a_contact_says_it_can_object_before_anybody_accepts_it() {
        database.update("update mentor set capacity = 0 where id = 'maya'");
        leaves("clara", lastDay(), "onBehalfOf", "mateo");
        assertThatThrownBy(clara::acceptsTheResignation)
                .isInstanceOf(Refusal.class)
                .hasMessage("Mateo has not said this: a contact has, and they can object. Please accept it on "
                        + today().plusDays(7) + " or later, or talk with them first.");
        assertThat(mentors.findById("mateo").orElseThrow().isResigning()).isFalse();

        complete("Activity_ThinkAgain", "mateo", STAY);
        assertThat(the("mentor-resignation")).isEnded();
        assertThat(mailsTo("rumi")).isEmpty();
        assertThat(mentorships.menteesOf("mateo")).hasSize(2);

        leaves("clara", lastDay(), "onBehalfOf", "mateo");
        later(Period.ofDays(7));
        clara.acceptsTheResignation();
        assertThat(mentors.findById("mateo").orElseThrow().isResigning()).isTrue();
    }

    @Test
    void whoever_takes_back_their_resignation_stays_in_the_programme() {
        leaves("mateo", lastDay());
        mateo.withdrawsTheResignation();

        assertThat(the("leave-programme")).isEnded().hasPassed("Event_MentorStays", "Event_Stays");
        assertThat(people.isIn(Group.MENTORS, "mateo")).isTrue();
    }

    @Test
    void also_when_the_last_day_is_over_as_long_as_nobody_has_acknowledged_it() {
        leaves("mateo", lastDay());
        lastDayOver();
        mateo.withdrawsTheResignation();

        assertThat(the("leave-programme")).isEnded().hasPassed("Event_StaysMentor", "Event_Stays");
        assertThat(canLogIn("mateo")).isTrue();
        assertThat(mentorships.menteesOf("mateo")).hasSize(2);
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void whoever_thinks_again_too_late_to_stay_a_mentor_stays_as_a_rep() {
        leaves("mateo", lastDay());
        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();
        complete("Activity_ThinkAgain", "mateo", STAY);

        assertThat(the("leave-programme")).isEnded().hasPassed("Event_Stays");
        assertThat(the("mentor-resignation")).isActive();
        assertThat(people.isIn(Group.REPS, "mateo")).isTrue();
    }

    @Test
    void whoever_has_become_a_mentor_meanwhile_steps_down_first_too() {
        givenRep("ruth");
        leaves("ruth", today());
        identities.createMembership("ruth", Group.MENTORS.id());
        mentors.save(Mentor.registered("ruth", 2, Set.of("Coaching"), Set.of("en"), "UTC"));
        givenRep("nora");
        mentorships.begin("nora", "ruth");
        lastDayOver();

        assertThat(the("mentor-resignation")).isWaitingAt("Activity_RecommendSuccessor");
        assertThat(mentorships.menteesOf("ruth")).containsExactly("nora");
        assertThat(known.hasLeft("ruth")).isFalse();
    }

    // --- what is open

    @Test
    void a_search_for_a_mentor_ends_as_a_whole_and_whoever_was_asked_is_told() {
        givenRep("ruth");
        startAs("ruth", "rep-onboarding", Map.of("goals", "Speak", "languages", List.of("en"), "timeZone", "UTC"));
        completeFor("ruth", "Activity_OfferToMentor", "maya", Map.of("mentorOffers", "yes"));
        completeFor(
                "ruth", "Activity_MeetProposedMentor", "ruth", Map.of("repAnswer", "question", "repQuestion", "Why?"));
        assertThat(task("Activity_AnswerRepQuestion").getAssignee()).isEqualTo("maya");
        leaves("ruth", today());
        lastDayOver();

        assertThat(running("rep-onboarding")).isEmpty();
        assertThat(running("mentor-matching")).isEmpty();
        assertThat(openTasks()).isEmpty();
        assertThat(mailsTo("maya"))
                .anyMatch(subject -> subject.startsWith("You need not do this any more: Answer the question of Ruth"));
        assertThat(openAssignments()).isEmpty();
        assertThat(database.queryForList("select id from onboarding where open_rep is not null"))
                .isEmpty();
    }

    @Test
    void what_somebody_has_taken_or_could_take_is_left_to_the_others() {
        identities.createMembership("clara", Group.REPS.id());
        leaves("mateo", lastDay());
        mateo.recommendsAsSuccessor("maya");
        as("clara", () -> tasks.claim(task("Activity_AcknowledgeResignation").getId(), "clara"));
        leaves("clara", today());
        management.createJobQuery().timers().activityId("Event_LeavingDayOver").list().stream()
                .filter(job -> runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()
                        .equals("clara"))
                .forEach(job -> management.executeJob(job.getId()));
        runJobs();

        assertThat(task("Activity_AcknowledgeResignation").getAssignee()).isNull();
        assertThat(candidates(task("Activity_AcknowledgeResignation"))).containsExactly("chidi");
        assertThat(people.in(Group.COUNCIL)).doesNotContain("clara");
    }

    @Test
    void a_concern_goes_on_whoever_raised_it_and_whoever_it_is_about() {
        startAs(
                "rumi",
                "raise-concern",
                Map.of(
                        "category",
                        "person",
                        "whatHappened",
                        "He shouts, " + MARKER,
                        "involvedPeople",
                        "rana",
                        "mayContact",
                        true));
        leaves("rumi", today());
        lastDayOver();
        leaves("rana", today());
        lastDayOver();

        assertThat(openTasks()).containsExactly("Activity_LookIntoConcern");
        assertNowhereInClear(MARKER);
    }
}
