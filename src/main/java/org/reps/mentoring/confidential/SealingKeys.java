package org.reps.mentoring.confidential;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's keys for confidential texts, and where the data keys are that they wrap; set under
 * {@code mentoring.confidential}.
 *
 * @param key 32 random bytes in Base64, which wraps new data keys
 * @param olderKeys those before it, as long as a data key is wrapped with one
 * @param keys where the data keys are
 */
@ConfigurationProperties("mentoring.confidential")
record SealingKeys(String key, @DefaultValue List<String> olderKeys, KeyStore keys) {

    /**
     * A database of its own for data keys, so that they are not in the backups of the texts.
     *
     * @param url a JDBC address
     */
    record KeyStore(
            String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password) {

        /** Without the password: this is what a log would show. */
        @Override
        public String toString() {
            return "KeyStore[" + url + "]";
        }
    }

    SealingKey current() {
        return SealingKey.of(key);
    }

    List<SealingKey> older() {
        return olderKeys.stream().map(SealingKey::of).toList();
    }

    List<SealingKey> all() {
        return Stream.concat(Stream.of(current()), older().stream()).toList();
    }

    /** Without the keys themselves: this is what a log would show. */
    @Override
    public String toString() {
        return "SealingKeys[" + all().stream().map(SealingKey::id).toList() + "]";
    }
}
