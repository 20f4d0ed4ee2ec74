package org.reps.mentoring.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rep.Rep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** Somebody who has left is erased, and both databases are searched for what is left of them. */
abstract class ErasingTest extends ProgrammeTest {

    @Autowired
    KnownPeople known;

    @Autowired
    ErasingSteps erasing;

    @Autowired
    @Qualifier("dataKeys")
    Object dataKeys;

    /** Each word that the person has written, and each name that they have. */
    final TreeSet<String> words = new TreeSet<>();

    /** A word that occurs nowhere else, as something that the person writes. */
    String word(String what) {
        var word = "zq" + what + "qz";
        words.add(word);
        return word;
    }

    /** Somebody with a name and an address that nobody else has. */
    void givenSomebody(String id, String lastName, String address, Group... groups) {
        var firstName = Character.toUpperCase(id.charAt(0)) + id.substring(1);
        people.register(new Person(id, firstName, lastName, address), "mentoring-demo", groups);
        if (List.of(groups).contains(Group.REPS)) {
            reps.save(Rep.joined(id, today().minusYears(2)).describedAs(Set.of("en"), "UTC", Set.of(), "", ""));
        }
        words.addAll(List.of(id, lastName, address));
    }

    void leaves(String userId, LocalDate lastDay, Object... more) {
        var answers = new HashMap<String, Object>(Map.of("lastDay", lastDay.toString()));
        for (var i = 0; i < more.length; i += 2) {
            answers.put((String) more[i], more[i + 1]);
        }
        startAs(userId, "leave-programme", answers);
    }

    void asksToErase(String contactId, String userName) {
        startAs(contactId, "erase-person", Map.of("userName", userName, "askedByThem", true));
    }

    /** Until the last of the days on which they can come back is over. */
    void timeToComeBackOver() {
        later(Period.ofDays(15));
        fire("Event_BackNoMore");
    }

    void onTheNextDay() {
        later(Period.ofDays(1));
        fire("Event_NextDay");
    }

    /** What stands in place of the user name of the only one who was erased. */
    String pseudonym() {
        return Objects.requireNonNull(
                database.queryForObject("select id from known_person where digest is not null", String.class));
    }

    void assertNothingIsLeft() {
        assertThat(left()).isEmpty();
    }

    /** The rows of both databases in which one of the words can be read, also where they hold bytes. */
    List<String> left() {
        return Stream.concat(rowsOf(database), rowsOf(keys()))
                .flatMap(row -> words.stream()
                        .filter(word -> row.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                        .map(word -> word + ": " + row))
                .toList();
    }

    /** Each of them as text; bytes as the text that they hold. */
    private static Stream<String> rowsOf(JdbcTemplate database) {
        return database
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                                + " and table_type = 'BASE TABLE'",
                        String.class)
                .stream()
                .flatMap(table ->
                        database.query("select * from \"" + table + "\"", (row, number) -> text(table, row)).stream());
    }

    private static String text(String table, ResultSet row) throws SQLException {
        var text = new StringBuilder(table);
        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            var value = row.getObject(column);
            text.append(' ')
                    .append(
                            value instanceof Blob || value instanceof byte[]
                                    ? new String(row.getBytes(column), StandardCharsets.UTF_8)
                                    : row.getString(column));
        }
        return text.toString();
    }

    JdbcTemplate keys() {
        return new JdbcTemplate((DataSource) Objects.requireNonNull(ReflectionTestUtils.getField(dataKeys, "source")));
    }
}
