package org.reps.mentoring.programmeupdate;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rules.Refusal;

/**
 * Important news reaches everyone. Mateo guides Rumi and Rana, Maya guides Remy, Musa is away and guides Riku; Mei has
 * no mentees, and Rolf has no mentor. Carmen has the news.
 */
class ProgrammeUpdateProcessTest extends ProgrammeTest {

    private static final String TITLE = "The meetup is in Lima";
    private static final String TEXT = "Come and see us.\n\nBring <b>friends</b> & ideas.";
    private static final String LINK = "https://example.org/meetup";
    private static final String DIRECT = "News: " + TITLE;
    private static final String REMINDER = "Your mentees wait for news: " + TITLE;
    private static final String OUTCOME = "What became of your news: " + TITLE;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final Map<String, Object> PASSED_ON = Map.of("passOnAnswer", "passed-on");
    private static final Map<String, Object> NOT_RELEVANT = Map.of("passOnAnswer", "not-relevant");

    @BeforeEach
    void programme() {
        List.of("mateo", "maya", "mei", "musa").forEach(mentor -> givenMentor(mentor, 5));
        List.of("rumi", "rana", "remy", "riku", "rolf").forEach(this::givenRep);
        mentorships.begin("rumi", "mateo");
        mentorships.begin("rana", "mateo");
        mentorships.begin("remy", "maya");
        mentorships.begin("riku", "musa");
        mentors.save(mentor("musa").away(today(), today().plusDays(40), null));
        register("carmen", Group.COUNCIL);
    }

    // --- as planned

    @Test
    void mentors_pass_news_on_and_whom_no_mentor_can_tell_is_told_at_once() {
        tellEverybody();

        assertThat(asked()).containsExactlyInAnyOrder("mateo", "maya");
        assertThat(mailsTo("mateo")).containsExactly("Please do: Pass on: " + TITLE);
        assertThat(toldDirectly()).containsExactlyInAnyOrder("rolf", "riku", "musa", "mei");
        passOn("mateo", PASSED_ON);
        passOn("maya", NOT_RELEVANT);

        assertThat(endOf("programme-update")).isEqualTo("Event_NewsReachedAll");
        assertThat(toldDirectly()).as("nobody else").hasSize(4).doesNotHaveDuplicates();
        assertThat(openTasks()).isEmpty();
        assertThat(mailsTo("carmen")).containsExactly(OUTCOME);
        assertThat(summary())
                .contains("""
                Mentors who passed it on: 1 of 2
                Mentees who heard it from their mentor: 2
                Mentees for whom it is not relevant: 1
                Told directly by mail: 4
                """, "Not relevant for their mentees:\nMaya Sample (1)\n", "Passed on:\nMateo Sample (2)\n")
                .doesNotContain("Not answered");
        assertThat(states()).containsExactly("REACHED_ALL");
    }

    @Test
    void the_mentees_of_a_silent_mentor_are_told_when_the_last_day_is_over() {
        tellEverybody();
        passOn("maya", PASSED_ON);
        fireAll("Event_PassOnReminderDue");
        assertThat(mailsTo("mateo")).containsExactly("Please do: Pass on: " + TITLE, REMINDER);
        assertThat(mailsTo("maya")).doesNotContain(REMINDER);
        assertThat(toldDirectly()).doesNotContain("rumi", "rana");
        fireAll("Event_LastDayToPassOnOver");

        assertThat(endOf("programme-update")).isEqualTo("Event_NewsReachedAll");
        assertThat(openTasks()).isEmpty();
        assertThat(toldDirectly())
                .containsExactlyInAnyOrder("rolf", "riku", "musa", "mei", "rumi", "rana")
                .doesNotContain("remy", "mateo", "maya");
        assertThat(summary())
                .contains(
                        "Mentors who passed it on: 1 of 2",
                        "Told directly by mail: 6",
                        "Not answered; their mentees were told directly:\nMateo Sample (2)\n",
                        "Passed on:\nMaya Sample (1)\n");
    }

    @Test
    void a_mentor_sees_the_text_ready_to_be_copied_and_whom_to_tell() {
        tellEverybody();
        var until = today().plusDays(14);
        var task = taskOf("mateo");

        assertThat(task.getName()).isEqualTo("Pass on: " + TITLE);
        assertThat(task.getDueDate().toInstant())
                .isEqualTo(until.atTime(LocalTime.of(23, 59)).toInstant(ZoneOffset.UTC));
        as("mateo", () -> {
            var shown = forms.getTaskFormVariables(task.getId());
            assertThat(shown.get("newsText")).isEqualTo(TEXT);
            assertThat(shown.<SerializableValue>getValueTyped("news").getValueSerialized())
                    .contains(LINK, DAY.format(until), "Rana Sample, Rumi Sample");
        });
        assertThat(timer("Event_LastDayToPassOnOver"))
                .as("it is that day nowhere any more")
                .isEqualTo(until.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC));
        var announced = database.queryForObject("select announced_at from programme_update", Instant.class);
        assertThat(timer("Event_PassOnReminderDue"))
                .isBetween(announced.plusSeconds(7 * 86_400L), announced.plusSeconds(8 * 86_400L));
    }

    @Test
    void what_was_written_is_kept_in_our_table_and_never_a_variable_of_the_case() {
        tellEverybody();

        var id = runtime.createProcessInstanceQuery()
                .processDefinitionKey("programme-update")
                .singleResult()
                .getId();
        assertThat(runtime.createVariableInstanceQuery().executionIdIn(id).list())
                .extracting(VariableInstance::getName)
                .containsExactlyInAnyOrder("authorId", "updateId", "mentorIds", "unguidedTold");
        assertThat(database.queryForList("select text from programme_update", String.class))
                .containsExactly(TEXT);
    }

    @Test
    void the_council_sees_the_case_in_cockpit_and_reps_do_not() {
        tellEverybody();
        var cases = runtime.createProcessInstanceQuery().processDefinitionKey("programme-update");

        as("carmen", () -> assertThat(cases.count()).isOne());
        as("mateo", () -> assertThat(cases.count()).isZero());
    }

    @Test
    void where_there_are_no_mentors_everybody_is_told_at_once() {
        for (var mentor : List.of("mateo", "maya", "musa")) {
            mentors.save(mentor(mentor).becoming(Mentor.Status.INACTIVE));
        }
        tellEverybody();

        assertThat(endOf("programme-update")).isEqualTo("Event_NewsReachedAll");
        assertThat(toldDirectly()).containsExactlyInAnyOrderElementsOf(people.in(Group.REPS));
        assertThat(summary()).contains("Mentors who passed it on: 0 of 0", "Told directly by mail: 9");
    }

    // --- what changes meanwhile

    @Test
    void when_a_mentor_leaves_meanwhile_their_mentees_are_told_whoever_guides_them_now() {
        tellEverybody();
        passOn("maya", PASSED_ON);
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
        passOn("maya", PASSED_ON);
        fireAll("Event_LastDayToPassOnOver");
        assertThat(toldDirectly()).contains("rumi", "rana").doesNotHaveDuplicates();
    }

    @Test
    void a_mentor_who_is_away_may_pass_it_on_nevertheless() {
        tellEverybody();
        mentors.save(mentor("mateo").away(today(), today().plusDays(60), null));
        passOn("mateo", PASSED_ON);
        passOn("maya", PASSED_ON);

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
        passOn("mateo", PASSED_ON);
        mentorships.change("rumi", "maya");
        passOn("maya", NOT_RELEVANT);

        assertThat(summary())
                .contains("heard it from their mentor: 2", "is not relevant: 1", "Maya Sample (1)")
                .contains("Told directly by mail: 4");
    }

    @Test
    void a_mentor_answers_only_for_those_they_were_asked_to_tell_and_still_guide() {
        tellEverybody();
        mentorships.change("rumi", "maya");
        passOn("maya", PASSED_ON);
        passOn("mateo", PASSED_ON);

        assertThat(toldDirectly())
                .as("neither of the two knows of Rumi")
                .contains("rumi")
                .doesNotContain("rana", "remy");
    }

    @Test
    void whoever_becomes_a_rep_meanwhile_hears_it_in_the_end() {
        tellEverybody();
        givenRep("nina");
        passOn("mateo", PASSED_ON);
        passOn("maya", PASSED_ON);

        assertThat(toldDirectly()).contains("nina");
    }

    @Test
    void two_mentors_who_answer_at_the_same_moment_do_not_disturb_each_other() throws Exception {
        for (var round = 0; round < 5; round++) {
            start(news("Round " + round, TEXT, LINK, today().plusDays(7)));
            var answers = Map.of("mateo", PASSED_ON, "maya", NOT_RELEVANT);
            atOnce(answers.entrySet().stream()
                    .<Callable<Boolean>>map(answer -> () -> {
                        var task = taskOf(answer.getKey()).getId();
                        as(answer.getKey(), () -> forms.submitTaskForm(task, answer.getValue()));
                        return true;
                    })
                    .toList());
            runJobs();

            assertThat(openTasks()).isEmpty();
            assertThat(database.queryForList("""
                            select mentor_id || ' ' || answer from passing_on p
                            join programme_update u on u.id = p.update_id where u.title = ?""", String.class, "Round " + round))
                    .containsExactlyInAnyOrder("mateo PASSED_ON", "maya NOT_RELEVANT");
        }
    }

    // --- a large programme

    @Test
    void three_hundred_mentors_are_asked_at_once_and_nobody_is_forgotten() {
        givenManyMentors(300, "Mentor");
        givenManyReps(130);
        startWithoutJobs(news(TITLE, TEXT, LINK, today().plusDays(14)));
        runJobsOfNews();

        assertThat(asked()).hasSize(302);
        assertThat(mailsOf("task-assigned")).hasSize(302).doesNotHaveDuplicates();
        assertThat(mailsOf("programme-update-direct")).hasSize(134).doesNotHaveDuplicates();
        // A full batch, one that is not, and one in which nobody is left.
        assertThat(times("Activity_TellUnguided")).isEqualTo(3);
        for (var i = 0; i < 200; i++) {
            var mentor = "mentor" + i;
            var task = taskOf(mentor).getId();
            as(mentor, () -> forms.submitTaskForm(task, PASSED_ON));
        }
        runJobsOfNews();
        fireTimers("Event_LastDayToPassOnOver");
        runJobsOfNews();

        assertThat(endOf("programme-update")).isEqualTo("Event_NewsReachedAll");
        assertThat(mailsOf("programme-update-direct"))
                .hasSize(134 + 100 + 3)
                .doesNotHaveDuplicates()
                .contains("mentee299")
                .doesNotContain("mentee0", "mentee199", "mentor0");
        assertThat(times("Activity_TellRest")).isEqualTo(3);
        assertThat(summary())
                .contains("Mentors who passed it on: 200 of 302", "heard it from their mentor: 200", "by mail: 237")
                .contains("Mentor0 Mentor (1)\n", "Mentor299 Mentor (1)\n");
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

    // --- what is withdrawn

    @Test
    void wrong_news_is_withdrawn_and_nobody_else_hears_it() {
        tellEverybody();
        assertThat(mailsTo("carmen")).as("may withdraw it, and need not").isEmpty();
        assertThat(task("Activity_WithdrawNews").getName()).isEqualTo("Withdraw the news: " + TITLE);
        complete("Activity_WithdrawNews", "carmen", Map.of("newsWithdrawn", true));

        assertThat(endOf("programme-update")).isEqualTo("Event_NewsWithdrawn");
        assertThat(openTasks()).isEmpty();
        assertThat(toldDirectly()).containsExactlyInAnyOrder("rolf", "riku", "musa", "mei");
        assertThat(mailsTo("carmen")).isEmpty();
        assertThat(states()).containsExactly("WITHDRAWN");
        tellEverybody();
        assertThat(asked()).containsExactlyInAnyOrder("mateo", "maya");
    }

    // --- what is refused

    @Test
    void only_the_council_tells_everybody() {
        for (var rep : List.of("rumi", "mateo")) {
            assertThatThrownBy(() -> startAs(rep, "programme-update", news()))
                    .isInstanceOf(AuthorizationException.class);
        }
        assertThat(states()).isEmpty();
    }

    @Test
    void a_day_that_gives_mentors_no_time_or_far_too_much_is_refused() {
        var today = today();
        assertRefused(
                news(TITLE, TEXT, LINK, today),
                "Pass on until: please give a day that is still to come, so that mentors have some time.");
        assertRefused(
                news(TITLE, TEXT, LINK, today.minusDays(3)),
                "Pass on until: please give a date that is not in the past.");
        assertRefused(
                news(TITLE, TEXT, LINK, today.plusMonths(3).plusDays(1)),
                "Pass on until: please choose a day in the next three months.");
        var answers = new HashMap<>(news());
        answers.put("passOnUntil", "soon");
        assertRefused(answers, "Pass on until: please give a date like 2026-11-20.");
        start(news(TITLE, TEXT, LINK, today.plusDays(1)));
        start(news("Later", TEXT, LINK, today.plusMonths(3)));
        assertThat(states()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "javascript:alert(1)",
                "example.org",
                "https://",
                "https:example.org",
                "https://bank.example.org@evil.example.org/",
                "https://example.org/a b",
                "https://example.org/\r\nBcc: everybody@example.org"
            })
    void a_link_that_leads_nowhere_safe_is_refused(String link) {
        assertRefused(
                news(TITLE, TEXT, link, today().plusDays(7)),
                "Link: please give a whole address that begins with https://, or leave it empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u2028", "\u2029", "\t", "\r\nBcc: everybody@example.org\r\n\r\n"})
    void a_title_of_several_lines_is_refused(String between) {
        assertRefused(
                news("Come" + between + "all", TEXT, LINK, today().plusDays(7)), "Title: please write it in one line.");
    }

    @Test
    void a_title_or_a_text_without_end_is_refused() {
        var until = today().plusDays(7);
        assertRefused(
                news("x".repeat(121), TEXT, LINK, until), "Title: please write at most 120 characters; these are 121.");
        assertRefused(
                news(TITLE, "x".repeat(3001), LINK, until),
                "Text: please write at most 3000 characters; these are 3001.");
        assertRefused(news(TITLE, "", LINK, until), "Text: please answer this.");
        start(news("W".repeat(120), "\"".repeat(3000), "https://example.org/" + "x".repeat(480), until));
        fireAll("Event_LastDayToPassOnOver");
        assertThat(endOf("programme-update")).isEqualTo("Event_NewsReachedAll");
    }

    @Test
    void the_same_news_is_not_told_twice_at_the_same_time() throws Exception {
        var won = atOnce(IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        startWithoutJobs(news());
                        return true;
                    } catch (Refusal alreadyOnItsWay) {
                        return false;
                    }
                })
                .toList());
        assertThat(won).containsOnlyOnce(true);
        runJobs();
        assertRefused(
                news(TITLE.toUpperCase(), TEXT, LINK, today().plusDays(7)),
                "Title: news with this title is on its way already. If it has to be told anew, please withdraw it"
                        + " first, or choose another title.");
        fireAll("Event_LastDayToPassOnOver");

        tellEverybody();
        assertThat(states()).containsExactlyInAnyOrder("REACHED_ALL", "ON_ITS_WAY");
    }

    @Test
    void only_the_answers_that_are_asked_for_count() {
        tellEverybody();
        var task = taskOf("mateo").getId();
        for (var wrong : List.<Map<String, Object>>of(Map.of(), Map.of("passOnAnswer", "maybe"))) {
            assertThatThrownBy(() -> as("mateo", () -> forms.submitTaskForm(task, wrong)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Have you passed it on?: please ");
        }
        assertThatThrownBy(() -> as("maya", () -> forms.submitTaskForm(task, PASSED_ON)))
                .isInstanceOf(RuntimeException.class);
        assertThat(asked()).contains("mateo");
    }

    // --- the mails

    @Test
    void what_was_written_is_text_in_the_mail_and_never_markup_or_a_header() throws Exception {
        start(news("<i>News</i> & more", TEXT, LINK, today().plusDays(7)));

        var mail = Arrays.stream(MAIL_SERVER.getReceivedMessages())
                .filter(message -> GreenMailUtil.getWholeMessage(message).contains("To: rolf@example.org"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.getSubject()).isEqualTo("News: <i>News</i> & more");
        assertThat(mail.getAllRecipients()).hasSize(1);
        var html = database.queryForObject("select html from mail where recipient_id = 'rolf'", String.class);
        assertThat(html)
                .contains("Bring &lt;b&gt;friends&lt;/b&gt; &amp; ideas.", "More about it: " + LINK)
                .doesNotContain("<b>", "<i>", "href=\"https://example.org");
        assertThat(database.queryForObject("select text from mail where recipient_id = 'rolf'", String.class))
                .contains(TEXT);
    }

    @Test
    void news_needs_no_link() {
        start(news(TITLE, TEXT, null, today().plusDays(7)));

        assertThat(database.queryForObject("select text from mail where recipient_id = 'rolf'", String.class))
                .contains(TEXT)
                .doesNotContain("More about it");
    }

    // --- what happens

    private void tellEverybody() {
        start(news());
    }

    private void start(Map<String, Object> news) {
        startAs("carmen", "programme-update", news);
    }

    private void startWithoutJobs(Map<String, Object> news) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("programme-update")
                .latestVersion()
                .singleResult()
                .getId();
        as("carmen", () -> forms.submitStartForm(definition, news));
    }

    private static Map<String, Object> news() {
        return news(TITLE, TEXT, LINK, today().plusDays(14));
    }

    private static Map<String, Object> news(String title, String text, String link, LocalDate until) {
        var news = new HashMap<String, Object>();
        news.put("newsTitle", title);
        news.put("newsText", text);
        news.put("newsLink", link);
        news.put("passOnUntil", until.toString());
        return news;
    }

    private void assertRefused(Map<String, Object> news, String reason) {
        var before = states().size();
        assertThatThrownBy(() -> start(news)).isInstanceOf(Refusal.class).hasMessage(reason);
        assertThat(states()).hasSize(before);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("programme-update")
                        .count())
                .isEqualTo(states().stream().filter("ON_ITS_WAY"::equals).count());
    }

    private void passOn(String mentorId, Map<String, Object> answer) {
        var task = taskOf(mentorId).getId();
        as(mentorId, () -> forms.submitTaskForm(task, answer));
        runJobs();
    }

    private void fireAll(String event) {
        fireTimers(event);
        runJobs();
    }

    private void fireTimers(String event) {
        var timers = management.createJobQuery().timers().activityId(event).list();
        assertThat(timers).as("the timers of " + event).isNotEmpty();
        timers.stream().map(Job::getId).forEach(management::executeJob);
    }

    /** Mails stay where they are. */
    private void runJobsOfNews() {
        List<Job> jobs;
        while (!(jobs = management
                        .createJobQuery()
                        .messages()
                        .processDefinitionKey("programme-update")
                        .withRetriesLeft()
                        .list())
                .isEmpty()) {
            jobs.stream().map(Job::getId).forEach(management::executeJob);
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

    // --- what can be seen

    private Set<String> asked() {
        return tasks.createTaskQuery().taskDefinitionKey("Activity_PassOn").listPage(0, 1000).stream()
                .map(Task::getAssignee)
                .collect(toSet());
    }

    private Task taskOf(String mentorId) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("Activity_PassOn")
                .taskAssignee(mentorId)
                .singleResult();
    }

    private List<String> toldDirectly() {
        assertThat(mailsOf("programme-update-direct"))
                .allSatisfy(person -> assertThat(mailsTo(person)).contains(DIRECT));
        return mailsOf("programme-update-direct");
    }

    private List<String> mailsOf(String notice) {
        return database.queryForList("select recipient_id from mail where notice = ?", String.class, notice);
    }

    private String summary() {
        return database.queryForObject("select text from mail where notice = 'programme-update-outcome'", String.class);
    }

    private Collection<String> states() {
        return database.queryForList("select state from programme_update", String.class);
    }

    private long times(String activity) {
        return history.createHistoricActivityInstanceQuery()
                .activityId(activity)
                .count();
    }

    /** When the timers of this event fire. */
    private Instant timer(String event) {
        var moments = management.createJobQuery().timers().activityId(event).list().stream()
                .map(job -> job.getDuedate().toInstant())
                .collect(toSet());
        assertThat(moments).hasSize(1);
        return moments.iterator().next();
    }

    private Mentor mentor(String id) {
        return mentors.findById(id).orElseThrow();
    }
}
