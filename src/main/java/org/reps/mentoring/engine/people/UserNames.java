package org.reps.mentoring.engine.people;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a user name, or the id of a group, may be written. The engine allows letters and digits, and answers anything
 * else as if it had failed itself. No two differ only by capital letters: people type one for the other, and somebody
 * could be taken for somebody else.
 */
public final class UserNames {

    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9]{1,64}");

    private UserNames() {}

    /** What the writer of a new user name has to change, as a request; empty when nothing is wrong with it. */
    public static Optional<String> wrong(@Nullable String id) {
        return id != null && ALLOWED.matcher(id).matches()
                ? Optional.empty()
                : Optional.of("please use only the letters a to z, small or capital, and the digits 0 to 9;"
                        + " no spaces, accents, dots or hyphens, and at most 64 of them");
    }

    /**
     * Makes sure that it has only letters that the engine takes.
     *
     * @param label what it is for whoever reads the refusal
     * @throws Refusal otherwise; the operator's own group may be called as it is
     */
    public static void requireAllowed(String label, @Nullable String id) {
        if (!Groups.CAMUNDA_ADMIN.equals(id)) {
            wrong(id).ifPresent(problem -> {
                throw new Refusal(label + ": " + problem + ".");
            });
        }
    }

    /**
     * The user name of the account that somebody means who logs in: as they typed it, or else the only one that differs
     * by nothing but capital letters, as phones like to begin with one.
     */
    public static String meant(String typed, DataSource database) {
        var accounts = likeThis(typed, database);
        return accounts.contains(typed) || accounts.size() != 1 ? typed : accounts.get(0);
    }

    /** Those of all accounts that differ by nothing but capital letters, or not at all. */
    public static List<String> likeThis(String userName, DataSource database) {
        return JdbcClient.create(database)
                .sql("select ID_ from ACT_ID_USER where lower(ID_) = lower(?)")
                .param(userName)
                .query(String.class)
                .list();
    }

    /** Those of all accounts, by the same in {@linkplain #small small letters}. */
    public static Map<String, String> all(DataSource database) {
        var all = new HashMap<String, String>();
        JdbcClient.create(database)
                .sql("select ID_ from ACT_ID_USER")
                .query(String.class)
                .list()
                .forEach(id -> all.put(small(id), id));
        return all;
    }

    /** In small letters; two user names of which these are the same are the same. */
    public static String small(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }
}
