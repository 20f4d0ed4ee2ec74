package org.reps.mentoring.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.cases.PausedTasks;
import org.reps.mentoring.engine.cases.TaskAnswered;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/mentor-absence.bpmn} asks of the application, and how other processes learn that a mentor is away
 * (SOP: absences). Expressions hand over an empty text where a form got no answer.
 */
@Component("absences")
@Transactional
public class MentorAbsenceSteps {

    private final AbsenceTable table;
    private final MentorAbsenceProcess process;
    private final MentorsAway away;
    private final CoverSteps covering;
    private final AbsenceNotices told;
    private final Mentorships mentorships;
    private final Council council;
    private final PausedTasks pausedTasks;
    private final Notices notices;
    private final MentoringRules rules;
    private final Days days;
    private final ApplicationEventPublisher events;

    MentorAbsenceSteps(
            AbsenceTable table,
            MentorAbsenceProcess process,
            MentorsAway away,
            CoverSteps covering,
            AbsenceNotices told,
            Mentorships mentorships,
            Council council,
            PausedTasks pausedTasks,
            Notices notices,
            MentoringRules rules,
            Days days,
            ApplicationEventPublisher events) {
        this.table = table;
        this.process = process;
        this.away = away;
        this.covering = covering;
        this.told = told;
        this.mentorships = mentorships;
        this.council = council;
        this.pausedTasks = pausedTasks;
        this.notices = notices;
        this.rules = rules;
        this.days = days;
        this.events = events;
    }

    // --- how it begins

    /**
     * Announces that a mentor will be away.
     *
     * @param awayFrom first day, ISO text
     * @param awayUntil last day, ISO text
     * @param message to the mentees; may be empty
     * @return the absence's id
     * @throws Refusal when this is no active mentor, an absence is open already, or the days make no sense
     */
    public String announce(String mentorId, String awayFrom, String awayUntil, String message) {
        var from = LocalDate.parse(awayFrom);
        var until = LocalDate.parse(awayUntil);
        var mentor = away.lock(mentorId)
                .filter(Mentor::isServing)
                .orElseThrow(() -> new Refusal("You are not a mentor at the moment, so nobody waits for you here."));
        Absence.requirePossible(from, until, today(mentor));
        requireNoneOpen(mentorId);
        var absence = open(mentor, from, until, message);
        // Whoever announces an absence is there now.
        events.publishEvent(new TaskAnswered(mentorId, "Event_AbsenceAnnounced"));
        return absence.id();
    }

    /**
     * Whether a mentor can be away from today until that day.
     *
     * @throws Refusal when an absence is open already, or the day makes no sense
     */
    public void check(String mentorId, LocalDate until) {
        var today = today(away.lock(mentorId).orElseThrow());
        Days.toCome("awayUntil", "Away until", until, today);
        Absence.requirePossible(today, until, today);
        requireNoneOpen(mentorId);
    }

    /** The mentor is away from today until that day; does nothing where an absence is open already. */
    public void start(String mentorId, LocalDate until) {
        var mentor = away.lock(mentorId).orElseThrow();
        if (table.findByOpenMentor(mentorId).isPresent()) {
            return;
        }
        // The day that was named has perhaps passed meanwhile.
        var today = today(mentor);
        var from = until.isBefore(today) ? until : today;
        var absence = open(mentor, from, until, "");
        process.start(mentorId, absence.id());
    }

    private void requireNoneOpen(String mentorId) {
        table.findByOpenMentor(mentorId).ifPresent(open -> {
            throw new Refusal("You have announced already that you are away from " + open.awayFrom() + " until "
                    + open.awayUntil() + ". To change that, please end it first: you find it among your tasks.");
        });
    }

    private Absence open(Mentor mentor, LocalDate from, LocalDate until, String message) {
        var absence = table.save(Absence.announced(mentor.id(), from, until, message, today(mentor)));
        covering.end(mentor.id(), absence);
        // From a day that has come the mentor is away at once, whatever else there is to do.
        return away.isFirstDayCome(absence) ? table.save(away.away(absence)) : absence;
    }

    // --- the days

    /** Whether the first day has come where the mentor lives. */
    @Transactional(readOnly = true)
    public boolean isFirstDayCome(String absenceId) {
        return away.isFirstDayCome(table.get(absenceId));
    }

    /** When the first day begins where the mentor lives, as ISO text. */
    @Transactional(readOnly = true)
    public String firstDay(String absenceId) {
        return away.firstDay(table.get(absenceId)).toString();
    }

    /** When the last day begins where the mentor lives, as ISO text. */
    @Transactional(readOnly = true)
    public String lastDay(String absenceId) {
        return away.lastDay(table.get(absenceId)).toString();
    }

    /** When the last day is over where the mentor lives, as ISO text. */
    @Transactional(readOnly = true)
    public String end(String absenceId) {
        return away.end(table.get(absenceId)).toString();
    }

    // --- the absence

    /** The mentor does not go away after all. */
    public void callOff(String absenceId) {
        away.changeOpen(absenceId, absence -> {
            told.tellWhoKnows(absence, "absence-called-off");
            return absence.calledOff(days.todayOf(absence.mentorId()));
        });
    }

    /** The mentor is away, their own tasks wait, and the mentees know of it. */
    public void begin(String absenceId) {
        away.changeOpen(absenceId, absence -> {
            pausedTasks.pause(absence.mentorId(), away.end(absence));
            return told.tellWhomToTurnTo(away.away(absence));
        });
    }

    /** Tells the mentor something that needs no more words than the template has. */
    public void tell(String absenceId, String notice) {
        notices.tell(table.get(absenceId).mentorId(), notice, absenceId, Map.of());
    }

    /** The mentor is there again, earlier than announced or as announced. */
    public void back(String absenceId) {
        away.changeOpen(absenceId, absence -> {
            if (!away.isEarly(absence)) {
                notices.tell(absence.mentorId(), "absence-over", absenceId, Map.of());
            }
            told.tellWhoKnows(absence, "mentor-back");
            return comeBack(absence);
        });
    }

    /** The operator has deleted the case: nothing of it may stand in the way of another one. */
    @EventListener(condition = "#deleted.process() == 'mentor-absence'")
    void forget(CaseDeleted deleted) {
        table.findByOpenMentor(deleted.subject())
                .ifPresent(open ->
                        table.save(open.isAway() ? comeBack(open) : open.calledOff(days.todayOf(open.mentorId()))));
    }

    private Absence comeBack(Absence absence) {
        pausedTasks.resume(absence.mentorId());
        return away.back(absence);
    }

    /** Tells the mentees whom to turn to, unless they know. */
    public void tellMentees(String absenceId) {
        away.changeOpen(absenceId, told::tellWhomToTurnTo);
    }

    /** A mentor who resigns or is found to be inactive is not away any more, and covers for nobody. */
    void gone(String mentorId) {
        table.findByOpenMentor(mentorId).ifPresent(absence -> {
            table.save(absence.gone(days.todayOf(mentorId)));
            process.mentorGone(mentorId);
        });
        covering.end(mentorId);
    }

    private LocalDate today(Mentor mentor) {
        return days.todayOf(mentor.id());
    }

    // --- a long absence

    /** Whether it is longer than the {@linkplain MentoringRules#longestAbsence() longest} that needs no plan. */
    @Transactional(readOnly = true)
    public boolean isLong(String absenceId) {
        return table.get(absenceId).isLongerThan(rules.longestAbsence());
    }

    /** Who cannot make a plan for it: the mentor, their mentees and their cover. */
    @Transactional(readOnly = true)
    public List<String> partOfIt(String absenceId) {
        var absence = table.get(absenceId);
        var partOfIt = new ArrayList<>(mentorships.menteesOf(absence.mentorId()));
        partOfIt.add(absence.mentorId());
        if (absence.cover() != null) {
            partOfIt.add(absence.cover());
        }
        return partOfIt;
    }

    /**
     * Checks who planned.
     *
     * @param reassign user ids of mentees who are to get another mentor
     * @return these mentees
     * @throws Refusal when this person is part of the case, or not in the council
     */
    public List<String> notePlan(String absenceId, String plannerId, @Nullable Collection<String> reassign) {
        council.requireImpartial(plannerId, partOfIt(absenceId));
        // A class that can be read back: the engine stores its name with the variable.
        return reassign == null ? new ArrayList<>() : new ArrayList<>(reassign);
    }

    /** Those of the chosen mentees whom the mentor still guides. */
    @Transactional(readOnly = true)
    public List<String> reassigned(String absenceId, Collection<String> reassign) {
        return mentorships.menteesOf(table.get(absenceId).mentorId()).stream()
                .filter(reassign::contains)
                .toList();
    }
}
