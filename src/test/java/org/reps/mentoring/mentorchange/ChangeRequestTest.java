package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reps.mentoring.mentorchange.ChangeRequest.Source;
import org.reps.mentoring.mentorchange.ChangeRequest.State;

class ChangeRequestTest {

    private static final LocalDate BEGUN = LocalDate.of(2026, 3, 2);
    private static final LocalDate ENDED = LocalDate.of(2026, 3, 20);

    private final ChangeRequest asked = new ChangeRequest(
            "c1",
            "m1",
            "rumi",
            "mateo",
            "rumi",
            Source.REP,
            "rumi",
            "agree",
            "sealed:fit",
            "sealed:why",
            null,
            State.ASKED,
            BEGUN,
            null,
            3);

    @Test
    void as_long_as_nothing_is_decided_it_is_open_and_asked() {
        assertThat(asked.isOpen()).isTrue();
        assertThat(asked.isAsked()).isTrue();
    }

    @Test
    void one_that_is_granted_stays_open_until_there_is_another_mentor() {
        var granted = asked.granted();

        assertThat(granted.isOpen()).isTrue();
        assertThat(granted.isAsked()).isFalse();
        assertThat(granted).usingRecursiveComparison().ignoringFields("state").isEqualTo(asked);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGED", "KEPT", "WITHDRAWN", "WAITING"})
    void the_end_makes_room_for_another_request_of_the_same_rep(State last) {
        var ended = asked.wishing("maya").granted().end(last, ENDED);

        assertThat(ended.isOpen()).isFalse();
        assertThat(ended.isAsked()).isFalse();
        assertThat(ended.menteeId()).isEqualTo("rumi");
        assertThat(ended.state()).isEqualTo(last);
        assertThat(ended.endedOn()).isEqualTo(ENDED);
        assertThat(ended.wishedMentorId()).isEqualTo("maya");
        assertThat(ended)
                .usingRecursiveComparison()
                .ignoringFields("openMentee", "state", "endedOn", "wishedMentorId")
                .isEqualTo(asked);
    }

    @Test
    void when_another_process_joins_in_what_the_rep_said_stays() {
        var joined = asked.wishing("maya").joinedBy(Source.RESIGNATION);

        assertThat(joined.source()).isEqualTo(Source.RESIGNATION);
        assertThat(joined.wishedMentorId()).isEqualTo("maya");
        assertThat(joined)
                .usingRecursiveComparison()
                .ignoringFields("source", "wishedMentorId")
                .isEqualTo(asked);
    }

    /** What a check-in, a resignation and so on ask for has been decided there. */
    @ParameterizedTest
    @CsvSource({
        "rep,         true",
        "contact,     true",
        "check-in,    false",
        "orientation, false",
        "inactivity,  false",
        "resignation, false",
        "absence,     false"
    })
    void only_people_wish_something(String source, boolean wish) {
        assertThat(Source.of(source).isWish()).isEqualTo(wish);
    }

    @ParameterizedTest
    @EnumSource
    void each_source_is_found_under_its_name_in_diagrams(Source source) {
        assertThat(source.text()).matches("[a-z]+(-[a-z]+)*");
        assertThat(Source.of(source.text())).isEqualTo(source);
    }

    @Test
    void a_source_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> Source.of("mentor")).isInstanceOf(IllegalArgumentException.class);
    }
}
