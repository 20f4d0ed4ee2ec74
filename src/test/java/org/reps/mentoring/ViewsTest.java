package org.reps.mentoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * H2 makes a table anew when it is altered, and a view goes on with the one before: what it has answered once it
 * answers again, until it is made anew itself or the database is opened again. A new database runs all migrations in
 * one go.
 */
class ViewsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Pattern STATEMENT = Pattern.compile(
            "alter table (?<altered>\\w+)|create (?:or replace )?view (?<view>\\w+) as(?<query>[^;]*);",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern READ = Pattern.compile("\\b(?:from|join)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    /** What each view reads that was altered since it was made, or made anew. */
    private static Map<String, Set<String>> stale() throws IOException {
        var reads = new HashMap<String, Set<String>>();
        var stale = new HashMap<String, Set<String>>();
        try (var files = Files.list(MIGRATIONS)) {
            for (var file :
                    files.sorted(Comparator.comparingInt(ViewsTest::number)).toList()) {
                for (var found : STATEMENT.matcher(read(file)).results().toList()) {
                    if (found.group(1) == null) {
                        reads.put(found.group(2), namesIn(found));
                        stale.remove(found.group(2));
                    } else {
                        reads.forEach((view, tables) -> {
                            if (tables.contains(found.group(1))) {
                                stale.merge(view, Set.of(found.group(1)), ViewsTest::both);
                            }
                        });
                    }
                }
            }
        }
        assertThat(reads).hasSizeGreaterThan(5);
        return stale;
    }

    @Test
    void a_view_is_made_anew_when_a_table_it_reads_is_altered() throws IOException {
        assertThat(stale()).isEqualTo(Map.of());
    }

    private static Set<String> namesIn(MatchResult view) {
        return READ.matcher(view.group(3)).results().map(name -> name.group(1)).collect(toSet());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(toSet());
    }

    private static int number(Path migration) {
        return Integer.parseInt(migration.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
