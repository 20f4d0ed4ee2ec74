package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.absence.Absence.State;
import org.reps.mentoring.rules.Walk;

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

    // --- what may follow what

    @Test
    void what_may_follow_what() {
        assertThat(new Walk<>(State.class, AbsenceTest::stateOf)
                        .from(absence)
                        .from(absence.begun())
                        .from(absence.begun().back(LAST))
                        .from(absence.calledOff(FIRST))
                        .from(absence.gone(LAST))
                        .along("begin", Absence::begun)
                        .along("cover", it -> it.coveredBy("maya"))
                        .along("not cover", it -> it.notCoveredBy("mei"))
                        .along("loss told", Absence::lossTold)
                        .along("told", Absence::told)
                        .along("call off", it -> it.calledOff(FIRST))
                        .along("come back", it -> it.back(LAST))
                        .along("go", it -> it.gone(LAST))
                        .table())
                .isEqualTo("""
                                   | begin | cover     | not cover | loss told | told      | call off   | come back | go
                        ANNOUNCED  | AWAY  | ANNOUNCED | ANNOUNCED | ANNOUNCED | ANNOUNCED | CALLED_OFF | BACK      | GONE
                        AWAY       | AWAY  | AWAY      | AWAY      | AWAY      | AWAY      | CALLED_OFF | BACK      | GONE
                        BACK       | no    | no        | no        | no        | no        | no         | no        | no
                        CALLED_OFF | no    | no        | no        | no        | no        | no         | no        | no
                        GONE       | no    | no        | no        | no        | no        | no         | no        | no
                        """);
    }

    /** Wherever it has come, it stands in the way of another one as long as it is open, and no longer. */
    private static State stateOf(Absence absence) {
        assertThat(absence.openMentor() != null).isEqualTo(absence.isOpen());
        return absence.state();
    }

    @Test
    void its_end_makes_room_for_another_one_and_keeps_what_was() {
        var open = absence.coveredBy("maya").notCoveredBy("mei").told();

        assertEnded(open, open.calledOff(FIRST));
        assertEnded(open, open.gone(LAST));
        assertEnded(open.begun(), open.begun().back(LAST));
    }

    private static void assertEnded(Absence open, Absence ended) {
        assertThat(ended.isOpen()).isFalse();
        assertThat(ended.openMentor()).isNull();
        assertThat(ended.endedOn()).isNotNull();
        assertThat(ended)
                .usingRecursiveComparison()
                .ignoringFields("openMentor", "state", "endedOn")
                .isEqualTo(open);
    }

    @Test
    void a_cover_that_is_lost_is_not_told_any_more_when_it_is_over() {
        var lost = absence.coveredBy("maya").notCoveredBy("maya");

        assertThat(lost.isCoverLost()).isTrue();
        assertThat(lost.gone(LAST).isCoverLost()).isFalse();
    }

    // --- its days

    @Test
    void it_begins_today_or_later_and_ends_no_earlier() {
        Absence.requirePossible(FIRST, FIRST, FIRST);
        assertThatThrownBy(() -> Absence.requirePossible(FIRST.minusDays(1), LAST, FIRST))
                .hasMessage("Away from: please give today or a day that is still to come.");
        assertThatThrownBy(() -> Absence.requirePossible(LAST, FIRST, FIRST))
                .hasMessage("Away until: this is before the first day.");
    }
}
