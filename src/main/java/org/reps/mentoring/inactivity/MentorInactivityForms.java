package org.reps.mentoring.inactivity;

import java.time.LocalDate;
import java.util.List;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/mentor-inactivity.bpmn} show. */
@Component("inactivityForms")
@Transactional(readOnly = true)
public class MentorInactivityForms {

    private final Inactivities inactivities;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final OpenTasks tasks;
    private final People people;
    private final MentoringRules rules;
    private final Days days;

    MentorInactivityForms(
            Inactivities inactivities,
            Mentors mentors,
            Mentorships mentorships,
            OpenTasks tasks,
            People people,
            MentoringRules rules,
            Days days) {
        this.inactivities = inactivities;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.tasks = tasks;
        this.people = people;
        this.rules = rules;
        this.days = days;
    }

    /** What the mentor reads: what was noticed, but not by whom. */
    public Noticed noticed(String mentorId) {
        return new Noticed(
                people.firstName(mentorId),
                lastAnswer(mentorId),
                mentors.findById(mentorId).orElseThrow().capacity(),
                mentorships.menteesOf(mentorId).size());
    }

    /** What a council member reads before deciding. */
    public Evidence evidence(String mentorId) {
        var inactivity = inactivities.open(mentorId);
        return new Evidence(
                people.name(mentorId),
                lastAnswer(mentorId),
                inactivity.beganOn().toString(),
                String.join(
                        ", ",
                        mentorships.menteesOf(mentorId).stream()
                                .map(people::name)
                                .toList()),
                inactivity.reports().size(),
                inactivity.reportsByPeople(),
                tasks.overdue(mentorId).stream()
                        .map(task -> new Overdue(
                                task.name(), days.dayOf(mentorId, task.due()).toString()))
                        .toList(),
                inactivity.agreed().size(),
                rules.overrideQuorum());
    }

    private String lastAnswer(String mentorId) {
        return mentors.lastAnswer(mentorId).map(LocalDate::toString).orElse("");
    }

    /**
     * What a silent mentor reads.
     *
     * @param lastAnswer ISO date, empty when there was none
     */
    public record Noticed(String firstName, String lastAnswer, int capacity, int mentees) {}

    /**
     * What the council knows about a silent mentor.
     *
     * @param lastAnswer ISO date, empty when there was none
     * @param askedOn ISO date
     * @param mentees their names
     * @param reports how often it was reported that they do not answer
     * @param reportsByPeople how many of these reports people made
     * @param agreed how many council members have agreed so far
     * @param quorum how many have to agree
     */
    public record Evidence(
            String mentor,
            String lastAnswer,
            String askedOn,
            String mentees,
            int reports,
            long reportsByPeople,
            List<Overdue> overdueTasks,
            int agreed,
            int quorum) {}

    /**
     * A task that waits for the mentor.
     *
     * @param due ISO date of the day on which it was due where they live
     */
    public record Overdue(String name, String due) {}
}
