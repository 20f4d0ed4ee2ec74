package org.reps.mentoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Judges what is translated of a folder. */
public final class Translated {

    private Translated() {}

    /** The languages into which everything is translated, besides English. */
    public static Stream<String> languages() {
        return Translations.languages().stream().filter(language -> !language.equals(Translations.ENGLISH));
    }

    /**
     * Lists what is missing, what is of a text that is not there any more, and what has other places than its text.
     *
     * @param english the texts of each section
     */
    public static void complete(
            Translations translations, String language, Map<String, ? extends Collection<String>> english) {
        var translated = translations.all(language);
        var everywhere = new LinkedHashMap<String, String>();
        translated.values().forEach(everywhere::putAll);
        var all = new TreeSet<String>();
        english.values().forEach(all::addAll);

        assertThat(all.stream().filter(text -> !everywhere.containsKey(text)).toList())
                .as("not translated into " + language)
                .isEmpty();
        assertThat(everywhere.keySet().stream()
                        .filter(text -> !all.contains(text))
                        .toList())
                .as("translated into " + language + ", and not there in English (any more)")
                .isEmpty();
        assertThat(everywhere.entrySet().stream()
                        .filter(text -> !Places.areTheSame(text.getKey(), text.getValue()))
                        .map(Map.Entry::getKey)
                        .toList())
                .as("with other places in " + language)
                .isEmpty();
        assertThat(everywhere.values()).as("empty in " + language).noneMatch(String::isBlank);
    }

    /** What needs no translation: a text that is nothing but a value, and numbers. */
    public static boolean isText(String text) {
        return !text.isBlank() && !text.matches("\\{\\{\\w+}}|\\d+");
    }
}
