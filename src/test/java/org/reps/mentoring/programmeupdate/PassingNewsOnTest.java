package org.reps.mentoring.programmeupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mymentorship.MyMentorship;
import org.reps.mentoring.story.PassingNewsOn;
import org.springframework.beans.factory.annotation.Autowired;

/** News goes to everybody as planned, or is withdrawn. */
class PassingNewsOnTest extends NewsTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    @Autowired
    MyMentorship page;

    // --- as planned

    @Test
    void mentors_are_asked_and_whom_no_mentor_can_tell_is_told_at_once() {
        tellEverybody();

        assertThat(the("programme-update")).isWaitingAt("Activity_PassOn", "Activity_WithdrawNews");
        assertThat(asked()).containsExactlyInAnyOrder("mateo", "maya");
        assertThat(mailsTo("mateo")).containsExactly("Please do: Pass on: " + TITLE);
        assertThat(toldDirectly()).containsExactlyInAnyOrder("rolf", "riku", "musa", "mei");
    }

    /** They read that it goes on by itself. */
    @Test
    void whoever_has_news_reads_which_mentors_still_have_to_pass_it_on() {
        tellEverybody();
        assertThat(casesOfCarmen()).contains("Mateo Sample", "Maya Sample");

        mateo.passesOn(TITLE);
        assertThat(casesOfCarmen()).contains("Maya Sample").doesNotContain("Mateo Sample");
    }

    private String casesOfCarmen() {
        var cases = new ArrayList<Object>();
        as("carmen", () -> cases.addAll(page.page().cases()));
        return cases.toString();
    }

    @Test
    void mentors_pass_news_on_and_nobody_is_told_twice() {
        PassingNewsOn.told(programme, "carmen", TITLE, "mateo", "maya");

        assertThat(the("programme-update")).isEnded().hasPassed("Event_NewsReachedAll");
        assertThat(toldDirectly()).as("nobody else").hasSize(4).doesNotHaveDuplicates();
        assertThat(openTasks()).isEmpty();
        assertThat(mailsTo("carmen")).containsExactly("What became of your news: " + TITLE);
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
        maya.passesOn(TITLE);
        fireAll("Event_PassOnReminderDue");
        assertThat(mailsTo("mateo")).containsExactly("Please do: Pass on: " + TITLE, REMINDER);
        assertThat(mailsTo("maya")).doesNotContain(REMINDER);
        assertThat(toldDirectly()).doesNotContain("rumi", "rana");
        fireAll("Event_LastDayToPassOnOver");

        assertThat(the("programme-update")).isEnded().hasPassed("Event_NewsReachedAll");
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

        assertThat(the("programme-update")).isEnded().hasPassed("Event_NewsReachedAll");
        assertThat(toldDirectly()).containsExactlyInAnyOrderElementsOf(people.in(Group.REPS));
        assertThat(summary()).contains("Mentors who passed it on: 0 of 0", "Told directly by mail: 9");
    }

    // --- what is withdrawn

    @Test
    void wrong_news_is_withdrawn_and_nobody_else_hears_it() {
        tellEverybody();
        assertThat(mailsTo("carmen")).as("may withdraw it, and need not").isEmpty();
        assertThat(task("Activity_WithdrawNews").getName()).isEqualTo("Withdraw the news: " + TITLE);
        carmen.withdrawsTheNews(TITLE);

        assertThat(the("programme-update")).isEnded().hasPassed("Event_NewsWithdrawn");
        assertThat(openTasks()).isEmpty();
        assertThat(toldDirectly()).containsExactlyInAnyOrder("rolf", "riku", "musa", "mei");
        assertThat(mailsTo("carmen")).isEmpty();
        assertThat(states()).containsExactly("WITHDRAWN");
        tellEverybody();
        assertThat(asked()).containsExactlyInAnyOrder("mateo", "maya");
    }

    // --- the mails

    @Test
    void what_was_written_is_text_in_the_mail_and_never_markup_or_a_header() throws Exception {
        carmen.hasNewsForEverybody("<i>News</i> & more", "newsText", TEXT);

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
        carmen.hasNewsForEverybody(TITLE, "newsText", TEXT, "newsLink", null);

        assertThat(database.queryForObject("select text from mail where recipient_id = 'rolf'", String.class))
                .contains(TEXT)
                .doesNotContain("More about it");
    }
}
