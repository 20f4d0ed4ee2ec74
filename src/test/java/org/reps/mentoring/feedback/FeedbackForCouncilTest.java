package org.reps.mentoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.confidential.Reader;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.feedback.FeedbackForCouncil.Reading;
import org.reps.mentoring.feedback.FeedbackForCouncil.Written;
import org.reps.mentoring.feedback.YearlyFeedbackSteps.Means;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the form promises: the council reads it, without names unless they are allowed, and nobody else does. */
@ExtendWith(OutputCaptureExtension.class)
class FeedbackForCouncilTest extends ProgrammeTest {

    /** Occurs nowhere but in what people write. */
    private static final String MARKER = "pteranodon";

    private static final Reader CLARA = new Reader("clara", true);

    @Autowired
    private YearlyFeedbackSteps feedback;

    @Autowired
    private FeedbackForCouncil council;

    @BeforeEach
    void programme() {
        for (var mentor : List.of("maya", "mateo", "mei")) {
            givenMentor(mentor, 9);
        }
        for (var rep : List.of("ravi", "rosa", "rumi", "remy")) {
            givenRep(rep);
        }
        givenContact("clara");
    }

    // --- what is written without a name

    @Test
    void it_is_shown_when_three_different_people_have_written_something() {
        writes("ravi", "maya");
        writes("rosa", "maya");
        // The same person once more is not a third one.
        writes("ravi", "maya");
        assertThat(council.written(CLARA)).isEmpty();

        writes("rumi", "maya");

        assertThat(council.written(CLARA))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.authorId()).isNull())
                .extracting(Written::aboutId)
                .containsOnly("maya");
    }

    @Test
    void about_whom_is_not_told_where_it_would_tell_the_author() {
        writes("ravi", "maya");
        writes("rosa", "mateo");
        writes("rumi", "mei");

        assertThat(council.written(CLARA))
                .extracting(Written::aboutId, Written::authorId)
                .containsOnly(tuple(null, null))
                .hasSize(3);
    }

    @Test
    void those_with_names_do_not_hide_those_without() {
        writes("ravi", "maya", "nameVisible", true);
        writes("rosa", "maya", "nameVisible", true);
        writes("rumi", "maya");
        assertThat(council.written(CLARA)).extracting(Written::authorId).containsExactlyInAnyOrder("ravi", "rosa");

        writes("remy", "mateo");
        writes("mei", "mateo");

        // Rumi is the only one of Maya's mentees without a name.
        assertThat(council.written(CLARA))
                .filteredOn(one -> one.authorId() == null)
                .hasSize(3)
                .extracting(Written::aboutId)
                .containsOnlyNulls();
    }

    @Test
    void when_it_was_is_told_for_the_whole_group_only() {
        writes("ravi", "maya");
        writes("rosa", "maya");
        var first = Today.today().getYear();
        later(Period.ofYears(1));
        writes("rumi", "maya");

        assertThat(council.written(CLARA))
                .hasSize(3)
                .extracting(Written::since, Written::until)
                .containsOnly(tuple(first, first + 1));
    }

    @Test
    void mentors_and_mentees_are_different_groups() {
        writes("ravi", "maya");
        writes("rosa", "maya");
        saysOfMentee("mateo", "remy");

        assertThat(council.written(CLARA)).isEmpty();
    }

    // --- with a name

    @Test
    void whoever_allows_it_is_named_at_once() {
        writes("ravi", "maya", "nameVisible", true);
        saysOfMentee("mateo", "remy", "nameVisible", true);

        assertThat(council.written(CLARA))
                .extracting(Written::aboutId, Written::authorId, Written::byMentor)
                .containsExactlyInAnyOrder(tuple("maya", "ravi", false), tuple("remy", "mateo", true));
    }

    @Test
    void who_has_written_nothing_is_not_among_them() {
        gives("ravi", "maya", "nameVisible", true);

        assertThat(council.written(CLARA)).isEmpty();
    }

    // --- who reads it

    @Test
    void neither_whom_it_is_about_nor_who_said_it_is_told_of_it() {
        writes("ravi", "maya", "nameVisible", true);
        saysOfMentee("maya", "ravi", "nameVisible", true);
        var all = council.written(CLARA);
        assertThat(all).hasSize(2);

        for (var part : List.of("maya", "ravi")) {
            var reader = new Reader(part, true);
            assertThat(council.written(reader)).isEmpty();
            assertThat(all)
                    .allSatisfy(
                            one -> assertThat(council.read(reader, one.id())).isEmpty());
        }
        assertThat(readings()).isEmpty();
    }

    @Test
    void what_somebody_has_a_part_in_does_not_complete_a_group_for_them() {
        writes("ravi", "maya");
        writes("rosa", "maya");
        writes("rumi", "maya");

        assertThat(council.written(CLARA)).hasSize(3);
        assertThat(council.written(new Reader("ravi", true))).isEmpty();
    }

    @Test
    void nobody_outside_the_council_reads_anything() {
        for (var mentee : List.of("ravi", "rosa", "rumi")) {
            writes(mentee, "maya", "nameVisible", true);
        }
        var all = council.written(CLARA);

        var mateo = new Reader("mateo", false);
        assertThat(council.written(mateo)).isEmpty();
        assertThat(council.figures(mateo).mentors()).isEmpty();
        assertThat(council.figures(mateo).forMentees().answers()).isZero();
        assertThat(council.read(mateo, all.get(0).id())).isEmpty();
        assertThat(readings()).isEmpty();
    }

    @Test
    void an_answer_whose_author_cannot_be_told_any_more_is_shown_to_nobody() {
        writes("ravi", "maya", "nameVisible", true);
        database.update("delete from sealed_text where 'sealed:' || id = (select author from feedback)");

        assertThat(council.written(CLARA)).isEmpty();
    }

    @Test
    void a_text_of_another_place_stays_closed() {
        writes("ravi", "maya", "nameVisible", true);
        writes("rosa", "mateo", "nameVisible", true);
        database.update("""
                update feedback set what_better = (select other.what_better from feedback other where about_id = 'mateo')
                where about_id = 'maya'""");

        var mayas = council.written(CLARA).stream()
                .filter(one -> "maya".equals(one.aboutId()))
                .findFirst()
                .orElseThrow();

        var read = council.read(CLARA, mayas.id()).orElseThrow();
        assertThat(read.whatHelped()).isEqualTo("The calls of ravi, " + MARKER);
        assertThat(read.whatBetter()).isEmpty();
    }

    // --- that it is read

    @Test
    void each_reading_is_kept_and_logged_by_whom_and_neither_what_nor_about_whom(CapturedOutput log) {
        register("carmen", Group.COUNCIL);
        writes("ravi", "maya", "nameVisible", true);
        var id = council.written(CLARA).get(0).id();

        var first = council.read(CLARA, id).orElseThrow();
        var second = council.read(new Reader("carmen", true), id).orElseThrow();

        assertThat(first.whatHelped()).isEqualTo("The calls of ravi, " + MARKER);
        assertThat(first.whatBetter()).isEqualTo("More time, " + MARKER);
        assertThat(first.readBefore()).isEmpty();
        assertThat(second.readBefore()).extracting(Reading::readerId).containsExactly("clara");
        assertThat(readings())
                .extracting(row -> row.get("reader_id"), row -> row.get("feedback_id"))
                .containsExactlyInAnyOrder(tuple("clara", id), tuple("carmen", id));
        assertThat(log)
                .contains("clara has read what was written in the feedback " + id)
                .doesNotContain(MARKER, "maya");
        assertNowhereInClear(MARKER);
    }

    @Test
    void to_see_that_there_is_something_is_not_to_read_it() {
        writes("ravi", "maya", "nameVisible", true);

        council.written(CLARA);
        council.figures(CLARA);
        council.read(CLARA, "no-such-feedback");

        assertThat(readings()).isEmpty();
    }

    // --- what it comes to

    @Test
    void a_group_in_which_somebody_has_a_part_is_not_for_them_so_that_two_who_compare_learn_nothing() {
        for (var mentee : List.of("ravi", "rosa", "rumi", "remy")) {
            writes(mentee, "maya");
        }
        var author = new Reader("ravi", true);

        assertThat(council.figures(CLARA).mentors()).containsOnlyKeys("maya");
        assertThat(council.written(CLARA)).hasSize(3);
        assertThat(council.figures(author).mentors()).isEmpty();
        assertThat(council.written(author)).isEmpty();
    }

    @Test
    void who_speaks_of_two_mentors_in_a_year_does_not_count_for_the_year() {
        gives("ravi", "mateo");
        for (var mentee : List.of("ravi", "rosa", "rumi")) {
            gives(mentee, "maya");
        }

        assertThat(council.figures(CLARA).mentors()).containsOnlyKeys("maya");
        assertThat(council.figures(CLARA).ofMentors()).isEmpty();
    }

    @Test
    void what_mentees_say_of_a_mentor_counts_from_three_different_people_on() {
        gives("ravi", "maya");
        gives("rosa", "maya");
        gives("ravi", "maya");
        assertThat(council.figures(CLARA).mentors()).isEmpty();

        gives("rumi", "maya");

        var means = new Means("4", "5.0", "4.0", "3.0", "2.0");
        var figures = council.figures(CLARA);
        assertThat(figures.mentors()).isEqualTo(Map.of("maya", means));
        assertThat(figures.ofMentors()).isEqualTo(Map.of(Today.today().getYear(), means));
        assertThat(figures.ofMentees()).isEmpty();
    }

    @Test
    void what_mentors_say_of_their_mentees_is_heard_too() {
        saysOfMentee("maya", "ravi");
        saysOfMentee("mateo", "rosa");
        assertThat(council.figures(CLARA).ofMentees()).isEmpty();

        saysOfMentee("mei", "rumi");

        var figures = council.figures(CLARA);
        assertThat(figures.ofMentees())
                .isEqualTo(Map.of(Today.today().getYear(), new Means("3", "5.0", "4.0", "3.0", "2.0")));
        assertThat(figures.forMentors().answers()).isEqualTo(3);
        assertThat(figures.forMentees().answers()).isZero();
    }

    @Test
    void what_a_mentor_is_for_is_counted_over_all() {
        gives("ravi", "maya", "functions", List.of("Coach on skills and goals", "Pass on important news"));
        gives("rosa", "mateo", "functions", List.of("Coach on skills and goals"));
        assertThat(council.figures(CLARA).forMentees().chosen()).isEmpty();

        gives("rumi", "mei", "functions", List.of());

        var functions = council.figures(CLARA).forMentees();
        assertThat(functions.answers()).isEqualTo(3);
        assertThat(functions.chosen()).isEqualTo(Map.of("Coach on skills and goals", 2, "Pass on important news", 1));
    }

    @Test
    void nobodys_own_part_is_counted_for_them() {
        for (var mentee : List.of("ravi", "rosa", "rumi")) {
            gives(mentee, "maya");
        }

        for (var part : List.of("maya", "ravi")) {
            var figures = council.figures(new Reader(part, true));
            assertThat(figures.mentors()).isEmpty();
            assertThat(figures.ofMentors()).isEmpty();
            assertThat(figures.forMentees().answers()).isZero();
        }
        // What a mentor sees as a mentor is another matter.
        assertThat(feedback.means("maya").answers()).isEqualTo("3");
    }

    // --- what people say

    private void writes(String mentee, String mentor, Object... more) {
        gives(
                mentee,
                mentor,
                and(
                        List.of(
                                "whatHelped",
                                "The calls of " + mentee + ", " + MARKER,
                                "whatBetter",
                                "More time, " + MARKER),
                        more));
    }

    private void gives(String mentee, String mentor, Object... more) {
        feedback.ask(mentee, mentor);
        runJobs();
        programme.rep(mentee).looksBackOnTheYear(and(RATINGS, more));
        // What the mentor was asked is left open, and goes with its case.
        withdraw(mentor);
    }

    private void saysOfMentee(String mentor, String mentee, Object... more) {
        feedback.ask(mentee, mentor);
        runJobs();
        programme
                .mentor(mentor)
                .looksBackOnTheYear(and(RATINGS, and(List.of("whatHelped", "A mentee who asks, " + MARKER), more)));
        withdraw(mentee);
    }

    private void withdraw(String author) {
        tasks.createTaskQuery()
                .taskAssignee(author)
                .taskDefinitionKey("Activity_GiveFeedback")
                .list()
                .forEach(task ->
                        runtime.deleteProcessInstance(task.getProcessInstanceId(), "not part of this test", true));
    }

    private static final List<Object> RATINGS =
            List.of("availability", "5", "listening", "4", "usefulness", "3", "clarity", "2");

    private static Object[] and(List<Object> first, Object... more) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private List<Map<String, Object>> readings() {
        return database.queryForList("select * from feedback_reading");
    }
}
