package org.reps.mentoring.confidential;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys for confidential texts, set under {@code mentoring.confidential}. To change the key, put the old one among
 * the older keys: what it sealed can still be opened.
 *
 * @param key 32 random bytes in Base64, with which texts are sealed from now on
 * @param olderKeys keys of texts that were sealed before
 */
@ConfigurationProperties("mentoring.confidential")
record SealingKeys(String key, @DefaultValue List<String> olderKeys) {

    SealingKey current() {
        return SealingKey.of(key);
    }

    List<SealingKey> all() {
        return Stream.concat(Stream.of(key), olderKeys.stream())
                .map(SealingKey::of)
                .toList();
    }

    /** Without the keys themselves: this is what a log would show. */
    @Override
    public String toString() {
        return "SealingKeys[" + all().stream().map(SealingKey::id).toList() + "]";
    }
}
