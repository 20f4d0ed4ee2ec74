package org.reps.mentoring.resignation;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.reps.mentoring.absence.CoverSteps;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of those whom somebody guides who leaves the programme, or has left it without a word. */
@Component
@Transactional
public class LeavingMentors {

    private final Resignations resignations;
    private final MentorResignationProcess process;
    private final PlacementSteps placement;
    private final CoverSteps covering;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final People people;
    private final Notices notices;
    private final Days days;

    LeavingMentors(
            Resignations resignations,
            MentorResignationProcess process,
            PlacementSteps placement,
            CoverSteps covering,
            Mentors mentors,
            Mentorships mentorships,
            People people,
            Notices notices,
            Days days) {
        this.resignations = resignations;
        this.process = process;
        this.placement = placement;
        this.covering = covering;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.people = people;
        this.notices = notices;
        this.days = days;
    }

    /**
     * Whether this person is a mentor, and has not stepped down. They are locked until the transaction ends, so that
     * they do not step down between this question and what hangs on it.
     */
    public boolean isMentor(String userId) {
        return mentors.lockRow(userId)
                .filter(id -> !mentors.get(id).hasResigned())
                .isPresent();
    }

    /** Begins the resignation of somebody who leaves; one that is under way goes its own way. */
    public void stepDown(String mentorId, LocalDate lastDay, String message) {
        if (isMentor(mentorId) && !resignations.existsByOpenMentor(mentorId)) {
            var theirToday = days.todayOf(mentorId);
            var begun = resignations.save(Resignation.begin(mentorId, days.ofProgramme())
                    .saying(lastDay.isBefore(theirToday) ? theirToday : lastDay, "", message, theirToday));
            process.start(mentorId, begun.id());
        }
    }

    /**
     * Ends a resignation that no contact has accepted yet, as if it had not been handed in. One that is acknowledged
     * goes on: the mentees know of it.
     *
     * @return whether there was one
     */
    public boolean withdraw(String mentorId) {
        var open = resignations.findLockedByOpenMentor(mentorId).filter(found -> !found.isAcknowledged());
        open.ifPresent(found -> process.end(mentorId));
        return open.isPresent();
    }

    /**
     * Has other mentors looked for, for those whom somebody guides who is not there any more.
     *
     * @param contactId who has decided it
     * @param time how long they look, before a contact is asked what becomes of the others
     */
    public void place(String mentorId, String contactId, Period time) {
        if (!isMentor(mentorId)) {
            return;
        }
        withdraw(mentorId);
        if (resignations.existsByOpenMentor(mentorId)) {
            return;
        }
        var theirToday = days.todayOf(mentorId);
        var lastDay = theirToday.plus(time);
        var begun = resignations.save(Resignation.begin(mentorId, days.ofProgramme())
                .saying(lastDay, "", "", theirToday)
                .acknowledged(contactId, days.ofProgramme()));
        mentors.change(mentorId, mentor -> mentor.resigning(lastDay));
        for (var menteeId : mentorships.menteesOf(mentorId)) {
            notices.tell(menteeId, "mentor-has-left", begun.id(), Map.of("mentor", people.firstName(mentorId)));
        }
        process.startAcknowledged(mentorId, begun.id());
    }

    /** Nobody is guided by this person any more, from now on; whoever was is an open assignment. */
    public void endAll(String mentorId) {
        if (!isMentor(mentorId)) {
            return;
        }
        placement.leaveMenteesOpen(mentorId);
        mentors.change(mentorId, Mentor::resigned);
        process.end(mentorId);
        covering.end(mentorId);
        people.leave(Group.MENTORS, mentorId);
        process.over(mentorId, true);
    }
}
