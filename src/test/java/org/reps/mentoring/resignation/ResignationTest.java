package org.reps.mentoring.resignation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.reps.mentoring.ProgrammeTest;

/** Several mentees are placed at the same time, so tasks are found by whom they are about. */
abstract class ResignationTest extends ProgrammeTest {

    void completeFor(String menteeId, String activity, String userId, Map<String, Object> answers) {
        var task = taskFor(menteeId, activity);
        if (task.getAssignee() == null) {
            assertThat(candidates(task)).contains(userId);
            as(userId, () -> tasks.claim(task.getId(), userId));
        } else {
            assertThat(task.getAssignee()).isEqualTo(userId);
        }
        as(userId, () -> forms.submitTaskForm(task.getId(), answers));
        runJobs();
    }

    Task taskFor(String menteeId, String activity) {
        var task = tasks.createTaskQuery()
                .taskDefinitionKey(activity)
                .processInstanceBusinessKey(menteeId)
                .singleResult();
        assertThat(task)
                .as(activity + " for " + menteeId + ", among " + openTasksFor(menteeId))
                .isNotNull();
        return task;
    }

    Set<String> openTasksFor(String menteeId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(menteeId).listPage(0, 1000).stream()
                .map(Task::getTaskDefinitionKey)
                .collect(toSet());
    }

    /** The changes of mentor under the resignation, by their business keys. */
    Map<String, ProcessInstance> children() {
        var parents = running("mentor-resignation");
        return parents.isEmpty()
                ? Map.of()
                : runtime
                        .createProcessInstanceQuery()
                        .superProcessInstanceId(parents.get(0).getId())
                        .listPage(0, 1000)
                        .stream()
                        .collect(toMap(ProcessInstance::getBusinessKey, child -> child));
    }

    List<ProcessInstance> running(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .listPage(0, 1000);
    }

    String bodyOf(String notice, String userId) {
        return database.queryForObject(
                "select text from mail where notice = ? and recipient_id = ?", String.class, notice, userId);
    }

    /** The mentor, whether asked or not, says yes, and so does the mentee. */
    void goTo(String menteeId, String mentorId) {
        var mentor = programme.mentor(mentorId);
        if (openTasksFor(menteeId).contains("Activity_OfferToMentor")) {
            mentor.offersToMentor(menteeId);
        } else {
            mentor.agreesToMentor(menteeId);
        }
        programme.rep(menteeId).acceptsTheProposedMentor();
        assertThat(mentorships.ofMentee(menteeId).orElseThrow().mentorId()).isEqualTo(mentorId);
    }
}
