package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.resignation.Resignation.State;
import org.reps.mentoring.rules.Walk;

class ResignationRulesTest {

    private static final LocalDate BEGUN = LocalDate.of(2026, 8, 31);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 30);

    private final Resignation begun = Resignation.begin("mateo", BEGUN);
    private final Resignation said = begun.saying(LAST_DAY, "sealed:why", "Thank you all", BEGUN);

    @Test
    void what_may_follow_what() {
        assertThat(new Walk<>(State.class, ResignationRulesTest::stateOf)
                        .from(said)
                        .from(said.acknowledged("clara", BEGUN))
                        .from(said.withdrawn(BEGUN))
                        .from(said.acknowledged("clara", BEGUN).retired(LAST_DAY))
                        .along("say", it -> it.saying(LAST_DAY, "", "", BEGUN))
                        .along("recommend", it -> it.recommending(List.of("rumi"), "maya", ""))
                        .along("acknowledge", it -> it.acknowledged("clara", BEGUN))
                        .along("withdraw", it -> it.withdrawn(BEGUN))
                        .along("drop", it -> it.dropped(BEGUN))
                        .along("retire", it -> it.retired(LAST_DAY))
                        .table())
                .isEqualTo("""
                                     | say       | recommend | acknowledge  | withdraw  | drop      | retire
                        HANDED_IN    | HANDED_IN | HANDED_IN | ACKNOWLEDGED | WITHDRAWN | WITHDRAWN | no
                        ACKNOWLEDGED | no        | no        | no           | no        | WITHDRAWN | RETIRED
                        WITHDRAWN    | no        | no        | no           | no        | no        | no
                        RETIRED      | no        | no        | no           | no        | no        | no
                        """);
    }

    /** Wherever it has come, it stands in the way of another one until it is over, and no longer. */
    private static State stateOf(Resignation resignation) {
        assertThat(resignation.openMentor() != null)
                .isEqualTo(resignation.isHandedIn() || resignation.isAcknowledged());
        return resignation.state();
    }

    @Test
    void who_is_too_late_learns_what_has_happened_instead() {
        assertThatThrownBy(() -> said.withdrawn(BEGUN).acknowledged("clara", BEGUN))
                .hasMessage("This resignation was withdrawn a moment ago. Please refresh your task list.");
        assertThatThrownBy(() -> said.acknowledged("clara", BEGUN).withdrawn(BEGUN))
                .hasMessageStartingWith("This resignation was acknowledged a moment ago.");
    }

    @Test
    void the_last_day_is_today_or_later() {
        assertThat(begun.saying(BEGUN, "", "", BEGUN).lastDay()).isEqualTo(BEGUN);
        assertThatThrownBy(() -> begun.saying(BEGUN.minusDays(1), "", "", BEGUN))
                .hasMessage("Your last day: please give today or a day that is still to come.");
    }

    @Test
    void a_mentee_is_without_recommendation_until_somebody_or_nobody_is_recommended() {
        var recommended =
                said.recommending(List.of("rana"), "maya", "").recommending(List.of("ruth"), null, "sealed:1");

        assertThat(recommended.withoutRecommendation(List.of("rumi", "rana", "ruth", "riku")))
                .containsExactly("riku", "rumi");
    }

    @Test
    void it_begins_open_and_unsaid() {
        assertThat(begun.openMentor()).isEqualTo("mateo");
        assertThat(begun.isHandedIn()).isTrue();
        assertThat(begun.isAcknowledged()).isFalse();
        assertThat(begun.beganOn()).isEqualTo(BEGUN);
        assertThat(begun.lastDay()).isNull();
        assertThat(begun.recommendations()).isEmpty();
    }

    @Test
    void each_has_an_id_of_its_own() {
        assertThat(Resignation.begin("mateo", BEGUN).id()).isNotEqualTo(begun.id());
    }

    @Test
    void what_the_mentor_says_is_kept_while_it_goes_its_way() {
        var left = said.recommending(List.of("rumi"), "maya", "")
                .acknowledged("clara", BEGUN.plusDays(2))
                .retired(LAST_DAY);

        assertThat(left)
                .usingRecursiveComparison()
                .ignoringFields("openMentor", "state", "acknowledgedBy", "acknowledgedOn", "endedOn", "recommendations")
                .isEqualTo(said);
        assertThat(left.recommendationFor("rumi")).hasValue(new Recommendation("rumi", "maya", ""));
    }

    @Test
    void one_that_is_acknowledged_is_open_until_the_mentor_has_left() {
        var acknowledged = said.acknowledged("clara", BEGUN.plusDays(2));

        assertThat(acknowledged.isHandedIn()).isFalse();
        assertThat(acknowledged.isAcknowledged()).isTrue();
        assertThat(acknowledged.openMentor()).isEqualTo("mateo");

        var retired = acknowledged.retired(LAST_DAY);
        assertThat(retired.openMentor()).isNull();
        assertThat(retired.isAcknowledged()).isFalse();
        assertThat(retired.endedOn()).isEqualTo(LAST_DAY);
        assertThat(retired.acknowledgedBy()).isEqualTo("clara");
        assertThat(retired.acknowledgedOn()).isEqualTo(BEGUN.plusDays(2));
    }

    @Test
    void a_mentor_who_stays_can_resign_again_and_the_acknowledgement_is_forgotten() {
        var dropped = said.acknowledged("clara", BEGUN.plusDays(2)).dropped(BEGUN.plusDays(3));

        assertThat(dropped.openMentor()).isNull();
        assertThat(dropped.state()).isEqualTo(State.WITHDRAWN);
        assertThat(dropped.acknowledgedBy()).isNull();
        assertThat(dropped.acknowledgedOn()).isNull();
        assertThat(dropped.endedOn()).isEqualTo(BEGUN.plusDays(3));
    }

    @Test
    void there_is_one_recommendation_for_each_mentee_the_latest() {
        var recommended = said.recommending(List.of("rumi", "rana"), "maya", "")
                .recommending(List.of("ruth"), null, "sealed:nobody speaks Welsh")
                .recommending(List.of("rana"), "mei", "");

        assertThat(recommended.recommendations())
                .containsExactlyInAnyOrder(
                        new Recommendation("rumi", "maya", ""),
                        new Recommendation("rana", "mei", ""),
                        new Recommendation("ruth", null, "sealed:nobody speaks Welsh"));
        assertThat(recommended.recommendationFor("riku")).isEmpty();
    }

    @Test
    void it_is_counted_for_how_many_somebody_is_recommended() {
        var recommended =
                said.recommending(List.of("rumi", "rana"), "maya", "").recommending(List.of("ruth"), null, "sealed:1");

        assertThat(recommended.recommended("maya")).isEqualTo(2);
        assertThat(recommended.recommended("mei")).isZero();
        assertThat(recommended.recommending(List.of("rana"), "mei", "").recommended("maya"))
                .isEqualTo(1);
    }
}
