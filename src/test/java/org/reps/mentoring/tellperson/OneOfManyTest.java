package org.reps.mentoring.tellperson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class OneOfManyTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:one-of-many;DB_CLOSE_DELAY=-1");
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    private final JdbcTemplate table = new JdbcTemplate(database);
    private final OneOfMany oneOfMany = new OneOfMany(transactions);

    @Test
    void of_many_only_the_one_that_fails_is_undone_and_the_log_promises_no_more_than_everybody_does(
            CapturedOutput log) {
        table.execute("create table done (id varchar(20))");

        new TransactionTemplate(transactions)
                .executeWithoutResult(round -> List.of("rumi", "bad", "rana").forEach(this::done));

        assertThat(table.queryForList("select id from done order by id", String.class))
                .containsExactly("rana", "rumi");
        assertThat(log)
                .contains("One of many could not be done; it is tried again", "Nobody can")
                .doesNotContain("in a case of its own");
    }

    private void done(String id) {
        assertThat(oneOfMany.isDone(() -> {
                    table.update("insert into done values (?)", id);
                    if (id.equals("bad")) {
                        throw new IllegalStateException("Nobody can");
                    }
                }))
                .isEqualTo(!id.equals("bad"));
    }
}
