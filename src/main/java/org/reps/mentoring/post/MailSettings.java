package org.reps.mentoring.post;

import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.reps.mentoring.person.MailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are written, set under {@code mentoring.mail}.
 *
 * @param from sender of all mails
 * @param baseUrl where people reach the application; links in mails begin with it
 * @param language the language of mails to whoever has said nothing, neither in their profile nor by their browser;
 *     what has not been translated is English
 * @param connections how many mails are handed to the mail server at the same time
 * @param folder where mails are put as {@code .eml} files as long as no SMTP server is configured
 */
@ConfigurationProperties("mentoring.mail")
public record MailSettings(
        @DefaultValue("Reps Mentoring <mentoring@example.org>")
        String from,

        URI baseUrl,
        @DefaultValue("en") Locale language,
        @DefaultValue("4") int connections,
        @DefaultValue("./data/mail") Path folder) {

    public MailSettings {
        if (MailAddress.of(from)
                .filter(address -> MailAddress.areInAscii(address))
                .isEmpty()) {
            throw new IllegalArgumentException("mentoring.mail.from has to be an address with which every mail server"
                    + " can do something, such as Mentoring <mentoring@example.org>, and is " + from);
        }
    }

    /** Of all mails. */
    public InternetAddress sender() {
        return MailAddress.of(from).orElseThrow();
    }

    /** Of the sender. */
    public String domain() {
        var address = sender().getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /**
     * Where people do something without login.
     *
     * @param path with a slash before it
     */
    public String ownPage(String path) {
        return baseUrl.resolve(path).toString();
    }

    /**
     * Where people read or do something, after login.
     *
     * @param application as its address calls it, e.g. {@code tasklist}
     */
    public String page(String application, String fragment) {
        return baseUrl.resolve("/camunda/app/" + application + "/default/" + fragment)
                .toString();
    }

    /** Where people choose which mails they get, after login. */
    public String choice() {
        return page("tasklist", "#/?processStart=mail-settings");
    }
}
