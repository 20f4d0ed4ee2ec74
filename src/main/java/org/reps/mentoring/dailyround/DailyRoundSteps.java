package org.reps.mentoring.dailyround;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When {@code bpmn/daily-round.bpmn} begins. The engine asks while it starts, so nothing here may need the engine; what
 * the round notices is asked of the processes it starts.
 */
@Component("dailyRound")
public class DailyRoundSteps {

    private final LocalTime at;
    private final ZoneId zone;
    private final Clock clock;

    DailyRoundSteps(
            @Value("${mentoring.daily-round.at}") LocalTime at,
            @Value("${mentoring.daily-round.zone}") ZoneId zone,
            Clock clock) {
        this.at = at;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Every day from the next round on, as an ISO 8601 cycle. The engine asks again after each round, so that the round
     * stays at the same time of day when the clocks change.
     */
    public String cycle() {
        var now = clock.instant().atZone(zone);
        var next = now.with(at);
        return "R/" + (next.isAfter(now) ? next : next.plusDays(1)).toInstant() + "/P1D";
    }
}
