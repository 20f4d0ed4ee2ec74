package org.reps.mentoring.inactivity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.absence.MentorAbsenceSteps;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a silent mentor answers when {@code bpmn/mentor-inactivity.bpmn} asks whether they are still there. */
@Component("inactivityAnswer")
@Transactional
public class MentorInactivityAnswerSteps {

    private final MentorAbsenceSteps absences;
    private final Mentors mentors;
    private final Mentorships mentorships;

    MentorInactivityAnswerSteps(MentorAbsenceSteps absences, Mentors mentors, Mentorships mentorships) {
        this.absences = absences;
        this.mentors = mentors;
        this.mentorships = mentorships;
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
        var mentor = mentors.lock(mentorId);
        switch (stillThere) {
            case "too-much" -> {
                if (newCapacity > mentor.capacity()) {
                    throw new Refusal("How many mentees: this is more than the " + mentor.capacity()
                            + " of now; please give a smaller number.");
                }
                if (newCapacity == mentor.capacity() && (handOver == null || handOver.isEmpty())) {
                    throw new Refusal("Please say what would help you: a smaller number of mentees,"
                            + " or whom somebody else should guide.");
                }
                mentors.save(mentor.withCapacity(newCapacity));
            }
            case "away" -> absences.check(mentorId, LocalDate.parse(awayUntil));
            case "yes", "step-down" -> {}
            default -> throw Choice.unknown(stillThere);
        }
        // A class that can be read back: the engine stores its name with the variable.
        return handOver == null ? new ArrayList<>() : new ArrayList<>(handOver);
    }

    /** Those of the chosen mentees whom the mentor still guides. */
    public List<String> handedOver(String mentorId, Collection<String> handOver) {
        return mentorships.menteesOf(mentorId).stream()
                .filter(handOver::contains)
                .toList();
    }
}
