package org.reps.mentoring.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.explorer.Explorer.Finding;
import org.reps.mentoring.explorer.Play.Thrown;

/** The explorer sees what is wrong with a small diagram, and nothing where nothing is. */
class ExplorerTest {

    // --- standstills

    @Test
    void two_ways_of_which_one_is_taken_never_meet() {
        var diagram = begin().exclusiveGateway("Choice")
                .name("Which way?")
                .userTask("A")
                .parallelGateway("Join")
                .endEvent("End")
                .moveToNode("Choice")
                .userTask("B")
                .connectTo("Join")
                .done();

        assertFound(diagram)
                .contains("No end can be reached any more; open are: " + incoming(diagram, "Join", 0))
                .contains("Waited for in vain: the others at Join", "Never reached: Join", "Never ends with: End");
    }

    @Test
    void a_standstill_is_told_as_a_story() {
        var diagram = begin().userTask("Ask")
                .name("Ask the mentor")
                .exclusiveGateway("Answer")
                .name("Does the mentor agree?")
                .condition("Yes", "${yes}")
                .parallelGateway("Join")
                .endEvent("End")
                .moveToNode("Answer")
                .condition("No", "${no}")
                .userTask("B")
                .name("Ask the council")
                .connectTo("Join")
                .done();

        assertThat(found(diagram).stream()
                        .filter(finding -> finding.what().startsWith("Waited for in vain"))
                        .map(Finding::toString))
                .singleElement()
                .isEqualTo("""
                        Waited for in vain: the others at Join
                          1. It begins: Begun
                          2. Done: Ask the mentor
                          3. Does the mentor agree? – Yes""");
    }

    @Test
    void an_end_of_everything_does_not_hide_that_two_ways_never_meet() {
        var diagram = begin().parallelGateway("Split")
                .exclusiveGateway("Choice")
                .userTask("A")
                .parallelGateway("Join")
                .endEvent("Met")
                .moveToNode("Choice")
                .userTask("B")
                .connectTo("Join")
                .moveToNode("Split")
                .userTask("C")
                .endEvent("Over")
                .done();
        endsEverything(diagram, "Over");

        assertFound(diagram)
                .contains("Waited for in vain: the others at Join", "Never ends with: Met")
                .doesNotContain("Never ends with: Over");
    }

    /** It would be the only way out. */
    @Test
    void an_interruption_does_not_excuse_a_standstill() {
        var builder = Bpmn.createExecutableProcess("faulty");
        builder.eventSubProcess().startEvent("Gone").message("gone").endEvent("Closed");
        var diagram = builder.startEvent("Start")
                .exclusiveGateway("Choice")
                .userTask("A")
                .parallelGateway("Join")
                .endEvent("End")
                .moveToNode("Choice")
                .userTask("B")
                .connectTo("Join")
                .done();

        assertFound(diagram).anyMatch(found -> found.startsWith("No end can be reached any more"));
    }

    @Test
    void a_loop_without_a_way_out_is_a_standstill() {
        var diagram = begin().exclusiveGateway("Again")
                .userTask("A")
                .exclusiveGateway("Choice")
                .connectTo("Again")
                .moveToNode("Choice")
                .userTask("B")
                .connectTo("Again")
                .done();

        assertFound(diagram).anyMatch(found -> found.startsWith("No end can be reached any more"));
    }

    // --- what is never reached

    @Test
    void what_nobody_throws_is_never_caught() {
        var diagram = begin().subProcess("Part")
                .embeddedSubProcess()
                .startEvent()
                .userTask("A")
                .endEvent()
                .subProcessDone()
                .endEvent("End")
                .moveToActivity("Part")
                .boundaryEvent("Refused")
                .error("refused")
                .endEvent("Over")
                .done();

        assertFound(diagram)
                .hasSize(3)
                .contains("Never reached: Refused", "Never ends with: Over")
                .anyMatch(found -> found.startsWith("Nobody ever goes this way"));
    }

    @Test
    void what_is_thrown_and_not_caught_is_found() {
        var diagram = begin().userTask("A").endEvent("Refused").error("refused").done();

        assertFound(diagram).containsExactly("Nobody catches refused");
        assertThat(Explorer.explore(diagram, process -> Set.of(), thrown -> true)
                        .findings())
                .isEmpty();
    }

    @Test
    void what_a_called_process_throws_is_caught_where_it_is_called() {
        var diagram = begin().callActivity("Call")
                .calledElement("other")
                .endEvent("End")
                .moveToActivity("Call")
                .boundaryEvent("Refused")
                .error("refused")
                .endEvent("Over")
                .done();
        var refused = new Thrown(ErrorEventDefinition.class, "refused");

        assertThat(Explorer.explore(diagram, process -> Set.of(refused), thrown -> false)
                        .findings())
                .isEmpty();
        assertFound(diagram).contains("Never ends with: Over");
    }

    // --- twice

    /** The way in which the search for a mentor was wrong. */
    @Test
    void a_reminder_in_a_loop_is_doubled_and_outlives_what_it_reminds_of() {
        var diagram = begin().subProcess("Part")
                .embeddedSubProcess()
                .startEvent()
                .exclusiveGateway("Again")
                .userTask("Ask")
                .boundaryEvent("Silent")
                .cancelActivity(false)
                .timerWithDuration("P21D")
                .userTask("LookAfter")
                .endEvent()
                .moveToActivity("Ask")
                .exclusiveGateway("Answer")
                .endEvent("Answered")
                .moveToNode("Answer")
                .userTask("AnswerQuestion")
                .connectTo("Again")
                .subProcessDone()
                .endEvent("End")
                .done();
        endsEverything(diagram, "Answered");

        assertFound(diagram)
                .containsExactlyInAnyOrder(
                        "Still there although what it is about is over: LookAfter",
                        "There twice at one time: LookAfter");
    }

    @Test
    void a_reminder_that_does_its_work_at_once_may_be_in_a_loop() {
        var diagram = begin().exclusiveGateway("Again")
                .userTask("Ask")
                .boundaryEvent("Remind")
                .cancelActivity(false)
                .timerWithCycle("R/P7D")
                .sendTask("Send")
                .endEvent()
                .moveToActivity("Ask")
                .exclusiveGateway("Answer")
                .endEvent("Answered")
                .moveToNode("Answer")
                .userTask("AnswerQuestion")
                .connectTo("Again")
                .done();

        assertFound(diagram).isEmpty();
    }

    @Test
    void a_timer_that_goes_off_again_and_again_doubles_its_task() {
        var diagram = begin().userTask("Ask")
                .boundaryEvent("Silent")
                .cancelActivity(false)
                .timerWithCycle("R/P7D")
                .userTask("LookAfter")
                .endEvent()
                .moveToActivity("Ask")
                .endEvent("End")
                .done();
        endsEverything(diagram, "End");

        assertFound(diagram).containsExactly("There twice at one time: LookAfter");
    }

    @Test
    void two_ways_that_do_not_wait_for_each_other_double_what_follows() {
        var diagram = begin().parallelGateway("Split")
                .exclusiveGateway("Merge")
                .userTask("Task")
                .endEvent("End")
                .moveToNode("Split")
                .connectTo("Merge")
                .done();

        assertFound(diagram).startsWith("There twice at one time: Task");
    }

    @Test
    void what_is_called_again_while_it_goes_on_is_there_twice() {
        var diagram = begin().exclusiveGateway("Again")
                .parallelGateway("Split")
                .callActivity("Search")
                .calledElement("other")
                .endEvent("Found")
                .moveToNode("Split")
                .intermediateCatchEvent("Later")
                .timerWithDuration("P7D")
                .connectTo("Again")
                .done();

        assertFound(diagram).contains("There twice at one time: Search");
    }

    @Test
    void a_task_for_each_of_many_is_no_double() {
        var diagram = begin().userTask("Task")
                .multiInstance()
                .parallel()
                .camundaCollection("${all}")
                .multiInstanceDone()
                .endEvent("End")
                .done();

        assertFound(diagram).isEmpty();
    }

    @Test
    void what_begins_beside_a_task_is_left_over_when_everything_else_has_ended() {
        var diagram = begin().userTask("Ask")
                .boundaryEvent("Silent")
                .cancelActivity(false)
                .timerWithDuration("P21D")
                .userTask("LookAfter")
                .endEvent()
                .moveToActivity("Ask")
                .endEvent("End")
                .done();

        assertFound(diagram).contains("Left over after the end of everything else: LookAfter");
    }

    // --- where it does not know any further

    @Test
    void ever_more_of_something_is_refused_loudly() {
        var diagram = begin().exclusiveGateway("Again")
                .parallelGateway("Split")
                .connectTo("Again")
                .moveToNode("Split")
                .serviceTask("Work")
                .endEvent("End")
                .done();

        assertThatThrownBy(() -> found(diagram))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is no end to what can be open here")
                .hasMessageContaining("It begins: Begun");
    }

    @Test
    void what_it_does_not_know_is_refused_loudly() {
        var diagram = begin().userTask("A").endEvent().done();
        Gateway gateway = diagram.newInstance(ComplexGateway.class);
        gateway.setId("Complex");
        diagram.getModelElementById("faulty").addChildElement(gateway);

        assertThatThrownBy(() -> found(diagram))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Complex");
    }

    // --- nothing is found where nothing is wrong

    @Test
    void ways_that_may_be_taken_together_meet_again() {
        var diagram = begin().inclusiveGateway("Which")
                .condition("One", "${one}")
                .userTask("A")
                .inclusiveGateway("Join")
                .userTask("After")
                .endEvent("End")
                .moveToNode("Which")
                .condition("Two", "${two}")
                .userTask("B")
                .connectTo("Join")
                .done();

        assertFound(diagram).isEmpty();
    }

    @Test
    void what_comes_first_decides() {
        var diagram = begin().eventBasedGateway()
                .id("First")
                .intermediateCatchEvent("Answer")
                .message("answer")
                .endEvent("Answered")
                .moveToNode("First")
                .intermediateCatchEvent("Late")
                .timerWithDuration("P7D")
                .endEvent("Unanswered")
                .done();

        assertFound(diagram).isEmpty();
    }

    @Test
    void escalations_and_event_subprocesses_are_followed() {
        var builder = Bpmn.createExecutableProcess("faulty");
        builder.eventSubProcess()
                .startEvent("Over")
                .message("over")
                .serviceTask("Close")
                .endEvent("Closed");
        var diagram = builder.startEvent("Start")
                .subProcess("Part")
                .embeddedSubProcess()
                .startEvent()
                .intermediateThrowEvent("Tell")
                .escalation("late")
                .userTask("A")
                .endEvent("Escalated")
                .escalation("too-late")
                .subProcessDone()
                .endEvent("End")
                .moveToActivity("Part")
                .boundaryEvent("Late")
                .cancelActivity(false)
                .escalation("late")
                .sendTask("Remind")
                .endEvent("Reminded")
                .moveToActivity("Part")
                .boundaryEvent("TooLate")
                .escalation("too-late")
                .endEvent("Given up")
                .done();

        // A part that ends with an interrupting escalation never ends by itself.
        assertFound(diagram)
                .hasSize(2)
                .contains("Never ends with: End")
                .anyMatch(found -> found.startsWith("Nobody ever goes this way"));
    }

    @Test
    void what_is_undone_is_reached() {
        var diagram = begin().serviceTask("Book")
                .boundaryEvent("Unbook")
                .compensateEventDefinition()
                .compensateEventDefinitionDone()
                .compensationStart()
                .serviceTask("Cancel")
                .compensationDone()
                .exclusiveGateway("Off")
                .endEvent("Booked")
                .moveToNode("Off")
                .intermediateThrowEvent("Undo")
                .compensateEventDefinition()
                .compensateEventDefinitionDone()
                .endEvent("Undone")
                .done();

        assertFound(diagram).isEmpty();
    }

    /** Each of several people may send the message, while the rest goes on and when it is over. */
    @Test
    void what_a_message_begins_beside_everything_else_may_be_there_twice_and_last() {
        var builder = Bpmn.createExecutableProcess("faulty");
        builder.eventSubProcess()
                .startEvent("Wished")
                .interrupting(false)
                .message("wished")
                .userTask("Help")
                .endEvent("Helped");
        assertFound(builder.startEvent("Start").userTask("A").endEvent("End").done())
                .isEmpty();
    }

    @Test
    void what_a_timer_begins_beside_everything_else_does_not_outlive_it() {
        var builder = Bpmn.createExecutableProcess("faulty");
        builder.eventSubProcess()
                .startEvent("Late")
                .interrupting(false)
                .timerWithDuration("P7D")
                .userTask("Help")
                .endEvent("Helped");
        assertFound(builder.startEvent("Start").userTask("A").endEvent("End").done())
                .anyMatch(found -> found.startsWith("Left over after the end of everything else"));
    }

    @Test
    void a_link_leads_to_its_other_half() {
        var diagram =
                begin().userTask("A").intermediateThrowEvent("Out").endEvent().done();
        IntermediateThrowEvent out = diagram.getModelElementById("Out");
        var landing = diagram.newInstance(IntermediateCatchEvent.class);
        landing.setId("In");
        diagram.getModelElementById("faulty").addChildElement(landing);
        var flow = out.getOutgoing().iterator().next();
        out.getOutgoing().remove(flow);
        landing.getOutgoing().add(flow);
        Stream.of(out, landing).forEach(event -> {
            var link = diagram.newInstance(LinkEventDefinition.class);
            link.setName("there");
            event.addChildElement(link);
        });

        assertFound(diagram).isEmpty();
    }

    private static StartEventBuilder begin() {
        return Bpmn.createExecutableProcess("faulty").startEvent("Start").name("Begun");
    }

    private static void endsEverything(BpmnModelInstance diagram, String end) {
        diagram.getModelElementById(end).addChildElement(diagram.newInstance(TerminateEventDefinition.class));
    }

    private static String incoming(BpmnModelInstance diagram, String gateway, int which) {
        return ((Gateway) diagram.getModelElementById(gateway))
                .getIncoming().stream().skip(which).findFirst().orElseThrow().getId();
    }

    private static List<Finding> found(BpmnModelInstance diagram) {
        return Explorer.explore(diagram, process -> Set.of(), thrown -> false).findings();
    }

    private static ListAssert<String> assertFound(BpmnModelInstance diagram) {
        return assertThat(found(diagram).stream().map(Finding::what).toList());
    }
}
