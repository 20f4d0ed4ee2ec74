package org.reps.mentoring.engine.arrivals;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.reps.mentoring.engine.arrivals.NotWelcome.Why;
import org.reps.mentoring.engine.login.SignInSettings;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.UserNames;
import org.reps.mentoring.person.KnownPeople;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds or makes the account of somebody who has signed in elsewhere. An account belongs to an identity, never to a
 * name that somebody can give themself. The provider decides who is let in, and who is in the council and the groups
 * around it; who is a rep or a mentor it says once, when the account is made, as that is what processes here decide.
 */
public final class Arrivals {

    /** The provider gives and takes these with each login. */
    private static final Set<String> DECIDED_THERE =
            Set.of(Group.COUNCIL.id(), Group.CONTACTS.id(), Group.ANALYSTS.id(), Groups.CAMUNDA_ADMIN);

    private static final String NAMELESS = "person";

    private final IdentityService accounts;
    private final Identities identities;
    private final KnownPeople people;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final SignInSettings settings;

    public Arrivals(
            IdentityService accounts,
            Identities identities,
            KnownPeople people,
            DataSource database,
            TransactionTemplate transaction,
            SignInSettings settings) {
        this.accounts = accounts;
        this.identities = identities;
        this.people = people;
        this.database = database;
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * Lets them in.
     *
     * @return the user id of their account
     * @throws NotWelcome if there is none for them
     */
    public String arrive(Claimed claimed) {
        return Objects.requireNonNull(transaction.execute(status -> arrived(claimed)));
    }

    /** The account of somebody who has been let in before; empty also when they are in no group any more. */
    public Optional<String> known(String identity) {
        return identities
                .find(identity)
                .flatMap(known -> Optional.ofNullable(known.userId()))
                .filter(userId ->
                        !people.isAway(userId) && !identities.groupsOf(userId).isEmpty());
    }

    private String arrived(Claimed claimed) {
        if (claimed.groups() != null && claimed.groups().isEmpty()) {
            throw new NotWelcome(Why.NOT_IN_PROGRAMME);
        }
        identities.oneAfterTheOther();
        var known = identities.find(claimed.identity());
        var userId = known.map(Identities.Known::userId).orElse(null);
        if (userId == null) {
            userId = existing(claimed).orElse(null);
        }
        if (userId == null) {
            if (known.isPresent()) {
                throw new NotWelcome(Why.HAS_LEFT);
            }
            userId = make(claimed);
        } else if (people.isAway(userId)) {
            // Whoever has left comes back by somebody here, not by what is still said elsewhere.
            throw new NotWelcome(Why.HAS_LEFT);
        } else if (known.isEmpty() || !known.get().said().equals(claimed.said())) {
            change(userId, claimed);
        }
        identities.keep(claimed.identity(), userId, claimed.said());
        takeOverGroups(userId, claimed);
        if (identities.groupsOf(userId).isEmpty()) {
            throw new NotWelcome(Why.HAS_LEFT);
        }
        return userId;
    }

    /** The account that is theirs as the operator wants it. Nobody becomes the operator who was there before. */
    private Optional<String> existing(Claimed claimed) {
        var theirs = switch (settings.existing()) {
            case FOR_NOBODY -> List.<String>of();
            // m.aya is not maya.
            case BY_USER_NAME -> claimed.isUserName() ? withUserName(claimed) : List.<String>of();
            case BY_MAIL -> withMail(claimed);
        };
        return theirs.size() != 1
                ? Optional.empty()
                : theirs.stream()
                        .filter(userId -> !identities.isSomebodys(userId)
                                && !identities.groupsOf(userId).contains(Groups.CAMUNDA_ADMIN))
                        .findFirst();
    }

    private List<String> withUserName(Claimed claimed) {
        return claimed.userName().isEmpty() ? List.of() : UserNames.likeThis(claimed.userName(), database);
    }

    private List<String> withMail(Claimed claimed) {
        return claimed.mailIsVerified() && !claimed.mail().isEmpty() ? identities.withMail(claimed.mail()) : List.of();
    }

    private String make(Claimed claimed) {
        if (claimed.groups() == null) {
            throw new NotWelcome(Why.NOT_IN_PROGRAMME);
        }
        var alike = new HashSet<>(withUserName(claimed));
        alike.addAll(withMail(claimed));
        if (!alike.stream().allMatch(identities::isSomebodys)) {
            throw new NotWelcome(Why.COULD_BE_THEIRS);
        }
        // The next one who is called so would be taken for whoever comes back.
        if (people.find(claimed.userName()).filter(KnownPeople.Known::expected).isPresent()) {
            throw new NotWelcome(Why.COULD_BE_THEIRS);
        }
        var userId = freeUserName(claimed.userName().isEmpty() ? NAMELESS : claimed.userName());
        var account = accounts.newUser(userId);
        account.setFirstName(claimed.firstName());
        account.setLastName(claimed.lastName());
        account.setEmail(claimed.mail());
        accounts.saveUser(account);
        var said = claimed.groups();
        if (said.contains(Group.MENTORS.id())) {
            accounts.createMembership(userId, Group.MENTORS.id());
        }
        // Mentors are reps.
        if (said.contains(Group.REPS.id()) || said.contains(Group.MENTORS.id())) {
            accounts.createMembership(userId, Group.REPS.id());
        }
        return userId;
    }

    private String freeUserName(String wanted) {
        var userName = wanted;
        for (var i = 2; isTaken(userName); i++) {
            userName = wanted + i;
        }
        return userName;
    }

    /** Also by somebody who was here before. */
    private boolean isTaken(String userName) {
        return !UserNames.likeThis(userName, database).isEmpty()
                || people.find(userName).isPresent();
    }

    /** What is not said any more stays as it is. */
    private void change(String userId, Claimed claimed) {
        var account = accounts.createUserQuery().userId(userId).singleResult();
        if (!claimed.firstName().isEmpty() || !claimed.lastName().isEmpty()) {
            account.setFirstName(claimed.firstName());
            account.setLastName(claimed.lastName());
        }
        if (!claimed.mail().isEmpty()) {
            account.setEmail(claimed.mail());
        }
        accounts.saveUser(account);
    }

    private void takeOverGroups(String userId, Claimed claimed) {
        var said = claimed.groups();
        if (said == null) {
            return;
        }
        var groups = identities.groupsOf(userId);
        for (var group : DECIDED_THERE) {
            if (said.contains(group) && !groups.contains(group)) {
                accounts.createMembership(userId, group);
            } else if (!said.contains(group) && groups.contains(group)) {
                accounts.deleteMembership(userId, group);
            }
        }
    }
}
