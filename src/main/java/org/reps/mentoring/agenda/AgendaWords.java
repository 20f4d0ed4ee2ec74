package org.reps.mentoring.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.agenda.Agenda.Link;
import org.reps.mentoring.agenda.Agenda.Part;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.feedback.YearlyFeedbackSteps.Means;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.mentorship.Goal;
import org.reps.mentoring.rules.ProgrammeLinks;

/** An agenda in words. What people wrote stays as they wrote it. */
final class AgendaWords {

    private static final String SECTION = "the agenda of a yearly meeting";

    private final String language;

    AgendaWords(String language) {
        this.language = language;
    }

    /**
     * @param last what was agreed the last time; null when it is their first yearly meeting
     * @param points of that plan
     * @param means what the mentees of whoever reads it say, all together; null for whoever is not the mentor
     */
    Agenda agenda(
            @Nullable LastPlan last,
            List<Goal> points,
            List<Goal> goals,
            @Nullable Means means,
            Expectations expectations,
            ProgrammeLinks links) {
        var parts = new ArrayList<Part>();
        parts.add(looking(last));
        if (!points.isEmpty()) {
            parts.add(Part.of(
                    said("Your plan"), said("What you planned the last time, and how it stands."), states(points)));
        }
        var open = goals.stream()
                .filter(goal -> goal.state() == Goal.State.OPEN)
                .map(Goal::words)
                .filter(words -> !words.isEmpty())
                .toList();
        parts.add(Part.of(
                said("Your goals"),
                said(
                        open.isEmpty()
                                ? "No goal is open. What would you like to reach in the next year?"
                                : "These are open. Do they still fit, and what is missing?"),
                open));
        parts.add(together(means));
        expected("What a mentor is there for", expectations.ofMentor(language)).ifPresent(parts::add);
        expected("What can be expected of a mentee", expectations.ofMentee(language))
                .ifPresent(parts::add);
        var guide = Stream.of(
                        new Link(said("A template for the yearly meeting"), links.meetingTemplate()),
                        new Link(said("The guidelines for mentors and mentees"), links.guidelines()))
                .filter(link -> !link.address().isEmpty())
                .toList();
        if (!guide.isEmpty()) {
            parts.add(new Part(said("The programme's guide"), "", List.of(), guide));
        }
        return new Agenda(
                said("What you could talk about"),
                said(
                        "Both of you see this, before the yearly meeting and until it is recorded. Take from it what helps."),
                parts);
    }

    private Part looking(@Nullable LastPlan last) {
        var points = new ArrayList<String>();
        if (last != null) {
            points.add(
                    said("You last had a yearly meeting on %s.".formatted(MeetingTime.day(last.heldOn(), language))));
            if (!last.support().isEmpty()) {
                points.add(said("The support you agreed on") + ": " + last.support());
            }
        }
        return Part.of(said("Looking back"), said("What went well, what was hard, and what helped?"), points);
    }

    /** The themes that feedback has, as questions; what was said in confidence is in none of them. */
    private Part together(@Nullable Means means) {
        var questions = List.of(
                said("Do you reach each other when you need to?"),
                said("Do you listen to each other?"),
                said("Is it useful, and what would make it more so?"),
                said("Is it clear what each of you does?"));
        if (means == null || means.answers().isEmpty()) {
            return Part.of(said("The two of you"), said("What would you like to keep, and what to change?"), questions);
        }
        var values = List.of(means.availability(), means.listening(), means.usefulness(), means.clarity());
        return Part.of(
                said("The two of you"),
                said("Behind each question is what your mentees say all together, from 1 (not at all) to 5 (very much):"
                        + " the mean of %s answers, which only you see.".formatted(means.answers())),
                IntStream.range(0, values.size())
                        .mapToObj(i -> questions.get(i) + " " + values.get(i))
                        .toList());
    }

    private Optional<Part> expected(String title, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Part.of(said(title), text, List.of()));
    }

    private List<String> states(List<Goal> points) {
        return points.stream()
                .filter(point -> !point.words().isEmpty())
                .map(point -> point.words() + " – " + said(state(point)))
                .toList();
    }

    private static String state(Goal point) {
        return switch (point.state()) {
            case OPEN -> "still open";
            case REACHED -> "reached";
            case DROPPED -> "dropped";
        };
    }

    private String said(String english) {
        return Translations.OF_ANSWERS.inOnly(language, SECTION, english, words -> words);
    }
}
