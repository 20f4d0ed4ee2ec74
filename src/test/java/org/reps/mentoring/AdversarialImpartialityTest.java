package org.reps.mentoring;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.TasklistSession.Answer;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everything the council does and sees, tried by members who are part of a case and by one who is not.
 *
 * <p>Of the council, Cosima is a mentor, Cyrus her mentee, and Corinna is looking for a mentor. Norma is another mentee
 * of Cosima, and would like another mentor; Nestor is looking for one, and Cosima has offered.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AdversarialImpartialityTest extends AdversarialTest {

    private static final String BASE = "/camunda/api/cockpit/plugin/base/default/";
    private static final String COUNCIL = "/camunda/api/cockpit/plugin/council/default/";
    private static final List<String> MEMBERS = List.of("cosima", "cyrus", "corinna", "carmen");
    private static final List<String> NEW = List.of("cosima", "cyrus", "corinna", "norma", "nestor");
    private static final Map<String, Object> LATE = Map.of("duedate", "2099-01-01T10:00:00.000+0000");

    /** A running case, and who of the members is part of it; everybody where it is hidden from the council. */
    private record Running(String process, String subject, Set<String> partOfIt) {}

    private static final List<Running> CASES = List.of(
            new Running("mentor-inactivity", "cosima", Set.of("cosima", "cyrus")),
            new Running("rep-onboarding", "corinna", Set.of("corinna")),
            new Running("mentor-matching", "corinna", Set.of("corinna")),
            new Running("rep-onboarding", "nestor", Set.of("cosima")),
            new Running("mentor-matching", "nestor", Set.of("cosima")),
            new Running("mentor-change", "norma", Set.copyOf(MEMBERS)),
            new Running("mentor-matching", "norma", Set.copyOf(MEMBERS)));

    @Autowired
    private Mentors mentors;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private Reps reps;

    /** The new people's own, as they are only there for these tests. */
    private final Map<String, TasklistSession> sessions = new HashMap<>();

    private Set<String> before = Set.of();

    @Override
    TasklistSession as(String userId) {
        return NEW.contains(userId) ? sessions.computeIfAbsent(userId, this::newSession) : super.as(userId);
    }

    @BeforeAll
    void theyTakePart() {
        letEverythingDueHappen();
        before = roots();
        member("cosima", Group.REPS, Group.MENTORS, Group.COUNCIL);
        member("cyrus", Group.REPS, Group.COUNCIL);
        member("corinna", Group.REPS, Group.COUNCIL);
        member("norma", Group.REPS);
        member("nestor", Group.REPS);
        if (!mentors.existsById("cosima")) {
            mentors.save(Mentor.registered("cosima", 9, Set.of("Coaching"), Set.of("en"), "UTC"));
        }
        jdbc.update("update mentor set capacity = 9 where id = 'cosima'");
        var norma = Objects.requireNonNull(mentorships.begin("norma", "cosima"));
        mentorships.begin("cyrus", "cosima");
        // Who has been together for their year gets another mentor without anybody having to decide.
        var longAgo = Today.today().minusDays(400);
        jdbc.update(
                "update mentorship set began_on = ?, committed_until = ? where id = ?",
                longAgo,
                longAgo.plusYears(1),
                norma);
        as("corinna").begin("rep-onboarding", wishes());
        as("nestor").begin("rep-onboarding", wishes());
        letEverythingDueHappen();
        as("cosima").complete(as("cosima").take("Offer to mentor Nestor", "cosima"), Map.of("mentorOffers", "yes"));
        as("norma")
                .begin(
                        "mentor-change",
                        Map.of("wishedRoute", "council", "category", "time", "reason", "We never find the time."));
        letEverythingDueHappen();
        as("norma").complete(as("norma").myTask("Name a mentor you would like"), Map.of("nextMentor", "nobody"));
        letEverythingDueHappen();
        // Whatever she does says that she is there.
        as("clara").begin("mentor-inactivity", Map.of("silentMentor", "cosima"));
        letEverythingDueHappen();
    }

    /** Their next request brings what they do not see up to date, and then no attack changes anything. */
    @BeforeEach
    void theyHaveAskedForSomething() {
        MEMBERS.forEach(member -> as(member).engine("task/count"));
    }

    @AfterAll
    void theyLeave() {
        roots().stream()
                .filter(not(before::contains))
                .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "test over"));
        mentorships.of(NEW).stream()
                .filter(Mentorship::isRunning)
                .forEach(mentorship -> mentorships.end(mentorship.id(), "test over"));
        for (var person : NEW) {
            engine.getIdentityService().deleteUser(person);
        }
        jdbc.update("update mentor set capacity = 0 where id = 'cosima'");
    }

    @Test
    void every_case_is_there_with_something_to_do_in_it() {
        assertThat(CASES).allSatisfy(running -> {
            var id = instance(running).getId();
            assertThat(tasks(id).size() + jobs(id).size() + (running.process().equals("mentor-matching") ? 0 : 1))
                    .as(running.toString())
                    .isPositive();
        });
    }

    // --- what they do

    /** By what Cockpit calls it. */
    private static final Map<String, BiFunction<TasklistSession, Job, Answer>> WITH_JOBS = Map.of(
            "due date", (member, job) -> member.engine("PUT", "job/" + job.getId() + "/duedate", LATE),
            "recalculate",
                    (member, job) -> member.engine(
                            "job/" + job.getId() + "/duedate/recalculate?creationDateBased=true", NOTHING),
            "retry", (member, job) -> member.engine("PUT", "job/" + job.getId() + "/retries", Map.of("retries", 1)));

    private static final Map<String, BiFunction<TasklistSession, Task, Answer>> WITH_TASKS = Map.of(
            "reassign",
                    (member, task) -> member.engine("task/" + task.getId() + "/assignee", Map.of("userId", "mateo")),
            "reassign to oneself",
                    (member, task) -> member.engine("task/" + task.getId() + "/assignee", Map.of("userId", "cosima")),
            "take away", (member, task) -> member.engine("task/" + task.getId() + "/unclaim", NOTHING));

    @Test
    void whoever_is_part_of_a_case_does_nothing_in_it_for_the_council() {
        var attacks = new ArrayList<Supplier<Answer>>();
        for (var running : CASES) {
            var id = instance(running).getId();
            for (var member : running.partOfIt()) {
                for (var job : jobs(id)) {
                    WITH_JOBS.values().forEach(action -> attacks.add(() -> action.apply(as(member), job)));
                }
                for (var task : tasks(id)) {
                    WITH_TASKS.values().forEach(action -> attacks.add(() -> action.apply(as(member), task)));
                }
            }
        }

        assertThat(attacks).hasSizeGreaterThan(40);
        refused(attacks);
    }

    @Test
    void whoever_is_not_part_of_it_goes_on_with_it() {
        var carmen = as("carmen");
        var tried = 0;
        for (var running : CASES) {
            if (!running.partOfIt().contains("carmen")) {
                for (var job : jobs(instance(running).getId())) {
                    WITH_JOBS.forEach((name, action) -> assertThat(
                                    action.apply(carmen, job).status())
                            .as(name + job)
                            .isEqualTo(204));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(3);
        var offer = task("Activity_OfferToMentor", "corinna").getId();
        assertThat(carmen.engine("task/" + offer + "/assignee", Map.of("userId", "mateo"))
                        .status())
                .isEqualTo(204);
        assertThat(carmen.engine("task/" + offer + "/unclaim", NOTHING).status())
                .isEqualTo(204);
    }

    @Test
    void a_mentor_in_the_council_does_not_put_off_the_end_of_the_case_about_her_own_silence() {
        var timers = jobs(instance(CASES.get(0)).getId());

        assertThat(timers).hasSize(2);
        for (var timer : timers) {
            var refused = refused(() -> as("cosima").engine("PUT", "job/" + timer.getId() + "/duedate", LATE));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.message())
                    .isEqualTo("You are part of this case, so somebody else of the council has to do this.");
        }
    }

    @Test
    void nor_does_she_give_the_search_for_her_mentee_s_next_mentor_to_anybody() {
        var search = Stream.of(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey("norma")
                        .taskDefinitionKey("Activity_OfferToMentor")
                        .singleResult())
                .map(Task::getId)
                .findFirst()
                .orElseThrow();

        refused(
                () -> as("cosima").engine("task/" + search),
                () -> as("cosima").engine("task/" + search + "/assignee", Map.of("userId", "mateo")),
                () -> as("cosima").engine("task/" + search + "/claim", Map.of("userId", "cosima")));
        for (var path : List.of("process-instance?maxResults=99", "task?maxResults=99")) {
            assertThat(as("cosima").engine(path).text()).doesNotContain("norma", "Norma", search);
        }
        // Whoever could be her next mentor has it in their own list.
        assertThat(as("mateo").tasks("Tasks I can take").stream()
                        .map(offered -> offered.path("name").asText()))
                .contains("Offer to mentor Norma");
    }

    @ParameterizedTest
    @CsvSource({
        "Activity_MeetProposedMentor, nestor",
        "Activity_TakeFirstSteps, rana",
        "Activity_HoldOrientationCall, rana"
    })
    void what_only_one_person_can_say_stays_theirs(String activity, String subject) {
        var task = task(activity, subject);

        for (var other : List.of("riku", "mateo", "maya", "carmen", "clara")) {
            if (!other.equals(task.getAssignee())) {
                var refused = refused(
                        () -> as("carmen").engine("task/" + task.getId() + "/assignee", Map.of("userId", other)));
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.message()).containsAnyOf("This task is for one person", "only for the person");
            }
        }
        // What somebody leaves behind is not lost.
        var admin = as("admin");
        assertThat(admin.engine("task/" + task.getId() + "/assignee", Map.of("userId", "riku"))
                        .status())
                .isEqualTo(204);
        assertThat(admin.engine("task/" + task.getId() + "/assignee", Map.of("userId", task.getAssignee()))
                        .status())
                .isEqualTo(204);
    }

    // --- what they see

    /** Every page of Cockpit and of ours on which a case could be found, with what it is asked. */
    private Map<String, Object> views(ProcessInstance instance) {
        var id = instance.getId();
        var definition = instance.getProcessDefinitionId();
        var views = new LinkedHashMap<String, Object>();
        for (var path : List.of(
                "task?maxResults=99",
                "task?maxResults=99&processInstanceId=" + id,
                "task?maxResults=99&processInstanceBusinessKey=" + instance.getBusinessKey(),
                "process-instance?maxResults=99",
                "process-instance?maxResults=99&processInstanceIds=" + id,
                "process-instance?maxResults=99&businessKey=" + instance.getBusinessKey(),
                "process-instance/" + id,
                "process-instance/" + id + "/activity-instances",
                "job?maxResults=99",
                "job?maxResults=99&processInstanceId=" + id,
                "incident?maxResults=99",
                "variable-instance?maxResults=99&processInstanceIdIn=" + id,
                "external-task?maxResults=99&processInstanceId=" + id,
                "history/task?maxResults=99&processInstanceId=" + id,
                "history/user-operation?maxResults=99&processInstanceId=" + id)) {
            views.put("GET /camunda/api/engine/engine/default/" + path, NOTHING);
        }
        views.put("POST " + BASE + "process-instance?maxResults=99", Map.of());
        views.put("POST " + BASE + "process-instance?maxResults=99 ", Map.of("processDefinitionId", definition));
        views.put(
                "POST " + BASE + "process-instance", Map.of("businessKey", String.valueOf(instance.getBusinessKey())));
        views.put("POST " + BASE + "incident?maxResults=99", Map.of("processInstanceIdIn", List.of(id)));
        views.put("POST " + BASE + "process-instance/" + id + "/called-process-instances", Map.of());
        views.put("GET " + BASE + "process-instance?maxResults=99", NOTHING);
        views.put("GET " + BASE + "process-instance/" + id + "/called-process-instances", NOTHING);
        views.put("GET " + COUNCIL + "programme", NOTHING);
        views.put("GET " + COUNCIL + "programme/cases.csv", NOTHING);
        views.put("GET " + COUNCIL + "history?about=" + instance.getBusinessKey(), NOTHING);
        views.put("GET " + COUNCIL + "history/" + id, NOTHING);
        return views;
    }

    @Test
    void whoever_is_part_of_a_case_finds_it_on_no_page() {
        for (var running : CASES) {
            var instance = instance(running);
            for (var member : running.partOfIt()) {
                // They say to which case they belong.
                var own = as(member)
                        .engine("task?maxResults=99&assignee=" + member)
                        .body();
                views(instance).forEach((view, question) -> {
                    var answer = ask(as(member), view, question);
                    assertThat(answer.status()).as(view).isLessThan(500);
                    var shown = answer.text();
                    for (var task : own) {
                        shown = shown.replace(task.toString(), "");
                    }
                    assertThat(shown)
                            .as(member + " and " + running + ": " + view)
                            .doesNotContain("\"id\":\"" + instance.getId(), "\"instanceId\":\"" + instance.getId())
                            .doesNotContain("\"processInstanceId\":\"" + instance.getId());
                });
            }
        }
    }

    @Test
    void whoever_is_not_part_of_it_finds_it_where_it_was() {
        for (var running : CASES) {
            if (!running.partOfIt().contains("carmen")) {
                var instance = instance(running);
                var found = views(instance).entrySet().stream()
                        .filter(view -> ask(as("carmen"), view.getKey(), view.getValue())
                                .text()
                                .contains(instance.getId()))
                        .map(Map.Entry::getKey)
                        .toList();
                assertThat(found)
                        .as(running.toString())
                        .contains(
                                "GET /camunda/api/engine/engine/default/process-instance?maxResults=99",
                                "GET /camunda/api/engine/engine/default/process-instance/" + instance.getId(),
                                "POST " + BASE + "process-instance?maxResults=99");
            }
        }
    }

    @Test
    void nobody_counts_what_they_are_part_of() {
        var everything = engine.getRuntimeService().createProcessInstanceQuery();
        for (var process : List.of("rep-onboarding", "mentor-matching", "mentor-inactivity")) {
            var all = everything.processDefinitionKey(process).count();
            var definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId();
            for (var member : MEMBERS) {
                var seen = all
                        - CASES.stream()
                                .filter(running -> running.process().equals(process)
                                        && running.partOfIt().contains(member))
                                .count();
                var session = as(member);
                assertThat(Map.of(
                                "engine",
                                number(
                                        session,
                                        "GET /camunda/api/engine/engine/default/process-instance/count"
                                                + "?processDefinitionKey=" + process),
                                "Cockpit",
                                ask(
                                                session,
                                                "POST " + BASE + "process-instance/count",
                                                Map.of("processDefinitionId", definition))
                                        .body()
                                        .path("count")
                                        .asLong(-1),
                                "statistics",
                                inStatistics(
                                        session,
                                        "/camunda/api/engine/engine/default/process-definition/statistics",
                                        "definition",
                                        process),
                                "list of processes",
                                inStatistics(
                                        session, BASE + "process-definition/statistics?maxResults=50", "", process)))
                        .as(member + " " + process)
                        .isEqualTo(
                                Map.of("engine", seen, "Cockpit", seen, "statistics", seen, "list of processes", seen));
            }
        }
        var inactivity = instance(CASES.get(0)).getProcessDefinitionId();
        var waiting = "process-definition/" + inactivity + "/statistics";
        assertThat(as("carmen").engine(waiting).text()).contains("Activity_StillThere");
        for (var member : List.of("cosima", "cyrus")) {
            assertThat(as(member).engine(waiting).text()).doesNotContain("Activity_StillThere");
        }
    }

    @Test
    void cockpit_looks_nothing_up_by_what_is_written_in_it_either() {
        var guess = Map.of("variables", List.of(Map.of("name", "mentorId", "operator", "eq", "value", "maya")));
        for (var path : List.of("process-instance", "process-instance/count")) {
            assertThat(refused(() -> as("carmen").post(BASE + path, guess)).message())
                    .isEqualTo("Nothing can be looked up by what is written in it.");
            refused(() -> as("carmen").get(BASE + path + "?variables=mentorId_eq_maya"));
            assertThat(refused(() -> as("carmen").post(BASE + path, null)).status())
                    .isEqualTo(400);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void what_has_ended_is_not_read_by_those_who_were_part_of_it() {
        var ended = CASES.stream()
                .filter(running -> !running.process().equals("mentor-change"))
                .map(running -> Map.entry(running, instance(running).getId()))
                .toList();
        roots().stream()
                .filter(not(before::contains))
                .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "over"));

        for (var one : ended) {
            for (var member : MEMBERS) {
                var story = as(member).get(COUNCIL + "history/" + one.getValue());
                var list = as(member)
                        .get(COUNCIL + "history?about=" + one.getKey().subject())
                        .text();
                if (one.getKey().partOfIt().contains(member)) {
                    assertThat(story.status()).as(member + one).isEqualTo(404);
                    assertThat(list).as(member + one).doesNotContain(one.getValue());
                } else {
                    assertThat(story.status()).as(member + one).isEqualTo(200);
                    assertThat(list).as(member + one).contains(one.getValue());
                }
            }
        }
    }

    @Test
    void whoever_joins_the_council_in_the_middle_of_a_case_is_part_of_it_too() {
        var instance = "process-instance/"
                + instance(new Running("rep-onboarding", "nestor", Set.of())).getId();
        engine.getIdentityService().createMembership("nestor", Group.COUNCIL.id());

        assertThat(as("nestor").engine(instance).status()).isEqualTo(404);
        assertThat(as("nestor")
                        .engine("process-instance/" + contacts().getProcessInstanceId())
                        .status())
                .isEqualTo(200);
        engine.getIdentityService().deleteMembership("nestor", Group.COUNCIL.id());
    }

    @Test
    void a_right_comes_back_when_somebody_is_no_longer_part_of_it() {
        var instance =
                instance(new Running("mentor-matching", "nestor", Set.of())).getId();
        refused(() -> as("cosima").engine("process-instance/" + instance));

        engine.getRuntimeService().setVariable(instance, "mentorId", "mateo");

        assertThat(as("cosima").engine("process-instance/" + instance).status()).isEqualTo(200);
        engine.getRuntimeService().setVariable(instance, "mentorId", "cosima");
    }

    private Answer ask(TasklistSession session, String view, Object question) {
        var path = view.substring(view.indexOf(' ') + 1).strip();
        return view.startsWith("GET") ? session.get(path) : session.post(path, question);
    }

    private long number(TasklistSession session, String view) {
        return ask(session, view, NOTHING).body().path("count").asLong(-1);
    }

    private static long inStatistics(TasklistSession session, String path, String part, String process) {
        for (var numbers : session.get(path).body()) {
            if ((part.isEmpty() ? numbers : numbers.path(part))
                    .path("key")
                    .asText()
                    .equals(process)) {
                return numbers.path("instances").asLong(-1);
            }
        }
        return -1;
    }

    private void member(String userId, Group... groups) {
        register(userId, groups);
        if (!reps.existsById(userId)) {
            reps.save(Rep.joined(userId, Today.today().minusYears(2)));
        }
    }

    private Set<String> roots() {
        return engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .collect(toSet());
    }

    private ProcessInstance instance(Running running) {
        var found = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(running.process())
                .processInstanceBusinessKey(running.subject())
                .list();
        assertThat(found).as(running::toString).hasSize(1);
        return found.get(0);
    }

    private List<Task> tasks(String instanceId) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instanceId)
                .list();
    }

    private List<Job> jobs(String instanceId) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instanceId)
                .list();
    }
}
