package org.reps.mentoring.feedback;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/yearly-feedback.bpmn} asks of the application (SOP: mentor assessment, "yearly feedback round for
 * both mentors and mentees"), and what all of the answers come to.
 */
@Component("feedback")
@Transactional
public class YearlyFeedbackSteps {

    private final FeedbackTable table;
    private final YearlyFeedbackProcess process;
    private final SealedTexts texts;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final Clock clock;

    YearlyFeedbackSteps(
            FeedbackTable table,
            YearlyFeedbackProcess process,
            SealedTexts texts,
            People people,
            Notices notices,
            MentoringRules rules,
            Clock clock) {
        this.table = table;
        this.process = process;
        this.texts = texts;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.clock = clock;
    }

    /** Asks the two of a mentorship about each other, in a case of its own each. */
    public void ask(String menteeId, String mentorId) {
        process.start(menteeId, mentorId, Feedback.Role.MENTEE);
        process.start(mentorId, menteeId, Feedback.Role.MENTOR);
    }

    /** The first name of whom the form asks about. */
    @Transactional(readOnly = true)
    public String partner(String aboutId) {
        return people.firstName(aboutId);
    }

    /**
     * Keeps an answer.
     *
     * @param authorRole name of a {@link Feedback.Role}
     * @param whatHelped reference to a sealed text; may be empty, as the next one
     */
    public void keep(
            String authorId,
            String aboutId,
            String authorRole,
            int availability,
            int listening,
            int usefulness,
            int clarity,
            String whatHelped,
            String whatBetter,
            @Nullable Collection<String> functions,
            @Nullable Boolean nameVisible) {
        var id = UUID.randomUUID().toString();
        table.save(new Feedback(
                id,
                aboutId,
                Feedback.Role.valueOf(authorRole),
                texts.seal(authorId, Feedback.place(id, aboutId, "author")),
                Boolean.TRUE.equals(nameVisible),
                clock.instant(),
                availability,
                listening,
                usefulness,
                clarity,
                texts.keep(whatHelped, "whatHelped", Feedback.place(id, aboutId, "whatHelped")),
                texts.keep(whatBetter, "whatBetter", Feedback.place(id, aboutId, "whatBetter")),
                functions == null ? Set.of() : new TreeSet<>(functions),
                null));
    }

    /** Reminds the author, once. */
    public void remind(String authorId, String key) {
        notices.remind(authorId, "feedback-reminder", key, Map.of());
    }

    /**
     * What the mentees of a mentor say comes to: of answers {@linkplain GivenFeedback#wholeGroups in whole groups} by
     * {@linkplain MentoringRules#feedbackThreshold() that many} different people.
     */
    @Transactional(readOnly = true)
    public Means means(String mentorId) {
        var answers = table.findByAboutIdAndAuthorRoleOrderByGivenAtAscIdAsc(mentorId, Feedback.Role.MENTEE);
        var authors = texts.openAll(answers.stream()
                .collect(toMap(Feedback::author, answer -> answer.place("author"), (one, other) -> one)));
        var given = answers.stream()
                .map(answer -> new GivenFeedback(answer, authors.getOrDefault(answer.author(), "")))
                .toList();
        return Means.of(GivenFeedback.inWholeGroups(given, rules.feedbackThreshold()).stream()
                .map(GivenFeedback::answer)
                .toList());
    }

    /**
     * What several answers come to, as pages show it.
     *
     * @param answers how many; empty, as all others, when there are too few to show
     * @param availability a mean with one decimal, as the following ones
     */
    public record Means(String answers, String availability, String listening, String usefulness, String clarity) {

        static Means of(List<Feedback> counted) {
            return counted.isEmpty()
                    ? new Means("", "", "", "", "")
                    : new Means(
                            String.valueOf(counted.size()),
                            mean(counted, Feedback::availability),
                            mean(counted, Feedback::listening),
                            mean(counted, Feedback::usefulness),
                            mean(counted, Feedback::clarity));
        }

        private static String mean(List<Feedback> counted, ToIntFunction<Feedback> rating) {
            var mean = counted.stream().mapToInt(rating).average().orElseThrow();
            return String.format(Locale.ROOT, "%.1f", mean);
        }
    }
}
