package org.reps.mentoring.unreachable;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.notice.KeptMails;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/unreachable-person.bpmn} asks of the application, and what {@code bpmn/send-mail.bpmn} reports. */
@Component("unreachable")
@Transactional
public class UnreachableSteps {

    private final UnreachablePeople unreachable;
    private final UnreachableProcess asking;
    private final KeptMails kept;
    private final People people;
    private final Clock clock;

    UnreachableSteps(
            UnreachablePeople unreachable, UnreachableProcess asking, KeptMails kept, People people, Clock clock) {
        this.unreachable = unreachable;
        this.asking = asking;
        this.kept = kept;
        this.people = people;
        this.clock = clock;
    }

    /** A mail could not be sent to this person. The council is asked for another address, unless it was already. */
    public void report(String personId) {
        if (!unreachable.existsById(personId)) {
            unreachable.save(UnreachablePerson.since(personId, clock.instant()));
            asking.start(personId);
        }
    }

    /** Whether mails to this person could not be sent, so that some may wait. */
    public boolean isKnown(String personId) {
        return unreachable.existsById(personId) || kept.areThereFor(personId);
    }

    /** As {@link #isKnown}: all of them, as they are few. */
    public Set<String> known() {
        var all = new HashSet<>(kept.recipients());
        unreachable.findAll().forEach(person -> all.add(person.id()));
        return all;
    }

    /** A mail has reached this person: what waits is sent, and the council need not do anything any more. */
    public void reached(String personId) {
        if (!asking.reached(personId)) {
            sendWhatWaits(personId);
        }
    }

    /**
     * Sends what waits for this person and is still of use. When the address is refused again, the council is asked
     * again.
     */
    public void sendWhatWaits(String personId) {
        unreachable.deleteById(personId);
        kept.sendAgain(personId);
    }

    /** Who it is, as the council reads it. */
    public Who who(String personId) {
        return new Who(people.firstName(personId), people.name(personId), personId);
    }

    @EventListener
    void forget(CaseDeleted deleted) {
        if (deleted.process().equals("unreachable-person")) {
            unreachable.deleteById(deleted.subject());
        }
    }

    /**
     * Whom no mail reaches.
     *
     * @param userId the name under which the operator finds them
     */
    public record Who(String firstName, String name, String userId) {}
}
