package org.reps.mentoring.table;

import java.util.List;
import java.util.stream.IntStream;
import org.reps.mentoring.language.Translations;

/**
 * The words of the council's pages in the language of whoever reads them, and of their files too. Figures, days and
 * names stay as they are; names of processes and tasks are those of the diagrams.
 *
 * @param language its code
 */
public record CouncilWords(String language) {

    private static final String SECTION = "the council's pages";
    private static final String LIST = ", ";
    private static final String ABOUT = ": ";
    private static final String ONE_CASE = " (one case)";

    public Section section(Section section) {
        return section.said(this::ours, this::cell);
    }

    /** A sentence, a heading or the like. */
    public String ours(String english) {
        return Translations.OF_ANSWERS.in(language, SECTION, english);
    }

    /** What a process, a task or an end is called. */
    public String inDiagrams(String english) {
        return Translations.OF_DIAGRAMS.in(language, english);
    }

    /** Words of ours, of a form or of a diagram: several with commas between them, alone, or with what it is about. */
    public String cell(String text) {
        if (text.isEmpty() || language.equals(Translations.ENGLISH)) {
            return text;
        }
        var parts = List.of(text.split(LIST, -1));
        var said = parts.stream().map(this::one).toList();
        if (IntStream.range(0, parts.size()).noneMatch(i -> parts.get(i).equals(said.get(i)))) {
            return String.join(LIST, said);
        }
        var whole = one(text);
        var about = text.indexOf(ABOUT);
        return about < 0 || !whole.equals(text) ? whole : inDiagrams(text.substring(0, about)) + text.substring(about);
    }

    private String one(String text) {
        if (text.endsWith(ONE_CASE)) {
            return inDiagrams(text.substring(0, text.length() - ONE_CASE.length())) + ours(ONE_CASE);
        }
        var ours = ours(text);
        var ofDiagram = ours.equals(text) ? inDiagrams(text) : ours;
        return ofDiagram.equals(text) ? Translations.OF_FORMS.in(language, text) : ofDiagram;
    }
}
