package org.reps.mentoring.welcomeback;

import java.util.Map;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/welcome-back.bpmn} asks of the application. */
@Component("welcomeBack")
@Transactional
public class WelcomeBackSteps {

    private final KnownPeople known;
    private final People people;
    private final Notices notices;

    WelcomeBackSteps(KnownPeople known, People people, Notices notices) {
        this.known = known;
        this.people = people;
        this.notices = notices;
    }

    /**
     * Who comes back.
     *
     * @param userName as somebody has typed it, in small or capital letters
     * @return the user name as it was
     * @throws Refusal when nobody had it, whoever has it is here, or the council is asked about them
     */
    public String whoever(String userName) {
        var typed = userName.strip();
        var found = known.find(typed)
                .orElseThrow(() -> Refusal.at(
                        "userName", "User name", "nobody here has ever had the user name \"" + typed + "\"."));
        if (found.erased() || !known.isLocked(found.id())) {
            throw Refusal.at(
                    "userName",
                    "User name",
                    "whoever had the user name \"" + typed + "\" was erased, and nothing is kept that"
                            + " they could come back to. The same person can have an account with another user name.");
        }
        if (found.missingSince() != null && !found.expected()) {
            throw new Refusal("It is not clear yet what became of \"" + found.id()
                    + "\": a task of the council asks it." + " Please answer there that it was a mistake.");
        }
        if (found.leftOn() == null && people.find(found.id()).isPresent()) {
            throw Refusal.at("userName", "User name", "\"" + found.id() + "\" has not left.");
        }
        return found.id();
    }

    /** Whether they can log in as before, as soon as they may. */
    @Transactional(readOnly = true)
    public boolean hasAccount(String personId) {
        return people.find(personId).isPresent();
    }

    public void makeRepAgain(String personId) {
        known.isHere(personId);
        people.join(Group.REPS, personId);
    }

    /** They may have an account under their user name, once. */
    public void expect(String personId) {
        known.expect(personId);
    }

    public void tellBack(String personId) {
        notices.tell(personId, "welcome-back", personId, Map.of());
    }

    public void tellAccountNeeded(String personId, String contactId) {
        notices.tell(contactId, "welcome-back-account", personId, Map.of("userName", personId));
    }
}
