package org.reps.mentoring.mentorchange;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;

/**
 * SOP: changing your mentor, reassigning. Rumi has been guided by Mateo for three months and would like another mentor.
 */
abstract class MentorChangeTest extends ProgrammeTest {

    /** Occurs nowhere but in what people write confidentially. */
    static final String MARKER = "archaeopteryx";

    static final String STILL_THERE = "Activity_StillThere";

    static final String FIRST_CALL = "Activity_HoldFirstCall";

    final ActingRep rumi = programme.rep("rumi");
    final ActingMentor mateo = programme.mentor("mateo");
    final ActingMentor maya = programme.mentor("maya");
    final ActingCouncilMember clara = programme.council("clara");
    final ActingCouncilMember chidi = programme.council("chidi");
    final ActingCouncilMember carmen = programme.council("carmen");

    @Autowired
    MentorChangeSteps mentorChange;

    /** The mentorship of Rumi and Mateo. */
    String old = "";

    @BeforeEach
    void rumi_has_been_guided_by_mateo_for_three_months() {
        givenRep("rumi");
        givenMentor("mateo", 5);
        givenMentor("maya", 5);
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
        old = Objects.requireNonNull(mentorships.begin("rumi", "mateo"));
        later(Period.ofMonths(3));
    }

    // --- who there is

    void mateoIsInTheCouncil() {
        identities.createMembership("mateo", Group.COUNCIL.id());
        identities.createMembership("mateo", Group.CONTACTS.id());
    }

    void isAway(String mentorId) {
        var today = today();
        mentors.save(mentors.findById(mentorId).orElseThrow().away(today.minusDays(1), today.plusMonths(1), null));
    }

    void becomes(String mentorId, Mentor.Status status) {
        database.update("update mentor set status = ?, version = version + 1 where id = ?", status.name(), mentorId);
    }

    // --- what happens

    void rumiStarts(String route) {
        rumi.asksForAnotherMentor(route, "reason", "We do not get on, " + MARKER);
    }

    /** Whoever it may be. */
    void rumiAsks(String route) {
        rumiStarts(route);
        rumi.wouldLikeNobodyInParticular();
    }

    void mayaIsFound() {
        maya.offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();
    }

    void nobodyElseIsFound() {
        fire("Event_NoOfferInTime");
        clara.stopsLookingFor("rumi", "Nobody is free");
    }

    /** What mentor-inactivity says when its case ends. */
    void settled(String outcome) {
        runtime.createMessageCorrelation("mentor-inactivity-settled")
                .processInstanceVariableEquals("mentorId", "mateo")
                .setVariable("inactivityOutcome", outcome)
                .correlate();
        runJobs();
    }

    void claim(String activity, String userId) {
        var task = task(activity).getId();
        as(userId, () -> tasks.claim(task, userId));
    }

    void give(String activity, String userId) {
        var task = task(activity).getId();
        as("admin", () -> tasks.setAssignee(task, userId));
    }

    static Callable<String> attempt(Runnable action) {
        return () -> {
            try {
                action.run();
                return "done";
            } catch (Refusal refusal) {
                return "refused";
            }
        };
    }

    // --- what can be seen

    /** What a silent mentor is asked, and how the new pair meets, belong to other diagrams and have their own tests. */
    @Override
    protected Set<String> openTasks() {
        return super.openTasks().stream()
                .filter(task -> !task.equals(STILL_THERE) && !task.equals(FIRST_CALL))
                .collect(toSet());
    }

    @Override
    protected List<String> mailsTo(String userId) {
        return super.mailsTo(userId).stream()
                .filter(subject -> !subject.equals("Please do: Are you still there?")
                        && !subject.startsWith("Please do: Hold the first call with"))
                .toList();
    }

    void assertAnotherMentorIsLookedFor() {
        assertThat(the("mentor-change")).isWaitingAtExactly("Activity_FindMentor");
        assertThat(the("mentor-matching")).isWaitingAtExactly("Activity_OpenAssignment", "Activity_OfferToMentor");
        assertThat(openTasks()).containsExactly("Activity_OfferToMentor");
    }

    /** Fails with this message, and with every retry, until the operator has an incident. */
    void assertFailsAt(String activity, String message, ThrowingCallable action) {
        var failing = action;
        do {
            assertThatFailsWith(message, failing);
            failing = this::runJobs;
        } while (management.createJobQuery().messages().withRetriesLeft().count() > 0);
        assertThat(runtime.createIncidentQuery().listPage(0, 1000))
                .extracting(Incident::getActivityId)
                .containsExactly(activity);
    }

    private static void assertThatFailsWith(String message, ThrowingCallable action) {
        assertThatThrownBy(action)
                .extracting(NestedExceptionUtils::getMostSpecificCause)
                .extracting(Throwable::getMessage)
                .isEqualTo(message);
    }

    String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("mentor-change")
                .latestVersion()
                .singleResult()
                .getId();
    }

    String state() {
        return database.queryForObject("select state from change_request", String.class);
    }

    List<String> decisions() {
        return database.query(
                "select route, outcome, decided_by from change_decision order by place",
                (row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
    }

    List<String> told() {
        return database.query(
                "select recipient_id, notice from change_told",
                (row, number) -> row.getString(1) + ": " + row.getString(2));
    }
}
