package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.reps.mentoring.kept.Kept;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in the programme's own tables, whatever a list says of them. */
public final class DomainTables {

    /** Of these another part of the application takes people out. */
    private static final Set<String> ELSEWHERE =
            Set.of("mail", "known_person", "provider_identity", "erasing", "erasing_wish");

    private DomainTables() {}

    /** Their names, in small letters. */
    public static List<String> names(JdbcTemplate database) {
        return database
                .queryForList(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                                + " and table_type = 'BASE TABLE'",
                        String.class)
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.startsWith("act_") && !name.startsWith("flyway"))
                .sorted()
                .toList();
    }

    /** Every value of every column in which this is found, with the name of the column. */
    public static Set<String> with(JdbcTemplate database, Pattern what) {
        var found = new TreeSet<String>();
        names(database).stream()
                .filter(table -> !ELSEWHERE.contains(table))
                .forEach(table -> database.query("select * from " + table, (RowCallbackHandler) row -> {
                    var columns = row.getMetaData();
                    for (var column = 1; column <= columns.getColumnCount(); column++) {
                        var value = String.valueOf(row.getString(column));
                        if (what.matcher(value).find()) {
                            found.add(table + "." + columns.getColumnName(column) + ": " + value);
                        }
                    }
                }));
        return found;
    }

    /** That each of these people can be taken out of all tables; nothing is changed by it. */
    public static void assertErasable(
            List<String> people, Kept kept, TransactionTemplate transaction, JdbcTemplate database) {
        assertThat(people)
                .hasSizeGreaterThan(5)
                .allSatisfy(person -> transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    var counted = rows(database);
                    kept.erase(person, "former-" + person.hashCode());

                    assertThat(with(database, Pattern.compile("\\b" + person + "\\b")))
                            .as("what is left of " + person)
                            .isEmpty();
                    assertThat(rows(database)).isEqualTo(counted);
                    kept.erase(person, "former-" + person.hashCode());
                }));
    }

    /** How many rows the programme counts. */
    private static List<Integer> rows(JdbcTemplate database) {
        return names(database).stream()
                .filter(table -> !Set.of("profile", "reach", "mail_choice", "way_in", "entry_link")
                        .contains(table))
                .filter(table -> !Set.of("sealed_text", "forgotten_owner", "unreachable_person")
                        .contains(table))
                .map(table -> database.queryForObject("select count(*) from " + table, Integer.class))
                .toList();
    }
}
