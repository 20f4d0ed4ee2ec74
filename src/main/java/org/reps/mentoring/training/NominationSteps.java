package org.reps.mentoring.training;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.rules.Choice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/coaching-training.bpmn} asks about a rep whom a mentor nominated. */
@Component("nomination")
@Transactional
public class NominationSteps {

    private final Trainings trainings;
    private final Profiles profiles;
    private final People people;
    private final Notices notices;

    NominationSteps(Trainings trainings, Profiles profiles, People people, Notices notices) {
        this.trainings = trainings;
        this.profiles = profiles;
        this.people = people;
        this.notices = notices;
    }

    @Transactional(readOnly = true)
    public boolean isOne(String trainingId) {
        return trainings.get(trainingId).nominatedBy() != null;
    }

    /** Reminds the rep that they were asked something. */
    public void remind(String trainingId) {
        var training = trainings.get(trainingId);
        notices.remindOf(
                nominatedBy(training),
                training.repId(),
                "nomination-reminder",
                trainingId,
                Map.of("mentor", people.firstName(nominatedBy(training))));
    }

    /**
     * Keeps what the rep answers.
     *
     * @param wouldLike {@code yes} or {@code no}; the rest only when they would
     */
    public void note(
            String trainingId,
            String wouldLike,
            String motivation,
            @Nullable Collection<String> languages,
            @Nullable Collection<String> skills) {
        if (Choice.is(wouldLike, "yes", "no")) {
            var training = trainings.change(trainingId, asked -> asked.wishing(motivation, languages, skills));
            profiles.offers(training.repId(), languages, skills);
        }
    }

    /**
     * Tells the mentor who nominated the rep what they have said, and no more.
     *
     * @param wouldLike {@code yes} or {@code no}
     */
    public void tellWhoNominated(String trainingId, String wouldLike) {
        var training = trainings.get(trainingId);
        notices.tellOf(
                training.repId(),
                nominatedBy(training),
                Choice.is(wouldLike, "yes", "no") ? "nomination-accepted" : "nomination-declined",
                trainingId,
                Map.of("rep", people.firstName(training.repId())));
    }

    private static String nominatedBy(Training training) {
        return Objects.requireNonNull(training.nominatedBy());
    }
}
