package org.reps.mentoring.keepintouch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.Rhythm;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/how-we-keep-in-touch.bpmn} asks of the application. Expressions hand over an empty text where a form
 * got no answer.
 */
@Component("howWeKeepInTouch")
@Transactional
public class HowWeKeepInTouchSteps {

    private final KeepInTouchTable table;
    private final KeepInTouchProcess process;
    private final Agreement agreement;
    private final Mentorships mentorships;
    private final MentoringRules rules;
    private final TimeZones zones;
    private final Days days;
    private final Clock clock;

    HowWeKeepInTouchSteps(
            KeepInTouchTable table,
            KeepInTouchProcess process,
            Agreement agreement,
            Mentorships mentorships,
            MentoringRules rules,
            TimeZones zones,
            Days days,
            Clock clock) {
        this.table = table;
        this.process = process;
        this.agreement = agreement;
        this.mentorships = mentorships;
        this.rules = rules;
        this.zones = zones;
        this.days = days;
        this.clock = clock;
    }

    /**
     * The mentorship that somebody means.
     *
     * @param otherId user id of their mentor or mentee; may be empty where there is only one
     * @return its id
     * @throws Refusal when it is nobody they are together with, or could be several
     */
    public String mentorshipWith(String personId, String otherId) {
        var theirs = mentorships.of(personId);
        if (theirs.isEmpty()) {
            throw new Refusal("You have no mentor and no mentee at the moment, so there is nobody to keep in touch"
                    + " with here.");
        }
        var meant = otherId.isEmpty()
                ? theirs
                : theirs.stream()
                        .filter(pair -> pair.otherThan(personId).equals(otherId))
                        .toList();
        if (meant.isEmpty()) {
            throw Refusal.at("inTouchWith", "With whom?", "please name your mentor, or one of your mentees.");
        }
        if (meant.size() > 1) {
            throw Refusal.at("inTouchWith", "With whom?", "please say with whom, as there are several.");
        }
        return meant.get(0).id();
    }

    /**
     * Keeps what one of the two has said; what they say nothing of stays as it was.
     *
     * @param contactEvery as {@link Rhythm} writes it
     * @param askMe {@code yes} or {@code no}
     * @param standingCall {@code set} or {@code stop}
     * @param callOn ISO date; like time and place only with a standing call
     * @param callAt time of day where they live, e.g. {@code 18:30}
     * @throws Refusal when they have said nothing at all, or anew too often, or nobody can meet at that moment
     */
    public void keep(
            String mentorshipId,
            String personId,
            String contactEvery,
            String channel,
            String askMe,
            String standingCall,
            String callOn,
            String callAt,
            String callPlace) {
        if (Stream.of(contactEvery, channel, askMe, standingCall).allMatch(String::isEmpty)) {
            throw new Refusal("Please say what should be different from now on.");
        }
        var pair = mentorships.lock(mentorshipId);
        if (Stream.of(contactEvery, channel, standingCall).anyMatch(said -> !said.isEmpty())) {
            requireFew(mentorshipId, personId);
        }
        table.save(agreement.lock(pair));
        if (!askMe.isEmpty()) {
            ask(pair, personId, Choice.is(askMe, "yes", "no"));
        }
        // First, so that nobody is invited to a call in another rhythm that is moved or taken out at once.
        if (!standingCall.isEmpty()) {
            if (Choice.is(standingCall, "set", "stop")) {
                var startsAt = MeetingTime.of("call", callOn, callAt, zones.of(personId), clock.instant());
                set(pair, personId, contactEvery.isEmpty() ? pair.contactEvery() : contactEvery, startsAt, callPlace);
            } else {
                stop(pair);
            }
        }
        agreement.change(pair, personId, channel, contactEvery);
    }

    /** The other one gets a mail each time. */
    private void requireFew(String mentorshipId, String personId) {
        var since = clock.instant().minus(Duration.ofDays(1));
        if (process.saidBy(personId, mentorshipId, since) >= rules.agreementChanges()) {
            throw new Refusal("You have said it anew several times since yesterday, and the other one gets a mail each"
                    + " time. Please talk it over with them, and say it here tomorrow.");
        }
    }

    /** Ends a question that waits for one of the two; the next one comes when it is time by what they have said. */
    public void askAsAgreed(String mentorshipId) {
        if (table.existsById(mentorshipId)) {
            table.change(mentorshipId, found -> found.agreed(days.ofProgramme(), agreement.rhythm(mentorshipId, "")));
            process.answeredElsewhere(mentorshipId);
        }
    }

    private void ask(Mentorship pair, String personId, boolean wanted) {
        table.change(
                pair.id(),
                found -> personId.equals(pair.mentorId())
                        ? found.withMentorAsked(wanted)
                        : found.withMenteeAsked(wanted));
    }

    private void set(Mentorship pair, String personId, @Nullable String contactEvery, Instant startsAt, String place) {
        var every = Rhythm.of(contactEvery)
                .orElseThrow(() -> Refusal.at(
                        "contactEvery",
                        "How often?",
                        "please say how often the call should come; the two of you have not agreed on it yet."));
        var zone = zones.of(personId).getId();
        agreement.invite(pair, table.change(pair.id(), found -> {
            var before = found.call();
            return found.withCall(
                    before == null
                            ? StandingCall.first(startsAt, zone, place, every)
                            : before.moved(startsAt, zone, place, every));
        }));
    }

    private void stop(Mentorship pair) {
        var call = table.get(pair.id()).call();
        if (call == null) {
            throw Refusal.at(
                    "standingCall",
                    "A call that stands in both calendars?",
                    "there is none in your calendars that could be taken out.");
        }
        agreement.cancel(pair, call);
        table.change(pair.id(), found -> found.withCall(null));
    }
}
