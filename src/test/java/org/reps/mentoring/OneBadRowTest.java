package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.reps.mentoring.Today.today;

import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.notice.Notices;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever is wrong with one person's row, everybody else gets what is theirs, and the council learns of it. Mateo
 * guides Rumi, Maya guides Remy, Rolf looks for a mentor; Clara is a contact.
 */
class OneBadRowTest extends ProgrammeTest {

    /** One that another JDK has offered. */
    private static final String UNKNOWN = "America/Atlantis";

    @Autowired
    private TimeZones zones;

    @Autowired
    private Notices notices;

    @Autowired
    private YearlyCheckInSteps checkIns;

    @BeforeEach
    void programme() {
        givenMentor("mateo", 5);
        givenMentor("maya", 5);
        givenContact("clara");
        register("carmen", Group.COUNCIL);
        List.of("rumi", "remy", "rolf").forEach(this::givenRep);
        mentorships.begin("rumi", "mateo");
        mentorships.begin("remy", "maya");
    }

    @AfterEach
    void everything_can_be_written_again() {
        database.execute("alter table mail drop constraint if exists nothing_for_mateo");
        database.execute("alter table check_in drop constraint if exists nothing_for_mateo_to_hold");
    }

    // --- a time zone that this JDK does not know

    @Test
    void digests_go_to_everybody_and_a_day_of_unknown_place_is_one_in_utc() {
        programme.rep("rolf").looksForAMentor();
        livesInAnUnknownZone("mateo");
        round(1);

        assertThat(mailsOf("digest")).contains("mateo", "maya");
        assertThat(zones.of("mateo").getId()).isEqualTo("UTC");
        assertThat(failedCases()).isEmpty();
    }

    @Test
    void whoever_said_it_in_their_profile_gets_a_digest_too() {
        programme.rep("rolf").looksForAMentor();
        programme.rep("mateo").changesTheProfile("timeZone", "America/Lima", "capacity", 5);
        database.update("update mail_choice set time_zone = ?", UNKNOWN);
        round(1);

        assertThat(mailsOf("digest")).contains("mateo", "maya");
    }

    @Test
    void the_round_notices_for_everybody_what_is_due() {
        livesInAnUnknownZone("mateo");
        livesInAnUnknownZone("rumi");
        round(340);

        assertThat(businessKeys("mentor-inactivity")).containsExactlyInAnyOrder("mateo", "maya");
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("Activity_ArrangeMeeting")
                        .count())
                .isEqualTo(2);
        assertThat(failedCases()).isEmpty();
    }

    @Test
    void a_mentor_is_found_among_all_and_asked() {
        programme.rep("rolf").looksForAMentor();
        livesInAnUnknownZone("mateo");
        livesInAnUnknownZone("rolf");
        fire("Event_NoOfferInTime");
        var asking = task("Activity_AskMentor").getId();
        as("clara", () -> tasks.claim(asking, "clara"));

        assertThat(shown("Activity_AskMentor", "clara").toString()).contains("mateo", "maya");
        complete("Activity_AskMentor", "clara", Map.of("contactDecision", "ask", "recommendedMentorId", "mateo"));
        complete("Activity_WillYouMentor", "mateo", Map.of("mentorAnswer", "yes"));
        assertThat(shown("Activity_MeetProposedMentor", "rolf").toString())
                .contains("\"timeZone\":\"UTC\"", "same time of day");
    }

    @Test
    void news_is_passed_on_by_every_mentor() {
        livesInAnUnknownZone("mateo");
        programme.council("carmen").hasNewsForEverybody("A meetup");

        assertThat(mailsOf("task-assigned")).contains("mateo", "maya");
        assertThat(failedCases()).isEmpty();
    }

    @Test
    void a_mentor_is_asked_to_agree_to_a_change() {
        livesInAnUnknownZone("mateo");
        livesInAnUnknownZone("rumi");
        programme.rep("rumi").asksForAnotherMentor("agree", "reason", "We do not get on");
        programme.rep("rumi").wouldLikeNobodyInParticular();

        assertThat(task("Activity_AgreeToChange").getAssignee()).isEqualTo("mateo");
        assertThat(mailsOf("task-assigned")).contains("mateo");
    }

    // --- something else, so that nothing can be written for one of them

    @Test
    void others_get_their_digests_and_the_council_reads_in_theirs_who_did_not() {
        programme.rep("rolf").looksForAMentor();
        nothingCanBeWrittenForMateo();
        round(1);

        assertThat(mailsOf("digest")).contains("maya").doesNotContain("mateo");
        assertThat(failedCases()).containsExactly("mateo");
        round(2);
        assertThat(textOfTheLatestDigestTo("clara"))
                .contains("Cases in which a step has failed", "• One of many, since ");
    }

    @Test
    void somebody_who_could_not_be_told_is_told_by_a_retry_when_their_row_is_right_again() {
        programme.rep("rolf").looksForAMentor();
        nothingCanBeWrittenForMateo();
        round(1);
        everything_can_be_written_again();
        retry();

        assertThat(mailsOf("digest")).containsOnlyOnce("mateo");
        assertThat(failedCases()).isEmpty();
    }

    @Test
    void others_hear_the_news_and_its_author_what_became_of_it() {
        mentorships.end(mentorships.ofMentee("rumi").orElseThrow().id(), "both wished it");
        nothingCanBeWrittenForMateo();
        programme.council("carmen").hasNewsForEverybody("A meetup");
        runJobs();

        assertThat(mailsOf("programme-update-direct")).containsExactlyInAnyOrder("rumi", "rolf");
        assertThat(mailsOf("task-assigned")).contains("maya");
        assertThat(failedCases()).containsExactly("mateo");
        programme.mentor("maya").passesOn("A meetup");
        assertThat(mailsOf("programme-update-outcome")).containsExactly("carmen");
    }

    @Test
    void check_ins_are_started_for_everybody_else_and_for_the_one_by_a_retry() {
        var mateos = mentorships.ofMentee("rumi").orElseThrow().id();
        var mayas = mentorships.ofMentee("remy").orElseThrow().id();
        database.execute("alter table check_in add constraint nothing_for_mateo_to_hold check (host_id <> 'mateo')");
        round(340);

        assertThat(businessKeys("yearly-check-in")).containsExactly(mayas);
        assertThat(failedCases()).containsExactly(mateos);
        round(1);
        assertThat(failedCases()).as("one case, however many rounds").containsExactly(mateos);
        assertThat(textOfTheLatestDigestTo("clara"))
                .contains("Cases in which a step has failed", "• One of many, since ");

        everything_can_be_written_again();
        retry();
        assertThat(businessKeys("yearly-check-in")).containsExactlyInAnyOrder(mateos, mayas);
        assertThat(failedCases()).isEmpty();
    }

    @Test
    void a_check_in_that_was_started_meanwhile_is_not_started_again() {
        database.execute("alter table check_in add constraint nothing_for_mateo_to_hold check (host_id <> 'mateo')");
        round(340);
        everything_can_be_written_again();
        round(1);
        retry();

        assertThat(businessKeys("yearly-check-in")).hasSize(2).doesNotHaveDuplicates();
        assertThat(failedCases()).isEmpty();
    }

    @Test
    void a_hundred_that_cannot_be_started_keep_nobody_else_waiting() {
        database.update("update mentor set capacity = 200 where id = 'mateo'");
        for (var i = 0; i < 99; i++) {
            givenRep("rep" + i);
            mentorships.begin("rep" + i, "mateo");
        }
        var mayas = mentorships.ofMentee("remy").orElseThrow();
        database.update(
                "update mentorship set committed_until = ? where id = ?",
                mayas.committedUntil().plusDays(1),
                mayas.id());
        database.execute("alter table check_in add constraint nothing_for_mateo_to_hold check (host_id <> 'mateo')");
        Today.goTo(today().plus(Period.ofDays(340)).atTime(8, 0).toInstant(ZoneOffset.UTC));
        startAllThatAreDue();

        assertThat(businessKeys("yearly-check-in")).containsExactly(mayas.id());
        assertThat(businessKeys("tell-person")).hasSize(100).doesNotHaveDuplicates();
        startAllThatAreDue();
        assertThat(businessKeys("tell-person")).as("however many rounds").hasSize(100);

        everything_can_be_written_again();
        startAllThatAreDue();
        assertThat(businessKeys("yearly-check-in")).hasSize(101).doesNotHaveDuplicates();
    }

    /** As the round does. */
    private void startAllThatAreDue() {
        while (checkIns.startDue() > 0) {
            // There may be more.
        }
    }

    @Test
    void overdue_tasks_are_offered_to_the_council_but_the_one_whose_case_has_lost_its_rep() {
        givenRep("rita");
        programme.rep("rolf").looksForAMentor();
        programme.rep("rita").looksForAMentor();
        programme.timeFor("Event_NoOfferInTime", "rolf");
        programme.timeFor("Event_NoOfferInTime", "rita");
        var lost = askingFor("rolf");
        var whole = askingFor("rita");
        runtime.removeVariable(lost.getProcessInstanceId(), "menteeId");
        round(20);

        assertThat(candidates(whole)).contains("carmen");
        assertThat(candidates(lost)).doesNotContain("carmen");
        assertThat(failedCases()).contains("rolf").doesNotContain("rita");
        var first = runtime.createIncidentQuery()
                .processInstanceId(lost.getProcessInstanceId())
                .singleResult();
        assertThat(first.getIncidentMessage())
                .as("nothing of what made it fail")
                .isEqualTo("This cannot be offered to the council; the operator finds out why in the log.");
        round(1);
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(lost.getProcessInstanceId())
                        .list())
                .as("one, however many rounds, and since the first")
                .extracting(Incident::getId, Incident::getIncidentTimestamp)
                .containsExactly(tuple(first.getId(), first.getIncidentTimestamp()));
        assertThat(textOfTheLatestDigestTo("clara"))
                .contains("Cases in which a step has failed", "• Find a mentor, since ");

        runtime.setVariable(lost.getProcessInstanceId(), "menteeId", "rolf");
        round(1);
        assertThat(candidates(lost)).contains("carmen");
        assertThat(failedCases()).isEmpty();
    }

    @Test
    void a_task_that_somebody_took_meanwhile_is_no_matter_of_the_council_any_more() {
        programme.rep("rolf").looksForAMentor();
        programme.timeFor("Event_NoOfferInTime", "rolf");
        var lost = askingFor("rolf");
        runtime.removeVariable(lost.getProcessInstanceId(), "menteeId");
        round(20);
        assertThat(incidents(lost)).isEqualTo(1);

        as("clara", () -> tasks.claim(lost.getId(), "clara"));
        round(1);
        assertThat(failedCases()).isEmpty();
    }

    private long incidents(Task task) {
        return runtime.createIncidentQuery()
                .processInstanceId(task.getProcessInstanceId())
                .count();
    }

    @Test
    void mails_that_were_kept_are_tried_for_everybody_else() {
        for (var mentor : List.of("mateo", "maya")) {
            notices.tell(mentor, "mentor-welcome", mentor, Map.of());
        }
        runJobs();
        database.update("update mail set state = 'KEPT', sent_at = null where notice = 'mentor-welcome'");
        database.execute("alter table mail add constraint nothing_for_mateo"
                + " check (recipient_id <> 'mateo' or state <> 'WAITING')");
        round(1);

        assertThat(statesOfWelcome()).containsExactlyInAnyOrderEntriesOf(Map.of("mateo", "KEPT", "maya", "SENT"));
        assertThat(failedCases()).contains("mateo").doesNotContain("maya");
        everything_can_be_written_again();
        retry();
        assertThat(statesOfWelcome()).containsExactlyInAnyOrderEntriesOf(Map.of("mateo", "SENT", "maya", "SENT"));
        assertThat(failedCases()).isEmpty();
    }

    private Map<String, String> statesOfWelcome() {
        var states = new HashMap<String, String>();
        database.query("select recipient_id, state from mail where notice = 'mentor-welcome'", row -> {
            states.put(row.getString(1), row.getString(2));
        });
        return states;
    }

    private Task askingFor(String repId) {
        return tasks.createTaskQuery()
                .taskDefinitionKey("Activity_AskMentor")
                .processVariableValueEquals("menteeId", repId)
                .singleResult();
    }

    /** Somebody in the council has looked at what failed, and retries it. */
    private void retry() {
        management
                .createJobQuery()
                .processDefinitionKey("tell-person")
                .noRetriesLeft()
                .list()
                .forEach(failed -> management.setJobRetries(failed.getId(), 1));
        runJobs();
    }

    private void livesInAnUnknownZone(String userId) {
        database.update("update rep set time_zone = ? where id = ?", UNKNOWN, userId);
        database.update("update mentor set time_zone = ? where id = ?", UNKNOWN, userId);
        database.update("update mail_choice set time_zone = ? where id = ?", UNKNOWN, userId);
    }

    private void nothingCanBeWrittenForMateo() {
        database.execute("alter table mail add constraint nothing_for_mateo check (recipient_id <> 'mateo')");
    }

    private void round(int days) {
        var morning = today().plus(Period.ofDays(days)).atTime(LocalTime.of(8, 0));
        Today.goTo(morning.toInstant(ZoneOffset.UTC));
        runtime.startProcessInstanceByMessage("application-started");
        runJobs();
    }

    /** Until what fails has used up its tries, as the job executor does. */
    @Override
    protected void runJobs() {
        List<Job> jobs;
        while (!(jobs = management.createJobQuery().messages().withRetriesLeft().list()).isEmpty()) {
            try {
                management.executeJob(jobs.get(0).getId());
            } catch (RuntimeException failed) {
                // It has one try less now, and stays as an incident in the end.
            }
        }
    }

    /** Business keys of the cases in which a step has failed. */
    private List<String> failedCases() {
        return runtime.createProcessInstanceQuery().withIncident().list().stream()
                .map(instance -> String.valueOf(instance.getBusinessKey()))
                .toList();
    }

    private List<String> businessKeys(String process) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).list().stream()
                .map(instance -> String.valueOf(instance.getBusinessKey()))
                .toList();
    }

    private List<String> mailsOf(String notice) {
        return database.queryForList("select recipient_id from mail where notice = ?", String.class, notice);
    }

    private String textOfTheLatestDigestTo(String userId) {
        return database
                .queryForList(
                        "select text from mail where notice = 'digest' and recipient_id = ? order by written_at",
                        String.class,
                        userId)
                .stream()
                .reduce("", (earlier, later) -> later);
    }
}
