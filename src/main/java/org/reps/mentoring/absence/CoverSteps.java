package org.reps.mentoring.absence;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/mentor-absence.bpmn} asks about the mentor who is there for the mentees meanwhile. */
@Component("covering")
@Transactional
public class CoverSteps {

    /** What the form answers when nobody is to cover; no user id looks like this. */
    static final String NO_ONE = "no-one";

    private final AbsenceTable table;
    private final MentorAbsenceProcess process;
    private final MentorsAway away;
    private final AbsenceNotices told;
    private final Mentors mentors;
    private final People people;

    CoverSteps(
            AbsenceTable table,
            MentorAbsenceProcess process,
            MentorsAway away,
            AbsenceNotices told,
            Mentors mentors,
            People people) {
        this.table = table;
        this.process = process;
        this.away = away;
        this.told = told;
        this.mentors = mentors;
        this.people = people;
    }

    /**
     * Checks whom the mentor chose, in case something has changed since they were offered.
     *
     * @throws Refusal when this mentor cannot cover any more
     */
    public void noteChoice(String absenceId, String coverId) {
        var absence = away.lockAbsence(absenceId);
        if (!coverId.equals(NO_ONE) && !possible(absence).contains(coverId)) {
            throw Refusal.at(
                    "coverId",
                    people.firstName(coverId)
                            + " cannot cover for you any more. Please refresh the page and choose somebody else.");
        }
    }

    /**
     * Keeps what the mentor answered who was asked to cover.
     *
     * @param answer {@code yes} or {@code no}
     * @throws Refusal when they agree but are not there all the time
     */
    public void noteAnswer(String absenceId, String coverId, String answer) {
        var absence = away.lockAbsence(absenceId);
        if (!Choice.is(answer, "yes", "no")) {
            return;
        }
        if (!possible(absence).contains(coverId)) {
            throw new Refusal("You are not there all that time yourself. Please answer no; somebody else is asked.");
        }
        table.save(away.changed(absence.coveredBy(coverId)));
    }

    /** Keeps that a mentor who was asked does not cover. */
    public void noteCannot(String absenceId, String coverId) {
        away.changeOpen(absenceId, absence -> absence.notCoveredBy(coverId));
    }

    /** Whether somebody had agreed to cover and cannot any more, and this was not told yet. */
    @Transactional(readOnly = true)
    public boolean isLost(String absenceId) {
        return table.get(absenceId).isCoverLost();
    }

    /** Tells mentees and contacts that the cover is lost. */
    public void tellLost(String absenceId) {
        away.changeOpen(absenceId, absence -> told.tellWhomToTurnTo(absence.lossTold()));
    }

    /** A mentor who leaves covers for nobody any more; those who relied on it are told, and the mentors asked again. */
    public void end(String coverId) {
        end(coverId, covered -> true);
    }

    /** Whoever goes away cannot cover those who are away meanwhile. */
    void end(String coverId, Absence own) {
        end(coverId, covered -> away.overlap(covered, own));
    }

    private void end(String coverId, Predicate<Absence> whom) {
        for (var covered : table.findByCoverAndOpenMentorIsNotNull(coverId)) {
            if (whom.test(covered)) {
                away.changeOpen(covered.id(), absence -> away.changed(absence.notCoveredBy(coverId)));
                process.coverLost(covered.mentorId());
            }
        }
    }

    /** The mentors who are there all the time, and have not said no. */
    Collection<String> possible(Absence absence) {
        var awayThen = table.findByOpenMentorIsNotNull().stream()
                .filter(other -> away.overlap(other, absence))
                .map(Absence::mentorId)
                .collect(toCollection(TreeSet::new));
        return mentors.findAll().stream()
                .filter(mentor -> mentor.isServing()
                        && !mentor.isResigning()
                        && !mentor.id().equals(absence.mentorId())
                        && !awayThen.contains(mentor.id())
                        && !absence.cannotCover().contains(mentor.id()))
                .map(Mentor::id)
                .sorted()
                .toList();
    }
}
