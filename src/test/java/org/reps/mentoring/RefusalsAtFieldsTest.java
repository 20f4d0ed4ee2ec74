package org.reps.mentoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a step has to say about one answer says in which field that stands, so that it can be read there. */
class RefusalsAtFieldsTest {

    /** With the words in front that a person reads beside a field. */
    private static final Pattern WITH_A_LABEL = Pattern.compile("new Refusal\\(\\s*\"([A-Z][\\w ]+\\??): ");

    private static final Pattern AT_A_FIELD =
            Pattern.compile("(?:Refusal\\.at|Days\\.(?:come|toCome)|amedReps\\.require)\\(\\s*\"(\\w+)\"");

    private static final Pattern OF_A_MEETING = Pattern.compile("MeetingTime\\.of\\(\\s*\"(\\w+)\"");

    /** Of accounts and goals, which no form of ours asks for, and whole sentences. */
    private static final Set<String> NO_FIELDS = Set.of(
            "Goal",
            "Group ID",
            "User name",
            "Nobody has a password here",
            "Please say what would help you",
            "You cannot take this mentee at the moment");

    @Test
    void no_refusal_begins_with_the_label_of_a_field_without_naming_it() throws IOException {
        assertThat(found(WITH_A_LABEL)).isSubsetOf(NO_FIELDS);
    }

    @Test
    void what_a_refusal_names_is_a_field_of_a_form() throws IOException {
        var keys = FormFile.all().flatMap(form -> form.keys().stream()).collect(toSet());
        assertThat(found(AT_A_FIELD)).hasSizeGreaterThan(15).isSubsetOf(keys);
        assertThat(found(OF_A_MEETING))
                .hasSizeGreaterThan(1)
                .allSatisfy(what -> assertThat(keys).contains(what + "On", what + "At"));
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> matches(pattern, file))
                    .map(match -> match.group(1))
                    .collect(toSet());
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
