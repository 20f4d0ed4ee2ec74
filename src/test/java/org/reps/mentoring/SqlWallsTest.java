package org.reps.mentoring;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.ResolvableType;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/**
 * SQL stays within its package: the compiler does not see what it names, so packages could hang together by it unseen.
 */
class SqlWallsTest {

    /** Which package the tables and views belong to: whoever else needs what is in them asks there. */
    private static final String OWNERS = """
            absence         | absence
            askamentor      | coaching_session, declined_session
            calendar        | time_zone_said
            callformentors  | call_for_mentors
            checkin         | check_in, check_in_meeting, check_in_plan, last_check_in, later_check_in
            confidential    | sealed_text, earlier_text, forgotten_owner, key_store, data_key, erased_name
            engine          | provider_identity
            entrylink       | entry_link
            erasing         | erasing, erasing_wish
            feedback        | feedback, feedback_reading
            firstcall       | first_call
            inactivity      | inactivity, inactivity_report, inactivity_decision, mentor_heard_of
            keepintouch     | keep_in_touch, pair_in_touch
            language        | reading_language
            leaving         | leaving
            mailsettings    | mail_choice
            matching        | matching_note
            mentor          | mentor
            mentorchange    | change_request, change_decision, change_told
            mentorship      | mentorship, goal_change, open_assignment, turn_to_begin, without_mentor
            notice          | mail
            onboarding      | onboarding, onboarding_note
            person          | known_person, reach, turn_to_register
            profile         | profile
            programmeupdate | programme_update, passing_on, update_recipient
            mentorscall     | mentors_call, call_question
            recognition     | recognition
            rep             | rep
            resignation     | resignation, recommendation, resignation_under_way
            suggestion      | suggestion
            training        | training, training_report, training_decision, training_call
            unreachable     | unreachable_person
            versions        | deployed_version, moved_cases, settled_release, turn_to_deploy
            wayin           | way_in
            """;

    /** By table or view. */
    private static final Map<String, String> OWNER = OWNERS.lines()
            .map(line -> line.split("\\|"))
            .flatMap(line -> Stream.of(line[1].split(",")).map(name -> Map.entry(name.strip(), line[0].strip())))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    /**
     * The one package that may name the tables of all others: a right that was spread over twenty packages would be
     * forgotten in one of them. It changes nothing but what is erased; of whom, is asked for elsewhere.
     */
    private static final String KNOWS_ALL_OF_OURS = "kept";

    private static final Path SOURCES = Path.of("src/main/java/org/reps/mentoring");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db");

    private static final Pattern CREATED =
            Pattern.compile("create (?:table|view) (?:if not exists )?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RENAMED =
            Pattern.compile("alter table (\\w+) rename to (\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:from|join|into|update|using)\\s+(\\w+(?:(?:\\s+\\w+)?\\s*,\\s*\\w+)*)|\\b(ACT_(?:RU|RE|HI|ID|GE)_\\w+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOCK = Pattern.compile(
            "\\b(?:current_(?:date|time|timestamp)|localtime|localtimestamp|curdate|sysdate)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void every_table_and_view_belongs_to_a_package() throws IOException {
        try (var files = Files.walk(MIGRATIONS)) {
            var migrations = files.filter(file -> file.toString().endsWith(".sql"))
                    .map(SqlWallsTest::read)
                    .collect(joining());
            var names = new HashSet<String>();
            CREATED.matcher(migrations).results().forEach(found -> names.add(found.group(1)));
            RENAMED.matcher(migrations).results().forEach(found -> {
                names.remove(found.group(1));
                names.add(found.group(2));
            });

            assertThat(OWNER.keySet()).isEqualTo(names);
        }
    }

    @Test
    void every_repository_is_in_the_package_its_table_belongs_to() {
        var tables = new RelationalMappingContext();
        var repositories = Expression.CLASSES.stream()
                .filter(type -> type.isInterface() && type.isAssignableTo(Repository.class))
                .filter(type -> !type.isAnnotatedWith(NoRepositoryBean.class))
                .map(type -> type.reflect())
                .toList();

        assertThat(repositories).hasSizeGreaterThan(10).allSatisfy(repository -> {
            var aggregate = ResolvableType.forClass(repository)
                    .as(Repository.class)
                    .getGeneric(0)
                    .resolve();
            var table = tables.getRequiredPersistentEntity(Objects.requireNonNull(aggregate))
                    .getTableName()
                    .getReference()
                    .toLowerCase();
            assertThat(OWNER).containsEntry(table, packageOf(repository.getPackageName()));
        });
    }

    @ParameterizedTest
    @MethodSource("sources")
    void sql_names_only_what_belongs_to_its_package(Path source) {
        var owner = packageOf("org.reps.mentoring." + SOURCES.relativize(source).getName(0));

        assertThat(namedIn(source))
                .filteredOn(name -> name.startsWith("act_") || !owner.equals(KNOWS_ALL_OF_OURS))
                .allSatisfy(name -> assertThat(name.startsWith("act_") ? "engine" : OWNER.get(name))
                        .as(name)
                        .isEqualTo(owner));
    }

    /** The database has a day of its own, which is nobody's; what day it is for whom is handed over. */
    @ParameterizedTest
    @MethodSource("sources")
    void sql_asks_no_clock(Path source) {
        assertThat(read(source)).doesNotContainPattern(CLOCK);
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void views_ask_no_clock(Path migration) {
        assertThat(read(migration)).doesNotContainPattern(CLOCK);
    }

    private static Stream<Path> migrations() throws IOException {
        return Files.walk(MIGRATIONS).filter(file -> file.toString().endsWith(".sql"));
    }

    @Test
    void sql_is_found_wherever_it_stands() {
        assertThat(namedIn(SOURCES.resolve("mentorship/MentorshipTable.java")))
                .containsExactlyInAnyOrder("mentorship", "open_assignment", "turn_to_begin", "without_mentor");
        assertThat(namedIn(SOURCES.resolve("engine/rights/PartOfCase.java")))
                .contains("act_ru_execution", "act_hi_procinst");
        assertThat(namedIn(SOURCES.resolve("confidential/DataKeys.java"))).contains("data_key", "key_store");
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(SOURCES, 4)
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !namedIn(file).isEmpty());
    }

    /** The tables and views named in what is written in quotes. */
    private static Set<String> namedIn(Path source) {
        var named = new TreeSet<String>();
        // A quotation mark as a character is not where a text begins.
        STRING.matcher(read(source).replaceAll("'\\\\?.'", ""))
                .results()
                .map(string -> Objects.requireNonNullElse(string.group(1), string.group(2)))
                .flatMap(string -> NAMED.matcher(string).results())
                .flatMap(SqlWallsTest::names)
                .filter(name -> name.startsWith("act_") || OWNER.containsKey(name))
                .forEach(named::add);
        return named;
    }

    private static Stream<String> names(MatchResult found) {
        return found.group(2) != null
                ? Stream.of(found.group(2).toLowerCase())
                : Stream.of(found.group(1).split(","))
                        .map(one -> one.strip().split("\\s+")[0].toLowerCase());
    }

    private static String packageOf(String name) {
        return name.substring("org.reps.mentoring.".length()).split("\\.")[0];
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
