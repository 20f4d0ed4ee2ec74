package org.reps.mentoring.engine.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JuelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${rules.offerAnswers()}",
                "${rules.offerAnswer}",
                "${rules.offerAnswer('too much')}",
                "${mentorships.end(rules.offerAnswer(1), 'over')}",
                "P${rules.offerAnswer()",
                "${absenceForms.absence(absenceId).mentorsFirstName()}"
            })
    void a_wrong_call_is_noticed(String text) {
        assertThat(problems(text)).singleElement().asString().contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${rules.offerAnswer()}", "R/${rules.offerAnswer()}", "${mentorId}", "${!empty a or b[c](1)}"})
    void what_can_be_called_is_left_alone(String text) {
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void what_it_names_is_told() {
        var expression = new Juel("${execution.setVariable('a', b.c(execution.getVariable(\"d\")) == 'e')}");

        assertThat(expression.reads()).containsExactlyInAnyOrder("execution", "b", "d");
        assertThat(expression.writes()).containsExactly("a");
        assertThat(expression.owners()).containsExactlyInAnyOrder("execution", "b");
    }

    private static Iterable<String> problems(String text) {
        var expression = new Juel(text);
        return Stream.concat(
                        expression.problems().stream(),
                        expression.problemsWith(Known.inApplication().beans()).stream())
                .toList();
    }
}
