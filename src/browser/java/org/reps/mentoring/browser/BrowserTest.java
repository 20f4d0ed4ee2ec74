package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.Socket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reps.mentoring.Diagram;
import org.reps.mentoring.MailFolder;
import org.reps.mentoring.MailFolder.Mail;
import org.reps.mentoring.PeopleOfTests;
import org.reps.mentoring.ReservedPort;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.story.Programme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application as somebody who tries it finds it: with the sample programme, mails in a folder, and everything going
 * on by itself. All stories share one, so each has people of its own: some of the sample, or new ones.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000",
            "mentoring.password-work=1",
            // Otherwise a timer that somebody moves is noticed up to a minute later. Both: where the longest wait is
            // shorter than the first one, the engine does not wait at all, and keeps a processor busy.
            "camunda.bpm.job-execution.wait-time-in-millis=500",
            "camunda.bpm.job-execution.max-wait=1000"
        })
@ExtendWith(PeopleOfTests.class)
abstract class BrowserTest {

    /** Mails know it long before the application listens there. */
    private static final Socket PORT = ReservedPort.reserved();

    /** Where mails go. */
    static final Path MAILS =
            Windows.LEFT_BEHIND.resolve("mail-" + ProcessHandle.current().pid());

    @RegisterExtension
    final Windows windows = new Windows();

    @Autowired
    protected People people;

    @Autowired
    protected Reps reps;

    @Autowired
    protected Mentors mentors;

    @Autowired
    protected Mentorships mentorships;

    @Autowired
    protected ManagementService management;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected TaskService tasks;

    @Value("${mentoring.mail.base-url}")
    protected String address;

    /** Those who take part in it, and what they do: in their browsers. */
    protected final Programme programme = new Programme(new ThroughTheBrowser(this));

    /** When the story begins. */
    private final Date begin = Date.from(Today.now());

    private final Map<String, Tasklist> tasklists = new HashMap<>();
    private final Map<String, Cockpit> cockpits = new HashMap<>();

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        properties.add("server.port", PORT::getLocalPort);
        Today.begins(properties);
        properties.add("mentoring.mail.folder", MAILS::toString);
    }

    // --- who there is

    /** A new rep who has been in the programme for a while. */
    protected void givenRep(String id, String timeZone) {
        register(id, Group.REPS);
        reps.save(Rep.joined(id, Today.today().minusYears(2)).describedAs(Set.of("en"), timeZone, Set.of(), "", ""));
    }

    /** A new mentor, who guides these new reps. */
    protected void givenMentor(String id, String timeZone, String... mentees) {
        givenRep(id, timeZone);
        people.join(Group.MENTORS, id);
        mentors.save(Mentor.registered(id, 3, Set.of("Coaching"), Set.of("en"), timeZone));
        for (var mentee : mentees) {
            givenRep(mentee, timeZone);
            assertThat(mentorships.begin(mentee, id)).isNotNull();
        }
    }

    protected void register(String id, Group... groups) {
        PeopleOfTests.isHere(id);
        people.register(new Person(id, firstName(id), "Sample", id + "@example.org"), Login.PASSWORD, groups);
    }

    protected static String firstName(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    /** What day it is where this person lives. */
    protected LocalDate today(String userId) {
        return Today.today(ZoneId.of(timeZone(userId)));
    }

    /** The day as an English reader finds it in a form. */
    protected static String inWords(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH).format(day);
    }

    // --- where they are

    /** The person's window with Tasklist, in which they are logged in. */
    protected Tasklist tasklist(String userId) {
        return tasklists.computeIfAbsent(userId, id -> Tasklist.logIn(id, window(id)));
    }

    /** The person's window with Cockpit, in which they are logged in. */
    protected Cockpit cockpit(String userId) {
        return cockpits.computeIfAbsent(userId, id -> Cockpit.logIn(id, window(id)));
    }

    /** A new window at the place where this person lives. */
    protected Page window(String userId) {
        return window(userId, new NewContextOptions().setViewportSize(1280, 900));
    }

    protected Page window(String userId, NewContextOptions options) {
        return windows.open(userId, address, options.setTimezoneId(timeZone(userId)));
    }

    private String timeZone(String userId) {
        return reps.findById(userId).map(Rep::timeZone).orElse("UTC");
    }

    // --- what they get

    /** Waits for a mail to this person that contains these words. */
    protected Mail mail(String userId, String words) {
        return mails().toCome(userId, words);
    }

    MailFolder mails() {
        return new MailFolder(MAILS);
    }

    /**
     * Waits for the task of this name that this story has made, and says its id; other stories may have left some of
     * the same name, above which it stands in a list.
     */
    protected String newTask(String name) {
        return await(name)
                .atMost(Windows.PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .taskName(name)
                                .taskCreatedAfter(begin)
                                .list(),
                        found -> found.size() == 1)
                .get(0)
                .getId();
    }

    // --- what nobody waits for

    /** What a member of the council sees of the case in which this timer is. */
    Cockpit caseIn(Cockpit cockpit, Job timer) {
        var found = runtime.createProcessInstanceQuery()
                .processInstanceId(timer.getProcessInstanceId())
                .singleResult();
        return cockpit.open(
                Diagram.ofProcess(timer.getProcessDefinitionKey()).process().getName(), found.getBusinessKey());
    }

    /** The timer of this event in the case about this person. */
    Job timer(String event, String subjectId) {
        return await("the timer " + event)
                .atMost(Windows.PATIENCE)
                .until(() -> timers(event, subjectId), found -> found.size() == 1)
                .get(0);
    }

    private List<Job> timers(String event, String subjectId) {
        // A case about two people has another key, and the mentee's name in it.
        var cases = runtime
                .createProcessInstanceQuery()
                .or()
                .processInstanceBusinessKey(subjectId)
                .variableValueEquals("menteeId", subjectId)
                .endOr()
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
        return management.createJobQuery().timers().activityId(event).list().stream()
                .filter(job -> cases.contains(job.getProcessInstanceId()))
                .toList();
    }
}
