package org.reps.mentoring.checkin;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Yearly meetings that are near or going on, and of which nobody has recorded yet what came of them. */
@Component
@Transactional(readOnly = true)
public class MeetingsToPrepare {

    private final CheckInTable table;
    private final Days days;
    private final MentoringRules rules;

    MeetingsToPrepare(CheckInTable table, Days days, MentoringRules rules) {
        this.table = table;
        this.days = days;
        this.rules = rules;
    }

    /** Those of these mentorships. */
    public List<Preparing> of(Collection<String> mentorshipIds) {
        var arranged = mentorshipIds.isEmpty()
                ? List.<CheckIn>of()
                : table.findByMentorshipIdInAndOutcomeIsNull(mentorshipIds).stream()
                        .filter(checkIn -> checkIn.state() == CheckIn.State.ARRANGED)
                        .toList();
        return arranged.isEmpty() ? List.of() : near(arranged, days.nowForMany());
    }

    /** This one; empty when it is not near, or there is nothing left to prepare. */
    public Optional<Preparing> find(String checkInId) {
        var arranged = table.findById(checkInId).stream()
                .filter(checkIn -> checkIn.state() == CheckIn.State.ARRANGED)
                .toList();
        return near(arranged, days.now()).stream().findFirst();
    }

    private List<Preparing> near(List<CheckIn> arranged, Now now) {
        return arranged.stream()
                .filter(checkIn -> !from(
                                checkIn.arrangedMeeting(), now.zones().apply(checkIn.hostId()), rules.agendaBefore())
                        .isAfter(now.moment()))
                .map(checkIn -> new Preparing(
                        checkIn.id(),
                        checkIn.mentorshipId(),
                        checkIn.hostId(),
                        checkIn.arrangedMeeting().startsAt()))
                .toList();
    }

    /** @param zone where the host lives, whose day the meeting's is */
    static Instant from(CheckInMeeting meeting, ZoneId zone, Period before) {
        return MeetingTime.dayOf(meeting.startsAt(), zone)
                .atZone(zone)
                .toLocalDate()
                .minus(before)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** @param hostId user id of who holds the meeting: the mentor, or somebody who covers for them */
    public record Preparing(String checkInId, String mentorshipId, String hostId, Instant startsAt) {}
}
