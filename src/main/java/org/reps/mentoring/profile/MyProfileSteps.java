package org.reps.mentoring.profile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.person.Reaches;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/my-profile.bpmn} asks of the application. The form shows what was said before, so what it sends is
 * all there is: what is empty is not said any more.
 */
@Component("myProfile")
@Transactional
public class MyProfileSteps {

    private final Profiles profiles;
    private final Reaches reaches;
    private final Reps reps;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final MentoringRules rules;
    private final People people;
    private final ReadersLanguage languages;
    private final Notices notices;
    private final Days days;

    MyProfileSteps(
            Profiles profiles,
            Reaches reaches,
            Reps reps,
            Mentors mentors,
            Mentorships mentorships,
            MentoringRules rules,
            People people,
            ReadersLanguage languages,
            Notices notices,
            Days days) {
        this.profiles = profiles;
        this.reaches = reaches;
        this.reps = reps;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.rules = rules;
        this.people = people;
        this.languages = languages;
        this.notices = notices;
        this.days = days;
    }

    /**
     * Keeps what everybody can say of themself.
     *
     * @param reach how they can be reached; empty when nobody is to be told
     * @param reachSeenBy {@code mentorship}, {@code contacts} or {@code everybody}
     * @param languages ISO 639 codes
     * @param timeZone IANA name
     */
    public void keep(
            String userId,
            String reach,
            String reachSeenBy,
            String about,
            @Nullable Collection<String> languages,
            String timeZone,
            @Nullable Collection<String> skills) {
        var seenBy = switch (reachSeenBy) {
            case "mentorship" -> Reach.SeenBy.MENTOR_AND_MENTEES;
            case "contacts" -> Reach.SeenBy.CONTACTS;
            case "everybody" -> Reach.SeenBy.EVERYBODY;
            default -> throw Choice.unknown(reachSeenBy);
        };
        if (reach.isEmpty()) {
            reaches.deleteById(userId);
        } else {
            reaches.save(reaches.findById(userId)
                    .map(said -> said.saying(reach, seenBy))
                    .orElseGet(() -> Reach.of(userId, reach, seenBy)));
        }
        profiles.tells(userId, about);
        profiles.canPassOn(userId, skills);
        profiles.speaks(userId, languages);
        profiles.livesIn(userId, timeZone);
    }

    /**
     * Keeps what a rep would like from the programme.
     *
     * @throws Refusal when this is no rep, and says something all the same
     */
    public void keepAsRep(
            String userId, @Nullable Collection<String> skillsWanted, String goals, String noteForMentor) {
        // It is the first of what is kept.
        profiles.lock(userId);
        if (!people.isIn(Group.REPS, userId)) {
            if (skillsWanted != null || !goals.isEmpty() || !noteForMentor.isEmpty()) {
                throw new Refusal("What you would like to learn or achieve is asked of reps only, and you are none."
                        + " Please leave it empty.");
            }
            return;
        }
        var rep = reps.findById(userId).orElseGet(() -> Rep.joined(userId, days.ofProgramme()));
        reps.save(rep.describedAs(
                rep.languages(),
                rep.timeZone(),
                skillsWanted == null ? Set.of() : new HashSet<>(skillsWanted),
                goals,
                noteForMentor));
    }

    /**
     * Keeps how many mentees a mentor would like, and until when nobody new. Fewer than they guide is no reason to
     * part: all stay, and nobody new comes until there are fewer.
     *
     * @param capacity null when nothing is said
     * @param noNewMenteesUntil the last day on which they do not want to be asked, ISO text; empty for none
     * @throws Refusal when a mentor does not say how many, or more than a mentor has at most; or when this is no mentor
     *     and says something all the same
     */
    public void keepAsMentor(String userId, @Nullable Number capacity, String noNewMenteesUntil) {
        if (!mentors.isMentor(userId)) {
            if (capacity != null || !noNewMenteesUntil.isEmpty()) {
                throw new Refusal(
                        "How many mentees you would like, and until when nobody new, is asked of mentors only,"
                                + " and you are none. Please leave it empty.");
            }
            return;
        }
        if (capacity == null) {
            throw Refusal.at("capacity", "Mentees at most", "please give a number; 0 means nobody new.");
        }
        mentors.change(
                userId,
                mentor -> mentor.wishing(capacity.intValue(), rules.capacity())
                        .withNoNewMenteesUntil(
                                noNewMenteesUntil.isEmpty() ? null : LocalDate.parse(noNewMenteesUntil)));
    }

    /**
     * Keeps how many sessions a month a mentor gives to reps who ask for one.
     *
     * @param sessionsAMonth null when nothing is said: then it is what is usual in the programme
     * @throws Refusal when this is no mentor, and says something all the same
     */
    public void keepSessions(String userId, @Nullable Number sessionsAMonth) {
        if (mentors.isMentor(userId)) {
            mentors.change(
                    userId,
                    mentor -> mentor.withSessionsAMonth(sessionsAMonth == null ? null : sessionsAMonth.intValue()));
        } else if (sessionsAMonth != null) {
            throw new Refusal("How many sessions a month you give is asked of mentors only, and you are none."
                    + " Please leave it empty.");
        }
    }

    /**
     * Keeps in which language somebody reads.
     *
     * @param language its code, or {@link ReadersLanguage#AS_BROWSER}; empty when nothing is said, which is the same
     */
    public void keepLanguage(String userId, String language) {
        languages.choose(userId, language.isEmpty() ? ReadersLanguage.AS_BROWSER : language);
    }

    /** Tells the person what holds from now on, in case somebody else has said it. */
    public void tellKept(String userId) {
        var own = profiles.of(userId);
        var guiding = mentorships.menteesOf(userId).size();
        var values = new HashMap<String, @Nullable Object>();
        values.put("seenBy", own.reach().isEmpty() ? null : own.reachSeenBy());
        values.put("capacity", own.capacity());
        values.put("guiding", guiding);
        values.put("tooMany", own.capacity() != null && own.capacity() < guiding);
        values.put("until", own.noNewMenteesUntil() == null ? null : LocalDate.parse(own.noNewMenteesUntil()));
        values.put("zone", own.timeZone());
        // As often as it is changed.
        notices.tell(userId, "profile-kept", String.valueOf(profiles.changes(userId)), values);
    }
}
