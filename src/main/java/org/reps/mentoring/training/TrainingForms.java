package org.reps.mentoring.training;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.reps.mentoring.calendar.ArrangedMeeting;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.HttpsAddress;
import org.reps.mentoring.training.TrainingDecision.Answer;
import org.reps.mentoring.world.Languages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code coaching-training} show. */
@Component("trainingForms")
@Transactional(readOnly = true)
public class TrainingForms {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Trainings trainings;
    private final PrerequisiteSteps prerequisite;
    private final Reps reps;
    private final People people;
    private final TimeZones zones;
    private final Clock clock;

    TrainingForms(
            Trainings trainings,
            PrerequisiteSteps prerequisite,
            Reps reps,
            People people,
            TimeZones zones,
            Clock clock) {
        this.trainings = trainings;
        this.prerequisite = prerequisite;
        this.reps = reps;
        this.people = people;
        this.zones = zones;
        this.clock = clock;
    }

    /** What those who have a task in it may know of the rep. */
    public Applicant applicant(String trainingId) {
        var training = trainings.get(trainingId);
        var repId = training.repId();
        return new Applicant(
                people.name(repId),
                people.firstName(repId),
                reps.findById(repId).orElseThrow().joinedOn().toString(),
                prerequisite.metOn(repId).toString(),
                training.nominatedBy() == null ? "" : people.name(training.nominatedBy()),
                training.motivation(),
                training.languages().stream().map(Languages::name).sorted().collect(joining(", ")),
                training.skills().stream().sorted().collect(joining(", ")));
    }

    /** What the rep has reported the last time; all empty when they have not. */
    public Reported reported(String trainingId) {
        return trainings
                .get(trainingId)
                .lastReport()
                .map(report -> new Reported(
                        report.finishedOn().toString(),
                        HttpsAddress.shown(report.certificate()),
                        report.narrative(),
                        report.practiceOn() == null
                                ? "none"
                                : report.practiceOn().toString()))
                .orElse(new Reported("", "", "", ""));
    }

    /** What is arranged for the call. */
    public Call call(String trainingId) {
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

    /** The call that is arranged, once for each of the two, who may move it. */
    public List<ArrangedMeeting> arranged(String trainingId) {
        var training = trainings.get(trainingId);
        var call = training.arrangedCall();
        return ArrangedMeeting.forBoth(
                call.hostId(),
                training.repId(),
                call.startsAt(),
                call.place(),
                call.sequence(),
                people::firstName,
                zones);
    }

    /** What the contact wrote for the rep when something was missing or it was not accepted: a reference, or empty. */
    public String answerForRep(String trainingId) {
        return trainings
                .get(trainingId)
                .lastDecision()
                .filter(decision -> Set.of(Answer.MORE, Answer.REFUSE).contains(decision.answer()))
                .map(TrainingDecision::text)
                .orElse("");
    }

    /** Who else is interested in becoming a mentor, or on the way, the longest first. */
    public List<Interested> others(String trainingId) {
        return trainings.interested().stream()
                .filter(not(training -> training.id().equals(trainingId)))
                .map(training -> new Interested(
                        people.name(training.repId()),
                        training.beganOn().toString(),
                        training.state().words()))
                .toList();
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
     * @param practiceWeek the first day of the one they took part in, or that they did not
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
