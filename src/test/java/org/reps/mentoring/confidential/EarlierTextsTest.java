package org.reps.mentoring.confidential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application finds when it starts: keys, texts of an earlier release, and what was not quite forgotten. */
@ExtendWith(OutputCaptureExtension.class)
class EarlierTextsTest extends ProgrammeTest {

    private static final String OTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final Reader CLARA = new Reader("clara", true);

    @Autowired
    SealedTextTable table;

    @Autowired
    SealingKeys settings;

    @Autowired
    JdbcClient client;

    @Autowired
    TransactionTemplate transaction;

    /** Only this test's, because others in the same database would be out of reach. */
    private final SealingKeys.KeyStore store =
            new SealingKeys.KeyStore("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");

    /** The application of this test has started with another one. */
    @BeforeEach
    void no_database_of_data_keys_is_known() {
        database.update("delete from key_store");
    }

    @Test
    void what_an_earlier_release_sealed_is_sealed_anew_and_opens_in_its_place() {
        var reference = sealedEarlier("a secret", settings.current(), "case", "story", "holder", "case");

        start(settings.key());

        assertThat(storyOf(reference, "case")).isEqualTo("a secret");
        assertThat(storyOf(reference, "other")).isEmpty();
        assertThat(database.queryForObject("select count(*) from earlier_text", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAA", "no Base64"})
    void one_that_was_changed_does_not_stop_the_others_and_is_done_when_it_is_repaired(
            String changed, CapturedOutput log) {
        var broken = sealedEarlier("a", settings.current(), "case", "story", "holder", "case");
        var good = sealedEarlier("b", settings.current(), "other", "story", "holder", "other");
        var id = broken.substring("sealed:".length());
        var sealed = database.queryForObject("select sealed from earlier_text where id = ?", String.class, id);
        database.update("update earlier_text set sealed = ? where id = ?", changed, id);
        start(settings.key());
        assertThat(log.getAll()).contains("To give it up, delete the row " + id + " of earlier_text");
        assertThat(storyOf(good, "other")).isEqualTo("b");
        assertThat(storyOf(broken, "case")).isEmpty();

        database.update("update earlier_text set sealed = ? where id = ?", sealed, id);
        start(settings.key());

        assertThat(storyOf(broken, "case")).isEqualTo("a");
    }

    @Test
    void an_older_key_opens_what_an_earlier_release_sealed_with_it() {
        sealedEarlier("a secret", settings.current(), "case", "story", "holder", "case");

        assertThatThrownBy(() -> start(OTHER_KEY)).hasMessageContaining("mentoring.confidential.older-keys");
        assertThatCode(() -> start(OTHER_KEY, settings.key())).doesNotThrowAnyException();
        assertThatCode(() -> start(OTHER_KEY)).doesNotThrowAnyException();
    }

    @Test
    void without_the_key_that_wraps_a_data_key_the_application_does_not_start() {
        start(settings.key());
        try (var keys = keys(settings.key())) {
            keys.of("case");
        }

        assertThatThrownBy(() -> start(OTHER_KEY)).hasMessageContaining("mentoring.confidential.older-keys");
        assertThatCode(() -> start(OTHER_KEY, settings.key())).doesNotThrowAnyException();
    }

    @Test
    void with_another_database_of_data_keys_the_application_does_not_start() {
        start(settings.key());
        var other = new SealingKeys.KeyStore("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");

        assertThatThrownBy(() -> start(new SealingKeys(settings.key(), List.of(), other)))
                .hasMessageContaining("is not the one that holds the data keys of this programme");
    }

    @Test
    void a_new_programme_does_not_take_the_data_keys_of_another() {
        try (var keys = keys(settings.key())) {
            keys.of("case of another");
        }

        assertThatThrownBy(() -> start(settings.key()))
                .hasMessageContaining("Please set the address of an empty database");
        assertThat(database.queryForList("select * from key_store")).isEmpty();
    }

    @Test
    void one_of_an_earlier_release_that_comes_from_a_backup_takes_those_that_are_there() {
        try (var keys = keys(settings.key())) {
            keys.of("case");
        }
        var reference = sealedEarlier("a secret", settings.current(), "case", "story", "holder", "case");

        start(settings.key());

        assertThat(storyOf(reference, "case")).isEqualTo("a secret");
    }

    @Test
    void when_the_data_keys_are_lost_the_operator_can_go_on_without_the_texts() {
        var lost = new SealingKeys.KeyStore("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
        var reference = sealedEarlier("a secret", settings.current(), "case", "story", "holder", "case");
        start(new SealingKeys(settings.key(), List.of(), lost));
        assertThatThrownBy(() -> start(settings.key())).hasMessageContaining("see \"Lost keys\" in README.md");

        database.update("delete from key_store");
        start(settings.key());

        assertThat(storyOf(reference, "case")).isEmpty();
        assertThatCode(() -> start(settings.key())).doesNotThrowAnyException();
    }

    @Test
    void nodes_that_start_together_cannot_know_two_databases_of_data_keys() {
        start(settings.key());

        assertThatThrownBy(() -> database.update("insert into key_store (id) values ('another')"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_data_key_that_was_changed_does_not_stop_the_start() {
        var reference = sealedEarlier("a secret", settings.current(), "case", "story", "holder", "case");
        start(settings.key());
        new JdbcTemplate(new DriverManagerDataSource(store.url())).update("update data_key set wrapped = 'AAAA'");

        start(settings.key());

        assertThat(storyOf(reference, "case")).isEmpty();
    }

    @Test
    void what_was_forgotten_just_before_the_application_was_killed_loses_its_key_at_the_next_start() {
        start(settings.key());
        String key;
        try (var keys = keys(settings.key())) {
            key = keys.of("case").id();
        }
        transaction.executeWithoutResult(status -> table.addForgotten("case"));

        start(settings.key());

        try (var keys = keys(settings.key())) {
            assertThat(keys.withIds(List.of(key))).isEmpty();
        }
        assertThat(table.forgotten()).isEmpty();
    }

    /** As releases before did: with the operator's key, bound to the id alone. */
    private String sealedEarlier(
            String text, SealingKey master, String owner, String field, String reader, String caseId) {
        var id = UUID.randomUUID().toString();
        database.update(
                "insert into earlier_text (id, key_id, sealed, owner, field, reader, case_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                master.id(),
                master.seal(text, id),
                owner,
                field,
                reader,
                caseId);
        return "sealed:" + id;
    }

    private String storyOf(String reference, String caseId) {
        try (var keys = keys(settings.key())) {
            return new SealedTexts(table, keys).show(reference, caseId, "story", CLARA, UnaryOperator.identity());
        }
    }

    private DataKeys keys(String key, String... older) {
        return new DataKeys(new SealingKeys(key, List.of(older), store));
    }

    private void start(String key, String... older) {
        start(new SealingKeys(key, List.of(older), store));
    }

    private void start(SealingKeys configured) {
        try (var keys = new DataKeys(configured)) {
            new EarlierTexts(table, keys, configured, client, transaction).start();
        }
    }
}
