package org.reps.mentoring.engine.stages;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayTest {

    private static final Instant BEGIN = Instant.parse("2026-11-28T10:00:00Z");

    private final Way way = new Way(List.of("Ask", "Meet", "Call", "Steps"));

    @Test
    void what_comes_before_it_is_done_and_what_comes_after_it_is_ahead() {
        reached("Ask", 0, 1);
        reached("Meet", 1, null);

        assertThat(shown()).isEqualTo("DONE NOW AHEAD AHEAD");
    }

    @Test
    void it_is_in_two_places_where_two_things_go_on_beside_each_other() {
        reached("Call", 2, null);
        reached("Steps", 2, null);

        assertThat(shown()).isEqualTo("DONE DONE NOW NOW");
    }

    @Test
    void what_was_done_meanwhile_beside_it_is_done() {
        reached("Call", 2, null);
        reached("Steps", 2, 3);

        assertThat(shown()).isEqualTo("DONE DONE NOW DONE");
    }

    @Test
    void what_has_to_be_done_once_more_is_ahead_again() {
        reached("Ask", 0, 1);
        reached("Meet", 1, 2);
        reached("Ask", 2, null);

        assertThat(shown()).isEqualTo("NOW AHEAD AHEAD AHEAD");
    }

    @Test
    void at_its_beginning_it_is_at_the_first() {
        assertThat(shown()).isEqualTo("NOW AHEAD AHEAD AHEAD");
    }

    @Test
    void between_two_steps_it_is_where_it_was() {
        reached("Ask", 0, 1);
        reached("Meet", 1, 2);

        assertThat(way.isOver()).isFalse();
        assertThat(shown()).isEqualTo("DONE NOW AHEAD AHEAD");
    }

    @Test
    void it_is_over_when_only_others_have_something_to_do() {
        reached("Ask", 0, 1);
        way.add(null, at(1), null, true);
        assertThat(way.isOver()).isTrue();

        reached("Meet", 2, null);
        assertThat(way.isOver()).isFalse();
        assertThat(shown()).isEqualTo("DONE NOW AHEAD AHEAD");
    }

    @Test
    void what_a_called_case_calls_otherwise_does_not_count() {
        reached("Meet", 1, null);
        reached("Decide", 2, null);

        assertThat(shown()).isEqualTo("DONE NOW AHEAD AHEAD");
    }

    @Test
    void a_diagram_that_says_no_stages_has_none_and_is_not_over() {
        var without = new Way(List.of());
        without.add(null, BEGIN, null, true);

        assertThat(without.stages()).isEmpty();
        assertThat(without.isOver()).isFalse();
    }

    private void reached(@Nullable String stage, int began, @Nullable Integer ended) {
        way.add(stage, at(began), ended == null ? null : at(ended), true);
    }

    private static Instant at(int hour) {
        return BEGIN.plusSeconds(3_600L * hour);
    }

    private String shown() {
        return way.stages().stream().map(stage -> stage.state().name()).collect(joining(" "));
    }
}
