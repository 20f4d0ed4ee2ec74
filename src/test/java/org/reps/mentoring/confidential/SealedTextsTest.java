package org.reps.mentoring.confidential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class SealedTextsTest extends ProgrammeTest {

    private static final Place RECORD = Place.forCouncil("record:1", "reason");

    private static final Reader REP = new Reader("rumi", false);
    private static final Reader MEMBER = new Reader("carmen", true);

    @Autowired
    SealedTexts texts;

    @Autowired
    SealedTextTable table;

    @Autowired
    DataKeys keys;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_text_is_shown_where_its_reference_stands_in_its_own_case_and_field() {
        var first = texts.sealInCase("Zoë wrote: “no”", "case", "story");
        var second = texts.sealInCase("", "case", "story");
        var all = "[" + first + "][" + second + "]";

        assertThat(shown(all, "case", "story", REP)).isEqualTo("[Zoë wrote: “no”][]");
        assertThat(shown(all, "other case", "story", REP)).isEqualTo("[][]");
        assertThat(shown(all, "case", "other", REP)).isEqualTo("[][]");
        assertThat(shown("nothing sealed here", "case", "story", REP)).isEqualTo("nothing sealed here");
    }

    @Test
    void what_is_kept_for_the_council_or_one_person_is_shown_to_nobody_else() {
        var forCouncil = kept(Place.forCouncil("record:1", "shown"));
        var forRumi = kept(Place.forPerson("rumi", "record:1", "shown"));
        var aboutCarmen = kept(Place.forCouncilBut("carmen", "record:1", "shown"));
        var all = "[" + forCouncil + "][" + forRumi + "][" + aboutCarmen + "]";

        assertThat(shown(all, "case", "shown", REP)).isEqualTo("[][a secret][]");
        assertThat(shown(all, "case", "shown", MEMBER)).isEqualTo("[a secret][][]");
        assertThat(shown(all, "case", "shown", new Reader("clara", true))).isEqualTo("[a secret][][a secret]");
        assertThat(shown(all, "other case", "shown", MEMBER)).isEqualTo("[][][]");
        assertThat(shown(all, "case", "written", MEMBER)).isEqualTo("[][][]");
    }

    @Test
    void a_kept_text_opens_in_its_own_record_and_field_only() {
        var reference = texts.seal("a secret", RECORD);

        assertThat(texts.open(reference, RECORD)).isEqualTo("a secret");
        assertThat(texts.openAll(Map.of(reference, RECORD))).containsOnly(Map.entry(reference, "a secret"));
        for (var other : List.of(
                Place.forCouncil("record:2", "reason"),
                Place.forCouncil("record:1", "answer"),
                Place.forPerson("rumi", "record:1", "reason"),
                Place.inCase("record:1", "reason"))) {
            assertThat(texts.open(reference, other)).as(other.toString()).isEmpty();
            assertThat(texts.openAll(Map.of(reference, other))).isEmpty();
        }
    }

    @Test
    void a_step_keeps_only_what_was_written_in_its_own_field() {
        var written = texts.sealInCase("a secret", "case", "story");
        var kept = texts.keep(written, "story", RECORD);

        assertThat(texts.open(kept, RECORD)).isEqualTo("a secret");
        assertThat(texts.keep("", "story", RECORD)).isEmpty();
        for (var reference : List.of(written, kept, "not sealed at all")) {
            assertThatThrownBy(() -> texts.keep(reference, "reason", RECORD))
                    .hasMessage("What is handed over as \"reason\" was not written in that field of a case");
        }
        assertThatThrownBy(() -> texts.moveInCase(kept, "reason", "other"))
                .hasMessage("What is handed over as \"reason\" was not written in that field of a case");
    }

    @Test
    void what_is_forgotten_of_a_record_opens_with_no_key_any_more_and_the_rest_as_before() {
        var gone = texts.seal("a secret", RECORD);
        var left = texts.seal("another one", RECORD);
        var key = keys.of("record:1").id();
        var copy = table.findById(gone.substring("sealed:".length())).orElseThrow();
        assertThat(texts.areAll("record:1", List.of(gone))).isFalse();

        texts.forget("record:1", List.of(gone));

        assertThat(texts.open(gone, RECORD)).isEmpty();
        assertThat(texts.open(left, RECORD)).isEqualTo("another one");
        assertThat(keys.withId(key)).isEmpty();
        assertThat(copy.keyId()).isEqualTo(key);
        assertThat(texts.areAll("record:1", List.of(left))).isTrue();

        texts.forget("record:1", List.of(left));
        assertThat(table.findByOwner("record:1")).isEmpty();
    }

    @Test
    void the_same_text_is_never_sealed_in_the_same_way() {
        texts.seal("a secret", RECORD);
        texts.seal("a secret", RECORD);

        assertThat(table.findAll()).extracting(SealedText::sealed).doesNotHaveDuplicates();
    }

    @Test
    void a_reference_inside_a_sealed_text_stays_what_somebody_wrote() {
        var secret = texts.sealInCase("a secret", "case", "story");
        var guess = texts.sealInCase(secret, "case", "story");

        assertThat(shown(guess, "case", "story", REP)).isEqualTo(secret);
    }

    @Test
    void what_was_forgotten_is_an_empty_text_and_other_cases_stay() {
        var forgotten = texts.sealInCase("a secret", "case", "story");
        var kept = texts.sealInCase("another", "other case", "story");
        texts.forget("case");

        assertThat(shown(forgotten, "case", "story", REP)).isEmpty();
        assertThat(shown(kept, "other case", "story", REP)).isEqualTo("another");
    }

    @Test
    void what_was_forgotten_stays_closed_when_its_row_comes_back_from_a_backup() {
        var forgotten = texts.sealInCase("a secret", "case", "story");
        var backup = database.queryForMap("select * from sealed_text");
        texts.forget("case");
        database.update(
                "insert into sealed_text (id, key_id, sealed, owner, field, reader, case_id, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0)",
                backup.get("id"),
                backup.get("key_id"),
                backup.get("sealed"),
                backup.get("owner"),
                backup.get("field"),
                backup.get("reader"),
                backup.get("case_id"));

        assertThat(shown(forgotten, "case", "story", REP)).isEmpty();
        assertThat(keys.withIds(table.keyIds())).isEmpty();
    }

    @Test
    void what_was_not_forgotten_after_all_still_opens() {
        var reference = texts.sealInCase("a secret", "case", "story");
        transaction.executeWithoutResult(status -> {
            texts.forget("case");
            status.setRollbackOnly();
        });

        assertThat(shown(reference, "case", "story", REP)).isEqualTo("a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "field", "reader", "case_id"})
    void a_text_does_not_open_in_a_row_that_says_something_else(String column, CapturedOutput log) {
        var reference = kept(Place.forPerson("rumi", "record:1", "shown"));
        assertThat(shown(reference, "case", "shown", REP)).isEqualTo("a secret");

        database.update("update sealed_text set owner = 'record:1'");
        database.update(
                "update sealed_text set " + column + " = ?",
                Map.of("owner", "record:2", "field", "other", "reader", "person:ravi", "case_id", "other case")
                        .get(column));

        var caseId = column.equals("case_id") ? "other case" : "case";
        var field = column.equals("field") ? "other" : "shown";
        var reader = column.equals("reader") ? new Reader("ravi", false) : REP;
        assertThat(shown(reference, caseId, field, reader)).isEmpty();
        assertThat(log.getAll())
                .contains("A confidential text was changed where it is stored and stays closed")
                .doesNotContain("a secret");
    }

    @Test
    void one_that_was_changed_does_not_close_the_others_and_no_step_goes_on_as_if_it_were_empty() {
        var changed = texts.sealInCase("a secret", "case", "story");
        var id = changed.substring("sealed:".length());
        var good = texts.sealInCase("another", "case", "story");
        database.update("update sealed_text set sealed = '?' where id = ?", id);
        var place = Place.inCase("case", "story");

        assertThat(shown("[" + changed + "][" + good + "]", "case", "story", REP))
                .isEqualTo("[][another]");
        assertThat(texts.openAll(Map.of(changed, place, good, place))).containsOnly(Map.entry(good, "another"));
        assertThatThrownBy(() -> texts.open(changed, place)).hasMessageContaining(id);
        assertThatThrownBy(() -> texts.keep(changed, "story", RECORD)).hasMessageContaining(id);
    }

    @Test
    void a_swapped_row_does_not_open() {
        var one = texts.seal("a secret", RECORD);
        texts.seal("another", RECORD);
        var other = table.findAll().stream()
                .filter(text -> !one.endsWith(text.id()))
                .findFirst()
                .orElseThrow();
        database.update("update sealed_text set sealed = ?", other.sealed());

        assertThatThrownBy(() -> texts.open(one, RECORD)).hasMessageContaining("cannot be sealed or opened");
    }

    @Test
    void a_key_that_is_none_is_explained_and_a_key_is_never_shown() {
        assertThatThrownBy(() -> SealingKey.of("too short")).hasMessageContaining("openssl rand -base64 32");
        var settings = new SealingKeys(
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                List.of("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="),
                new SealingKeys.KeyStore("jdbc:h2:mem:keys", "keeper", "swordfish"));
        assertThat(settings.toString() + settings.current() + settings.keys())
                .doesNotContain("AAAAAA", "AQEBAQ", "swordfish");
    }

    private String kept(Place place) {
        return texts.keep(texts.sealInCase("a secret", "case", "written"), "written", place);
    }

    private String shown(String text, String caseId, String field, Reader reader) {
        return texts.show(text, caseId, field, reader, UnaryOperator.identity());
    }
}
