package org.reps.mentoring.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** An address on the web that people can be led to: https, and nothing in it that looks like another place. */
public final class HttpsAddress {

    private static final int LONGEST = 500;

    /** Not a host as {@link URI} knows it: it knows none with letters of other alphabets. */
    private static final Pattern PLACE = Pattern.compile("[^@:]+(:\\d+)?");

    private HttpsAddress() {}

    /** Whether this text, as somebody typed it, is such an address. */
    public static boolean is(String text) {
        try {
            var address = new URI(text);
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getRawAuthority() != null
                    && PLACE.matcher(address.getRawAuthority()).matches()
                    && text.length() <= LONGEST;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
