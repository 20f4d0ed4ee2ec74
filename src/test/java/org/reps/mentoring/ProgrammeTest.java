package org.reps.mentoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.mentorship.Mentorships.Waiting;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.story.Driver;
import org.reps.mentoring.story.Programme;
import org.reps.mentoring.story.UserTask;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An empty programme with real beans, the migrated database and a real mail server. People act through their forms as
 * in Tasklist; jobs and timers run when a test says so.
 */
@SpringBootTest(
        properties = {
            // The same few hundred questions again and again: they are read once.
            "spring.datasource.url=jdbc:h2:mem:mentoring;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000",
            "camunda.bpm.job-execution.enabled=false",
            "mentoring.sample=false",
            // Hashing is the subject of PasswordsTest only.
            "mentoring.password-work=1"
        })
@Import(DiagramCoverage.class)
public abstract class ProgrammeTest {

    protected static final GreenMail MAIL_SERVER;

    /** What the application believes to be the mail server; without faults unless a test wants some. */
    protected static final FaultyMailServer LINE_TO_MAIL_SERVER;

    static {
        var smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(Duration.ofMinutes(2).toMillis());
        MAIL_SERVER = new GreenMail(smtp);
        MAIL_SERVER.start();
        LINE_TO_MAIL_SERVER = new FaultyMailServer(MAIL_SERVER.getSmtp().getPort());
    }

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected FormService forms;

    @Autowired
    protected ManagementService management;

    @Autowired
    protected HistoryService history;

    @Autowired
    protected IdentityService identities;

    @Autowired
    protected RepositoryService repository;

    @Autowired
    protected People people;

    @Autowired
    protected Reps reps;

    @Autowired
    protected Mentors mentors;

    @Autowired
    protected Mentorships mentorships;

    @Autowired
    protected SealedTexts confidential;

    @Autowired
    protected JdbcTemplate database;

    /**
     * Those who take part in it, and what they do: through the engine's services, with the forms and checks of
     * Tasklist.
     */
    protected final Programme programme = new Programme(new ThroughTheEngine());

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        Today.begins(properties);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", LINE_TO_MAIL_SERVER::port);
    }

    @BeforeEach
    void assertionsAskThisEngine() {
        ProcessEngineTests.init(engine);
        if (isAnythingLeft()) {
            forgetWhatIsKept();
        }
    }

    /** Whether the test before could not be forgotten, perhaps because somebody in it was still at it. */
    private boolean isAnythingLeft() {
        return runtime.createProcessInstanceQuery().count()
                        + history.createHistoricProcessInstanceQuery().count()
                        + reps.count()
                > 0;
    }

    /** Each part of it whatever becomes of the others: what one test leaves would fail all those after it. */
    @AfterEach
    void forgetEverything() {
        identities.clearAuthentication();
        LINE_TO_MAIL_SERVER.repair();
        Today.goOn();
        assertAll(
                () -> MailGallery.checkAndShow(database),
                this::forgetWhatIsKept,
                this::forgetPeople,
                ProgrammeTest::forgetMails);
    }

    /** Not through the engine, which would refuse to forget a case that is in a bad state, and all others with it. */
    private void forgetWhatIsKept() {
        database.execute("set referential_integrity false");
        try {
            database.queryForList("""
                            select table_name from information_schema.tables where table_schema = 'PUBLIC'
                            and table_type = 'BASE TABLE' and table_name not in ('flyway_schema_history', 'TURN_TO_BEGIN', 'TURN_TO_REGISTER', 'TURN_TO_DEPLOY')
                            and (table_name not like 'ACT\\_%' or table_name like 'ACT\\_HI\\_%' or table_name in (
                            'ACT_RU_EXECUTION', 'ACT_RU_TASK', 'ACT_RU_VARIABLE', 'ACT_RU_INCIDENT', 'ACT_RU_EXT_TASK'))""", String.class).forEach(table -> database.execute("truncate table " + table));
            // What belongs to a diagram and to no case of it stays.
            database.execute("delete from act_ru_identitylink where task_id_ is not null");
            database.execute("delete from act_ru_event_subscr where proc_inst_id_ is not null");
            database.execute("delete from act_ru_job where process_instance_id_ is not null");
            database.execute("delete from act_ru_authorization where resource_type_ in (" + TASK.resourceType() + ", "
                    + PROCESS_INSTANCE.resourceType() + ") and resource_id_ <> '*'");
            database.execute("delete from act_ge_bytearray where deployment_id_ is null and id_ not in"
                    + " (select exception_stack_id_ from act_ru_job where exception_stack_id_ is not null)");
        } finally {
            database.execute("set referential_integrity true");
        }
    }

    /** As above; ending each account and what it may do, one after the other, took longer than many a test. */
    private void forgetPeople() {
        for (var account : List.of("membership", "tenant_member", "info")) {
            database.execute("delete from act_id_" + account + " where user_id_ <> 'admin'");
        }
        database.execute("delete from act_id_user where id_ <> 'admin'");
        database.execute("delete from act_ru_authorization where user_id_ not in ('*', 'admin') or resource_type_ = "
                + USER.resourceType() + " and resource_id_ not in ('*', 'admin')");
    }

    private static void forgetMails() throws Exception {
        var mails = MAIL_SERVER.getReceivedMessages();
        MAIL_SERVER.purgeEmailFromAllMailboxes();
        StrictCalendar.assertInEach(mails);
    }

    // --- who there is

    protected void givenRep(String id, String... languages) {
        register(id, Group.REPS);
        reps.save(Rep.joined(id, today().minusYears(2))
                .describedAs(languages.length == 0 ? Set.of("en") : Set.of(languages), "UTC", Set.of(), "", ""));
    }

    protected void givenMentor(String id, int capacity) {
        givenRep(id);
        identities.createMembership(id, Group.MENTORS.id());
        mentors.save(Mentor.registered(id, capacity, Set.of("Coaching"), Set.of("en"), "UTC"));
    }

    protected void givenContact(String id) {
        register(id, Group.CONTACTS, Group.COUNCIL);
    }

    /** Mateo guides Rumi and Rana; Clara and Chidi are contacts, and Carmen is in the council. */
    protected void givenMateoWithTwoMentees() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenRep("rana");
        mentorships.begin("rumi", "mateo");
        mentorships.begin("rana", "mateo");
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
    }

    protected void register(String id, Group... groups) {
        var firstName = Character.toUpperCase(id.charAt(0)) + id.substring(1);
        people.register(new Person(id, firstName, "Sample", id + "@example.org"), "mentoring-demo", groups);
    }

    protected void called(String userId, String firstName, String lastName) {
        var user = identities.createUserQuery().userId(userId).singleResult();
        user.setFirstName(firstName);
        user.setLastName(lastName);
        identities.saveUser(user);
    }

    // --- what they do

    protected void startAs(String userId, String process, Map<String, Object> answers) {
        as(userId, () -> {
            var definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            forms.submitStartForm(definition.getId(), answers);
        });
        runJobs();
    }

    /** Claims the task if it is offered to this person, and submits its form. */
    protected void complete(String activity, String userId, Map<String, Object> answers) {
        var task = task(activity);
        if (task.getAssignee() == null) {
            assertThat(candidates(task)).contains(userId);
            as(userId, () -> tasks.claim(task.getId(), userId));
        }
        assertThat(task(activity).getAssignee()).isEqualTo(userId);
        as(userId, () -> forms.submitTaskForm(task.getId(), answers));
        runJobs();
    }

    protected void as(String userId, Runnable action) {
        identities.setAuthentication(
                userId,
                identities.createGroupQuery().groupMember(userId).list().stream()
                        .map(org.camunda.bpm.engine.identity.Group::getId)
                        .toList());
        try {
            action.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    // --- what the engine does

    /** Moves the clock of engine and programme until the end of the test; nothing fires by itself. */
    protected void later(Period time) {
        var then = now().atZone(ZoneOffset.UTC).plus(time);
        Today.goTo(then.toInstant());
    }

    /** It is that day until the end of the test, at the time of day it is now. */
    protected void on(LocalDate day) {
        Today.goTo(now().atZone(ZoneOffset.UTC).with(day).toInstant());
    }

    protected void runJobs() {
        List<Job> jobs;
        while (!(jobs = management.createJobQuery().messages().withRetriesLeft().list()).isEmpty()) {
            management.executeJob(jobs.get(0).getId());
        }
    }

    /** When the only timer of this event is due. */
    protected Instant dueOf(String event) {
        return management
                .createJobQuery()
                .timers()
                .activityId(event)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    /** Lets the timer of this event fire now. */
    protected void fire(String event) {
        var job = management.createJobQuery().timers().activityId(event).singleResult();
        assertThat(job).as("the timer of " + event).isNotNull();
        management.executeJob(job.getId());
        runJobs();
    }

    // --- what can be seen

    protected Task task(String activity) {
        var task = tasks.createTaskQuery().taskDefinitionKey(activity).singleResult();
        assertThat(task).as(activity + ", among " + openTasks()).isNotNull();
        return task;
    }

    protected Set<String> openTasks() {
        return tasks.createTaskQuery().listPage(0, 1000).stream()
                .map(Task::getTaskDefinitionKey)
                .collect(toSet());
    }

    protected Set<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .flatMap(link -> link.getUserId() != null
                        ? Stream.of(link.getUserId())
                        : people
                                .in(Arrays.stream(Group.values())
                                        .filter(group -> group.id().equals(link.getGroupId()))
                                        .findFirst()
                                        .orElseThrow())
                                .stream())
                .collect(toSet());
    }

    /** The reps who wait for a mentor, who has waited longest first. */
    protected List<String> openAssignments() {
        return mentorships.waiting().stream().map(Waiting::repId).toList();
    }

    /** What this person sees in the form of a task; lists and objects as JSON text. */
    protected Map<String, Object> shown(String activity, String userId) {
        return shown(task(activity), userId);
    }

    protected Map<String, Object> shown(Task task, String userId) {
        var shown = new HashMap<String, Object>();
        as(userId, () -> {
            var values = forms.getTaskFormVariables(task.getId());
            for (var name : values.keySet()) {
                TypedValue value = values.getValueTyped(name);
                shown.put(name, value instanceof SerializableValue json ? json.getValueSerialized() : value.getValue());
            }
        });
        return shown;
    }

    /** A confidential text that was kept; the right place is asked for elsewhere. */
    protected String opened(String reference) {
        var row = database.queryForMap(
                "select owner, field, reader from sealed_text where id = ?", reference.substring("sealed:".length()));
        var place = new Place((String) row.get("owner"), (String) row.get("field"), (String) row.get("reader"));
        return confidential.open(reference, place);
    }

    /** The only case of this process in the test, running or ended; for what {@code camunda-bpm-assert} says of one. */
    protected ProcessInstance the(String process) {
        var found = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .list();
        assertThat(found).as("cases of " + process).hasSize(1);
        return theCase(found.get(0).getId());
    }

    /** All cases of this process in the test, running or ended. */
    protected List<ProcessInstance> every(String process) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process).list().stream()
                .map(found -> theCase(found.getId()))
                .toList();
    }

    private static ProcessInstance theCase(String id) {
        // The engine has no process instance of a case that is over, and the assertions only want to know which one.
        var instance = new ExecutionEntity();
        instance.setId(id);
        return instance;
    }

    /** Nowhere in the database and in no mail can a word be read. */
    protected void assertNowhereInClear(String word) {
        assertThat(database.queryForList("script", String.class)).noneMatch(row -> row.contains(word));
        assertThat(MAIL_SERVER.getReceivedMessages())
                .noneMatch(mail -> GreenMailUtil.getWholeMessage(mail).contains(word));
    }

    /** The tables in which a word can be read, also where they hold bytes. */
    protected Set<String> tablesWith(String word) {
        var bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return database.queryForList("script", String.class).stream()
                .filter(row -> row.contains(word) || row.contains(bytes))
                .map(row -> row.replaceFirst("(?s)^INSERT INTO \"PUBLIC\".\"(\\w+)\".*", "$1"))
                .collect(toSet());
    }

    /** All mails this person has got. */
    protected List<MimeMessage> wholeMailsTo(String userId) {
        return Stream.of(MAIL_SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).equals(userId + "@example.org"))
                .toList();
    }

    /** The end event with which the only finished instance of this process ended. */
    protected String endOf(String process) {
        return history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult()
                        .getId())
                .activityType("noneEndEvent")
                .list()
                .stream()
                .filter(end -> end.getParentActivityInstanceId().equals(end.getProcessInstanceId()))
                .map(HistoricActivityInstance::getActivityId)
                .reduce((one, other) -> one + ", " + other)
                .orElse("still running");
    }

    /** The subjects of all mails this person has got. */
    protected List<String> mailsTo(String userId) {
        return wholeMailsTo(userId).stream().map(ProgrammeTest::subject).toList();
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class ThroughTheEngine implements Driver {

        @Override
        public void start(String userId, String process, Map<String, Object> answers) {
            startAs(userId, process, answers);
        }

        @Override
        public void complete(String userId, UserTask drawn, Map<String, Object> answers) {
            var task = theirs(userId, drawn);
            assertThat(task)
                    .as("%s for %s, among %s", drawn.name(), userId, openTasks())
                    .hasSize(1);
            as(userId, () -> {
                if (task.get(0).getAssignee() == null) {
                    tasks.claim(task.get(0).getId(), userId);
                }
                forms.submitTaskForm(task.get(0).getId(), answers);
            });
            runJobs();
        }

        @Override
        public void sees(String userId, UserTask drawn) {
            assertThat(theirs(userId, drawn))
                    .as("%s for %s, among %s", drawn.name(), userId, openTasks())
                    .hasSize(1);
        }

        @Override
        public void getsMail(String userId, String subject) {
            assertThat(mailsTo(userId)).anyMatch(found -> found.contains(subject));
        }

        @Override
        public void timeFor(String event, String subjectId) {
            var timers = management.createJobQuery().timers().activityId(event).list().stream()
                    .filter(timer -> runtime.createProcessInstanceQuery()
                                    .processInstanceId(timer.getProcessInstanceId())
                                    .or()
                                    .processInstanceBusinessKey(subjectId)
                                    .variableValueEquals("menteeId", subjectId)
                                    .endOr()
                                    .count()
                            > 0)
                    .toList();
            assertThat(timers).as("timers " + event).hasSize(1);
            management.executeJob(timers.get(0).getId());
            runJobs();
        }

        private List<Task> theirs(String userId, UserTask drawn) {
            return tasks.createTaskQuery().taskDefinitionKey(drawn.activity()).list().stream()
                    .filter(task -> drawn.isCalled(task.getName()))
                    .filter(task -> task.getAssignee() == null
                            ? candidates(task).contains(userId)
                            : task.getAssignee().equals(userId))
                    .toList();
        }
    }
}
