package org.reps.mentoring.wayin;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Set;
import org.reps.mentoring.engine.people.ChosenPasswords;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.entrylink.EntryLinks;
import org.reps.mentoring.entrylink.EntryLinks.Found;
import org.reps.mentoring.entrylink.LinkState;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who comes by a link chooses a password, once. */
@Component
class ChoosingPassword {

    /** Analysts and operators find nothing in Tasklist. */
    private static final Set<Group> IN_TASKLIST = Set.of(Group.REPS, Group.MENTORS, Group.COUNCIL, Group.CONTACTS);

    private final EntryLinks links;
    private final ChosenPasswords passwords;
    private final People people;
    private final TransactionTemplate transaction;

    ChoosingPassword(EntryLinks links, ChosenPasswords passwords, People people, TransactionTemplate transaction) {
        this.links = links;
        this.passwords = passwords;
        this.people = people;
        this.transaction = transaction;
    }

    /** What becomes of who comes by this link; nothing is changed. */
    Found look(String code) {
        return links.find(code);
    }

    /**
     * Gives the person to whom the link belongs this password, and closes all their links.
     *
     * @return the link as it was; only when it was open, the password is theirs now
     * @throws Refusal when the password is too easy to guess or was not written the same way twice; the link stays open
     */
    Found choose(String code, String password, String again) {
        return requireNonNull(transaction.execute(status -> {
            var found = links.use(code);
            if (found.state() == LinkState.OPEN) {
                if (!password.equals(again)) {
                    throw new Refusal("The two are not the same. Please write your password in both fields.");
                }
                passwords.choose(found.personId(), password);
            }
            return found;
        }));
    }

    /** What the pages call them. */
    String greeting(String userId) {
        return people.greeting(userId);
    }

    /** Where they log in. */
    String application(String userId) {
        return Arrays.stream(Group.values()).filter(IN_TASKLIST::contains).anyMatch(group -> people.isIn(group, userId))
                ? "tasklist"
                : "cockpit";
    }
}
