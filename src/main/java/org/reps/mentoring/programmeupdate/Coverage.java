package org.reps.mentoring.programmeupdate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.programmeupdate.PassingOn.Answer;
import org.springframework.web.util.HtmlUtils;

/** What became of news with each mentor, as a mail to its author lists it. */
final class Coverage {

    /** So much of a mail is left for all lists together, however its characters have to be written in HTML. */
    private static final int LONGEST = 15_000;

    private final List<PassingOn> asked;
    private final UnaryOperator<String> nameOf;
    private int left = LONGEST;

    /** @param nameOf the name of a mentor with this user id */
    Coverage(List<PassingOn> asked, UnaryOperator<String> nameOf) {
        this.asked = asked;
        this.nameOf = nameOf;
    }

    /** How many mentors have answered like this; null for those who have not answered. */
    int count(@Nullable Answer answer) {
        return (int) asked.stream()
                .filter(mentor -> Objects.equals(mentor.answer(), answer))
                .count();
    }

    /**
     * The mentors who have answered like this, one a line, each with the number of their mentees. What is listed first
     * is cut last.
     *
     * @param answer null for those who have not answered
     */
    String list(@Nullable Answer answer) {
        var mentors = asked.stream()
                .filter(mentor -> Objects.equals(mentor.answer(), answer))
                .map(mentor -> nameOf.apply(mentor.mentorId()) + " ("
                        + mentor.mentees().size() + ")")
                .sorted(Comparator.naturalOrder())
                .toList();
        var lines = new ArrayList<String>();
        for (var mentor : mentors) {
            left -= 1
                    + HtmlUtils.htmlEscape(mentor, StandardCharsets.UTF_8.name())
                            .length();
            if (left < 0) {
                lines.add("and " + (mentors.size() - lines.size()) + " more");
                break;
            }
            lines.add(mentor);
        }
        return String.join("\n", lines);
    }
}
