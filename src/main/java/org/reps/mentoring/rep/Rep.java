package org.reps.mentoring.rep;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A member of the programme.
 *
 * @param id the person's user id
 * @param joinedOn the day on which they became a rep
 * @param languages ISO 639 codes of the languages they speak, e.g. {@code es}
 * @param timeZone IANA name, e.g. {@code America/Lima}, as they said when they looked for a mentor, empty as long as
 *     they have said none; where they live now is known by {@link org.reps.mentoring.calendar.TimeZones}
 * @param skillsWanted the skills they would like to learn, in the words of the forms
 * @param goals what they want to achieve with a mentor's help, in their own words; may be empty
 * @param noteForMentor anything else a mentor should know, in their own words; may be empty
 * @param version null before it is saved for the first time
 */
public record Rep(
        @Id String id,
        LocalDate joinedOn,
        Set<String> languages,
        String timeZone,
        Set<String> skillsWanted,
        String goals,
        String noteForMentor,
        @Version @Nullable Integer version) {

    /** A rep of whom nothing else is known yet. */
    public static Rep joined(String id, LocalDate joinedOn) {
        return new Rep(id, joinedOn, Set.of(), "", Set.of(), "", "", null);
    }

    /** The same rep with what they say of themself now. */
    public Rep describedAs(
            Set<String> languages, String timeZone, Set<String> skillsWanted, String goals, String noteForMentor) {
        return new Rep(id, joinedOn, languages, timeZone, skillsWanted, goals, noteForMentor, version);
    }

    /** The same rep, of whom somebody else says something: what they have said themself stays as it is. */
    public Rep describedByAnother(
            Set<String> languages, String timeZone, Set<String> skillsWanted, String goals, String noteForMentor) {
        return describedAs(
                this.languages.isEmpty() ? languages : this.languages,
                this.timeZone.isEmpty() ? timeZone : this.timeZone,
                this.skillsWanted.isEmpty() ? skillsWanted : this.skillsWanted,
                this.goals.isEmpty() ? goals : this.goals,
                this.noteForMentor.isEmpty() ? noteForMentor : this.noteForMentor);
    }

    /** The same rep, who joined on another day than was known. */
    public Rep havingJoined(LocalDate joinedOn) {
        return new Rep(id, joinedOn, languages, timeZone, skillsWanted, goals, noteForMentor, version);
    }
}
