package org.reps.mentoring.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.mentorship.GoalChange.Kind;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Maya guides Rosa; they have goals, and nobody else has a part in them. */
class GoalsTest extends ProgrammeTest {

    @Autowired
    private Goals goals;

    private String together = "";

    @BeforeEach
    void givenTwo() {
        givenMentor("maya", 5);
        givenRep("rosa");
        together = Objects.requireNonNull(mentorships.begin("rosa", "maya"));
    }

    @Test
    void either_of_the_two_writes_ticks_and_changes_and_who_did_what_is_kept() {
        goals.write(together, "rosa", "  Find two co-organisers ");
        goals.change(only().id(), "maya", 1, Kind.REWORDED, "Find three co-organisers");
        goals.change(only().id(), "rosa", 2, Kind.REACHED, null);

        assertThat(only().words()).isEqualTo("Find three co-organisers");
        assertThat(only().state()).isEqualTo(Goal.State.REACHED);
        assertThat(only().changes())
                .extracting(GoalChange::kind, GoalChange::words, GoalChange::changedBy)
                .containsExactly(
                        tuple(Kind.WRITTEN, "Find two co-organisers", "rosa"),
                        tuple(Kind.REWORDED, "Find three co-organisers", "maya"),
                        tuple(Kind.REACHED, "", "rosa"));

        goals.change(only().id(), "maya", 3, Kind.TAKEN_UP, null);
        goals.change(only().id(), "maya", 4, Kind.DROPPED, null);
        assertThat(only().state()).isEqualTo(Goal.State.DROPPED);
        goals.write(together, "rosa", "Find three co-organisers");
        assertThat(all()).hasSize(2);
    }

    @Test
    void whoever_has_an_older_one_before_their_eyes_is_told_and_changes_nothing() {
        goals.write(together, "rosa", "A workshop");
        goals.change(only().id(), "maya", 1, Kind.REACHED, null);

        assertThatExceptionOfType(AnsweredAlready.class)
                .isThrownBy(() -> goals.change(only().id(), "rosa", 1, Kind.DROPPED, null))
                .withMessageContaining("changed a moment ago");
        assertThatExceptionOfType(AnsweredAlready.class)
                .as("a goal that is reached is not reached again")
                .isThrownBy(() -> goals.change(only().id(), "rosa", 2, Kind.REACHED, null));
        assertThatExceptionOfType(AnsweredAlready.class)
                .isThrownBy(() -> goals.change(only().id(), "rosa", 2, Kind.WRITTEN, "Again"));
        assertThat(only().changes()).hasSize(2);
    }

    @Test
    void of_two_who_change_it_at_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
        goals.write(together, "rosa", "A workshop");
        var id = only().id();

        var told =
                atOnce(List.of(() -> refusedOr(id, "rosa", Kind.REACHED), () -> refusedOr(id, "maya", Kind.DROPPED)));

        assertThat(told).containsExactlyInAnyOrder(true, false);
        assertThat(only().changes()).hasSize(2);
    }

    private boolean refusedOr(String id, String by, Kind kind) {
        try {
            goals.change(id, by, 1, kind, null);
            return false;
        } catch (AnsweredAlready tooLate) {
            return true;
        }
    }

    @Test
    void nobody_else_writes_or_changes_them_and_nobody_learns_whether_there_are_some() {
        givenMentor("mateo", 5);
        givenRep("ravi");
        mentorships.begin("ravi", "maya");
        goals.write(together, "rosa", "A workshop");

        for (var other : List.of("ravi", "mateo", "admin")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> goals.write(together, other, "Mine"))
                    .withMessage("There is no such goal of yours. Please load the page again.");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> goals.change(only().id(), other, 1, Kind.REACHED, null))
                    .withMessage("There is no such goal of yours. Please load the page again.");
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.change("there-is-none", "rosa", 1, Kind.REACHED, null))
                .withMessage("There is no such goal of yours. Please load the page again.");
        assertThat(only().changes()).hasSize(1);
    }

    @Test
    void when_the_two_are_apart_they_stay_as_they_are() {
        goals.write(together, "rosa", "A workshop");
        mentorships.end(together, "only a test");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.change(only().id(), "rosa", 1, Kind.REACHED, null))
                .withMessageContaining("not together any more");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.write(together, "maya", "Another"))
                .withMessageContaining("not together any more");
        assertThat(only().state()).isEqualTo(Goal.State.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200B", "two\nlines", "\u202Ebackwards"})
    void words_that_say_nothing_or_not_what_they_look_like_are_refused(String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.write(together, "rosa", words))
                .withMessageStartingWith("Goal: ");
        assertThat(all()).isEmpty();
    }

    @Test
    void there_is_an_end_to_what_can_be_written() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.write(together, "rosa", "x".repeat(301)))
                .withMessage("Goal: please write at most 300 characters; these are 301.");
        IntStream.range(0, 20).forEach(number -> goals.write(together, "rosa", "Goal " + number));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.write(together, "maya", "One more"))
                .withMessageContaining("20 goals already");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.change(all().get(0).id(), "maya", 1, Kind.REWORDED, ""));
        goals.change(all().get(0).id(), "maya", 1, Kind.REACHED, null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.write(together, "maya", "Goal 1"))
                .withMessage("You have this goal already.");
        goals.write(together, "maya", "One more");
        assertThat(all()).hasSize(21);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.change(all().get(0).id(), "maya", 2, Kind.TAKEN_UP, null))
                .withMessageContaining("20 goals already");
    }

    @Test
    void of_all_that_two_did_to_their_goals_so_much_is_kept_and_no_more() {
        goals.write(together, "rosa", "Find co-organisers");
        var id = only().id();
        // As if they had ticked it and taken it up for years.
        database.update("""
                insert into goal_change (id, goal_id, mentorship_id, number, kind, words, changed_by, changed_at, version)
                select 'c' || x, goal_id, mentorship_id, x, case when mod(x, 2) = 0 then 'REACHED' else 'TAKEN_UP' end,
                    '', changed_by, changed_at, 0
                from goal_change, system_range(2, 1999) where goal_id = ?""", id);

        goals.change(id, "maya", 1999, Kind.REWORDED, "Find two co-organisers");
        for (var kind : List.of(Kind.REWORDED, Kind.WRITTEN)) {
            assertThatExceptionOfType(Refusal.class)
                    .as("%s", kind)
                    .isThrownBy(() -> {
                        if (kind == Kind.WRITTEN) {
                            goals.write(together, "maya", "One more");
                        } else {
                            goals.change(id, "rosa", 2000, kind, "Find three");
                        }
                    })
                    .withMessageContaining("You can still tick and drop");
        }
        goals.writeAll(together, "rosa", "Another one");
        assertThat(all()).hasSize(1);
        goals.change(id, "rosa", 2000, Kind.REACHED, null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> goals.change(id, "rosa", 2001, Kind.TAKEN_UP, null))
                .withMessageContaining("You can still tick and drop");
        assertThat(only().state()).isEqualTo(Goal.State.REACHED);
    }

    @Test
    void what_the_two_write_while_they_find_their_feet_are_their_first_goals() {
        givenRep("rumi");
        programme.rep("rumi").looksForAMentor();
        programme.mentor("maya").offersToMentor("rumi");
        programme.rep("rumi").acceptsTheProposedMentor();
        programme
                .mentor("maya")
                .holdsTheOrientationCall("rumi", today(), "firstGoals", "- Join a meetup\n- Give a talk\n\n");
        programme.rep("rumi").takesTheFirstSteps("ownGoal", "Give a talk\nMeet others");

        var rumis = mentorships.ofMentee("rumi").orElseThrow().id();
        assertThat(goals.of(List.of(rumis)).get(rumis))
                .extracting(Goal::words, goal -> goal.changes().get(0).changedBy())
                .containsExactly(
                        tuple("Join a meetup", "maya"), tuple("Give a talk", "maya"), tuple("Meet others", "rumi"));
    }

    private List<Goal> all() {
        return goals.of(List.of(together)).getOrDefault(together, List.of());
    }

    private Goal only() {
        assertThat(all()).hasSize(1);
        return all().get(0);
    }
}
