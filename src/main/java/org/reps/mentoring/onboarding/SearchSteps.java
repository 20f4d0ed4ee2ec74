package org.reps.mentoring.onboarding;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A search for a mentor that is taken back, for {@code bpmn/rep-onboarding.bpmn}. */
@Component("searches")
@Transactional
public class SearchSteps {

    private final Onboardings onboardings;
    private final RepOnboardingProcess process;
    private final Mentorships mentorships;
    private final People people;
    private final Notices notices;
    private final Days days;

    SearchSteps(
            Onboardings onboardings,
            RepOnboardingProcess process,
            Mentorships mentorships,
            People people,
            Notices notices,
            Days days) {
        this.onboardings = onboardings;
        this.process = process;
        this.mentorships = mentorships;
        this.people = people;
        this.notices = notices;
        this.days = days;
    }

    /** Those who can take it back: the rep, and the contact who has begun it for them. */
    @Transactional(readOnly = true)
    public List<Searcher> searchers(String menteeId, String startedBy) {
        return Stream.of(menteeId, startedBy)
                .distinct()
                .map(userId -> new Searcher(userId, userId.equals(menteeId) ? "" : people.firstName(menteeId)))
                .toList();
    }

    /**
     * Tells all who have something of the search before them, or have answered and wait, that it is over; and the rep
     * or the contact who has begun it, whoever of them has not taken it back. Too late, where somebody has become the
     * mentor meanwhile: then nobody is told, as the search is over.
     *
     * @return whether it is taken back
     */
    public boolean tellTakenBack(String menteeId, String startedBy, String takenBackBy) {
        if (mentorships.ofMentee(menteeId).isPresent()) {
            return false;
        }
        var onboardingId = onboardings.open(menteeId).id();
        var mentee = people.firstName(menteeId);
        for (var asked : process.asked(menteeId)) {
            notices.tell(asked, "search-taken-back-asked", onboardingId, Map.of("mentee", mentee));
        }
        for (var searcher : searchers(menteeId, startedBy)) {
            if (!searcher.userId().equals(takenBackBy)) {
                var values = Map.of("mentee", mentee, "own", searcher.otherRep().isEmpty());
                notices.tell(searcher.userId(), "search-taken-back", onboardingId, values);
            }
        }
        return true;
    }

    /** Closes the onboarding of a rep who does not wait for a mentor any more. */
    public void close(String menteeId) {
        onboardings.changeOpen(menteeId, onboarding -> onboarding.closed(days.ofProgramme()));
    }

    /**
     * Somebody who can take a search back.
     *
     * @param otherRep what the rep is called for whom they have looked; empty for the rep
     */
    public record Searcher(String userId, String otherRep) {}
}
