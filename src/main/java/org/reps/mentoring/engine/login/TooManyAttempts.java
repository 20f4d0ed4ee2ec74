package org.reps.mentoring.engine.login;

import java.time.Duration;
import org.springframework.modulith.NamedInterface;

/** Too many wrong passwords came from where this one comes from. */
@NamedInterface("attempts")
public class TooManyAttempts extends RuntimeException {

    private final Duration wait;

    /** @param wait how long until the next attempt */
    TooManyAttempts(Duration wait) {
        super("There were too many attempts to log in with a wrong password. Please try again in "
                + minutes(wait.plusSeconds(59).toMinutes()) + "; the account is not locked.");
        this.wait = wait;
    }

    /** How long until the next attempt, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static String minutes(long minutes) {
        return minutes > 1 ? minutes + " minutes" : "a minute";
    }
}
