package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Today;
import org.reps.mentoring.agenda.Agenda;
import org.reps.mentoring.agenda.MeetingAgenda;
import org.reps.mentoring.feedback.YearlyFeedbackSteps;
import org.reps.mentoring.mentorship.GoalChange;
import org.reps.mentoring.mentorship.Goals;
import org.reps.mentoring.pair.SharedLists;
import org.springframework.beans.factory.annotation.Autowired;

/** A few days before they meet, both have the same agenda, and nothing in it was said in confidence. */
class PreparingTheMeetingTest extends YearlyCheckInTest {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");

    @Autowired
    private MeetingAgenda agenda;

    @Autowired
    private LastPlans plans;

    @Autowired
    private SharedLists lists;

    @Autowired
    private Goals goals;

    @Autowired
    private YearlyFeedbackSteps feedback;

    @Test
    void three_days_before_both_are_told_once_and_find_it_on_their_page() {
        untilArranged();
        assertThat(agendaOf("ravi", "en")).isNull();
        theAgendaIsDue();

        assertThat(mailsTo("ravi")).contains("Your yearly meeting with Maya: what you could talk about");
        assertThat(mailsTo("maya")).contains("Your yearly meeting with Ravi: what you could talk about");
        assertThat(text("ravi")).contains("#/my-mentorship", "What a mentor is there for: A mentor supports");
        assertThat(titles(agendaOf("ravi", "en")))
                .containsExactly(
                        "Looking back",
                        "Your goals",
                        "The two of you",
                        "What a mentor is there for",
                        "What can be expected of a mentee",
                        "The programme's guide");
        assertThat(titles(agendaOf("maya", "de"))).contains("Wofür ein Mentor da ist");
        assertThat(texts(agendaOf("maya", "es"))).anyMatch(text -> text.startsWith("Un mentor apoya"));
    }

    @Test
    void a_moved_meeting_takes_it_along_and_nobody_is_told_twice() {
        untilArranged();
        maya.movesTheYearlyMeetingWith("ravi", meetingDay.plusDays(9));
        Today.goTo(meetingDay.minusDays(3).atStartOfDay(LIMA).toInstant());
        assertThat(agendaOf("ravi", "en")).isNull();
        Today.goTo(meetingDay.plusDays(6).atStartOfDay(LIMA).toInstant());
        fire("Event_AgendaDue");
        maya.movesTheYearlyMeetingWith("ravi", meetingDay.plusDays(12));
        assertThat(agendaOf("ravi", "en")).isNull();
        Today.goTo(meetingDay.plusDays(9).atStartOfDay(LIMA).toInstant());
        fire("Event_AgendaDue");

        assertThat(agendaOf("ravi", "en")).isNotNull();
        assertThat(List.of("maya", "ravi"))
                .allSatisfy(person -> assertThat(mailsTo(person))
                        .filteredOn(subject -> subject.endsWith("what you could talk about"))
                        .hasSize(1));
    }

    @Test
    void it_stands_there_until_the_meeting_is_recorded() {
        untilArranged();
        theAgendaIsDue();
        fire("Event_MeetingDayReached");
        onMeetingDay();
        assertThat(agendaOf("ravi", "en")).isNotNull();
        maya.recordsTheYearlyMeetingWith("ravi", meetingDay);

        assertThat(agendaOf("ravi", "en")).isNull();
    }

    @Test
    void it_holds_what_the_two_planned_and_how_it_stands_and_their_open_goals() {
        goals.write(mentorship, "ravi", "Speak at a meetup");
        goals.write(mentorship, "maya", "Translate the guide");
        var reached = goals.of(List.of(mentorship)).get(mentorship).stream()
                .filter(goal -> goal.words().equals("Translate the guide"))
                .findFirst()
                .orElseThrow();
        goals.change(reached.id(), "ravi", 1, GoalChange.Kind.REACHED, null);
        plannedLastYear("Read the handbook\nFind a co-organiser");
        var point = lists.points(List.of(mentorship)).get(mentorship).get(0);
        goals.changePoint(point, "ravi", 1, GoalChange.Kind.REACHED, null);
        untilArranged();
        theAgendaIsDue();

        var ravis = agendaOf("ravi", "en");
        assertThat(part(ravis, "Your plan").points())
                .containsExactlyInAnyOrder("Read the handbook – reached", "Find a co-organiser – still open");
        assertThat(part(ravis, "Your goals").points()).containsExactly("Speak at a meetup");
        assertThat(ravis).isEqualTo(agendaOf("maya", "en"));
        assertThat(text("ravi"))
                .contains("Your plan from the last time: 1 of 2 still open.", "Your goals: 1 open.")
                .doesNotContain("handbook", "meetup");
    }

    @Test
    void only_the_mentor_reads_what_all_mentees_say_and_never_what_one_has() {
        rated("ravi");
        rated("rosa");
        untilArranged();
        theAgendaIsDue();
        assertThat(part(agendaOf("maya", "en"), "The two of you").points())
                .containsExactlyElementsOf(
                        part(agendaOf("ravi", "en"), "The two of you").points());
        rated("rolf");

        assertThat(part(agendaOf("maya", "en"), "The two of you").points())
                .contains("Do you listen to each other? 2.0");
        assertThat(String.valueOf(agendaOf("ravi", "en"))).doesNotContain("2.0");
        assertThat(List.of(agendaOf("maya", "en"), agendaOf("ravi", "en"), text("maya"), text("ravi")))
                .allSatisfy(read -> assertThat(read.toString()).doesNotContain("xylophone", "2.0 "));
    }

    @Test
    void whoever_covers_for_the_mentor_gets_the_guide_and_nothing_of_the_two() {
        goals.write(mentorship, "ravi", "Speak at a meetup");
        start();
        fire("Event_MeetingMissing");
        clara.looksAfterTheMissingCheckIn("cover", "coverId", "mateo");
        mateo.arrangesTheYearlyMeetingWith("ravi", meetingDay);
        theAgendaIsDue();

        assertThat(text("mateo"))
                .contains("What a mentor is there for")
                .doesNotContain("#/my-mentorship", "Your goals", "meetup");
        assertThat(text("ravi")).contains("Your goals: 1 open.");
        assertThat(mailsTo("maya")).noneMatch(subject -> subject.endsWith("what you could talk about"));
    }

    private void theAgendaIsDue() {
        Today.goTo(meetingDay.minusDays(3).atStartOfDay(LIMA).toInstant());
        fire("Event_AgendaDue");
    }

    private void plannedLastYear(String lines) {
        var before = CheckIn.fromBefore(
                UUID.randomUUID().toString(),
                mentorships.byId(mentorship),
                anniversary.minusYears(1),
                today().minusDays(300),
                lines);
        table.save(before);
    }

    private void rated(String authorId) {
        feedback.keep(authorId, "maya", "MENTEE", 2, 2, 2, 2, "", "", null, true);
    }

    private Agenda agendaOf(String me, String language) {
        var ids = List.of(mentorship);
        return agenda.of(
                        List.of(mentorships.byId(mentorship)),
                        me,
                        language,
                        plans.of(ids),
                        lists.points(ids),
                        goals.of(ids))
                .get(mentorship);
    }

    private static Agenda.Part part(Agenda agenda, String title) {
        return agenda.parts().stream()
                .filter(part -> part.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(Agenda agenda) {
        return agenda.parts().stream().map(Agenda.Part::title).toList();
    }

    private static List<String> texts(Agenda agenda) {
        return agenda.parts().stream().map(Agenda.Part::text).toList();
    }

    private String text(String recipientId) {
        return database.queryForObject(
                "select text from mail where recipient_id = ? and notice = 'check-in-agenda'",
                String.class,
                recipientId);
    }
}
