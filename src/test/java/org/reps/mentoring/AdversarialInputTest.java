package org.reps.mentoring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.TasklistSession.Answer;

/** What people send instead of what they are asked for: other types, too much, or what nobody can read. */
class AdversarialInputTest extends AdversarialTest {

    private static final String JSON = "application/json";
    private static final String REST =
            "\"timeZone\": {\"value\": \"UTC\"}, \"languages\": {\"type\": \"Json\", \"value\": \"[\\\"en\\\"]\"}";
    private static final String CALL =
            "\"channel\": {\"value\": \"Chat\"}, \"contactEvery\": {\"value\": \"every week\"},"
                    + " \"firstGoals\": {\"value\": \"Some\"}";

    @ParameterizedTest
    @ValueSource(strings = {"ana-silva", "ana.silva", "ana silva", "šara", "用户", "", "a/b", "${7*7}"})
    void a_user_name_that_cannot_be_is_refused_with_the_letters_that_can(String id) {
        var letters = "please use only the letters a to z, small or capital, and the digits 0 to 9";
        assertThat(refused(() -> created("user", id)).message()).contains("User name: " + letters);
        assertThat(refused(() -> created("group", id)).message()).contains("Group ID: " + letters);
        assertThat(refused(() -> created("tenant", id)).message()).contains("Tenant ID: " + letters);
    }

    /** Camunda Admin asks for it before it lets anybody press the button, and has no words but these for a refusal. */
    @ParameterizedTest
    @ValueSource(strings = {"ana silva", "änä", "x"})
    void whether_a_password_is_good_does_not_hang_on_the_user_name(String id) {
        var profile = Map.of("id", id, "firstName", "Ana", "lastName", "Silva", "email", "");
        assertThat(as("admin")
                        .engine(
                                "identity/password-policy",
                                Map.of("password", "a long and good password", "profile", profile))
                        .body()
                        .path("valid")
                        .asBoolean())
                .isTrue();
        assertThat(as("admin")
                        .engine("identity/password-policy", Map.of("password", "short", "profile", profile))
                        .body()
                        .path("valid")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void a_user_name_that_is_somebodys_already_is_refused_however_it_is_written() {
        for (var id : List.of("maya", "Maya", "MAYA")) {
            assertThat(refused(() -> created("user", id)).message())
                    .contains("somebody has the user name \"maya\" already");
        }
        assertThat(refused(() -> created("group", "Council")).message()).contains("there is the group \"council\"");
        assertThat(refused(() -> created("user", "x".repeat(65))).message()).contains("at most 64");
    }

    /** By the operator, as in Camunda's own pages. */
    private Answer created(String kind, String id) {
        return as("admin")
                .engine(
                        kind + "/create",
                        kind.equals("user")
                                ? Map.of(
                                        "profile",
                                        Map.of("id", id, "firstName", "Ana", "lastName", "Silva", "email", ""),
                                        "credentials",
                                        Map.of("password", "a long and good password"))
                                : Map.of("id", id, "name", "Others"));
    }

    /** Whoever reads it sees what was written, in Tasklist as in the mail. */
    @ParameterizedTest(name = "53–56, 63 {0}")
    @MethodSource
    void cases_53_to_56_and_63_a_text_stays_what_it_is(String name, String text) throws Exception {
        var goals = "Goals: " + text;
        newcomer(name);
        var rep = programme.rep(name);
        var mateo = programme.mentor("mateo");
        rep.looksForAMentor("goals", goals);
        mateo.sees("Activity_OfferToMentor", name);
        var offer = task("Activity_OfferToMentor", name).getId();
        var shown = as("mateo").engine("task/" + offer + "/form-variables?deserializeValues=false");
        assertThat(read(shown(shown.body(), "mentee")).path("goals").asText()).isEqualTo(goals);
        mateo.offersToMentor(name);
        rep.acceptsTheProposedMentor();
        mateo.holdsTheOrientationCall(name, today(), "firstGoals", goals, "notesForMentee", goals);
        letEverythingDueHappen();

        var mail = jdbc.queryForMap(
                "select text, html, subject from mail where notice = 'orientation-call-held' and recipient_id = ?",
                name);
        assertThat(mail.get("text")).asString().containsIgnoringWhitespaces(goals);
        assertThat(recipients(name + "-orientation-call-held-")).containsOnly(name + "@example.org");
        assertThat(mail.get("html")).asString().doesNotContain("<script", "<img", "<svg", "<iframe", "<b>49");
        assertThat(mail.get("subject")).asString().doesNotContain("\n", "\r");
    }

    static Stream<Arguments> cases_53_to_56_and_63_a_text_stays_what_it_is() {
        return Stream.of(
                Arguments.of("nele", "${7*7} #{7*7} ${environment.getProperty('x')} ${execution.id} =7*7"),
                Arguments.of("nico", "[[${7*7}]] [(${7*7})] th:text <th:block th:text=\"${7*7}\"/> [# th:each=\"x\"]"),
                Arguments.of(
                        "nils", "<#assign x=7*7>${x} {{7*7}} {{constructor.constructor('alert(1)')()}} <%= 7*7 %>"),
                Arguments.of("nadja", "Hello\r\nBcc: everybody@example.org\r\nSubject: changed\r\n\r\nNew body"),
                Arguments.of("noah", "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>"),
                Arguments.of("nuri", "<iframe src=\"javascript:alert(1)\"></iframe>[x](javascript:alert(1)) '\"><b>49"),
                Arguments.of(
                        "nanna", "👩‍👩‍👧‍👦 🏳️‍🌈 مرحبا שלום \u202Eabc\u202C ñ n\u0303 Z̸͑a̵ ٣ 你好 \uD83D\uDE00"),
                Arguments.of("nova", "' or '1'='1'; drop table rep; -- % _ \\ \" ` ? :x"));
    }

    @ParameterizedTest(name = "59 {0}")
    @ValueSource(
            strings = {
                "java.io.File",
                "java.net.URL",
                "org.springframework.core.io.FileUrlResource",
                "org.springframework.context.support.ClassPathXmlApplicationContext",
                "com.zaxxer.hikari.HikariDataSource",
                "javax.script.ScriptEngineManager",
                "java.util.ArrayList<java.io.File>",
                "org.reps.mentoring.matching.MentorMatchingSteps",
                "no.such.Class",
                "["
            })
    void case_59_no_class_is_made_of_what_is_uploaded(String type) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"data\"\r\nContent-Type: application/json\r\n\r\n"
                + "\"http://127.0.0.1:1/\"\r\n--x\r\nContent-Disposition: form-data; name=\"type\"\r\n"
                + "Content-Type: text/plain\r\n\r\n" + type + "\r\n--x--\r\n";
        var multipart = "multipart/form-data; boundary=x";
        for (var variable : List.of("task/{task}/variables/x/data", "task/{task}/localVariables/x/data")) {
            var path = variable.replace("{task}", ruths().getId());
            refused(
                    List.of("ruth", "mateo", "carmen", "anna"),
                    session -> session.engine("POST", path, multipart, body.getBytes(UTF_8)));
        }
        var path = "process-instance/" + ruths().getProcessInstanceId() + "/variables/x/data";
        refused(List.of("ruth", "carmen"), session -> session.engine("POST", path, multipart, body.getBytes(UTF_8)));
    }

    /** Everything but what the field stands for, in the place of a right answer. */
    @ParameterizedTest(name = "60–62 {0}")
    @ValueSource(
            strings = {
                "{\"type\": \"Object\", \"value\": \"rO0ABXNyAA==\", \"valueInfo\": {\"objectTypeName\":"
                        + " \"java.util.HashMap\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}}",
                "{\"type\": \"Object\", \"value\": \"{}\", \"valueInfo\": {\"objectTypeName\": \"java.io.File\","
                        + " \"serializationDataFormat\": \"application/json\"}}",
                "{\"type\": \"Object\", \"value\": \"{}\"}",
                "{\"type\": \"Xml\", \"value\": \"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>\"}",
                "{\"type\": \"Json\", \"value\": \"\\\"yes\\\"\"}",
                "{\"type\": \"Json\", \"value\": \"{\"}",
                "{\"type\": \"File\", \"value\": \"PHNjcmlwdD4=\", \"valueInfo\": {\"filename\": \"x.html\","
                        + " \"mimetype\": \"text/html\"}}",
                "{\"type\": \"File\", \"value\": \"eWVz\"}",
                "{\"type\": \"File\", \"value\": \"eWVz\", \"valueInfo\": {}}",
                "{\"type\": \"File\", \"value\": {\"a\": 1}, \"valueInfo\": {\"filename\": \"x.txt\"}}",
                "{\"type\": \"\", \"value\": \"yes\"}",
                "{\"type\": \"Bytes\", \"value\": \"eWVz\"}",
                "{\"type\": \"Bytes\", \"value\": \"not base64!\"}",
                "{\"type\": \"Date\", \"value\": \"2026-01-01T00:00:00.000+0000\"}",
                "{\"type\": \"Date\", \"value\": \"yes\"}",
                "{\"type\": \"Integer\", \"value\": \"yes\"}",
                "{\"type\": \"Integer\", \"value\": 1}",
                "{\"type\": \"Boolean\", \"value\": \"yes\"}",
                "{\"type\": \"Boolean\", \"value\": true}",
                "{\"type\": \"Double\", \"value\": \"NaN\"}",
                "{\"type\": \"Long\", \"value\": 9223372036854775808}",
                "{\"type\": \"Null\", \"value\": \"yes\"}",
                "{\"type\": \"NoSuchType\", \"value\": \"yes\"}",
                "{\"type\": \"org.springframework.core.io.FileUrlResource\", \"value\": \"yes\"}",
                "{\"type\": 7, \"value\": \"yes\"}",
                "{\"type\": {}, \"value\": \"yes\"}",
                "{\"value\": {}}",
                "{\"value\": {\"@class\": \"java.io.File\", \"path\": \"/etc/passwd\"}}",
                "{\"value\": [\"java.io.File\", \"/etc/passwd\"]}",
                "{\"value\": [\"yes\"]}",
                "{\"value\": true}",
                "{\"value\": 1}",
                "{\"value\": -0}",
                "{\"value\": 1e400}",
                "{\"value\": NaN}",
                "{\"value\": \"yes\", \"valueInfo\": 7}",
                "{\"value\": null}",
                "{}",
                "null",
                "7",
                "[]",
                "\"yes\""
            })
    void cases_60_to_62_only_the_kind_of_answer_that_is_asked_for_is_taken(String variable) {
        refused(
                () -> submit("ruth", ruths().getId(), "{\"variables\": {\"repAnswer\": " + variable + "}}"),
                () -> start("{\"goals\": " + variable.replace("yes", " ") + ", " + REST + "}"),
                () -> submit(
                        "mateo", mateos().getId(), "{\"variables\": {" + CALL + ", \"heldOn\": " + variable + "}}"));
    }

    @ParameterizedTest(name = "62 {0}")
    @ValueSource(
            strings = {
                "\"1e1\"",
                "\"2,5\"",
                "\"٣x\"",
                "true",
                "0",
                "-0",
                "-1",
                "13",
                "1.5",
                "2147483648",
                "9223372036854775808",
                "1e400",
                "-1e400",
                "1e-400",
                "0.1e1000000000",
                "99999999999999999999999999999999999999999999999999",
                "NaN",
                "Infinity",
                "01",
                "0x1",
                "[1]",
                "{}",
                "null"
            })
    void case_62_a_number_is_a_number_within_its_limits(String number) {
        var task = contacts().getId();
        engine.getTaskService().claim(task, "clara");
        try {
            refused(() -> submit(
                    "clara",
                    task,
                    "{\"variables\": {\"contactDecision\": {\"value\": \"wait\"}, \"waitWeeks\": {\"value\": " + number
                            + "}}}"));
        } finally {
            engine.getTaskService().setAssignee(task, null);
        }
    }

    @ParameterizedTest(name = "61 {0}")
    @ValueSource(
            strings = {
                "{\"type\": \"Json\", \"value\": \"{}\"}",
                "{\"type\": \"Json\", \"value\": \"[\"}",
                "{\"type\": \"Json\", \"value\": \"\"}",
                "{\"type\": \"Json\", \"value\": \"7\"}",
                "{\"type\": \"Json\", \"value\": \"[7]\"}",
                "{\"type\": \"Json\", \"value\": \"[null]\"}",
                "{\"type\": \"Json\", \"value\": \"[[\\\"en\\\"]]\"}",
                "{\"type\": \"Json\", \"value\": \"[{\\\"value\\\": \\\"en\\\"}]\"}",
                "{\"type\": \"Json\", \"value\": [\"en\"]}",
                "{\"type\": \"Json\", \"value\": null}",
                "{\"type\": \"Object\", \"value\": \"[\\\"en\\\"]\", \"valueInfo\": {\"objectTypeName\":"
                        + " \"java.util.ArrayList<java.io.File>\", \"serializationDataFormat\": \"application/json\"}}",
                "{\"type\": \"Object\", \"value\": \"rO0ABXNyAA==\", \"valueInfo\": {\"objectTypeName\":"
                        + " \"java.util.ArrayList\", \"serializationDataFormat\":"
                        + " \"application/x-java-serialized-object\"}}",
                "{\"type\": \"Xml\", \"value\": \"<en/>\"}",
                "{\"value\": {\"en\": \"en\"}}",
                "{\"value\": \"en\"}",
                "{\"value\": true}"
            })
    void case_61_a_list_is_a_list_of_options(String variable) {
        refused(() -> start("{\"goals\": {\"value\": \"Some\"}, \"timeZone\": {\"value\": \"UTC\"}, \"languages\": "
                + variable + "}"));
    }

    @Test
    void case_61_a_list_is_not_longer_than_anybody_could_choose() {
        var many = String.join(
                ", ", IntStream.range(0, 20_000).mapToObj(i -> "\\\"en\\\"").toList());
        refused(() -> start("{\"goals\": {\"value\": \"Some\"}, \"timeZone\": {\"value\": \"UTC\"}, \"languages\":"
                + " {\"type\": \"Json\", \"value\": \"[" + many + "]\"}}"));
    }

    @ParameterizedTest(name = "63 {0}")
    @MethodSource
    void case_63_a_text_that_is_too_long_or_has_invisible_characters_is_refused(String what, String text) {
        assertThat(refused(
                                () -> as("rumi").start("rep-onboarding", wishesWith("goals", text)),
                                () -> as("rumi").start("rep-onboarding", wishesWith("noteForMentor", text)))
                        .message())
                .startsWith("Anything a mentor should know: ")
                .hasSizeLessThan(200);
    }

    static Stream<Arguments> case_63_a_text_that_is_too_long_or_has_invisible_characters_is_refused() {
        return Stream.of(
                Arguments.of("one too many", "x".repeat(2001)),
                Arguments.of("4,000", "x".repeat(4000)),
                Arguments.of("4,001", "x".repeat(4001)),
                Arguments.of("100,000", "x".repeat(100_000)),
                Arguments.of("a hundred thousand letters of four bytes", "😀".repeat(100_000)),
                Arguments.of("a letter with ten thousand marks", "a" + "\u0301".repeat(10_000)),
                Arguments.of("a family of families", "👩‍👩‍👧‍👦".repeat(1000)),
                Arguments.of("nothing", "Mine\u0000"),
                Arguments.of("backspace", "Mine\b"),
                Arguments.of("escape", "\u001b[31mMine"),
                Arguments.of("delete", "Mine\u007f"),
                Arguments.of("a C1 control", "Mine\u0085"));
    }

    @Test
    void case_63_ten_megabytes_in_one_field_are_refused() {
        refused(() -> as("rumi").start("rep-onboarding", wishesWith("goals", "x".repeat(10_000_000))));
    }

    @ParameterizedTest(name = "64 {0}")
    @MethodSource
    void case_64_what_nobody_can_read_is_refused_in_plain_words(String what, String contentType, byte[] body) {
        var start = "process-definition/key/rep-onboarding/submit-form";
        refused(
                () -> as("rumi").engine("POST", start, contentType, body),
                () -> as("ruth").engine("POST", "task/" + ruths().getId() + "/submit-form", contentType, body),
                () -> as("ruth").engine("POST", "task/" + contacts().getId() + "/claim", contentType, body));
    }

    static Stream<Arguments> case_64_what_nobody_can_read_is_refused_in_plain_words() throws IOException {
        var yes = "{\"variables\": {\"repAnswer\": {\"value\": \"yes\"}}}";
        var keys = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"k" + i + "\": {\"value\": 1}")
                .toList();
        return Stream.of(
                unreadable("nothing at all", ""),
                unreadable("not JSON", "hello"),
                unreadable("half of it", "{\"variables\": {\"repAnswer\": {\"value\": \"yes\""),
                unreadable("more than one", yes + yes.replace("yes", "no") + "]"),
                unreadable("a list", "[]"),
                unreadable("a text", "\"yes\""),
                unreadable("null", "null"),
                unreadable("variables that are a list", "{\"variables\": []}"),
                unreadable("variables that are a text", "{\"variables\": \"yes\"}"),
                unreadable("20,000 answers", "{\"variables\": {" + String.join(",", keys) + "}}"),
                unreadable(
                        "the same answer twice",
                        "{\"variables\": {\"repAnswer\": {\"value\": \"yes\"},"
                                + " \"repAnswer\": {\"value\": \"maybe\"}}}"),
                unreadable("lists in lists, a thousand deep", nested(1000)),
                unreadable("lists in lists, a hundred thousand deep", nested(100_000)),
                unreadable(
                        "objects in objects, 900 deep",
                        "{\"variables\": {\"repAnswer\": {\"value\": " + "{\"a\":".repeat(900) + "1" + "}".repeat(900)
                                + "}}}"),
                unreadable("a key of a million letters", "{\"variables\": {\"" + "k".repeat(1_000_000) + "\": {}}}"),
                unreadable(
                        "a number of a million digits",
                        "{\"variables\": {\"repAnswer\": {\"value\": " + "9".repeat(1_000_000) + "}}}"),
                unreadable(
                        "20 megabytes",
                        "{\"variables\": {\"repAnswer\": {\"value\": \"" + "x".repeat(20_000_000) + "\"}}}"),
                Arguments.of("XML", "application/xml", "<x/>".getBytes(UTF_8)),
                Arguments.of("a form", "application/x-www-form-urlencoded", "repAnswer=yes".getBytes(UTF_8)),
                Arguments.of("a type that is none", "yes", yes.getBytes(UTF_8)),
                Arguments.of("a character set that is none", JSON + "; charset=none", "{}".getBytes(UTF_8)),
                Arguments.of("another character set", JSON + "; charset=UTF-16", "{}".getBytes(UTF_16)),
                Arguments.of(
                        "not UTF-8", JSON, "{\"variables\": {\"repAnswer\": {\"value\": \"é\"}}}".getBytes(ISO_8859_1)),
                Arguments.of("compressed", JSON, gzip(new byte[50_000_000])));
    }

    @Test
    void case_64_more_files_than_any_deployment_has_are_not_read() {
        var path = "task/" + ruths().getId() + "/variables/x/data";
        assertThat(refused(() -> as("ruth")
                                .engine("POST", path, "multipart/form-data; boundary=x", new byte[20_000_000]))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void case_64_what_is_compressed_is_not_unpacked() throws IOException {
        var bomb = gzip(new byte[100_000_000]);
        refused(() -> as("rumi")
                .send(
                        "POST",
                        "/camunda/api/engine/engine/default/process-definition/key/rep-onboarding/submit-form",
                        Map.of("Content-Type", JSON, "Content-Encoding", "gzip"),
                        bomb));
    }

    @Test
    void case_64_requests_that_never_end_stop_nobody_else() throws IOException {
        var stalled = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 300; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setSoTimeout(60_000);
                socket.getOutputStream()
                        .write(
                                ("POST /camunda/api/admin/auth/user/default/login/tasklist HTTP/1.1\r\nHost: localhost\r\n"
                                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nuser")
                                        .getBytes(UTF_8));
                stalled.add(socket);
            }

            assertThat(as("ruth").engine("task/count").status()).isEqualTo(200);
            // They are given up in the end.
            for (var socket : stalled) {
                assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("HTTP/1.1 4");
            }
        } finally {
            for (var socket : stalled) {
                socket.close();
            }
        }
    }

    private Answer submit(String userId, String taskId, String json) {
        return as(userId).engine("POST", "task/" + taskId + "/submit-form", JSON, json.getBytes(UTF_8));
    }

    private Answer start(String variables) {
        return as("rumi")
                .engine(
                        "POST",
                        "process-definition/key/rep-onboarding/submit-form",
                        JSON,
                        ("{\"variables\": " + variables + "}").getBytes(UTF_8));
    }

    private static List<String> recipients(String fileName) throws IOException, MessagingException {
        try (var files = Files.newDirectoryStream(MAILS, fileName + "*.eml")) {
            var recipients = new ArrayList<String>();
            for (var file : files) {
                try (var content = Files.newInputStream(file)) {
                    var message = new MimeMessage(null, content);
                    for (var recipient : message.getAllRecipients()) {
                        recipients.add(recipient.toString());
                    }
                }
            }
            return recipients;
        }
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arguments unreadable(String what, String json) {
        return Arguments.of(what, JSON, json.getBytes(UTF_8));
    }

    private static String nested(int depth) {
        return "{\"variables\": {\"repAnswer\": {\"value\": " + "[".repeat(depth) + "]".repeat(depth) + "}}}";
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
