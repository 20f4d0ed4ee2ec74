package org.reps.mentoring.engine.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.grants.OverdueCouncilTasks;
import org.reps.mentoring.engine.people.Group;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class PartOfCaseTest extends ProgrammeTest {

    private static final String ODD = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="odd" name="Odd" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="seenBy" value="nobody" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="Event_Begun" />
              </bpmn:process>
            </bpmn:definitions>""";

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private PartOfCase partOfCase;

    @Autowired
    private OverdueCouncilTasks overdue;

    @BeforeEach
    void programme() {
        givenContact("clara");
        givenMentor("mona", 3);
        identities.createMembership("mona", Group.CONTACTS.id());
        identities.createMembership("mona", Group.COUNCIL.id());
        register("carmen", Group.COUNCIL);
        givenRep("nora");
    }

    @Test
    void the_mentor_of_today_is_not_asked_to_find_the_next_one() {
        noraLooksForAnotherMentorThanMona();

        var search = task("Activity_DecideHowToGoOn");
        assertThat(candidates(search)).containsExactly("clara");
        // Too late for the contacts, it is for the rest of the council.
        later(Period.ofMonths(3));
        overdue.offerToCouncil();
        assertThat(candidates(search)).containsExactlyInAnyOrder("clara", "carmen");
    }

    @Test
    void where_everybody_in_the_council_is_part_of_it_it_stops_and_nobody_is_waved_through() {
        people.leave(Group.COUNCIL, "carmen");
        people.leave(Group.COUNCIL, "clara");
        people.leave(Group.CONTACTS, "clara");

        assertThatThrownBy(this::noraLooksForAnotherMentorThanMona)
                .hasMessageContaining("Nobody impartial is left in the council; somebody has to join it");
        assertThat(openTasks()).doesNotContain("Activity_DecideHowToGoOn");
    }

    @Test
    void a_case_that_was_called_in_confidence_is_out_of_sight_for_the_whole_council() {
        noraLooksForAnotherMentorThanMona();
        var search = the("mentor-matching").getId();

        assertThat(partOfCase.outOfSight("carmen").own()).isEmpty();
        assertThat(partOfCase.outOfSight("carmen").inConfidence()).containsExactly(search);
        assertThat(partOfCase.outOfSight("mona").own())
                .containsExactlyInAnyOrder(search, the("mentor-change").getId());
        as("carmen", () -> {
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
            assertThat(tasks.createTaskQuery().count()).isZero();
            assertThat(management.createJobQuery().processInstanceId(search).count())
                    .isZero();
        });
    }

    @Test
    void whoever_has_it_to_do_goes_on_with_it() {
        noraLooksForAnotherMentorThanMona();

        complete(
                "Activity_DecideHowToGoOn",
                "clara",
                Map.of("contactDecision", "stop", "stopReason", "Nobody is left."));

        assertThat(every("mentor-matching"))
                .allSatisfy(search -> assertThat(runtime.createProcessInstanceQuery()
                                .processInstanceId(search.getId())
                                .count())
                        .isZero());
    }

    @Test
    void whoever_becomes_part_of_it_later_neither_reads_nor_decides() {
        database.update("update mentor set capacity = 0 where id = 'mona'");
        startAs(
                "nora",
                "rep-onboarding",
                Map.of(
                        "goals",
                        "Speak in front of people.",
                        "languages",
                        List.of("en"),
                        "timeZone",
                        "UTC",
                        "skillsWanted",
                        List.of("Coaching")));
        var search = task("Activity_DecideHowToGoOn");
        tasks.addCandidateUser(search.getId(), "mona");
        runtime.setVariable(search.getProcessInstanceId(), "mentorId", "mona");

        as("mona", () -> {
            assertThatThrownBy(() -> tasks.claim(search.getId(), "mona")).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> forms.getTaskFormVariables(search.getId()))
                    .isInstanceOf(AuthorizationException.class);
        });
        assertThat(task("Activity_DecideHowToGoOn").getAssignee()).isNull();
    }

    @Test
    void mentorships_stand_for_their_two_people_and_mentors_for_their_mentees() {
        mentorships.begin("nora", "mona");
        runtime.startProcessInstanceByMessage("mentor-silent", "mona", Map.of("mentorId", "mona"));
        runJobs();
        var asked = the("mentor-inactivity").getId();

        assertThat(partOfCase.outOfSight("mona").own()).containsExactly(asked);
        assertThat(partOfCase.outOfSight("nora").own()).containsExactly(asked);
        assertThat(partOfCase.outOfSight("clara").own()).isEmpty();

        mentorships.end(mentorships.ofMentee("nora").orElseThrow().id(), "over");
        assertThat(partOfCase.outOfSight("nora").own()).isEmpty();
        runtime.deleteProcessInstance(asked, "over");
        assertThat(partOfCase.outOfSight("mona").own()).isEmpty();
        assertThat(partOfCase.everOf("mona")).containsExactly(asked);
    }

    @Test
    void what_the_operator_has_taken_away_stays_so() {
        var cockpit = denied("mona", Resources.APPLICATION, "cockpit");
        var someTask = denied("mona", Resources.TASK, "some-task");
        runtime.startProcessInstanceByMessage("mentor-silent", "mona", Map.of("mentorId", "mona"));
        runJobs();
        var asked = the("mentor-inactivity").getId();

        as(
                "mona",
                () -> assertThat(runtime.createProcessInstanceQuery().count()).isZero());
        assertThat(denials("mona")).contains(cockpit, someTask).hasSizeGreaterThan(3);
        runtime.deleteProcessInstance(asked, "over");
        as("mona", () -> runtime.createProcessInstanceQuery().count());

        assertThat(denials("mona")).containsExactlyInAnyOrder(cockpit, someTask);
        authorizations.deleteAuthorization(cockpit);
        authorizations.deleteAuthorization(someTask);
    }

    @Test
    void whoever_leaves_the_council_leaves_no_denial_behind() {
        runtime.startProcessInstanceByMessage("mentor-silent", "mona", Map.of("mentorId", "mona"));
        runJobs();
        as("mona", () -> runtime.createProcessInstanceQuery().count());
        assertThat(denials("mona")).isNotEmpty();

        people.leave(Group.CONTACTS, "mona");
        assertThat(denials("mona")).isEmpty();
        as("mona", () -> runtime.createProcessInstanceQuery().count());
        assertThat(denials("mona")).isNotEmpty();
        identities.deleteUser("mona");
        assertThat(denials("mona")).isEmpty();
    }

    @Test
    void nothing_is_brought_up_to_date_while_only_reading() {
        runtime.startProcessInstanceByMessage("mentor-silent", "mona", Map.of("mentorId", "mona"));
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        as(
                "mona",
                () -> assertThatThrownBy(() -> reading.executeWithoutResult(transaction ->
                                runtime.createProcessInstanceQuery().count()))
                        .hasMessageContaining("Ask the engine before it begins."));
        assertThat(denials("mona")).isEmpty();
    }

    @Test
    void all_numbers_of_a_list_are_counted_in_one_go() {
        runtime.startProcessInstanceByMessage("mentor-silent", "mona", Map.of("mentorId", "mona"));
        runJobs();
        as("mona", () -> runtime.createProcessInstanceQuery().count());
        database.execute("set query_statistics false");
        database.execute("set query_statistics true");

        as(
                "mona",
                () -> assertThat(management
                                .createProcessDefinitionStatisticsQuery()
                                .listPage(0, 50))
                        .isNotEmpty()
                        .allSatisfy(
                                numbers -> assertThat(numbers.getInstances()).isZero()));

        // With this the gate finds out what is out of sight for the whole council.
        assertThat(database.queryForObject("""
                        select sum(execution_count) from information_schema.query_statistics
                        where sql_statement like 'select called.ID_ from ACT_RU_EXECUTION root%'""", Integer.class)).isEqualTo(1);
        database.execute("set query_statistics false");
    }

    @Test
    void a_diagram_that_cannot_be_read_any_more_keeps_the_council_from_nothing_else(CapturedOutput log) {
        var deployment = repository
                .createDeployment()
                .name("test")
                .addString("odd.bpmn", ODD)
                .deploy();
        runtime.startProcessInstanceByMessage("mentor-silent", "mona", Map.of("mentorId", "mona"));
        runJobs();
        var cache = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
        change(deployment, ODD.replace("bpmn:startEvent", "bpmn:intermediateCatchEvent"));
        cache.discardProcessDefinitionCache();

        as(
                "mona",
                () -> assertThat(runtime.createProcessInstanceQuery().count()).isZero());
        as(
                "carmen",
                () -> assertThat(runtime.createProcessInstanceQuery().count()).isPositive());
        assertThat(log.getOut().split("The engine cannot read odd:", -1)).hasSize(2);

        change(deployment, ODD);
        cache.discardProcessDefinitionCache();
        repository.deleteDeployment(deployment.getId(), true);
    }

    private void change(Deployment deployment, String diagram) {
        database.update(
                "update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?",
                diagram.getBytes(StandardCharsets.UTF_8),
                deployment.getId());
    }

    private String denied(String userId, Resource resource, String id) {
        var denial = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        denial.setUserId(userId);
        denial.setResource(resource);
        denial.setResourceId(id);
        denial.setPermissions(new Permission[0]);
        return authorizations.saveAuthorization(denial).getId();
    }

    private List<String> denials(String userId) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                .userIdIn(userId)
                .list()
                .stream()
                .map(Authorization::getId)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "menteeId", "menteeId, mentorId.mentees"})
    void this_is_read_from_a_diagram(String said) {
        assertThat(PartOfIt.isReadable(said)).isTrue();
        assertThat(String.join(", ", PartOfIt.read(said).words())).isEqualTo(said.replace("nobody", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "menteeId;", "mentee id", "mentorId.mentor", "${menteeId}", "menteeId,"})
    void and_this_is_not(String said) {
        assertThat(PartOfIt.isReadable(said)).isFalse();
    }

    /** For longer than they agreed, so nobody has to decide; and nobody else could guide her. */
    private void noraLooksForAnotherMentorThanMona() {
        later(Period.ofDays(-400));
        Objects.requireNonNull(mentorships.begin("nora", "mona"));
        later(Period.ofDays(400));
        startAs(
                "nora",
                "mentor-change",
                Map.of("wishedRoute", "council", "category", "time", "reason", "Nobody there for weeks."));
    }
}
