package org.reps.mentoring.askamentor;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.askamentor.AskAMentorProcess.Facts;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.inactivity.SilentMentors;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorchange.EarlierMentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who can be asked for a session: decided by the table {@code session-mentor}, of what is known here. */
@Component
@Transactional(readOnly = true)
public class SessionMentors {

    private final CoachingSessions sessions;
    private final AskAMentorProcess decisions;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final EarlierMentors earlier;
    private final SilentMentors silent;
    private final Reps reps;
    private final People people;
    private final MentoringRules rules;
    private final TimeZones zones;
    private final Days days;

    SessionMentors(
            CoachingSessions sessions,
            AskAMentorProcess decisions,
            Mentors mentors,
            Mentorships mentorships,
            EarlierMentors earlier,
            SilentMentors silent,
            Reps reps,
            People people,
            MentoringRules rules,
            TimeZones zones,
            Days days) {
        this.sessions = sessions;
        this.decisions = decisions;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.earlier = earlier;
        this.silent = silent;
        this.reps = reps;
        this.people = people;
        this.rules = rules;
        this.zones = zones;
        this.days = days;
    }

    /** The mentors whom this rep can ask by name, whatever it is about. */
    public Set<String> byName(String askerId) {
        return new HashSet<>(among(askerId, null, true));
    }

    /** Whether this mentor can be asked by name for a session on this skill. */
    boolean canBeAsked(String mentorId, String askerId, String skill) {
        return among(askerId, skill, true).contains(mentorId);
    }

    /** The mentors who can be asked for a session on this skill, whoever of them has time. */
    List<String> whoCan(String askerId, String skill) {
        return among(askerId, skill, false);
    }

    private List<String> among(String askerId, @Nullable String skill, boolean byName) {
        var now = days.nowForMany();
        var here = Set.copyOf(people.in(Group.MENTORS));
        var notAnswering =
                silent.now().stream().map(SilentMentors.Silent::mentorId).collect(toSet());
        var apart = new HashSet<>(earlier.of(askerId));
        apart.add(askerId);
        mentorships.ofMentee(askerId).ifPresent(own -> apart.add(own.mentorId()));
        var askedBefore = skill == null
                ? Set.<String>of()
                : sessions.declined(askerId, skill, days.ofProgramme().minus(rules.sessionAgain()));
        var given = givenThisMonth();
        var spoken = reps.findById(askerId).map(Rep::languages).orElse(Set.of());
        // Of many mentors most are alike, and each question to the table is one to the database.
        var decided = new HashMap<Facts, Boolean>();
        return mentors.findAll().stream()
                .filter(mentor -> decided.computeIfAbsent(
                        new Facts(
                                here.contains(mentor.id()) && mentor.isServing() && !mentor.isResigning(),
                                mentor.isAwayAt(now),
                                notAnswering.contains(mentor.id()),
                                apart.contains(mentor.id()),
                                askedBefore.contains(mentor.id()),
                                room(mentor, given),
                                byName,
                                skill != null && mentor.skills().contains(skill),
                                canTalk(mentor.languages(), spoken)),
                        decisions::mayBeAsked))
                .map(Mentor::id)
                // A class that can be read back: the engine stores its name with the variable.
                .collect(toCollection(ArrayList::new));
    }

    /** In the month it is for the programme: a day more or less is nobody's in particular. */
    private Map<String, Integer> givenThisMonth() {
        var first = days.ofProgramme().withDayOfMonth(1);
        var zone = zones.otherwise();
        return sessions
                .given(
                        first.atStartOfDay(zone).toInstant(),
                        first.plusMonths(1).atStartOfDay(zone).toInstant())
                .stream()
                .collect(toMap(CoachingSessions.Given::mentorId, CoachingSessions.Given::sessions));
    }

    private int room(Mentor mentor, Map<String, Integer> given) {
        return mentor.sessionsAMonthOr(rules.sessionsAMonth()) - given.getOrDefault(mentor.id(), 0);
    }

    private static boolean canTalk(Set<String> some, Set<String> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }
}
