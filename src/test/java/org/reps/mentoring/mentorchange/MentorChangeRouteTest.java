package org.reps.mentoring.mentorchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.DecisionTable;

/** SOP: changing your mentor, reassigning. */
class MentorChangeRouteTest {

    private final DecisionTable table = DecisionTable.of("mentor-change-route");

    /** The rules in their order, each at its edges. */
    @ParameterizedTest
    @CsvSource({
        // the mentor is gone
        "rep,         agree,   12, inactive, direct",
        "contact,     council,  1, resigned, direct",
        "rep,         silent,   5, inactive, direct",
        "check-in,    '',       0, resigned, direct",
        "inactivity,  '',       7, inactive, direct",
        // decided elsewhere
        "check-in,    '',       1, active,   direct",
        "orientation, '',      12, active,   direct",
        "inactivity,  '',       7, active,   direct",
        "resignation, '',       7, active,   direct",
        "absence,     '',       7, away,     direct",
        // the year is over
        "rep,         agree,    0, active,   direct",
        "rep,         council,  0, away,     direct",
        "contact,     silent,   0, active,   direct",
        // all agree
        "rep,         agree,    1, active,   agreement",
        "contact,     agree,   12, away,     agreement",
        // the council is wished
        "rep,         council,  1, active,   council",
        "contact,     council, 12, away,     council",
        // the mentor is silent
        "rep,         silent,   1, active,   inactive",
        "contact,     silent,  12, active,   inactive",
        // the mentor is away
        "rep,         silent,   1, away,     council",
        "contact,     silent,  12, away,     council"
    })
    void each_rule_of_the_decision_table_leads_its_way(
            String source, String wishedRoute, int monthsLeft, String mentorStatus, String route) {
        assertThat(route(source, wishedRoute, monthsLeft, mentorStatus)).isEqualTo(route);
    }

    /** The hit policy is unique: an evaluation fails where two rules fit. */
    @Test
    void exactly_one_rule_fits_whatever_comes() {
        var sources = List.of(ChangeRequest.Source.values());
        for (var source : sources) {
            for (var wishedRoute : source.isWish() ? List.of("agree", "council", "silent") : List.of("")) {
                for (var monthsLeft : List.of(0, 1, 11, 12)) {
                    for (var status : List.of("active", "away", "inactive", "resigned")) {
                        assertThat(route(source.text(), wishedRoute, monthsLeft, status))
                                .as("%s, %s, %s, %s", source, wishedRoute, monthsLeft, status)
                                .isIn("direct", "agreement", "council", "inactive");
                    }
                }
            }
        }
    }

    private String route(String source, String wishedRoute, int monthsLeft, String mentorStatus) {
        return table.single(
                "source", source, "wishedRoute", wishedRoute, "monthsLeft", monthsLeft, "mentorStatus", mentorStatus);
    }
}
