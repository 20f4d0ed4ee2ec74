package org.reps.mentoring.engine.gate;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricDecisionInstanceQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objenesis.ObjenesisStd;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.results.SeenNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;

/** Every command of the engine is either allowed to somebody on purpose or refused, and really refused. */
class CommandGateTest extends ProgrammeTest {

    private static final Path REFUSED = Path.of("src/test/resources/refused-commands.txt");
    private static final String REASON = "This is not part of what you can do here.";

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Test
    void every_command_of_the_engine_is_allowed_or_refused_on_purpose() throws IOException {
        var classified = new TreeSet<>(refused());
        // Of our own there is one.
        allowed().filter(type -> type != SeenNumbers.class).map(Class::getName).forEach(classified::add);

        assertThat(commands()).hasSizeGreaterThan(300).isEqualTo(classified);
    }

    @Test
    void no_command_is_both_allowed_and_refused() {
        assertThat(allowed().map(Class::getName)).doesNotContainAnyElementsOf(refused());
        assertThat(allowed()).doesNotHaveDuplicates();
    }

    /** Of a command that is new here somebody has to say what comes back, and that it can. */
    @Test
    void it_is_known_of_every_allowed_command_what_comes_back() {
        assertThat(allowed()).allSatisfy(type -> {
            var promised = ResolvableType.forClass(type)
                    .as(Command.class)
                    .getGeneric(0)
                    .toClass();
            var judged = AllowedCommands.resultOf(type);
            if (judged != Void.class && !AbstractQuery.class.isAssignableFrom(type)) {
                assertThat(promised.isAssignableFrom(judged)
                                || judged.isAssignableFrom(promised)
                                || Collection.class.isAssignableFrom(promised))
                        .as(type + " gives " + promised + " and is judged as " + judged)
                        .isTrue();
            }
            assertThat(judged).isNotEqualTo(Object.class);
        });
    }

    @Test
    void variables_come_back_for_forms_only() {
        assertThat(allowed().filter(type -> Map.class.isAssignableFrom(AllowedCommands.resultOf(type))))
                .containsExactly(GetTaskFormVariablesCmd.class);
        assertThat(AllowedCommands.resultOf(VariableInstanceQueryImpl.class)).isEqualTo(Void.class);
        assertThat(AllowedCommands.resultOf(HistoricDecisionInstanceQueryImpl.class))
                .isEqualTo(Void.class);
    }

    @Test
    void what_is_not_known_gives_nothing_back() {
        assertThat(AllowedCommands.resultOf(SubmitTaskFormCmd.class)).isEqualTo(Void.class);
        assertThat(AllowedCommands.resultOf(GetTaskVariablesCmd.class)).isEqualTo(Void.class);
    }

    @Test
    void the_list_of_what_is_refused_is_sorted() {
        assertThat(refused()).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_refused_is_refused_before_anything_else_happens(Group group) {
        var mayRun = new ArrayList<String>();
        register("tess", group);

        as("tess", () -> {
            for (var name : refusedTo(group)) {
                for (var executor : List.of(
                        configuration.getCommandExecutorTxRequired(),
                        configuration.getCommandExecutorTxRequiresNew())) {
                    if (!isRefused(command(name), executor)) {
                        mayRun.add(name);
                    }
                }
            }
        });

        assertThat(mayRun).isEmpty();
    }

    private static boolean isRefused(Command<?> command, CommandExecutor executor) {
        try {
            executor.execute(command);
            return false;
        } catch (AuthorizationException e) {
            return REASON.equals(e.getMessage());
        } catch (RuntimeException stumbled) {
            return false;
        }
    }

    /** An empty shell of it: the gate must not need more than to see what it is. */
    private static Command<?> command(String name) {
        try {
            return (Command<?>) new ObjenesisStd().newInstance(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> refusedTo(Group group) {
        var names = new TreeSet<>(refused());
        var theirs = new HashSet<>(AllowedCommands.PARTICIPANTS.keySet());
        if (group == Group.COUNCIL || group == Group.ANALYSTS) {
            theirs.addAll(AllowedCommands.STAFF.keySet());
        }
        if (group == Group.COUNCIL) {
            theirs.addAll(AllowedCommands.COUNCIL.keySet());
        }
        if (group == Group.ANALYSTS) {
            theirs.addAll(AllowedCommands.DEPLOYMENT.keySet());
        }
        allowed().filter(type -> !theirs.contains(type)).map(Class::getName).forEach(names::add);
        return names;
    }

    private static Stream<Class<?>> allowed() {
        return Stream.of(
                        AllowedCommands.PARTICIPANTS,
                        AllowedCommands.STAFF,
                        AllowedCommands.COUNCIL,
                        AllowedCommands.DEPLOYMENT)
                .flatMap(allowed -> allowed.keySet().stream());
    }

    private static List<String> refused() {
        try (var lines = Files.lines(REFUSED)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All classes in the engine's jar of which there can be objects, inner and anonymous ones too. */
    private static Set<String> commands() throws IOException {
        try (var jar = new JarFile(Path.of(URI.create(ProcessEngine.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toFile())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith("org/camunda/bpm/engine/") && name.endsWith(".class"))
                    .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.'))
                    .filter(CommandGateTest::isCommand)
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static boolean isCommand(String name) {
        try {
            var type = Class.forName(name, false, CommandGateTest.class.getClassLoader());
            return Command.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } catch (NoClassDefFoundError needsALibraryWeDoNotHave) {
            return false;
        }
    }
}
