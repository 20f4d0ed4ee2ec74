package org.reps.mentoring.firstcall;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.reps.mentoring.calendar.MeetingAhead;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** First calls that are still to be held, also of two who are apart again. */
@Component
@Transactional(readOnly = true)
public class CallsAhead {

    private final FirstCallTable calls;
    private final Mentorships mentorships;
    private final People people;
    private final Clock clock;

    CallsAhead(FirstCallTable calls, Mentorships mentorships, People people, Clock clock) {
        this.calls = calls;
        this.mentorships = mentorships;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Those of these mentorships that are arranged and still to come, as this one of the two has them in the calendar.
     */
    public List<MeetingAhead> of(Collection<String> mentorshipIds, String readerId) {
        var ahead = calls.findAllById(mentorshipIds).stream()
                .filter(call -> call.isMeetingAhead(clock.instant()))
                .toList();
        if (ahead.isEmpty()) {
            return List.of();
        }
        var pairs = mentorships.withIds(ahead.stream().map(FirstCall::id).toList()).stream()
                .collect(toMap(Mentorship::id, pair -> pair));
        var called = people.firstNames(
                pairs.values().stream().map(pair -> pair.otherThan(readerId)).toList());
        return ahead.stream()
                .map(call -> new MeetingAhead(
                        call.id(),
                        FirstCallSteps.invitation(
                                call.arrangedMeeting(),
                                call.arrangedMeeting().sequence(),
                                Objects.requireNonNull(called.get(Objects.requireNonNull(pairs.get(call.id()))
                                        .otherThan(readerId))),
                                false)))
                .toList();
    }

    /** For when each call is arranged, by the id of the mentorship; empty when it is not. */
    public Map<String, Optional<Instant>> byMentorship() {
        return calls.findByHeldOnIsNull().stream()
                .collect(toMap(
                        FirstCall::id,
                        call -> Optional.ofNullable(call.meeting()).map(FirstCall.Meeting::startsAt)));
    }
}
