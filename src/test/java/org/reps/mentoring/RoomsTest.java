package org.reps.mentoring;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.EngineClock;
import org.reps.mentoring.engine.ProtectionLowered;
import org.reps.mentoring.engine.faults.CheckCommand;
import org.reps.mentoring.engine.login.ForgottenPasswords;
import org.reps.mentoring.engine.login.LoginAttempts;
import org.reps.mentoring.engine.login.PasswordChanged;
import org.reps.mentoring.engine.login.PasswordForgotten;
import org.reps.mentoring.engine.login.TooManyAttempts;
import org.reps.mentoring.engine.rights.PartOfCase;

/** What each room of the engine knows of the others, and the rest of the house of them. */
class RoomsTest {

    /**
     * A room, and the rooms it knows: only such as stand above it, so nothing runs in a circle. Everybody may come
     * through the hall, which is the package around the rooms; the hall itself knows none of them.
     */
    private static final String ARROWS = """
            people      |
            expressions |
            shown       |
            forms       | people, expressions, shown
            rights      | people, forms
            grants      | people, rights
            farewell    | rights
            stages      | rights
            drawn       | people, forms, rights, stages
            erasure     | people
            login       | people, grants
            models      | rights
            refusals    | login
            mailed      | shown, forms
            written     | expressions, models
            slips       | forms, models, written
            faults      | people, expressions, shown, forms, rights, farewell, stages, models, mailed, slips
            protection  | people, expressions, forms, rights, models, faults
            cases       | people, rights
            versions    | rights, models
            reports     | people, rights
            links       | people, forms
            arrivals    | people, login
            signin      | login, arrivals
            results     | people, shown, forms
            gate        | people, forms, rights, grants, models, protection, results
            door        | people, login, signin, refusals, results, faults
            """;

    /** Whole rooms that are for the rest of the house. */
    private static final Set<String> FOR_ALL = Set.of(
            "people", "cases", "reports", "links", "farewell", "stages", "drawn", "erasure", "mailed", "versions");

    /**
     * Single classes that are for the rest of the house too: the clock, who is part of a case, what the pages on which
     * people choose passwords need, events, and the command that checks files.
     */
    private static final Set<Class<?>> FOR_ALL_TOO = Set.of(
            EngineClock.class,
            PartOfCase.class,
            PartOfCase.OutOfSight.class,
            ForgottenPasswords.class,
            LoginAttempts.class,
            TooManyAttempts.class,
            PasswordForgotten.class,
            PasswordChanged.class,
            ProtectionLowered.class,
            CheckCommand.class);

    private static final String HALL = EngineClock.class.getPackageName();

    @Test
    void each_room_knows_only_rooms_above_it() {
        var above = new HashSet<String>();
        arrows().forEach((room, known) -> {
            assertThat(above).as(room).containsAll(known);
            above.add(room);
        });
    }

    @Test
    void each_room_knows_what_the_table_says_and_nothing_else() {
        var found = new TreeMap<String, Set<String>>();
        for (var type : Expression.CLASSES) {
            if (isInEngine(type)) {
                var known = found.computeIfAbsent(room(type), none -> new TreeSet<>());
                usedBy(type)
                        .filter(used -> isInEngine(used) && !room(used).equals(room(type)))
                        .map(RoomsTest::room)
                        .filter(room -> !room.isEmpty())
                        .forEach(known::add);
            }
        }

        assertThat(found.remove("")).as("the hall").isEmpty();
        assertThat(found).isEqualTo(new TreeMap<>(arrows()));
    }

    @Test
    void the_rest_of_the_house_knows_ten_rooms_and_ten_classes() {
        var used = Expression.CLASSES.stream()
                .filter(type -> !isInEngine(type))
                .flatMap(RoomsTest::usedBy)
                .filter(RoomsTest::isInEngine)
                .distinct()
                .toList();

        assertThat(used)
                .isNotEmpty()
                .allMatch(type -> FOR_ALL.contains(room(type))
                        || FOR_ALL_TOO.stream().anyMatch(open -> open.getName().equals(type.getName())));
        assertThat(FOR_ALL_TOO).allMatch(open -> used.stream().anyMatch(type -> type.isEquivalentTo(open)));
    }

    private static Map<String, Set<String>> arrows() {
        return ARROWS.lines()
                .map(line -> line.split("\\|", -1))
                .collect(toMap(
                        line -> line[0].strip(),
                        line -> Stream.of(line[1].split(","))
                                .map(String::strip)
                                .filter(room -> !room.isEmpty())
                                .collect(toCollection(TreeSet::new)),
                        (one, other) -> {
                            throw new IllegalStateException("There is a room twice");
                        },
                        LinkedHashMap::new));
    }

    private static Stream<JavaClass> usedBy(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType);
    }

    private static boolean isInEngine(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(HALL + ".");
    }

    private static String room(JavaClass type) {
        return type.getPackageName().equals(HALL) ? "" : type.getPackageName().substring(HALL.length() + 1);
    }
}
