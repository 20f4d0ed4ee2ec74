package org.reps.mentoring.mymentorship;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.agenda.MeetingAgenda;
import org.reps.mentoring.askamentor.OwnSessions;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.checkin.LastPlans;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.cases.OpenTasks.OpenTask;
import org.reps.mentoring.engine.cases.StartableProcesses;
import org.reps.mentoring.engine.cases.StartableProcesses.Startable;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.stages.CasesUnderWay;
import org.reps.mentoring.feedback.YearlyFeedbackSteps;
import org.reps.mentoring.keepintouch.InTouchOfPairs;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.leaving.Departed;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Goals;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.mymentorship.Cases.Case;
import org.reps.mentoring.pair.PairMeetings;
import org.reps.mentoring.pair.SharedLists;
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
public class MyMentorship {

    private static final String LEAVING = "leave-programme";

    private final CurrentPerson person;
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final LastPlans lastPlans;
    private final Goals goals;
    private final SharedLists lists;
    private final PairMeetings meetings;
    private final MeetingAgenda agenda;
    private final InTouchOfPairs inTouch;
    private final OwnSessions sessions;
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
            SharedLists lists,
            PairMeetings meetings,
            MeetingAgenda agenda,
            InTouchOfPairs inTouch,
            OwnSessions sessions,
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
        this.lists = lists;
        this.meetings = meetings;
        this.agenda = agenda;
        this.inTouch = inTouch;
        this.sessions = sessions;
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
    public Page page() {
        var asking = new Asking(
                person.id(),
                person.isIn(Group.REPS),
                person.isIn(Group.CONTACTS),
                person.isOperator(),
                startable.forCurrentPerson());
        return person.lookUp(() -> Objects.requireNonNull(reading.execute(transaction -> page(asking))));
    }

    private Page page(Asking asking) {
        var me = asking.id();
        var now = days.nowForMany();
        var running = mentorships.of(me);
        var withMentor =
                running.stream().filter(one -> one.menteeId().equals(me)).findFirst();
        var contacts = people.in(Group.CONTACTS);
        var withMentees =
                running.stream().filter(one -> one.mentorId().equals(me)).toList();
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
                (diagram, english) -> Translations.OF_DIAGRAMS.in(language, diagram, english),
                now.moment());
        var ownSessions = sessions.of(me, now.moment());
        var named = people.names(Stream.of(
                        others.stream(),
                        ownSessions.stream().map(OwnSessions.Own::otherId),
                        cases.named().stream(),
                        Stream.concat(myMentor.stream(), asMentor.stream()).map(Mentor::cover),
                        covered.stream().map(Mentor::id))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .collect(toSet()));
        UnaryOperator<String> name = id -> Page.name(named, id);
        var ids = running.stream().map(Mentorship::id).toList();
        var plans = lastPlans.of(ids);
        var reached = goals.of(ids);
        var points = lists.points(ids);
        var ahead = meetings.of(ids, me);
        var agendas = agenda.of(running, me, language, plans, points, reached);
        var talked = inTouch.talkedOn(ids);
        UnaryOperator<@Nullable String> often =
                english -> english == null ? null : Translations.OF_FORMS.in(language, english);
        Function<Mentorship, Page.Together> together = one -> Page.Together.of(
                one,
                often,
                name.apply(one.otherThan(me)),
                plans,
                cases.with(subjects(List.of(one)), name),
                SharedLists.shown(reached.getOrDefault(one.id(), List.of()), me, name),
                SharedLists.shown(points.getOrDefault(one.id(), List.of()), me, name),
                ahead.stream()
                        .filter(next -> next.mentorshipId().equals(one.id()))
                        .findFirst()
                        .map(next -> Page.Meeting.of(
                                next.invitation(),
                                now.zones().apply(one.otherThan(me)).getId()))
                        .orElse(null),
                agendas.get(one.id()),
                Objects.toString(talked.get(one.id()), null));
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
                asking.rep(),
                asking.operator(),
                withMentor.map(together).orElse(null),
                myMentor.flatMap(found -> Page.Away.of(found, named, now)).orElse(null),
                withMentor
                        .flatMap(pair -> departed.underWay(pair.mentorId()))
                        .filter(Departed.UnderWay::noticed)
                        .isPresent(),
                lastDay.orElse(null),
                asMentor.map(found ->
                                Page.AsMentor.of(found, withMentees.size(), covered, feedback.means(me), named, now))
                        .orElse(null),
                withMentees.stream()
                        .map(together)
                        .sorted(comparing(Page.Together::name, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                mine.stream().filter(open -> !cases.isChoice(open)).map(task).toList(),
                called(offered.toCouncil(), said).stream().map(task).toList(),
                called(offered.toAnybody(), said).stream().map(task).toList(),
                own,
                ownSessions.stream()
                        .map(one -> Page.Session.of(
                                one, name, now.zones().apply(one.otherId()).getId()))
                        .toList(),
                Page.Told.of(others, named, reach.of(me, others), profiles.about(close)),
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

    private record Asking(String id, boolean rep, boolean contact, boolean operator, List<Startable> mayStart) {}
}
