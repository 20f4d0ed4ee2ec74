package org.reps.mentoring.resignation;

import java.time.LocalDate;

/**
 * A contact is about to accept that a mentor steps down; told inside the same transaction. Whoever may not let it
 * happen throws a {@link org.reps.mentoring.rules.Refusal}.
 *
 * @param beganOn when it was handed in
 */
public record AboutToAccept(String mentorId, LocalDate beganOn) {}
