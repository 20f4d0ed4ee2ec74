package org.reps.mentoring.mailsettings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/mail-settings.bpmn} asks of the application. */
@Component("mailSettings")
@Transactional
public class MailSettingsSteps {

    private final MailChoices choices;
    private final TimeZones zones;
    private final Notices notices;

    MailSettingsSteps(MailChoices choices, TimeZones zones, Notices notices) {
        this.choices = choices;
        this.zones = zones;
        this.notices = notices;
    }

    /**
     * Keeps what a person has chosen.
     *
     * @param digestWanted {@code yes} or {@code no}
     * @param timeZone IANA name, of a form that asked for it when it was opened; empty or null to leave it as it is
     */
    public void keep(String userId, String digestWanted, @Nullable String timeZone) {
        var zone = timeZone == null || timeZone.isEmpty() ? null : timeZone;
        choices.save(choice(userId).choosing(Choice.is(digestWanted, "yes", "no"), zone));
    }

    /** Tells the person what holds from now on, in case somebody else has chosen it. */
    public void tellKept(String userId) {
        var choice = choice(userId);
        notices.tell(
                userId,
                "mail-settings-kept",
                // As often as it is chosen.
                String.valueOf(choice.version()),
                Map.of("digest", choice.digest(), "zone", zones.of(userId).getId()));
    }

    private MailChoice choice(String userId) {
        return choices.findById(userId).orElseGet(() -> MailChoice.usual(userId));
    }
}
