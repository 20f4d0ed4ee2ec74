package org.reps.mentoring.confidential;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A confidential text as it is stored.
 *
 * @param keyId which key it was sealed with
 * @param sealed what only that key opens
 * @param caseId the process instance with which it is forgotten; null when something else keeps it
 * @param version null before it is saved for the first time
 */
record SealedText(
        @Id String id,
        String keyId,
        String sealed,
        @Nullable String caseId,
        @Version @Nullable Integer version) {}
