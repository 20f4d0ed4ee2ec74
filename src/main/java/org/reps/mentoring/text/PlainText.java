package org.reps.mentoring.text;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.GUJARATI;
import static java.lang.Character.UnicodeScript.GURMUKHI;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.KANNADA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.MALAYALAM;
import static java.lang.Character.UnicodeScript.MONGOLIAN;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.NKO;
import static java.lang.Character.UnicodeScript.ORIYA;
import static java.lang.Character.UnicodeScript.SINHALA;
import static java.lang.Character.UnicodeScript.SYRIAC;
import static java.lang.Character.UnicodeScript.TAMIL;
import static java.lang.Character.UnicodeScript.TELUGU;
import static java.lang.Character.UnicodeScript.TIBETAN;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be seen of a text. A character that cannot be seen lets two names look alike that are not, or a line begin
 * where none was written.
 *
 * <p>Some belong to what is seen, and stay where they do: a joiner after a letter of a script whose letters join
 * (Persian, Hindi, Sinhala, …) or between the parts of an emoji, and a variation selector after the character whose
 * shape it chooses. Characters newer than the Java this runs on may be letters or emoji, and stay. The flags of
 * England, Scotland and Wales are written with characters that hide any other text as well, and have no place in one
 * line.
 */
public final class PlainText {

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    /** Scripts in which a joiner, or its absence, makes another word. */
    private static final Set<UnicodeScript> JOINING = Set.of(
            ARABIC,
            SYRIAC,
            NKO,
            MONGOLIAN,
            DEVANAGARI,
            BENGALI,
            GURMUKHI,
            GUJARATI,
            ORIYA,
            TAMIL,
            TELUGU,
            KANNADA,
            MALAYALAM,
            SINHALA,
            KHMER,
            MYANMAR,
            TIBETAN);

    /** Of the two last selectors, the first chooses a sign as in a text, the second the emoji. */
    private static final int AS_TEXT = 0xFE0E;

    /** Keys as well, made of # and *. */
    private static final String EMOJI_BY_CHOICE = "#*\u203C\u2049\u3030\u303D";

    /** Scripts in which a letter has several shapes to choose from. */
    private static final Set<UnicodeScript> SHAPED = Set.of(HAN, MONGOLIAN, MYANMAR);

    private PlainText() {}

    /**
     * What somebody wrote, without empty lines: in a mail, a paragraph of its own could look as if the programme had
     * written it.
     */
    public static String inOneParagraph(String text) {
        return text.strip().replaceAll("(\\s*\\R)+\\s*", "\n");
    }

    /** Whether there is nothing to see in it: it is empty, or only spaces and what is invisible. */
    public static boolean saysNothing(String text) {
        return text.codePoints().allMatch(c -> isSpace(c) || isInvisible(c));
    }

    /** Without the space around it, as browsers count the length of a text. */
    public static String strip(String text) {
        var begin = 0;
        var end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** What can be seen of something in which nothing else belongs, such as an address; without the space around it. */
    public static String visible(String text) {
        var visible = new StringBuilder();
        text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        return strip(visible.toString());
    }

    /** The text on one line: line breaks and blanks become one space, and what cannot be seen is left out. */
    public static String oneLine(String text) {
        if (isUsual(text)) {
            return text;
        }
        var line = new StringBuilder();
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var c = text.codePointAt(i);
            if (isBlank(c) || Character.isISOControl(c)) {
                line.append(' ');
            } else if (belongs(text, i)) {
                line.appendCodePoint(c);
            }
        }
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    /** Most are: letters without accents, with single blanks between. To look at what each of them is takes longer. */
    private static boolean isUsual(String text) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /**
     * The text, or so much of its beginning that it is no longer than this together with the ellipsis behind it. What
     * is seen as one character, such as a letter with its accents or an emoji made of several, is not divided.
     *
     * @param longest in UTF-16 units; at least 1
     */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = 0;
        var characters = CHARACTER.matcher(text);
        while (characters.find() && characters.end() < longest) {
            end = characters.end();
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** What the writer has to change before the text fits into one line, as a request; empty when it does. */
    public static Optional<String> wrongInOneLine(String text) {
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (breaksLine(text.codePointAt(i))) {
                return Optional.of("please write it in one line");
            }
        }
        return wrongInText(text).or(() -> everyCharacterBelongs(text) ? Optional.empty() : invisible());
    }

    /** The same for a text of several lines: only what no text has is wrong, control characters and halves of one. */
    public static Optional<String> wrongInText(String text) {
        return text.codePoints()
                        .anyMatch(c -> (Character.isISOControl(c) && !isSpace(c))
                                || Character.getType(c) == Character.SURROGATE)
                ? invisible()
                : Optional.empty();
    }

    private static Optional<String> invisible() {
        return Optional.of("there is an invisible character in it; please type it again");
    }

    private static boolean everyCharacterBelongs(String text) {
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isBlank(text.codePointAt(i)) && !belongs(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean belongs(String text, int i) {
        var c = text.codePointAt(i);
        if (c == JOINER || c == NON_JOINER) {
            return isJoinedWord(text, i) || (c == JOINER && isJoinedEmoji(text, i));
        }
        if (isSelector(c)) {
            return i > 0 && choosesShape(c, text.codePointBefore(i));
        }
        return !isInvisible(c) && Character.getType(c) != Character.SURROGATE;
    }

    /** Also at the end of a word, where older Malayalam has one. */
    private static boolean isJoinedWord(String text, int joiner) {
        var i = joiner;
        // Signs above and below a letter can belong to any script.
        while (i > 0
                && UnicodeScript.of(text.codePointBefore(i)) == UnicodeScript.INHERITED
                && !isInvisible(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i > 0 && JOINING.contains(UnicodeScript.of(text.codePointBefore(i)));
    }

    private static boolean isJoinedEmoji(String text, int joiner) {
        if (joiner == 0 || joiner + 1 == text.length()) {
            return false;
        }
        var before = text.codePointBefore(joiner);
        return (isSymbol(before) || before == 0xFE0F || isSkinTone(before)) && isSymbol(text.codePointAt(joiner + 1));
    }

    private static boolean choosesShape(int selector, int of) {
        var script = UnicodeScript.of(of);
        if (selector >= 0xE0100) {
            return script == HAN;
        }
        if (selector < 0x2000) {
            return script == MONGOLIAN;
        }
        if (selector >= AS_TEXT) {
            return isSymbol(of) || isSkinTone(of) || (of >= '0' && of <= '9') || EMOJI_BY_CHOICE.indexOf(of) >= 0;
        }
        return SHAPED.contains(script) || Character.getType(of) == Character.MATH_SYMBOL || isWideMark(of);
    }

    /** Of Chinese and Japanese, where they may stand in the corner or in the middle. */
    private static boolean isWideMark(int c) {
        return (c >= 0x3001 && c <= 0x3002) || (c >= 0xFF01 && c <= 0xFF1F && !Character.isLetterOrDigit(c));
    }

    private static boolean isSymbol(int c) {
        var type = Character.getType(c);
        return (type == Character.OTHER_SYMBOL && c != 0x2800)
                || type == Character.MATH_SYMBOL
                // Emoji that are newer than this Java.
                || (type == Character.UNASSIGNED && c >= 0x1F000 && c <= 0x1FAFF);
    }

    private static boolean isSkinTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || (c >= 0x180B && c <= 0x180D)
                || c == 0x180F;
    }

    /**
     * What leaves no trace, or one that differs from computer to computer: formatting, fillers that count as letters or
     * symbols, and what Unicode leaves to private agreements or keeps for such characters.
     */
    private static boolean isInvisible(int c) {
        if (isSelector(c) || isFiller(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT -> !isSeenAroundNumbers(c);
            case Character.PRIVATE_USE -> true;
            case Character.UNASSIGNED -> c == 0x2065 || (c & 0xFFFE) == 0xFFFE || isReservedAsInvisible(c);
            default -> false;
        };
    }

    private static boolean isReservedAsInvisible(int c) {
        return (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xFFF0 && c <= 0xFFF8) || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static boolean isFiller(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x16FE4, 0x1D159 -> true;
            default -> false;
        };
    }

    /** Signs of Arabic, Syriac and Kaithi that are drawn, below or beside what follows. */
    private static boolean isSeenAroundNumbers(int c) {
        return (c >= 0x0600 && c <= 0x0605)
                || c == 0x06DD
                || c == 0x070F
                || c == 0x08E2
                || c == 0x110BD
                || c == 0x110CD;
    }

    /** What browsers trim, among it the spaces that do not break and the byte order mark. */
    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c == '\uFEFF' || Character.isSpaceChar(c);
    }

    /** Between words only what can be seen is a space. */
    private static boolean isBlank(int c) {
        return isSpace(c) && c != '\uFEFF';
    }

    /** What a program may take for the end of a line. */
    private static boolean breaksLine(int c) {
        return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
