package org.reps.mentoring.answerlink;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What links are signed with, set under {@code mentoring.answer-links}.
 *
 * @param keys 32 random bytes in Base64 each. The first one signs, all of them hold; without any there is one for as
 *     long as the application runs
 */
@ConfigurationProperties("mentoring.answer-links")
record AnswerLinkKeys(@DefaultValue List<String> keys) {

    static final String ALGORITHM = "HmacSHA256";

    static final String HOW_TO =
            "Please set MENTORING_ANSWER_LINK_KEYS, the key that signs links by which people answer"
                    + " from a mail: 32 random bytes in Base64, from: openssl rand -base64 32. To change it, put the new one first,"
                    + " with a comma behind it, and leave the old one out after a month.";

    private static final int BYTES = 32;

    /** The first one signs. */
    List<SecretKey> secrets() {
        var given = keys.stream().filter(key -> !key.isBlank()).toList();
        return given.isEmpty()
                ? List.of(secret(random()))
                : given.stream().map(key -> secret(bytes(key))).toList();
    }

    private static byte[] bytes(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // It must not be quoted, as that of the exception would be.
        }
        throw new IllegalArgumentException(HOW_TO);
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static SecretKey secret(byte[] bytes) {
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Without the keys: this is what a log would show. */
    @Override
    public String toString() {
        return "AnswerLinkKeys[" + keys.size() + "]";
    }
}
