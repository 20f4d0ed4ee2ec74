package org.reps.mentoring.mentorscall;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.suggestion.SuggestionList;
import org.reps.mentoring.text.PlainText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be talked about in a call of all mentors: what somebody asks or tells, and suggestions nobody has
 * answered.
 */
@Component
@Transactional
class AgendaOfCall {

    private static final int LONGEST = 300;

    private final CallQuestions questions;
    private final SuggestionList suggestions;
    private final People people;
    private final KnownPeople known;
    private final MentoringRules rules;
    private final Clock clock;

    AgendaOfCall(
            CallQuestions questions,
            SuggestionList suggestions,
            People people,
            KnownPeople known,
            MentoringRules rules,
            Clock clock) {
        this.questions = questions;
        this.suggestions = suggestions;
        this.people = people;
        this.known = known;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Somebody would like to talk about it in the next call.
     *
     * @throws Refusal when it says nothing, is too long or asked already, or too much of theirs waits
     */
    void add(String authorId, @Nullable String words) {
        var line = PlainText.oneLine(words == null ? "" : words);
        if (PlainText.saysNothing(line) || line.length() > LONGEST) {
            throw new Refusal("Please write your question in 1 to " + LONGEST + " characters.");
        }
        // Of two at the same moment, the second sees the first.
        known.isLocked(authorId);
        if (questions.countByAuthorIdAndCallIdIsNull(authorId) >= rules.openCallQuestions()) {
            throw new Refusal("%d of yours wait for the next call already. Please take one of them back first."
                    .formatted(rules.openCallQuestions()));
        }
        begin(authorId, line);
    }

    /** What whoever sets the call says with it counts as none of those that wait. */
    void addFirst(String hostId, String words) {
        begin(hostId, PlainText.oneLine(words));
    }

    private void begin(String authorId, String line) {
        questions.begin(
                CallQuestion.asked(authorId, line, clock.instant()),
                new Refusal("You have asked this already; it stands on the agenda."));
    }

    /** @throws Refusal when it is not theirs, or its turn has come */
    void takeBack(String authorId, String questionId) {
        questions.lockRow(questionId);
        questions.delete(questions
                .findById(questionId)
                .filter(asked -> asked.authorId().equals(authorId) && asked.callId() == null)
                .orElseThrow(() -> new Refusal("This is not on the agenda any more. Please load the page again.")));
    }

    /** What waits for the next call. */
    @Transactional(readOnly = true)
    public List<Point> waiting() {
        return points(questions.findByCallIdIsNullOrderByAskedAtAscIdAsc());
    }

    /** What was, or is, on the agenda of this call. */
    @Transactional(readOnly = true)
    public List<Point> of(MentorsCall call) {
        return call.isAhead() ? waiting() : points(questions.findByCallIdInOrderByAskedAtAscIdAsc(List.of(call.id())));
    }

    private List<Point> points(List<CallQuestion> asked) {
        var names = people.firstNames(asked.stream().map(CallQuestion::authorId).collect(toSet()));
        return asked.stream()
                // Of somebody who is erased nothing is left to read.
                .filter(one -> !one.words().isEmpty())
                .map(one -> new Point(one.id(), one.authorId(), names.get(one.authorId()), one.words()))
                .toList();
    }

    /** How many suggestions wait for an answer, and can be talked about as well. */
    @Transactional(readOnly = true)
    public int suggestions() {
        return suggestions.open();
    }

    /** One point a line, each with who has asked it. */
    static String inLines(List<Point> points) {
        return points.stream()
                .map(point -> point.by() == null ? point.words() : point.words() + " (" + point.by() + ")")
                .map(line -> "• " + line)
                .collect(joining("\n"));
    }

    /**
     * One point of an agenda.
     *
     * @param by what whoever has asked it is called; null where they are not here any more
     */
    record Point(String id, String authorId, @Nullable String by, String words) {}
}
