package org.reps.mentoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.engine.people.ChosenPasswords;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.entrylink.EntryLinks;
import org.reps.mentoring.entrylink.LinkState;
import org.reps.mentoring.erasing.ErasingSteps;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.reps.mentoring.kept.Kept;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.GoalChange;
import org.reps.mentoring.mentorship.Goals;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.operator.MoveInCommand;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.programmeupdate.ProgrammeUpdateSteps;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.resignation.MentorResignationSteps;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.training.CoachingTrainingSteps;
import org.reps.mentoring.training.TrainingForms;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application with its sample programme on a real PostgreSQL. */
class PostgresTest {

    private static final Socket PORT = ReservedPort.reserved();

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext application;
    private static List<String> settings;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setPort(PORT.getLocalPort())
                // Otherwise all runs on a machine share a folder, which belongs to whose was the first.
                .setOverrideWorkingDirectory(
                        Path.of("target", "postgres").toAbsolutePath().toFile())
                .start();
        createDatabase("keys");
        settings = List.of(
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--mentoring.confidential.keys.url=" + postgres.getJdbcUrl("postgres", "keys"),
                "--mentoring.confidential.keys.username=postgres",
                "--mentoring.confidential.keys.password=postgres",
                "--camunda.bpm.job-execution.enabled=false",
                "--mentoring.password-work=1",
                "--mentoring.clock.starts-at=" + Today.now(),
                "--mentoring.sample=true");
        application = new SpringApplicationBuilder(MentoringApplication.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new));
    }

    private static void createDatabase(String name) {
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + name);
    }

    @AfterAll
    static void stop() throws IOException {
        if (application != null) {
            application.close();
        }
        postgres.close();
        PORT.close();
    }

    @Test
    void engine_and_programme_share_one_database_and_one_transaction_manager() {
        assertThat(database()
                        .queryForList(
                                "select table_name from information_schema.tables where table_schema = 'public'",
                                String.class))
                .contains("act_ru_execution", "act_hi_procinst", "act_id_user", "mentorship", "mail");
        assertThat(application.getBeansOfType(PlatformTransactionManager.class)).hasSize(1);
    }

    @Test
    void what_opens_confidential_texts_is_in_another_database() {
        var keys = new JdbcTemplate(postgres.getDatabase("postgres", "keys"));

        // The sample has a concern.
        assertThat(database().queryForList("select distinct key_id from sealed_text", String.class))
                .isNotEmpty()
                .isSubsetOf(keys.queryForList("select id from data_key", String.class));
        assertThat(database()
                        .queryForList(
                                "select table_name from information_schema.tables where table_schema = 'public'",
                                String.class))
                .doesNotContain("data_key");
    }

    @Test
    void the_sample_programme_is_there() {
        assertThat(database()
                        .queryForList(
                                "select running_mentee from mentorship where running_mentee is not null", String.class))
                .contains("ravi", "rolf", "riku", "rosa", "remy", "rana");
        assertThat(application
                        .getBean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processDefinitionKey("rep-onboarding")
                        .list())
                .extracting("businessKey")
                .contains("rana", "rita", "ruth");
    }

    @Test
    void a_second_search_for_a_mentor_is_refused_with_the_reason() {
        assertThatThrownBy(() -> lookForMentor("rita"))
                .isInstanceOf(Refusal.class)
                .hasMessage("A mentor is being looked for already for you.");
    }

    @Test
    void when_twenty_reps_want_the_last_place_exactly_one_gets_it() throws Exception {
        var reps = application.getBean(Reps.class);
        reps.save(rep("mary"));
        application.getBean(Mentors.class).save(Mentor.registered("mary", 1, Set.of("Coaching"), Set.of("en"), "UTC"));
        var mentorships = application.getBean(Mentorships.class);
        var attempts = new ArrayList<Callable<String>>();
        for (var i = 0; i < 20; i++) {
            var rep = reps.save(rep("rep" + i));
            attempts.add(() -> mentorships.begin(rep.id(), "mary"));
        }

        var ids = atOnce(attempts);

        assertThat(ids).hasSize(20).filteredOn(id -> id != null).hasSize(1);
        assertThat(mentorships.menteesOf("mary")).hasSize(1);
    }

    @Test
    void of_four_who_would_guide_each_other_in_a_circle_at_the_same_moment_one_does_not() throws Exception {
        var people = List.of("mila", "milo", "mina0", "mira");
        for (var person : people) {
            application.getBean(Reps.class).save(rep(person));
            application
                    .getBean(Mentors.class)
                    .save(Mentor.registered(person, 5, Set.of("Coaching"), Set.of("en"), "UTC"));
        }
        var mentorships = application.getBean(Mentorships.class);
        for (var round = 0; round < 5; round++) {
            var attempts = new ArrayList<Callable<String>>();
            for (var i = 0; i < people.size(); i++) {
                var mentor = people.get(i);
                var mentee = people.get((i + 1) % people.size());
                attempts.add(() -> mentorships.begin(mentee, mentor));
            }
            var begun = atOnce(attempts);

            assertThat(begun).filteredOn(id -> id == null).hasSize(1);
            begun.stream().filter(id -> id != null).forEach(id -> mentorships.end(id, "next round"));
        }
    }

    @Test
    void of_two_user_names_that_differ_by_capital_letters_one_is_taken_at_the_same_moment() throws Exception {
        var people = application.getBean(People.class);
        Callable<String> small = () -> registered(people, "nadia");
        Callable<String> capital = () -> registered(people, "NADIA");

        assertThat(atOnce(List.of(small, capital)))
                .containsOnlyOnce("made")
                .anyMatch(answer -> answer.startsWith("User name: somebody has the user name"));
    }

    private static String registered(People people, String userId) {
        try {
            people.register(new Person(userId, "Nadia", "New", userId + "@example.org"), "mentoring-demo");
            return "made";
        } catch (Refusal taken) {
            return String.valueOf(taken.getMessage());
        }
    }

    @Test
    void who_signs_in_elsewhere_does_not_come_back_to_an_account_that_is_gone() {
        var accounts = application.getBean(IdentityService.class);
        application
                .getBean(People.class)
                .register(new Person("noor", "Noor", "Sample", "noor@example.org"), "mentoring-demo");
        database().update("insert into provider_identity (id, user_id, said) values ('one', 'noor', '')");

        accounts.deleteUser("noor");

        assertThat(database().queryForMap("select id, user_id from provider_identity"))
                .containsEntry("id", "one")
                .containsEntry("user_id", null);
    }

    @Test
    void of_eight_who_use_two_links_of_a_person_at_the_same_moment_one_chooses_the_password() throws Exception {
        var people = application.getBean(People.class);
        people.register(new Person("nela", "Nela", "New", "nela@example.org"), "mentoring-demo", Group.REPS);
        var links = application.getBean(EntryLinks.class);
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        var passwords = application.getBean(ChosenPasswords.class);
        var attempts = new ArrayList<Callable<String>>();
        for (var i = 0; i < 2; i++) {
            var link = links.make("nela", false).orElseThrow();
            links.keep(link);
            Callable<String> choose = () -> transaction.execute(status -> {
                var state = links.use(link.code()).state();
                if (state == LinkState.OPEN) {
                    passwords.choose("nela", "three old spoons");
                }
                return state.name();
            });
            Callable<String> orNot = () -> {
                try {
                    return choose.call();
                } catch (Refusal atTheSameMoment) {
                    return "refused";
                }
            };
            attempts.addAll(List.of(orNot, orNot, orNot, orNot));
        }

        assertThat(atOnce(attempts)).containsOnlyOnce("OPEN");
        assertThat(people.hasPassword("nela", "three old spoons")).isTrue();
    }

    @Test
    void people_come_change_what_is_theirs_leave_and_come_back() {
        new ComingAndGoing(application).isTold();
    }

    @Test
    void two_are_erased_at_the_same_moment_and_no_table_names_them() throws Exception {
        var erasing = application.getBean(ErasingSteps.class);
        var attempts = new ArrayList<Callable<String>>();
        for (var id : List.of("zdenka", "zbigniew")) {
            var name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
            application
                    .getBean(People.class)
                    .register(new Person(id, name, "Halimov", id + "@example.org"), "mentoring-demo", Group.REPS);
            lookForMentor(id);
            application.getBean(IdentityService.class).deleteMembership(id, Group.REPS.id());
            database().update("update known_person set left_on = ? where id = ?", today().minusDays(30), id);
            database().update("update mail set state = 'DROPPED' where text like '%' || ? || '%'", name);
            var erasingId = erasing.ask("caleb", id);
            attempts.add(() -> erasing.erase(erasingId));
        }
        assertThat(tablesWith("zdenka", "zbigniew", "halimov"))
                .contains("act_id_user", "act_hi_procinst", "known_person");

        assertThat(atOnce(attempts)).containsOnly("erased");

        assertThat(tablesWith("zdenka", "zbigniew", "halimov")).isEmpty();
        assertThat(application.getBean(KnownPeople.class).problem("Zdenka")).isPresent();
    }

    /** Where one of these words can be read, also in bytes. */
    private static Set<String> tablesWith(String... words) {
        return database()
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE'",
                        String.class)
                .stream()
                .filter(table ->
                        database().queryForList("select x::text from \"" + table + "\" x", String.class).stream()
                                .anyMatch(row -> Stream.of(words)
                                        .anyMatch(word -> row.toLowerCase().contains(word)
                                                || row.contains(HexFormat.of()
                                                        .formatHex(word.substring(1)
                                                                .getBytes(UTF_8))))))
                .collect(toSet());
    }

    @Test
    void of_two_who_change_a_goal_at_the_same_moment_one_does() throws Exception {
        var goals = application.getBean(Goals.class);
        var pair = application.getBean(Mentorships.class).ofMentee("remy").orElseThrow();
        goals.write(pair.id(), "remy", "Speak at a meetup");
        var goal = goals.of(List.of(pair.id())).get(pair.id()).get(0).id();

        var done = atOnce(Stream.of("remy", pair.mentorId())
                .<Callable<Boolean>>map(person -> () -> {
                    try {
                        goals.change(goal, person, 1, GoalChange.Kind.REACHED, null);
                        return true;
                    } catch (AnsweredAlready tooLate) {
                        return false;
                    }
                })
                .toList());

        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void reps_who_wait_for_a_mentor_are_found() {
        assertThat(application.getBean(Mentorships.class).waiting())
                .extracting(Mentorships.Waiting::repId)
                .contains("rita", "ruth")
                .doesNotContain("ravi", "rana", "remy", "maya");
    }

    @Test
    void a_programme_moves_in_from_the_command_line_beside_the_running_application() {
        var files = Path.of("docs/move-in");
        var arguments = new ArrayList<>(List.of(
                "import",
                files.resolve("people.csv").toString(),
                files.resolve("mentorships.csv").toString(),
                "--mentoring.programme.went-live-on=" + today(),
                // What this process logs afterwards is looked at by other tests.
                "--logging.level.root=WARN"));
        arguments.addAll(settings);

        assertThat(MoveInCommand.run(MentoringApplication.class, arguments.toArray(String[]::new)))
                .isZero();
        assertThat(MoveInCommand.run(MentoringApplication.class, arguments.toArray(String[]::new)))
                .isZero();

        assertThat(application.getBean(Mentorships.class).menteesOf("maja")).containsExactly("rosalie");
        assertThat(application.getBean(People.class).name("olga")).isEqualTo("Olga Marin");
        assertThat(database().queryForList("select how from reach where id = 'maja'", String.class))
                .containsExactly("+46 70 123 45 67");
        application.getBean(YearlyCheckInSteps.class).startDue();
    }

    @Test
    void a_mentor_who_resigns_in_four_windows_at_once_resigns_once() throws Exception {
        var resignation = application.getBean(MentorResignationSteps.class);
        Callable<String> resign = () -> {
            try {
                resignation.handIn("musa", today().plusDays(2).toString(), "", "");
                return "done";
            } catch (Refusal refused) {
                return refused.getMessage();
            }
        };

        assertThat(atOnce(List.of(resign, resign, resign, resign)))
                .filteredOn(answer -> !answer.equals("done"))
                .hasSize(3)
                .containsOnly("You are stepping down already. Your tasks show what comes next.");
    }

    @Test
    void news_that_is_announced_in_four_windows_at_once_is_told_once() throws Exception {
        var updates = application.getBean(ProgrammeUpdateSteps.class);
        var until = today().plusDays(7).toString();
        Callable<String> announce = () -> {
            try {
                updates.announce("caleb", "The meetup is in Lima", "Come and see us.", "", until);
                return "done";
            } catch (Refusal refused) {
                return refused.getMessage();
            }
        };

        assertThat(atOnce(List.of(announce, announce, announce, announce)))
                .filteredOn(answer -> !answer.equals("done"))
                .hasSize(3)
                .allMatch(answer -> answer.startsWith("Title: news with this title is on its way already."));
    }

    @Test
    void the_news_of_the_sample_is_on_its_way() {
        assertThat(database().queryForList("select mentor_id from passing_on where answer is null", String.class))
                .containsExactlyInAnyOrder("mateo", "mei");
        assertThat(database()
                        .queryForList("select person_id from update_recipient where way = 'BY_MENTOR'", String.class))
                .containsExactlyInAnyOrder("ravi", "rosa");
        assertThat(database()
                        .queryForList("select person_id from update_recipient where way = 'BY_MAIL'", String.class))
                .containsExactlyInAnyOrder("musa", "riku", "rita", "rumi", "ruth");
    }

    @Test
    void when_several_rounds_run_at_once_the_check_in_that_is_due_starts_once() throws Exception {
        Callable<Integer> round = application.getBean(YearlyCheckInSteps.class)::startDue;

        assertThat(atOnce(List.of(round, round, round, round))).containsExactlyInAnyOrder(1, 0, 0, 0);
        assertThat(database().queryForList("select id from check_in where outcome is null"))
                .hasSize(1);
    }

    @Test
    void silent_mentors_are_reported_once_however_many_look_for_them_at_once() throws Exception {
        var longAgo = today().minusDays(200);
        for (var i = 0; i < 250; i++) {
            application.getBean(Reps.class).save(rep("mentee" + i));
            application
                    .getBean(Mentors.class)
                    .save(Mentor.registered("silent" + i, 1, Set.of("Coaching"), Set.of("en"), "UTC"));
            database().update("""
                            insert into mentorship
                            (id, mentee_id, mentor_id, running_mentee, began_on, committed_until, version)
                            values (?, ?, ?, ?, ?, ?, 0)""", "old" + i, "mentee" + i, "silent" + i, "mentee" + i, longAgo, longAgo.plusYears(1));
        }
        var inactivity = application.getBean(MentorInactivitySteps.class);
        Callable<Integer> round = () -> {
            var all = 0;
            for (var found = inactivity.reportSilent(); found > 0; found = inactivity.reportSilent()) {
                all += found;
            }
            return all;
        };

        var reported = atOnce(List.of(round, round, round, round));

        // All these, and Mei of the sample.
        assertThat(reported.stream().mapToInt(Integer::intValue).sum()).isEqualTo(251);
        assertThat(application
                        .getBean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processDefinitionKey("mentor-inactivity")
                        .list())
                .extracting("businessKey")
                .hasSize(251)
                .doesNotHaveDuplicates()
                .contains("mei", "silent0", "silent249")
                .doesNotContain("maya", "mateo", "musa");
    }

    @Test
    void a_rep_who_starts_in_several_windows_at_once_is_trained_once() throws Exception {
        var training = application.getBean(CoachingTrainingSteps.class);
        Callable<String> start = () -> {
            try {
                return training.begin("riku", "riku", "I like to listen", List.of("en"), List.of("Coaching"));
            } catch (Refusal alreadyOpen) {
                return alreadyOpen.getMessage();
            }
        };

        var answers = atOnce(List.of(start, start, start, start));

        assertThat(answers)
                .filteredOn("You are on the way to become a mentor already. Please look at your tasks."::equals)
                .hasSize(3);
        var ids = database().queryForList("select id from training where open_rep = 'riku'", String.class);
        assertThat(ids).singleElement().isIn(answers);
        // Locked, read with everything that belongs to it, and written again.
        var id = ids.get(0);
        training.noteInterest(id);
        training.report(id, "finished", today().minusDays(1).toString(), "https://example.org", "Open questions", "");
        assertThat(application.getBean(TrainingForms.class).reported(id).narrative())
                .isEqualTo("Open questions");
    }

    @Test
    void whoever_in_the_council_is_part_of_cases_has_every_page_and_none_of_these() throws Exception {
        application
                .getBean(People.class)
                .register(new Person("mina", "Mina", "New", "mina@example.org"), "mentoring-demo", Group.COUNCIL);
        var runtime = application.getBean(RuntimeService.class);
        for (var i = 0; i < 20; i++) {
            runtime.createProcessInstanceByKey("rep-onboarding")
                    .businessKey("mina")
                    .startBeforeActivity("Activity_FindMentor")
                    .execute();
        }

        // Whatever is asked first.
        inTheCouncil("mina", () -> ReflectionTestUtils.invokeMethod(application.getBean("myMentorship"), "page"));
        Callable<Long> look = () -> inTheCouncil(
                "mina",
                () -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("mina")
                        .count());
        for (var round = 0; round < 3; round++) {
            database().update("delete from act_ru_authorization where user_id_ = 'mina' and type_ = 2");
            assertThat(atOnce(List.of(look, look, look, look))).containsOnly(0L);
        }

        assertThat(database()
                        .queryForList(
                                "select id_ from act_ru_authorization where user_id_ = 'mina' and type_ = 2",
                                String.class))
                .hasSize(20);
        assertThat(database()
                        .queryForObject(
                                "select deadlocks from pg_stat_database where datname = current_database()",
                                Integer.class))
                .isZero();
    }

    @Test
    void everybody_can_be_taken_out_of_all_tables() {
        DomainTables.assertErasable(
                application.getBean(People.class).names().keySet().stream()
                        .sorted()
                        .toList(),
                application.getBean(Kept.class),
                application.getBean(TransactionTemplate.class),
                database());
    }

    private static <T> T inTheCouncil(String userId, Callable<T> action) throws Exception {
        var identities = application.getBean(IdentityService.class);
        identities.setAuthentication(userId, List.of("council"));
        try {
            return action.call();
        } finally {
            identities.clearAuthentication();
        }
    }

    private static void lookForMentor(String repId) {
        var identities = application.getBean(IdentityService.class);
        var definition = application
                .getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey("rep-onboarding")
                .latestVersion()
                .singleResult();
        identities.setAuthentication(repId, List.of("reps"));
        try {
            application
                    .getBean(FormService.class)
                    .submitStartForm(
                            definition.getId(),
                            Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
        } finally {
            identities.clearAuthentication();
        }
    }

    private static Rep rep(String id) {
        return Rep.joined(id, today());
    }

    private static JdbcTemplate database() {
        return application.getBean(JdbcTemplate.class);
    }
}
