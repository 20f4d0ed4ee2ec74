package org.reps.mentoring.council;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import org.reps.mentoring.engine.ProtectionLowered;
import org.reps.mentoring.notice.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the contacts that something protects people less than before: that is not for the operator alone to know. */
@Component
class LoweredProtectionNotice {

    private final Council council;
    private final Notices notices;

    LoweredProtectionNotice(Council council, Notices notices) {
        this.council = council;
        this.notices = notices;
    }

    @EventListener
    void tell(ProtectionLowered lowered) {
        var changes = lowered.changes().stream().map(change -> "• " + change).collect(joining("\n"));
        var contacts = council.contacts();
        if (contacts.isEmpty()) {
            // Tried again, and then seen by the council, until there is somebody to tell.
            throw new IllegalStateException("There is no contact who could be told that something protects less.");
        }
        for (var contact : contacts) {
            notices.tell(contact, "protection-lowered", lowered.event(), Map.of("changes", changes));
        }
    }
}
