package org.reps.mentoring.onboarding;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static org.reps.mentoring.onboarding.OnboardingNote.Kind.FIRST_GOALS;
import static org.reps.mentoring.onboarding.OnboardingNote.Kind.OWN_GOAL;

import java.util.stream.Stream;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.WelcomePack;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/rep-onboarding.bpmn} show. */
@Component("onboardingForms")
@Transactional(readOnly = true)
public class RepOnboardingForms {

    private final Onboardings onboardings;
    private final Mentorships mentorships;
    private final People people;
    private final WelcomePack welcome;

    RepOnboardingForms(Onboardings onboardings, Mentorships mentorships, People people, WelcomePack welcome) {
        this.onboardings = onboardings;
        this.mentorships = mentorships;
        this.people = people;
        this.welcome = welcome;
    }

    /** What the forms show about an orientation under way. */
    public Progress progress(String menteeId, String mentorshipId) {
        var onboarding = onboardings.open(menteeId);
        var mentorship = mentorships.byId(mentorshipId);
        return new Progress(
                people.name(menteeId),
                people.firstName(menteeId),
                people.name(mentorship.mentorId()),
                people.firstName(mentorship.mentorId()),
                mentorship.beganOn().toString(),
                onboarding.callHeldOn() == null ? "" : onboarding.callHeldOn().toString(),
                notDone(onboarding),
                onboarding.note(FIRST_GOALS).orElse(""),
                onboarding.note(OWN_GOAL).orElse(""),
                welcome.text());
    }

    private static String notDone(Onboarding onboarding) {
        return Stream.of(
                        onboarding.callHeldOn() == null ? "the orientation call" : "",
                        onboarding.note(OWN_GOAL).isEmpty() ? "the first steps" : "")
                .filter(not(String::isEmpty))
                .collect(joining(", "));
    }

    /**
     * An orientation under way, as forms show it; dates are ISO text, what is not known yet is empty.
     *
     * @param notDone what of the orientation is open or was dropped
     * @param welcome what the programme says to each new rep
     */
    public record Progress(
            String mentee,
            String menteeFirstName,
            String mentor,
            String mentorFirstName,
            String beganOn,
            String callHeldOn,
            String notDone,
            String firstGoals,
            String ownGoal,
            String welcome) {}
}
