package org.reps.mentoring.resignation;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/mentor-resignation.bpmn} asks about the mentors whom somebody who steps down recommends. */
@Component("recommendation")
@Transactional
public class RecommendationSteps {

    private final Resignations resignations;
    private final Successors successors;
    private final Mentorships mentorships;
    private final SealedTexts texts;

    RecommendationSteps(Resignations resignations, Successors successors, Mentorships mentorships, SealedTexts texts) {
        this.resignations = resignations;
        this.successors = successors;
        this.mentorships = mentorships;
        this.texts = texts;
    }

    /**
     * Keeps whom the mentor recommends.
     *
     * @param forWhom {@code all} or {@code some} of those who are left, or {@code nobody} for all of them
     * @param forMentees user ids, if it is for some
     * @param successorId user id of a mentor; empty if nobody is recommended
     * @param whyNobody reference to a sealed text; empty if somebody is recommended
     * @throws Refusal when the mentor who is recommended could not guide all of them
     */
    public void note(
            String resignationId,
            String forWhom,
            @Nullable Collection<String> forMentees,
            String successorId,
            String whyNobody) {
        var resignation = resignations.lock(resignationId);
        resignation.requireHandedIn();
        var left = without(resignation);
        if (Choice.is(forWhom, "nobody", "all", "some") || left.isEmpty()) {
            var place = Place.forCouncil(resignation.owner(), "recommendations");
            resignations.save(resignation.recommending(left, null, texts.keep(whyNobody, "whyNobody", place)));
            return;
        }
        var mentees = forWhom.equals("all")
                ? left
                : left.stream()
                        .filter(menteeId -> forMentees != null && forMentees.contains(menteeId))
                        .toList();
        if (mentees.isEmpty()) {
            throw Refusal.at("forMentees", "For whom?", "please choose at least one of your mentees.");
        }
        successors.require(successorId, mentees, resignation);
        resignations.save(resignation.recommending(mentees, successorId, ""));
    }

    /** Keeps that nobody could be recommended for those who are left, because nobody can take them. */
    public void noteNobodyFree(String resignationId) {
        var resignation = resignations.lock(resignationId);
        resignations.save(resignation.recommending(without(resignation), null, ""));
    }

    /** Whom the mentor recommends for this mentee; null when nobody. */
    public @Nullable String successorFor(String resignationId, String menteeId) {
        return resignations
                .get(resignationId)
                .recommendationFor(menteeId)
                .map(Recommendation::successorId)
                .orElse(null);
    }

    private List<String> without(Resignation resignation) {
        return resignation.withoutRecommendation(mentorships.menteesOf(resignation.mentorId()));
    }
}
