package org.reps.mentoring.leaving;

import java.util.Map;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.farewell.LeftBehind;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.resignation.LeavingMentors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What ends when somebody has left, in this order: first the way in, so that nothing begins any more; then the cases
 * about them; then the mentorship in which they are guided, also one that has just begun in such a case; and what
 * others wait for. Their history stays.
 */
@Component
@Transactional
class Goodbye {

    private final Leavings leavings;
    private final LeavingProcess process;
    private final KnownPeople known;
    private final Everybody everybody;
    private final People people;
    private final Mentorships mentorships;
    private final LeavingMentors leavingMentors;
    private final LeftBehind leftBehind;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Days days;

    Goodbye(
            Leavings leavings,
            LeavingProcess process,
            KnownPeople known,
            Everybody everybody,
            People people,
            Mentorships mentorships,
            LeavingMentors leavingMentors,
            LeftBehind leftBehind,
            Notices notices,
            ApplicationEventPublisher events,
            Days days) {
        this.leavings = leavings;
        this.process = process;
        this.known = known;
        this.everybody = everybody;
        this.people = people;
        this.mentorships = mentorships;
        this.leavingMentors = leavingMentors;
        this.leftBehind = leftBehind;
        this.notices = notices;
        this.events = events;
        this.days = days;
    }

    /**
     * They are in no group any more and cannot log in; their sessions end with that. Their account stays, and whoever
     * keeps the application running still gets in.
     */
    void closeAccount(String personId) {
        if (!isOperator(personId)) {
            known.leave(personId, days.ofProgramme());
        }
        everybody.leaveAll(personId);
    }

    /** Cases about them end as wholes; whoever had something to do in them is told that they need not any more. */
    void endCases(String personId) {
        var name = people.name(personId);
        for (var over : leftBehind.endCasesAbout(personId)) {
            notices.tell(over.userId(), "left-task-over", over.taskId(), Map.of("person", name, "task", over.name()));
        }
    }

    /** The mentor's place is free again. */
    void endMentorship(String personId, String message) {
        mentorships.ofMentee(personId).ifPresent(running -> {
            mentorships.end(running.id(), "left the programme");
            notices.tell(
                    running.mentorId(),
                    "left-mentor",
                    running.id(),
                    Map.of("person", people.firstName(personId), "message", message));
        });
    }

    /** Nobody waits for them any more. */
    void passOn(String personId) {
        events.publishEvent(new HasLeft(personId));
        leftBehind.passOn(personId);
    }

    /** All at once, for somebody on whom nobody depends. */
    void now(String personId) {
        var today = days.ofProgramme();
        if (people.isIn(Group.REPS, personId) || isPartOfProgramme(personId)) {
            leavings.save(leavings.findByOpenPerson(personId)
                    .orElseGet(() -> Leaving.noticed(personId, today))
                    .left(today));
        }
        process.end(personId);
        leavingMentors.endAll(personId);
        closeAccount(personId);
        endCases(personId);
        endMentorship(personId, "");
        passOn(personId);
    }

    private boolean isOperator(String personId) {
        var account = everybody.accounts().get(personId);
        return account != null && account.isOperator();
    }

    private boolean isPartOfProgramme(String personId) {
        return leavings.existsByOpenPerson(personId) || leavingMentors.isMentor(personId);
    }
}
