package org.reps.mentoring.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingRep;
import org.reps.mentoring.suggestion.SuggestionList.Shown;
import org.springframework.beans.factory.annotation.Autowired;

/** Rumi has ideas, Clara and Chidi answer, and Rosa reads along. */
class MakeASuggestionTest extends ProgrammeTest {

    private static final String STEP = "mentor-matching Activity_MeetProposedMentor";

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingCouncilMember clara = programme.council("clara");

    @Autowired
    private SuggestionList list;

    @Autowired
    private ReadersLanguage languages;

    @BeforeEach
    void people_with_ideas() {
        givenRep("rumi");
        givenRep("rosa");
        givenContact("clara");
        givenContact("chidi");
    }

    private List<Shown> seenBy(String userId) {
        var seen = new ArrayList<Shown>();
        as(userId, () -> seen.addAll(list.entries()));
        return seen;
    }

    @Test
    void what_is_taken_up_is_one_click_and_everybody_reads_it() {
        rumi.suggests("Shorter forms.");
        assertThat(seenBy("rosa").get(0))
                .extracting(Shown::state, Shown::words, Shown::by, Shown::mine)
                .containsExactly("OPEN", "Shorter forms.", null, false);

        clara.answersTheSuggestionOf("rumi", "taken-up");

        assertThat(the("make-a-suggestion")).isEnded().hasPassed("Event_SuggestionAnswered");
        assertThat(mailsTo("rumi")).containsExactly("What becomes of your suggestion");
        assertThat(seenBy("rosa").get(0).state()).isEqualTo("TAKEN_UP");
        assertThat(seenBy("rumi").get(0).mine()).isTrue();
    }

    @Test
    void everything_else_needs_a_reason_that_everybody_reads() {
        rumi.suggests("Longer forms.", "mayName", true, "aboutWhat", "The forms");
        for (var answer : List.of("later", "not", "hide")) {
            assertThatThrownBy(() -> clara.answersTheSuggestionOf("rumi", answer))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("please say why");
        }
        clara.answersTheSuggestionOf("rumi", "later", "answerWords", "When the new forms are there.");

        assertThat(seenBy("rosa").get(0))
                .extracting(Shown::state, Shown::by, Shown::aboutWhat, Shown::answer)
                .containsExactly("LATER", "Rumi Sample", "The forms", "When the new forms are there.");
        rumi.suggests("Other forms.");
        clara.answersTheSuggestionOf("rumi", "not", "answerWords", "These are good.");
        assertThat(seenBy("rosa")).extracting(Shown::state).containsExactlyInAnyOrder("LATER", "NOT_TAKEN_UP");
    }

    @Test
    void what_hurts_is_read_by_nobody_but_whoever_wrote_it() {
        rumi.suggests("Rosa talks too much.");
        clara.answersTheSuggestionOf("rumi", "hide", "answerWords", "It is about a person.");

        assertThat(the("make-a-suggestion")).isEnded().hasPassed("Event_SuggestionHidden");
        assertThat(mailsTo("rumi")).containsExactly("Your suggestion is read by nobody else any more");
        assertThat(seenBy("rosa")).isEmpty();
        assertThat(seenBy("clara")).isEmpty();
        assertThat(seenBy("rumi").get(0))
                .extracting(Shown::state, Shown::answer)
                .containsExactly("HIDDEN", "It is about a person.");
    }

    @Test
    void one_that_hangs_on_a_step_names_it_as_whoever_reads_knows_it() {
        rumi.suggests("Ask what time suits.", "aboutStep", STEP);
        languages.choose("rosa", "de");

        var about = seenBy("rosa").get(0).about();
        assertThat(about).isNotNull();
        assertThat(about.step()).isEqualTo("Activity_MeetProposedMentor");
        assertThat(about.stepName()).isNotEmpty().isNotEqualTo("Meet your proposed mentor");
        assertThat(seenBy("rumi").get(0).about())
                .extracting(SuggestionList.About::processName, SuggestionList.About::stepName)
                .containsExactly("Find a mentor", "Meet your proposed mentor");
    }

    @Test
    void one_whose_step_is_gone_stays_readable() {
        rumi.suggests("Ask what time suits.", "aboutStep", STEP);
        database.update("update suggestion set step = 'Activity_OfYesterday'");

        assertThat(seenBy("rosa").get(0).about())
                .extracting(SuggestionList.About::step, SuggestionList.About::stepName)
                .containsExactly(null, "Meet your proposed mentor");
        database.update("update suggestion set process = 'of-yesterday'");
        assertThat(seenBy("rosa").get(0).about())
                .extracting(SuggestionList.About::step, SuggestionList.About::stepName)
                .containsExactly(null, "Meet your proposed mentor");
    }

    @Test
    void a_step_that_is_in_no_diagram_is_refused() {
        for (var step : List.of(
                "rep-onboarding",
                "rep-onboarding Activity_Nowhere",
                "nothing Activity_MeetProposedMentor",
                "mentor-matching  Activity_MeetProposedMentor",
                "raise-concern Activity_MeetProposedMentor")) {
            assertThatThrownBy(() -> rumi.suggests("Better.", "aboutStep", step))
                    .as(step)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("there is no such step any more");
        }
        assertThat(seenBy("rumi")).isEmpty();
    }

    @Test
    void nobody_has_more_than_some_open_ones_nor_the_same_twice() {
        rumi.suggests("Idea 1");
        assertThatThrownBy(() -> rumi.suggests("Idea 1")).hasMessageContaining("you have suggested this already");
        for (var i = 2; i <= 5; i++) {
            rumi.suggests("Idea " + i);
        }
        assertThatThrownBy(() -> rumi.suggests("Idea 6"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Thank you for so many ideas! 5 of yours are waiting");
        assertThat(seenBy("rosa")).hasSize(5);
    }

    @Test
    void many_at_the_same_moment_are_no_way_around_that() throws Exception {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("make-a-suggestion")
                .latestVersion()
                .singleResult()
                .getId();

        atOnce(IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        as("rumi", () -> forms.submitStartForm(definition, Map.of("suggestionWords", "Idea " + i)));
                        return true;
                    } catch (Refusal tooMany) {
                        return false;
                    }
                })
                .toList());

        assertThat(seenBy("rosa")).hasSize(5);
    }

    @Test
    void of_somebody_who_has_left_the_idea_stays_and_the_name_goes() {
        rumi.suggests("Shorter forms.", "mayName", true);
        assertThat(seenBy("rosa").get(0).by()).isEqualTo("Rumi Sample");
        startAs("rumi", "leave-programme", Map.of("lastDay", today().plusDays(1).toString()));
        fire("Event_LeavingDayOver");

        assertThat(seenBy("rosa").get(0)).extracting(Shown::words, Shown::by).containsExactly("Shorter forms.", null);
    }

    @Test
    void nobody_answers_their_own() {
        clara.suggests("More tea.");

        assertThat(candidates(task("Activity_AnswerSuggestion"))).containsExactly("chidi");
        programme.council("chidi").answersTheSuggestionOf("clara", "taken-up");
        assertThat(seenBy("rosa").get(0).state()).isEqualTo("TAKEN_UP");
    }

    @Test
    void one_whose_case_the_operator_deletes_waits_for_nobody() {
        rumi.suggests("Never mind.");
        runtime.deleteProcessInstance(the("make-a-suggestion").getId(), "by mistake");

        assertThat(seenBy("rosa")).isEmpty();
    }
}
