package org.reps.mentoring.mentorchange;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorchange.ChangeRequest.Source;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rep.NamedReps;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/mentor-change.bpmn} and the processes that need a change of mentor ask of the application (SOP:
 * changing your mentor, reassigning). Expressions hand over an empty text where a form got no answer.
 *
 * <p>The current mentor learns of a request when they are asked to agree, or when it is granted; until then nothing
 * here tells them, and nothing here lets them decide.
 */
@Component("mentorChange")
@Transactional
public class MentorChangeSteps {

    private final ChangeRequests requests;
    private final MentorChangeProcess process;
    private final OpenChanges openChanges;
    private final Mentorships mentorships;
    private final PresentMentor presentMentor;
    private final NamedReps namedReps;
    private final Council council;
    private final People people;
    private final SealedTexts texts;
    private final Days days;

    MentorChangeSteps(
            ChangeRequests requests,
            MentorChangeProcess process,
            OpenChanges openChanges,
            Mentorships mentorships,
            PresentMentor presentMentor,
            NamedReps namedReps,
            Council council,
            People people,
            SealedTexts texts,
            Days days) {
        this.requests = requests;
        this.process = process;
        this.openChanges = openChanges;
        this.mentorships = mentorships;
        this.presentMentor = presentMentor;
        this.namedReps = namedReps;
        this.council = council;
        this.people = people;
        this.texts = texts;
        this.days = days;
    }

    // --- how it begins

    /** As {@link #start(String, String, String)}, with nobody recommended. */
    public void start(String menteeId, String source) {
        start(menteeId, source, "");
    }

    /**
     * Starts a change of mentor for a rep, or joins the one that is open; does nothing for a rep without a mentor.
     *
     * @param source what has happened: {@code check-in}, {@code orientation}, {@code inactivity}, {@code resignation},
     *     {@code absence} or {@code too-much}
     * @param recommendedMentorId who is asked first; may be empty
     */
    public void start(String menteeId, String source, String recommendedMentorId) {
        if (mentorships.ofMentee(menteeId).isEmpty()
                || openChanges.join(menteeId, Source.of(source), recommendedMentorId)) {
            return;
        }
        process.start(menteeId, source, recommendedMentorId);
    }

    /**
     * The rep who should get another mentor: the one another process names, the one a contact names, or whoever
     * started.
     *
     * @param given user id, from another process; otherwise empty
     * @param startedBy user id
     * @param onBehalfOf user id of the rep whom a contact named; otherwise empty
     * @throws Refusal when that is no rep, or this person cannot ask for them
     */
    public String menteeFor(String given, String startedBy, String onBehalfOf) {
        if (!given.isEmpty()) {
            return given;
        }
        if (onBehalfOf.isEmpty() || onBehalfOf.equals(startedBy)) {
            if (!people.isIn(Group.REPS, startedBy)) {
                throw Refusal.at(
                        "onBehalfOf",
                        "You are not a rep yourself. Please write under \"On behalf of\" who would like another mentor.");
            }
            return startedBy;
        }
        if (!council.isContact(startedBy)) {
            throw Refusal.at(
                    "onBehalfOf",
                    "Only contacts can ask for another mentor for somebody else. Please leave \"On behalf of\" empty.");
        }
        namedReps.require("onBehalfOf", onBehalfOf);
        // Before anything else is looked at: the answer must not tell a mentor whether the rep has asked already.
        if (mentorships.menteesOf(startedBy).contains(onBehalfOf)) {
            throw Refusal.at(
                    "onBehalfOf",
                    "You are this rep's mentor. Please talk to " + people.firstName(onBehalfOf)
                            + ", or ask another contact.");
        }
        return onBehalfOf;
    }

    /**
     * Begins the change, and keeps what was said about it.
     *
     * @param source what another process gave as its reason; empty when a person started
     * @param startedBy user id of that person
     * @param category reference to a sealed text; may be empty
     * @param reason reference to a sealed text; may be empty
     * @param recommendedMentorId whom the present mentor recommends, or a person would like; may be empty
     * @return the request's id; null when another process asks and there is nothing to begin
     * @throws Refusal when a person asks who has no mentor, or for whom it is open already, or for somebody who is none
     */
    public @Nullable String begin(
            String menteeId,
            String source,
            String startedBy,
            String wishedRoute,
            String category,
            String reason,
            String recommendedMentorId) {
        var mentorship = mentorships.ofMentee(menteeId);
        if (!source.isEmpty()
                && (mentorship.isEmpty() || openChanges.join(menteeId, Source.of(source), recommendedMentorId))) {
            return null;
        }
        if (mentorship.isEmpty()) {
            throw new Refusal((menteeId.equals(startedBy) ? "You have" : people.firstName(menteeId) + " has")
                    + " no mentor at the moment. To find one, please start \"Look for a mentor\".");
        }
        var alreadyOpen = new Refusal("Another mentor for "
                + (menteeId.equals(startedBy) ? "you" : people.firstName(menteeId))
                + " is being thought about already.");
        var id = UUID.randomUUID().toString();
        var request = ChangeRequest.asked(
                id,
                mentorship.get(),
                !source.isEmpty() ? Source.of(source) : startedBy.equals(menteeId) ? Source.REP : Source.CONTACT,
                source.isEmpty() ? startedBy : null,
                wishedRoute,
                texts.keep(category, "category", ChangeRequest.place(id, "category")),
                texts.keep(reason, "reason", ChangeRequest.place(id, "reason")),
                source.isEmpty() ? presentMentor.wished(recommendedMentorId) : orNull(recommendedMentorId),
                days.ofProgramme());
        // Where another process asks, two at the same moment fail; the second tries again, and then joins.
        return (source.isEmpty() ? requests.begin(request, alreadyOpen) : requests.save(request)).id();
    }

    /** Whether another mentor is being looked for, or thought about, for this rep. */
    public boolean isOpen(String menteeId) {
        return requests.findByOpenMentee(menteeId).isPresent();
    }

    /** As {@link #isOpen}: for whom of these reps. */
    public Set<String> openFor(Collection<String> menteeIds) {
        return requests.findByOpenMenteeIn(menteeIds).stream()
                .map(request -> Objects.requireNonNull(request.openMentee()))
                .collect(toSet());
    }

    // --- what the rep says

    /** The mentor who is to be replaced. */
    public String mentorOf(String changeId) {
        return requests.get(changeId).mentorId();
    }

    /** Whom to ask first; empty when nobody was wished or recommended. */
    public @Nullable String recommendedMentor(String changeId) {
        return requests.get(changeId).wishedMentorId();
    }

    /**
     * Keeps which mentor the rep would like.
     *
     * @param wish {@code mentor}, {@code nobody} or {@code withdraw}
     */
    public void noteWish(String changeId, String wish, String wishedMentorId) {
        switch (wish) {
            case "mentor" -> requests.change(changeId, request -> request.wishing(wishedMentorId));
            case "withdraw" -> withdraw(changeId);
            case "nobody" -> {}
            default -> throw Choice.unknown(wish);
        }
    }

    /**
     * The rep does not wish another mentor any more.
     *
     * @throws Refusal when it is decided already, or does not depend on the rep any more
     */
    public void withdraw(String changeId) {
        requests.change(changeId, request -> {
            if (!request.isAsked()) {
                throw new AnsweredAlready("This was decided a moment ago. Please refresh your task list.");
            }
            if (!request.source().isWish()) {
                throw new Refusal(people.firstName(request.mentorId())
                        + " cannot go on as your mentor, so we are looking for another one for you anyway.");
            }
            return request.withdrawn(days.ofProgramme());
        });
    }

    // --- how it ends

    /** Mentor and mentee stay together. */
    public void keep(String changeId) {
        requests.change(changeId, request -> request.isOpen() ? request.kept(days.ofProgramme()) : request);
    }

    /** The operator has deleted the case: nothing of it may stand in the way of another one. */
    @EventListener(condition = "#deleted.process() == 'mentor-change'")
    void forget(CaseDeleted deleted) {
        requests.findByOpenMentee(deleted.subject()).ifPresent(open -> keep(open.id()));
    }

    /** Whether the present mentor still guides the rep and takes part in the programme, now or after a time away. */
    public boolean isMentorThere(String changeId) {
        var request = requests.get(changeId);
        return presentMentor.isThere(request)
                && mentorships.byId(request.mentorshipId()).isRunning();
    }

    /** Whether the mentor before can be asked to hand over. */
    public boolean canHandOver(String changeId) {
        return presentMentor.status(requests.get(changeId)) == Mentor.Status.ACTIVE;
    }

    /** The rep has another mentor; an orientation that is under way goes on with them. */
    public void change(String changeId, String newMentorshipId) {
        var request = requests.change(changeId, granted -> granted.changed(days.ofProgramme()));
        process.continueOrientation(
                request.menteeId(), request.mentorId(), mentorships.mentorOf(newMentorshipId), newMentorshipId);
    }

    /** Ends the mentorship with a mentor who is gone, although nobody else was found. */
    public void waitForMentor(String changeId) {
        // First, because the end of the mentorship closes a change that is open.
        var request = requests.change(changeId, granted -> granted.waiting(days.ofProgramme()));
        mentorships.end(request.mentorshipId(), Mentorships.MENTOR_GONE);
    }

    /** Nothing is left to change: the mentorship has ended without another one in its place. */
    public void close(String changeId) {
        var request = requests.lock(changeId);
        if (request.isOpen()) {
            openChanges.close(request);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
