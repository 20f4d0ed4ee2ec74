package org.reps.mentoring.kept;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.kept.Column.Kind;
import org.reps.mentoring.kept.Column.Sealed;

/** What one table keeps of people, written down column by column in {@link WhatIsKept}. */
public final class Table {

    private static final String EMPTY_LIST = "cast(array[] as varchar array)";

    private final String name;
    private final String what;
    private final Rows rows;
    private final List<Whose> whose = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, String> told = new HashMap<>();

    /** What becomes of the rows of somebody who is erased. */
    enum Rows {
        /** They stay, without who it was. */
        STAY,
        /** They stay, and so do those of other tables that name the person by them. */
        STAY_AND_ARE_NAMED,
        /** They are nothing but the person's. */
        GO,
        /** Another part of the application takes care of them. */
        ELSEWHERE
    }

    private Table(String name, String what, Rows rows) {
        this.name = name;
        this.what = what;
        this.rows = rows;
    }

    static Table table(String name, String what) {
        return new Table(name, what, Rows.STAY);
    }

    /** One with a row for each person, to which other tables refer. */
    static Table ofPeople(String name, String what) {
        return new Table(name, what, Rows.STAY_AND_ARE_NAMED);
    }

    /** One whose rows go with the person. */
    static Table theirs(String name, String what) {
        return new Table(name, what, Rows.GO);
    }

    static Table elsewhere(String name, String what) {
        return new Table(name, what, Rows.ELSEWHERE);
    }

    // --- whose the rows are

    /** Somebody by whom, or of whom, the words in a row are. */
    Table of(String name, String where, @Nullable String heading) {
        whose.add(new Whose(name, where, heading, true));
        return this;
    }

    /** Somebody who is named beside that. */
    Table beside(String name, String where, @Nullable String heading) {
        whose.add(new Whose(name, where, heading, false));
        return this;
    }

    // --- what stands in them; without names in the last place, it is in everybody's file

    Table key(String... names) {
        Stream.of(names).forEach(key -> add(key, Kind.KEY, null));
        return this;
    }

    Table person(String... names) {
        Stream.of(names).forEach(person -> add(person, Kind.PERSON, null));
        return this;
    }

    Table personNamed(String name, String label, String... shownTo) {
        return add(name, Kind.PERSON, label, shownTo);
    }

    Table people(String name) {
        return add(name, Kind.PEOPLE, null);
    }

    /** In nobody's file. */
    Table factOnly(String... names) {
        Stream.of(names).forEach(fact -> add(fact, Kind.FACT, null));
        return this;
    }

    Table fact(String name, String label, String... shownTo) {
        return add(name, Kind.FACT, label, shownTo);
    }

    Table words(String name, @Nullable String label, String... shownTo) {
        return words(name, label, "''", shownTo);
    }

    Table wordsFor(String name, @Nullable String label, String emptied, String... shownTo) {
        return words(name, label, emptied, shownTo);
    }

    Table list(String name, @Nullable String label, String... shownTo) {
        return words(name, label, EMPTY_LIST, shownTo);
    }

    private Table words(String name, @Nullable String label, String emptied, String[] shownTo) {
        columns.add(new Column(name, Kind.WORDS, label, files(shownTo), emptied, null));
        return this;
    }

    Table sealed(String name, @Nullable String label, Sealed sealed, String... shownTo) {
        columns.add(new Column(name, Kind.SEALED, label, files(shownTo), "''", sealed));
        return this;
    }

    Table counted(String name, @Nullable String label, Sealed sealed, String... shownTo) {
        columns.add(new Column(name, Kind.COUNTED, label, files(shownTo), null, sealed));
        return this;
    }

    /** What the file says with it and another table knows. */
    Table told(String name, String label, String sql, String... shownTo) {
        told.put(name, sql);
        columns.add(Column.told(name, label, files(shownTo)));
        return this;
    }

    private Table add(String name, Kind kind, @Nullable String label, String... shownTo) {
        columns.add(new Column(name, kind, label, files(shownTo), null, null));
        return this;
    }

    private Set<String> files(String[] shownTo) {
        return shownTo.length > 0
                ? Set.of(shownTo)
                : whose.stream()
                        .filter(one -> one.heading() != null)
                        .map(Whose::name)
                        .collect(toCollection(LinkedHashSet::new));
    }

    // --- for those who read it

    public String name() {
        return name;
    }

    /** What is in it, in a few words. */
    String what() {
        return what;
    }

    Rows rows() {
        return rows;
    }

    public List<Whose> whose() {
        return whose;
    }

    /** The columns it really has. */
    List<Column> columns() {
        return columns.stream()
                .filter(column -> !told.containsKey(column.name()))
                .toList();
    }

    /** What is in the file of whoever is that to its rows. */
    public List<Column> shownTo(Whose whose) {
        return columns.stream().filter(column -> column.isShownTo(whose)).toList();
    }

    /** SQL for what the file shows. */
    public String shown(Column column) {
        return told.getOrDefault(column.name(), name + "." + column.name());
    }

    /** The user ids in it. */
    List<String> persons() {
        return columns.stream().filter(Column::isPerson).map(Column::name).toList();
    }

    List<Column> sealed() {
        return columns.stream().filter(column -> column.sealed() != null).toList();
    }

    boolean hasColumn(String column) {
        return columns.stream().anyMatch(one -> one.name().equals(column));
    }

    /** SQL for the rows whose words are the person's or about them; empty when there are none. */
    String theirWords() {
        return whose.stream()
                .filter(Whose::theirWords)
                .map(one -> "(" + one.where() + ")")
                .collect(joining(" or "));
    }

    /**
     * What a person can be to a row.
     *
     * @param where SQL that finds the rows of the person {@code :person}; the feedback they gave is {@code :given}
     * @param heading under which the rows are in their file; null where they are not in it
     * @param theirWords whether the words in it are theirs or about them, and go when they are erased
     */
    public record Whose(String name, String where, @Nullable String heading, boolean theirWords) {}
}
