package org.reps.mentoring.resignation;

import java.time.Period;
import java.util.Map;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.springframework.stereotype.Component;

/** What a mentor who leaves is thanked for. */
@Component
class Farewell {

    private final Mentorships mentorships;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final Days days;

    Farewell(Mentorships mentorships, Council council, People people, Notices notices, Days days) {
        this.mentorships = mentorships;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.days = days;
    }

    /** Thanks the mentor, and tells the council, with the same figures (SOP: recognition). */
    void thank(Resignation resignation) {
        var today = days.ofProgramme();
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
