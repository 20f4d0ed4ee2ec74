package org.reps.mentoring.keepintouch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Rhythm;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.keepintouch.KeepInTouch.Asked;
import org.reps.mentoring.mentorship.HaveTalked;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/keep-in-touch.bpmn} asks of the application (SOP: mentors activities, "regular communication with
 * their mentees as established"). Expressions hand over an empty text where nobody has answered.
 */
@Component("keepInTouch")
@Transactional
public class KeepInTouchSteps {

    private final KeepInTouchTable table;
    private final KeepInTouchProcess process;
    private final Agreement agreement;
    private final DueQuestions questions;
    private final Mentorships mentorships;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final Days days;

    KeepInTouchSteps(
            KeepInTouchTable table,
            KeepInTouchProcess process,
            Agreement agreement,
            DueQuestions questions,
            Mentorships mentorships,
            People people,
            Notices notices,
            MentoringRules rules,
            Days days) {
        this.table = table;
        this.process = process;
        this.agreement = agreement;
        this.questions = questions;
        this.mentorships = mentorships;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.days = days;
    }

    // --- the daily round

    /**
     * Looks at the next pairs of whom it is time to ask: they are asked, or left alone for another week where it is no
     * good moment. Of whom nothing is known yet are asked when their first time has come. Whoever is being asked about
     * somebody else already is not asked once more; then only the other one of the two is.
     *
     * @return how many were looked at; when it is none, there is nothing left today
     */
    public int askDue() {
        return questions.askDue();
    }

    static List<String> people(Mentorship pair, @Nullable Asked asked) {
        return asked == null
                ? List.of()
                : Stream.concat(
                                Stream.of(pair.mentorId()).filter(mentor -> asked.isMentor()),
                                Stream.of(pair.menteeId()).filter(mentee -> asked.isMentee()))
                        .toList();
    }

    // --- the question

    /** Asks by mail, once, whoever is asked. */
    public void tellAsked(String mentorshipId) {
        var pair = mentorships.byId(mentorshipId);
        people(pair, table.get(mentorshipId).asked())
                .forEach(personId -> tell(pair, personId, "keep-in-touch-asked", Map.of()));
    }

    /**
     * Keeps what one of the two has said.
     *
     * @param answer {@code talked}, {@code not-yet} or {@code help}
     * @param wider whether they would like to be in touch as often as is offered from now on; null where it is not
     * @param offered as {@link Rhythm} writes it
     */
    public void answer(String mentorshipId, String personId, String answer, @Nullable Boolean wider, String offered) {
        var pair = mentorships.lock(mentorshipId);
        if (Boolean.TRUE.equals(wider)) {
            agreement.change(pair, personId, "", offered);
        }
        switch (answer) {
            case "talked" -> talked(mentorshipId, offered);
            // Who asks for help has not talked; that they ask is not to be seen from what is kept of the two.
            case "not-yet", "help" -> {}
            default -> throw Choice.unknown(answer);
        }
    }

    private void talked(String mentorshipId, String offered) {
        var today = days.ofProgramme();
        table.change(mentorshipId, found -> found.talked(today, today, agreement.rhythm(mentorshipId, offered)));
    }

    /**
     * What one answer means for the question to both: {@code talked}, {@code sign} when the other one is to get in
     * touch with them, and empty as long as the other one may still answer.
     *
     * @param helpFrom who is to help, {@code other} or {@code contact}; empty where nobody is
     */
    public String outcome(String answer, String helpFrom) {
        switch (answer) {
            case "talked" -> {
                return "talked";
            }
            case "not-yet" -> {
                return "";
            }
            case "help" -> {
                return Choice.is(helpFrom, "other", "contact") ? "sign" : "";
            }
            default -> throw Choice.unknown(answer);
        }
    }

    /**
     * Asks the contacts to help, where that is whom somebody would like it from.
     *
     * @param helpFrom {@code contact}, {@code other}, or empty where nobody is to help
     */
    public void askContact(String caseId, String personId, String helpFrom) {
        if (!helpFrom.isEmpty() && Choice.is(helpFrom, "contact", "other")) {
            process.contactWished(caseId, personId);
        }
    }

    /**
     * Nobody has said that they talked.
     *
     * @return whether the two have missed it so often in a row now that somebody should take the first step; true once
     *     only, until they have talked again
     */
    public boolean noteMissed(String mentorshipId, String offered) {
        var most = rules.inTouchMisses();
        return table.change(
                                mentorshipId,
                                found -> found.missed(
                                        days.ofProgramme(),
                                        agreement.rhythm(mentorshipId, offered),
                                        rules.inTouchAgain(),
                                        most))
                        .missed()
                == most;
    }

    // --- what helps

    /**
     * Who takes the first step: the other one than who has spoken last, or the mentor when nobody has.
     *
     * @param spokeLastId user id, or empty
     */
    @Transactional(readOnly = true)
    public String firstStepBy(String mentorshipId, String spokeLastId) {
        var pair = mentorships.byId(mentorshipId);
        return spokeLastId.isEmpty() ? pair.mentorId() : pair.otherThan(spokeLastId);
    }

    /** @param wished whether the other one has said that they could use a sign */
    public void tellFirstStep(String mentorshipId, String spokeLastId, boolean wished) {
        var pair = mentorships.byId(mentorshipId);
        tell(pair, firstStepBy(mentorshipId, spokeLastId), "keep-in-touch-first-step", Map.of("wished", wished));
    }

    /**
     * Keeps what became of the first step.
     *
     * @param answer {@code talked}, {@code fine} or {@code contact}
     */
    public void firstStep(String mentorshipId, String answer, String offered) {
        switch (answer) {
            case "talked" -> talked(mentorshipId, offered);
            case "fine" -> fine(mentorshipId, offered);
            case "contact" ->
                table.change(
                        mentorshipId,
                        found -> found.leftToContact(days.ofProgramme(), agreement.rhythm(mentorshipId, offered)));
            default -> throw Choice.unknown(answer);
        }
    }

    /**
     * A contact has looked after two of whom neither has asked for it.
     *
     * @param answer {@code talked} or {@code left}
     */
    public void lookedAfter(String mentorshipId, String answer, String offered) {
        if (Choice.is(answer, "talked", "left")) {
            talked(mentorshipId, offered);
        } else {
            fine(mentorshipId, offered);
        }
    }

    private void fine(String mentorshipId, String offered) {
        table.change(mentorshipId, found -> found.fine(days.ofProgramme(), agreement.rhythm(mentorshipId, offered)));
    }

    /** Tells whoever has asked for help who has looked after it; nothing where nobody has. */
    public void tellLookedAfter(String mentorshipId, String askedForById, String contactId) {
        if (!askedForById.isEmpty()) {
            var values = Map.of("contact", people.firstName(contactId));
            notices.tellOf(contactId, askedForById, "keep-in-touch-looked-after", mentorshipId, values);
        }
    }

    private void tell(Mentorship pair, String personId, String notice, Map<String, ?> more) {
        var otherId = pair.otherThan(personId);
        var values = new HashMap<String, Object>(more);
        values.put("other", people.firstName(otherId));
        notices.tellOf(otherId, personId, notice, pair.id(), values);
    }

    // --- what happens elsewhere

    /** In a call or at the yearly meeting: nobody asks whether they are in touch. */
    @EventListener
    void haveTalked(HaveTalked talk) {
        var today = days.ofProgramme();
        var rhythm = agreement.rhythm(talk.mentorshipId(), "");
        var before = table.lockRow(talk.mentorshipId())
                .map(table::get)
                .orElseGet(() -> KeepInTouch.begin(talk.mentorshipId(), today));
        table.save(before.talked(talk.on(), today, rhythm));
        process.talked(talk.mentorshipId());
    }

    /** The operator has deleted the case: the two are asked again when it is time. */
    @EventListener(condition = "#deleted.process() == 'keep-in-touch'")
    void forget(CaseDeleted deleted) {
        if (table.existsById(deleted.subject())) {
            fine(deleted.subject(), "");
        }
    }
}
