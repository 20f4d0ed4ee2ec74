package org.reps.mentoring.keepintouch;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.MeetingAhead;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When those who are together talked last, and talk next, for their own pages and for the council's. */
@Component
@Transactional(readOnly = true)
public class InTouchOfPairs {

    private final KeepInTouchTable table;
    private final Mentorships mentorships;
    private final People people;
    private final MentoringRules rules;
    private final Clock clock;

    InTouchOfPairs(KeepInTouchTable table, Mentorships mentorships, People people, MentoringRules rules, Clock clock) {
        this.table = table;
        this.mentorships = mentorships;
        this.people = people;
        this.rules = rules;
        this.clock = clock;
    }

    /** When each of these pairs talked last, by the id of the mentorship; not those of which nobody has said so. */
    public Map<String, LocalDate> talkedOn(Collection<String> mentorshipIds) {
        return found(mentorshipIds)
                .filter(pair -> pair.talkedOn() != null)
                .collect(toMap(KeepInTouch::id, pair -> Objects.requireNonNull(pair.talkedOn())));
    }

    /** The next one of each standing call of these pairs, as this one of the two has it in the calendar. */
    public List<MeetingAhead> callsAhead(Collection<String> mentorshipIds, String readerId) {
        var calls = found(mentorshipIds).filter(pair -> pair.call() != null).toList();
        var pairs = mentorships.withIds(calls.stream().map(KeepInTouch::id).toList()).stream()
                .collect(toMap(Mentorship::id, pair -> pair.otherThan(readerId)));
        var called = people.firstNames(pairs.values());
        return calls.stream()
                .map(pair -> new MeetingAhead(
                        pair.id(),
                        Objects.requireNonNull(pair.call())
                                .invitation(
                                        Objects.requireNonNull(
                                                called.get(Objects.requireNonNull(pairs.get(pair.id())))),
                                        clock.instant())))
                .toList();
    }

    private Stream<KeepInTouch> found(Collection<String> mentorshipIds) {
        return mentorshipIds.isEmpty() ? Stream.of() : table.findByIdIn(mentorshipIds).stream();
    }

    /** The pairs of whom nobody could say lately that they talk. */
    public List<Lost> lost() {
        var lost = table.findAllById(table.lost(rules.inTouchMisses())).stream()
                .collect(toMap(KeepInTouch::id, pair -> pair));
        return mentorships.withIds(lost.keySet()).stream()
                .map(pair -> new Lost(
                        pair, Objects.requireNonNull(lost.get(pair.id())).talkedOn()))
                .toList();
    }

    /**
     * Two who have lost touch.
     *
     * @param talkedOn when they talked last; null when nobody has ever said so
     */
    public record Lost(Mentorship pair, @Nullable LocalDate talkedOn) {

        /** Since when nobody knows of any talk. */
        public LocalDate since() {
            return talkedOn == null ? pair.beganOn() : talkedOn;
        }
    }
}
