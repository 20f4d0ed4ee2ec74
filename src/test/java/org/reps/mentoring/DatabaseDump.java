package org.reps.mentoring;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Every row of every table, the engine's and ours, to see what something has changed. */
final class DatabaseDump {

    /** What was read last, so that only tables which anybody has written to since are read again. */
    private static final Map<String, Reading> READ = new ConcurrentHashMap<>();

    private final TreeMap<String, List<String>> rows = new TreeMap<>();

    static DatabaseDump of(DataSource database) {
        var dump = new DatabaseDump();
        try (var connection = database.getConnection()) {
            var address = connection.getMetaData().getURL();
            for (var table : tables(connection)) {
                var reading = READ.get(address + table.name);
                if (reading == null || reading.modification != table.modification) {
                    reading = new Reading(table.modification, rows(connection, table.name));
                    READ.put(address + table.name, reading);
                }
                dump.rows.put(table.name, reading.rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dump;
    }

    /** Rows that are only here or only there, as texts that begin with the name of the table. */
    List<String> changesTo(DatabaseDump later) {
        return Stream.concat(
                        rows.keySet().stream().flatMap(table -> difference(table, later.rows, rows, "-")),
                        later.rows.keySet().stream().flatMap(table -> difference(table, rows, later.rows, "+")))
                .sorted()
                .toList();
    }

    /** The rows that contain this text somewhere. */
    List<String> containing(String text) {
        return rows.entrySet().stream()
                .flatMap(table -> table.getValue().stream()
                        .filter(row -> row.contains(text))
                        .map(row -> table.getKey() + " " + row))
                .toList();
    }

    private static Stream<String> difference(
            String table, TreeMap<String, List<String>> without, TreeMap<String, List<String>> with, String sign) {
        var before = without.getOrDefault(table, List.of());
        var rest = new ArrayList<>(with.getOrDefault(table, List.of()));
        if (rest.equals(before)) {
            return Stream.empty();
        }
        before.forEach(rest::remove);
        return rest.stream().map(row -> table + " " + sign + " " + row);
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select table_name, last_modification from information_schema.tables"
                        + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'")) {
            var tables = new ArrayList<Table>();
            while (found.next()) {
                tables.add(new Table(found.getString(1), found.getLong(2)));
            }
            return tables;
        }
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select * from \"" + table + "\"")) {
            var columns = new String[found.getMetaData().getColumnCount()];
            for (var column = 0; column < columns.length; column++) {
                columns[column] = found.getMetaData().getColumnName(column + 1);
            }
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(row(found, columns));
            }
            Collections.sort(rows);
            return rows;
        }
    }

    private static String row(ResultSet found, String[] columns) throws SQLException {
        var row = new StringBuilder();
        for (var column = 1; column <= columns.length; column++) {
            var value = found.getObject(column);
            if (value instanceof Blob || value instanceof byte[]) {
                value = readable(found.getBytes(column));
            } else if (value instanceof Clob || value instanceof Array) {
                value = found.getString(column);
            }
            row.append(columns[column - 1]).append('=').append(value).append(' ');
        }
        return row.toString();
    }

    private static String readable(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.contains("\uFFFD") ? HexFormat.of().formatHex(bytes) : text;
    }

    /** @param modification the number H2 gave to the last change of any of its rows, committed or not */
    private record Table(String name, long modification) {}

    private record Reading(long modification, List<String> rows) {}
}
