package org.reps.mentoring.programmeupdate;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.HttpsAddress;
import org.reps.mentoring.rules.Move;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Important news that the council wants to reach everyone.
 *
 * @param authorId user id of who has written it
 * @param title in one line
 * @param openTitle the title in small letters as long as the news is on its way, null afterwards; unique in the
 *     database, so that a button that is pressed twice does not tell everybody twice
 * @param text ready to be passed on
 * @param link where more can be read; empty when there is nothing
 * @param passOnUntil the last day on which mentors can pass it on
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record ProgrammeUpdate(
        @Id String id,
        String authorId,
        String title,
        @Nullable String openTitle,
        String text,
        String link,
        LocalDate passOnUntil,
        Instant announcedAt,
        State state,
        @Nullable LocalDate endedOn,
        @Version @Nullable Integer version)
        implements ProgrammeUpdateBuilder.With {

    enum State {
        ON_ITS_WAY,
        REACHED_ALL,
        WITHDRAWN
    }

    static final Move<State> REACH_ALL = Move.to(State.REACHED_ALL, State.ON_ITS_WAY);
    static final Move<State> WITHDRAW = Move.to(State.WITHDRAWN, State.ON_ITS_WAY);

    static ProgrammeUpdate announced(
            String authorId, String title, String text, String link, LocalDate passOnUntil, Instant at) {
        return new ProgrammeUpdate(
                UUID.randomUUID().toString(),
                authorId,
                title,
                openTitle(title),
                text,
                link,
                passOnUntil,
                at,
                State.ON_ITS_WAY,
                null,
                null);
    }

    static String openTitle(String title) {
        return title.toLowerCase(Locale.ROOT);
    }

    /** The link as people read and copy it; empty when there is none. */
    String shownLink() {
        return link.isEmpty() ? "" : HttpsAddress.shown(link);
    }

    boolean isOpen() {
        return openTitle != null;
    }

    /** Whether the author has taken it back. */
    boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /** When the last day is over, also for those who live where it ends last. */
    Instant lastDayOver() {
        return passOnUntil.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
    }

    /** When half of the time to pass it on is over. */
    Instant halfTime() {
        return announcedAt.plus(Duration.between(announcedAt, lastDayOver()).dividedBy(2));
    }

    /** The end of the last day in this time zone. */
    Instant due(ZoneId zone) {
        return passOnUntil.atTime(LocalTime.of(23, 59)).atZone(zone).toInstant();
    }

    /** Everybody has heard it, from their mentor or directly. */
    ProgrammeUpdate reachedAll(LocalDate on) {
        return end(REACH_ALL, on);
    }

    /** The author takes it back; whoever has not heard it yet is not told any more. */
    ProgrammeUpdate withdrawn(LocalDate on) {
        return end(WITHDRAW, on);
    }

    private ProgrammeUpdate end(Move<State> move, LocalDate on) {
        return with(update -> update.state(move.after(state)).openTitle(null).endedOn(on));
    }
}
