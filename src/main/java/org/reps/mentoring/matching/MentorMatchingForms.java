package org.reps.mentoring.matching;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.world.Languages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/mentor-matching.bpmn} show, and those of other processes about a rep. */
@Component("matchingForms")
@Transactional(readOnly = true)
public class MentorMatchingForms {

    private final Suggestions suggestions;
    private final MatchingNotes notes;
    private final Reps reps;
    private final Mentors mentors;
    private final Profiles profiles;
    private final TimeZones zones;
    private final People people;
    private final Clock clock;

    MentorMatchingForms(
            Suggestions suggestions,
            MatchingNotes notes,
            Reps reps,
            Mentors mentors,
            Profiles profiles,
            TimeZones zones,
            People people,
            Clock clock) {
        this.suggestions = suggestions;
        this.notes = notes;
        this.reps = reps;
        this.mentors = mentors;
        this.profiles = profiles;
        this.zones = zones;
        this.people = people;
        this.clock = clock;
    }

    /** The options of the form in which a contact chooses a mentor to ask. */
    public List<Option> options(String menteeId, @Nullable Collection<String> excludedMentorIds) {
        return people.options(suggestions.forMentee(menteeId, excludedMentorIds).stream()
                .map(Suggestion::mentorId)
                .toList());
    }

    /** The table of the form in which a contact chooses a mentor to ask, the best first. */
    public List<Ranked> ranking(String menteeId, @Nullable Collection<String> excludedMentorIds) {
        var names = people.names();
        return suggestions.forMentee(menteeId, excludedMentorIds).stream()
                .map(suggestion -> new Ranked(
                        names.getOrDefault(suggestion.mentorId(), suggestion.mentorId()),
                        suggestion.points(),
                        suggestion.mentees(),
                        suggestion.freePlaces(),
                        suggestion.why()))
                .toList();
    }

    /**
     * What was answered so far while a mentor was looked for; the reasons are still sealed, and those of an earlier
     * search are not opened in this one.
     */
    public List<Answered> answers(String menteeId) {
        return notes.findByMenteeIdOrderByNotedOn(menteeId).stream()
                .map(note -> new Answered(
                        note.notedOn().toString(),
                        note.mentorId() == null ? "" : people.name(note.mentorId()),
                        note.answer(),
                        note.reason()))
                .toList();
    }

    /** What a mentor or contact reads about the rep. */
    public MenteeProfile menteeProfile(String menteeId) {
        var rep = reps.findById(menteeId).orElseThrow();
        var zone = zones.of(menteeId);
        return new MenteeProfile(
                people.name(menteeId),
                people.firstName(menteeId),
                languageNames(rep.languages()),
                zone.getId(),
                timeOfDay(zone),
                words(rep.skillsWanted()),
                rep.goals(),
                rep.noteForMentor(),
                profiles.about(menteeId));
    }

    /** What a rep reads about the mentor who is proposed to them. */
    public MentorProfile mentorProfile(String mentorId, String menteeId) {
        var mentor = mentors.findById(mentorId).orElseThrow();
        var suggestion = suggestions.of(mentorId, menteeId);
        var zone = zones.of(mentorId);
        return new MentorProfile(
                people.name(mentorId),
                people.firstName(mentorId),
                languageNames(mentor.languages()),
                zone.getId(),
                timeOfDay(zone),
                words(mentor.skills()),
                suggestion.mentees(),
                suggestion.why(),
                profiles.about(mentorId));
    }

    private String timeOfDay(ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm").format(clock.instant().atZone(zone));
    }

    private static String languageNames(Set<String> codes) {
        return codes.stream().map(Languages::name).sorted().collect(joining(", "));
    }

    private static String words(Set<String> words) {
        return words.stream().sorted().collect(joining(", "));
    }

    /** One row of the table of mentors who can be asked. */
    public record Ranked(String name, int points, int mentees, int freePlaces, String why) {}

    /** One row of the table of answers so far. */
    public record Answered(String on, String mentor, String answer, String reason) {}

    /** A rep as a mentor or contact reads about them. */
    public record MenteeProfile(
            String name,
            String firstName,
            String languages,
            String timeZone,
            String timeOfDay,
            String skillsWanted,
            String goals,
            String note,
            String about) {}

    /** A mentor as a rep reads about them. */
    public record MentorProfile(
            String name,
            String firstName,
            String languages,
            String timeZone,
            String timeOfDay,
            String skills,
            int mentees,
            String why,
            String about) {}
}
