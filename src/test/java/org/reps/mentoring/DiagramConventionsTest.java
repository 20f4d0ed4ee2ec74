package org.reps.mentoring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Diagram.camunda;
import static org.reps.mentoring.Diagram.isBlank;

import java.io.File;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;

/** How our own diagrams are written; what would break in anybody's is found by {@code engine/slips/Slips}. */
class DiagramConventionsTest {

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");

    @ParameterizedTest
    @MethodSource("diagrams")
    @Retention(RetentionPolicy.RUNTIME)
    private @interface EachDiagram {}

    private static Stream<Diagram> diagrams() {
        return Diagram.all();
    }

    private static Stream<File> decisions() {
        return Diagram.files("bpmn", ".dmn");
    }

    // --- the file

    @EachDiagram
    void a_diagram_holds_one_process_with_the_name_of_its_file(Diagram diagram) {
        assertThat(diagram.model().getModelElementsByType(Process.class))
                .as("in " + diagram)
                .extracting(Process::getId)
                .containsExactly(diagram.name());
        assertThat(diagram.name()).matches(KEBAB);
    }

    @EachDiagram
    void a_process_is_executable_explained_and_forgotten_in_time(Diagram diagram) {
        assertEach(diagram, Process.class, Process::isExecutable);
        assertEach(diagram, Process.class, process -> !isBlank(process.getName()));
        assertEach(diagram, Process.class, process -> isDocumented(process.getDocumentations()));
        assertEach(diagram, Process.class, process -> !isBlank(process.getCamundaHistoryTimeToLiveString()));
    }

    @EachDiagram
    void a_diagram_is_made_for_this_engine(Diagram diagram) {
        assertMadeForThisEngine(diagram.toString(), diagram.model().getDefinitions());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_decision_has_the_name_of_its_file_and_is_made_for_this_engine(File file) {
        var model = Dmn.readModelFromFile(file);
        assertMadeForThisEngine(file.toString(), model.getDefinitions());
        assertThat(model.getModelElementsByType(Decision.class))
                .as("in " + file)
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.getId()).isEqualTo(Diagram.nameOf(file)).matches(KEBAB);
                    assertThat(decision.getName()).isNotBlank();
                    assertThat(decision.getDescription()).isNotNull();
                    assertThat(decision.getDescription().getTextContent()).isNotBlank();
                    assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
                });
    }

    // --- what is seen

    @EachDiagram
    void ids_speak(Diagram diagram) {
        assertEach(diagram, Activity.class, node -> node.getId().matches("Activity_([A-Z][a-z0-9]*)+"));
        assertEach(diagram, Event.class, node -> node.getId().matches("Event_([A-Z][a-z0-9]*)+"));
        assertEach(diagram, Gateway.class, node -> node.getId().matches("Gateway_([A-Z][a-z0-9]*)+"));
        assertEach(diagram, SequenceFlow.class, flow -> flow.getId().matches("Flow_[A-Za-z]+(_[A-Z][A-Za-z]*)?"));
    }

    @EachDiagram
    void activities_events_and_answers_are_named(Diagram diagram) {
        assertEach(diagram, FlowNode.class, node -> node instanceof Gateway || isNamed(node));
        assertEach(diagram, SequenceFlow.class, flow -> isNamed(flow) || !(isConditional(flow) || isDefault(flow)));
    }

    /** An event-based gateway decides nothing: its events answer. */
    @EachDiagram
    void a_gateway_that_decides_asks_a_question_and_its_flows_answer(Diagram diagram) {
        Predicate<Gateway> decides = gateway -> gateway.getOutgoing().size() > 1
                && !(gateway instanceof ParallelGateway || gateway instanceof EventBasedGateway);
        assertEach(
                diagram,
                Gateway.class,
                decides.negate()
                        .or(gateway -> isNamed(gateway) && gateway.getName().endsWith("?")));
        assertEach(
                diagram,
                Gateway.class,
                decides.negate()
                        .or(gateway -> gateway.getOutgoing().stream().allMatch(DiagramConventionsTest::isNamed)));
    }

    @EachDiagram
    void everything_is_drawn(Diagram diagram) {
        assertEach(diagram, FlowNode.class, node -> node.getDiagramElement() != null);
        assertEach(
                diagram,
                SequenceFlow.class,
                flow -> flow.getDiagramElement() != null
                        && flow.getDiagramElement().getWaypoints().size() > 1);
    }

    @EachDiagram
    void a_diagram_stands_in_the_readme_with_its_picture(Diagram diagram) throws IOException {
        var picture = ".readme/" + diagram.name() + ".png";
        assertThat(Files.readString(Path.of("README.md")))
                .contains("(bpmn/" + diagram.name() + ".bpmn)")
                .contains("(" + picture + ")");
        assertThat(Path.of(picture)).isRegularFile();
    }

    // --- what is done

    @EachDiagram
    void service_and_send_tasks_are_jobs_that_call_a_bean(Diagram diagram) {
        assertEach(
                diagram,
                ServiceTask.class,
                task -> task.isCamundaAsyncBefore() && !isBlank(camunda(task, "expression")));
        assertEach(
                diagram, SendTask.class, task -> task.isCamundaAsyncBefore() && !isBlank(camunda(task, "expression")));
    }

    @EachDiagram
    void a_diagram_holds_no_program(Diagram diagram) {
        var programs = Set.of("scriptTask", "script", "class", "delegateExpression", "type");
        // Listeners carry their class without the prefix that tasks have.
        assertThat(diagram.elements()
                        .flatMap(element -> programs.stream()
                                .filter(name -> name.equals(element.getLocalName())
                                        || element.hasAttributeNS(BpmnModelConstants.CAMUNDA_NS, name)
                                        || element.hasAttribute(name))
                                .map(name -> Diagram.nearestId(element) + " has " + name)))
                .as("in " + diagram)
                .isEmpty();
    }

    /** Start events of embedded subprocesses are exempt: they have no transaction of their own. */
    @EachDiagram
    void what_a_person_submitted_is_committed_before_anything_else_can_fail(Diagram diagram) {
        assertEach(diagram, UserTask.class, FlowNode::isCamundaAsyncAfter);
        assertEach(
                diagram,
                StartEvent.class,
                start -> start.isCamundaAsyncAfter() || !(start.getParentElement() instanceof Process));
    }

    @EachDiagram
    void what_is_called_is_called_by_a_job_and_in_its_latest_version(Diagram diagram) {
        assertEach(
                diagram,
                CallActivity.class,
                call -> call.isCamundaAsyncBefore() && isLatest(call.getCamundaCalledElementBinding()));
        assertEach(
                diagram,
                BusinessRuleTask.class,
                decision -> decision.isCamundaAsyncBefore() && isLatest(decision.getCamundaDecisionRefBinding()));
    }

    @EachDiagram
    void errors_messages_and_variables_are_written_in_one_way(Diagram diagram) {
        assertEach(diagram, Error.class, error -> matches(KEBAB, error.getErrorCode()));
        assertEach(diagram, Message.class, message -> matches(KEBAB, message.getName()));
        assertThat(variables(diagram)).as("in " + diagram).allMatch(CAMEL.asMatchPredicate());
    }

    @EachDiagram
    void what_people_are_told_has_a_template(Diagram diagram) {
        assertThat(diagram.notices())
                .as("in " + diagram)
                .allMatch(notice -> new File("src/main/resources/mail", notice + ".txt").isFile());
    }

    // --- what people do

    @EachDiagram
    void a_user_task_says_why_it_exists_by_when_it_is_due_and_for_whom_it_is(Diagram diagram) {
        assertEach(diagram, UserTask.class, task -> isDocumented(task.getDocumentations()));
        assertEach(diagram, UserTask.class, task -> !isBlank(task.getCamundaDueDate()));
        assertEach(
                diagram,
                UserTask.class,
                task -> Stream.of(
                                        task.getCamundaAssignee(),
                                        task.getCamundaCandidateUsers(),
                                        task.getCamundaCandidateGroups())
                                .filter(Objects::nonNull)
                                .count()
                        == 1);
    }

    /** The database takes 255 characters, and what somebody is called is never longer than 147 of them. */
    @EachDiagram
    void a_name_of_any_length_fits_into_the_name_of_a_task(Diagram diagram) {
        assertEach(
                diagram,
                UserTask.class,
                task -> task.getName()
                                .replaceAll("\\$\\{[^}]*}", "x".repeat(147))
                                .length()
                        <= 255);
    }

    /** A contact finds several of a kind in the council's list; only who raised a concern stands in no list. */
    @EachDiagram
    void what_waits_for_the_council_says_of_whom_it_is(Diagram diagram) {
        var confidential = diagram.name().equals("raise-concern");
        var ofNobody = says(diagram.process(), "partOfIt", "nobody");
        assertEach(
                diagram,
                UserTask.class,
                task -> !isForCouncil(task)
                        || confidential
                        || ofNobody
                        || task.getName().contains("${"));
    }

    private static boolean isForCouncil(UserTask task) {
        return says(task, "forCouncil", "true");
    }

    private static boolean says(BaseElement element, String name, String value) {
        return Stream.ofNullable(element.getExtensionElements())
                .flatMap(elements -> elements.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .anyMatch(property -> property.getCamundaName().equals(name)
                        && property.getCamundaValue().equals(value));
    }

    /** It stands above each of its tasks, whoever reads it: the mentor who is asked, the rep, the contact. */
    @EachDiagram
    void the_name_of_a_case_is_one_for_everybody_who_has_a_part_in_it(Diagram diagram) {
        assertThat(
                        diagram.model().getModelElementsByType(UserTask.class).isEmpty()
                                ? ""
                                : diagram.process().getName())
                .doesNotContainPattern("(?i)\\b(my|your|report|silent|inactive)\\b");
    }

    @EachDiagram
    void a_form_exists_belongs_to_the_process_and_is_deployed_with_it(Diagram diagram) {
        assertEach(diagram, UserTask.class, task -> hasForm(diagram, task));
        assertEach(diagram, StartEvent.class, start -> camunda(start, "formRef") == null || hasForm(diagram, start));
    }

    @EachDiagram
    void a_process_nobody_starts_by_hand_is_not_offered_in_tasklist(Diagram diagram) {
        var startForm = diagram.formUses().anyMatch(Diagram.FormUse::start);
        assertEach(diagram, Process.class, process -> process.isCamundaStartableInTasklist() == startForm);
    }

    @EachDiagram
    void a_process_that_is_offered_in_tasklist_says_to_whom(Diagram diagram) {
        assertEach(
                diagram,
                Process.class,
                process ->
                        process.isCamundaStartableInTasklist() == !isBlank(camunda(process, "candidateStarterGroups")));
    }

    /** In "Extension properties" of the process: variables of this diagram, or "nobody". */
    @EachDiagram
    void a_process_says_who_is_part_of_its_cases(Diagram diagram) {
        var said = diagram.elements()
                .filter(element -> element.getLocalName().equals("property")
                        && element.getAttribute("name").equals("partOfIt"))
                .map(element -> element.getAttribute("value"))
                .toList();
        assertThat(said).as("in " + diagram).hasSize(1);
        var elsewhere = diagram.elements()
                .filter(element -> !element.getAttribute("name").equals("partOfIt"))
                .flatMap(element -> Stream.concat(
                        IntStream.range(0, element.getAttributes().getLength())
                                .mapToObj(i -> element.getAttributes().item(i).getNodeValue()),
                        Stream.of(element.getTextContent())))
                .collect(joining("\n"));
        Stream.of(said.get(0).split(", "))
                .filter(name -> !name.equals("nobody"))
                .forEach(name -> assertThat(elsewhere)
                        .as("in " + diagram)
                        .containsPattern("\\b" + name.replace(".mentees", "") + "\\b"));
    }

    // --- what people see of it

    /** Whoever begins something, and mentor and mentee of what both know, find it on their own page. */
    @EachDiagram
    void what_people_begin_or_know_of_stands_on_their_page_with_its_stages(Diagram diagram) {
        var process = diagram.process();
        var tasks = diagram.model().getModelElementsByType(UserTask.class);
        var begun = Pattern.compile("reps|mentors").matcher(String.valueOf(camunda(process, "candidateStarterGroups")));
        if ((begun.find() && !tasks.isEmpty())
                || tasks.stream().anyMatch(task -> !diagram.says(task, "seenBy").isEmpty())) {
            assertThat(diagram.says(process, "shownTo"))
                    .as("shownTo of " + diagram)
                    .isNotEmpty();
        }
        if (!diagram.says(process, "shownTo").isEmpty()) {
            assertThat(diagram.says(process, "stages"))
                    .as("stages of " + diagram)
                    .isNotEmpty();
        }
    }

    /** What is the council's may go on behind the scene, and what somebody need not do may go on all the time. */
    @EachDiagram
    void what_somebody_has_to_do_has_a_stage(Diagram diagram) {
        if (!diagram.says(diagram.process(), "stages").isEmpty()) {
            assertEach(
                    diagram,
                    UserTask.class,
                    task -> diagram.says(task, "forCouncil").equals("true")
                            || task.getCamundaPriority() != null
                            || !stageAround(diagram, task).isEmpty());
        }
    }

    /** The first and the last may be what was before and what comes then. */
    @EachDiagram
    void each_stage_is_reached_in_it_or_in_what_it_calls(Diagram diagram) {
        var stages = List.of(diagram.says(diagram.process(), "stages").split(", "));
        var reached = Stream.concat(
                        Stream.of(diagram),
                        diagram.model().getModelElementsByType(CallActivity.class).stream()
                                .map(call -> Diagram.ofProcess(call.getCalledElement())))
                .flatMap(one -> one.model().getModelElementsByType(FlowNode.class).stream()
                        .map(node -> one.says(node, "stage")))
                .toList();
        assertThat(stages.stream().skip(1).limit(Math.max(0, stages.size() - 2L)))
                .as("in " + diagram)
                .allMatch(reached::contains);
    }

    private static String stageAround(Diagram diagram, FlowNode node) {
        for (ModelElementInstance around = node; around instanceof FlowNode one; around = around.getParentElement()) {
            if (!diagram.says(one, "stage").isEmpty()) {
                return diagram.says(one, "stage");
            }
        }
        return "";
    }

    private static <T extends ModelElementInstance> void assertEach(Diagram diagram, Class<T> type, Predicate<T> rule) {
        assertThat(diagram.breaking(type, rule)).as("in " + diagram).isEmpty();
    }

    private static void assertMadeForThisEngine(String file, ModelElementInstance definitions) {
        assertThat(Stream.of("executionPlatform", "executionPlatformVersion")
                        .map(name -> definitions.getAttributeValueNs(MODELER, name)))
                .as("in " + file)
                .containsExactly("Camunda Platform", "7.24.0");
    }

    private static boolean isNamed(FlowElement element) {
        return !isBlank(element.getName());
    }

    private static boolean isDocumented(Collection<? extends ModelElementInstance> documentations) {
        return documentations.stream().anyMatch(documentation -> !isBlank(documentation.getTextContent()));
    }

    private static boolean isConditional(SequenceFlow flow) {
        return flow.getConditionExpression() != null;
    }

    private static boolean isDefault(SequenceFlow flow) {
        return flow.getId().equals(flow.getSource().getAttributeValue("default"));
    }

    /** Modeler leaves out what is the default, of its own and of the engine. */
    private static boolean isLatest(String binding) {
        return binding == null || binding.equals("latest");
    }

    private static boolean hasForm(Diagram diagram, ModelElementInstance element) {
        var form = camunda(element, "formRef");
        return form != null
                && form.startsWith(diagram.name() + "-")
                && new File("forms", form + ".form").isFile()
                && "deployment".equals(camunda(element, "formRefBinding"));
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }

    /** The names under which a diagram writes or hands over variables. */
    private static Stream<String> variables(Diagram diagram) {
        return diagram.elements()
                .flatMap(element -> switch (element.getLocalName()) {
                    case "in", "out" ->
                        Stream.of(element.getAttributeNode("source"), element.getAttributeNode("target"));
                    case "inputParameter", "outputParameter" -> Stream.of(element.getAttributeNode("name"));
                    default ->
                        Stream.of("resultVariable", "initiator")
                                .map(name -> element.getAttributeNodeNS(BpmnModelConstants.CAMUNDA_NS, name));
                })
                .filter(Objects::nonNull)
                .map(Attr::getValue);
    }
}
