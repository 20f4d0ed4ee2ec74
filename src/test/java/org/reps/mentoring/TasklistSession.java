package org.reps.mentoring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** One browser window of one person: sends what Tasklist and Cockpit send. */
final class TasklistSession {

    static final String MY_TASKS = "My tasks";
    static final String TASKS_I_CAN_TAKE = "Tasks I can take";

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final URI address;
    private final Map<String, String> headers = new HashMap<>();
    private boolean sendsToken = true;

    private TasklistSession(URI address) {
        this.address = address;
    }

    /** A new window, in which nobody has logged in. */
    static TasklistSession anonymous(URI address) {
        return new TasklistSession(address);
    }

    static TasklistSession of(String userId, URI address) {
        return of(userId, "tasklist", address);
    }

    static TasklistSession of(String userId, String app, URI address) {
        var session = anonymous(address);
        session.openPage();
        assertThat(session.login(userId, "mentoring-demo", app).status())
                .as("login of " + userId)
                .isEqualTo(200);
        return session;
    }

    /** From now on like a page of somebody else, which does not know the token. */
    TasklistSession withoutToken() {
        sendsToken = false;
        return this;
    }

    /** From now on with what a browser, or a proxy between, adds to each request. */
    TasklistSession sending(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Answer login(String userId, String password, String app) {
        var form = Map.of("username", userId, "password", password).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        var answer = send(request("/camunda/api/admin/auth/user/default/login/" + app)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        // Not everybody may open every page, and only a page that opens brings the token of the new session.
        get("/camunda/app/" + app + "/default/");
        return answer;
    }

    /** Brings the cookies, also the token that has to come back with everything that changes something. */
    Answer openPage() {
        return get("/camunda/app/tasklist/default/");
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer engine(String path) {
        return get(ENGINE + path);
    }

    Answer post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(body))));
    }

    Answer engine(String path, Object body) {
        return post(ENGINE + path, body);
    }

    Answer engine(String method, String path, Object body) {
        return engine(method, path, "application/json", json(body).getBytes(StandardCharsets.UTF_8));
    }

    Answer engine(String method, String path, String contentType, byte[] body) {
        return send(method, ENGINE + path, Map.of("Content-Type", contentType), body);
    }

    /** What no browser would send. */
    Answer send(String method, String path, Map<String, String> headers, byte[] body) {
        var request = request(path).method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return send(request);
    }

    /** What Camunda Modeler sends when somebody presses "Deploy". */
    Answer deploy(String name, Map<String, String> files) {
        return send("deployment/create", name, files);
    }

    /** The same, to be told only what would be said to it. */
    Answer check(String name, Map<String, String> files) {
        return send("deployment/check", name, files);
    }

    private Answer send(String where, String name, Map<String, String> files) {
        var boundary = "a-boundary-between-parts";
        var form = new StringBuilder();
        Map.of("deployment-name", name, "deployment-source", "Camunda Modeler", "enable-duplicate-filtering", "true")
                .forEach((field, value) ->
                        form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, field, value)));
        files.forEach((file, content) ->
                form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, file, file, content)));
        form.append("--").append(boundary).append("--\r\n");
        return send(request(ENGINE + where)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(form.toString())));
    }

    Set<String> filters() {
        return new TreeSet<>(filterIds().keySet());
    }

    List<JsonNode> tasks(String filter) {
        var id = filterIds().get(filter);
        assertThat(id).as("the filter " + filter).isNotNull();
        var found = engine("filter/" + id + "/list?firstResult=0&maxResults=50", Map.of("active", true));
        assertThat(found.status()).as(found::toString).isEqualTo(200);
        return list(found.body());
    }

    /** The only task of this name in a filter, as soon as it is there. */
    JsonNode task(String filter, String name) {
        return await(name + " in " + filter)
                .atMost(Duration.ofMinutes(5))
                .until(
                        () -> tasks(filter).stream()
                                .filter(task -> task.path("name").asText().equals(name))
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    JsonNode myTask(String name) {
        return task(MY_TASKS, name);
    }

    /** Claims a task that is offered, like the link in Tasklist. */
    JsonNode take(String name, String myUserId) {
        claim(task(TASKS_I_CAN_TAKE, name), myUserId);
        return myTask(name);
    }

    void claim(JsonNode task, String myUserId) {
        var claimed = engine("task/" + task.path("id").asText() + "/claim", Map.of("userId", myUserId));
        assertThat(claimed.status()).as(claimed::toString).isEqualTo(204);
    }

    /** Opens the form of a task and presses "Complete". */
    void complete(JsonNode task, Map<String, ?> answers) {
        var form = engine("task/" + task.path("id").asText() + "/deployed-form");
        assertThat(keys(form.body())).as(form::toString).containsAll(answers.keySet());
        var completed = submit(task, answers);
        assertThat(completed.status()).as(completed::toString).isEqualTo(204);
    }

    Answer submit(JsonNode task, Map<String, ?> answers) {
        return submit(task.path("id").asText(), answers);
    }

    Answer submit(String taskId, Map<String, ?> answers) {
        return engine("task/" + taskId + "/submit-form", Map.of("variables", variables(answers)));
    }

    Answer start(String process, Map<String, ?> answers) {
        return engine("process-definition/key/" + process + "/submit-form", Map.of("variables", variables(answers)));
    }

    /** Opens the form with which a process begins and presses "Start". */
    void begin(String process, Map<String, ?> answers) {
        var form = engine("process-definition/key/" + process + "/deployed-start-form");
        assertThat(keys(form.body())).as(form::toString).containsAll(answers.keySet());
        var started = start(process, answers);
        assertThat(started.status()).as(started::toString).isEqualTo(200);
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private Map<String, String> filterIds() {
        var ids = new TreeMap<String, String>();
        var filters = engine("filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task");
        assertThat(filters.status()).as(filters::toString).isEqualTo(200);
        filters.body()
                .forEach(filter ->
                        ids.put(filter.path("name").asText(), filter.path("id").asText()));
        return ids;
    }

    private static List<String> keys(JsonNode form) {
        return form.findValuesAsText("key");
    }

    /** As Tasklist sends them: lists as JSON, everything else as it is. */
    private static Map<String, Object> variables(Map<String, ?> answers) {
        var variables = new HashMap<String, Object>();
        answers.forEach((key, answer) -> {
            var variable = new HashMap<String, Object>();
            if (answer instanceof List<?> list) {
                variable.put("type", "Json");
                variable.put("value", json(list));
            } else {
                variable.put("value", answer);
            }
            variables.put(key, variable);
        });
        return variables;
    }

    private HttpRequest.Builder request(String path) {
        // Exactly this path, also where it is a trick.
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "application/json")
                .timeout(Duration.ofMinutes(5));
        headers.forEach(request::setHeader);
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> sendsToken && cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            // Between a browser and a real programme there is a proxy with TLS.
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            return Answer.of(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * What came back.
     *
     * @param body missing unless it is JSON
     * @param text as it came
     * @param cookies the cookies that were set, with their attributes
     * @param headers all headers
     */
    record Answer(int status, JsonNode body, String text, List<String> cookies, HttpHeaders headers) {

        private static Answer of(HttpResponse<String> response) {
            return new Answer(
                    response.statusCode(),
                    tree(response.body()),
                    response.body(),
                    response.headers().allValues("Set-Cookie"),
                    response.headers());
        }

        String message() {
            return body.path("message").asText();
        }

        private static JsonNode tree(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException notJson) {
                return MissingNode.getInstance();
            }
        }
    }
}
