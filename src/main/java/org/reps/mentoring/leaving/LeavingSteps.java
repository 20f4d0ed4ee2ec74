package org.reps.mentoring.leaving;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.resignation.AboutToAccept;
import org.reps.mentoring.resignation.LeavingMentors;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/leave-programme.bpmn} asks of the application. Expressions hand over an empty text where a form got
 * no answer; the reason arrives here as a reference to a sealed text.
 */
@Component("leaving")
@Transactional
public class LeavingSteps {

    private final Leavings leavings;
    private final Goodbye goodbye;
    private final LeavingMentors leavingMentors;
    private final Mentorships mentorships;
    private final People people;
    private final Council council;
    private final Notices notices;
    private final SealedTexts texts;
    private final MentoringRules rules;
    private final NeededPeople needed;
    private final ApplicationEventPublisher events;
    private final Days days;

    LeavingSteps(
            Leavings leavings,
            Goodbye goodbye,
            LeavingMentors leavingMentors,
            Mentorships mentorships,
            People people,
            Council council,
            Notices notices,
            SealedTexts texts,
            MentoringRules rules,
            NeededPeople needed,
            ApplicationEventPublisher events,
            Days days) {
        this.leavings = leavings;
        this.goodbye = goodbye;
        this.leavingMentors = leavingMentors;
        this.mentorships = mentorships;
        this.people = people;
        this.council = council;
        this.notices = notices;
        this.texts = texts;
        this.rules = rules;
        this.needed = needed;
        this.events = events;
        this.days = days;
    }

    // --- somebody says it

    /**
     * Who leaves: whoever started, or the person a contact named.
     *
     * @param onBehalfOf user id; otherwise empty
     * @throws Refusal when that is nobody who can leave, or this person may not say it of them
     */
    public String personFor(String startedBy, String onBehalfOf) {
        if (onBehalfOf.isEmpty() || onBehalfOf.equals(startedBy)) {
            if (!people.isIn(Group.REPS, startedBy)) {
                throw new Refusal(
                        "You are not a rep yourself. Please write under \"On behalf of\" who leaves. To leave the"
                                + " council, please talk to the operator.");
            }
            return startedBy;
        }
        if (!council.isContact(startedBy)) {
            throw Refusal.at(
                    "onBehalfOf",
                    "Only contacts can say that somebody else leaves. Please leave \"On behalf of\" empty.");
        }
        if (!people.isIn(Group.REPS, onBehalfOf)) {
            throw Refusal.at("onBehalfOf", people.firstName(onBehalfOf) + " is not in the programme as a rep.");
        }
        if (areTogether(onBehalfOf, startedBy)) {
            throw Refusal.at(
                    "onBehalfOf", "You guide each other, or one of you the other, so another contact has to say it.");
        }
        return onBehalfOf;
    }

    /**
     * Keeps what was said.
     *
     * @param lastDay ISO text
     * @param reason reference to a sealed text; may be empty
     * @param message theirs, so empty where somebody says it for them
     * @return the id of what is kept
     * @throws Refusal when they are leaving already or are needed, or when the day cannot be, or the message is
     *     another's
     */
    public String say(String personId, String startedBy, String lastDay, String reason, String message) {
        var theirToday = days.todayOf(personId);
        var day = LocalDate.parse(lastDay);
        Days.toCome("lastDay", "Last day", day, theirToday);
        var forSomebody = !personId.equals(startedBy);
        if (forSomebody) {
            var earliest = theirToday.plus(rules.leavingNotice());
            Leaving.requirePossibleForSomebody(day, earliest, message, people.firstName(personId));
        }
        needed.requireOthers(personId);
        var said = Leaving.said(personId, startedBy, day, message, days.ofProgramme());
        var place = Place.forCouncil(said.owner(), "whyLeaving");
        var alreadyOpen = new Refusal((forSomebody ? people.firstName(personId) + " is" : "You are")
                + " leaving already. The tasks show what comes next.");
        return leavings.begin(said.because(texts.keep(reason, "reason", place)), alreadyOpen)
                .id();
    }

    private boolean areTogether(String one, String other) {
        return mentorships.menteesOf(one).contains(other)
                || mentorships.menteesOf(other).contains(one);
    }

    /** The mentorship in which this person is guided; empty when there is none. */
    public String mentorshipOf(String personId) {
        return mentorships.ofMentee(personId).map(Mentorship::id).orElse("");
    }

    /** Tells the person what happens next, also that a contact has said it for them. */
    public void tellSaid(String leavingId) {
        var said = leavings.get(leavingId);
        var by = said.isSaidForThem() ? people.name(Objects.requireNonNull(said.saidBy())) : "";
        notices.tell(
                said.personId(),
                "leaving-said",
                leavingId,
                Map.of(
                        "lastDay",
                        said.lastDay(),
                        "by",
                        by,
                        "isMentor",
                        leavingMentors.isMentor(said.personId()),
                        "erasedAfter",
                        rules.erasedAfterInWords()));
    }

    public boolean isReasonGiven(String leavingId) {
        return !leavings.get(leavingId).reason().isEmpty();
    }

    public boolean isMentor(String leavingId) {
        return leavingMentors.isMentor(leavings.get(leavingId).personId());
    }

    /** Whoever leaves steps down as a mentor, with the same last day. */
    public void stepDown(String leavingId) {
        var said = leavings.get(leavingId);
        leavingMentors.stepDown(said.personId(), said.lastDay(), said.message());
    }

    /**
     * Of whom a contact says that they leave, nobody accepts that they step down before they could object.
     *
     * @throws Refusal until the time is over that they have for it
     */
    @EventListener
    void requireTimeToObject(AboutToAccept accepted) {
        leavings.findByOpenPerson(accepted.mentorId())
                .filter(said -> said.state() == Leaving.State.SAID && said.isSaidForThem())
                .filter(said -> !accepted.beganOn().isBefore(said.beganOn()))
                .map(said -> said.beganOn().plus(rules.leavingNotice()))
                .filter(days.todayOf(accepted.mentorId())::isBefore)
                .ifPresent(from -> {
                    throw new Refusal(people.firstName(accepted.mentorId())
                            + " has not said this: a contact has, and they can object. Please accept it on "
                            + from + " or later, or talk with them first.");
                });
    }

    /** The moment at which the last day is over where the person lives, ISO text. */
    public String lastDayOver(String leavingId) {
        var said = leavings.get(leavingId);
        return days.beginOf(said.lastDay().plusDays(1), said.personId()).toString();
    }

    /** The last minute of the last day where the person lives, ISO text: until then they can think again. */
    public String thinkAgainBy(String leavingId) {
        var said = leavings.get(leavingId);
        return days.beginOf(said.lastDay().plusDays(1), said.personId())
                .minus(Duration.ofMinutes(1))
                .toString();
    }

    // --- they think again

    /** What the person answers as they think again; they may have had something else to say. */
    public void thinkAgain(String leavingId, @Nullable Boolean stays) {
        if (Boolean.TRUE.equals(stays)) {
            stay(leavingId);
        }
    }

    /** The person stays; what they gave as a reason is forgotten. */
    public void stay(String leavingId) {
        var stays = leavings.change(leavingId, leaving -> leaving.stayed(days.ofProgramme()));
        texts.forget(stays.owner());
        events.publishEvent(new Stayed(leavingId));
    }

    /** A resignation that nobody has accepted yet is taken back with it; otherwise they stay as a rep. */
    public void takeBackResignation(String leavingId) {
        leavingMentors.withdraw(leavings.get(leavingId).personId());
    }

    /** Tells the person, and whoever said it for them, that they stay. */
    public void tellStays(String leavingId) {
        var stays = leavings.get(leavingId);
        var person = Map.of("person", people.name(stays.personId()));
        notices.tell(stays.personId(), "leaving-taken-back", leavingId, person);
        if (stays.isSaidForThem()) {
            notices.tell(Objects.requireNonNull(stays.saidBy()), "leaving-taken-back-contact", leavingId, person);
        }
    }

    // --- they have left

    public void closeAccount(String leavingId) {
        var leaving = leavings.change(leavingId, open -> open.left(days.ofProgramme()));
        goodbye.closeAccount(leaving.personId());
    }

    public void endCases(String leavingId) {
        goodbye.endCases(leavings.get(leavingId).personId());
    }

    public void endMentorship(String leavingId) {
        var leaving = leavings.get(leavingId);
        goodbye.endMentorship(leaving.personId(), PlainText.inOneParagraph(leaving.message()));
    }

    public void passOn(String leavingId) {
        goodbye.passOn(leavings.get(leavingId).personId());
    }

    /** Thanks the person, if there is still a way to, and tells the contacts. */
    public void thank(String leavingId) {
        var personId = leavings.get(leavingId).personId();
        if (people.find(personId).isPresent()) {
            notices.tellOutside(personId, "left-thanks", leavingId, Map.of("erasedAfter", rules.erasedAfterInWords()));
        }
        for (var contact : council.contacts()) {
            notices.tell(contact, "left-contact", leavingId, Map.of("person", people.name(personId)));
        }
    }

    /** The operator has deleted the case: the person stays. */
    @EventListener(condition = "#deleted.process() == 'leave-programme'")
    void forget(CaseDeleted deleted) {
        leavings.findByOpenPerson(deleted.subject()).ifPresent(open -> {
            if (open.state() == Leaving.State.SAID) {
                stay(open.id());
            } else {
                leavings.save(open.wasMistake(days.ofProgramme()));
            }
        });
    }
}
