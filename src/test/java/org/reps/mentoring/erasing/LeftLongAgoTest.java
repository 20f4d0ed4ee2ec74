package org.reps.mentoring.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody has to ask for it when somebody has left long ago. */
class LeftLongAgoTest extends ErasingTest {

    @Autowired
    ErasingSteps erasing;

    @BeforeEach
    void ottilie_has_a_mentor() {
        givenMentor("mateo", 5);
        givenSomebody("ottilie", "Quirrenbach", "ottilie@example.org", Group.REPS);
        givenContact("clara");
        givenContact("chidi");
        mentorships.begin("ottilie", "mateo");
    }

    @Test
    void whoever_has_left_long_ago_is_erased_without_anybody_being_asked() {
        givenSomebody("zdenka", "Halimova", "zdenka.h@example.net", Group.REPS);
        givenSomebody("ruth", "Ochoa", "ruth.o@example.net", Group.REPS);
        hasLeft();
        leaves("zdenka", today());
        fire("Event_LeavingDayOver");
        var left = today();
        on(left.plusYears(2).minusDays(1));
        noticed();
        assertThat(every("erase-person")).isEmpty();
        on(left.plusYears(2));
        noticed();
        noticed();

        assertThat(every("erase-person")).hasSize(2);
        assertThat(mailsTo("ottilie")).contains("What is kept about you will be erased");
        later(Period.ofDays(15));
        management
                .createJobQuery()
                .timers()
                .activityId("Event_BackNoMore")
                .list()
                .forEach(timer -> management.executeJob(timer.getId()));
        runJobs();
        assertThat(endOf("erase-person")).isEqualTo("Event_Erased, Event_Erased");
        words.removeAll(List.of("ruth", "Ochoa", "ruth.o@example.net"));
        assertNothingIsLeft();
        assertThat(people.name("ruth")).isEqualTo("Ruth Ochoa");
        noticed();
        assertThat(every("erase-person")).hasSize(2);
    }

    @Test
    void two_years_after_a_day_that_only_a_leap_year_has_are_over_on_the_last_day_of_february() {
        on(LocalDate.of(2028, 2, 29));
        hasLeft();
        on(LocalDate.of(2030, 2, 27));
        noticed();
        assertThat(every("erase-person")).isEmpty();

        on(LocalDate.of(2030, 2, 28));
        noticed();

        assertThat(every("erase-person")).hasSize(1);
    }

    private void hasLeft() {
        leaves("ottilie", today());
        fire("Event_LeavingDayOver");
    }

    private void noticed() {
        erasing.noticeLongGone();
        runJobs();
    }
}
