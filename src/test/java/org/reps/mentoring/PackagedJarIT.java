package org.reps.mentoring;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.TasklistSession.MY_TASKS;
import static org.reps.mentoring.TasklistSession.TASKS_I_CAN_TAKE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;
import org.reps.mentoring.story.BecomingAMentor;
import org.reps.mentoring.story.ChangingTheMentor;
import org.reps.mentoring.story.FindingAMentor;
import org.reps.mentoring.story.Programme;
import org.reps.mentoring.story.RaisingAConcern;

/**
 * The packaged application with its sample programme, used over HTTP like Tasklist and Cockpit use it; some of the
 * stories that process tests tell are told to it too. Each test has its own sample people. After the stories nobody is
 * who they were, and the crash, the restart and the real programme come last.
 */
@TestMethodOrder(OrderAnnotation.class)
class PackagedJarIT {

    private static final Map<String, Object> YES_I_OFFER = Map.of("mentorOffers", "yes");
    private static final Map<String, Object> YES_TO_THE_MENTOR = Map.of("repAnswer", "yes");

    @TempDir
    static Path directory;

    static RunningJar jar;

    @BeforeAll
    static void start() {
        // Otherwise a job that a crashed process had taken up waits for two minutes.
        jar = new RunningJar(directory, Map.of("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "10000"));
        jar.start();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    @Test
    void a_rep_finds_a_mentor_and_gets_to_the_end_of_the_orientation() {
        var startForm = tasklist("rumi").engine("process-definition/key/rep-onboarding/deployed-start-form");
        assertThat(startForm.body().path("id").asText()).isEqualTo("rep-onboarding-start");

        FindingAMentor.told(programme(), "rumi", "mateo");

        await().atMost(Duration.ofMinutes(5)).until(() -> cases("rumi").isEmpty());
        assertThat(mailsTo("rumi")).contains("Mateo is your mentor now");
        assertThat(mailsTo("mateo")).contains("You are the mentor of Rumi now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/process-definition",
                "/camunda/api/engine/engine/default/user",
                "/engine-rest/task",
                "/engine-rest/engine/default/task"
            })
    void somebody_who_is_not_logged_in_gets_nothing(String path) {
        assertThat(TasklistSession.anonymous(jar.address()).get(path).status()).isBetween(400, 499);
    }

    @Test
    void a_write_without_the_token_of_the_page_is_refused() {
        var forged = TasklistSession.of("rana", jar.address()).withoutToken();

        assertThat(forged.start("rep-onboarding", wishes()).status()).isEqualTo(403);
    }

    @Test
    void a_rep_sees_only_their_own_tasks() {
        var rana = tasklist("rana");
        var ritasTask = "task/" + clarasTask().path("id").asText();

        assertThat(names(rana.engine("task?maxResults=50"))).containsExactly("Take the first steps");
        assertThat(names(rana.engine("task?maxResults=50", Map.of()))).containsExactly("Take the first steps");
        assertThat(rana.engine(ritasTask).status()).isIn(403, 404);
        assertThat(rana.engine(ritasTask + "/deployed-form").status()).isEqualTo(403);
        assertThat(rana.engine(ritasTask + "/form-variables").status()).isEqualTo(403);
        assertThat(rana.engine(ritasTask + "/claim", Map.of("userId", "rana")).status())
                .isEqualTo(403);
        assertThat(rana.submit(clarasTask(), Map.of("contactDecision", "stop", "stopReason", "No"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource
    void everybody_finds_the_task_lists_they_need(String userId, Set<String> filters) {
        assertThat(tasklist(userId).filters()).isEqualTo(filters);
    }

    static Stream<Arguments> everybody_finds_the_task_lists_they_need() {
        var rep = Set.of(MY_TASKS, "Overdue");
        var mentor = Set.of(MY_TASKS, "Overdue", TASKS_I_CAN_TAKE);
        var council = Set.of(MY_TASKS, "Overdue", TASKS_I_CAN_TAKE, "Council queue");
        return Stream.of(
                Arguments.of("riku", rep),
                Arguments.of("maya", mentor),
                Arguments.of("carmen", council),
                Arguments.of("chidi", council));
    }

    @Test
    void a_participant_who_opens_Cockpit_is_told_that_it_is_not_for_them() {
        var riku = tasklist("riku");

        assertThat(riku.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(riku.login("riku", "mentoring-demo", "cockpit").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource
    void a_wrong_answer_is_explained_and_changes_nothing(Map<String, Object> answers, String message) {
        var clara = tasklist("clara");
        var task = clarasTask();
        var shown = clara.engine("task/" + task.path("id").asText() + "/form-variables");

        var answer = clara.submit(task, answers);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
        assertThat(clarasTask()).isEqualTo(task);
        assertThat(clara.engine("task/" + task.path("id").asText() + "/form-variables")
                        .body())
                .isEqualTo(shown.body());
    }

    static Stream<Arguments> a_wrong_answer_is_explained_and_changes_nothing() {
        return Stream.of(
                Arguments.of(Map.of(), "What shall we do?: please answer this."),
                Arguments.of(
                        Map.of("contactDecision", "perhaps"), "What shall we do?: please choose one of the options."),
                Arguments.of(
                        Map.of("contactDecision", true),
                        "What shall we do?: this is not an answer of the kind that is asked for."),
                Arguments.of(
                        Map.of("contactDecision", "ask", "recommendedMentorId", "nobody"),
                        "Whom shall we ask?: please choose one of the options."),
                Arguments.of(
                        Map.of("contactDecision", "wait", "waitWeeks", 13),
                        "For how many weeks?: please give 12 or less."),
                Arguments.of(
                        Map.of("contactDecision", "wait", "waitWeeks", 1.5),
                        "For how many weeks?: please give a whole number."),
                Arguments.of(
                        Map.of("contactDecision", "stop", "stopReason", "x".repeat(4001)),
                        "Why?: please write at most 4,000 characters; these are 4001."),
                Arguments.of(
                        Map.of("contactDecision", "stop", "stopReason", "No", "mentorshipId", "1"),
                        "\"mentorshipId\" is not part of this form."));
    }

    @Test
    void a_value_of_a_type_that_no_form_sends_is_refused() {
        var smuggled = Map.of("type", "Object", "value", "{}", "valueInfo", Map.of("objectTypeName", "java.util.Map"));

        var answer = tasklist("clara")
                .engine(
                        "task/" + clarasTask().path("id").asText() + "/submit-form",
                        Map.of("variables", Map.of("contactDecision", smuggled)));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_task_that_somebody_has_taken_is_not_for_the_others() {
        var chidi = tasklist("chidi");
        var task = clarasTask();

        var claimed = chidi.engine("task/" + task.path("id").asText() + "/claim", Map.of("userId", "chidi"));
        var submitted = chidi.submit(task, Map.of("contactDecision", "stop", "stopReason", "No"));

        assertThat(claimed.status()).isEqualTo(409);
        assertThat(submitted.status()).isEqualTo(400);
        assertThat(submitted.message()).isEqualTo("Somebody else has taken this task. Please refresh your task list.");
        assertThat(clarasTask()).isEqualTo(task);
    }

    @Test
    void a_date_in_the_past_is_refused_and_the_mentor_can_correct_it() {
        tasklist("musa").start("rep-onboarding", wishes());
        var mateo = tasklist("mateo");
        var offer = mateo.take("Offer to mentor Musa", "mateo");
        var notNow = new HashMap<String, Object>(Map.of("mentorOffers", "no", "noNewMenteesUntil", "2020-02-29"));

        var answer = mateo.submit(offer, notNow);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("No new mentees until: please give a date that is not in the past.");
        assertThat(mateo.myTask("Offer to mentor Musa")).isEqualTo(offer);
        notNow.put("noNewMenteesUntil", null);
        mateo.complete(offer, notNow);
    }

    @Test
    void a_rep_who_has_a_mentor_cannot_look_for_another() {
        var refused = tasklist("ravi").start("rep-onboarding", wishes());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).isEqualTo("You have a mentor already.");
        assertThat(cases("ravi")).isEmpty();
    }

    @Test
    void a_rep_who_starts_in_two_windows_at_once_starts_once() throws Exception {
        var oneWindow = tasklist("maya");
        var otherWindow = tasklist("maya");

        var answers = atOnce(List.<Callable<Answer>>of(
                () -> oneWindow.start("rep-onboarding", wishes()),
                () -> otherWindow.start("rep-onboarding", wishes())));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 400);
        assertThat(answers).extracting(Answer::message).contains("A mentor is being looked for already for you.");
        tasklist("mateo").task(TASKS_I_CAN_TAKE, "Offer to mentor Maya");
        assertThat(cases("maya")).containsExactlyInAnyOrder("rep-onboarding", "mentor-matching");
    }

    @Test
    void a_rep_who_answers_in_two_windows_at_once_answers_once() throws Exception {
        var oneWindow = tasklist("ruth");
        var otherWindow = tasklist("ruth");
        var task = oneWindow.myTask("Meet your proposed mentor");

        var answers = atOnce(List.<Callable<Answer>>of(
                () -> oneWindow.submit(task, YES_TO_THE_MENTOR), () -> otherWindow.submit(task, YES_TO_THE_MENTOR)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
        assertThat(answers)
                .extracting(Answer::message)
                .contains("This was done by somebody else, or in another window, a moment ago."
                        + " Please refresh your task list.");
        oneWindow.myTask("Take the first steps");
        assertThat(oneWindow
                        .engine("task/" + task.path("id").asText() + "/deployed-form")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Order(Integer.MAX_VALUE - 3)
    void remy_changes_the_mentor_by_agreement() {
        ChangingTheMentor.byAgreement(programme(), "remy", "mateo", "maya");
    }

    @Test
    @Order(Integer.MAX_VALUE - 3)
    void riku_becomes_a_mentor() {
        BecomingAMentor.told(programme(), "riku", "clara", "chidi");
    }

    @Test
    @Order(Integer.MAX_VALUE - 3)
    void rolf_raises_a_concern() {
        RaisingAConcern.told(programme(), "rolf", "chidi", "clara");
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void what_was_acknowledged_survives_a_crash_and_nothing_happens_twice() {
        assertThat(tasklist("mei").start("rep-onboarding", wishes()).status()).isEqualTo(200);
        var maya = tasklist("maya");
        var offer = maya.take("Offer to mentor Mei", "maya");
        var cases = cases();

        assertThat(maya.submit(offer, YES_I_OFFER).status()).isEqualTo(204);
        jar.kill();
        jar.start();

        tasklist("mei").myTask("Meet your proposed mentor");
        assertThat(cases()).isEqualTo(cases);
        assertThat(cases("call-for-mentors")).hasSizeLessThan(2);
        assertThat(jar.log()).doesNotContain("Created the sample programme");
        assertThat(mailsTo("mei")).containsOnlyOnce("Please do: Meet your proposed mentor");
        assertThat(messageIds()).doesNotHaveDuplicates();
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void a_restart_changes_nothing() {
        var filters = tasklist("clara").filters();
        var tasks = names(cockpit("clara").engine("task?maxResults=50"));
        var cases = cases();
        var mails = messageIds();

        jar.close();
        jar.start();

        assertThat(tasklist("clara").filters()).isEqualTo(filters);
        assertThat(names(cockpit("clara").engine("task?maxResults=50"))).isEqualTo(tasks);
        assertThat(cases()).isEqualTo(cases);
        assertThat(messageIds()).isEqualTo(mails);
        assertThat(jar.log()).doesNotContain("Created the sample programme");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void where_somebody_has_the_password_of_the_sample_a_real_programme_does_not_start() {
        jar.close();
        jar = new RunningJar(directory, ProductionModeIT.COMPLETE);

        assertThat(jar.exitCode()).isNotZero();

        assertThat(jar.log()).contains("still has the password of the sample programme");
    }

    // --- who there is

    private static TasklistSession tasklist(String userId) {
        return TasklistSession.of(userId, jar.address());
    }

    private static Programme programme() {
        return new Programme(ThroughHttp.to(jar.address(), new MailFolder(directory.resolve("data/mail"))));
    }

    private static TasklistSession cockpit(String userId) {
        return TasklistSession.of(userId, "cockpit", jar.address());
    }

    // --- what they answer

    private static Map<String, Object> wishes() {
        var wishes = new HashMap<String, Object>();
        wishes.put("goals", "Organise a meetup in my town");
        wishes.put("languages", List.of("es", "en"));
        wishes.put("timeZone", "America/Lima");
        wishes.put("skillsWanted", List.of("Community building"));
        wishes.put("noteForMentor", null);
        wishes.put("onBehalfOf", null);
        return wishes;
    }

    // --- what can be seen

    /** Nobody has offered to guide Rita for more than a week; Clara takes care of it. */
    private static JsonNode clarasTask() {
        var name = "Ask a mentor for Rita";
        var clara = tasklist("clara");
        return clara.tasks(MY_TASKS).stream()
                .filter(task -> task.path("name").asText().equals(name))
                .findFirst()
                .orElseGet(() -> clara.take(name, "clara"));
    }

    private static List<String> names(Answer tasks) {
        return TasklistSession.list(tasks.body()).stream()
                .map(task -> task.path("name").asText())
                .sorted()
                .toList();
    }

    /**
     * What runs: subject and process by instance; without mails, and without the round that each start begins and its.
     */
    private static Map<String, String> cases() {
        return instances(Map.of())
                .filter(instance -> !List.of("send-mail", "daily-round", "tell-person", "call-for-mentors")
                        .contains(process(instance)))
                .collect(toMap(
                        instance -> instance.path("id").asText(),
                        instance -> instance.path("businessKey").asText() + ": " + process(instance)));
    }

    private static List<String> cases(String subjectId) {
        return instances(Map.of("businessKey", subjectId))
                .map(PackagedJarIT::process)
                .toList();
    }

    private static Stream<JsonNode> instances(Map<String, Object> query) {
        var instances = cockpit("clara").engine("process-instance?maxResults=50", query);
        assertThat(instances.status()).as(instances::toString).isEqualTo(200);
        return TasklistSession.list(instances.body()).stream();
    }

    private static String process(JsonNode instance) {
        return instance.path("definitionKey").asText();
    }

    private static List<String> mailsTo(String userId) {
        return mails().stream()
                .filter(mail -> header(mail, "To").equals(userId + "@example.org"))
                .map(mail -> header(mail, "Subject"))
                .toList();
    }

    private static List<String> messageIds() {
        return mails().stream().map(mail -> header(mail, "Message-ID")).sorted().toList();
    }

    /** All mail files, as soon as no mail is on its way. */
    private static List<MimeMessage> mails() {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> instances(Map.of("processDefinitionKey", "send-mail"))
                        .findAny()
                        .isEmpty());
        var mails = new ArrayList<MimeMessage>();
        try (var files = Files.newDirectoryStream(directory.resolve("data/mail"), "*.eml")) {
            for (var file : files) {
                try (var content = Files.newInputStream(file)) {
                    mails.add(new MimeMessage(Session.getInstance(new Properties()), content));
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return mails;
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
