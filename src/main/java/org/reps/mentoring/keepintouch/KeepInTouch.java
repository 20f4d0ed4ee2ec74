package org.reps.mentoring.keepintouch;

import static java.time.temporal.ChronoUnit.DAYS;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Move;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What is known of how two who are together keep in touch; forgotten when they are apart. What they have agreed stands
 * with their mentorship.
 *
 * @param id the mentorship's
 * @param nextOn the day on which they are asked next
 * @param talkedOn when they talked last; null as long as nobody has said so
 * @param missed how often in a row nobody could say that they had talked
 * @param asked who is being asked just now; null when nobody is
 * @param mentorAsked whether the mentor wants to be asked
 * @param menteeAsked whether the mentee wants to be asked
 * @param call a call that comes again and again, null where there is none
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record KeepInTouch(
        @Id String id,
        LocalDate nextOn,
        @Nullable LocalDate talkedOn,
        int missed,
        @Nullable Asked asked,
        boolean mentorAsked,
        boolean menteeAsked,
        @Embedded.Nullable @Nullable StandingCall call,
        @Version @Nullable Integer version)
        implements KeepInTouchBuilder.With {

    /** Who of the two is asked. */
    enum Asked {
        MENTOR,
        MENTEE,
        BOTH;

        /** Null for nobody. */
        static @Nullable Asked of(boolean mentor, boolean mentee) {
            if (mentor && mentee) {
                return BOTH;
            }
            return mentor ? MENTOR : mentee ? MENTEE : null;
        }

        boolean isMentor() {
            return this != MENTEE;
        }

        boolean isMentee() {
            return this != MENTOR;
        }
    }

    enum State {
        /** Nobody is asked just now. */
        QUIET,
        /** A question waits for one of the two, or for both. */
        ASKED
    }

    static final Move<State> ASK = Move.to(State.ASKED, State.QUIET);

    static KeepInTouch begin(String mentorshipId, LocalDate nextOn) {
        return new KeepInTouch(mentorshipId, nextOn, null, 0, null, true, true, null, null);
    }

    /**
     * Of two of whom nothing was known. When the programme moves in or begins to ask, they are many: each pair has a
     * day of its own within its rhythm, and the same one however often it is reckoned. Whoever was in touch lately, or
     * has just begun, is asked when it is time from then.
     *
     * @param since when they last were in touch as far as anybody knows, or began
     */
    static KeepInTouch found(String mentorshipId, LocalDate since, LocalDate today, Period rhythm) {
        var due = since.plus(rhythm);
        if (due.isAfter(today)) {
            return begin(mentorshipId, due);
        }
        var within = DAYS.between(today, today.plus(rhythm));
        return begin(mentorshipId, today.plusDays(1 + Math.floorMod(mentorshipId.hashCode(), within)));
    }

    State state() {
        return asked == null ? State.QUIET : State.ASKED;
    }

    boolean isDueOn(LocalDate today) {
        return state() == State.QUIET && !nextOn.isAfter(today);
    }

    KeepInTouch asking(Asked who) {
        ASK.after(state());
        return withAsked(who);
    }

    /** It is no good moment. */
    KeepInTouch postponed(LocalDate until) {
        return withNextOn(until);
    }

    /** The two have talked; on an earlier day than is known already, nothing changes but that nobody asks just now. */
    KeepInTouch talked(LocalDate on, LocalDate today, Period rhythm) {
        var last = talkedOn != null && talkedOn.isAfter(on) ? talkedOn : on;
        return with(it -> it.talkedOn(last).missed(0).asked(null).nextOn(later(last.plus(rhythm), today)));
    }

    /**
     * Nobody could say that they had talked. Nobody is blamed for what was not asked: however long their rhythm is, two
     * are soon asked again.
     *
     * @param again after how long that is at most
     * @param most after so many in a row it is no use to ask sooner than they have agreed
     */
    KeepInTouch missed(LocalDate today, Period rhythm, Period again, int most) {
        var agreed = today.plus(rhythm);
        var soon = today.plus(again);
        var next = missed + 1 < most && soon.isBefore(agreed) ? soon : agreed;
        return with(it -> it.missed(missed + 1).asked(null).nextOn(next));
    }

    /** It is fine as it is: nothing was missed, and they are asked again when it is time. */
    KeepInTouch fine(LocalDate today, Period rhythm) {
        return with(it -> it.missed(0).asked(null).nextOn(today.plus(rhythm)));
    }

    /** A contact is asked, which changes nothing of what was missed; the next time tells nobody of it. */
    KeepInTouch leftToContact(LocalDate today, Period rhythm) {
        return with(it -> it.asked(null).nextOn(today.plus(rhythm)));
    }

    /** They have said how they would like it from now on, so nobody asks just now. */
    KeepInTouch agreed(LocalDate today, Period rhythm) {
        var since = talkedOn == null ? today : talkedOn;
        return with(it -> it.asked(null).nextOn(later(since.plus(rhythm), today)));
    }

    private static LocalDate later(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? day : today.plusDays(1);
    }
}
