package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.reps.mentoring.TasklistSession.MY_TASKS;
import static org.reps.mentoring.TasklistSession.TASKS_I_CAN_TAKE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.reps.mentoring.story.Driver;
import org.reps.mentoring.story.UserTask;

/** The programme as Tasklist and Cockpit reach it: with requests that they would send, and mails in a folder. */
final class ThroughHttp implements Driver {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** As the engine's REST API reads moments. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private final Function<String, TasklistSession> tasklist;
    private final Supplier<TasklistSession> cockpit;
    private final Supplier<MailFolder> mails;

    /**
     * @param tasklist where somebody is logged in
     * @param cockpit where a member of the council is logged in
     * @param mails where mails have arrived, or will
     */
    ThroughHttp(
            Function<String, TasklistSession> tasklist, Supplier<TasklistSession> cockpit, Supplier<MailFolder> mails) {
        this.tasklist = tasklist;
        this.cockpit = cockpit;
        this.mails = mails;
    }

    /** Everybody has a window of their own, for as long as the story goes. */
    static ThroughHttp to(URI address, MailFolder mails) {
        var windows = new HashMap<String, TasklistSession>();
        return new ThroughHttp(
                userId -> windows.computeIfAbsent(userId, id -> TasklistSession.of(id, address)),
                () -> TasklistSession.of("clara", "cockpit", address),
                () -> mails);
    }

    @Override
    public void start(String userId, String process, Map<String, Object> answers) {
        tasklist.apply(userId).begin(process, answers);
    }

    @Override
    public void complete(String userId, UserTask drawn, Map<String, Object> answers) {
        var session = tasklist.apply(userId);
        var task = theirs(session, drawn);
        if (task.path("assignee").isNull()) {
            session.claim(task, userId);
        }
        session.complete(task, answers);
    }

    @Override
    public void sees(String userId, UserTask drawn) {
        theirs(tasklist.apply(userId), drawn);
    }

    @Override
    public void getsMail(String userId, String subject) {
        mails.get().toComeAbout(userId, subject);
    }

    /** As Cockpit moves the date of a timer. */
    @Override
    public void timeFor(String event, String subjectId) {
        var council = cockpit.get();
        var timer = await("the timer " + event)
                .atMost(PATIENCE)
                .until(() -> timers(council, event, subjectId), found -> found.size() == 1)
                .get(0);
        var anHourAgo = TIME.format(Today.now().minus(Duration.ofHours(1)));
        var moved =
                council.engine("PUT", "job/" + timer.path("id").asText() + "/duedate", Map.of("duedate", anHourAgo));
        assertThat(moved.status()).as(moved::toString).isEqualTo(204);
    }

    private static List<JsonNode> timers(TasklistSession council, String event, String subjectId) {
        return found(council.engine("job?maxResults=50&timers=true&activityId=" + event))
                .filter(timer -> isAbout(
                        council,
                        "process-instance/" + timer.path("processInstanceId").asText(),
                        subjectId))
                .toList();
    }

    /** A case about two people has another key, and the mentee's name in it. */
    private static boolean isAbout(TasklistSession council, String instance, String subjectId) {
        return council.engine(instance).body().path("businessKey").asText().equals(subjectId)
                || council.engine(instance + "/variables/menteeId")
                        .body()
                        .path("value")
                        .asText()
                        .equals(subjectId);
    }

    private static Stream<JsonNode> found(TasklistSession.Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(200);
        return TasklistSession.list(answer.body()).stream();
    }

    /** The only task of this kind that waits for this person, or that they could take. */
    private static JsonNode theirs(TasklistSession session, UserTask drawn) {
        return await(drawn.name())
                .atMost(PATIENCE)
                .until(
                        () -> Stream.of(MY_TASKS, TASKS_I_CAN_TAKE)
                                .filter(session.filters()::contains)
                                .flatMap(filter -> session.tasks(filter).stream())
                                .filter(task ->
                                        task.path("taskDefinitionKey").asText().equals(drawn.activity())
                                                && drawn.isCalled(
                                                        task.path("name").asText()))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }
}
