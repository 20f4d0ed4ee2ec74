package org.reps.mentoring.notice;

import jakarta.mail.internet.MimeMessage;

/** Takes a mail out of the house: by SMTP where a server is configured, otherwise into a folder. */
interface MailCarrier {

    /**
     * Takes the message over; when this returns it has been accepted.
     *
     * @param name names the mail where a name is needed, without characters that file names do not have
     * @throws org.springframework.mail.MailException when it was not accepted and should be tried again
     */
    void carry(MimeMessage message, String name);
}
