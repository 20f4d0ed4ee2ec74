package org.reps.mentoring.handbook;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which something is filled in, as people read them who have no case before them. */
final class Places {

    private static final Pattern IN_NAME = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern IN_MAIL = Pattern.compile("\\[\\(\\$\\{([^}]*)}\\)]");
    private static final Pattern IN_FORM = Pattern.compile("\\{\\{([^}]*)}}");

    /** What a mail or a form says only sometimes: what is in it stays. */
    private static final Pattern SOMETIMES = Pattern.compile("\\[# [^\\]]*]|\\[/]|\\{\\{[#/][^}]*}}");

    /** Between two things of which it says one. */
    private static final Pattern OR = Pattern.compile("(?<=\\S)\\[/]\\[# [^\\]]*](?=\\S)");

    private static final Pattern DAYS = Pattern.compile("days\\.(\\w+)");
    private static final Pattern MARKDOWN = Pattern.compile("(?m)^#+ |\\*\\*|^> ?");

    private final Words words;
    private final Map<String, Long> days;

    /** @param days how many the programme gives for what, by the names of the rules */
    Places(Words words, Map<String, Long> days) {
        this.words = words;
        this.days = days;
    }

    /** A name in a diagram. */
    String name(String name) {
        return replace(IN_NAME, name, this::word);
    }

    /** A text of a form. */
    String form(String text) {
        var plain = MARKDOWN.matcher(SOMETIMES.matcher(text).replaceAll("")).replaceAll("");
        return replace(IN_FORM, plain, this::word).strip();
    }

    /** A paragraph of a mail. */
    String mail(String text) {
        var both = OR.matcher(text).replaceAll(" / ");
        return replace(IN_MAIL, SOMETIMES.matcher(both).replaceAll(""), this::word)
                .strip();
    }

    private String word(String path) {
        var rule = DAYS.matcher(path.strip());
        return rule.matches() && days.containsKey(rule.group(1))
                ? String.valueOf(days.get(rule.group(1)))
                : words.place(path);
    }

    private static String replace(Pattern place, String text, UnaryOperator<String> word) {
        return place.matcher(text)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement(word.apply(found.group(1))));
    }
}
