package org.reps.mentoring.engine.login;

import org.springframework.modulith.NamedInterface;

/**
 * Somebody who has an account has another password now, in the transaction that is under way.
 *
 * @param userId whose it is
 * @param isFirst whether they had none before
 */
@NamedInterface("password-changed")
public record PasswordChanged(String userId, boolean isFirst) {}
