package org.reps.mentoring.mentorchange;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.council.TooFewImpartial;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorchange.ChangeDecision.Outcome;
import org.reps.mentoring.mentorchange.ChangeRequest.State;
import org.reps.mentoring.rules.AnsweredAlready;
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

    private final ChangeRequests requests;
    private final ChangeDecisions decisions;
    private final PresentMentor presentMentor;
    private final Council council;
    private final People people;
    private final MentoringRules rules;
    private final SealedTexts texts;
    private final Days days;
    private final Clock clock;

    MentorChangeDecisionSteps(
            ChangeRequests requests,
            ChangeDecisions decisions,
            PresentMentor presentMentor,
            Council council,
            People people,
            MentoringRules rules,
            SealedTexts texts,
            Days days,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.presentMentor = presentMentor;
        this.council = council;
        this.people = people;
        this.rules = rules;
        this.texts = texts;
        this.days = days;
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
     * @throws TooFewImpartial when they are too few for those who must still agree; the case then waits with an
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
            throw new TooFewImpartial(missing + " impartial council members have to agree, but there are only "
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
                requests.save(request.kept(days.ofProgramme()));
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
            // For whom it is too much is thanked for having said so, and nobody has asked for it but them.
            var notice = request.source() == ChangeRequest.Source.TOO_MUCH ? "handing-over-begins-" : "change-granted-";
            told.add(new ChangeTold(request.menteeId(), notice + "mentee", ""));
            // Whoever is gone does not need to be told that somebody else takes over.
            if (presentMentor.isThere(request)) {
                told.add(new ChangeTold(request.mentorId(), notice + "mentor", ""));
            }
        }
        add(request, route, Outcome.CHANGE, userId, reason, told.toArray(ChangeTold[]::new));
        requests.save(request.granted());
    }

    private void refuse(ChangeRequest request, String route, String userId, String reason, String answer) {
        var isFinal = isRefused(request);
        var place = Place.forPerson(request.menteeId(), ChangeRequest.owner(request.id()), "news");
        var told = new ChangeTold(request.menteeId(), ChangeTold.IN_A_TASK, texts.keep(answer, "answerForRep", place));
        add(request, route, Outcome.REFUSE, userId, reason, told);
        if (isFinal) {
            requests.save(request.kept(days.ofProgramme()));
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

    private ChangeRequest undecided(String changeId) {
        var request = requests.lock(changeId);
        if (!request.isAsked()) {
            throw new AnsweredAlready(
                    request.state() == State.WITHDRAWN
                            ? people.firstName(request.menteeId())
                                    + " has withdrawn this wish a moment ago. Please refresh your task list."
                            : "This was decided a moment ago. Please refresh your task list.");
        }
        return request;
    }

    private ChangeRequest undecidedFor(String changeId, String userId) {
        var request = undecided(changeId);
        council.requireImpartial(userId, partOfIt(request));
        return request;
    }
}
