package org.reps.mentoring.firstcall;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** First calls that are still to be held, also of two who are apart again. */
@Component
@Transactional(readOnly = true)
public class CallsAhead {

    private final FirstCallTable calls;

    CallsAhead(FirstCallTable calls) {
        this.calls = calls;
    }

    /** For when each call is arranged, by the id of the mentorship; empty when it is not. */
    public Map<String, Optional<Instant>> byMentorship() {
        return calls.findByHeldOnIsNull().stream()
                .collect(toMap(
                        FirstCall::id,
                        call -> Optional.ofNullable(call.meeting()).map(FirstCall.Meeting::startsAt)));
    }
}
