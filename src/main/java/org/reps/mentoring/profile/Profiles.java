package org.reps.mentoring.profile;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.mailsettings.MailChoice;
import org.reps.mentoring.mailsettings.MailChoices;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.person.Reaches;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say of themselves, wherever they are asked: kept once, so that the next form that asks for it has it
 * filled in already.
 */
@Component
@Transactional
public class Profiles {

    private final ProfileTable table;
    private final Reaches reaches;
    private final Reps reps;
    private final Mentors mentors;
    private final MailChoices choices;
    private final TimeZones zones;
    private final ReadersLanguage readersLanguage;
    private final MentoringRules rules;
    private final People people;
    private final Days days;

    Profiles(
            ProfileTable table,
            Reaches reaches,
            Reps reps,
            Mentors mentors,
            MailChoices choices,
            TimeZones zones,
            ReadersLanguage readersLanguage,
            MentoringRules rules,
            People people,
            Days days) {
        this.table = table;
        this.reaches = reaches;
        this.reps = reps;
        this.mentors = mentors;
        this.choices = choices;
        this.zones = zones;
        this.readersLanguage = readersLanguage;
        this.rules = rules;
        this.people = people;
        this.days = days;
    }

    /** What somebody has said of themself, for nobody else. */
    @Transactional(readOnly = true)
    public Own of(String userId) {
        var reach = reaches.findById(userId);
        var profile = profile(userId);
        var rep = reps.findById(userId);
        var mentor = mentor(userId);
        var until = mentor.map(Mentor::noNewMenteesUntil).filter(day -> !day.isBefore(days.todayOf(userId)));
        return new Own(
                people.isIn(Group.REPS, userId),
                mentor.isPresent(),
                people.isIn(Group.CONTACTS, userId),
                reach.map(Reach::how).orElse(""),
                circle(reach.map(Reach::seenBy).orElse(Reach.SeenBy.MENTOR_AND_MENTEES)),
                profile.about(),
                mentor.map(Mentor::languages).or(() -> rep.map(Rep::languages)).orElse(Set.of()),
                readersLanguage.chosen(userId),
                zones.said(userId).map(ZoneId::getId).orElse(null),
                rep.map(Rep::skillsWanted).orElse(Set.of()),
                mentor.map(Mentor::skills).orElse(profile.skills()),
                rep.map(Rep::goals).orElse(""),
                rep.map(Rep::noteForMentor).orElse(""),
                mentor.map(Mentor::capacity).orElse(null),
                mentor.map(one -> one.sessionsAMonthOr(rules.sessionsAMonth())).orElse(null),
                until.map(Object::toString).orElse(null));
    }

    /** As the form says it. */
    private static String circle(Reach.SeenBy seenBy) {
        return switch (seenBy) {
            case MENTOR_AND_MENTEES -> "mentorship";
            case CONTACTS -> "contacts";
            case EVERYBODY -> "everybody";
        };
    }

    /** What these people say about themselves, by their user ids; whoever has said nothing is not in it. */
    @Transactional(readOnly = true)
    public Map<String, String> about(Collection<String> userIds) {
        return table.findAllById(userIds).stream()
                .filter(not(profile -> profile.about().isEmpty()))
                .collect(toMap(Profile::id, Profile::about));
    }

    /** As {@link #about(Collection)}, of one person; empty text where they have said nothing. */
    @Transactional(readOnly = true)
    public String about(String userId) {
        return profile(userId).about();
    }

    /**
     * Locks what somebody says of themself until the transaction ends, so that what they send from two windows at the
     * same moment is kept in turn.
     *
     * @throws Refusal when they say something for the first time, in two windows
     */
    void lock(String userId) {
        if (table.lockRow(userId).isEmpty()) {
            table.begin(
                    Profile.empty(userId),
                    new Refusal(
                            "You have sent this in another window a moment ago. Please look at your profile again."));
        }
    }

    /** Keeps what somebody says about themself; may be empty. */
    public void tells(String userId, String about) {
        table.save(profile(userId).telling(about));
    }

    /** A number that grows with each change. */
    int changes(String userId) {
        return Objects.requireNonNullElse(profile(userId).version(), 0);
    }

    /**
     * Keeps which languages somebody speaks, as a rep and as a mentor.
     *
     * @param languages ISO 639 codes; null for none
     */
    public void speaks(String userId, @Nullable Collection<String> languages) {
        var spoken = set(languages);
        reps.findById(userId)
                .ifPresent(rep -> reps.save(
                        rep.describedAs(spoken, rep.timeZone(), rep.skillsWanted(), rep.goals(), rep.noteForMentor())));
        change(userId, mentor -> mentor.withLanguages(spoken));
    }

    /**
     * Keeps which skills somebody has, and can pass on as a mentor.
     *
     * @param skills in the words of the forms; null for none
     */
    public void canPassOn(String userId, @Nullable Collection<String> skills) {
        table.save(profile(userId).withSkills(set(skills)));
        change(userId, mentor -> mentor.withSkills(set(skills)));
    }

    /** Keeps both of what a mentor offers, as {@link #speaks} and {@link #canPassOn}. */
    public void offers(String userId, @Nullable Collection<String> languages, @Nullable Collection<String> skills) {
        speaks(userId, languages);
        canPassOn(userId, skills);
    }

    /**
     * Keeps where somebody lives, whatever they have said before.
     *
     * @param timeZone IANA name
     */
    public void livesIn(String userId, String timeZone) {
        reps.findById(userId)
                .ifPresent(rep -> reps.save(rep.describedAs(
                        rep.languages(), timeZone, rep.skillsWanted(), rep.goals(), rep.noteForMentor())));
        change(userId, mentor -> mentor.withTimeZone(timeZone));
        // What is kept beside their choice of mails comes first.
        var choice = choices.findById(userId).orElseGet(() -> MailChoice.usual(userId));
        choices.save(choice.choosing(choice.digest(), timeZone));
    }

    private void change(String userId, UnaryOperator<Mentor> change) {
        if (mentors.isMentor(userId)) {
            mentors.change(userId, change);
        }
    }

    private Profile profile(String userId) {
        return table.findById(userId).orElseGet(() -> Profile.empty(userId));
    }

    /** Whoever has stepped down is a rep like others. */
    private Optional<Mentor> mentor(String userId) {
        return mentors.findById(userId).filter(not(Mentor::hasResigned));
    }

    private static Set<String> set(@Nullable Collection<String> words) {
        return words == null ? Set.of() : new HashSet<>(words);
    }

    /**
     * What somebody has said of themself, under the names by which forms ask for it ({@code fromProfile}).
     *
     * @param rep whether they are a rep
     * @param mentor whether they are a mentor
     * @param contact whether they fill in forms for others
     * @param reachSeenBy as the form says it; the narrowest circle as long as they have said nothing
     * @param languages ISO 639 codes
     * @param readingLanguage the code of the one in which they read, or {@link ReadersLanguage#AS_BROWSER}
     * @param timeZone IANA name; null as long as they have not said it
     * @param capacity null unless they are a mentor
     * @param sessionsAMonth what they have said, or else what is usual; null unless they are a mentor
     * @param noNewMenteesUntil ISO date; null when there is none, or it is over
     */
    public record Own(
            boolean rep,
            boolean mentor,
            boolean contact,
            String reach,
            String reachSeenBy,
            String about,
            Set<String> languages,
            String readingLanguage,
            @Nullable String timeZone,
            Set<String> skillsWanted,
            Set<String> skills,
            String goals,
            String noteForMentor,
            @Nullable Integer capacity,
            @Nullable Integer sessionsAMonth,
            @Nullable String noNewMenteesUntil) {}
}
