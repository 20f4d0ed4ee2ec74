package org.reps.mentoring.askamentor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.MeetingMoves;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.world.Zones;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/ask-a-mentor.bpmn} asks of the application. Expressions hand over an empty text where a form got no
 * answer.
 */
@Component("askAMentor")
@Transactional
public class AskAMentorSteps {

    private final CoachingSessions sessions;
    private final SessionMentors mentors;
    private final KnownPeople known;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final Days days;
    private final Clock clock;
    private final MeetingMoves moves;

    AskAMentorSteps(
            CoachingSessions sessions,
            SessionMentors mentors,
            KnownPeople known,
            People people,
            Notices notices,
            MentoringRules rules,
            Days days,
            Clock clock,
            MeetingMoves moves) {
        this.sessions = sessions;
        this.mentors = mentors;
        this.known = known;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.days = days;
        this.clock = clock;
        this.moves = moves;
    }

    /**
     * Begins a session that somebody asks for.
     *
     * @param mentorId user id of whom they would like to ask; empty for whoever can
     * @return the id of the session
     * @throws Refusal when they have asked often enough for now, or for the same already, or nobody can be asked
     */
    public String ask(String askerId, String skill, String mentorId) {
        // Of two that are asked for at the same moment, the second sees the first.
        known.isLocked(askerId);
        var today = days.todayOf(askerId);
        requireFew(askerId, skill, mentorId);
        // Whoever moves, or says so, to where it is still yesterday has asked today, too.
        if (sessions.countByAskerIdAndAskedOnGreaterThanEqual(askerId, today) >= rules.sessionsADay()) {
            throw new Refusal("You have asked for " + rules.sessionsADay()
                    + " sessions today, and that is as many as there are in one day. Please go on tomorrow.");
        }
        if (mentorId.isEmpty()) {
            if (mentors.whoCan(askerId, skill).isEmpty()) {
                throw Refusal.at(
                        "skill",
                        "What is it about?",
                        "nobody who can pass this on has room for a session this month. Please ask somebody by name,"
                                + " or again next month.");
            }
        } else if (mentorId.equals(askerId)) {
            throw Refusal.at(
                    "askedMentorId",
                    "Whom would you like to ask?",
                    "that is you. Please choose somebody else, or leave this empty.");
        } else if (!mentors.canBeAsked(mentorId, askerId, skill)) {
            // Why is theirs: whether they are away, give no sessions, or have said no.
            throw Refusal.at(
                    "askedMentorId",
                    "Whom would you like to ask?",
                    people.firstName(mentorId) + " cannot be asked for this at the moment."
                            + " Please choose somebody else, or leave this empty.");
        }
        return sessions.save(CoachingSession.asked(askerId, skill, mentorId.isEmpty() ? null : mentorId, today))
                .id();
    }

    private void requireFew(String askerId, String skill, String mentorId) {
        var open = sessions.findByAskerIdAndStateIn(askerId, CoachingSession.OPEN);
        if (open.stream()
                .anyMatch(one -> one.skill().equals(skill)
                        && Objects.requireNonNullElse(one.mentorId(), "").equals(mentorId))) {
            throw Refusal.at(
                    "skill", "What is it about?", "you have asked for this already, and there is no time for it yet.");
        }
        if (open.size() >= rules.openSessions()) {
            throw new Refusal("You have asked for " + open.size()
                    + " sessions that have no time yet. Please wait for an answer, or take one of them back.");
        }
    }

    /** User id of the mentor who is asked by name; null where whoever can is. */
    @Transactional(readOnly = true)
    public @Nullable String askedMentor(String sessionId) {
        return sessions.get(sessionId).mentorId();
    }

    /** Who can be asked besides; nobody where one mentor was asked by name. */
    @Transactional(readOnly = true)
    public List<String> pool(String sessionId) {
        var session = sessions.get(sessionId);
        return session.byName() ? List.of() : mentors.whoCan(session.askerId(), session.skill());
    }

    /**
     * Keeps what a mentor answers.
     *
     * @param timeZone in which they have read and written the time
     * @param answer {@code yes} or {@code no}
     * @param on ISO date; like all that follows only with a yes
     * @param at time of day in that time zone, e.g. {@code 18:30}
     * @return the user id of the mentor who has time; null when this one has not
     * @throws Refusal when nobody can meet at that moment
     */
    public @Nullable String answer(
            String sessionId, String mentorId, String timeZone, String answer, String on, String at, String place) {
        if (Choice.is(answer, "yes", "no")) {
            var startsAt = MeetingTime.of("session", on, at, Zones.of(timeZone), clock.instant());
            sessions.change(sessionId, session -> session.proposed(mentorId, startsAt, place));
            return mentorId;
        }
        sessions.change(sessionId, session -> session.declinedBy(mentorId, days.ofProgramme()));
        return null;
    }

    /**
     * Tells a mentor who has not answered that the question is closed.
     *
     * @return {@code no}, which is what it comes to
     */
    public String closeQuestion(String sessionId, String mentorId) {
        var session = sessions.change(sessionId, asked -> asked.declinedBy(mentorId, days.ofProgramme()));
        notices.tell(
                mentorId, "session-question-closed", sessionId, Map.of("asker", people.firstName(session.askerId())));
        return "no";
    }

    /**
     * Keeps what the rep says of the time that was proposed.
     *
     * @param answer {@code agree}, {@code other} or {@code stop}; only the first changes anything
     * @throws Refusal when that time is over
     */
    public void agree(String sessionId, String answer) {
        if (Choice.is(answer, "agree", "other", "stop")) {
            sessions.change(sessionId, session -> session.agreed(clock.instant()));
        }
    }

    /** Invites both, each at their own time of day. */
    public void invite(String sessionId) {
        tellBoth(sessions.get(sessionId), "session-arranged", false);
    }

    /** When the session is over, as far as calendars know; ISO text. */
    @Transactional(readOnly = true)
    public String over(String sessionId) {
        return sessions.get(sessionId)
                .plannedMeeting()
                .startsAt()
                .plus(Invitation.LENGTH)
                .toString();
    }

    /**
     * Moves a session that is arranged, or makes sure that it can be cancelled.
     *
     * @param change {@code move} or {@code cancel}
     * @param timesMoved how often it had been moved when this person's form was made
     * @param timeZone in which they have read and written the time
     * @param on ISO date; like all that follows only where it is moved
     * @throws Refusal when the other one was quicker, or nobody can meet at that moment
     */
    public void change(
            String sessionId, String change, int timesMoved, String timeZone, String on, String at, String place) {
        if (Choice.is(change, "cancel", "move")) {
            sessions.lock(sessionId).requireUnmoved(timesMoved);
        } else {
            var startsAt = MeetingTime.of("session", on, at, Zones.of(timeZone), clock.instant());
            moves.requireRoom(timesMoved);
            sessions.change(sessionId, session -> session.moved(timesMoved, startsAt, place));
        }
    }

    /** Ends a session that does not take place, and tells those of the two who are still there. */
    public void cancel(String sessionId) {
        var session = sessions.get(sessionId);
        if (session.isArrangedAfter(clock.instant())) {
            tellBoth(session, "session-cancelled", true);
        } else if (CoachingSession.OPEN.contains(session.state())) {
            if (isHere(session.askerId())) {
                tellAsker(session);
            } else {
                tellMentor(session);
            }
        }
        sessions.change(sessionId, CoachingSession::off);
    }

    /** Ends a session that the rep does not want any more, and tells the mentor who was asked, if one was. */
    public void takeBack(String sessionId) {
        tellMentor(sessions.change(sessionId, CoachingSession::off));
    }

    /** Tells the rep that nobody has time, and not who has said so. */
    public void tellNobody(String sessionId) {
        tellAsker(sessions.change(sessionId, CoachingSession::off));
    }

    /**
     * Keeps what one of the two says of the session.
     *
     * @param held {@code yes} or {@code no}
     * @param whatNext may be empty
     */
    public void note(String sessionId, String held, String workedOn, String whatNext) {
        sessions.change(
                sessionId, session -> Choice.is(held, "yes", "no") ? session.held(workedOn, whatNext) : session.off());
    }

    /** Sends both what was written down. */
    public void tellNote(String sessionId) {
        var session = sessions.get(sessionId);
        for (var recipientId : List.of(session.mentor(), session.askerId())) {
            var otherId = session.otherThan(recipientId);
            notices.tellOf(
                    otherId,
                    recipientId,
                    "session-note",
                    sessionId,
                    Map.of(
                            "other", people.firstName(otherId),
                            "workedOn", session.workedOn(),
                            "whatNext", session.whatNext()));
        }
    }

    /** The operator has deleted the case: nothing of it may stand in the way of another one. */
    @EventListener(condition = "#deleted.process() == 'ask-a-mentor'")
    void forget(CaseDeleted deleted) {
        sessions.findById(deleted.subject()).ifPresent(session -> sessions.change(session.id(), CoachingSession::off));
    }

    private void tellAsker(CoachingSession session) {
        notices.tell(session.askerId(), "session-not-found", session.id(), Map.of());
    }

    private void tellMentor(CoachingSession session) {
        var mentorId = session.mentorId();
        if (mentorId != null) {
            notices.tell(
                    mentorId, "session-taken-back", session.id(), Map.of("asker", people.firstName(session.askerId())));
        }
    }

    private void tellBoth(CoachingSession session, String notice, boolean isCancelled) {
        for (var recipientId : List.of(session.mentor(), session.askerId())) {
            if (isHere(recipientId)) {
                var otherId = session.otherThan(recipientId);
                var other = people.firstName(otherId);
                notices.invite(
                        otherId, recipientId, notice, session.invitation(other, isCancelled), Map.of("other", other));
            }
        }
    }

    private boolean isHere(String userId) {
        return people.isIn(Group.REPS, userId);
    }
}
