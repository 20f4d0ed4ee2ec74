package org.reps.mentoring.agenda;

import java.util.Map;
import java.util.Objects;
import org.reps.mentoring.language.Translations;

/**
 * What can be expected of mentors and mentees, in the programme's own words, set under
 * {@code mentoring.programme.expectations}: a text for each language, by its code.
 *
 * @param mentor what a mentor is there for
 * @param mentee what can be expected of a mentee
 */
record Expectations(Map<String, String> mentor, Map<String, String> mentee) {

    Expectations {
        mentor = Map.copyOf(Objects.requireNonNullElse(mentor, Map.of()));
        mentee = Map.copyOf(Objects.requireNonNullElse(mentee, Map.of()));
    }

    /** Of a mentor; empty where the programme says nothing. */
    String ofMentor(String language) {
        return in(language, mentor);
    }

    /** Of a mentee; empty where the programme says nothing. */
    String ofMentee(String language) {
        return in(language, mentee);
    }

    private static String in(String language, Map<String, String> texts) {
        return texts.getOrDefault(language, texts.getOrDefault(Translations.ENGLISH, ""))
                .strip();
    }
}
