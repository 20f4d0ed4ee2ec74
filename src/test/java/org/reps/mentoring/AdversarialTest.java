package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reps.mentoring.TasklistSession.Answer;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.story.Programme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The sample programme over real HTTP, and people in it who send what no page would send. Each attack has to be
 * answered with a plain 4xx, and not one row of the whole database may differ afterwards. The numbers in the names of
 * the tests are those of a list of seventy attacks.
 *
 * <p>Without a test here: formulas in exported tables (57), which {@code TableTest} tests; what a browser makes of a
 * text (56), which here only has to arrive as it was written; names with line breaks (55), which only the operator
 * gives to people; passwords, failed logins and their timing (10–12) and the origin of a request (8), which belong to
 * the login; {@code /engine-rest} (1, 3), which has a login of its own; fields that are only shown (65), which
 * {@code FormCheckTest} and {@code GeneratedSubmissionsTest} test. Passwords, the origin and {@code /engine-rest} are
 * tried by {@code FrontDoorIT}, {@code ProductionModeIT} and {@code LoginAttemptsTest}.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:adversarial;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000",
            "camunda.bpm.job-execution.enabled=false",
            // Requests that stop in the middle are given up while the test waits.
            "server.tomcat.connection-timeout=2s",
            // Everybody else keeps their connection, on however slow a machine.
            "server.tomcat.keep-alive-timeout=10m",
            // A login of a class does not end before the class, on however slow a machine.
            "server.servlet.session.timeout=24h",
            "mentoring.password-work=1"
        })
@Import(UnguardedMount.class)
@ExtendWith(PeopleOfTests.class)
abstract class AdversarialTest {

    static final Map<String, Object> NOTHING = Map.of();

    /** What tells somebody about the insides instead of helping them. */
    private static final Pattern INSIDES = Pattern.compile(
            "\\b(org|java|javax|jakarta|com)\\.[a-z]+\\.\\w|\\bat \\w+\\.\\w+|Exception\\b|ENGINE-\\d|\\bACT_|Caused by"
                    + "|(?i)\\b(select \\S+ from|insert into|sql)\\b");

    /** Of this run only, whatever else runs on the machine. */
    static final Path MAILS =
            Path.of("target", "mail-" + ProcessHandle.current().pid());

    private static final Map<String, TasklistSession> SESSIONS = new ConcurrentHashMap<>();

    /** Those who take part in it, and what they do over HTTP; before it, whatever is due happens. */
    final Programme programme = new Programme(new ThroughHttp(
            userId -> afterEverythingDue(as(userId)),
            () -> afterEverythingDue(TasklistSession.of("clara", "cockpit", address())),
            () -> afterEverythingDue(new MailFolder(MAILS))));

    @Autowired
    ProcessEngine engine;

    @Autowired
    People people;

    @Autowired
    DataSource database;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        properties.add("mentoring.mail.folder", MAILS::toString);
        Today.begins(properties);
    }

    @BeforeAll
    static void everybodyLogsInAnew() {
        SESSIONS.clear();
    }

    @BeforeEach
    void letEverythingDueHappen() {
        // The web applications look the engine up by name, and another test's may have the same.
        ProcessEngines.registerProcessEngine(engine);
        // Whoever is new here can have Mateo as a mentor.
        jdbc.update("update mentor set capacity = 1000 where id = 'mateo'");
        List<Job> due;
        while (!(due = engine.getManagementService()
                        .createJobQuery()
                        .executable()
                        .list())
                .isEmpty()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private <T> T afterEverythingDue(T then) {
        letEverythingDueHappen();
        return then;
    }

    /** Otherwise her next start would be refused for another reason than the one that is tested. */
    @AfterEach
    void rumiHasStartedNothing() {
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("rumi")
                        .count())
                .isZero();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Somebody's browser; one for each person, because logging in is slow on purpose. */
    TasklistSession as(String userId) {
        return SESSIONS.computeIfAbsent(userId, this::newSession);
    }

    TasklistSession newSession(String userId) {
        var app = List.of("anna", "admin").contains(userId) ? "cockpit" : "tasklist";
        return TasklistSession.of(userId, app, address());
    }

    /** A rep who has just joined. */
    TasklistSession newcomer(String userId) {
        return newcomer(userId, Group.REPS);
    }

    TasklistSession newcomer(String userId, Group... groups) {
        register(userId, groups);
        return as(userId);
    }

    void register(String userId, Group... groups) {
        PeopleOfTests.isHere(userId);
        var name = Character.toUpperCase(userId.charAt(0)) + userId.substring(1);
        people.register(new Person(userId, name, "New", userId + "@example.org"), "mentoring-demo", groups);
    }

    /** The last answer to these attacks, each of which must be a plain no, and all of which must leave no trace. */
    @SafeVarargs
    final Answer refused(Supplier<Answer>... attacks) {
        return refused(List.of(attacks));
    }

    Answer refused(List<Supplier<Answer>> attacks) {
        var before = DatabaseDump.of(database);
        Answer answer = null;
        for (var attack : attacks) {
            answer = attack.get();
            assertThat(answer.status()).as(answer::toString).isBetween(400, 499);
            assertPlain(answer);
        }
        assertThat(before.changesTo(DatabaseDump.of(database))).isEmpty();
        return Objects.requireNonNull(answer);
    }

    /** The same attack by each of them. */
    Answer refused(List<String> userIds, Function<TasklistSession, Answer> attack) {
        return refused(userIds, (userId, session) -> attack.apply(session));
    }

    Answer refused(List<String> userIds, BiFunction<String, TasklistSession, Answer> attack) {
        return refused(userIds.stream()
                .map(userId -> (Supplier<Answer>) () -> attack.apply(userId, as(userId)))
                .toList());
    }

    /** A page is for one of those who may open Cockpit, and the others are told so; nobody else is told anything. */
    final void assertIsFor(String reader, String access, String... others) {
        assertThat(as(reader).get(access).body().path("allowed").asBoolean()).isTrue();
        for (var other : others) {
            assertThat(as(other).get(access).body().path("allowed").asBoolean(true))
                    .isFalse();
        }
        refused(List.of("ruth", "mateo"), session -> session.get(access));
    }

    static void assertPlain(Answer answer) {
        var read = answer.body().isMissingNode() ? answer.text() : answer.message();
        assertThat(read).as(answer::toString).doesNotContainPattern(INSIDES);
        // The engine would name what it is about to whoever has no right to it.
        assertThat(answer.text()).doesNotContain("\tat ", "StackTrace", "permission on resource");
    }

    /** The only open task of this kind in somebody's case. */
    Task task(String activity, String repId) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(activity)
                .processInstanceBusinessKey(repId)
                .singleResult();
    }

    Task ruths() {
        return task("Activity_MeetProposedMentor", "ruth");
    }

    Task ranas() {
        return task("Activity_TakeFirstSteps", "rana");
    }

    Task mateos() {
        return task("Activity_HoldOrientationCall", "rana");
    }

    /** Offered to the contacts, about Rita. */
    Task contacts() {
        return task("Activity_AskMentor", "rita");
    }

    static Map<String, Object> wishes() {
        var wishes = new HashMap<String, Object>();
        wishes.put("goals", "Organise a meetup in my town");
        wishes.put("languages", List.of("es", "en"));
        wishes.put("timeZone", "America/Lima");
        wishes.put("skillsWanted", List.of("Community building"));
        wishes.put("noteForMentor", null);
        return wishes;
    }

    static Map<String, Object> wishesWith(String field, Object value) {
        var wishes = wishes();
        wishes.put(field, value);
        return wishes;
    }

    /** What a form would show of an object among its variables. */
    static String shown(JsonNode variables, String name) {
        return variables.path(name).path("value").asText();
    }
}
