package org.reps.mentoring.inactivity;

import static java.util.stream.Collectors.groupingBy;
import static org.reps.mentoring.inactivity.Inactivity.Outcome.ACTIVE;
import static org.reps.mentoring.inactivity.Inactivity.Outcome.AWAY;
import static org.reps.mentoring.inactivity.Inactivity.Outcome.INACTIVE;
import static org.reps.mentoring.inactivity.Inactivity.Outcome.STEPS_DOWN;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reps.mentoring.absence.MentorAbsenceSteps;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.inactivity.InactivityReport.Source;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.WentLive;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/mentor-inactivity.bpmn} asks of the application, and how other processes report a mentor who does
 * not answer (SOP: nobody waits for a silent mentor). Whatever happens to a case happens under a lock on its mentor, so
 * that several reports at once become one case. Expressions hand over an empty text where a form got no answer.
 */
@Component("inactivity")
@Transactional
public class MentorInactivitySteps {

    private static final int AT_ONCE = 100;

    private final Inactivities inactivities;
    private final MentorInactivityProcess asking;
    private final MentorAbsenceSteps absences;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final OpenTasks tasks;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final WentLive wentLive;
    private final Days days;

    MentorInactivitySteps(
            Inactivities inactivities,
            MentorInactivityProcess asking,
            MentorAbsenceSteps absences,
            Mentors mentors,
            Mentorships mentorships,
            OpenTasks tasks,
            People people,
            Notices notices,
            MentoringRules rules,
            WentLive wentLive,
            Days days) {
        this.inactivities = inactivities;
        this.asking = asking;
        this.absences = absences;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.tasks = tasks;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.wentLive = wentLive;
        this.days = days;
    }

    // --- somebody notices

    /**
     * Reports a mentor who does not answer: they are asked whether they are still there, unless that is happening
     * already; then the report counts there. Whoever waits for {@code mentor-inactivity-settled} from the same
     * transaction on hears of the end in any case, because a case ends under the lock that is taken here.
     *
     * @param source who or what noticed: {@code rep}, {@code contact}, {@code round} or {@code check-in}
     */
    public void report(String mentorId, String source) {
        mentors.lock(mentorId);
        if (!joins(mentorId, Source.of(source))) {
            inactivities.save(Inactivity.begin(mentorId, Source.of(source), days.todayOf(mentorId)));
            asking.start(mentorId);
        }
    }

    /**
     * Reports the next mentors who have answered nothing for so long that somebody has to ask; what they answered
     * before the programme moved in here nobody knows, so it counts from that day. Several may do this at the same
     * time; nobody is reported twice.
     *
     * @return how many they were; 0 when nobody is left
     */
    public int reportSilent() {
        while (true) {
            var silent = silent();
            var locked = silent.isEmpty() ? silent : mentors.lockFree(silent, AT_ONCE);
            if (locked.isEmpty()) {
                return 0;
            }
            // After they were found and before they were locked, somebody else may have reported them, or they
            // answered.
            var still = new HashSet<>(silent());
            var reported = locked.stream()
                    .filter(still::contains)
                    .map(mentorId -> Inactivity.begin(mentorId, Source.ROUND, days.todayOf(mentorId)))
                    .toList();
            if (!reported.isEmpty()) {
                inactivities.saveAll(reported);
                reported.forEach(inactivity -> asking.start(inactivity.mentorId()));
                return reported.size();
            }
        }
    }

    /** Asked for each time zone, as it is another day there. */
    private List<String> silent() {
        var now = days.nowForMany();
        return mentors.serving().stream().collect(groupingBy(now.zones())).entrySet().stream()
                .flatMap(there ->
                        silent(LocalDate.ofInstant(now.moment(), there.getKey()), there.getKey(), there.getValue())
                                .stream())
                .sorted()
                .toList();
    }

    private List<String> silent(LocalDate today, ZoneId zone, List<String> mentorIds) {
        var quietSince = today.minus(rules.inactiveAfter());
        if (!wentLive.wasBefore(quietSince)) {
            return List.of();
        }
        // No statement can ask for what is in an empty list.
        var withTask = new HashSet<>(Set.of(""));
        withTask.addAll(
                tasks.waitingBefore(quietSince.plusDays(1).atStartOfDay(zone).toInstant()));
        return inactivities.silent(today, quietSince, withTask, mentorIds);
    }

    /**
     * The mentor a contact means.
     *
     * @param mentorId user id of whom they named
     * @throws Refusal when there is nobody to be asked
     */
    public String mentorNamed(String mentorId, String contactId) {
        var name = people.firstName(mentorId);
        var mentor =
                mentors.findById(mentorId).orElseThrow(() -> Refusal.at("silentMentor", name + " is not a mentor."));
        if (mentorId.equals(contactId)) {
            throw Refusal.at(
                    "silentMentor",
                    "You cannot report yourself. If it is too much for you, please tell another contact.");
        }
        if (!mentor.isServing()) {
            throw Refusal.at("silentMentor", name + " is not an active mentor any more.");
        }
        if (mentor.isAwayAt(days.now())) {
            throw Refusal.at(
                    "silentMentor", name + " is away until " + mentor.awayUntil() + "; please wait until then.");
        }
        if (mentorships.menteesOf(mentorId).isEmpty() && !tasks.has(mentorId)) {
            throw Refusal.at(
                    "silentMentor", "Nobody is waiting for " + name + ": there is no mentee and no open task.");
        }
        return mentorId;
    }

    /**
     * Reports a mentor on behalf of a contact.
     *
     * @return whether the mentor is being asked already
     */
    public boolean reportedByContact(String mentorId) {
        mentors.lock(mentorId);
        if (joins(mentorId, Source.CONTACT)) {
            return true;
        }
        inactivities.save(Inactivity.begin(mentorId, Source.CONTACT, days.todayOf(mentorId)));
        return false;
    }

    /** Whether an answer can be expected of the mentor today: they are neither away nor inactive nor gone. */
    @Transactional(readOnly = true)
    public boolean canBeAsked(String mentorId) {
        return mentors.findById(mentorId).orElseThrow().isActiveAt(days.now());
    }

    // --- it is over

    /** The operator has deleted the case: nothing of it may stand in the way of another one. */
    @EventListener(condition = "#deleted.process() == 'mentor-inactivity'")
    void forget(CaseDeleted deleted) {
        if (inactivities.existsByOpenMentor(deleted.subject())) {
            settle(deleted.subject());
        }
    }

    /** The mentor is there, or it is known why not, and the case is over; also before anybody was asked. */
    public void settle(String mentorId) {
        settle(mentorId, standing(mentors.lock(mentorId)));
    }

    /**
     * The mentor is away from today, which is a case of its own, and this one is over.
     *
     * @param awayUntil last day, ISO text
     */
    public void noteAbsence(String mentorId, String awayUntil) {
        mentors.lock(mentorId);
        absences.start(mentorId, LocalDate.parse(awayUntil));
        settle(mentorId, AWAY);
    }

    /** The mentor steps down, which is a case of its own, and this one is over. */
    public void noteSteppingDown(String mentorId) {
        mentors.lock(mentorId);
        settle(mentorId, STEPS_DOWN);
    }

    // --- the mentor does not answer

    /**
     * The mentor gets no new mentees, and the case is over, unless the mentor has answered at the last moment.
     *
     * @param stillThere what the mentor answered, empty when they have not
     */
    public void noteInactive(String mentorId, String stillThere) {
        if (!stillThere.isEmpty()) {
            return;
        }
        var mentor = mentors.lock(mentorId);
        if (!mentor.hasResigned()) {
            mentors.save(mentor.becoming(Mentor.Status.INACTIVE));
        }
        settle(mentorId, INACTIVE);
    }

    /** An inactive mentor can be asked for mentees again. */
    public void welcomeBack(String mentorId) {
        var mentor = mentors.lock(mentorId);
        if (mentor.status() == Mentor.Status.INACTIVE) {
            mentors.save(mentor.becoming(Mentor.Status.ACTIVE));
        }
    }

    // --- what the mentor is told

    /**
     * Tells the mentor.
     *
     * @param notice name of the mail's template
     */
    public void tell(String mentorId, String notice) {
        notices.tell(mentorId, notice, mentorId, Map.of());
    }

    /** Reminds the mentor, as {@link #tell(String, String)}. */
    public void remind(String mentorId, String notice) {
        notices.remind(mentorId, notice, mentorId, Map.of());
    }

    /** Tells the mentor when their mentees get other mentors, and that a single answer stops it. */
    public void announce(String mentorId) {
        var then = days.todayOf(mentorId).plus(Period.parse(rules.inactivityNotice()));
        notices.tell(mentorId, "mentor-inactivity-announced", mentorId, Map.of("until", then));
    }

    private Inactivity.Outcome standing(Mentor mentor) {
        return switch (mentor.status()) {
            case RESIGNED -> STEPS_DOWN;
            case INACTIVE -> INACTIVE;
            case ACTIVE, AWAY -> mentor.isAwayAt(days.now()) ? AWAY : ACTIVE;
        };
    }

    private boolean joins(String mentorId, Source source) {
        var open = inactivities.findByOpenMentor(mentorId);
        open.ifPresent(joined ->
                inactivities.change(joined.id(), inactivity -> inactivity.reported(source, days.todayOf(mentorId))));
        return open.isPresent();
    }

    private void settle(String mentorId, Inactivity.Outcome outcome) {
        inactivities.change(
                inactivities.open(mentorId).id(), inactivity -> inactivity.settled(outcome, days.todayOf(mentorId)));
        asking.settled(mentorId, outcome);
    }
}
