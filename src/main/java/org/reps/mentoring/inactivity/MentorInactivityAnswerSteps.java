package org.reps.mentoring.inactivity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.absence.MentorAbsenceSteps;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.toomuch.TooMuchSteps;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a silent mentor answers when {@code bpmn/mentor-inactivity.bpmn} asks whether they are still there. */
@Component("inactivityAnswer")
@Transactional
public class MentorInactivityAnswerSteps {

    private final MentorAbsenceSteps absences;
    private final TooMuchSteps tooMuch;

    MentorInactivityAnswerSteps(MentorAbsenceSteps absences, TooMuchSteps tooMuch) {
        this.absences = absences;
        this.tooMuch = tooMuch;
    }

    /**
     * Checks what the mentor answered and keeps how many mentees they want to have.
     *
     * @param stillThere {@code yes}, {@code too-much}, {@code away} or {@code step-down}
     * @param newCapacity the largest number of mentees from now on, if it is too much
     * @param handOver user ids of mentees who are to get another mentor
     * @param awayUntil last day of an absence, ISO text or empty
     * @return the mentees who are to get another mentor
     */
    public List<String> note(
            String mentorId,
            String stillThere,
            int newCapacity,
            @Nullable Collection<String> handOver,
            String awayUntil) {
        switch (stillThere) {
            case "too-much" -> {
                return tooMuch.less(mentorId, newCapacity, handOver);
            }
            case "away" -> absences.check(mentorId, LocalDate.parse(awayUntil));
            case "yes", "step-down" -> {}
            default -> throw Choice.unknown(stillThere);
        }
        // A class that can be read back: the engine stores its name with the variable.
        return new ArrayList<>();
    }
}
