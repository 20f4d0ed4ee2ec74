package org.reps.mentoring.checkin;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Invitation;
import org.reps.mentoring.notice.MeetingTime;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.notice.TimeZones;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/yearly-check-in.bpmn} asks of the application (SOP: mentors activities, "at least one meeting a
 * year"). Expressions hand over an empty text where a form got no answer.
 */
@Component("checkIns")
@Transactional
public class YearlyCheckInSteps {

    /** So many that a round is quick, and so few that one transaction stays small. */
    private static final int BATCH = 100;

    private final CheckInTable table;
    private final YearlyCheckInProcess process;
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final TimeZones zones;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final SealedTexts texts;
    private final Clock clock;

    YearlyCheckInSteps(
            CheckInTable table,
            YearlyCheckInProcess process,
            Mentorships mentorships,
            Mentors mentors,
            TimeZones zones,
            People people,
            Notices notices,
            MentoringRules rules,
            SealedTexts texts,
            Clock clock) {
        this.table = table;
        this.process = process;
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.zones = zones;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Starts the check-ins that are due, at most a hundred at a time. Of two rounds at once the second finds nothing
     * left to do.
     *
     * @return how many were started; when it is none, there is nothing left
     */
    public int startDue() {
        var by = LocalDate.now(clock).plus(rules.checkInDueBefore());
        var yearBefore = by.minus(rules.commitment());
        var due = mentorships.lockEndingBy(by, table.due(by, yearBefore, BATCH));
        if (due.isEmpty()) {
            return 0;
        }
        // Asked again once they are locked: the first answer is older than the lock.
        var started = new HashSet<>(table.withCheckIn(due, yearBefore));
        var waiting = due.stream().filter(not(started::contains)).toList();
        waiting.forEach(this::start);
        return waiting.size();
    }

    private void start(String mentorshipId) {
        var mentorship = mentorships.byId(mentorshipId);
        var checkIn = table.save(CheckIn.due(
                UUID.randomUUID().toString(), mentorshipId, anniversary(mentorship), mentorship.mentorId()));
        process.start(checkIn.id(), mentorship);
    }

    /** The end of the commitment; where it was not extended the year before, the same day a year later. */
    private LocalDate anniversary(Mentorship mentorship) {
        var day = mentorship.committedUntil();
        return table.findByMentorshipIdOrderByDueOnDesc(mentorship.id()).stream()
                .findFirst()
                .map(last -> last.dueOn().plus(rules.commitment()))
                .filter(day::isBefore)
                .orElse(day);
    }

    /** User id of who holds the meeting: the mentor, or somebody who covers for them. */
    @Transactional(readOnly = true)
    public String host(String checkInId) {
        return byId(checkInId).hostId();
    }

    /**
     * Arranges the meeting, or moves it.
     *
     * @param meetingOn ISO date
     * @param meetingAt time of day where the host lives, e.g. {@code 18:30}
     * @throws Refusal when that moment is over, far away, or does not exist there
     */
    public void arrange(String checkInId, String meetingOn, String meetingAt, String meetingPlace) {
        var checkIn = byId(checkInId);
        var startsAt = MeetingTime.of(meetingOn, meetingAt, zones.of(checkIn.hostId()), clock.instant());
        table.save(checkIn.arranged(startsAt, meetingPlace));
    }

    /** Invites both to the meeting, each at their own time of day. */
    public void invite(String checkInId) {
        var checkIn = byId(checkInId);
        var meeting = meeting(checkIn);
        var menteeId = mentorship(checkIn).menteeId();
        invite(checkIn.hostId(), menteeId, meeting);
        invite(menteeId, checkIn.hostId(), meeting);
    }

    private void invite(String recipientId, String otherId, CheckInMeeting meeting) {
        notices.invite(
                recipientId,
                "check-in-meeting",
                invitation(meeting, meeting.sequence(), otherId, false),
                Map.of(
                        "other", people.firstName(otherId),
                        "when", MeetingTime.text(meeting.startsAt(), zones.of(recipientId)),
                        "place", meeting.place(),
                        "moved", meeting.sequence() > 0));
    }

    /** When the meeting can be recorded: from the beginning of its day where the host lives, as ISO text. */
    @Transactional(readOnly = true)
    public String meetingDay(String checkInId) {
        var checkIn = byId(checkInId);
        return MeetingTime.dayOf(meeting(checkIn).startsAt(), zones.of(checkIn.hostId()))
                .toString();
    }

    /**
     * Keeps what came out of the meeting.
     *
     * @param outcome {@code held}, {@code not-come} or {@code rescheduled}
     * @param heldOn ISO date; this and all that follows only when it was held
     * @param mentorContinues {@code yes} or {@code no}; empty when somebody else than the mentor holds the meeting
     * @throws Refusal when that day lies in the host's future or before the mentorship
     */
    public void noteMeeting(
            String checkInId,
            String outcome,
            String heldOn,
            String plans,
            String support,
            String channel,
            String contactEvery,
            String mentorContinues) {
        var checkIn = byId(checkInId);
        if (Choice.is(outcome, "not-come", "held", "rescheduled")) {
            table.save(checkIn.missedByMentee());
        }
        if (!outcome.equals("held")) {
            return;
        }
        var day = LocalDate.parse(heldOn);
        if (day.isAfter(LocalDate.now(clock.withZone(zones.of(checkIn.hostId()))))) {
            throw new Refusal("Held on: please give the day of the meeting; this one is still to come.");
        }
        if (day.isBefore(mentorship(checkIn).beganOn())) {
            throw new Refusal("Held on: please check the day; the mentorship began later.");
        }
        var planned = checkIn.planned(new CheckInPlan(day, plans, support, channel, contactEvery, ""));
        table.save(
                mentorContinues.isEmpty() ? planned : planned.mentorContinues(Choice.is(mentorContinues, "yes", "no")));
    }

    /** Whether the mentee did not come for the second time or more often. */
    @Transactional(readOnly = true)
    public boolean hasMissedTwice(String checkInId) {
        return byId(checkInId).notCome() > 1;
    }

    @Transactional(readOnly = true)
    public boolean isMeetingAhead(String checkInId) {
        return byId(checkInId).isMeetingAhead(clock.instant());
    }

    /** The options of the form in which a contact chooses who covers for the mentor. */
    @Transactional(readOnly = true)
    public List<Option> coverOptions(String checkInId) {
        var checkIn = byId(checkInId);
        var mentorship = mentorship(checkIn);
        return people.options(mentors.findAll().stream()
                .filter(mentor -> mentor.status() == Mentor.Status.ACTIVE)
                .map(Mentor::id)
                .filter(id -> !id.equals(mentorship.mentorId())
                        && !id.equals(mentorship.menteeId())
                        && !id.equals(checkIn.hostId()))
                .sorted(Comparator.comparing(people::name))
                .toList());
    }

    /** Tells those who were to meet that somebody else holds the meeting; one that was arranged is cancelled. */
    public void tellCovered(String checkInId, String coverId) {
        var checkIn = byId(checkInId);
        var menteeId = mentorship(checkIn).menteeId();
        var values = Map.of(
                "mentee", people.firstName(menteeId),
                "mentor", people.firstName(mentorship(checkIn).mentorId()),
                "cover", people.firstName(coverId));
        tellWithoutMeeting(menteeId, "check-in-covered-mentee", checkIn, values);
        tellWithoutMeeting(checkIn.hostId(), "check-in-covered-host", checkIn, values);
    }

    /** Hands the meeting over to somebody who covers for the mentor. */
    public void cover(String checkInId, String coverId) {
        table.save(byId(checkInId).heldBy(coverId));
    }

    /** Reminds whoever holds the meeting. */
    public void remind(String checkInId) {
        var checkIn = byId(checkInId);
        notices.remind(checkIn.hostId(), "check-in-reminder", checkInId, names(checkIn));
    }

    /**
     * Keeps what the mentee says of what was agreed.
     *
     * @param answer {@code right}; {@code correct} when it needs correcting; {@code differs} when it was corrected and
     *     they leave it at that
     * @param remark what is not right; empty when all is
     * @param wish {@code continue} or {@code change}; empty as long as it needs correcting
     */
    public void confirm(String checkInId, String answer, String remark, String wish) {
        var checkIn = byId(checkInId);
        var plan = plan(checkIn).remarked(remark);
        if (Choice.is(answer, "correct", "right", "differs")) {
            table.save(checkIn.planned(plan));
            return;
        }
        table.save(checkIn.planned(plan).menteeContinues(Choice.is(wish, "continue", "change")));
        mentorships.keepInTouch(checkIn.mentorshipId(), plan.channel(), plan.contactEvery());
    }

    /** Whether the mentee has asked for a correction before; it is asked for once. */
    @Transactional(readOnly = true)
    public boolean isCorrectionAsked(String checkInId) {
        return !plan(byId(checkInId)).menteeRemark().isEmpty();
    }

    /** Corrects what was recorded; an empty text leaves it as it is. */
    public void correct(String checkInId, String plans, String support, String channel, String contactEvery) {
        var checkIn = byId(checkInId);
        table.save(checkIn.planned(plan(checkIn).corrected(plans, support, channel, contactEvery)));
    }

    /** Reminds the mentee to confirm what was agreed. */
    public void remindToConfirm(String checkInId) {
        var checkIn = byId(checkInId);
        notices.remind(mentorship(checkIn).menteeId(), "check-in-confirm-reminder", checkInId, names(checkIn));
    }

    /** Whether both go on; a mentor for whom somebody else held the meeting was not asked and has not said no. */
    @Transactional(readOnly = true)
    public boolean bothContinue(String checkInId) {
        return byId(checkInId).bothContinue();
    }

    /** Extends the commitment. */
    public void extend(String checkInId) {
        var checkIn = byId(checkInId);
        mentorships.extend(checkIn.mentorshipId());
        table.save(checkIn.end(CheckIn.Outcome.EXTENDED));
    }

    /** Tells both until when their mentorship goes on, and thanks them. */
    public void tellExtended(String checkInId) {
        var checkIn = byId(checkInId);
        var mentorship = mentorship(checkIn);
        var values = new HashMap<String, Object>(names(checkIn));
        values.put("until", mentorship.committedUntil());
        notices.tell(mentorship.menteeId(), "check-in-extended-mentee", checkInId, values);
        notices.tell(mentorship.mentorId(), "check-in-extended-mentor", checkInId, values);
    }

    /** Notes that the mentor is going to change, and forgets who wished it. */
    public void noteChange(String checkInId) {
        table.save(byId(checkInId).end(CheckIn.Outcome.CHANGE));
    }

    /** Keeps why a contact drops the check-in, as a reference to a sealed text; an empty one keeps nothing. */
    public void noteDropping(String checkInId, String reason) {
        if (!reason.isEmpty()) {
            var place = Place.forCouncil("check_in:" + checkInId, "dropReason");
            table.save(byId(checkInId).noting(texts.keep(reason, "dropReason", place)));
        }
    }

    /** Ends the check-in without a result; the mentorship goes on as it is. */
    public void drop(String checkInId) {
        table.save(byId(checkInId).end(CheckIn.Outcome.DROPPED));
    }

    /** The operator has deleted the case: the next one is due in a year. */
    @EventListener(condition = "#deleted.process() == 'yearly-check-in'")
    void forget(CaseDeleted deleted) {
        table.findByMentorshipIdOrderByDueOnDesc(deleted.subject()).stream()
                .filter(checkIn -> checkIn.outcome() == null)
                .forEach(open -> drop(open.id()));
    }

    /** Tells mentor and mentee that there is no check-in this year, without saying why, and cancels the meeting. */
    public void tellDropped(String checkInId) {
        var checkIn = byId(checkInId);
        var mentorship = mentorship(checkIn);
        for (var recipient : everybody(checkIn)) {
            var notice =
                    recipient.equals(mentorship.menteeId()) ? "check-in-dropped-mentee" : "check-in-dropped-mentor";
            tellWithoutMeeting(recipient, notice, checkIn, names(checkIn));
        }
    }

    /** Takes a meeting that is not needed any more out of the calendars; says nothing where none is ahead. */
    public void cancelMeeting(String checkInId) {
        var checkIn = byId(checkInId);
        if (checkIn.isMeetingAhead(clock.instant())) {
            var menteeId = mentorship(checkIn).menteeId();
            for (var recipient : List.of(menteeId, checkIn.hostId())) {
                var other = people.firstName(recipient.equals(menteeId) ? checkIn.hostId() : menteeId);
                tellWithoutMeeting(recipient, "check-in-cancelled", checkIn, Map.of("other", other));
            }
        }
    }

    /** What the forms show about a check-in under way. */
    @Transactional(readOnly = true)
    public Progress progress(String checkInId) {
        var checkIn = byId(checkInId);
        var mentorship = mentorship(checkIn);
        var meeting = checkIn.meeting();
        var hostZone = zones.of(checkIn.hostId());
        return new Progress(
                people.name(mentorship.menteeId()),
                people.firstName(mentorship.menteeId()),
                people.name(mentorship.mentorId()),
                people.firstName(mentorship.mentorId()),
                people.firstName(checkIn.hostId()),
                hostZone.getId(),
                zones.of(mentorship.menteeId()).getId(),
                mentorship.beganOn().toString(),
                checkIn.dueOn().toString(),
                meeting == null ? "" : MeetingTime.text(meeting.startsAt(), hostZone),
                meeting == null ? "" : meeting.place());
    }

    /** What was agreed this time; never who wishes what. */
    @Transactional(readOnly = true)
    public Agreement agreed(String checkInId) {
        return Agreement.of(byId(checkInId).plan());
    }

    /** What was agreed in this mentorship the last time; all empty when there was none. */
    @Transactional(readOnly = true)
    public Agreement lastYear(String checkInId) {
        var checkIn = byId(checkInId);
        return Agreement.of(table.findByMentorshipIdOrderByDueOnDesc(checkIn.mentorshipId()).stream()
                .filter(earlier -> earlier.dueOn().isBefore(checkIn.dueOn()))
                .map(CheckIn::plan)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
    }

    private void tellWithoutMeeting(String recipientId, String notice, CheckIn checkIn, Map<String, ?> values) {
        var menteeId = mentorship(checkIn).menteeId();
        var wasInvited = recipientId.equals(menteeId) || recipientId.equals(checkIn.hostId());
        if (wasInvited && checkIn.isMeetingAhead(clock.instant())) {
            var meeting = meeting(checkIn);
            var other = recipientId.equals(menteeId) ? checkIn.hostId() : menteeId;
            notices.invite(recipientId, notice, invitation(meeting, meeting.sequence() + 1, other, true), values);
        } else {
            notices.tell(recipientId, notice, checkIn.id(), values);
        }
    }

    private Invitation invitation(CheckInMeeting meeting, int sequence, String otherId, boolean isCancelled) {
        var summary = "Yearly meeting with " + people.firstName(otherId);
        return new Invitation(meeting.uid(), sequence, meeting.startsAt(), summary, meeting.place(), isCancelled);
    }

    /** The two of the mentorship, and who covers for the mentor. */
    private List<String> everybody(CheckIn checkIn) {
        var mentorship = mentorship(checkIn);
        return List.of(mentorship.menteeId(), mentorship.mentorId(), checkIn.hostId()).stream()
                .distinct()
                .toList();
    }

    private Map<String, String> names(CheckIn checkIn) {
        var mentorship = mentorship(checkIn);
        return Map.of(
                "mentee", people.firstName(mentorship.menteeId()), "mentor", people.firstName(mentorship.mentorId()));
    }

    private Mentorship mentorship(CheckIn checkIn) {
        return mentorships.byId(checkIn.mentorshipId());
    }

    private CheckIn byId(String checkInId) {
        return table.findById(checkInId).orElseThrow();
    }

    private static CheckInMeeting meeting(CheckIn checkIn) {
        return Objects.requireNonNull(checkIn.meeting());
    }

    private static CheckInPlan plan(CheckIn checkIn) {
        return Objects.requireNonNull(checkIn.plan());
    }

    /** A check-in under way, as forms show it; dates are ISO text, what is not known yet is empty. */
    public record Progress(
            String mentee,
            String menteeFirstName,
            String mentor,
            String mentorFirstName,
            String hostFirstName,
            String hostTimeZone,
            String menteeTimeZone,
            String beganOn,
            String dueOn,
            String meetingWhen,
            String meetingPlace) {}

    /** What was agreed in a meeting, as forms show it; all empty when there was none. */
    public record Agreement(
            String heldOn, String plans, String support, String channel, String contactEvery, String menteeRemark) {

        private static Agreement of(@Nullable CheckInPlan plan) {
            return plan == null
                    ? new Agreement("", "", "", "", "", "")
                    : new Agreement(
                            plan.heldOn().toString(),
                            plan.plans(),
                            plan.support(),
                            plan.channel(),
                            plan.contactEvery(),
                            plan.menteeRemark());
        }
    }
}
