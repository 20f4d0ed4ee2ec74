package org.reps.mentoring.feedback;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.Reader;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.feedback.Feedback.Role;
import org.reps.mentoring.feedback.YearlyFeedbackSteps.Means;
import org.reps.mentoring.rules.MentoringRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the council reads of the yearly feedback, as the form promises it: what several answers come to, and what people
 * have written, with their names only where they allow it.
 *
 * <p>Nobody is shown, or has counted for them, an answer about themself or by themself, or the group it counts in. What
 * is written without a name waits until {@linkplain MentoringRules#feedbackThreshold() that many} different people have
 * written something: otherwise the day on which it appears would say who it was. Whom it is about is told when that
 * many different people have written about the same person: of somebody with one mentee everybody would know the
 * author.
 */
@Component
@Transactional(readOnly = true)
class FeedbackForCouncil {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackForCouncil.class);

    private final FeedbackTable table;
    private final FeedbackReadings readings;
    private final SealedTexts texts;
    private final MentoringRules rules;
    private final Days days;
    private final Clock clock;

    FeedbackForCouncil(
            FeedbackTable table,
            FeedbackReadings readings,
            SealedTexts texts,
            MentoringRules rules,
            Days days,
            Clock clock) {
        this.table = table;
        this.readings = readings;
        this.texts = texts;
        this.rules = rules;
        this.days = days;
        this.clock = clock;
    }

    /** What the answers come to. */
    Figures figures(Reader reader) {
        var given = given(reader);
        var mentors = new TreeMap<String, Means>();
        of(Role.MENTEE, given).stream()
                .collect(groupingBy(one -> one.answer().aboutId()))
                .forEach((mentorId, about) -> {
                    var counted = counted(about, reader);
                    if (!counted.isEmpty()) {
                        mentors.put(mentorId, Means.of(counted));
                    }
                });
        return new Figures(
                mentors,
                years(Role.MENTEE, given, reader),
                years(Role.MENTOR, given, reader),
                functions(Role.MENTEE, given, reader),
                functions(Role.MENTOR, given, reader));
    }

    private Map<Integer, Means> years(Role role, List<GivenFeedback> given, Reader reader) {
        var years = new TreeMap<Integer, Means>();
        of(role, given).stream().collect(groupingBy(this::year)).forEach((year, answers) -> {
            var counted = counted(role == Role.MENTEE ? ofOneEach(answers) : answers, reader);
            if (!counted.isEmpty()) {
                years.put(year, Means.of(counted));
            }
        });
        return years;
    }

    /**
     * Without those by people who have spoken of several others: what a year comes to, and what it comes to for one of
     * these alone, would tell what they said of the other.
     */
    private static List<GivenFeedback> ofOneEach(List<GivenFeedback> answers) {
        var of = answers.stream()
                .collect(groupingBy(
                        GivenFeedback::authorId, mapping(one -> one.answer().aboutId(), toSet())));
        return answers.stream()
                .filter(one -> of.getOrDefault(one.authorId(), Set.of()).size() == 1)
                .toList();
    }

    private Functions functions(Role role, List<GivenFeedback> given, Reader reader) {
        var counted = counted(of(role, given), reader);
        var numbers = new TreeMap<String, Integer>();
        counted.forEach(answer -> answer.functions().forEach(function -> numbers.merge(function, 1, Integer::sum)));
        return new Functions(counted.size(), numbers);
    }

    private List<Feedback> counted(List<GivenFeedback> given, Reader reader) {
        return groups(given, reader).stream()
                .flatMap(List::stream)
                .map(GivenFeedback::answer)
                .toList();
    }

    /**
     * The groups are the same for everybody: what one reader is shown and another is not must not, side by side, tell
     * what one person has said. So a group in which the reader has a part is not for them at all.
     */
    private List<List<GivenFeedback>> groups(List<GivenFeedback> given, Reader reader) {
        return GivenFeedback.wholeGroups(given, rules.feedbackThreshold()).stream()
                .filter(group -> group.stream().noneMatch(one -> one.concerns(reader.userId())))
                .toList();
    }

    /** What people have written, the latest first: not the texts, but about whom, and by whom where that is allowed. */
    List<Written> written(Reader reader) {
        var given = given(reader).stream().filter(GivenFeedback::isWritten).toList();
        var written = new ArrayList<Written>();
        given.stream()
                .filter(one -> one.answer().nameVisible() && !one.concerns(reader.userId()))
                .forEach(one -> written.add(withName(one)));
        for (var role : Role.values()) {
            var nameless = of(role, given).stream()
                    .filter(one -> !one.answer().nameVisible())
                    .toList();
            var aboutKnown = amongSeveral(GivenFeedback.inWholeGroups(nameless, rules.feedbackThreshold()));
            groups(nameless, reader)
                    .forEach(group ->
                            group.forEach(one -> written.add(withoutName(one, aboutKnown.contains(one), group))));
        }
        // Within a year in no order that says anything: ids are random.
        written.sort(comparing(Written::until).reversed().thenComparing(Written::id));
        return written;
    }

    private Set<GivenFeedback> amongSeveral(List<GivenFeedback> shown) {
        var found = new HashSet<GivenFeedback>();
        shown.stream()
                .collect(groupingBy(one -> one.answer().aboutId()))
                .values()
                .forEach(about -> found.addAll(GivenFeedback.inWholeGroups(about, rules.feedbackThreshold())));
        return found;
    }

    /**
     * What was written in one answer. That it was read, by whom and when, is kept and logged.
     *
     * @return nothing where there is no such answer, or where it is not for this reader
     */
    @Transactional
    Optional<Texts> read(Reader reader, String id) {
        if (written(reader).stream().noneMatch(one -> one.id().equals(id))) {
            return Optional.empty();
        }
        return table.findById(id).map(answer -> {
            var before = readings.findByFeedbackIdOrderByReadAtDescId(id).stream()
                    .map(reading -> new Reading(reading.readerId(), reading.readAt()))
                    .toList();
            readings.save(FeedbackReading.now(id, reader.userId(), clock.instant()));
            // Not about whom: where the page keeps that back, it would tell who has written it.
            LOG.info("{} has read what was written in the feedback {}", reader.userId(), id);
            var places = new HashMap<String, Place>();
            places.put(answer.whatHelped(), answer.place("whatHelped"));
            places.put(answer.whatBetter(), answer.place("whatBetter"));
            var opened = texts.openAll(places, reader);
            return new Texts(
                    opened.getOrDefault(answer.whatHelped(), ""), opened.getOrDefault(answer.whatBetter(), ""), before);
        });
    }

    /** Where it cannot be known who the author is, it cannot be known either whom to keep it from. */
    private List<GivenFeedback> given(Reader reader) {
        if (!reader.isInCouncil()) {
            return List.of();
        }
        var answers = table.findAllByOrderByGivenAtAscIdAsc();
        var authors = texts.openAll(answers.stream()
                .collect(toMap(Feedback::author, answer -> answer.place("author"), (one, other) -> one)));
        return answers.stream()
                .flatMap(
                        answer -> Optional.ofNullable(authors.get(answer.author()))
                                .map(author -> new GivenFeedback(answer, author))
                                .stream())
                .toList();
    }

    private static List<GivenFeedback> of(Role role, List<GivenFeedback> given) {
        return given.stream().filter(one -> one.answer().authorRole() == role).toList();
    }

    private Written withName(GivenFeedback one) {
        var answer = one.answer();
        return new Written(
                answer.id(),
                answer.aboutId(),
                one.authorId(),
                answer.authorRole() == Role.MENTOR,
                year(one),
                year(one));
    }

    private Written withoutName(GivenFeedback one, boolean aboutKnown, List<GivenFeedback> group) {
        var answer = one.answer();
        var years = group.stream().mapToInt(this::year).summaryStatistics();
        return new Written(
                answer.id(),
                aboutKnown ? answer.aboutId() : null,
                null,
                answer.authorRole() == Role.MENTOR,
                years.getMin(),
                years.getMax());
    }

    private int year(GivenFeedback one) {
        return days.ofProgramme(one.answer().givenAt()).getYear();
    }

    /**
     * What the answers come to.
     *
     * @param mentors what mentees say of each mentor, by mentor; without those with too few answers
     * @param ofMentors what mentees say of mentors, by year
     * @param ofMentees what mentors say of mentees, by year
     * @param forMentees what mentees think a mentor is for
     * @param forMentors what mentors think a mentor is for
     */
    record Figures(
            Map<String, Means> mentors,
            Map<Integer, Means> ofMentors,
            Map<Integer, Means> ofMentees,
            Functions forMentees,
            Functions forMentors) {}

    /**
     * What a mentor is for.
     *
     * @param answers how many there are
     * @param chosen in how many of them each function was chosen, in the words of the form
     */
    record Functions(int answers, Map<String, Integer> chosen) {}

    /**
     * That somebody has written something.
     *
     * @param aboutId whom it is about; null where that could tell who has written it
     * @param authorId who has written it; null where they have not allowed to say so
     * @param byMentor whether a mentor has written about a mentee, and not the other way round
     * @param since the year in which it was written, or the first of several in which it could have been
     * @param until the last of these years
     */
    record Written(
            String id, @Nullable String aboutId, @Nullable String authorId, boolean byMentor, int since, int until) {}

    /**
     * What was written.
     *
     * @param whatHelped empty when nothing was written there
     * @param whatBetter as before
     * @param readBefore who has read it before, the latest first
     */
    record Texts(String whatHelped, String whatBetter, List<Reading> readBefore) {}

    /** That somebody has read it. */
    record Reading(String readerId, Instant readAt) {}
}
