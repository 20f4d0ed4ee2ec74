package org.reps.mentoring.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator can delete a case that went wrong, and the people in it can begin anew. */
class DeletedCasesTest extends ProgrammeTest {

    @Autowired
    YearlyCheckInSteps checkIns;

    @BeforeEach
    void programme() {
        givenMentor("mateo", 5);
        givenMentor("maya", 5);
        givenRep("rumi");
        givenRep("ravi");
        givenContact("clara");
        mentorships.begin("ravi", "mateo");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_rep_looks_for_a_mentor_again(boolean withoutListeners) {
        var wishes = Map.<String, Object>of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC");
        startAs("rumi", "rep-onboarding", wishes);
        delete("rep-onboarding", withoutListeners);

        startAs("rumi", "rep-onboarding", wishes);
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_OfferToMentor", "Activity_TakeBackSearch");
    }

    @Test
    void a_rep_asks_for_another_mentor_again() {
        var wish = Map.<String, Object>of("wishedRoute", "council", "category", "fit");
        startAs("ravi", "mentor-change", wish);
        delete("mentor-change", true);

        startAs("ravi", "mentor-change", wish);
        assertThat(openTasks()).containsExactly("Activity_NameMentor");
        assertThat(mentorships.ofMentee("ravi")).isPresent();
    }

    @Test
    void a_silent_mentor_is_reported_again_and_a_rep_who_waited_for_the_answer_goes_on() {
        startAs("ravi", "mentor-change", Map.of("wishedRoute", "silent", "category", "time"));
        complete("Activity_NameMentor", "ravi", Map.of("nextMentor", "nobody"));
        assertThat(openTasks()).contains("Activity_StillThere");
        delete("mentor-inactivity", true);
        runJobs();

        assertThat(openTasks()).contains("Activity_SayHowToGoOn");
        startAs("clara", "mentor-inactivity", Map.of("silentMentor", "mateo"));
        assertThat(openTasks()).contains("Activity_StillThere");
    }

    @Test
    void a_rep_applies_for_the_training_again() {
        var wish = Map.<String, Object>of(
                "wayIn", "self", "motivation", "To help", "languages", List.of("en"), "skills", List.of("Coaching"));
        startAs("rumi", "coaching-training", wish);
        delete("coaching-training", true);

        startAs("rumi", "coaching-training", wish);
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
    }

    @Test
    void a_mentor_resigns_again_and_takes_mentees_until_then() {
        var resignation = Map.<String, Object>of("lastDay", today().plusDays(30).toString());
        startAs("mateo", "mentor-resignation", resignation);
        complete(
                "Activity_RecommendSuccessor",
                "mateo",
                Map.of("recommendFor", "nobody", "whyNobody", "Nobody is free"));
        complete("Activity_AcknowledgeResignation", "clara", Map.of("acknowledgement", "accept"));
        assertThat(mentors.findById("mateo").orElseThrow().takesMenteesOn(today()))
                .isFalse();
        delete("mentor-resignation", true);

        assertThat(mentors.findById("mateo").orElseThrow().takesMenteesOn(today()))
                .isTrue();
        assertThat(mentorships.ofMentee("ravi")).isPresent();
        startAs("mateo", "mentor-resignation", resignation);
        assertThat(openTasks()).contains("Activity_RecommendSuccessor");
    }

    @Test
    void a_mentor_is_there_again_and_may_announce_another_absence() {
        var days = Map.<String, Object>of(
                "awayFrom", today().toString(), "awayUntil", today().plusDays(5).toString());
        startAs("mateo", "mentor-absence", days);
        delete("mentor-absence", true);

        assertThat(mentors.findById("mateo").orElseThrow().isActiveOn(today())).isTrue();
        startAs("mateo", "mentor-absence", days);
        assertThat(openTasks()).contains("Activity_BackEarly");
    }

    @Test
    void a_check_in_comes_again_in_the_next_year_and_not_tomorrow() {
        later(Period.ofDays(340));
        assertThat(checkIns.startDue()).isOne();
        runJobs();
        delete("yearly-check-in", true);

        assertThat(checkIns.startDue()).isZero();
        later(Period.ofYears(1));
        assertThat(checkIns.startDue()).isOne();
        assertThat(database.queryForList("select due_on from check_in order by due_on", LocalDate.class))
                .hasSize(2);
    }

    @Test
    void the_same_news_is_told_anew() {
        var news = Map.<String, Object>of(
                "newsTitle",
                "The meetup is in Lima",
                "newsText",
                "Come and see us.",
                "passOnUntil",
                today().plusDays(5).toString());
        startAs("clara", "programme-update", news);
        delete("programme-update", true);

        startAs("clara", "programme-update", news);
        assertThat(openTasks()).contains("Activity_PassOn");
    }

    // --- a step after a task has failed, so the case waits between the two

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_case_that_waits_behind_a_task_with_a_timer_comes_to_an_end(boolean withoutListeners) {
        programme.mentor("mateo").nominates("rumi");
        answerWithoutGoingOn("Activity_AnswerNomination", "rumi", Map.of("wouldLike", "no"));
        delete("coaching-training", withoutListeners);

        assertEnded("coaching-training");
        programme.mentor("mateo").nominates("rumi");
        assertThat(openTasks()).containsExactly("Activity_AnswerNomination");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_case_that_waits_behind_a_task_of_two_in_the_midst_of_it_comes_to_an_end(boolean withoutListeners) {
        later(Period.ofDays(340));
        assertThat(checkIns.startDue()).isOne();
        runJobs();
        programme.mentor("mateo").arrangesTheYearlyMeetingWith("ravi", today().plusDays(6));
        answerWithoutGoingOn(
                "Activity_MoveMeeting",
                "mateo",
                Map.of(
                        "meetingOn", today().plusDays(7).toString(),
                        "meetingAt", "10:00",
                        "meetingPlace", "https://call.example.org/moved"));
        delete("yearly-check-in", withoutListeners);

        assertEnded("yearly-check-in");
        assertThat(checkIns.startDue()).isZero();
        assertThat(database.queryForList("select outcome from check_in", String.class))
                .containsExactly("DROPPED");
    }

    private void answerWithoutGoingOn(String activity, String userId, Map<String, Object> answers) {
        var theirs = tasks.createTaskQuery()
                .taskDefinitionKey(activity)
                .taskAssignee(userId)
                .singleResult();
        as(userId, () -> forms.submitTaskForm(theirs.getId(), answers));
        assertThat(openTasks()).isEmpty();
    }

    /** With it all that has happened in it: what has no end is kept for ever. */
    private void assertEnded(String process) {
        var ended = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .singleResult();
        assertThat(ended.getEndTime()).isNotNull();
        assertThat(ended.getRemovalTime()).isNotNull();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(ended.getId())
                        .unfinished()
                        .list())
                .isEmpty();
    }

    private void delete(String process, boolean withoutListeners) {
        var id = runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .singleResult()
                .getId();
        runtime.deleteProcessInstance(id, "started by mistake", withoutListeners);
    }
}
