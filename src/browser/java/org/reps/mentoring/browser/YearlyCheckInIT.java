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
        var maya = tasklist("maya");
        maya.open("Arrange the yearly meeting with Ravi")
                .write("Day", day.toString())
                .write("Time", "18:30")
                .write("Where?", "Video call")
                .complete();
        // Half past six in the evening in Stockholm.
        var whereRaviLives =
                day.atTime(18, 30).atZone(ZoneId.of("Europe/Stockholm")).withZoneSameInstant(ZoneId.of("Asia/Kolkata"));
        mail("ravi", "When: " + WHEN.format(whereRaviLives) + " (Asia/Kolkata)");
        cockpit("clara").open("Yearly check-in", mentorship.id()).letItBeTimeFor("Meeting day");

        maya.open("Record the yearly meeting with Ravi")
                .shows("Organise a workshop for new contributors in Pune.")
                .choose("What became of the meeting?", "We have met")
                .write("Held on", today("maya").toString())
                .write("What does your mentee plan for the next year?", "A second workshop, in Nagpur.")
                .write("What support is needed?", "Contacts in Nagpur.")
                .write("How will you keep in touch?", "Video call")
                .select("How often?", "every month")
                .choose("I am glad to go on as mentor for another year", "Yes")
                .complete();

        var ravi = tasklist("ravi");
        ravi.open("Confirm what you agreed")
                .shows("A second workshop, in Nagpur.")
                .shows(today("maya").toString())
                .choose("Is this what you agreed?", "Yes, this is right")
                .choose("How would you like to go on?", "I would like to go on with my mentor")
                .complete();
        var aYearLater = DAY.format(mentorship.committedUntil().plusYears(1));
        mail("ravi", "You and Maya go on until " + aYearLater);
        mail("maya", "You and Ravi go on until " + aYearLater);

        for (var author : List.of(maya, ravi)) {
            author.open("Look back on the year")
                    .choose("I could reach them when I needed to", "5 – very much")
                    .choose("I was listened to", "4")
                    .choose("The mentorship was useful for me", "5 – very much")
                    .choose("It was clear what each of us does", "3")
                    .write("What helped?", "Talking before it burns.")
                    .tick("Give advice and encouragement")
                    .tick("The council may see my name with this")
                    .complete();
        }
    }
}
