package org.reps.mentoring.onboarding;

import static org.reps.mentoring.onboarding.OnboardingNote.Kind.CLOSING_REASON;
import static org.reps.mentoring.onboarding.OnboardingNote.Kind.FIRST_GOALS;
import static org.reps.mentoring.onboarding.OnboardingNote.Kind.NOTES_FOR_MENTEE;
import static org.reps.mentoring.onboarding.OnboardingNote.Kind.OWN_GOAL;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/rep-onboarding.bpmn} asks of the application (SOP: orientation). Expressions hand over an empty text
 * where a form got no answer.
 */
@Component("onboarding")
@Transactional
public class RepOnboardingSteps {

    private final Onboardings onboardings;
    private final Reps reps;
    private final Mentorships mentorships;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final SealedTexts texts;
    private final Clock clock;

    RepOnboardingSteps(
            Onboardings onboardings,
            Reps reps,
            Mentorships mentorships,
            Council council,
            People people,
            Notices notices,
            SealedTexts texts,
            Clock clock) {
        this.onboardings = onboardings;
        this.reps = reps;
        this.mentorships = mentorships;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The rep for whom a mentor is looked for: whoever started, or the rep a contact named.
     *
     * @param startedBy user id
     * @param onBehalfOf user id of a rep, only for contacts; otherwise empty
     * @throws Refusal when there is no such rep, or somebody else than a contact named one
     */
    public String menteeFor(String startedBy, String onBehalfOf) {
        if (onBehalfOf.isEmpty() || onBehalfOf.equals(startedBy)) {
            if (!people.isIn(Group.REPS, startedBy)) {
                throw new Refusal(
                        "You are not a rep yourself. Please write under \"On behalf of\" who is looking for a mentor.");
            }
            return startedBy;
        }
        if (!council.isContact(startedBy)) {
            throw new Refusal(
                    "Only contacts can look for a mentor for somebody else. Please leave \"On behalf of\" empty.");
        }
        if (!people.isIn(Group.REPS, onBehalfOf)) {
            throw new Refusal("There is no rep with the user name \"" + onBehalfOf + "\".");
        }
        return onBehalfOf;
    }

    /**
     * Begins the onboarding and keeps what the rep wishes.
     *
     * @param languages ISO 639 codes
     * @param timeZone IANA name
     * @throws Refusal when the rep has a mentor or is being onboarded already
     */
    public void begin(
            String menteeId,
            String startedBy,
            String goals,
            Collection<String> languages,
            String timeZone,
            @Nullable Collection<String> skillsWanted,
            String noteForMentor) {
        if (mentorships.ofMentee(menteeId).isPresent()) {
            throw new Refusal(people.firstName(menteeId) + " has a mentor already.");
        }
        // Made beforehand: PostgreSQL answers nothing more in a transaction in which a statement has failed.
        var alreadyOpen = new Refusal("A mentor is being looked for already for " + people.firstName(menteeId) + ".");
        if (onboardings.findByOpenRep(menteeId).isPresent()) {
            throw alreadyOpen;
        }
        var today = LocalDate.now(clock);
        try {
            onboardings.save(Onboarding.begin(UUID.randomUUID().toString(), menteeId, startedBy, today));
        } catch (DbActionExecutionException e) {
            // Started in two windows at the same moment.
            if (e.getCause() instanceof DuplicateKeyException) {
                throw alreadyOpen;
            }
            throw e;
        }
        reps.save(reps.findById(menteeId)
                .orElseGet(() -> Rep.joined(menteeId, today))
                .describedAs(
                        new HashSet<>(languages),
                        timeZone,
                        skillsWanted == null ? Set.of() : new HashSet<>(skillsWanted),
                        goals,
                        noteForMentor));
    }

    /**
     * Keeps what came out of the orientation call.
     *
     * @param heldOn ISO date
     * @throws Refusal when that day lies before the mentorship
     */
    public void noteCall(
            String menteeId,
            String mentorshipId,
            String heldOn,
            String channel,
            String contactEvery,
            String firstGoals,
            String notesForMentee) {
        var day = LocalDate.parse(heldOn);
        if (day.isBefore(mentorships.byId(mentorshipId).beganOn().minusDays(1))) {
            throw new Refusal("Held on: please check the day; your mentorship began later.");
        }
        mentorships.keepInTouch(mentorshipId, channel, contactEvery);
        onboardings.save(
                open(menteeId).callHeld(day).noting(FIRST_GOALS, firstGoals).noting(NOTES_FOR_MENTEE, notesForMentee));
    }

    /** Keeps the rep's first goal, or a reference to the sealed text that says why they stop. */
    public void noteFirstSteps(String menteeId, String ownGoal, String stopReason) {
        var onboarding = open(menteeId);
        onboardings.save(onboarding
                .noting(OWN_GOAL, ownGoal)
                .noting(CLOSING_REASON, kept(onboarding, stopReason, "stopReason")));
    }

    /** Keeps why a contact closes the onboarding, as a reference to a sealed text. */
    public void noteClosing(String menteeId, String reason) {
        var onboarding = open(menteeId);
        onboardings.save(onboarding.noting(CLOSING_REASON, kept(onboarding, reason, "closingReason")));
    }

    private String kept(Onboarding onboarding, String reason, String field) {
        return texts.keep(reason, field, Place.forCouncil("onboarding:" + onboarding.id(), "closingReason"));
    }

    /** What the forms show about an orientation under way. */
    public Progress progress(String menteeId, String mentorshipId) {
        var onboarding = open(menteeId);
        var mentorship = mentorships.byId(mentorshipId);
        return new Progress(
                people.name(menteeId),
                people.firstName(menteeId),
                people.name(mentorship.mentorId()),
                people.firstName(mentorship.mentorId()),
                mentorship.beganOn().toString(),
                onboarding.callHeldOn() == null ? "" : onboarding.callHeldOn().toString(),
                onboarding.note(FIRST_GOALS).orElse(""),
                onboarding.note(OWN_GOAL).orElse(""));
    }

    /** The rep has found their feet. */
    public void complete(String menteeId) {
        onboardings.save(open(menteeId).end(Onboarding.Outcome.ONBOARDED, LocalDate.now(clock)));
    }

    /** Closes the onboarding before its end, and the mentorship with it. */
    public void close(String menteeId, String mentorshipId) {
        onboardings.save(open(menteeId).end(Onboarding.Outcome.CLOSED, LocalDate.now(clock)));
        mentorships.end(mentorshipId, "onboarding closed");
    }

    /** Ends the onboarding of a rep for whom nobody was found. */
    public void closeWithoutMentor(String menteeId) {
        onboardings.save(open(menteeId).end(Onboarding.Outcome.WITHOUT_MENTOR, LocalDate.now(clock)));
    }

    /** The operator has deleted the case: nothing of it may stand in the way of another one. */
    @EventListener(condition = "#deleted.process() == 'rep-onboarding'")
    void forget(CaseDeleted deleted) {
        onboardings
                .findByOpenRep(deleted.subject())
                .ifPresent(open -> onboardings.save(open.end(Onboarding.Outcome.CLOSED, LocalDate.now(clock))));
    }

    /** Sends the rep what was agreed in the orientation call. */
    public void tellCallHeld(String menteeId, String mentorshipId) {
        var onboarding = open(menteeId);
        var mentorship = mentorships.byId(mentorshipId);
        notices.tell(
                menteeId,
                "orientation-call-held",
                mentorshipId,
                Map.of(
                        "mentor", people.firstName(mentorship.mentorId()),
                        "channel", String.valueOf(mentorship.channel()),
                        "contactEvery", String.valueOf(mentorship.contactEvery()),
                        "firstGoals", onboarding.note(FIRST_GOALS).orElse(""),
                        "notes", onboarding.note(NOTES_FOR_MENTEE).orElse("")));
    }

    /** Reminds the mentor of the orientation call. */
    public void remindOfCall(String menteeId, String mentorshipId) {
        var mentorId = mentorships.mentorOf(mentorshipId);
        notices.remind(mentorId, "orientation-call-reminder", menteeId, names(menteeId, mentorId));
    }

    /** Reminds the rep of their first steps. */
    public void remindOfFirstSteps(String menteeId, String mentorshipId) {
        notices.remind(
                menteeId, "first-steps-reminder", mentorshipId, names(menteeId, mentorships.mentorOf(mentorshipId)));
    }

    /** Tells mentor and mentee that the orientation is complete, and thanks them. */
    public void tellOnboarded(String menteeId, String mentorshipId) {
        tellBoth(menteeId, mentorshipId, "rep-onboarded");
    }

    /** Tells mentor and mentee that the onboarding is closed, without saying why. */
    public void tellClosed(String menteeId, String mentorshipId) {
        tellBoth(menteeId, mentorshipId, "onboarding-closed");
    }

    private void tellBoth(String menteeId, String mentorshipId, String notice) {
        var mentorId = mentorships.mentorOf(mentorshipId);
        notices.tell(menteeId, notice + "-mentee", mentorshipId, names(menteeId, mentorId));
        notices.tell(mentorId, notice + "-mentor", mentorshipId, names(menteeId, mentorId));
    }

    private Map<String, String> names(String menteeId, String mentorId) {
        return Map.of("mentee", people.firstName(menteeId), "mentor", people.firstName(mentorId));
    }

    private Onboarding open(String menteeId) {
        return onboardings.findByOpenRep(menteeId).orElseThrow();
    }

    /** An orientation under way, as forms show it; dates are ISO text, what is not known yet is empty. */
    public record Progress(
            String mentee,
            String menteeFirstName,
            String mentor,
            String mentorFirstName,
            String beganOn,
            String callHeldOn,
            String firstGoals,
            String ownGoal) {}
}
