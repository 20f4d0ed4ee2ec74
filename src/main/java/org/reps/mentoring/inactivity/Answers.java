package org.reps.mentoring.inactivity;

import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.cases.TaskAnswered;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever completes a task is there: that is noted for mentors, and nobody goes on asking them, or who is away. */
@Component
@Transactional
class Answers {

    /** The question itself; its diagram goes on with what was answered. */
    private static final String ARE_YOU_STILL_THERE = "Activity_StillThere";

    private final Mentors mentors;
    private final Inactivities inactivities;
    private final MentorInactivityProcess asking;
    private final Days days;

    Answers(Mentors mentors, Inactivities inactivities, MentorInactivityProcess asking, Days days) {
        this.mentors = mentors;
        this.inactivities = inactivities;
        this.asking = asking;
        this.days = days;
    }

    @EventListener
    void answered(TaskAnswered task) {
        mentors.noteAnswer(task.userId(), days.todayOf(task.userId()));
        if (!task.activity().equals(ARE_YOU_STILL_THERE) && inactivities.existsByOpenMentor(task.userId())) {
            asking.answered(task.userId());
        }
    }

    /** Of a mentor who is away it is known why they do not answer. */
    @EventListener
    void saved(AfterSaveEvent<Mentor> event) {
        var mentor = event.getEntity();
        if (mentor.isAwayAt(days.now()) && inactivities.existsByOpenMentor(mentor.id())) {
            asking.answered(mentor.id());
        }
    }
}
