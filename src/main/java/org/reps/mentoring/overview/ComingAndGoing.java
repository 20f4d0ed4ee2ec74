package org.reps.mentoring.overview;

import static org.reps.mentoring.table.Table.Column.number;
import static org.reps.mentoring.table.Table.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.rights.PartOfCase.OutOfSight;
import org.reps.mentoring.leaving.Departed;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.resignation.Placements;
import org.reps.mentoring.table.Section;
import org.reps.mentoring.table.Section.Chart;
import org.reps.mentoring.table.Table;
import org.reps.mentoring.table.Table.Row;
import org.reps.mentoring.text.Words;
import org.reps.mentoring.training.TrainingStages;
import org.reps.mentoring.wayin.Invitations;
import org.springframework.stereotype.Component;

/** Who becomes a mentor, who steps down or leaves, and who cannot come in yet. */
@Component
class ComingAndGoing {

    private final Mentorships mentorships;
    private final TrainingStages training;
    private final Placements placements;
    private final Departed departed;
    private final Invitations invitations;
    private final CasesInSight cases;

    ComingAndGoing(
            Mentorships mentorships,
            TrainingStages training,
            Placements placements,
            Departed departed,
            Invitations invitations,
            CasesInSight cases) {
        this.mentorships = mentorships;
        this.training = training;
        this.placements = placements;
        this.departed = departed;
        this.invitations = invitations;
        this.cases = cases;
    }

    Section training() {
        var stages = training.all();
        var underWay = stages.stream().mapToInt(TrainingStages.Stage::underWay).sum();
        var mentors = stages.get(stages.size() - 1).ended();
        var ended = stages.stream().mapToInt(TrainingStages.Stage::ended).sum() - mentors;
        return Section.of(
                "training",
                "New mentors",
                List.of(
                        Words.number(
                                        underWay,
                                        "rep is on the way to becoming a mentor",
                                        "reps are on the way to becoming mentors")
                                + ".",
                        "Since the programme began, %s; %s before."
                                .formatted(
                                        Words.number(mentors, "rep has become a mentor", "reps have become mentors"),
                                        ended == 0 ? "nobody has stopped" : ended + " stopped")),
                Table.of(
                        List.of(text("Stage"), number("On the way"), number("Ended here")),
                        stages.stream()
                                .map(stage -> Row.of(capital(stage.words()), stage.underWay(), stage.ended()))
                                .toList()),
                new Chart("How far reps have come on the way to becoming mentors", 1, 2));
    }

    Section resignations(OutOfSight outOfSight, Map<String, String> names) {
        var own = cases.ofReader("mentor-resignation", outOfSight);
        var leaving = placements.underWay().stream()
                .filter(mentor -> !own.contains(mentor.mentorId()))
                .toList();
        var retired = placements.retiredLastYear();
        var placed = leaving.stream().mapToInt(Placements.UnderWay::placed).sum();
        var all =
                placed + leaving.stream().mapToInt(Placements.UnderWay::toPlace).sum();
        var sentences = new ArrayList<String>();
        sentences.add(
                leaving.isEmpty()
                        ? "No mentor is stepping down."
                        : "%s down; %d of their %s another mentor already."
                                .formatted(
                                        Words.number(leaving.size(), "mentor is stepping", "mentors are stepping"),
                                        placed,
                                        all == 1 ? "1 mentee has" : all + " mentees have"));
        if (retired > 0) {
            sentences.add(Words.number(retired, "mentor has", "mentors have")
                    + " left with thanks in the last twelve months.");
        }
        return Section.of(
                "resignations",
                "Mentors who step down",
                sentences,
                Table.of(
                        List.of(
                                text("Mentor"),
                                text("Last day"),
                                text("Acknowledged"),
                                number("Placed"),
                                number("Still to place")),
                        leaving.stream()
                                .map(mentor -> Row.of(
                                        Subjects.name(mentor.mentorId(), names),
                                        mentor.lastDay() == null
                                                ? "not said yet"
                                                : mentor.lastDay().toString(),
                                        mentor.acknowledged() ? "yes" : "not yet",
                                        mentor.placed(),
                                        mentor.toPlace()))
                                .toList()),
                leaving.isEmpty() ? null : new Chart("Mentees of each who are placed, and still to place", 3, 4));
    }

    Section leavings(OutOfSight outOfSight, Map<String, String> names) {
        var own = cases.ofReader("leave-programme", outOfSight);
        var leaving = departed.underWay().stream()
                .filter(person -> !own.contains(person.personId()))
                .toList();
        var mentees = mentorships.load(
                leaving.stream().map(Departed.UnderWay::personId).toList());
        var gone = (int) leaving.stream().filter(Departed.UnderWay::noticed).count();
        var left = departed.lastYear();
        var sentences = new ArrayList<String>();
        sentences.add(
                leaving.size() == gone
                        ? "Nobody is leaving the programme."
                        : Words.number(leaving.size() - gone, "person is", "people are") + " leaving the programme.");
        if (gone > 0) {
            sentences.add(Words.number(gone, "person is gone", "people are gone")
                    + " without a word: a task in the council queue asks what becomes of those whom they guide, or who"
                    + " guide them.");
        }
        sentences.add(
                left == 0
                        ? "Nobody has left in the last twelve months."
                        : Words.number(left, "person has", "people have")
                                + " left in the last twelve months. Their cases are in the history.");
        return Section.of(
                "leavings",
                "People who leave",
                sentences,
                Table.of(
                        List.of(text("Who"), text("Last day"), number("Guides"), text("How we know")),
                        leaving.stream()
                                .map(person -> Row.of(
                                        Subjects.name(person.personId(), names),
                                        person.lastDay().toString(),
                                        mentees.getOrDefault(person.personId(), 0),
                                        person.noticed()
                                                ? "noticed; the council decides"
                                                : "they or a contact said so"))
                                .toList()),
                null);
    }

    /** Null where there are no passwords. Of whom it is true is for the operator, who invites them. */
    @Nullable
    Section passwords() {
        return invitations.withoutPassword().map(ComingAndGoing::passwords).orElse(null);
    }

    private static Section passwords(Invitations.WithoutPassword without) {
        return Section.of(
                "passwords",
                "Who cannot log in yet",
                List.of(
                        without.people() == 0
                                ? "Everybody has a password."
                                : Words.number(without.people(), "person has", "people have")
                                        + " not chosen a password yet. The operator invites them, under “Move in”."),
                Table.of(
                        List.of(text("Group"), number("People"), number("Without a password")),
                        without.people() == 0
                                ? List.of()
                                : without.groups().stream()
                                        .map(of -> Row.of(capital(of.group().id()), of.people(), of.withoutPassword()))
                                        .toList()),
                null);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
