package org.reps.mentoring.absence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.springframework.stereotype.Component;

/**
 * What happens to an absence happens under a lock on its mentor, who is known to be away by what stands there. Its days
 * are those of where the mentor lives.
 */
@Component
class MentorsAway {

    private final AbsenceTable table;
    private final Mentors mentors;
    private final TimeZones zones;
    private final Days days;
    private final Clock clock;

    MentorsAway(AbsenceTable table, Mentors mentors, TimeZones zones, Days days, Clock clock) {
        this.table = table;
        this.mentors = mentors;
        this.zones = zones;
        this.days = days;
        this.clock = clock;
    }

    // --- under a lock

    Optional<Mentor> lock(String mentorId) {
        return mentors.lockRow(mentorId).map(mentors::get);
    }

    Absence lockAbsence(String absenceId) {
        lock(table.get(absenceId).mentorId());
        return table.get(absenceId);
    }

    /** Locks it, and lets it change unless it is over: what comes too late then changes nothing. */
    Absence changeOpen(String absenceId, UnaryOperator<Absence> change) {
        var before = lockAbsence(absenceId);
        if (!before.isOpen()) {
            return before;
        }
        var after = change.apply(before);
        return after == before ? before : table.save(after);
    }

    // --- there and away

    /** The mentor is away, or still away and covered by somebody else. */
    Absence away(Absence absence) {
        var mentor = mentorOf(absence);
        if (mentor.isServing()) {
            mentors.save(mentor.away(absence.awayFrom(), absence.awayUntil(), absence.cover()));
        }
        return absence.begun();
    }

    /** What has changed about an absence, also where the mentor is away already. */
    Absence changed(Absence absence) {
        return absence.isAway() ? away(absence) : absence;
    }

    /** The mentor is back; of an earlier return nothing is left that would not count as silence. */
    Absence back(Absence absence) {
        var mentor = mentorOf(absence);
        if (mentor.isServing()) {
            mentors.save(isEarly(absence) ? mentor.becoming(Mentor.Status.ACTIVE) : mentor.back());
        }
        return absence.back(days.todayOf(absence.mentorId()));
    }

    /** Whether it is not over yet. */
    boolean isEarly(Absence absence) {
        return clock.instant().isBefore(end(absence));
    }

    // --- the days

    boolean isFirstDayCome(Absence absence) {
        return !clock.instant().isBefore(firstDay(absence));
    }

    Instant firstDay(Absence absence) {
        return begin(absence.awayFrom(), absence);
    }

    Instant lastDay(Absence absence) {
        return begin(absence.awayUntil(), absence);
    }

    /** When the last day is over. */
    Instant end(Absence absence) {
        return begin(absence.awayUntil().plusDays(1), absence);
    }

    /** Whether both are away at the same moment, each where they live. */
    boolean overlap(Absence one, Absence other) {
        return firstDay(one).isBefore(end(other)) && firstDay(other).isBefore(end(one));
    }

    private Instant begin(LocalDate day, Absence absence) {
        return day.atStartOfDay(zone(absence)).toInstant();
    }

    private ZoneId zone(Absence absence) {
        return zones.of(absence.mentorId());
    }

    private Mentor mentorOf(Absence absence) {
        return mentors.get(absence.mentorId());
    }
}
