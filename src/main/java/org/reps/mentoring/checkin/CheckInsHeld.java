package org.reps.mentoring.checkin;

import java.time.YearMonth;
import java.util.List;
import org.reps.mentoring.calendar.Days;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many of the yearly check-ins are held. */
@Component
@Transactional(readOnly = true)
public class CheckInsHeld {

    private final CheckInTable table;
    private final Days days;

    CheckInsHeld(CheckInTable table, Days days) {
        this.table = table;
        this.days = days;
    }

    /** The check-ins that were due in the last twelve months, up to today, by the month in which they were due. */
    public List<Month> lastYear() {
        var today = days.ofProgramme();
        return table.byMonth(today.minusYears(1), today).stream()
                .map(found -> new Month(
                        YearMonth.of(found.dueYear(), found.dueMonth()), found.due(), found.held(), found.overdue()))
                .toList();
    }

    /** How many have been begun and are due later. */
    public int ahead() {
        return table.countByDueOnAfter(days.ofProgramme());
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
