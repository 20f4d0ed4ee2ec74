package org.reps.mentoring.checkin;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.rules.WentLive;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many of the yearly check-ins are held. Each counts as due when the {@linkplain CheckIn#holdBy last day} is over
 * on which it is held in time, and as overdue from then on: as long as that day lasts, nobody is late.
 */
@Component
@Transactional(readOnly = true)
public class CheckInsHeld {

    private final CheckInTable table;
    private final WentLive wentLive;
    private final Days days;

    CheckInsHeld(CheckInTable table, WentLive wentLive, Days days) {
        this.table = table;
        this.wentLive = wentLive;
        this.days = days;
    }

    /**
     * The first day from which on it is counted: twelve months ago, or the day on which the programme moved in here if
     * that is later. What was due before says nothing of those who are here now.
     */
    public LocalDate since() {
        return wentLive.notBefore(days.ofProgramme().minusYears(1).plusDays(1));
    }

    /** Whether the programme moved in less than twelve months ago. */
    public boolean isSinceMovingIn() {
        return wentLive.on().filter(since()::equals).isPresent();
    }

    /**
     * The check-ins that were due from {@linkplain #since() then} on, up to yesterday, by the month in which they were
     * due.
     */
    public List<Month> lastYear() {
        return table.byMonth(since().minusDays(1), yesterday()).stream()
                .map(found -> new Month(
                        YearMonth.of(found.dueYear(), found.dueMonth()), found.due(), found.held(), found.overdue()))
                .toList();
    }

    /** How many are under way and in time, also on their last day; what was over early is not. */
    public int ahead() {
        return table.countByHoldByAfterAndOutcomeIsNull(yesterday());
    }

    private LocalDate yesterday() {
        return days.ofProgramme().minusDays(1);
    }

    /**
     * The check-ins of one month.
     *
     * @param due how many were due
     * @param held how many of these have been held
     * @param overdue how many of these have not been held, and still can be
     */
    public record Month(YearMonth month, int due, int held, int overdue) {

        /** How many of these were dropped, or ended in another way without a meeting. */
        public int notHeld() {
            return due - held - overdue;
        }
    }
}
