package org.reps.mentoring.rules;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.util.stream.Collectors.toSet;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address on the web that people can be led to: https, and nothing in it that looks like another place. */
public final class HttpsAddress {

    private static final int LONGEST = 500;
    private static final int LAST_PORT = 65_535;

    /** Not a host as {@link URI} knows it: it knows none with letters of other alphabets. */
    private static final Pattern PLACE = Pattern.compile("([^@:\\[\\]]+)(?::(\\d{1,5}))?");

    /** Scripts that are written together; any other in one word of a name is there to look like one of them. */
    private static final List<Set<UnicodeScript>> TOGETHER =
            List.of(Set.of(LATIN, HAN, HIRAGANA, KATAKANA), Set.of(LATIN, HAN, BOPOMOFO), Set.of(LATIN, HAN, HANGUL));

    /** Letters of today's domains that the JDK still spells with others (IDNA 2003). */
    private static final Pattern ANOTHER_DOMAIN = Pattern.compile("[\u00DF\u1E9E\u03C2]");

    private HttpsAddress() {}

    /** Whether this text, as somebody typed it, is such an address, in whatever script. */
    public static boolean is(String text) {
        try {
            var address = new URI(text);
            var place = PLACE.matcher(address.getRawAuthority() == null ? "" : address.getRawAuthority());
            return "https".equalsIgnoreCase(address.getScheme())
                    && place.matches()
                    && isHost(place.group(1))
                    && isPort(place.group(2))
                    && text.length() <= LONGEST;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /**
     * The address as it is shown, where people copy it: as somebody typed it, and behind that, where it is in another
     * script, as every program can follow it.
     *
     * @param address one that {@linkplain #is(String) is} one
     */
    public static String shown(String address) {
        var uri = URI.create(address);
        var place = PLACE.matcher(uri.getRawAuthority());
        if (!place.matches()
                || !isHost(place.group(1))
                || ANOTHER_DOMAIN.matcher(address).find()) {
            return address;
        }
        var port = place.group(2) == null ? "" : ":" + place.group(2);
        var named = uri.toASCIIString();
        var behind = named.substring(
                URI.create("https://" + place.group()).toASCIIString().length());
        var ascii = "https://" + inAscii(place.group(1)) + port + behind;
        return ascii.equalsIgnoreCase(address) ? address : address + " (" + ascii + ")";
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || (Integer.parseInt(port) > 0 && Integer.parseInt(port) <= LAST_PORT);
    }

    private static boolean isHost(String host) {
        try {
            var ascii = inAscii(host);
            return ascii.chars().allMatch(c -> c == '.' || c == '-' || c == '_' || isLetterOrDigit(c))
                    && Pattern.compile("\\.")
                            .splitAsStream(IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED))
                            .allMatch(word -> isWord(word) && isOfOneScript(word));
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static String inAscii(String host) {
        return IDN.toASCII(host.toLowerCase(Locale.ROOT), IDN.ALLOW_UNASSIGNED);
    }

    private static boolean isLetterOrDigit(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    /** Signs between letters can look like the end of the name; the middle dots are for Catalan and Japanese. */
    private static boolean isWord(String word) {
        return word.codePoints().allMatch(c -> Character.isUnicodeIdentifierPart(c) || "-·・".indexOf(c) >= 0);
    }

    private static boolean isOfOneScript(String word) {
        var scripts = word.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != COMMON && script != INHERITED)
                .collect(toSet());
        return scripts.size() <= 1 || TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }
}
