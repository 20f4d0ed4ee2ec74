package org.reps.mentoring.movein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.FormFile;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.checkin.LastPlans;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.reps.mentoring.language.DayInWords;
import org.reps.mentoring.mailsettings.MailChoice;
import org.reps.mentoring.mailsettings.MailChoices;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.person.Reach.SeenBy;
import org.reps.mentoring.person.Reaches;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.sheet.Sheet;
import org.reps.mentoring.wayin.Invitations;
import org.springframework.beans.factory.annotation.Autowired;

/** A programme that there is already comes as two files, again and again. */
class MovingInTest extends MoveInTest {

    private static final Path EXAMPLES = Path.of("docs/move-in");

    private static final String MAYA =
            "maya,Maya,Lind,maya@example.org,\"reps, mentors\",2022-05-01,Europe/Stockholm,sv,"
                    + "Leadership,Coaching,2,@maya in our chat,contacts\n";
    private static final String RAVI =
            "ravi,Ravi,Sharma,ravi@example.org,reps,2024-05-01,Asia/Kolkata,hi,Coaching,,,,\n";
    private static final LocalDate BEGAN = today().minusDays(480);
    private static final LocalDate MET = today().minusDays(110);
    private static final String TOGETHER = "maya,ravi," + BEGAN + ",,,,,\n";

    private static final String ROSA = "rosa,Rosa,Ruiz,,reps,,,,,,,,\n";

    @Autowired
    Reaches reaches;

    @Autowired
    LastPlans plans;

    @Autowired
    Invitations invitations;

    @Autowired
    YearlyCheckInSteps checkIns;

    @Autowired
    MentorInactivitySteps inactivity;

    @Autowired
    MailChoices choices;

    @Autowired
    TimeZones zones;

    @Autowired
    Profiles profiles;

    @Test
    void the_example_of_the_documentation_moves_in() throws IOException {
        var outcome = moveIn.done(new MoveIn.Files(
                Files.readAllBytes(EXAMPLES.resolve("people.csv")),
                Files.readAllBytes(EXAMPLES.resolve("mentorships.csv"))));

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.sentences())
                .containsExactly(
                        "People: 7 new, 0 changed, 0 as they were.",
                        "Mentorships: 2 new, 0 changed, 0 as they were.",
                        "All of this is done.");
        assertThat(people.name("maja")).isEqualTo("Maja Berg");
        assertThat(people.find("olga").orElseThrow().email()).isEqualTo("olga@example.org");
        assertThat(people.in(Group.CONTACTS)).contains("olga");
        assertThat(people.in(Group.MENTORS)).contains("maja", "malik");
        var rep = reps.findById("rosalie").orElseThrow();
        assertThat(rep.joinedOn()).isEqualTo("2024-02-10");
        assertThat(rep.languages()).isEqualTo(Set.of("fr", "en"));
        assertThat(rep.timeZone()).isEqualTo("Europe/Paris");
        var mentor = mentors.findById("maja").orElseThrow();
        assertThat(mentor.capacity()).isEqualTo(6);
        assertThat(mentor.skills()).isEqualTo(Set.of("Event planning", "Public speaking"));
        assertThat(mentors.findById("malik").orElseThrow().capacity()).isEqualTo(5);
        var reach = reaches.findById("maja").orElseThrow();
        assertThat(reach.how()).isEqualTo("+46 70 123 45 67");
        assertThat(reach.seenBy()).isEqualTo(SeenBy.MENTOR_AND_MENTEES);
        var mentorship = mentorships.ofMentee("rosalie").orElseThrow();
        assertThat(mentorship.mentorId()).isEqualTo("maja");
        assertThat(mentorship.beganOn()).isEqualTo("2024-03-01");
        assertThat(mentorship.committedUntil()).isBetween(today(), today().plusYears(1));
        assertThat(mentorship.contactEvery()).isEqualTo("every month");
        var plan = plans.of(List.of(mentorship.id())).get(mentorship.id());
        assertThat(plan.heldOn()).isEqualTo("2025-03-05");
        assertThat(plan.plans()).isEqualTo("Speak at the spring meeting.\nFind somebody to rehearse with.");
    }

    @Test
    void the_templates_have_the_columns_and_nothing_else() throws IOException {
        assertThat(Files.readAllBytes(EXAMPLES.resolve("people-template.csv")))
                .isEqualTo(Sheet.write(PeopleFile.COLUMNS, List.of()));
        assertThat(Files.readAllBytes(EXAMPLES.resolve("mentorships-template.csv")))
                .isEqualTo(Sheet.write(MentorshipsFile.COLUMNS, List.of()));
        assertThat(Files.readString(EXAMPLES.resolve("README.md")))
                .contains(PeopleFile.COLUMNS.stream()
                        .map(column -> column.name() + (column.needed() ? " *" : ""))
                        .toArray(String[]::new));
    }

    @Test
    void how_often_two_are_in_touch_is_what_the_forms_offer() {
        assertThat(FormFile.all()
                        .flatMap(form -> form.components().stream())
                        .filter(field -> field.key().equals("contactEvery"))
                        .map(field -> field.json().path("values").findValuesAsText("value")))
                .hasSizeGreaterThan(1)
                .containsOnly(MentorshipsFile.OFTEN);
    }

    @Test
    void nobody_can_log_in_until_they_have_chosen_a_password() {
        bring(MAYA + RAVI, "");

        assertThat(invitations.standing().people()).hasSize(2);
        for (var password : List.of("", "maya", "mentoring-demo")) {
            assertThat(identities.checkPassword("maya", password)).isFalse();
            assertThat(people.hasPassword("maya", password)).isFalse();
        }
    }

    @Test
    void the_same_files_twice_change_nothing() {
        var file = "maya,ravi," + BEGAN + ",,Chat,every month," + MET + ",Travel\n";
        bring(MAYA + RAVI + ROSA, file);
        var before = everything();
        later(Period.ofDays(3));

        assertThat(bring(MAYA + RAVI + ROSA, file).sentences())
                .contains(
                        "People: 0 new, 0 changed, 3 as they were.", "Mentorships: 0 new, 0 changed, 1 as they were.");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_trial_changes_nothing_and_says_what_would_be_done() {
        var before = everything();

        var outcome = moveIn.tried(files(MAYA + RAVI + ROSA, TOGETHER));

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.sentences())
                .containsExactly(
                        "People: 3 new, 0 changed, 0 as they were.",
                        "Mentorships: 1 new, 0 changed, 0 as they were.",
                        "Without a mail address, so that no mail reaches them: 1.",
                        "Nothing is wrong with it. This was a trial: nothing was changed.");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void one_fault_in_one_file_keeps_everything_out() {
        var before = everything();

        var outcome = tryToBring(MAYA + RAVI + ROSA, TOGETHER + TOGETHER.replace("ravi", "nobody"));

        assertThat(said(outcome))
                .singleElement()
                .asString()
                .startsWith("mentorships, line 3, rep: “nobody” is no rep.");
        assertThat(outcome.sentences()).containsExactly("There is 1 thing to mend; nothing was changed.");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_later_file_changes_what_it_says_and_leaves_what_it_does_not() {
        givenMentor("maya", 5);
        givenContact("clara");
        mentors.save(mentors.findById("maya").orElseThrow().withoutNewMenteesUntil(today().plusDays(9)));
        reps.save(reps.findById("maya").orElseThrow().describedAs(Set.of("en"), "UTC", Set.of(), "Goals", "Note"));

        var outcome = bring(
                "maya,,Lind,maya@example.com,,,Europe/Stockholm,,,Leadership,7,@maya,\nclara,Clara,,,council,,Asia/Dhaka,,,,,,\n",
                "");

        assertThat(outcome.sentences())
                .contains(
                        "People: 0 new, 2 changed, 0 as they were.",
                        "Line 3 of people: clara stays in contacts; a file takes nobody out of a group.");
        var person = people.find("maya").orElseThrow();
        assertThat(person.firstName()).isEqualTo("Maya");
        assertThat(person.lastName()).isEqualTo("Lind");
        assertThat(person.email()).isEqualTo("maya@example.com");
        assertThat(people.hasPassword("maya", "mentoring-demo")).isTrue();
        var rep = reps.findById("maya").orElseThrow();
        assertThat(rep.goals()).isEqualTo("Goals");
        assertThat(rep.noteForMentor()).isEqualTo("Note");
        assertThat(rep.timeZone()).isEqualTo("Europe/Stockholm");
        assertThat(rep.joinedOn()).isEqualTo(today().minusYears(2));
        var mentor = mentors.findById("maya").orElseThrow();
        assertThat(mentor.capacity()).isEqualTo(7);
        assertThat(mentor.skills()).isEqualTo(Set.of("Leadership"));
        assertThat(mentor.languages()).isEqualTo(Set.of("en"));
        assertThat(mentor.noNewMenteesUntil()).isEqualTo(today().plusDays(9));
        assertThat(reaches.findById("maya").orElseThrow().seenBy()).isEqualTo(SeenBy.MENTOR_AND_MENTEES);
        assertThat(people.isIn(Group.CONTACTS, "clara")).isTrue();
        assertThat(database.queryForObject("select time_zone from mail_choice where id = 'clara'", String.class))
                .isEqualTo("Asia/Dhaka");
    }

    @Test
    void a_rep_becomes_a_mentor_by_a_file() {
        givenRep("rumi", "es");

        bring("rumi,,,,\"reps, mentors\",,,,,Coaching,3,,\n", "");

        assertThat(people.isIn(Group.MENTORS, "rumi")).isTrue();
        var mentor = mentors.findById("rumi").orElseThrow();
        assertThat(mentor.capacity()).isEqualTo(3);
        assertThat(mentor.languages()).isEqualTo(Set.of("es"));
    }

    @Test
    void mentorships_that_are_not_in_a_file_go_on_and_that_is_said() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        givenRep("rana");
        mentorships.begin("rumi", "mateo");

        assertThat(bring("", "mateo,rana," + BEGAN + ",,,,,\n").sentences())
                .contains("Mentorships that are not in the file, and go on: 1.");
        assertThat(mentorships.ofMentee("rumi")).isPresent();
    }

    @Test
    void what_has_ended_here_is_not_begun_again_by_an_old_file() {
        var file = TOGETHER;
        bring(MAYA + RAVI, file);
        mentorships.end(mentorships.ofMentee("ravi").orElseThrow().id(), "over");

        assertThat(said(tryToBring(MAYA + RAVI, file)))
                .containsExactly("mentorships, line 2, began on: These two ended their mentorship here on " + today()
                        + ", and a file does not begin it again. Please take the line out.");
    }

    @Test
    void days_and_plans_can_be_corrected_until_there_was_a_check_in_here() {
        bring(MAYA + RAVI, "maya,ravi," + BEGAN + ",,,," + MET + ",Travel\n");
        var id = mentorships.ofMentee("ravi").orElseThrow().id();

        var until = today().plusDays(20);
        bring("", "maya,ravi," + BEGAN.plusDays(30) + "," + until + ",Chat,," + MET.plusDays(30) + ",\n");
        assertThat(mentorships.byId(id).beganOn()).isEqualTo(BEGAN.plusDays(30));
        assertThat(mentorships.byId(id).committedUntil()).isEqualTo(until);
        assertThat(mentorships.byId(id).channel()).isEqualTo("Chat");
        assertThat(plans.of(List.of(id)).get(id).heldOn()).isEqualTo(MET.plusDays(30));
        assertThat(plans.of(List.of(id)).get(id).plans()).isEqualTo("Travel");

        later(Period.ofDays(20));
        assertThat(checkIns.startDue()).isEqualTo(1);
        var outcome = bring("", "maya,ravi," + BEGAN + ",,Mail,," + MET + ",Other\n");

        assertThat(outcome.sentences())
                .contains(
                        "Line 2 of mentorships: the days and plans of maya and ravi stay as they are, because they have had"
                                + " a check-in here since.");
        assertThat(mentorships.byId(id).beganOn()).isEqualTo(BEGAN.plusDays(30));
        assertThat(mentorships.byId(id).channel()).isEqualTo("Mail");
        assertThat(plans.of(List.of(id)).get(id).plans()).isEqualTo("Travel");
    }

    @Test
    void what_was_agreed_before_is_shown_in_the_next_meeting() {
        bring(MAYA + RAVI, "maya,ravi," + BEGAN + "," + today().minusDays(3) + ",Chat,," + MET + ",Travel\n");
        later(Period.ofDays(2));
        assertThat(checkIns.startDue()).isEqualTo(1);
        assertThat(database.queryForObject("select due_on from check_in where outcome is null", LocalDate.class))
                .isEqualTo(today().minusDays(5));
        runJobs();

        as(
                "maya",
                () -> forms.submitTaskForm(
                        task("Activity_ArrangeMeeting").getId(),
                        Map.of(
                                "meetingOn",
                                today().plusDays(2).toString(),
                                "meetingAt",
                                "18:00",
                                "meetingPlace",
                                "Video call")));
        runJobs();
        later(Period.ofDays(3));
        fire("Event_MeetingDayReached");

        assertThat(shown("Activity_RecordMeeting", "maya").get("lastYear"))
                .asString()
                .contains("Travel", DayInWords.of(MET, "en"));
    }

    @Test
    void what_is_written_out_moves_into_an_empty_programme_as_it_was() throws Exception {
        var generated = new GeneratedProgramme(7, 12, 60, 50, today());
        moveIn.done(new MoveIn.Files(generated.people(), generated.mentorships()));
        bring(
                "olga,Olga,\"=Marin\",olga@example.org,\"council, contacts\",,Europe/Bucharest,,,,,\"=1+1\n@olga, or \"\"'=\"\"\",everybody\n",
                "");
        var files = new MoveIn.Files(moveIn.people(), moveIn.mentorships());
        assertThat(new String(files.people(), StandardCharsets.UTF_8).lines()).hasSizeGreaterThan(73);
        it_began_here();
        forgetPeople();
        it_went_live_today();

        var outcome = moveIn.done(files);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.sentences())
                .contains(
                        "People: 73 new, 0 changed, 0 as they were.",
                        "Mentorships: 50 new, 0 changed, 0 as they were.");
        assertThat(people.find("olga").orElseThrow().lastName()).isEqualTo("=Marin");
        assertThat(reaches.findById("olga").orElseThrow().how()).isEqualTo("=1+1\n@olga, or \"'=\"");
        assertThat(moveIn.people()).isEqualTo(files.people());
        assertThat(moveIn.mentorships()).isEqualTo(files.mentorships());
    }

    @Test
    void who_guides_more_than_they_want_moves_in_elsewhere_with_all_of_them() {
        bring(MAYA + RAVI + ROSA, TOGETHER + TOGETHER.replace("ravi", "rosa"));
        var files = new MoveIn.Files(moveIn.people(), moveIn.mentorships());
        for (var places : List.of(1, 0)) {
            mentors.save(mentors.findById("maya").orElseThrow().withCapacity(places));
            files = new MoveIn.Files(moveIn.people(), moveIn.mentorships());
            assertThat(moveIn.done(files).sentences())
                    .as("what they said here is no fault of a file that says the same")
                    .startsWith(
                            "People: 0 new, 0 changed, 3 as they were.",
                            "Mentorships: 0 new, 0 changed, 2 as they were.");
        }
        it_began_here();
        forgetPeople();
        it_went_live_today();

        assertThat(moveIn.done(files).sentences())
                .contains("Line 2 of mentorships: from here on maya has more mentees than places (0). All of them stay;"
                        + " nobody new comes until there are fewer.");

        assertThat(moveIn.people()).isEqualTo(files.people());
        assertThat(moveIn.mentorships()).isEqualTo(files.mentorships());
        givenRep("rumi");
        assertThat(mentorships.begin("rumi", "maya")).isNull();
        assertThat(said(tryToBring("maya,,,,,,,,,,0,,\n", TOGETHER.replace("ravi", "rumi"))))
                .containsExactly(
                        "mentorships, line 2, mentor: This would be one mentee more than the 0 places of maya.");
    }

    @Test
    void a_mentor_whose_places_no_file_names_brings_no_more_than_others_have() {
        var many = new StringBuilder(MAYA.replace("Coaching,2,", "Coaching,,"));
        var together = new StringBuilder();
        for (var rep : List.of("ana", "ben", "eli", "ida", "ivo", "jan")) {
            many.append(rep).append(",Some,,,reps,,,,,,,,\n");
            together.append(TOGETHER.replace("ravi", rep));
        }

        assertThat(said(tryToBring(many.toString(), together.toString())))
                .containsExactly(
                        "mentorships, line 7, mentor: This would be one mentee more than the 5 places of maya.");
    }

    @Test
    void who_has_not_said_where_they_live_lives_where_the_daily_round_is() {
        bring(MAYA.replace("Europe/Stockholm", "") + RAVI + ROSA, "");

        assertThat(zones.said("ravi")).contains(ZoneId.of("Asia/Kolkata"));
        for (var silent : List.of("rosa", "maya")) {
            assertThat(zones.said(silent)).isEmpty();
            assertThat(zones.said()).doesNotContainKey(silent);
            assertThat(zones.of(silent)).isEqualTo(zones.otherwise());
            assertThat(profiles.of(silent).timeZone()).isNull();
        }
        assertThat(new String(moveIn.people(), StandardCharsets.UTF_8))
                .contains("rosa,Rosa,Ruiz,,reps," + today() + ",,");
    }

    private void forgetPeople() {
        for (var table : List.of(
                "later_check_in", "check_in_plan", "check_in", "mentorship", "mentor", "rep", "reach", "mail_choice")) {
            database.update("delete from " + table);
        }
        identities.createUserQuery().list().stream()
                .map(user -> user.getId())
                .filter(id -> !id.equals("admin"))
                .forEach(identities::deleteUser);
        database.update("delete from known_person");
    }

    @Test
    void mentorships_that_began_before_need_the_day_of_moving_in() {
        wentLive(null);
        assertThat(said(tryToBring(MAYA + RAVI, TOGETHER)))
                .singleElement()
                .asString()
                .startsWith(
                        "Please set mentoring.programme.went-live-on (MENTORING_PROGRAMME_WENT_LIVE_ON), which is not set,");
        assertThat(said(tryToBring(MAYA + RAVI, "maya,ravi," + today() + ",,,,,\n")))
                .isEmpty();
    }

    @Test
    void mentors_who_come_later_than_the_others_have_as_long_to_answer() {
        wentLive(today().minusYears(1));
        givenMentor("mateo", 5);
        givenMentor("mei", 5);
        mentors.noteAnswer("mateo", today().minusWeeks(40));
        bring(
                MAYA + RAVI + ROSA + "rina,Rina,,,reps,,,,,,,,\n",
                TOGETHER + "mateo,rosa," + BEGAN + ",,,,,\nmei,rina," + BEGAN + ",,,,,\n");

        assertThat(inactivity.reportSilent()).isZero();
        later(Period.ofWeeks(12).minusDays(1));
        assertThat(inactivity.reportSilent()).isZero();
        later(Period.ofDays(1));
        assertThat(inactivity.reportSilent()).isEqualTo(3);
    }

    @Test
    void a_silent_mentor_does_not_answer_by_getting_another_mentee() {
        givenMentor("mateo", 5);
        givenRep("rumi");
        mentorships.begin("rumi", "mateo");
        later(Period.ofWeeks(13));
        bring(RAVI, "mateo,ravi," + BEGAN + ",,,,,\n");

        assertThat(inactivity.reportSilent()).isEqualTo(1);
    }

    @Test
    void what_counts_is_where_somebody_lives_as_their_mail_settings_say() {
        bring(RAVI, "");
        choices.save(MailChoice.usual("ravi").choosing(false, "Asia/Tokyo"));

        assertThat(new String(moveIn.people(), StandardCharsets.UTF_8)).containsPattern("ravi,.*Asia/Tokyo");
        bring("ravi,,,,,,Africa/Nairobi,,,,,,\n", "");

        assertThat(zones.of("ravi")).isEqualTo(ZoneId.of("Africa/Nairobi"));
        assertThat(choices.findById("ravi").orElseThrow().digest()).isFalse();
        assertThat(bring("ravi,,,,,,Africa/Nairobi,,,,,,\n", "").sentences())
                .contains("People: 0 new, 0 changed, 1 as they were.");
    }

    @Test
    void who_did_not_go_on_long_ago_can_move_elsewhere() {
        bring(MAYA + RAVI, TOGETHER);
        database.update(
                "update mentorship set committed_until = ?",
                today().minusYears(1).minusDays(1));
        assertThat(new String(moveIn.mentorships(), StandardCharsets.UTF_8)).contains("maya,ravi," + BEGAN + ",,");

        database.update("update mentorship set committed_until = ?", today().minusYears(1));
        assertThat(new String(moveIn.mentorships(), StandardCharsets.UTF_8))
                .contains("maya,ravi," + BEGAN + "," + today().minusYears(1) + ",");
    }

    @Test
    void the_operator_is_in_no_file_and_no_file_changes_them() {
        assertThat(said(tryToBring("admin,Eve,,,council,,,,,,,,\n", "")))
                .containsExactly(
                        "people, line 2, user name: This is an account of the operator, which no file changes.");
        bring(MAYA, "");
        assertThat(new String(moveIn.people(), StandardCharsets.UTF_8))
                .contains("maya")
                .doesNotContain("admin");
    }

    @Test
    void who_has_stepped_down_is_no_mentor_again_by_a_file() {
        bring(MAYA + RAVI, "");
        mentors.save(mentors.findById("maya").orElseThrow().resigned());
        people.leave(Group.MENTORS, "maya");

        assertThat(said(tryToBring(MAYA, "")))
                .singleElement()
                .asString()
                .startsWith("people, line 2, groups: They have stepped down as a mentor here.");
        assertThat(said(tryToBring("", TOGETHER)))
                .contains("mentorships, line 2, mentor: maya is no active mentor any more and takes nobody new.");
        mentors.save(mentors.findById("maya")
                .orElseThrow()
                .becoming(Mentor.Status.ACTIVE)
                .resigning(today().plusDays(5)));
        people.join(Group.MENTORS, "maya");
        assertThat(said(tryToBring("", TOGETHER)))
                .contains("mentorships, line 2, mentor: maya is stepping down and takes nobody new.");
    }

    @Test
    void two_who_bring_the_same_at_once_bring_it_once() throws Exception {
        Callable<String> bringing = () -> {
            try {
                return tryToBring(MAYA + RAVI, TOGETHER).sentences().get(0);
            } catch (Refusal refused) {
                return refused.getMessage();
            }
        };

        assertThat(atOnce(List.of(bringing, bringing, bringing)))
                .filteredOn(said -> said.equals("People: 2 new, 0 changed, 0 as they were."))
                .hasSize(1);
        assertThat(mentorships.menteesOf("maya")).containsExactly("ravi");
    }

    @Test
    void a_mentor_keeps_the_places_for_those_they_guide() {
        bring(MAYA + RAVI + ROSA, TOGETHER + TOGETHER.replace("ravi", "rosa"));

        assertThat(said(tryToBring("maya,,,,,,,,,,1,,\n", "")))
                .containsExactly(
                        "people, line 2, capacity: There would be 1 places for the 2 who are guided now; please give at"
                                + " least 2.");
        assertThatThrownBy(() -> mentors.findById("maya").orElseThrow().describedAs(1, 2, Set.of(), Set.of(), "UTC"))
                .isInstanceOf(Refusal.class);
    }
}
