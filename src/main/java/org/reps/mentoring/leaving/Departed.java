package org.reps.mentoring.leaving;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.person.KnownPeople;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who leaves the programme, and how many have. */
@Component
@Transactional(readOnly = true)
public class Departed {

    private final Leavings leavings;
    private final KnownPeople known;
    private final Days days;

    Departed(Leavings leavings, KnownPeople known, Days days) {
        this.leavings = leavings;
        this.known = known;
        this.days = days;
    }

    /** Those who are on their way out, who leaves first at the beginning. */
    public List<UnderWay> underWay() {
        return leavings.findByOpenPersonIsNotNullOrderByLastDay().stream()
                .map(Departed::underWay)
                .toList();
    }

    /** This person, if they are on their way out. */
    public Optional<UnderWay> underWay(String personId) {
        return leavings.findByOpenPerson(personId).map(Departed::underWay);
    }

    private static UnderWay underWay(Leaving leaving) {
        return new UnderWay(leaving.personId(), leaving.lastDay(), leaving.state() == Leaving.State.NOTICED);
    }

    /** How many have left in the last twelve months and have not come back. */
    public int lastYear() {
        var left =
                leavings
                        .findByStateAndEndedOnGreaterThanEqual(
                                Leaving.State.LEFT, days.ofProgramme().minusYears(1))
                        .stream()
                        .map(Leaving::personId)
                        .collect(toSet());
        return known.gone(left).size();
    }

    /**
     * Somebody on their way out.
     *
     * @param lastDay as they have said it; the day on which it was noticed when they have said nothing
     * @param noticed whether nobody has said it, and the council decides
     */
    public record UnderWay(String personId, LocalDate lastDay, boolean noticed) {}
}
