package org.reps.mentoring.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The day on which a programme that there was before moved in here, {@code mentoring.programme.went-live-on}. What
 * happened before is known only in part, so nobody is judged by it.
 */
@Component
public class WentLive {

    private static final String SETTING = "mentoring.programme.went-live-on";

    private final @Nullable LocalDate day;

    /** @throws IllegalArgumentException if it is set, and not to a day, so that the application does not start */
    WentLive(@Value("${" + SETTING + ":}") String day) {
        try {
            this.day = day.isBlank() ? null : LocalDate.parse(day.strip());
        } catch (DateTimeParseException noDay) {
            // Without it as a cause, which would be told instead of this.
            throw new IllegalArgumentException(SETTING + " must be a day like 2027-01-15, but is \"" + day + "\"");
        }
    }

    /** Empty where the programme began with this application. */
    public Optional<LocalDate> on() {
        return Optional.ofNullable(day);
    }

    /** What to say to whoever brings what began before, and has not set it. */
    public String pleaseSet() {
        return "Please set " + SETTING + " (MENTORING_PROGRAMME_WENT_LIVE_ON), which is not set, to the day on which"
                + " the programme begins here, for the application too, and try again. Otherwise the programme would be"
                + " judged by what was due before.";
    }

    /** This day, or the one on which the programme went live if that is later. */
    public LocalDate notBefore(LocalDate day) {
        return this.day == null || this.day.isBefore(day) ? day : this.day;
    }

    /** Whether what has not happened since that day means anything: the programme has been live for as long. */
    public boolean wasBefore(LocalDate day) {
        return this.day == null || !this.day.isAfter(day);
    }
}
