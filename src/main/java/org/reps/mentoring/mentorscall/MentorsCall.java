package org.reps.mentoring.mentorscall;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.Repeated;
import org.reps.mentoring.calendar.Rhythm;
import org.reps.mentoring.rules.Move;
import org.reps.mentoring.world.Zones;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One call of all mentors, also where it is one of those that come again and again.
 *
 * @param hostId user id of who holds it and writes down what was said
 * @param openKey the same for every call that is still to come and null afterwards; unique in the database, so that
 *     there is one next call
 * @param uid the id under which calendars know it, with all others of its kind
 * @param sequence how often calendars were told something new
 * @param firstAt the first of its kind, by which the others are reckoned
 * @param turnAt when it would be by the rhythm, had nobody moved it
 * @param zone of whoever has set it: there it stays at its time of day when clocks change
 * @param often how often, as {@link Rhythm} writes it; null when it is held once
 * @param announced whether calendars know it, or the others of its kind
 * @param changed whether calendars know something else than is true now
 * @param word why it was not held; may be empty
 * @param news for reps, too; empty like its title where there is none
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record MentorsCall(
        @Id String id,
        String hostId,
        State state,
        @Nullable String openKey,
        String uid,
        int sequence,
        Instant firstAt,
        Instant turnAt,
        Instant startsAt,
        String zone,
        String place,
        @Nullable String often,
        boolean announced,
        boolean changed,
        String word,
        String notes,
        String decisions,
        String newsTitle,
        String news,
        @Version @Nullable Integer version)
        implements MentorsCallBuilder.With {

    enum State {
        AHEAD,
        /** Its time has come, and nobody has written down anything yet. */
        OVER,
        HELD,
        /** It was called off before its time. */
        CANCELLED,
        /** Its time has come, and it was not held. */
        NOT_HELD
    }

    static final Move<State> ARRANGE = Move.within(State.AHEAD);
    static final Move<State> CANCEL = Move.to(State.CANCELLED, State.AHEAD);
    static final Move<State> COME = Move.to(State.OVER, State.AHEAD);
    static final Move<State> HOLD = Move.to(State.HELD, State.OVER);
    static final Move<State> DROP = Move.to(State.NOT_HELD, State.OVER);
    static final Move<State> HAND_OVER = Move.within(State.AHEAD, State.OVER);

    private static final String NEXT = "next";

    private static final String SUMMARY = "Mentors' call";

    /** @param every null for once */
    static MentorsCall set(String hostId, Instant startsAt, String zone, String place, @Nullable Rhythm every) {
        return new MentorsCall(
                UUID.randomUUID().toString(),
                hostId,
                State.AHEAD,
                NEXT,
                UUID.randomUUID().toString(),
                0,
                startsAt,
                startsAt,
                startsAt,
                zone,
                place,
                every == null ? null : every.words(),
                false,
                false,
                "",
                "",
                "",
                "",
                "",
                null);
    }

    /**
     * The one after it.
     *
     * @throws java.util.NoSuchElementException when it is held once
     */
    MentorsCall next(Instant now) {
        var after = now.isAfter(turnAt) ? now : turnAt;
        var turn = rhythm().next(first(), after).toInstant();
        return new MentorsCall(
                UUID.randomUUID().toString(),
                hostId,
                State.AHEAD,
                NEXT,
                uid,
                sequence + 1,
                firstAt,
                turn,
                turn,
                zone,
                place,
                often,
                announced,
                false,
                "",
                "",
                "",
                "",
                "",
                null);
    }

    /** @param alsoLater whether those after it move with it */
    MentorsCall moved(Instant startsAt, String place, boolean alsoLater) {
        ARRANGE.after(state);
        var told = announced ? sequence + 1 : sequence;
        var anew = alsoLater || !announced || often == null;
        return with(it -> {
            it.startsAt(startsAt).place(place).sequence(told).changed(announced);
            if (anew) {
                it.firstAt(startsAt).turnAt(startsAt);
            }
        });
    }

    /** Calendars know it as it is now. */
    MentorsCall invitedTo() {
        return announced && !changed ? this : with(it -> it.announced(true).changed(false));
    }

    /** @param alsoLater whether there is none after it */
    MentorsCall cancelled(String word, boolean alsoLater) {
        return with(it -> it.state(CANCEL.after(state))
                .openKey(null)
                .sequence(sequence + 1)
                .often(alsoLater ? null : often)
                .word(word));
    }

    MentorsCall come() {
        return with(it -> it.state(COME.after(state)).openKey(null));
    }

    MentorsCall held(String notes, String decisions, String newsTitle, String news) {
        return with(it -> it.state(HOLD.after(state))
                .notes(notes)
                .decisions(decisions)
                .newsTitle(newsTitle)
                .news(news));
    }

    MentorsCall notHeld(String word) {
        return with(it -> it.state(DROP.after(state)).word(word));
    }

    MentorsCall takenOverBy(String hostId) {
        HAND_OVER.after(state);
        return withHostId(hostId);
    }

    boolean isAhead() {
        return state == State.AHEAD;
    }

    boolean comesAgain() {
        return often != null;
    }

    /** As it stands in calendars, or disappears from them: alone where it is not as the others of its kind are. */
    Invitation invitation() {
        var isOff = state == State.CANCELLED;
        if (often == null) {
            return new Invitation(uid, sequence, startsAt, SUMMARY, place, isOff);
        }
        var repeated = new Repeated(first().getZone(), rhythm().rule(first().toLocalDate()));
        return isOff || !startsAt.equals(turnAt)
                ? new Invitation(uid, sequence, startsAt, SUMMARY, place, isOff, repeated, turnAt)
                : new Invitation(uid, sequence, startsAt, SUMMARY, place, repeated);
    }

    /** Takes it out of one calendar, with all that come after it. */
    Invitation farewell() {
        return new Invitation(uid, sequence + 1, startsAt, SUMMARY, place, true);
    }

    private Rhythm rhythm() {
        return Rhythm.of(often).orElseThrow();
    }

    private ZonedDateTime first() {
        return firstAt.atZone(Zones.of(zone));
    }
}
