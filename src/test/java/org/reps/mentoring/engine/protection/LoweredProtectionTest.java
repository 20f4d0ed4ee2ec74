package org.reps.mentoring.engine.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.Today.today;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractStringAssert;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.MovedBy;
import org.reps.mentoring.engine.ToldOfLoweredProtection;
import org.reps.mentoring.engine.models.ModelDeployment;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is in force is protected as well by whatever is deployed after it. */
@ExtendWith(OutputCaptureExtension.class)
class LoweredProtectionTest extends ProgrammeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CALLER = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="caller" name="Caller" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="seenBy" value="nobody" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="Event_Begun" camunda:formRef="caller-start" camunda:formRefBinding="deployment" />
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Begun" targetRef="Activity_Call" />
                <bpmn:callActivity id="Activity_Call" calledElement="%s">
                  <bpmn:extensionElements>%s</bpmn:extensionElements>
                </bpmn:callActivity>
              </bpmn:process>
            </bpmn:definitions>""";

    private static final String CALLED = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="%s" name="Called" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="seenBy" value="nobody" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="Event_Begun" />
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Begun" targetRef="Activity_Do" />
                <bpmn:userTask id="Activity_Do" name="Do it" %s>
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="forCouncil" value="false" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
              </bpmn:process>
            </bpmn:definitions>""";

    private static final String FORM = """
            {"id": "%s", "type": "default", "components": [{"type": "textarea", "id": "f", "key": "%s",
             "label": "Secret", %s "properties": {"confidential": "true"}}]}""";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private ToldOfLoweredProtection telling;

    @Autowired
    private ModelDeployment models;

    private List<String> before = List.of();

    @BeforeEach
    void remember() {
        before = deployments();
        register("anna", Group.ANALYSTS);
        register("olga", Group.ANALYSTS);
        identities.createMembership("olga", Groups.CAMUNDA_ADMIN);
    }

    @AfterEach
    void takeBack() {
        deployments().stream()
                .filter(deployment -> !before.contains(deployment))
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void what_stays_as_it_is_can_be_deployed_again() throws IOException {
        try (var diagrams = Files.list(Path.of("bpmn"))) {
            for (var diagram : diagrams.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".bpmn"))
                    .toList()) {
                var files = filesOf(diagram.replace(".bpmn", ""));
                assertThatCode(() -> deploy(files)).as(diagram).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void what_changes_nothing_of_that_can_be_deployed() {
        var files = filesOf("raise-concern");
        replace(files, "raise-concern.bpmn", "name=\"Look into a concern\"", "name=\"Please look into it\"");
        replace(files, "raise-concern.bpmn", "camunda:dueDate=\"P14D\"", "camunda:dueDate=\"P21D\"");
        change(
                files,
                "raise-concern-start.form",
                "mayContact",
                field -> field.putObject("properties").put("transient", "true"));
        change(files, "raise-concern-start.form", "whatHappened", field -> field.put("label", "Tell us"));

        deploy(files);

        assertThat(version("raise-concern")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raise-concern         | raise-concern-start         | whatHappened  | confidential",
                "raise-concern         | raise-concern-start         | involvedPeople| confidential",
                "raise-concern         | raise-concern-look-into     | whatIDid      | confidential",
                "yearly-feedback       | yearly-feedback-give-feedback | whatHelped  | confidential",
                "yearly-feedback       | yearly-feedback-give-feedback | whatHelped  | transient",
                "yearly-feedback       | yearly-feedback-give-feedback | availability| transient",
                "mail-settings         | mail-settings-start         | timeZone      | transient"
            })
    void a_field_keeps_how_it_is_protected(String process, String form, String key, String property) {
        var files = filesOf(process);
        change(files, form + ".form", key, field -> ((ObjectNode) field.get("properties")).remove(property));

        assertRefused(files, process)
                .contains("In " + form + ".form, the field \"", "(" + key + ") is not " + property)
                .contains("Please give it the custom property \"" + property + "\" again.")
                .contains("Only the operator can let this in, with the setting mentoring.let-in = " + process + "@2:")
                .contains(":" + key + ":" + property + ":");
    }

    @Test
    void a_concern_under_another_name_is_refused() {
        var files = filesOf("raise-concern");
        change(
                files,
                "raise-concern-start.form",
                "whatHappened",
                field -> field.put("key", "story").remove("properties"));

        assertRefused(files, "raise-concern")
                .contains("(whatHappened) is no longer there")
                .contains("Please leave the field, with its key.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // a form taken off, or exchanged
                "raise-concern | ` camunda:formRef=\"raise-concern-start\" camunda:formRefBinding=\"deployment\"` | `` | \"Concern raised\" (Event_ConcernRaised) no longer has the form \"raise-concern-start\"",
                "raise-concern | camunda:formRef=\"raise-concern-start\" | camunda:formRef=\"raise-concern-read-answer\" | has the form \"raise-concern-read-answer\" instead of \"raise-concern-start\"",
                "raise-concern | Event_ConcernRaised | Event_Other | \"Concern raised\" (Event_ConcernRaised) is no longer there",
                // a step or listener that keeps an answer, or looks at it
                "raise-concern | ${concerns.checkInvolved(involvedPeople)} | ${true} | no longer calls ${concerns.checkInvolved(involvedPeople)}, which takes care of \"involvedPeople\"",
                "raise-concern | concerns.together(whatWasDone, whatIDid) | whatWasDone | \"Look into a concern\" (Activity_LookIntoConcern) no longer calls",
                "yearly-feedback | ${feedback.keep(authorId, aboutId, | ${feedback.keep(aboutId, aboutId, | no longer calls ${feedback.keep(authorId, aboutId,",
                "yearly-feedback | event=\"complete\" | event=\"delete\" | \"Look back on the year with ${partner}\" (Activity_GiveFeedback) no longer calls",
                // what is handed to a step only, kept elsewhere
                "yearly-feedback | name=\"threshold\">${rules.feedbackThreshold()} | name=\"threshold\">${whatHelped} | uses \"whatHelped\" in ${whatHelped}",
                "yearly-feedback | <bpmn:endEvent id=\"Event_FeedbackGiven\" name=\"Feedback given\"> | `<bpmn:endEvent id=\"Event_FeedbackGiven\" name=\"Feedback given\"><bpmn:extensionElements><camunda:executionListener event=\"start\" expression='${execution.setVariable(\"kept\", whatHelped)}' /></bpmn:extensionElements>` | \"Feedback given\" (Event_FeedbackGiven) uses \"whatHelped\"",
                // other readers
                "raise-concern | camunda:candidateUsers=\"${contactIds}\" | camunda:candidateUsers=\"anna\" | `shows what is told in confidence (category, involvedPeople, whatHappened, whatWasDone, whyAgain) to candidateUsers anna; in force, only candidateUsers ${contactIds} or`",
                "raise-concern | camunda:candidateUsers=\"${contactIds}\" | `camunda:candidateUsers=\"${contactIds}\" camunda:candidateGroups=\"analysts\"` | whyAgain) to candidateGroups analysts and candidateUsers ${contactIds}",
                "raise-concern | camunda:assignee=\"${reporterId}\" | camunda:assignee=\"anna\" | \"Read what was done about your concern\" (Activity_ReadAnswer) shows what is told in confidence (answerForReporter, whatHappened) to assignee anna",
                "raise-concern | <bpmn:endEvent id=\"Event_ConcernSettled\" | `<bpmn:userTask id=\"Activity_New\" name=\"Something new\" camunda:formRef=\"raise-concern-settle\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"analysts\"><bpmn:extensionElements><camunda:properties><camunda:property name=\"forCouncil\" value=\"false\" /></camunda:properties></bpmn:extensionElements></bpmn:userTask><bpmn:endEvent id=\"Event_ConcernSettled\"` | \"Something new\" (Activity_New) shows what is told in confidence (category,",
                "raise-concern | <bpmn:outgoing>Flow_LookIntoConcern_WhatHappens</bpmn:outgoing> | `<bpmn:outgoing>Flow_LookIntoConcern_WhatHappens</bpmn:outgoing><bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>user(anna)</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>` | potentialOwner user(anna)",
                // and what is behind these
                "raise-concern | ${concerns.impartialContacts(reporterId, involvedPeople, askedBeforeIds)} | anna | \"contactIds\", which has a say in who reads what is told in confidence, is made in another way: anna.",
                "raise-concern | setVariable(&#34;whyAgain&#34;, null) | setVariable(&#34;contactIds&#34;, &#34;anna&#34;) | \"contactIds\", which has a say",
                "raise-concern | setVariable(&#34;whyAgain&#34;, null) | setVariable(&#34;contact&#34;.concat(&#34;Ids&#34;), &#34;anna&#34;) | a variable whose name is only known later is made in another way",
                "raise-concern | ${execution.setVariable(&#34;whyAgain&#34;, null)} | ${execution[&#34;set&#34;.concat(&#34;Variable&#34;)](&#34;contactIds&#34;, &#34;anna&#34;)} | a variable whose name is only known later is made in another way",
                "raise-concern | camunda:resultVariable=\"askedBeforeIds\" | camunda:resultVariable=\"contactIds\" | \"contactIds\", which has a say",
                "raise-concern | <bpmn:endEvent id=\"Event_ConcernSettled\" | `<bpmn:callActivity id=\"Activity_Leak\" name=\"Leak\" calledElement=\"mine\"><bpmn:extensionElements><camunda:in variables=\"all\" /></bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id=\"Event_ConcernSettled\"` | \"Leak\" (Activity_Leak) hands what is told in confidence to the process \"mine\" (all variables).",
                "raise-concern | <bpmn:endEvent id=\"Event_ConcernSettled\" | `<bpmn:callActivity id=\"Activity_Leak\" name=\"Leak\" calledElement=\"mine\"><bpmn:extensionElements><camunda:in source=\"whatHappened\" target=\"x\" /></bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id=\"Event_ConcernSettled\"` | to the process \"mine\" (whatHappened).",
                // how long it can be looked up
                "raise-concern | camunda:historyTimeToLive=\"P1D\" | camunda:historyTimeToLive=\"P0D\" | \"Raise a concern\" (raise-concern) keeps its history for 0 days instead of 1 day.",
                "raise-concern | camunda:historyTimeToLive=\"P1D\" | camunda:historyTimeToLive=\"P365D\" | The traces of what is told in confidence would stay for longer.",
                // who is impartial
                "raise-concern | name=\"partOfIt\" value=\"reporterId\" | name=\"partOfIt\" value=\"nobody\" | \"Raise a concern\" (raise-concern) no longer says that reporterId is part of its cases.",
                "mentor-inactivity | value=\"mentorId, mentorId.mentees\" | value=\"mentorId\" | no longer says that mentorId.mentees is part of its cases.",
                "coaching-training | value=\"${council.impartial(training.partOfIt(trainingId))}\" | value=\"${council.contacts()}\" | can be given by the council to ${council.contacts()}, although it is for one person.",
                // who starts and sees what
                "rep-onboarding | candidateStarterGroups=\"reps, contacts\" | candidateStarterGroups=\"reps, mentors, contacts\" | `\"Look for a mentor\" (rep-onboarding) can be started by mentors, who cannot start it now. Please leave them out`",
                "raise-concern | name=\"seenBy\" value=\"nobody\" | name=\"seenBy\" value=\"council\" | `shows its cases to the council, which does not see them now.`",
                "mentor-change | value=\"mentor-resignation\" | `value=\"mentor-resignation, mentor-inactivity\"` | shows its cases to the council where it is called by mentor-inactivity",
                "yearly-feedback | name=\"knownTo\" value=\"reps\" | `name=\"knownTo\" value=\"reps, council, analysts\"` | shows its name and its diagram to council and analysts",
                "mentor-change | name=\"seenBy\" value=\"nobody\" | name=\"seenBy\" value=\"council\" | shows its cases to the council",
                "raise-concern | name=\"forCouncil\" value=\"true\" /><camunda:property name=\"whenOverdue\" value=\"stays\" | name=\"forCouncil\" value=\"false\" | \"Look into a concern\" (Activity_LookIntoConcern) is not for the council any more",
                "mentor-matching | ${council.impartialMembers(menteeId)} | ${council.contacts()} | (Activity_AskMentor) can be taken by ${council.contacts()} as well when it is overdue.",
                "yearly-check-in | name=\"seenBy\" value=\"mentor\" | name=\"seenBy\" value=\"mentee\" | (Activity_ConfirmAgreement) is shown to the mentee",
                "raise-concern | name=\"shownTo\" value=\"starter\" | `name=\"shownTo\" value=\"starter, pair\"` | \"Raise a concern\" (raise-concern) puts its cases on the page of others than now: pair.",
                "mentor-inactivity | name=\"knownTo\" value=\"reps\" /> | `name=\"knownTo\" value=\"reps\" /><camunda:property name=\"shownTo\" value=\"subject\" />` | (mentor-inactivity) puts its cases on the page of others than now: subject.",
                "raise-concern | `name=\"stage\" value=\"Settle\" /><camunda:property name=\"awaited\" value=\"council\"` | `name=\"stage\" value=\"Settle\" /><camunda:property name=\"awaited\" value=\"name\"` | (Activity_SettleConcern) tells others than now that it waits for somebody: name.",
                "raise-concern | value=\"stays\" | value=\"${council.contacts()}\" | whyAgain) to candidateUsers ${contactIds} and whenOverdue ${council.contacts()}; in force",
                "send-mail | camunda:historyTimeToLive=\"P7D\" | camunda:historyTimeToLive=\"1\" | keeps its history for 1 day instead of 7 days."
            })
    void a_diagram_keeps_how_it_protects(String process, String was, String now, String loss) {
        var files = filesOf(process);
        replace(files, process + ".bpmn", was, now);
        assertRefused(files, process).contains(loss).contains(" Please ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | whyAgain) to whoever is given the task",
                "` camunda:assignee=\"${contactIds}\"` | whyAgain) to assignee ${contactIds}"
            })
    void what_the_council_reads_in_confidence_is_given_to_nobody_instead(String now, String loss) {
        var files = filesOf("raise-concern");
        replace(files, "raise-concern.bpmn", " camunda:candidateUsers=\"${contactIds}\"", now);
        replace(
                files,
                "raise-concern.bpmn",
                "<camunda:property name=\"forCouncil\" value=\"true\" /><camunda:property name=\"whenOverdue\" value=\"stays\" />",
                "");

        assertRefused(files, "raise-concern")
                .contains(loss)
                .contains("\"Look into a concern\" (Activity_LookIntoConcern) is not for the council any more");
    }

    @Test
    void a_listener_that_only_seems_to_be_there_is_none() {
        var files = filesOf("yearly-feedback");
        replace(files, "yearly-feedback.bpmn", "<camunda:taskListener", "<x:none xmlns:x=\"x\"><camunda:taskListener");
        replace(files, "yearly-feedback.bpmn", "id=\"Activity_GiveFeedback_Answered\" />", "/></x:none>");

        assertRefused(files, "yearly-feedback")
                .contains(
                        "\"Look back on the year with ${partner}\" (Activity_GiveFeedback) no longer calls ${feedback.keep(");
    }

    @Test
    void whoever_calls_a_process_decides_what_is_confidential_there() {
        for (var handedOver : List.of(
                "<camunda:in variables=\"all\" />",
                "<camunda:in source=\"secret\" target=\"told\" />",
                "<camunda:in sourceExpression=\"${secret}\" target=\"told\" />")) {
            var name = handedOver.contains("all") ? "secret" : "told";
            var inForce = new HashMap<String, String>();
            inForce.put("caller.bpmn", CALLER.formatted("called", handedOver));
            inForce.put("caller-start.form", FORM.formatted("caller-start", "secret", ""));
            inForce.put("called.bpmn", CALLED.formatted("called", "camunda:candidateGroups=\"council\""));
            var deployed = deploy(inForce);

            var shown = new HashMap<String, String>();
            shown.put(
                    "called.bpmn",
                    CALLED.formatted(
                            "called",
                            "camunda:candidateUsers=\"anna\" camunda:formRef=\"called-do\""
                                    + " camunda:formRefBinding=\"deployment\""));
            shown.put("called-do.form", FORM.formatted("called-do", name, "\"readonly\": true,"));
            assertRefused(shown, "called")
                    .contains("\"Do it\" (Activity_Do) shows what is told in confidence (" + name
                            + ") to candidateUsers anna; in force, no task of this process shows it.");

            shown.put("called-do.form", FORM.formatted("called-do", name, "").replace("confidential", "noPast"));
            assertRefused(shown, "called")
                    .contains("In called-do.form, the field \"Secret\" (" + name + ") is not confidential");

            shown.put("called.bpmn", CALLED.formatted("called", "").replace("P1D", "P365D"));
            assertRefused(shown, "called").contains("The traces of what is told in confidence would stay for longer.");
            repository.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void the_history_of_a_decision_stays_as_long() {
        var files = new HashMap<String, String>();
        files.put("mentor-suggestion.dmn", read(Path.of("bpmn", "mentor-suggestion.dmn")));
        var was = files.get("mentor-suggestion.dmn");
        files.put(
                "mentor-suggestion.dmn", was.replaceFirst("historyTimeToLive=\"[^\"]+\"", "historyTimeToLive=\"P1D\""));
        assertThat(files.get("mentor-suggestion.dmn")).isNotEqualTo(was);

        assertThatThrownBy(() -> as("anna", () -> deploy(files)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("In mentor-suggestion.dmn, ")
                .hasMessageContaining(" keeps its history for 1 day instead of ")
                .hasMessageContaining("mentoring.let-in = mentor-suggestion@2:mentor-suggestion:history");
    }

    @Test
    void the_operator_lets_in_exactly_what_the_refusal_names(CapturedOutput log) {
        givenContact("clara");
        givenContact("chidi");
        var files = filesOf("raise-concern");
        change(
                files,
                "raise-concern-start.form",
                "whatHappened",
                field -> ((ObjectNode) field.get("properties")).remove("confidential"));
        var refused = String.join(" ", check(files, ""));
        var code = refused.substring(refused.indexOf("mentoring.let-in = ") + "mentoring.let-in = ".length());
        assertThat(code).matches("raise-concern@2:Event_ConcernRaised:whatHappened:confidential:[0-9a-f]{16}");

        var place = code.replaceFirst(":[0-9a-f]+$", "");
        for (var other :
                List.of("", "raise-concern", place, code.replace("@2", "@1"), code.replace("whatH", "WhatH"))) {
            assertThat(check(files, other)).as(other).isNotEmpty();
        }
        runJobs();
        assertThat(toldTo("clara")).isEmpty();

        assertThat(check(files, " other, " + code)).isEmpty();
        runJobs();

        assertThat(log).contains("The operator has let in " + code + " with the deployment \"test\": In raise-concern");
        for (var contact : List.of("clara", "chidi")) {
            assertThat(toldTo(contact))
                    .singleElement()
                    .asString()
                    .contains("In raise-concern-start.form, the field \"")
                    .contains("(whatHappened) is not confidential");
        }
    }

    @Test
    void so_much_that_it_is_too_long_for_a_mail_stands_in_the_log() {
        givenContact("clara");
        var files = filesOf("yearly-feedback");
        for (var key : List.of(
                "availability",
                "listening",
                "usefulness",
                "clarity",
                "whatHelped",
                "whatBetter",
                "functions",
                "nameVisible")) {
            change(files, "yearly-feedback-give-feedback.form", key, field -> field.remove("properties"));
        }
        for (var i = 0; i < 40; i++) {
            replace(
                    files,
                    "yearly-feedback.bpmn",
                    "<bpmn:endEvent id=\"Event_FeedbackGiven\"",
                    "<bpmn:task id=\"Activity_%d\" name=\"${whatHelped}\" /><bpmn:endEvent id=\"Event_FeedbackGiven\""
                            .formatted(i));
        }
        var refused = String.join(" ", check(files, ""));
        var codes = refused.substring(refused.indexOf("mentoring.let-in = ") + "mentoring.let-in = ".length());

        assertThat(check(files, codes)).isEmpty();
        runJobs();

        assertThat(toldTo("clara"))
                .singleElement()
                .asString()
                .contains("is not transient", "uses \"whatHelped\" in …", "more, which stand in the log.");
    }

    @Test
    void a_release_that_protects_less_does_not_start() {
        var older = filesOf("raise-concern");
        change(
                older,
                "raise-concern-start.form",
                "mayContact",
                field -> field.putObject("properties").put("transient", "true"));
        deployAsRelease(older);
        var inForce = version("raise-concern");

        assertThatThrownBy(() -> models.postProcessEngineBuild(engine))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "The programme does not start with this release, and nothing has been changed. In"
                                + " raise-concern-start.form, the field \"")
                .hasMessageContaining("(mayContact) is not transient")
                .hasMessageContaining("mentoring.let-in = raise-concern@" + (inForce + 1)
                        + ":Event_ConcernRaised:mayContact:transient:");

        assertThat(version("raise-concern")).isEqualTo(inForce);
    }

    /** As if it had been deployed when larger ones were still let in. */
    @ParameterizedTest
    @ValueSource(strings = {"deep", "large", "doctype", "utf-16"})
    void a_diagram_that_would_not_be_let_in_today_keeps_no_release_from_being_deployed(String kind) {
        var older = filesOf("raise-concern");
        replace(older, "raise-concern.bpmn", "name=\"Look into a concern\"", "name=\"Please look into it\"");
        var deployment = deployAsRelease(older);
        var inForce = version("raise-concern");
        var diagram = older.get("raise-concern.bpmn");
        var was = switch (kind) {
            case "deep" -> within(diagram, "<x:a>".repeat(16_000) + "</x:a>".repeat(16_000));
            case "large" -> within(diagram, "<x:a/>".repeat(10_000));
            case "doctype" ->
                diagram.replaceFirst("<bpmn:definitions", "<!DOCTYPE x SYSTEM \"x.dtd\"><bpmn:definitions");
            default -> diagram.replace("UTF-8", "UTF-16");
        };
        assertThat(was).isNotEqualTo(diagram);
        assertThatThrownBy(() -> deploy(Map.of("raise-concern.bpmn", was)))
                .as("today")
                .isInstanceOf(Refusal.class);
        assertThat(database.update(
                        "update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ? and NAME_ = ?",
                        was.getBytes(kind.equals("utf-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8),
                        deployment.getId(),
                        "bpmn/raise-concern.bpmn"))
                .isEqualTo(1);

        models.postProcessEngineBuild(engine);

        assertThat(version("raise-concern")).isEqualTo(inForce + 1);
    }

    private static String within(String diagram, String elements) {
        return diagram.replaceFirst(
                "</bpmn:process>",
                "<bpmn:extensionElements xmlns:x=\"x\">" + elements + "</bpmn:extensionElements></bpmn:process>");
    }

    @Test
    void what_protects_less_does_not_come_back_when_something_is_deleted() {
        var better = filesOf("raise-concern");
        change(
                better,
                "raise-concern-start.form",
                "mayContact",
                field -> field.putObject("properties").put("transient", "true"));
        var deployment = deploy(better).getId();
        var process = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
        var inForce = version("raise-concern");
        var back = "Without version " + inForce + ", version " + (inForce - 1) + " would be in force again. In"
                + " raise-concern-start.form, the field \"";

        for (Runnable deletion : List.<Runnable>of(
                () -> repository.deleteDeployment(deployment),
                () -> repository.deleteDeployment(deployment, true),
                () -> repository.deleteProcessDefinition(process),
                () -> repository.deleteProcessDefinition(process, true),
                () -> repository.deleteProcessDefinitions().byIds(process).delete())) {
            assertThatThrownBy(() -> as("olga", deletion))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith(back)
                    .hasMessageContaining("(mayContact) is not transient")
                    .hasMessageContaining(
                            "Please leave it; a newer version can take its place. Only the operator can let"
                                    + " this in, with the setting mentoring.let-in = raise-concern@" + (inForce - 1)
                                    + "-after-"
                                    + inForce + ":Event_ConcernRaised:mayContact:transient:");
        }
        assertThat(version("raise-concern")).isEqualTo(inForce);
    }

    @Test
    void what_protects_as_well_may_come_back() {
        var files = filesOf("raise-concern");
        replace(files, "raise-concern.bpmn", "name=\"Look into a concern\"", "name=\"Please look into it\"");
        var inForce = version("raise-concern");
        var deployment = deploy(files).getId();

        as("olga", () -> repository.deleteDeployment(deployment, true));

        assertThat(version("raise-concern")).isEqualTo(inForce);
    }

    @Test
    void of_the_programme_s_own_processes_the_last_version_stays_where_something_is_told_in_confidence() {
        var files = Map.of(
                "caller.bpmn", CALLER.formatted("called", ""),
                "caller-start.form", FORM.formatted("caller-start", "secret", ""));
        var another = deploy(files).getId();

        assertThatThrownBy(() -> as(
                        "olga",
                        () -> repository
                                .deleteProcessDefinitions()
                                .byKey("raise-concern")
                                .delete()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Without version ")
                .hasMessageContaining("there would be none at all");
        as("olga", () -> repository.deleteDeployment(another, true));

        assertThat(repository.createDeploymentQuery().deploymentId(another).count())
                .isZero();
    }

    @Test
    void the_shorter_history_of_a_decision_does_not_come_back_either() {
        var longer = read(Path.of("bpmn", "mentor-suggestion.dmn")).replace("P365D", "P730D");
        var deployment = deploy(Map.of("mentor-suggestion.dmn", longer)).getId();

        assertThatThrownBy(() -> as("olga", () -> repository.deleteDeployment(deployment)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("(mentor-suggestion) keeps its history for 365 days instead of 730 days.");
    }

    @Test
    void the_operator_changes_no_history_beside_the_diagrams() {
        var process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("raise-concern")
                .latestVersion()
                .singleResult();
        var decision = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("mentor-suggestion")
                .latestVersion()
                .singleResult();

        as("olga", () -> {
            assertThatThrownBy(() -> repository.updateProcessDefinitionHistoryTimeToLive(process.getId(), 365))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageStartingWith("How long a history is kept is said in the diagram");
            assertThatThrownBy(() -> repository.updateDecisionDefinitionHistoryTimeToLive(decision.getId(), 1))
                    .isInstanceOf(AuthorizationException.class);
        });
    }

    @Test
    void the_operator_lets_in_a_deletion_as_a_deployment(CapturedOutput log) {
        givenContact("clara");
        var better = filesOf("raise-concern");
        change(
                better,
                "raise-concern-start.form",
                "mayContact",
                field -> field.putObject("properties").put("transient", "true"));
        var deployment = deploy(better).getId();
        var refused = String.join(" ", checkDeletion(deployment, ""));
        var code = refused.substring(refused.indexOf("mentoring.let-in = ") + "mentoring.let-in = ".length());

        assertThat(checkDeletion(deployment, code)).isEmpty();
        runJobs();

        assertThat(log).contains("The operator has let in " + code + " with the deletion of it: Without version");
        assertThat(toldTo("clara")).singleElement().asString().contains("(mayContact) is not transient");
    }

    private List<String> checkDeletion(String deployment, String letIn) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> new ProtectionCheck(letIn, telling)
                        .faultsWithout(new Deletion(
                                "it",
                                context.getProcessDefinitionManager().findProcessDefinitionsByDeploymentId(deployment),
                                List.of())));
    }

    /** Who can take it would not be said to the engine any more, and still stand there. */
    @ParameterizedTest
    @ValueSource(strings = {"zz:candidateUsers", "candidateUsers", "bpmn:candidateUsers", "zz:formRef", "formRef"})
    void what_only_looks_like_the_engine_s_own_is_not_taken_for_it(String attribute) {
        var files = filesOf("raise-concern");
        replace(files, "raise-concern.bpmn", "<bpmn:definitions ", "<bpmn:definitions xmlns:zz=\"urn:zz\" ");
        replace(files, "raise-concern.bpmn", "camunda:" + attribute.replaceFirst(".*:", "") + "=\"", attribute + "=\"");
        var inForce = version("raise-concern");

        assertThatThrownBy(() -> as("anna", () -> deploy(files))).isInstanceOf(RuntimeException.class);

        assertThat(version("raise-concern")).isEqualTo(inForce);
    }

    @Test
    void a_release_may_call_its_own_steps_in_another_way_but_not_leave_them_out() {
        var older = filesOf("yearly-feedback");
        replace(older, "yearly-feedback.bpmn", "feedback.keep(authorId, aboutId,", "feedback.keep(aboutId, authorId,");
        deployAsRelease(older);
        var inForce = version("yearly-feedback");

        models.postProcessEngineBuild(engine);

        assertThat(version("yearly-feedback")).isEqualTo(inForce + 1);
        replace(
                older,
                "yearly-feedback.bpmn",
                "camunda:taskListener expression=\"${feedback.keep(aboutId, authorId,",
                "camunda:taskListener expression=\"${true || x.y(");
        assertThat(checkRelease(older))
                .anySatisfy(loss -> assertThat(loss).contains("no longer calls ${feedback.keep("));
    }

    /** Before there was any, the council gave such a task to anybody. */
    @Test
    void a_release_may_say_who_covers_where_nothing_was_said_before() {
        var older = filesOf("coaching-training");
        replace(
                older,
                "coaching-training.bpmn",
                "<camunda:property name=\"cover\" value=\"${council.impartial(training.partOfIt(trainingId))}\" />",
                "");
        deployAsRelease(older);
        var inForce = version("coaching-training");

        assertRefused(filesOf("coaching-training"), "coaching-training").contains("can be given by the council to");
        models.postProcessEngineBuild(engine);

        assertThat(version("coaching-training")).isEqualTo(inForce + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave-programme", "mentor-resignation"})
    void a_day_that_people_were_told_is_not_the_councils_to_move_in_the_next_version(String process) {
        var files = filesOf(process);
        replace(files, process + ".bpmn", "name=\"movedBy\" value=\"operator\"", "name=\"movedBy\" value=\"council\"");

        assertRefused(files, process)
                .contains("could be moved by the council, although people were told that it is this day.");
    }

    @Test
    void nor_is_it_in_a_next_version_that_has_another_event_for_it() {
        var files = filesOf("leave-programme");
        replace(files, "leave-programme.bpmn", "Event_LeavingDayOver", "Event_LeavingDayPast");

        assertRefused(files, "leave-programme").contains("could be moved by the council");
        assertThat(checkRelease(files)).isEmpty();
    }

    @Test
    void a_day_that_people_were_told_stays_in_their_case_when_a_release_has_another_event_for_it() {
        givenRep("rumi");
        startAs(
                "rumi",
                "leave-programme",
                Map.of("lastDay", today().plusDays(10).toString()));
        runJobs();
        var timer = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("leave-programme")
                .timers()
                .singleResult();
        var files = filesOf("leave-programme");
        replace(files, "leave-programme.bpmn", "Event_LeavingDayOver", "Event_LeavingDayPast");

        deployAsRelease(files);

        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.getCommandExecutorTxRequired().execute(new MovedBy(timer.getId())))
                .isTrue();
    }

    @Test
    void less_may_be_started_and_seen_at_any_time() {
        var files = filesOf("rep-onboarding");
        replace(
                files,
                "rep-onboarding.bpmn",
                "candidateStarterGroups=\"reps, contacts\"",
                "candidateStarterGroups=\"reps\"");
        replace(files, "rep-onboarding.bpmn", "name=\"seenBy\" value=\"council\"", "name=\"seenBy\" value=\"nobody\"");
        var inForce = version("rep-onboarding");

        as("anna", () -> deploy(files));

        assertThat(version("rep-onboarding")).isEqualTo(inForce + 1);
        assertThat(grants("rep-onboarding")).containsExactly("reps");
        takeBack();
        assertThat(grants("rep-onboarding")).containsExactlyInAnyOrder("reps", "contacts", "council", "analysts");
    }

    private List<String> grants(String process) {
        return engine
                .getAuthorizationService()
                .createAuthorizationQuery()
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(process)
                .listPage(0, 100)
                .stream()
                .map(Authorization::getGroupId)
                .toList();
    }

    @Test
    void a_new_process_of_an_analyst_is_for_nobody_unless_the_operator_lets_it_in() {
        givenContact("clara");
        var files = filesOf("yearly-check-in");
        files.put("mine.bpmn", files.remove("yearly-check-in.bpmn").replace("id=\"yearly-check-in\"", "id=\"mine\""));

        var refused = String.join(" ", check(files, ""));

        assertThat(refused)
                .contains("\"Yearly check-in\" (mine) shows its cases to the council, which does not see them now.")
                .contains("(mine) shows its name and its diagram to reps, who do not see them now.")
                .contains("(Activity_ArrangeMeeting) is shown to the mentee as something");
        var codes = refused.substring(refused.indexOf("mentoring.let-in = ") + "mentoring.let-in = ".length());
        assertThat(codes).startsWith("mine@1:mine:seenBy:");
        assertThat(check(files, codes)).isEmpty();
        runJobs();
    }

    @Test
    void a_new_process_of_an_analyst_asks_nobody_from_a_mail() {
        var files = filesOf("keep-in-touch");
        files.put("mine.bpmn", files.remove("keep-in-touch.bpmn").replace("id=\"keep-in-touch\"", "id=\"mine\""));

        assertThat(String.join(" ", check(files, "")))
                .contains("(Activity_SayWhetherInTouch) could be answered from a mail, without a login")
                .contains("mine@1:Activity_SayWhetherInTouch:mail:");
        assertThat(checkRelease(files)).isEmpty();
    }

    /** From the time before diagrams said it; a release brings what the council has talked about. */
    @Test
    void a_release_says_who_starts_sees_and_takes_what_where_nothing_was_said_before() {
        for (var process : List.of("mentor-change", "rep-onboarding", "raise-concern")) {
            var files = filesOf(process);
            var older = files.get(process + ".bpmn")
                    .replaceAll(
                            "<camunda:property name=\"(seenBy|seenWhenCalledBy|knownTo|whileAway|forCouncil|whenOverdue)\"[^>]*/>",
                            "")
                    .replaceAll("camunda:candidateStarterGroups=\"[^\"]*\" ", "");
            database.update(
                    """
                    update ACT_GE_BYTEARRAY set BYTES_ = ? where NAME_ = ? and DEPLOYMENT_ID_ =
                        (select DEPLOYMENT_ID_ from ACT_RE_PROCDEF where KEY_ = ? and VERSION_ = ?)""",
                    older.getBytes(StandardCharsets.UTF_8),
                    "bpmn/" + process + ".bpmn",
                    process,
                    version(process));
            try {
                assertThat(check(files, "")).as(process).isNotEmpty();
                assertThat(checkRelease(files)).as(process).isEmpty();
            } finally {
                database.update(
                        """
                        update ACT_GE_BYTEARRAY set BYTES_ = ? where NAME_ = ? and DEPLOYMENT_ID_ =
                            (select DEPLOYMENT_ID_ from ACT_RE_PROCDEF where KEY_ = ? and VERSION_ = ?)""",
                        files.get(process + ".bpmn").getBytes(StandardCharsets.UTF_8),
                        "bpmn/" + process + ".bpmn",
                        process,
                        version(process));
            }
        }
    }

    private Deployment deployAsRelease(Map<String, String> files) {
        var deployment = repository.createDeployment().name(ModelDeployment.NAME);
        files.forEach(
                (name, content) -> deployment.addString((name.endsWith(".bpmn") ? "bpmn/" : "forms/") + name, content));
        return deployment.deploy();
    }

    private AbstractStringAssert<?> assertRefused(Map<String, String> files, String process) {
        var inForce = version(process);
        var refusal = new Refusal[1];
        assertThatThrownBy(() -> as("anna", () -> deploy(files)))
                .isInstanceOf(Refusal.class)
                .satisfies(thrown -> refusal[0] = (Refusal) thrown);
        assertThat(version(process)).isEqualTo(inForce);
        // What does not work is said first, and what protects less only when that is mended.
        return assertThat(refusal[0].getMessage() + " " + String.join(" ", check(files, "")));
    }

    /** As when the application was started with this setting. */
    private List<String> check(Map<String, String> files, String letIn) {
        return check(files, letIn, "test");
    }

    private List<String> checkRelease(Map<String, String> files) {
        return check(files, "", ModelDeployment.NAME);
    }

    private List<String> check(Map<String, String> files, String letIn, String name) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var deployment = new DeploymentEntity();
            deployment.setId("a-deployment");
            deployment.setName(name);
            var contents = new TreeMap<String, byte[]>();
            files.forEach((file, content) -> contents.put(file, content.getBytes(StandardCharsets.UTF_8)));
            return new ProtectionCheck(letIn, telling).faultsIn(deployment, contents);
        });
    }

    private Deployment deploy(Map<String, String> files) {
        var deployment = repository.createDeployment().name("test");
        files.forEach(deployment::addString);
        return deployment.deploy();
    }

    private int version(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private List<String> toldTo(String userId) {
        return database.queryForList(
                "select text from mail where notice = 'protection-lowered' and recipient_id = ?", String.class, userId);
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().orderByDeploymentId().asc().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    /** A process of the programme with its forms; no line ends between two elements of the diagram. */
    private static Map<String, String> filesOf(String process) {
        var files = new HashMap<String, String>();
        files.put(process + ".bpmn", read(Path.of("bpmn", process + ".bpmn")).replaceAll(">\\s+<", "><"));
        Arrays.stream(Objects.requireNonNull(Path.of("forms").toFile().listFiles()))
                .filter(form -> form.getName().startsWith(process + "-"))
                .forEach(form -> files.put(form.getName(), read(form.toPath())));
        return files;
    }

    private static void replace(Map<String, String> files, String file, String was, String now) {
        var before = files.get(file);
        assertThat(before).contains(was);
        files.put(file, before.replace(was, now));
    }

    private static void change(Map<String, String> files, String file, String key, Consumer<ObjectNode> change) {
        try {
            var form = JSON.readTree(files.get(file));
            change.accept(field(form, key));
            files.put(file, JSON.writeValueAsString(form));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode field(JsonNode form, String key) {
        return form.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals(key))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
