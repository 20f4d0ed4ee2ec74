package org.reps.mentoring.training;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.rep.NamedReps;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
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

    private final Trainings trainings;
    private final Reps reps;
    private final NamedReps namedReps;
    private final Mentors mentors;
    private final Profiles profiles;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final Days days;
    private final MentoringRules rules;
    private final SealedTexts texts;

    CoachingTrainingSteps(
            Trainings trainings,
            Reps reps,
            NamedReps namedReps,
            Mentors mentors,
            Profiles profiles,
            Council council,
            People people,
            Notices notices,
            Days days,
            MentoringRules rules,
            SealedTexts texts) {
        this.trainings = trainings;
        this.reps = reps;
        this.namedReps = namedReps;
        this.mentors = mentors;
        this.profiles = profiles;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.days = days;
        this.rules = rules;
        this.texts = texts;
    }

    // --- how it begins

    /**
     * The rep who could become a mentor: whoever started, or the rep whom a mentor nominates.
     *
     * @param wayIn {@code self} or {@code nominate}
     * @param nominee user id; empty unless somebody else is nominated
     * @throws Refusal when that is no rep, or this person cannot nominate them
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
        if (!mentors.isMentor(startedBy)) {
            throw new Refusal("Only mentors can nominate somebody. If you would like to become a mentor yourself,"
                    + " please choose that above.");
        }
        namedReps.require("nominee", nominee);
        if (nominee.equals(startedBy)) {
            throw Refusal.at("nominee", "You cannot nominate yourself; you are a mentor already.");
        }
        return nominee;
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
        if (mentors.isMentor(repId)) {
            throw new Refusal(
                    byThemself ? "You are a mentor already." : people.firstName(repId) + " is a mentor already.");
        }
        var alreadyOpen = new Refusal(
                byThemself
                        ? "You are on the way to become a mentor already. Please look at your tasks."
                        : "Whether " + people.firstName(repId) + " becomes a mentor is being looked at already.");
        var today = days.ofProgramme();
        if (!reps.existsById(repId)) {
            reps.save(Rep.joined(repId, today));
        }
        var training = byThemself
                ? Training.wished(repId, motivation, languages, skills, today)
                : Training.nominated(repId, startedBy, today);
        var id = trainings.begin(training, alreadyOpen).id();
        if (byThemself) {
            profiles.offers(repId, languages, skills);
        }
        return id;
    }

    // --- whether the rep can begin

    /**
     * Keeps whether the rep may begin although the prerequisite is not met.
     *
     * @param waiver {@code waive} or {@code not-yet}
     * @param reason reference to the sealed text that says why, for contacts only
     */
    public void decideOnPrerequisite(String trainingId, String userId, String waiver, String reason) {
        decide(trainingId, userId, Answer.of(waiver), forContacts(trainingId, reason, "waiverReason"));
    }

    /** The rep is noted as interested and takes the training. */
    public void noteInterest(String trainingId) {
        trainings.change(trainingId, Training::begun);
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
        training.requireGoingOn();
        if (Choice.is(answer, "finished", "stop")) {
            trainings.save(training.reported(
                    LocalDate.parse(finishedOn),
                    certificate,
                    narrative,
                    practiceOn.isEmpty() ? null : LocalDate.parse(practiceOn),
                    days.todayOf(training.repId()),
                    days.ofProgramme()));
        }
    }

    /**
     * Keeps whether a training that takes long goes on.
     *
     * @param goOn {@code go-on} or {@code close}
     * @param reason reference to the sealed text that says why it is closed, for contacts only
     */
    public void decideToGoOn(String trainingId, String userId, String goOn, String reason) {
        decide(trainingId, userId, Answer.of(goOn), forContacts(trainingId, reason, "longReason"));
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
        var place = Place.forPerson(trainings.get(trainingId).repId(), Training.owner(trainingId), "answer,missing");
        decide(trainingId, userId, Answer.of(decision), texts.keep(answerForRep, "answerForRep", place));
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
        if (Choice.is(begins, "yes", "no")) {
            trainings.change(
                    trainingId, training -> training.ready(capacity, rules.capacity(), languages, skills, timeZone));
        }
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
        var former = mentors.lockRow(repId).map(mentors::get);
        if (former.isEmpty()) {
            mentors.save(Mentor.registered(repId, capacity, training.skills(), training.languages(), timeZone));
        } else if (former.get().hasResigned()) {
            mentors.save(former.get().returning(capacity, training.skills(), training.languages(), timeZone));
        }
        profiles.offers(repId, training.languages(), training.skills());
        profiles.livesIn(repId, timeZone);
        // What they did long ago as a rep must not make them a silent mentor.
        mentors.noteAnswer(repId, days.todayOf(repId));
        people.join(Group.MENTORS, repId);
        trainings.save(training.registered(days.ofProgramme()));
    }

    /** Ends a training after which the rep is no mentor; they can begin anew at any time. */
    public void close(String trainingId) {
        trainings.change(trainingId, training -> training.isOpen() ? training.closed(days.ofProgramme()) : training);
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
        return trainings.get(trainingId).partOfIt();
    }

    private void decide(String trainingId, String userId, Answer answer, String text) {
        trainings.change(trainingId, training -> {
            council.requireImpartial(userId, training.partOfIt());
            return training.decided(answer, userId, days.ofProgramme(), text);
        });
    }

    private String forContacts(String trainingId, String reason, String field) {
        return texts.keep(reason, field, Place.forCouncil(Training.owner(trainingId), "reason"));
    }

    // --- what people are told

    /** Tells the rep something that needs no more words than the template has. */
    public void tell(String trainingId, String notice) {
        notices.tell(trainings.get(trainingId).repId(), notice, trainingId, Map.of());
    }

    /** Reminds the rep of something that needs no more words than the template has. */
    public void remind(String trainingId, String notice) {
        notices.remind(trainings.get(trainingId).repId(), notice, trainingId, Map.of());
    }
}
