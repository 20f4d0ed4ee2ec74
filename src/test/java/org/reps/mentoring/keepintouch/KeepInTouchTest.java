package org.reps.mentoring.keepintouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Mateo guides Rumi; the two have agreed to be in touch every month. */
class KeepInTouchTest extends ProgrammeTest {

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingMentor mateo = programme.mentor("mateo");
    private final ActingCouncilMember clara = programme.council("clara");

    private String together = "";

    @Autowired
    private KeepInTouchSteps keepInTouch;

    @Autowired
    private InTouchOfPairs inTouch;

    @BeforeEach
    void a_pair() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenContact("clara");
        together = mentorships.begin("rumi", "mateo");
        mentorships.keepInTouch(together, "Chat", "every month");
        mentorships.haveTalked(together, today());
    }

    private void theDayComes() {
        on(database.queryForObject("select next_on from keep_in_touch where id = ?", LocalDate.class, together));
        theRoundAsks();
    }

    private void theRoundAsks() {
        while (keepInTouch.askDue() > 0) {
            runJobs();
        }
    }

    @Test
    void both_are_asked_once_when_the_agreed_day_comes_and_one_answer_is_enough() {
        theRoundAsks();
        assertThat(openTasks()).isEmpty();
        theDayComes();

        assertThat(mailsTo("rumi")).containsExactly("Are you in touch with Mateo?");
        assertThat(mailsTo("mateo")).containsExactly("Are you in touch with Rumi?");
        rumi.isInTouchWith("mateo");

        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_InTouch");
        assertThat(openTasks()).isEmpty();
        assertThat(inTouch.talkedOn(List.of(together))).containsEntry(together, today());
        later(Period.ofDays(20));
        theRoundAsks();
        assertThat(openTasks()).isEmpty();
        theDayComes();
        assertThat(openTasks()).containsExactly("Activity_SayWhetherInTouch");
    }

    @Test
    void the_mail_leads_to_the_question_and_no_digest_repeats_it() throws Exception {
        theDayComes();
        var question = tasks.createTaskQuery().taskAssignee("rumi").singleResult();

        assertThat(question.getPriority()).isLessThan(50);
        assertThat(wholeMailsTo("rumi").get(0).getContent()).isNotNull();
        assertThat(database.queryForObject("select text from mail where recipient_id = 'rumi'", String.class))
                .contains("#/?task=" + question.getId());
    }

    @Test
    void nobody_who_does_not_answer_is_asked_twice_nor_does_anybody_hear_of_one_miss() {
        theDayComes();
        rumi.isNotYetInTouchWith("mateo");
        fire("Event_NoMoreAnswer");

        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_AskedAnotherTime");
        assertThat(openTasks()).isEmpty();
        assertThat(inTouch.lost()).isEmpty();
        assertThat(mailsTo("mateo")).hasSize(1);
    }

    @Test
    void after_the_second_miss_one_is_asked_for_the_first_step_long_before_twelve_weeks() {
        var begin = today();
        theDayComes();
        later(Period.ofDays(7));
        fire("Event_NoMoreAnswer");
        theDayComes();
        rumi.isNotYetInTouchWith("mateo");
        later(Period.ofDays(7));
        fire("Event_NoMoreAnswer");

        assertThat(mailsTo("mateo")).contains("You and Rumi have not talked for a while");
        assertThat(task("Activity_TakeFirstStep")).isAssignedTo("mateo").hasName("Get in touch with Rumi");
        assertThat(inTouch.lost()).extracting(lost -> lost.pair().id()).containsExactly(together);
        assertThat(today()).isBefore(begin.plusWeeks(10));
        mateo.takesTheFirstStepTo("rumi", "talked");

        assertThat(every("keep-in-touch").get(1)).isEnded().hasPassed("Event_InTouchAgain");
        assertThat(inTouch.lost()).isEmpty();
    }

    @Test
    void nobody_waits_any_longer_where_both_say_that_they_have_not_talked_yet() {
        for (var miss = 0; miss < 2; miss++) {
            theDayComes();
            rumi.isNotYetInTouchWith("mateo");
            mateo.isNotYetInTouchWith("rumi");
        }

        assertThat(every("keep-in-touch").get(0)).isEnded().hasPassed("Event_AskedAnotherTime");
        assertThat(openTasks()).containsExactly("Activity_TakeFirstStep");
    }

    @Test
    void where_nobody_takes_the_first_step_a_contact_helps_and_is_asked_once_only() {
        for (var miss = 0; miss < 2; miss++) {
            theDayComes();
            fire("Event_NoMoreAnswer");
        }
        assertThat(task("Activity_TakeFirstStep")).isAssignedTo("mateo");
        fire("Event_NoFirstStep");

        assertThat(task("Activity_LookAfterPair")).hasName("Help Rumi and their mentor to keep in touch");
        clara.looksAfterTheTwo("rumi", "left");
        assertThat(mailsTo("rumi")).doesNotContain("Clara has looked after it");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void a_pair_that_goes_on_missing_it_is_not_led_on_again() {
        for (var miss = 0; miss < 3; miss++) {
            theDayComes();
            fire("Event_NoMoreAnswer");
            if (miss == 1) {
                fire("Event_NoFirstStep");
            }
        }

        assertThat(openTasks()).containsExactly("Activity_LookAfterPair");
        assertThat(database.queryForObject("select next_on from keep_in_touch", LocalDate.class))
                .isEqualTo(today().plusMonths(1));
    }

    @Test
    void whoever_wishes_a_sign_gets_it_from_the_other() {
        theDayComes();
        rumi.couldUseHelpToKeepInTouchWith("mateo", "other");

        assertThat(mailsTo("mateo")).contains("Rumi could use a sign from you");
        mateo.takesTheFirstStepTo("rumi", "fine");
        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_FineAsItIs");
    }

    @Test
    void only_a_contact_who_is_no_part_of_it_helps() {
        theDayComes();
        rumi.couldUseHelpToKeepInTouchWith("mateo", "contact");

        assertThat(candidates(task("Activity_HelpKeepInTouch"))).containsExactly("clara");
    }

    /** Neither what was said, nor that anything was. */
    @Test
    void what_one_has_said_is_not_in_the_form_of_the_other() {
        theDayComes();
        var mateos = tasks.createTaskQuery().taskAssignee("mateo").singleResult();
        var before = shown(mateos, "mateo");
        rumi.isNotYetInTouchWith("mateo");

        assertThat(shown(mateos, "mateo")).isEqualTo(before);
        assertThat(before.get("touchAnswer")).isNull();
        mateo.isNotYetInTouchWith("rumi");
        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_AskedAnotherTime");
    }

    @Test
    void how_often_is_enough_becomes_less_with_the_years() {
        later(Period.ofMonths(13));
        mentorships.haveTalked(together, today());
        theDayComes();
        assertThat(shown(tasks.createTaskQuery().taskAssignee("rumi").singleResult(), "rumi")
                        .get("inTouch")
                        .toString())
                .contains("every two months");
        rumi.isInTouchWith("mateo", "widerRhythm", true);

        assertThat(mentorships.byId(together).contactEvery()).isEqualTo("every two months");
        assertThat(mailsTo("mateo")).contains("How you and Rumi keep in touch");
        assertThat(database.queryForObject("select next_on from keep_in_touch", LocalDate.class))
                .isEqualTo(today().plusMonths(2));
    }

    @Test
    void two_who_have_talked_elsewhere_are_not_asked_any_more() {
        theDayComes();
        mentorships.haveTalked(together, today());
        runJobs();

        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_NothingLeftToAsk");
    }

    @Test
    void two_who_are_apart_are_not_asked_and_nothing_is_kept_of_it() {
        theDayComes();
        mentorships.end(together, "left");
        runJobs();

        assertThat(the("keep-in-touch")).isEnded().hasPassed("Event_NothingToKeepUp");
        assertThat(database.queryForObject("select count(*) from keep_in_touch", Integer.class))
                .isZero();
    }
}
