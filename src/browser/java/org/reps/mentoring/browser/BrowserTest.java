package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reps.mentoring.Today;
import org.reps.mentoring.browser.MailFolder.Mail;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.engine.People;
import org.reps.mentoring.engine.Person;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
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
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1",
            // Otherwise a timer that somebody moves is noticed up to a minute later.
            "camunda.bpm.job-execution.max-wait=1000"
        })
abstract class BrowserTest {

    private static final int PORT = freePort();
    private static final Path MAILS =
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

    @Value("${mentoring.mail.base-url}")
    protected String address;

    private final Map<String, Tasklist> tasklists = new HashMap<>();

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
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
        people.register(new Person(id, firstName(id), "Sample", id + "@example.org"), Login.PASSWORD, groups);
    }

    protected static String firstName(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    /** What day it is where this person lives. */
    protected LocalDate today(String userId) {
        return Today.today(ZoneId.of(timeZone(userId)));
    }

    // --- where they are

    /** The person's window with Tasklist, in which they are logged in. */
    protected Tasklist tasklist(String userId) {
        return tasklists.computeIfAbsent(userId, id -> Tasklist.logIn(id, window(id)));
    }

    protected Cockpit cockpit(String userId) {
        return Cockpit.logIn(userId, window(userId));
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
        return new MailFolder(MAILS).toCome(userId, words);
    }

    // --- what nobody waits for

    /** Lets the timer of this event in the case of this subject fire now. */
    protected void fire(String event, String subjectId) {
        await("the timer " + event).until(() -> timers(event, subjectId), found -> found.size() == 1);
        management.executeJob(timers(event, subjectId).get(0).getId());
    }

    private List<Job> timers(String event, String subjectId) {
        var cases = runtime.createProcessInstanceQuery().processInstanceBusinessKey(subjectId).list().stream()
                .map(ProcessInstance::getId)
                .toList();
        return management.createJobQuery().timers().activityId(event).list().stream()
                .filter(job -> cases.contains(job.getProcessInstanceId()))
                .toList();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
