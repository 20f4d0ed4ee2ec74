package org.reps.mentoring.benchmark;

import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.reps.mentoring.MentoringApplication;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long the server takes to answer the screens that are opened most, with 5,000 mentorships and 20,000 open tasks,
 * on H2 and on PostgreSQL, and with 200 and 800 for comparison: {@code mvn -P benchmark -Dbenchmark=ScreensBenchmark}.
 * Each is asked for over HTTP by somebody who has logged in: Maya, of whose tasks there are twenty among the others,
 * for "My tasks" with its count, and Carmen of the council for the page "Programme", its feedback, and "History".
 */
final class ScreensBenchmark {

    private static final int MENTEES_EACH = 5;
    private static final int TASKS_EACH = 4;
    private static final int WARM_UP = 25;
    private static final int MEASURED = 30;
    private static final int AT_ONCE = 1000;
    private static final String PASSWORD = "mentoring-demo";

    private ScreensBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var h2 = Files.createTempDirectory("screens");
        for (var mentorships : List.of(200, 5_000)) {
            measure(
                    "H2",
                    mentorships,
                    "--spring.datasource.url=jdbc:h2:file:" + h2.resolve("of" + mentorships) + ";WRITE_DELAY=0");
        }
        for (var mentorships : List.of(200, 5_000)) {
            try (var postgres = EmbeddedPostgres.start()) {
                measure(
                        "PostgreSQL",
                        mentorships,
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres");
            }
        }
    }

    private static void measure(String database, int mentorships, String... settings) throws Exception {
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--mentoring.mail.folder=" + Files.createTempDirectory("screens-mail"),
                "--mentoring.sample=false"));
        all.addAll(Arrays.asList(settings));
        try (var application =
                new SpringApplicationBuilder(MentoringApplication.class).run(all.toArray(String[]::new))) {
            new Programme(
                            application.getBean(JdbcTemplate.class),
                            application.getBean(RuntimeService.class),
                            application.getBean(SealedTexts.class),
                            application.getBean(People.class))
                    .of(mentorships);
            var address = URI.create(
                    "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
            var myTasks = application
                    .getBean(FilterService.class)
                    .createTaskFilterQuery()
                    .filterName("My tasks")
                    .singleResult()
                    .getId();
            var filter = "/camunda/api/engine/engine/default/filter/" + myTasks;
            var maya = new Browser("maya", "tasklist", address);
            var carmen = new Browser("carmen", "cockpit", address);
            print("%s, %,d mentorships, %,d open tasks%n", database, mentorships, mentorships * TASKS_EACH);
            time("My tasks", () -> {
                maya.ask("POST", filter + "/list?firstResult=0&maxResults=15", "{}");
                maya.ask("GET", filter + "/count", "");
            });
            var pages = "/camunda/api/cockpit/plugin/council/default/";
            time("Programme", () -> carmen.ask("GET", pages + "programme", ""));
            time("Feedback", () -> carmen.ask("GET", pages + "feedback", ""));
            time("History", () -> carmen.ask("GET", pages + "history", ""));
        }
    }

    private static void time(String screen, Screen asked) throws Exception {
        for (var i = 0; i < WARM_UP; i++) {
            asked.open();
        }
        var times = new ArrayList<Double>();
        for (var i = 0; i < MEASURED; i++) {
            var begin = System.nanoTime();
            asked.open();
            times.add((System.nanoTime() - begin) / 1e6);
        }
        Collections.sort(times);
        print(
                "  %-10s fastest %4.0f ms, median %4.0f ms, 95 %% within %4.0f ms%n",
                screen, times.get(0), times.get(MEASURED / 2), times.get(MEASURED * 95 / 100));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    @FunctionalInterface
    private interface Screen {
        void open() throws Exception;
    }

    /** Somebody who has logged in. */
    private static final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private final URI address;

        Browser(String userId, String app, URI address) throws Exception {
            this.address = address;
            ask("GET", "/camunda/app/" + app + "/default/", "");
            send(
                    "POST",
                    "/camunda/api/admin/auth/user/default/login/" + app,
                    "username=" + userId + "&password=" + PASSWORD,
                    "application/x-www-form-urlencoded");
            ask("GET", "/camunda/app/" + app + "/default/", "");
        }

        void ask(String method, String path, String body) throws Exception {
            send(method, path, body, "application/json");
        }

        private void send(String method, String path, String body, String type) throws Exception {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", type)
                    .header("Accept", type.endsWith("json") && !path.contains("/app/") ? type : "*/*")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " was answered with " + answer.statusCode() + ": " + answer.body());
            }
        }
    }

    /** Fills an empty database with a programme that has been going on for years. */
    private record Programme(JdbcTemplate database, RuntimeService runtime, SealedTexts texts, People people) {

        void of(int mentorships) throws Exception {
            people.register(new Person("carmen", "Carmen", "Ruiz", "carmen@example.org"), PASSWORD, Group.COUNCIL);
            people.register(
                    new Person("maya", "Maya", "Lindqvist", "maya@example.org"), PASSWORD, Group.MENTORS, Group.REPS);
            var mentors = mentorships / MENTEES_EACH;
            domain(mentors);
            runtime.startProcessInstanceByKey(
                    "yearly-check-in",
                    "of-rep0",
                    Map.of("checkInId", "c", "mentorshipId", "of-rep0", "menteeId", "rep0", "mentorId", "maya"));
            runtime.createProcessInstanceModification(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey("of-rep0")
                            .singleResult()
                            .getId())
                    .startBeforeActivity("Activity_ConfirmAgreement")
                    .execute(true, true);
            copies(mentorships * TASKS_EACH - 1, mentors);
            database.execute("analyze");
        }

        private void domain(int mentors) {
            var today = today();
            var began = Date.valueOf(today.minusDays(400));
            var users = new ArrayList<Object[]>();
            var members = new ArrayList<Object[]>();
            var reps = new ArrayList<Object[]>();
            var mentorRows = new ArrayList<Object[]>();
            var mentorshipRows = new ArrayList<Object[]>();
            var checkIns = new ArrayList<Object[]>();
            var plans = new ArrayList<Object[]>();
            var feedback = new ArrayList<Object[]>();
            var requests = new ArrayList<Object[]>();
            var onboardings = new ArrayList<Object[]>();
            for (var m = 0; m < mentors; m++) {
                var mentor = mentor(m);
                reps.add(new Object[] {mentor, began});
                mentorRows.add(new Object[] {mentor});
                if (m > 0) {
                    users.add(new Object[] {mentor, "Mentor", "Number " + m});
                    members.add(new Object[] {mentor, "mentors"});
                }
                for (var r = 0; r < MENTEES_EACH; r++) {
                    var number = m * MENTEES_EACH + r;
                    var rep = "rep" + number;
                    var id = "of-" + rep;
                    var due = today.minusDays(number % 365);
                    users.add(new Object[] {rep, "Rep", "Number " + number});
                    members.add(new Object[] {rep, "reps"});
                    reps.add(new Object[] {rep, began});
                    mentorshipRows.add(
                            new Object[] {id, rep, mentor, rep, began, Date.valueOf(due.plusYears(1)), null, null});
                    checkIns.add(new Object[] {"c-" + id, id, Date.valueOf(due), mentor, "EXTENDED"});
                    if (number % 4 > 0) {
                        plans.add(new Object[] {"c-" + id, Date.valueOf(due)});
                    }
                    feedback.add(new Object[] {
                        "f-" + id,
                        mentor,
                        texts.seal(rep, Place.forCouncilBut(mentor, "feedback:f-" + id, "author")),
                        Timestamp.from(now().minusSeconds(number))
                    });
                    if (number % 10 == 0) {
                        var waiting = "waits" + number;
                        users.add(new Object[] {waiting, "Waiting", "Number " + number});
                        reps.add(new Object[] {waiting, began});
                        onboardings.add(new Object[] {"o" + number, waiting, waiting, waiting, Date.valueOf(due)});
                        mentorshipRows.add(new Object[] {
                            "old-" + waiting,
                            waiting,
                            mentor,
                            null,
                            began,
                            Date.valueOf(today),
                            Date.valueOf(today.minusDays(2)),
                            "mentor changed"
                        });
                        requests.add(new Object[] {
                            "q" + number,
                            "old-" + waiting,
                            waiting,
                            mentor,
                            texts.seal("time", Place.forCouncil("change_request:q" + number, "category")),
                            began,
                            Date.valueOf(today.minusDays(2))
                        });
                    }
                }
            }
            batch("insert into ACT_ID_USER (ID_, REV_, FIRST_, LAST_) values (?, 1, ?, ?)", users);
            batch("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values (?, ?)", members);
            batch("""
                    insert into rep (id, joined_on, languages, time_zone, skills_wanted, goals, note_for_mentor, version)
                    values (?, ?, array['en'], 'UTC', array['Coaching'], '', '', 0)""", reps);
            batch("""
                    insert into mentor (id, status, capacity, skills, languages, time_zone, version)
                    values (?, 'ACTIVE', 7, array['Coaching'], array['en'], 'UTC', 0)""", mentorRows);
            batch("""
                    insert into mentorship (id, mentee_id, mentor_id, running_mentee, began_on, committed_until,
                        ended_on, end_reason, version) values (?, ?, ?, ?, ?, ?, ?, ?, 0)""", mentorshipRows);
            batch("""
                    insert into check_in (id, mentorship_id, due_on, host_id, not_come, outcome, version, hold_by)
                    values (?, ?, ?, ?, 0, ?, 0, current_date)""", checkIns);
            batch("insert into check_in_plan values (?, ?, 'plans', 'support', 'channel', 'month', '')", plans);
            batch("""
                    insert into feedback (id, about_id, author_role, author, name_visible, given_at, availability,
                        listening, usefulness, clarity, what_helped, what_better, functions, version)
                    values (?, ?, 'MENTEE', ?, false, ?, 5, 5, 4, 3, '', '', array['x'], 0)""", feedback);
            batch("""
                    insert into change_request (id, mentorship_id, mentee_id, mentor_id, source, wished_route, category,
                        reason, state, began_on, ended_on, version)
                    values (?, ?, ?, ?, 'REP', 'council', ?, '', 'CHANGED', ?, ?, 0)""", requests);
            batch("""
                    insert into onboarding (id, rep_id, open_rep, started_by, began_on, version)
                    values (?, ?, ?, ?, ?, 0)""", onboardings);
        }

        private static String mentor(int number) {
            return number == 0 ? "maya" : "mentor" + number;
        }

        private void batch(String sql, List<Object[]> rows) {
            for (var first = 0; first < rows.size(); first += AT_ONCE) {
                database.batchUpdate(sql, rows.subList(first, Math.min(rows.size(), first + AT_ONCE)));
            }
        }

        /** Copies of the only case, row by row, of which every mentor has as many; a second set of them has ended. */
        private void copies(int number, int mentors) {
            var tables = List.of(
                    "ACT_RU_EXECUTION",
                    "ACT_RU_TASK",
                    "ACT_RU_VARIABLE",
                    "ACT_RU_AUTHORIZATION",
                    "ACT_HI_PROCINST",
                    "ACT_HI_ACTINST",
                    "ACT_HI_TASKINST");
            var instances = Set.copyOf(database.queryForList("select ID_ from ACT_RU_EXECUTION", String.class));
            var tasks = Set.copyOf(database.queryForList("select ID_ from ACT_RU_TASK", String.class));
            var ids = new HashSet<>(instances);
            ids.addAll(tasks);
            for (var table : tables) {
                var rows = database.queryForList("select * from " + table).stream()
                        .filter(row ->
                                !table.equals("ACT_RU_AUTHORIZATION") || tasks.contains(value(row, "RESOURCE_ID_")))
                        .toList();
                rows.forEach(row -> ids.add(String.valueOf(value(row, "ID_"))));
                // A process instance comes before what refers to it.
                var ordered = new ArrayList<>(rows);
                ordered.sort((one, other) ->
                        Boolean.compare(value(one, "PARENT_ID_") != null, value(other, "PARENT_ID_") != null));
                for (var row : ordered) {
                    var columns = List.copyOf(row.keySet());
                    var sql = "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                            + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
                    var copied = new ArrayList<Object[]>();
                    for (var i = 1; i <= number; i++) {
                        copied.add(copy(row, columns, i, mentors, ids, false));
                    }
                    if (table.startsWith("ACT_HI_")) {
                        for (var i = number + 1; i <= 2 * number; i++) {
                            copied.add(copy(row, columns, i, mentors, ids, true));
                        }
                    }
                    batch(sql, copied);
                }
            }
        }

        private static Object[] copy(
                Map<String, Object> row,
                List<String> columns,
                int number,
                int mentors,
                Set<String> ids,
                boolean ended) {
            return columns.stream()
                    .map(column -> {
                        var name = column.toUpperCase(Locale.ROOT);
                        var value = row.get(column);
                        if (Set.of("START_TIME_", "CREATE_TIME_").contains(name)) {
                            return Timestamp.from(now().minusSeconds(1_000_000 + number));
                        }
                        if (name.equals("END_TIME_") && ended) {
                            return Timestamp.from(now().minusSeconds(number));
                        }
                        if (name.equals("BUSINESS_KEY_") && value != null) {
                            return "of-rep" + number % (mentors * MENTEES_EACH);
                        }
                        if (name.equals("ASSIGNEE_") || name.equals("USER_ID_")) {
                            return value == null ? null : mentor(number % mentors);
                        }
                        // Some begin with the name of an activity, for which there would be no room.
                        return value instanceof String text && ids.contains(text)
                                ? text.substring(text.lastIndexOf(':') + 1) + "-" + number
                                : value;
                    })
                    .toArray();
        }

        private static Object value(Map<String, Object> row, String column) {
            return row.containsKey(column) ? row.get(column) : row.get(column.toLowerCase(Locale.ROOT));
        }
    }
}
