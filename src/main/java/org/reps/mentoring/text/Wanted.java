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

    private static final Map<String, String> WORDS = english();

    /** @throws IllegalArgumentException when there are no words for it */
    public static Wanted of(String kind, Object... values) {
        if (!WORDS.containsKey(kind)) {
            throw new IllegalArgumentException("There are no words for " + kind);
        }
        return new Wanted(kind, Stream.of(values).map(Object::toString).toList());
    }

    /** The English words, as a request that goes on after a colon. */
    public String words() {
        var words = Objects.requireNonNull(WORDS.get(kind));
        for (var i = 0; i < values.size(); i++) {
            words = words.replace("{" + i + "}", values.get(i));
        }
        return words;
    }

    private static Map<String, String> english() {
        try (var list = Wanted.class.getResourceAsStream("/plugin-webapp/mentoring/app/wanted.json")) {
            var all = new ObjectMapper().readValue(list, new TypeReference<Map<String, Map<String, String>>>() {});
            return Objects.requireNonNull(all.get("en"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
