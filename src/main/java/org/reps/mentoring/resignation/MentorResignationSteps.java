package org.reps.mentoring.resignation;

import static java.util.function.Predicate.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reps.mentoring.absence.CoverSteps;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/mentor-resignation.bpmn} and the processes in which a mentor wishes to step down ask of the
 * application (SOP: resigning, stepping down as a mentor). Expressions hand over an empty text where a form got no
 * answer; reasons arrive here as references to sealed texts.
 */
@Component("resignation")
@Transactional
public class MentorResignationSteps {

    private final Resignations resignations;
    private final MentorResignationProcess process;
    private final PlacementSteps placement;
    private final Farewell farewell;
    private final CoverSteps covering;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final SealedTexts texts;
    private final Days days;
    private final ApplicationEventPublisher events;

    MentorResignationSteps(
            Resignations resignations,
            MentorResignationProcess process,
            PlacementSteps placement,
            Farewell farewell,
            CoverSteps covering,
            Mentors mentors,
            Mentorships mentorships,
            Council council,
            People people,
            Notices notices,
            SealedTexts texts,
            Days days,
            ApplicationEventPublisher events) {
        this.resignations = resignations;
        this.process = process;
        this.placement = placement;
        this.farewell = farewell;
        this.covering = covering;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.texts = texts;
        this.days = days;
        this.events = events;
    }

    // --- the mentor says it

    /**
     * Keeps what a mentor who steps down has said.
     *
     * @param lastDay ISO text
     * @param reason reference to a sealed text; may be empty
     * @param message to their mentees; may be empty
     * @return the resignation's id
     * @throws Refusal when this is not a mentor, when they are stepping down already, or when the day is in the past
     */
    public String handIn(String mentorId, String lastDay, String reason, String message) {
        if (mentors.lockRow(mentorId)
                .map(mentors::get)
                .filter(not(Mentor::hasResigned))
                .isEmpty()) {
            throw new Refusal("You are not a mentor, so there is nothing to step down from.");
        }
        var alreadyOpen = new Refusal("You are stepping down already. Your tasks show what comes next.");
        var begun = Resignation.begin(mentorId, days.ofProgramme());
        var said = begun.saying(LocalDate.parse(lastDay), kept(begun, reason), message, theirToday(begun));
        return resignations.begin(said, alreadyOpen).id();
    }

    /**
     * Starts the resignation of a mentor who has said elsewhere that they would like to step down; does nothing when
     * they are doing so already.
     */
    public void start(String mentorId) {
        if (!mentors.lock(mentorId).hasResigned() && !resignations.existsByOpenMentor(mentorId)) {
            var begun = resignations.save(Resignation.begin(mentorId, days.ofProgramme()));
            process.start(mentorId, begun.id());
        }
    }

    public boolean isLastDayKnown(String resignationId) {
        return resignations.get(resignationId).lastDay() != null;
    }

    /**
     * As {@link #handIn}, for a resignation that another process has started.
     *
     * @throws Refusal when the day is in the past
     */
    public void noteLastDay(String resignationId, String lastDay, String reason, String message) {
        resignations.change(
                resignationId,
                resignation -> resignation.saying(
                        LocalDate.parse(lastDay), kept(resignation, reason), message, theirToday(resignation)));
    }

    private String kept(Resignation resignation, String reason) {
        return texts.keep(reason, "reason", Place.forCouncil(resignation.owner(), "whySteppingDown"));
    }

    /** Takes today as the last day of a mentor who has not said it, so that their mentees do not wait. */
    public void assumeLastDay(String resignationId) {
        resignations.change(resignationId, resignation -> {
            if (!resignation.isHandedIn() || resignation.lastDay() != null) {
                return resignation;
            }
            var today = theirToday(resignation);
            return resignation.saying(today, resignation.reason(), resignation.message(), today);
        });
    }

    private LocalDate theirToday(Resignation resignation) {
        return days.todayOf(resignation.mentorId());
    }

    /** Reminds the mentor that something is still to be said. */
    public void remind(String resignationId, String notice) {
        var mentorId = resignations.get(resignationId).mentorId();
        notices.remind(mentorId, notice, mentorId, Map.of());
    }

    // --- a contact acknowledges it

    /** Who cannot decide about it: the mentor and their mentees. */
    public List<String> partOfIt(String resignationId) {
        return partOfIt(resignations.get(resignationId));
    }

    private List<String> partOfIt(Resignation resignation) {
        var all = new ArrayList<>(mentorships.menteesOf(resignation.mentorId()));
        all.add(resignation.mentorId());
        return all;
    }

    /**
     * Keeps what the contact says to the resignation. From an acceptance on the mentor gets no new mentees, in the same
     * transaction: a mentorship that begins at the same moment begins before it, and its mentee gets another mentor
     * like the others, or it does not begin.
     *
     * @param contactId who decides
     * @param answer {@code accept} or {@code talk}
     * @throws Refusal when this person is part of the case, the mentor has withdrawn, or it cannot be accepted yet
     */
    public void acknowledge(String resignationId, String contactId, String answer) {
        var mentor = mentors.lock(resignations.get(resignationId).mentorId());
        var resignation = resignations.lock(resignationId);
        resignation.requireHandedIn();
        council.requireImpartial(contactId, partOfIt(resignation));
        if (Choice.is(answer, "accept", "talk")) {
            events.publishEvent(new AboutToAccept(resignation.mentorId(), resignation.beganOn()));
            resignations.save(resignation.acknowledged(contactId, days.ofProgramme()));
            mentors.save(mentor.resigning(resignation.saidLastDay()));
        }
    }

    /**
     * The mentor stays.
     *
     * @throws Refusal when a contact has just accepted the resignation
     */
    public void withdraw(String resignationId) {
        resignations.change(resignationId, resignation -> resignation.withdrawn(days.ofProgramme()));
        process.over(resignations.get(resignationId).mentorId(), false);
    }

    /** The operator has deleted the case: the mentor stays, and can resign anew. */
    @EventListener(condition = "#deleted.process() == 'mentor-resignation'")
    void forget(CaseDeleted deleted) {
        resignations.findLockedByOpenMentor(deleted.subject()).ifPresent(open -> {
            resignations.save(open.dropped(days.ofProgramme()));
            if (!mentors.change(open.mentorId(), mentor -> mentor.resigning(null))
                    .hasResigned()) {
                process.over(open.mentorId(), false);
            }
        });
    }

    /**
     * Keeps how the mentor would like to go on after a contact has asked to talk first.
     *
     * @param answer {@code withdraw} or {@code go-on}
     */
    public void noteHowToGoOn(String resignationId, String answer) {
        if (Choice.is(answer, "withdraw", "go-on")) {
            withdraw(resignationId);
        }
    }

    /** Tells the mentor and the contacts, who knew of it, that the mentor stays; the mentees have not been told. */
    public void tellWithdrawn(String resignationId) {
        var mentorId = resignations.get(resignationId).mentorId();
        notices.tell(mentorId, "resignation-withdrawn-mentor", resignationId, Map.of());
        for (var contact : council.contacts()) {
            if (!contact.equals(mentorId)) {
                notices.tell(
                        contact,
                        "resignation-withdrawn-contact",
                        resignationId,
                        Map.of("mentor", people.name(mentorId)));
            }
        }
    }

    /** Tells the mentor that it is acknowledged, and each mentee what the mentor has written. */
    public void tellAccepted(String resignationId) {
        var resignation = resignations.get(resignationId);
        var lastDay = resignation.saidLastDay();
        notices.tell(resignation.mentorId(), "resignation-acknowledged", resignationId, Map.of("lastDay", lastDay));
        for (var menteeId : mentorships.menteesOf(resignation.mentorId())) {
            notices.tellOf(
                    resignation.mentorId(),
                    menteeId,
                    "mentor-steps-down",
                    resignationId,
                    Map.of(
                            "mentor", people.firstName(resignation.mentorId()),
                            "lastDay", lastDay,
                            "message", PlainText.inOneParagraph(resignation.message())));
        }
    }

    /**
     * Whoever steps down does not cover for somebody else; those who rely on it are told, the mentor is asked again.
     */
    public void endCovering(String resignationId) {
        covering.end(resignations.get(resignationId).mentorId());
    }

    // --- the last day

    /** The moment at which the last day begins where the mentor lives, ISO text. */
    public String lastDayBegins(String resignationId) {
        return beginning(resignationId, 0);
    }

    /** The moment at which the last day is over where the mentor lives, ISO text. */
    public String lastDayOver(String resignationId) {
        return beginning(resignationId, 1);
    }

    private String beginning(String resignationId, int daysAfterLast) {
        var resignation = resignations.get(resignationId);
        return days.beginOf(resignation.saidLastDay().plusDays(daysAfterLast), resignation.mentorId())
                .toString();
    }

    /** The mentor guides nobody any more, covers for nobody, and is no mentor from now on. Mentees keep everything. */
    public void retire(String resignationId) {
        var mentor = mentors.lock(resignations.get(resignationId).mentorId());
        var resignation = resignations.lock(resignationId);
        placement.leaveOpen(resignationId);
        mentors.save(mentor.resigned());
        people.leave(Group.MENTORS, mentor.id());
        resignations.save(resignation.retired(days.ofProgramme()));
        process.over(mentor.id(), true);
    }

    /** Thanks the mentor for what they did, and tells the council, with the same figures. */
    public void thank(String resignationId) {
        farewell.thank(resignations.get(resignationId));
    }
}
