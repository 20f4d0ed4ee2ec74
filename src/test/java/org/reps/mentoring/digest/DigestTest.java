package org.reps.mentoring.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.people.Group;

/** Once a day everybody learns in one mail what is waiting for them. */
class DigestTest extends ProgrammeTest {

    private static final LocalDate TOMORROW = today().plusDays(1);

    @BeforeEach
    void a_rep_has_asked_for_a_mentor() {
        givenMentor("maya", 5);
        givenContact("clara");
        givenRep("rumi");
        atOn("08:00", 0);
        lookForMentor("rumi");
        forgetMails();
    }

    @Test
    void a_mentor_reads_what_they_could_take_and_gets_straight_there() {
        atOn("08:00", 1);
        round();

        assertThat(digestsTo("maya")).containsExactly("1 task is waiting for somebody to take it");
        var offer = task("Activity_OfferToMentor");
        assertThat(textOf("maya"))
                .contains("You or somebody else could take:\n\n• Offer to mentor Rumi, by ")
                .contains("/camunda/app/tasklist/default/#/?task=" + offer.getId())
                .contains("You get this mail because something is waiting for you and your daily digest is on.");
    }

    @Test
    void a_mail_program_can_sort_it_and_shows_where_to_switch_it_off() throws Exception {
        atOn("08:00", 1);
        round();

        var digests = Stream.of(MAIL_SERVER.getReceivedMessages())
                .filter(mail -> header(mail, "List-Id") != null)
                .toList();
        assertThat(digests)
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(header(mail, "List-Id")).isEqualTo("Daily digest <digest.example.org>"))
                .allSatisfy(mail -> assertThat(header(mail, "List-Unsubscribe"))
                        .matches("<https?://[^/]+/camunda/app/tasklist/default/#/\\?processStart=mail-settings>"))
                // Nobody is switched off by a click without a login, so nothing says that.
                .allSatisfy(mail ->
                        assertThat(header(mail, "List-Unsubscribe-Post")).isNull());
    }

    @Test
    void what_is_due_comes_first_and_what_is_overdue_before_it() {
        takeRumi();
        atOn("08:00", 8);
        round();
        assertThat(digestsTo("maya")).containsExactly("1 of your tasks is due this week");
        assertThat(textOf("maya"))
                .contains("Due in the next seven days:\n\n• Hold the orientation call with Rumi, by ");

        atOn("08:00", 20);
        round();
        assertThat(digestsTo("maya")).last().isEqualTo("1 of your tasks is overdue");
        assertThat(textOf("maya"))
                .contains("Overdue, please do it as soon as you can:\n\n• Hold the orientation call with Rumi, since ");
    }

    @Test
    void nobody_gets_a_mail_that_says_nothing() {
        register("caleb", Group.COUNCIL);
        atOn("08:00", 1);
        round();

        assertThat(digestsTo("caleb")).isEmpty();
        assertThat(digestsTo("rumi")).isEmpty();
    }

    @Test
    void however_often_the_round_is_made_there_is_one_digest_a_day() {
        atOn("08:00", 1);
        round();
        atOn("12:00", 1);
        round();
        assertThat(digestsTo("maya")).hasSize(1);

        atOn("08:00", 2);
        round();
        assertThat(digestsTo("maya")).hasSize(2);
    }

    @Test
    void it_comes_in_the_morning_of_whoever_reads_it() {
        livesIn("maya", "America/Lima");
        atOn("08:00", 1);
        round();
        assertThat(digestsTo("maya")).isEmpty();

        var morning = dueOf("Event_MorningComes");
        assertThat(morning).isEqualTo(TOMORROW.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC));
        Today.goTo(morning);
        fire("Event_MorningComes");

        assertThat(digestsTo("maya")).hasSize(1);
    }

    @Test
    void a_day_is_the_day_of_whoever_reads_it() {
        takeRumi();
        // Due at 8 in the evening of the same day there, and on the next day here.
        livesIn("maya", "Pacific/Kiritimati");
        atOn("08:00", 8);
        round();

        var due = task("Activity_HoldOrientationCall").getDueDate().toInstant();
        assertThat(textOf("maya"))
                .contains("Hold the orientation call with Rumi, by ")
                .contains(" " + due.atZone(ZoneId.of("Pacific/Kiritimati")).getDayOfMonth() + " ");
    }

    @Test
    void somebody_who_is_away_is_left_alone() {
        mentors.save(mentors.findById("maya").orElseThrow().away(TOMORROW, TOMORROW.plusDays(20), null));
        atOn("08:00", 1);
        round();

        assertThat(digestsTo("maya")).isEmpty();
    }

    @Test
    void whoever_does_not_want_it_does_not_get_it() {
        startAs("maya", "mail-settings", Map.of("digestWanted", "no"));
        atOn("08:00", 1);
        round();
        assertThat(digestsTo("maya")).isEmpty();

        startAs("maya", "mail-settings", Map.of("digestWanted", "yes"));
        atOn("08:00", 2);
        round();
        assertThat(digestsTo("maya")).hasSize(1);
    }

    @Test
    void the_council_reads_of_tasks_that_nobody_does() {
        register("carmen", Group.COUNCIL);
        takeRumi();
        atOn("08:00", 20);
        round();

        assertThat(digestsTo("carmen")).containsExactly("The programme needs a look");
        assertThat(textOf("carmen"))
                .contains("Cases that do not move:")
                .contains("• Hold the orientation call with Rumi: Maya Sample, since ")
                .contains("/camunda/app/cockpit/default/#/process-instance/"
                        + task("Activity_HoldOrientationCall").getProcessInstanceId() + "/runtime");
        assertThat(textOf("maya")).doesNotContain("Cases that do not move");
    }

    @Test
    void a_contact_who_has_taken_a_task_and_forgotten_it_is_noticed_by_the_others() {
        givenContact("chidi");
        takeRumi();
        atOn("08:00", 31);
        fire("Event_CallOverdue");
        var late = task("Activity_LookAfterLateOrientation");
        as("clara", () -> tasks.claim(late.getId(), "clara"));
        atOn("08:00", 45);
        round();

        assertThat(textOf("chidi"))
                .contains("Overdue with others of the council; perhaps they need help:\n\n• " + late.getName()
                        + ": Clara Sample, since ");
    }

    @Test
    void the_council_reads_of_mails_and_steps_that_failed_and_of_no_address() {
        register("rolf", Group.REPS);
        var settings = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("mail-settings")
                .singleResult();
        as("rolf", () -> forms.submitStartForm(settings.getId(), Map.of("digestWanted", "yes")));
        while (management.createJobQuery().activityId("Activity_SendMail").count() == 0) {
            management.createJobQuery().messages().list().forEach(job -> management.executeJob(job.getId()));
        }
        var sending =
                management.createJobQuery().activityId("Activity_SendMail").singleResult();
        management.setJobRetries(sending.getId(), 0);
        atOn("08:00", 1);
        var step = management
                .createJobQuery()
                .timers()
                .activityId("Event_NoOfferInTime")
                .list()
                .get(0);
        management.setJobRetries(step.getId(), 0);
        round();

        assertThat(textOf("clara"))
                .contains("Mails that could not be sent; Cockpit says why, and sends them again:\n\n• To Rolf Sample, ")
                .contains("Cases in which a step has failed; Cockpit says why, and tries it again:\n\n• Find a mentor")
                .doesNotContain("@example.org");
    }

    @Test
    void nobody_reads_of_a_case_that_is_not_theirs_to_know() {
        register("carmen", Group.COUNCIL);
        takeRumi();
        startAs("rumi", "mentor-change", Map.of("wishedRoute", "council", "category", "fit", "reason", "PECULIAR"));
        startAs("rumi", "raise-concern", Map.of("category", "idea", "whatHappened", "PECULIAR"));
        atOn("08:00", 5);
        round();

        assertThat(textOf("clara")).contains("Decide on a mentor change for Rumi", "Look into a concern");
        assertThat(textOf("carmen") + textOf("maya")).doesNotContain("mentor change", "concern");
        assertThat(textOf("clara")).doesNotContain("PECULIAR");
    }

    @Test
    void ten_of_a_kind_are_listed_and_the_others_counted() {
        for (var i = 0; i < 12; i++) {
            var rep = "rep" + (char) ('a' + i);
            givenRep(rep);
            lookForMentor(rep);
        }
        atOn("08:00", 1);
        round();

        assertThat(digestsTo("maya")).containsExactly("13 tasks are waiting for somebody to take them");
        assertThat(textOf("maya").lines().filter(line -> line.startsWith("• "))).hasSize(10);
        assertThat(textOf("maya")).contains("… and 3 more in Tasklist");
    }

    @Test
    void hundreds_of_people_are_reached_in_batches() {
        for (var i = 0; i < 250; i++) {
            register("rep" + i, Group.REPS);
        }
        atOn("08:00", 1);
        round();

        assertThat(database.queryForObject(
                        "select count(*) from mail_choice where digested_on = ?", Integer.class, TOMORROW.plusDays(1)))
                .isEqualTo(253);
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("Activity_SendDigests")
                        .count())
                .isEqualTo(4);
    }

    private void lookForMentor(String rep) {
        startAs(rep, "rep-onboarding", Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
    }

    /** Maya becomes Rumi's mentor and is to hold the orientation call within two weeks. */
    private void takeRumi() {
        complete("Activity_OfferToMentor", "maya", Map.of("mentorOffers", "yes"));
        complete("Activity_MeetProposedMentor", "rumi", Map.of("repAnswer", "yes"));
    }

    private void livesIn(String userId, String timeZone) {
        reps.save(reps.findById(userId).orElseThrow().describedAs(Set.of("en"), timeZone, Set.of(), "", ""));
        database.update("update mentor set time_zone = ? where id = ?", timeZone, userId);
    }

    private void atOn(String time, int daysFromTomorrow) {
        var moment = TOMORROW.plus(Period.ofDays(daysFromTomorrow)).atTime(LocalTime.parse(time));
        Today.goTo(moment.toInstant(ZoneOffset.UTC));
    }

    private void round() {
        runtime.startProcessInstanceByMessage("application-started");
        runJobs();
    }

    private static @Nullable String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forgetMails() {
        database.update("delete from mail");
    }

    private List<String> digestsTo(String userId) {
        return database.queryForList(
                "select subject from mail where notice = 'digest' and recipient_id = ? order by written_at",
                String.class,
                userId);
    }

    /** The newest digest. */
    private String textOf(String userId) {
        return database
                .queryForList(
                        "select text from mail where notice = 'digest' and recipient_id = ? order by written_at desc",
                        String.class,
                        userId)
                .stream()
                .findFirst()
                .orElse("");
    }
}
