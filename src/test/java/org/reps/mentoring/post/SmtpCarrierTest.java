package org.reps.mentoring.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.FaultyMailServer;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What an answer of the mail server means: that it may take the mail later, or that the address is wrong. */
class SmtpCarrierTest {

    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:")));

    private static GreenMail mailServer;
    private static FaultyMailServer line;
    private static JavaMailSenderImpl sender;

    /** With one connection for all, so that none is lost in what goes wrong. */
    private static SmtpCarrier carrier;

    @BeforeAll
    static void start() {
        var smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(Duration.ofMinutes(2).toMillis());
        mailServer = new GreenMail(smtp);
        mailServer.start();
        line = new FaultyMailServer(mailServer.getSmtp().getPort());
        sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(line.port());
        var nowhere = URI.create("http://localhost:8080");
        carrier = new SmtpCarrier(
                sender, new MailSettings("mentoring@example.org", nowhere, Locale.ENGLISH, 1, Path.of("unused")));
    }

    @AfterEach
    void noFaults() throws Exception {
        line.repair();
        mailServer.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void stop() {
        line.close();
        mailServer.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL | 451 4.3.0 Try again later",
                "MAIL | 530 5.7.0 Log in first",
                "MAIL | 550 5.1.0 Sender rejected",
                "RCPT | 450 4.2.0 Greylisted, try again later",
                "RCPT | 452 4.2.2 <rumi@example.org> has no space left",
                "RCPT | 550 5.7.1 <rumi@example.org> Relaying denied",
                "RCPT | 550-5.7.26 Who are you? / 550 5.7.26 There is no signature",
                "RCPT | 552 5.2.2 <rumi@example.org> has no space left",
                "RCPT | 550 5.2.2 <rumi@example.org> has no space left",
                "RCPT | 550 5.1.8 Your own address is strange",
                "RCPT | 554 No, and I do not say why",
                "RCPT | 503 Bad sequence of commands",
                "DATA | 451 4.3.0 Try again later",
                ".    | 452 4.3.1 Out of disk",
                ".    | 552 5.3.4 Too big",
                ".    | 554 5.7.1 This looks like spam",
                ".    | 550 This looks like spam"
            })
    void what_may_pass_is_no_fault_of_the_address(String command, String answer) {
        line.answer(command, answer.replace(" / ", "\r\n"));

        assertThatThrownBy(SmtpCarrierTest::send)
                .isInstanceOf(MailSendException.class)
                .hasMessageStartingWith("The mail server did not take the mail: " + answer.substring(0, 3))
                .hasMessageNotContaining("rumi@example.org");

        line.repair();
        send();
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 <rumi@example.org> User unknown",
                "RCPT | 550 No such user here",
                "RCPT | 551 User not local; please try <rumi@example.com>",
                "RCPT | 553 5.1.3 Mailbox name not allowed",
                "RCPT | 501 5.1.3 Bad address syntax",
                "RCPT | 550 5.4.1 Recipient address rejected: Access denied",
                "RCPT | 554 5.1.2 Domain not found",
                "RCPT | 556 5.1.10 Domain does not accept mail",
                "RCPT | 553 5.6.7 Only ASCII, please",
                ".    | 550 5.1.1 <rumi@example.org> User unknown"
            })
    void a_wrong_address_is_told_from_everything_else(String command, String answer) {
        line.answer(command, answer);

        assertThatThrownBy(SmtpCarrierTest::send).isInstanceOf(WrongAddress.class);

        line.repair();
        send();
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @Test
    void an_address_with_other_letters_is_written_where_the_server_can() throws Exception {
        send("\u0161ara@example.org");

        assertThat(mailServer.getUserManager().getUserByEmail("\u0161ara@example.org"))
                .isNotNull();
        assertThat(mailServer.getReceivedMessages())
                .singleElement()
                .satisfies(mail -> assertThat(mail.getHeader("To")).containsExactly("\u0161ara@example.org"));
    }

    /** Half of each letter would be another one, and "aara" somebody else. */
    @Test
    void an_address_with_other_letters_is_wrong_where_the_server_cannot() {
        line.writeAsciiOnly();

        assertThatThrownBy(() -> send("\u0161ara@example.org")).isInstanceOf(WrongAddress.class);
        assertThat(mailServer.getReceivedMessages()).isEmpty();

        send();
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    /** A mail that asks for it cannot be passed on to servers that do not know it. */
    @Test
    void nothing_special_is_asked_of_the_server_for_an_ordinary_address() {
        line.answer("MAIL FROM:<mentoring@example.org> ", "555 5.5.4 I do not know that");

        send();

        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> send("\u0161ara@example.org")).isInstanceOf(NotTaken.class);
    }

    @Test
    void a_server_that_is_too_slow_does_not_get_the_mail_after_all() throws Exception {
        var late = new MimeMessage(Session.getInstance(new Properties()));
        late.setFrom("mentoring@example.org");
        late.setRecipients(RecipientType.TO, "rumi@example.org");
        late.setSubject("Late");
        late.setText("Hello");

        assertThatThrownBy(() -> sender.send(new PunctualMessage(late, Duration.ZERO)))
                .isInstanceOf(MailSendException.class)
                .hasMessageContaining("It has taken too long");
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    private static void send() {
        send("rumi@example.org");
    }

    private static void send(String address) {
        TRANSACTION.executeWithoutResult(begun -> {
            try {
                var properties = new Properties();
                properties.setProperty("mail.mime.allowutf8", "true");
                var message = new MimeMessage(Session.getInstance(properties));
                message.setFrom("mentoring@example.org");
                message.setRecipients(RecipientType.TO, address);
                message.setSubject("Hello");
                message.setText("Hello Rumi");
                carrier.carry(message, "1");
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
