package org.reps.mentoring.mentorchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorchange.ChangeRequest.Source;
import org.reps.mentoring.mentorchange.ChangeRequest.State;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
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
    private final Mentorships mentorships;
    private final PresentMentor presentMentor;
    private final Reps reps;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final SealedTexts texts;
    private final Clock clock;

    MentorChangeSteps(
            ChangeRequests requests,
            MentorChangeProcess process,
            Mentorships mentorships,
            PresentMentor presentMentor,
            Reps reps,
            Council council,
            People people,
            Notices notices,
            SealedTexts texts,
            Clock clock) {
        this.requests = requests;
        this.process = process;
        this.mentorships = mentorships;
        this.presentMentor = presentMentor;
        this.reps = reps;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.texts = texts;
        this.clock = clock;
    }

    // --- how it begins

    /**
     * Starts a change of mentor for a rep, or joins the one that is open; does nothing for a rep without a mentor.
     *
     * @param source what has happened: {@code check-in}, {@code orientation}, {@code inactivity}, {@code resignation}
     *     or {@code absence}
     */
    public void start(String menteeId, String source) {
        if (mentorships.ofMentee(menteeId).isEmpty() || join(menteeId, Source.of(source), "")) {
            return;
        }
        process.start(menteeId, source);
    }

    /**
     * The rep who should get another mentor: the one another process names, the one a contact names, or whoever
     * started.
     *
     * @param given user id, from another process; otherwise empty
     * @param startedBy user id
     * @param onBehalfOf user id of a rep, only for contacts; otherwise empty
     * @throws Refusal when there is no such rep, or this person cannot ask for them
     */
    public String menteeFor(String given, String startedBy, String onBehalfOf) {
        if (!given.isEmpty()) {
            return given;
        }
        if (onBehalfOf.isEmpty() || onBehalfOf.equals(startedBy)) {
            return startedBy;
        }
        if (!council.isContact(startedBy)) {
            throw new Refusal(
                    "Only contacts can ask for another mentor for somebody else. Please leave \"On behalf of\" empty.");
        }
        if (!people.isIn(Group.REPS, onBehalfOf)) {
            throw new Refusal("There is no rep with the user name \"" + onBehalfOf + "\".");
        }
        // Before anything else is looked at: the answer must not tell a mentor whether the rep has asked already.
        if (mentorships.menteesOf(startedBy).contains(onBehalfOf)) {
            throw new Refusal("You are this rep's mentor. Please talk to " + people.firstName(onBehalfOf)
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
     * @param recommendedMentorId whom the present mentor recommends; may be empty
     * @return the request's id; null when another process asks and there is nothing to begin
     * @throws Refusal when a person asks who has no mentor, or for whom it is open already
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
        if (!source.isEmpty() && (mentorship.isEmpty() || join(menteeId, Source.of(source), recommendedMentorId))) {
            return null;
        }
        if (mentorship.isEmpty()) {
            throw new Refusal(people.firstName(menteeId)
                    + " has no mentor at the moment. To find one, please start \"Look for a mentor\".");
        }
        // Made beforehand: PostgreSQL answers nothing more in a transaction in which a statement has failed.
        var alreadyOpen =
                new Refusal("Another mentor for " + people.firstName(menteeId) + " is being thought about already.");
        if (requests.findByOpenMentee(menteeId).isPresent()) {
            throw alreadyOpen;
        }
        var asking = source.isEmpty();
        var id = UUID.randomUUID().toString();
        var request = new ChangeRequest(
                id,
                mentorship.get().id(),
                menteeId,
                mentorship.get().mentorId(),
                menteeId,
                !asking ? Source.of(source) : startedBy.equals(menteeId) ? Source.REP : Source.CONTACT,
                asking ? startedBy : null,
                wishedRoute,
                texts.keep(category, "category", ChangeRequest.place(id, "category")),
                texts.keep(reason, "reason", ChangeRequest.place(id, "reason")),
                recommendedMentorId.isEmpty() ? null : recommendedMentorId,
                State.ASKED,
                LocalDate.now(clock),
                null,
                null);
        try {
            requests.save(request);
        } catch (DbActionExecutionException e) {
            // Started in two windows at the same moment. Another process tries again, and then joins.
            if (asking && e.getCause() instanceof DuplicateKeyException) {
                throw alreadyOpen;
            }
            throw e;
        }
        return request.id();
    }

    /**
     * Whether a change was open that this one could join. What is still undecided is granted from now on; who is
     * recommended is asked first, unless the rep has wished somebody.
     */
    private boolean join(String menteeId, Source source, String recommendedMentorId) {
        var open = requests.findByOpenMentee(menteeId).map(found -> requests.lock(found.id()));
        if (open.isEmpty() || !open.get().isOpen()) {
            return false;
        }
        if (open.get().isAsked() && isDirect(open.get().id(), source)) {
            var joined = open.get().joinedBy(source);
            requests.save(
                    joined.wishedMentorId() == null && !recommendedMentorId.isEmpty()
                            ? joined.wishing(recommendedMentorId)
                            : joined);
            process.nothingLeftToDecide(menteeId);
        }
        return true;
    }

    private boolean isDirect(String changeId, Source source) {
        return process.isDirect(source.text(), wishedRoute(changeId), monthsLeft(changeId), mentorStatus(changeId));
    }

    /** Whether another mentor is being looked for, or thought about, for this rep. */
    public boolean isOpen(String menteeId) {
        return requests.findByOpenMentee(menteeId).isPresent();
    }

    // --- what the decision table is asked

    /** Who or what asks for it, as the decision table names them. */
    public String source(String changeId) {
        return requests.get(changeId).source().text();
    }

    public boolean isWish(String changeId) {
        return requests.get(changeId).source().isWish();
    }

    public String wishedRoute(String changeId) {
        return requests.get(changeId).wishedRoute();
    }

    /** The whole months until the agreed time is over on the rep's own day, rounded up; 0 when it is over. */
    public int monthsLeft(String changeId) {
        var request = requests.get(changeId);
        var zone = reps.findById(request.menteeId()).orElseThrow().zone();
        var today = LocalDate.now(clock.withZone(zone));
        var until = mentorships.byId(request.mentorshipId()).committedUntil();
        return today.isBefore(until) ? (int) ChronoUnit.MONTHS.between(today, until.minusDays(1)) + 1 : 0;
    }

    /** What the present mentor is to the programme now. */
    public String mentorStatus(String changeId) {
        return presentMentor.status(requests.get(changeId)).name().toLowerCase(Locale.ROOT);
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
            case "mentor" -> requests.save(requests.lock(changeId).wishing(wishedMentorId));
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
        var request = requests.lock(changeId);
        if (!request.isAsked()) {
            throw new Refusal("This was decided a moment ago. Please refresh your task list.");
        }
        if (!request.source().isWish()) {
            throw new Refusal(people.firstName(request.mentorId())
                    + " cannot go on as your mentor, so we are looking for another one for you anyway.");
        }
        end(request, State.WITHDRAWN);
    }

    // --- what forms show

    /** What everybody who has a task in the case may know of it. */
    public Wish wish(String changeId) {
        var request = requests.get(changeId);
        var mentorship = mentorships.byId(request.mentorshipId());
        return new Wish(
                people.name(request.menteeId()),
                people.firstName(request.menteeId()),
                people.name(request.mentorId()),
                people.firstName(request.mentorId()),
                mentorship.beganOn().toString(),
                mentorship.committedUntil().toString());
    }

    /** The name of the mentor whom the rep would like; empty when they named nobody. */
    public String wishedMentor(String changeId) {
        var wished = requests.get(changeId).wishedMentorId();
        return wished == null ? "" : people.name(wished);
    }

    /** What kind of reason the rep gave: a reference to a sealed text. */
    public String category(String changeId) {
        return requests.get(changeId).category();
    }

    /** Why, in the rep's own words: a reference to a sealed text, empty when they wrote nothing. */
    public String reason(String changeId) {
        return requests.get(changeId).reason();
    }

    // --- how it ends

    /** Mentor and mentee stay together. */
    public void keep(String changeId) {
        var request = requests.lock(changeId);
        if (request.isOpen()) {
            end(request, State.KEPT);
        }
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
        var request = requests.lock(changeId);
        end(request, State.CHANGED);
        process.continueOrientation(
                request.menteeId(), request.mentorId(), mentorships.mentorOf(newMentorshipId), newMentorshipId);
    }

    /** Ends the mentorship with a mentor who is gone, although nobody else was found. */
    public void waitForMentor(String changeId) {
        var request = requests.lock(changeId);
        // First, because the end of the mentorship closes a change that is open.
        end(request, State.WAITING);
        mentorships.end(request.mentorshipId(), Mentorships.MENTOR_GONE);
    }

    /** Nothing is left to change: the mentorship has ended without another one in its place. */
    public void close(String changeId) {
        var request = requests.lock(changeId);
        if (request.isOpen()) {
            close(request);
        }
    }

    private void close(ChangeRequest request) {
        var reason = mentorships.byId(request.mentorshipId()).endReason();
        end(request, Mentorships.MENTOR_GONE.equals(reason) ? State.WAITING : State.WITHDRAWN);
    }

    /** Ends the case about a mentorship that has ended, wherever it stands. */
    @EventListener
    void mentorshipEnded(MentorshipEnded ended) {
        if (ended.replaced()) {
            return;
        }
        requests.findByOpenMentee(ended.menteeId())
                .filter(request -> request.mentorshipId().equals(ended.mentorshipId()))
                .filter(request -> !process.nothingLeftToChange(request.menteeId()))
                .ifPresent(this::close);
    }

    /**
     * Tells the new mentor and the mentee what the mentor before has written down for them.
     *
     * @param notes may be empty; then there is nothing to tell
     */
    public void handOver(String changeId, String newMentorshipId, String notes) {
        if (notes.isEmpty()) {
            return;
        }
        var request = requests.get(changeId);
        var values = new HashMap<String, Object>(names(request));
        values.put("notes", notes);
        notices.tell(request.menteeId(), "hand-over-notes-mentee", newMentorshipId, values);
        notices.tell(mentorships.mentorOf(newMentorshipId), "hand-over-notes-mentor", newMentorshipId, values);
    }

    // --- what people are told

    /** Tells the rep that the mentor has not agreed and the council decides. */
    public void tellNotAgreed(String changeId) {
        var request = requests.get(changeId);
        notices.tell(request.menteeId(), "change-not-agreed", changeId, names(request));
    }

    /**
     * Tells the mentor that the wish was withdrawn, if they knew of it.
     *
     * @param route the way the decision table chose
     */
    public void tellWithdrawn(String changeId, String route) {
        if (route.equals("agreement")) {
            var request = requests.get(changeId);
            notices.tell(request.mentorId(), "change-withdrawn", changeId, names(request));
        }
    }

    /** Tells both that nobody else was found and they stay together for now, or until the mentor's last day. */
    public void tellNobodyElse(String changeId) {
        var request = requests.get(changeId);
        var values = new HashMap<String, Object>(names(request));
        values.put("leaving", presentMentor.isLeaving(request));
        notices.tell(request.menteeId(), "nobody-else-found-mentee", changeId, values);
        notices.tell(request.mentorId(), "nobody-else-found-mentor", changeId, values);
    }

    /** Tells the mentor before, who is not asked to hand over, that somebody else has taken over. */
    public void tellMentorBefore(String changeId) {
        var request = requests.get(changeId);
        notices.tell(request.mentorId(), "mentorship-over", changeId, names(request));
    }

    private Map<String, String> names(ChangeRequest request) {
        return Map.of("mentee", people.firstName(request.menteeId()), "mentor", people.firstName(request.mentorId()));
    }

    private void end(ChangeRequest request, State last) {
        requests.save(request.end(last, LocalDate.now(clock)));
    }

    /** A request as forms show it, also that of the mentor; dates are ISO text. */
    public record Wish(
            String mentee,
            String menteeFirstName,
            String mentor,
            String mentorFirstName,
            String beganOn,
            String committedUntil) {}
}
