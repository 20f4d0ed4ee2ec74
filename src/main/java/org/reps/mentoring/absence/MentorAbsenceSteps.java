package org.reps.mentoring.absence;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.absence.Absence.State;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.cases.PausedTasks;
import org.reps.mentoring.engine.cases.TaskAnswered;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/mentor-absence.bpmn} asks of the application, and how other processes learn that a mentor is away
 * (SOP: absences). Whatever happens to an absence happens under a lock on its mentor. Expressions hand over an empty
 * text where a form got no answer.
 */
@Component("absences")
@Transactional
public class MentorAbsenceSteps {

    /** What the form answers when nobody is to cover; no user id looks like this. */
    private static final String NO_ONE = "no-one";

    private final AbsenceTable table;
    private final MentorAbsenceProcess process;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final PausedTasks pausedTasks;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final MentoringRules rules;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MentorAbsenceSteps(
            AbsenceTable table,
            MentorAbsenceProcess process,
            Mentors mentors,
            Mentorships mentorships,
            PausedTasks pausedTasks,
            Council council,
            People people,
            Notices notices,
            MentoringRules rules,
            Clock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.process = process;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.pausedTasks = pausedTasks;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.rules = rules;
        this.clock = clock;
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
        var mentor = lock(mentorId)
                .filter(MentorAbsenceSteps::isThere)
                .orElseThrow(() -> new Refusal("You are not a mentor at the moment, so nobody waits for you here."));
        if (from.isBefore(today(mentor))) {
            throw new Refusal("Away from: please give today or a day that is still to come.");
        }
        if (until.isBefore(from)) {
            throw new Refusal("Away until: this is before the first day.");
        }
        requirePossible(mentor, until);
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
        requirePossible(lock(mentorId).orElseThrow(), until);
    }

    /** The mentor is away from today until that day; does nothing where an absence is open already. */
    public void start(String mentorId, LocalDate until) {
        var mentor = lock(mentorId).orElseThrow();
        if (table.findByOpenMentor(mentorId).isPresent()) {
            return;
        }
        // Here and where the mentor is, it may be another day, and a day that was named has perhaps passed meanwhile.
        var from = Stream.of(today(), today(mentor), until).min(naturalOrder()).orElseThrow();
        var absence = open(mentor, from, until, "");
        process.start(mentorId, absence.id());
    }

    private void requirePossible(Mentor mentor, LocalDate until) {
        var today = today(mentor);
        if (until.isBefore(today)) {
            throw new Refusal("Away until: please give a day that is still to come.");
        }
        table.findByOpenMentor(mentor.id()).ifPresent(open -> {
            throw new Refusal("You have announced already that you are away from " + open.awayFrom() + " until "
                    + open.awayUntil() + ". To change that, please end it first: you find it among your tasks.");
        });
    }

    private Absence open(Mentor mentor, LocalDate from, LocalDate until, String message) {
        var absence = table.save(Absence.announced(mentor.id(), from, until, message, today()));
        loseCover(mentor.id(), from, until);
        // From a day that has come the mentor is away at once, whatever else there is to do.
        return isFirstDayCome(absence) ? away(absence) : absence;
    }

    // --- the days

    /** Whether the first day has come where the mentor lives. */
    @Transactional(readOnly = true)
    public boolean isFirstDayCome(String absenceId) {
        return isFirstDayCome(get(absenceId));
    }

    /** When the first day begins where the mentor lives, as ISO text. */
    @Transactional(readOnly = true)
    public String firstDay(String absenceId) {
        var absence = get(absenceId);
        return beginOf(absence.awayFrom(), absence).toString();
    }

    /** When the last day begins where the mentor lives, as ISO text. */
    @Transactional(readOnly = true)
    public String lastDay(String absenceId) {
        var absence = get(absenceId);
        return beginOf(absence.awayUntil(), absence).toString();
    }

    /** When the last day is over where the mentor lives, as ISO text. */
    @Transactional(readOnly = true)
    public String end(String absenceId) {
        return endOf(get(absenceId)).toString();
    }

    // --- the absence

    /** The mentor does not go away after all. */
    public void callOff(String absenceId) {
        var absence = lockAbsence(absenceId);
        if (absence.isOpen()) {
            table.save(absence.end(State.CALLED_OFF, today()));
            tellWhoKnows(absence, "absence-called-off");
        }
    }

    /** The mentor is away, their own tasks wait, and the mentees know of it. */
    public void begin(String absenceId) {
        var absence = lockAbsence(absenceId);
        if (absence.isOpen()) {
            pausedTasks.pause(absence.mentorId(), endOf(absence));
            table.save(tell(away(absence)));
        }
    }

    /** Tells the mentor that tomorrow they are back. */
    public void tellBackTomorrow(String absenceId) {
        notices.tell(get(absenceId).mentorId(), "absence-ends-tomorrow", absenceId, Map.of());
    }

    /** The mentor is there again, earlier than announced or as announced. */
    public void back(String absenceId) {
        var absence = lockAbsence(absenceId);
        if (!absence.isOpen()) {
            return;
        }
        if (!comeBack(absence)) {
            notices.tell(absence.mentorId(), "absence-over", absenceId, Map.of());
        }
        tellWhoKnows(absence, "mentor-back");
    }

    /** The operator has deleted the case: nothing of it may stand in the way of another one. */
    @EventListener(condition = "#deleted.process() == 'mentor-absence'")
    void forget(CaseDeleted deleted) {
        table.findByOpenMentor(deleted.subject()).ifPresent(open -> {
            if (open.state() == State.AWAY) {
                comeBack(open);
            } else {
                table.save(open.end(State.CALLED_OFF, today()));
            }
        });
    }

    /** Whether it is earlier than announced. */
    private boolean comeBack(Absence absence) {
        var early = clock.instant().isBefore(endOf(absence));
        var mentor = mentors.findById(absence.mentorId()).orElseThrow();
        if (isThere(mentor)) {
            mentors.save(early ? mentor.becoming(Mentor.Status.ACTIVE) : mentor.back());
        }
        pausedTasks.resume(absence.mentorId());
        table.save(absence.end(State.BACK, today()));
        return early;
    }

    private Absence away(Absence absence) {
        var mentor = mentors.findById(absence.mentorId()).orElseThrow();
        if (isThere(mentor)) {
            mentors.save(mentor.away(absence.awayFrom(), absence.awayUntil(), absence.cover()));
        }
        return table.save(absence.begun());
    }

    // --- the cover

    /** The mentors who are there all the time, and at last nobody. */
    public List<Option> coverOptions(String absenceId) {
        var options = new ArrayList<>(people.options(possibleCovers(get(absenceId))));
        options.add(new Option("Nobody, the contacts of the council help them", NO_ONE));
        return options;
    }

    /**
     * Checks whom the mentor chose, in case something has changed since they were offered.
     *
     * @throws Refusal when this mentor cannot cover any more
     */
    public void noteChoice(String absenceId, String coverId) {
        var absence = lockAbsence(absenceId);
        if (!coverId.equals(NO_ONE) && !possibleCovers(absence).contains(coverId)) {
            throw new Refusal(people.firstName(coverId)
                    + " cannot cover for you any more. Please refresh the page and choose somebody else.");
        }
    }

    /**
     * Keeps what the mentor answered who was asked to cover.
     *
     * @param answer {@code yes} or {@code no}
     * @throws Refusal when they agree but are not there all the time
     */
    public void noteCoverAnswer(String absenceId, String coverId, String answer) {
        var absence = lockAbsence(absenceId);
        if (!Choice.is(answer, "yes", "no")) {
            return;
        }
        if (!possibleCovers(absence).contains(coverId)) {
            throw new Refusal("You are not there all that time yourself. Please answer no; somebody else is asked.");
        }
        var covered = table.save(absence.coveredBy(coverId));
        if (covered.state() == State.AWAY) {
            away(covered);
        }
    }

    /** Keeps that a mentor who was asked does not cover. */
    public void noteCannotCover(String absenceId, String coverId) {
        table.save(lockAbsence(absenceId).notCoveredBy(coverId));
    }

    /** Whether somebody had agreed to cover and cannot any more, and this was not told yet. */
    @Transactional(readOnly = true)
    public boolean isCoverLost(String absenceId) {
        return get(absenceId).coverLost();
    }

    /** Tells mentees and contacts that the cover is lost. */
    public void tellCoverLost(String absenceId) {
        table.save(tell(lockAbsence(absenceId).lossTold()));
    }

    private Collection<String> possibleCovers(Absence absence) {
        var away = table.findByOpenMentorIsNotNull().stream()
                .filter(other -> other.overlaps(absence.awayFrom(), absence.awayUntil()))
                .map(Absence::mentorId)
                .collect(toCollection(TreeSet::new));
        return mentors.findAll().stream()
                .filter(mentor -> isThere(mentor)
                        && !mentor.isResigning()
                        && !mentor.isAwayBetween(absence.awayFrom(), absence.awayUntil())
                        && !mentor.id().equals(absence.mentorId())
                        && !away.contains(mentor.id())
                        && !absence.cannotCover().contains(mentor.id()))
                .map(Mentor::id)
                .sorted()
                .toList();
    }

    /** Whoever goes away or leaves cannot cover others on these days. */
    private void loseCover(String coverId, LocalDate from, LocalDate until) {
        for (var covered : table.findByCoverAndOpenMentorIsNotNull(coverId)) {
            if (covered.overlaps(from, until)) {
                var absence = table.save(lockAbsence(covered.id()).notCoveredBy(coverId));
                if (absence.state() == State.AWAY) {
                    away(absence);
                }
                process.coverLost(absence.mentorId());
            }
        }
    }

    /** A mentor who resigns or is found to be inactive is not away any more, and covers for nobody. */
    void gone(String mentorId) {
        table.findByOpenMentor(mentorId).ifPresent(absence -> {
            table.save(absence.end(State.GONE, today()));
            process.mentorGone(mentorId);
        });
        endCovering(mentorId);
    }

    /** A mentor who leaves covers for nobody any more; those who relied on it are told, and the mentors asked again. */
    public void endCovering(String coverId) {
        loseCover(coverId, LocalDate.MIN, LocalDate.MAX);
    }

    // --- a long absence

    /** Whether it is longer than the {@linkplain MentoringRules#longestAbsence() longest} that needs no plan. */
    @Transactional(readOnly = true)
    public boolean isLong(String absenceId) {
        return get(absenceId).isLongerThan(rules.longestAbsence());
    }

    /** Who cannot make a plan for it: the mentor, their mentees and their cover. */
    @Transactional(readOnly = true)
    public List<String> partOfIt(String absenceId) {
        var absence = get(absenceId);
        var partOfIt = new ArrayList<>(mentorships.menteesOf(absence.mentorId()));
        partOfIt.add(absence.mentorId());
        if (absence.cover() != null) {
            partOfIt.add(absence.cover());
        }
        return partOfIt;
    }

    /** The mentees who can get another mentor. */
    public List<Option> menteeOptions(String absenceId) {
        return people.options(mentorships.menteesOf(get(absenceId).mentorId()));
    }

    /**
     * Checks who planned.
     *
     * @param reassign user ids of mentees who are to get another mentor
     * @return these mentees
     * @throws Refusal when this person is part of the case
     */
    public List<String> notePlan(String absenceId, String plannerId, @Nullable Collection<String> reassign) {
        if (partOfIt(absenceId).contains(plannerId)) {
            throw new Refusal("You are part of this case; somebody else of the council has to plan it.");
        }
        // A class that can be read back: the engine stores its name with the variable.
        return reassign == null ? new ArrayList<>() : new ArrayList<>(reassign);
    }

    /** Those of the chosen mentees whom the mentor still guides. */
    @Transactional(readOnly = true)
    public List<String> reassigned(String absenceId, Collection<String> reassign) {
        return mentorships.menteesOf(get(absenceId).mentorId()).stream()
                .filter(reassign::contains)
                .toList();
    }

    // --- what people read

    /** Tells the mentees whom to turn to, unless they know. */
    public void tellMentees(String absenceId) {
        table.save(tell(lockAbsence(absenceId)));
    }

    /** The absence, as forms show it. */
    public Shown shown(String absenceId) {
        var absence = get(absenceId);
        return new Shown(
                people.name(absence.mentorId()),
                people.firstName(absence.mentorId()),
                absence.awayFrom().toString(),
                absence.awayUntil().toString(),
                absence.cover() == null ? "" : people.name(absence.cover()),
                names(absence.cannotCover()),
                names(mentorships.menteesOf(absence.mentorId())));
    }

    private Absence tell(Absence absence) {
        if (!absence.isOpen() || absence.isKnown()) {
            return absence;
        }
        var mentees = mentorships.menteesOf(absence.mentorId());
        var cover = absence.cover();
        var values = new HashMap<String, @Nullable Object>();
        values.put("mentor", people.name(absence.mentorId()));
        values.put("from", absence.awayFrom());
        values.put("until", absence.awayUntil());
        values.put("cover", cover == null ? "" : people.name(cover));
        values.put("message", inOneParagraph(absence.message()));
        // Perhaps several times on one day, where covers change.
        var occasion = absence.id() + ":" + absence.version();
        for (var mentee : mentees) {
            notices.tell(mentee, cover == null ? "absence-not-covered" : "absence-covered", occasion, values);
        }
        if (cover == null && !mentees.isEmpty()) {
            values.put("mentees", names(mentees));
            for (var contact : council.contacts()) {
                if (!contact.equals(absence.mentorId())) {
                    notices.tell(contact, "absence-contact", occasion, values);
                }
            }
        }
        return absence.told();
    }

    /** Tells the cover, and the mentees if they were told of the absence, that there is none any more. */
    private void tellWhoKnows(Absence absence, String notice) {
        var who = new TreeSet<String>();
        if (absence.menteesTold()) {
            who.addAll(mentorships.menteesOf(absence.mentorId()));
        }
        if (absence.cover() != null) {
            who.add(absence.cover());
        }
        who.forEach(recipient ->
                notices.tell(recipient, notice, absence.id(), Map.of("mentor", people.name(absence.mentorId()))));
    }

    /** A paragraph of its own could look as if the programme, not the mentor, had written it. */
    private static String inOneParagraph(String text) {
        return text.strip().replaceAll("(\\s*\\R)+\\s*", "\n");
    }

    private String names(Collection<String> userIds) {
        return String.join(", ", userIds.stream().map(people::name).sorted().toList());
    }

    private static boolean isThere(Mentor mentor) {
        return mentor.status() == Mentor.Status.ACTIVE || mentor.status() == Mentor.Status.AWAY;
    }

    private boolean isFirstDayCome(Absence absence) {
        return !clock.instant().isBefore(beginOf(absence.awayFrom(), absence)) || !today().isBefore(absence.awayFrom());
    }

    private Instant endOf(Absence absence) {
        return beginOf(absence.awayUntil().plusDays(1), absence);
    }

    private Instant beginOf(LocalDate day, Absence absence) {
        return day.atStartOfDay(zone(absence.mentorId())).toInstant();
    }

    private ZoneId zone(String mentorId) {
        return mentors.findById(mentorId).orElseThrow().zone();
    }

    private Optional<Mentor> lock(String mentorId) {
        return mentors.findByIdInOrderById(List.of(mentorId)).stream().findFirst();
    }

    private Absence lockAbsence(String absenceId) {
        lock(get(absenceId).mentorId());
        return get(absenceId);
    }

    private Absence get(String absenceId) {
        return table.findById(absenceId).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate today(Mentor mentor) {
        return LocalDate.now(clock.withZone(mentor.zone()));
    }

    /**
     * An absence, as forms show it.
     *
     * @param awayFrom ISO date
     * @param awayUntil ISO date
     * @param cover their name, empty as long as nobody covers
     * @param cannotCover the names of those who cannot
     * @param mentees their names
     */
    public record Shown(
            String mentor,
            String mentorFirstName,
            String awayFrom,
            String awayUntil,
            String cover,
            String cannotCover,
            String mentees) {}
}
