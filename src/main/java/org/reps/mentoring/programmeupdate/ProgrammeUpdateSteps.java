package org.reps.mentoring.programmeupdate;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.programmeupdate.PassingOn.Answer;
import org.reps.mentoring.programmeupdate.UpdateRecipient.Way;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.HttpsAddress;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.tellperson.TellPersonProcess;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/programme-update.bpmn} asks of the application (SOP: mentors activities, passing on what the council
 * announces). Everybody in the group of reps is told: mentors are asked to pass news on, mentees hear it from their
 * mentor, and whoever does not is told directly. Expressions hand over an empty text where a form got no answer.
 */
@Component("updates")
@Transactional
public class ProgrammeUpdateSteps {

    /** So many that it is quick, and so few that one transaction stays small. */
    private static final int BATCH = 100;

    private final ProgrammeUpdates updates;
    private final PassingOns passingOns;
    private final UpdateRecipients recipients;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final People people;
    private final Notices notices;
    private final TellPersonProcess telling;
    private final TimeZones zones;
    private final Days days;
    private final Clock clock;

    ProgrammeUpdateSteps(
            ProgrammeUpdates updates,
            PassingOns passingOns,
            UpdateRecipients recipients,
            Mentors mentors,
            Mentorships mentorships,
            People people,
            Notices notices,
            TellPersonProcess telling,
            TimeZones zones,
            Days days,
            Clock clock) {
        this.updates = updates;
        this.passingOns = passingOns;
        this.recipients = recipients;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.people = people;
        this.notices = notices;
        this.telling = telling;
        this.zones = zones;
        this.days = days;
        this.clock = clock;
    }

    // --- how it begins

    /**
     * Keeps the news that somebody would like to tell everybody.
     *
     * @param link where more can be read; may be empty
     * @param passOnUntil ISO date
     * @return the update's id
     * @throws Refusal when the link leads nowhere safe, the day makes no sense, or the same news is on its way already
     */
    public String announce(String authorId, String title, String text, String link, String passOnUntil) {
        if (!link.isEmpty() && !HttpsAddress.is(link)) {
            throw Refusal.at(
                    "newsLink", "Link", "please give a whole address that begins with https://, or leave it empty.");
        }
        var until = LocalDate.parse(passOnUntil);
        if (!until.isAfter(days.todayOf(authorId))) {
            throw Refusal.at(
                    "passOnUntil",
                    "Pass on until",
                    "please give a day that is still to come, so that mentors have some time.");
        }
        var update = ProgrammeUpdate.announced(authorId, title, text, link, until, clock.instant());
        return updates.begin(update, onItsWay()).id();
    }

    /**
     * Makes sure that it can be told.
     *
     * @throws Refusal when news with this title is on its way already
     */
    @Transactional(readOnly = true)
    public void requireNew(String title) {
        if (updates.existsByOpenTitle(ProgrammeUpdate.openTitle(title))) {
            throw onItsWay();
        }
    }

    private static Refusal onItsWay() {
        return Refusal.at(
                "newsTitle",
                "Title",
                "news with this title is on its way already. If it has to be told"
                        + " anew, please withdraw it first, or choose another title.");
    }

    /**
     * Notes which mentors are asked to pass it on: those who are there today and have mentees.
     *
     * @return their user ids
     */
    public List<String> askMentors(String updateId) {
        var now = days.nowForMany();
        var active = mentors.findAll().stream()
                .filter(mentor -> mentor.isActiveAt(now))
                .map(Mentor::id)
                .toList();
        var asked = mentorships.guidedBy(active).entrySet().stream()
                .map(mentor -> PassingOn.asked(updateId, mentor.getKey(), mentor.getValue()))
                .toList();
        passingOns.saveAll(asked);
        // A class that can be read back: the engine stores its name with the variable.
        return new ArrayList<>(asked.stream().map(PassingOn::mentorId).sorted().toList());
    }

    // --- who is told directly

    /**
     * Tells the next of those who cannot hear it from a mentor: they have none, or one who is not asked.
     *
     * @return how many they were; 0 when nobody is left
     */
    public int tellUnguided(String updateId) {
        var guided = passingOns.findByUpdateId(updateId).stream()
                .flatMap(mentor -> mentor.mentees().stream())
                .collect(toSet());
        return tellNext(updateId, guided);
    }

    /**
     * Tells the next of those who have not heard it by now: because their mentor has not answered, or because they got
     * or lost a mentor meanwhile.
     *
     * @return how many they were; 0 when nobody is left
     */
    public int tellRest(String updateId) {
        return tellNext(updateId, Set.of());
    }

    private int tellNext(String updateId, Set<String> guided) {
        var asked = passingOns.findByUpdateId(updateId).stream()
                .map(PassingOn::mentorId)
                .collect(toSet());
        var settled = recipients.personIds(updateId);
        var next = people.in(Group.REPS).stream()
                .filter(rep -> !asked.contains(rep) && !settled.contains(rep) && !guided.contains(rep))
                .limit(BATCH)
                .toList();
        next.forEach(rep -> telling.programmeUpdate(rep, updateId));
        note(updateId, next, Way.BY_MAIL);
        return next.size();
    }

    /** Tells one rep by mail, unless the author has taken the news back meanwhile. */
    public void tell(String updateId, String repId) {
        var update = updates.get(updateId);
        if (!update.isWithdrawn()) {
            notices.tell(
                    repId,
                    "programme-update-direct",
                    updateId,
                    Map.of("newsTitle", update.title(), "news", update.text(), "newsLink", update.shownLink()));
        }
    }

    // --- the mentors

    /** When it should be passed on where its author lives, as ISO text. */
    @Transactional(readOnly = true)
    public String due(String updateId) {
        return dueFor(updateId, updates.get(updateId).authorId());
    }

    /** When it should be passed on where this person lives, as ISO text. */
    @Transactional(readOnly = true)
    public String dueFor(String updateId, String userId) {
        return updates.get(updateId).due(zones.of(userId)).toString();
    }

    /** When mentors are reminded, as ISO text. */
    @Transactional(readOnly = true)
    public String halfTime(String updateId) {
        return updates.get(updateId).halfTime().toString();
    }

    /** When nobody is waited for any longer, as ISO text. */
    @Transactional(readOnly = true)
    public String lastDayOver(String updateId) {
        return updates.get(updateId).lastDayOver().toString();
    }

    /** Reminds a mentor; not whoever has left or gone away meanwhile, nor whoever has nobody to tell any more. */
    public void remind(String updateId, String mentorId) {
        var update = updates.get(updateId);
        if (mentors.findById(mentorId).orElseThrow().isActiveAt(days.now())
                && !stillTheirs(passingOns.get(updateId, mentorId)).isEmpty()) {
            notices.remind(
                    mentorId,
                    "programme-update-reminder",
                    updateId,
                    Map.of("newsTitle", update.title(), "until", update.passOnUntil()));
        }
    }

    /**
     * Keeps what a mentor has done for those whom they were asked to tell.
     *
     * @param answer {@code passed-on} or {@code not-relevant}
     */
    public void noteAnswer(String updateId, String mentorId, String answer) {
        var passedOn = Choice.is(answer, "passed-on", "not-relevant");
        var asked = passingOns.get(updateId, mentorId);
        passingOns.change(asked.id(), passedOn ? PassingOn::passedOn : PassingOn::leftOut);
        note(updateId, stillTheirs(asked), passedOn ? Way.BY_MENTOR : Way.NOT_RELEVANT);
    }

    // --- how it ends

    /** The author takes it back; whoever has not heard it yet is not told any more. */
    public void withdraw(String updateId) {
        end(updateId, update -> update.withdrawn(days.ofProgramme()));
    }

    /** Tells the author what became of it, mentor by mentor. */
    public void tellAuthor(String updateId) {
        var update = updates.get(updateId);
        var asked = passingOns.findByUpdateId(updateId);
        var names = people.names(asked.stream().map(PassingOn::mentorId).toList());
        var coverage = new Coverage(asked, mentorId -> names.getOrDefault(mentorId, mentorId));
        notices.tell(
                update.authorId(),
                "programme-update-outcome",
                updateId,
                Map.of(
                        "newsTitle", update.title(),
                        "asked", asked.size(),
                        "passedOn", coverage.count(Answer.PASSED_ON),
                        "byMentor", recipients.countByUpdateIdAndWay(updateId, Way.BY_MENTOR),
                        "byMail", recipients.countByUpdateIdAndWay(updateId, Way.BY_MAIL),
                        "notRelevant", recipients.countByUpdateIdAndWay(updateId, Way.NOT_RELEVANT),
                        "silentMentors", coverage.list(null),
                        "otherMentors", coverage.list(Answer.NOT_RELEVANT),
                        "passingMentors", coverage.list(Answer.PASSED_ON)));
        end(updateId, it -> it.reachedAll(days.ofProgramme()));
    }

    /** The operator has deleted the case: the same news may be told anew. */
    @EventListener(condition = "#deleted.process() == 'programme-update'")
    void forget(CaseDeleted deleted) {
        withdraw(deleted.subject());
    }

    /** What has ended already stays as it is. */
    private void end(String updateId, UnaryOperator<ProgrammeUpdate> end) {
        updates.change(updateId, update -> update.isOpen() ? end.apply(update) : update);
    }

    /** Those whom the mentor was asked to tell and still guides. */
    private List<String> stillTheirs(PassingOn asked) {
        return mentorships.menteesOf(asked.mentorId()).stream()
                .filter(asked.mentees()::contains)
                .toList();
    }

    private void note(String updateId, Collection<String> personIds, Way way) {
        recipients.saveAll(personIds.stream()
                .map(personId -> UpdateRecipient.of(updateId, personId, way))
                .toList());
    }
}
