package org.reps.mentoring.absence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code mentor-absence} show and offer. */
@Component("absenceForms")
@Transactional(readOnly = true)
public class AbsenceForms {

    private final AbsenceTable table;
    private final CoverSteps covering;
    private final Mentorships mentorships;
    private final People people;

    AbsenceForms(AbsenceTable table, CoverSteps covering, Mentorships mentorships, People people) {
        this.table = table;
        this.covering = covering;
        this.mentorships = mentorships;
        this.people = people;
    }

    public Shown absence(String absenceId) {
        var absence = table.get(absenceId);
        return new Shown(
                people.name(absence.mentorId()),
                people.firstName(absence.mentorId()),
                absence.awayFrom().toString(),
                absence.awayUntil().toString(),
                absence.cover() == null ? "" : people.name(absence.cover()),
                names(absence.cannotCover()),
                names(mentorships.menteesOf(absence.mentorId())));
    }

    /** The mentors who are there all the time, and at last nobody. */
    public List<Option> coverOptions(String absenceId) {
        var options = new ArrayList<>(people.options(covering.possible(table.get(absenceId))));
        options.add(new Option("Nobody, the contacts of the council help them", CoverSteps.NO_ONE));
        return options;
    }

    /** The mentees who can get another mentor. */
    public List<Option> menteeOptions(String absenceId) {
        return people.options(mentorships.menteesOf(table.get(absenceId).mentorId()));
    }

    private String names(Collection<String> userIds) {
        return String.join(
                ", ",
                people.options(userIds).stream().map(Option::label).sorted().toList());
    }

    /**
     * An absence, as forms show it.
     *
     * @param awayFrom ISO date
     * @param awayUntil ISO date
     * @param cover their name, empty as long as nobody covers
     * @param cannotCover the names of those who cannot
     * @param mentees their names
     */
    public record Shown(
            String mentor,
            String mentorFirstName,
            String awayFrom,
            String awayUntil,
            String cover,
            String cannotCover,
            String mentees) {}
}
