package org.reps.mentoring.benchmark;

import static org.reps.mentoring.Today.today;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.MentoringApplication;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast the daily round starts cases, of 50,000 running mentorships with 5,000 due check-ins and 5,000 silent
 * mentors: {@code mvn -P benchmark -Dbenchmark=DailyRoundBenchmark}. Compared with starting as many instances of the
 * same process with nothing around, in transactions of the same size. Arguments are settings of the application, e.g.
 * {@code --spring.datasource.url=jdbc:postgresql://…}; the database has to be empty.
 */
final class DailyRoundBenchmark {

    private static final int MENTORS = 10_000;
    private static final int MENTEES_EACH = 5;
    private static final int DUE = 5_000;
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
            fill(application.getBean(JdbcTemplate.class));
            var runtime = application.getBean(RuntimeService.class);
            var transaction = application.getBean(TransactionTemplate.class);
            compare(
                    "due check-ins",
                    transaction,
                    application.getBean(YearlyCheckInSteps.class)::startDue,
                    key -> runtime.startProcessInstanceByKey(
                            "yearly-check-in",
                            key,
                            Map.of("checkInId", key, "mentorshipId", key, "menteeId", key, "mentorId", key)));
            compare(
                    "silent mentors",
                    transaction,
                    application.getBean(MentorInactivitySteps.class)::reportSilent,
                    key -> runtime.startProcessInstanceByMessage("mentor-silent", key, Map.of("mentorId", key)));
        }
    }

    /**
     * @param next starts the next batch of cases that are due and says how many they were
     * @param bare starts one instance of the same process with this key
     */
    private static void compare(String what, TransactionTemplate transaction, IntSupplier next, Consumer<String> bare) {
        // Both once before anything is measured.
        startBare(transaction, bare, "warm-up", 10 * AT_ONCE);
        next.getAsInt();
        var memory = usedMemory();
        var begin = System.nanoTime();
        var cases = startCases(next);
        var seconds = (System.nanoTime() - begin) / 1e9;
        print("%s: %d cases started, %.0f per second%n", what, cases, cases / seconds);
        print("  memory in use before and after: %d MB, %d MB%n", memory, usedMemory());

        begin = System.nanoTime();
        startBare(transaction, bare, "bare", cases);
        var bareSeconds = (System.nanoTime() - begin) / 1e9;
        print(
                "  as many bare instances: %.0f per second; cases reach %.0f %% of that%n",
                cases / bareSeconds, 100 * bareSeconds / seconds);

        begin = System.nanoTime();
        startCases(next);
        print("  a round that finds nothing: %.0f ms%n", (System.nanoTime() - begin) / 1e6);
    }

    private static void fill(JdbcTemplate database) {
        var today = today();
        var reps = new ArrayList<Object[]>();
        var mentors = new ArrayList<Object[]>();
        var mentorships = new ArrayList<Object[]>();
        var began = Date.valueOf(today.minusDays(200));
        for (var m = 0; m < MENTORS; m++) {
            // Every other mentor is silent, and every tenth mentorship due, so that they are not all in one place.
            var silent = m % (MENTORS / DUE) == 0;
            mentors.add(new Object[] {"mentor" + m, Date.valueOf(today.minusDays(silent ? 100 : 10))});
            for (var r = 0; r < MENTEES_EACH; r++) {
                var number = m * MENTEES_EACH + r;
                var due = number % (MENTORS * MENTEES_EACH / DUE) == 0;
                var until = Date.valueOf(today.plusDays(due ? 20 : 165));
                var rep = "rep" + number;
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

    private static void startBare(TransactionTemplate transaction, Consumer<String> bare, String prefix, int number) {
        for (var started = 0; started < number; started += AT_ONCE) {
            var first = started;
            var last = Math.min(number, first + AT_ONCE);
            transaction.executeWithoutResult(status -> {
                for (var i = first; i < last; i++) {
                    bare.accept(prefix + i);
                }
            });
        }
    }

    private static int startCases(IntSupplier next) {
        var all = 0;
        int started;
        while ((started = next.getAsInt()) > 0) {
            all += started;
        }
        return all;
    }

    private static long usedMemory() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
