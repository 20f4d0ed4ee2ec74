package org.reps.mentoring.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {

    private static final Person RUMI = new Person("rumi", "Rumi", "Quispe", "r.q@example.org");
    private static final Person OTHER_RUMI = new Person("rumi2", "Rumi", "Huaman", "rumi2@example.org");
    private static final Person WILL = new Person("will", "Will", "Quispe", "will@example.org");

    private final Mention alone = new Names(List.of(RUMI)).mention("rumi");
    private final Mention amongOthers = new Names(List.of(RUMI, OTHER_RUMI, WILL)).mention("rumi");

    @ParameterizedTest
    @ValueSource(strings = {"Rumi Quispe has left", "to r.q@example.org.", "(Rumi Quispe)", "Rumi Quispe (rumi)"})
    void the_whole_name_and_the_address_are_theirs(String text) {
        assertThat(amongOthers.isNamedIn(text)).isTrue();
        assertThat(amongOthers.isPossiblyNamedIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Meet Rumi", "given to rumi", "\"rumi\""})
    void a_part_of_the_name_or_the_user_name_may_mean_somebody_else(String text) {
        assertThat(amongOthers.isNamedIn(text)).isFalse();
        assertThat(amongOthers.isPossiblyNamedIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rumination", "Rumi2", "rumi2", "Will Quispe", "perumi", "the Quispe family"})
    void a_part_of_a_word_and_what_others_are_called_is_not_them(String text) {
        assertThat(amongOthers.isNamedIn(text)).isFalse();
        assertThat(amongOthers.isPossiblyNamedIn(text.replace("Rumi2", ""))).isFalse();
    }

    @Test
    void a_last_name_that_nobody_else_has_may_mean_them() {
        assertThat(alone.isPossiblyNamedIn("Ask Quispe")).isTrue();
        assertThat(amongOthers.isPossiblyNamedIn("Ask Quispe")).isFalse();
    }

    @Test
    void as_a_value_stands_the_user_name_or_a_name_that_nobody_else_has() {
        assertThat(amongOthers.isValueIn("{\"id\":\"rumi\"}")).isTrue();
        assertThat(amongOthers.isValueIn("{\"firstName\":\"Rumi\"}")).isFalse();
        assertThat(alone.isValueIn("{\"firstName\":\"Rumi\"}")).isTrue();
        assertThat(alone.isValueIn("{\"rumi\":\"x\", \"Rumi\" : 1}")).isFalse();
        assertThat(amongOthers.isOneOf("will, rumi")).isTrue();
        assertThat(amongOthers.isOneOf("with rumi")).isFalse();
        assertThat(alone.isValueIn("{\"text\":\"Rumi and others\"}")).isFalse();
    }

    @Test
    void two_of_one_whole_name_are_not_told_apart_by_it() {
        var twin = new Person("rumi3", "Rumi", "Quispe", "rumi3@example.org");
        var mention = new Names(List.of(RUMI, twin)).mention("rumi");

        assertThat(mention.isNamedIn("Rumi Quispe has left")).isFalse();
        assertThat(mention.isNamedIn("Rumi Quispe (rumi) has left")).isTrue();
        assertThat(mention.isPossiblyNamedIn("Rumi Quispe has left")).isTrue();
    }

    @Test
    void a_name_with_signs_is_taken_as_it_is() {
        var mention = new Names(List.of(new Person("oc", "O'Connor", "(x) [y]*", ""))).mention("oc");

        assertThat(mention.isNamedIn("O'Connor (x) [y]* was here")).isTrue();
        assertThat(mention.replacedIn("Meet O'Connor now", "somebody $1")).isEqualTo("Meet somebody $1 now");
    }

    @Test
    void whoever_has_no_account_any_more_is_known_by_the_user_name_only() {
        var gone = new Names(List.of(WILL)).mention("rumi");

        assertThat(gone.isNamedIn("Rumi Quispe")).isFalse();
        assertThat(gone.isPossiblyNamedIn("The mail to rumi failed")).isTrue();
        assertThat(gone.isAllOf("Rumi")).isFalse();
        assertThat(gone.isSomebodyElse("Rumi")).isFalse();
    }

    @Test
    void what_is_shown_of_somebody_is_told_from_what_is_shown_of_others() {
        assertThat(amongOthers.isAllOf("Rumi")).isTrue();
        assertThat(amongOthers.isAllOf("Rumi Quispe")).isTrue();
        assertThat(amongOthers.isAllOf("Will")).isFalse();
        assertThat(amongOthers.isSomebodyElse("Will Quispe")).isTrue();
        assertThat(amongOthers.isSomebodyElse("Rumi")).as("it may be either").isFalse();
        assertThat(amongOthers.isSomebodyElse("Something they wrote")).isFalse();
    }

    @Test
    void nothing_is_nobody() {
        assertThat(alone.isNamedIn(null)).isFalse();
        assertThat(alone.isPossiblyNamedIn("")).isFalse();
        assertThat(alone.isValueIn(null)).isFalse();
    }
}
