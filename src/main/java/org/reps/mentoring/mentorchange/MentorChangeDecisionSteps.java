package org.reps.mentoring.mentorchange;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorchange.ChangeDecision.Outcome;
import org.reps.mentoring.mentorchange.ChangeRequest.State;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How {@code bpmn/mentor-change.bpmn} decides whether a rep gets another mentor, and who does not decide about it.
 * Reasons and answers arrive here as references to sealed texts.
 */
@Component("mentorChangeDecision")
@Transactional
public class MentorChangeDecisionSteps {

    /** Read in a task, which the engine announces by this mail. */
    private static final String IN_A_TASK = "task-assigned";

    private final ChangeRequests requests;
    private final ChangeDecisions decisions;
    private final PresentMentor presentMentor;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final SealedTexts texts;
    private final Clock clock;

    MentorChangeDecisionSteps(
            ChangeRequests requests,
            ChangeDecisions decisions,
            PresentMentor presentMentor,
            Council council,
            People people,
            Notices notices,
            MentoringRules rules,
            SealedTexts texts,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.presentMentor = presentMentor;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    // --- who decides

    /**
     * Who cannot decide about a request: the rep, the mentor, the mentor who is wished, the contact who asked, and
     * whoever has decided about it before.
     */
    public List<String> partOfIt(String changeId) {
        return new ArrayList<>(partOfIt(requests.get(changeId)));
    }

    /**
     * All council members who can agree to override a commitment without being part of the case.
     *
     * @throws IllegalStateException when they are too few for those who must still agree; the case then waits with an
     *     incident for the operator
     */
    public List<String> council(String changeId) {
        var request = requests.get(changeId);
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

    // --- what is decided

    /**
     * Keeps what the mentor answers to the question whether they agree.
     *
     * @param agrees {@code yes} or {@code no}
     */
    public void noteAgreement(String changeId, String agrees) {
        var request = undecided(changeId);
        if (Choice.is(agrees, "yes", "no")) {
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
        if (Choice.is(agrees, "no", "yes")) {
            refuse(request, "override", userId, reason, answer);
        } else if (votes(request) + 1 >= rules.overrideQuorum()) {
            grant(request, "override", userId, reason);
        } else {
            add(request, "override", Outcome.CHANGE, userId, reason);
        }
    }

    /** Grants what nobody has to decide. */
    public void grant(String changeId) {
        var request = requests.lock(changeId);
        if (request.isAsked()) {
            grant(request, "direct", null, "");
        }
    }

    private void grant(ChangeRequest request, String route, @Nullable String userId, String reason) {
        var told = new ArrayList<ChangeTold>();
        // A mentor who steps down has told their mentees themself, and knows that all of them get another mentor.
        if (request.source() != ChangeRequest.Source.RESIGNATION) {
            told.add(new ChangeTold(request.menteeId(), "change-granted-mentee", ""));
            // Whoever is gone does not need to be told that somebody else takes over.
            if (presentMentor.isThere(request)) {
                told.add(new ChangeTold(request.mentorId(), "change-granted-mentor", ""));
            }
        }
        add(request, route, Outcome.CHANGE, userId, reason, told.toArray(ChangeTold[]::new));
        requests.save(request.granted());
    }

    private void refuse(ChangeRequest request, String route, String userId, String reason, String answer) {
        var isFinal = isRefused(request);
        var place = Place.forPerson(request.menteeId(), ChangeRequest.owner(request.id()), "news");
        var told = new ChangeTold(request.menteeId(), IN_A_TASK, texts.keep(answer, "answerForRep", place));
        add(request, route, Outcome.REFUSE, userId, reason, told);
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
                texts.keep(reason, "decisionReason", ChangeRequest.place(request.id(), "decided")),
                Set.of(told)));
    }

    public boolean isGranted(String changeId) {
        return requests.get(changeId).state() == State.GRANTED;
    }

    /** Whether the rep can still ask for somebody else to decide. */
    public boolean mayAskAgain(String changeId) {
        return requests.get(changeId).isAsked();
    }

    // --- what forms show

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
        var request = requests.get(changeId);
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

    // --- what people are told

    /** Tells everybody what the last decision says they are told. */
    public void tellDecision(String changeId) {
        var request = requests.get(changeId);
        var about = decisions.about(changeId);
        if (about.isEmpty()) {
            return;
        }
        for (var told : about.get(about.size() - 1).told()) {
            if (!told.notice().equals(IN_A_TASK)) {
                notices.tell(
                        told.recipientId(),
                        told.notice(),
                        changeId,
                        Map.of(
                                "mentee", people.firstName(request.menteeId()),
                                "mentor", people.firstName(request.mentorId()),
                                "suggestion", told.text()));
            }
        }
    }

    private ChangeRequest undecided(String changeId) {
        var request = requests.lock(changeId);
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

    /** One row of the table of decisions so far; the reason is a reference to a sealed text. */
    public record Decided(String on, String by, String decision, String reason) {}
}
