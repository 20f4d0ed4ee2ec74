package org.reps.mentoring.wayin;

import java.time.Clock;
import java.util.Map;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.login.PasswordChanged;
import org.reps.mentoring.engine.login.PasswordForgotten;
import org.reps.mentoring.engine.people.ChosenPasswords;
import org.reps.mentoring.entrylink.LocalPasswords;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.person.MailAddress;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people are told when their password is forgotten or changed, whoever says or does so. */
@Component
@Transactional
class ForgottenPassword {

    private final LocalPasswords local;
    private final ChosenPasswords passwords;
    private final WaysIn ways;
    private final Notices notices;
    private final TimeZones zones;
    private final Clock clock;

    ForgottenPassword(
            LocalPasswords local,
            ChosenPasswords passwords,
            WaysIn ways,
            Notices notices,
            TimeZones zones,
            Clock clock) {
        this.local = local;
        this.passwords = passwords;
        this.ways = ways;
        this.notices = notices;
        this.zones = zones;
        this.clock = clock;
    }

    /** However often it is said, and by however many, a few mails are all that comes of it. */
    @EventListener
    void sendLink(PasswordForgotten forgotten) {
        var userId = forgotten.userId();
        var now = clock.instant();
        passwords
                .of(userId)
                .filter(standing -> local.areOn() && MailAddress.isOne(standing.email()))
                .ifPresent(standing -> {
                    var way = ways.findById(userId).orElseGet(() -> WayIn.of(userId));
                    if (way.isToldAt(now)) {
                        var asked = way.askedAt(now);
                        ways.save(standing.hasPassword() ? asked : asked.invited(now));
                        notices.letIn(userId, !standing.hasPassword(), now);
                    }
                });
    }

    /** Whose password somebody else has changed is to notice it. */
    @EventListener
    void tellOfChange(PasswordChanged changed) {
        var userId = changed.userId();
        if (passwords
                .of(userId)
                .filter(standing -> MailAddress.isOne(standing.email()))
                .isPresent()) {
            notices.tellEachTime(
                    userId,
                    "password-changed",
                    Map.of(
                            "isFirst", changed.isFirst(),
                            "userName", userId,
                            "when", MeetingTime.text(clock.instant(), zones.of(userId)),
                            "canAsk", local.areOn(),
                            "another", notices.forgottenPasswordLink()));
        }
    }
}
