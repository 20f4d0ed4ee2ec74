package org.reps.mentoring.engine.erasure;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;

class ErasureTest extends ProgrammeTest {

    @Test
    void every_column_of_the_history_that_holds_user_ids_is_known() {
        var there = database.queryForList("""
                select concat(table_name, ' ', column_name) from information_schema.columns
                where table_name like 'ACT\\_HI\\_%' and (column_name like '%USER\\_ID\\_'
                or column_name in ('ASSIGNEE_', 'OWNER_', 'ASSIGNER_ID_'))""", String.class);

        assertThat(Erasure.USER_IDS.entrySet().stream()
                        .flatMap(table -> table.getValue().stream().map(column -> table.getKey() + " " + column))
                        .collect(toSet()))
                .hasSizeGreaterThan(10)
                .containsAll(there);
    }
}
