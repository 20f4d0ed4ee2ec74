package org.reps.mentoring.leaving;

import java.time.Period;
import java.util.ArrayList;
import java.util.Objects;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.resignation.LeavingMentors;
import org.reps.mentoring.rules.Choice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/leave-programme.bpmn} asks of the application about somebody who has left without a word. */
@Component("gone")
@Transactional
public class GoneSteps {

    private final Leavings leavings;
    private final LeavingMentors leavingMentors;
    private final Mentorships mentorships;
    private final KnownPeople known;
    private final People people;
    private final Council council;
    private final Days days;

    GoneSteps(
            Leavings leavings,
            LeavingMentors leavingMentors,
            Mentorships mentorships,
            KnownPeople known,
            People people,
            Council council,
            Days days) {
        this.leavings = leavings;
        this.leavingMentors = leavingMentors;
        this.mentorships = mentorships;
        this.known = known;
        this.people = people;
        this.council = council;
        this.days = days;
    }

    /**
     * Keeps what the council says of somebody who is not there any more.
     *
     * @param memberId who decides
     * @param answer {@code place}, {@code end} or {@code mistake}
     * @throws Refusal when this person is part of the case
     */
    public void decide(String leavingId, String memberId, String answer) {
        var personId = leavings.get(leavingId).personId();
        var partOfIt = new ArrayList<>(mentorships.menteesOf(personId));
        mentorships.ofMentee(personId).map(Mentorship::mentorId).ifPresent(partOfIt::add);
        partOfIt.add(personId);
        council.requireImpartial(memberId, partOfIt);
        if (Choice.is(answer, "mistake", "place", "end")) {
            leavings.change(leavingId, leaving -> leaving.wasMistake(days.ofProgramme()));
        } else {
            leavings.change(leavingId, leaving -> leaving.withSaidBy(memberId));
        }
    }

    /**
     * Has other mentors looked for, for those whom they guided.
     *
     * @param time how long, ISO text
     */
    public void place(String leavingId, String time) {
        var gone = leavings.get(leavingId);
        leavingMentors.place(gone.personId(), Objects.requireNonNull(gone.saidBy()), Period.parse(time));
    }

    /** Nobody is guided by them any more. */
    public void endGuiding(String leavingId) {
        leavingMentors.endAll(leavings.get(leavingId).personId());
    }

    /** They are back in their groups, or may have their account again. */
    public void expectBack(String leavingId) {
        var personId = leavings.get(leavingId).personId();
        if (people.find(personId).isEmpty()) {
            known.expect(personId);
            return;
        }
        known.isHere(personId);
        people.join(Group.REPS, personId);
        if (leavingMentors.isMentor(personId)) {
            people.join(Group.MENTORS, personId);
        }
    }

    /** Whether somebody has left the programme, and not only stepped down as a mentor. */
    public boolean hasLeftAltogether(String leavingId) {
        var leaving = leavings.get(leavingId);
        return !(leaving.state() == Leaving.State.NOTICED
                && people.find(leaving.personId()).isPresent()
                && people.isIn(Group.REPS, leaving.personId()));
    }

    /** They are a rep as before, and no mentor. */
    public void staysAsRep(String leavingId) {
        leavings.change(leavingId, leaving -> leaving.wasMistake(days.ofProgramme()));
    }
}
