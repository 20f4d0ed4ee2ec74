package org.reps.mentoring.inactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.engine.Option;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody waits for a silent mentor. Mateo guides Rumi and Rana. */
class MentorInactivityProcessTest extends ProgrammeTest {

    private static final Map<String, Object> STILL_THERE = Map.of("stillThere", "yes");
    private static final Map<String, Object> INACTIVE = Map.of("silenceDecision", "inactive");

    @Autowired
    MentorInactivitySteps inactivity;

    @BeforeEach
    void programme() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenRep("rana");
        mentorships.begin("rumi", "mateo");
        mentorships.begin("rana", "mateo");
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
    }

    // --- somebody notices

    @Test
    void a_mentor_who_is_there_says_so_and_that_is_all() {
        startAs("clara", "mentor-inactivity", Map.of("silentMentor", "Mateo"));
        assertThat(mailsTo("mateo")).containsExactly("Please do: Are you still there?");
        complete("Activity_StillThere", "mateo", STILL_THERE);

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorActive");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(handedOver()).isEmpty();
        assertThat(mentors.lastAnswer("mateo")).contains(today());
    }

    @Test
    void the_mentor_sees_what_was_noticed_but_not_by_whom() {
        inactivity.report("mateo", "rep");
        startAs("clara", "mentor-inactivity", Map.of("silentMentor", "mateo"));

        assertThat(shown("Activity_StillThere", "mateo")).containsOnlyKeys("stillThere", "noticed", "mentees");
        assertThat(shown("Activity_StillThere", "mateo").toString()).doesNotContain("clara", "Clara", "rep\"");
        as("rumi", () -> assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty());
        as(
                "rumi",
                () -> assertThat(runtime.createProcessInstanceQuery()
                                .processDefinitionKey("mentor-inactivity")
                                .listPage(0, 1000))
                        .isEmpty());
    }

    @Test
    void whoever_is_reported_again_is_not_asked_again() {
        inactivity.report("mateo", "rep");
        runJobs();
        inactivity.report("mateo", "check-in");
        startAs("clara", "mentor-inactivity", Map.of("silentMentor", "mateo"));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_ReportAdded");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("Activity_StillThere")
                        .count())
                .isEqualTo(1);
        fire("Event_GraceOver");
        assertThat(shown("Activity_ConfirmInactivity", "chidi"))
                .extractingByKey("evidence")
                .asString()
                .contains("\"reports\":3", "\"reportsByPeople\":3", "Rumi Sample");
    }

    @Test
    void two_reports_at_the_same_moment_become_one_case() throws Exception {
        for (var round = 0; round < 5; round++) {
            atOnce(IntStream.range(0, 8)
                    .mapToObj(i -> succeeds(() -> inactivity.report("mateo", "rep")))
                    .toList());
            assertThat(database.queryForObject("""
                            select count(*) from silence_report r join silence s on s.id = r.silence
                            where s.open_mentor = 'mateo'""", Integer.class)).isEqualTo(8);
            runJobs();
            complete("Activity_StillThere", "mateo", STILL_THERE);
        }

        assertThat(cases("mentor-inactivity")).hasSize(5);
    }

    @Test
    void a_mentor_who_is_away_inactive_or_gone_is_not_asked_and_whoever_waits_learns_it() {
        var mateo = mentors.findById("mateo").orElseThrow();
        var today = today();
        deployWaiting();

        mateo = mentors.save(mateo.away(today.minusDays(1), today.plusDays(1), null));
        assertRefused("mateo", "Mateo is away until " + today.plusDays(1) + "; please wait until then.");
        assertNotAsked("away");
        mateo = mentors.save(mateo.becoming(Mentor.Status.INACTIVE));
        assertRefused("mateo", "Mateo is not an active mentor any more.");
        assertNotAsked("inactive");
        mentors.save(mateo.becoming(Mentor.Status.RESIGNED));
        assertNotAsked("steps-down");
    }

    @Test
    void a_contact_is_told_why_somebody_cannot_be_asked() {
        givenMentor("maya", 3);
        givenMentor("chloe", 3);
        identities.createMembership("chloe", Group.CONTACTS.id());

        assertRefused("rumi", "There is no mentor with the user name \"rumi\".");
        assertRefused("maya", "Nobody is waiting for Maya: there is no mentee and no open task.");
        assertThatThrownBy(() -> startAs("chloe", "mentor-inactivity", Map.of("silentMentor", "chloe")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You cannot report yourself.");
        assertThatThrownBy(() -> startAs("clara", "mentor-inactivity", Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("User name of the mentor: please answer this.");
        assertThat(cases("mentor-inactivity")).isEmpty();
    }

    // --- the mentor answers

    @Test
    void a_mentor_for_whom_it_is_too_much_hands_over_whom_they_choose() {
        ask();
        complete(
                "Activity_StillThere",
                "mateo",
                Map.of("stillThere", "too-much", "newCapacity", 1, "handOver", asTasklistSends("[\"rana\"]")));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorActive");
        assertThat(handedOver()).containsExactly(Map.entry("rana", "inactivity"));
        assertThat(mentors.findById("mateo").orElseThrow().capacity()).isEqualTo(1);
    }

    /** Tasklist sends what was chosen under the type of the options, if these are a variable. */
    private static ObjectValue asTasklistSends(String chosen) {
        return Variables.serializedObjectValue(chosen)
                .serializationDataFormat("application/json")
                .objectTypeName("java.util.ArrayList<" + Option.class.getName() + ">")
                .create();
    }

    @Test
    void a_mentor_may_take_fewer_mentees_without_handing_anybody_over() {
        ask();
        complete("Activity_StillThere", "mateo", Map.of("stillThere", "too-much", "newCapacity", 2));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorActive");
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void what_does_not_help_is_refused_and_the_question_stays() {
        ask();

        assertAnswerRefused(
                Map.of("stillThere", "too-much", "newCapacity", 6),
                "How many mentees: this is more than the 5 of now; please give a smaller number.");
        assertAnswerRefused(
                Map.of("stillThere", "too-much", "newCapacity", 5),
                "Please say what would help you: a smaller number of mentees, or whom somebody else should guide.");
        assertAnswerRefused(
                Map.of("stillThere", "too-much"),
                "How many mentees would you like to have at most?: please answer this.");
        assertAnswerRefused(
                Map.of("stillThere", "too-much", "newCapacity", 1, "handOver", List.of("ravi")),
                "Who should get another mentor?: please choose one of the options.");
        assertAnswerRefused(
                Map.of(
                        "stillThere",
                        "away",
                        "awayUntil",
                        today().plusYears(1).plusDays(2).toString()),
                "Away until: this is more than a year ahead. If you need that long, please choose to step down;"
                        + " you are welcome back at any time.");
        assertAnswerRefused(
                Map.of("stillThere", "away", "awayUntil", today().minusDays(3).toString()),
                "Away until: please give a date that is not in the past.");
        assertThat(mentors.lastAnswer("mateo")).isEmpty();
        assertThat(mentors.findById("mateo").orElseThrow().capacity()).isEqualTo(5);
    }

    @Test
    void a_mentor_may_be_away_until_a_day_and_is_back_after_it() {
        var until = today().plusDays(20);
        ask();
        complete("Activity_StillThere", "mateo", Map.of("stillThere", "away", "awayUntil", until.toString()));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorAway");
        var mateo = mentors.findById("mateo").orElseThrow();
        assertThat(mateo.isAwayOn(today())).isTrue();
        assertThat(mateo.takesMenteesOn(until)).isFalse();
        assertThat(mateo.takesMenteesOn(until.plusDays(1))).isTrue();
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void a_mentor_who_steps_down_does_so_in_a_case_of_its_own() {
        ask();
        complete("Activity_StillThere", "mateo", Map.of("stillThere", "step-down"));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorStepsDown");
        assertThat(cases("mentor-resignation")).hasSize(1);
        assertThat(openTasks()).contains("Activity_SayLastDay").doesNotContain("Activity_StillThere");
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void an_answer_to_something_else_shows_that_the_mentor_is_there() {
        register("ruth", Group.REPS);
        startAs("ruth", "rep-onboarding", Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
        ask();
        fire("Event_GraceOver");
        complete("Activity_OfferToMentor", "mateo", Map.of("mentorOffers", "no"));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorActive");
        assertThat(openTasks()).doesNotContain("Activity_StillThere", "Activity_ConfirmInactivity");
    }

    // --- the mentor does not answer

    @Test
    void nobody_waits_for_a_mentor_who_stays_silent() {
        ask();
        fire("Event_ReminderDue");
        assertThat(mailsTo("mateo")).contains("Are you still there?");
        fire("Event_GraceOver");
        complete("Activity_ConfirmInactivity", "clara", INACTIVE);
        assertThat(mailsTo("mateo")).doesNotContain("We will look for other mentors for your mentees");
        complete("Activity_ConfirmInactivity", "carmen", INACTIVE);
        assertThat(mailsTo("mateo")).contains("We will look for other mentors for your mentees");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(handedOver()).isEmpty();
        fire("Event_AnnouncedTimeOver");

        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.INACTIVE);
        assertThat(handedOver())
                .containsExactlyInAnyOrder(Map.entry("rumi", "inactivity"), Map.entry("rana", "inactivity"));
        assertThat(mailsTo("mateo")).contains("Your mentees get other mentors", "Please do: Come back as a mentor");
        complete("Activity_ComeBack", "mateo", Map.of("comeBack", "yes"));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorBack");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
    }

    @Test
    void an_inactive_mentor_may_stay_so() {
        becomeInactive();
        complete("Activity_ComeBack", "mateo", Map.of("comeBack", "no"));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorInactive");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.INACTIVE);
    }

    @Test
    void after_a_month_nobody_asks_an_inactive_mentor_any_more() {
        becomeInactive();
        fire("Event_ComeBackTimeOver");

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorInactive");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.INACTIVE);
    }

    @Test
    void until_the_last_moment_an_answer_stops_it() {
        silentToTheAnnouncement();
        complete("Activity_StillThere", "mateo", STILL_THERE);

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorActive");
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void an_answer_that_is_not_yet_worked_on_when_the_time_is_over_counts() {
        silentToTheAnnouncement();
        as("mateo", () -> forms.submitTaskForm(task("Activity_StillThere").getId(), STILL_THERE));
        var answered = management.createJobQuery().messages().activityId("Activity_StillThere");
        assertThat(answered.count()).isEqualTo(1);
        management.executeJob(management
                .createJobQuery()
                .timers()
                .activityId("Event_AnnouncedTimeOver")
                .singleResult()
                .getId());
        management.executeJob(management
                .createJobQuery()
                .messages()
                .activityId("Activity_NoteInactive")
                .singleResult()
                .getId());
        runJobs();

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorActive");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
    }

    @Test
    void an_answer_and_the_end_of_the_time_at_the_same_moment_do_not_both_win() throws Exception {
        for (var round = 0; round < 8; round++) {
            silentToTheAnnouncement();
            var task = task("Activity_StillThere").getId();
            management.executeJob(management
                    .createJobQuery()
                    .timers()
                    .activityId("Event_AnnouncedTimeOver")
                    .singleResult()
                    .getId());
            var job = management
                    .createJobQuery()
                    .messages()
                    .activityId("Activity_NoteInactive")
                    .singleResult()
                    .getId();

            var won = atOnce(List.of(
                    succeeds(() -> as("mateo", () -> forms.submitTaskForm(task, STILL_THERE))),
                    succeeds(() -> management.executeJob(job))));
            runJobs();

            var status = mentors.findById("mateo").orElseThrow().status();
            if (won.get(0)) {
                assertThat(status).isEqualTo(Mentor.Status.ACTIVE);
                assertThat(handedOver()).isEmpty();
            } else {
                assertThat(won.get(1)).isTrue();
                assertThat(status).isEqualTo(Mentor.Status.INACTIVE);
                assertThat(handedOver()).hasSize(2);
            }
            begin_anew();
        }
    }

    // --- the council decides

    @Test
    void nobody_agrees_twice_and_nobody_decides_who_is_part_of_it() {
        identities.createMembership("rumi", Group.COUNCIL.id());
        identities.createMembership("mateo", Group.COUNCIL.id());
        givenMentor("maya", 5);
        identities.createMembership("maya", Group.COUNCIL.id());
        var yesterday = today().minusDays(1);
        mentors.save(mentors.findById("mateo").orElseThrow().away(yesterday, yesterday, "maya"));
        ask();
        fire("Event_GraceOver");
        assertThat(candidates(task("Activity_ConfirmInactivity")))
                .containsExactlyInAnyOrder("clara", "chidi", "carmen");
        complete("Activity_ConfirmInactivity", "clara", INACTIVE);

        assertThat(candidates(task("Activity_ConfirmInactivity"))).containsExactlyInAnyOrder("chidi", "carmen");
        assertDecisionRefused("clara", "You have agreed already; somebody else of the council has to decide now.");
        for (var involved : List.of("mateo", "rumi", "maya")) {
            assertDecisionRefused(involved, "You are part of this case; somebody else of the council has to decide.");
        }
    }

    @Test
    void where_too_few_are_impartial_nobody_is_waved_through() {
        identities.deleteMembership("carmen", Group.COUNCIL.id());
        identities.deleteMembership("chidi", Group.COUNCIL.id());
        ask();
        management.executeJob(management
                .createJobQuery()
                .timers()
                .activityId("Event_GraceOver")
                .singleResult()
                .getId());
        var job = management.createJobQuery().messages().activityId("Activity_FindMembers");

        assertThatThrownBy(() -> management.executeJob(job.singleResult().getId()))
                .hasRootCauseMessage("Not enough impartial people are in the council: 2 have to agree;"
                        + " somebody has to join it");
        management.setJobRetries(job.singleResult().getId(), 0);
        assertThat(runtime.createIncidentQuery()
                        .activityId("Activity_FindMembers")
                        .count())
                .isEqualTo(1);
        assertThat(openTasks()).contains("Activity_StillThere").doesNotContain("Activity_ConfirmInactivity");

        identities.createMembership("carmen", Group.COUNCIL.id());
        management.setJobRetries(job.singleResult().getId(), 1);
        runJobs();
        assertThat(candidates(task("Activity_ConfirmInactivity"))).containsExactlyInAnyOrder("clara", "carmen");
    }

    @Test
    void more_time_means_that_the_council_decides_anew() {
        ask();
        fire("Event_GraceOver");
        complete("Activity_ConfirmInactivity", "clara", INACTIVE);
        complete("Activity_ConfirmInactivity", "chidi", Map.of("silenceDecision", "more-time", "moreWeeks", 3));
        assertThat(openTasks()).containsExactly("Activity_StillThere");
        fire("Event_ExtraTimeOver");
        complete("Activity_ConfirmInactivity", "clara", INACTIVE);
        assertThat(openTasks()).contains("Activity_ConfirmInactivity");
        complete("Activity_ConfirmInactivity", "carmen", Map.of("silenceDecision", "active"));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorActive");
        assertThat(openTasks()).doesNotContain("Activity_StillThere");
        assertThat(handedOver()).isEmpty();
        assertThat(database.queryForList(
                        "select member_id || ' ' || answer from silence_decision order by round, member_id",
                        String.class))
                .containsExactly("chidi MORE_TIME", "clara INACTIVE", "carmen ACTIVE", "clara INACTIVE");
    }

    @Test
    void the_evidence_names_no_task_of_a_confidential_case() {
        startAs("mateo", "raise-concern", Map.of("category", "idea", "whatHappened", "Something private"));
        complete(
                "Activity_LookIntoConcern",
                "clara",
                Map.of("concernStep", "settle", "whatIDid", "Read it", "answerForReporter", "Thank you"));
        ask();
        fire("Event_GraceOver");
        later(Period.ofDays(30));

        var evidence = inactivity.evidence("mateo");
        assertThat(evidence.overdueTasks()).singleElement().satisfies(overdue -> {
            assertThat(overdue.name()).isEqualTo("Are you still there?");
            assertThat(overdue.due()).isEqualTo(today().plusDays(14).toString());
        });
    }

    // --- who waits for the end

    @Test
    void whoever_waits_for_the_end_learns_how_it_ended() {
        deployWaiting();
        runtime.startProcessInstanceByKey("waiting", Map.of("mentorId", "mateo"));
        runtime.startProcessInstanceByKey("waiting", Map.of("mentorId", "maya"));
        ask();
        complete("Activity_StillThere", "mateo", STILL_THERE);

        assertThat(tasks.getVariable(task("settled").getId(), "mentorId")).isEqualTo("mateo");
        assertThat(tasks.getVariable(task("settled").getId(), "inactivityOutcome"))
                .isEqualTo("active");
    }

    /** A process that waits for the end of a case, as a change of mentor does. */
    private void deployWaiting() {
        repository
                .createDeployment()
                .addModelInstance(
                        "waiting.bpmn",
                        Bpmn.createExecutableProcess("waiting")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .intermediateCatchEvent()
                                .message("mentor-inactivity-settled")
                                .userTask("settled")
                                .endEvent()
                                .done())
                .deploy();
    }

    private void assertNotAsked(String outcome) {
        runtime.startProcessInstanceByKey("waiting", Map.of("mentorId", "mateo"));
        inactivity.report("mateo", "rep");
        runJobs();

        assertThat(openTasks()).containsExactly("settled");
        assertThat(tasks.getVariable(task("settled").getId(), "inactivityOutcome"))
                .isEqualTo(outcome);
        assertThat(endOf("mentor-inactivity")).endsWith("Event_MentorNotAsked");
        tasks.complete(task("settled").getId());
    }

    private void ask() {
        inactivity.report("mateo", "round");
        runJobs();
        assertThat(openTasks()).contains("Activity_StillThere");
    }

    private void silentToTheAnnouncement() {
        ask();
        fire("Event_GraceOver");
        complete("Activity_ConfirmInactivity", "clara", INACTIVE);
        complete("Activity_ConfirmInactivity", "chidi", INACTIVE);
    }

    private void becomeInactive() {
        silentToTheAnnouncement();
        fire("Event_AnnouncedTimeOver");
    }

    private void begin_anew() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .listPage(0, 1000)
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "next round"));
        history.createHistoricProcessInstanceQuery()
                .listPage(0, 1000)
                .forEach(instance -> history.deleteHistoricProcessInstanceIfExists(instance.getId()));
        for (var table : List.of("change_told", "change_decision", "change_request")) {
            database.update("delete from " + table);
        }
        mentors.save(mentors.findById("mateo").orElseThrow().becoming(Mentor.Status.ACTIVE));
    }

    private static Callable<Boolean> succeeds(Runnable action) {
        return () -> {
            try {
                action.run();
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
    }

    private void assertRefused(String named, String reason) {
        assertThatThrownBy(() -> startAs("clara", "mentor-inactivity", Map.of("silentMentor", named)))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }

    private void assertAnswerRefused(Map<String, Object> answer, String reason) {
        assertThatThrownBy(() -> complete("Activity_StillThere", "mateo", answer))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }

    /** As if somebody had given them the task in Cockpit. */
    private void assertDecisionRefused(String memberId, String reason) {
        tasks.setAssignee(task("Activity_ConfirmInactivity").getId(), memberId);
        assertThatThrownBy(() -> complete("Activity_ConfirmInactivity", memberId, INACTIVE))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }

    private List<HistoricProcessInstance> cases(String process) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .listPage(0, 1000);
    }

    /** For which mentees another mentor is being looked for, and why. */
    private List<Map.Entry<String, Object>> handedOver() {
        var handedOver = new ArrayList<Map.Entry<String, Object>>();
        for (var instance : cases("mentor-change")) {
            var variables = new HashMap<String, Object>();
            history.createHistoricVariableInstanceQuery()
                    .processInstanceId(instance.getId())
                    .listPage(0, 1000)
                    .forEach(variable -> variables.putIfAbsent(variable.getName(), variable.getValue()));
            handedOver.add(Map.entry((String) variables.get("menteeId"), variables.get("source")));
        }
        return handedOver;
    }
}
