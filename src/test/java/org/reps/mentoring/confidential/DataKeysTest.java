package org.reps.mentoring.confidential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of data keys is not always as it was left. */
class DataKeysTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEXT_KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    private final SealingKeys.KeyStore store =
            new SealingKeys.KeyStore("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(store.url()));

    @Test
    void one_that_was_changed_does_not_take_the_others_with_it() {
        try (var keys = keys(KEY)) {
            var changed = keys.of("case").id();
            var good = keys.of("other").id();
            database.update("update data_key set wrapped = 'AAAA' where id = ?", changed);

            assertThat(keys.withIds(List.of(changed, good))).containsOnlyKeys(good);
            assertThat(keys.ids()).containsOnly(changed, good);
            assertThatThrownBy(() -> keys.withId(changed))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(changed);
            assertThat(keys.of("case").id()).as("the case goes on").isNotEqualTo(changed);
        }
    }

    @Test
    void one_that_was_changed_is_not_wrapped_anew_and_the_others_are() {
        String changed;
        try (var keys = keys(KEY)) {
            changed = keys.of("case").id();
            keys.of("other");
            keys.of("third");
        }
        database.update("update data_key set wrapped = 'no Base64' where id = ?", changed);

        try (var keys = keys(NEXT_KEY, KEY)) {
            assertThat(keys.wrapAnew(done -> {})).isEqualTo(2);
        }
        assertThat(database.queryForList(
                        "select id from data_key where master_key = ?",
                        String.class,
                        SealingKey.of(KEY).id()))
                .containsExactly(changed);
    }

    @Test
    void killed_while_it_was_made_the_next_start_goes_on() {
        try (var keys = keys(KEY)) {
            keys.of("case");
        }
        database.execute("delete from \"flyway_schema_history\"");
        database.execute("drop table key_store");

        try (var keys = keys(KEY)) {
            assertThat(keys.count()).isEqualTo(1);
            assertThat(keys.storeId()).hasSize(36);
        }
    }

    @Test
    void it_has_one_id_whoever_starts_with_it() {
        try (var keys = keys(KEY);
                var other = keys(KEY)) {
            assertThat(keys.storeId()).isEqualTo(other.storeId());
        }
        assertThatThrownBy(() -> database.update("insert into key_store (id) values ('another')"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    private DataKeys keys(String key, String... older) {
        return new DataKeys(new SealingKeys(key, List.of(older), store));
    }
}
