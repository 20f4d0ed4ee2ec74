package org.reps.mentoring.engine.login;

import org.springframework.modulith.NamedInterface;

/**
 * A visitor has said that somebody has forgotten their password; perhaps it was the person themself.
 *
 * @param userId of an account that there is
 */
@NamedInterface("password-forgotten")
public record PasswordForgotten(String userId) {}
