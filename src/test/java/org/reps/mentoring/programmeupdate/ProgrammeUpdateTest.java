package org.reps.mentoring.programmeupdate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.programmeupdate.PassingOn.Answer;
import org.reps.mentoring.programmeupdate.ProgrammeUpdate.State;
import org.reps.mentoring.rules.Walk;

class ProgrammeUpdateTest {

    private static final Instant ANNOUNCED = Instant.parse("2026-12-20T12:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    private final ProgrammeUpdate update =
            ProgrammeUpdate.announced("clara", "A Meetup in Lima", "Come", "", LAST_DAY, ANNOUNCED);

    @Test
    void what_may_follow_what() {
        assertThat(new Walk<>(State.class, ProgrammeUpdate::state)
                        .from(update)
                        .from(update.reachedAll(LAST_DAY))
                        .from(update.withdrawn(LAST_DAY))
                        .along("reach all", update -> update.reachedAll(LAST_DAY))
                        .along("withdraw", update -> update.withdrawn(LAST_DAY))
                        .table())
                .isEqualTo("""
                                    | reach all   | withdraw
                        ON_ITS_WAY  | REACHED_ALL | WITHDRAWN
                        REACHED_ALL | no          | no
                        WITHDRAWN   | no          | no
                        """);
    }

    @Test
    void a_mentor_answers_once() {
        var asked = PassingOn.asked("u1", "mateo", Set.of("rumi"));

        assertThat(new Walk<>(PassingOn.State.class, PassingOn::state)
                        .from(asked)
                        .from(asked.passedOn())
                        .from(asked.leftOut())
                        .along("pass on", PassingOn::passedOn)
                        .along("leave out", PassingOn::leftOut)
                        .table())
                .isEqualTo("""
                                     | pass on   | leave out
                        ASKED        | PASSED_ON | NOT_RELEVANT
                        PASSED_ON    | no        | no
                        NOT_RELEVANT | no        | no
                        """);
    }

    @Test
    void the_last_day_is_over_when_it_is_over_for_everybody() {
        assertThat(update.lastDayOver()).isEqualTo(Instant.parse("2027-01-01T12:00:00Z"));
        var whereItEndsLast = update.lastDayOver().minusSeconds(1).atZone(ZoneId.of("Etc/GMT+12"));
        assertThat(whereItEndsLast.toLocalDate()).isEqualTo(LAST_DAY);
    }

    @Test
    void half_of_the_time_is_reckoned_from_the_announcement() {
        assertThat(update.halfTime()).isEqualTo(Instant.parse("2026-12-26T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, Pacific/Auckland",
        "2028-02-29, America/Los_Angeles",
        "2026-03-08, America/Los_Angeles",
        "2026-09-27, Pacific/Auckland",
        "2026-10-25, Europe/Paris",
        "2026-12-31, Pacific/Kiritimati",
        "2027-01-01, Pacific/Pago_Pago",
        "2027-01-01, UTC"
    })
    void it_is_due_on_its_last_day_wherever_somebody_lives(LocalDate lastDay, ZoneId zone) {
        var due = ProgrammeUpdate.announced("clara", "News", "Come", "", lastDay, ANNOUNCED)
                .due(zone);

        assertThat(LocalDate.ofInstant(due, zone)).isEqualTo(lastDay);
        assertThat(LocalDate.ofInstant(due.plusSeconds(61), zone)).isEqualTo(lastDay.plusDays(1));
    }

    @Test
    void the_same_title_in_other_letters_is_the_same_news() {
        assertThat(update.openTitle()).isEqualTo(ProgrammeUpdate.openTitle("A MEETUP IN LIMA"));
        assertThat(update.title()).isEqualTo("A Meetup in Lima");
    }

    @Test
    void titles_are_compared_alike_wherever_the_server_is() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(ProgrammeUpdate.openTitle("INVITATION")).isEqualTo("invitation");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void after_its_end_the_same_title_can_be_announced_again() {
        assertThat(update.isOpen()).isTrue();

        assertThat(List.of(update.reachedAll(LAST_DAY), update.withdrawn(LAST_DAY)))
                .allSatisfy(ended -> {
                    assertThat(ended.isOpen()).isFalse();
                    assertThat(ended.endedOn()).isEqualTo(LAST_DAY);
                    assertThat(ended)
                            .usingRecursiveComparison()
                            .ignoringFields("openTitle", "state", "endedOn")
                            .isEqualTo(update);
                });
    }

    @Test
    void it_is_told_who_has_answered_how_each_with_the_number_of_their_mentees() {
        var coverage = coverage(List.of(
                PassingOn.asked("u1", "mateo", Set.of("rumi", "rana")).passedOn(),
                PassingOn.asked("u1", "maya", Set.of("ruth")).leftOut(),
                PassingOn.asked("u1", "mei", Set.of("riku")),
                PassingOn.asked("u1", "kim", Set.of("ravi")).passedOn()));

        assertThat(coverage.count(Answer.PASSED_ON)).isEqualTo(2);
        assertThat(coverage.list(Answer.PASSED_ON)).isEqualTo("KIM (1)\nMATEO (2)");
        assertThat(coverage.count(Answer.NOT_RELEVANT)).isEqualTo(1);
        assertThat(coverage.list(Answer.NOT_RELEVANT)).isEqualTo("MAYA (1)");
        assertThat(coverage.count(null)).isEqualTo(1);
        assertThat(coverage.list(null)).isEqualTo("MEI (1)");
    }

    @Test
    void what_does_not_fit_in_a_mail_is_counted_and_what_is_listed_first_is_cut_last() {
        var many = IntStream.range(0, 1000)
                .mapToObj(number -> PassingOn.asked("u1", "mentor-with-a-long-name-" + number, Set.of("rumi")))
                .toList();
        var silent = coverage(many).list(null).lines().toList();

        assertThat(silent).hasSizeBetween(100, 999);
        assertThat(silent.get(silent.size() - 1)).isEqualTo("and " + (1001 - silent.size()) + " more");
        assertThat(String.join("\n", silent)).hasSizeLessThan(15_100);

        var both = coverage(Stream.concat(many.stream(), many.stream().map(mentor -> mentor.passedOn()))
                .toList());
        assertThat(both.list(null).lines()).containsExactlyElementsOf(silent);
        assertThat(both.list(Answer.PASSED_ON)).isEqualTo("and 1000 more");
        assertThat(both.list(Answer.NOT_RELEVANT)).isEmpty();
    }

    /** Their names take more room in HTML than on the screen. */
    @Test
    void signs_that_html_writes_longer_count_with_their_length_there() {
        var plain = IntStream.range(0, 1000)
                .mapToObj(number -> PassingOn.asked("u1", "aaaaaaaaaa", Set.of()))
                .toList();
        var signs = IntStream.range(0, 1000)
                .mapToObj(number -> PassingOn.asked("u1", "<<<<<<<<<<", Set.of()))
                .toList();

        assertThat(coverage(signs).list(null).lines().count())
                .isLessThan(coverage(plain).list(null).lines().count() / 2);
    }

    private static Coverage coverage(List<PassingOn> asked) {
        return new Coverage(asked, mentorId -> mentorId.toUpperCase(Locale.ROOT));
    }
}
