package org.reps.mentoring.engine.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long something usually takes, of so many that it is nobody's. */
class UsualTimesTest extends ProgrammeTest {

    private static final Instant BEGAN = Instant.parse("2001-01-01T12:00:00Z");

    @Autowired
    private UsualTimes times;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void forget() {
        database.sql("delete from ACT_HI_PROCINST where START_TIME_ = ?")
                .param(Timestamp.from(BEGAN))
                .update();
    }

    @Test
    void five_cases_of_five_people_make_a_median() {
        for (var days = 1; days <= 5; days++) {
            assertThat(times.of("rep-onboarding")).isEmpty();
            finished("rep-onboarding", "rep" + days, days, "COMPLETED", null);
        }

        assertThat(times.of("rep-onboarding")).contains(Duration.ofDays(3));
    }

    @Test
    void five_cases_of_four_people_make_none() {
        for (var days = 1; days <= 5; days++) {
            finished("rep-onboarding", "rep" + Math.min(days, 4), days, "COMPLETED", null);
        }

        assertThat(times.of("rep-onboarding")).isEmpty();
    }

    @Test
    void what_was_stopped_from_outside_does_not_count() {
        for (var days = 1; days <= 5; days++) {
            finished("rep-onboarding", "rep" + days, days, "INTERNALLY_TERMINATED", null);
        }

        assertThat(times.of("rep-onboarding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"raise-concern", "yearly-feedback", "mentor-change", "erase-person", "send-mail"})
    void what_is_confidential_and_what_runs_by_itself_has_none(String process) {
        for (var days = 1; days <= 6; days++) {
            finished(process, "rep" + days, days, "COMPLETED", null);
        }

        assertThat(times.of(process)).isEmpty();
    }

    /** That somebody looked for a mentor can tell that they wanted another one. */
    @Test
    void what_a_confidential_case_has_called_does_not_count() {
        for (var days = 1; days <= 6; days++) {
            var change = finished("mentor-change", "rep" + days, days, "COMPLETED", null);
            finished("mentor-matching", "rep" + days, days, "COMPLETED", change);
        }
        assertThat(times.of("mentor-matching")).isEmpty();

        for (var days = 1; days <= 6; days++) {
            var onboarding = finished("rep-onboarding", "rep" + days, days, "COMPLETED", null);
            finished("mentor-matching", "rep" + days, days, "COMPLETED", onboarding);
        }
        assertThat(times.of("mentor-matching")).isPresent();
    }

    private String finished(String process, String subject, int days, String state, @Nullable String caller) {
        var id = UUID.randomUUID().toString();
        database.sql("""
                        insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, ROOT_PROC_INST_ID_, SUPER_PROCESS_INSTANCE_ID_,
                            BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, END_TIME_, STATE_)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        id,
                        caller == null ? id : caller,
                        caller,
                        subject,
                        process,
                        process,
                        Timestamp.from(BEGAN),
                        Timestamp.from(BEGAN.plus(Duration.ofDays(days))),
                        state)
                .update();
        return id;
    }
}
