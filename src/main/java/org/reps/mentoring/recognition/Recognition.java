package org.reps.mentoring.recognition;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Move;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What somebody recognises in somebody else.
 *
 * @param personId user id of who is recognised
 * @param openKey who recognises whom, as long as nobody has answered, null afterwards; unique in the database, so that
 *     a button that is pressed twice makes no second one
 * @param shown whether everybody may read it; only who is recognised says so
 * @param answer why it is not passed on, for whoever wrote it; otherwise empty
 * @param answeredBy user id; null as long as nobody has answered
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record Recognition(
        @Id String id,
        String authorId,
        String personId,
        String words,
        Instant recognisedAt,
        State state,
        @Nullable String openKey,
        boolean shown,
        String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Version @Nullable Integer version)
        implements RecognitionBuilder.With {

    enum State {
        /** The council has not read it yet. */
        OPEN,
        PASSED_ON,
        KEPT_BACK
    }

    static final Move<State> PASS_ON = Move.to(State.PASSED_ON, State.OPEN);
    static final Move<State> KEEP_BACK = Move.to(State.KEPT_BACK, State.OPEN);
    static final Move<State> SHOW = Move.within(State.PASSED_ON);

    static Recognition written(String authorId, String personId, String words, Instant at) {
        return new Recognition(
                UUID.randomUUID().toString(),
                authorId,
                personId,
                words,
                at,
                State.OPEN,
                authorId + " " + personId,
                false,
                "",
                null,
                null,
                null);
    }

    Recognition passedOn(String by, Instant at) {
        return answered(PASS_ON, "", by, at);
    }

    /** @param why for whoever wrote it */
    Recognition keptBack(String why, String by, Instant at) {
        return answered(KEEP_BACK, why, by, at);
    }

    private Recognition answered(Move<State> move, String why, String by, Instant at) {
        var next = move.after(state);
        return with(
                it -> it.state(next).openKey(null).answer(why).answeredBy(by).answeredAt(at));
    }

    /** Who is recognised says on any day whether everybody may read it. */
    Recognition shownToAll(boolean wanted) {
        SHOW.after(state);
        return with(it -> it.shown(wanted));
    }

    boolean isOpen() {
        return state == State.OPEN;
    }
}
