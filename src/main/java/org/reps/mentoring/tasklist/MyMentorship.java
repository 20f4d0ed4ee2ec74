package org.reps.mentoring.tasklist;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.checkin.LastPlans;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.cases.OpenTasks.OpenTask;
import org.reps.mentoring.engine.cases.OwnCases;
import org.reps.mentoring.engine.cases.StartableProcesses;
import org.reps.mentoring.engine.cases.StartableProcesses.Startable;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.feedback.YearlyFeedbackSteps;
import org.reps.mentoring.feedback.YearlyFeedbackSteps.Means;
import org.reps.mentoring.leaving.Departed;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.reach.HowToReach;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the programme means for whoever is logged in: their mentor, their mentees, what waits for whom, and what they
 * can start now. Nothing but their own, and of the others only what the diagrams show them ({@code seenBy}). How much
 * is read does not depend on how many mentees there are.
 */
@Component
class MyMentorship {

    /** Its cases have a business key that says nothing, so only who started it tells whose it is. */
    private static final String CONCERN = "raise-concern";

    /** Somebody may still have to read why a person left who is back again. */
    private static final String LEAVING = "leave-programme";

    private final CurrentPerson person;
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final LastPlans lastPlans;
    private final OpenTasks openTasks;
    private final OwnCases ownCases;
    private final StartableProcesses startable;
    private final People people;
    private final HowToReach reach;
    private final Profiles profiles;
    private final YearlyFeedbackSteps feedback;
    private final Departed departed;
    private final Days days;
    private final TransactionTemplate reading;

    MyMentorship(
            CurrentPerson person,
            Mentorships mentorships,
            Mentors mentors,
            LastPlans lastPlans,
            OpenTasks openTasks,
            OwnCases ownCases,
            StartableProcesses startable,
            People people,
            HowToReach reach,
            Profiles profiles,
            YearlyFeedbackSteps feedback,
            Departed departed,
            Days days,
            PlatformTransactionManager transactions) {
        this.person = person;
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.lastPlans = lastPlans;
        this.openTasks = openTasks;
        this.ownCases = ownCases;
        this.startable = startable;
        this.people = people;
        this.reach = reach;
        this.profiles = profiles;
        this.feedback = feedback;
        this.departed = departed;
        this.days = days;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What somebody may start is asked first: the engine brings their rights up to date before it answers. */
    Page page() {
        var asking = new Asking(
                person.id(), person.isIn(Group.REPS), person.isIn(Group.CONTACTS), startable.forCurrentPerson());
        return person.lookUp(() -> Objects.requireNonNull(reading.execute(transaction -> page(asking))));
    }

    private Page page(Asking asking) {
        var me = asking.id();
        var now = days.nowForMany();
        var withMentor = mentorships.ofMentee(me);
        var contacts = people.in(Group.CONTACTS);
        var withMentees =
                mentorships.ofMentor(me).stream().filter(Mentorship::isRunning).toList();
        var myMentor = withMentor.flatMap(own -> mentors.findById(own.mentorId()));
        var asMentor = mentors.findById(me).filter(found -> found.status() != Mentor.Status.RESIGNED);
        var covered = asMentor.isPresent() ? coveredBy(me, now) : List.<Mentor>of();
        var close = Stream.concat(
                        withMentees.stream().map(Mentorship::menteeId),
                        withMentor.stream().map(Mentorship::mentorId))
                .toList();
        var coveredMentees = mentorships
                .guidedBy(covered.stream().map(Mentor::id).toList())
                .values()
                .stream()
                .flatMap(Set::stream)
                .toList();
        var others = Stream.of(
                        close.stream(),
                        myMentor.filter(mentor -> mentor.isAwayAt(now)).stream()
                                .map(Mentor::cover)
                                .filter(Objects::nonNull),
                        coveredMentees.stream(),
                        contacts.stream())
                .flatMap(ids -> ids)
                .filter(id -> !id.equals(me))
                .collect(toSet());
        var names = people.names(Stream.of(
                        others.stream(),
                        Stream.concat(myMentor.stream(), asMentor.stream()).map(Mentor::cover),
                        covered.stream().map(Mentor::id))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .collect(toSet()));
        var plans = lastPlans.of(Stream.concat(withMentor.stream(), withMentees.stream())
                .map(Mentorship::id)
                .toList());
        var offered = openTasks.offered(me);
        var cases = casesOf(me);
        var running = cases.stream().map(Case::process).collect(toSet());
        return new Page(
                people.greeting(me),
                asking.rep(),
                withMentor
                        .map(own -> Together.of(own, name(names, own.mentorId()), plans, tasksOfMentor(own)))
                        .orElse(null),
                myMentor.flatMap(found -> Away.of(found, names, now)).orElse(null),
                asMentor.map(found -> AsMentor.of(found, withMentees.size(), covered, feedback.means(me), names, now))
                        .orElse(null),
                together(withMentees, names, plans),
                OwnTask.of(openTasks.of(me), now.moment()),
                OwnTask.of(offered.toCouncil(), now.moment()),
                OwnTask.of(offered.toAnybody(), now.moment()),
                cases,
                Told.of(others, names, reach.of(me, others), profiles.about(close)),
                coveredMentees.stream().map(id -> name(names, id)).sorted().toList(),
                contacts.stream()
                        .filter(id -> !id.equals(me))
                        .map(id -> name(names, id))
                        .sorted()
                        .toList(),
                reach.of(me, me).isPresent(),
                new Starts(asking.rep(), asking.contact(), withMentor.isPresent(), asMentor.orElse(null), running)
                        .among(asking.mayStart(), now));
    }

    private List<Mentor> coveredBy(String me, Now now) {
        return mentors.findByAbsenceCover(me).stream()
                .filter(away -> away.isAwayAt(now))
                .toList();
    }

    private List<OpenTask> tasksOfMentor(Mentorship own) {
        return openTasks.seenByMentee(List.of(own.mentorId()), List.of(own.menteeId(), own.id()));
    }

    private List<Together> together(
            List<Mentorship> withMentees, Map<String, String> names, Map<String, LastPlan> plans) {
        var mentees = withMentees.stream().map(Mentorship::menteeId).toList();
        var subjects = withMentees.stream()
                .flatMap(mentorship -> Stream.of(mentorship.menteeId(), mentorship.id()))
                .toList();
        var tasks = openTasks.seenByMentor(mentees, subjects).stream().collect(groupingBy(OpenTask::assignee));
        return withMentees.stream()
                .map(own -> Together.of(
                        own, name(names, own.menteeId()), plans, tasks.getOrDefault(own.menteeId(), List.of())))
                .sorted(comparing(Together::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** A case that somebody has started for another person is that person's business. */
    private List<Case> casesOf(String me) {
        return ownCases.startedBy(me).stream()
                .filter(own -> me.equals(own.subject()) || own.process().equals(CONCERN))
                .filter(own -> !own.process().equals(LEAVING) || departed.isUnderWay(me))
                .map(own -> new Case(own.process(), own.name(), own.since().toString()))
                .toList();
    }

    private static String name(Map<String, String> names, String userId) {
        return names.getOrDefault(userId, userId);
    }

    private record Asking(String id, boolean rep, boolean contact, List<Startable> mayStart) {}

    /**
     * The whole page. All dates and times are ISO text.
     *
     * @param firstName what the page calls whoever is logged in
     * @param rep whether they are a rep, and could have a mentor
     * @param withMentor the mentorship in which they are guided
     * @param mentorAway the absence of their mentor
     * @param asMentor what they are as a mentor
     * @param withMentees the mentorships in which they guide others
     * @param tasks what waits for them alone
     * @param council what waits for the council, and they could take
     * @param offered what else they could take
     * @param cases what they have started and is not over
     * @param told what the others have told of themselves, by their names
     * @param coveredMentees the mentees of those for whom they are there meanwhile, by their names
     * @param contacts who looks after mentorships, by their names
     * @param reachable whether they have said themselves how to reach them
     * @param starts what they can start now
     */
    record Page(
            String firstName,
            boolean rep,
            @Nullable Together withMentor,
            @Nullable Away mentorAway,
            @Nullable AsMentor asMentor,
            List<Together> withMentees,
            List<OwnTask> tasks,
            List<OwnTask> council,
            List<OwnTask> offered,
            List<Case> cases,
            Map<String, Told> told,
            List<String> coveredMentees,
            List<String> contacts,
            boolean reachable,
            List<Starts.Start> starts) {}

    /** What somebody has told of themself to whoever is logged in; null for what they have not. */
    record Told(@Nullable String reach, @Nullable String about) {

        private static Map<String, Told> of(
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
     * @param waiting what the other one is to do next, as far as both know of it
     */
    record Together(
            String name,
            String beganOn,
            String committedUntil,
            @Nullable String channel,
            @Nullable String contactEvery,
            @Nullable Plan plan,
            List<Waiting> waiting) {

        private static Together of(
                Mentorship mentorship, String name, Map<String, LastPlan> plans, List<OpenTask> tasks) {
            var plan = plans.get(mentorship.id());
            return new Together(
                    name,
                    mentorship.beganOn().toString(),
                    mentorship.committedUntil().toString(),
                    mentorship.channel(),
                    mentorship.contactEvery(),
                    plan == null ? null : new Plan(plan.heldOn().toString(), plan.plans(), plan.support()),
                    tasks.stream().map(Waiting::of).toList());
        }
    }

    record Plan(String heldOn, String plans, String support) {}

    /**
     * Something the other one of the two is to do.
     *
     * @param task its id in the diagram
     * @param name what it is called there, for tasks of which the page knows nothing
     */
    record Waiting(
            String task,
            String name,
            String since,
            @Nullable String due) {

        private static Waiting of(OpenTask task) {
            return new Waiting(task.kind(), task.name(), task.since().toString(), textOrNull(task.due()));
        }
    }

    /** An absence that lasts today; without a name nobody covers for them. */
    record Away(String backOn, @Nullable String cover) {

        private static Optional<Away> of(Mentor mentor, Map<String, String> names, Now now) {
            return Optional.ofNullable(MentorList.backOn(mentor, now))
                    .map(backOn ->
                            new Away(backOn, mentor.cover() == null ? null : MyMentorship.name(names, mentor.cover())));
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

        private static AsMentor of(
                Mentor mentor, int mentees, List<Mentor> covered, Means feedback, Map<String, String> names, Now now) {
            var notUntil = mentor.noNewMenteesUntil();
            return new AsMentor(
                    mentor.capacity(),
                    MentorList.freePlaces(mentor, mentees, now),
                    notUntil == null || notUntil.isBefore(now.dayOf(mentor.id())) ? null : notUntil.toString(),
                    mentor.resigningOn() == null ? null : mentor.resigningOn().toString(),
                    Away.of(mentor, names, now).orElse(null),
                    covered.stream()
                            .map(away -> new Covered(MyMentorship.name(names, away.id()), MentorList.backOn(away, now)))
                            .toList(),
                    feedback.answers().isEmpty() ? null : feedback);
        }
    }

    /** Another mentor who is away. */
    record Covered(String name, @Nullable String backOn) {}

    /**
     * Something that whoever is logged in has to do, or could; optional where they may do it, and need not.
     *
     * @param overdue by the programme's clock, as a browser's may be wrong
     */
    record OwnTask(
            String id,
            String name,
            boolean optional,
            String since,
            @Nullable String due,
            boolean overdue) {

        private static List<OwnTask> of(List<OpenTask> tasks, Instant now) {
            return tasks.stream().map(task -> of(task, now)).toList();
        }

        private static OwnTask of(OpenTask task, Instant now) {
            var due = task.due();
            return new OwnTask(
                    task.id(),
                    task.name(),
                    task.optional(),
                    task.since().toString(),
                    textOrNull(due),
                    due != null && due.isBefore(now));
        }
    }

    /** A case under way: the key of its process, and what its diagram is called. */
    record Case(String process, String name, String since) {}

    private static @Nullable String textOrNull(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
