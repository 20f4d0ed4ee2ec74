package org.reps.mentoring.language;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a translation has to have in it as its English text has: where something is filled in, shown at times or linked.
 */
public final class Places {

    /** The same value may stand in it more often, where a language asks for that. */
    private static final Pattern VALUE =
            Pattern.compile("\\{\\{(?![#/]).*?}}|\\$\\{[^}]*}|\\[\\(.*?\\)]|https?://\\S*");

    /** Of these there have to be as many, and in a text of a form as many stars of Markdown. */
    private static final Pattern STRUCTURE = Pattern.compile("\\{\\{[#/].*?}}|\\[#.*?](?=.)|\\[/]|\\*\\*|\n|^###? ");

    /** Words in a condition of a mail. */
    private static final Pattern WORDS = Pattern.compile("'[^']*'");

    private Places() {}

    /** Whether a text has the places of another, in whatever order. */
    public static boolean areTheSame(String english, String translated) {
        return all(VALUE, english).stream()
                        .distinct()
                        .toList()
                        .equals(all(VALUE, translated).stream().distinct().toList())
                && all(STRUCTURE, english).equals(all(STRUCTURE, translated));
    }

    private static List<String> all(Pattern kind, String text) {
        return kind.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> WORDS.matcher(place).replaceAll("''"))
                .sorted()
                .toList();
    }
}
