package org.reps.mentoring.absence;

import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.springframework.beans.factory.annotation.Autowired;

/** Mateo, who guides Rumi and Rana, is away; Maya and Mei could cover. */
abstract class MateoIsAwayTest extends ProgrammeTest {

    final ActingMentor mateo = programme.mentor("mateo");
    final ActingMentor maya = programme.mentor("maya");
    final ActingMentor mei = programme.mentor("mei");
    final ActingCouncilMember clara = programme.council("clara");

    @Autowired
    MentorAbsenceSteps absences;

    @Autowired
    MentorInactivitySteps inactivity;

    @BeforeEach
    void a_mentor_with_two_mentees() {
        givenMateoWithTwoMentees();
        givenMentor("maya", 5);
        givenMentor("mei", 5);
    }

    /** Mateo announces an absence, in days from today. */
    void announce(int from, int until) {
        mateo.takesTimeOff(today().plusDays(from), today().plusDays(until));
    }

    /** The engine has not gone on yet when this comes back. */
    void startWithoutJobs(String userId, Map<String, Object> answers) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("mentor-absence")
                .latestVersion()
                .singleResult()
                .getId();
        as(userId, () -> forms.submitStartForm(definition, answers));
    }

    static Map<String, Object> days(int from, int until) {
        return days(today().plusDays(from), today().plusDays(until));
    }

    static Map<String, Object> days(LocalDate from, LocalDate until) {
        return Map.of("awayFrom", from.toString(), "awayUntil", until.toString());
    }

    static Callable<Boolean> succeeds(Runnable action) {
        return () -> {
            try {
                action.run();
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
    }

    // --- what can be seen

    Mentor mentor(String id) {
        return mentors.findById(id).orElseThrow();
    }

    /** Whom the running cases of this process are about. */
    List<String> cases(String process) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).listPage(0, 1000).stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
    }

    List<String> states() {
        return database.queryForList("select state from absence", String.class);
    }
}
