package org.reps.mentoring.engine.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody is about to be taken out of a group of the programme, or their account is about to be deleted; told inside
 * the same transaction. Whoever may not let it happen throws a {@link org.reps.mentoring.rules.Refusal}.
 *
 * @param group null when it is the account
 */
public record MembershipEnds(String userId, @Nullable Group group) {}
