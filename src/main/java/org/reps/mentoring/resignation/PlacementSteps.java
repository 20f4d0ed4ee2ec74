package org.reps.mentoring.resignation;

import java.util.List;
import org.reps.mentoring.matching.MentorMatchingSteps;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/mentor-resignation.bpmn} asks about the mentees who need another mentor. */
@Component("placement")
@Transactional
public class PlacementSteps {

    private final Resignations resignations;
    private final Mentorships mentorships;
    private final MentorMatchingSteps matching;

    PlacementSteps(Resignations resignations, Mentorships mentorships, MentorMatchingSteps matching) {
        this.resignations = resignations;
        this.mentorships = mentorships;
        this.matching = matching;
    }

    /** The mentees who have no other mentor yet. Where a change is under way already, another one joins it and ends. */
    public List<String> left(String resignationId) {
        return mentorships.menteesOf(resignations.get(resignationId).mentorId());
    }

    /** Whether a mentee of this mentor has no other mentor yet. */
    public boolean isAnybodyLeft(String resignationId) {
        return !left(resignationId).isEmpty();
    }

    /**
     * Ends the mentorships that are left: these reps are open assignments from this moment on. They and the contacts
     * are told; the searches for them end with the mentorships.
     */
    public void leaveOpen(String resignationId) {
        leaveMenteesOpen(resignations.get(resignationId).mentorId());
    }

    void leaveMenteesOpen(String mentorId) {
        for (var mentorship : mentorships.ofMentor(mentorId)) {
            if (mentorship.isRunning()) {
                mentorships.end(mentorship.id(), Mentorships.MENTOR_GONE);
                matching.tellNobodyFound(mentorship.menteeId());
            }
        }
    }
}
