package org.reps.mentoring.mentorchange;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
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
        @Version @Nullable Integer version) {

    enum Source {
        REP,
        CONTACT,
        CHECK_IN,
        ORIENTATION,
        INACTIVITY,
        RESIGNATION,
        ABSENCE;

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
        return with(source, mentorId, state, openMentee, endedOn);
    }

    /** The same request, which another process asks for now too. */
    ChangeRequest joinedBy(Source other) {
        return with(other, wishedMentorId, state, openMentee, endedOn);
    }

    ChangeRequest granted() {
        return with(source, wishedMentorId, State.GRANTED, openMentee, null);
    }

    ChangeRequest end(State last, LocalDate on) {
        return with(source, wishedMentorId, last, null, on);
    }

    private ChangeRequest with(
            Source source,
            @Nullable String wishedMentorId,
            State state,
            @Nullable String openMentee,
            @Nullable LocalDate endedOn) {
        return new ChangeRequest(
                id,
                mentorshipId,
                menteeId,
                mentorId,
                openMentee,
                source,
                startedBy,
                wishedRoute,
                category,
                reason,
                wishedMentorId,
                state,
                beganOn,
                endedOn,
                version);
    }
}
