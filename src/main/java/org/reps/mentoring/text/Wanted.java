package org.reps.mentoring.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is asked of whoever gave an answer that cannot be taken. Its words stand in one list, from which a browser takes
 * them too, in the reader's language: {@code plugin-webapp/mentoring/app/wanted.json}.
 *
 * @param kind the name of the sentence in that list
 * @param values what stands in the sentence's gaps
 */
public record Wanted(String kind, List<String> values) {

    private static final String ENGLISH = "en";
    private static final Map<String, Map<String, String>> WORDS = read();

    /** @throws IllegalArgumentException when there are no words for it */
    public static Wanted of(String kind, Object... values) {
        if (!in(ENGLISH).containsKey(kind)) {
            throw new IllegalArgumentException("There are no words for " + kind);
        }
        return new Wanted(kind, Stream.of(values).map(Object::toString).toList());
    }

    /** The English words, as a request that goes on after a colon. */
    public String words() {
        return words(ENGLISH);
    }

    /** The same in another language; in English where it is not in the list. */
    public String words(String language) {
        var words = Objects.requireNonNull(
                in(language).getOrDefault(kind, in(ENGLISH).get(kind)));
        for (var i = 0; i < values.size(); i++) {
            words = words.replace("{" + i + "}", values.get(i));
        }
        return words;
    }

    private static Map<String, String> in(String language) {
        return WORDS.getOrDefault(language, Map.of());
    }

    private static Map<String, Map<String, String>> read() {
        try (var list = Wanted.class.getResourceAsStream("/plugin-webapp/mentoring/app/wanted.json")) {
            return new ObjectMapper().readValue(list, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
