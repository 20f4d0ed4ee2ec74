package org.reps.mentoring.confidential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database of the release before: each text that it refers to gets the place in which it is shown. */
class PlacesOfEarlierTextsTest {

    private final DriverManagerDataSource source =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final JdbcTemplate database = new JdbcTemplate(source);

    @BeforeEach
    void as_it_was() {
        new ResourceDatabasePopulator(
                        new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.h2.create.engine.sql"))
                .execute(source);
        migrate("13");
        database.execute("set referential_integrity false");
    }

    @Test
    void a_text_in_a_running_case_opens_in_the_fields_that_refer_to_it() {
        var text = sealed("case");
        variable("case", "whatIDid", text);
        variable("case", "whatWasDone", "sealed:" + UUID.randomUUID() + "\n\n" + text);
        variable("other", "whatHappened", text);

        migrate("14");

        assertThat(place(text)).isEqualTo("case | whatIDid,whatWasDone | holder | case");
    }

    @Test
    void a_kept_text_opens_in_its_record_and_in_the_case_that_goes_on_about_it() {
        var category = sealed(null);
        var decision = sealed(null);
        var answer = sealed(null);
        database.update(
                "insert into change_request values ('q', 'm', 'ravi', 'maya', 'ravi', 'REP', 'ravi', 'council',"
                        + " ?, '', null, 'ASKED', date '2026-11-02', null, 0)",
                category);
        database.update(
                "insert into change_decision values ('d', 'q', 1, 'm', 'council', 'REFUSE', 'clara',"
                        + " timestamp with time zone '2026-11-03 10:00:00+00', ?)",
                decision);
        database.update("insert into change_told values ('d', 'ravi', 'in-a-task', ?)", answer);
        variable("running", "changeId", "q");

        migrate("14");

        assertThat(place(category)).isEqualTo("change_request:q | category | council | running");
        assertThat(place(decision)).isEqualTo("change_request:q | decided | council | running");
        assertThat(place(answer)).isEqualTo("change_request:q | news | person:ravi | running");
    }

    @Test
    void what_is_said_of_somebody_opens_for_the_council_without_them() {
        var author = sealed(null);
        var helped = sealed(null);
        database.update(
                "insert into feedback values ('f', 'maya', 'MENTEE', ?, false,"
                        + " timestamp with time zone '2026-11-03 10:00:00+00', 1, 1, 1, 1, ?, '', array['x'], 0)",
                author,
                helped);

        migrate("14");

        assertThat(place(author)).isEqualTo("feedback:f | author | council-but:maya | null");
        assertThat(place(helped)).isEqualTo("feedback:f | whatHelped | council-but:maya | null");
    }

    @Test
    void one_reason_for_several_mentees_is_one_text() {
        var why = sealed(null);
        database.update("insert into recommendation values ('r', 'rumi', null, ?)", why);
        database.update("insert into recommendation values ('r', 'rana', null, ?)", why);

        migrate("14");

        assertThat(place(why)).isEqualTo("resignation:r | recommendations | council | null");
    }

    @Test
    void the_answer_to_a_training_is_for_the_rep_and_the_rest_for_contacts() {
        var answer = sealed(null);
        var waiver = sealed(null);
        database.update("insert into training values ('t', 'riku', 'riku', null, date '2026-11-02', 'TRAINING', '',"
                + " array['en'], array['x'], null, null, null, 0)");
        database.update(
                "insert into training_decision values ('t', 1, 'WAIVE', 'clara', date '2026-11-02', ?)", waiver);
        database.update("insert into training_decision values ('t', 2, 'MORE', 'clara', date '2026-11-02', ?)", answer);
        variable("running", "trainingId", "t");

        migrate("14");

        assertThat(place(answer)).isEqualTo("training:t | answer,missing | person:riku | running");
        assertThat(place(waiver)).isEqualTo("training:t | reason | council | null");
    }

    @Test
    void what_nothing_refers_to_is_not_lost_and_opens_nowhere() {
        var forgotten = sealed(null);

        migrate("14");

        assertThat(place(forgotten))
                .isEqualTo("nothing:" + forgotten.substring("sealed:".length()) + " |  | holder | null");
    }

    /** H2 commits each statement that changes a table, so a start may be killed between any two. */
    @ParameterizedTest(name = "after {0} statements")
    @MethodSource("numbersOfStatements")
    void killed_anywhere_the_next_start_goes_on_and_no_text_is_lost(int done) {
        var inCase = sealed("case");
        variable("case", "whatIDid", inCase);
        var kept = sealed(null);
        database.update(
                "insert into feedback values ('f', 'maya', 'MENTEE', ?, false,"
                        + " timestamp with time zone '2026-11-03 10:00:00+00', 1, 1, 1, 1, '', '', array['x'], 0)",
                kept);
        var forgotten = sealed(null);
        statements().subList(0, done).forEach(database::execute);

        migrate("14");

        assertThat(place(inCase)).isEqualTo("case | whatIDid | holder | case");
        assertThat(place(kept)).isEqualTo("feedback:f | author | council-but:maya | null");
        assertThat(place(forgotten)).startsWith("nothing:");
        assertThat(database.queryForObject("select count(*) from earlier_text", Integer.class))
                .isEqualTo(3);
        assertThat(database.queryForList("select * from sealed_text")).isEmpty();
        database.update("insert into sealed_text (id, key_id, sealed, owner, field, reader, version)"
                + " values ('t', '01234567-0123-0123-0123-0123456789ab', 'x', 'o', 'f', 'r', 0)");
    }

    static IntStream numbersOfStatements() {
        return IntStream.rangeClosed(0, statements().size());
    }

    private static List<String> statements() {
        try {
            var script = new ClassPathResource("db/migration/V14__places_and_data_keys.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
            return Stream.of(script.replaceAll("--.*", "").split(";"))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(source)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load()
                .migrate();
    }

    private String sealed(String caseId) {
        var id = UUID.randomUUID().toString();
        database.update("insert into sealed_text values (?, '24b1903631506f33', 'x', ?, 0)", id, caseId);
        return "sealed:" + id;
    }

    private void variable(String caseId, String name, String value) {
        database.update(
                "insert into ACT_RU_VARIABLE (ID_, REV_, TYPE_, NAME_, PROC_INST_ID_, TEXT_, VAR_SCOPE_,"
                        + " SEQUENCE_COUNTER_, IS_CONCURRENT_LOCAL_) values (?, 1, 'string', ?, ?, ?, ?, 1, false)",
                UUID.randomUUID().toString(),
                name,
                caseId,
                value,
                caseId);
    }

    private String place(String reference) {
        return database.queryForObject(
                "select * from earlier_text where id = ?",
                (row, number) -> String.join(
                        " | ",
                        row.getString("owner"),
                        row.getString("field"),
                        row.getString("reader"),
                        String.valueOf(row.getString("case_id"))),
                reference.substring("sealed:".length()));
    }
}
