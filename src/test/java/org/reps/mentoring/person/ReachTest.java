package org.reps.mentoring.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.reps.mentoring.person.Reach.SeenBy;
import org.reps.mentoring.rules.Refusal;

class ReachTest {

    @Test
    void it_says_how_and_who_may_know() {
        var said = Reach.of("ana", "@ana in our chat", SeenBy.CONTACTS).saying("ana@example.org", SeenBy.EVERYBODY);

        assertThat(said.how()).isEqualTo("ana@example.org");
        assertThat(said.seenBy().words()).isEqualTo("everybody");
    }

    @Test
    void it_says_something_and_not_too_much() {
        assertThatThrownBy(() -> Reach.of("ana", " \u200B", SeenBy.CONTACTS)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Reach.of("ana", "x".repeat(501), SeenBy.CONTACTS))
                .isInstanceOf(Refusal.class)
                .hasMessage("please use at most 500 characters");
        assertThat(Reach.of("ana", "x".repeat(500), SeenBy.CONTACTS).how()).hasSize(500);
    }

    @Test
    void it_is_in_no_log() {
        assertThat(Reach.of("ana", "@ana in our chat", SeenBy.CONTACTS)).hasToString("Reach[id=ana]");
    }
}
