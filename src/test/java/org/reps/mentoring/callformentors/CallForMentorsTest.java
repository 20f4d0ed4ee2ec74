package org.reps.mentoring.callformentors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.callformentors.CallForMentorsForms.OfLanguage;
import org.reps.mentoring.callformentors.CallForMentorsForms.OfRegion;
import org.reps.mentoring.story.ActingCouncilMember;
import org.springframework.beans.factory.annotation.Autowired;

/** Maya has two places, Mateo has none; the programme wants three to be left. */
class CallForMentorsTest extends ProgrammeTest {

    private final ActingCouncilMember clara = programme.council("clara");

    @Autowired
    private CallForMentorsSteps callForMentors;

    @Autowired
    private CallForMentorsForms forms;

    @Autowired
    private CallForMentorsTable table;

    @BeforeEach
    void few_places() {
        givenContact("clara");
        givenMentor("maya", 2);
        givenMentor("mateo", 0);
    }

    @Test
    void one_click_asks_every_mentor_who_is_there_and_nobody_is_asked_again_for_two_months() {
        givenMentor("musa", 0);
        mentors.save(mentors.findById("musa").orElseThrow().away(today(), today().plusDays(9), null));
        theRoundLooks();
        theRoundLooks();
        assertThat(openTasks()).containsExactly("Activity_DecideOnCall");
        assertThat(task("Activity_DecideOnCall")).hasName("Ask mentors for nominations?");
        clara.decidesOnTheCallForMentors("ask");

        assertThat(the("call-for-mentors")).isEnded().hasPassed("Event_MentorsAsked");
        assertThat(List.of("maya", "mateo"))
                .allSatisfy(
                        mentor -> assertThat(mailsTo(mentor)).containsExactly("Whom could you imagine as a mentor?"));
        assertThat(mailsTo("musa")).isEmpty();
        assertThat(database.queryForObject("select text from mail where recipient_id = 'maya'", String.class))
                .contains("#/?processStart=coaching-training");
        later(Period.ofDays(58));
        theRoundLooks();
        assertThat(openTasks()).isEmpty();
        later(Period.ofDays(4));
        theRoundLooks();
        assertThat(openTasks()).containsExactly("Activity_DecideOnCall");
    }

    @Test
    void left_for_now_no_mentor_is_told_and_the_contacts_are_asked_again_after_two_weeks() {
        theRoundLooks();
        clara.decidesOnTheCallForMentors("not-now");

        assertThat(the("call-for-mentors")).isEnded().hasPassed("Event_NotNow");
        assertThat(mailsTo("maya")).isEmpty();
        later(Period.ofDays(13));
        theRoundLooks();
        assertThat(openTasks()).isEmpty();
        later(Period.ofDays(1));
        theRoundLooks();
        assertThat(openTasks()).containsExactly("Activity_DecideOnCall");
    }

    @Test
    void nobody_is_asked_while_enough_places_are_left_for_those_who_wait() {
        givenMentor("mei", 3);
        var waiting = List.of("rumi", "rosa");
        waiting.forEach(this::waits);
        theRoundLooks();
        assertThat(openTasks()).isEmpty();
        waits("rolf");
        theRoundLooks();

        assertThat(openTasks()).containsExactly("Activity_DecideOnCall");
        assertThat(forms.places())
                .extracting(
                        CallForMentorsForms.Figures::free,
                        CallForMentorsForms.Figures::waiting,
                        CallForMentorsForms.Figures::left)
                .containsExactly(5, 3, 2);
    }

    @Test
    void where_nobody_could_nominate_the_contacts_are_not_asked() {
        for (var id : List.of("maya", "mateo")) {
            mentors.save(mentors.findById(id).orElseThrow().away(today(), today().plusDays(9), null));
        }
        theRoundLooks();

        assertThat(openTasks()).isEmpty();
    }

    @Test
    void groups_of_few_people_are_not_told_apart() {
        waits("rumi", "es", "en");
        waits("rosa", "es", "pl");
        assertThat(forms.byLanguage()).isEmpty();
        assertThat(forms.byRegion()).isEmpty();
        waits("rolf", "es");

        assertThat(forms.byLanguage()).containsExactly(new OfLanguage("Spanish", "3", "few"));
        assertThat(forms.byRegion()).containsExactly(new OfRegion("America", "3", "few"));
    }

    @Test
    void a_case_that_the_operator_deletes_counts_as_left_for_now() {
        theRoundLooks();
        runtime.deleteProcessInstance(the("call-for-mentors").getId(), "by mistake");

        assertThat(table.get(CallForMentors.ONLY).underWay()).isFalse();
        assertThat(table.get(CallForMentors.ONLY).notBefore()).isEqualTo(today().plusDays(14));
    }

    private void theRoundLooks() {
        callForMentors.startWhenNeeded();
        runJobs();
    }

    private void waits(String repId, String... languages) {
        givenRep(repId);
        var rep = reps.findById(repId).orElseThrow();
        reps.save(rep.describedAs(Set.of(languages), "America/Lima", Set.of(), "", ""));
        database.update(
                "insert into onboarding (id, rep_id, open_rep, started_by, began_on, version) values (?, ?, ?, ?, ?, 0)",
                repId,
                repId,
                repId,
                repId,
                today());
    }
}
