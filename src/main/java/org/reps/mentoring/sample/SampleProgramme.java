package org.reps.mentoring.sample;

import static org.reps.mentoring.person.Reach.SeenBy.CONTACTS;
import static org.reps.mentoring.person.Reach.SeenBy.EVERYBODY;
import static org.reps.mentoring.person.Reach.SeenBy.MENTOR_AND_MENTEES;

import java.net.InetAddress;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.firstcall.FirstCallSteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.person.Reaches;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small programme to try everything with, created once in an empty database: some mentors, their mentorships, and
 * cases at different stages, also of people who come and go.
 */
@Component
@ConditionalOnProperty("mentoring.sample")
class SampleProgramme implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SampleProgramme.class);

    private final People people;
    private final Reps reps;
    private final Mentors mentors;
    private final Reaches reaches;
    private final Profiles profiles;
    private final Mentorships mentorships;
    private final YearlyCheckInSteps checkIns;
    private final FirstCallSteps firstCalls;
    private final SampleProcess tasklist;
    private final TransactionTemplate transaction;
    private final Days days;

    SampleProgramme(
            People people,
            Reps reps,
            Mentors mentors,
            Reaches reaches,
            Profiles profiles,
            Mentorships mentorships,
            YearlyCheckInSteps checkIns,
            FirstCallSteps firstCalls,
            SampleProcess tasklist,
            TransactionTemplate transaction,
            Days days,
            @Value("${server.address}") InetAddress address) {
        if (!address.isLoopbackAddress()) {
            throw new IllegalStateException(
                    "The sample people's password is known to everybody, so the sample programme"
                            + " only runs on a loopback address and not on " + address.getHostAddress()
                            + ". Set mentoring.sample to false, or leave server.address alone.");
        }
        this.people = people;
        this.reps = reps;
        this.mentors = mentors;
        this.reaches = reaches;
        this.profiles = profiles;
        this.mentorships = mentorships;
        this.checkIns = checkIns;
        this.firstCalls = firstCalls;
        this.tasklist = tasklist;
        this.transaction = transaction;
        this.days = days;
    }

    @Override
    public void afterSingletonsInstantiated() {
        // All or nothing: half a sample would never be completed, because what people have changed must stay changed.
        var created = transaction.execute(status -> {
            if (reps.count() > 0) {
                return false;
            }
            create();
            return true;
        });
        if (Boolean.TRUE.equals(created)) {
            LOG.info("Created the sample programme; everybody's password is {}", SamplePeople.PASSWORD);
        }
    }

    private void create() {
        SamplePeople.register(people);
        reps();
        mentors();
        profiles();
        try {
            mentorships();
            cases();
            comingsAndGoings();
        } finally {
            tasklist.backToToday();
        }
    }

    private void reps() {
        rep("maya", 1500, "Europe/Stockholm", "en", "sv");
        rep("mateo", 1200, "America/Lima", "es", "en", "pt");
        rep("mei", 900, "Asia/Tokyo", "ja", "en");
        rep("musa", 1100, "Africa/Dakar", "fr", "en");
        rep("ravi", 800, "Asia/Kolkata", "hi", "en");
        rep("rosa", 160, "America/Sao_Paulo", "pt", "en");
        rep("rumi", 20, "America/Lima", "es", "en");
        rep("remy", 300, "Europe/Paris", "fr", "en");
        rep("rita", 30, "Europe/Warsaw", "pl", "en");
        rep("rana", 40, "Asia/Beirut", "ar", "en");
        rep("rolf", 300, "Europe/Berlin", "de", "en");
        rep("ruth", 25, "Africa/Nairobi", "sw", "en");
        rep("riku", 730, "Europe/Helsinki", "en");
        wishes("ravi", "Run workshops for new contributors.", "Facilitation");
        wishes("rosa", "Speak about our work at a conference.", "Public speaking");
        wishes("remy", "Write about our work in French.", "Technical writing");
        wishes("rolf", "Bring our localisers together.", "Community building");
        wishes("riku", "Guide new reps one day.", "Coaching");
    }

    private void wishes(String id, String goals, String skill) {
        var rep = reps.findById(id).orElseThrow();
        reps.save(rep.describedAs(rep.languages(), rep.timeZone(), Set.of(skill), goals, ""));
    }

    private void rep(String id, int daysAgo, String timeZone, String... languages) {
        reps.save(Rep.joined(id, days.ofProgramme().minusDays(daysAgo))
                .describedAs(Set.of(languages), timeZone, Set.of(), "", ""));
    }

    private void mentors() {
        mentor("maya", 5, "Event planning", "Public speaking", "Coaching");
        mentor("mateo", 5, "Community building", "Event planning", "Localization");
        mentor("mei", 1, "Technical writing", "Web development");
        mentor("musa", 3, "Advocacy", "Leadership", "Facilitation");
    }

    private void mentor(String id, int capacity, String... skills) {
        var rep = reps.findById(id).orElseThrow();
        mentors.save(Mentor.registered(id, capacity, Set.of(skills), rep.languages(), rep.timeZone()));
    }

    /** Musa, Riku and a few others have not said how to reach them yet. */
    private void profiles() {
        reach("clara", "clara@example.org, or @clara in our chat", EVERYBODY);
        reach("chidi", "@chidi in our chat, best in the morning in Lagos", EVERYBODY);
        reach("maya", "maya@example.org, or @maya in our chat; on weekdays after 18:00 in Stockholm", EVERYBODY);
        reach("mateo", "mateo@example.org", MENTOR_AND_MENTEES);
        reach("mei", "@mei in our chat", CONTACTS);
        reach("ravi", "ravi@example.org, or a call on Sundays", MENTOR_AND_MENTEES);
        reach("rosa", "@rosa in our chat", CONTACTS);
        reach("remy", "remy@example.org", MENTOR_AND_MENTEES);
        reach("rana", "@rana in our chat, in the evening in Beirut", MENTOR_AND_MENTEES);
        profiles.tells("maya", "I run our meetups in Stockholm, and was afraid of the first one.");
        profiles.tells("mateo", "I translate, and I like to bring people together who do.");
        profiles.tells("ravi", "I teach programming, and play the sitar.");
        profiles.tells("rana", "I am new here, and bake too much bread.");
    }

    private void reach(String id, String how, Reach.SeenBy seenBy) {
        reaches.save(Reach.of(id, how, seenBy));
    }

    private void mentorships() {
        becameMentor("mei", "maya", 290, 255);
        becameMentor("musa", "maya", 240, 210);
        becameMentor("mateo", "maya", 215, 205);
        twoYearsTogether("ravi", "maya");
        mentorship("remy", "mateo", 200);
        mentorship("rolf", "mei", 250);
        mentorship("riku", "musa", 200);
        mentorship("rosa", "maya", 120);
        lastInTouch("remy", 35);
        // Mei has answered nothing for thirteen weeks: the first daily round notices it.
        mentors.noteAnswer("mei", days.todayOf("mei").minusWeeks(13));
    }

    /** Every month, and it is more than a month ago: the first daily round asks both. */
    private void lastInTouch(String menteeId, int daysAgo) {
        var mentorshipId = mentorships.ofMentee(menteeId).orElseThrow().id();
        tasklist.travelBack(daysAgo);
        mentorships.keepInTouch(mentorshipId, "Chat", "every month");
        mentorships.haveTalked(mentorshipId, days.ofProgramme());
        tasklist.backToToday();
    }

    private void mentorship(String menteeId, String mentorId, int daysAgo) {
        tasklist.travelBack(daysAgo);
        Objects.requireNonNull(mentorships.begin(menteeId, mentorId));
        tasklist.backToToday();
    }

    /**
     * Agreed for a year, and a year ago for another one of which 30 days are left: the yearly check-in is due today,
     * and shows what they planned the last time.
     */
    private void twoYearsTogether(String menteeId, String mentorId) {
        var today = days.ofProgramme();
        yearTogether(
                menteeId,
                mentorId,
                daysSince(today.plusDays(30).minusYears(1)),
                "Organise a workshop for new contributors in Pune.",
                "Somebody who has done it before, and a room.");
    }

    /** Went on after the first year, and some weeks later the mentee guided others. */
    private void becameMentor(String menteeId, String mentorId, int checkInDaysAgo, int endedDaysAgo) {
        yearTogether(menteeId, mentorId, checkInDaysAgo, "Guide somebody myself.", "Somebody to ask when I am unsure.");
        tasklist.travelBack(endedDaysAgo);
        mentorships.end(mentorships.ofMentee(menteeId).orElseThrow().id(), "became a mentor");
        tasklist.backToToday();
    }

    /** From the first day to the yearly check-in that was due that many days ago. */
    private void yearTogether(String menteeId, String mentorId, int daysAgo, String plans, String support) {
        var today = days.ofProgramme();
        mentorship(menteeId, mentorId, daysSince(today.minusDays(daysAgo).minusYears(1)));
        var mentorshipId = mentorships.ofMentee(menteeId).orElseThrow().id();
        tasklist.travelBack(daysAgo + 20);
        checkIns.startDue();
        tasklist.complete(
                "Activity_ArrangeMeeting",
                mentorshipId,
                mentorId,
                Map.of(
                        "meetingOn",
                        today.minusDays(daysAgo + 10).toString(),
                        "meetingAt",
                        "18:00",
                        "meetingPlace",
                        "Video call"));
        tasklist.travelBack(daysAgo + 9);
        tasklist.complete(
                "Activity_RecordMeeting",
                mentorshipId,
                mentorId,
                Map.of(
                        "meetingOutcome",
                        "held",
                        "heldOn",
                        today.minusDays(daysAgo + 10).toString(),
                        "plans",
                        plans,
                        "support",
                        support,
                        "channel",
                        "Video call",
                        "contactEvery",
                        "every month",
                        "mentorContinues",
                        "yes"));
        tasklist.complete(
                "Activity_ConfirmAgreement",
                mentorshipId,
                menteeId,
                Map.of("planAnswer", "right", "menteeWish", "continue"));
        for (var author : List.of(menteeId, mentorId)) {
            tasklist.completeTheirs("Activity_GiveFeedback", author, lookingBack(author));
        }
        tasklist.backToToday();
    }

    /** What each says of the year. Musa may be named; whoever may not stays one of several. */
    private static Map<String, Object> lookingBack(String author) {
        var answers = new HashMap<String, Object>(
                Map.of("availability", "5", "listening", "5", "usefulness", "4", "clarity", "3"));
        switch (author) {
            case "mei" ->
                answers.putAll(Map.of(
                        "whatHelped",
                        "Short calls, and never a question that was too small.",
                        "functions",
                        List.of("Give advice and encouragement", "Coach on skills and goals")));
            case "musa" ->
                answers.putAll(Map.of(
                        "whatHelped",
                        "That somebody asked how I am, and not only what I do.",
                        "whatBetter",
                        "I learned about the travel grants too late.",
                        "functions",
                        List.of("Help reps to stay active", "Pass on important news"),
                        "nameVisible",
                        true));
            case "mateo" ->
                answers.putAll(Map.of(
                        "whatBetter",
                        "I did not know for weeks what a mentor does, and what I do myself.",
                        "functions",
                        List.of("Guide new reps into the programme", "Coach on skills and goals")));
            case "ravi" ->
                answers.putAll(Map.of(
                        "whatHelped", "Introductions to people who have done it before.",
                        "whatBetter", "Meeting a little more often.",
                        "functions", List.of("Introduce reps to other people", "Coach on skills and goals")));
            default -> answers.put("functions", List.of("Give advice and encouragement"));
        }
        return answers;
    }

    private int daysSince(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, days.ofProgramme());
    }

    private void cases() {
        // Rana has met Mateo, but the call that was due after two weeks has not been held yet.
        tasklist.travelBack(18);
        lookForMentor("rana", "Organise a meetup in my town.", "Asia/Beirut", List.of("ar", "en"), "Event planning");
        tasklist.travelBack(17);
        tasklist.complete("Activity_OfferToMentor", "rana", "mateo", Map.of("mentorOffers", "yes"));
        tasklist.travelBack(16);
        tasklist.complete("Activity_MeetProposedMentor", "rana", "rana", Map.of("repAnswer", "yes"));
        // Nobody has offered to guide Rita for more than a week, so a contact has to ask somebody.
        tasklist.travelBack(9);
        lookForMentor(
                "rita", "Translate our guides into Polish.", "Europe/Warsaw", List.of("pl", "en"), "Localization");
        // Musa is away for three more weeks, and Maya covers for him.
        tasklist.travelBack(7);
        var firstDay = days.ofProgramme();
        tasklist.start(
                "mentor-absence",
                "musa",
                Map.of(
                        "awayFrom",
                        firstDay.toString(),
                        "awayUntil",
                        firstDay.plusDays(28).toString(),
                        "messageToMentees",
                        "My sister is getting married, far away from any network. Back soon!"));
        tasklist.complete("Activity_ChooseCover", "musa", "musa", Map.of("coverId", "maya"));
        tasklist.complete("Activity_CoverForMentor", "musa", "maya", Map.of("coverAnswer", "yes"));
        // The council has news for everybody: Maya has passed it on, Mateo and Mei have not yet.
        tasklist.travelBack(4);
        tasklist.start(
                "programme-update",
                "carmen",
                Map.of(
                        "newsTitle",
                        "Apply for a travel grant",
                        "newsText",
                        "Would you like to meet other reps? There are grants for travelling to the meetups of this"
                                + " season. Say in a few words what you would like to learn or to share; whoever has"
                                + " never travelled with us comes first.",
                        "newsLink",
                        "https://example.org/travel-grants",
                        "passOnUntil",
                        days.ofProgramme().plusDays(14).toString()));
        tasklist.completeTheirs("Activity_PassOn", "maya", Map.of("passOnAnswer", "passed-on"));
        // Rosa would like another mentor, and Maya does not know it: an impartial contact has to decide.
        tasklist.travelBack(3);
        tasklist.start(
                "mentor-change",
                "rosa",
                Map.of(
                        "wishedRoute",
                        "council",
                        "category",
                        "time-zone",
                        "reason",
                        "When I am free in the evening, Maya sleeps already. We have not talked for two months."));
        tasklist.complete("Activity_NameMentor", "rosa", "rosa", Map.of("nextMentor", "nobody"));
        // Rolf would like to become a mentor, but has not been a rep for a year: a contact may let him begin.
        tasklist.travelBack(3);
        tasklist.start(
                "coaching-training",
                "rolf",
                Map.of(
                        "wayIn",
                        "self",
                        "motivation",
                        "I have led our local group for years, before I joined.",
                        "languages",
                        List.of("de", "en"),
                        "skills",
                        List.of("Community building")));
        // Maya has offered to guide Ruth, who has not answered yet.
        tasklist.travelBack(2);
        lookForMentor("ruth", "Speak in front of people.", "Africa/Nairobi", List.of("sw", "en"), "Public speaking");
        tasklist.complete("Activity_OfferToMentor", "ruth", "maya", Map.of("mentorOffers", "yes"));
        // Rolf has raised a concern in which Chidi has a part: Clara sees it, and nobody else.
        tasklist.travelBack(1);
        tasklist.start(
                "raise-concern",
                "rolf",
                Map.of(
                        "category",
                        "misuse",
                        "whatHappened",
                        "The shirts for our last event were ordered from Chidi's cousin, and nobody compared prices.",
                        "involvedPeople",
                        "chidi",
                        "mayContact",
                        true));
    }

    /** Of people whom nothing that happened before concerns. */
    private void comingsAndGoings() {
        SamplePeople.registerThoseWhoComeAndGo(people);
        rep("mirko", 1000, "Europe/Zagreb", "hr", "en");
        rep("malou", 800, "Europe/Brussels", "nl", "fr", "en");
        rep("moritz", 700, "Europe/Zurich", "de", "en");
        rep("roman", 500, "Europe/Sofia", "bg", "en");
        rep("rasa", 200, "Europe/Vilnius", "lt", "en");
        rep("ronja", 300, "Europe/Oslo", "no", "en");
        rep("renata", 150, "Europe/Lisbon", "pt", "en");
        mentor("mirko", 2, "Web development", "Technical writing");
        mentor("malou", 1, "Social media", "Coaching");
        mentor("moritz", 2, "Localization");
        reach("mirko", "mirko@example.org", MENTOR_AND_MENTEES);
        reach("malou", "@malou in our chat, or malou@example.org", EVERYBODY);
        reach("ronja", "ronja@example.org, or @ronja in our chat", MENTOR_AND_MENTEES);
        profiles.tells("ronja", "I take pictures, also of what we do.");
        // Ronja has got another mentor, and the two have not talked yet.
        mentorship("ronja", "mirko", 80);
        tasklist.travelBack(3);
        firstCalls.begin(Objects.requireNonNull(mentorships.change("ronja", "malou")));
        tasklist.backToToday();
        mentorship("roman", "mirko", 75);
        mentorship("rasa", "mirko", 70);
        // Moritz is gone without a word: the first daily round notices it.
        mentorship("renata", "moritz", 60);
        // Roman leaves, and can think again.
        tasklist.travelBack(2);
        tasklist.start(
                "leave-programme",
                "roman",
                Map.of(
                        "lastDay",
                        days.ofProgramme().plusDays(14).toString(),
                        "message",
                        "I am moving to the mountains. Thank you for your patience with my first talks!"));
        // It is too much for Mirko, who has not said yet what is enough.
        tasklist.travelBack(1);
        tasklist.start("too-much", "mirko", Map.of("whatHelps", "fewer"));
    }

    private void lookForMentor(String repId, String goals, String timeZone, List<String> languages, String skill) {
        tasklist.start(
                "rep-onboarding",
                repId,
                Map.of("goals", goals, "languages", languages, "timeZone", timeZone, "skillsWanted", List.of(skill)));
    }
}
