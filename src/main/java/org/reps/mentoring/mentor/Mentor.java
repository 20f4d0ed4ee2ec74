package org.reps.mentoring.mentor;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A rep who guides others.
 *
 * @param id the person's user id
 * @param capacity the largest number of mentees at the same time
 * @param skills what they can pass on, in the words of the forms
 * @param languages ISO 639 codes of the languages they speak
 * @param timeZone IANA name
 * @param awayFrom first day of an absence
 * @param awayUntil last day of an absence
 * @param cover user id of the mentor who helps their mentees meanwhile
 * @param noNewMenteesUntil last day on which they do not want to be asked for another mentee
 * @param resigningOn last day as a mentor, from the moment on at which their resignation is acknowledged; null
 *     otherwise
 * @param version null before it is saved for the first time
 */
public record Mentor(
        @Id String id,
        Status status,
        int capacity,
        Set<String> skills,
        Set<String> languages,
        String timeZone,
        @Nullable LocalDate awayFrom,
        @Nullable LocalDate awayUntil,
        @Nullable String cover,
        @Nullable LocalDate noNewMenteesUntil,
        @Nullable LocalDate resigningOn,
        @Version @Nullable Integer version) {

    /** What a mentor currently is to the programme. */
    public enum Status {
        ACTIVE,
        AWAY,
        INACTIVE,
        RESIGNED
    }

    /** A new, active mentor. */
    public static Mentor registered(
            String id, int capacity, Set<String> skills, Set<String> languages, String timeZone) {
        return new Mentor(id, Status.ACTIVE, capacity, skills, languages, timeZone, null, null, null, null, null, null);
    }

    /** A mentor who had stepped down and begins anew, with what they say of themself now. */
    public Mentor returning(int capacity, Set<String> skills, Set<String> languages, String timeZone) {
        return new Mentor(
                id, Status.ACTIVE, capacity, skills, languages, timeZone, null, null, null, null, null, version);
    }

    /**
     * Whether the mentor may be asked for another mentee on that day, as far as places are not concerned. Whoever is
     * stepping down guides their mentees until the last day, and takes nobody new.
     */
    public boolean takesMenteesOn(LocalDate day) {
        return isActiveOn(day) && !isResigning() && (noNewMenteesUntil == null || noNewMenteesUntil.isBefore(day));
    }

    /** Whether the mentor is there for their mentees on that day; an absence that is over does not count any more. */
    public boolean isActiveOn(LocalDate day) {
        return (status == Status.ACTIVE || status == Status.AWAY) && !isAwayOn(day);
    }

    /** Whether the mentor is on leave on that day. */
    public boolean isAwayOn(LocalDate day) {
        return awayFrom != null && !day.isBefore(awayFrom) && (awayUntil == null || !day.isAfter(awayUntil));
    }

    /** Whether the mentor is on leave on one of these days. */
    public boolean isAwayBetween(LocalDate first, LocalDate last) {
        return awayFrom != null && !last.isBefore(awayFrom) && (awayUntil == null || !first.isAfter(awayUntil));
    }

    /** The mentor, not to be asked for another mentee up to and including that day. */
    public Mentor withoutNewMenteesUntil(LocalDate lastDay) {
        return new Mentor(
                id,
                status,
                capacity,
                skills,
                languages,
                timeZone,
                awayFrom,
                awayUntil,
                cover,
                lastDay,
                resigningOn,
                version);
    }

    /** The mentor on leave from the first to the last day, with somebody who helps the mentees meanwhile. */
    public Mentor away(LocalDate from, LocalDate until, @Nullable String cover) {
        return new Mentor(
                id,
                Status.AWAY,
                capacity,
                skills,
                languages,
                timeZone,
                from,
                until,
                cover,
                noNewMenteesUntil,
                resigningOn,
                version);
    }

    /** The mentor who is back after an absence. When it was is kept, because its days do not count as silence. */
    public Mentor back() {
        return new Mentor(
                id,
                Status.ACTIVE,
                capacity,
                skills,
                languages,
                timeZone,
                awayFrom,
                awayUntil,
                null,
                noNewMenteesUntil,
                resigningOn,
                version);
    }

    /** The mentor with another largest number of mentees at the same time. */
    public Mentor withCapacity(int mentees) {
        return new Mentor(
                id,
                status,
                mentees,
                skills,
                languages,
                timeZone,
                awayFrom,
                awayUntil,
                cover,
                noNewMenteesUntil,
                resigningOn,
                version);
    }

    /** The mentor with another standing in the programme, and not away any more. */
    public Mentor becoming(Status status) {
        return new Mentor(
                id,
                status,
                capacity,
                skills,
                languages,
                timeZone,
                null,
                null,
                null,
                noNewMenteesUntil,
                resigningOn,
                version);
    }

    /**
     * The mentor whose resignation is acknowledged: there until that day, and without new mentees.
     *
     * @param lastDay null for a mentor who stays after all
     */
    public Mentor resigning(@Nullable LocalDate lastDay) {
        return new Mentor(
                id,
                status,
                capacity,
                skills,
                languages,
                timeZone,
                awayFrom,
                awayUntil,
                cover,
                noNewMenteesUntil,
                lastDay,
                version);
    }

    /** The mentor who has left the programme as a mentor, and is not away any more. */
    public Mentor resigned() {
        return new Mentor(
                id,
                Status.RESIGNED,
                capacity,
                skills,
                languages,
                timeZone,
                null,
                null,
                null,
                noNewMenteesUntil,
                null,
                version);
    }

    /** Whether the mentor is stepping down, and has not left yet. */
    public boolean isResigning() {
        return resigningOn != null;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
