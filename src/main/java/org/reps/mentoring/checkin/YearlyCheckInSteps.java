package org.reps.mentoring.checkin;

import static java.util.function.Predicate.not;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.tellperson.OneOfMany;
import org.reps.mentoring.tellperson.TellPersonProcess;
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
    private final OneOfMany oneOfMany;
    private final TellPersonProcess telling;
    private final Mentorships mentorships;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final SealedTexts texts;
    private final Days days;

    YearlyCheckInSteps(
            CheckInTable table,
            YearlyCheckInProcess process,
            OneOfMany oneOfMany,
            TellPersonProcess telling,
            Mentorships mentorships,
            People people,
            Notices notices,
            MentoringRules rules,
            SealedTexts texts,
            Days days) {
        this.table = table;
        this.process = process;
        this.oneOfMany = oneOfMany;
        this.telling = telling;
        this.mentorships = mentorships;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.texts = texts;
        this.days = days;
    }

    /**
     * Starts the check-ins that are due, at most a hundred at a time. Of two rounds at once the second finds nothing
     * left to do. One that cannot be started stops no other; it is tried again in a case of its own, and by each round
     * after all others.
     *
     * @return how many were started, or have a case of their own now; when it is none, there is nothing left
     */
    public int startDue() {
        var by = dueBy();
        var failed = telling.checkIns();
        // More than those that have failed, or else the others would never have their turn.
        var due = table.due(by, yearBefore(by), days.ofProgramme(), BATCH + failed.size());
        var others = due.stream().filter(not(failed::contains)).limit(BATCH).toList();
        if (others.isEmpty()) {
            return (int) startable(by, due).stream().filter(this::isStarted).count();
        }
        var next = startable(by, others);
        next.stream().filter(mentorshipId -> !isStarted(mentorshipId)).forEach(telling::checkIn);
        return next.size();
    }

    private boolean isStarted(String mentorshipId) {
        return oneOfMany.isDone(() -> start(mentorshipId));
    }

    /** Starts the check-in of this mentorship, which a round could not; nothing if it is not due any more. */
    public void startFor(String mentorshipId) {
        startable(dueBy(), List.of(mentorshipId)).forEach(this::start);
    }

    /** Those that are due, locked. What was asked before the lock is older than it. */
    private List<String> startable(LocalDate by, List<String> mentorshipIds) {
        var due = mentorships.lockEndingBy(by, mentorshipIds);
        var started = due.isEmpty() ? Set.of() : Set.copyOf(table.withCheckIn(due, yearBefore(by)));
        return due.stream().filter(not(started::contains)).toList();
    }

    private LocalDate dueBy() {
        return days.ofProgramme().plus(rules.checkInDueBefore());
    }

    private LocalDate yearBefore(LocalDate by) {
        return by.minus(rules.commitment());
    }

    private void start(String mentorshipId) {
        var mentorship = mentorships.byId(mentorshipId);
        var dueOn = anniversary(mentorship);
        var inTime = dueBy();
        var checkIn = table.save(CheckIn.due(
                UUID.randomUUID().toString(),
                mentorshipId,
                dueOn,
                dueOn.isBefore(inTime) ? inTime : dueOn,
                mentorship.mentorId()));
        process.start(checkIn.id(), mentorship);
    }

    /** The end of the commitment; where it was not extended the year before, the anniversary a year later. */
    private LocalDate anniversary(Mentorship mentorship) {
        var day = mentorship.committedUntil();
        return table.findByMentorshipIdOrderByDueOnDesc(mentorship.id()).stream()
                // When those before the programme moved in were due says nothing of the next one.
                .filter(not(CheckIn::isFromBefore))
                .findFirst()
                .map(last -> mentorship.anniversary(last.dueOn().plus(rules.commitment()), rules.commitment()))
                .filter(day::isBefore)
                .orElse(day);
    }

    /** User id of who holds the meeting: the mentor, or somebody who covers for them. */
    @Transactional(readOnly = true)
    public String host(String checkInId) {
        return table.get(checkInId).hostId();
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
        if (Choice.is(answer, "correct", "right", "differs")) {
            table.change(checkInId, checkIn -> checkIn.remarked(remark));
            return;
        }
        var continues = Choice.is(wish, "continue", "change");
        var confirmed = table.change(checkInId, checkIn -> checkIn.confirmed(remark, continues));
        var plan = confirmed.agreed();
        mentorships.keepInTouch(confirmed.mentorshipId(), plan.channel(), plan.contactEvery());
        mentorships.haveTalked(confirmed.mentorshipId(), plan.heldOn());
    }

    /** Whether the mentee has asked for a correction before; it is asked for once. */
    @Transactional(readOnly = true)
    public boolean isCorrectionAsked(String checkInId) {
        return table.get(checkInId).isCorrectionAsked();
    }

    /** Corrects what was recorded; an empty text leaves it as it is. */
    public void correct(String checkInId, String plans, String support, String channel, String contactEvery) {
        table.change(checkInId, checkIn -> checkIn.corrected(plans, support, channel, contactEvery));
    }

    /** Whether both go on; a mentor for whom somebody else held the meeting was not asked and has not said no. */
    @Transactional(readOnly = true)
    public boolean bothContinue(String checkInId) {
        return table.get(checkInId).bothContinue();
    }

    /** Extends the commitment. */
    public void extend(String checkInId) {
        mentorships.extend(table.change(checkInId, CheckIn::extended).mentorshipId());
    }

    /** Notes that the mentor is going to change, and forgets who wished it. */
    public void noteChange(String checkInId) {
        table.change(checkInId, CheckIn::changing);
    }

    /** Keeps why a contact drops the check-in, as a reference to a sealed text; an empty one keeps nothing. */
    public void noteDropping(String checkInId, String reason) {
        if (!reason.isEmpty()) {
            var place = Place.forCouncil("check_in:" + checkInId, "dropReason");
            var kept = texts.keep(reason, "dropReason", place);
            table.change(checkInId, checkIn -> checkIn.noting(kept));
        }
    }

    /** Ends the check-in without a result; the mentorship goes on as it is. */
    public void drop(String checkInId) {
        table.change(checkInId, CheckIn::dropped);
    }

    /** The operator has deleted the case: the next one is due in a year. */
    @EventListener(condition = "#deleted.process() == 'yearly-check-in'")
    void forget(CaseDeleted deleted) {
        table.findByMentorshipIdOrderByDueOnDesc(deleted.subject()).stream()
                .filter(checkIn -> checkIn.outcome() == null)
                .forEach(open -> drop(open.id()));
    }

    /**
     * Reminds whoever holds the meeting.
     *
     * @param notice name of the mail's template
     */
    public void remindHost(String checkInId, String notice) {
        var checkIn = table.get(checkInId);
        var mentorship = mentorship(checkIn);
        notices.remindOf(mentorship.menteeId(), checkIn.hostId(), notice, checkInId, names(mentorship));
    }

    /** Reminds the mentee, as {@link #remindHost(String, String)}. */
    public void remindMentee(String checkInId, String notice) {
        var checkIn = table.get(checkInId);
        var mentorship = mentorship(checkIn);
        notices.remindOf(checkIn.hostId(), mentorship.menteeId(), notice, checkInId, names(mentorship));
    }

    /** Tells both until when their mentorship goes on, and thanks them. */
    public void tellExtended(String checkInId) {
        var mentorship = mentorship(table.get(checkInId));
        var values = new HashMap<String, Object>(names(mentorship));
        values.put("until", mentorship.committedUntil());
        var mentorId = mentorship.mentorId();
        notices.tellOf(mentorId, mentorship.menteeId(), "check-in-extended-mentee", checkInId, values);
        notices.tellOf(mentorship.menteeId(), mentorId, "check-in-extended-mentor", checkInId, values);
    }

    private Map<String, String> names(Mentorship mentorship) {
        return Map.of(
                "mentee", people.firstName(mentorship.menteeId()), "mentor", people.firstName(mentorship.mentorId()));
    }

    private Mentorship mentorship(CheckIn checkIn) {
        return mentorships.byId(checkIn.mentorshipId());
    }
}
