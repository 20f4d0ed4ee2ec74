package org.reps.mentoring.browser;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class YearlyCheckInIT extends BrowserTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

    @Test
    void two_people_look_back_and_go_on_for_another_year() {
        var mentorship = mentorships.ofMentee("ravi").orElseThrow();
        var day = today("maya").plusDays(1);
        var maya = programme.mentor("maya");
        var ravi = programme.rep("ravi");
        maya.arrangesTheYearlyMeetingWith("ravi", day, "meetingAt", "18:30");
        // Half past six in the evening in Stockholm.
        var whereRaviLives =
                day.atTime(18, 30).atZone(ZoneId.of("Europe/Stockholm")).withZoneSameInstant(ZoneId.of("Asia/Kolkata"));
        mail("ravi", "When: " + WHEN.format(whereRaviLives) + " (Asia/Kolkata)");
        programme.timeFor("Event_MeetingDayReached", "ravi");

        tasklist("maya")
                .open("Record the yearly meeting with Ravi")
                .shows("Organise a workshop for new contributors in Pune.");
        maya.recordsTheYearlyMeetingWith("ravi", today("maya"), "plans", "A second workshop, in Nagpur.");

        tasklist("ravi")
                .open("Confirm what you agreed")
                .shows("A second workshop, in Nagpur.")
                .shows(inWords(today("maya")));
        ravi.confirmsTheYearlyAgreement();
        var aYearLater = DAY.format(mentorship.committedUntil().plusYears(1));
        mail("ravi", "You and Maya go on until " + aYearLater);
        mail("maya", "You and Ravi go on until " + aYearLater);

        for (var author : List.of(maya, ravi)) {
            author.looksBackOnTheYear(
                    "whatHelped",
                    "Talking before it burns.",
                    "functions",
                    List.of("Give advice and encouragement"),
                    "nameVisible",
                    true);
        }
    }
}
