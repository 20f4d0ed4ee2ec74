package org.reps.mentoring.inactivity;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.council.TooFewImpartial;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How {@code bpmn/mentor-inactivity.bpmn} decides whether a silent mentor is inactive, and who decides it. */
@Component("inactivityDecision")
@Transactional
public class MentorInactivityDecisionSteps {

    private final Inactivities inactivities;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final Council council;
    private final MentoringRules rules;
    private final Days days;

    MentorInactivityDecisionSteps(
            Inactivities inactivities,
            Mentors mentors,
            Mentorships mentorships,
            Council council,
            MentoringRules rules,
            Days days) {
        this.inactivities = inactivities;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.council = council;
        this.rules = rules;
        this.days = days;
    }

    /**
     * The council members who can decide now: neither the mentor nor one of their mentees, nor their cover, nor who has
     * agreed in this round already.
     *
     * @throws TooFewImpartial when they are too few for the quorum; the case then waits with an incident for the
     *     operator
     */
    public List<String> whoDecides(String mentorId) {
        var agreed = inactivities.open(mentorId).agreed();
        var members = impartial(mentorId).stream().filter(not(agreed::contains)).toList();
        if (agreed.size() + members.size() < rules.overrideQuorum()) {
            throw new TooFewImpartial("Not enough impartial people are in the council: " + rules.overrideQuorum()
                    + " have to agree; somebody has to join it");
        }
        // A class that can be read back: the engine stores its name with the variable.
        return new ArrayList<>(members);
    }

    /**
     * Keeps what a council member decided.
     *
     * @param answer {@code inactive}, {@code more-time} or {@code active}
     * @return whether enough have agreed that the mentor is inactive
     * @throws Refusal when this member is part of the case or has agreed already
     */
    public boolean decide(String mentorId, String memberId, String answer) {
        // As everything that happens to a case: several who answer at once answer in turn.
        mentors.lock(mentorId);
        var decided = inactivities.change(inactivities.open(mentorId).id(), inactivity -> {
            if (!inactivity.agreed().contains(memberId) && !impartial(mentorId).contains(memberId)) {
                throw new Refusal("You are part of this case; somebody else of the council has to decide.");
            }
            return inactivity.decided(memberId, InactivityDecision.Answer.of(answer), days.ofProgramme());
        });
        return decided.agreed().size() >= rules.overrideQuorum();
    }

    private Collection<String> impartial(String mentorId) {
        var involved = new TreeSet<>(mentorships.menteesOf(mentorId));
        involved.add(mentorId);
        var cover = mentors.get(mentorId).cover();
        if (cover != null) {
            involved.add(cover);
        }
        return council.impartialMembers(involved);
    }
}
