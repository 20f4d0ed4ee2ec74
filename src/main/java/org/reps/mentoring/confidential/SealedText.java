package org.reps.mentoring.confidential;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A confidential text as it is stored. What stands beside it is bound to it: in a row in which any of it was changed,
 * the text does not open.
 *
 * @param keyId which data key it was sealed with
 * @param sealed what only that key opens
 * @param owner of its {@link Place}, as the next two
 * @param caseId the process instance whose tasks may show it; null when none may
 * @param version null before it is saved for the first time
 */
record SealedText(
        @Id String id,
        String keyId,
        String sealed,
        String owner,
        String field,
        String reader,
        @Nullable String caseId,
        @Version @Nullable Integer version) {

    static SealedText seal(String id, String text, Place place, @Nullable String caseId, SealingKey key) {
        var sealed = key.seal(text, label(id, place, caseId));
        return new SealedText(id, key.id(), sealed, place.owner(), place.field(), place.reader(), caseId, null);
    }

    String open(SealingKey key) {
        return key.open(sealed, label(id, place(), caseId));
    }

    Place place() {
        return new Place(owner, field, reader);
    }

    boolean isShownIn(String openCaseId, String name) {
        return openCaseId.equals(caseId) && Set.of(field.split(",")).contains(name);
    }

    private static String label(String id, Place place, @Nullable String caseId) {
        return String.join("\n", id, place.owner(), place.field(), place.reader(), caseId == null ? "" : caseId);
    }
}
