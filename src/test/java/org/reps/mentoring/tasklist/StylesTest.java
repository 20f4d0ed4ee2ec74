package org.reps.mentoring.tasklist;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The style sheets of all pages: whole, with one palette, by day and by night, that everybody can read. */
class StylesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final String TASKLIST = APPS + "tasklist/styles/user-styles.css";
    private static final String COCKPIT = APPS + "cockpit/styles/user-styles.css";
    private static final String OURS_IN_TASKLIST = "plugin-webapp/mentoring/app/plugin.css";
    private static final String OURS_IN_COCKPIT = "plugin-webapp/council/app/plugin.css";
    private static final String ERRORS = "static/error/page.css";
    private static final String PASSWORDS = "static/password/page.css";

    private static final String NIGHT = "@media screen and (prefers-color-scheme: dark) {";
    private static final Pattern SET = Pattern.compile("--(?:mentoring-)?([a-z-]+): (#[0-9a-f]{3,6});");
    private static final Pattern USED = Pattern.compile("var\\((--[a-z-]+)\\)");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{3,8}\\b");

    /** Otherwise a browser reads what follows as part of it, and pages lose their rules without a word. */
    @ParameterizedTest
    @MethodSource("sheets")
    void each_block_is_closed_before_the_next_begins(Path sheet) throws IOException {
        var open = new ArrayDeque<Integer>();
        for (var line : Files.readAllLines(sheet)) {
            var indent = line.length() - line.stripLeading().length();
            if (line.strip().equals("}")) {
                assertThat(open).isNotEmpty();
                assertThat(open.pop()).isEqualTo(indent);
            } else if (line.endsWith("{")) {
                assertThat(indent).as(line).isEqualTo(2 * open.size());
                open.push(indent);
            } else {
                assertThat(line).doesNotContain("{", "}");
            }
        }
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {COCKPIT, ERRORS, PASSWORDS})
    void a_colour_has_one_tone_by_day_and_one_by_night_wherever_it_is_used(String sheet) {
        assertThat(palette(sheet, false)).hasSizeGreaterThan(2).isSubsetOf(palette(TASKLIST, false));
        assertThat(palette(sheet, true)).hasSizeGreaterThan(2).isSubsetOf(palette(TASKLIST, true));
    }

    @ParameterizedTest
    @CsvSource({
        TASKLIST + "," + TASKLIST,
        TASKLIST + "," + OURS_IN_TASKLIST,
        COCKPIT + "," + COCKPIT,
        COCKPIT + "," + OURS_IN_COCKPIT,
        ERRORS + "," + ERRORS,
        PASSWORDS + "," + PASSWORDS
    })
    void no_colour_is_used_that_there_is_not(String palette, String sheet) {
        var there = read(palette) + read(sheet);
        assertThat(USED.matcher(read(sheet)).results().map(used -> used.group(1)))
                .isNotEmpty()
                .allSatisfy(used -> assertThat(there).contains(used + ": "));
    }

    /** What has a colour of its own would keep it in the dark. */
    @Test
    void our_pages_in_tasklist_have_the_palette_only() {
        assertThat(COLOUR.matcher(read(OURS_IN_TASKLIST)).results()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everybody_can_read_it(boolean night) {
        var colours = palette(TASKLIST, night).stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (var paper : List.of("paper", "wash")) {
            for (var text : List.of("ink", "quiet", "link", "teal", "red", "amber", "green")) {
                assertThat(contrast(colours, text, paper))
                        .as("%s on %s", text, paper)
                        .isGreaterThan(4.5);
            }
            assertThat(contrast(colours, "edge", paper))
                    .as("an edge on %s", paper)
                    .isGreaterThan(3);
        }
        assertThat(contrast(colours, "on-teal", "teal")).isGreaterThan(4.5);
    }

    // --- what stands in them

    private static Stream<Path> sheets() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".css")).toList().stream();
        }
    }

    /** What is set for the night only is as it is by day. */
    private static List<Map.Entry<String, String>> palette(String sheet, boolean night) {
        var text = read(sheet);
        var from = text.indexOf(NIGHT);
        var byDay = colours(text.substring(0, from));
        if (night) {
            byDay.putAll(colours(text.substring(from, text.indexOf("\n}", from))));
        }
        return List.copyOf(byDay.entrySet());
    }

    private static Map<String, String> colours(String text) {
        var found = new LinkedHashMap<String, String>();
        SET.matcher(text).results().forEach(set -> found.put(set.group(1), set.group(2)));
        return found;
    }

    private static String read(String sheet) {
        try {
            return Files.readString(RESOURCES.resolve(sheet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // --- how bright it is, as WCAG reckons

    private static double contrast(Map<String, String> colours, String one, String other) {
        var brighter = brightness(Objects.requireNonNull(colours.get(one)));
        var darker = brightness(Objects.requireNonNull(colours.get(other)));
        return (Math.max(brighter, darker) + 0.05) / (Math.min(brighter, darker) + 0.05);
    }

    private static double brightness(String colour) {
        var digits = colour.length() == 4 ? colour.replaceAll("[0-9a-f]", "$0$0") : colour;
        var rgb = Integer.parseInt(digits.substring(1), 16);
        return 0.2126 * light(rgb >> 16) + 0.7152 * light(rgb >> 8) + 0.0722 * light(rgb);
    }

    private static double light(int part) {
        var share = (part & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
