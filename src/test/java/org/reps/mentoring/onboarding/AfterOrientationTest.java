package org.reps.mentoring.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;

/** Mateo has guided Rumi through the orientation; Clara is a contact. */
class AfterOrientationTest extends ProgrammeTest {

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor mateo = programme.mentor("mateo");
    private final ActingCouncilMember clara = programme.council("clara");

    @BeforeEach
    void an_orientation_is_over() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenContact("clara");
        rumi.looksForAMentor();
        mateo.offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();
        mateo.holdsTheOrientationCall("rumi", today());
        rumi.takesTheFirstSteps();
        mateo.findsTheRepReady("rumi");
    }

    @Test
    void the_rep_says_that_it_was_good_and_nobody_has_anything_to_do() {
        assertThat(the("rep-onboarding")).isEnded();
        assertThat(mailsTo("rumi")).contains("Welcome: your orientation is complete");
        rumi.saysHowTheOrientationWas("good");

        assertThat(the("after-orientation")).isEnded().hasPassed("Event_GoodAsItIs");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void the_mentor_reads_what_would_help_and_nobody_else_does() {
        rumi.saysHowTheOrientationWas("mentor", "supportWords", "More time for questions");

        assertThat(shown("Activity_SupportRep", "mateo").get("supportWords")).isEqualTo("More time for questions");
        assertThat(runtime.createVariableInstanceQuery().list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("More time"));
        mateo.goesOnSupporting("rumi");
        assertThat(the("after-orientation")).isEnded().hasPassed("Event_SupportGiven");
    }

    @Test
    void a_contact_helps_where_the_mentor_thinks_so() {
        rumi.saysHowTheOrientationWas("mentor");
        mateo.thinksThatAContactHelpsBetter("rumi");
        clara.helpsAfterTheOrientationOf("rumi");
        assertThat(the("after-orientation")).isEnded().hasPassed("Event_ContactHelped");
    }

    @Test
    void a_contact_helps_at_once_where_the_rep_wishes_it() {
        rumi.saysHowTheOrientationWas("contact", "supportWords", "Somebody to talk to");
        assertThat(openTasks()).containsExactly("Activity_LookAfterRep");
        clara.helpsAfterTheOrientationOf("rumi");

        assertThat(the("after-orientation")).isEnded().hasPassed("Event_ContactHelped");
    }

    @Test
    void a_contact_helps_where_the_mentor_says_nothing() {
        rumi.saysHowTheOrientationWas("mentor");
        fire("Event_NoSupportYet");

        assertThat(the("after-orientation")).isWaitingAtExactly("Activity_LookAfterRep");
    }

    @Test
    void a_rep_who_says_nothing_is_not_asked_again() {
        fire("Event_NothingSaid");

        assertThat(the("after-orientation")).isEnded().hasPassed("Event_LeftAsItIs");
    }

    @Test
    void nothing_is_asked_of_two_who_are_apart() {
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "left");
        runJobs();

        assertThat(the("after-orientation")).isEnded().hasPassed("Event_NothingToSupport");
    }
}
