package org.reps.mentoring.cockpit;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our pages in Cockpit say, in each language: {@code texts_xx.json} beside them, by the English text. */
class CockpitTextsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/plugin-webapp");
    private static final Pattern SAID = Pattern.compile("\\bsaid\\(\\s*'((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    /** A text that is not translated: it begins like a sentence or a heading. */
    private static final Pattern BARE = Pattern.compile("(?<!said\\()(?<!said\\(\\n)['`]([\\p{Lu}“][^'`\\n]*)['`]");

    /** Names of what browsers and Camunda have, of files, and of what is said to developers. */
    private static final List<String> NAMES =
            List.of("Accept", "Content-Type", "X-XSRF-TOKEN", "POST", "Notifications", "Escape");

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void each_language_says_everything_with_the_same_places(String language) throws IOException {
        var texts = new ObjectMapper()
                .readValue(
                        SCRIPTS.resolve("council/app/texts_" + language + ".json")
                                .toFile(),
                        new TypeReference<Map<String, String>>() {});
        var said =
                SAID.matcher(scripts()).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));

        assertThat(new TreeSet<>(texts.keySet())).isEqualTo(said).hasSizeGreaterThan(120);
        assertThat(texts).allSatisfy((english, translated) -> {
            assertThat(translated).isNotBlank();
            assertThat(places(translated)).isEqualTo(places(english));
        });
    }

    @Test
    void nothing_is_said_in_english_only() throws IOException {
        var bare = BARE.matcher(scripts().replaceAll("(?m)^\\s*//.*$", "").replaceAll("said\\(\\s+", "said("))
                .results()
                .map(found -> found.group(1))
                .filter(text -> NAMES.stream().noneMatch(text::startsWith))
                .toList();

        assertThat(bare).isEmpty();
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static String scripts() throws IOException {
        var all = new ArrayList<String>();
        for (var plugin : List.of("council", "movein", "versions")) {
            try (var files = Files.list(SCRIPTS.resolve(plugin + "/app"))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".js")).toList()) {
                    all.add(Files.readString(file));
                }
            }
        }
        return String.join("\n", all);
    }
}
