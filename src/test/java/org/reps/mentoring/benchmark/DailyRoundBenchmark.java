package org.reps.mentoring.benchmark;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.MentoringApplication;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast the daily round starts cases: 50,000 running mentorships, 5,000 silent mentors. Compared with starting as
 * many instances of the same process with nothing around, in transactions of the same size. Arguments are settings of
 * the application, e.g. {@code --spring.datasource.url=jdbc:postgresql://…}; the database has to be empty.
 */
final class DailyRoundBenchmark {

    private static final int MENTORS = 10_000;
    private static final int MENTEES_EACH = 5;
    private static final int SILENT = 5_000;
    private static final int AT_ONCE = 100;

    private DailyRoundBenchmark() {}

    public static void main(String[] arguments) {
        var settings = new ArrayList<>(List.of(
                "--spring.datasource.url=jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1",
                "--camunda.bpm.job-execution.enabled=false",
                "--mentoring.sample=false"));
        settings.addAll(List.of(arguments));
        try (var application = new SpringApplicationBuilder(MentoringApplication.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new))) {
            var database = application.getBean(JdbcTemplate.class);
            var runtime = application.getBean(RuntimeService.class);
            var transaction = application.getBean(TransactionTemplate.class);
            var inactivity = application.getBean(MentorInactivitySteps.class);
            fill(database);

            // Both once before anything is measured.
            startBare(runtime, transaction, 10 * AT_ONCE);
            inactivity.reportSilent();
            var bare = measured(SILENT - AT_ONCE, () -> startBare(runtime, transaction, SILENT - AT_ONCE));
            var cases = measured(SILENT - AT_ONCE, () -> startCases(inactivity));
            var nothing = measured(1, () -> startCases(inactivity));

            print("bare instances per second: %.0f%n", bare);
            print(
                    "silent mentors found and cases started per second: %.0f (%.0f %% of bare)%n",
                    cases, 100 * cases / bare);
            print("a round that finds nothing takes %.0f ms%n", 1000 / nothing);
        }
    }

    private static void fill(JdbcTemplate database) {
        var today = LocalDate.now();
        var reps = new ArrayList<Object[]>();
        var mentors = new ArrayList<Object[]>();
        var mentorships = new ArrayList<Object[]>();
        var began = Date.valueOf(today.minusDays(200));
        var until = Date.valueOf(today.plusDays(165));
        for (var m = 0; m < MENTORS; m++) {
            // Every other mentor is silent, so that they are not all in one place.
            var silent = m % (MENTORS / SILENT) == 0;
            mentors.add(new Object[] {"mentor" + m, Date.valueOf(today.minusDays(silent ? 100 : 10))});
            for (var r = 0; r < MENTEES_EACH; r++) {
                var rep = "rep" + (m * MENTEES_EACH + r);
                reps.add(new Object[] {rep, began});
                mentorships.add(new Object[] {"of-" + rep, rep, "mentor" + m, rep, began, until});
            }
        }
        database.batchUpdate("""
                insert into rep (id, joined_on, languages, time_zone, skills_wanted, goals, note_for_mentor, version)
                values (?, ?, array['en'], 'UTC', array['Coaching'], '', '', 0)""", reps);
        database.batchUpdate("""
                insert into mentor (id, answered_on, status, capacity, skills, languages, time_zone, version)
                values (?, ?, 'ACTIVE', 5, array['Coaching'], array['en'], 'UTC', 0)""", mentors);
        database.batchUpdate("""
                insert into mentorship (id, mentee_id, mentor_id, running_mentee, began_on, committed_until, version)
                values (?, ?, ?, ?, ?, ?, 0)""", mentorships);
    }

    private static void startBare(RuntimeService runtime, TransactionTemplate transaction, int number) {
        for (var started = 0; started < number; started += AT_ONCE) {
            var first = started;
            transaction.executeWithoutResult(status -> {
                for (var i = first; i < first + AT_ONCE; i++) {
                    runtime.startProcessInstanceByMessage("mentor-silent", "bare" + i, Map.of("mentorId", "bare" + i));
                }
            });
        }
    }

    private static void startCases(MentorInactivitySteps inactivity) {
        while (inactivity.reportSilent() > 0) {
            // the next batch, as the diagram does
        }
    }

    /** How many per second. */
    private static double measured(int number, Runnable work) {
        var begin = System.nanoTime();
        work.run();
        return number / ((System.nanoTime() - begin) / 1e9);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
