package org.reps.mentoring.handbook;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reps.mentoring.language.Translations;

/**
 * The documentation of something in a diagram, taken apart: what it is for, and where it comes from. What is said there
 * to whoever builds diagrams stays there.
 */
record Sources(List<String> sentences, String source) {

    /** A procedure of the programme in parentheses, or with what follows it. */
    private static final Pattern PROCEDURE = Pattern.compile("\\s*\\(((?:SOP|[^()]*\\bSOP:)[^()]*)\\)");

    private static final Pattern NAMED_FOR_PROGRAMS =
            Pattern.compile("\\s*\\((?:[a-z]+(?:-[a-z]+)+|[a-z][\\w-]*\\.[\\w.-]+)(?:, [a-z-]+)*\\)");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?)])\\s+(?=[\\p{Lu}(¿¡])");

    /** Ids, files and what is only about how it runs. */
    private static final Pattern FOR_PROGRAMS = Pattern.compile(
            "[a-z][A-Z]|\\w\\.\\w|\\.js\\b|[a-z]+-[a-z]+-[a-z]+|\\bids?\\b|\\bIDs?\\b|variable|transac?tion|Transaktion"
                    + "|listener|business key|Geschäftsschlüssel|clave de negocio|\\bnode|Knoten|nodo|\\bbatch|priority|Priorität|prioridad");

    /**
     * What diagrams say in English of what happens by itself is mostly for whoever builds them: in other languages only
     * what is translated is told.
     */
    static Sources of(String process, String documentation, Words words) {
        var translated = words.ofDiagram(process, documentation);
        if (words.isEnglish() || !translated.equals(documentation)) {
            return read(translated, words);
        }
        var english = read(documentation, Words.in(Translations.ENGLISH));
        var about = words.ofHandbook(process, english.about());
        return new Sources(
                about.equals(english.about()) ? List.of() : List.of(about),
                english.source.isEmpty() || english.source.startsWith("SOP")
                        ? english.source
                        : words.say("source.ours-said"));
    }

    private static Sources read(String documentation, Words words) {
        var ours = Pattern.compile(words.say("source.ours"), Pattern.CASE_INSENSITIVE);
        var procedures = PROCEDURE.matcher(documentation).results().map(found -> found.group(1));
        var rest = NAMED_FOR_PROGRAMS
                .matcher(PROCEDURE.matcher(documentation).replaceAll(""))
                .replaceAll("");
        var sentences = Arrays.stream(SENTENCE.split(rest))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        return new Sources(
                sentences.stream()
                        .filter(sentence -> !ours.matcher(sentence).find())
                        .filter(sentence -> !FOR_PROGRAMS.matcher(sentence).find())
                        .toList(),
                Stream.concat(
                                procedures,
                                sentences.stream()
                                        .filter(sentence ->
                                                ours.matcher(sentence).find()))
                        .map(text -> text.replaceAll("^\\((.*)\\)$", "$1"))
                        .collect(joining(" ")));
    }

    /** The first two sentences. */
    String about() {
        return sentences.stream().limit(2).collect(joining(" "));
    }

    String all() {
        return String.join(" ", sentences);
    }
}
