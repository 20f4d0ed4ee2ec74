package org.reps.mentoring.inactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody waits for a silent mentor. Mateo guides Rumi and Rana. */
abstract class MentorInactivityTest extends ProgrammeTest {

    final ActingMentor mateo = programme.mentor("mateo");
    final ActingCouncilMember clara = programme.council("clara");
    final ActingCouncilMember chidi = programme.council("chidi");
    final ActingCouncilMember carmen = programme.council("carmen");

    @Autowired
    MentorInactivitySteps inactivity;

    @Autowired
    MentorInactivityForms shown;

    @BeforeEach
    void a_programme() {
        givenMateoWithTwoMentees();
    }

    void ask() {
        inactivity.report("mateo", "round");
        runJobs();
        assertThat(openTasks()).contains("Activity_StillThere");
    }

    void silentToTheAnnouncement() {
        ask();
        fire("Event_GraceOver");
        clara.findsTheSilentMentorInactive();
        chidi.findsTheSilentMentorInactive();
    }

    static void assertRefused(ThrowingCallable action, String reason) {
        assertThatThrownBy(action).isInstanceOf(Refusal.class).hasMessage(reason);
    }

    List<HistoricProcessInstance> cases(String process) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .listPage(0, 1000);
    }

    /** For which mentees another mentor is being looked for, and why. */
    List<Map.Entry<String, Object>> handedOver() {
        var handedOver = new ArrayList<Map.Entry<String, Object>>();
        for (var instance : cases("mentor-change")) {
            var variables = new HashMap<String, Object>();
            history.createHistoricVariableInstanceQuery()
                    .processInstanceId(instance.getId())
                    .listPage(0, 1000)
                    .forEach(variable -> variables.putIfAbsent(variable.getName(), variable.getValue()));
            handedOver.add(Map.entry((String) variables.get("menteeId"), variables.get("source")));
        }
        return handedOver;
    }
}
