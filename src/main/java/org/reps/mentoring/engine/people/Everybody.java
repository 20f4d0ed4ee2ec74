package org.reps.mentoring.engine.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All accounts at once: for thousands of people, asking and writing one by one would take minutes. */
@Component
public class Everybody {

    /** So many that they are written quickly, and so few that the engine need not keep everybody in mind. */
    private static final int AT_ONCE = 500;

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl configuration;
    private final JdbcClient database;

    Everybody(IdentityService identities, ProcessEngine engine, JdbcClient database) {
        this.identities = identities;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.database = database;
    }

    /** All accounts by user id. */
    public Map<String, Account> accounts() {
        var groups = new HashMap<String, Set<String>>();
        database.sql("select USER_ID_, GROUP_ID_ from ACT_ID_MEMBERSHIP")
                .query((RowCallbackHandler) row -> groups.computeIfAbsent(row.getString(1), none -> new TreeSet<>())
                        .add(row.getString(2)));
        var accounts = new HashMap<String, Account>();
        database.sql("select ID_, FIRST_, LAST_, EMAIL_, PWD_ from ACT_ID_USER").query((RowCallbackHandler) row -> {
            var person = new Person(
                    row.getString(1), orEmpty(row.getString(2)), orEmpty(row.getString(3)), orEmpty(row.getString(4)));
            accounts.put(
                    person.id(),
                    new Account(person, groups.getOrDefault(person.id(), Set.of()), row.getString(5) != null));
        });
        return accounts;
    }

    /**
     * Creates and changes accounts, and lets people join groups. Passwords stay as they are; whoever is new has none,
     * and so cannot log in, until they have chosen one.
     *
     * @throws OptimisticLockingFailureException when somebody else has made or changed one of these accounts meanwhile
     */
    public void save(Collection<Change> changes) {
        var all = List.copyOf(changes);
        for (var begin = 0; begin < all.size(); begin += AT_ONCE) {
            var some = all.subList(begin, Math.min(begin + AT_ONCE, all.size()));
            try {
                configuration.getCommandExecutorTxRequired().execute(context -> {
                    some.forEach(this::save);
                    return null;
                });
            } catch (ProcessEnginePersistenceException | OptimisticLockingException e) {
                throw new OptimisticLockingFailureException("Accounts were changed meanwhile", e);
            }
        }
    }

    private void save(Change change) {
        var person = change.person();
        if (change.account() != Kind.SAME) {
            var user = change.account() == Kind.NEW
                    ? identities.newUser(person.id())
                    : identities.createUserQuery().userId(person.id()).singleResult();
            user.setFirstName(person.firstName());
            user.setLastName(person.lastName());
            user.setEmail(person.email());
            identities.saveUser(user);
        }
        change.joins().forEach(group -> identities.createMembership(person.id(), group.id()));
    }

    /** Takes somebody out of all their groups, also those that are not the programme's; the operator's stays. */
    public void leaveAll(String userId) {
        identities.createGroupQuery().groupMember(userId).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId)
                .filter(group -> !group.equals(Groups.CAMUNDA_ADMIN))
                .forEach(group -> identities.deleteMembership(userId, group));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /**
     * Somebody who has an account.
     *
     * @param groups ids of all their groups, also of those that are not the programme's
     */
    public record Account(Person person, Set<String> groups, boolean hasPassword) {

        public boolean isIn(Group group) {
            return groups.contains(group.id());
        }

        /** Whether they keep the application running. */
        public boolean isOperator() {
            return groups.contains(Groups.CAMUNDA_ADMIN);
        }
    }

    /** What is to be done with the account itself. */
    public enum Kind {
        NEW,
        CHANGED,
        SAME
    }

    /**
     * What is to become of somebody.
     *
     * @param joins groups that they are not in yet
     */
    public record Change(Person person, Kind account, Set<Group> joins) {}
}
