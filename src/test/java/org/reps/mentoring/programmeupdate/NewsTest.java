package org.reps.mentoring.programmeupdate;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;

/**
 * Important news reaches everyone. Mateo guides Rumi and Rana, Maya guides Remy, Musa is away and guides Riku; Mei has
 * no mentees, and Rolf has no mentor. Carmen has the news.
 */
abstract class NewsTest extends ProgrammeTest {

    static final String TITLE = "The meetup is in Lima";
    static final String TEXT = "Come and see us.\n\nBring <b>friends</b> & ideas.";
    static final String LINK = "https://example.org/meetup";
    static final String REMINDER = "Your mentees wait for news: " + TITLE;

    final ActingMentor mateo = programme.mentor("mateo");
    final ActingMentor maya = programme.mentor("maya");
    final ActingCouncilMember carmen = programme.council("carmen");

    @BeforeEach
    void programme() {
        on(today());
        List.of("mateo", "maya", "mei", "musa").forEach(mentor -> givenMentor(mentor, 5));
        List.of("rumi", "rana", "remy", "riku", "rolf").forEach(this::givenRep);
        mentorships.begin("rumi", "mateo");
        mentorships.begin("rana", "mateo");
        mentorships.begin("remy", "maya");
        mentorships.begin("riku", "musa");
        mentors.save(mentor("musa").away(today(), today().plusDays(40), null));
        register("carmen", Group.COUNCIL);
    }

    // --- what happens

    final void tellEverybody() {
        carmen.hasNewsForEverybody(TITLE, "newsText", TEXT);
    }

    final void startWithoutJobs() {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("programme-update")
                .latestVersion()
                .singleResult()
                .getId();
        var news = Map.<String, Object>of(
                "newsTitle",
                TITLE,
                "newsText",
                TEXT,
                "newsLink",
                LINK,
                "passOnUntil",
                today().plusDays(14).toString());
        as("carmen", () -> forms.submitStartForm(definition, news));
    }

    final void fireAll(String event) {
        fireTimers(event);
        runJobs();
    }

    final void fireTimers(String event) {
        var timers = management.createJobQuery().timers().activityId(event).list();
        assertThat(timers).as("the timers of " + event).isNotEmpty();
        timers.stream().map(Job::getId).forEach(management::executeJob);
    }

    // --- what can be seen

    final Set<String> asked() {
        return tasks.createTaskQuery().taskDefinitionKey("Activity_PassOn").listPage(0, 1000).stream()
                .map(Task::getAssignee)
                .collect(toSet());
    }

    final Task taskOf(String mentorId) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("Activity_PassOn")
                .taskAssignee(mentorId)
                .singleResult();
    }

    final List<String> toldDirectly() {
        assertThat(mailsOf("programme-update-direct"))
                .allSatisfy(person -> assertThat(mailsTo(person)).contains("News: " + TITLE));
        return mailsOf("programme-update-direct");
    }

    final List<String> mailsOf(String notice) {
        return database.queryForList("select recipient_id from mail where notice = ?", String.class, notice);
    }

    final String summary() {
        return database.queryForObject("select text from mail where notice = 'programme-update-outcome'", String.class);
    }

    final Collection<String> states() {
        return database.queryForList("select state from programme_update", String.class);
    }

    final long times(String activity) {
        return history.createHistoricActivityInstanceQuery()
                .activityId(activity)
                .count();
    }

    /** When the timers of this event fire. */
    final Instant timer(String event) {
        var moments = management.createJobQuery().timers().activityId(event).list().stream()
                .map(job -> job.getDuedate().toInstant())
                .collect(toSet());
        assertThat(moments).hasSize(1);
        return moments.iterator().next();
    }

    final Mentor mentor(String id) {
        return mentors.findById(id).orElseThrow();
    }
}
