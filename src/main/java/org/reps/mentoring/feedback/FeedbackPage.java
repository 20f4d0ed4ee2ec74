package org.reps.mentoring.feedback;

import static org.reps.mentoring.table.Table.Column.number;
import static org.reps.mentoring.table.Table.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Reader;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.feedback.FeedbackForCouncil.Figures;
import org.reps.mentoring.feedback.FeedbackForCouncil.Functions;
import org.reps.mentoring.feedback.FeedbackForCouncil.Written;
import org.reps.mentoring.feedback.YearlyFeedbackSteps.Means;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.table.Section;
import org.reps.mentoring.table.Section.Chart;
import org.reps.mentoring.table.Table;
import org.reps.mentoring.table.Table.Row;
import org.reps.mentoring.text.Words;
import org.springframework.stereotype.Component;

/** What people say once a year of mentoring and of each other, as far as the council may know it. */
@Component
public class FeedbackPage {

    private static final int ON_A_PAGE = 25;

    private final FeedbackForCouncil feedback;
    private final People people;
    private final MentoringRules rules;

    FeedbackPage(FeedbackForCouncil feedback, People people, MentoringRules rules) {
        this.feedback = feedback;
        this.people = people;
        this.rules = rules;
    }

    /** What the answers come to, in the order of the page. */
    public List<Section> sections(Reader reader) {
        var figures = feedback.figures(reader);
        return List.of(functions(figures), years(figures), mentors(figures));
    }

    /** The section with this id. */
    public Optional<Section> section(String id, Reader reader) {
        return sections(reader).stream()
                .filter(section -> section.id().equals(id))
                .findFirst();
    }

    private Section functions(Figures figures) {
        var mentees = figures.forMentees();
        var mentors = figures.forMentors();
        var all = new TreeSet<>(mentees.chosen().keySet());
        all.addAll(mentors.chosen().keySet());
        var sentences = new ArrayList<String>();
        if (mentees.answers() + mentors.answers() == 0) {
            sentences.add(tooFew());
        } else {
            sentences.add("Chosen in %s and %s; each could choose several."
                    .formatted(
                            Words.number(mentees.answers(), "answer of a mentee", "answers of mentees"),
                            Words.number(mentors.answers(), "of a mentor", "of mentors")));
        }
        return Section.of(
                "functions",
                "What a mentor should be there for",
                sentences,
                Table.of(
                        List.of(text("Function"), number("Mentees"), number("Mentors")),
                        all.stream()
                                .sorted(Comparator.comparingInt((String function) ->
                                                -times(function, mentees) - times(function, mentors))
                                        .thenComparing(function -> function))
                                .map(function -> Row.of(function, times(function, mentees), times(function, mentors)))
                                .toList()),
                all.isEmpty() ? null : new Chart("How often each was chosen", 1, 2));
    }

    private static int times(String function, Functions by) {
        return by.chosen().getOrDefault(function, 0);
    }

    private Section years(Figures figures) {
        var rows = new ArrayList<Row>();
        var years = new TreeSet<>(Comparator.<Integer>reverseOrder());
        years.addAll(figures.ofMentors().keySet());
        years.addAll(figures.ofMentees().keySet());
        for (var year : years) {
            add(rows, year, "Mentees of their mentors", figures.ofMentors().get(year));
            add(rows, year, "Mentors of their mentees", figures.ofMentees().get(year));
        }
        return Section.of(
                "years",
                "How it goes, year by year",
                List.of(rows.isEmpty() ? tooFew() : means()),
                Table.of(
                        List.of(
                                text("Year"),
                                text("Who speaks"),
                                number("Answers"),
                                number("Availability"),
                                number("Listening"),
                                number("Usefulness"),
                                number("Clarity of roles")),
                        rows),
                null);
    }

    private static void add(List<Row> rows, int year, String who, @Nullable Means means) {
        if (means != null) {
            rows.add(Row.of(
                    String.valueOf(year),
                    who,
                    means.answers(),
                    means.availability(),
                    means.listening(),
                    means.usefulness(),
                    means.clarity()));
        }
    }

    private Section mentors(Figures figures) {
        var names = people.names();
        return Section.of(
                "mentors",
                "What mentees say of their mentors",
                List.of(
                        figures.mentors().isEmpty()
                                ? "No mentor has enough answers to show what they come to."
                                : means(),
                        "What concerns you, as a mentor or as a mentee, is not counted for you here."),
                Table.of(
                        List.of(
                                text("Mentor"),
                                number("Answers"),
                                number("Availability"),
                                number("Listening"),
                                number("Usefulness"),
                                number("Clarity of roles")),
                        figures.mentors().entrySet().stream()
                                .map(mentor -> Row.of(
                                        name(mentor.getKey(), names),
                                        mentor.getValue().answers(),
                                        mentor.getValue().availability(),
                                        mentor.getValue().listening(),
                                        mentor.getValue().usefulness(),
                                        mentor.getValue().clarity()))
                                .sorted(Comparator.comparing(
                                        row -> String.valueOf(row.cells().get(0))))
                                .toList()),
                null);
    }

    private static String name(String userId, Map<String, String> names) {
        return names.getOrDefault(userId, userId);
    }

    private String means() {
        return "Means of what at least %d different people have said, from 1 to 5."
                .formatted(rules.feedbackThreshold());
    }

    private String tooFew() {
        return "There are too few answers to show what they come to: it takes %d different people."
                .formatted(rules.feedbackThreshold());
    }

    /**
     * One page of what people have written, without what they have written.
     *
     * @throws Refusal when there is no such page
     */
    public Page written(Reader reader, int page) {
        if (page < 0 || page > 1_000_000) {
            throw new Refusal("There is no such page.");
        }
        var names = people.names();
        var all = feedback.written(reader);
        return new Page(
                all.size(),
                page,
                ON_A_PAGE,
                rules.feedbackThreshold(),
                all.stream()
                        .skip((long) page * ON_A_PAGE)
                        .limit(ON_A_PAGE)
                        .map(one -> new Line(
                                one.id(),
                                title(one, names),
                                one.since() == one.until()
                                        ? String.valueOf(one.until())
                                        : one.since() + "–" + one.until()))
                        .toList());
    }

    private static String title(Written one, Map<String, String> names) {
        var about = one.aboutId() == null ? one.byMentor() ? "a mentee" : "a mentor" : name(one.aboutId(), names);
        var author = one.authorId() == null ? one.byMentor() ? "a mentor" : "a mentee" : name(one.authorId(), names);
        return "About " + about + ", by " + author;
    }

    /** What was written in one answer; that it was read is kept. */
    public Optional<Texts> read(Reader reader, String id) {
        return feedback.read(reader, id).map(read -> {
            var names = people.names();
            return new Texts(
                    read.whatHelped(),
                    read.whatBetter(),
                    read.readBefore().stream()
                            .map(reading -> new Reading(
                                    name(reading.readerId(), names),
                                    reading.readAt().toString()))
                            .toList());
        });
    }

    /**
     * A page of it.
     *
     * @param total how many there are on all pages
     * @param threshold how many different people it takes before anything without a name is shown
     */
    public record Page(int total, int page, int pageSize, int threshold, List<Line> written) {

        /** @param words says a title in the language of whoever reads it */
        public Page said(UnaryOperator<String> words) {
            return new Page(
                    total,
                    page,
                    pageSize,
                    threshold,
                    written.stream()
                            .map(one -> new Line(one.id(), words.apply(one.title()), one.years()))
                            .toList());
        }
    }

    /** @param title about whom, and by whom */
    public record Line(String id, String title, String years) {}

    /** What somebody has written, and who has read it before. */
    public record Texts(String whatHelped, String whatBetter, List<Reading> readBefore) {}

    /** @param at ISO */
    public record Reading(String who, String at) {}
}
