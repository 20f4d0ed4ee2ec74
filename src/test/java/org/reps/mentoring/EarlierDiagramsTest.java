package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.engine.expressions.EarlierCalls;

/**
 * A running case finishes on the version of the diagram it began with, also after the application was replaced: what
 * the diagrams of the last release call is still there. The file holds every expression of theirs that calls something.
 */
class EarlierDiagramsTest {

    private static final Path EXPRESSIONS = Path.of("src/test/resources/earlier/expressions.txt");

    private static List<String> expressions() throws IOException {
        return Files.readAllLines(EXPRESSIONS);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void what_a_case_that_began_earlier_calls_is_there(String expression) {
        var known = new HashMap<String, Class<?>>(Expression.BEANS);
        known.put("execution", DelegateExecution.class);
        known.put("task", DelegateTask.class);
        // What steps and tables handed to these diagrams stands in no class.
        List.of("inTouch", "mentee", "mentor", "suggestedMentorIds", "wish")
                .forEach(variable -> known.put(variable, Object.class));

        assertThat(new Expression(EarlierCalls.now(expression), known).problems())
                .isEmpty();
    }

    @Test
    void there_is_much_to_call() throws IOException {
        assertThat(expressions()).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    }
}
