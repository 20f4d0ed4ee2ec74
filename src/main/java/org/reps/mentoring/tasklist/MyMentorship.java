package org.reps.mentoring.tasklist;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.MeetingAhead;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.checkin.LastPlans;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.cases.OpenTasks.OpenTask;
import org.reps.mentoring.engine.cases.StartableProcesses;
import org.reps.mentoring.engine.cases.StartableProcesses.Startable;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.stages.CasesUnderWay;
import org.reps.mentoring.feedback.YearlyFeedbackSteps;
import org.reps.mentoring.feedback.YearlyFeedbackSteps.Means;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.leaving.Departed;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Goals;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.reach.HowToReach;
import org.reps.mentoring.tasklist.Cases.Case;
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

    private static final String LEAVING = "leave-programme";

    private final CurrentPerson person;
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final LastPlans lastPlans;
    private final Goals goals;
    private final PairMeetings meetings;
    private final OpenTasks openTasks;
    private final CasesUnderWay underWay;
    private final StartableProcesses startable;
    private final People people;
    private final HowToReach reach;
    private final Profiles profiles;
    private final YearlyFeedbackSteps feedback;
    private final Departed departed;
    private final ReadersLanguage languages;
    private final Days days;
    private final TransactionTemplate reading;

    MyMentorship(
            CurrentPerson person,
            Mentorships mentorships,
            Mentors mentors,
            LastPlans lastPlans,
            Goals goals,
            PairMeetings meetings,
            OpenTasks openTasks,
            CasesUnderWay underWay,
            StartableProcesses startable,
            People people,
            HowToReach reach,
            Profiles profiles,
            YearlyFeedbackSteps feedback,
            Departed departed,
            ReadersLanguage languages,
            Days days,
            PlatformTransactionManager transactions) {
        this.person = person;
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.lastPlans = lastPlans;
        this.goals = goals;
        this.meetings = meetings;
        this.openTasks = openTasks;
        this.underWay = underWay;
        this.startable = startable;
        this.people = people;
        this.reach = reach;
        this.profiles = profiles;
        this.feedback = feedback;
        this.departed = departed;
        this.languages = languages;
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
        var running = Stream.concat(withMentor.stream(), withMentees.stream()).toList();
        var myMentor = withMentor.flatMap(own -> mentors.findById(own.mentorId()));
        var asMentor = mentors.findById(me).filter(found -> found.status() != Mentor.Status.RESIGNED);
        var covered = asMentor.isPresent() ? coveredBy(me, now) : List.<Mentor>of();
        var close = running.stream().map(one -> one.otherThan(me)).toList();
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
        var language = languages.of(me);
        UnaryOperator<String> said = english -> Translations.OF_DIAGRAMS.in(language, english);
        var mine = called(openTasks.of(me), said);
        var offered = openTasks.offered(me);
        var cases = new Cases(
                underWay.of(me, subjects(running)),
                mine,
                called(seenTasks(withMentor.orElse(null), withMentees), said),
                said,
                now.moment());
        var named = people.names(Stream.of(
                        others.stream(),
                        cases.named().stream(),
                        Stream.concat(myMentor.stream(), asMentor.stream()).map(Mentor::cover),
                        covered.stream().map(Mentor::id))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .collect(toSet()));
        UnaryOperator<String> name = id -> name(named, id);
        var ids = running.stream().map(Mentorship::id).toList();
        var plans = lastPlans.of(ids);
        var reached = goals.of(ids);
        var ahead = meetings.of(ids, me);
        UnaryOperator<@Nullable String> often =
                english -> english == null ? null : Translations.OF_FORMS.in(language, english);
        Function<Mentorship, Together> together = one -> Together.of(
                one,
                often,
                name.apply(one.otherThan(me)),
                plans,
                cases.with(subjects(List.of(one)), name),
                PairGoals.shown(reached.getOrDefault(one.id(), List.of()), me, name),
                ahead.stream()
                        .filter(next -> next.mentorshipId().equals(one.id()))
                        .findFirst()
                        .map(next -> Meeting.of(
                                next, now.zones().apply(one.otherThan(me)).getId()))
                        .orElse(null));
        Function<OpenTask, OwnTask> task = open -> OwnTask.of(open, now.moment());
        var own = cases.own(name);
        var begun = own.stream().map(Case::process).collect(toSet());
        var lastDay = departed.underWay(me)
                .filter(leaving -> !leaving.noticed())
                .map(leaving -> leaving.lastDay().toString());
        // A contact may have said it for them.
        lastDay.ifPresent(day -> begun.add(LEAVING));
        return new Page(
                people.greeting(me),
                now.dayOf(me).toString(),
                now.zones().apply(me).getId(),
                asking.rep(),
                withMentor.map(together).orElse(null),
                myMentor.flatMap(found -> Away.of(found, named, now)).orElse(null),
                withMentor
                        .flatMap(pair -> departed.underWay(pair.mentorId()))
                        .filter(Departed.UnderWay::noticed)
                        .isPresent(),
                lastDay.orElse(null),
                asMentor.map(found -> AsMentor.of(found, withMentees.size(), covered, feedback.means(me), named, now))
                        .orElse(null),
                withMentees.stream()
                        .map(together)
                        .sorted(comparing(Together::name, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                mine.stream().filter(open -> !cases.isChoice(open)).map(task).toList(),
                called(offered.toCouncil(), said).stream().map(task).toList(),
                called(offered.toAnybody(), said).stream().map(task).toList(),
                own,
                Told.of(others, named, reach.of(me, others), profiles.about(close)),
                coveredMentees.stream().map(name).sorted().toList(),
                contacts.stream()
                        .filter(id -> !id.equals(me))
                        .map(name)
                        .sorted()
                        .toList(),
                reach.of(me, me).isPresent(),
                new Starts(asking.rep(), asking.contact(), withMentor.isPresent(), asMentor.orElse(null), begun)
                        .among(asking.mayStart(), now));
    }

    private static List<OpenTask> called(List<OpenTask> tasks, UnaryOperator<String> said) {
        return tasks.stream().map(task -> task.called(said.apply(task.name()))).toList();
    }

    /** The business keys of what is about these mentorships. */
    private static List<String> subjects(List<Mentorship> some) {
        return some.stream().flatMap(one -> Stream.of(one.menteeId(), one.id())).toList();
    }

    private List<Mentor> coveredBy(String me, Now now) {
        return mentors.findByAbsenceCover(me).stream()
                .filter(away -> away.isAwayAt(now))
                .toList();
    }

    /** What the others of these pairs are to do, as far as both know of it. */
    private List<OpenTask> seenTasks(@Nullable Mentorship withMentor, List<Mentorship> withMentees) {
        var ofMentor = withMentor == null
                ? List.<OpenTask>of()
                : openTasks.seenByMentee(List.of(withMentor.mentorId()), subjects(List.of(withMentor)));
        var ofMentees = openTasks.seenByMentor(
                withMentees.stream().map(Mentorship::menteeId).toList(), subjects(withMentees));
        return Stream.concat(ofMentor.stream(), ofMentees.stream()).toList();
    }

    private static String name(Map<String, String> names, String userId) {
        return names.getOrDefault(userId, userId);
    }

    private record Asking(String id, boolean rep, boolean contact, List<Startable> mayStart) {}

    /**
     * The whole page. All dates and times are ISO text.
     *
     * @param firstName what the page calls whoever is logged in
     * @param today the day it is for them, by the programme's clock
     * @param zone where they live, by which days are reckoned
     * @param rep whether they are a rep, and could have a mentor
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
     * @param told what the others have told of themselves, by their names
     * @param coveredMentees the mentees of those for whom they are there meanwhile, by their names
     * @param contacts who looks after mentorships, by their names
     * @param reachable whether they have said themselves how to reach them
     * @param starts what they can start now
     */
    record Page(
            String firstName,
            String today,
            String zone,
            boolean rep,
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
     * @param cases what is under way for the two
     * @param meeting when they meet next, if it is arranged
     * @param goals what they want to reach, what was written first at the top
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
            List<PairGoals.Shown> goals,
            @Nullable Meeting meeting) {

        private static Together of(
                Mentorship mentorship,
                UnaryOperator<@Nullable String> often,
                String name,
                Map<String, LastPlan> plans,
                List<Case> cases,
                List<PairGoals.Shown> goals,
                @Nullable Meeting meeting) {
            var plan = plans.get(mentorship.id());
            return new Together(
                    mentorship.id(),
                    name,
                    mentorship.beganOn().toString(),
                    mentorship.committedUntil().toString(),
                    mentorship.channel(),
                    often.apply(mentorship.contactEvery()),
                    plan == null ? null : new Plan(plan.heldOn().toString(), plan.plans(), plan.support()),
                    cases,
                    goals,
                    meeting);
        }
    }

    /**
     * When the two meet next.
     *
     * @param id under which it can be had for a calendar
     * @param zone where the other one lives
     */
    record Meeting(String id, String startsAt, String place, String zone) {

        private static Meeting of(MeetingAhead ahead, String zone) {
            var invitation = ahead.invitation();
            return new Meeting(invitation.uid(), invitation.startsAt().toString(), invitation.place(), zone);
        }
    }

    record Plan(String heldOn, String plans, String support) {}

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

        static OwnTask of(OpenTask task, Instant now) {
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

    static @Nullable String textOrNull(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
