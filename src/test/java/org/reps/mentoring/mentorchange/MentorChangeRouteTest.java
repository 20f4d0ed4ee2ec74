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
        // the mentor is inactive, whoever has reported it, or gone
        "rep,         agree,   12, inactive, direct",
        "contact,     council,  1, resigned, direct",
        "rep,         silent,   5, inactive, direct",
        "check-in,    '',       0, resigned, direct",
        "inactivity,  '',       7, inactive, direct",
        // decided elsewhere
        "check-in,    '',       1, active,   direct",
        "orientation, '',      12, active,   direct",
        "inactivity,  '',       7, active,   direct",
        "too-much,    '',       7, active,   direct",
        "too-much,    '',       7, away,     direct",
        "too-much,    '',       7, resigned, direct",
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
        "contact,     silent,  12, away,     council",
        // what is not foreseen
        "somebody,    '',       0, resigned, council",
        "somebody,    agree,    0, inactive, council",
        "somebody,    '',      12, active,   council",
        "rep,         shout,   12, active,   council",
        "rep,         '',      12, active,   council",
        "resignation, '',      12, asleep,   council"
    })
    void each_rule_of_the_decision_table_leads_its_way(
            String source, String wishedRoute, int monthsLeft, String mentorStatus, String route) {
        assertThat(route(source, wishedRoute, monthsLeft, mentorStatus)).isEqualTo(route);
    }

    /** The order of the rules does not matter, but for the last. */
    @Test
    void of_the_rules_before_the_last_exactly_one_fits_whatever_comes() {
        var all = DecisionTable.ofAllRules("mentor-change-route");
        for (var source : ChangeRequest.Source.values()) {
            for (var wishedRoute : source.isWish() ? List.of("agree", "council", "silent") : List.of("")) {
                for (var monthsLeft : List.of(0, 1, 11, 12)) {
                    for (var status : List.of("active", "away", "inactive", "resigned")) {
                        var fitting = all.<String>each(inputs(source.text(), wishedRoute, monthsLeft, status));
                        assertThat(fitting)
                                .as("%s, %s, %s, %s", source, wishedRoute, monthsLeft, status)
                                .hasSize(2)
                                .endsWith("council");
                        assertThat(fitting.get(0)).isIn("direct", "agreement", "council", "inactive");
                    }
                }
            }
        }
    }

    @Test
    void where_something_is_missing_people_decide() {
        assertThat(table.<String>single("source", "rep")).isEqualTo("council");
    }

    private String route(String source, String wishedRoute, int monthsLeft, String mentorStatus) {
        return table.single(inputs(source, wishedRoute, monthsLeft, mentorStatus));
    }

    private static Object[] inputs(String source, String wishedRoute, int monthsLeft, String mentorStatus) {
        return new Object[] {
            "source", source, "wishedRoute", wishedRoute, "monthsLeft", monthsLeft, "mentorStatus", mentorStatus
        };
    }
}
