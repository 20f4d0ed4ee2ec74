package org.reps.mentoring.mentorchange;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Starts {@code bpmn/mentor-change.bpmn}, and reaches the cases that a change of mentor touches. */
@Component
class MentorChangeProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DecisionService decisions;

    MentorChangeProcess(RuntimeService runtime, TaskService tasks, DecisionService decisions) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.decisions = decisions;
    }

    /** @param recommendedMentorId may be empty */
    void start(String menteeId, String source, String recommendedMentorId) {
        runtime.startProcessInstanceByKey(
                "mentor-change",
                menteeId,
                Map.of("menteeId", menteeId, "source", source, "recommendedMentorId", recommendedMentorId));
    }

    /** Whether {@code bpmn/mentor-change-route.dmn} says that nobody has to decide. */
    boolean isDirect(String source, String wishedRoute, int monthsLeft, String mentorStatus) {
        return "direct"
                .equals(decisions
                        .evaluateDecisionTableByKey(
                                "mentor-change-route",
                                Map.of(
                                        "source", source,
                                        "wishedRoute", wishedRoute,
                                        "monthsLeft", monthsLeft,
                                        "mentorStatus", mentorStatus))
                        .getSingleEntry());
    }

    /** Ends the deciding in the open case of this mentee; one that decides nothing at the moment goes on as it does. */
    void nothingLeftToDecide(String menteeId) {
        runtime.createMessageCorrelation("mentor-change-needed")
                .processInstanceBusinessKey(menteeId)
                .correlateAll();
    }

    /**
     * Closes the open case of this mentee wherever it stands.
     *
     * @return whether there was one
     */
    boolean nothingLeftToChange(String menteeId) {
        return !runtime.createMessageCorrelation("mentorship-over")
                .processInstanceBusinessKey(menteeId)
                .correlateAllWithResult()
                .isEmpty();
    }

    /** Lets the orientation of a rep go on with their new mentor, and gives them the tasks of the one before. */
    void continueOrientation(String menteeId, String oldMentorId, String newMentorId, String newMentorshipId) {
        var orientations = runtime.createProcessInstanceQuery()
                .processDefinitionKey("rep-onboarding")
                .processInstanceBusinessKey(menteeId)
                .list();
        for (var orientation : orientations) {
            runtime.setVariable(orientation.getId(), "mentorshipId", newMentorshipId);
            tasks.createTaskQuery()
                    .processInstanceId(orientation.getId())
                    .taskAssignee(oldMentorId)
                    .list()
                    .forEach(task -> tasks.setAssignee(task.getId(), newMentorId));
        }
    }
}
