package org.reps.mentoring.programmeupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

/** News in a programme of hundreds. */
class NewsInALargeProgrammeTest extends NewsTest {

    @Test
    void more_mentors_than_a_batch_are_asked_at_once_and_nobody_is_forgotten() {
        givenManyMentors(130, "Mentor");
        givenManyReps(130);
        startWithoutJobs();
        runJobsOfNews();

        assertThat(asked()).hasSize(132);
        assertThat(mailsOf("task-assigned")).hasSize(132).doesNotHaveDuplicates();
        assertThat(mailsOf("programme-update-direct")).hasSize(134).doesNotHaveDuplicates();
        // A full batch, one that is not, and one in which nobody is left.
        assertThat(times("Activity_TellUnguided")).isEqualTo(3);
        for (var i = 0; i < 30; i++) {
            var mentor = "mentor" + i;
            var task = taskOf(mentor).getId();
            as(mentor, () -> forms.submitTaskForm(task, Map.of("passOnAnswer", "passed-on")));
        }
        runJobsOfNews();
        fireTimers("Event_LastDayToPassOnOver");
        runJobsOfNews();

        assertThat(the("programme-update")).isEnded().hasPassed("Event_NewsReachedAll");
        assertThat(mailsOf("programme-update-direct"))
                .hasSize(134 + 100 + 3)
                .doesNotHaveDuplicates()
                .contains("mentee129")
                .doesNotContain("mentee0", "mentee29", "mentor0");
        assertThat(times("Activity_TellRest")).isEqualTo(3);
        assertThat(summary())
                .contains("Mentors who passed it on: 30 of 132", "heard it from their mentor: 30", "by mail: 237")
                .contains("Mentor0 Mentor (1)\n", "Mentor129 Mentor (1)\n");
    }

    @Test
    void a_summary_of_three_hundred_mentors_with_endless_names_still_is_a_mail() {
        tellEverybody();
        givenManyMentors(300, "\"<&>\"".repeat(40));
        database.update("""
                insert into passing_on (id, update_id, mentor_id, mentees, answer, version)
                select random_uuid(), u.id, m.id, array['rumi'], 'PASSED_ON', 0 from programme_update u, mentor m
                where m.id like 'mentor%'""");
        fireTimers("Event_LastDayToPassOnOver");
        runJobsOfNews();

        assertThat(summary())
                .hasSizeLessThan(20_000)
                .contains("Mentors who passed it on: 300 of 302", "more\n")
                .containsPattern("and \\d{3} more");
        assertThat(database.queryForObject(
                        "select html from mail where notice = 'programme-update-outcome'", String.class))
                .hasSizeLessThan(40_000);
    }

    /** Mails stay where they are. */
    private void runJobsOfNews() {
        for (var process : List.of("programme-update", "tell-person")) {
            List<Job> jobs;
            while (!(jobs = management
                            .createJobQuery()
                            .messages()
                            .processDefinitionKey(process)
                            .withRetriesLeft()
                            .list())
                    .isEmpty()) {
                jobs.stream().map(Job::getId).forEach(management::executeJob);
            }
        }
    }

    private void givenManyMentors(int number, String lastName) {
        var longAgo = today().minusDays(200);
        for (var i = 0; i < number; i++) {
            account("mentor" + i, lastName);
            account("mentee" + i, "Mentee");
            database.update("""
                    insert into rep (id, joined_on, languages, time_zone, skills_wanted, goals, note_for_mentor, version)
                    values (?, ?, array['en'], 'UTC', array['Coaching'], '', '', 0)""", "mentee" + i, longAgo);
            database.update("""
                    insert into mentor (id, status, capacity, skills, languages, time_zone, version)
                    values (?, 'ACTIVE', 5, array['Coaching'], array['en'], 'UTC', 0)""", "mentor" + i);
            database.update(
                    """
                    insert into mentorship (id, mentee_id, mentor_id, running_mentee, began_on, committed_until, version)
                    values (?, ?, ?, ?, ?, ?, 0)""", "mentorship" + i, "mentee" + i, "mentor" + i, "mentee" + i, longAgo, longAgo.plusYears(1));
        }
    }

    private void givenManyReps(int number) {
        IntStream.range(0, number).forEach(i -> account("rep" + i, "Rep"));
    }

    private void account(String id, String lastName) {
        database.update(
                "insert into act_id_user (id_, rev_, first_, last_, email_) values (?, 1, ?, ?, ?)",
                id,
                Character.toUpperCase(id.charAt(0)) + id.substring(1),
                lastName,
                id + "@example.org");
        database.update("insert into act_id_membership (user_id_, group_id_) values (?, 'reps')", id);
    }
}
