package org.reps.mentoring.everything;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.Reader;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.Deeds;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Everybody.Account;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.everything.Everything.Entry;
import org.reps.mentoring.everything.Everything.Fact;
import org.reps.mentoring.everything.Everything.Section;
import org.reps.mentoring.kept.Column;
import org.reps.mentoring.kept.Kept;
import org.reps.mentoring.kept.Table;
import org.reps.mentoring.kept.WhatIsKept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what is kept about whoever is logged in, and about nobody else, whoever asks. What others have said in
 * confidence is not in it; {@link WhatIsKept} says what is.
 */
@Component
class EverythingAboutMe {
    private final CurrentPerson person;
    private final JdbcClient database;
    private final Kept kept;
    private final SealedTexts texts;
    private final People people;
    private final Everybody everybody;
    private final OpenTasks openTasks;
    private final Deeds deeds;
    private final Clock clock;

    EverythingAboutMe(
            CurrentPerson person,
            JdbcClient database,
            Kept kept,
            SealedTexts texts,
            People people,
            Everybody everybody,
            OpenTasks openTasks,
            Deeds deeds,
            Clock clock) {
        this.person = person;
        this.database = database;
        this.kept = kept;
        this.texts = texts;
        this.people = people;
        this.everybody = everybody;
        this.openTasks = openTasks;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** All of it, at this moment. */
    @Transactional(readOnly = true)
    Everything file() {
        var reader = new Reader(person.id(), person.isIn(Group.COUNCIL) || person.isIn(Group.CONTACTS));
        return person.lookUp(() -> of(reader));
    }

    private Everything of(Reader reader) {
        var me = reader.userId();
        var names = people.names();
        var sections = new ArrayList<Section>();
        Optional.ofNullable(everybody.accounts().get(me))
                .ifPresent(account -> sections.add(one("Your account", facts(account))));
        var given = kept.given(me);
        for (var table : WhatIsKept.TABLES) {
            for (var whose : table.whose()) {
                if (whose.heading() != null) {
                    var entries = entries(table, whose, given, reader, names);
                    sections.add(new Section(whose.heading(), table.name(), entries));
                }
            }
        }
        sections.add(new Section(
                "What waits for you",
                "",
                openTasks.of(me).stream()
                        .map(task -> new Entry(known(
                                fact("task", "Task", task.name()),
                                fact("since", "Since", task.since()),
                                fact("due", "Due", task.due()))))
                        .toList()));
        sections.add(new Section(
                "What you began",
                "",
                deeds.casesOf(me).stream()
                        .map(began -> new Entry(known(
                                fact("process", "Process", began.name()),
                                fact("since", "Began at", began.since()),
                                fact("until", "Ended at", began.until()))))
                        .toList()));
        sections.add(new Section(
                "What you completed",
                "",
                deeds.tasksOf(me).stream()
                        .map(done ->
                                new Entry(known(fact("task", "Task", done.name()), fact("at", "At", done.until()))))
                        .toList()));
        return new Everything(
                names.getOrDefault(me, me),
                me,
                clock.instant(),
                sections.stream()
                        .filter(section -> !section.entries().isEmpty())
                        .toList());
    }

    // --- what the engine keeps

    private static List<Fact> facts(Account account) {
        return known(
                fact("user_name", "User name", account.person().id()),
                fact("first_name", "First name", account.person().firstName()),
                fact("last_name", "Last name", account.person().lastName()),
                fact("address", "Mail address", account.person().email()),
                fact(
                        "groups",
                        "Groups",
                        account.groups().stream().map(EverythingAboutMe::title).toList()),
                fact("password", "A password (nobody can read it)", account.hasPassword()));
    }

    private static String title(String groupId) {
        return Group.withId(groupId).map(Group::title).orElse(groupId);
    }

    private static Section one(String title, List<Fact> facts) {
        return new Section(title, "", List.of(new Entry(facts)));
    }

    // --- what the programme keeps

    private List<Entry> entries(
            Table table, Table.Whose whose, List<String> given, Reader reader, Map<String, String> names) {
        var columns = table.shownTo(whose);
        return rows(table, columns, whose, given, reader.userId()).stream()
                .map(row -> new Entry(facts(row, columns, reader, names)))
                .filter(entry -> !entry.facts().isEmpty())
                .toList();
    }

    private List<Row> rows(Table table, List<Column> columns, Table.Whose whose, List<String> given, String me) {
        var asked = Stream.concat(
                        columns.stream().map(table::shown),
                        columns.stream()
                                .map(Column::sealed)
                                .filter(Objects::nonNull)
                                .map(Kept::placeOf))
                .toList();
        var sorted = columns.stream()
                .filter(column -> column.kind() == Column.Kind.FACT)
                .findFirst()
                .map(column -> " order by " + (columns.indexOf(column) + 1))
                .orElse("");
        return database.sql("select " + String.join(", ", asked) + " from " + table.name() + " where " + whose.where()
                        + sorted)
                .param("person", me)
                .param("given", given)
                .query((row, number) -> row(row, columns))
                .list();
    }

    private static Row row(ResultSet row, List<Column> columns) throws SQLException {
        var values = new HashMap<String, Object>();
        var places = new HashMap<String, Place>();
        var next = 1;
        for (var column : columns) {
            var value = plain(row.getObject(next++));
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        for (var column : columns) {
            if (column.sealed() != null) {
                places.put(
                        column.name(), new Place(row.getString(next++), row.getString(next++), row.getString(next++)));
            }
        }
        return new Row(values, places);
    }

    /** As JSON can have it; the two databases have classes of their own for the same. */
    private static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        if (value instanceof Timestamp time) {
            return time.toInstant();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Array array) {
            return Arrays.stream((Object[]) array.getArray())
                    .map(String::valueOf)
                    .sorted()
                    .toList();
        }
        return value;
    }

    private List<Fact> facts(Row row, List<Column> columns, Reader reader, Map<String, String> names) {
        return columns.stream()
                .flatMap(column -> Optional.ofNullable(row.values().get(column.name()))
                        .map(value -> new Fact(
                                column.name(),
                                String.valueOf(column.label()),
                                said(value, column, row, reader, names),
                                column.kind() == Column.Kind.FACT || column.kind() == Column.Kind.COUNTED))
                        .stream())
                .filter(fact -> !isNothing(fact.value()))
                .toList();
    }

    private Object said(Object value, Column column, Row row, Reader reader, Map<String, String> names) {
        if (column.isPerson()) {
            return value.equals(reader.userId())
                    ? "you"
                    : names.getOrDefault(value.toString(), "somebody who is not here any more");
        }
        var place = row.places().get(column.name());
        return place == null ? value : opened(value.toString(), place, reader);
    }

    private String opened(String reference, Place place, Reader reader) {
        if (!texts.isReference(reference)) {
            return reference;
        }
        return texts.openAll(Map.of(reference, place), reader)
                .getOrDefault(
                        reference,
                        "kept sealed, for "
                                + (place.reader().startsWith("person:")
                                        ? "the person it was written to"
                                        : "the council"));
    }

    private static Fact fact(String name, String label, @Nullable Object value) {
        return new Fact(name, label, Objects.requireNonNullElse(value, ""), false);
    }

    private static List<Fact> known(Fact... facts) {
        return Stream.of(facts).filter(fact -> !isNothing(fact.value())).toList();
    }

    private static boolean isNothing(Object value) {
        return value.equals("") || value.equals(List.of());
    }

    /** @param places where its sealed columns belong */
    private record Row(Map<String, Object> values, Map<String, Place> places) {}
}
