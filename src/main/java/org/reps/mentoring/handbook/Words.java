package org.reps.mentoring.handbook;

import static java.util.stream.Collectors.toMap;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reps.mentoring.language.Translations;

/** What the handbook says in its own words, in one language: {@code handbook/words.properties} and those beside it. */
final class Words {

    /** One of two words, by a number. */
    private static final Pattern EITHER = Pattern.compile("\\? '([^']*)' : '([^']*)'");

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])[A-Z]");

    private static final String OF_PAGES = "page.";

    private final String language;
    private final ResourceBundle texts;

    private Words(String language, ResourceBundle texts) {
        this.language = language;
        this.texts = texts;
    }

    static Words in(String language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(
                language, ResourceBundle.getBundle("handbook/words", Locale.forLanguageTag(language), control));
    }

    String language() {
        return language;
    }

    /** @param filledIn takes the place of {@code {0}}, {@code {1}} and so on */
    String say(String key, Object... filledIn) {
        var text = texts.getString(key);
        for (var i = 0; i < filledIn.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(filledIn[i]));
        }
        return text;
    }

    Optional<String> ifThereIs(String key) {
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }

    /** What pages say around it, by key. */
    Map<String, String> ofPages() {
        return texts.keySet().stream()
                .filter(key -> key.startsWith(OF_PAGES))
                .collect(toMap(key -> key.substring(OF_PAGES.length()), texts::getString));
    }

    /** What stands in a diagram, in this language; places are still in it. */
    String ofDiagram(String process, String english) {
        return Translations.OF_DIAGRAMS.in(language, process, english);
    }

    boolean isEnglish() {
        return language.equals(Translations.ENGLISH);
    }

    /**
     * What a process is for, or what a table by which something is decided says; the English text where it is not
     * translated.
     */
    String ofHandbook(String process, String english) {
        return Translations.OF_HANDBOOK.in(language, process, english);
    }

    /** What stands in a form. */
    String ofForm(String form, String english) {
        return Translations.OF_FORMS.in(language, form, english);
    }

    /**
     * What is filled in somewhere, as a word in brackets.
     *
     * @param path such as {@code mentee.firstName()}
     */
    String place(String path) {
        var either = EITHER.matcher(path);
        if (either.find()) {
            return either.group(1) + "/" + either.group(2);
        }
        return "["
                + named(path)
                        .orElseGet(() -> spelledOut(last(path.replace("()", "").strip()))) + "]";
    }

    /** The word for it; empty where there is none. */
    Optional<String> named(String path) {
        var name =
                path.startsWith("#temporals.") ? "day" : path.replace("()", "").strip();
        return ifThereIs("place." + name).or(() -> ifThereIs("place." + last(name)));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** For what somebody has added to a form or a mail and has not named here: the name, as far as it is words. */
    private static String spelledOut(String name) {
        return CAPITAL.matcher(name)
                .replaceAll(
                        letter -> Matcher.quoteReplacement(" " + letter.group().toLowerCase(Locale.ROOT)));
    }
}
