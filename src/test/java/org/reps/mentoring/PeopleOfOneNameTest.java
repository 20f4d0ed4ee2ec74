package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.Today.today;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingRep;

/** Ana Silva, another Ana Silva, and others whose names are not as simple as those in examples. */
class PeopleOfOneNameTest extends ProgrammeTest {

    private static final String SEVERAL =
            "several people are called \"%s\"; please write whom you mean:" + " Ana Silva (ana), Ana Silva (ana2).";

    private final ActingRep rolf = programme.rep("rolf");
    private final ActingCouncilMember clara = programme.council("clara");

    @BeforeEach
    void a_programme() {
        givenRep("rolf");
        givenMentor("maya", 5);
        givenRep("ana");
        givenRep("ana2");
        givenContact("clara");
        givenContact("chidi");
        called("ana", "Ana", "Silva");
        called("ana2", "Ana", "Silva");
    }

    private void lookForMentors(String... reps) {
        for (var rep : reps) {
            programme.rep(rep).looksForAMentor();
        }
    }

    /** What has to be done. */
    private List<Task> waiting() {
        return tasks.createTaskQuery().taskMinPriority(Task.PRIORITY_NORMAL).list();
    }

    private List<String> taskNames() {
        return waiting().stream().map(Task::getName).toList();
    }

    private String lastMailTo(String userId) {
        return database.queryForObject(
                "select text from mail where recipient_id = ? order by written_at desc limit 1", String.class, userId);
    }

    @Test
    void where_a_form_asks_for_several_of_a_group_those_in_it_are_meant() {
        givenMentor("ana3", 5);
        called("ana3", "Ana", "Silva");

        assertThat(people.allMeant("Ana Silva, maya", Group.MENTORS)).isEqualTo("ana3, maya");
        assertThatThrownBy(() -> people.allMeant("Ana Silva, maya", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("several people are called \"Ana Silva\"");
    }

    // --- told apart

    @Test
    void two_people_with_one_name_are_told_apart_in_tasks_mails_and_lists() {
        lookForMentors("ana", "ana2");
        assertThat(taskNames())
                .containsExactlyInAnyOrder("Offer to mentor Ana Silva (ana)", "Offer to mentor Ana Silva (ana2)");
        for (var task : waiting()) {
            as("maya", () -> tasks.claim(task.getId(), "maya"));
            as("maya", () -> forms.submitTaskForm(task.getId(), Map.of("mentorOffers", "yes")));
        }
        runJobs();
        programme.rep("ana").acceptsTheProposedMentor();
        programme.rep("ana2").acceptsTheProposedMentor();

        assertThat(mailsTo("maya"))
                .contains("You are the mentor of Ana Silva (ana) now", "You are the mentor of Ana Silva (ana2) now");
        assertThat(taskNames())
                .contains(
                        "Hold the orientation call with Ana Silva (ana)",
                        "Hold the orientation call with Ana Silva (ana2)");
        assertThat(people.options(List.of("ana", "ana2", "maya")))
                .containsExactly(
                        new Option("Ana Silva (ana)", "ana"),
                        new Option("Ana Silva (ana2)", "ana2"),
                        new Option("Maya Sample", "maya"));
        assertThat(people.names())
                .containsEntry("ana", "Ana Silva (ana)")
                .containsEntry("ana2", "Ana Silva (ana2)")
                .containsEntry("maya", "Maya Sample");
    }

    @Test
    void two_with_one_first_name_are_called_by_the_whole_name() {
        called("ana2", "Ana", "Souza");
        lookForMentors("ana", "ana2", "rolf");

        assertThat(taskNames())
                .containsExactlyInAnyOrder(
                        "Offer to mentor Ana Silva", "Offer to mentor Ana Souza", "Offer to mentor Rolf");
    }

    @Test
    void who_has_no_first_name_is_called_by_the_last_and_without_any_by_the_user_name() {
        called("ana", "", "Silva");
        called("ana2", null, null);
        lookForMentors("ana", "ana2");

        assertThat(taskNames()).containsExactlyInAnyOrder("Offer to mentor Silva", "Offer to mentor ana2");
        programme.rep("ana").choosesMailSettings("digestWanted", "no");
        programme.rep("ana2").choosesMailSettings("digestWanted", "no");
        assertThat(lastMailTo("ana")).startsWith("Hello Silva,");
        assertThat(lastMailTo("ana2")).startsWith("Hello ana2,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\uD83D\uDE00", "e\u0301", "\u0915\u094D\u0937", "Ana "})
    void a_name_of_any_length_goes_through_a_whole_onboarding(String part) {
        var longest = part.repeat(255 / part.length()).strip();
        called("ana", longest, longest);
        called("ana2", longest, longest);
        called("maya", longest, "Lindqvist");
        lookForMentors("ana");
        assertShort();
        complete("Activity_OfferToMentor", "maya", Map.of("mentorOffers", "yes"));
        programme.rep("ana").asksTheProposedMentor("When do you have time?");
        assertShort();
        complete("Activity_AnswerRepQuestion", "maya", Map.of("mentorReply", "At night"));
        programme.rep("ana").acceptsTheProposedMentor();
        assertShort();
        complete(
                "Activity_HoldOrientationCall",
                "maya",
                Map.of(
                        "heldOn", today().toString(),
                        "channel", "Video",
                        "contactEvery", "every month",
                        "firstGoals", "A meetup"));
        programme.rep("ana").takesTheFirstSteps();
        assertShort();
        complete("Activity_ReviewOrientation", "maya", Map.of("reviewAnswer", "ready"));

        assertThat(endOf("rep-onboarding")).isEqualTo("Event_RepOnboarded");
        assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
        assertThat(database.queryForList("select subject from mail", String.class))
                .isNotEmpty()
                .anyMatch(subject -> subject.contains("… (ana)"))
                .allSatisfy(subject -> assertThat(subject).hasSizeLessThanOrEqualTo(255));
    }

    /** The database takes 255 characters. */
    private void assertShort() {
        assertThat(taskNames())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(200).doesNotContain("\uFFFD"));
    }

    // --- named

    @ParameterizedTest
    @ValueSource(
            strings = {"Rolf Sample", "ROLF", " rolf  sample ", "R\u00F3lf S\u00E0mple", "Rolf Sample (rolf)", "rolf"})
    void a_contact_looks_for_a_mentor_for_whoever_they_name(String name) {
        clara.looksForAMentorFor(name);

        assertThat(taskNames()).containsExactly("Offer to mentor Rolf");
        assertThat(database.queryForList("select rep_id from onboarding", String.class))
                .containsExactly("rolf");
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Silva, several",
        "ANA silva, several",
        "Ana Silva (ana2), ana2",
        "ana2, ana2",
        "Ana Silva (ana3), nobody",
        "Anna Silva, nobody",
        "Silva, nobody"
    })
    void one_of_two_has_to_be_named_and_nobody_unknown(String name, String meant) {
        if (meant.equals("ana2")) {
            clara.looksForAMentorFor(name);
            assertThat(database.queryForList("select rep_id from onboarding", String.class))
                    .containsExactly("ana2");
        } else {
            assertThatThrownBy(() -> clara.looksForAMentorFor(name))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("On behalf of: "
                            + (meant.equals("several")
                                    ? SEVERAL.formatted(name)
                                    : "nobody here is called \"" + name
                                            + "\"; please write the full name or the user name as it stands here."));
            assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana Silva", "ana2", "Maya Sample", "chidi", "nobody99", "rolf sample jr"})
    void who_may_name_nobody_else_does_not_learn_who_is_called_how(String name) {
        assertThatThrownBy(() -> rolf.looksForAMentor("onBehalfOf", name))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Only contacts can look for a mentor for somebody else. Please leave \"On behalf of\" empty.");
        assertThatThrownBy(() -> rolf.asksForAnotherMentor("council", "onBehalfOf", name))
                .isInstanceOf(Refusal.class)
                .hasMessage("Only contacts can ask for another mentor for somebody else."
                        + " Please leave \"On behalf of\" empty.");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void everybody_may_name_themself() {
        called("ana2", "Rolf", "Sample");
        rolf.looksForAMentor("onBehalfOf", "ROLF  Sample");

        assertThat(database.queryForList("select rep_id from onboarding", String.class))
                .containsExactly("rolf");
    }

    @Test
    void of_two_the_one_is_meant_who_can_be() {
        register("ana3", Group.COUNCIL);
        called("ana3", "Rolf", "Sample");
        clara.looksForAMentorFor("Rolf Sample");

        assertThat(database.queryForList("select rep_id from onboarding", String.class))
                .containsExactly("rolf");
    }

    @Test
    void who_has_left_is_not_meant_by_the_name_of_somebody_who_is_here() {
        people.leave(Group.REPS, "ana");
        clara.looksForAMentorFor("Ana Silva");

        assertThat(database.queryForList("select rep_id from onboarding", String.class))
                .containsExactly("ana2");
    }

    @Test
    void a_mentor_nominates_whoever_they_name() {
        programme.mentor("maya").nominates("rolf SAMPLE");
        assertThatThrownBy(() -> programme.mentor("maya").nominates("Ana Silva"))
                .isInstanceOf(Refusal.class)
                .hasMessage("I nominate: " + SEVERAL.formatted("Ana Silva"));

        assertThat(database.queryForList("select rep_id from training", String.class))
                .containsExactly("rolf");
    }

    @Test
    void a_contact_asks_for_another_mentor_for_whoever_they_name() {
        mentorships.begin("ana2", "maya");
        clara.asksForAnotherMentorFor("Ana Silva (ANA2)", "council");

        assertThat(database.queryForList("select mentee_id from change_request", String.class))
                .containsExactly("ana2");
    }

    @Test
    void a_contact_reports_the_silent_mentor_they_name_and_the_user_id_is_kept() {
        givenMentor("ana3", 5);
        called("ana3", "Ana", "Silva");
        mentorships.begin("rolf", "ana3");
        clara.noticesTheInactivityOf("ana silva");

        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("silentMentor")
                        .singleResult()
                        .getValue())
                .isEqualTo("ana3");
        assertThat(database.queryForList("select mentor_id from inactivity", String.class))
                .containsExactly("ana3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Clara Sample, Ana Silva (ana2)",
                "ana2;CLARA",
                "clara ana2",
                " ana2 \u3001 clara sample ,, clara"
            })
    void whoever_is_part_of_a_concern_is_named_by_any_name_and_shown_by_theirs(String names) {
        rolf.raisesAConcern("involvedPeople", names);
        assertThat(candidates(task("Activity_LookIntoConcern"))).containsExactly("chidi");
        as("chidi", () -> tasks.claim(task("Activity_LookIntoConcern").getId(), "chidi"));

        assertThat(((String) shown("Activity_LookIntoConcern", "chidi").get("involvedPeople")).split(", "))
                .containsExactlyInAnyOrder("Clara Sample", "Ana Silva (ana2)");
        programme.council("chidi").takesUpTheConcern();
        assertThat(shown("Activity_SettleConcern", "chidi")
                        .get("involvedPeople")
                        .toString())
                .contains("Ana Silva (ana2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clara, Ana Silva | several people are called \"Ana Silva\"",
                "clara ana silva  | nobody here is called \"clara ana silva\"",
                ", ;              | please write the full name or the user name of somebody"
            })
    void nobody_is_left_out_of_those_who_must_not_read_a_concern(String names, String reason) {
        assertThatThrownBy(() -> rolf.raisesAConcern("involvedPeople", names))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Who is part of it?: " + reason);
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(database.queryForList("select * from sealed_text")).isEmpty();
    }
}
