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
        for (var contact : council.contacts()) {
            notices.tell(contact, "protection-lowered", lowered.deployment(), Map.of("changes", changes));
        }
    }
}
