package org.reps.mentoring.text;

import static java.util.stream.Collectors.toSet;

/** Digits and marks as any keyboard writes them, made into those of ASCII. */
final class Keyboard {

    private static final int FULL_WIDTH = 0xFF01 - '!';

    private Keyboard() {}

    /**
     * The text with plain digits, dashes, slashes and single blanks, without blanks around it. Digits of two scripts
     * stay as they are: a four of one looks like an eight of another.
     */
    static String plain(String typed) {
        var scripts = typed.codePoints()
                .map(Keyboard::mark)
                .filter(Character::isDigit)
                .map(digit -> digit - Character.digit(digit, 10))
                .boxed()
                .collect(toSet());
        var plain = new StringBuilder();
        typed.codePoints()
                .map(Keyboard::mark)
                .map(c -> scripts.size() == 1 && Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip().replaceAll(" {2,}", " ");
    }

    private static int mark(int c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return c - FULL_WIDTH;
        }
        if (c == '\t' || Character.isSpaceChar(c)) {
            return ' ';
        }
        return switch (c) {
            // The minus of mathematics, and how a dash of Japanese comes out where a letter is made longer.
            case 0x2212, 0x30FC, 0xFF70 -> '-';
            case 0x2044, 0x2215 -> '/';
            case 0x3002, 0xFF61 -> '.';
            default -> Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c;
        };
    }
}
