package org.reps.mentoring.resignation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.People;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.springframework.stereotype.Component;

/** What a mentor who leaves hands back, and what they are thanked for. */
@Component
class Farewell {

    private final Mentors mentors;
    private final Mentorships mentorships;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final Clock clock;

    Farewell(Mentors mentors, Mentorships mentorships, Council council, People people, Notices notices, Clock clock) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    /** Nobody is covered by this mentor any more; who is away now or later is told, and so are the contacts. */
    void endCovering(Resignation resignation) {
        var today = LocalDate.now(clock);
        for (var away : mentors.findByCover(resignation.mentorId())) {
            mentors.save(away.withoutCover());
            if (away.awayFrom() == null
                    || (away.awayUntil() != null && away.awayUntil().isBefore(today))) {
                continue;
            }
            var about = Map.of("mentor", people.firstName(away.id()), "cover", people.name(resignation.mentorId()));
            notices.tell(away.id(), "cover-steps-down-mentor", resignation.id(), about);
            for (var contact : council.contacts()) {
                if (!contact.equals(resignation.mentorId())) {
                    notices.tell(contact, "cover-steps-down-contact", away.id(), about);
                }
            }
        }
    }

    /** Thanks the mentor, and tells the council, with the same figures (SOP: recognition). */
    void thank(Resignation resignation) {
        var today = LocalDate.now(clock);
        var all = mentorships.ofMentor(resignation.mentorId());
        var since = all.stream().map(Mentorship::beganOn).findFirst().orElse(today);
        var years = Period.between(since, today).getYears();
        var did = Map.of(
                "mentor",
                people.name(resignation.mentorId()),
                "years",
                years == 0 ? "less than one" : String.valueOf(years),
                "mentees",
                all.stream().map(Mentorship::menteeId).distinct().count(),
                "extended",
                all.stream().mapToInt(Mentorship::extended).sum());
        notices.tell(resignation.mentorId(), "mentor-retired-mentor", resignation.id(), did);
        for (var member : council.impartialMembers(resignation.mentorId())) {
            notices.tell(member, "mentor-retired-council", resignation.id(), did);
        }
    }
}
