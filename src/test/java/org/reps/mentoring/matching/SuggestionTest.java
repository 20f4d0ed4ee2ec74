package org.reps.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.DecisionTable;

class SuggestionTest {

    private final DecisionTable table = DecisionTable.of("mentor-suggestion");

    /** One line for each rule of the decision table, measured against the line without it. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 12, 0, -50",
        "1, 0, 12, 0,  30",
        "2, 0, 12, 0,  40",
        "7, 0, 12, 0,  40",
        "1, 1, 12, 0,  45",
        "1, 2, 12, 0,  55",
        "1, 3, 12, 0,  60",
        "1, 9, 12, 0,  60",
        "1, 0,  0, 0,  50",
        "1, 0,  2, 0,  50",
        "1, 0,  3, 0,  42",
        "1, 0,  5, 0,  42",
        "1, 0,  6, 0,  35",
        "1, 0,  8, 0,  35",
        "1, 0,  9, 0,  30",
        "1, 0, 12, 1,  35",
        "1, 0, 12, 2,  40",
        "1, 0, 12, 3,  45",
        "1, 0, 12, 4,  50",
        "1, 0, 12, 9,  50"
    })
    void each_rule_of_the_decision_table_adds_its_points(
            int sharedLanguages, int sharedSkills, int hoursApart, int freePlaces, int points) {
        int sum = table.single(
                "sharedLanguages", sharedLanguages,
                "sharedSkills", sharedSkills,
                "hoursApart", hoursApart,
                "freePlaces", freePlaces);

        assertThat(sum).isEqualTo(points);
    }

    @Test
    void the_best_has_the_most_points_and_among_equals_the_fewest_mentees() {
        var ranked = Stream.of(
                        suggestion("mei", 50, 0),
                        suggestion("maya", 70, 2),
                        suggestion("mateo", 70, 1),
                        suggestion("lena", 70, 2))
                .sorted(Suggestion.BEST_FIRST);

        assertThat(ranked).extracting(Suggestion::mentorId).containsExactly("mateo", "lena", "maya", "mei");
    }

    @Test
    void it_says_in_words_what_speaks_for_the_mentor() {
        assertThat(why(Set.of("English", "Spanish"), Set.of("Coaching", "Events"), 0, 2))
                .isEqualTo("both speak English, Spanish; can help with Coaching, Events; same time of day; 2 free"
                        + " places");
        assertThat(why(Set.of("English"), Set.of(), 1, 1)).isEqualTo("both speak English; 1 hour apart; 1 free place");
        assertThat(why(Set.of(), Set.of(), 12, 0)).isEqualTo("12 hours apart; 0 free places");
    }

    private static Suggestion suggestion(String mentorId, int points, int mentees) {
        return new Suggestion(mentorId, points, mentees, 1, new TreeSet<>(), new TreeSet<>(), 0);
    }

    private static String why(Set<String> languages, Set<String> skills, int hoursApart, int freePlaces) {
        return new Suggestion("mateo", 0, 0, freePlaces, new TreeSet<>(languages), new TreeSet<>(skills), hoursApart)
                .why();
    }
}
