package org.reps.mentoring.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.reps.mentoring.Today.today;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;

/** Rumi names the mentor whom they would like, and is never left in silence about it. */
class WishedMentorTest extends ProgrammeTest {

    private static final String NOT_FREE = "Maya cannot be your mentor now; we ask others";

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor maya = programme.mentor("maya");
    private final ActingMentor mateo = programme.mentor("mateo");

    @BeforeEach
    void a_programme() {
        register("rumi", Group.REPS);
        givenMentor("maya", 1);
        givenMentor("mateo", 5);
        givenContact("clara");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mayo  | nobodyCalled | nobody here is called "Mayo"; please write the full name or the user name as it stands here.
            anna  | nobodyCalled | nobody here is called "anna"; please write the full name or the user name as it stands here.
            ravi  | noMentor     | Ravi is not a mentor. Please look at the list of mentors, or leave this empty.
            musa  | noMentor     | Musa is not a mentor. Please look at the list of mentors, or leave this empty.
            mei   | noNewMentees | Mei takes nobody new at the moment. Please choose somebody else, or leave this empty.
            moses | noMentor     | Moses is not a mentor. Please look at the list of mentors, or leave this empty.
            rumi  | noMentor     | Rumi is not a mentor. Please look at the list of mentors, or leave this empty.
            """)
    void whoever_cannot_be_asked_is_refused_at_once_at_the_field(String named, String kind, String sentence) {
        givenRep("ravi");
        register("anna", Group.ANALYSTS);
        givenMentor("musa", 5);
        mentors.save(mentors.findById("musa").orElseThrow().resigned());
        givenMentor("mei", 5);
        mentors.save(mentors.findById("mei").orElseThrow().withoutNewMenteesUntil(today()));
        givenMentor("moses", 5);
        mentors.save(mentors.findById("moses").orElseThrow().becoming(Mentor.Status.INACTIVE));

        assertThatThrownBy(() -> rumi.looksForAMentor("recommendedMentorId", named))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::faults)
                .asList()
                .singleElement()
                .satisfies(fault -> {
                    var told = (Refusal.Fault) fault;
                    assertThat(told.field()).isEqualTo("recommendedMentorId");
                    assertThat(told.label()).isEqualTo("A mentor you would like");
                    assertThat(told.sentence()).isEqualTo(sentence);
                    assertThat(told.wanted())
                            .isNotNull()
                            .satisfies(wanted -> assertThat(wanted.kind()).isEqualTo(kind));
                });
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void whom_somebody_guides_cannot_become_their_mentor() {
        givenMentor("mina", 5);
        mentorships.begin("maya", "mina");

        assertThatThrownBy(() -> programme.rep("mina").looksForAMentor("recommendedMentorId", "maya"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "A mentor you would like: Maya cannot guide whoever guides them, themself or through others."
                                + " Please choose somebody else, or leave this empty.");
    }

    @Test
    void who_has_a_place_is_asked_first_and_nobody_is_told_that_they_cannot() {
        rumi.looksForAMentor("recommendedMentorId", "maya");
        maya.agreesToMentor("rumi");
        rumi.wouldRatherHaveSomebodyElse();

        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("mateo");
        assertThat(mailsTo("rumi")).doesNotContain(NOT_FREE);
    }

    @Test
    void where_there_is_no_place_the_rep_is_told_what_happens_now() {
        givenRep("rosa");
        mentorships.begin("rosa", "maya");

        rumi.looksForAMentor("recommendedMentorId", "maya");

        assertThat(mailsTo("rumi")).containsExactly(NOT_FREE);
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("mateo");
        mateo.doesNotOfferToMentor("rumi");
        assertThat(mailsTo("rumi")).as("told once").containsExactly(NOT_FREE);
    }

    @Test
    void who_says_no_is_told_without_the_reason() {
        rumi.looksForAMentor("recommendedMentorId", "maya");
        maya.doesNotAgreeToMentor("rumi", "declineReason", "We do not get on");

        assertThat(mailsTo("rumi")).containsExactly(NOT_FREE);
        assertNowhereInClear("We do not get on");
        assertThat(candidates(task("Activity_OfferToMentor"))).containsExactly("mateo");
    }

    @Test
    void who_does_not_answer_is_told_in_the_same_words() {
        rumi.looksForAMentor("recommendedMentorId", "maya");
        fire("Event_MentorSilent");

        assertThat(mailsTo("rumi")).containsExactly(NOT_FREE);
    }

    @Test
    void whom_a_contact_asks_was_no_wish_of_the_rep() {
        rumi.looksForAMentor();
        fire("Event_NoOfferInTime");
        programme.council("clara").asksAMentorFor("rumi", "maya");
        maya.doesNotAgreeToMentor("rumi");

        assertThat(mailsTo("rumi")).isEmpty();
    }
}
