package org.reps.mentoring.confidential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameDigestsTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEXT_KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    private final SealingKeys.KeyStore store =
            new SealingKeys.KeyStore("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");

    @Test
    void a_name_is_recognised_and_cannot_be_read() {
        try (var keys = new DataKeys(new SealingKeys(KEY, List.of(), store))) {
            var digests = new NameDigests(keys);
            assertThat(digests.all("rumi")).as("nothing was kept yet").isEmpty();
            var digest = digests.of("rumi");

            assertThat(digest).hasSize(64).doesNotContain("rumi");
            assertThat(digests.all("rumi")).containsExactly(digest);
            assertThat(digests.all("rumi2")).doesNotContain(digest);
        }
    }

    @Test
    void also_when_the_operators_key_has_changed() {
        String digest;
        try (var keys = new DataKeys(new SealingKeys(KEY, List.of(), store))) {
            digest = new NameDigests(keys).of("rumi");
        }
        try (var keys = new DataKeys(new SealingKeys(NEXT_KEY, List.of(KEY), store))) {
            keys.wrapAnew(done -> {});
        }
        try (var keys = new DataKeys(new SealingKeys(NEXT_KEY, List.of(), store))) {
            assertThat(new NameDigests(keys).all("rumi")).containsExactly(digest);
        }
    }

    @Test
    void whoever_has_another_key_cannot_try_all_names_that_there_are() {
        var other = new SealingKeys.KeyStore("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
        try (var keys = new DataKeys(new SealingKeys(KEY, List.of(), store));
                var others = new DataKeys(new SealingKeys(KEY, List.of(), other))) {
            assertThat(new NameDigests(keys).of("rumi")).isNotEqualTo(new NameDigests(others).of("rumi"));
        }
    }
}
