package org.reps.mentoring.training;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.notice.Days;
import org.reps.mentoring.notice.Invitation;
import org.reps.mentoring.notice.MeetingTime;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.notice.TimeZones;
import org.reps.mentoring.rep.NamedReps;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.HttpsAddress;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.training.Training.State;
import org.reps.mentoring.training.TrainingDecision.Answer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/coaching-training.bpmn} asks of the application (SOP: how to become a mentor; mentor orientation).
 * Expressions hand over an empty text where a form got no answer, and references in place of confidential texts.
 */
@Component("training")
@Transactional
public class CoachingTrainingSteps {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Trainings trainings;
    private final Reps reps;
    private final NamedReps namedReps;
    private final Mentors mentors;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final TimeZones zones;
    private final Days days;
    private final MentoringRules rules;
    private final SealedTexts texts;
    private final Clock clock;

    CoachingTrainingSteps(
            Trainings trainings,
            Reps reps,
            NamedReps namedReps,
            Mentors mentors,
            Council council,
            People people,
            Notices notices,
            TimeZones zones,
            Days days,
            MentoringRules rules,
            SealedTexts texts,
            Clock clock) {
        this.trainings = trainings;
        this.reps = reps;
        this.namedReps = namedReps;
        this.mentors = mentors;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.zones = zones;
        this.days = days;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    // --- how it begins

    /**
     * The rep who could become a mentor: whoever started, or the rep whom a mentor nominates.
     *
     * @param wayIn {@code self} or {@code nominate}
     * @param nominee user name, as somebody types it; empty unless somebody else is nominated
     * @throws Refusal when there is no such rep, or this person cannot nominate them
     */
    @Transactional(readOnly = true)
    public String repFor(String wayIn, String nominee, String startedBy) {
        if (Choice.is(wayIn, "self", "nominate")) {
            if (!people.isIn(Group.REPS, startedBy)) {
                throw new Refusal("Only reps can become mentors, and you are not in the group of reps.");
            }
            return startedBy;
        }
        // Before anything else is looked at: the answer must tell nobody else what a rep is doing.
        if (!isMentor(startedBy)) {
            throw new Refusal("Only mentors can nominate somebody. If you would like to become a mentor yourself,"
                    + " please choose that above.");
        }
        var repId = namedReps.meant(nominee);
        if (repId.equals(startedBy)) {
            throw new Refusal("You cannot nominate yourself; you are a mentor already.");
        }
        return repId;
    }

    /**
     * Begins the rep's way to become a mentor, and keeps what they say of themself. Whoever is nominated has not said
     * anything yet.
     *
     * @param startedBy user id of the rep, or of the mentor who nominates them
     * @param languages ISO 639 codes
     * @return the training's id
     * @throws Refusal when the rep is a mentor or on the way already
     */
    public String begin(
            String repId,
            String startedBy,
            String motivation,
            @Nullable Collection<String> languages,
            @Nullable Collection<String> skills) {
        var byThemself = repId.equals(startedBy);
        if (isMentor(repId)) {
            throw new Refusal(
                    byThemself ? "You are a mentor already." : people.firstName(repId) + " is a mentor already.");
        }
        var alreadyOpen = new Refusal(
                byThemself
                        ? "You are on the way to become a mentor already. Please look at your tasks."
                        : "Whether " + people.firstName(repId) + " becomes a mentor is being looked at already.");
        var today = days.today();
        if (!reps.existsById(repId)) {
            reps.save(Rep.joined(repId, today));
        }
        var training = byThemself
                ? Training.wished(repId, motivation, orNone(languages), orNone(skills), today)
                : Training.nominated(repId, startedBy, today);
        return trainings.begin(training, alreadyOpen).id();
    }

    @Transactional(readOnly = true)
    public boolean isNominated(String trainingId) {
        return trainings.get(trainingId).nominatedBy() != null;
    }

    /**
     * Keeps what a nominated rep answers.
     *
     * @param wouldLike {@code yes} or {@code no}; the rest only when they would
     */
    public void noteNomination(
            String trainingId,
            String wouldLike,
            String motivation,
            @Nullable Collection<String> languages,
            @Nullable Collection<String> skills) {
        if (Choice.is(wouldLike, "yes", "no")) {
            trainings.save(trainings.lock(trainingId).wishing(motivation, orNone(languages), orNone(skills)));
        }
    }

    // --- whether the rep can begin

    /** Whether the rep has been in the programme for long enough. */
    @Transactional(readOnly = true)
    public boolean isPrerequisiteMet(String trainingId) {
        return !prerequisiteMetOn(trainings.get(trainingId)).isAfter(days.today());
    }

    /**
     * Keeps whether the rep may begin although the prerequisite is not met.
     *
     * @param waiver {@code waive} or {@code not-yet}
     * @param reason reference to the sealed text that says why, for contacts only
     */
    public void decideOnPrerequisite(String trainingId, String userId, String waiver, String reason) {
        decide(trainingId, userId, State.WISHED, Answer.of(waiver), forContacts(trainingId, reason, "waiverReason"));
    }

    /** The rep is noted as interested and takes the training. */
    public void noteInterest(String trainingId) {
        trainings.save(trainings.lock(trainingId).begun());
    }

    // --- the training

    /**
     * Keeps what the rep says of the training.
     *
     * @param answer {@code finished} or {@code stop}; the rest only when it is finished
     * @param finishedOn ISO date
     * @param certificate address of the certificate
     * @param practiceOn ISO date of the first day of the practice week; empty when the rep did not take part
     * @throws Refusal when the address is not an https address, a day is still to come, or the training was closed
     */
    public void report(
            String trainingId,
            String answer,
            String finishedOn,
            String certificate,
            String narrative,
            String practiceOn) {
        var training = trainings.lock(trainingId);
        var isClosed = training.lastDecision()
                .filter(decision -> decision.answer() == Answer.CLOSE)
                .isPresent();
        if (isClosed || training.state() != State.TRAINING) {
            throw new Refusal("Your training was closed a moment ago. Please refresh your task list.");
        }
        if (!Choice.is(answer, "finished", "stop")) {
            return;
        }
        if (!HttpsAddress.is(certificate)) {
            throw new Refusal("Link to your certificate: please give an address that begins with https://,"
                    + " for example https://example.org/my-certificate.");
        }
        var theirToday = days.todayOf(training.repId());
        var finished = Days.come("Finished on", finishedOn, theirToday);
        var practised = practiceOn.isEmpty() ? null : Days.come("Practice week", practiceOn, theirToday);
        trainings.save(training.reported(finished, certificate, narrative, practised, days.today()));
    }

    /**
     * Keeps whether a training that takes long goes on.
     *
     * @param goOn {@code go-on} or {@code close}
     * @param reason reference to the sealed text that says why it is closed, for contacts only
     */
    public void decideToGoOn(String trainingId, String userId, String goOn, String reason) {
        decide(trainingId, userId, State.TRAINING, Answer.of(goOn), forContacts(trainingId, reason, "longReason"));
    }

    /**
     * Keeps whether the training is accepted.
     *
     * @param decision {@code accept}, {@code more} or {@code refuse}
     * @param answerForRep reference to the sealed text that the rep reads, unless it is accepted
     * @throws Refusal when this person is part of it, or somebody has decided already
     */
    public void decide(String trainingId, String userId, String decision, String answerForRep) {
        // Shown to the rep as the answer, or as what is missing.
        var place = Place.forPerson(trainings.get(trainingId).repId(), owner(trainingId), "answer,missing");
        decide(
                trainingId,
                userId,
                State.REPORTED,
                Answer.of(decision),
                texts.keep(answerForRep, "answerForRep", place));
    }

    // --- the on-boarding call

    /**
     * Arranges the on-boarding call, or moves it.
     *
     * @param userId user id of the contact who holds it
     * @param decision {@code propose} or {@code drop}; the time and place only when it is proposed
     * @param callOn ISO date
     * @param callAt time of day where the rep lives, e.g. {@code 18:30}
     * @param reason reference to the sealed text that says why there is no call, for contacts only
     * @throws Refusal when this person is part of it, or nobody can meet at that moment
     */
    public void arrangeCall(
            String trainingId,
            String userId,
            String decision,
            String callOn,
            String callAt,
            String callPlace,
            String reason) {
        if (Choice.is(decision, "drop", "propose")) {
            decide(trainingId, userId, State.ACCEPTED, Answer.DROP, forContacts(trainingId, reason, "dropReason"));
            return;
        }
        var training = trainings.lock(trainingId);
        requireImpartial(training, userId);
        var startsAt = MeetingTime.of(callOn, callAt, zones.of(training.repId()), clock.instant());
        trainings.save(training.calling(TrainingCall.at(startsAt, callPlace, userId, training.call())));
    }

    /** Invites both to the call, each at their own time of day. */
    public void inviteToCall(String trainingId) {
        var training = trainings.get(trainingId);
        var call = call(training);
        invite(call.hostId(), training.repId(), call);
        invite(training.repId(), call.hostId(), call);
        if (call.formerHostId() != null) {
            notices.invite(
                    call.formerHostId(),
                    "onboarding-call-cancelled",
                    invitation(call, call.sequence(), training.repId(), true),
                    Map.of("other", people.firstName(training.repId())));
        }
    }

    private void invite(String recipientId, String otherId, TrainingCall call) {
        notices.invite(
                recipientId,
                "onboarding-call",
                invitation(call, call.sequence(), otherId, false),
                Map.of(
                        "other", people.firstName(otherId),
                        "when", MeetingTime.text(call.startsAt(), zones.of(recipientId)),
                        "place", call.place(),
                        "moved", call.sequence() > 0));
    }

    private Invitation invitation(TrainingCall call, int sequence, String otherId, boolean isCancelled) {
        var summary = "On-boarding call with " + people.firstName(otherId);
        return new Invitation(call.uid(), sequence, call.startsAt(), summary, call.place(), isCancelled);
    }

    /** User id of the contact who holds the call. */
    @Transactional(readOnly = true)
    public String host(String trainingId) {
        return call(trainings.get(trainingId)).hostId();
    }

    /** When the call can be recorded: from the beginning of its day where the rep lives, as ISO text. */
    @Transactional(readOnly = true)
    public String callDay(String trainingId) {
        var training = trainings.get(trainingId);
        return MeetingTime.dayOf(call(training).startsAt(), zones.of(training.repId()))
                .toString();
    }

    /**
     * Keeps what became of the call.
     *
     * @param outcome {@code held}, {@code moved} or {@code not-come}
     * @param heldOn ISO date; only when it was held
     * @throws Refusal when that day is still to come or lies before the training
     */
    public void noteCall(String trainingId, String outcome, String heldOn) {
        var training = trainings.lock(trainingId);
        var call = call(training);
        switch (outcome) {
            case "held" -> {
                var day = Days.come("Held on", heldOn, days.todayOf(training.repId()));
                if (day.isBefore(training.beganOn().minusDays(1))) {
                    throw new Refusal("Held on: please check the day; the training began later.");
                }
                trainings.save(training.calling(call.held(day)));
            }
            case "not-come" -> trainings.save(training.calling(call.missedByRep()));
            case "moved" -> {}
            default -> throw Choice.unknown(outcome);
        }
    }

    // --- the new mentor

    /**
     * Keeps how the rep would like to work as a mentor.
     *
     * @param begins {@code yes} or {@code no}; the rest only when they do
     * @throws Refusal when they would like more mentees than a mentor has at most
     */
    public void setUp(
            String trainingId,
            String begins,
            int capacity,
            @Nullable Collection<String> skills,
            @Nullable Collection<String> languages,
            String timeZone) {
        if (!Choice.is(begins, "yes", "no")) {
            return;
        }
        if (capacity < 1 || capacity > rules.capacity()) {
            throw new Refusal("How many mentees: please give a number from 1 to " + rules.capacity() + ".");
        }
        trainings.save(trainings.lock(trainingId).ready(capacity, orNone(languages), orNone(skills), timeZone));
    }

    /** Makes the rep a mentor: at once they are in the group, can be suggested, and the training is over. */
    public void register(String trainingId) {
        var training = trainings.lock(trainingId);
        if (!training.isOpen()) {
            return;
        }
        var repId = training.repId();
        var capacity = Objects.requireNonNull(training.capacity());
        var timeZone = Objects.requireNonNull(training.timeZone());
        var former = mentors.findByIdInOrderById(List.of(repId)).stream().findFirst();
        if (former.isEmpty()) {
            mentors.save(Mentor.registered(repId, capacity, training.skills(), training.languages(), timeZone));
        } else if (former.get().status() == Mentor.Status.RESIGNED) {
            mentors.save(former.get().returning(capacity, training.skills(), training.languages(), timeZone));
        }
        // What they did long ago as a rep must not make them a silent mentor.
        mentors.noteAnswer(repId, days.today());
        people.join(Group.MENTORS, repId);
        trainings.save(training.registered(days.today()));
    }

    /** Ends a training after which the rep is no mentor; they can begin anew at any time. */
    public void close(String trainingId) {
        var training = trainings.lock(trainingId);
        if (training.isOpen()) {
            trainings.save(training.closed(days.today()));
        }
    }

    /** The operator has deleted the case: nothing of it may stand in the way of another one. */
    @EventListener(condition = "#deleted.process() == 'coaching-training'")
    void forget(CaseDeleted deleted) {
        trainings.findByOpenRep(deleted.subject()).ifPresent(open -> close(open.id()));
    }

    // --- who decides

    /** Who cannot decide about a training: the rep, and who nominated them. */
    @Transactional(readOnly = true)
    public List<String> partOfIt(String trainingId) {
        return partOfIt(trainings.get(trainingId));
    }

    private static List<String> partOfIt(Training training) {
        // A class that can be read back: the engine stores its name with the variable.
        return new ArrayList<>(Stream.of(training.repId(), training.nominatedBy())
                .filter(Objects::nonNull)
                .toList());
    }

    private String forContacts(String trainingId, String reason, String field) {
        return texts.keep(reason, field, Place.forCouncil(owner(trainingId), "reason"));
    }

    private static String owner(String trainingId) {
        return "training:" + trainingId;
    }

    private void decide(String trainingId, String userId, State at, Answer answer, String text) {
        var training = trainings.lock(trainingId);
        if (training.state() != at || !training.isOpen()) {
            throw new AnsweredAlready();
        }
        requireImpartial(training, userId);
        trainings.save(training.decided(answer, userId, days.today(), text));
    }

    /** Whoever has the task is not enough: it could have been given to somebody who is part of the case. */
    private void requireImpartial(Training training, String userId) {
        if (partOfIt(training).contains(userId) || !(people.isIn(Group.COUNCIL, userId) || council.isContact(userId))) {
            throw new Refusal("You are part of this case, or not in the council, so somebody else has to do this.");
        }
    }

    // --- what forms show

    /** What those who have a task in it may know of the rep. */
    @Transactional(readOnly = true)
    public Applicant applicant(String trainingId) {
        var training = trainings.get(trainingId);
        var repId = training.repId();
        return new Applicant(
                people.name(repId),
                people.firstName(repId),
                rep(training).joinedOn().toString(),
                prerequisiteMetOn(training).toString(),
                training.nominatedBy() == null ? "" : people.name(training.nominatedBy()),
                training.motivation(),
                training.languages().stream()
                        .map(code -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH))
                        .sorted()
                        .collect(joining(", ")),
                training.skills().stream().sorted().collect(joining(", ")));
    }

    /** What the rep has reported the last time; all empty when they have not. */
    @Transactional(readOnly = true)
    public Reported reported(String trainingId) {
        return trainings
                .get(trainingId)
                .lastReport()
                .map(report -> new Reported(
                        report.finishedOn().toString(),
                        report.certificate(),
                        report.narrative(),
                        report.practiceOn() == null ? "none" : "from " + report.practiceOn()))
                .orElse(new Reported("", "", "", ""));
    }

    /** What is arranged for the call. */
    @Transactional(readOnly = true)
    public Call arranged(String trainingId) {
        var training = trainings.get(trainingId);
        var zone = zones.of(training.repId());
        var call = training.call();
        return new Call(
                zone.getId(),
                TIME.format(clock.instant().atZone(zone)),
                call == null ? "" : MeetingTime.text(call.startsAt(), zone),
                call == null ? "" : call.place(),
                call == null ? 0 : call.notCome());
    }

    /** What the contact wrote for the rep when something was missing or it was not accepted: a reference, or empty. */
    @Transactional(readOnly = true)
    public String answerForRep(String trainingId) {
        return trainings
                .get(trainingId)
                .lastDecision()
                .filter(decision -> Set.of(Answer.MORE, Answer.REFUSE).contains(decision.answer()))
                .map(TrainingDecision::text)
                .orElse("");
    }

    /** Who else is interested in becoming a mentor, or on the way, the longest first. */
    @Transactional(readOnly = true)
    public List<Interested> others(String trainingId) {
        return trainings.interested().stream()
                .filter(not(training -> training.id().equals(trainingId)))
                .map(training -> new Interested(
                        people.name(training.repId()),
                        training.beganOn().toString(),
                        training.state().words()))
                .toList();
    }

    // --- what people are told

    /** Reminds a nominated rep that they were asked something. */
    public void remindOfNomination(String trainingId) {
        var training = trainings.get(trainingId);
        notices.remind(
                training.repId(),
                "nomination-reminder",
                trainingId,
                Map.of("mentor", people.firstName(Objects.requireNonNull(training.nominatedBy()))));
    }

    /**
     * Tells the mentor who nominated a rep what the rep has said, and no more.
     *
     * @param wouldLike {@code yes} or {@code no}
     */
    public void tellNominator(String trainingId, String wouldLike) {
        var training = trainings.get(trainingId);
        notices.tell(
                Objects.requireNonNull(training.nominatedBy()),
                Choice.is(wouldLike, "yes", "no") ? "nomination-accepted" : "nomination-declined",
                trainingId,
                Map.of("rep", people.firstName(training.repId())));
    }

    /** Tells the rep when the prerequisite will be met. */
    public void tellNotYet(String trainingId) {
        var training = trainings.get(trainingId);
        notices.tell(training.repId(), "training-not-yet", trainingId, Map.of("until", prerequisiteMetOn(training)));
    }

    /** Tells the rep how the training works. */
    public void tellHowItWorks(String trainingId) {
        tellRep(trainingId, "training-begun");
    }

    /** Reminds the rep of the training. */
    public void remind(String trainingId) {
        remindRep(trainingId, "training-reminder");
    }

    /** Tells the rep that they can take more time. */
    public void tellGoesOn(String trainingId) {
        tellRep(trainingId, "training-goes-on");
    }

    /** Tells the rep that the training is accepted, and what comes next. */
    public void tellAccepted(String trainingId) {
        tellRep(trainingId, "training-accepted");
    }

    /** Tells the rep kindly that the training was not accepted; why, they read in their task. */
    public void tellNotAccepted(String trainingId) {
        tellRep(trainingId, "training-not-accepted");
    }

    /** Reminds the rep to say how they would like to work as a mentor. */
    public void remindToSetUp(String trainingId) {
        remindRep(trainingId, "mentor-set-up-reminder");
    }

    /** Welcomes the new mentor and says what a mentor does. */
    public void welcome(String trainingId) {
        tellRep(trainingId, "mentor-welcome");
    }

    /** Tells the rep that the training is closed, without saying why; a call that is ahead is cancelled. */
    public void tellClosed(String trainingId) {
        var training = trainings.get(trainingId);
        var call = training.call();
        if (call == null || !call.isAhead(clock.instant())) {
            tellRep(trainingId, "training-closed");
            return;
        }
        var next = call.sequence() + 1;
        notices.invite(training.repId(), "training-closed", invitation(call, next, call.hostId(), true), Map.of());
        notices.invite(
                call.hostId(),
                "onboarding-call-cancelled",
                invitation(call, next, training.repId(), true),
                Map.of("other", people.firstName(training.repId())));
    }

    private void tellRep(String trainingId, String notice) {
        notices.tell(trainings.get(trainingId).repId(), notice, trainingId, Map.of());
    }

    private void remindRep(String trainingId, String notice) {
        notices.remind(trainings.get(trainingId).repId(), notice, trainingId, Map.of());
    }

    /** Whoever has stepped down is a rep like others. */
    private boolean isMentor(String userId) {
        return mentors.findById(userId)
                .filter(mentor -> mentor.status() != Mentor.Status.RESIGNED)
                .isPresent();
    }

    private LocalDate prerequisiteMetOn(Training training) {
        return rep(training).joinedOn().plus(rules.trainingPrerequisite());
    }

    private Rep rep(Training training) {
        return reps.findById(training.repId()).orElseThrow();
    }

    private static TrainingCall call(Training training) {
        return Objects.requireNonNull(training.call());
    }

    private static Collection<String> orNone(@Nullable Collection<String> chosen) {
        return chosen == null ? List.of() : chosen;
    }

    /**
     * A rep who could become a mentor.
     *
     * @param joinedOn ISO date
     * @param prerequisiteMetOn ISO date of the day from which they have been in the programme for long enough
     * @param nominatedBy name of the mentor who nominated them; empty when they came by themself
     * @param motivation empty until they have said why they would like to
     */
    public record Applicant(
            String name,
            String firstName,
            String joinedOn,
            String prerequisiteMetOn,
            String nominatedBy,
            String motivation,
            String languages,
            String skills) {}

    /**
     * What a rep has reported about the training; dates are ISO text.
     *
     * @param practiceWeek from when on they took part in one, or that they did not
     */
    public record Reported(String finishedOn, String certificate, String narrative, String practiceWeek) {}

    /**
     * The on-boarding call.
     *
     * @param timeZone where the rep lives
     * @param timeOfDay what time it is there now
     * @param when empty as long as none was arranged
     * @param notCome how often the rep did not come
     */
    public record Call(String timeZone, String timeOfDay, String when, String place, int notCome) {}

    /** One row of the list of those who are interested in becoming a mentor. */
    public record Interested(String name, String since, String state) {}
}
