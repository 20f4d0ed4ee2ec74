package org.reps.mentoring.absence;

import org.reps.mentoring.mentor.Mentor;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Whoever lets a mentor go, for whatever reason: the absences they have a part in learn of it in the transaction. */
@Component
class Departures {

    private final MentorAbsenceSteps absences;

    Departures(MentorAbsenceSteps absences) {
        this.absences = absences;
    }

    @EventListener
    void saved(AfterSaveEvent<Mentor> event) {
        var mentor = event.getEntity();
        if (!mentor.isServing()) {
            absences.gone(mentor.id());
        }
    }
}
