package org.reps.mentoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the code itself says to people, such as why something cannot be, is there in each language. */
class SaidInTheirLanguageTest {

    /** Whole sentences, and what goes on after the label of a field. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?s).*\\p{L},? \\p{Ll}.*[.?!]|(?:please|this|there) .* .*");

    private static final Pattern STATEMENT = Pattern.compile("(?s)(?:select|insert|update|delete|lock|with|and) .*");

    /**
     * For whoever deploys diagrams and runs the application: at a command line, in Modeler, in a log; and what is no
     * sentence for anybody.
     */
    private static final List<String> ELSEWHERE = List.of(
            "engine/models/",
            "engine/faults/",
            "engine/slips/",
            "engine/written/",
            "engine/door/DeploymentDoor.java",
            "engine/protection/",
            "engine/expressions/",
            "engine/forms/Feel.java",
            "engine/mailed/MailForm.java",
            "answerlink/AnswerLinkKeys.java",
            "engine/door/FirstPaint.java",
            "engine/erasure/",
            "engine/farewell/",
            "engine/ToldOfLoweredProtection.java",
            // Kept with the job that failed, whoever reads it then.
            "engine/refusals/PlainFailures.java",
            // Their words are in tasklist-words.js.
            "engine/grants/TasklistFilters.java",
            "confidential/",
            "movein/",
            "sheet/",
            "operator/MoveInCommand.java",
            "leaving/LeavingProcess.java",
            "resignation/MentorResignationProcess.java",
            "notice/Mail.java",
            "post/",
            "rules/WentLive.java",
            "sample/",
            "web/AddressRange.java",
            "web/TrustedProxies.java",
            "web/PublicAddress.java");

    @ParameterizedTest
    @MethodSource("org.reps.mentoring.language.Translated#languages")
    void every_sentence_in_the_code_is_said_in_each_language(String language) {
        var missing = new TreeSet<String>();
        var found = new TreeSet<String>();
        SaidInCode.all((file, text) -> {
            if (isSaidToPeople(file, text)) {
                found.add(text);
                var sentence = filledIn(text.matches("(?s).*[.?!]") ? text : text + ".");
                // Some labels of fields are questions.
                if (Translations.OF_ANSWERS.in(language, sentence).equals(sentence)
                        && Translations.OF_FORMS.in(language, sentence).equals(sentence)) {
                    missing.add(file + ": " + text);
                }
            }
        });

        assertThat(missing).isEmpty();
        assertThat(found).hasSizeGreaterThan(200);
    }

    @Test
    void words_of_the_programme_in_a_sentence_are_said_too_and_what_people_are_called_is_not() {
        assertThat(Translations.OF_ANSWERS.in(
                        "de",
                        "There were too many attempts to log in with a wrong password. Please try again in 3 minutes;"
                                + " the account is not locked."))
                .contains("Bitte versuche es in 3 Minuten noch einmal");
        assertThat(Translations.OF_ANSWERS.in("de", "Of them 1 is away, 2 step down."))
                .isEqualTo("Von ihnen: 1 ist weg, 2 hören auf.");
        assertThat(Translations.OF_ANSWERS.in("de", "a minute is not a rep.")).isEqualTo("a minute ist kein Rep.");
    }

    /** What somebody has sent could make the search through all sentences long. */
    @Test
    void a_text_without_end_is_not_looked_through() {
        var endless = "The date " + " could be  or ".repeat(10_000) + ". Please write the one you mean.";

        assertThat(Translations.OF_ANSWERS.in("de", endless)).isEqualTo(endless);
    }

    private static boolean isSaidToPeople(String file, String text) {
        var words = text.replace(SaidInCode.PLACE, "").strip();
        return ELSEWHERE.stream().noneMatch(file::startsWith)
                && SENTENCE.matcher(words).matches()
                && !STATEMENT.matcher(words).matches()
                && !words.startsWith("<");
    }

    /** Each place with something of its own, and one thing where the words of the programme stand. */
    private static String filledIn(String text) {
        var sentence = new StringBuilder();
        var parts = (text + " ").split(Pattern.quote(SaidInCode.PLACE));
        for (var i = 0; i < parts.length; i++) {
            sentence.append(i == 0 ? "" : String.valueOf(20 + i)).append(parts[i]);
        }
        return sentence.toString().stripTrailing();
    }
}
