package org.reps.mentoring.matching;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.world.Languages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/mentor-matching.bpmn} asks of the application (SOP: council procedure). Expressions hand over an
 * empty text where a form got no answer.
 */
@Component("matching")
@Transactional
public class MentorMatchingSteps {

    private final Suggestions suggestions;
    private final MatchingNotes notes;
    private final Reps reps;
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final SealedTexts texts;
    private final Clock clock;

    MentorMatchingSteps(
            Suggestions suggestions,
            MatchingNotes notes,
            Reps reps,
            Mentors mentors,
            Mentorships mentorships,
            Council council,
            People people,
            Notices notices,
            SealedTexts texts,
            Clock clock) {
        this.suggestions = suggestions;
        this.notes = notes;
        this.reps = reps;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The mentors who can be asked for this rep, the best first.
     *
     * @param excludedMentorIds those who are not to be asked in this round
     */
    public List<String> suggest(String menteeId, @Nullable Collection<String> excludedMentorIds) {
        // A class that can be read back: the engine stores its name with the variable.
        return suggestions.forMentee(menteeId, excludedMentorIds).stream()
                .map(Suggestion::mentorId)
                .collect(toCollection(ArrayList::new));
    }

    /** The excluded mentors and one more. */
    public List<String> exclude(@Nullable Collection<String> excludedMentorIds, String mentorId) {
        var more = new ArrayList<String>(excludedMentorIds == null ? List.of() : excludedMentorIds);
        if (!more.contains(mentorId)) {
            more.add(mentorId);
        }
        return more;
    }

    /** The options of the form in which a contact chooses a mentor to ask. */
    public List<Option> options(String menteeId, @Nullable Collection<String> excludedMentorIds) {
        return people.options(suggest(menteeId, excludedMentorIds));
    }

    /** The table of the form in which a contact chooses a mentor to ask, the best first. */
    public List<Ranked> ranking(String menteeId, @Nullable Collection<String> excludedMentorIds) {
        return suggestions.forMentee(menteeId, excludedMentorIds).stream()
                .map(suggestion -> new Ranked(
                        people.name(suggestion.mentorId()),
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
        return new MenteeProfile(
                people.name(menteeId),
                people.firstName(menteeId),
                languageNames(rep.languages()),
                rep.zone().getId(),
                timeOfDay(rep.zone()),
                words(rep.skillsWanted()),
                rep.goals(),
                rep.noteForMentor());
    }

    /** What a rep reads about the mentor who is proposed to them. */
    public MentorProfile mentorProfile(String mentorId, String menteeId) {
        var mentor = mentors.findById(mentorId).orElseThrow();
        var suggestion = suggestions.of(mentorId, menteeId);
        return new MentorProfile(
                people.name(mentorId),
                people.firstName(mentorId),
                languageNames(mentor.languages()),
                mentor.zone().getId(),
                timeOfDay(mentor.zone()),
                words(mentor.skills()),
                suggestion.mentees(),
                suggestion.why());
    }

    /**
     * Keeps what a mentor answered to an open assignment.
     *
     * @param offers {@code yes} or {@code no}
     * @param noNewMenteesUntil a day up to which the mentor does not want to be asked, ISO text or empty
     * @throws Refusal when the mentor offers but can take nobody
     */
    public void noteOffer(String menteeId, String mentorId, String offers, String noNewMenteesUntil) {
        if (Choice.is(offers, "yes", "no")) {
            requireFreePlace(menteeId, mentorId);
            return;
        }
        note(menteeId, mentorId, "Not now");
        pause(mentorId, noNewMenteesUntil);
    }

    /**
     * Keeps what a mentor answered when asked directly.
     *
     * @param answer {@code yes}, {@code no} or {@code question}
     * @param reason reference to the sealed text that says why not; may be empty
     * @param noNewMenteesUntil a day up to which the mentor does not want to be asked, ISO text or empty
     * @throws Refusal when the mentor agrees but can take nobody
     */
    public void noteMentorAnswer(
            String menteeId, String mentorId, String answer, String reason, String noNewMenteesUntil) {
        switch (answer) {
            case "yes" -> requireFreePlace(menteeId, mentorId);
            case "no" -> {
                note(menteeId, mentorId, "The mentor said no", reason, "declineReason");
                pause(mentorId, noNewMenteesUntil);
            }
            case "question" -> {}
            default -> throw Choice.unknown(answer);
        }
    }

    /**
     * Keeps what the rep answered to the proposal.
     *
     * @param answer {@code yes}, {@code other} or {@code question}
     * @param reason reference to the sealed text that says why somebody else; may be empty
     */
    public void noteRepAnswer(String menteeId, String mentorId, String answer, String reason) {
        if (Choice.is(answer, "other", "yes", "question")) {
            note(menteeId, mentorId, "The rep would like somebody else", reason, "declineReason");
        }
    }

    /**
     * Keeps why a contact stopped looking for a mentor.
     *
     * @param decision {@code ask}, {@code wait} or {@code stop}; only the last is kept
     */
    public void noteDecision(String menteeId, String decision, String reason) {
        if (Choice.is(decision, "stop", "ask", "wait")) {
            note(menteeId, null, "A contact stopped the search", reason, "stopReason");
        }
    }

    /** Tells a mentor that their time to answer is over and somebody else is asked, and keeps that for the contacts. */
    public void tellQuestionClosed(String mentorId, String menteeId) {
        note(menteeId, mentorId, "The mentor did not answer");
        notices.tell(mentorId, "mentor-question-closed", menteeId, names(menteeId, mentorId));
    }

    /** Tells a mentor kindly that the rep does not start with them, without saying why. */
    public void tellNotChosen(String mentorId, String menteeId) {
        notices.tell(mentorId, "mentor-not-chosen", menteeId, names(menteeId, mentorId));
    }

    /** Reminds the rep of the mentor who is waiting for their answer. */
    public void remindOfProposal(String menteeId, String mentorId) {
        notices.remind(menteeId, "proposal-reminder", mentorId, names(menteeId, mentorId));
    }

    /** Tells rep and mentor that somebody else was quicker, and that the search goes on. */
    public void tellPlaceTaken(String menteeId, String mentorId) {
        notices.tell(menteeId, "place-taken-mentee", mentorId, names(menteeId, mentorId));
        notices.tell(mentorId, "place-taken-mentor", menteeId, names(menteeId, mentorId));
    }

    /**
     * Begins the mentorship, in place of the one before where the mentor is changed.
     *
     * @param reason why a mentor is looked for: {@code onboarding} or {@code mentor-change}
     * @return the mentorship's id, or null when the mentor can take nobody any more
     */
    public @Nullable String begin(String menteeId, String mentorId, String reason) {
        return Choice.is(reason, "mentor-change", "onboarding")
                ? mentorships.change(menteeId, mentorId)
                : mentorships.begin(menteeId, mentorId);
    }

    /**
     * Tells rep and mentor that they are together now, and what comes next.
     *
     * @param reason why a mentor was looked for: after a {@code mentor-change} there is no orientation
     */
    public void tellBegun(String mentorshipId, String reason) {
        var notice = Choice.is(reason, "mentor-change", "onboarding") ? "mentor-changed-" : "mentorship-begun-";
        var mentorship = mentorships.byId(mentorshipId);
        for (var role : List.of("mentee", "mentor")) {
            var recipient = role.equals("mentee") ? mentorship.menteeId() : mentorship.mentorId();
            var values = new HashMap<String, Object>(names(mentorship.menteeId(), mentorship.mentorId()));
            values.put("until", mentorship.committedUntil());
            notices.tell(recipient, notice + role, mentorshipId, values);
        }
    }

    /**
     * Tells a rep for whom nobody was found what happens now, and the contacts that this rep is waiting (SOP: council
     * procedure).
     */
    public void tellNobodyFound(String menteeId) {
        var about = Map.of("mentee", people.firstName(menteeId));
        notices.tell(menteeId, "no-mentor-found-mentee", menteeId, about);
        for (var contact : council.contacts()) {
            notices.tell(contact, "no-mentor-found-contact", menteeId, about);
        }
    }

    private Map<String, String> names(String menteeId, String mentorId) {
        return Map.of("mentee", people.firstName(menteeId), "mentor", people.firstName(mentorId));
    }

    private void requireFreePlace(String menteeId, String mentorId) {
        if (!suggest(menteeId, List.of()).contains(mentorId)) {
            throw new Refusal(
                    "You cannot take another mentee at the moment: you are away or stepping down, or all your places"
                            + " are taken."
                            + " Please decline this time.");
        }
    }

    private void note(String menteeId, @Nullable String mentorId, String answer) {
        note(menteeId, mentorId, answer, "", "");
    }

    private void note(String menteeId, @Nullable String mentorId, String answer, String reason, String field) {
        var id = UUID.randomUUID().toString();
        var kept = texts.keep(reason, field, Place.forCouncil("matching_note:" + id, "answers"));
        notes.save(new MatchingNote(id, menteeId, mentorId, answer, kept, LocalDate.now(clock), null));
    }

    private void pause(String mentorId, String until) {
        if (!until.isEmpty()) {
            mentors.save(mentors.findById(mentorId).orElseThrow().withoutNewMenteesUntil(LocalDate.parse(until)));
        }
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
            String note) {}

    /** A mentor as a rep reads about them. */
    public record MentorProfile(
            String name,
            String firstName,
            String languages,
            String timeZone,
            String timeOfDay,
            String skills,
            int mentees,
            String why) {}
}
