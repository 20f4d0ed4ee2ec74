package org.reps.mentoring.person;

import static java.util.Collections.disjoint;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.NameDigests;
import org.reps.mentoring.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everybody who has, or ever had, an account here. What the programme keeps of somebody stands under their user name,
 * so a user name is never anybody else's: it stays here when the account is gone. Two that differ only by capital
 * letters are the same. Of whoever was erased a digest is kept, by which their user name is recognised and not read.
 *
 * <p>The engine asks while it starts, when the migrations are still to come; the one that makes the table registers
 * everybody there is.
 */
@Component
public class KnownPeople {

    private static final String KNOWN =
            "select id, left_on, missing_since, expected, digest is not null as erased from known_person where ";

    private final JdbcClient database;
    private final NameDigests digests;
    private boolean migrated;

    KnownPeople(DataSource database, NameDigests digests) {
        this.database = JdbcClient.create(database);
        this.digests = digests;
    }

    /**
     * Somebody gets an account. Whoever asks has made sure that nobody else gets one at the same moment.
     *
     * @throws Refusal when somebody had this user name before, and nobody expects them back
     */
    public void begin(String userId) {
        if (!isMigrated()) {
            return;
        }
        var before = find(userId);
        if (before.isEmpty()) {
            add(userId);
            return;
        }
        problem(before.get(), userId).ifPresent(problem -> {
            throw new Refusal("User name: " + problem);
        });
        isHere(userId);
    }

    /** Why this cannot be the user name of somebody who has no account yet; empty when it can. */
    public Optional<String> problem(String userId) {
        return find(userId).flatMap(before -> problem(before, userId));
    }

    private static Optional<String> problem(Known before, String userId) {
        if (before.erased()) {
            return Optional.of("somebody had the user name \"" + userId + "\" before, who was erased, and it is nobody"
                    + " else's. Please choose another one.");
        }
        if (!before.expected()) {
            return Optional.of("somebody had the user name \"" + before.id() + "\" before, and what is kept of them is"
                    + " nobody else's. Please choose another one. Is it the same person, who comes back? Then a contact"
                    + " starts \"Welcome somebody back\" in Tasklist first.");
        }
        return before.id().equals(userId)
                ? Optional.empty()
                : Optional.of("whoever comes back is called \"" + before.id() + "\" as before. Please write it like"
                        + " that.");
    }

    /** Those of them who are new are known from now on; whoever does this at the same moment waits. */
    public void register(Collection<String> userIds) {
        if (unknown(userIds).isEmpty()) {
            return;
        }
        database.sql("select id from turn_to_register for update")
                .query(Integer.class)
                .single();
        unknown(userIds).forEach(this::add);
    }

    private List<String> unknown(Collection<String> userIds) {
        var all = new HashSet<>(
                database.sql("select id from known_person").query(String.class).list());
        return userIds.stream()
                .filter(id -> !all.contains(id) && erased(id).isEmpty())
                .toList();
    }

    private void add(String userId) {
        database.sql("insert into known_person (id, small, expected) values (?, ?, ?)")
                .params(userId, small(userId), false)
                .update();
    }

    /**
     * What is known of the one with this user name, however it is written; the one who writes it like this comes first.
     * Whoever was erased is found as well, with what stands in place of their user name.
     */
    public Optional<Known> find(String userName) {
        return database
                .sql(KNOWN + "small = :small order by case when id = :name then 0 else 1 end, id")
                .param("small", small(userName))
                .param("name", userName)
                .query(KnownPeople::known)
                .list()
                .stream()
                .findFirst()
                .or(() -> erased(userName));
    }

    /** Whoever had this user name and was erased. */
    private Optional<Known> erased(String userName) {
        var erased = database.sql("select count(*) from known_person where digest is not null")
                .query(Integer.class)
                .single();
        var kept = erased == 0 ? Set.<String>of() : digests.all(small(userName));
        return kept.isEmpty()
                ? Optional.empty()
                : database
                        .sql(KNOWN + "digest in (:digests)")
                        .param("digests", kept)
                        .query(KnownPeople::known)
                        .list()
                        .stream()
                        .findFirst();
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(
                row.getString("id"),
                day(row.getDate("left_on")),
                day(row.getDate("missing_since")),
                row.getBoolean("expected"),
                row.getBoolean("erased"));
    }

    /** Whether somebody with this user name must not log in: they have left, or it is not clear what became of them. */
    public boolean isAway(String userId) {
        return isMigrated()
                && find(userId)
                        .filter(found -> found.id().equals(userId) || found.erased())
                        .filter(found -> found.leftOn() != null || found.missingSince() != null)
                        .isPresent();
    }

    /** Whether they have left. */
    public boolean hasLeft(String userId) {
        return find(userId)
                .filter(found -> found.id().equals(userId))
                .filter(found -> found.leftOn() != null)
                .isPresent();
    }

    /** Those of these texts that are, or were, somebody's user name. */
    public Set<String> userNames(Collection<String> texts) {
        return texts.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql("select id from known_person where id in (:texts)")
                        .param("texts", texts)
                        .query(String.class)
                        .list());
    }

    /** Those of them who have left and are not here again. */
    public Set<String> gone(Collection<String> userIds) {
        return userIds.isEmpty()
                ? Set.of()
                : database.sql("select id from known_person where left_on is not null and id in (:ids)")
                        .param("ids", userIds)
                        .query(String.class)
                        .set();
    }

    /**
     * Those who have left on that day or before, are not expected back and not erased yet; who left first comes first.
     */
    public List<String> leftBy(LocalDate day) {
        return database.sql("select id from known_person where left_on <= ? and not expected and digest is null"
                        + " order by left_on, id")
                .param(day)
                .query(String.class)
                .list();
    }

    /** Those who were erased already, and are here again because an older backup was restored. */
    public List<Known> erasedBefore() {
        var erased = database.sql("select digest from known_person where digest is not null")
                .query(String.class)
                .set();
        var forgotten = digests.remember(erased);
        return forgotten.isEmpty()
                ? List.of()
                : database.sql(KNOWN + "digest is null").query(KnownPeople::known).list().stream()
                        .filter(person -> !disjoint(forgotten, digests.all(small(person.id()))))
                        .toList();
    }

    /**
     * Keeps a digest of their user name instead of it. When they have left stays.
     *
     * @param pseudonym what stands in its place from now on
     */
    public void erase(String userId, String pseudonym) {
        database.sql("update known_person set id = ?, small = ?, digest = ?, missing_since = null, expected = false"
                        + " where id = ?")
                .params(pseudonym, pseudonym, digests.of(small(userId)), userId)
                .update();
    }

    /** They have left the programme. */
    public void leave(String userId, LocalDate day) {
        if (!isLocked(userId)) {
            add(userId);
        }
        database.sql("update known_person set left_on = ?, missing_since = null, expected = false where id = ?")
                .params(day, userId)
                .update();
    }

    /** They are in the programme, whatever was before. */
    public void isHere(String userId) {
        if (isMigrated()) {
            database.sql("update known_person set left_on = null, missing_since = null, expected = false where id = ?"
                            + " and (left_on is not null or missing_since is not null or expected)")
                    .param(userId)
                    .update();
        }
    }

    /** The same person comes back, so that they may have an account under their user name again. */
    public void expect(String userId) {
        database.sql("update known_person set expected = true where id = ?")
                .param(userId)
                .update();
    }

    /** They do not come back after all. */
    public void expectNoMore(String userId) {
        database.sql("update known_person set expected = false where id = ?")
                .param(userId)
                .update();
    }

    /** Locks what is known of this person until the transaction ends; false when nothing is. */
    public boolean isLocked(String userId) {
        return database.sql("select id from known_person where id = ? for update")
                .param(userId)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Their account is gone, and nobody has said why. */
    public void isMissing(String userId, LocalDate day) {
        database.sql("update known_person set missing_since = ? where id = ?")
                .params(day, userId)
                .update();
    }

    private synchronized boolean isMigrated() {
        if (!migrated) {
            // The column that came last.
            migrated = database.sql("select count(*) from information_schema.columns"
                                    + " where lower(table_name) = 'known_person' and lower(column_name) = 'digest'")
                            .query(Integer.class)
                            .single()
                    > 0;
        }
        return migrated;
    }

    private static String small(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    /**
     * Somebody who has or had an account.
     *
     * @param leftOn their last day in the programme; null while they are in it
     * @param missingSince the day on which it was noticed that their account is gone; null when it is there, or they
     *     have left
     * @param expected whether they may have their account again
     * @param erased whether the id is what stands in place of their user name
     */
    public record Known(
            String id, @Nullable LocalDate leftOn, @Nullable LocalDate missingSince, boolean expected, boolean erased) {

        /** Whether they have left for good, as far as anybody knows. */
        public boolean isGone() {
            return leftOn != null && !expected;
        }
    }
}
