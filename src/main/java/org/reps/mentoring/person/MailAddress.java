package org.reps.mentoring.person;

import jakarta.mail.Address;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reps.mentoring.text.PlainText;

/** Addresses as people type or paste them, made into what mail servers know. */
public final class MailAddress {

    /** Letters of today's domains that the JDK still spells with others (IDNA 2003): there, a stranger may live. */
    private static final Pattern ANOTHER_DOMAIN = Pattern.compile("[\u00DF\u1E9E\u03C2]");

    /** What could be an address among other words; a name in a chat may begin with the sign. */
    private static final Pattern AMONG_WORDS = Pattern.compile("[^\\s<>()\\[\\],;:\"'@]+@[^\\s<>()\\[\\],;:\"'@]+");

    private MailAddress() {}

    /**
     * The address that somebody means: without what cannot be seen, its domain as every mail server can read it.
     *
     * @return empty when there is no such address, or none that surely leads to who is meant
     */
    public static Optional<InternetAddress> of(String typed) {
        var text = Normalizer.normalize(PlainText.visible(typed), Normalizer.Form.NFC);
        var domain = text.lastIndexOf('@') + 1;
        try {
            var address = new InternetAddress(text.substring(0, domain) + inAscii(text.substring(domain)), true);
            address.validate();
            return Optional.of(address);
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The address that somebody names among other words, if every server can be told it; of several, nobody can say
     * which is meant.
     */
    public static Optional<InternetAddress> onlyOneIn(String words) {
        var found = AMONG_WORDS
                .matcher(PlainText.visible(words))
                .results()
                .map(address -> address.group().replaceFirst("[.!?]+$", ""))
                .distinct()
                .toList();
        return found.size() == 1 ? of(found.get(0)).filter(MailAddress::areInAscii) : Optional.empty();
    }

    /** Whether mails to what somebody typed could be sent. */
    public static boolean isOne(String typed) {
        return of(typed).isPresent();
    }

    /** Whether any server can be told all of them; another letter before the {@code @} not every server can write. */
    public static boolean areInAscii(Address... addresses) {
        return Arrays.stream(addresses).allMatch(address -> isAscii(((InternetAddress) address).getAddress()));
    }

    private static String inAscii(String domain) {
        if (isAscii(domain)) {
            return domain;
        }
        if (ANOTHER_DOMAIN.matcher(domain).find()) {
            throw new IllegalArgumentException("Nobody can say whose domain that is");
        }
        // Letters that are newer than the JDK's table (Unicode 3.2) are letters, too.
        return IDN.toASCII(domain.toLowerCase(Locale.ROOT), IDN.ALLOW_UNASSIGNED);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }
}
