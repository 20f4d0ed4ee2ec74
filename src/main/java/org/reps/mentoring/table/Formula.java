package org.reps.mentoring.table;

import java.util.regex.Pattern;

/** What a spreadsheet would calculate instead of showing it. */
public final class Formula {

    /** Also behind marks of ours, so that each text comes back as it was. */
    private static final Pattern BEGINNING = Pattern.compile("'*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private static final char MARK = '\'';

    private Formula() {}

    /** The text, with a mark before it if a spreadsheet would take it for a formula. */
    public static String harmless(String text) {
        return BEGINNING.matcher(text).matches() ? MARK + text : text;
    }

    /** The text as it was before it was made {@linkplain #harmless harmless}; one that was not stays as it is. */
    public static String original(String text) {
        return text.indexOf(MARK) == 0 && BEGINNING.matcher(text).matches() ? text.substring(1) : text;
    }
}
