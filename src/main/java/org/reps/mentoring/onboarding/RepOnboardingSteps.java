package org.reps.mentoring.onboarding;

import static org.reps.mentoring.onboarding.OnboardingNote.Kind.CLOSING_REASON;
import static org.reps.mentoring.onboarding.OnboardingNote.Kind.FIRST_GOALS;
import static org.reps.mentoring.onboarding.OnboardingNote.Kind.NOTES_FOR_MENTEE;
import static org.reps.mentoring.onboarding.OnboardingNote.Kind.OWN_GOAL;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Goals;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.rep.NamedReps;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.event.EventListener;
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
    private final RepOnboardingProcess process;
    private final AfterOrientationSteps afterwards;
    private final Reps reps;
    private final NamedReps namedReps;
    private final Profiles profiles;
    private final Mentorships mentorships;
    private final Goals goals;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final SealedTexts texts;
    private final MentoringRules rules;
    private final Days days;

    RepOnboardingSteps(
            Onboardings onboardings,
            RepOnboardingProcess process,
            AfterOrientationSteps afterwards,
            Reps reps,
            NamedReps namedReps,
            Profiles profiles,
            Mentorships mentorships,
            Goals goals,
            Council council,
            People people,
            Notices notices,
            SealedTexts texts,
            MentoringRules rules,
            Days days) {
        this.onboardings = onboardings;
        this.process = process;
        this.afterwards = afterwards;
        this.reps = reps;
        this.namedReps = namedReps;
        this.profiles = profiles;
        this.mentorships = mentorships;
        this.goals = goals;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.texts = texts;
        this.rules = rules;
        this.days = days;
    }

    /**
     * The rep for whom a mentor is looked for: whoever started, or the rep a contact named.
     *
     * @param startedBy user id
     * @param onBehalfOf user id of the rep whom a contact named; otherwise empty
     * @throws Refusal when that is no rep, or somebody else than a contact named one
     */
    public String menteeFor(String startedBy, String onBehalfOf) {
        if (onBehalfOf.isEmpty() || onBehalfOf.equals(startedBy)) {
            if (!people.isIn(Group.REPS, startedBy)) {
                throw Refusal.at(
                        "onBehalfOf",
                        "You are not a rep yourself. Please write under \"On behalf of\" who is looking for a mentor.");
            }
            return startedBy;
        }
        if (!council.isContact(startedBy)) {
            throw Refusal.at(
                    "onBehalfOf",
                    "Only contacts can look for a mentor for somebody else. Please leave \"On behalf of\" empty.");
        }
        namedReps.require("onBehalfOf", onBehalfOf);
        return onBehalfOf;
    }

    /**
     * Begins the onboarding and keeps what the rep wishes; of what a contact says for them, what they have not said.
     *
     * @param languages ISO 639 codes
     * @param timeZone IANA name
     * @throws Refusal when the rep has a mentor or is being onboarded already, or too often of late
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
            throw new Refusal(
                    menteeId.equals(startedBy)
                            ? "You have a mentor already."
                            : people.firstName(menteeId) + " has a mentor already.");
        }
        var today = days.ofProgramme();
        var lately = onboardings.countByRepIdAndStartedByAndBeganOnAfter(
                menteeId, startedBy, today.minus(rules.searchesWithin()));
        if (lately >= rules.searches()) {
            throw new Refusal("You have begun several searches lately, and mentors are written to for each. Please wait"
                    + " a few days, or write to a contact.");
        }
        onboardings.begin(
                Onboarding.begin(UUID.randomUUID().toString(), menteeId, startedBy, today),
                new Refusal("A mentor is being looked for already for "
                        + (menteeId.equals(startedBy) ? "you" : people.firstName(menteeId)) + "."));
        var rep = reps.findById(menteeId).orElseGet(() -> Rep.joined(menteeId, today));
        var wanted = skillsWanted == null ? Set.<String>of() : new HashSet<>(skillsWanted);
        if (!menteeId.equals(startedBy)) {
            reps.save(rep.describedByAnother(new HashSet<>(languages), timeZone, wanted, goals, noteForMentor));
        } else {
            reps.save(rep.describedAs(new HashSet<>(languages), timeZone, wanted, goals, noteForMentor));
            profiles.speaks(menteeId, languages);
            profiles.livesIn(menteeId, timeZone);
        }
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
        var mentorship = mentorships.byId(mentorshipId);
        var day = Days.come("heldOn", "Held on", heldOn, days.todayOf(mentorship.mentorId()));
        onboardings.changeOpen(
                menteeId,
                onboarding -> onboarding
                        .callHeld(day, mentorship.beganOn())
                        .noting(FIRST_GOALS, firstGoals)
                        .noting(NOTES_FOR_MENTEE, notesForMentee));
        mentorships.keepInTouch(mentorshipId, channel, contactEvery);
        mentorships.haveTalked(mentorshipId, day);
        goals.writeAll(mentorshipId, mentorship.mentorId(), firstGoals);
    }

    /** Whether the orientation call brings this rep and their mentor together, and is still to be held. */
    public boolean isCallAhead(String menteeId) {
        return !callsAhead(List.of(menteeId)).isEmpty();
    }

    /** As {@link #isCallAhead}: for whom of these reps. */
    public Set<String> callsAhead(Collection<String> menteeIds) {
        return process.callsAhead(menteeIds);
    }

    /** Keeps the rep's first goal, or a reference to the sealed text that says why they stop. */
    public void noteFirstSteps(String menteeId, String ownGoal, String stopReason) {
        onboardings.changeOpen(
                menteeId,
                onboarding -> onboarding
                        .noting(OWN_GOAL, ownGoal)
                        .noting(CLOSING_REASON, kept(onboarding, stopReason, "stopReason")));
        mentorships.ofMentee(menteeId).ifPresent(mentorship -> goals.writeAll(mentorship.id(), menteeId, ownGoal));
    }

    /** Keeps why a rep stops who has nothing left to do, as a reference to a sealed text. */
    public void noteStop(String menteeId, String stopReason) {
        noteFirstSteps(menteeId, "", stopReason);
    }

    /** Asks for the review now, if the mentor would be asked only later. */
    public void askForReview(String menteeId) {
        process.bothDone(menteeId);
    }

    /** Keeps why a contact closes the onboarding, as a reference to a sealed text. */
    public void noteClosing(String menteeId, String reason) {
        onboardings.changeOpen(
                menteeId, onboarding -> onboarding.noting(CLOSING_REASON, kept(onboarding, reason, "closingReason")));
    }

    private String kept(Onboarding onboarding, String reason, String field) {
        return texts.keep(reason, field, Place.forCouncil("onboarding:" + onboarding.id(), "closingReason"));
    }

    /** The rep has found their feet, and is asked how it was for them. */
    public void complete(String menteeId) {
        onboardings.changeOpen(menteeId, onboarding -> onboarding.completed(days.ofProgramme()));
        mentorships.ofMentee(menteeId).ifPresent(mentorship -> afterwards.begin(menteeId, mentorship.id()));
    }

    /** Closes the onboarding before its end, and the mentorship with it. */
    public void close(String menteeId, String mentorshipId) {
        onboardings.changeOpen(menteeId, onboarding -> onboarding.closed(days.ofProgramme()));
        mentorships.end(mentorshipId, "onboarding closed");
    }

    /** Ends the onboarding of a rep for whom nobody was found. */
    public void closeWithoutMentor(String menteeId) {
        onboardings.changeOpen(menteeId, onboarding -> onboarding.withoutMentor(days.ofProgramme()));
    }

    /** The operator has deleted the case: nothing of it may stand in the way of another one. */
    @EventListener(condition = "#deleted.process() == 'rep-onboarding'")
    void forget(CaseDeleted deleted) {
        onboardings
                .findByOpenRep(deleted.subject())
                .ifPresent(open -> onboardings.change(open.id(), onboarding -> onboarding.closed(days.ofProgramme())));
    }

    /** Sends the rep what was agreed in the orientation call. */
    public void tellCallHeld(String menteeId, String mentorshipId) {
        var onboarding = onboardings.open(menteeId);
        var mentorship = mentorships.byId(mentorshipId);
        notices.tellOf(
                mentorship.mentorId(),
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

    /**
     * Reminds the rep.
     *
     * @param notice name of the mail's template
     */
    public void remindMentee(String menteeId, String mentorshipId, String notice) {
        var mentorId = mentorships.mentorOf(mentorshipId);
        notices.remindOf(mentorId, menteeId, notice, mentorshipId, names(menteeId, mentorId));
    }

    /** Reminds the mentor, as {@link #remindMentee(String, String, String)}. */
    public void remindMentor(String menteeId, String mentorshipId, String notice) {
        var mentorId = mentorships.mentorOf(mentorshipId);
        notices.remindOf(menteeId, mentorId, notice, menteeId, names(menteeId, mentorId));
    }

    /**
     * Tells both.
     *
     * @param toMentee name of the template of the mail to the rep
     * @param toMentor name of the template of the mail to the mentor
     */
    public void tellBoth(String menteeId, String mentorshipId, String toMentee, String toMentor) {
        var mentorId = mentorships.mentorOf(mentorshipId);
        notices.tellOf(mentorId, menteeId, toMentee, mentorshipId, names(menteeId, mentorId));
        notices.tellOf(menteeId, mentorId, toMentor, mentorshipId, names(menteeId, mentorId));
    }

    private Map<String, String> names(String menteeId, String mentorId) {
        return Map.of(
                "mentee", people.firstName(menteeId),
                "mentor", people.firstName(mentorId),
                "welcome", afterwards.welcome());
    }
}
