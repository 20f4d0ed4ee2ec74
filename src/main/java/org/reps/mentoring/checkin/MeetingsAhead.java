package org.reps.mentoring.checkin;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        if (ahead.isEmpty()) {
            return List.of();
        }
        var pairs =
                mentorships.withIds(ahead.stream().map(CheckIn::mentorshipId).toList());
        var called = people.firstNames(
                pairs.stream().map(pair -> pair.otherThan(readerId)).toList());
        return pairs.stream()
                .flatMap(pair -> ahead.stream()
                        .filter(checkIn -> checkIn.mentorshipId().equals(pair.id())
                                && checkIn.hostId().equals(pair.mentorId()))
                        .map(checkIn ->
                                ahead(checkIn, pair, Objects.requireNonNull(called.get(pair.otherThan(readerId))))))
                .toList();
    }

    /** Those of these mentorships in which a yearly check-in is under way, whether a meeting is arranged or not. */
    public Set<String> underWay(Collection<String> mentorshipIds) {
        return mentorshipIds.isEmpty()
                ? Set.of()
                : table.findByMentorshipIdInAndOutcomeIsNull(mentorshipIds).stream()
                        .map(CheckIn::mentorshipId)
                        .collect(toSet());
    }

    private static MeetingAhead ahead(CheckIn checkIn, Mentorship pair, String other) {
        var meeting = checkIn.arrangedMeeting();
        return new MeetingAhead(pair.id(), meeting.invitation(meeting.sequence(), other, false));
    }
}
