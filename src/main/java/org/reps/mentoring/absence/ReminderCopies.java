package org.reps.mentoring.absence;

import java.util.Map;
import java.util.Set;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.notice.ReminderWithheld;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever covers for a mentor who is away is told what the mentor would have been reminded of. Only what is about their
 * mentees: reminders of feedback or concerns are nobody else's.
 */
@Component
class ReminderCopies {

    private static final Set<String> ABOUT_MENTEES = Set.of("check-in-reminder", "orientation-call-reminder");

    private final Mentors mentors;
    private final People people;
    private final Notices notices;

    ReminderCopies(Mentors mentors, People people, Notices notices) {
        this.mentors = mentors;
        this.people = people;
        this.notices = notices;
    }

    @EventListener
    void withheld(ReminderWithheld reminder) {
        if (ABOUT_MENTEES.contains(reminder.notice())) {
            mentors.findById(reminder.mentorId()).ifPresent(mentor -> tellCover(mentor, reminder));
        }
    }

    private void tellCover(Mentor mentor, ReminderWithheld reminder) {
        if (mentor.cover() != null && mentor.awayUntil() != null) {
            var subject = notices.subject(mentor.cover(), reminder.notice(), reminder.values());
            var values = Map.of("mentor", people.name(mentor.id()), "until", mentor.awayUntil(), "subject", subject);
            notices.tell(mentor.cover(), "reminder-copy", reminder.notice() + ":" + reminder.subjectId(), values);
        }
    }
}
