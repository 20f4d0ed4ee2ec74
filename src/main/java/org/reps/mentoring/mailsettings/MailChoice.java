package org.reps.mentoring.mailsettings;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.world.Zones;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What one person has chosen about their mails, and how far their digest is.
 *
 * @param id user id
 * @param digest whether they want the daily digest
 * @param timeZone IANA name of where they live; null as long as they have not said it here
 * @param digestedOn the last day, where they live, on whose morning it was looked what is waiting for them; null before
 *     the first one
 * @param version null before it is saved for the first time
 */
public record MailChoice(
        @Id String id,
        boolean digest,
        @Nullable String timeZone,
        @Nullable LocalDate digestedOn,
        @Version @Nullable Integer version) {

    /** What holds for somebody who has chosen nothing. */
    public static MailChoice usual(String userId) {
        return new MailChoice(userId, true, null, null, null);
    }

    /** @param timeZone null to leave it as it is */
    public MailChoice choosing(boolean digest, @Nullable String timeZone) {
        return new MailChoice(id, digest, timeZone == null ? this.timeZone : timeZone, digestedOn, version);
    }

    /** The same choice after it was looked what is waiting that day. */
    public MailChoice digestedOn(LocalDate day) {
        return new MailChoice(id, digest, timeZone, day, version);
    }

    /** Whether the digest of that day is still to come. */
    public boolean isDigestDueOn(LocalDate day) {
        return digestedOn == null || digestedOn.isBefore(day);
    }

    @Nullable
    ZoneId zone() {
        return timeZone == null ? null : Zones.of(timeZone);
    }
}
