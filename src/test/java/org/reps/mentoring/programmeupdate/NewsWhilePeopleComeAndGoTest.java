package org.reps.mentoring.programmeupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** While news is on its way, mentors and mentees come and go; everybody hears it, and nobody twice. */
class NewsWhilePeopleComeAndGoTest extends NewsTest {

    @Test
    void when_a_mentor_leaves_meanwhile_their_mentees_are_told_whoever_guides_them_now() {
        tellEverybody();
        maya.passesOn(TITLE);
        mentorships.change("rumi", "maya");
        mentorships.end(mentorships.ofMentee("rana").orElseThrow().id(), "mentor gone");
        mentors.save(mentor("mateo").resigned());
        fireAll("Event_PassOnReminderDue");
        assertThat(mailsTo("mateo")).as("is asked for nothing any more").doesNotContain(REMINDER);
        fireAll("Event_LastDayToPassOnOver");

        assertThat(toldDirectly())
                .containsExactlyInAnyOrder("rolf", "riku", "musa", "mei", "rumi", "rana")
                .doesNotHaveDuplicates();
        assertThat(summary()).contains("Not answered; their mentees were told directly:\nMateo Sample (2)\n");
    }

    @Test
    void when_a_mentor_goes_away_meanwhile_nobody_waits_for_them_longer() {
        tellEverybody();
        var due = taskOf("mateo").getDueDate();
        var over = timer("Event_LastDayToPassOnOver");
        startAs(
                "mateo",
                "mentor-absence",
                Map.of(
                        "awayFrom",
                        today().toString(),
                        "awayUntil",
                        today().plusDays(60).toString()));

        assertThat(taskOf("mateo").getDueDate()).isEqualTo(due);
        assertThat(timer("Event_LastDayToPassOnOver")).isEqualTo(over);
        fireAll("Event_PassOnReminderDue");
        assertThat(mailsTo("mateo")).doesNotContain(REMINDER);
        maya.passesOn(TITLE);
        fireAll("Event_LastDayToPassOnOver");
        assertThat(toldDirectly()).contains("rumi", "rana").doesNotHaveDuplicates();
    }

    @Test
    void a_mentor_who_is_away_may_pass_it_on_nevertheless() {
        tellEverybody();
        mentors.save(mentor("mateo").away(today(), today().plusDays(60), null));
        mateo.passesOn(TITLE);
        maya.passesOn(TITLE);

        assertThat(toldDirectly()).doesNotContain("rumi", "rana");
    }

    @Test
    void whoever_got_a_mentor_after_they_were_told_is_not_told_twice() {
        tellEverybody();
        mentorships.begin("rolf", "mateo");
        fireAll("Event_LastDayToPassOnOver");

        assertThat(toldDirectly()).contains("rolf", "rumi", "rana", "remy").doesNotHaveDuplicates();
    }

    @Test
    void a_mentee_who_comes_from_a_mentor_who_has_passed_it_on_knows_it_already() {
        tellEverybody();
        mateo.passesOn(TITLE);
        mentorships.change("rumi", "maya");
        maya.findsIrrelevantForTheirMentees(TITLE);

        assertThat(summary())
                .contains("heard it from their mentor: 2", "is not relevant: 1", "Maya Sample (1)")
                .contains("Told directly by mail: 4");
    }

    @Test
    void a_mentor_answers_only_for_those_they_were_asked_to_tell_and_still_guide() {
        tellEverybody();
        mentorships.change("rumi", "maya");
        maya.passesOn(TITLE);
        mateo.passesOn(TITLE);

        assertThat(toldDirectly())
                .as("neither of the two knows of Rumi")
                .contains("rumi")
                .doesNotContain("rana", "remy");
    }

    @Test
    void whoever_becomes_a_rep_meanwhile_hears_it_in_the_end() {
        tellEverybody();
        givenRep("nina");
        mateo.passesOn(TITLE);
        maya.passesOn(TITLE);

        assertThat(toldDirectly()).contains("nina");
    }

    @Test
    void two_mentors_who_answer_at_the_same_moment_do_not_disturb_each_other() throws Exception {
        for (var round = 0; round < 3; round++) {
            var news = "Round " + round;
            carmen.hasNewsForEverybody(news);
            var answers = Map.of("mateo", "passed-on", "maya", "not-relevant");
            atOnce(answers.entrySet().stream()
                    .<Callable<Boolean>>map(answer -> () -> {
                        var task = taskOf(answer.getKey()).getId();
                        as(
                                answer.getKey(),
                                () -> forms.submitTaskForm(task, Map.of("passOnAnswer", answer.getValue())));
                        return true;
                    })
                    .toList());
            runJobs();

            assertThat(openTasks()).isEmpty();
            assertThat(database.queryForList("""
                            select mentor_id || ' ' || answer from passing_on p
                            join programme_update u on u.id = p.update_id where u.title = ?""", String.class, news))
                    .containsExactlyInAnyOrder("mateo PASSED_ON", "maya NOT_RELEVANT");
        }
    }
}
