package org.reps.mentoring.leaving;

import java.time.LocalDate;
import java.util.List;
import org.reps.mentoring.calendar.Days;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who leaves the programme, and how many have. */
@Component
@Transactional(readOnly = true)
public class Departed {

    private final Leavings leavings;
    private final Days days;

    Departed(Leavings leavings, Days days) {
        this.leavings = leavings;
        this.days = days;
    }

    /** Those who are on their way out, who leaves first at the beginning. */
    public List<UnderWay> underWay() {
        return leavings.findByOpenPersonIsNotNullOrderByLastDay().stream()
                .map(leaving ->
                        new UnderWay(leaving.personId(), leaving.lastDay(), leaving.state() == Leaving.State.NOTICED))
                .toList();
    }

    /** How many have left in the last twelve months. */
    public int lastYear() {
        return leavings.countByStateAndEndedOnGreaterThanEqual(
                Leaving.State.LEFT, days.ofProgramme().minusYears(1));
    }

    /**
     * Somebody on their way out.
     *
     * @param lastDay as they have said it; the day on which it was noticed when they have said nothing
     * @param noticed whether nobody has said it, and the council decides
     */
    public record UnderWay(String personId, LocalDate lastDay, boolean noticed) {}
}
