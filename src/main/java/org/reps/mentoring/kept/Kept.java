package org.reps.mentoring.kept;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.kept.Column.Kind;
import org.reps.mentoring.kept.Column.Sealed;
import org.reps.mentoring.kept.Table.Rows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person out of the programme's own tables, as {@link WhatIsKept} says: their words, and words about them, are
 * emptied, what is nothing but theirs is deleted, and everywhere else stands a pseudonym. Days, numbers, ratings and
 * choices stay, so all figures are what they were.
 *
 * <p>Mails, accounts, who somebody is where people sign in, what is known of user names, and what the engine has are
 * erased elsewhere.
 */
@Component
public class Kept {

    private final JdbcClient database;
    private final JdbcTemplate arrays;
    private final SealedTexts texts;

    Kept(JdbcClient database, JdbcTemplate arrays, SealedTexts texts) {
        this.database = database;
        this.arrays = arrays;
        this.texts = texts;
    }

    /**
     * Erases a person, in the caller's transaction if there is one. Whoever is erased already is not found any more,
     * and nothing happens. What is sealed is forgotten too; the rest of a record that others have written is sealed
     * anew.
     *
     * <p>Views that leave out whoever has left look for {@code known_person} under the pseudonym afterwards.
     *
     * @param pseudonym what stands in place of their user id; that of nobody else
     */
    @Transactional
    public void erase(String personId, String pseudonym) {
        var person = new HashMap<String, Object>();
        person.put("person", personId);
        person.put("pseudonym", pseudonym);
        person.put("given", given(personId));
        var references = references(person);
        var anew = sealedAnew(references, personId, pseudonym);
        here().forEach(table -> empty(table, person));
        anew.forEach((before, after) -> replace(before, after));
        byOwner(references).forEach(texts::forget);
        here().filter(table -> table.rows() == Rows.GO).forEach(table -> delete(table, person));
        here().filter(table -> table.rows() == Rows.STAY_AND_ARE_NAMED).forEach(table -> copy(table, person));
        here().filter(table -> table.rows() != Rows.GO).forEach(table -> rename(table, person));
        here().flatMap(table -> table.columns().stream()
                        .filter(column -> column.kind() == Kind.PEOPLE)
                        .map(column -> Map.entry(table, column)))
                .forEach(people ->
                        rename(people.getKey().name(), people.getValue().name(), personId, pseudonym));
        here().filter(table -> table.rows() == Rows.STAY_AND_ARE_NAMED).forEach(table -> delete(table, person));
    }

    /**
     * The owners of texts of which nothing is to be left when this person is erased: all of them are theirs or about
     * them, and none is counted. What others own with them is taken care of by {@link #erase}.
     */
    @Transactional(readOnly = true)
    public List<String> sealedOwners(String personId) {
        var references = references(Map.of("person", personId, "given", given(personId)));
        var counted = references.stream()
                .filter(one -> one.column().kind() == Kind.COUNTED)
                .map(one -> one.place().owner())
                .collect(toSet());
        return byOwner(references).entrySet().stream()
                .filter(owner -> !counted.contains(owner.getKey()) && texts.areAll(owner.getKey(), owner.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The tables that are erased here. */
    private static Stream<Table> here() {
        return WhatIsKept.TABLES.stream().filter(table -> table.rows() != Rows.ELSEWHERE);
    }

    // --- what is sealed

    /**
     * The ids of the feedback that somebody gave: who did is sealed.
     *
     * @return never empty, as SQL wants something in a list
     */
    public List<String> given(String personId) {
        var authors = new HashMap<String, Place>();
        var ids = new HashMap<String, String>();
        database.sql("select id, about_id, author from feedback").query(row -> {
            var place =
                    new Place("feedback:" + row.getString("id"), "author", "council-but:" + row.getString("about_id"));
            authors.put(row.getString("author"), place);
            ids.put(row.getString("author"), row.getString("id"));
        });
        var given = new ArrayList<>(List.of(""));
        texts.openAll(authors).forEach((reference, author) -> {
            if (author.equals(personId)) {
                given.add(Objects.requireNonNull(ids.get(reference)));
            }
        });
        return given;
    }

    private List<Reference> references(Map<String, Object> person) {
        var found = new ArrayList<Reference>();
        here().filter(table -> !table.sealed().isEmpty())
                .forEach(table -> table.sealed().forEach(column -> found.addAll(references(table, column, person))));
        return found;
    }

    private List<Reference> references(Table table, Column column, Map<String, Object> person) {
        var sealed = Objects.requireNonNull(column.sealed());
        return database.sql("select " + placeOf(sealed) + ", " + column.name() + " from " + table.name() + " where ("
                        + table.theirWords() + ") and " + column.name() + " like 'sealed:%'")
                .params(person)
                .query((row, number) -> new Reference(
                        table,
                        column,
                        row.getString(4),
                        new Place(row.getString(1), row.getString(2), row.getString(3))))
                .list();
    }

    /** SQL for the three parts of a place. */
    public static String placeOf(Sealed sealed) {
        return sealed.owner() + ", " + sealed.field() + ", " + sealed.reader();
    }

    private static Map<String, Set<String>> byOwner(Collection<Reference> references) {
        var owners = new TreeMap<String, Set<String>>();
        references.forEach(one -> owners.computeIfAbsent(one.place().owner(), owner -> new TreeSet<>())
                .add(one.reference()));
        return owners;
    }

    /** What is counted, sealed once more: of the pseudonym, or for everybody but it. */
    private Map<Reference, String> sealedAnew(List<Reference> references, String personId, String pseudonym) {
        var anew = new HashMap<Reference, String>();
        for (var one : references) {
            var text = one.column().kind() == Kind.COUNTED ? texts.open(one.reference(), one.place()) : "";
            if (!text.isEmpty()) {
                var place = one.place();
                var reader = place.reader().endsWith(":" + personId)
                        ? place.reader().replace(":" + personId, ":" + pseudonym)
                        : place.reader();
                anew.put(
                        one,
                        texts.seal(
                                text.equals(personId) ? pseudonym : text,
                                new Place(place.owner(), place.field(), reader)));
            }
        }
        return anew;
    }

    private void replace(Reference before, String after) {
        var column = before.column().name();
        database.sql("update " + before.table().name() + " set " + column + " = ? where " + column + " = ?")
                .params(after, before.reference())
                .update();
    }

    // --- rows

    /** Where nothing stands, nothing stands afterwards either: some checks of the tables depend on it. */
    private void empty(Table table, Map<String, Object> person) {
        var emptied = table.columns().stream()
                .filter(Column::isEmptied)
                .map(column -> column.name() + " = case when " + column.name() + " is null then null else "
                        + column.emptied() + " end")
                .collect(joining(", "));
        if (!emptied.isEmpty() && !table.theirWords().isEmpty()) {
            database.sql("update " + table.name() + " set " + emptied + later(table) + " where " + table.theirWords())
                    .params(person)
                    .update();
        }
    }

    /** Under the pseudonym too, so that other tables can refer to it. */
    private void copy(Table table, Map<String, Object> person) {
        var columns = table.columns().stream().map(Column::name).toList();
        database.sql("insert into " + table.name() + " (" + String.join(", ", columns) + ") select "
                        + columns.stream()
                                .map(column -> column.equals("id") ? "cast(:pseudonym as varchar)" : column)
                                .collect(joining(", "))
                        + " from " + table.name() + " where id = :person")
                .params(person)
                .update();
    }

    /** All in one statement: some of these columns have to be the same. */
    private void rename(Table table, Map<String, Object> person) {
        var columns = table.persons().stream()
                .filter(column -> table.rows() != Rows.STAY_AND_ARE_NAMED || !column.equals("id"))
                .toList();
        if (!columns.isEmpty()) {
            database.sql("update " + table.name() + " set "
                            + columns.stream()
                                    .map(column -> column + " = case when " + column
                                            + " = :person then :pseudonym else " + column + " end")
                                    .collect(joining(", "))
                            + later(table) + " where :person in (" + String.join(", ", columns) + ")")
                    .params(person)
                    .update();
        }
    }

    /** Whoever has read such a row, and would write it back, is told that it has changed. */
    private static String later(Table table) {
        return table.hasColumn("version") ? ", version = version + 1" : "";
    }

    private void rename(String table, String column, String personId, String pseudonym) {
        database.sql("select id, " + column + " from " + table + " where :person = any(" + column + ")")
                .param("person", personId)
                .query((row, number) ->
                        Map.entry(row.getString(1), (Object[]) row.getArray(2).getArray()))
                .list()
                .forEach(row -> write(
                        table,
                        column,
                        row.getKey(),
                        Arrays.stream(row.getValue())
                                .map(one -> one.equals(personId) ? pseudonym : one)
                                .toArray()));
    }

    private void write(String table, String column, String id, Object[] people) {
        arrays.update(connection -> {
            var update = connection.prepareStatement(
                    "update " + table + " set " + column + " = ?, version = version + 1 where id = ?");
            update.setArray(1, connection.createArrayOf("varchar", people));
            update.setString(2, id);
            return update;
        });
    }

    private void delete(Table table, Map<String, Object> person) {
        database.sql("delete from " + table.name() + " where "
                        + table.whose().get(0).where())
                .params(person)
                .update();
    }

    /** Where something sealed stands, and where it belongs. */
    private record Reference(Table table, Column column, String reference, Place place) {}
}
