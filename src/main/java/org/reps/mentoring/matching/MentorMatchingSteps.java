package org.reps.mentoring.matching;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
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
    private final Mentors mentors;
    private final Mentorships mentorships;
    private final Council council;
    private final People people;
    private final Notices notices;
    private final SealedTexts texts;
    private final Days days;

    MentorMatchingSteps(
            Suggestions suggestions,
            MatchingNotes notes,
            Mentors mentors,
            Mentorships mentorships,
            Council council,
            People people,
            Notices notices,
            SealedTexts texts,
            Days days) {
        this.suggestions = suggestions;
        this.notes = notes;
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.council = council;
        this.people = people;
        this.notices = notices;
        this.texts = texts;
        this.days = days;
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
     * @param decision {@code ask}, {@code again}, {@code wait} or {@code stop}; only the last is kept
     */
    public void noteDecision(String menteeId, String decision, String reason) {
        if (Choice.is(decision, "stop", "ask", "again", "wait")) {
            note(menteeId, null, "A contact stopped the search", reason, "stopReason");
        }
    }

    /** Tells a mentor that their time to answer is over and somebody else is asked, and keeps that for the contacts. */
    public void tellQuestionClosed(String mentorId, String menteeId) {
        note(menteeId, mentorId, "The mentor did not answer");
        tellMentor(menteeId, mentorId, "mentor-question-closed");
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
        var values = new HashMap<String, Object>(names(mentorship.menteeId(), mentorship.mentorId()));
        values.put("until", mentorship.committedUntil());
        notices.tellOf(mentorship.mentorId(), mentorship.menteeId(), notice + "mentee", mentorshipId, values);
        notices.tellOf(mentorship.menteeId(), mentorship.mentorId(), notice + "mentor", mentorshipId, values);
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

    /**
     * Tells the rep.
     *
     * @param notice name of the mail's template
     */
    public void tellMentee(String menteeId, String mentorId, String notice) {
        notices.tell(menteeId, notice, mentorId, names(menteeId, mentorId));
    }

    /** Tells the mentor, as {@link #tellMentee(String, String, String)}. */
    public void tellMentor(String menteeId, String mentorId, String notice) {
        notices.tell(mentorId, notice, menteeId, names(menteeId, mentorId));
    }

    /**
     * Tells both, as {@link #tellMentee(String, String, String)}; the templates know besides whether a {@code circle}
     * of mentors would close.
     */
    public void tellBoth(String menteeId, String mentorId, String toMentee, String toMentor) {
        var values = new HashMap<String, Object>(names(menteeId, mentorId));
        values.put("circle", mentorships.cannotGuide(menteeId).contains(mentorId));
        notices.tell(menteeId, toMentee, mentorId, values);
        notices.tell(mentorId, toMentor, menteeId, values);
    }

    /** Reminds the rep, as {@link #tellMentee(String, String, String)}. */
    public void remindMentee(String menteeId, String mentorId, String notice) {
        notices.remind(menteeId, notice, mentorId, names(menteeId, mentorId));
    }

    private Map<String, String> names(String menteeId, String mentorId) {
        return Map.of("mentee", people.firstName(menteeId), "mentor", people.firstName(mentorId));
    }

    private void requireFreePlace(String menteeId, String mentorId) {
        if (!suggest(menteeId, List.of()).contains(mentorId)) {
            throw new Refusal(
                    "You cannot take this mentee at the moment: you are away or stepping down, all your places are"
                            + " taken, or the rep guides you, themself or through others. Please decline this time.");
        }
    }

    private void note(String menteeId, @Nullable String mentorId, String answer) {
        note(menteeId, mentorId, answer, "", "");
    }

    private void note(String menteeId, @Nullable String mentorId, String answer, String reason, String field) {
        var id = UUID.randomUUID().toString();
        var kept = texts.keep(reason, field, Place.forCouncil("matching_note:" + id, "answers"));
        notes.save(new MatchingNote(id, menteeId, mentorId, answer, kept, days.ofProgramme(), null));
    }

    private void pause(String mentorId, String until) {
        if (!until.isEmpty()) {
            mentors.save(mentors.findById(mentorId).orElseThrow().withoutNewMenteesUntil(LocalDate.parse(until)));
        }
    }
}
