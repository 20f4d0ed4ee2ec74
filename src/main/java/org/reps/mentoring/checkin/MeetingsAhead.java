package org.reps.mentoring.checkin;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.reps.mentoring.calendar.MeetingAhead;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Yearly meetings that are arranged and still to come. */
@Component
@Transactional(readOnly = true)
public class MeetingsAhead {

    private final CheckInTable table;
    private final Mentorships mentorships;
    private final People people;
    private final Clock clock;

    MeetingsAhead(CheckInTable table, Mentorships mentorships, People people, Clock clock) {
        this.table = table;
        this.mentorships = mentorships;
        this.people = people;
        this.clock = clock;
    }

    /** Those of these mentorships in which this one of the two meets the other, and nobody covers for the mentor. */
    public List<MeetingAhead> of(Collection<String> mentorshipIds, String readerId) {
        var ahead = mentorshipIds.isEmpty()
                ? List.<CheckIn>of()
                : table.findByMentorshipIdInAndOutcomeIsNull(mentorshipIds).stream()
                        .filter(checkIn -> checkIn.plan() == null && checkIn.isMeetingAhead(clock.instant()))
                        .toList();
        return ahead.isEmpty()
                ? List.of()
                : mentorships.withIds(ahead.stream().map(CheckIn::mentorshipId).toList()).stream()
                        .flatMap(pair -> ahead.stream()
                                .filter(checkIn -> checkIn.mentorshipId().equals(pair.id())
                                        && checkIn.hostId().equals(pair.mentorId()))
                                .map(checkIn -> ahead(checkIn, pair, readerId)))
                        .toList();
    }

    private MeetingAhead ahead(CheckIn checkIn, Mentorship pair, String readerId) {
        var meeting = checkIn.arrangedMeeting();
        var other = people.firstName(pair.otherThan(readerId));
        return new MeetingAhead(pair.id(), meeting.invitation(meeting.sequence(), other, false));
    }
}
