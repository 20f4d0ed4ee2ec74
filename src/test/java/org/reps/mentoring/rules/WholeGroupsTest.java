package org.reps.mentoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WholeGroupsTest {

    @Test
    void nothing_counts_until_there_are_enough_different_people() {
        assertThat(counted("a1", "a2", "b1")).isEmpty();
        assertThat(counted("a1", "a2", "b1", "c1")).containsExactly("a1", "a2", "b1", "c1");
    }

    @Test
    void what_comes_later_waits_for_a_group_of_its_own() {
        assertThat(counted("a1", "b1", "c1", "d1", "e1", "e2")).containsExactly("a1", "b1", "c1");
        assertThat(counted("a1", "b1", "c1", "d1", "e1", "e2", "a2"))
                .containsExactly("a1", "b1", "c1", "d1", "e1", "e2", "a2");
    }

    private static List<String> counted(String... said) {
        return WholeGroups.of(List.of(said), one -> one.substring(0, 1), 3);
    }
}
