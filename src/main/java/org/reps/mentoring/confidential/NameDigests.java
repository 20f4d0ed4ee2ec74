package org.reps.mentoring.confidential;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/**
 * What is kept of a user name in its place: a digest by which it is recognised, and which says nothing to whoever has
 * the programme's database only. The key of it is one of the data keys, so it stays the same when the operator's key is
 * changed, and nobody can try all names that there are without it.
 */
@Component
public class NameDigests {

    private static final String ALGORITHM = "HmacSHA256";

    /** To whom the key belongs, among those of cases and records. */
    private static final String OWNER = "user-names";

    private final DataKeys keys;

    private volatile List<SealingKey> known = List.of();

    NameDigests(DataKeys keys) {
        this.keys = keys;
    }

    /** The digest to be kept of this name. */
    public String of(String name) {
        return digest(keys.of(OWNER), name);
    }

    /** All digests that may be kept of this name; none as long as none has been kept of any. */
    public Set<String> all(String name) {
        if (known.isEmpty()) {
            known = keys.allOf(OWNER);
        }
        return known.stream().map(key -> digest(key, name)).collect(toSet());
    }

    /**
     * Keeps in mind, where backups of the programme's database do not reach, who was erased.
     *
     * @param erased all digests that are kept in the programme's database
     * @return those that are not among them: of whoever was erased after the backup was made that is in force now
     */
    public Set<String> remember(Set<String> erased) {
        var remembered = keys.erasedNames();
        erased.stream().filter(not(remembered::contains)).forEach(keys::addErasedName);
        remembered.removeAll(erased);
        return remembered;
    }

    private static String digest(SealingKey key, String name) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key.key());
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
