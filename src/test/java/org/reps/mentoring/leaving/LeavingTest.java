package org.reps.mentoring.leaving;

import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.springframework.beans.factory.annotation.Autowired;

/** Mateo guides Rumi and Rana, Maya has free places. */
abstract class LeavingTest extends ProgrammeTest {

    /** Occurs nowhere but in what people write confidentially. */
    static final String MARKER = "archaeopteryx";

    final ActingMentor mateo = programme.mentor("mateo");
    final ActingMentor maya = programme.mentor("maya");
    final ActingCouncilMember clara = programme.council("clara");

    @Autowired
    KnownPeople known;

    @Autowired
    MissingPeople missing;

    @BeforeEach
    void a_mentor_with_two_mentees() {
        givenMateoWithTwoMentees();
        givenMentor("maya", 5);
    }

    static LocalDate lastDay() {
        return today().plusDays(10);
    }

    /** @param more further answers, by name */
    void leaves(String userId, LocalDate lastDay, String... more) {
        var answers = new HashMap<String, Object>(Map.of("lastDay", lastDay.toString()));
        for (var i = 0; i < more.length; i += 2) {
            answers.put(more[i], more[i + 1]);
        }
        startAs(userId, "leave-programme", answers);
    }

    void lastDayOver() {
        fire("Event_LeavingDayOver");
    }

    /** Takes the account away where nobody is asked. */
    void goneFromTheDatabase(String userId) {
        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = ?", userId);
        database.update("delete from ACT_ID_USER where ID_ = ?", userId);
    }

    void completeFor(String businessKey, String activity, String userId, Map<String, Object> answers) {
        var task = tasks.createTaskQuery()
                .taskDefinitionKey(activity)
                .processInstanceBusinessKey(businessKey)
                .singleResult();
        as(userId, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), userId);
            }
            forms.submitTaskForm(task.getId(), answers);
        });
        runJobs();
    }

    List<ProcessInstance> running(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .list();
    }

    String bodyOf(String notice, String userId) {
        return database.queryForObject(
                "select text from mail where notice = ? and recipient_id = ?", String.class, notice, userId);
    }

    boolean canLogIn(String userId) {
        return identities.checkPassword(userId, "mentoring-demo");
    }
}
