package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reps.mentoring.mentorchange.ChangeRequest.Source;
import org.reps.mentoring.mentorchange.ChangeRequest.State;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.rules.Walk;

class ChangeRequestTest {

    private static final LocalDate BEGUN = LocalDate.of(2026, 3, 2);
    private static final LocalDate ENDED = LocalDate.of(2026, 3, 20);

    private final ChangeRequest asked = ChangeRequest.asked(
            "c1",
            new Mentorship("m1", "rumi", "mateo", "rumi", BEGUN, BEGUN.plusYears(1), 0, null, null, null, null, 0),
            Source.REP,
            "rumi",
            "agree",
            "sealed:fit",
            "sealed:why",
            null,
            BEGUN);

    @Test
    void what_may_follow_what() {
        assertThat(new Walk<>(State.class, ChangeRequest::state)
                        .from(asked)
                        .from(asked.granted())
                        .from(asked.granted().changed(ENDED))
                        .from(asked.kept(ENDED))
                        .from(asked.withdrawn(ENDED))
                        .from(asked.waiting(ENDED))
                        .along("wish", request -> request.wishing("maya"))
                        .along("join", request -> request.joinedBy(Source.ABSENCE, "maya"))
                        .along("grant", ChangeRequest::granted)
                        .along("keep", request -> request.kept(ENDED))
                        .along("withdraw", request -> request.withdrawn(ENDED))
                        .along("change", request -> request.changed(ENDED))
                        .along("wait", request -> request.waiting(ENDED))
                        .along("leave", request -> request.left(ENDED))
                        .table())
                .isEqualTo("""
                                  | wish  | join  | grant   | keep | withdraw  | change  | wait    | leave
                        ASKED     | ASKED | ASKED | GRANTED | KEPT | WITHDRAWN | no      | WAITING | WITHDRAWN
                        GRANTED   | no    | no    | no      | KEPT | no        | CHANGED | WAITING | WITHDRAWN
                        CHANGED   | no    | no    | no      | no   | no        | no      | no      | no
                        KEPT      | no    | no    | no      | no   | no        | no      | no      | no
                        WITHDRAWN | no    | no    | no      | no   | no        | no      | no      | no
                        WAITING   | no    | no    | no      | no   | no        | no      | no      | no
                        """);
    }

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

    @Test
    void the_end_makes_room_for_another_request_of_the_same_rep() {
        var granted = asked.wishing("maya").granted();

        assertThat(List.of(granted.changed(ENDED), granted.kept(ENDED), granted.waiting(ENDED), granted.left(ENDED)))
                .allSatisfy(ended -> {
                    assertThat(ended.isOpen()).isFalse();
                    assertThat(ended.endedOn()).isEqualTo(ENDED);
                    assertThat(ended)
                            .usingRecursiveComparison()
                            .ignoringFields("openMentee", "state", "endedOn")
                            .isEqualTo(granted);
                });
    }

    @Test
    void when_another_process_joins_in_what_the_rep_said_stays() {
        var joined = asked.wishing("maya").joinedBy(Source.RESIGNATION, "mei");

        assertThat(joined.source()).isEqualTo(Source.RESIGNATION);
        assertThat(joined.wishedMentorId()).isEqualTo("maya");
        assertThat(joined)
                .usingRecursiveComparison()
                .ignoringFields("source", "wishedMentorId")
                .isEqualTo(asked);
    }

    @Test
    void who_is_recommended_is_asked_first_where_the_rep_wished_nobody() {
        assertThat(asked.joinedBy(Source.RESIGNATION, "mei").wishedMentorId()).isEqualTo("mei");
        assertThat(asked.joinedBy(Source.RESIGNATION, null).wishedMentorId()).isNull();
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
