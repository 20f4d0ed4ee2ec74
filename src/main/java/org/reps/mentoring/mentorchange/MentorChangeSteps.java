package org.reps.mentoring.mentorchange;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.engine.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorchange.ChangeDecision.Outcome;
import org.reps.mentoring.mentorchange.ChangeRequest.Source;
import org.reps.mentoring.mentorchange.ChangeRequest.State;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
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

    /** Read in a task, which the engine announces by this mail. */
    private static final String IN_A_TASK = "task-assigned";

    private final ChangeRequests requests;
    private final ChangeDecisions decisions;
    private final MentorChangeProcess process;
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final Reps reps;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final Clock clock;

    MentorChangeSteps(
            ChangeRequests requests,
            ChangeDecisions decisions,
            MentorChangeProcess process,
            Mentorships mentorships,
            Mentors mentors,
            Reps reps,
            Council council,
            People people,
            Notices notices,
            MentoringRules rules,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.process = process;
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.reps = reps;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
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
        if (mentorships.ofMentee(menteeId).isEmpty() || join(menteeId, Source.of(source))) {
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
        if (!source.isEmpty() && (mentorship.isEmpty() || join(menteeId, Source.of(source)))) {
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
        var request = new ChangeRequest(
                UUID.randomUUID().toString(),
                mentorship.get().id(),
                menteeId,
                mentorship.get().mentorId(),
                menteeId,
                !asking ? Source.of(source) : startedBy.equals(menteeId) ? Source.REP : Source.CONTACT,
                asking ? startedBy : null,
                wishedRoute,
                category,
                reason,
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

    /** Whether a change was open that this one could join. What is still undecided is granted from now on. */
    private boolean join(String menteeId, Source source) {
        var open = requests.findByOpenMentee(menteeId).flatMap(found -> requests.findLockedById(found.id()));
        if (open.isEmpty() || !open.get().isOpen()) {
            return false;
        }
        if (open.get().isAsked() && !needsConsent(open.get(), source)) {
            requests.save(open.get().joinedBy(source));
            process.nothingLeftToDecide(menteeId);
        }
        return true;
    }

    /**
     * A rep whose mentor was found to be inactive because the rep said so gets another one with the council's consent.
     */
    private boolean needsConsent(ChangeRequest request, Source source) {
        return source == Source.INACTIVITY
                && request.wishedRoute().equals("silent")
                && status(request) == Mentor.Status.INACTIVE;
    }

    // --- what the decision table is asked

    /** Who or what asks for it, as the decision table names them. */
    public String source(String changeId) {
        return byId(changeId).source().text();
    }

    public boolean isWish(String changeId) {
        return byId(changeId).source().isWish();
    }

    public String wishedRoute(String changeId) {
        return byId(changeId).wishedRoute();
    }

    /** The whole months until the agreed time is over on the rep's own day, rounded up; 0 when it is over. */
    public int monthsLeft(String changeId) {
        var request = byId(changeId);
        var zone = reps.findById(request.menteeId()).orElseThrow().zone();
        var today = LocalDate.now(clock.withZone(zone));
        var until = mentorships.byId(request.mentorshipId()).committedUntil();
        return today.isBefore(until) ? (int) ChronoUnit.MONTHS.between(today, until.minusDays(1)) + 1 : 0;
    }

    /** What the present mentor is to the programme now. */
    public String mentorStatus(String changeId) {
        return status(byId(changeId)).name().toLowerCase(Locale.ROOT);
    }

    /** An absence that is over, or has not begun, does not count. */
    private Mentor.Status status(ChangeRequest request) {
        var mentor = mentors.findById(request.mentorId()).orElseThrow();
        var isIn = mentor.status() == Mentor.Status.ACTIVE || mentor.status() == Mentor.Status.AWAY;
        if (!isIn) {
            return mentor.status();
        }
        return mentor.isAwayOn(LocalDate.now(clock)) ? Mentor.Status.AWAY : Mentor.Status.ACTIVE;
    }

    // --- what the rep says

    /** The mentor who is to be replaced. */
    public String mentorOf(String changeId) {
        return byId(changeId).mentorId();
    }

    /** Whom to ask first; empty when nobody was wished or recommended. */
    public @Nullable String recommendedMentor(String changeId) {
        return byId(changeId).wishedMentorId();
    }

    /**
     * Keeps which mentor the rep would like.
     *
     * @param wish {@code mentor}, {@code nobody} or {@code withdraw}
     */
    public void noteWish(String changeId, String wish, String wishedMentorId) {
        switch (wish) {
            case "mentor" -> requests.save(locked(changeId).wishing(wishedMentorId));
            case "withdraw" -> withdraw(changeId);
            default -> {}
        }
    }

    /**
     * The rep does not wish another mentor any more.
     *
     * @throws Refusal when it is decided already, or does not depend on the rep any more
     */
    public void withdraw(String changeId) {
        var request = locked(changeId);
        if (!request.isAsked()) {
            throw new Refusal("This was decided a moment ago. Please refresh your task list.");
        }
        if (!request.source().isWish()) {
            throw new Refusal(people.firstName(request.mentorId())
                    + " cannot go on as your mentor, so we are looking for another one for you anyway.");
        }
        end(request, State.WITHDRAWN);
    }

    // --- what is decided

    /**
     * Who cannot decide about a request: the rep, the mentor, the mentor who is wished, the contact who asked, and
     * whoever has decided about it before.
     */
    public List<String> partOfIt(String changeId) {
        return new ArrayList<>(partOfIt(byId(changeId)));
    }

    /**
     * All council members who can agree to override a commitment without being part of the case.
     *
     * @throws IllegalStateException when they are too few for those who must still agree; the case then waits with an
     *     incident for the operator
     */
    public List<String> council(String changeId) {
        var request = byId(changeId);
        var partOfIt = partOfIt(request);
        var members = Stream.of(Group.CONTACTS, Group.COUNCIL)
                .flatMap(group -> people.in(group).stream())
                .filter(not(partOfIt::contains))
                .collect(toCollection(TreeSet::new));
        var missing = rules.overrideQuorum() - votes(request);
        if (members.size() < missing) {
            throw new IllegalStateException(missing + " impartial council members have to agree, but there are only "
                    + members.size() + "; somebody has to join the council");
        }
        return new ArrayList<>(members);
    }

    private Set<String> partOfIt(ChangeRequest request) {
        var all = new HashSet<String>();
        Stream.of(request.menteeId(), request.mentorId(), request.wishedMentorId(), request.startedBy())
                .filter(Objects::nonNull)
                .forEach(all::add);
        decisions.about(request.id()).stream()
                .map(ChangeDecision::decidedBy)
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    /** How many have agreed to override the commitment. */
    private int votes(ChangeRequest request) {
        return (int) decisions.about(request.id()).stream()
                .filter(decision -> decision.route().equals("override") && decision.outcome() == Outcome.CHANGE)
                .count();
    }

    /**
     * Keeps what the mentor answers to the question whether they agree.
     *
     * @param agrees {@code yes} or {@code no}
     */
    public void noteAgreement(String changeId, String agrees) {
        var request = undecided(changeId);
        if (agrees.equals("yes")) {
            grant(request, "agreement", request.mentorId(), "");
        }
    }

    /**
     * Keeps what an impartial contact or council member decides.
     *
     * @param userId who decides
     * @param decision {@code change}, {@code keep} or {@code refuse}
     * @param reason reference to the sealed text that says why, for contacts only
     * @param suggestion what both are told to talk about, if they are to talk
     * @param answer reference to the sealed text that the rep reads, if it is refused
     * @throws Refusal when this person is part of the case, or the rep has withdrawn
     */
    public void decide(
            String changeId, String userId, String decision, String reason, String suggestion, String answer) {
        var request = undecidedFor(changeId, userId);
        switch (Outcome.valueOf(decision.toUpperCase(Locale.ROOT))) {
            case CHANGE -> grant(request, "council", userId, reason);
            case KEEP -> {
                add(
                        request,
                        "council",
                        Outcome.KEEP,
                        userId,
                        reason,
                        new ChangeTold(request.menteeId(), "mentor-kept-mentee", suggestion),
                        new ChangeTold(request.mentorId(), "mentor-kept-mentor", suggestion));
                end(request, State.KEPT);
            }
            case REFUSE -> refuse(request, "council", userId, reason, answer);
        }
    }

    /**
     * Keeps what one council member says to overriding the commitment; when enough have agreed, it is granted.
     *
     * @param agrees {@code yes} or {@code no}
     * @param answer reference to the sealed text that the rep reads, if they do not agree
     * @throws Refusal when this person is part of the case or has agreed already, or the rep has withdrawn
     */
    public void vote(String changeId, String userId, String agrees, String reason, String answer) {
        var request = undecidedFor(changeId, userId);
        if (agrees.equals("no")) {
            refuse(request, "override", userId, reason, answer);
        } else if (votes(request) + 1 >= rules.overrideQuorum()) {
            grant(request, "override", userId, reason);
        } else {
            add(request, "override", Outcome.CHANGE, userId, reason);
        }
    }

    /** Grants what nobody has to decide. */
    public void grant(String changeId) {
        var request = locked(changeId);
        if (request.isAsked()) {
            grant(request, "direct", null, "");
        }
    }

    private void grant(ChangeRequest request, String route, @Nullable String userId, String reason) {
        var mentee = new ChangeTold(request.menteeId(), "change-granted-mentee", "");
        // Whoever is gone does not need to be told that somebody else takes over.
        var told = isThere(request)
                ? List.of(mentee, new ChangeTold(request.mentorId(), "change-granted-mentor", ""))
                : List.of(mentee);
        add(request, route, Outcome.CHANGE, userId, reason, told.toArray(ChangeTold[]::new));
        requests.save(request.granted());
    }

    private void refuse(ChangeRequest request, String route, String userId, String reason, String answer) {
        var isFinal = isRefused(request);
        add(request, route, Outcome.REFUSE, userId, reason, new ChangeTold(request.menteeId(), IN_A_TASK, answer));
        if (isFinal) {
            end(request, State.KEPT);
        }
    }

    private boolean isRefused(ChangeRequest request) {
        return decisions.about(request.id()).stream().anyMatch(decision -> decision.outcome() == Outcome.REFUSE);
    }

    private void add(
            ChangeRequest request,
            String route,
            Outcome outcome,
            @Nullable String userId,
            String reason,
            ChangeTold... told) {
        decisions.add(new ChangeDecision(
                UUID.randomUUID().toString(),
                request.id(),
                decisions.about(request.id()).size() + 1,
                request.mentorshipId(),
                route,
                outcome,
                userId,
                clock.instant(),
                reason,
                Set.of(told)));
    }

    public boolean isGranted(String changeId) {
        return byId(changeId).state() == State.GRANTED;
    }

    /** Whether the rep can still ask for somebody else to decide. */
    public boolean mayAskAgain(String changeId) {
        return byId(changeId).isAsked();
    }

    /** Mentor and mentee stay together. */
    public void keep(String changeId) {
        var request = locked(changeId);
        if (request.isOpen()) {
            end(request, State.KEPT);
        }
    }

    // --- what forms show

    /** What everybody who has a task in the case may know of it. */
    public Wish wish(String changeId) {
        var request = byId(changeId);
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
        var wished = byId(changeId).wishedMentorId();
        return wished == null ? "" : people.name(wished);
    }

    /** What kind of reason the rep gave: a reference to a sealed text. */
    public String category(String changeId) {
        return byId(changeId).category();
    }

    /** Why, in the rep's own words: a reference to a sealed text, empty when they wrote nothing. */
    public String reason(String changeId) {
        return byId(changeId).reason();
    }

    /** What was decided so far, the reasons still sealed. */
    public List<Decided> decided(String changeId) {
        return decisions.about(changeId).stream()
                .map(decision -> new Decided(
                        LocalDate.ofInstant(decision.decidedAt(), clock.getZone())
                                .toString(),
                        decision.decidedBy() == null ? "" : people.name(decision.decidedBy()),
                        decision.outcome().name().toLowerCase(Locale.ROOT),
                        decision.reason()))
                .toList();
    }

    /**
     * What the rep reads before they say how to go on: a reference to a sealed text, or what is known of the mentor.
     *
     * @param inactivityOutcome what came out when the mentor was asked whether they are still there; may be empty
     */
    public String news(String changeId, String inactivityOutcome) {
        var request = byId(changeId);
        return decisions.about(changeId).stream()
                .filter(decision -> decision.outcome() == Outcome.REFUSE)
                .reduce((earlier, later) -> later)
                .flatMap(decision -> decision.told().stream().findFirst())
                .map(ChangeTold::text)
                .orElseGet(() -> people.firstName(request.mentorId())
                        + (inactivityOutcome.equals("away")
                                ? " is away for a while and will come back."
                                : " has answered and will get in touch with you."));
    }

    // --- how it ends

    /** Whether the present mentor still takes part in the programme, now or after a time away. */
    public boolean isMentorThere(String changeId) {
        return isThere(byId(changeId));
    }

    private boolean isThere(ChangeRequest request) {
        var status = status(request);
        return status == Mentor.Status.ACTIVE || status == Mentor.Status.AWAY;
    }

    /** Whether the mentor before can be asked to hand over. */
    public boolean canHandOver(String changeId) {
        return status(byId(changeId)) == Mentor.Status.ACTIVE;
    }

    /** The rep has another mentor; an orientation that is under way goes on with them. */
    public void change(String changeId, String newMentorshipId) {
        var request = locked(changeId);
        end(request, State.CHANGED);
        process.continueOrientation(
                request.menteeId(), request.mentorId(), mentorships.mentorOf(newMentorshipId), newMentorshipId);
    }

    /** Ends the mentorship with a mentor who is gone, although nobody else was found. */
    public void waitForMentor(String changeId) {
        var request = locked(changeId);
        mentorships.end(request.mentorshipId(), "mentor gone");
        end(request, State.WAITING);
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
        var request = byId(changeId);
        var values = new HashMap<String, Object>(names(request));
        values.put("notes", notes);
        notices.tell(request.menteeId(), "hand-over-notes-mentee", newMentorshipId, values);
        notices.tell(mentorships.mentorOf(newMentorshipId), "hand-over-notes-mentor", newMentorshipId, values);
    }

    // --- what people are told

    /** Tells everybody what the last decision says they are told. */
    public void tellDecision(String changeId) {
        var request = byId(changeId);
        var about = decisions.about(changeId);
        if (about.isEmpty()) {
            return;
        }
        for (var told : about.get(about.size() - 1).told()) {
            if (!told.notice().equals(IN_A_TASK)) {
                var values = new HashMap<String, Object>(names(request));
                values.put("suggestion", told.text());
                notices.tell(told.recipientId(), told.notice(), changeId, values);
            }
        }
    }

    /** Tells the rep that the mentor has not agreed and the council decides. */
    public void tellNotAgreed(String changeId) {
        var request = byId(changeId);
        notices.tell(request.menteeId(), "change-not-agreed", changeId, names(request));
    }

    /**
     * Tells the mentor that the wish was withdrawn, if they knew of it.
     *
     * @param route the way the decision table chose
     */
    public void tellWithdrawn(String changeId, String route) {
        if (route.equals("agreement")) {
            var request = byId(changeId);
            notices.tell(request.mentorId(), "change-withdrawn", changeId, names(request));
        }
    }

    /** Tells both that nobody else was found and they stay together for now. */
    public void tellNobodyElse(String changeId) {
        var request = byId(changeId);
        notices.tell(request.menteeId(), "nobody-else-found-mentee", changeId, names(request));
        notices.tell(request.mentorId(), "nobody-else-found-mentor", changeId, names(request));
    }

    /** Tells the rep what happens now that nobody was found, and the contacts that the rep is still waiting. */
    public void tellWaiting(String changeId) {
        var request = byId(changeId);
        notices.tell(request.menteeId(), "no-mentor-found-mentee", request.menteeId(), names(request));
        for (var contact : council.contacts()) {
            notices.tell(contact, "no-mentor-found-contact", request.menteeId(), names(request));
        }
    }

    /** Tells the mentor before, who is not asked to hand over, that somebody else has taken over. */
    public void tellMentorBefore(String changeId) {
        var request = byId(changeId);
        notices.tell(request.mentorId(), "mentorship-over", changeId, names(request));
    }

    private Map<String, String> names(ChangeRequest request) {
        return Map.of("mentee", people.firstName(request.menteeId()), "mentor", people.firstName(request.mentorId()));
    }

    private ChangeRequest byId(String changeId) {
        return requests.findById(changeId).orElseThrow();
    }

    private ChangeRequest locked(String changeId) {
        return requests.findLockedById(changeId).orElseThrow();
    }

    private ChangeRequest undecided(String changeId) {
        var request = locked(changeId);
        if (!request.isAsked()) {
            throw new Refusal(
                    request.state() == State.WITHDRAWN
                            ? people.firstName(request.menteeId())
                                    + " has withdrawn this wish a moment ago. Please refresh your task list."
                            : "This was decided a moment ago. Please refresh your task list.");
        }
        return request;
    }

    /** Whoever has the task is not enough: it could have been given to somebody who is part of the case. */
    private ChangeRequest undecidedFor(String changeId, String userId) {
        var request = undecided(changeId);
        if (partOfIt(request).contains(userId) || !(people.isIn(Group.COUNCIL, userId) || council.isContact(userId))) {
            throw new Refusal("You are part of this case, or not in the council, so somebody else has to decide it.");
        }
        return request;
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

    /** One row of the table of decisions so far; the reason is a reference to a sealed text. */
    public record Decided(String on, String by, String decision, String reason) {}
}
