package org.reps.mentoring.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.reps.mentoring.text.Sha256;
import org.springframework.core.io.ClassPathResource;

/**
 * A text that is translated as a whole, such as a mail. Its first line has a mark of the English text of which it is
 * the translation, so that it is left alone as soon as that one is changed.
 */
public final class TranslatedFile {

    private TranslatedFile() {}

    /** Eight letters and digits that change with the English text. */
    public static String markOf(String english) {
        var text = english.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return Sha256.of(text.strip()).substring(0, 8);
    }

    /**
     * The translation of a file in the folder of a language beside it, with its first line.
     *
     * @param folder in the class path, with a slash behind it
     * @return empty where there is none, or one of an earlier text
     */
    public static Optional<String> of(String folder, String name, String language) {
        var translation = new ClassPathResource(folder + language + "/" + name);
        if (!translation.exists()) {
            return Optional.empty();
        }
        var english = text(new ClassPathResource(folder + name));
        return Optional.of(text(translation))
                .filter(text -> text.lines().findFirst().orElse("").contains(markOf(english)));
    }

    /** What stands in a file in the class path. */
    public static String text(ClassPathResource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.getPath() + " cannot be read", e);
        }
    }
}
