package org.reps.mentoring.notice;

import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.person.MailAddress;
import org.reps.mentoring.reach.HowToReach;
import org.springframework.web.util.HtmlUtils;

/**
 * The other one of the two people of whom a mail is, as its receiver may know them at the moment at which it is sent:
 * nothing of it is kept with the mail.
 *
 * @param words how to reach them
 * @param address where an answer goes; null when they have let the receiver see none
 */
record Other(String words, @Nullable InternetAddress address) {

    /** @param language of the receiver, by its code */
    static Other of(Mail mail, HowToReach reach, String language) {
        if (mail.otherId() == null) {
            return new Other("", null);
        }
        var words = Translations.OF_ANSWERS.in(language, reach.inWords(mail.recipientId(), mail.otherId()));
        return reach.of(mail.recipientId(), mail.otherId())
                .flatMap(MailAddress::onlyOneIn)
                .map(address -> new Other(
                        words
                                + "\n"
                                + Translations.OF_ANSWERS.in(
                                        language, "If you answer this mail, they get your answer."),
                        address))
                .orElse(new Other(words, null));
    }

    String inHtml() {
        return HtmlUtils.htmlEscape(words, "UTF-8").replace("\n", "<br>");
    }
}
