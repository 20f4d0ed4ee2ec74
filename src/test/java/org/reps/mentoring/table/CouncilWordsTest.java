package org.reps.mentoring.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the council reads in Cockpit. */
class CouncilWordsTest {

    @Test
    void pairs_who_lost_touch_are_spoken_of_in_the_readers_language() {
        var german = new CouncilWords("de");

        assertThat(german.ours("No pair has lost touch, as far as anybody has said."))
                .startsWith("Kein Paar");
        assertThat(
                        german.ours(
                                "2 pairs had not talked when asked, several times in a row. One of them was asked kindly for a first step."))
                .startsWith("2 Paare hatten");
        assertThat(
                        german.ours(
                                "1 pair had not talked when asked, several times in a row. One of them was asked kindly for a first step."))
                .startsWith("1 Paar hatte");
        assertThat(german.cell("not known")).isEqualTo("nicht bekannt");
    }

    @Test
    void whoever_gave_an_answer_without_their_name_is_named_as_grammar_wants_it() {
        assertThat(new CouncilWords("de").ours("About Maya Sample, by a mentee"))
                .isEqualTo("Über: Maya Sample; von: ein Mentee");
        assertThat(new CouncilWords("de").ours("About a mentee, by a mentor"))
                .isEqualTo("Über: ein Mentee; von: ein Mentor");
        assertThat(new CouncilWords("es").ours("About a mentor, by a mentee"))
                .isEqualTo("Sobre un mentor, de un mentee");
    }
}
