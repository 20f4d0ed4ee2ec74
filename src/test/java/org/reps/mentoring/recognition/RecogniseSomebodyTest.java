package org.reps.mentoring.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.recognition.RecognisedPeople.Page;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Rumi recognises what Rosa has done, Clara passes it on, and Riku would like to know. */
class RecogniseSomebodyTest extends ProgrammeTest {

    private static final String WORDS = "She has held a workshop in three languages.";

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingRep rosa = programme.rep("rosa");
    private final ActingCouncilMember clara = programme.council("clara");

    @Autowired
    private RecognisedPeople recognised;

    @BeforeEach
    void people_who_do_well() {
        List.of("rumi", "rosa", "riku").forEach(rep -> givenRep(rep));
        givenContact("clara");
        givenContact("chidi");
    }

    private Page seenBy(String userId) {
        return by(userId, recognised::page);
    }

    private <T> T by(String userId, Supplier<T> asked) {
        var answer = new AtomicReference<T>();
        as(userId, () -> answer.set(asked.get()));
        return answer.get();
    }

    private void passedOn() {
        rumi.recognises("rosa", WORDS);
        clara.passesOnWhatIsRecognisedIn("rosa");
    }

    @Test
    void it_is_passed_on_and_only_who_is_recognised_reads_it() {
        passedOn();

        assertThat(mailsTo("rosa")).containsExactly("Rumi Sample recognises you");
        assertThat(mailsTo("rumi")).containsExactly("Rosa Sample has got your recognition");
        assertThat(seenBy("rosa").mine()).hasSize(1).allSatisfy(own -> {
            assertThat(own.words()).isEqualTo(WORDS);
            assertThat(own.by()).isEqualTo("Rumi Sample");
            assertThat(own.shown()).isFalse();
        });
        for (var other : List.of("rumi", "riku", "clara")) {
            assertThat(seenBy(other)).as(other).isEqualTo(new Page(List.of(), List.of()));
        }
    }

    @Test
    void who_is_recognised_lets_everybody_read_it_and_takes_that_back_on_any_day() {
        passedOn();
        rosa.saysWhetherAllMayReadWhatTheyAreRecognisedFor("yes");

        assertThat(the("recognise-somebody")).isEnded().hasPassed("Event_RecognitionReceived");
        assertThat(seenBy("riku").shown())
                .extracting(RecognisedPeople.Shown::name, RecognisedPeople.Shown::words)
                .containsExactly(tuple("Rosa Sample", WORDS));
        var id = seenBy("rosa").mine().get(0).id();
        assertThatThrownBy(() -> by("riku", () -> recognised.show(id, false))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> by("rumi", () -> recognised.show(id, false))).isInstanceOf(Refusal.class);

        assertThat(by("rosa", () -> recognised.show(id, false)).shown()).isEmpty();
        assertThat(seenBy("riku").shown()).isEmpty();
        assertThat(by("rosa", () -> recognised.show(id, true)).shown()).hasSize(1);
    }

    @Test
    void silence_and_no_both_keep_it_for_them() {
        passedOn();
        rosa.saysWhetherAllMayReadWhatTheyAreRecognisedFor("no");
        assertThat(seenBy("riku").shown()).isEmpty();

        programme.rep("riku").recognises("rosa", "Again!");
        clara.passesOnWhatIsRecognisedIn("rosa");
        fire("Event_MonthToSayOver");
        assertThat(openTasks()).isEmpty();
        assertThat(seenBy("rosa").mine()).hasSize(2);
        assertThat(seenBy("riku").shown()).isEmpty();
    }

    @Test
    void of_what_is_not_passed_on_only_whoever_wrote_it_hears() {
        rumi.recognises("rosa", "Great that she came at all.");
        assertThat(seenBy("rosa").mine()).isEmpty();
        clara.keepsBackWhatIsRecognisedIn("rosa", "It sounds like mockery.");

        assertThat(the("recognise-somebody")).isEnded().hasPassed("Event_RecognitionKeptBack");
        assertThat(mailsTo("rumi")).containsExactly("What you wrote about Rosa Sample is not passed on");
        assertThat(mailsTo("rosa")).isEmpty();
        assertThat(seenBy("rosa").mine()).isEmpty();
        assertThat(recognised.section(people.names()).rows()).isZero();
    }

    @Test
    void nobody_recognises_themself_nor_more_than_the_council_can_answer() {
        assertThatThrownBy(() -> rumi.recognises("rumi", "I am good."))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("please name somebody else");
        assertThatThrownBy(() -> rumi.recognises("somebody", "Who?")).isInstanceOf(Refusal.class);
        rumi.recognises("rosa", WORDS);
        assertThatThrownBy(() -> rumi.recognises("rosa", "Once more"))
                .hasMessageContaining("you have recognised them already");
        rumi.recognises("riku", WORDS);
        rumi.recognises("clara", WORDS);
        assertThatThrownBy(() -> rumi.recognises("chidi", WORDS))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("3 of yours are waiting for an answer");
    }

    @Test
    void many_at_the_same_moment_are_no_way_around_that() throws Exception {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("recognise-somebody")
                .latestVersion()
                .singleResult()
                .getId();
        var others = List.of("raja", "rani", "raul", "rhea", "rico", "rike", "rina", "rosi", "ruby", "rune");
        others.forEach(rep -> givenRep(rep));

        var kept = atOnce(others.stream()
                .<Callable<Boolean>>map(other -> () -> {
                    try {
                        var answers = Map.<String, Object>of("recognisedPerson", other, "recognisedFor", WORDS);
                        as("rumi", () -> forms.submitStartForm(definition, answers));
                        return true;
                    } catch (Refusal tooMany) {
                        return false;
                    }
                })
                .toList());

        assertThat(kept).filteredOn(each -> each).hasSize(3);
    }

    @Test
    void nobody_decides_on_what_is_theirs_or_about_them() {
        clara.recognises("rosa", WORDS);
        assertThat(candidates(task("Activity_AnswerRecognition"))).containsExactly("chidi");
        programme.council("chidi").passesOnWhatIsRecognisedIn("rosa");

        rumi.recognises("clara", WORDS);
        assertThat(candidates(task("Activity_AnswerRecognition"))).containsExactly("chidi");
    }

    @Test
    void the_council_sees_who_could_lead_others_and_whoever_is_gone_is_nowhere() {
        passedOn();
        rosa.saysWhetherAllMayReadWhatTheyAreRecognisedFor("yes");

        var section = recognised.section(people.names());
        assertThat(section.sentences()).containsExactly("1 person is recognised for what they do.");
        assertThat(section.table().rows().get(0).cells()).contains("Rosa Sample", "Rumi Sample", WORDS, "yes");

        identities.deleteUser("rosa");
        assertThat(recognised.section(people.names()).rows()).isZero();
        assertThat(seenBy("riku").shown()).isEmpty();
    }

    @Test
    void whoever_has_left_is_nowhere_and_recognised_by_nobody_though_their_account_stays() {
        passedOn();
        rosa.saysWhetherAllMayReadWhatTheyAreRecognisedFor("yes");
        startAs("rosa", "leave-programme", Map.of("lastDay", today().plusDays(1).toString()));
        fire("Event_LeavingDayOver");

        assertThat(people.find("rosa")).isPresent();
        assertThat(seenBy("riku").shown()).isEmpty();
        assertThat(recognised.section(people.names()).rows()).isZero();
        assertThatThrownBy(() -> rumi.recognises("rosa", "Once more"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nobody here has this name");
    }

    @Test
    void one_whose_case_the_operator_deletes_waits_for_nobody() {
        rumi.recognises("rosa", WORDS);
        runtime.deleteProcessInstance(the("recognise-somebody").getId(), "by mistake");

        rumi.recognises("rosa", WORDS);
        assertThat(openTasks()).containsExactly("Activity_AnswerRecognition");
    }
}
