package org.reps.mentoring.recognition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.recognition.Recognition.State;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/recognise-somebody.bpmn} asks of the application (SOP: council, "emerging leaders"). Expressions
 * hand over an empty text where a form got no answer.
 */
@Component("recognising")
@Transactional
public class RecogniseSomebodySteps {

    private final RecognitionTable table;
    private final Council council;
    private final KnownPeople known;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final Clock clock;

    RecogniseSomebodySteps(
            RecognitionTable table,
            Council council,
            KnownPeople known,
            People people,
            Notices notices,
            MentoringRules rules,
            Clock clock) {
        this.table = table;
        this.council = council;
        this.known = known;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Keeps what somebody recognises in somebody else.
     *
     * @return its id
     * @throws Refusal when it is themself or nobody who is here, or too much of theirs is waiting for an answer
     */
    public String write(String authorId, String personId, String words) {
        if (personId.equals(authorId)) {
            throw whom("please name somebody else. Others may recognise you.");
        }
        if (!people.namesOfThoseHere().containsKey(personId)) {
            throw whom("nobody here has this name. Please choose from the list, or write the user name.");
        }
        // Of two at the same moment, the second sees the first.
        known.isLocked(authorId);
        if (table.countByAuthorIdAndState(authorId, State.OPEN) >= rules.openRecognitions()) {
            throw new Refusal(
                    "How good that you see so much! %d of yours are waiting for an answer of the council. Please wait for one of them before you write more."
                            .formatted(rules.openRecognitions()));
        }
        return table.begin(
                        Recognition.written(authorId, personId, PlainText.inOneParagraph(words), clock.instant()),
                        whom("you have recognised them already, and the council has not answered yet."))
                .id();
    }

    private static Refusal whom(String sentence) {
        return Refusal.at("recognisedPerson", "Whom would you like to recognise?", sentence);
    }

    /** What the council, and then who is recognised, read of it. */
    @Transactional(readOnly = true)
    public Read read(String recognitionId) {
        var recognition = table.get(recognitionId);
        return new Read(
                people.firstName(recognition.personId()),
                people.name(recognition.personId()),
                people.name(recognition.authorId()),
                recognition.words());
    }

    /**
     * Keeps what the council answers.
     *
     * @param answererId user id of who answers
     * @param answer {@code pass-on} or {@code keep-back}
     * @param why it is not passed on, for whoever wrote it
     * @throws Refusal when somebody answers who wrote it, or whom it is about
     */
    public void answer(String recognitionId, String answererId, String answer, String why) {
        var passedOn = Choice.is(answer, "pass-on", "keep-back");
        table.change(recognitionId, recognition -> {
            council.requireImpartial(answererId, List.of(recognition.authorId(), recognition.personId()));
            var now = clock.instant();
            return passedOn
                    ? recognition.passedOn(answererId, now)
                    : recognition.keptBack(PlainText.inOneParagraph(why), answererId, now);
        });
    }

    /** Tells who is recognised what somebody has written. */
    public void tellPerson(String recognitionId) {
        var recognition = table.get(recognitionId);
        notices.tellOf(
                recognition.authorId(),
                recognition.personId(),
                "recognition-received",
                recognitionId,
                Map.of("author", people.name(recognition.authorId()), "words", recognition.words()));
    }

    /** Tells whoever wrote it that it was passed on. */
    public void tellAuthor(String recognitionId) {
        var recognition = table.get(recognitionId);
        notices.tellOf(
                recognition.personId(),
                recognition.authorId(),
                "recognition-passed-on",
                recognitionId,
                Map.of("person", people.name(recognition.personId())));
    }

    /** Tells whoever wrote it why it is not passed on; whom it is about never hears of it. */
    public void tellKeptBack(String recognitionId) {
        var recognition = table.get(recognitionId);
        notices.tellOf(
                recognition.personId(),
                recognition.authorId(),
                "recognition-kept-back",
                recognitionId,
                Map.of(
                        "person",
                        people.name(recognition.personId()),
                        "words",
                        recognition.words(),
                        "why",
                        recognition.answer()));
    }

    /**
     * Keeps whether everybody may read it.
     *
     * @param personId user id of who says so; only who is recognised does
     * @param answer {@code yes} or {@code no}
     */
    public void show(String recognitionId, String personId, String answer) {
        show(recognitionId, personId, Choice.is(answer, "yes", "no"));
    }

    void show(String recognitionId, String personId, boolean wanted) {
        if (table.findById(recognitionId)
                .filter(one -> one.personId().equals(personId) && one.state() == State.PASSED_ON)
                .isEmpty()) {
            throw new Refusal("There is nothing like that about you. Please load the page again.");
        }
        table.change(recognitionId, recognition -> recognition.shownToAll(wanted));
    }

    /** The operator has deleted the case: nobody will answer any more. */
    @EventListener(condition = "#deleted.process() == 'recognise-somebody'")
    void forget(CaseDeleted deleted) {
        table.findById(deleted.subject()).filter(Recognition::isOpen).ifPresent(table::delete);
    }

    /**
     * A recognition as it is read.
     *
     * @param firstName of who is recognised
     * @param person their name
     */
    public record Read(String firstName, String person, String author, String words) {}
}
