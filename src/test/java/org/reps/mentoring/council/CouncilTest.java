package org.reps.mentoring.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.springframework.beans.factory.annotation.Autowired;

class CouncilTest extends ProgrammeTest {

    @Autowired
    Council council;

    @BeforeEach
    void programme() {
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
        givenRep("rumi");
    }

    @Test
    void contacts_decide() {
        assertThat(council.impartial("rumi", "mateo")).containsExactly("chidi", "clara");
    }

    @Test
    void nobody_decides_a_case_they_are_part_of() {
        assertThat(council.impartial("clara", "rumi")).containsExactly("chidi");
    }

    @Test
    void the_rest_of_the_council_decides_when_all_contacts_are_part_of_the_case() {
        assertThat(council.impartial("clara", "chidi")).containsExactly("carmen");
    }

    @Test
    void nobody_is_waved_through_when_nobody_impartial_is_left() {
        assertThatThrownBy(() -> council.impartial("clara", "chidi", "carmen"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Nobody impartial is left");
    }
}
