package org.reps.mentoring.askamentor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.engine.people.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions that two have arranged, and what they have written down of those they had, for these two. */
@Component
@Transactional(readOnly = true)
public class OwnSessions {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final CoachingSessions sessions;
    private final People people;

    OwnSessions(CoachingSessions sessions, People people) {
        this.sessions = sessions;
        this.people = people;
    }

    /**
     * Those of this person as one of the two: what is arranged and not over, the next one first, and then what was held
     * in the 365 days before this moment, the newest first.
     */
    public List<Own> of(String userId, Instant now) {
        var ahead = sessions.ahead(userId, now.minus(Invitation.LENGTH));
        var called = ahead.isEmpty()
                ? null
                : people.firstNames(
                        ahead.stream().map(session -> session.otherThan(userId)).toList());
        return Stream.concat(
                        ahead.stream().map(session -> {
                            var otherId = session.otherThan(userId);
                            var other = Objects.requireNonNull(
                                    Objects.requireNonNull(called).get(otherId));
                            return Own.of(session, otherId, session.invitation(other, false));
                        }),
                        sessions.held(userId, now.minus(REMEMBERED)).stream()
                                .map(session -> Own.of(session, session.otherThan(userId), null)))
                .toList();
    }

    /**
     * A session as one of the two knows it.
     *
     * @param otherId user id of the other one
     * @param workedOn like {@code whatNext} empty as long as it was not held
     * @param whatNext may be empty
     * @param ahead as they have it in their calendar; null when it was held
     */
    public record Own(
            String otherId,
            Instant startsAt,
            String workedOn,
            String whatNext,
            @Nullable Invitation ahead) {

        private static Own of(CoachingSession session, String otherId, @Nullable Invitation ahead) {
            return new Own(otherId, session.plannedMeeting().startsAt(), session.workedOn(), session.whatNext(), ahead);
        }
    }
}
