package org.reps.mentoring.engine.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a form says of how people can be reached. */
class AsReadTest {

    @Test
    void how_each_of_two_can_be_reached_is_said_in_the_readers_language() {
        assertThat(AsRead.reached(
                        "How to reach Remy Sample: they have not told you here.\nHow to reach Mateo Sample: @mateo",
                        "de"))
                .isEqualTo("So erreichst du Remy Sample: Das ist dir hier nicht gesagt.\n"
                        + "So erreichst du Mateo Sample: @mateo");
    }
}
