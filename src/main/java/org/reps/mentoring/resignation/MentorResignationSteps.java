package org.reps.mentoring.resignation;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.absence.MentorAbsenceSteps;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.matching.MentorMatchingSteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.resignation.Resignation.State;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
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
    private final Successors successors;
    private final Placements placements;
    private final Farewell farewell;
    private final MentorAbsenceSteps absences;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final MentorMatchingSteps matching;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final SealedTexts texts;
    private final Clock clock;

    MentorResignationSteps(
            Resignations resignations,
            MentorResignationProcess process,
            Successors successors,
            Placements placements,
            Farewell farewell,
            MentorAbsenceSteps absences,
            Mentors mentors,
            Mentorships mentorships,
            MentorMatchingSteps matching,
            Council council,
            People people,
            Notices notices,
            SealedTexts texts,
            Clock clock) {
        this.resignations = resignations;
        this.process = process;
        this.successors = successors;
        this.placements = placements;
        this.farewell = farewell;
        this.absences = absences;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.matching = matching;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.texts = texts;
        this.clock = clock;
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
        var mentor = mentors.findByIdInOrderById(List.of(mentorId)).stream()
                .filter(found -> found.status() != Mentor.Status.RESIGNED)
                .findFirst()
                .orElseThrow(() -> new Refusal("You are not a mentor, so there is nothing to step down from."));
        var alreadyOpen = new Refusal("You are stepping down already. Your tasks show what comes next.");
        if (resignations.existsByOpenMentor(mentorId)) {
            throw alreadyOpen;
        }
        var begun = Resignation.begin(mentorId, today());
        var said = begun.saying(lastDay(mentor, lastDay), kept(begun, reason), message);
        try {
            return resignations.save(said).id();
        } catch (DbActionExecutionException e) {
            if (e.getCause() instanceof DuplicateKeyException) {
                throw alreadyOpen;
            }
            throw e;
        }
    }

    /**
     * Starts the resignation of a mentor who has said elsewhere that they would like to step down; does nothing when
     * they are doing so already.
     */
    public void start(String mentorId) {
        var mentor = lockMentor(mentorId);
        if (mentor.status() != Mentor.Status.RESIGNED && !resignations.existsByOpenMentor(mentorId)) {
            process.start(
                    mentorId,
                    resignations.save(Resignation.begin(mentorId, today())).id());
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
        var resignation = handedIn(resignationId);
        var mentor = mentors.findById(resignation.mentorId()).orElseThrow();
        resignations.save(resignation.saying(lastDay(mentor, lastDay), kept(resignation, reason), message));
    }

    private String kept(Resignation resignation, String reason) {
        return texts.keep(reason, "reason", Place.forCouncil(owner(resignation), "whySteppingDown"));
    }

    private static String owner(Resignation resignation) {
        return "resignation:" + resignation.id();
    }

    /** Takes today as the last day of a mentor who has not said it, so that their mentees do not wait. */
    public void assumeLastDay(String resignationId) {
        var resignation = resignations.lock(resignationId);
        if (resignation.isHandedIn() && resignation.lastDay() == null) {
            var mentor = mentors.findById(resignation.mentorId()).orElseThrow();
            resignations.save(resignation.saying(theirToday(mentor), resignation.reason(), resignation.message()));
        }
    }

    private LocalDate lastDay(Mentor mentor, String text) {
        var day = LocalDate.parse(text);
        var today = theirToday(mentor);
        if (day.isBefore(today)) {
            throw new Refusal("Your last day: please give today, or a day that is still to come.");
        }
        return day;
    }

    // --- whom the mentor recommends

    /** Whether there is a mentee for whom the mentor has neither recommended somebody nor said why not. */
    public boolean isRecommendationMissing(String resignationId) {
        return !withoutRecommendation(resignations.get(resignationId)).isEmpty();
    }

    /** What the mentor reads before they recommend. */
    public ToRecommend toRecommend(String resignationId) {
        var resignation = resignations.get(resignationId);
        var left = withoutRecommendation(resignation);
        return new ToRecommend(
                people.firstName(resignation.mentorId()),
                names(left),
                left.size(),
                resignation.recommendations().size());
    }

    /** The mentees without a recommendation, as options of the form. */
    public List<Option> menteeOptions(String resignationId) {
        return people.options(withoutRecommendation(resignations.get(resignationId)));
    }

    /** The mentors who can be recommended, with their free places. */
    public List<Option> successorOptions(String resignationId) {
        return successors.options(resignations.get(resignationId));
    }

    /**
     * Keeps whom the mentor recommends.
     *
     * @param forWhom {@code all} or {@code some} of those who are left, or {@code nobody} for all of them
     * @param forMentees user ids, if it is for some
     * @param successorId user id of a mentor; empty if nobody is recommended
     * @param whyNobody reference to a sealed text; empty if somebody is recommended
     * @throws Refusal when the mentor who is recommended could not guide all of them
     */
    public void recommend(
            String resignationId,
            String forWhom,
            @Nullable Collection<String> forMentees,
            String successorId,
            String whyNobody) {
        var resignation = handedIn(resignationId);
        var left = withoutRecommendation(resignation);
        if (Choice.is(forWhom, "nobody", "all", "some") || left.isEmpty()) {
            var place = Place.forCouncil(owner(resignation), "recommendations");
            resignations.save(resignation.recommending(left, null, texts.keep(whyNobody, "whyNobody", place)));
            return;
        }
        var mentees = forWhom.equals("all")
                ? left
                : left.stream()
                        .filter(menteeId -> forMentees != null && forMentees.contains(menteeId))
                        .toList();
        if (mentees.isEmpty()) {
            throw new Refusal("For whom?: please choose at least one of your mentees.");
        }
        successors.require(successorId, mentees, resignation);
        resignations.save(resignation.recommending(mentees, successorId, ""));
    }

    private List<String> withoutRecommendation(Resignation resignation) {
        return mentorships.menteesOf(resignation.mentorId()).stream()
                .filter(menteeId -> resignation.recommendationFor(menteeId).isEmpty())
                .sorted()
                .toList();
    }

    /** Reminds the mentor that something is still to be said. */
    public void remind(String resignationId) {
        var mentorId = resignations.get(resignationId).mentorId();
        notices.remind(mentorId, "resignation-reminder", mentorId, Map.of());
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

    /** What a contact, or the mentor, reads about the resignation. */
    public Said said(String resignationId) {
        var resignation = resignations.get(resignationId);
        return new Said(
                people.name(resignation.mentorId()),
                people.firstName(resignation.mentorId()),
                resignation.beganOn().toString(),
                resignation.lastDay() == null ? "" : resignation.lastDay().toString(),
                resignation.message(),
                names(mentorships.menteesOf(resignation.mentorId())));
    }

    /** Why the mentor steps down: a reference to a sealed text, empty when they wrote nothing. */
    public String reason(String resignationId) {
        return resignations.get(resignationId).reason();
    }

    /** Whom the mentor recommends, mentee by mentee; the reasons are still sealed. */
    public List<Recommended> recommendations(String resignationId) {
        var resignation = resignations.get(resignationId);
        return mentorships.menteesOf(resignation.mentorId()).stream()
                .sorted()
                .map(menteeId -> recommended(menteeId, resignation))
                .toList();
    }

    private Recommended recommended(String menteeId, Resignation resignation) {
        return resignation
                .recommendationFor(menteeId)
                .map(found -> found.successorId() == null
                        ? new Recommended(people.name(menteeId), "Nobody", found.whyNobody())
                        : new Recommended(people.name(menteeId), people.name(found.successorId()), ""))
                .orElseGet(() -> new Recommended(people.name(menteeId), "Not said", ""));
    }

    /**
     * Keeps what the contact says to the resignation. From an acceptance on the mentor gets no new mentees, in the same
     * transaction: a mentorship that begins at the same moment begins before it, and its mentee gets another mentor
     * like the others, or it does not begin.
     *
     * @param contactId who decides
     * @param answer {@code accept} or {@code talk}
     * @throws Refusal when this person is part of the case, or the mentor has withdrawn
     */
    public void acknowledge(String resignationId, String contactId, String answer) {
        var mentor = lockMentor(resignations.get(resignationId).mentorId());
        var resignation = handedIn(resignationId);
        if (partOfIt(resignation).contains(contactId)
                || !(people.isIn(Group.COUNCIL, contactId) || council.isContact(contactId))) {
            throw new Refusal("You are part of this case, or not in the council, so somebody else has to decide it.");
        }
        if (Choice.is(answer, "accept", "talk")) {
            resignations.save(resignation.acknowledged(contactId, today()));
            mentors.save(mentor.resigning(Objects.requireNonNull(resignation.lastDay())));
        }
    }

    /**
     * The mentor stays.
     *
     * @throws Refusal when a contact has just accepted the resignation
     */
    public void withdraw(String resignationId) {
        resignations.save(handedIn(resignationId).end(State.WITHDRAWN, today()));
    }

    /** The operator has deleted the case: the mentor stays, and can resign anew. */
    @EventListener(condition = "#deleted.process() == 'mentor-resignation'")
    void forget(CaseDeleted deleted) {
        resignations.findLockedByOpenMentor(deleted.subject()).ifPresent(open -> {
            resignations.save(open.dropped(today()));
            mentors.save(lockMentor(open.mentorId()).resigning(null));
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

    /** Locked: of a withdrawal and an acknowledgement at the same moment exactly one wins, and the other is told. */
    private Resignation handedIn(String resignationId) {
        var resignation = resignations.lock(resignationId);
        if (!resignation.isHandedIn()) {
            throw new Refusal(
                    resignation.state() == State.WITHDRAWN
                            ? people.firstName(resignation.mentorId())
                                    + " has withdrawn this resignation a moment ago. Please refresh your task list."
                            : "This resignation was acknowledged a moment ago. Please refresh your task list; if"
                                    + " something should change, a contact gladly talks about it.");
        }
        return resignation;
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
        var lastDay = Objects.requireNonNull(resignation.lastDay());
        notices.tell(resignation.mentorId(), "resignation-acknowledged", resignationId, Map.of("lastDay", lastDay));
        for (var menteeId : mentorships.menteesOf(resignation.mentorId())) {
            notices.tell(
                    menteeId,
                    "mentor-steps-down",
                    resignationId,
                    Map.of(
                            "mentor", people.firstName(resignation.mentorId()),
                            "lastDay", lastDay,
                            "message", inOneParagraph(resignation.message())));
        }
    }

    /** A paragraph of its own could look as if the programme, not the mentor, had written it. */
    private static String inOneParagraph(String text) {
        return text.strip().replaceAll("(\\s*\\R)+\\s*", "\n");
    }

    /**
     * Whoever steps down does not cover for somebody else; those who rely on it are told, the mentor is asked again.
     */
    public void endCovering(String resignationId) {
        absences.endCovering(resignations.get(resignationId).mentorId());
    }

    // --- the mentees get other mentors

    /** The mentees who have no other mentor yet. Where a change is under way already, another one joins it and ends. */
    public List<String> toPlace(String resignationId) {
        return mentorships.menteesOf(resignations.get(resignationId).mentorId());
    }

    /** Whom the mentor recommends for this mentee; null when nobody. */
    public @Nullable String successorFor(String resignationId, String menteeId) {
        return resignations
                .get(resignationId)
                .recommendationFor(menteeId)
                .map(Recommendation::successorId)
                .orElse(null);
    }

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
        var zone = mentors.findById(resignation.mentorId()).orElseThrow().zone();
        return Objects.requireNonNull(resignation.lastDay())
                .plusDays(daysAfterLast)
                .atStartOfDay(zone)
                .toInstant()
                .toString();
    }

    /** Whether a mentee of this mentor has no other mentor yet. */
    public boolean isAnybodyLeft(String resignationId) {
        return !toPlace(resignationId).isEmpty();
    }

    /** How many are placed, as a contact reads it. */
    public Count placed(String resignationId) {
        return placements.count(resignations.get(resignationId));
    }

    /** What has become of each mentee, as a contact reads it. */
    public List<Placement> placements(String resignationId) {
        return placements.of(resignations.get(resignationId));
    }

    /**
     * Ends the mentorships that are left: these reps are open assignments from this moment on. They and the contacts
     * are told; the searches for them end with the mentorships.
     */
    public void leaveOpen(String resignationId) {
        for (var mentorship :
                mentorships.ofMentor(resignations.get(resignationId).mentorId())) {
            if (mentorship.isRunning()) {
                mentorships.end(mentorship.id(), Mentorships.MENTOR_GONE);
                matching.tellNobodyFound(mentorship.menteeId());
            }
        }
    }

    // --- the mentor leaves

    /** The mentor guides nobody any more, covers for nobody, and is no mentor from now on. Mentees keep everything. */
    public void retire(String resignationId) {
        var mentor = lockMentor(resignations.get(resignationId).mentorId());
        var resignation = resignations.lock(resignationId);
        leaveOpen(resignationId);
        mentors.save(mentor.resigned());
        people.leave(Group.MENTORS, mentor.id());
        resignations.save(resignation.end(State.RETIRED, today()));
    }

    /** Thanks the mentor for what they did, and tells the council, with the same figures. */
    public void thank(String resignationId) {
        farewell.thank(resignations.get(resignationId));
    }

    private String names(Collection<String> userIds) {
        return userIds.stream().map(people::name).sorted().collect(joining(", "));
    }

    private Mentor lockMentor(String mentorId) {
        return mentors.findByIdInOrderById(List.of(mentorId)).get(0);
    }

    private LocalDate theirToday(Mentor mentor) {
        return LocalDate.now(clock.withZone(mentor.zone()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * What is left to recommend.
     *
     * @param mentees the names of those without a recommendation
     * @param left how many they are
     * @param done for how many the mentor has said it
     */
    public record ToRecommend(String firstName, String mentees, int left, int done) {}

    /** A resignation as forms show it; dates are ISO text. */
    public record Said(
            String mentor, String firstName, String handedInOn, String lastDay, String message, String mentees) {}

    /** One row of the table of recommendations; the reason is a reference to a sealed text. */
    public record Recommended(String mentee, String successor, String why) {}

    /** One row of the table of mentees; the new mentor's name is empty where there is none. */
    public record Placement(String mentee, String mentor, String state) {}

    /**
     * How many are placed.
     *
     * @param on the day of which this is true, ISO text
     * @param all how many need another mentor, and had or have this one
     */
    public record Count(String mentor, String lastDay, String on, int placed, int all) {}
}
