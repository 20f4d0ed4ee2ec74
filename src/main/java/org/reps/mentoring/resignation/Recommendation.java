package org.reps.mentoring.resignation;

import org.jspecify.annotations.Nullable;

/**
 * Whom a mentor who steps down recommends for one mentee.
 *
 * @param successorId user id of another mentor; null when nobody is recommended
 * @param whyNobody reference to the sealed text that says why not; empty when somebody is recommended, and when nobody
 *     could take this mentee
 */
record Recommendation(String menteeId, @Nullable String successorId, String whyNobody) {}
