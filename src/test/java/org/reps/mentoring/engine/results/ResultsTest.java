package org.reps.mentoring.engine.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private final Command<Object> tasks = query(new TaskQueryImpl());

    @Test
    void where_nothing_may_come_back_nothing_does() {
        Command<Object> command = context -> "";
        var variables = query(new VariableInstanceQueryImpl());

        assertThat(Results.judged(command, Variables.putValue("reason", "told in confidence"), Void.class))
                .isNull();
        assertThat(Results.judged(variables, List.of("a value"), Void.class)).isEqualTo(List.of());
        assertThat(Results.judged(variables, 7L, Void.class)).isEqualTo(0L);
    }

    @Test
    void what_comes_back_and_is_of_another_kind_is_not_handed_out() {
        assertThatThrownBy(() -> Results.judged(tasks, List.of("the id of a task"), Task.class))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> Results.judged(tasks, Variables.createVariables(), Task.class))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void how_many_there_are_is_said_of_everything_of_which_there_is_a_list() {
        assertThat(Results.judged(tasks, 7L, Task.class)).isEqualTo(7L);
    }

    @SuppressWarnings("unchecked")
    private static Command<Object> query(Query<?, ?> query) {
        return (Command<Object>) query;
    }
}
