package org.reps.mentoring.mentorship;

import static java.util.Comparator.naturalOrder;
import static java.util.function.Predicate.not;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One mentor with one mentee, from its beginning to its end.
 *
 * @param id a random id, also the business key of processes about this mentorship
 * @param menteeId user id of the rep who is guided
 * @param mentorId user id of the rep who guides
 * @param runningMentee the mentee while the mentorship runs, null afterwards; unique in the database, so that nobody
 *     ever has two mentors
 * @param beganOn its first day
 * @param committedUntil the day on which the agreed time ends (SOP: changing your mentor)
 * @param extended how often the two have agreed on one more commitment
 * @param channel how the two keep in touch, in their own words
 * @param contactEvery how often they are in touch, e.g. {@code month}
 * @param endedOn its last day, null while it runs
 * @param endReason why it ended, in the words of the process that ended it
 * @param version null before it is saved for the first time
 */
@RecordBuilder
public record Mentorship(
        @Id String id,
        String menteeId,
        String mentorId,
        @Nullable String runningMentee,
        LocalDate beganOn,
        LocalDate committedUntil,
        int extended,
        @Nullable String channel,
        @Nullable String contactEvery,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Version @Nullable Integer version)
        implements MentorshipBuilder.With {

    enum State {
        /** The mentor guides the mentee. */
        RUNNING,
        /** It is over, for whatever reason. */
        ENDED
    }

    static final Move<State> KEEP_IN_TOUCH = Move.within(State.RUNNING);
    static final Move<State> EXTEND = Move.within(State.RUNNING);
    static final Move<State> END = Move.to(State.ENDED, State.RUNNING);

    static Mentorship begin(String id, String menteeId, String mentorId, LocalDate on, LocalDate committedUntil) {
        return new Mentorship(id, menteeId, mentorId, menteeId, on, committedUntil, 0, null, null, null, null, null);
    }

    /**
     * A mentorship that began elsewhere, before the programme moved in here, and goes on.
     *
     * @param committedUntil null when nobody has said so: then it is the next anniversary of its beginning
     * @param today the first day on which it is known here
     * @throws Refusal when the days do not fit together, or into the rules
     */
    public static Mentorship broughtAlong(
            String id,
            String menteeId,
            String mentorId,
            LocalDate beganOn,
            @Nullable LocalDate committedUntil,
            MentoringRules rules,
            LocalDate today) {
        return begin(id, menteeId, mentorId, beganOn, today).dated(beganOn, committedUntil, rules, today);
    }

    /** The same mentorship, whose days were other ones than it was said when it was brought along. */
    public Mentorship dated(
            LocalDate beganOn, @Nullable LocalDate committedUntil, MentoringRules rules, LocalDate today) {
        var commitment = rules.commitment();
        if (beganOn.isAfter(today)) {
            throw new Refusal("it cannot have begun on " + beganOn + ", which is still to come");
        }
        var times = 1;
        while (beganOn.plus(commitment.multipliedBy(times)).isBefore(committedUntil == null ? today : committedUntil)) {
            times++;
        }
        var until = committedUntil == null ? beganOn.plus(commitment.multipliedBy(times)) : committedUntil;
        var earliest = earliestEnd(rules, today);
        var latest = Stream.of(rules.checkInDueBefore(), rules.shortestRenewal())
                .map(today::plus)
                .max(naturalOrder())
                .orElseThrow()
                .plus(commitment);
        if (!until.isAfter(beganOn) || until.isBefore(earliest) || until.isAfter(latest)) {
            throw new Refusal(
                    "two who began on " + beganOn + " cannot be committed until " + until + "; please give a day"
                            + " after the first one, from " + earliest + " to " + latest
                            + ", or none: then it is the next anniversary of the beginning");
        }
        var renewed = times - 1;
        return with(
                mentorship -> mentorship.beganOn(beganOn).committedUntil(until).extended(renewed));
    }

    /** The first day until which two can be committed of whom it was not known here: later than a commitment ago. */
    public static LocalDate earliestEnd(MentoringRules rules, LocalDate today) {
        return today.minus(rules.commitment());
    }

    State state() {
        return runningMentee == null ? State.ENDED : State.RUNNING;
    }

    public boolean isRunning() {
        return state() == State.RUNNING;
    }

    /** The user id of the other one of the two. */
    public String otherThan(String userId) {
        return userId.equals(menteeId) ? mentorId : menteeId;
    }

    /** The same mentorship, and how the two keep in touch now; null where nobody has said it. */
    public Mentorship keepingInTouch(@Nullable String channel, @Nullable String contactEvery) {
        KEEP_IN_TOUCH.after(state());
        return with(mentorship -> mentorship.channel(channel).contactEvery(contactEvery));
    }

    /**
     * Both agree to go on: until the first {@linkplain #anniversary anniversary} that comes after the present end and
     * is far enough ahead, so that what is agreed late is not over before it begins.
     *
     * @param today the day on which they agree
     * @param atLeast how far ahead the new end is at least
     */
    Mentorship extended(LocalDate today, Period commitment, Period atLeast) {
        EXTEND.after(state());
        var later = committedUntil.plusDays(1);
        var ahead = today.plus(atLeast);
        var until = anniversary(ahead.isAfter(later) ? ahead : later, commitment);
        return with(mentorship -> mentorship.committedUntil(until).extended(extended + 1));
    }

    /**
     * The first day from this one on that is a whole number of commitments away from the beginning. It is reckoned from
     * there every time, so that 29 February comes back in leap years.
     */
    public LocalDate anniversary(LocalDate from, Period commitment) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> beganOn.plus(commitment.multipliedBy(number)))
                .filter(not(day -> day.isBefore(from)))
                .findFirst()
                .orElseThrow();
    }

    Mentorship end(LocalDate on, String reason) {
        END.after(state());
        return with(mentorship -> mentorship.runningMentee(null).endedOn(on).endReason(reason));
    }
}
