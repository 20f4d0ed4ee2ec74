package org.reps.mentoring;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.EngineClock;
import org.reps.mentoring.mentor.Mentor;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/org/reps/mentoring");

    /** What can be asked which day or time of day it is, by default where the server is. */
    private static final Set<String> DATES = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.MonthDay",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.ZonedDateTime");

    /** Such as {@code `rules/MentoringRules`}. */
    private static final Pattern CLASS_IN_A_DOCUMENT = Pattern.compile("`([a-z]+(?:/[a-z]+)*/[A-Z]\\w+)`");

    @Test
    void packages_are_modules_without_cycles_and_secrets() {
        ApplicationModules.of(MentoringApplication.class).verify();
    }

    @Test
    void only_processes_plugins_and_the_engine_package_know_camunda() {
        noClasses()
                .that(not(describe(
                        "processes and plugins",
                        type -> outermost(type).getSimpleName().matches(".*(Process|Plugin)"))))
                .and()
                .resideOutsideOfPackage("..engine..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.camunda.."))
                .because("the rest must not change when the engine does")
                .check(Expression.CLASSES);
    }

    @Test
    void plugins_know_what_tasklist_and_cockpit_offer_them_and_how_the_engine_says_no() {
        noClasses()
                .that(describe(
                        "plugins", type -> outermost(type).getSimpleName().endsWith("Plugin")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.camunda..")
                        .and(not(resideInAnyPackage("org.camunda.bpm.cockpit.plugin..", "org.camunda.bpm.tasklist..")))
                        .and(not(assignableTo(RuntimeException.class))))
                .because("they bring our pages into the web applications, and read what they show from our own beans")
                .check(Expression.CLASSES);
    }

    @Test
    void steps_are_public_components() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Steps")
                .should()
                .bePublic()
                .andShould()
                .beAnnotatedWith(Component.class)
                .because("expressions cannot call other classes")
                .check(Expression.CLASSES);
    }

    @Test
    void what_day_it_is_is_asked_of_the_one_place_that_knows_whose() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(EngineClock.class)
                .should()
                .callMethodWhere(describe(
                        "asks a clock for a day",
                        call -> call.getTarget().getName().equals("now")
                                && DATES.contains(call.getTargetOwner().getName())))
                .orShould()
                .callMethod(Clock.class, "getZone")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(TimeZone.class, "getDefault")
                .orShould()
                .callMethod(Calendar.class, "getInstance")
                .orShould()
                .accessField(ZoneOffset.class, "UTC")
                .because("a day belongs to a person, or by name to the programme: " + Days.class.getSimpleName())
                .check(Expression.CLASSES);
    }

    @Test
    void what_is_asked_of_the_database_is_read_to_its_end() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .because("outside a transaction nothing gives the connection back")
                .check(Expression.CLASSES);
    }

    @Test
    void what_belongs_to_a_person_knows_no_day_of_the_programme() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..absence..",
                        "..digest..",
                        "..mailsettings..",
                        "..mentor..",
                        "..mymentorship..",
                        "..notice..",
                        "..tasklist..")
                .should()
                .callMethod(Days.class, "ofProgramme")
                .orShould()
                .callMethod(Days.class, "ofProgramme", Instant.class)
                .because("where people live it may be another day")
                .check(Expression.CLASSES);
    }

    @Test
    void whether_a_mentor_is_there_now_is_asked_with_a_moment() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Mentor.class)
                .should()
                .callMethod(Mentor.class, "isAwayOn", LocalDate.class)
                .orShould()
                .callMethod(Mentor.class, "isActiveOn", LocalDate.class)
                .orShould()
                .callMethod(Mentor.class, "takesMenteesOn", LocalDate.class)
                .because("it is decided by the day where the mentor lives")
                .check(Expression.CLASSES);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Utils?|Helper|Impl)")
                .check(Expression.CLASSES);
    }

    @Test
    void an_interface_has_two_implementations() {
        classes()
                .that()
                .areInterfaces()
                .and()
                .areNotAnnotations()
                .and()
                .doNotHaveSimpleName("package-info")
                .and(not(assignableTo(Repository.class)))
                .should(be(describe(
                        "implemented at least twice",
                        type -> type.getAllSubclasses().stream()
                                        .filter(implementation -> !implementation.isInterface())
                                        .count()
                                >= 2)))
                .check(Expression.CLASSES);
    }

    @Test
    void a_class_is_public_only_where_another_package_a_diagram_or_a_library_needs_it() throws IOException {
        var registered = registeredServices();
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .areNotAnnotatedWith(SpringBootApplication.class)
                .and(not(describe("written by RecordBuilder, as public as their record", ArchitectureTest::isBuilder)))
                .should(be(usedInAnotherPackage()
                        .or(describe("called by diagrams", type -> Expression.BEANS.containsValue(type.reflect())))
                        .or(describe("registered as a service", type -> registered.contains(type.getName())))))
                .check(Expression.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void every_package_is_null_marked(Path directory) {
        assertThat(directory.resolve("package-info.java")).content().contains("\n@NullMarked\npackage ");
    }

    @ParameterizedTest
    @MethodSource("packages")
    void no_package_is_larger_than_somebody_can_read_in_an_hour(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            var lines = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(file).size();
            }
            assertThat(lines).as("lines in " + directory).isLessThanOrEqualTo(1500);
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void what_a_diagram_calls_is_told_in_a_few_pages(Path steps) throws IOException {
        assertThat(Files.readAllLines(steps)).as("lines of " + steps).hasSizeLessThanOrEqualTo(300);
    }

    private static Stream<Path> steps() throws IOException {
        return Files.walk(SOURCES).filter(file -> file.toString().endsWith("Steps.java"));
    }

    private static Stream<Path> packages() throws IOException {
        return Files.walk(SOURCES).filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documents_name_classes_that_there_are(Path document) throws IOException {
        var named = CLASS_IN_A_DOCUMENT
                .matcher(Files.readString(document))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named)
                .allSatisfy(name ->
                        assertThat(SOURCES.resolve(name + ".java")).as(name).exists());
    }

    private static Stream<Path> documents() throws IOException {
        return Stream.concat(
                Stream.of(Path.of("README.md")),
                Files.walk(Path.of("docs")).filter(file -> file.toString().endsWith(".md")));
    }

    private static DescribedPredicate<JavaClass> usedInAnotherPackage() {
        return describe(
                "used in another package",
                type -> type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName())));
    }

    private static List<String> registeredServices() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/META-INF/services"))) {
            var registered = new ArrayList<String>();
            for (var file : files.toList()) {
                registered.addAll(Files.readAllLines(file));
            }
            return registered;
        }
    }

    private static boolean isBuilder(JavaClass type) {
        return type.getFullName().endsWith("Builder")
                && Expression.CLASSES.contain(type.getFullName().replaceFirst("Builder$", ""));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
