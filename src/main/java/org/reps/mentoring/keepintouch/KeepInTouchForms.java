package org.reps.mentoring.keepintouch;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Rhythm;
import org.reps.mentoring.checkin.LastPlans;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.mentorship.Goal;
import org.reps.mentoring.mentorship.Goals;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/keep-in-touch.bpmn} show. */
@Component("keepInTouchForms")
@Transactional(readOnly = true)
public class KeepInTouchForms {

    private final KeepInTouchTable table;
    private final Mentorships mentorships;
    private final LastPlans plans;
    private final Goals goals;
    private final People people;
    private final ReadersLanguage languages;

    KeepInTouchForms(
            KeepInTouchTable table,
            Mentorships mentorships,
            LastPlans plans,
            Goals goals,
            People people,
            ReadersLanguage languages) {
        this.table = table;
        this.mentorships = mentorships;
        this.plans = plans;
        this.goals = goals;
        this.people = people;
        this.languages = languages;
    }

    /** How the two keep in touch, once for each of them who is asked. */
    public List<InTouch> asked(String mentorshipId, String offered) {
        var asked = KeepInTouchSteps.people(
                mentorships.byId(mentorshipId), table.get(mentorshipId).asked());
        return asked.stream()
                .map(personId -> with(mentorshipId, personId, offered))
                .toList();
    }

    /**
     * How the two keep in touch, as one of them reads it.
     *
     * @param offered the rhythm that fits by now
     */
    public InTouch with(String mentorshipId, String readerId, String offered) {
        var pair = mentorships.byId(mentorshipId);
        var plan = Optional.ofNullable(plans.of(List.of(mentorshipId)).get(mentorshipId));
        var agreed = Rhythm.of(pair.contactEvery());
        var wider = Rhythm.of(offered)
                .filter(rhythm -> agreed.isPresent() && rhythm.isWiderThan(agreed.get()))
                .isPresent();
        return new InTouch(
                readerId,
                people.firstName(pair.otherThan(readerId)),
                table.findById(mentorshipId)
                        .map(KeepInTouch::talkedOn)
                        .map(Object::toString)
                        .orElse(""),
                Objects.requireNonNullElse(pair.channel(), ""),
                said(readerId, pair.contactEvery()),
                wider ? said(readerId, offered) : "",
                plan.map(LastPlans.LastPlan::plans).orElse(""),
                plan.map(LastPlans.LastPlan::support).orElse(""),
                goals.of(List.of(mentorshipId)).getOrDefault(mentorshipId, List.of()).stream()
                        .filter(goal -> goal.state() == Goal.State.OPEN)
                        .map(Goal::words)
                        .collect(joining("; ")));
    }

    private String said(String readerId, @Nullable String rhythm) {
        return rhythm == null ? "" : Translations.OF_FORMS.in(languages.inMailsTo(readerId), rhythm);
    }

    /** The two, as a contact reads of them. */
    public Pair pair(String mentorshipId, String askedForById) {
        var pair = mentorships.byId(mentorshipId);
        return new Pair(
                people.firstName(pair.menteeId()),
                people.firstName(pair.mentorId()),
                askedForById.isEmpty() ? "" : people.firstName(askedForById),
                table.findById(mentorshipId)
                        .map(KeepInTouch::talkedOn)
                        .map(Object::toString)
                        .orElse(""),
                Objects.requireNonNullElse(pair.contactEvery(), ""));
    }

    /**
     * How somebody keeps in touch with somebody else. Whatever is not known is empty.
     *
     * @param personId who keeps in touch
     * @param other first name of whom they keep in touch with
     * @param talkedOn ISO date of the last time they talked
     * @param every how often they have agreed to be in touch
     * @param wider how often would be enough by now, if that is less often than they have agreed
     */
    public record InTouch(
            String personId,
            String other,
            String talkedOn,
            String channel,
            String every,
            String wider,
            String plans,
            String support,
            String goals) {}

    /**
     * Two who could use some help.
     *
     * @param askedForBy first name of who of them has asked for it; empty when nobody has
     * @param talkedOn ISO date of the last time they talked, or empty
     */
    public record Pair(String mentee, String mentor, String askedForBy, String talkedOn, String every) {}
}
