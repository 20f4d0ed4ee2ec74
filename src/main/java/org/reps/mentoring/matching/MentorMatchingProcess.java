package org.reps.mentoring.matching;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code bpmn/mentor-suggestion.dmn}. */
@Component
class MentorMatchingProcess {

    private final DecisionService decisions;

    MentorMatchingProcess(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** How much speaks for a mentor; more is better. */
    int points(int sharedLanguages, int sharedSkills, int hoursApart, int freePlaces) {
        Number points = decisions
                .evaluateDecisionTableByKey("mentor-suggestion")
                .variables(Variables.createVariables()
                        .putValue("sharedLanguages", sharedLanguages)
                        .putValue("sharedSkills", sharedSkills)
                        .putValue("hoursApart", hoursApart)
                        .putValue("freePlaces", freePlaces))
                .evaluate()
                .getSingleEntry();
        return points == null ? 0 : points.intValue();
    }
}
