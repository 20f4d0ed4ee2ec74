package org.reps.mentoring.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * SOP: mentors activities. Maya in Lima has guided Ravi in Kolkata for eleven months; it is 10:00 in Greenwich. Neither
 * of the two places changes its clocks.
 */
abstract class YearlyCheckInTest extends ProgrammeTest {

    static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    final ActingRep ravi = programme.rep("ravi");
    final ActingMentor maya = programme.mentor("maya");
    final ActingMentor mateo = programme.mentor("mateo");
    final ActingCouncilMember clara = programme.council("clara");

    /** The day on which each test begins. */
    final LocalDate day = Today.today();

    /** When Maya meets Ravi, at 19:30 where she lives: half an hour after midnight in Greenwich. */
    final LocalDate meetingDay = day.plusDays(6);

    @Autowired
    YearlyCheckInSteps checkIns;

    @Autowired
    CheckInTable table;

    String mentorship;

    /** The last day of the present commitment. */
    LocalDate anniversary;

    @BeforeEach
    void programme() {
        givenContact("clara");
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenRep("ravi");
        lives("maya", "America/Lima");
        lives("ravi", "Asia/Kolkata");
        Today.goTo(atTen(day.minusDays(340)));
        mentorship = mentorships.begin("ravi", "maya");
        anniversary = mentorships.byId(mentorship).committedUntil();
        Today.goTo(atTen(day));
    }

    private static Instant atTen(LocalDate day) {
        return day.atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC);
    }

    final void lives(String id, String timeZone) {
        var rep = reps.findById(id).orElseThrow();
        reps.save(rep.describedAs(rep.languages(), timeZone, Set.of(), "", ""));
        database.update("update mentor set time_zone = ? where id = ?", timeZone, id);
    }

    // --- how far it has come

    final void start() {
        assertThat(checkIns.startDue()).isOne();
        runJobs();
    }

    final void untilArranged() {
        start();
        maya.arrangesTheYearlyMeetingWith("ravi", meetingDay);
    }

    final void untilMeetingDay() {
        untilArranged();
        fire("Event_MeetingDayReached");
        onMeetingDay();
    }

    final void untilRecorded(Object... answers) {
        untilMeetingDay();
        maya.recordsTheYearlyMeetingWith("ravi", meetingDay, answers);
    }

    final void untilMissedTwice() {
        untilMeetingDay();
        maya.waitsInVainAtTheYearlyMeetingFor("ravi");
        maya.arrangesTheYearlyMeetingWith("ravi", meetingDay.plusDays(4), "meetingAt", "12:00");
        fire("Event_MeetingDayReached");
        later(Period.ofDays(5));
        maya.waitsInVainAtTheYearlyMeetingFor("ravi");
    }

    final void untilDropped() {
        untilMissedTwice();
        clara.looksAfterTheMissedMeeting("drop", "dropReason", "Ravi has xylophone lessons");
    }

    /** It is 21:00 of that day in Lima, and the next day elsewhere. */
    final void onMeetingDay() {
        Today.goTo(meetingDay.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC));
    }

    // --- what can be seen

    final CheckIn theCheckIn() {
        return table.findAll().iterator().next();
    }

    final List<MimeMessage> received(String userId) {
        return Stream.of(MAIL_SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains("To: " + userId + "@example.org"))
                .toList();
    }
}
