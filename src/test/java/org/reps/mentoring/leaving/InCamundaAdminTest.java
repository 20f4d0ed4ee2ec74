package org.reps.mentoring.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.AtOnce;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;

/** Accounts and groups are taken away, and given, in Camunda Admin and by its REST API. */
class InCamundaAdminTest extends LeavingTest {

    @Test
    void while_a_mentorship_runs_nobody_is_taken_away_and_it_says_what_to_do() {
        assertThatThrownBy(() -> identities.deleteUser("mateo"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The account cannot be deleted while a mentorship runs. Mateo Sample guides 2 people whom nobody"
                                + " would guide any more. Please have a contact start \"Leave the programme\" for them in Tasklist;"
                                + " when their mentorships are over, this is possible.");
        assertThatThrownBy(() -> identities.deleteUser("rumi"))
                .hasMessageContaining("Rumi Sample has a mentor, who would wait for them.");
        assertThatThrownBy(() -> identities.deleteMembership("rumi", "reps"))
                .hasMessageStartingWith("Nobody can be taken out of the group reps while a mentorship runs");
        assertThatThrownBy(() -> identities.deleteMembership("mateo", "mentors"))
                .hasMessageContaining("have them start \"Step down as a mentor\"");
        assertThatThrownBy(() -> identities.deleteGroup("mentors"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The programme needs the group \"mentors\"");
        assertThat(people.in(Group.MENTORS)).contains("mateo", "maya");
        assertThat(people.find("rumi")).isPresent();
    }

    @Test
    void an_account_on_which_nobody_depends_leaves_nothing_behind() {
        givenRep("ruth");
        startAs("ruth", "rep-onboarding", Map.of("goals", "Speak", "languages", List.of("en"), "timeZone", "UTC"));
        identities.deleteUser("ruth");

        assertThat(running("rep-onboarding")).isEmpty();
        assertThat(openAssignments()).isEmpty();
        assertThat(known.hasLeft("ruth")).isTrue();
    }

    @Test
    void a_mentor_without_mentees_who_is_taken_out_of_the_group_is_none_any_more() {
        givenRep("ruth");
        startAs("ruth", "rep-onboarding", Map.of("goals", "Speak", "languages", List.of("en"), "timeZone", "UTC"));
        var offer = task("Activity_OfferToMentor");
        assertThat(candidates(offer)).contains("maya");
        as("maya", () -> tasks.claim(offer.getId(), "maya"));
        identities.deleteMembership("maya", "mentors");

        assertThat(candidates(offer)).doesNotContain("maya");
        assertThat(task("Activity_OfferToMentor").getAssignee()).isNull();
        assertThat(mentors.findById("maya").orElseThrow().status()).isEqualTo(Mentor.Status.RESIGNED);
        assertThat(people.isIn(Group.REPS, "maya")).isTrue();
        assertThat(known.hasLeft("maya")).isFalse();
    }

    @Test
    void whoever_is_a_rep_no_more_and_nothing_else_has_left() {
        givenRep("ruth");
        startAs("ruth", "rep-onboarding", Map.of("goals", "Speak", "languages", List.of("en"), "timeZone", "UTC"));
        assertThat(openAssignments()).containsExactly("ruth");
        identities.deleteMembership("ruth", "reps");

        assertThat(running("rep-onboarding")).isEmpty();
        assertThat(openAssignments()).isEmpty();
        assertThat(mentorships.withoutMentor()).isEmpty();
        assertThat(known.hasLeft("ruth")).isTrue();
        assertThat(database.queryForList("select person_id from leaving where state = 'LEFT'", String.class))
                .containsExactly("ruth");
        back("ruth");
        assertThat(people.isIn(Group.REPS, "ruth")).isTrue();
        assertThat(canLogIn("ruth")).isTrue();
    }

    @Test
    void whoever_is_a_rep_no_more_and_is_in_the_council_is_still_here() {
        givenRep("ruth");
        identities.createMembership("ruth", Group.COUNCIL.id());
        identities.deleteMembership("ruth", "reps");

        assertThat(people.isIn(Group.COUNCIL, "ruth")).isTrue();
        assertThat(canLogIn("ruth")).isTrue();
    }

    @Test
    void whoever_is_in_the_council_no_more_has_and_is_offered_none_of_its_tasks() {
        identities.createMembership("clara", Group.REPS.id());
        leaves("rumi", lastDay(), "reason", "I am tired, " + MARKER);
        leaves("rana", lastDay(), "reason", "So am I, " + MARKER);
        var reasons = tasks.createTaskQuery()
                .taskDefinitionKey("Activity_ReadReason")
                .orderByTaskCreateTime()
                .asc()
                .list();
        as("clara", () -> tasks.claim(reasons.get(0).getId(), "clara"));

        identities.deleteMembership("clara", Group.CONTACTS.id());
        identities.deleteMembership("clara", Group.COUNCIL.id());

        for (var reason : reasons) {
            assertThat(candidates(reason)).containsExactly("chidi");
        }
        assertThat(tasks.createTaskQuery().taskAssignee("clara").count()).isZero();
    }

    @Test
    void whoever_is_a_contact_no_more_keeps_what_the_whole_council_is_offered() {
        register("carmen", Group.COUNCIL);
        identities.createMembership("clara", Group.REPS.id());
        leaves("rumi", lastDay(), "reason", "I am tired, " + MARKER);
        var ofAll = task("Activity_ReadReason");
        as("clara", () -> tasks.claim(ofAll.getId(), "clara"));
        tasks.addCandidateUser(ofAll.getId(), "carmen");
        leaves("rana", lastDay(), "reason", "So am I, " + MARKER);
        var ofContacts = tasks.createTaskQuery()
                .taskDefinitionKey("Activity_ReadReason")
                .taskUnassigned()
                .singleResult();
        as("clara", () -> tasks.claim(ofContacts.getId(), "clara"));

        identities.deleteMembership("clara", Group.CONTACTS.id());

        assertThat(tasks.createTaskQuery().taskAssignee("clara").list())
                .extracting(Task::getId)
                .containsExactly(ofAll.getId());
        assertThat(candidates(ofContacts)).containsExactly("chidi");
        assertThat(people.isIn(Group.COUNCIL, "clara")).isTrue();
    }

    @Test
    void whoever_is_deleted_while_leaving_has_left() {
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "over");
        leaves("rumi", lastDay());
        identities.deleteUser("rumi");

        assertThat(running("leave-programme")).isEmpty();
        assertThat(database.queryForList("select state from leaving", String.class))
                .containsExactly("LEFT");
    }

    // --- a user name is never used again

    @ParameterizedTest
    @ValueSource(strings = {"ruth", "Ruth", "RUTH"})
    void a_user_name_that_somebody_had_is_nobody_elses(String userName) {
        givenRep("ruth");
        identities.deleteUser("ruth");

        assertThatThrownBy(() -> people.register(new Person(userName, "Ruth", "Other", ""), "mentoring-demo"))
                .isInstanceOf(Refusal.class)
                .hasMessage("User name: somebody had the user name \"ruth\" before, and what is kept of them is nobody"
                        + " else's. Please choose another one. Is it the same person, who comes back? Then a contact"
                        + " starts \"Welcome somebody back\" in Tasklist first.");
        assertThat(people.find(userName)).isEmpty();
    }

    @Test
    void of_two_at_once_one_gets_a_user_name() throws Exception {
        assertThat(AtOnce.atOnce(List.of(() -> isRegistered("nora"), () -> isRegistered("Nora"))))
                .containsExactlyInAnyOrder(true, false);
    }

    private boolean isRegistered(String userName) {
        try {
            people.register(new Person(userName, "Nora", "Sample", ""), "mentoring-demo");
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    @Test
    void the_same_person_comes_back_and_finds_what_is_theirs() {
        leaves("rumi", lastDay());
        lastDayOver();
        back("RUMI");

        assertThat(the("welcome-back")).isEnded().hasPassed("Event_Back").hasNotPassed("Activity_ExpectBack");
        assertThat(people.isIn(Group.REPS, "rumi")).isTrue();
        assertThat(canLogIn("rumi")).isTrue();
        assertThat(mailsTo("rumi")).contains("Welcome back");
        assertThat(mentorships.of(List.of("rumi"))).hasSize(1);
        assertThat(mentorships.ofMentee("rumi")).isEmpty();
    }

    @Test
    void where_the_account_is_gone_the_operator_makes_it_again_as_it_was_written() {
        givenRep("ruth");
        identities.deleteUser("ruth");
        back("Ruth");
        assertThat(the("welcome-back")).isEnded().hasPassed("Event_Expected").hasNotPassed("Activity_MakeRepAgain");
        assertThat(bodyOf("welcome-back-account", "clara")).contains("exactly the user name ruth");

        assertThatThrownBy(() -> people.register(new Person("Ruth", "Ruth", "Sample", ""), "mentoring-demo"))
                .hasMessageContaining("Please write it like that.");
        people.register(new Person("ruth", "Ruth", "Sample", ""), "mentoring-demo", Group.REPS);
        assertThat(canLogIn("ruth")).isTrue();
        identities.deleteUser("ruth");
        assertThatThrownBy(() -> people.register(new Person("ruth", "Ruth", "Sample", ""), "mentoring-demo"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nobody_is_welcomed_back_who_is_here_or_was_never_here() {
        assertThatThrownBy(() -> back("rumi")).hasMessageContaining("has not left.");
        assertThatThrownBy(() -> back("nobody")).hasMessageContaining("nobody here has ever had");
        goneFromTheDatabase("mateo");
        missing.notice(10);
        assertThatThrownBy(() -> back("mateo")).hasMessageContaining("a task of the council asks it");
    }

    private void back(String userName) {
        startAs("clara", "welcome-back", Map.of("userName", userName, "samePerson", true));
    }
}
