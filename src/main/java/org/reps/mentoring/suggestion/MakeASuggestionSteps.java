package org.reps.mentoring.suggestion;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.handbook.StepNames;
import org.reps.mentoring.handbook.StepNames.Called;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.suggestion.Suggestion.State;
import org.reps.mentoring.text.PlainText;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/make-a-suggestion.bpmn} asks of the application (SOP: council, "ideas that benefit the programme as
 * a whole"). Expressions hand over an empty text where a form got no answer.
 */
@Component("suggesting")
@Transactional
public class MakeASuggestionSteps {

    private static final String PROCESS = "make-a-suggestion";

    private final SuggestionTable table;
    private final StepNames steps;
    private final Council council;
    private final KnownPeople known;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final Clock clock;

    MakeASuggestionSteps(
            SuggestionTable table,
            StepNames steps,
            Council council,
            KnownPeople known,
            People people,
            Notices notices,
            MentoringRules rules,
            Clock clock) {
        this.table = table;
        this.steps = steps;
        this.council = council;
        this.known = known;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Keeps what somebody suggests.
     *
     * @param aboutStep key of a process in force, a space, and the id of a step in it; may be empty
     * @param aboutWhat what it is about, in their own words; may be empty
     * @param named whether everybody may read whose it is
     * @return its id
     * @throws Refusal when there is no such step, they have as many open suggestions as there can be, or this one
     */
    public String keep(String authorId, String aboutStep, String aboutWhat, String words, boolean named) {
        // Of two at the same moment, the second sees the first.
        known.isLocked(authorId);
        requireRoom(authorId);
        var made = Suggestion.made(authorId, named, aboutWhat, PlainText.inOneParagraph(words), clock.instant());
        if (!aboutStep.isEmpty()) {
            var at = aboutStep.split(" ", 2);
            var called = called(at)
                    .orElseThrow(() -> Refusal.at(
                            "aboutStep",
                            "Which step is it about?",
                            "there is no such step any more. Please load the page “How it works” again, or say in"
                                    + " your own words what it is about."));
            made = made.about(at[0], at[1], called.process(), called.step());
        }
        return table.begin(
                        made,
                        Refusal.at(
                                "suggestionWords",
                                "What do you suggest?",
                                "you have suggested this already, and the council has not answered yet."))
                .id();
    }

    private Optional<Called> called(String[] at) {
        return at.length == 2 ? steps.of(at[0], at[1], Translations.ENGLISH) : Optional.empty();
    }

    private void requireRoom(String authorId) {
        if (table.countByAuthorIdAndState(authorId, State.OPEN) >= rules.openSuggestions()) {
            throw new Refusal(
                    "Thank you for so many ideas! %d of yours are waiting for an answer of the council. Please wait for one of them before you suggest more."
                            .formatted(rules.openSuggestions()));
        }
    }

    /** What the council reads of it. */
    @Transactional(readOnly = true)
    public Read read(String suggestionId) {
        var suggestion = table.get(suggestionId);
        return new Read(
                people.firstName(suggestion.authorId()),
                people.name(suggestion.authorId()),
                suggestion.processName() == null ? "" : suggestion.processName(),
                suggestion.stepName() == null ? "" : suggestion.stepName(),
                suggestion.aboutWhat(),
                suggestion.words(),
                suggestion.named());
    }

    /**
     * Keeps what the council says to it.
     *
     * @param answererId user id of who answers
     * @param answer {@code taken-up}, {@code later}, {@code not} or {@code hide}
     * @param words what is read with it; only what is taken up needs none
     * @throws Refusal when somebody answers who made it, or without a word to anything but yes
     */
    public void answer(String suggestionId, String answererId, String answer, String words) {
        var state = state(answer);
        if (state != State.TAKEN_UP && PlainText.saysNothing(words)) {
            throw Refusal.at(
                    "answerWords",
                    "What would you like to say to it?",
                    "please say why, in a few kind words, so that nobody is left without a reason.");
        }
        table.change(suggestionId, suggestion -> {
            council.requireImpartial(answererId, List.of(suggestion.authorId()));
            return suggestion.answered(state, PlainText.inOneParagraph(words), answererId, clock.instant());
        });
    }

    private static State state(String answer) {
        return switch (answer) {
            case "taken-up" -> State.TAKEN_UP;
            case "later" -> State.LATER;
            case "not" -> State.NOT_TAKEN_UP;
            case "hide" -> State.HIDDEN;
            default -> throw Choice.unknown(answer);
        };
    }

    /** Tells whoever made it what becomes of it. */
    public void tellAnswer(String suggestionId) {
        var suggestion = table.get(suggestionId);
        notices.tell(
                suggestion.authorId(),
                "suggestion-answered",
                suggestionId,
                Map.of(
                        "words",
                        suggestion.words(),
                        "outcome",
                        suggestion.state().name(),
                        "answer",
                        suggestion.answer()));
    }

    /** Tells whoever made it why nobody else reads it. */
    public void tellHidden(String suggestionId) {
        var suggestion = table.get(suggestionId);
        notices.tell(
                suggestion.authorId(),
                "suggestion-hidden",
                suggestionId,
                Map.of("words", suggestion.words(), "answer", suggestion.answer()));
    }

    /** The operator has deleted the case: nobody will answer any more. */
    @EventListener(condition = "#deleted.process() == '" + PROCESS + "'")
    void forget(CaseDeleted deleted) {
        table.findById(deleted.subject()).filter(Suggestion::isOpen).ifPresent(table::delete);
    }

    /**
     * A suggestion as the council reads it.
     *
     * @param process what the process it is about was called; empty where it is about none
     * @param step the same of the step
     */
    public record Read(
            String firstName,
            String author,
            String process,
            String step,
            String aboutWhat,
            String words,
            boolean named) {}
}
