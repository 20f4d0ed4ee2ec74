package org.reps.mentoring.resignation;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import org.reps.mentoring.engine.people.Option;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code mentor-resignation} show and offer. */
@Component("resignationForms")
@Transactional(readOnly = true)
public class ResignationForms {

    private final Resignations resignations;
    private final Successors successors;
    private final Placements placements;
    private final Mentorships mentorships;
    private final People people;

    ResignationForms(
            Resignations resignations,
            Successors successors,
            Placements placements,
            Mentorships mentorships,
            People people) {
        this.resignations = resignations;
        this.successors = successors;
        this.placements = placements;
        this.mentorships = mentorships;
        this.people = people;
    }

    /** What the mentor reads before they recommend. */
    public ToRecommend toRecommend(String resignationId) {
        var resignation = resignations.get(resignationId);
        var left = without(resignation);
        return new ToRecommend(
                people.firstName(resignation.mentorId()),
                names(left),
                left.size(),
                resignation.recommendations().size());
    }

    /** The mentees without a recommendation, as options of the form. */
    public List<Option> menteeOptions(String resignationId) {
        return people.options(without(resignations.get(resignationId)));
    }

    /** The mentors who can be recommended for one of the mentees without a recommendation, with their free places. */
    public List<Option> successorOptions(String resignationId) {
        var resignation = resignations.get(resignationId);
        return successors.options(resignation, without(resignation));
    }

    /** What a contact, or the mentor, reads about the resignation. */
    public Said said(String resignationId) {
        var resignation = resignations.get(resignationId);
        return new Said(
                people.name(resignation.mentorId()),
                people.firstName(resignation.mentorId()),
                resignation.beganOn().toString(),
                resignation.lastDay() == null ? "" : resignation.lastDay().toString(),
                resignation.message(),
                names(mentorships.menteesOf(resignation.mentorId())));
    }

    /** Why the mentor steps down: a reference to a sealed text, empty when they wrote nothing. */
    public String reason(String resignationId) {
        return resignations.get(resignationId).reason();
    }

    /** Whom the mentor recommends, mentee by mentee; the reasons are still sealed. */
    public List<Recommended> recommendations(String resignationId) {
        var resignation = resignations.get(resignationId);
        return mentorships.menteesOf(resignation.mentorId()).stream()
                .sorted()
                .map(menteeId -> recommended(menteeId, resignation))
                .toList();
    }

    private Recommended recommended(String menteeId, Resignation resignation) {
        return resignation
                .recommendationFor(menteeId)
                .map(found -> found.successorId() == null
                        ? new Recommended(people.name(menteeId), "Nobody", whyNobody(found))
                        : new Recommended(people.name(menteeId), people.name(found.successorId()), ""))
                .orElseGet(() -> new Recommended(people.name(menteeId), "Not said", ""));
    }

    private static String whyNobody(Recommendation recommendation) {
        return recommendation.whyNobody().isEmpty() ? "Nobody could take this mentee." : recommendation.whyNobody();
    }

    /** How many are placed, as a contact reads it. */
    public Count placed(String resignationId) {
        return placements.count(resignations.get(resignationId));
    }

    /** What has become of each mentee, as a contact reads it. */
    public List<Placement> placements(String resignationId) {
        return placements.of(resignations.get(resignationId));
    }

    private List<String> without(Resignation resignation) {
        return resignation.withoutRecommendation(mentorships.menteesOf(resignation.mentorId()));
    }

    private String names(Collection<String> userIds) {
        return userIds.stream().map(people::name).sorted().collect(joining(", "));
    }

    /**
     * What is left to recommend.
     *
     * @param mentees the names of those without a recommendation
     * @param left how many they are
     * @param done for how many the mentor has said it
     */
    public record ToRecommend(String firstName, String mentees, int left, int done) {}

    /** A resignation as forms show it; dates are ISO text. */
    public record Said(
            String mentor, String firstName, String handedInOn, String lastDay, String message, String mentees) {}

    /** One row of the table of recommendations; the reason is a reference to a sealed text. */
    public record Recommended(String mentee, String successor, String why) {}

    /** One row of the table of mentees; the new mentor's name is empty where there is none. */
    public record Placement(String mentee, String mentor, String state) {}

    /**
     * How many are placed.
     *
     * @param on the day of which this is true, ISO text
     * @param all how many need another mentor, and had or have this one
     */
    public record Count(String mentor, String lastDay, String on, int placed, int all) {}
}
