package org.reps.mentoring.training;

import java.time.LocalDate;
import java.util.Map;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long a rep is in the programme before they take the training, unless a contact waives it. */
@Component("prerequisite")
@Transactional
public class PrerequisiteSteps {

    private final Trainings trainings;
    private final Reps reps;
    private final Notices notices;
    private final Days days;
    private final MentoringRules rules;

    PrerequisiteSteps(Trainings trainings, Reps reps, Notices notices, Days days, MentoringRules rules) {
        this.trainings = trainings;
        this.reps = reps;
        this.notices = notices;
        this.days = days;
        this.rules = rules;
    }

    /** Whether the rep has been in the programme for long enough. */
    @Transactional(readOnly = true)
    public boolean isMet(String trainingId) {
        var repId = trainings.get(trainingId).repId();
        return !metOn(repId).isAfter(days.todayOf(repId));
    }

    /** Tells the rep when it will be met. */
    public void tellNotYet(String trainingId) {
        var repId = trainings.get(trainingId).repId();
        notices.tell(repId, "training-not-yet", trainingId, Map.of("until", metOn(repId)));
    }

    /** From which day on the rep has been in the programme for long enough. */
    LocalDate metOn(String repId) {
        return reps.findById(repId).orElseThrow().joinedOn().plus(rules.trainingPrerequisite());
    }
}
