package org.reps.mentoring.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * A message that is sent in time or not at all. The conversation with a mail server has a dozen steps, and each of them
 * may take as long as a time-out allows; writing the message is the last one before the server has it.
 */
class PunctualMessage extends MimeMessage {

    private final long until;

    PunctualMessage(MimeMessage message, Duration longestTalk) throws MessagingException {
        super(message);
        this.until = System.nanoTime() + longestTalk.toNanos();
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        if (System.nanoTime() - until > 0) {
            throw new IOException("It has taken too long to get there.");
        }
        super.writeTo(out, ignoredHeaders);
    }
}
