package org.reps.mentoring.mymentorship;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.askamentor.SessionMentors;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.engine.cases.StartableProcesses;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.stages.CasesUnderWay;
import org.reps.mentoring.engine.stages.UnderWay;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.profile.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is a mentor and could take somebody, for every participant (SOP: list of mentors). */
@Component
public class MentorList {

    private final CurrentPerson person;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final People people;
    private final Profiles profiles;
    private final Days days;
    private final StartableProcesses startable;
    private final CasesUnderWay underWay;
    private final SessionMentors sessions;
    private final ReadersLanguage languages;
    private final TransactionTemplate reading;

    MentorList(
            CurrentPerson person,
            Mentors mentors,
            Mentorships mentorships,
            People people,
            Profiles profiles,
            Days days,
            StartableProcesses startable,
            CasesUnderWay underWay,
            SessionMentors sessions,
            ReadersLanguage languages,
            PlatformTransactionManager transactions) {
        this.person = person;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.people = people;
        this.profiles = profiles;
        this.days = days;
        this.startable = startable;
        this.underWay = underWay;
        this.sessions = sessions;
        this.languages = languages;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Those who are there or away, by their names; neither user ids nor addresses. */
    public List<Entry> entries() {
        var me = person.id();
        var rep = person.isIn(Group.REPS);
        var contact = person.isIn(Group.CONTACTS);
        // The engine brings their rights up to date before it answers.
        var mayStart = startable.forCurrentPerson();
        return person.lookUp(() -> Objects.requireNonNull(reading.execute(transaction -> {
            var now = days.nowForMany();
            var ownMentor = mentorships.ofMentee(me);
            var running =
                    underWay.of(me, List.of()).stream().map(UnderWay::process).collect(toSet());
            var starts = new Starts(rep, contact, ownMentor.isPresent(), null, running);
            var asking = starts.toAskForMentor(mayStart, now);
            var giveSession = starts.mayAskForSession(mayStart, now) ? sessions.byName(me) : Set.<String>of();
            var cannot = new HashSet<>(mentorships.cannotGuide(me));
            ownMentor.map(Mentorship::mentorId).ifPresent(cannot::add);
            var listed = mentors.findAll().stream().filter(Mentor::isServing).toList();
            var ids = listed.stream().map(Mentor::id).toList();
            var names = people.names(ids);
            var here = Set.copyOf(people.in(Group.MENTORS));
            var load = mentorships.load(ids);
            var about = profiles.about(ids);
            var language = languages.of(me);
            UnaryOperator<String> said = english -> Translations.OF_FORMS.in(language, english);
            return listed.stream()
                    // Whoever has no account or group any more cannot be asked.
                    .filter(mentor -> here.contains(mentor.id()) && names.containsKey(mentor.id()))
                    .map(mentor -> Entry.of(
                            mentor,
                            Objects.requireNonNull(names.get(mentor.id())),
                            load.getOrDefault(mentor.id(), 0),
                            about.get(mentor.id()),
                            asking.filter(start ->
                                            start.whom() == Starts.For.SOMEBODY_ELSE || !cannot.contains(mentor.id()))
                                    .map(Start::process)
                                    .orElse(null),
                            giveSession.contains(mentor.id()),
                            said,
                            now))
                    .sorted(comparing(Entry::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        })));
    }

    /**
     * A mentor as others see them.
     *
     * @param about what they say about themself, null where they have said nothing
     * @param skills as the forms call them in which they are chosen
     * @param languages ISO 639 codes; the page knows their names
     * @param timeZone IANA name
     * @param freePlaces how many more mentees they can have, while away: when they are back
     * @param backOn ISO date, null unless they are away today
     * @param askWith key of the process with which whoever reads can ask for them; null where they cannot
     * @param givesSession whether whoever reads can ask them for a session
     */
    public record Entry(
            String name,
            @Nullable String about,
            List<String> skills,
            List<String> languages,
            String timeZone,
            int freePlaces,
            @Nullable String backOn,
            @Nullable String askWith,
            boolean givesSession) {

        private static Entry of(
                Mentor mentor,
                String name,
                int mentees,
                @Nullable String about,
                @Nullable String askWith,
                boolean givesSession,
                UnaryOperator<String> said,
                Now now) {
            var backOn = mentor.backOn(now);
            var free = mentor.freePlacesAt(now, mentees);
            return new Entry(
                    name,
                    about,
                    mentor.skills().stream().map(said).sorted().toList(),
                    mentor.languages().stream().sorted().toList(),
                    now.zones().apply(mentor.id()).getId(),
                    free,
                    backOn == null ? null : backOn.toString(),
                    free > 0 && mentor.takesMenteesAt(now) ? askWith : null,
                    givesSession);
        }
    }
}
