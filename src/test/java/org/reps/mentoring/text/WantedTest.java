package org.reps.mentoring.text;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one list of the words in which somebody is asked for another answer, by the server and by the browser. */
class WantedTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/plugin-webapp/mentoring/app");
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    /** As Java and JavaScript name a sentence. */
    private static final Pattern NAMED = Pattern.compile("(?:Wanted\\.of\\(|kind: )[\"'](\\w+)[\"']");

    @Test
    void the_words_have_no_gaps() {
        assertThat(Wanted.of("several", "00:00", "12:00").words())
                .isEqualTo("this could be 00:00 or 12:00; please write the one you mean");
        assertThatThrownBy(() -> Wanted.of("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_language_says_all_of_it_and_has_the_same_gaps() throws IOException {
        var english = all().get("en");
        assertThat(all()).containsKeys("de", "es").allSatisfy((language, words) -> {
            assertThat(words.keySet()).as(language).isEqualTo(english.keySet());
            assertThat(words).allSatisfy((kind, said) -> {
                assertThat(gaps(said)).as(language + " " + kind).isEqualTo(gaps(english.get(kind)));
                assertThat(said).as(language + " " + kind).doesNotEndWith(".");
            });
        });
    }

    @Test
    void what_is_named_has_words() throws IOException {
        var kinds = all().get("en").keySet();
        for (var sources : Set.of(SCRIPTS, Path.of("src/main/java"))) {
            try (var files = Files.walk(sources)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var named = NAMED.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            // "task" and "start" are kinds of forms.
                            .filter(kind -> !file.endsWith("form-events.js"))
                            .filter(kind -> !kind.equals("latest") && !kind.equals("latest1"));
                    assertThat(named).as(file.toString()).isSubsetOf(kinds);
                }
            }
        }
    }

    private static Set<String> gaps(String words) {
        return GAP.matcher(words).results().map(found -> found.group()).collect(toSet());
    }

    private static Map<String, Map<String, String>> all() throws IOException {
        return new ObjectMapper()
                .readValue(
                        SCRIPTS.resolve("wanted.json").toFile(),
                        new TypeReference<Map<String, Map<String, String>>>() {});
    }
}
