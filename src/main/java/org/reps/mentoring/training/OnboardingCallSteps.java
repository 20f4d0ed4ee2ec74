package org.reps.mentoring.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.MeetingMoves;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.training.TrainingDecision.Answer;
import org.reps.mentoring.world.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/coaching-training.bpmn} asks about the call in which a contact and a rep meet before the rep becomes
 * a mentor.
 */
@Component("onboardingCall")
@Transactional
public class OnboardingCallSteps {

    private final Trainings trainings;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final TimeZones zones;
    private final Days days;
    private final SealedTexts texts;
    private final Clock clock;
    private final MeetingMoves moves;

    OnboardingCallSteps(
            Trainings trainings,
            Council council,
            People people,
            Notices notices,
            TimeZones zones,
            Days days,
            SealedTexts texts,
            Clock clock,
            MeetingMoves moves) {
        this.trainings = trainings;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.zones = zones;
        this.days = days;
        this.texts = texts;
        this.clock = clock;
        this.moves = moves;
    }

    /**
     * Arranges the call, or moves it.
     *
     * @param userId user id of the contact who holds it
     * @param decision {@code propose} or {@code drop}; the time and place only when it is proposed
     * @param callOn ISO date
     * @param callAt time of day where the rep lives, e.g. {@code 18:30}
     * @param reason reference to the sealed text that says why there is no call, for contacts only
     * @throws Refusal when this person is part of it, or nobody can meet at that moment
     */
    public void arrange(
            String trainingId,
            String userId,
            String decision,
            String callOn,
            String callAt,
            String callPlace,
            String reason) {
        var isDropped = Choice.is(decision, "drop", "propose");
        var kept = isDropped
                ? texts.keep(reason, "dropReason", Place.forCouncil(Training.owner(trainingId), "reason"))
                : "";
        trainings.change(trainingId, training -> {
            council.requireImpartial(userId, training.partOfIt());
            return isDropped
                    ? training.decided(Answer.DROP, userId, days.ofProgramme(), kept)
                    : training.arranged(
                            MeetingTime.of("call", callOn, callAt, zones.of(training.repId()), clock.instant()),
                            callPlace,
                            userId);
        });
    }

    /**
     * Moves a call that is arranged, before its day.
     *
     * @param timesMoved how often it had been moved when this person's form was made
     * @param timeZone in which they have read and written the time
     * @param callOn ISO date
     * @param callAt time of day in that time zone, e.g. {@code 18:30}
     * @throws Refusal when the other one was quicker, or nobody can meet at that moment
     */
    public void move(
            String trainingId, int timesMoved, String timeZone, String callOn, String callAt, String callPlace) {
        trainings.change(trainingId, training -> {
            var startsAt = MeetingTime.of("call", callOn, callAt, Zones.of(timeZone), clock.instant());
            moves.requireRoom(timesMoved);
            return training.callMoved(timesMoved, startsAt, callPlace);
        });
    }

    /** Invites both, each at their own time of day. */
    public void invite(String trainingId) {
        var training = trainings.get(trainingId);
        var call = training.arrangedCall();
        invite(call.hostId(), training.repId(), call);
        invite(training.repId(), call.hostId(), call);
        if (call.formerHostId() != null) {
            notices.invite(
                    training.repId(),
                    call.formerHostId(),
                    "onboarding-call-cancelled",
                    invitation(call, call.sequence(), training.repId(), true),
                    Map.of("other", people.firstName(training.repId())));
        }
    }

    private void invite(String recipientId, String otherId, TrainingCall call) {
        notices.invite(
                otherId,
                recipientId,
                "onboarding-call",
                invitation(call, call.sequence(), otherId, false),
                Map.of("other", people.firstName(otherId)));
    }

    private Invitation invitation(TrainingCall call, int sequence, String otherId, boolean isCancelled) {
        var summary = "On-boarding call with " + people.firstName(otherId);
        return new Invitation(call.uid(), sequence, call.startsAt(), summary, call.place(), isCancelled);
    }

    /** User id of the contact who holds it. */
    @Transactional(readOnly = true)
    public String host(String trainingId) {
        return trainings.get(trainingId).arrangedCall().hostId();
    }

    /** When it can be recorded: from the beginning of its day where the rep lives, as ISO text. */
    @Transactional(readOnly = true)
    public String day(String trainingId) {
        var training = trainings.get(trainingId);
        return MeetingTime.dayOf(training.arrangedCall().startsAt(), zones.of(training.repId()))
                .toString();
    }

    /**
     * Keeps what became of it.
     *
     * @param outcome {@code held}, {@code moved} or {@code not-come}
     * @param heldOn ISO date; only when it was held
     * @throws Refusal when that day is still to come or lies before the training
     */
    public void note(String trainingId, String outcome, String heldOn) {
        trainings.change(trainingId, training -> switch (outcome) {
            case "held" -> training.callHeld(LocalDate.parse(heldOn), days.todayOf(training.repId()));
            case "not-come" -> training.callMissed();
            case "moved" -> training;
            default -> throw Choice.unknown(outcome);
        });
    }

    /** Tells the rep that the training is closed, without saying why; a call that is ahead is cancelled. */
    public void tellClosed(String trainingId) {
        var training = trainings.get(trainingId);
        var call = training.call();
        if (call == null || !call.isAhead(clock.instant())) {
            notices.tell(training.repId(), "training-closed", trainingId, Map.of());
            return;
        }
        var next = call.sequence() + 1;
        notices.invite(
                call.hostId(),
                training.repId(),
                "training-closed",
                invitation(call, next, call.hostId(), true),
                Map.of());
        notices.invite(
                training.repId(),
                call.hostId(),
                "onboarding-call-cancelled",
                invitation(call, next, training.repId(), true),
                Map.of("other", people.firstName(training.repId())));
    }
}
