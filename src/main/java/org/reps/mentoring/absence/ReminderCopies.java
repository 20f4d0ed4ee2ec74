package org.reps.mentoring.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.reps.mentoring.engine.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.notice.Told;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever covers for a mentor who is away gets a copy of what the mentor is reminded of. Only what is about their
 * mentees: reminders of feedback or concerns are nobody else's.
 */
@Component
class ReminderCopies {

    private static final Set<String> ABOUT_MENTEES = Set.of("check-in-reminder", "orientation-call-reminder");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private final Mentors mentors;
    private final People people;
    private final Notices notices;
    private final Clock clock;

    ReminderCopies(Mentors mentors, People people, Notices notices, Clock clock) {
        this.mentors = mentors;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void told(Told told) {
        if (ABOUT_MENTEES.contains(told.notice())) {
            mentors.findById(told.recipientId())
                    .filter(mentor -> mentor.isAwayOn(LocalDate.now(clock)))
                    .ifPresent(mentor -> tellCover(mentor, told));
        }
    }

    private void tellCover(Mentor mentor, Told told) {
        if (mentor.cover() != null && mentor.awayUntil() != null) {
            var values = Map.of(
                    "mentor", people.name(mentor.id()),
                    "until", DAY.format(mentor.awayUntil()),
                    "subject", told.subject());
            notices.tell(mentor.cover(), "reminder-copy", told.mailId(), values);
        }
    }
}
