package org.reps.mentoring.engine.arrivals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who somebody is at the provider, and the account that is theirs here. */
public final class Identities {

    private final JdbcClient database;

    public Identities(JdbcClient database) {
        this.database = database;
    }

    Optional<Known> find(String identity) {
        return database.sql("select user_id, said from provider_identity where id = ?")
                .param(identity)
                .query((row, number) -> new Known(row.getString(1), row.getString(2)))
                .optional();
    }

    /** From now on the account is theirs, or goes on to be. */
    void keep(String identity, String userId, String said) {
        var kept = database.sql("update provider_identity set user_id = ?, said = ? where id = ?")
                .params(userId, said, identity)
                .update();
        if (kept == 0) {
            database.sql("insert into provider_identity (user_id, said, id) values (?, ?, ?)")
                    .params(userId, said, identity)
                    .update();
        }
    }

    boolean isSomebodys(String userId) {
        return database.sql("select count(*) from provider_identity where user_id = ?")
                        .param(userId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<String> withMail(String mail) {
        return database.sql("select ID_ from ACT_ID_USER where lower(EMAIL_) = lower(?)")
                .param(mail)
                .query(String.class)
                .list();
    }

    Set<String> groupsOf(String userId) {
        return database.sql("select GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = ?")
                .param(userId)
                .query(String.class)
                .set();
    }

    /** Of two first logins at the same moment, also of one person in two windows, the second sees the first. */
    void oneAfterTheOther() {
        database.sql("select REV_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
                .query(Integer.class)
                .single();
    }

    /**
     * An identity that was here before.
     *
     * @param userId null when the account is gone
     * @param said a hash of the name and the address that were said last
     */
    record Known(@Nullable String userId, String said) {}
}
