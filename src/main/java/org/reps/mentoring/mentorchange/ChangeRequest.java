package org.reps.mentoring.mentorchange;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.rules.Move;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * That a rep should get another mentor, and what became of it.
 *
 * @param mentorshipId the mentorship that is to end
 * @param openMentee the mentee while it is open, null afterwards; unique in the database, so that there are never two
 *     for the same rep
 * @param source who or what asks for it
 * @param startedBy user id of the rep, or of the contact who asked for them; null when another process did
 * @param wishedRoute how the rep would like it to happen ({@code agree}, {@code council} or {@code silent}); empty when
 *     another process asks
 * @param category reference to the sealed kind of reason; may be empty
 * @param reason reference to the sealed reason in the rep's own words; may be empty
 * @param wishedMentorId whom the rep would like, or whom the mentor who leaves recommends
 * @param version null before it is saved for the first time
 */
@RecordBuilder
record ChangeRequest(
        @Id String id,
        String mentorshipId,
        String menteeId,
        String mentorId,
        @Nullable String openMentee,
        Source source,
        @Nullable String startedBy,
        String wishedRoute,
        String category,
        String reason,
        @Nullable String wishedMentorId,
        State state,
        LocalDate beganOn,
        @Nullable LocalDate endedOn,
        @Version @Nullable Integer version)
        implements ChangeRequestBuilder.With {

    enum Source {
        REP,
        CONTACT,
        CHECK_IN,
        ORIENTATION,
        INACTIVITY,
        RESIGNATION,
        ABSENCE,
        TOO_MUCH;

        /** The source with this name in diagrams. */
        static Source of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Its name in diagrams and in the decision table. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether somebody wishes it, as opposed to something that has happened already and leaves no choice. */
        boolean isWish() {
            return this == REP || this == CONTACT;
        }
    }

    enum State {
        /** Nothing is decided yet. */
        ASKED,
        /** Another mentor is looked for. */
        GRANTED,
        /** The rep has another mentor. */
        CHANGED,
        /** Mentor and mentee stay together. */
        KEPT,
        /** The rep did not wish it any more. */
        WITHDRAWN,
        /** The mentor is gone and nobody else was found yet. */
        WAITING
    }

    static final Move<State> WISH = Move.within(State.ASKED);
    static final Move<State> JOIN = Move.within(State.ASKED);
    static final Move<State> GRANT = Move.to(State.GRANTED, State.ASKED);
    static final Move<State> KEEP = Move.to(State.KEPT, State.ASKED, State.GRANTED);
    static final Move<State> WITHDRAW = Move.to(State.WITHDRAWN, State.ASKED);
    static final Move<State> CHANGE = Move.to(State.CHANGED, State.GRANTED);

    /** The mentor is gone, or the mentorship has ended in another way: that can happen at any time. */
    static final Move<State> WAIT = Move.to(State.WAITING, State.ASKED, State.GRANTED);

    static final Move<State> LEAVE = Move.to(State.WITHDRAWN, State.ASKED, State.GRANTED);

    static ChangeRequest asked(
            String id,
            Mentorship mentorship,
            Source source,
            @Nullable String startedBy,
            String wishedRoute,
            String category,
            String reason,
            @Nullable String recommendedMentorId,
            LocalDate on) {
        return new ChangeRequest(
                id,
                mentorship.id(),
                mentorship.menteeId(),
                mentorship.mentorId(),
                mentorship.menteeId(),
                source,
                startedBy,
                wishedRoute,
                category,
                reason,
                recommendedMentorId,
                State.ASKED,
                on,
                null,
                null);
    }

    /** Where a text of it belongs: contacts read it, or members of the council in their place. */
    static Place place(String id, String field) {
        return Place.forCouncil(owner(id), field);
    }

    static String owner(String id) {
        return "change_request:" + id;
    }

    boolean isOpen() {
        return openMentee != null;
    }

    boolean isAsked() {
        return state == State.ASKED;
    }

    ChangeRequest wishing(String mentorId) {
        return with(request -> request.state(WISH.after(state)).wishedMentorId(mentorId));
    }

    /**
     * The same request, which another process asks for now too.
     *
     * @param recommendedMentorId who is asked first unless the rep has wished somebody; null when nobody is recommended
     */
    ChangeRequest joinedBy(Source other, @Nullable String recommendedMentorId) {
        var first = wishedMentorId == null ? recommendedMentorId : wishedMentorId;
        return with(request -> request.state(JOIN.after(state)).source(other).wishedMentorId(first));
    }

    ChangeRequest granted() {
        return with(request -> request.state(GRANT.after(state)));
    }

    ChangeRequest kept(LocalDate on) {
        return end(KEEP, on);
    }

    ChangeRequest withdrawn(LocalDate on) {
        return end(WITHDRAW, on);
    }

    ChangeRequest changed(LocalDate on) {
        return end(CHANGE, on);
    }

    /** Nobody else was found by the time the mentor is gone. */
    ChangeRequest waiting(LocalDate on) {
        return end(WAIT, on);
    }

    /** The mentorship has ended, so that there is nothing to change any more. */
    ChangeRequest left(LocalDate on) {
        return end(LEAVE, on);
    }

    private ChangeRequest end(Move<State> move, LocalDate on) {
        return with(request -> request.state(move.after(state)).openMentee(null).endedOn(on));
    }
}
