package org.reps.mentoring.notice;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are written, set under {@code mentoring.mail}.
 *
 * @param from sender of all mails
 * @param baseUrl where people reach the application; links in mails begin with it
 * @param language the language of mails; what has not been translated is English
 * @param connections how many mails are handed to the mail server at the same time
 * @param folder where mails are put as {@code .eml} files as long as no SMTP server is configured
 */
@ConfigurationProperties("mentoring.mail")
record MailSettings(
        @DefaultValue("Reps Mentoring <mentoring@example.org>")
        String from,

        URI baseUrl,
        @DefaultValue("en") Locale language,
        @DefaultValue("4") int connections,
        @DefaultValue("./data/mail") Path folder) {}
