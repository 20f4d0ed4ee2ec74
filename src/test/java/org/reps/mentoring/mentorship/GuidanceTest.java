package org.reps.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.Today.today;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.UsualRules;

/** Many mentorships at once follow the same rules as one after the other. */
class GuidanceTest {

    private final List<Mentorship> mentorships = List.of(
            running("rumi", "maya"),
            running("maya", "mateo"),
            running("ravi", "maya").end(today(), "over"));

    private final Guidance guidance = new Guidance(mentorships, UsualRules.rules());

    @Test
    void only_what_runs_counts() {
        assertThat(guidance.menteesOf("maya")).isEqualTo(1);
        assertThat(guidance.menteesOf("rumi")).isZero();

        guidance.add("ravi", "maya", 2);

        assertThat(guidance.menteesOf("maya")).isEqualTo(2);
    }

    @Test
    void nobody_is_their_own_mentor_or_has_two() {
        assertThatThrownBy(() -> guidance.add("rosa", "rosa", 5))
                .isInstanceOf(Refusal.class)
                .hasMessage("nobody can be their own mentor");
        assertThatThrownBy(() -> guidance.add("rumi", "mateo", 5))
                .isInstanceOf(Refusal.class)
                .hasMessage("nobody has two mentors, and rumi has one already: maya");
    }

    @Test
    void nobody_is_guided_by_whom_they_guide_through_others_either() {
        for (var above : List.of("maya", "rumi")) {
            assertThatThrownBy(() -> guidance.add("mateo", above, 5))
                    .isInstanceOf(Refusal.class)
                    .hasMessageEndingWith("mateo guides " + above);
        }
    }

    @Test
    void where_circles_are_wanted_only_two_cannot_guide_each_other() {
        var circles = new Guidance(mentorships, UsualRules.with(Map.of("mentoring.rules.circles-of-mentors", "true")));

        circles.add("mateo", "rumi", 5);
        assertThatThrownBy(() -> new Guidance(
                                mentorships, UsualRules.with(Map.of("mentoring.rules.circles-of-mentors", "true")))
                        .add("mateo", "maya", 5))
                .hasMessage("nobody can be mentored by somebody whom they guide: mateo guides maya");
    }

    @Test
    void a_place_is_given_once_and_what_is_refused_takes_none() {
        guidance.add("ravi", "maya", 2);

        assertThatThrownBy(() -> guidance.add("rosa", "maya", 2))
                .isInstanceOf(Refusal.class)
                .hasMessage("this would be one mentee more than the 2 places of maya");
        assertThat(guidance.menteesOf("maya")).isEqualTo(2);
        guidance.add("rosa", "mateo", 2);
    }

    private static Mentorship running(String menteeId, String mentorId) {
        return Mentorship.begin(menteeId, menteeId, mentorId, today(), today().plusYears(1));
    }
}
