package org.reps.mentoring.everything;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/**
 * All that is kept about one person, as they get it.
 *
 * @param about their name
 * @param at when it was put together
 */
record Everything(String about, String userId, Instant at, List<Section> sections) {
    /**
     * One kind of what is kept.
     *
     * @param source the table it is from; empty for what the engine keeps
     */
    record Section(String title, String source, List<Entry> entries) {}

    /** One thing of this kind. */
    record Entry(List<Fact> facts) {}

    /**
     * One thing that is known of it.
     *
     * @param name of its column
     * @param value a text, a number, a truth value, a day, a moment, or a list of texts
     * @param choice whether it is one of a few that the programme knows, and nobody's own words
     */
    record Fact(
            String name,
            String label,
            Object value,
            @JsonIgnore boolean choice) {}
}
