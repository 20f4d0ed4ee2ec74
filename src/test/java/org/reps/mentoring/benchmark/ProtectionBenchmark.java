package org.reps.mentoring.benchmark;

import static java.util.stream.Collectors.joining;
import static org.reps.mentoring.Today.today;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.reps.mentoring.MentoringApplication;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.onboarding.RepOnboardingSteps;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * What the gate and the form check cost each task that is completed: {@code mvn -P benchmark}.
 *
 * <p>Two engines run side by side in one virtual machine, one as it is and one without the two beans, and people
 * complete the same real tasks in both by turns, so that whatever else the computer does meets both. Every round gives
 * one ratio; several virtual machines after one another give many rounds.
 */
public final class ProtectionBenchmark {

    private static final int FORKS = 3;
    private static final int WARM_UP_ROUNDS = 10;
    private static final int ROUNDS = 15;
    private static final int TASKS_PER_ROUND = 25;

    private static final List<String> PROTECTION = List.of("commandGate", "formHandlers");

    /**
     * A task that people complete.
     *
     * @param offered whether it has to be claimed first
     * @param given the case around it
     */
    private record Work(
            String name,
            String process,
            String activity,
            String person,
            boolean offered,
            VariableMap given,
            VariableMap answers) {}

    private ProtectionBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            measure(arguments[0]);
        } else {
            report();
        }
    }

    // --- all virtual machines

    private static void report() throws Exception {
        System.out.printf(
                "Gate and form check against neither: %d forks of %d rounds of %d tasks, times in ms.%n%n",
                FORKS, ROUNDS, TASKS_PER_ROUND);
        System.out.printf("%-70s %8s %8s %8s   %s%n", "", "without", "with", "ratio", "80 % of the rounds");
        for (var database : List.of("memory", "file")) {
            var rounds = new TreeMap<String, List<double[]>>();
            for (var fork = 0; fork < FORKS; fork++) {
                for (var line : fork(database)) {
                    var parts = line.split("\\|", -1);
                    rounds.computeIfAbsent(parts[1], name -> new ArrayList<>())
                            .add(new double[] {Double.parseDouble(parts[2]), Double.parseDouble(parts[3])});
                }
            }
            rounds.forEach((name, measured) -> {
                var ratios = measured.stream()
                        .mapToDouble(round -> round[1] / round[0])
                        .toArray();
                System.out.printf(
                        Locale.ROOT,
                        "%-70s %8.2f %8.2f %8.3f   %.3f to %.3f%n",
                        name + ", H2 in " + (database.equals("file") ? "a file, WRITE_DELAY=0" : "memory"),
                        quantile(
                                measured.stream().mapToDouble(round -> round[0]).toArray(), 0.5),
                        quantile(
                                measured.stream().mapToDouble(round -> round[1]).toArray(), 0.5),
                        quantile(ratios, 0.5),
                        quantile(ratios, 0.1),
                        quantile(ratios, 0.9));
            });
        }
    }

    private static List<String> fork(String database) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProtectionBenchmark.class.getName(),
                        database)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> rounds;
        try (BufferedReader output = process.inputReader()) {
            rounds = output.lines().filter(line -> line.startsWith("round|")).toList();
        }
        if (process.waitFor() != 0 || rounds.isEmpty()) {
            throw new IllegalStateException("A fork has failed");
        }
        return rounds;
    }

    private static double quantile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    // --- one virtual machine

    private static void measure(String database) throws IOException {
        var directory = Files.createTempDirectory("benchmark");
        try (var open = new Programme(directory, database, "without", PROTECTION);
                var guarded = new Programme(directory, database, "with", List.of())) {
            for (var round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                for (var work = 0; work < open.works.size(); work++) {
                    var times = round(List.of(open, guarded), work);
                    if (round >= 0) {
                        times.forEach(ProtectionBenchmark::print);
                    }
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private static void print(String name, double[][] times) {
        System.out.println(Stream.of("round", name, quantile(times[0], 0.5), quantile(times[1], 0.5))
                .map(String::valueOf)
                .collect(joining("|")));
    }

    /** What one round took without and with protection, by what was measured. */
    private static Map<String, double[][]> round(List<Programme> programmes, int index) {
        var times = new TreeMap<String, double[][]>();
        for (var i = 0; i < TASKS_PER_ROUND; i++) {
            for (var turn = 0; turn < 2; turn++) {
                // Neither is always the first.
                var protection = (i + turn) % 2;
                var programme = programmes.get(protection);
                var work = programme.works.get(index);
                var begin = Spent.now();
                var instanceId = programme.begin(work);
                var made = Spent.now().minus(begin);
                var taskId = programme.taskOf(instanceId);
                var claim = Spent.now();
                programme.answer(work, taskId);
                var answered = Spent.now().minus(claim);
                programme.requireAnswered(taskId);
                var whole = Map.of("answered", answered, "made and answered", made.plus(answered));
                for (var part : whole.entrySet()) {
                    var name = work.name() + ", " + part.getKey() + ", ";
                    keep(times, name + "time", protection, i, part.getValue().time());
                    keep(times, name + "CPU", protection, i, part.getValue().cpu());
                }
            }
        }
        programmes.forEach(Programme::forget);
        return times;
    }

    private static void keep(Map<String, double[][]> times, String name, int protection, int task, long nanos) {
        times.computeIfAbsent(name, key -> new double[2][TASKS_PER_ROUND])[protection][task] = nanos / 1e6;
    }

    /** By the clock, and by the processor, which other programs on the computer disturb less; in nanoseconds. */
    private record Spent(long time, long cpu) {

        static Spent now() {
            return new Spent(
                    System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }

        Spent plus(Spent other) {
            return new Spent(time + other.time, cpu + other.cpu);
        }

        Spent minus(Spent other) {
            return new Spent(time - other.time, cpu - other.cpu);
        }
    }

    /** The application with its real processes, forms and steps; jobs wait. */
    private static final class Programme implements AutoCloseable {

        private final ConfigurableApplicationContext application;
        private final FormService forms;
        private final HistoryService history;
        private final IdentityService identities;
        private final RuntimeService runtime;
        private final TaskService tasks;
        private final JdbcTemplate tables;
        private final List<Work> works;

        Programme(Path directory, String database, String name, List<String> beansLeftOut) {
            var url = database.equals("file")
                    ? "jdbc:h2:file:" + directory.resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                    : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
            application = new SpringApplicationBuilder(MentoringApplication.class)
                    .web(WebApplicationType.NONE)
                    .initializers(context -> context.addBeanFactoryPostProcessor(
                            beans -> beansLeftOut.forEach(((BeanDefinitionRegistry) beans)::removeBeanDefinition)))
                    .run(
                            "--spring.datasource.url=" + url,
                            "--camunda.bpm.job-execution.enabled=false",
                            "--mentoring.sample=false",
                            "--mentoring.mail.folder=" + directory.resolve("mail"));
            forms = application.getBean(FormService.class);
            history = application.getBean(HistoryService.class);
            identities = application.getBean(IdentityService.class);
            runtime = application.getBean(RuntimeService.class);
            tasks = application.getBean(TaskService.class);
            tables = application.getBean(JdbcTemplate.class);
            works = works();
        }

        private List<Work> works() {
            for (var id : List.of("rumi", "remy", "mateo")) {
                application
                        .getBean(People.class)
                        .register(new Person(id, id, "Sample", id + "@example.org"), "mentoring-demo", Group.REPS);
                application
                        .getBean(Reps.class)
                        .save(Rep.joined(id, today()).describedAs(Set.of("en"), "UTC", Set.of(), "Learn", ""));
            }
            application
                    .getBean(Mentors.class)
                    .save(Mentor.registered("mateo", 5, Set.of("Coaching"), Set.of("en"), "UTC"));
            application
                    .getBean(RepOnboardingSteps.class)
                    .begin("rumi", "rumi", "Learn", Set.of("en"), "UTC", Set.of(), "");
            var mentorship = application.getBean(Mentorships.class).begin("rumi", "mateo");
            return List.of(
                    new Work(
                            "Take the first steps",
                            "rep-onboarding",
                            "Activity_TakeFirstSteps",
                            "rumi",
                            false,
                            Variables.putValue("menteeId", "rumi").putValue("mentorshipId", mentorship),
                            Variables.putValue("firstSteps", "taken")
                                    .putValueTyped("agreementSigned", Variables.booleanValue(true, true))
                                    .putValueTyped("profileComplete", Variables.booleanValue(true, true))
                                    .putValueTyped("channelsJoined", Variables.booleanValue(true, true))
                                    .putValueTyped("ownGoal", Variables.stringValue("Run a meetup in my town", true))
                                    .putValueTyped("stopReason", Variables.untypedNullValue(true))),
                    new Work(
                            "Offer to mentor",
                            "mentor-matching",
                            "Activity_OfferToMentor",
                            "mateo",
                            true,
                            Variables.putValue("menteeId", "remy").putValue("excludedMentorIds", null),
                            Variables.putValue("mentorOffers", "yes")
                                    .putValueTyped("noNewMenteesUntil", Variables.untypedNullValue(true))));
        }

        String begin(Work work) {
            return runtime.createProcessInstanceByKey(work.process())
                    .setVariables(work.given())
                    .startBeforeActivity(work.activity())
                    .execute()
                    .getId();
        }

        String taskOf(String instanceId) {
            return tasks.createTaskQuery()
                    .processInstanceId(instanceId)
                    .singleResult()
                    .getId();
        }

        void answer(Work work, String taskId) {
            identities.setAuthentication(work.person(), List.of(Group.REPS.id()));
            try {
                if (work.offered()) {
                    tasks.claim(taskId, work.person());
                }
                forms.submitTaskForm(taskId, work.answers());
            } finally {
                identities.clearAuthentication();
            }
        }

        void requireAnswered(String taskId) {
            if (tasks.createTaskQuery().taskId(taskId).count() != 0) {
                throw new IllegalStateException("The task is still there");
            }
        }

        /** So that the last round is no longer than the first. */
        void forget() {
            new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(transaction -> {
                        runtime.createProcessInstanceQuery()
                                .rootProcessInstances()
                                .list()
                                .forEach(instance ->
                                        runtime.deleteProcessInstance(instance.getId(), "round over", true));
                        history.createHistoricProcessInstanceQuery()
                                .rootProcessInstances()
                                .list()
                                .forEach(instance -> history.deleteHistoricProcessInstance(instance.getId()));
                        List.of("mail", "matching_note", "onboarding_note")
                                .forEach(table -> tables.update("delete from " + table));
                    });
        }

        @Override
        public void close() {
            application.close();
        }
    }
}
