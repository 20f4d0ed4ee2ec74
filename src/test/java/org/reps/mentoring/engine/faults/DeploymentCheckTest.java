package org.reps.mentoring.engine.faults;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

class DeploymentCheckTest extends ProgrammeTest {

    private static final String FORM = """
            {"id": "tell-us", "type": "default", "components": [%s]}""";

    private static final String DIAGRAM = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <bpmn:process id="tell" name="Tell us" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="seenBy" value="nobody" />
                  <camunda:property name="whileAway" value="wait" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="Event_Begun" />
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Begun" targetRef="Activity_Tell" />
                %s
                <bpmn:sequenceFlow id="Flow_2" sourceRef="Activity_Tell" targetRef="Event_Over" />
                <bpmn:endEvent id="Event_Over" />
              </bpmn:process>
            </bpmn:definitions>""";

    private static final String DECISION = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="test">
              <decision id="points" name="Points" %s>
                <decisionTable id="table"><output id="output" name="points" typeRef="integer" />
                  <rule id="rule"><outputEntry id="entry" %s><text>1</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    @Autowired
    private DeploymentCheck check;

    @Test
    void the_application_s_own_files_have_no_faults() throws IOException {
        var files = new HashMap<String, byte[]>();
        for (var folder : List.of("bpmn", "forms")) {
            try (var paths = Files.list(Path.of(folder))) {
                // Beside them are their translations.
                for (var path :
                        paths.filter(path -> !path.toString().endsWith(".json")).toList()) {
                    files.put(path.getFileName().toString(), Files.readAllBytes(path));
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(15);

        assertThat(check.faultsIn(files)).isEmpty();
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        var before = repository.createDeploymentQuery().count();

        assertThatThrownBy(() -> deployment("t", Map.of("tell.bpmn", diagram("<bpmn:scriptTask id='Activity_Tell' />")))
                        .deploy())
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("In tell.bpmn, \"Activity_Tell\" holds a script");

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("tell")
                        .count())
                .isZero();
    }

    @Test
    void what_is_right_is_deployed_and_read_again_later() {
        var files = Map.of(
                "tell.bpmn",
                diagram("<bpmn:userTask id='Activity_Tell' camunda:formRef='tell-us' "
                        + "camunda:formRefBinding='deployment' />"),
                "tell-us.form",
                form("{'type': 'textfield', 'id': 'f', 'key': 'story', 'label': 'Your story',"
                        + " 'properties': {'transient': 'true'}}"));

        var deployed = deployment("t", files).deploy();

        assertThat(repository.getDeploymentResourceNames(deployed.getId()))
                .containsExactlyInAnyOrderElementsOf(files.keySet());
        repository.deleteDeployment(deployed.getId(), true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "menteeId; mentorId | in a way that is not understood here: menteeId; mentorId. Please write",
                "${menteeId}        | in a way that is not understood here",
                "''                 | in a way that is not understood here"
            })
    void who_is_part_of_a_case_is_said_so_that_it_can_be_read(String said, String problem) {
        var content = DIAGRAM.formatted("<bpmn:task id='Activity_Tell' />")
                .replace(
                        "<bpmn:startEvent",
                        "<bpmn:extensionElements><camunda:properties><camunda:property name='partOfIt' value='" + said
                                + "'/></camunda:properties></bpmn:extensionElements><bpmn:startEvent")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(check.faultsIn(Map.of("tell.bpmn", content)))
                .singleElement()
                .asString()
                .startsWith("In tell.bpmn, \"Tell us\" says who is part of the case")
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'textarea', 'id': 'f', 'key': 'story', 'label': 'Your story', 'properties': {'confidential': 'true'}}"
                        + " | \"Your story\" is confidential, and what is answered from a mail must not be",
                "{'type': 'table', 'id': 'f', 'label': 'Rows', 'dataSource': '=rows', 'properties': {'confidential': 'rows'}}"
                        + " | \"Rows\" is confidential, and what is answered from a mail must not be",
                "{'type': 'select', 'id': 'f', 'key': 'who', 'label': 'Who?', 'valuesKey': 'mentors'}"
                        + " | \"Who?\" has options, or an answer, that do not stand in the form",
                "{'type': 'textfield', 'id': 'f', 'key': 'who', 'label': 'Who?', 'properties': {'person': 'anybody'}}"
                        + " | \"Who?\" has the custom property person, which the page that opens from a mail does not know",
                "{'type': 'checklist', 'id': 'f', 'key': 'all', 'label': 'All', 'values': [{'label': 'A', 'value': 'a'}]}"
                        + " | \"All\" is a checklist, which the page that opens from a mail does not draw",
                "{'type': 'text', 'id': 'f', 'text': 'Look [here](https://example.org)'}"
                        + " | \"f\" has more in its text than the page that opens from a mail can show",
                "{'type': 'text', 'id': 'f', 'text': 'Go on'}"
                        + " | asks for 0 answers, and can be answered from a mail",
                "{'type': 'textfield', 'id': 'f', 'key': 'a', 'label': 'A', 'properties': {'fromMail': 'true'}}"
                        + " | \"A\" has the custom property fromMail, which only the first text of a form can have"
            })
    void what_is_answered_from_a_mail_is_short_and_not_confidential(String component, String problem) {
        var first = "{'type': 'text', 'id': 't', 'text': 'Tell us', 'properties': {'fromMail': 'true'}}, ";

        assertThat(check.faultsIn(Map.of("tell-us.form", bytes(form(first + component)))))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("In tell-us.form, ").contains(problem));
        // Where nobody answers from a mail, most of it is as good as ever.
        assertThat(check.faultsIn(Map.of("tell-us.form", bytes(form(component.replace("fromMail", "transient"))))))
                .noneMatch(fault -> fault.contains("from a mail"));
    }

    @Test
    void a_short_form_can_be_answered_from_a_mail() {
        var parts =
                "{'type': 'text', 'id': 't', 'text': '### Hello\\n**You** and {{pair.other}}{{#if pair.since}}\\n* {{pair.since}}{{/if}}',"
                        + " 'properties': {'fromMail': 'true'}},"
                        + " {'type': 'radio', 'id': 'f', 'key': 'said', 'label': 'Is it so?', 'values': [{'label': 'Yes', 'value': 'yes'}]}";

        assertThat(check.faultsIn(Map.of("tell-us.form", bytes(form(parts))))).isEmpty();
    }

    @Test
    void every_fault_is_told_at_once() {
        var files = Map.of(
                "tell.bpmn",
                diagram("<bpmn:userTask id='Activity_Tell' name='Tell your story' camunda:formRef='tell-me' "
                        + "camunda:formRefBinding='deployment' />"),
                "tell-us.form",
                form("{'type': 'textfield', 'id': 'f', 'key': 'rules', 'label': 'Your story'}"));

        assertThatThrownBy(() -> deployment("t", files).deploy())
                .hasMessage(
                        "In tell-us.form, \"Your story\" has the key \"rules\", which is the name of something else in"
                                + " expressions. Please choose another. In tell.bpmn, \"Tell your story\" has the form \"tell-me\","
                                + " which is not among the files. Please add tell-me.form in the deploy dialog, under \"Include"
                                + " additional files\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**Why:** {{reason}}",
                "{{#if reason}}[a link](https://example.org) and {{reason}}{{/if}}",
                "{{if a = null then 0 else a.b}} < 3, <br>{{reason}} ({{reason}})",
                "{{#loop reasons}}* {{this}}\\n{{/loop}}",
                "`code` without a value"
            })
    void what_people_typed_may_stand_in_a_text(String text) {
        var form = form("{'type': 'text', 'text': '" + text + "'}").getBytes(StandardCharsets.UTF_8);

        assertThat(check.faultsIn(Map.of("tell-us.form", form))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run.sh",
                "code.jar",
                "Code.class",
                "script.groovy",
                "page.html",
                "old.cmmn",
                "nothing",
                "x.BPMN",
                "picture.svg",
                "picture.png"
            })
    void other_files_are_refused(String name) {
        assertThat(check.faultsIn(Map.of(name, new byte[] {1})))
                .singleElement()
                .asString()
                .startsWith(name + " cannot be deployed.");
    }

    @Test
    void the_application_s_own_name_and_tenants_are_not_for_people() {
        register("anna", Group.ANALYSTS);
        var files = Map.of("tell.bpmn", diagram("<bpmn:task id='Activity_Tell' />"));

        as(
                "anna",
                () -> assertThatThrownBy(() -> deployment("reps-mentoring", files)
                                .tenantId("others")
                                .deploy())
                        .isInstanceOf(Refusal.class)
                        .hasMessage("The name reps-mentoring is kept for what comes with the application. Please give"
                                + " this deployment another name. There are no tenants here. Please leave the tenant id"
                                + " empty."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<bpmn:scriptTask id='Activity_Tell' scriptFormat='groovy'/>                              | holds a script",
                "<bpmn:task id='Activity_Tell'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='groovy'>x</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:task> | holds a script",
                "<bpmn:task id='Activity_Tell'/><bpmn:sequenceFlow id='Flow_3' sourceRef='a' targetRef='b'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='groovy'>true</bpmn:conditionExpression></bpmn:sequenceFlow> | holds a script",
                "<bpmn:serviceTask id='Activity_Tell' camunda:class='java.lang.Object'/>                  | names a Java class or a delegate (java.lang.Object)",
                "<bpmn:serviceTask id='Activity_Tell' activiti:class='java.lang.Object'/>                 | names a Java class or a delegate (java.lang.Object)",
                "<bpmn:serviceTask id='Activity_Tell' camunda:delegateExpression='${mentors}'/>           | names a Java class or a delegate (${mentors})",
                "<bpmn:task id='Activity_Tell'><bpmn:extensionElements><camunda:executionListener event='start' class='a.B'/></bpmn:extensionElements></bpmn:task> | names a Java class or a delegate (a.B)",
                "<bpmn:userTask id='Activity_Tell' camunda:formHandlerClass='a.B'/>                       | names a Java class or a delegate (a.B)",
                "<bpmn:callActivity id='Activity_Tell' calledElement='x' camunda:variableMappingClass='a.B'/> | names a Java class or a delegate (a.B)",
                "<bpmn:serviceTask id='Activity_Tell' camunda:expression='${1}' activiti:expression='${2}'/> | has \"expression\" twice",
                "<bpmn:serviceTask id='Activity_Tell' camunda:type='Shell'/>                              | is of the type Shell",
                "<bpmn:serviceTask id='Activity_Tell' camunda:type='mail'/>                               | is of the type mail",
                "<bpmn:userTask id='Activity_Tell' camunda:formKey='embedded:deployment:x.html'/>         | has an embedded, external or generated form",
                "<bpmn:userTask id='Activity_Tell'><bpmn:extensionElements><camunda:formData/></bpmn:extensionElements></bpmn:userTask> | has an embedded, external or generated form",
                "<bpmn:userTask id='Activity_Tell' camunda:formRef='x' camunda:formRefBinding='latest'/>  | may get another form while it is running",
                "<bpmn:userTask id='Activity_Tell' camunda:formRef='x' camunda:formRefBinding='deployment'/> | has the form \"x\", which is not among the files",
                "<bpmn:userTask id='Activity_Tell' camunda:formRef='${x}' camunda:formRefBinding='deployment'/> | has the form \"${x}\", which is not among the files",
                "<bpmn:serviceTask id='Activity_Tell' camunda:expression='${1}' camunda:resultVariable='rules'/> | makes a variable \"rules\"",
                "<bpmn:task id='Activity_Tell'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='task'/></camunda:inputOutput></bpmn:extensionElements></bpmn:task> | makes a variable \"task\"",
                "<bpmn:task id='Activity_Tell'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='mentorships'/></camunda:inputOutput></bpmn:extensionElements></bpmn:task> | makes a variable \"mentorships\"",
                "<bpmn:callActivity id='Activity_Tell' calledElement='x'><bpmn:extensionElements><camunda:out source='a' target='matching'/></bpmn:extensionElements></bpmn:callActivity> | makes a variable \"matching\"",
                "<bpmn:userTask id='Activity_Tell' camunda:candidateUsers='anna'><bpmn:extensionElements><camunda:properties><camunda:property name='forCouncil' value='false'/><camunda:property name='cover' value='${council.contacts()}'/></camunda:properties></bpmn:extensionElements></bpmn:userTask> | says who may cover, and is no task of one person",
                "<bpmn:userTask id='Activity_Tell' camunda:assignee='anna'><bpmn:extensionElements><camunda:properties><camunda:property name='cover' value='clara'/></camunda:properties></bpmn:extensionElements></bpmn:userTask> | says who may cover in a way that is not understood here: clara.",
                "<bpmn:task id='Activity_Tell'><bpmn:multiInstanceLoopCharacteristics camunda:collection='${x}' camunda:elementVariable='loopCounter'/></bpmn:task> | makes a variable \"loopCounter\"",
            })
    void a_diagram_that_would_not_be_safe_is_refused(String element, String problem) {
        var content = diagram(element.strip()).getBytes(StandardCharsets.UTF_8);

        assertThat(check.faultsIn(Map.of("tell.bpmn", content)))
                .singleElement()
                .asString()
                .startsWith("In tell.bpmn, \"")
                .contains("\" " + problem)
                .contains(" Please ")
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "assignee='anna'       | partOfIt=menteeId                     | says partOfIt, which is said of a process. Please say it there.",
                "assignee='anna'       | knownTo=reps                          | says knownTo, which is said of a process.",
                "assignee='anna'       | forCouncl=true                        | has the extension property forCouncl, which nothing here reads. Please use one of awaited, cover, forCouncil, howToReach, seenBy, stage, whenOverdue.",
                "candidateUsers='anna' |                                       | is offered to several people and does not say whether it is for the council. Please write it as the extension property forCouncil",
                "candidateGroups='council' |                                   | is offered to several people and does not say whether it is for the council",
                "candidateUsers='anna' | forCouncil=yes                        | says whether it is for the council in a way that is not understood here: yes. Please write true or false.",
                "candidateUsers='anna' | forCouncil=false forCouncil=true whenOverdue=stays | says forCouncil more than once. Please say it once.",
                "assignee='anna'       | forCouncil=true whenOverdue=stays     | is for the council, and is offered to nobody.",
                "candidateUsers='anna' | forCouncil=true                       | is for the council and does not say who can take it as well when it is overdue. Please write it as the extension property whenOverdue",
                "candidateUsers='anna' | forCouncil=false whenOverdue=stays    | says who can take it when it is overdue, and is not for the council.",
                "candidateUsers='anna' | forCouncil=true whenOverdue=carmen    | says who can take it when it is overdue in a way that is not understood here: carmen.",
                "candidateUsers='anna' | forCouncil=false seenBy=mentor        | is seen by somebody else, and is no task of one person.",
                "assignee='anna'       | shownTo=subject                       | says shownTo, which is said of a process. Please say it there.",
                "assignee='anna'       | stage=Meet                            | has the stage \"Meet\", which is none of its process. Please write it under \"stages\" there too.",
                "assignee='anna'       | awaited=anna                          | says who is awaited in a way that is not understood here: anna. Please write name, where it is for one person, mentor or council.",
                "candidateUsers='anna' | forCouncil=false awaited=name         | says who is awaited in a way that is not understood here: name.",
                "assignee='anna'       | howToReach=mentor                     | says how somebody can be reached in a way that is not understood here: mentor. Please write an expression, like ${reachForms.of(menteeId)}.",
                "assignee='anna'       | seenBy=everybody                      | says which of the two people of a mentorship sees that it waits in a way that is not understood here: everybody. Please write mentor or mentee.",
            })
    void what_a_task_says_of_rights_is_understood_and_complete(String forWhom, String said, String problem) {
        var task = "<bpmn:userTask id='Activity_Tell' camunda:" + forWhom.strip() + ">"
                + "<bpmn:extensionElements><camunda:properties>" + properties(said)
                + "</camunda:properties></bpmn:extensionElements></bpmn:userTask>";

        assertThat(check.faultsIn(Map.of("tell.bpmn", bytes(diagram(task)))))
                .singleElement()
                .asString()
                .startsWith("In tell.bpmn, \"Activity_Tell\" " + problem)
                .contains(" Please ")
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "                                           | whileAway=wait                   | does not say who sees its cases. Please write it as the extension property seenBy",
                "                                           | whileAway=wait seenBy=everybody  | says who sees its cases in a way that is not understood here: everybody. Please write council or nobody.",
                "                                           | whileAway=wait seenBy=council    | is seen by the council and does not say who is part of its cases.",
                "                                           | seenBy=nobody                    | does not say what becomes of the tasks of a mentor who is away.",
                "                                           | seenBy=nobody whileAway=sleep    | says what becomes of the tasks of a mentor who is away in a way that is not understood here: sleep. Please write wait or goOn.",
                "                                           | seenBy=nobody whileAway=wait knownTo=reps,friends | is known to \"friends\", which is no group of the programme. Please use reps, mentors, council, contacts, analysts",
                "                                           | seenBy=nobody whileAway=wait seenWhenCalledBy=${x} | is seen when it is called by \"${x}\", which is no process.",
                "                                           | seenBy=nobody whileAway=wait forCouncil=true | says forCouncil, which is said of a user task.",
                "                                           | seenBy=nobody whileAway=wait movedBy=operator | says movedBy, which is said of an event with a timer.",
                "camunda:candidateStarterGroups='friends'   | seenBy=nobody whileAway=wait     | can be started by \"friends\", which is no group of the programme.",
                "camunda:candidateStarterGroups='${reps}'   | seenBy=nobody whileAway=wait     | can be started by \"${reps}\", which is no group of the programme.",
                "camunda:candidateStarterUsers='anna'       | seenBy=nobody whileAway=wait     | names people who can start it (anna). Please name groups",
                "camunda:candidateStarterGroups='reps' camunda:isStartableInTasklist='false' | seenBy=nobody whileAway=wait | can be started by somebody and is not offered in Tasklist.",
            })
    void what_a_process_says_of_rights_is_understood_and_complete(String attributes, String said, String problem) {
        var content = diagram("<bpmn:userTask id='Activity_Tell' camunda:assignee='anna' />")
                .replaceFirst(
                        "(?s)<camunda:property .*?</camunda:properties>",
                        Matcher.quoteReplacement((properties(said) + "</camunda:properties>").replace('\'', '"')))
                .replace(
                        "isExecutable=\"true\"",
                        "isExecutable=\"true\" " + (attributes == null ? "" : attributes.replace('\'', '"')));

        assertThat(check.faultsIn(Map.of("tell.bpmn", bytes(content))))
                .singleElement()
                .asString()
                .startsWith("In tell.bpmn, \"Tell us\" " + problem)
                .contains(" Please ")
                .endsWith(".");
    }

    /** @param said such as {@code seenBy=nobody whileAway=wait} */
    private static String properties(String said) {
        return said == null || said.isBlank()
                ? ""
                : Stream.of(said.strip().split(" "))
                        .map(one -> one.split("=", 2))
                        .map(one -> "<camunda:property name='%s' value='%s'/>".formatted(one[0], one[1]))
                        .collect(joining());
    }

    @Test
    void an_attribute_of_the_same_name_hides_none() {
        var content = diagram("<bpmn:serviceTask id='Activity_Tell' bpmn:class='' camunda:class='java.lang.Object'/>")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(check.faultsIn(Map.of("tell.bpmn", content)))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("has bpmn:class, which belongs to a program that is not known here"))
                .anyMatch(fault -> fault.contains("names a Java class or a delegate (java.lang.Object)"));
    }

    @Test
    void the_one_who_starts_a_process_may_be_called_initiator() {
        var content = diagram("<bpmn:task id='Activity_Tell'/>")
                .replace("\"Event_Begun\" />", "\"Event_Begun\" camunda:initiator=\"initiator\" />");

        assertThat(content).contains("initiator");
        assertThat(check.faultsIn(Map.of("tell.bpmn", content.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void a_history_must_end_some_day() {
        var diagram = diagram("<bpmn:task id='Activity_Tell'/>").replace("camunda:historyTimeToLive=\"P1D\"", "");

        assertThat(check.faultsIn(Map.of("tell.bpmn", diagram.getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .asString()
                .startsWith("In tell.bpmn, \"Tell us\" does not say how long its history is kept.");
        assertThat(check.faultsIn(Map.of("points.dmn", decision("", ""))))
                .singleElement()
                .asString()
                .startsWith("In points.dmn, \"Points\" does not say how long its history is kept.");
    }

    @Test
    void a_decision_is_written_in_feel() {
        assertThat(check.faultsIn(Map.of("points.dmn", decision("camunda:historyTimeToLive='P1D'", ""))))
                .isEmpty();
        assertThat(check.faultsIn(Map.of(
                        "points.dmn", decision("camunda:historyTimeToLive='P1D'", "expressionLanguage='javascript'"))))
                .containsExactly(
                        "In points.dmn, \"entry\" is written in javascript, which is not run here. Please choose the"
                                + " language FEEL.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not xml",
                "<!DOCTYPE x [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]><x>&secret;</x>",
                "<bpmn:definitions/>"
            })
    void a_diagram_that_cannot_be_read_is_refused(String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);

        assertThat(check.faultsIn(Map.of("x.bpmn", bytes)))
                .singleElement()
                .asString()
                .startsWith("x.bpmn cannot be read as a diagram");
        assertThat(check.faultsIn(Map.of("x.dmn", bytes)))
                .singleElement()
                .asString()
                .startsWith("x.dmn cannot be read as a decision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{}", "{'components': 5}"})
    void a_form_that_cannot_be_read_is_refused(String content) {
        assertThat(check.faultsIn(Map.of("x.form", content.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(
                        "x.form cannot be read as a form. Please open it in Camunda Modeler and save it again.");
    }

    @Test
    void a_form_needs_an_id() {
        assertThat(check.faultsIn(Map.of("x.form", "{\"components\": []}".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("The form in x.form has no id. Please give it the name of its file.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type': 'filepicker'                                                   | is a filepicker, which does not work here. Please use one of checkbox, checklist,",
                "'type': 'dynamiclist'                                                  | is a dynamiclist",
                "'type': 'datetime'                                                     | is a datetime, which does not work here. Please use a textfield with the custom property \"date\"",
                "'type': 'textfield'                                                    | has the key \"\"",
                "'type': 'textfield', 'key': 'a.b'                                      | has the key \"a.b\"",
                "'type': 'textfield', 'key': 'a b'                                      | has the key \"a b\"",
                "'type': 'textfield', 'key': 'mentorships'                              | has the key \"mentorships\", which is the name of something else",
                "'type': 'textfield', 'key': 'execution'                                | has the key \"execution\", which is the name of something else",
                "'type': 'textfield', 'key': 'nrOfCompletedInstances'                   | has the key \"nrOfCompletedInstances\", which is the name of something else",
                "'type': 'textfield', 'key': 'authenticatedUserId'                      | has the key \"authenticatedUserId\", which is the name of something else",
                "'type': 'textfield', 'key': 'initiator'                                | has the key \"initiator\", which is the name of something else",
                "'type': 'group', 'path': 'a'                                           | has a path",
                "'type': 'radio', 'key': 'a'                                            | needs options from one place",
                "'type': 'radio', 'key': 'a', 'values': [], 'valuesKey': ''             | needs options from one place",
                "'type': 'textfield', 'key': 'a', 'properties': {'secret': 'true'}      | has the custom property secret, which nothing here reads. Please use one of afterwards, confidential, date, descriptionForOther, fromMail, fromProfile, keptAsSaid, labelForOther, latest, namedBy, noFuture, noPast,",
                "'type': 'text', 'text': 'The agreement', 'properties': {'programmeLink': 'home'} | has the custom property programmeLink with the value home, and the programme has no such link. Please use one of agreement, guidelines, training, rooms, meeting-template, welcome-pack.",
                "'type': 'text', 'text': 'The [agreement](b)', 'properties': {'programmeLink': 'agreement'} | has the custom property programmeLink, which makes a link of a text of one line without brackets.",
                "'type': 'text', 'text': ' ', 'properties': {'programmeLink': 'agreement'} | has the custom property programmeLink, which makes a link of a text of one line without brackets.",
                "'type': 'textfield', 'key': 'a', 'properties': {'programmeLink': 'agreement'} | has the custom property programmeLink, which makes a link of a text of one line without brackets.",
                "'type': 'textfield', 'key': 'a', 'properties': {'afterwards': 'true'}  | has the custom property afterwards, which only a text can have, with the value true.",
                "'type': 'text', 'text': 'Thanks', 'properties': {'afterwards': 'Sent'} | has the custom property afterwards, which only a text can have, with the value true.",
                "'type': 'textfield', 'key': 'a', 'properties': {'onlyFor': 'friends'}  | has the custom property onlyFor with the value friends, which is no group.",
                "'type': 'radio', 'key': 'a', 'values': [{'value': 'b', 'label': 'B'}], 'properties': {'optionOnlyFor': 'c: mentors'} | has the custom property optionOnlyFor, which does not name one of its values and a group.",
                "'type': 'radio', 'key': 'a', 'values': [{'value': 'b', 'label': 'B'}], 'properties': {'optionOnlyFor': 'b: friends'} | has the custom property optionOnlyFor, which does not name one of its values and a group.",
                "'type': 'textfield', 'key': 'a', 'properties': {'latest': 'soon'}      | has the custom property latest with the value soon, which is not understood here.",
                "'type': 'textfield', 'key': 'a', 'properties': {'person': 'friends'}   | has the custom property person with the value friends, which is no group.",
                "'type': 'textfield', 'key': 'a', 'properties': {'person': 'reps', 'namedBy': 'friends'} | has the custom property namedBy with the value friends, which is no group.",
                "'type': 'textfield', 'key': 'a', 'properties': {'person': 'reps', 'namedBy': 'anybody'} | has the custom property namedBy with the value anybody, which is no group.",
                "'type': 'textfield', 'key': 'a', 'properties': {'namedBy': 'contacts'} | has the custom property namedBy without person, where nobody is named.",
                "'type': 'textarea', 'key': 'a', 'properties': {'people': 'anybody'}    | has the custom property people, which only a textfield can have.",
                "'type': 'textfield', 'key': 'a', 'conditional': {'hide': '=not('}      | has the expression =not(, which cannot be read",
                "'type': 'select', 'key': 'a', 'valuesExpression': '=for x'             | has the expression =for x, which cannot be read",
                "'type': 'table', 'dataSource': '=1 +'                                  | has the expression =1 +, which cannot be read",
                "'type': 'number', 'key': 'a', 'validate': {'max': '=limit'}            | has a computed limit",
                "'type': 'textfield', 'key': 'a', 'readonly': '=true'                   | is read-only only at times",
                "'type': 'textfield', 'key': 'a', 'validate': {'pattern': '('}          | has a pattern that cannot be read",
                "'type': 'textfield', 'key': 'a', 'validate': {'pattern': '^(a+)+$'}    | has a pattern that repeats too much",
                "'type': 'textfield', 'key': 'a', 'validate': {'pattern': 'a*a*a*b'}    | has a pattern that repeats too much",
                "'type': 'text', 'text': 'Dear {{name, see you'                         | has {{ without }} behind it",
                "'type': 'textfield', 'key': 'a', 'conditional': {'hide': '=b'}, 'validate': {'required': true} | is required but can be hidden",
                "'type': 'text', 'text': '=reason'                                      | is computed, and what people typed would be read as more than text",
                "'type': 'html', 'content': '=reason'                                   | is computed, and what people typed would be read as more than text",
                "'type': 'text', 'text': 'See [this]({{link}})'                         | has {{…}} in a link, beside code, in an HTML tag or behind a backslash",
                "'type': 'text', 'text': 'See [this]\\n\\n[this]: {{link}}'             | has {{…}} in a link",
                "'type': 'text', 'text': 'See <a title={{reason}}>this</a>'             | has {{…}} in a link",
                "'type': 'text', 'text': 'Say ``{{reason}}``'                           | has {{…}} in a link",
                "'type': 'text', 'text': '~~~\\n{{reason}}\\n~~~'                       | has {{…}} in a link",
                "'type': 'text', 'text': 'So:\\n\\n    {{reason}}'                      | has {{…}} in a link",
                "'type': 'text', 'text': 'Say \\\\{{reason}}'                            | has {{…}} in a link",
                "'type': 'text', 'text': '{{ {a: b}.a }}'                               | has {{{a: b}.a}}, with braces inside",
                "'type': 'text', 'text': '{{a), string(b}}'                             | has {{a), string(b}}, which cannot be read",
                "'type': 'text', 'text': '{{#if a =}}x{{/if}}'                          | has {{a =}}, which cannot be read",
            })
    void a_form_that_would_not_work_is_refused(String component, String problem) {
        assertThat(check.faultsIn(Map.of(
                        "tell-us.form",
                        form("{'label': 'Field', " + component.strip() + "}").getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .asString()
                .startsWith("In tell-us.form, \"Field\" " + problem)
                .contains(" Please ")
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for i in 1..1000000, j in 1..1000000 return 1        | goes through a range of numbers",
                "for i in 1..n return 1                               | goes through a range of numbers",
                "some i in 1..1000000 satisfies i = 0                 | goes through a range of numbers",
                "every i in 1..1000000 satisfies i > 0                | goes through a range of numbers",
                "count(for i in 1..1000000 return i) = 1              | goes through a range of numbers",
                "{a: [if true then for i in 1..9 return i else 1]}.a  | goes through a range of numbers",
                "for a in l, b in l, c in l return 1                  | goes through lists more than twice",
                "for a in l return for b in l return l[item > a]      | goes through lists more than twice",
                "count(l[count(l[count(l[true]) > 0]) > 0]) > 0       | goes through lists more than twice",
                "[1, 2][item > 0] = [1, 2][some x in l satisfies every y in l satisfies x = y] | goes through lists more than twice",
                "for i in [1, 2, 3] return concatenate(partial, partial) | uses what a loop has made so far (partial)",
                "{a: t + t, b: a + a, c: b + b}.c                     | uses one entry of a context in another (",
                "{a: 1, b: {c: a}}.b                                  | uses one entry of a context in another (a)",
                "{f: function(x) f(x), r: f(1)}.r                     | has a function of its own",
                "2 ** 1000000000                                      | raises something to a power",
                "matches(t, \"(a+)+b\")                            | uses the function \"matches\"",
                "replace(t, \"\", t)                                | uses the function \"replace\"",
                "split(t, \"(a+)+b\")                              | uses the function \"split\"",
                "floor(number(\"1E999999999\"))                     | uses the function \"number\"",
                "decimal(1, 999999999)                                | uses the function \"decimal\"",
                "string join([\"\", string join([\"\", string join([\"\", t], t)], t)], t) | goes through lists more than twice",
                "another(t)                                           | uses the function \"another\""
            })
    void an_expression_that_could_go_on_for_ever_is_refused(String expression, String problem) {
        var form = form("{'label': 'Field', 'type': 'textfield', 'key': 'a', 'conditional': {'hide': '="
                + expression.replace("\"", "\\\"") + "'}}");

        assertThat(check.faultsIn(Map.of("tell-us.form", bytes(form))))
                .singleElement()
                .asString()
                .startsWith("In tell-us.form, \"Field\" has the expression =" + expression + ", which " + problem)
                .endsWith(", which could keep the server busy for ever. Please find a simpler way.");
        for (var place : List.of("<inputEntry id='e'>%s</inputEntry>", "<outputEntry id='e'>%s</outputEntry>")) {
            assertThat(check.faultsIn(Map.of("points.dmn", table(place, expression))))
                    .singleElement()
                    .asString()
                    .startsWith("In points.dmn, \"e\" has the expression " + expression + ", which " + problem);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for x in l return {label: x.name, value: x.id}",
                "for a in l, b in l return a + b",
                "{label: label, value: value}.label",
                "l[item.status = \"ACTIVE\"][1].name",
                "l[-1]",
                "if some x in l satisfies x > 3 then upper case(t) else string join(l, t)",
                "not(a = \"x\" or b = null) and count(l) = 0 and today() < date(\"2030-01-01\")",
                "day + duration(\"P1D\")"
            })
    void an_expression_that_comes_to_an_end_is_fine(String expression) {
        var form = form("{'label': 'Field', 'type': 'textfield', 'key': 'a', 'conditional': {'hide': '="
                + expression.replace("\"", "\\\"") + "'}}");

        assertThat(check.faultsIn(Map.of("tell-us.form", bytes(form)))).isEmpty();
        assertThat(check.faultsIn(Map.of("points.dmn", table("<outputEntry id='e'>%s</outputEntry>", expression))))
                .isEmpty();
    }

    @Test
    void a_decision_is_compared_with_what_can_be_read() {
        for (var fine : List.of("-", "[3..5]", "not(\"a\",\"b\")", "<= 2", "\"a\",\"b\"", "")) {
            assertThat(check.faultsIn(Map.of("points.dmn", table("<inputEntry id='e'>%s</inputEntry>", fine))))
                    .as(fine)
                    .isEmpty();
        }
        assertThat(check.faultsIn(Map.of("points.dmn", table("<inputEntry id='e'>%s</inputEntry>", "not("))))
                .containsExactly(
                        "In points.dmn, \"e\" has the expression not(, which cannot be read. Please look at it again.");
        assertThat(check.faultsIn(Map.of(
                        "points.dmn",
                        table("<outputEntry id='e'>%s</outputEntry>", "(".repeat(10_000) + ")".repeat(10_000)))))
                .singleElement()
                .asString()
                .endsWith(", which is too long, or nested too deeply. Please make it simpler.");
    }

    /** Otherwise the check of its FEEL could be told that it is something else. */
    @Test
    void a_decision_has_no_attributes_of_others() {
        assertThat(check.faultsIn(Map.of(
                        "points.dmn",
                        decision("camunda:historyTimeToLive='P1D'", "xmlns:x='urn:x' x:expressionLanguage='juel'"))))
                .singleElement()
                .asString()
                .contains("has x:expressionLanguage, which belongs to a program that is not known here.");
    }

    /** With time in proportion to its length, or this would take for minutes. */
    @Test
    void a_text_of_braces_only_is_looked_at_once() {
        var form = form("{'type': 'text', 'label': 'Braces', 'text': '" + "{{".repeat(100_000) + "'}");

        assertThat(check.faultsIn(Map.of("tell-us.form", form.getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .asString()
                .contains("has {{ without }} behind it");
    }

    @Test
    void what_is_inside_a_group_is_looked_at_too() {
        var form = form("""
                {'type': 'group', 'label': 'Around', 'conditional': {'hide': '=b'}, 'components': [
                  {'type': 'textfield', 'key': 'a', 'label': 'Inside', 'validate': {'required': true}},
                  {'type': 'textfield', 'key': 'a', 'label': 'Again'}]}""");

        assertThat(check.faultsIn(Map.of("tell-us.form", form.getBytes(StandardCharsets.UTF_8))))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("In tell-us.form, \"Inside\" is required but can be hidden");
        assertThat(check.faultsIn(Map.of("tell-us.form", form.getBytes(StandardCharsets.UTF_8))))
                .last()
                .isEqualTo("In tell-us.form, \"Again\" has the key \"a\" like another field. Please choose another.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isExecutable=' true '", "isExecutable='true&#10;'", "id=' p '", "id='p&#9;'"})
    void blanks_that_the_engine_would_not_see_are_refused(String attribute) {
        var diagram = "<d xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process " + attribute + "/></d>";

        assertThat(check.faultsIn(Map.of("a.bpmn", bytes(diagram))))
                .singleElement()
                .asString()
                .startsWith("a.bpmn cannot be read as a diagram: There are blanks in \""
                        + attribute.split("=")[0]);
    }

    @Test
    void what_nobody_can_have_drawn_is_not_read() {
        assertThat(check.faultsIn(Map.of("a.bpmn", bytes("<a>".repeat(51) + "</a>".repeat(51)))))
                .containsExactly("a.bpmn cannot be read as a diagram: It is nested more than 50 levels deep."
                        + " Please open it in Camunda Modeler and save it again.");
        assertThat(check.faultsIn(Map.of("a.dmn", bytes("<a>" + "<b/>".repeat(5_000) + "</a>"))))
                .singleElement()
                .asString()
                .startsWith("a.dmn cannot be read as a decision: It has more than 5000 elements.");
        for (var encoding : List.of("UTF-7", "UTF-16", "IBM037", "nope")) {
            assertThat(check.faultsIn(Map.of("a.bpmn", bytes("<?xml version='1.0' encoding='" + encoding + "'?><a/>"))))
                    .as(encoding)
                    .singleElement()
                    .asString()
                    .startsWith("a.bpmn cannot be read as a diagram");
        }
        var group = "{'type': 'group', 'components': [";
        assertThat(check.faultsIn(Map.of("a.form", bytes(form(group.repeat(30) + "]}".repeat(30))))))
                .containsExactly(
                        "a.form holds something that is too long, or nested too deeply, to be read. Please make"
                                + " it simpler.");
    }

    @Test
    void of_many_faults_only_so_many_are_told_as_somebody_can_read() {
        assertThat(check.faultsIn(Map.of("a.form", bytes(form("{'type': 'nothing'},".repeat(99) + "{}")))))
                .hasSize(30);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private DeploymentBuilder deployment(String name, Map<String, String> files) {
        var deployment = repository.createDeployment().name(name);
        files.forEach(deployment::addString);
        return deployment;
    }

    private static String diagram(String element) {
        return DIAGRAM.formatted(element.replace('\'', '"'));
    }

    private static byte[] decision(String attribute, String entryAttribute) {
        return DECISION.formatted(attribute, entryAttribute).getBytes(StandardCharsets.UTF_8);
    }

    private static String form(String components) {
        return FORM.formatted(components.replace('\'', '"'));
    }

    private static byte[] table(String place, String expression) {
        return bytes(new String(decision("camunda:historyTimeToLive='P1D'", ""), StandardCharsets.UTF_8)
                .replaceFirst(
                        "(?s)<outputEntry.*</outputEntry>",
                        Matcher.quoteReplacement(place.formatted("<text><![CDATA[" + expression + "]]></text>"))));
    }
}
