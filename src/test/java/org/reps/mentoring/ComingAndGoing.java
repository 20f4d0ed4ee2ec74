package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.reps.mentoring.engine.people.ChosenPasswords;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.entrylink.EntryLinks;
import org.reps.mentoring.entrylink.LinkState;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.movein.MoveIn;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.person.Reaches;
import org.reps.mentoring.rules.WentLive;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A mentor and her mentee come, are reached, and leave, in an application with any database. */
final class ComingAndGoing {

    private static final String PEOPLE = """
            user name,first name,last name,mail,groups
            paloma,Paloma,Diaz,paloma@example.org,"reps, mentors"
            perrin,Perrin,Roy,perrin@example.org,reps
            """;
    private static final String MENTORSHIPS = """
            mentor,rep,began on
            paloma,perrin,%s
            """;

    private final ApplicationContext application;

    ComingAndGoing(ApplicationContext application) {
        this.application = application;
    }

    void isTold() {
        movesIn();
        for (var person : List.of("paloma", "perrin")) {
            choosesAPassword(person);
            start(
                    person,
                    "my-profile",
                    person.equals("paloma")
                            ? Map.of("reach", "@paloma", "reachSeenBy", "everybody", "timeZone", "UTC", "capacity", 4)
                            : Map.of("reach", "@perrin", "reachSeenBy", "mentorship", "timeZone", "Asia/Tokyo"));
        }
        assertThat(of(Reaches.class).findById("perrin").orElseThrow().how()).isEqualTo("@perrin");

        start("paloma", "too-much", Map.of("whatHelps", "fewer"));
        complete("paloma", Map.of("newCapacity", 2));
        assertThat(of(Mentors.class).findById("paloma").orElseThrow().capacity())
                .isEqualTo(2);

        start("perrin", "leave-programme", Map.of("lastDay", today().plusDays(3).toString()));
        lastDayOver("perrin");
        assertThat(of(Mentorships.class).menteesOf("paloma")).isEmpty();
        assertThat(of(KnownPeople.class).isAway("perrin")).isTrue();

        start("clara", "welcome-back", Map.of("userName", "Perrin", "samePerson", true));
        assertThat(of(KnownPeople.class).isAway("perrin")).isFalse();
        assertThat(of(People.class).isIn(Group.REPS, "perrin")).isTrue();
        assertThat(of(People.class).hasPassword("perrin", "three old spoons")).isTrue();
    }

    private void movesIn() {
        var files = new MoveIn.Files(
                PEOPLE.getBytes(StandardCharsets.UTF_8),
                MENTORSHIPS.formatted(today().minusDays(90)).getBytes(StandardCharsets.UTF_8));
        // For this only: the others in the programme are there for long.
        ReflectionTestUtils.setField(of(WentLive.class), "day", today());
        try {
            assertThat(of(MoveIn.class).done(files).faults()).isEmpty();
        } finally {
            ReflectionTestUtils.setField(of(WentLive.class), "day", null);
        }
        assertThat(of(Mentorships.class).menteesOf("paloma")).containsExactly("perrin");
    }

    private void choosesAPassword(String person) {
        var links = of(EntryLinks.class);
        var link = links.make(person, false).orElseThrow();
        links.keep(link);
        new TransactionTemplate(of(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            assertThat(links.use(link.code()).state()).isEqualTo(LinkState.OPEN);
            of(ChosenPasswords.class).choose(person, "three old spoons");
        });
    }

    private void start(String person, String process, Map<String, Object> answers) {
        var definition = of(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        as(person, () -> of(FormService.class).submitStartForm(definition.getId(), answers));
        run(process);
    }

    private void complete(String person, Map<String, Object> answers) {
        var task = of(TaskService.class)
                .createTaskQuery()
                .taskAssignee(person)
                .taskDefinitionKey("Activity_SayWhatIsEnough")
                .singleResult();
        as(person, () -> of(FormService.class).submitTaskForm(task.getId(), answers));
        run("too-much");
    }

    private void lastDayOver(String person) {
        var waiting = of(TaskService.class)
                .createTaskQuery()
                .taskAssignee(person)
                .singleResult()
                .getProcessInstanceId();
        var timer = of(ManagementService.class)
                .createJobQuery()
                .processInstanceId(waiting)
                .timers()
                .activityId("Event_LeavingDayOver")
                .singleResult();
        of(ManagementService.class).executeJob(timer.getId());
        run("leave-programme");
    }

    /** What is due in cases of this process; what others have to do waits. */
    private void run(String process) {
        Job job;
        while ((job = of(ManagementService.class)
                        .createJobQuery()
                        .processDefinitionKey(process)
                        .executable()
                        .listPage(0, 1)
                        .stream()
                        .findFirst()
                        .orElse(null))
                != null) {
            of(ManagementService.class).executeJob(job.getId());
        }
    }

    private void as(String person, Runnable action) {
        var identities = of(IdentityService.class);
        identities.setAuthentication(
                person,
                identities.createGroupQuery().groupMember(person).list().stream()
                        .map(org.camunda.bpm.engine.identity.Group::getId)
                        .toList());
        try {
            action.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private <T> T of(Class<T> type) {
        return application.getBean(type);
    }
}
