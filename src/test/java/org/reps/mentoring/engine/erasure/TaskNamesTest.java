package org.reps.mentoring.engine.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.erasure.TaskNames.Case;

class TaskNamesTest extends ProgrammeTest {

    @ParameterizedTest
    @CsvSource({
        "Read why Will leaves,        Read why ${said.firstName()} leaves, OWN,    Read why somebody who has left leaves",
        "Read why Will leaves,        Read why ${said.firstName()} leaves, SHARED, Read why somebody who has left leaves",
        "Read why Will Sample leaves, Read why ${said.firstName()} leaves, OTHERS, Read why somebody who has left leaves",
        "Will you mentor Maya?,       Will you mentor ${name}?,            OWN,    Will you mentor Maya?",
        "Will you mentor Will?,       Will you mentor ${name}?,            OWN,    Will you mentor somebody who has left?",
        "Will you mentor Maya?,       Will you mentor ${name}?,            OTHERS, Will you mentor Maya?",
        "Pass on: Meet in Lima,       Pass on: ${title},                   OWN,    Pass on: …",
        "Pass on: Meet in Lima,       Pass on: ${title},                   SHARED, Pass on: Meet in Lima",
        "Pass on: Meet in Lima,       Pass on: ${title},                   OTHERS, Pass on: Meet in Lima",
        "Maya meets Will,             ${a} meets ${b},                     SHARED, Maya meets somebody who has left",
        "Call Will Sample,            Something else,                      OTHERS, Call somebody who has left",
        "Call Will Sample,            ,                                    OTHERS, Call somebody who has left",
        "Look into a concern,         Look into a concern,                 OWN,    Look into a concern",
    })
    void only_what_the_diagram_has_put_in_is_replaced(String name, String drawn, Case whose, String without) {
        register("will");
        register("maya");

        assertThat(TaskNames.without(people.mention("will"), name, drawn, whose))
                .isEqualTo(without);
    }

    @Test
    void of_two_who_are_called_alike_the_others_stays() {
        register("will");
        register("will2");
        called("will2", "Will", "Other");
        var mention = people.mention("will");

        assertThat(TaskNames.without(mention, "Meet Will", "Meet ${name}", Case.OTHERS))
                .isEqualTo("Meet Will");
        assertThat(TaskNames.without(mention, "Meet Will", "Meet ${name}", Case.SHARED))
                .isEqualTo("Meet somebody who has left");
        assertThat(TaskNames.without(mention, "Meet Will Sample", "Meet ${name}", Case.OTHERS))
                .isEqualTo("Meet somebody who has left");
    }
}
