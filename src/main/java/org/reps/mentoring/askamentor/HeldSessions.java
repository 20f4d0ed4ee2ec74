package org.reps.mentoring.askamentor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What two who had a session have written down, for these two. */
@Component
@Transactional(readOnly = true)
public class HeldSessions {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final CoachingSessions sessions;

    HeldSessions(CoachingSessions sessions) {
        this.sessions = sessions;
    }

    /** Those that this person has held in the 365 days before this moment, as one of the two, the newest first. */
    public List<Held> of(String userId, Instant now) {
        return sessions.held(userId, now.minus(REMEMBERED)).stream()
                .map(session -> new Held(
                        AskAMentorSteps.otherThan(session, userId),
                        session.plannedMeeting().startsAt(),
                        session.workedOn(),
                        session.whatNext()))
                .toList();
    }

    /**
     * A session as one of the two remembers it.
     *
     * @param otherId user id of the other one
     * @param whatNext may be empty
     */
    public record Held(String otherId, Instant startsAt, String workedOn, String whatNext) {}
}
