package org.reps.mentoring.confidential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.springframework.beans.factory.annotation.Autowired;

class SealedTextsTest extends ProgrammeTest {

    private static final String OTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Autowired
    SealedTexts texts;

    @Autowired
    SealedTextTable table;

    @Autowired
    SealingKeys keys;

    @Test
    void a_text_is_opened_wherever_its_reference_stands() {
        var first = texts.seal("Zoë wrote: “no”", null);
        var second = texts.seal("", "case");

        assertThat(texts.open("[" + first + "][" + second + "]")).isEqualTo("[Zoë wrote: “no”][]");
        assertThat(texts.open("nothing sealed here")).isEqualTo("nothing sealed here");
    }

    @Test
    void the_same_text_is_never_sealed_in_the_same_way() {
        texts.seal("a secret", null);
        texts.seal("a secret", null);

        assertThat(table.findAll()).extracting(SealedText::sealed).doesNotHaveDuplicates();
    }

    @Test
    void a_reference_inside_a_sealed_text_stays_what_somebody_wrote() {
        var secret = texts.seal("a secret", null);
        var guess = texts.seal(secret, null);

        assertThat(texts.open(guess)).isEqualTo(secret);
    }

    @Test
    void what_was_forgotten_is_an_empty_text_and_other_cases_stay() {
        var forgotten = texts.seal("a secret", "case");
        var kept = texts.seal("another", "other case");
        texts.forget("case");

        assertThat(texts.open(forgotten + kept)).isEqualTo("another");
    }

    @Test
    void a_changed_or_swapped_row_does_not_open() {
        var one = texts.seal("a secret", null);
        texts.seal("another", null);
        var rows = table.findAll();
        var sealed = rows.get(0).id().equals(one.substring("sealed:".length())) ? rows.get(1) : rows.get(0);
        database.update("update sealed_text set sealed = ?", sealed.sealed());

        assertThatThrownBy(() -> texts.open(one)).hasMessageContaining("cannot be sealed or opened");
    }

    @Test
    void an_older_key_opens_what_it_sealed_and_the_new_one_seals() {
        var before = texts.seal("before", null);
        var changed = new SealedTexts(table, new SealingKeys(OTHER_KEY, List.of(keys.key())));
        var after = changed.seal("after", null);

        assertThat(changed.open(before + after)).isEqualTo("beforeafter");
        assertThat(table.keyIds()).hasSize(2);
        changed.refuseToStartWithoutTheKeys();
    }

    @Test
    void without_the_key_of_a_text_the_application_does_not_start() {
        texts.seal("before", null);
        var withoutOldKey = new SealedTexts(table, new SealingKeys(OTHER_KEY, List.of()));

        assertThatThrownBy(withoutOldKey::refuseToStartWithoutTheKeys)
                .hasMessageContaining("mentoring.confidential.older-keys");
    }

    @Test
    void a_key_that_is_none_is_explained_and_a_key_is_never_shown() {
        assertThatThrownBy(() -> SealingKey.of("too short")).hasMessageContaining("openssl rand -base64 32");
        assertThat(keys.toString()).doesNotContain(keys.key());
    }
}
