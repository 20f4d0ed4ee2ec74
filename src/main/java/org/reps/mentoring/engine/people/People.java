package org.reps.mentoring.engine.people;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.reps.mentoring.text.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who can log in. Their names, addresses and passwords live in the engine's identity tables only. */
@Component("people")
public class People {

    /** Also as they are written elsewhere. */
    private static final Pattern SEPARATORS = Pattern.compile("[,;\\n\u060C\u3001\uFF0C\uFF1B]");

    private static final Pattern BLANKS = Pattern.compile(" ");
    private static final List<String> PROGRAMME = Stream.of(Group.REPS, Group.MENTORS, Group.COUNCIL, Group.CONTACTS)
            .map(Group::id)
            .toList();

    private static final int MOST_NAMED = 10;
    private static final int LONGEST_QUOTED = 80;

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

    /** What a sentence calls somebody to their face: the first name, or else the last, or else the user name. */
    public String greeting(String userId) {
        return find(userId).map(Names::greeting).orElse(userId);
    }

    /**
     * What a sentence calls somebody of whom others read: the first name, or else the last; as {@link #name(String)}
     * where more than one person is called so. It is never empty, and short enough for the name of a task.
     */
    public String firstName(String userId) {
        return read().called(userId);
    }

    /**
     * The person's full name, cut if it is very long; with their user name behind it where somebody else has the same,
     * and the user name alone where nothing else is known.
     */
    public String name(String userId) {
        return read().shown(userId);
    }

    /** The {@linkplain #name(String) names} of these people; whoever has no account is not in the map. */
    public Map<String, String> names(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<>(names());
        names.keySet().retainAll(Set.copyOf(userIds));
        return names;
    }

    /** What sentences call these people, as {@link #firstName}, by their user ids. */
    public Map<String, String> firstNames(Collection<String> userIds) {
        var names = read();
        return userIds.stream().distinct().collect(toMap(userId -> userId, userId -> names.called(userId)));
    }

    /** The {@linkplain #name(String) names} of everybody by their user ids; for lists, which would ask one by one. */
    public Map<String, String> names() {
        return read().shown();
    }

    /**
     * As {@link #names()}, but only of those who have a part in the programme: the account of whoever has left stays.
     */
    public Map<String, String> namesOfThoseHere() {
        var names = new HashMap<>(names());
        names.keySet()
                .retainAll(database.sql("select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ in (:programme)")
                        .param("programme", PROGRAMME)
                        .query(String.class)
                        .set());
        return names;
    }

    /** These people as choices in a form, by their names and in this order. */
    public List<Option> options(Collection<String> userIds) {
        var names = read();
        return userIds.stream()
                .map(userId -> new Option(names.shown(userId), userId))
                .toList();
    }

    /**
     * The person somebody means who types a name: the full name, the user name, or both as in {@code Ana Silva (ana2)}.
     * Capital letters, accents and blanks make no difference.
     *
     * @param group of several who are called so, those in this group are meant; null for any group
     * @return their user id
     * @throws Refusal when nobody here is called so, or several are
     */
    public String meant(String typed, @Nullable Group group) {
        var names = read();
        var outside = outside();
        var meant = names.meantBy(typed).stream()
                .filter(userId -> !outside.contains(userId))
                .toList();
        return oneOf(meant, typed, group, names);
    }

    /** Who has an account only for other things than the programme: whether there is one is nobody's to find out. */
    private Set<String> outside() {
        return database.sql("select USER_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ not in"
                        + " (select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ in (:programme))")
                .param("programme", PROGRAMME)
                .query(String.class)
                .set();
    }

    /**
     * As {@link #meant(String, Group)}, where only some may name others: for everybody else, who is called how is not
     * told by this.
     *
     * @param namedBy whose members may; null for everybody
     * @return the user id; for somebody who may not, theirs where they are meant, and otherwise what they have typed
     */
    public String meantByWhoeverAsks(String typed, @Nullable Group group, @Nullable Group namedBy) {
        var asking = identities.getCurrentAuthentication();
        if (namedBy == null || asking == null || isIn(namedBy, asking.getUserId())) {
            return meant(typed, group);
        }
        return read().meantBy(typed).contains(asking.getUserId()) ? asking.getUserId() : typed;
    }

    /**
     * The people somebody means who types several names, with commas between them; also with blanks only, where they
     * are user names.
     *
     * @param group as in {@link #meant(String, Group)}
     * @return their user ids, with commas between them
     * @throws Refusal when nobody here is called like one of the names, or several are, or there are only commas
     */
    public String allMeant(String typed, @Nullable Group group) {
        var names = read();
        var meant = new LinkedHashSet<String>();
        for (var name : SEPARATORS.split(typed)) {
            if (PlainText.saysNothing(name)) {
                continue;
            }
            var people = names.meantBy(name);
            var words = BLANKS.split(PlainText.oneLine(name));
            if (people.isEmpty()
                    && Stream.of(words)
                            .allMatch(word -> names.withUserName(word).count() == 1)) {
                Stream.of(words).flatMap(names::withUserName).forEach(meant::add);
            } else {
                meant.add(oneOf(people, name, group, names));
            }
        }
        if (meant.isEmpty()) {
            throw new Refusal("please write the full name or the user name of somebody");
        }
        return String.join(", ", meant);
    }

    /**
     * Everybody whom somebody could look for who types this: their user name, or a part of their name. Capital letters,
     * accents and blanks make no difference.
     *
     * @return their user ids
     */
    public Set<String> mentioned(String typed) {
        return read().mentionedBy(typed).collect(toSet());
    }

    /** The {@linkplain #name(String) names} of those whose user ids stand in a text, with commas between them. */
    public String inWords(String userIds) {
        var names = read();
        return Stream.of(userIds.split(", ")).map(names::shown).collect(joining(", "));
    }

    /** By what this person is named in texts. */
    public Mention mention(String userId) {
        return new Names(everybody("EMAIL_")).mention(userId);
    }

    private String oneOf(List<String> people, String typed, @Nullable Group group, Names names) {
        var meant = people;
        if (meant.size() > 1) {
            // Whoever has left is still called so, but is seldom meant.
            var members = membersOf(group);
            var here = people.stream().filter(members::contains).toList();
            meant = here.isEmpty() ? people : here;
        }
        var name = PlainText.shortened(PlainText.oneLine(typed), LONGEST_QUOTED);
        if (meant.isEmpty()) {
            throw wanted(Wanted.of("nobodyCalled", name));
        }
        if (meant.size() > 1) {
            var all = meant.stream().limit(MOST_NAMED).map(names::toldApart).collect(joining(", "));
            throw wanted(
                    meant.size() > MOST_NAMED
                            ? Wanted.of("manyCalled", name, all, meant.size() - MOST_NAMED)
                            : Wanted.of("severalCalled", name, all));
        }
        return meant.get(0);
    }

    /** Whoever asks knows in which field it was typed. */
    private static Refusal wanted(Wanted wanted) {
        return Refusal.of(List.of(Refusal.Fault.of(null, "", wanted)));
    }

    private Set<String> membersOf(@Nullable Group group) {
        var all = "select USER_ID_ from ACT_ID_MEMBERSHIP";
        var members = group == null
                ? database.sql(all)
                : database.sql(all + " where GROUP_ID_ = ?").param(group.id());
        return members.query(String.class).set();
    }

    /** Directly: the engine would keep each of them in mind, to look for changes in the end. */
    private Names read() {
        return new Names(everybody("''"));
    }

    private List<Person> everybody(String mail) {
        return database.sql("select ID_, FIRST_, LAST_, " + mail + " from ACT_ID_USER")
                .query((row, number) -> new Person(
                        row.getString(1),
                        orEmpty(row.getString(2)),
                        orEmpty(row.getString(3)),
                        orEmpty(row.getString(4))))
                .list();
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

    /** The user ids of those who keep the application running. */
    public List<String> operators() {
        return identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).orderByUserId().asc().list().stream()
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

    /**
     * Whether this is somebody's password; whoever has none yet has no other either. Unlike a login, asking does not
     * count as an attempt.
     */
    public boolean hasPassword(String userId, String password) {
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var user = context.getDbEntityManager().selectById(UserEntity.class, userId);
            return user != null
                    && user.getPassword() != null
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
