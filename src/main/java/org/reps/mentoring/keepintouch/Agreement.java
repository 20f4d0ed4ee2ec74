package org.reps.mentoring.keepintouch;

import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.Rhythm;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.AgreedAnew;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What two have agreed about how they keep in touch, from the first day to the last. */
@Component
class Agreement {

    private final KeepInTouchTable table;
    private final KeepInTouchProcess process;
    private final Mentorships mentorships;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final Days days;
    private final Clock clock;

    Agreement(
            KeepInTouchTable table,
            KeepInTouchProcess process,
            Mentorships mentorships,
            People people,
            Notices notices,
            MentoringRules rules,
            Days days,
            Clock clock) {
        this.table = table;
        this.process = process;
        this.mentorships = mentorships;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.days = days;
        this.clock = clock;
    }

    /** As {@link #rhythm(Mentorship, String)}. */
    Period rhythm(String mentorshipId, String offered) {
        return rhythm(mentorships.byId(mentorshipId), offered);
    }

    /**
     * How often the two are in touch: as they have agreed, else as is offered by now, else as the rules of the
     * programme say.
     */
    Period rhythm(Mentorship pair, String offered) {
        return Rhythm.of(pair.contactEvery())
                .or(() -> Rhythm.of(offered))
                .map(Rhythm::period)
                .orElse(rules.inTouchFirst());
    }

    /** What is known of this pair, locked. */
    KeepInTouch lock(Mentorship pair) {
        return table.lockRow(pair.id())
                .map(table::get)
                .orElseGet(() -> KeepInTouch.begin(pair.id(), days.ofProgramme().plus(rhythm(pair, ""))));
    }

    /**
     * One of the two says how they keep in touch from now on, and the other one is told. What is empty stays as it was;
     * where nothing is different, nobody is told anything.
     *
     * @param every as {@link Rhythm} writes it
     */
    void change(Mentorship pair, String personId, String channel, String every) {
        var before = Optional.ofNullable(pair.channel()).orElse("");
        var often = Optional.ofNullable(pair.contactEvery()).orElse("");
        var nextChannel = channel.isEmpty() ? before : channel;
        var nextOften = every.isEmpty() ? often : every;
        if (nextChannel.equals(before) && nextOften.equals(often)) {
            return;
        }
        mentorships.keepInTouch(pair.id(), nextChannel, nextOften);
        var otherId = pair.otherThan(personId);
        notices.tellEachTime(
                otherId,
                "how-we-keep-in-touch-changed",
                Map.of("other", people.firstName(personId), "channel", nextChannel, "contactEvery", nextOften));
    }

    /** Their standing call comes as often as they are in touch, wherever they have agreed on it. */
    @EventListener
    void agreedAnew(AgreedAnew agreed) {
        var pair = mentorships.byId(agreed.mentorshipId());
        Rhythm.of(pair.contactEvery())
                .ifPresent(rhythm -> table.findById(pair.id())
                        .map(KeepInTouch::call)
                        // Whoever has just put it in has been invited in the new rhythm already.
                        .filter(call -> !call.every().equals(rhythm.words()))
                        .ifPresent(call -> invite(
                                pair,
                                table.change(
                                        pair.id(), found -> found.withCall(call.every(rhythm, clock.instant()))))));
    }

    /** Invites both to their standing call, each at their own time of day. */
    void invite(Mentorship pair, KeepInTouch withCall) {
        var call = Objects.requireNonNull(withCall.call());
        for (var personId : List.of(pair.mentorId(), pair.menteeId())) {
            var other = people.firstName(pair.otherThan(personId));
            tell(pair, personId, "how-we-keep-in-touch-call", call.invitation(other, clock.instant()), call.every());
        }
    }

    /** Takes their standing call out of both calendars. */
    void cancel(Mentorship pair, StandingCall call) {
        for (var personId : List.of(pair.mentorId(), pair.menteeId())) {
            var other = people.firstName(pair.otherThan(personId));
            tell(pair, personId, "how-we-keep-in-touch-call-cancelled", call.cancellation(other), call.every());
        }
    }

    private void tell(Mentorship pair, String personId, String notice, Invitation invitation, String every) {
        var otherId = pair.otherThan(personId);
        var values = Map.of("other", people.firstName(otherId), "contactEvery", every);
        notices.invite(otherId, personId, notice, invitation, values);
    }

    /** The two are apart: nobody asks them any more, and nothing stays in their calendars. */
    @EventListener
    void mentorshipEnded(MentorshipEnded ended) {
        table.findById(ended.mentorshipId()).ifPresent(found -> {
            var call = found.call();
            if (call != null) {
                cancel(mentorships.byId(ended.mentorshipId()), call);
            }
            table.deleteById(found.id());
        });
        process.needless(ended.mentorshipId());
    }
}
