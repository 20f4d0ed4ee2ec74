package org.reps.mentoring.engine.rights;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reps.mentoring.engine.forms.Form;

/**
 * Who is part of the cases of a process, in the words of its diagram: the extension property {@code partOfIt} of the
 * process, like {@code menteeId, mentorId.mentees}.
 *
 * @param people variables that name somebody, or a mentorship and by that its two people
 * @param mentors variables that name a mentor whose mentees are part of it
 */
public record PartOfIt(Set<String> people, Set<String> mentors) {

    /** What the extension property is called. */
    public static final String PROPERTY = "partOfIt";

    /** What a diagram says whose cases are about nobody. */
    public static final PartOfIt NOBODY = new PartOfIt(Set.of(), Set.of());

    private static final String MENTEES = ".mentees";
    private static final Pattern ONE = Pattern.compile(Form.NAME.pattern() + "(\\" + MENTEES + ")?");

    /** Whether this can be read: "nobody", or variables with commas between them. */
    public static boolean isReadable(String text) {
        return parts(text).allMatch(ONE.asMatchPredicate());
    }

    /** @param text what {@link #isReadable can be read} */
    public static PartOfIt read(String text) {
        var read = new PartOfIt(new LinkedHashSet<>(), new LinkedHashSet<>());
        parts(text).filter(part -> !part.equals("nobody")).forEach(part -> {
            if (part.endsWith(MENTEES)) {
                read.mentors.add(part.substring(0, part.length() - MENTEES.length()));
            } else {
                read.people.add(part);
            }
        });
        return read;
    }

    /** What it was read from, word by word. */
    public Set<String> words() {
        var words = new TreeSet<>(people);
        mentors.forEach(mentor -> words.add(mentor + MENTEES));
        return words;
    }

    private static Stream<String> parts(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip);
    }
}
