package org.reps.mentoring.resignation;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorchange.MentorChangeSteps;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has become of the mentees of a mentor who is leaving: it is read from the mentorships every time. */
@Component
@Transactional
public class Placements {

    private final Resignations resignations;
    private final MentorResignationProcess process;
    private final Mentorships mentorships;
    private final MentorChangeSteps changes;
    private final People people;
    private final Days days;

    Placements(
            Resignations resignations,
            MentorResignationProcess process,
            Mentorships mentorships,
            MentorChangeSteps changes,
            People people,
            Days days) {
        this.resignations = resignations;
        this.process = process;
        this.mentorships = mentorships;
        this.changes = changes;
        this.people = people;
        this.days = days;
    }

    /** All mentees since the resignation was acknowledged, also those who have left the mentorship. */
    List<ResignationForms.Placement> of(Resignation resignation) {
        var since = Objects.requireNonNull(resignation.acknowledgedOn());
        return mentorships.ofMentor(resignation.mentorId()).stream()
                .filter(mentorship ->
                        mentorship.endedOn() == null || !mentorship.endedOn().isBefore(since))
                .map(Mentorship::menteeId)
                .distinct()
                .map(menteeId -> of(menteeId, resignation.mentorId()))
                .sorted(comparing(ResignationForms.Placement::mentee))
                .toList();
    }

    /** How many have another mentor, out of all who need one. */
    ResignationForms.Count count(Resignation resignation) {
        var placements = of(resignation);
        var placed = (int) placements.stream()
                .filter(placement -> !placement.mentor().isEmpty())
                .count();
        var left = mentorships.menteesOf(resignation.mentorId()).size();
        return new ResignationForms.Count(
                people.name(resignation.mentorId()),
                resignation.saidLastDay().toString(),
                days.ofProgramme().toString(),
                placed,
                placed + left);
    }

    private ResignationForms.Placement of(String menteeId, String mentorId) {
        var name = people.name(menteeId);
        return mentorships
                .ofMentee(menteeId)
                .map(now -> now.mentorId().equals(mentorId)
                        ? new ResignationForms.Placement(
                                name,
                                "",
                                changes.isOpen(menteeId)
                                        ? "Another mentor is being looked for"
                                        : "Nobody is looking for another mentor at the moment")
                        : new ResignationForms.Placement(name, people.name(now.mentorId()), "Has another mentor"))
                .orElseGet(() -> new ResignationForms.Placement(name, "", "Has left the mentorship"));
    }

    /** Locks the resignation, so that of two mentees who go at the same moment one is seen to be the last. */
    @EventListener
    void mentorshipEnded(MentorshipEnded ended) {
        var mentorId = mentorships.mentorOf(ended.mentorshipId());
        if (resignations
                        .findLockedByOpenMentor(mentorId)
                        .filter(Resignation::isAcknowledged)
                        .isPresent()
                && mentorships.menteesOf(mentorId).isEmpty()) {
            process.everybodyPlaced(mentorId);
        }
    }

    /** The mentors who are leaving, who leaves first at the beginning. */
    @Transactional(readOnly = true)
    public List<UnderWay> underWay() {
        return resignations.underWay();
    }

    /** How many mentors have left with thanks in the last twelve months. */
    @Transactional(readOnly = true)
    public int retiredLastYear() {
        return resignations.countByStateAndEndedOnAfter(
                Resignation.State.RETIRED, days.ofProgramme().minusYears(1));
    }

    /**
     * A mentor who is leaving.
     *
     * @param lastDay null as long as the mentor has not said it
     * @param acknowledged whether a contact has accepted it
     * @param placed how many of their mentees have another mentor
     * @param toPlace how many still have this one
     */
    public record UnderWay(
            String mentorId, @Nullable LocalDate lastDay, boolean acknowledged, int placed, int toPlace) {}
}
