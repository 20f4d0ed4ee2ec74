package org.reps.mentoring.engine.people;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who can log in. Their names, addresses and passwords live in the engine's identity tables only. */
@Component("people")
public class People {

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl configuration;
    private final JdbcClient database;

    People(IdentityService identities, ProcessEngine engine, JdbcClient database) {
        this.identities = identities;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.database = database;
    }

    public Optional<Person> find(String userId) {
        return Optional.ofNullable(identities.createUserQuery().userId(userId).singleResult())
                .map(People::person);
    }

    /** The person's first name; their id when nobody is known under it, so that a sentence never has a hole. */
    public String firstName(String userId) {
        return find(userId)
                .map(Person::firstName)
                .filter(name -> !name.isBlank())
                .orElse(userId);
    }

    /** The person's full name; their id when nobody is known under it. */
    public String name(String userId) {
        return find(userId).map(Person::name).filter(name -> !name.isBlank()).orElse(userId);
    }

    /** The full names of these people, read at once; whoever nobody is known under is not in the map. */
    public Map<String, String> names(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        return identities.createUserQuery().userIdIn(userIds.stream().distinct().toArray(String[]::new)).list().stream()
                .map(People::person)
                .filter(person -> !person.name().isBlank())
                .collect(toMap(Person::id, Person::name));
    }

    /** The full names of everybody by their user ids, read at once; for lists that would otherwise ask one by one. */
    public Map<String, String> names() {
        // The engine would keep each of them in mind, to look for changes in the end.
        return database
                .sql("select ID_, FIRST_, LAST_ from ACT_ID_USER")
                .query((row, number) ->
                        new Person(row.getString(1), orEmpty(row.getString(2)), orEmpty(row.getString(3)), ""))
                .list()
                .stream()
                .filter(person -> !person.name().isBlank())
                .collect(toMap(Person::id, Person::name));
    }

    /** These people as choices in a form, by their names and in this order. */
    public List<Option> options(Collection<String> userIds) {
        return userIds.stream().map(userId -> new Option(name(userId), userId)).toList();
    }

    /**
     * The user id that somebody means who types a user name: as they typed it if there is such a person, otherwise in
     * small letters, as phones like to begin with a capital one.
     */
    public String meant(String typed) {
        return find(typed).isPresent() ? typed : typed.toLowerCase(Locale.ROOT);
    }

    public boolean isIn(Group group, String userId) {
        return identities
                        .createGroupQuery()
                        .groupId(group.id())
                        .groupMember(userId)
                        .count()
                > 0;
    }

    /** The user ids of all members of a group, in alphabetical order. */
    public List<String> in(Group group) {
        return identities.createUserQuery().memberOfGroup(group.id()).orderByUserId().asc().list().stream()
                .map(User::getId)
                .toList();
    }

    /** Makes the person a member of a group, unless they are one already; in force with their next request. */
    public void join(Group group, String userId) {
        if (!isIn(group, userId)) {
            identities.createMembership(userId, group.id());
        }
    }

    /** Creates an account, unless there is one with this id already. */
    public void register(Person person, String password, Group... groups) {
        if (find(person.id()).isPresent()) {
            return;
        }
        var user = identities.newUser(person.id());
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.email());
        user.setPassword(password);
        identities.saveUser(user);
        for (var group : groups) {
            identities.createMembership(person.id(), group.id());
        }
    }

    /** Takes a person out of a group; whoever is not in it stays as they are. */
    public void leave(Group group, String userId) {
        identities.deleteMembership(userId, group.id());
    }

    /** Whether this is somebody's password. Unlike a login, asking does not count as an attempt. */
    public boolean hasPassword(String userId, String password) {
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var user = context.getDbEntityManager().selectById(UserEntity.class, userId);
            return user != null
                    && configuration
                            .getPasswordManager()
                            .check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
        });
    }

    private static Person person(User user) {
        return new Person(
                user.getId(), orEmpty(user.getFirstName()), orEmpty(user.getLastName()), orEmpty(user.getEmail()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
