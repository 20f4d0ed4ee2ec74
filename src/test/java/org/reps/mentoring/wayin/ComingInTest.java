package org.reps.mentoring.wayin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.Today.now;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.login.ForgottenPasswords;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Everybody.Change;
import org.reps.mentoring.engine.people.Everybody.Kind;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.entrylink.LinkState;
import org.reps.mentoring.entrylink.LocalPasswords;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.wayin.Invitations.Invitee;
import org.reps.mentoring.wayin.Invitations.Round;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/** People who have no password, or forgot theirs, come to one by mail. */
class ComingInTest extends ProgrammeTest {

    private static final String INVITATION = "Welcome: choose your password for the mentorship programme";
    private static final String FORGOTTEN = "Choose a new password for the mentorship programme";
    private static final String FIRST = "You have a password for the mentorship programme now";
    private static final String CHANGED = "Your password for the mentorship programme was changed";

    private static final String PASSPHRASE = "three old spoons";
    private static final Pattern CODE = Pattern.compile("/password/choose#(\\S+)");

    @Autowired
    Invitations invitations;

    @Autowired
    ChoosingPassword choosing;

    @Autowired
    ForgottenPasswords forgotten;

    @Autowired
    Everybody everybody;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void time() {
        later(Period.ZERO);
    }

    // --- invited

    @Test
    void whoever_moved_in_is_invited_and_chooses_a_password() {
        movedIn("nadia");

        assertThat(invitations.invite(false)).isEqualTo(new Round(1, 0, 0));
        runJobs();

        assertThat(mailsTo("nadia")).containsExactly(INVITATION);
        assertThat(textTo("nadia")).contains("Hello Nadia,", "Your user name is nadia.", "It works once, until ");
        var found = choosing.look(codeTo("nadia"));
        assertThat(found.state()).isEqualTo(LinkState.OPEN);
        assertThat(found.personId()).isEqualTo("nadia");
        assertThat(choosing.choose(codeTo("nadia"), PASSPHRASE, PASSPHRASE).state())
                .isEqualTo(LinkState.OPEN);
        assertThat(people.hasPassword("nadia", PASSPHRASE)).isTrue();
        runJobs();
        assertThat(mailsTo("nadia")).containsExactly(INVITATION, FIRST);
        assertThat(invitations.standing().people()).isEmpty();
    }

    @Test
    void nobody_is_invited_twice_by_accident_and_again_when_the_operator_says_so() {
        movedIn("nadia");
        movedIn("nino");
        invitations.invite(false);
        runJobs();

        assertThat(invitations.invite(false)).isEqualTo(new Round(0, 0, 0));
        assertThat(invitations.invite(true)).isEqualTo(new Round(0, 0, 0));
        assertThatThrownBy(() -> invitations.inviteAnew("nadia"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Nadia New was invited a moment ago. A mail takes a few minutes.");

        minutesLater(10);
        invitations.inviteAnew("nadia");
        runJobs();
        assertThat(mailsTo("nadia")).containsExactly(INVITATION, INVITATION);
        assertThat(mailsTo("nino")).hasSize(1);
    }

    @Test
    void the_operator_sees_how_far_each_invitation_is() {
        movedIn("nadia");
        withoutAddress("noor");
        withoutGroup("nobody");
        givenRep("rumi");
        assertThat(invitations.standing().notInvited()).isEqualTo(1);
        assertThat(invitations.standing().withoutAddress()).containsExactly("noor");

        invitations.invite(false);
        assertThat(progressOf("nadia")).isEqualTo("on-its-way");
        runJobs();
        assertThat(progressOf("nadia")).isEqualTo("invited");
        assertThat(invitations.standing().people()).extracting(Invitee::userId).containsExactly("nadia", "noor");

        later(Period.ofDays(3));
        assertThat(progressOf("nadia")).isEqualTo("over");
        assertThat(invitations.standing().over()).isEqualTo(1);
        assertThat(choosing.look(codeTo("nadia")).state()).isEqualTo(LinkState.OVER);
        assertThat(invitations.invite(true)).isEqualTo(new Round(1, 0, 0));
        runJobs();
        assertThat(progressOf("nadia")).isEqualTo("invited");
    }

    @Test
    void one_who_cannot_be_invited_stops_no_other() {
        movedIn("nadia");
        movedIn("nino");
        movedIn("noor");
        database.execute("alter table way_in add constraint no_nino check (id <> 'nino')");
        try {
            assertThat(invitations.invite(false)).isEqualTo(new Round(2, 1, 0));
        } finally {
            database.execute("alter table way_in drop constraint no_nino");
        }
        runJobs();
        assertThat(mailsTo("nadia")).hasSize(1);
        assertThat(mailsTo("nino")).isEmpty();
        assertThat(mailsTo("noor")).hasSize(1);

        assertThat(invitations.invite(false)).isEqualTo(new Round(1, 0, 0));
    }

    @Test
    void an_address_that_the_server_refuses_stops_no_other_and_the_invitation_waits_for_a_better_one() {
        givenContact("clara");
        movedIn("nadia");
        movedIn("nino");
        LINE_TO_MAIL_SERVER.answer("RCPT TO:<nadia@example.org>", "550 5.1.1 User unknown");
        invitations.invite(false);
        runJobs();

        assertThat(mailsTo("nino")).hasSize(1);
        assertThat(progressOf("nadia")).isEqualTo("on-its-way");
        assertThat(openTasks()).contains("Activity_FindAddress");
        assertThat(database.queryForList("select person_id from entry_link", String.class))
                .containsExactly("nino");

        LINE_TO_MAIL_SERVER.repair();
        later(Period.ofDays(9));
        addressOf("nadia", "nadia.new@example.org");
        invitations.inviteAnew("nadia");
        runJobs();
        assertThat(progressOf("nadia")).isEqualTo("invited");
    }

    @Test
    void an_invitation_that_comes_too_late_is_not_sent() {
        movedIn("nadia");
        invitations.invite(false);
        changePassword("nadia", PASSPHRASE);
        runJobs();

        assertThat(mailsTo("nadia")).containsExactly(FIRST);
    }

    @Test
    void only_whoever_has_no_password_and_an_address_is_sent_another_link() {
        givenRep("rumi");
        withoutAddress("noor");

        assertThatThrownBy(() -> invitations.inviteAnew("rumi"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("There is nobody with the user name rumi who has no password.");
        assertThatThrownBy(() -> invitations.inviteAnew("nobody")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> invitations.inviteAnew("noor"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Noor New has no mail address");
    }

    // --- forgotten

    @Test
    void whoever_forgot_their_password_chooses_another_one() {
        givenRep("rumi");
        forgotten.ask("RUMI@example.org");
        runJobs();

        assertThat(mailsTo("rumi")).containsExactly(FORGOTTEN);
        assertThat(people.hasPassword("rumi", "mentoring-demo")).isTrue();
        choosing.choose(codeTo("rumi"), PASSPHRASE, PASSPHRASE);
        assertThat(people.hasPassword("rumi", PASSPHRASE)).isTrue();
        runJobs();
        assertThat(mailsTo("rumi")).containsExactly(FORGOTTEN, CHANGED);
        assertThat(textTo("rumi")).contains("If it was not you", "/password/forgotten");
    }

    @Test
    void asking_a_hundred_times_sends_one_mail() {
        givenRep("rumi");
        for (var i = 0; i < 100; i++) {
            forgotten.ask(i % 2 == 0 ? "rumi" : "rumi@example.org");
        }
        runJobs();
        assertThat(mailsTo("rumi")).hasSize(1);

        minutesLater(10);
        forgotten.ask("rumi");
        runJobs();
        assertThat(mailsTo("rumi")).hasSize(2);
    }

    @Test
    void for_somebody_unknown_the_same_is_done_until_the_answer() {
        givenRep("rumi");
        withoutGroup("nobody");
        for (var typed : List.of("rumi", "nobody", "never@example.org", "' or 1=1 --")) {
            var before = database.queryForObject("select count(*) from ACT_RU_JOB", Integer.class);
            forgotten.ask(typed);
            assertThat(database.queryForObject("select count(*) from ACT_RU_JOB", Integer.class))
                    .as(typed)
                    .isEqualTo(before + 1);
            assertThat(database.queryForList("select id from mail")).isEmpty();
        }
        assertNowhereInClear("never@example.org");
        runJobs();
        assertThat(MAIL_SERVER.getReceivedMessages()).hasSize(1);
        assertThat(mailsTo("rumi")).hasSize(1);
    }

    @Test
    void whoever_has_no_password_yet_and_asks_is_invited() {
        movedIn("nadia");
        forgotten.ask("nadia");
        runJobs();

        assertThat(mailsTo("nadia")).containsExactly(INVITATION);
        assertThat(invitations.invite(false)).isEqualTo(new Round(0, 0, 0));
    }

    @Test
    void everybody_who_shares_an_address_gets_a_mail_of_their_own() {
        givenRep("rumi");
        givenRep("ruth");
        addressOf("ruth", "rumi@example.org");
        forgotten.ask("rumi@example.org");
        runJobs();

        assertThat(mailsTo("rumi")).containsExactly(FORGOTTEN, FORGOTTEN);
        assertThat(Stream.of(MAIL_SERVER.getReceivedMessages()).map(ComingInTest::text))
                .anyMatch(text -> text.contains("Your user name is rumi."))
                .anyMatch(text -> text.contains("Your user name is ruth."));
    }

    @Test
    void whoever_has_no_address_gets_nothing_and_nobody_is_asked_for_one_by_a_stranger() {
        givenRep("rumi");
        addressOf("rumi", "");
        forgotten.ask("rumi");
        runJobs();

        assertThat(database.queryForList("select id from mail")).isEmpty();
        assertThat(openTasks()).isEmpty();
    }

    // --- the link

    @Test
    void what_stands_in_a_link_is_nowhere_but_in_its_mail() {
        movedIn("nadia");
        givenRep("rumi");
        invitations.invite(false);
        forgotten.ask("rumi");
        runJobs();

        for (var userId : List.of("nadia", "rumi")) {
            var code = codeTo(userId);
            assertThat(code).matches("[0-9a-v]{32}");
            assertThat(database.queryForList("script", String.class)).noneMatch(row -> row.contains(code));
        }
        assertThat(database.queryForList("select html from mail", String.class))
                .allMatch(html -> html.contains("/password/choose#"));
    }

    @Test
    void a_link_works_once_and_closes_all_others_of_the_person() {
        movedIn("nadia");
        invitations.invite(false);
        runJobs();
        var first = codeTo("nadia");
        minutesLater(10);
        invitations.inviteAnew("nadia");
        runJobs();
        var second = codeTo("nadia");
        assertThat(choosing.look(first).state()).isEqualTo(LinkState.OPEN);

        choosing.choose(second, PASSPHRASE, PASSPHRASE);

        assertThat(choosing.look(second).state()).isEqualTo(LinkState.USED);
        assertThat(choosing.look(first).state()).isEqualTo(LinkState.REPLACED);
        for (var code : List.of(first, second)) {
            choosing.choose(code, "a password of a stranger", "a password of a stranger");
            assertThat(people.hasPassword("nadia", PASSPHRASE)).isTrue();
        }
    }

    @Test
    void a_link_that_went_to_a_wrong_address_is_closed_when_the_address_is_corrected() {
        movedIn("nadia");
        invitations.invite(false);
        runJobs();
        var code = codeTo("nadia");
        addressOf("nadia", "nadia.new@example.org");

        assertThat(choosing.look(code).state()).isEqualTo(LinkState.REPLACED);
    }

    @Test
    void a_link_of_somebody_who_has_left_lets_nobody_in() {
        movedIn("nadia");
        invitations.invite(false);
        runJobs();
        identities.deleteUser("nadia");

        assertThat(choosing.choose(codeTo("nadia"), PASSPHRASE, PASSPHRASE).state())
                .isEqualTo(LinkState.REPLACED);
    }

    @Test
    void a_bad_password_or_two_different_ones_use_nothing_up() {
        movedIn("nadia");
        invitations.invite(false);
        runJobs();
        var code = codeTo("nadia");

        assertThatThrownBy(() -> choosing.choose(code, "nadianadianadia", "nadianadianadia"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Please choose a password of 12 to 256 characters");
        assertThatThrownBy(() -> choosing.choose(code, PASSPHRASE, PASSPHRASE + "!"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The two are not the same.");

        assertThat(choosing.choose("  " + code.toUpperCase() + "\n", PASSPHRASE, PASSPHRASE)
                        .state())
                .isEqualTo(LinkState.OPEN);
    }

    @Test
    void a_link_works_only_when_the_mail_server_has_it_and_a_repetition_is_another_mail() throws Exception {
        givenRep("rumi");
        LINE_TO_MAIL_SERVER.refuseConnections();
        forgotten.ask("rumi");
        while (sending() == null) {
            management.executeJob(
                    management.createJobQuery().executable().list().get(0).getId());
        }
        var sending = sending();
        assertThatThrownBy(() -> management.executeJob(sending.getId())).isInstanceOf(RuntimeException.class);
        assertThat(database.queryForList("select hash from entry_link")).isEmpty();

        LINE_TO_MAIL_SERVER.repair();
        management.executeJob(sending.getId());
        runJobs();
        var first = codeTo("rumi");
        // As after a crash between the mail server and the database.
        database.update("update mail set state = 'WAITING', sent_at = null");
        database.update("delete from entry_link");
        var mailId = database.queryForObject("select id from mail", String.class);
        runtime.startProcessInstanceByKey("send-mail", mailId, Map.of("mailId", mailId));
        runJobs();

        assertThat(choosing.look(first).state()).isEqualTo(LinkState.UNKNOWN);
        assertThat(choosing.look(codeTo("rumi")).state()).isEqualTo(LinkState.OPEN);
        var mails = MAIL_SERVER.getReceivedMessages();
        assertThat(mails[0].getMessageID()).isNotEqualTo(mails[1].getMessageID());
    }

    // --- changed

    @Test
    void whose_password_is_changed_by_whomever_is_told() {
        givenRep("rumi");
        as("rumi", () -> changePassword("rumi", PASSPHRASE));
        runJobs();
        called("rumi", "Rumi", "Renamed");
        runJobs();

        assertThat(mailsTo("rumi")).containsExactly(CHANGED);
    }

    // --- where there are no passwords

    @Test
    void where_people_log_in_with_something_else_nobody_is_invited_and_there_are_no_pages() {
        movedIn("nadia");
        var off = new LocalPasswords("https://login.example.org/realms/reps");
        var without = new PasswordPages(off, forgotten, choosing);

        for (var page : List.<Runnable>of(
                without::code,
                without::link,
                without::ask,
                () -> without.choose("code", PASSPHRASE, PASSPHRASE),
                () -> without.ask("nadia", new MockHttpServletRequest()))) {
            assertThatThrownBy(page::run)
                    .isInstanceOfSatisfying(
                            ResponseStatusException.class,
                            e -> assertThat(e.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
        }
        var nobodys = new Invitations(off, everybody, people, null, null, null, transaction, null);
        assertThat(nobodys.standing().on()).isFalse();
        assertThatThrownBy(() -> nobodys.invite(false)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> nobodys.inviteAnew("nadia")).isInstanceOf(Refusal.class);
    }

    // --- who there is

    private void movedIn(String id) {
        movedIn(id, id + "@example.org", Set.of(Group.REPS));
    }

    private void withoutAddress(String id) {
        movedIn(id, "", Set.of(Group.REPS));
    }

    private void withoutGroup(String id) {
        movedIn(id, id + "@example.org", Set.of());
    }

    private void movedIn(String id, String address, Set<Group> groups) {
        var name = Character.toUpperCase(id.charAt(0)) + id.substring(1);
        everybody.save(List.of(new Change(new Person(id, name, "New", address), Kind.NEW, groups)));
    }

    private void addressOf(String userId, String address) {
        var user = identities.createUserQuery().userId(userId).singleResult();
        user.setEmail(address);
        identities.saveUser(user);
    }

    private void changePassword(String userId, String password) {
        var user = identities.createUserQuery().userId(userId).singleResult();
        user.setPassword(password);
        identities.saveUser(user);
    }

    private static void minutesLater(int minutes) {
        Today.goTo(now().plus(Duration.ofMinutes(minutes)));
    }

    private String progressOf(String userId) {
        return invitations.standing().people().stream()
                .filter(invitee -> invitee.userId().equals(userId))
                .map(Invitee::progress)
                .findFirst()
                .orElseThrow();
    }

    private Job sending() {
        return management.createJobQuery().activityId("Activity_SendMail").singleResult();
    }

    // --- what they get

    private String codeTo(String userId) {
        var code = CODE.matcher(textTo(userId));
        assertThat(code.find()).as("a link to " + userId).isTrue();
        return code.group(1);
    }

    /** The text of the last mail to somebody. */
    private String textTo(String userId) {
        var texts = Stream.of(MAIL_SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).startsWith(userId))
                .map(ComingInTest::text)
                .toList();
        assertThat(texts).isNotEmpty();
        return texts.get(texts.size() - 1);
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Part part) {
        try {
            return part.getContent() instanceof Multipart parts
                    ? text(parts.getBodyPart(0))
                    : part.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
