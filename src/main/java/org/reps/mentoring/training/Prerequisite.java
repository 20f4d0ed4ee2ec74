package org.reps.mentoring.training;

import java.time.LocalDate;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;

/** How long a rep is in the programme before they take the training, unless a contact waives it. */
@Component
class Prerequisite {

    private final Reps reps;
    private final MentoringRules rules;

    Prerequisite(Reps reps, MentoringRules rules) {
        this.reps = reps;
        this.rules = rules;
    }

    /** From which day on the rep has been in the programme for long enough. */
    LocalDate metOn(String repId) {
        return reps.findById(repId).orElseThrow().joinedOn().plus(rules.trainingPrerequisite());
    }
}
