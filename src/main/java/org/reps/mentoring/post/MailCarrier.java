package org.reps.mentoring.post;

import jakarta.mail.internet.MimeMessage;

/** Takes a mail out of the house: by SMTP where a server is configured, otherwise into a folder. */
public interface MailCarrier {

    /**
     * Takes the message over; when this returns it has been accepted. Called inside a transaction, in which it is noted
     * that this mail has been sent.
     *
     * @param name names the mail where a name is needed, without characters that file names do not have
     * @throws WrongAddress when it will not be accepted before the receiver's address is another one
     * @throws org.springframework.mail.MailException when it was not accepted and should be tried again
     */
    void carry(MimeMessage message, String name);
}
