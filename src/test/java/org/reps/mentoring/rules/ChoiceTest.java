package org.reps.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void an_answer_is_the_one_that_is_asked_for_or_one_of_the_others() {
        assertThat(Choice.is("yes", "yes", "no")).isTrue();
        assertThat(Choice.is("no", "yes", "no")).isFalse();
        assertThat(Choice.is("question", "yes", "no", "question")).isFalse();
    }

    @Test
    void an_answer_that_nobody_knows_is_not_taken_for_another() {
        assertThatThrownBy(() -> Choice.is("perhaps", "yes", "no"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"perhaps\"");
        assertThatThrownBy(() -> Choice.is("", "yes", "no")).isInstanceOf(IllegalArgumentException.class);
    }
}
