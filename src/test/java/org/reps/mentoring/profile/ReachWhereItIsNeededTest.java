package org.reps.mentoring.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.Today.today;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.notice.SendMailSteps;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms and mails tell how to reach somebody, to whom it is for, and keep nothing of it. */
class ReachWhereItIsNeededTest extends ProgrammeTest {

    private static final String NOT_TOLD = "How to reach Rumi Sample: they have not told you here.";

    @Autowired
    YearlyCheckInSteps checkIns;

    @Autowired
    SendMailSteps sendMail;

    @BeforeEach
    void programme() {
        givenMentor("maya", 5);
        givenContact("clara");
        givenContact("chidi");
        register("anna", Group.ANALYSTS);
        List.of("rumi", "rosa").forEach(this::givenRep);
    }

    @Test
    void mentor_and_mentee_read_it_in_the_tasks_with_which_they_begin() {
        rumiSays("hidden@example.org, or a call", "mentorship");
        programme.mentor("maya").changesTheProfile("reach", "@hiddenmaya in our chat", "capacity", 5);
        begin();

        assertThat(shown("Activity_HoldOrientationCall", "maya"))
                .containsEntry("howToReach", "How to reach Rumi Sample: hidden@example.org, or a call");
        assertThat(shown("Activity_TakeFirstSteps", "rumi"))
                .containsEntry("howToReach", "How to reach Maya Sample: @hiddenmaya in our chat");
    }

    @Test
    void it_is_read_anew_each_time_and_left_nowhere() {
        rumiSays("@hidden in our chat", "everybody");
        begin();
        var task = task("Activity_HoldOrientationCall");
        assertThat(howToReachIn(task, "maya")).contains("@hidden");

        rumiSays("", "everybody");
        assertThat(howToReachIn(task, "maya")).isEqualTo(NOT_TOLD);
        assertThat(tablesWith("@hidden")).isEmpty();

        rumiSays("@hidden elsewhere", "mentorship");
        assertThat(howToReachIn(task, "maya")).contains("@hidden elsewhere");
        assertThat(tablesWith("@hidden")).containsExactly("REACH");
    }

    @Test
    void whoever_is_proposed_reads_what_is_for_everybody_and_the_rest_after_a_yes() {
        programme.mentor("maya").changesTheProfile("reach", "@hiddenmaya in our chat", "capacity", 5);
        rumiSays("@hidden in our chat", "everybody");
        lookForMentor();
        // Nobody has said yes yet.
        assertThat(shown("Activity_OfferToMentor", "maya").values()).noneMatch(value -> contains(value, "@hidden"));
        complete("Activity_OfferToMentor", "maya", Map.of("mentorOffers", "yes"));
        assertThat(howToReachIn(task("Activity_MeetProposedMentor"), "rumi"))
                .isEqualTo("How to reach Maya Sample: they have not told you here.");

        programme.mentor("maya").changesTheProfile("reach", "@hiddenmaya", "reachSeenBy", "everybody", "capacity", 5);
        assertThat(howToReachIn(task("Activity_MeetProposedMentor"), "rumi")).contains("@hiddenmaya");
    }

    @Test
    void a_contact_who_looks_after_somebody_silent_reads_what_is_for_contacts() {
        rumiSays("@hidden in our chat", "mentorship");
        lookForMentor();
        complete("Activity_OfferToMentor", "maya", Map.of("mentorOffers", "yes"));
        programme.timeFor("Event_RepSilent", "rumi");
        var task = task("Activity_LookAfterProposal");
        assertThat(howToReachIn(task, "clara")).isEqualTo(NOT_TOLD);

        rumiSays("@hidden in our chat", "contacts");
        assertThat(howToReachIn(task, "clara")).contains("@hidden");
        // Whoever has no part in it gets nothing of the form at all.
        for (var other : List.of("rosa", "maya", "anna")) {
            assertThatThrownBy(() -> howToReachIn(task, other)).as(other).isNotNull();
        }
    }

    @Test
    void the_yearly_meeting_is_arranged_with_somebody_who_can_be_reached() {
        rumiSays("@hidden in our chat", "mentorship");
        Objects.requireNonNull(mentorships.begin("rumi", "maya"));
        later(Period.ofDays(340));
        checkIns.startDue();
        runJobs();

        assertThat(howToReachIn(task("Activity_ArrangeMeeting"), "maya")).contains("@hidden");
        programme.mentor("maya").arrangesTheYearlyMeetingWith("rumi", today().plusDays(3));
        var moving = tasks.createTaskQuery()
                .taskDefinitionKey("Activity_MoveMeeting")
                .list();
        assertThat(moving)
                .hasSize(2)
                .allSatisfy(task -> assertThat(howToReachIn(task, task.getAssignee()))
                        .contains(
                                task.getAssignee().equals("maya")
                                        ? "@hidden"
                                        : "Maya Sample: they have not told you here")
                        .doesNotContain(task.getAssignee().equals("maya") ? "Maya" : "Rumi"));
    }

    // --- mails

    @Test
    void an_answer_to_a_mail_goes_to_the_other_one_who_lets_the_reader_see_their_address() throws Exception {
        rumiSays("hidden@example.net, best on Sundays", "mentorship");
        programme.mentor("maya").changesTheProfile("reach", "@hiddenmaya <in> our chat", "capacity", 5);
        begin();

        var toMaya = mail("maya", "You are the mentor of Rumi now");
        assertThat(replyTo(toMaya)).containsExactly("hidden@example.net");
        assertThat(GreenMailUtil.getWholeMessage(toMaya).replace("=\r\n", ""))
                .contains("How to reach Rumi Sample: hidden@example.net, best on Sundays")
                .contains("If you answer this mail, they get your answer.");
        var toRumi = mail("rumi", "is your mentor now");
        assertThat(toRumi.getHeader("Reply-To")).isNull();
        assertThat(GreenMailUtil.getWholeMessage(toRumi).replace("=\r\n", ""))
                .contains("How to reach Maya Sample: @hiddenmaya <in> our chat")
                .contains("@hiddenmaya &lt;in&gt; our chat")
                .doesNotContain("If you answer this mail");
        assertThat(tablesWith("hidden@example")).containsExactly("REACH");
        assertThat(tablesWith("hiddenmaya")).containsExactly("REACH");
    }

    @Test
    void a_mail_that_waits_for_an_address_tells_what_holds_when_it_is_sent() {
        rumiSays("hidden@example.net", "mentorship");
        var account = identities.createUserQuery().userId("maya").singleResult();
        account.setEmail("nowhere");
        identities.saveUser(account);
        begin();
        assertThat(mailsTo("maya")).noneMatch(subject -> subject.contains("Rumi"));

        rumiSays("", "mentorship");
        account.setEmail("maya@example.org");
        identities.saveUser(account);
        sendMail.tryKept();
        runJobs();

        var toMaya = mail("maya", "You are the mentor of Rumi now");
        assertThat(GreenMailUtil.getWholeMessage(toMaya))
                .doesNotContain("hidden@example.net")
                .contains("not told you here");
    }

    @Test
    void nobody_s_account_address_is_told_because_of_a_mail() {
        rumiSays("@rumi in our chat", "everybody");
        begin();

        assertThat(GreenMailUtil.getWholeMessage(mail("maya", "You are the mentor of Rumi now")))
                .doesNotContain("rumi@example.org");
    }

    private void rumiSays(String reach, String circle) {
        programme.rep("rumi").changesTheProfile("reach", reach, "reachSeenBy", circle, "languages", List.of("en"));
    }

    private void lookForMentor() {
        startAs("rumi", "rep-onboarding", Map.of("goals", "Speak.", "languages", List.of("en"), "timeZone", "UTC"));
    }

    private void begin() {
        lookForMentor();
        complete("Activity_OfferToMentor", "maya", Map.of("mentorOffers", "yes"));
        complete("Activity_MeetProposedMentor", "rumi", Map.of("repAnswer", "yes"));
    }

    private String howToReachIn(Task task, String reader) {
        return String.valueOf(shown(task, reader).get("howToReach"));
    }

    private MimeMessage mail(String userId, String about) {
        return wholeMailsTo(userId).stream()
                .filter(mail -> subject(mail).contains(about))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> replyTo(MimeMessage mail) throws Exception {
        return Arrays.stream(mail.getReplyTo()).map(Address::toString).toList();
    }

    private static boolean contains(Object value, String word) {
        return String.valueOf(value).contains(word);
    }
}
