package org.reps.mentoring.mentor;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.rules.Refusal;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A rep who guides others.
 *
 * @param id the person's user id
 * @param capacity the largest number of mentees at the same time
 * @param skills what they can pass on, in the words of the forms
 * @param languages ISO 639 codes of the languages they speak
 * @param timeZone IANA name, as they said when they became a mentor, empty as long as they have said none; where they
 *     live now is known by {@link org.reps.mentoring.calendar.TimeZones}
 * @param absence their absence, also one that is over; null when there was none
 * @param noNewMenteesUntil last day on which they do not want to be asked for another mentee
 * @param sessionsAMonth how many sessions a month they give to reps who ask for one; null as long as they have said
 *     nothing
 * @param resigningOn last day as a mentor, from the moment on at which their resignation is acknowledged; null
 *     otherwise
 * @param version null before it is saved for the first time
 */
@RecordBuilder
public record Mentor(
        @Id String id,
        Status status,
        int capacity,
        Set<String> skills,
        Set<String> languages,
        String timeZone,
        @Embedded.Nullable @Nullable Absence absence,
        @Nullable LocalDate noNewMenteesUntil,
        @Nullable LocalDate resigningOn,
        @Nullable Integer sessionsAMonth,
        @Version @Nullable Integer version)
        implements MentorBuilder.With {

    /**
     * Days on which a mentor is away.
     *
     * @param awayFrom first day
     * @param awayUntil last day
     * @param cover user id of the mentor who helps their mentees meanwhile
     */
    public record Absence(
            LocalDate awayFrom,
            LocalDate awayUntil,
            @Nullable String cover) {

        private boolean includes(LocalDate day) {
            return !day.isBefore(awayFrom) && !day.isAfter(awayUntil);
        }
    }

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
        return new Mentor(id, Status.ACTIVE, capacity, skills, languages, timeZone, null, null, null, null, null);
    }

    /** A mentor who had stepped down and begins anew, with what they say of themself now. */
    public Mentor returning(int capacity, Set<String> skills, Set<String> languages, String timeZone) {
        return with(it -> it.status(Status.ACTIVE)
                .capacity(capacity)
                .skills(skills)
                .languages(languages)
                .timeZone(timeZone)
                .absence(null)
                .noNewMenteesUntil(null)
                .resigningOn(null));
    }

    /** How many sessions a month they give, or this as long as they have said nothing. */
    public int sessionsAMonthOr(int usual) {
        return sessionsAMonth == null ? usual : sessionsAMonth;
    }

    /** Whether the mentor may be asked for another mentee now, as {@link #takesMenteesOn}. */
    public boolean takesMenteesAt(Now now) {
        return takesMenteesOn(now.dayOf(id));
    }

    /** Whether the mentor is there for their mentees now, as {@link #isActiveOn}. */
    public boolean isActiveAt(Now now) {
        return isActiveOn(now.dayOf(id));
    }

    /** Whether the mentor is away now, where they live. */
    public boolean isAwayAt(Now now) {
        return isAwayOn(now.dayOf(id));
    }

    /** The first day after an absence; null for a mentor who is not away now. */
    public @Nullable LocalDate backOn(Now now) {
        var last = awayUntil();
        return last != null && isAwayAt(now) ? last.plusDays(1) : null;
    }

    /** How many more mentees they can have, while away: when they are back; none while they take nobody otherwise. */
    public int freePlacesAt(Now now, int mentees) {
        var takesNobody = isResigning() || !isAwayAt(now) && !takesMenteesAt(now);
        return takesNobody ? 0 : Math.max(0, capacity - mentees);
    }

    /**
     * The mentor with what they say of themself now.
     *
     * @param guiding how many they guide
     * @throws Refusal when they guide more than they would have places
     */
    public Mentor describedAs(int capacity, int guiding, Set<String> skills, Set<String> languages, String timeZone) {
        if (capacity < guiding) {
            throw new Refusal("there would be " + capacity + " places for the " + guiding
                    + " who are guided now; please give at least " + guiding);
        }
        return with(
                it -> it.capacity(capacity).skills(skills).languages(languages).timeZone(timeZone));
    }

    /**
     * The mentor with as many mentees at most as they would like. Fewer than they guide is no reason to part: nobody
     * new comes until there are fewer.
     *
     * @param mentees from 0, which means nobody new
     * @param most how many a mentor has at most in this programme; whoever was given more once need not give them up
     *     because of something else that changes
     * @throws Refusal when it is more
     */
    public Mentor wishing(int mentees, int most) {
        var limit = Math.max(most, capacity);
        if (mentees > limit) {
            throw Refusal.at("capacity", "Mentees at most", "a mentor has at most " + limit + " mentees here.");
        }
        return withCapacity(mentees);
    }

    /**
     * The mentor for whom it is too much, with no more mentees at most than before.
     *
     * @param alsoOthers whether somebody else gets some of their mentees, so that the number may stay
     * @throws Refusal when this would not make it less
     */
    public Mentor needingLess(int mentees, boolean alsoOthers) {
        if (mentees > capacity) {
            throw Refusal.at(
                    "newCapacity",
                    "How many mentees",
                    "this is more than the " + capacity + " of now; please give a smaller number.");
        }
        if (mentees == capacity && !alsoOthers) {
            throw new Refusal("Please say what would help you: a smaller number of mentees,"
                    + " or whom somebody else should guide.");
        }
        return withCapacity(mentees);
    }

    /**
     * Whether the mentor may be asked for another mentee on that day, as far as places are not concerned. Whoever is
     * stepping down guides their mentees until the last day, and takes nobody new.
     *
     * @param day one where the mentor lives; for today ask {@link #takesMenteesAt}
     */
    public boolean takesMenteesOn(LocalDate day) {
        return isActiveOn(day) && !isResigning() && (noNewMenteesUntil == null || noNewMenteesUntil.isBefore(day));
    }

    /**
     * Whether the mentor is there for their mentees on that day; an absence that is over does not count any more.
     *
     * @param day one where the mentor lives; for today ask {@link #isActiveAt}
     */
    public boolean isActiveOn(LocalDate day) {
        return isServing() && !isAwayOn(day);
    }

    /** Whether the programme counts on the mentor, also while they are away: neither inactive nor resigned. */
    public boolean isServing() {
        return status == Status.ACTIVE || status == Status.AWAY;
    }

    /** Whether the mentor has left, and is a rep like others. */
    public boolean hasResigned() {
        return status == Status.RESIGNED;
    }

    /**
     * Whether the mentor is away on that day.
     *
     * @param day one where the mentor lives; for today ask {@link #isAwayAt}
     */
    public boolean isAwayOn(LocalDate day) {
        return absence != null && absence.includes(day);
    }

    /** The last day of their absence, null when there was none. */
    public @Nullable LocalDate awayUntil() {
        return absence == null ? null : absence.awayUntil();
    }

    /** User id of the mentor who helps their mentees while they are away, null when nobody does. */
    public @Nullable String cover() {
        return absence == null ? null : absence.cover();
    }

    /** The mentor, not to be asked for another mentee up to and including that day. */
    public Mentor withoutNewMenteesUntil(LocalDate lastDay) {
        return withNoNewMenteesUntil(lastDay);
    }

    /** The mentor away from the first to the last day, with somebody who helps the mentees meanwhile. */
    public Mentor away(LocalDate from, LocalDate until, @Nullable String cover) {
        return with(it -> it.status(Status.AWAY).absence(new Absence(from, until, cover)));
    }

    /** The mentor who is back after an absence. When it was is kept, because its days do not count as silence. */
    public Mentor back() {
        var over = absence == null ? null : new Absence(absence.awayFrom(), absence.awayUntil(), null);
        return with(it -> it.status(Status.ACTIVE).absence(over));
    }

    /** The mentor with another standing in the programme, and not away any more. */
    public Mentor becoming(Status status) {
        return with(it -> it.status(status).absence(null));
    }

    /**
     * The mentor whose resignation is acknowledged: there until that day, and without new mentees.
     *
     * @param lastDay null for a mentor who stays after all
     */
    public Mentor resigning(@Nullable LocalDate lastDay) {
        return withResigningOn(lastDay);
    }

    /** The mentor who has left the programme as a mentor, and is not away any more. */
    public Mentor resigned() {
        return with(it -> it.status(Status.RESIGNED).absence(null).resigningOn(null));
    }

    /** Whether the mentor is stepping down, and has not left yet. */
    public boolean isResigning() {
        return resigningOn != null;
    }
}
