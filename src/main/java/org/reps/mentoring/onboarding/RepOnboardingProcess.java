package org.reps.mentoring.onboarding;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells {@code bpmn/rep-onboarding.bpmn} that the rep it is about has no mentor any more, or what is done. */
@Component
class RepOnboardingProcess {

    /** The rep's own tasks of the search, each with a mentor who waits for what the rep says. */
    private static final Set<String> WAITING_FOR_REP =
            Set.of("Activity_MeetProposedMentor", "Activity_AnswerMentorQuestion");

    private final Onboardings onboardings;
    private final RuntimeService runtime;
    private final TaskService tasks;

    RepOnboardingProcess(Onboardings onboardings, RuntimeService runtime, TaskService tasks) {
        this.onboardings = onboardings;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** For whom of these reps the orientation call waits for their mentor; in one read, however many they are. */
    Set<String> callsAhead(Collection<String> menteeIds) {
        if (menteeIds.isEmpty()) {
            return Set.of();
        }
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("rep-onboarding")
                .activityIdIn("Activity_HoldOrientationCall")
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(menteeIds::contains)
                .collect(toSet());
    }

    /**
     * Whoever has a task of the search for this rep before them, but the rep; and the mentor who has offered, or is
     * waiting for an answer. User ids, each once.
     */
    Set<String> asked(String menteeId) {
        var open = tasks.createTaskQuery()
                .processDefinitionKey("mentor-matching")
                .processInstanceBusinessKey(menteeId)
                .list();
        return open.stream()
                .flatMap(task -> Stream.of(
                        task.getAssignee(),
                        WAITING_FOR_REP.contains(task.getTaskDefinitionKey())
                                ? runtime.getVariable(task.getExecutionId(), "mentorId")
                                : null))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(userId -> !userId.equals(menteeId))
                .collect(toCollection(TreeSet::new));
    }

    /** Call and first steps are over; whoever waits for that need not wait any longer. */
    void bothDone(String menteeId) {
        runtime.createMessageCorrelation("orientation-done")
                .processInstanceBusinessKey(menteeId)
                .correlateAll();
    }

    @EventListener
    void mentorshipEnded(MentorshipEnded ended) {
        // One that is not open any more has ended the mentorship itself.
        if (!ended.replaced() && onboardings.findByOpenRep(ended.menteeId()).isPresent()) {
            runtime.createMessageCorrelation("mentor-lost")
                    .processInstanceBusinessKey(ended.menteeId())
                    .correlateAll();
        }
    }
}
