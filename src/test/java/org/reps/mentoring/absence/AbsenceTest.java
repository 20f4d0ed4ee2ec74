package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reps.mentoring.absence.Absence.State;

class AbsenceTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 28);

    private final Absence absence = Absence.announced("mateo", FIRST, LAST, "", FIRST.minusDays(9));

    @Test
    void the_last_day_counts() {
        assertThat(absence.isLongerThan(Period.ofWeeks(4))).isFalse();
        assertThat(absence.isLongerThan(Period.ofDays(27))).isTrue();
    }

    @Test
    void one_common_day_is_an_overlap() {
        assertThat(absence.overlaps(LAST, LAST.plusDays(5))).isTrue();
        assertThat(absence.overlaps(FIRST.minusDays(5), FIRST)).isTrue();
        assertThat(absence.overlaps(LAST.plusDays(1), LAST.plusDays(5))).isFalse();
        assertThat(absence.overlaps(FIRST.minusDays(5), FIRST.minusDays(1))).isFalse();
    }

    @Test
    void what_mentees_were_told_holds_until_the_cover_is_another() {
        assertThat(absence.isKnown()).isFalse();
        var told = absence.told();
        assertThat(told.isKnown()).isTrue();
        var covered = told.coveredBy("maya");
        assertThat(covered.isKnown()).isFalse();
        assertThat(covered.told().isKnown()).isTrue();
        assertThat(covered.told().notCoveredBy("maya").isKnown()).isFalse();
    }

    @Test
    void only_a_cover_who_had_agreed_can_be_lost() {
        assertThat(absence.notCoveredBy("maya").coverLost()).isFalse();
        var lost = absence.coveredBy("maya").notCoveredBy("maya");
        assertThat(lost.coverLost()).isTrue();
        assertThat(lost.cover()).isNull();
        assertThat(lost.cannotCover()).containsExactly("maya");
        assertThat(absence.coveredBy("maya").notCoveredBy("mei").cover()).isEqualTo("maya");
    }

    @Test
    void a_loss_is_told_once() {
        var lost = absence.coveredBy("maya").notCoveredBy("maya");

        assertThat(lost.lossTold().coverLost()).isFalse();
        assertThat(lost.lossTold().cannotCover()).containsExactly("maya");
        assertThat(lost.coveredBy("mei").coverLost())
                .as("where somebody else agrees")
                .isFalse();
        assertThat(lost.notCoveredBy("mei").coverLost())
                .as("where somebody else says no")
                .isTrue();
    }

    @Test
    void it_is_open_from_its_announcement_until_it_is_over() {
        assertThat(absence.isOpen()).isTrue();
        assertThat(absence.state()).isEqualTo(State.ANNOUNCED);
        assertThat(absence.begun().isOpen()).isTrue();
        assertThat(absence.begun().state()).isEqualTo(State.AWAY);
    }

    @ParameterizedTest
    @EnumSource(names = {"BACK", "CALLED_OFF", "GONE"})
    void its_end_makes_room_for_another_one_and_keeps_what_was(State how) {
        var before = absence.coveredBy("maya").notCoveredBy("mei").told().begun();
        var ended = before.end(how, LAST.minusDays(3));

        assertThat(ended.isOpen()).isFalse();
        assertThat(ended.state()).isEqualTo(how);
        assertThat(ended.endedOn()).isEqualTo(LAST.minusDays(3));
        assertThat(ended)
                .usingRecursiveComparison()
                .ignoringFields("openMentor", "state", "endedOn")
                .isEqualTo(before);
    }
}
