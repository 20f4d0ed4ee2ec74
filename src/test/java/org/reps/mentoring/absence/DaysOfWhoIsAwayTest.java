package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.Today;
import org.reps.mentoring.matching.MentorMatchingSteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.programmeupdate.ProgrammeUpdateSteps;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Mateo is away from 10 to 20 December 2026: by the days of where he lives, as he has said in his mail settings, and
 * not by those of Greenwich, where the programme is.
 */
class DaysOfWhoIsAwayTest extends MateoIsAwayTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 10);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 20);

    @Autowired
    private MentorMatchingSteps matching;

    @Autowired
    private ProgrammeUpdateSteps news;

    @Autowired
    private AbsenceForms shown;

    @Autowired
    private Notices notices;

    @BeforeEach
    void it_is_the_first_of_december() {
        List.of("rolf", "rosa", "riku", "ruth").forEach(this::givenRep);
        Today.goTo(Instant.parse("2026-12-01T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Auckland", "America/Los_Angeles", "UTC"})
    void a_mentor_is_there_until_their_first_day_and_from_the_day_after_their_last_one(ZoneId zone) {
        mateoLivesIn(zone);
        mateo.takesTimeOff(FIRST, LAST);
        mateo.asksToCover("maya");
        maya.agreesToCoverFor("mateo");

        itIs(FIRST.minusDays(1), "23:30", zone);
        assertMateoIsThere();
        assertThat(mentorships.begin("rolf", "mateo")).isNotNull();

        itIs(FIRST, "01:00", zone);
        fire("Event_FirstDayComes");
        assertMateoIsAway();
        assertThat(mentorships.begin("rosa", "mateo")).isNull();

        itIs(LAST, "23:30", zone);
        assertMateoIsAway();
        assertThat(mentorships.begin("rosa", "mateo")).isNull();

        itIs(LAST.plusDays(1), "00:30", zone);
        assertThat(mentorships.begin("rosa", "mateo"))
                .as("also before it is noted that he is back")
                .isNotNull();
        fire("Event_LastDayOver");
        assertMateoIsThere();
        assertThat(mentorships.begin("riku", "mateo")).isNotNull();
    }

    /** The clocks go forward: the last day has 23 hours, and in Cairo it begins at one o'clock. */
    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2027-03-14, 2027-03-14T08:00:00Z, 2027-03-15T07:00:00Z",
        "Pacific/Auckland, 2027-09-26, 2027-09-25T12:00:00Z, 2027-09-26T11:00:00Z",
        "Africa/Cairo, 2027-04-30, 2027-04-29T22:00:00Z, 2027-04-30T21:00:00Z"
    })
    void a_day_on_which_the_clocks_change_is_a_day_away(ZoneId zone, LocalDate day, Instant begin, Instant end) {
        mateoLivesIn(zone);
        Today.goTo(begin.minusSeconds(7 * 86_400));
        mateo.takesTimeOff(day, day);
        assertThat(dueOf("Event_FirstDayComes")).isEqualTo(begin);

        Today.goTo(begin.minusSeconds(1));
        assertThat(mentorships.begin("rolf", "mateo")).isNotNull();
        Today.goTo(begin);
        fire("Event_FirstDayComes");
        assertThat(dueOf("Event_LastDayOver")).isEqualTo(end);
        assertThat(mentorships.begin("rosa", "mateo")).isNull();
        Today.goTo(end.minusSeconds(1));
        assertThat(mentorships.begin("rosa", "mateo")).isNull();
        Today.goTo(end);
        assertThat(mentorships.begin("rosa", "mateo")).isNotNull();
    }

    @Test
    void the_zone_that_was_said_last_counts() {
        database.update("update mentor set time_zone = 'America/Los_Angeles' where id = 'mateo'");
        mateoLivesIn(ZoneId.of("Pacific/Auckland"));
        mateo.takesTimeOff(FIRST, LAST);

        assertThat(dueOf("Event_FirstDayComes")).isEqualTo("2026-12-09T11:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Auckland", "America/Los_Angeles"})
    void an_absence_from_now_on_begins_on_the_mentors_own_day(ZoneId zone) {
        mateoLivesIn(zone);
        itIs(FIRST, zone.getId().startsWith("Pacific") ? "01:00" : "17:30", zone);
        absences.start("mateo", LAST);
        runJobs();

        assertThat(mentor("mateo").absence()).isEqualTo(new Mentor.Absence(FIRST, LAST, null));
        assertMateoIsAway();
        assertThat(mentorships.begin("rosa", "mateo")).isNull();
    }

    /** Mateo from 10 December on in one place, Mei somewhere else, so that the same day is another time. */
    @ParameterizedTest
    @CsvSource({
        // When the 10th begins in Auckland, the 9th is three hours old in Los Angeles.
        "Pacific/Auckland, America/Los_Angeles, 2026-12-08, 2026-12-09, false",
        "Pacific/Auckland, America/Los_Angeles, 2026-12-07, 2026-12-08, true",
        "America/Los_Angeles, Pacific/Auckland, 2026-12-08, 2026-12-09, true",
        "America/Los_Angeles, Pacific/Auckland, 2026-12-21, 2026-12-22, false",
        "America/Los_Angeles, Pacific/Auckland, 2026-12-22, 2026-12-23, true",
        "UTC, UTC, 2026-12-08, 2026-12-09, true",
        "UTC, UTC, 2026-12-20, 2026-12-22, false",
        // While it is the 10th on one side of the date line, it is over on the other.
        "Pacific/Niue, Pacific/Kiritimati, 2026-12-09, 2026-12-10, true"
    })
    void whoever_is_away_at_the_same_time_cannot_cover(
            ZoneId zone, ZoneId zoneOfMei, LocalDate first, LocalDate last, boolean isPossible) {
        mateoLivesIn(zone);
        mei.changesTheProfile("timeZone", zoneOfMei.getId(), "capacity", 5);
        mei.takesTimeOff(first, last);
        mateo.takesTimeOff(FIRST, LAST);

        var possible = shown.coverOptions(absenceOf("mateo"));
        assertThat(possible.toString()).contains("Maya");
        assertThat(possible.toString().contains("Mei")).isEqualTo(isPossible);
    }

    @Test
    void whoever_covers_and_goes_away_at_the_same_time_where_they_live_does_not_cover_any_more() {
        mateoLivesIn(ZoneId.of("Pacific/Auckland"));
        mei.changesTheProfile("timeZone", "America/Los_Angeles", "capacity", 5);
        mateo.takesTimeOff(FIRST, LAST);
        mateo.asksToCover("mei");
        mei.agreesToCoverFor("mateo");

        // In Los Angeles this is over when it is 21:00 of the 10th in Auckland.
        mei.takesTimeOff(FIRST.minusDays(1), FIRST.minusDays(1));
        assertThat(database.queryForObject("select cover from absence where mentor_id = 'mateo'", String.class))
                .isNull();
    }

    @Test
    void a_notice_of_one_matter_comes_once_on_each_day_of_its_reader() {
        mateoLivesIn(ZoneId.of("Pacific/Auckland"));
        mei.changesTheProfile("timeZone", "America/Los_Angeles", "capacity", 5);
        // Midnight in Auckland, within one day of Greenwich and of Los Angeles.
        for (var moment : List.of("2026-12-09T10:30:00Z", "2026-12-09T11:30:00Z", "2026-12-09T12:30:00Z")) {
            remind(moment);
        }
        assertThat(reminders("mateo")).isEqualTo(2);
        assertThat(reminders("mei")).isEqualTo(1);
        // Midnight in Greenwich, within one day of both.
        remind("2026-12-10T00:30:00Z");
        assertThat(reminders("mateo")).isEqualTo(2);
        assertThat(reminders("mei")).isEqualTo(1);
    }

    private void remind(String moment) {
        Today.goTo(Instant.parse(moment));
        for (var mentor : List.of("mateo", "mei")) {
            notices.remind(mentor, "orientation-call-reminder", "rumi", Map.of("mentee", "Rumi"));
        }
        runJobs();
    }

    private int reminders(String userId) {
        return count("orientation-call-reminder", userId);
    }

    private void assertMateoIsThere() {
        assertThat(matching.suggest("ruth", List.of())).contains("mateo");
        assertThat(inactivity.canBeAsked("mateo")).isTrue();
        assertThat(asksMentorsToPassOn()).contains("mateo");
        var before = reminders("mateo");
        notices.remind("mateo", "orientation-call-reminder", "x" + Today.now(), Map.of("mentee", "Rumi"));
        assertThat(reminders("mateo")).isEqualTo(before + 1);
    }

    private void assertMateoIsAway() {
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.AWAY);
        assertThat(matching.suggest("ruth", List.of())).doesNotContain("mateo").contains("mei");
        assertThat(inactivity.canBeAsked("mateo")).isFalse();
        assertThatThrownBy(() -> inactivity.mentorNamed("mateo", "clara"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Mateo is away until 2026-12-20; please wait until then.");
        assertThat(asksMentorsToPassOn()).doesNotContain("mateo");
        var before = reminders("mateo");
        notices.remind("mateo", "orientation-call-reminder", "x" + Today.now(), Map.of("mentee", "Rumi"));
        assertThat(reminders("mateo")).isEqualTo(before);
        if (mentor("mateo").cover() != null) {
            assertThat(count("reminder-copy", "maya")).isPositive();
        }
    }

    private List<String> asksMentorsToPassOn() {
        var title = "News of " + Today.now();
        var update = news.announce("clara", title, "Come", "", LAST.plusDays(30).toString());
        return news.askMentors(update);
    }

    private int count(String notice, String userId) {
        var sql = "select count(*) from mail where notice = ? and recipient_id = ?";
        return database.queryForList(sql, Integer.class, notice, userId).get(0);
    }

    private String absenceOf(String mentorId) {
        return database.queryForList("select id from absence where open_mentor = ?", String.class, mentorId)
                .get(0);
    }

    private void mateoLivesIn(ZoneId zone) {
        mateo.changesTheProfile("timeZone", zone.getId(), "capacity", 5);
    }

    private static void itIs(LocalDate day, String time, ZoneId zone) {
        Today.goTo(day.atTime(LocalTime.parse(time)).atZone(zone).toInstant());
    }
}
