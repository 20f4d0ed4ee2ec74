package org.reps.mentoring.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingRep;
import org.reps.mentoring.story.RaisingAConcern;

/** SOP: escalation. Rolf raises a concern, and it is looked into until it is settled. */
class RaisingAConcernTest extends ProgrammeTest {

    private final ActingRep rolf = programme.rep("rolf");
    private final ActingCouncilMember clara = programme.council("clara");
    private final ActingCouncilMember chidi = programme.council("chidi");
    private final ActingCouncilMember carmen = programme.council("carmen");

    @BeforeEach
    void a_programme() {
        givenRep("rolf");
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
    }

    @Test
    void a_concern_is_raised_looked_into_and_settled() {
        RaisingAConcern.told(programme, "rolf", "clara", "chidi");

        assertThat(the("raise-concern")).isEnded().hasPassed("Event_ConcernSettled");
        assertThat(mailsTo("rolf"))
                .containsExactly(
                        "Somebody looks into what you wrote", "Please do: Read what was done about your concern");
        assertThat(mailsTo("clara")).contains("Please look into a concern");
        assertThat(mailsTo("chidi")).isEmpty();
        assertThat(mailsTo("carmen")).isEmpty();
    }

    @Test
    void a_contact_who_is_not_part_of_it_takes_it_up_and_settles_it() {
        rolf.raisesAConcern("involvedPeople", "chidi");
        assertThat(the("raise-concern")).isWaitingAtExactly("Activity_LookIntoConcern");
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("clara");
        assertThat(mailsTo("clara")).containsExactly("Please look into a concern");
        assertThat(mailsTo("chidi")).isEmpty();

        clara.takesUpTheConcern();
        assertThat(task("Activity_SettleConcern")).isAssignedTo("clara");
        assertThat(mailsTo("rolf")).containsExactly("Somebody looks into what you wrote");
        clara.settlesTheConcernTheyTookUp("Talked to both", "They apologised.");
        assertThat(task("Activity_ReadAnswer")).isAssignedTo("rolf");
        assertThat(shown("Activity_ReadAnswer", "rolf")).containsEntry("answerForReporter", "They apologised.");
        rolf.findsThatTheAnswerHelps();

        assertThat(the("raise-concern")).isEnded().hasPassed("Event_ConcernSettled");
        assertThat(mailsTo("rolf"))
                .containsExactly(
                        "Somebody looks into what you wrote", "Please do: Read what was done about your concern");
    }

    @Test
    void what_was_done_goes_along_to_the_next_one() {
        rolf.raisesAConcern();
        clara.passesOnTheConcern("Talked to them");
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("chidi");
        chidi.takesUpTheConcern();
        chidi.passesOnTheConcernTheyTookUp("Asked the shop");
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("carmen");

        claim("carmen");
        assertThat(shown("Activity_LookIntoConcern", "carmen"))
                .containsEntry("whatWasDone", "Talked to them\n\nAsked the shop");
    }

    @Test
    void when_everybody_was_asked_they_are_asked_again() {
        rolf.raisesAConcern("involvedPeople", "chidi");
        clara.passesOnTheConcern("Talked to them");
        carmen.passesOnTheConcern("Talked to them too");

        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("clara");
    }

    @Test
    void an_answer_that_does_not_help_is_looked_at_by_somebody_else() {
        rolf.raisesAConcern();
        clara.settlesTheConcernAtOnce("Wrote to the supplier", "It was a mistake");
        rolf.findsThatTheAnswerDoesNotHelp("Nobody asked me");
        assertThat(the("raise-concern")).isWaitingAtExactly("Activity_LookIntoConcern");
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("chidi");

        claim("chidi");
        assertThat(shown("Activity_LookIntoConcern", "chidi"))
                .containsEntry("whyAgain", "Nobody asked me")
                .containsEntry("answerForReporter", null);
    }

    @Test
    void contacts_are_reminded_and_one_who_does_not_settle_it_hands_it_on() {
        rolf.raisesAConcern();
        fire("Event_NotLookedInto");
        assertThat(the("raise-concern"))
                .isWaitingAtExactly("Activity_LookIntoConcern")
                .hasPassed("Event_ContactsReminded");
        assertThat(mailsTo("clara"))
                .containsExactly("Please look into a concern", "A concern still waits for somebody");
        clara.takesUpTheConcern();
        fire("Event_NotSettled");

        assertThat(the("raise-concern")).isWaitingAtExactly("Activity_LookIntoConcern");
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("chidi");
    }

    @Test
    void a_case_whose_answer_is_not_read_ends_and_is_forgotten() {
        rolf.raisesAConcern();
        clara.settlesTheConcernAtOnce("Wrote to the supplier", "It was a mistake");
        assertThat(sealedTexts()).isPositive();
        fire("Event_AnswerNotRead");

        assertThat(the("raise-concern")).isEnded().hasPassed("Event_AnswerNotRead", "Event_ConcernSettled");
        assertThat(sealedTexts()).isZero();
    }

    @Test
    void a_case_that_the_operator_deletes_is_forgotten_too() {
        rolf.raisesAConcern();
        assertThat(sealedTexts()).isPositive();
        runtime.deleteProcessInstance(the("raise-concern").getId(), "by mistake", true);

        assertThat(sealedTexts()).isZero();
    }

    // --- who looks into it

    @Test
    void a_contact_who_raises_one_is_not_asked_themself() {
        clara.raisesAConcern();

        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("chidi");
    }

    @Test
    void when_all_contacts_are_part_of_it_other_council_members_look_into_it() {
        rolf.raisesAConcern("involvedPeople", "clara, Chidi");

        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("carmen");
    }

    @Test
    void when_the_whole_council_is_part_of_it_the_operator_is_told_and_nobody_is_waved_through() {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("raise-concern")
                .latestVersion()
                .singleResult();
        Map<String, Object> concern = Map.of(
                "category", "misuse",
                "whatHappened", "Money is missing",
                "involvedPeople", "clara chidi;carmen",
                "mayContact", true);
        as("rolf", () -> forms.submitStartForm(definition.getId(), concern));
        var failed = management.createJobQuery().messages().singleResult();
        management.setJobRetries(failed.getId(), 1);
        assertThatThrownBy(() -> runJobs())
                .hasRootCauseMessage("Nobody impartial is left in the council; somebody has to join it");
        while (management.createJobQuery().messages().withRetriesLeft().count() > 0) {
            assertThatThrownBy(() -> runJobs()).isNotNull();
        }

        assertThat(runtime.createIncidentQuery().list())
                .extracting(Incident::getActivityId, Incident::getIncidentMessage)
                .containsExactly(tuple(
                        "Activity_FindImpartialContacts",
                        "Nobody impartial is left in the council; somebody has to join it"));
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void somebody_who_does_not_exist_cannot_be_part_of_it() {
        assertThatThrownBy(() -> rolf.raisesAConcern("involvedPeople", "chidi, nobody99"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nobody here is called \"nobody99\"");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(sealedTexts()).isZero();
    }

    private void claim(String userId) {
        var task = task("Activity_LookIntoConcern").getId();
        as(userId, () -> tasks.claim(task, userId));
    }

    private int sealedTexts() {
        return database.queryForObject("select count(*) from sealed_text", Integer.class);
    }
}
