package org.reps.mentoring.engine.people;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has a password, and how somebody gets another one; never which. */
@Component
public class ChosenPasswords {

    private final IdentityService identities;
    private final JdbcClient database;

    ChosenPasswords(IdentityService identities, JdbcClient database) {
        this.identities = identities;
        this.database = database;
    }

    /** How it stands with somebody; empty for whom no password would let in: without an account, or without a group. */
    public Optional<Standing> of(String userId) {
        return database.sql("select EMAIL_, PWD_ from ACT_ID_USER where ID_ = ?"
                        + " and exists (select * from ACT_ID_MEMBERSHIP where USER_ID_ = ID_)")
                .param(userId)
                .query((row, number) -> Standing.of(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Keeps somebody's password and address from everybody else until the transaction ends. */
    public void lock(String userId) {
        database.sql("select ID_ from ACT_ID_USER where ID_ = ? for update")
                .param(userId)
                .query(String.class)
                .optional();
    }

    /**
     * Gives somebody the password that they have chosen; in force with their next login, while all who are logged in as
     * they are no longer.
     *
     * @throws Refusal when it is too easy to guess, or somebody else changes the account at this moment
     */
    public void choose(String userId, String password) {
        var user = identities.createUserQuery().userId(userId).singleResult();
        user.setPassword(password);
        try {
            identities.saveUser(user);
        } catch (OptimisticLockingException e) {
            throw new Refusal(
                    "Your account was changed by something else at this moment, so this was not kept. Please try again.");
        }
    }

    /**
     * How it stands with the password of somebody who could log in.
     *
     * @param email where their mails go; empty when the programme has no address
     * @param mark 64 characters that are others as soon as the password or the address is, and tell neither
     */
    public record Standing(String email, boolean hasPassword, String mark) {

        private static Standing of(@Nullable String email, @Nullable String password) {
            var address = email == null ? "" : email;
            return new Standing(
                    address, password != null, Sha256.of(address + "\n" + (password == null ? "" : password)));
        }
    }
}
