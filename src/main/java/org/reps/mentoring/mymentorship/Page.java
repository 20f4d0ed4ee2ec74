package org.reps.mentoring.mymentorship;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.agenda.Agenda;
import org.reps.mentoring.askamentor.OwnSessions;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.feedback.YearlyFeedbackSteps.Means;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mymentorship.Cases.Case;
import org.reps.mentoring.pair.SharedLists;

/**
 * The page {@link MyMentorship}. All dates and times are ISO text.
 *
 * @param firstName what the page calls whoever is logged in
 * @param rep whether they are a rep, and could have a mentor
 * @param operator whether they keep the application running
 * @param withMentor the mentorship in which they are guided
 * @param mentorAway the absence of their mentor
 * @param mentorGone whether their mentor is not there any more, and the council says what becomes of it
 * @param lastDay their last day in the programme, when they are leaving it
 * @param asMentor what they are as a mentor
 * @param withMentees the mentorships in which they guide others
 * @param tasks what waits for them alone
 * @param council what waits for the council, and they could take
 * @param offered what else they could take
 * @param cases what is under way for them alone
 * @param sessions what they have written down of sessions in the last year, with whomever they had them
 * @param told what the others have told of themselves, by their names
 * @param coveredMentees the mentees of those for whom they are there meanwhile, by their names
 * @param contacts who looks after mentorships, by their names
 * @param reachable whether they have said themselves how to reach them
 * @param starts what they can start now
 */
public record Page(
        String firstName,
        boolean rep,
        boolean operator,
        @Nullable Together withMentor,
        @Nullable Away mentorAway,
        boolean mentorGone,
        @Nullable String lastDay,
        @Nullable AsMentor asMentor,
        List<Together> withMentees,
        List<OwnTask> tasks,
        List<OwnTask> council,
        List<OwnTask> offered,
        List<Case> cases,
        List<Session> sessions,
        Map<String, Told> told,
        List<String> coveredMentees,
        List<String> contacts,
        boolean reachable,
        List<Start> starts) {

    static String name(Map<String, String> names, String userId) {
        return names.getOrDefault(userId, userId);
    }

    /**
     * A session with somebody else.
     *
     * @param workedOn like {@code whatNext} empty as long as it was not held
     * @param whatNext may be empty
     * @param meeting null when it was held
     */
    record Session(
            String name,
            String startsAt,
            String workedOn,
            String whatNext,
            @Nullable Meeting meeting) {

        /** @param zone where the other one lives */
        static Session of(OwnSessions.Own own, UnaryOperator<String> name, String zone) {
            return new Session(
                    name.apply(own.otherId()),
                    own.startsAt().toString(),
                    own.workedOn(),
                    own.whatNext(),
                    own.ahead() == null ? null : Meeting.of(own.ahead(), zone));
        }
    }

    /** What somebody has told of themself to whoever is logged in; null for what they have not. */
    record Told(@Nullable String reach, @Nullable String about) {

        static Map<String, Told> of(
                Set<String> others, Map<String, String> names, Map<String, String> reach, Map<String, String> about) {
            // Where two were called the same, neither would be told apart from the other.
            return others.stream()
                    .collect(toMap(
                            id -> name(names, id),
                            id -> new Told(reach.get(id), about.get(id)),
                            (one, other) -> new Told(null, null)));
        }
    }

    /**
     * One mentorship, as either of the two sees it.
     *
     * @param name of the other one
     * @param cases what is under way for the two
     * @param meeting when they meet next, if it is arranged
     * @param agenda what they could talk about in the yearly meeting that is near
     * @param goals what they want to reach, what was written first at the top
     * @param points what they planned in their last yearly meeting, and have added since
     * @param talkedOn when they talked last, as far as anybody has said so
     */
    record Together(
            String id,
            String name,
            String beganOn,
            String committedUntil,
            @Nullable String channel,
            @Nullable String contactEvery,
            @Nullable Plan plan,
            List<Case> cases,
            List<SharedLists.Shown> goals,
            List<SharedLists.Shown> points,
            @Nullable Meeting meeting,
            @Nullable Agenda agenda,
            @Nullable String talkedOn) {

        static Together of(
                Mentorship mentorship,
                UnaryOperator<@Nullable String> often,
                String name,
                Map<String, LastPlan> plans,
                List<Case> cases,
                List<SharedLists.Shown> goals,
                List<SharedLists.Shown> points,
                @Nullable Meeting meeting,
                @Nullable Agenda agenda,
                @Nullable String talkedOn) {
            var plan = plans.get(mentorship.id());
            return new Together(
                    mentorship.id(),
                    name,
                    mentorship.beganOn().toString(),
                    mentorship.committedUntil().toString(),
                    mentorship.channel(),
                    often.apply(mentorship.contactEvery()),
                    plan == null ? null : new Plan(plan.heldOn().toString(), plan.support()),
                    cases,
                    goals,
                    points,
                    meeting,
                    agenda,
                    talkedOn);
        }
    }

    /**
     * When the two meet next.
     *
     * @param id under which it can be had for a calendar
     * @param zone where the other one lives
     */
    record Meeting(String id, String startsAt, String place, String zone) {

        static Meeting of(Invitation invitation, String zone) {
            return new Meeting(invitation.uid(), invitation.startsAt().toString(), invitation.place(), zone);
        }
    }

    record Plan(String heldOn, String support) {}

    /** An absence that lasts today; without a name nobody covers for them. */
    record Away(String backOn, @Nullable String cover) {

        static Optional<Away> of(Mentor mentor, Map<String, String> names, Now now) {
            return Optional.ofNullable(mentor.backOn(now))
                    .map(backOn ->
                            new Away(backOn.toString(), mentor.cover() == null ? null : name(names, mentor.cover())));
        }
    }

    /**
     * What somebody is as a mentor.
     *
     * @param noNewMenteesUntil the day up to which they do not want to be asked, null when it is over
     * @param lastDay their last day as a mentor, when they are stepping down
     * @param covers for whom they are there meanwhile
     * @param feedback what their mentees say of them comes to; null as long as there are too few answers
     */
    record AsMentor(
            int capacity,
            int freePlaces,
            @Nullable String noNewMenteesUntil,
            @Nullable String lastDay,
            @Nullable Away away,
            List<Covered> covers,
            @Nullable Means feedback) {

        static AsMentor of(
                Mentor mentor, int mentees, List<Mentor> covered, Means feedback, Map<String, String> names, Now now) {
            var notUntil = mentor.noNewMenteesUntil();
            return new AsMentor(
                    mentor.capacity(),
                    mentor.freePlacesAt(now, mentees),
                    notUntil == null || notUntil.isBefore(now.dayOf(mentor.id())) ? null : notUntil.toString(),
                    mentor.resigningOn() == null ? null : mentor.resigningOn().toString(),
                    Away.of(mentor, names, now).orElse(null),
                    covered.stream().map(away -> Covered.of(away, names, now)).toList(),
                    feedback.answers().isEmpty() ? null : feedback);
        }
    }

    /** Another mentor who is away. */
    record Covered(String name, @Nullable String backOn) {

        private static Covered of(Mentor mentor, Map<String, String> names, Now now) {
            var backOn = mentor.backOn(now);
            return new Covered(Page.name(names, mentor.id()), backOn == null ? null : backOn.toString());
        }
    }
}
