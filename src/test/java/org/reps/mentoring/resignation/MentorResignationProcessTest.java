package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.engine.OverdueCouncilTasks;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** SOP: resigning, stepping down as a mentor. Mateo guides Rumi and Rana; Maya could guide five. */
class MentorResignationProcessTest extends ResignationTest {

    /** Occurs nowhere but in what people write confidentially. */
    private static final String MARKER = "archaeopteryx";

    private static final String CLOSED = "Only whoever has claimed this task can read this.";
    private static final Map<String, Object> ACCEPT = Map.of("acknowledgement", "accept");
    private static final Map<String, Object> TALK =
            Map.of("acknowledgement", "talk", "talkAbout", "Call me on Monday, " + MARKER);
    private static final Map<String, Object> WITHDRAW = Map.of("resignationWithdrawn", true);
    private static final Map<String, Object> NOBODY = Map.of("recommendFor", "nobody", "whyNobody", "None, " + MARKER);
    private static final Map<String, Object> LEAVE = Map.of("placementDecision", "leave");

    @Autowired
    MentorResignationSteps resignation;

    @Autowired
    MentorInactivitySteps inactivity;

    @Autowired
    OverdueCouncilTasks overdueTasks;

    @BeforeEach
    void programme() {
        givenMentor("mateo", 5);
        givenMentor("maya", 5);
        givenRep("rumi");
        givenRep("rana");
        mentorships.begin("rumi", "mateo");
        mentorships.begin("rana", "mateo");
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
    }

    // --- stepping down well

    @Test
    void a_mentor_steps_down_well() {
        handIn();
        assertThat(mailsTo("rumi")).isEmpty();
        recommendMaya();
        assertThat(mailsTo("rumi")).isEmpty();
        accept();

        assertThat(mailsTo("mateo")).contains("Your resignation is acknowledged");
        assertThat(mailsTo("rumi")).containsExactly("Mateo steps down as your mentor");
        assertThat(bodyOf("mentor-steps-down", "rana"))
                .contains("“It was a joy to work with you.\nKeep asking.”", dayName(lastDay()));
        assertThat(children()).containsOnlyKeys("rumi", "rana");
        assertThat(mentors.findById("mateo").orElseThrow().takesMenteesOn(today()))
                .isFalse();
        assertThat(mentors.findById("mateo").orElseThrow().isActiveOn(today())).isTrue();
        goTo("rumi", "maya");
        goTo("rana", "maya");
        fire("Event_LastDayCome");
        assertThat(endOf("mentor-resignation")).isEqualTo("still running");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
        fire("Event_LastDayOver");

        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.RESIGNED);
        assertThat(people.isIn(Group.MENTORS, "mateo")).isFalse();
        assertThat(people.isIn(Group.REPS, "mateo")).isTrue();
        assertThat(mailsTo("mateo")).contains("Thank you for everything you did as a mentor");
        assertThat(mailsTo("carmen")).contains("Mateo Sample has stepped down as a mentor");
        assertThat(mentorships.menteesOf("maya")).containsExactlyInAnyOrder("rumi", "rana");
        assertThat(mentorships.openAssignments()).isEmpty();
        completeFor("rumi", "Activity_HandOver", "mateo", Map.of("handOverNotes", "Likes to write"));
        fire("Event_NotHandedOver");
        assertThat(endOf("mentor-resignation")).contains("Event_MentorRetired", "Event_SearchesOver");
        assertThat(running("mentor-resignation")).isEmpty();
    }

    @Test
    void the_thanks_name_what_the_mentor_did() {
        givenRep("ravi");
        mentorships.end(mentorships.begin("ravi", "mateo"), "over");
        var first = mentorships.ofMentee("rumi").orElseThrow().id();
        mentorships.extend(first);
        mentorships.extend(first);
        database.update("update mentorship set began_on = ? where id = ?", today().minusMonths(40), first);
        handIn();
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        accept();
        fire("Event_LastDayCome");
        complete("Activity_PlaceRemaining", "clara", LEAVE);
        fire("Event_LastDayOver");

        for (var notice : Map.of("mentor-retired-mentor", "mateo", "mentor-retired-council", "chidi")
                .entrySet()) {
            assertThat(bodyOf(notice.getKey(), notice.getValue()))
                    .contains("Years as a mentor: 3\n", "Mentees guided: 3\n")
                    .containsPattern("Mentorships .*extended: 2");
        }
    }

    @Test
    void a_mentor_without_mentees_is_not_asked_to_recommend() {
        startAs("maya", "mentor-resignation", Map.of("lastDay", today().toString()));
        assertThat(openTasks())
                .containsExactlyInAnyOrder("Activity_WithdrawResignation", "Activity_AcknowledgeResignation");
        accept();
        fire("Event_LastDayCome");
        fire("Event_LastDayOver");

        assertThat(endOf("mentor-resignation")).contains("Event_MentorRetired");
        assertThat(mailsTo("maya")).contains("Thank you for everything you did as a mentor");
    }

    // --- handing in

    @Test
    void who_is_no_mentor_or_steps_down_already_is_told_so() {
        var process = definition("mentor-resignation");
        assertThatThrownBy(() -> as("rumi", () -> forms.submitStartForm(process, Map.of("lastDay", lastDay()))))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> resignation.handIn("rumi", lastDay(), "", ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("You are not a mentor, so there is nothing to step down from.");
        handIn();
        assertThatThrownBy(this::handIn)
                .isInstanceOf(Refusal.class)
                .hasMessage("You are stepping down already. Your tasks show what comes next.");
        assertThat(running("mentor-resignation")).hasSize(1);
    }

    @Test
    void who_has_stepped_down_is_not_a_mentor_any_more() {
        mentors.save(mentors.findById("mateo").orElseThrow().resigned());

        assertThatThrownBy(this::handIn).isInstanceOf(Refusal.class).hasMessageStartingWith("You are not a mentor");
        resignation.start("mateo");
        assertThat(running("mentor-resignation")).isEmpty();
    }

    @Test
    void the_last_day_is_today_or_later_where_the_mentor_lives() {
        assertHandInRefused("2026-13-01", "Your last day as a mentor: please give a date like 2026-11-20");
        assertHandInRefused(
                today().plusYears(1).plusDays(1).toString(),
                "Your last day: this is more than a year ahead. Please come back when it is nearer.");
        // On Kiritimati it is 14 hours later than in UTC.
        Today.goTo(LocalDate.of(2030, 5, 1).atTime(12, 0).toInstant(ZoneOffset.UTC));
        database.update("update mentor set time_zone = 'Pacific/Kiritimati' where id = 'mateo'");
        assertHandInRefused("2030-05-01", "Your last day: please give today, or a day that is still to come.");
        startAs("mateo", "mentor-resignation", Map.of("lastDay", "2030-05-02"));
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        accept();

        assertThat(resignation.lastDayBegins(id())).isEqualTo("2030-05-01T10:00:00Z");
        assertThat(resignation.lastDayOver(id())).isEqualTo("2030-05-02T10:00:00Z");
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .activityId("Event_LastDayCome")
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo("2030-05-01T10:00:00Z");
    }

    @Test
    void a_mentor_who_starts_in_two_windows_at_the_same_moment_steps_down_once() throws Exception {
        Callable<Boolean> start = () -> succeeds(() -> as(
                "mateo", () -> forms.submitStartForm(definition("mentor-resignation"), Map.of("lastDay", lastDay()))));
        List<Boolean> won = atOnce(List.of(start, start, start, start));
        runJobs();

        assertThat(won).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(running("mentor-resignation")).hasSize(1);
        assertThat(database.queryForList("select state from resignation")).hasSize(1);
    }

    @Test
    void who_tells_us_elsewhere_that_they_step_down_is_asked_for_the_last_day_first() {
        stepDownWhenAsked();
        assertThat(running("mentor-resignation")).hasSize(1);
        assertThat(running("mentor-change")).isEmpty();
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_WithdrawResignation", "Activity_SayLastDay");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
        fire("Event_LastDayReminderDue");
        assertThat(mailsTo("mateo")).contains("A last thing before you step down");
        complete("Activity_SayLastDay", "mateo", Map.of("lastDay", lastDay(), "reason", MARKER));
        recommendMaya();
        accept();

        assertThat(children()).containsOnlyKeys("rumi", "rana");
        assertNowhereInClear(MARKER);
    }

    @Test
    void who_steps_down_already_does_not_do_so_twice_by_telling_us_elsewhere() throws Exception {
        handIn();
        stepDownWhenAsked();
        atOnce(List.of(
                () -> succeeds(() -> resignation.start("mateo")), () -> succeeds(() -> resignation.start("mateo"))));
        runJobs();

        assertThat(running("mentor-resignation")).hasSize(1);
        assertThat(openTasks()).doesNotContain("Activity_SayLastDay");
    }

    @Test
    void who_never_says_the_last_day_holds_nobody_up() {
        stepDownWhenAsked();
        fire("Event_LastDayNotSaid");

        assertThat(shown("Activity_AcknowledgeResignation", "clara"))
                .extractingByKey("said")
                .asString()
                .contains("\"lastDay\":\"" + today() + "\"");
        accept();
        assertThat(children()).containsOnlyKeys("rumi", "rana");
    }

    // --- recommending

    @Test
    void a_mentor_may_recommend_somebody_for_some_and_nobody_for_the_others() {
        givenMentor("mei", 1);
        handIn();
        assertThat(shown("Activity_RecommendSuccessor", "mateo"))
                .extractingByKey("successorOptions")
                .asString()
                .contains("Maya Sample (free places: 5)", "Mei Sample (free places: 1)")
                .doesNotContain("Mateo");
        complete("Activity_RecommendSuccessor", "mateo", some("mei", "rumi"));
        assertThat(shown("Activity_RecommendSuccessor", "mateo").toString())
                .contains("Rana Sample")
                .doesNotContain("Rumi Sample", "Mei Sample");
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);

        assertThat(openTasks()).contains("Activity_AcknowledgeResignation");
        claim("Activity_AcknowledgeResignation", "clara");
        assertThat(shown("Activity_AcknowledgeResignation", "clara"))
                .extractingByKey("recommendations")
                .asString()
                .contains("Mei Sample", "Nobody", MARKER);
        accept();
        assertThat(taskFor("rumi", "Activity_WillYouMentor").getAssignee()).isEqualTo("mei");
        assertThat(taskFor("rana", "Activity_OfferToMentor").getAssignee()).isNull();
    }

    @Test
    void a_recommendation_that_cannot_work_is_refused_with_the_reason() {
        givenMentor("mei", 1);
        mentorships.change("rana", "mei");
        givenMentor("musa", 1);
        mentorships.begin("maya", "mateo");
        mentorships.begin("rolf", givenRepAndReturn("rolf", "mateo"));
        handIn();

        assertRecommendationRefused(
                Map.of("recommendFor", "all", "successorId", "musa"),
                "Musa has room for 1 of your mentees, and you have chosen 3. Please choose \"A mentor for some of them\""
                        + " and recommend others after that.");
        assertRecommendationRefused(
                Map.of("recommendFor", "all", "successorId", "maya"),
                "Maya cannot guide Maya. Please recommend somebody else there.");
        assertRecommendationRefused(
                Map.of("recommendFor", "some", "successorId", "maya", "forMentees", List.of()),
                "For whom?: please answer this.");
        assertRecommendationRefused(
                Map.of("recommendFor", "all", "successorId", "mei"),
                "Which mentor?: please choose one of the options.");
        assertRecommendationRefused(Map.of("recommendFor", "nobody"), "Why nobody?: please answer this.");
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
        complete("Activity_AcknowledgeResignation", "chidi", ACCEPT);

        assertThat(children()).containsOnlyKeys("rumi", "rana");
    }

    // --- acknowledging and withdrawing

    @Test
    void only_impartial_people_acknowledge_and_only_they_read_why() {
        identities.createMembership("rumi", Group.COUNCIL.id());
        identities.createMembership("rumi", Group.CONTACTS.id());
        identities.createMembership("mateo", Group.CONTACTS.id());
        identities.createMembership("mateo", Group.COUNCIL.id());
        handIn();
        recommendMaya();

        assertThat(candidates(task("Activity_AcknowledgeResignation"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThat(shown("Activity_AcknowledgeResignation", "chidi"))
                .extractingByKey("whySteppingDown")
                .isEqualTo(CLOSED);
        claim("Activity_AcknowledgeResignation", "chidi");
        assertThat(shown("Activity_AcknowledgeResignation", "chidi"))
                .extractingByKey("whySteppingDown")
                .isEqualTo("I am tired, " + MARKER);
        for (var involved : List.of("mateo", "rumi")) {
            tasks.setAssignee(task("Activity_AcknowledgeResignation").getId(), involved);
            assertThatThrownBy(() -> complete("Activity_AcknowledgeResignation", involved, ACCEPT))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("You are part of this case");
        }
        assertNowhereInClear(MARKER);
    }

    @Test
    void the_council_sees_the_case_in_cockpit_and_nothing_confidential_in_it() {
        handIn();
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        complete("Activity_AcknowledgeResignation", "clara", TALK);

        as("carmen", () -> {
            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("mentor-resignation")
                            .listPage(0, 1000))
                    .extracting(ProcessInstance::getBusinessKey)
                    .containsExactly("mateo");
            assertThat(runtime.createVariableInstanceQuery().listPage(0, 1000)).isEmpty();
        });
        as(
                "rumi",
                () -> assertThat(runtime.createProcessInstanceQuery()
                                .processDefinitionKey("mentor-resignation")
                                .listPage(0, 1000))
                        .isEmpty());
        as("rumi", () -> assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty());
        assertNowhereInClear(MARKER);
    }

    @Test
    void the_council_sees_the_placements_under_the_resignation_and_no_other_change_of_mentor() {
        givenRep("ravi");
        mentorships.begin("ravi", "maya");
        startAs("ravi", "mentor-change", Map.of("wishedRoute", "council", "category", "fit"));
        startAs("rumi", "mentor-change", Map.of("wishedRoute", "council", "category", "fit"));
        completeFor("rumi", "Activity_NameMentor", "rumi", Map.of("nextMentor", "nobody"));
        handIn();
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        accept();

        assertThat(running("mentor-change"))
                .extracting(ProcessInstance::getBusinessKey)
                .containsExactlyInAnyOrder("ravi", "rumi", "rana");
        as("carmen", () -> {
            assertThat(running("mentor-change"))
                    .extracting(ProcessInstance::getBusinessKey)
                    .containsExactly("rana");
            assertThat(runtime.createVariableInstanceQuery().listPage(0, 1000)).isEmpty();
        });
        as("maya", () -> assertThat(running("mentor-change")).isEmpty());
        goTo("rana", "maya");
        completeFor("rana", "Activity_HandOver", "mateo", Map.of());
        as("carmen", () -> assertThat(running("mentor-change")).isEmpty());
        assertThat(database.queryForList(
                        "select * from act_ru_authorization where resource_type_ = 8" + " and resource_id_ <> '*'"))
                .isEmpty();
    }

    @Test
    void what_no_contact_acknowledges_in_time_is_offered_to_all_impartial_members() {
        identities.createMembership("rumi", Group.COUNCIL.id());
        handIn();
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        assertThat(candidates(task("Activity_AcknowledgeResignation"))).containsExactlyInAnyOrder("clara", "chidi");
        later(Period.ofDays(15));
        assertThat(overdueTasks.offerToCouncil()).isEqualTo(1);

        assertThat(candidates(task("Activity_AcknowledgeResignation")))
                .containsExactlyInAnyOrder("clara", "chidi", "carmen");
    }

    @Test
    void a_contact_may_talk_first_and_the_mentor_goes_on() {
        handIn();
        recommendMaya();
        complete("Activity_AcknowledgeResignation", "clara", TALK);
        assertThat(shown("Activity_WithdrawOrGoOn", "mateo"))
                .extractingByKey("talkAbout")
                .isEqualTo("Call me on Monday, " + MARKER);
        complete("Activity_WithdrawOrGoOn", "mateo", Map.of("howToGoOn", "go-on"));
        complete("Activity_AcknowledgeResignation", "chidi", TALK);
        fire("Event_NotTalked");
        accept();

        assertThat(children()).containsOnlyKeys("rumi", "rana");
        assertNowhereInClear(MARKER);
    }

    @Test
    void a_mentor_who_stays_after_a_talk_keeps_their_mentees_who_hear_nothing() {
        handIn();
        recommendMaya();
        complete("Activity_AcknowledgeResignation", "clara", TALK);
        complete("Activity_WithdrawOrGoOn", "mateo", Map.of("howToGoOn", "withdraw"));

        assertStays();
    }

    @Test
    void a_mentor_may_withdraw_until_it_is_acknowledged_and_is_not_asked_to_by_mail() {
        handIn();
        assertThat(mailsTo("mateo")).containsExactly("Please do: Recommend a successor");
        complete("Activity_WithdrawResignation", "mateo", WITHDRAW);

        assertStays();
        handIn();
        assertThat(running("mentor-resignation")).hasSize(1);
    }

    @Test
    void what_is_withdrawn_cannot_be_acknowledged_and_what_is_acknowledged_cannot_be_withdrawn() {
        handIn();
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        claim("Activity_AcknowledgeResignation", "clara");
        // Each answer is kept before the engine goes on with it.
        as(
                "mateo",
                () -> forms.submitTaskForm(task("Activity_WithdrawResignation").getId(), WITHDRAW));
        assertThatThrownBy(() -> as(
                        "clara",
                        () -> forms.submitTaskForm(
                                task("Activity_AcknowledgeResignation").getId(), ACCEPT)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Mateo has withdrawn this resignation a moment ago. Please refresh your task list.");
        runJobs();
        assertStays();

        handIn();
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        claim("Activity_AcknowledgeResignation", "clara");
        as(
                "clara",
                () -> forms.submitTaskForm(
                        task("Activity_AcknowledgeResignation").getId(), ACCEPT));
        assertThatThrownBy(() -> as(
                        "mateo",
                        () -> forms.submitTaskForm(
                                task("Activity_WithdrawResignation").getId(), WITHDRAW)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("This resignation was acknowledged a moment ago.");
        runJobs();
        assertThat(openTasks()).doesNotContain("Activity_WithdrawResignation");
        assertThat(children()).containsOnlyKeys("rumi", "rana");
    }

    @Test
    void of_withdrawing_and_acknowledging_at_the_same_moment_exactly_one_counts() throws Exception {
        for (var round = 0; round < 8; round++) {
            handIn();
            complete("Activity_RecommendSuccessor", "mateo", NOBODY);
            claim("Activity_AcknowledgeResignation", "clara");
            var withdraw = task("Activity_WithdrawResignation").getId();
            var acknowledge = task("Activity_AcknowledgeResignation").getId();
            List<Boolean> won = atOnce(List.of(
                    () -> succeeds(() -> as("mateo", () -> forms.submitTaskForm(withdraw, WITHDRAW))),
                    () -> succeeds(() -> as("clara", () -> forms.submitTaskForm(acknowledge, ACCEPT)))));
            runJobs();

            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(mentors.findById("mateo").orElseThrow().isResigning()).isEqualTo(won.get(1));
            assertThat(children()).hasSize(won.get(1) ? 2 : 0);
            beginAnew();
        }
    }

    // --- no new mentees

    @Test
    void a_mentorship_that_begins_before_the_acceptance_is_included_and_later_none_begins() {
        givenRep("ruth");
        givenRep("remy");
        handIn();
        recommendMaya();
        assertThat(mentorships.begin("ruth", "mateo")).isNotNull();
        accept();

        assertThat(children()).containsOnlyKeys("rumi", "rana", "ruth");
        assertThat(mentorships.begin("remy", "mateo")).isNull();
        startAs("remy", "rep-onboarding", Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
        assertThat(candidates(taskFor("remy", "Activity_OfferToMentor"))).containsExactly("maya");
    }

    @Test
    void a_mentorship_and_the_acceptance_at_the_same_moment_leave_nobody_out() throws Exception {
        for (var round = 0; round < 5; round++) {
            var rep = "round" + round;
            givenRep(rep);
            handIn();
            complete("Activity_RecommendSuccessor", "mateo", NOBODY);
            claim("Activity_AcknowledgeResignation", "clara");
            var acknowledge = task("Activity_AcknowledgeResignation").getId();
            List<Boolean> won = atOnce(List.of(
                    () -> mentorships.begin(rep, "mateo") != null,
                    () -> succeeds(() -> as("clara", () -> forms.submitTaskForm(acknowledge, ACCEPT)))));
            runJobs();

            assertThat(won.get(1)).isTrue();
            assertThat(children().containsKey(rep)).isEqualTo(won.get(0));
            assertThat(mentorships.ofMentee(rep).isPresent()).isEqualTo(won.get(0));
            beginAnew();
            mentorships.ofMentee(rep).ifPresent(mentorship -> mentorships.end(mentorship.id(), "next round"));
        }
    }

    @Test
    void no_edit_of_a_mentor_forgets_that_they_are_leaving() {
        handIn();
        recommendMaya();
        accept();
        var mateo = mentors.findById("mateo").orElseThrow();

        var edited = mateo.withCapacity(9)
                .away(today(), today(), "maya")
                .withoutNewMenteesUntil(today())
                .becoming(Mentor.Status.ACTIVE)
                .back();
        assertThat(mentors.save(edited).takesMenteesOn(today().plusDays(1))).isFalse();
    }

    // --- a change of mentor is under way already

    @Test
    void a_change_that_a_mentee_has_asked_for_is_joined_and_counts() {
        startAs(
                "rumi",
                "mentor-change",
                Map.of("wishedRoute", "council", "category", "fit", "reason", "Private, " + MARKER));
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "nobody"));
        assertThat(openTasks()).contains("Activity_Decide");
        handIn();
        recommendMaya();
        accept();

        assertThat(openTasks()).doesNotContain("Activity_Decide", "Activity_Withdraw");
        assertThat(children()).containsOnlyKeys("rana");
        assertThat(taskFor("rumi", "Activity_WillYouMentor").getAssignee()).isEqualTo("maya");
        fire("Event_LastDayCome");
        assertThat(shown("Activity_PlaceRemaining", "clara").toString())
                .contains("\"placed\":0,\"all\":2", "Another mentor is being looked for");
        goTo("rumi", "maya");
        assertThat(openTasks()).contains("Activity_PlaceRemaining");
        goTo("rana", "maya");
        assertThat(openTasks()).doesNotContain("Activity_PlaceRemaining");
        fire("Event_LastDayOver");

        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.RESIGNED);
        assertNowhereInClear(MARKER);
    }

    @Test
    void whom_the_mentee_wishes_goes_before_whom_the_mentor_recommends() {
        givenMentor("mei", 5);
        startAs("rumi", "mentor-change", Map.of("wishedRoute", "council", "category", "fit"));
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "mentor", "wishedMentorId", "mei"));
        handIn();
        recommendMaya();
        accept();

        assertThat(taskFor("rumi", "Activity_WillYouMentor").getAssignee()).isEqualTo("mei");
        assertThat(taskFor("rana", "Activity_WillYouMentor").getAssignee()).isEqualTo("maya");
    }

    @Test
    void a_change_that_is_decided_while_the_resignation_is_acknowledged_is_made_once() throws Exception {
        startAs("rumi", "mentor-change", Map.of("wishedRoute", "council", "category", "fit"));
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "nobody"));
        handIn();
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        claim("Activity_AcknowledgeResignation", "clara");
        claim("Activity_Decide", "chidi");
        var acknowledge = task("Activity_AcknowledgeResignation").getId();
        var decide = task("Activity_Decide").getId();
        atOnce(List.of(
                () -> succeeds(() -> as("clara", () -> forms.submitTaskForm(acknowledge, ACCEPT))),
                () -> succeeds(() -> as(
                        "chidi",
                        () -> forms.submitTaskForm(
                                decide, Map.of("decision", "change", "decisionReason", "They do not fit"))))));
        runJobs();

        assertThat(running("mentor-change"))
                .extracting(ProcessInstance::getBusinessKey)
                .containsExactlyInAnyOrder("rumi", "rana");
        assertThat(database.queryForList("select state from change_request", String.class))
                .containsOnly("GRANTED");
    }

    @Test
    void a_mentee_who_is_kept_before_the_acceptance_gets_another_mentor_after_it() {
        startAs("rumi", "mentor-change", Map.of("wishedRoute", "council", "category", "fit"));
        complete("Activity_NameMentor", "rumi", Map.of("nextMentor", "nobody"));
        complete(
                "Activity_Decide",
                "chidi",
                Map.of("decision", "keep", "decisionReason", "A slip", "suggestion", "Meet once more."));
        handIn();
        recommendMaya();
        accept();

        assertThat(children()).containsOnlyKeys("rumi", "rana");
    }

    @Test
    void a_mentee_who_ends_the_mentorship_in_the_middle_needs_no_other_mentor() {
        handIn();
        recommendMaya();
        accept();
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "onboarding closed");
        runJobs();

        assertThat(children()).containsOnlyKeys("rana");
        assertThat(database.queryForObject("select state from change_request where mentee_id = 'rumi'", String.class))
                .isEqualTo("WITHDRAWN");
        assertThat(mentorships.openAssignments()).isEmpty();
        fire("Event_LastDayCome");
        assertThat(shown("Activity_PlaceRemaining", "clara").toString())
                .contains("\"placed\":0,\"all\":1", "Has left the mentorship");
        mentorships.end(mentorships.ofMentee("rana").orElseThrow().id(), "onboarding closed");
        runJobs();
        fire("Event_LastDayOver");
        assertThat(running("mentor-change")).isEmpty();
        assertThat(running("mentor-resignation")).isEmpty();
    }

    // --- the last day

    @Test
    void whoever_is_left_open_is_seen_as_an_open_assignment_at_once() {
        handIn();
        recommendMaya();
        accept();
        goTo("rumi", "maya");
        fire("Event_LastDayCome");
        assertThat(candidates(task("Activity_PlaceRemaining"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThat(shown("Activity_PlaceRemaining", "clara").toString())
                .contains("\"placed\":1,\"all\":2", "Maya Sample");
        assertThat(mentorships.openAssignments()).isEmpty();
        complete("Activity_PlaceRemaining", "clara", LEAVE);

        assertThat(mentorships.openAssignments()).containsExactly("rana");
        assertThat(mailsTo("rana")).contains("We have not found a mentor for you yet");
        assertThat(mailsTo("chidi")).contains("Rana is still without a mentor");
        assertThat(database.queryForObject("select state from change_request where mentee_id = 'rana'", String.class))
                .isEqualTo("WAITING");
        assertThat(openTasks()).doesNotContain("Activity_WillYouMentor");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
        fire("Event_LastDayOver");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.RESIGNED);

        startAs("rana", "rep-onboarding", Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
        assertThat(openTasks()).contains("Activity_OfferToMentor");
        assertThat(mentorships.openAssignments()).containsExactly("rana");
        mentorships.begin("rana", "maya");
        assertThat(mentorships.openAssignments()).isEmpty();
    }

    @Test
    void a_contact_may_keep_looking_for_some_weeks_and_is_asked_again() {
        handIn();
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        accept();
        stopLooking("rumi");
        assertThat(children()).containsOnlyKeys("rana");
        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("mateo");
        assertThat(bodyOf("nobody-else-found-mentee", "rumi")).contains("stays your mentor until the last day");
        assertThat(bodyOf("nobody-else-found-mentor", "mateo")).contains("until your last day");
        fire("Event_LastDayCome");
        assertThat(shown("Activity_PlaceRemaining", "clara").toString())
                .contains("Nobody is looking for another mentor at the moment");
        keepLooking(2);
        assertThat(children()).containsOnlyKeys("rumi", "rana");
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .activityId("Event_ExtraWeeksOver")
                        .singleResult()
                        .getDuedate()
                        .toInstant()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate())
                .isEqualTo(today().plusWeeks(2));
        goTo("rumi", "maya");
        fire("Event_ExtraWeeksOver");
        assertThat(shown("Activity_PlaceRemaining", "chidi").toString()).contains("\"placed\":1,\"all\":2");
        keepLooking(1);
        goTo("rana", "maya");

        assertThat(openTasks()).doesNotContain("Activity_PlaceRemaining");
        fire("Event_LastDayOver");
        assertThat(endOf("mentor-resignation")).contains("Event_MentorRetired", "Event_SearchedAgain");
    }

    @Test
    void the_last_two_who_are_placed_at_the_same_moment_are_noticed() throws Exception {
        givenMentor("mei", 5);
        for (var round = 0; round < 5; round++) {
            handIn();
            complete("Activity_RecommendSuccessor", "mateo", NOBODY);
            accept();
            fire("Event_LastDayCome");
            assertThat(openTasks()).contains("Activity_PlaceRemaining");
            atOnce(List.of(
                    () -> tried(() -> mentorships.change("rumi", "maya")),
                    () -> tried(() -> mentorships.change("rana", "mei"))));
            runJobs();

            assertThat(openTasks()).doesNotContain("Activity_PlaceRemaining");
            beginAnew();
            mentorships.change("rumi", "mateo");
            mentorships.change("rana", "mateo");
        }
    }

    // --- covering for somebody else

    @Test
    void who_steps_down_covers_for_nobody_any_more_and_everybody_who_relied_on_it_is_told() {
        givenMentor("musa", 3);
        givenRep("ravi");
        mentorships.begin("ravi", "musa");
        startAs(
                "musa",
                "mentor-absence",
                Map.of(
                        "awayFrom",
                        today().toString(),
                        "awayUntil",
                        today().plusDays(30).toString()));
        complete("Activity_ChooseCover", "musa", Map.of("coverId", "mateo"));
        complete("Activity_CoverForMentor", "mateo", Map.of("coverAnswer", "yes"));
        handIn();
        recommendMaya();
        assertThat(mentors.findById("musa").orElseThrow().cover()).isEqualTo("mateo");
        accept();

        assertThat(mentors.findById("musa").orElseThrow().cover()).isNull();
        assertThat(task("Activity_ChooseCover").getAssignee()).isEqualTo("musa");
        assertThat(mailsTo("ravi").stream().filter(subject -> subject.endsWith("the contacts are there for you")))
                .as("when the absence began, and when the cover was lost")
                .hasSize(2);
        assertThat(mailsTo("clara")).contains("Musa Sample is away, and nobody covers for them");
    }

    // --- what went wrong elsewhere when mentors left

    @Test
    void nothing_of_a_mentee_is_deleted_with_the_mentor() {
        retire();
        var before = Map.of(
                "rep", database.queryForList("select id from rep order by id"),
                "mentorship", database.queryForList("select id, mentee_id from mentorship order by id"));

        assertThatThrownBy(() -> mentors.deleteById("mateo")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> reps.deleteById("rumi")).isInstanceOf(RuntimeException.class);
        identities.deleteUser("mateo");

        assertThat(database.queryForList("select id from rep order by id")).isEqualTo(before.get("rep"));
        assertThat(database.queryForList("select id, mentee_id from mentorship order by id"))
                .isEqualTo(before.get("mentorship"))
                .hasSize(2);
        assertThat(reps.findById("rumi")).isPresent();
    }

    @Test
    void no_unrelated_edit_wipes_or_changes_who_guides_a_rep() {
        var rumi = reps.findById("rumi").orElseThrow();
        reps.save(rumi.describedAs(Set.of("es"), "America/Lima", Set.of("Coding"), "New goals", ""));
        mentors.save(mentors.findById("mateo").orElseThrow().withCapacity(0));
        mentorships.keepInTouch(mentorships.ofMentee("rumi").orElseThrow().id(), "Chat", "month");
        mentorships.extend(mentorships.ofMentee("rumi").orElseThrow().id());
        var user = identities.createUserQuery().userId("rumi").singleResult();
        user.setLastName("Renamed");
        identities.saveUser(user);

        assertThat(mentorships.ofMentee("rumi").orElseThrow().mentorId()).isEqualTo("mateo");
        assertThat(mentorships.openAssignments()).isEmpty();
    }

    @Test
    void reps_whose_mentor_has_left_are_open_assignments_even_when_their_mentorship_was_never_ended() {
        givenRep("ruth");
        mentorships.begin("ruth", "maya");
        mentors.save(mentors.findById("mateo").orElseThrow().resigned());
        assertThat(mentorships.openAssignments()).containsExactly("rana", "rumi");

        mentors.save(mentors.findById("mateo").orElseThrow().becoming(Mentor.Status.ACTIVE));
        database.update("update mentorship set began_on = ?", today().minusDays(90));
        retire();
        assertThat(mentorships.openAssignments()).containsExactly("rana", "rumi");
        mentorships.begin("rumi", "maya");
        assertThat(mentorships.openAssignments()).containsExactly("rana");
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "onboarding closed");
        assertThat(mentorships.openAssignments()).containsExactly("rana");
    }

    @Test
    void reps_who_look_for_a_mentor_are_open_assignments_until_they_have_one() {
        givenRep("remy");
        assertThat(mentorships.openAssignments()).isEmpty();
        startAs("remy", "rep-onboarding", Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
        assertThat(mentorships.openAssignments()).containsExactly("remy");
        completeFor("remy", "Activity_OfferToMentor", "mateo", Map.of("mentorOffers", "no"));
        stopLooking("remy");
        assertThat(running("rep-onboarding")).isEmpty();
        assertThat(mentorships.openAssignments()).containsExactly("remy");
        mentorships.begin("remy", "maya");
        assertThat(mentorships.openAssignments()).isEmpty();
    }

    // --- people and what they do

    private void handIn() {
        startAs(
                "mateo",
                "mentor-resignation",
                Map.of(
                        "lastDay",
                        lastDay(),
                        "reason",
                        "I am tired, " + MARKER,
                        "messageToMentees",
                        "It was a joy to work with you.\n\nKeep asking."));
    }

    private void stepDownWhenAsked() {
        inactivity.report("mateo", "round");
        runJobs();
        complete("Activity_StillThere", "mateo", Map.of("stillThere", "step-down"));
        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorStepsDown");
    }

    private void recommendMaya() {
        complete("Activity_RecommendSuccessor", "mateo", Map.of("recommendFor", "all", "successorId", "maya"));
    }

    private static Map<String, Object> some(String successorId, String... menteeIds) {
        return Map.of("recommendFor", "some", "successorId", successorId, "forMentees", List.of(menteeIds));
    }

    private void accept() {
        complete("Activity_AcknowledgeResignation", "clara", ACCEPT);
    }

    private void retire() {
        handIn();
        complete("Activity_RecommendSuccessor", "mateo", NOBODY);
        accept();
        fire("Event_LastDayCome");
        complete("Activity_PlaceRemaining", "clara", LEAVE);
        fire("Event_LastDayOver");
    }

    private void stopLooking(String menteeId) {
        completeFor(menteeId, "Activity_OfferToMentor", "maya", Map.of("mentorOffers", "no"));
        completeFor(
                menteeId,
                "Activity_AskMentor",
                "clara",
                Map.of("contactDecision", "stop", "stopReason", "Nobody at the moment"));
    }

    private void keepLooking(int weeks) {
        complete("Activity_PlaceRemaining", "clara", Map.of("placementDecision", "wait", "placementWeeks", weeks));
    }

    private void claim(String activity, String userId) {
        as(userId, () -> tasks.claim(task(activity).getId(), userId));
    }

    private String givenRepAndReturn(String repId, String value) {
        givenRep(repId);
        return value;
    }

    private void beginAnew() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .listPage(0, 1000)
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "next round"));
        for (var table : List.of("change_told", "change_decision", "change_request", "recommendation", "resignation")) {
            database.update("delete from " + table);
        }
        database.update("update mentor set resigning_on = null");
    }

    private static boolean succeeds(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Again, as the engine tries a job again, when somebody else was quicker. */
    private static boolean tried(Runnable action) {
        return IntStream.range(0, 5).anyMatch(attempt -> succeeds(action));
    }

    // --- what can be seen

    private String definition(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String id() {
        return database.queryForObject("select id from resignation", String.class);
    }

    private void assertStays() {
        assertThat(endOf("mentor-resignation")).contains("Event_ResignationWithdrawn");
        assertThat(running("mentor-resignation")).isEmpty();
        assertThat(mailsTo("mateo")).contains("You stay a mentor");
        assertThat(mailsTo("clara")).contains("Mateo Sample stays a mentor");
        assertThat(mailsTo("rumi")).isEmpty();
        assertThat(mentorships.menteesOf("mateo")).containsExactlyInAnyOrder("rumi", "rana");
        assertThat(mentors.findById("mateo").orElseThrow().takesMenteesOn(today()))
                .isTrue();
    }

    private void assertHandInRefused(String lastDay, String reason) {
        assertThatThrownBy(() -> startAs("mateo", "mentor-resignation", Map.of("lastDay", lastDay)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(reason);
        assertThat(running("mentor-resignation")).isEmpty();
    }

    private void assertRecommendationRefused(Map<String, Object> answer, String reason) {
        assertThatThrownBy(() -> complete("Activity_RecommendSuccessor", "mateo", answer))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }

    private static String lastDay() {
        return today().plusDays(30).toString();
    }

    private static String dayName(String day) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", java.util.Locale.ENGLISH)
                .format(LocalDate.parse(day));
    }
}
