package org.reps.mentoring.answerlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.mailed.AnswerableTasks;
import org.reps.mentoring.engine.people.ChosenPasswords;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.entrylink.LocalPasswords;
import org.reps.mentoring.keepintouch.KeepInTouchSteps;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Mateo guides Rumi, and both are asked by mail whether they are in touch. */
class AnswerLinksTest extends ProgrammeTest {

    private static final String OLD = "b2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2xkb2w=";
    private static final String NEW = "bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmU=";
    private static final String FORM = "forms/keep-in-touch-say-whether-in-touch.form";
    private static final Pattern CODE = Pattern.compile("/answer#([\\w-]{75})\\.talked");

    private final ActingRep rumi = programme.rep("rumi");

    @Autowired
    private AnswerLinks links;

    @Autowired
    private AnswerableTasks answerable;

    @Autowired
    private ChosenPasswords passwords;

    @Autowired
    private Days days;

    @Autowired
    private KeepInTouchSteps keepInTouch;

    private Task question;
    private String code;

    @BeforeEach
    void both_are_asked() throws Exception {
        givenMentor("mateo", 5);
        identities.createMembership("mateo", Group.ANALYSTS.id());
        givenRep("rumi");
        givenContact("clara");
        var together = mentorships.begin("rumi", "mateo");
        mentorships.keepInTouch(together, "Chat", "every month");
        mentorships.haveTalked(together, today());
        theDayComes();
        question = tasks.createTaskQuery().taskAssignee("rumi").singleResult();
        code = codeIn(textTo("rumi"));
    }

    @Test
    void the_mail_has_a_button_for_each_answer_in_its_readers_words_and_says_that_it_is_theirs() throws Exception {
        assertThat(textTo("rumi"))
                .contains(
                        "We have talked:\nhttp",
                        "Not yet:\nhttp",
                        "I could use some help:\nhttp",
                        "#" + code + ".not-yet",
                        "#" + code + ".help",
                        "Please do not pass this mail on",
                        "Open the task:\nhttp")
                .doesNotContain("-answers-", "\uE000");
        assertThat(html("rumi")).contains("#" + code + ".talked\"", ">We have talked</a>");
    }

    @Test
    void nothing_that_opens_is_kept_anywhere() {
        var kept = database.queryForObject(
                "select concat(text, html) from mail where recipient_id = 'rumi'", String.class);

        assertThat(kept).contains("/answer#").doesNotContain(code);
        assertThat(tablesWith(code)).isEmpty();
    }

    @Test
    void it_is_answered_once_and_the_history_says_who_did_so_and_from_where() {
        var said = answer(code, Map.of("touchAnswer", "talked"));
        runJobs();

        assertThat(said).isTrue();
        assertThat(openTasks()).isEmpty();
        assertThat(endOf("keep-in-touch")).isEqualTo("Event_InTouch");
        assertThat(history.createHistoricTaskInstanceQuery()
                        .taskId(question.getId())
                        .singleResult()
                        .getDeleteReason())
                .isEqualTo("completed");
        assertThat(database.queryForMap(
                        "select USER_ID_, OPERATION_TYPE_, PROPERTY_, NEW_VALUE_ from ACT_HI_OP_LOG where TASK_ID_ = ?",
                        question.getId()))
                .containsEntry("USER_ID_", "rumi")
                .containsEntry("OPERATION_TYPE_", "Complete")
                .containsEntry("PROPERTY_", "answeredFrom")
                .containsEntry("NEW_VALUE_", "mail");
        assertThat(links.find(code)).isEmpty();
        assertThat(answer(code, Map.of("touchAnswer", "help", "helpFrom", "contact")))
                .isFalse();
    }

    @Test
    void what_tasklist_refuses_is_refused_here_and_the_link_stays() {
        assertThatThrownBy(() -> answer(code, Map.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> answer(code, Map.of("touchAnswer", "<b>"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> answer(code, Map.of("touchAnswer", "help"))).hasMessageContaining("Who could help?");
        assertThatThrownBy(() -> answer(code, Map.of("touchAnswer", "talked", "spokeLastId", "mateo")))
                .hasMessageContaining("is not part of this form");

        assertThat(links.find(code)).isPresent();
        assertThat(database.queryForObject("select count(*) from ACT_HI_OP_LOG", Integer.class))
                .isZero();
    }

    @Test
    void an_answer_in_tasklist_closes_the_links_of_both() throws Exception {
        var mateos = codeIn(textTo("mateo"));
        rumi.isInTouchWith("mateo");

        assertThat(links.find(code)).isEmpty();
        assertThat(links.find(mateos)).isEmpty();
    }

    @Test
    void not_one_letter_of_it_can_be_another() throws Exception {
        var mateos = codeIn(textTo("mateo"));
        for (var i = 0; i < code.length(); i++) {
            var other = code.charAt(i) == 'A' ? 'g' : 'A';
            assertThat(links.find(code.substring(0, i) + other + code.substring(i + 1)))
                    .as("letter " + i)
                    .isEmpty();
            var mixed = code.substring(0, i) + mateos.substring(i);
            assertThat(links.find(mixed).isPresent())
                    .as("Mateo's from letter " + i)
                    .isEqualTo(mixed.equals(mateos) || mixed.equals(code));
        }
        assertThat(links.find(code + "A")).isEmpty();
        assertThat(links.find("")).isEmpty();
        assertThat(links.find("over")).isEmpty();
    }

    @Test
    void it_ends_with_the_time_of_its_task() {
        Today.goTo(question.getDueDate().toInstant().minus(Duration.ofMinutes(1)));
        assertThat(links.find(code)).isPresent();
        Today.goTo(question.getDueDate().toInstant().plusSeconds(1));
        assertThat(links.find(code)).isEmpty();
    }

    @Test
    void more_time_for_the_task_is_no_more_time_for_the_link_and_less_is_less() {
        var due = question.getDueDate().toInstant();
        question.setDueDate(Date.from(due.plus(Duration.ofDays(7))));
        tasks.saveTask(question);
        Today.goTo(due.plusSeconds(1));
        assertThat(links.find(code)).isEmpty();
    }

    @Test
    void when_the_task_changes_hands_it_is_over_also_when_it_comes_back() {
        later(Period.ofDays(1));
        tasks.setAssignee(question.getId(), "clara");
        assertThat(links.find(code)).isEmpty();
        assertThat(links.make(question.getId(), "rumi")).isEmpty();

        tasks.setAssignee(question.getId(), "rumi");
        assertThat(links.find(code)).isEmpty();
        assertThat(links.make(question.getId(), "rumi")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "address", "left a group", "joined a group", "away", "operator", "deleted"})
    void it_is_over_as_soon_as_the_person_is_not_who_they_were(String what) throws Exception {
        var mateos = codeIn(textTo("mateo"));
        var user = identities.createUserQuery().userId("mateo").singleResult();
        assertThat(links.find(mateos)).isPresent();
        switch (what) {
            case "password" -> {
                user.setPassword("three old spoons");
                identities.saveUser(user);
            }
            case "address" -> {
                user.setEmail("mateo2@example.org");
                identities.saveUser(user);
            }
            case "left a group" -> identities.deleteMembership("mateo", Group.ANALYSTS.id());
            case "joined a group" -> identities.createMembership("mateo", Group.COUNCIL.id());
            case "away" ->
                database.update(
                        "update mentor set away_from = ?, away_until = ? where id = 'mateo'",
                        today(),
                        today().plusDays(7));
            case "operator" -> identities.createMembership("mateo", "camunda-admin");
            // The house refuses it as long as he guides somebody.
            default -> {
                database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'mateo'");
                database.update("delete from ACT_ID_USER where ID_ = 'mateo'");
            }
        }

        assertThat(links.find(mateos)).isEmpty();
        assertThat(answer(mateos, Map.of("touchAnswer", "talked"))).isFalse();
        assertThat(links.find(code)).isPresent();
    }

    /** As if it had been deployed when this was not looked at yet. */
    @Test
    void a_form_that_asks_in_confidence_opens_from_no_link_and_no_mail_has_one() throws Exception {
        var form = formOf(question);
        var asking = (ObjectNode) new ObjectMapper().readTree(form);
        asking.withArray("components")
                .addObject()
                .put("id", "Field_between_us")
                .put("type", "textarea")
                .put("key", "betweenUs")
                .put("label", "Between us")
                .putObject("properties")
                .put("confidential", "true");
        try {
            deployed(question, asking.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(links.find(code)).isEmpty();
            assertThat(links.make(question.getId(), "rumi")).isEmpty();
            assertThat(answer(code, Map.of("touchAnswer", "talked"))).isFalse();

            rumi.isNotYetInTouchWith("mateo");
            programme.mentor("mateo").isNotYetInTouchWith("rumi");
            theDayComes();
            assertThat(part(wholeMailsTo("rumi").get(1), "text/plain"))
                    .contains("/#/?task=")
                    .doesNotContain("/answer");
        } finally {
            deployed(question, form);
        }
        assertThat(answerable.find(tasks.createTaskQuery()
                        .taskAssignee("rumi")
                        .singleResult()
                        .getId()))
                .isPresent();
    }

    @Test
    void a_key_holds_as_long_as_it_stands_among_the_keys() {
        var before = with(List.of(OLD));
        var old = before.make(question.getId(), "rumi").orElseThrow();

        assertThat(with(List.of(NEW, OLD)).find(old)).isPresent();
        assertThat(with(List.of(NEW, OLD)).make(question.getId(), "rumi"))
                .isNotEqualTo(before.make(question.getId(), "rumi"));
        assertThat(with(List.of(NEW)).find(old)).isEmpty();
        assertThat(with(List.of()).find(old)).isEmpty();
        // Two that were made at a start are not the same.
        assertThat(with(List.of()).make(question.getId(), "rumi"))
                .isNotEqualTo(with(List.of()).make(question.getId(), "rumi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "c2hvcnQ=", "not base64 at all, but long enough to be one"})
    void a_wrong_key_is_refused_without_being_said(String key) {
        assertThatThrownBy(() -> new AnswerLinkKeys(List.of(NEW, key)).secrets())
                .hasMessageStartingWith("Please set MENTORING_ANSWER_LINK_KEYS")
                .hasMessageNotContaining(key)
                .hasNoCause();
        assertThat(new AnswerLinkKeys(List.of(NEW))).asString().doesNotContain(NEW);
    }

    @Test
    void where_people_log_in_elsewhere_only_that_place_knows_who_they_are_and_there_are_none() {
        var elsewhere = new AnswerLinks(
                new AnswerLinkKeys(List.of(NEW)),
                answerable,
                passwords,
                new LocalPasswords("https://login.example.org/realms/reps"),
                mentors,
                days,
                Clock.fixed(now(), ZoneOffset.UTC));
        assertThat(elsewhere.make(question.getId(), "rumi")).isEmpty();
    }

    @Test
    void what_is_offered_to_several_or_not_there_is_not_answered_from_a_mail() {
        tasks.setAssignee(question.getId(), null);
        tasks.addCandidateUser(question.getId(), "rumi");
        assertThat(answerable.find(question.getId())).isEmpty();
        tasks.setAssignee(question.getId(), "rumi");
        assertThat(answerable.find(question.getId())).isEmpty();
        assertThat(answerable.find("00000000-0000-0000-0000-000000000000")).isEmpty();
    }

    // --- how it is done

    private void theDayComes() {
        on(database.queryForObject("select next_on from keep_in_touch", LocalDate.class));
        keepInTouch.askDue();
        runJobs();
    }

    private byte[] formOf(Task task) {
        return database.queryForObject(
                "select BYTES_ from ACT_GE_BYTEARRAY where NAME_ = ? and DEPLOYMENT_ID_ = ?",
                byte[].class,
                FORM,
                deploymentOf(task));
    }

    private void deployed(Task task, byte[] form) {
        assertThat(database.update(
                        "update ACT_GE_BYTEARRAY set BYTES_ = ? where NAME_ = ? and DEPLOYMENT_ID_ = ?",
                        form,
                        FORM,
                        deploymentOf(task)))
                .isEqualTo(1);
    }

    private String deploymentOf(Task task) {
        return repository.getProcessDefinition(task.getProcessDefinitionId()).getDeploymentId();
    }

    private boolean answer(String code, Map<String, String> answers) {
        return links.taskOf(code)
                .flatMap(task ->
                        answerable.answer(task, answers, now -> links.find(code).isPresent(), "en"))
                .isPresent();
    }

    private AnswerLinks with(List<String> keys) {
        return new AnswerLinks(
                new AnswerLinkKeys(keys),
                answerable,
                passwords,
                new LocalPasswords(""),
                mentors,
                days,
                Clock.fixed(now(), ZoneOffset.UTC));
    }

    private static String codeIn(String text) {
        var found = CODE.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private String textTo(String userId) throws Exception {
        return part(wholeMailsTo(userId).get(0), "text/plain");
    }

    private String html(String userId) throws Exception {
        return part(wholeMailsTo(userId).get(0), "text/html");
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        return part.isMimeType(type) ? part.getContent().toString().replace("\r\n", "\n") : "";
    }
}
