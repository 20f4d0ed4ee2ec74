package org.reps.mentoring.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.confidential.Place;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.firstcall.FirstCallSteps;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.reps.mentoring.leaving.MissingPeople;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.WentLive;
import org.reps.mentoring.table.Section;
import org.reps.mentoring.table.Table;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** The figures the council sees are those of the database. */
class ProgrammePageTest extends ProgrammeTest {

    @Autowired
    private Programme programme;

    @Autowired
    private MentorInactivitySteps inactivity;

    @Autowired
    private WentLive wentLive;

    @Autowired
    private FirstCallSteps firstCalls;

    @Autowired
    private MissingPeople missing;

    private final LocalDate today = today();

    @Test
    void an_empty_programme_says_so() {
        assertThat(said("mentors")).containsExactly("There are no mentors yet.");
        assertThat(said("waiting")).containsExactly("Nobody waits for a mentor.");
        assertThat(said("without")).containsExactly("There is no rep for whom nobody has looked for a mentor.");
        assertThat(said("check-ins")).containsExactly("No check-in was due in the last twelve months.");
        assertThat(said("cases")).containsExactly("0 cases are running, with 0 open tasks; 0 are overdue.");
        assertThat(said("training"))
                .containsExactly(
                        "0 reps are on the way to becoming mentors.",
                        "Since the programme began, 0 reps have become mentors; nobody has stopped before.");
        assertThat(said("resignations")).containsExactly("No mentor is stepping down.");
        assertThat(said("silent")).containsExactly("No mentor is silent.");
        assertThat(said("tasks"))
                .containsExactly("0 tasks are open; 0 are overdue. What people may do and need not is not counted.");
        assertThat(said("running")).containsExactly("0 cases are running.");
        assertThat(said("first-calls"))
                .containsExactly(
                        "After each change of mentor the new pair is asked for a first call. All have had theirs.");
        assertThat(said("leavings"))
                .containsExactly("Nobody is leaving the programme.", "Nobody has left in the last twelve months.");
        assertThat(said("passwords")).containsExactly("Everybody has a password.");
        assertThat(said("mails")).containsExactly("No mail has failed.");
    }

    /** Away from 10 to 20 December, where Max lives. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2026-12-09T10:30:00Z, Active",
        "Pacific/Auckland, 2026-12-09T12:00:00Z, Away until 2026-12-20",
        "Pacific/Auckland, 2026-12-20T11:30:00Z, Active",
        "America/Los_Angeles, 2026-12-10T01:00:00Z, Active",
        "America/Los_Angeles, 2026-12-10T09:00:00Z, Away until 2026-12-20",
        "America/Los_Angeles, 2026-12-21T07:30:00Z, Away until 2026-12-20",
        "America/Los_Angeles, 2026-12-21T08:30:00Z, Active"
    })
    void whoever_is_away_is_away_by_their_own_days(String zone, Instant moment, String standing) {
        givenMentor("max", 2);
        database.update("update mentor set time_zone = ? where id = 'max'", zone);
        var first = LocalDate.of(2026, 12, 10);
        change("max", mentor -> mentor.away(first, first.plusDays(10), null));
        Today.goTo(moment);

        assertThat(cells("mentors"))
                .containsExactly(List.of("Max Sample", standing, 0, standing.equals("Active") ? 2 : 0, 2));
    }

    @Test
    void two_mentors_of_one_name_are_told_apart_on_the_page_and_in_its_file() {
        givenMentor("ana", 2);
        givenMentor("ana2", 3);
        called("ana", "Ana", "Silva");
        called("ana2", "Ana", "Silva");

        assertThat(cells("mentors"))
                .extracting(row -> row.get(0))
                .containsExactly("Ana Silva (ana)", "Ana Silva (ana2)");
        assertThat(section("mentors").table().csv()).contains("Ana Silva (ana)", "Ana Silva (ana2)");
    }

    @Test
    void the_load_of_each_mentor_is_seen_with_who_takes_nobody() {
        givenMentor("max", 2);
        givenMentor("mary", 5);
        givenMentor("molly", 3);
        givenMentor("milo", 3);
        givenMentor("mona", 3);
        for (var rep : List.of("rosa", "ravi", "rana", "remy", "rita")) {
            givenRep(rep);
        }
        begin("rosa", "max");
        begin("ravi", "max");
        begin("rana", "mary");
        begin("remy", "milo");
        begin("rita", "mary");
        mentorships.end(mentorships.ofMentee("rita").orElseThrow().id(), "withdrawn");
        change("milo", mentor -> mentor.away(today, today.plusDays(9), null));
        change("molly", mentor -> mentor.becoming(Mentor.Status.INACTIVE));
        change("mona", mentor -> mentor.resigned());

        assertThat(cells("mentors"))
                .containsExactly(
                        List.of("Max Sample", "Active", 2, 0, 2),
                        List.of("Mary Sample", "Active", 1, 4, 5),
                        List.of("Milo Sample", "Away until " + today.plusDays(9), 1, 0, 3),
                        List.of("Molly Sample", "Inactive", 0, 0, 3));
        assertThat(said("mentors"))
                .containsExactly(
                        "4 mentors guide 4 mentees, and 4 places are free.",
                        "The fullest mentor has 2, the one in the middle 1; 1 has none.",
                        "Of them 1 is away, 1 is inactive.");
        assertThat(database.queryForObject(
                        "select count(*) from mentorship where running_mentee is not null", Integer.class))
                .isEqualTo(4);
    }

    @Test
    void reps_wait_since_they_began_to_look_or_lost_their_mentor() {
        givenMentor("max", 5);
        for (var rep : List.of("rosa", "ravi", "rana", "remy")) {
            givenRep(rep);
        }
        onboarding("rosa", 23, null, null);
        onboarding("ravi", 60, "WITHOUT_MENTOR", 40);
        onboarding("remy", 200, "ONBOARDED", 100);
        begin("rana", "max");
        later(Period.ofDays(-12));
        mentorshipOf("rana", 100);
        mentorships.end(mentorships.ofMentee("rana").orElseThrow().id(), Mentorships.MENTOR_GONE);
        later(Period.ofDays(12));

        assertThat(cells("waiting"))
                .containsExactly(
                        List.of("Ravi Sample", today.minusDays(60).toString(), 60),
                        List.of("Rosa Sample", today.minusDays(23).toString(), 23),
                        List.of("Rana Sample", today.minusDays(12).toString(), 12));
        assertThat(said("waiting")).containsExactly("3 reps wait for a mentor, the longest for 60 days.");
    }

    @Test
    void reps_for_whom_nobody_has_looked_for_a_mentor_are_named() {
        givenMentor("max", 5);
        for (var rep : List.of("rosa", "ravi", "rana", "remy")) {
            givenRep(rep);
        }
        begin("rosa", "max");
        onboarding("ravi", 23, null, null);

        assertThat(cells("without"))
                .containsExactly(
                        List.of("Rana Sample", today.minusYears(2).toString()),
                        List.of("Remy Sample", today.minusYears(2).toString()));
        assertThat(said("without"))
                .containsExactly(
                        "2 reps have no mentor, and nobody has looked for one yet. They can start “Look for a mentor”; a"
                                + " contact can do it for them.");
    }

    @Test
    void who_is_in_the_council_and_no_rep_any_more_is_none_without_a_mentor() {
        givenRep("rosa");
        givenRep("ravi");
        givenRep("rana");
        onboarding("rana", 60, "WITHOUT_MENTOR", 40);
        for (var former : List.of("ravi", "rana")) {
            identities.createMembership(former, Group.COUNCIL.id());
            identities.deleteMembership(former, Group.REPS.id());
        }

        assertThat(cells("without")).extracting(row -> row.get(0)).containsExactly("Rosa Sample");
        assertThat(said("waiting")).containsExactly("Nobody waits for a mentor.");
    }

    @Test
    void for_which_mentor_it_is_too_much_stands_with_them_and_is_not_for_who_is_part_of_it() {
        givenMentor("max", 2);
        givenRep("rosa");
        begin("rosa", "max");
        startAs("max", "too-much", Map.of("whatHelps", "fewer"));

        assertThat(row("mentors", "Max Sample").get(1)).isEqualTo("Too much right now");
        assertThat(said("mentors")).contains("Of them 1 says that it is too much.");
        for (var part : List.of("max", "rosa")) {
            assertThat(programme.section("mentors", part).orElseThrow().table().csv())
                    .as(part)
                    .contains("Active")
                    .doesNotContain("Too much");
        }
    }

    @Test
    void new_pairs_who_have_not_talked_stand_in_a_row_each() {
        givenMentor("max", 5);
        givenMentor("mary", 5);
        givenRep("rosa");
        givenRep("ravi");
        later(Period.ofDays(-10));
        begin("rosa", "max");
        begin("ravi", "max");
        later(Period.ofDays(6));
        firstCalls.begin(mentorships.change("rosa", "mary"));
        firstCalls.begin(mentorships.change("ravi", "mary"));
        later(Period.ofDays(4));
        runJobs();
        super.programme.mentor("mary").arrangesTheFirstCallWith("ravi", today.plusDays(3));

        assertThat(said("first-calls"))
                .containsExactly("2 pairs have not talked yet since somebody got another mentor, the first for 4 days."
                        + " The mentor is reminded.");
        assertThat(row("first-calls", "Rosa Sample"))
                .isEqualTo(
                        List.of("Rosa Sample", "Mary Sample", today.minusDays(4).toString(), 4, "not yet"));
        assertThat(row("first-calls", "Ravi Sample").get(4))
                .isEqualTo(today.plusDays(3).toString());
        assertThat(programme
                        .section("first-calls", "ravi")
                        .orElseThrow()
                        .table()
                        .rows())
                .extracting(row -> row.cells().get(0))
                .containsExactly("Rosa Sample");
        assertThat(programme
                        .section("first-calls", "mary")
                        .orElseThrow()
                        .table()
                        .rows())
                .isEmpty();

        mentorships.end(mentorships.ofMentee("rosa").orElseThrow().id(), "withdrawn");
        runJobs();
        assertThat(cells("first-calls")).extracting(row -> row.get(0)).containsExactly("Ravi Sample");
    }

    @Test
    void pairs_who_lost_touch_are_named_to_the_council_and_not_to_themselves() {
        givenMentor("max", 5);
        givenRep("rosa");
        givenRep("ravi");
        begin("rosa", "max");
        begin("ravi", "max");
        var lost = mentorships.ofMentee("rosa").orElseThrow().id();
        mentorships.haveTalked(lost, today);
        assertThat(said("lost-touch")).containsExactly("No pair has lost touch, as far as anybody has said.");
        database.update("update keep_in_touch set missed = 2");

        assertThat(cells("lost-touch")).containsExactly(List.of("Rosa Sample", "Max Sample", today.toString()));
        assertThat(programme.section("lost-touch", "max").orElseThrow().table().rows())
                .isEmpty();
    }

    @Test
    void who_leaves_and_who_is_gone_without_a_word_are_told_apart() {
        givenContact("clara");
        givenMentor("max", 5);
        givenRep("rosa");
        givenRep("rana");
        begin("rosa", "max");
        startAs("rana", "leave-programme", Map.of("lastDay", today.plusDays(9).toString()));
        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'max'");
        database.update("delete from ACT_ID_USER where ID_ = 'max'");
        missing.notice(10);
        runJobs();

        assertThat(said("leavings"))
                .containsExactly(
                        "1 person is leaving the programme.",
                        "1 person is gone without a word: a task in the council queue asks what becomes of those whom"
                                + " they guide, or who guide them.",
                        "Nobody has left in the last twelve months.");
        assertThat(cells("leavings"))
                .containsExactly(
                        List.of("max", today.toString(), 1, "noticed; the council decides"),
                        List.of("Rana Sample", today.plusDays(9).toString(), 0, "they or a contact said so"));
        assertThat(cells("mentors")).containsExactly(List.of("max", "Gone without a word", 1, 0, 5));
        assertThat(said("mentors").get(0)).endsWith("0 places are free.");
        assertThat(cells("running"))
                .extracting(row -> row.get(0))
                .contains("Leave the programme: max", "Leave the programme: Rana Sample");
        assertThat(programme.section("leavings", "rosa").orElseThrow().table().rows())
                .extracting(row -> row.cells().get(0))
                .containsExactly("Rana Sample");
    }

    @Test
    void who_has_come_back_has_not_left() {
        givenContact("clara");
        givenRep("rana");
        givenRep("rosa");
        for (var leaves : List.of("rana", "rosa")) {
            startAs(leaves, "leave-programme", Map.of("lastDay", today.toString()));
            fire("Event_LeavingDayOver");
        }
        assertThat(said("leavings"))
                .contains("2 people have left in the last twelve months. Their cases are in the history.");

        startAs("clara", "welcome-back", Map.of("userName", "rana", "samePerson", true));

        assertThat(said("leavings"))
                .contains("1 person has left in the last twelve months. Their cases are in the history.");
    }

    @Test
    void how_many_have_no_password_is_a_number_without_names() {
        givenMentor("max", 5);
        givenRep("rosa");
        givenRep("rana");
        database.update("update ACT_ID_USER set PWD_ = null where ID_ in ('max', 'rana')");

        assertThat(said("passwords"))
                .containsExactly(
                        "2 people have not chosen a password yet. The operator invites them, under “Move in”.");
        assertThat(cells("passwords"))
                .containsExactly(List.of("Mentors", 1, 1), List.of("Reps", 3, 2), List.of("Council", 0, 0));
    }

    @Test
    void the_goal_counts_from_the_day_on_which_the_programme_moved_in() {
        givenMentor("max", 5);
        givenRep("rosa");
        begin("rosa", "max");
        var mentorship = mentorships.ofMentee("rosa").orElseThrow().id();
        checkIn(mentorship, today.minusDays(40), false, null);
        checkIn(mentorship, today.minusDays(20), true, "EXTENDED");
        ReflectionTestUtils.setField(wentLive, "day", today.minusDays(30));
        try {
            assertThat(said("check-ins"))
                    .containsExactly("1 of 1 check-in due since the programme moved in (" + today.minusDays(30)
                            + ") was held: 100 %. The goal of 75 % is reached.");
        } finally {
            ReflectionTestUtils.setField(wentLive, "day", null);
        }
    }

    @Test
    void check_ins_of_the_last_twelve_months_are_compared_with_the_goal() {
        givenMentor("max", 5);
        givenRep("rosa");
        begin("rosa", "max");
        var mentorship = mentorships.ofMentee("rosa").orElseThrow().id();
        checkIn(mentorship, today.minusYears(1), true, "EXTENDED");
        checkIn(mentorship, today.minusYears(1).plusDays(1), true, "EXTENDED");
        checkIn(mentorship, today.minusDays(40), true, null);
        checkIn(mentorship, today.minusDays(20), true, "CHANGE");
        checkIn(mentorship, today.minusDays(10), false, "DROPPED");
        checkIn(mentorship, today.minusDays(1), false, null);
        checkIn(mentorship, today, false, null);
        // Held early, as others were that moved in.
        checkIn(mentorship, today.plusDays(20), true, "EXTENDED");

        assertThat(said("check-ins"))
                .containsExactly(
                        "3 of 5 check-ins due in the last twelve months were held: 60 %."
                                + " The goal of 75 % is not reached.",
                        "1 is overdue.", "1 more has begun and is due later.");
        assertThat(sum("check-ins", 1)).isEqualTo(3);
        assertThat(sum("check-ins", 2)).isEqualTo(1);
        assertThat(sum("check-ins", 3)).isEqualTo(1);
        assertThat(sum("check-ins", 4)).isEqualTo(5);
    }

    @Test
    void running_cases_are_counted_without_the_confidential_ones() {
        givenMentor("max", 5);
        givenContact("clara");
        for (var rep : List.of("rosa", "ravi", "rana")) {
            givenRep(rep);
        }
        begin("rana", "max");
        later(Period.ofDays(-9));
        startAs("rosa", "rep-onboarding", wishes());
        later(Period.ofDays(9));
        startAs("ravi", "rep-onboarding", wishes());
        startAs(
                "rana",
                "mentor-change",
                Map.of("wishedRoute", "silent", "category", "time", "reason", "Nobody there for weeks."));
        startAs(
                "rana",
                "raise-concern",
                Map.of("category", "other", "whatHappened", "I am worried.", "mayContact", true));
        runtime.startProcessInstanceByKey(
                "mentor-matching",
                "rana",
                Map.of(
                        "menteeId",
                        "rana",
                        "reason",
                        "mentor-change",
                        "recommendedMentorId",
                        "",
                        "excludedMentorIds",
                        ""));

        assertThat(cells("cases"))
                .extracting(row -> row.get(0))
                .doesNotContain("Change of mentor", "Raise a concern")
                .contains("Look for a mentor", "Find a mentor");
        // What a case has called is part of it: the two searches are no cases of their own.
        var looking = row("cases", "Look for a mentor");
        assertThat(looking.subList(0, 4)).isEqualTo(List.of("Look for a mentor", 2, 2, 1));
        assertThat(looking.subList(5, 9)).isEqualTo(List.of("Offer to mentor Rosa", "Rosa Sample", "Max Sample", 9));
        assertThat(row("cases", "Find a mentor").subList(1, 3)).isEqualTo(List.of(1, 0));
        assertThat(section("cases").table().rows())
                .filteredOn(row -> row.cells().get(0).equals("Look for a mentor"))
                .extracting(Table.Row::instanceId)
                .containsExactly(tasks.createTaskQuery()
                        .processInstanceBusinessKey("rosa")
                        .taskDefinitionKey("Activity_OfferToMentor")
                        .singleResult()
                        .getProcessInstanceId());
    }

    @Test
    void one_question_has_one_number() {
        givenMentor("max", 5);
        givenContact("clara");
        for (var rep : List.of("rosa", "ravi", "rana")) {
            givenRep(rep);
        }
        begin("rana", "max");
        startAs("rosa", "rep-onboarding", wishes());
        later(Period.ofDays(9));
        startAs("ravi", "rep-onboarding", wishes());
        startAs(
                "clara",
                "programme-update",
                Map.of(
                        "newsTitle",
                        "A meetup",
                        "newsText",
                        "Come!",
                        "passOnUntil",
                        today().plusDays(9).toString()));

        // Mails run too, and a search for each of the two; nobody would call them cases.
        assertThat(runtime.createProcessInstanceQuery().count()).isGreaterThan(3);
        assertThat(said("cases").get(0)).startsWith("3 cases are running, with 3 open tasks; 1 is overdue.");
        assertThat(sum("cases", 1)).isEqualTo(3);
        assertThat(said("running")).containsExactly("3 cases are running.");
        assertThat(cells("running"))
                .extracting(row -> row.get(0))
                .contains("Look for a mentor: Rosa Sample", "Look for a mentor: Ravi Sample");
        assertThat(said("tasks").get(0)).startsWith("3 tasks are open; 1 is overdue.");
        assertThat(cells("tasks"))
                .extracting(row -> row.subList(0, 3))
                .startsWith(List.of("Offer to mentor Rosa", "Rosa Sample", "Max Sample"));
        assertThat(programme.processes("carmen"))
                .filteredOn(process -> process.key().equals("send-mail"))
                .singleElement()
                .satisfies(mails -> assertThat(mails.cases()).isZero());
    }

    @Test
    void open_tasks_are_those_of_the_cases_that_can_be_seen() {
        givenMentor("max", 5);
        givenContact("clara");
        givenRep("rosa");
        givenRep("rana");
        mentorshipOf("rana", "max", 400);
        startAs("rosa", "rep-onboarding", wishes());
        startAs(
                "rana",
                "mentor-change",
                Map.of("wishedRoute", "council", "category", "time", "reason", "Nobody there for weeks."));
        runtime.startProcessInstanceByMessage("mentor-silent", "max", Map.of("mentorId", "max"));
        runJobs();

        assertThat(cells("tasks"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder("Offer to mentor Rosa", "Are you still there?");
        // Max is part of the one, and so is his mentee.
        assertThat(programme.section("tasks", "max").orElseThrow().table().rows())
                .extracting(row -> row.cells().get(0))
                .doesNotContain("Are you still there?");
        assertThat(programme.section("running", "rana").orElseThrow().table().rows())
                .extracting(row -> row.cells().get(0))
                .containsExactly("Look for a mentor: Rosa Sample");
    }

    @Test
    void who_is_silent_since_when_stands_in_a_row() {
        for (var mentor : List.of("max", "mary", "molly")) {
            givenMentor(mentor, 5);
        }
        givenRep("rosa");
        givenContact("clara");
        mentorshipOf("rosa", "max", 100);
        mentors.noteAnswer("max", today.minusDays(90));
        mentors.noteAnswer("molly", today.minusDays(120));
        mentors.noteAnswer("mary", today);
        assertThat(inactivity.reportSilent()).isEqualTo(1);
        runJobs();
        change("molly", mentor -> mentor.becoming(Mentor.Status.INACTIVE));

        assertThat(said("silent")).containsExactly("2 mentors do not answer; 1 mentee waits for them.");
        assertThat(cells("silent"))
                .containsExactly(
                        List.of("Molly Sample", today.minusDays(120).toString(), 120, 0, "found inactive"),
                        List.of("Max Sample", today.minusDays(90).toString(), 90, 1, today.toString()));
        for (var part : List.of("max", "rosa")) {
            assertThat(programme.section("silent", part).orElseThrow().table().rows())
                    .as(part)
                    .extracting(row -> row.cells().get(0))
                    .containsExactly("Molly Sample");
        }
    }

    @Test
    void of_many_mentors_the_fullest_and_the_emptiest_are_seen() {
        for (var i = 0; i < 105; i++) {
            givenMentor("mentor" + i, 3);
        }
        givenRep("rosa");
        begin("rosa", "mentor7");

        var page = section("mentors").forPage();

        assertThat(page.rows()).isEqualTo(105);
        assertThat(page.chart()).extracting(Section.Chart::bothEnds).isEqualTo(true);
        assertThat(page.table().rows()).hasSize(100);
        assertThat(page.table().rows().get(0).cells().subList(0, 3)).isEqualTo(List.of("Mentor7 Sample", "Active", 1));
        assertThat(page.table().rows().get(99))
                .isEqualTo(section("mentors").table().rows().get(104));
    }

    @Test
    void a_search_that_a_change_of_mentor_has_called_is_not_counted() {
        givenMentor("max", 5);
        givenMentor("mary", 5);
        givenContact("clara");
        givenRep("rana");
        mentorshipOf("rana", "max", 400);
        startAs(
                "rana",
                "mentor-change",
                Map.of("wishedRoute", "council", "category", "time", "reason", "Nobody there for weeks."));
        complete("Activity_NameMentor", "rana", Map.of("nextMentor", "nobody"));

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("mentor-matching")
                        .count())
                .isEqualTo(1);
        assertThat(row("cases", "Find a mentor").subList(1, 3)).isEqualTo(List.of(0, 0));
    }

    @Test
    void a_reason_is_shown_when_three_reps_stand_behind_it() {
        givenMentor("max", 50);
        for (var i = 0; i < 9; i++) {
            givenRep("rep" + i);
        }
        // Two of the same rep are not two reps.
        request("rep0", "time", 30);
        request("rep0", "time", 29);
        request("rep1", "time", 28);
        request("rep2", "support", 27);
        assertThat(cells("reasons")).containsExactly(List.of("Something else, or too few to show", 4));

        request("rep3", "fit", 26);
        request("rep4", "time", 25);
        // The group is not complete: nobody can tell from the figures what rep4 said.
        assertThat(cells("reasons")).containsExactly(List.of("Something else, or too few to show", 4));

        request("rep5", "other", 24);
        assertThat(cells("reasons"))
                .containsExactly(
                        List.of("The mentor has too little time", 4), List.of("Something else, or too few to show", 3));

        // What is open, or ended today, does not count.
        request("rep6", "fit", 0);
        request("rep7", "fit", 0);
        request("rep8", "fit", 0);
        assertThat(sum("reasons", 1)).isEqualTo(7);
    }

    @Test
    void who_is_the_only_one_on_the_way_becomes_a_mentor_and_not_mentors() {
        givenRep("rosa");
        training("rosa", "TRAINING", false);

        assertThat(said("training")).contains("1 rep is on the way to becoming a mentor.");
    }

    @Test
    void trainings_are_counted_by_how_far_they_came() {
        for (var rep : List.of("rosa", "ravi", "rana", "remy", "rita")) {
            givenRep(rep);
        }
        training("rosa", "TRAINING", false);
        training("ravi", "TRAINING", true);
        training("rana", "MENTOR", true);
        training("remy", "MENTOR", true);
        training("rita", "NOMINATED", false);

        assertThat(said("training"))
                .containsExactly(
                        "2 reps are on the way to becoming mentors.",
                        "Since the programme began, 2 reps have become mentors; 1 stopped before.");
        assertThat(row("training", "In training")).isEqualTo(List.of("In training", 1, 1));
        assertThat(row("training", "Mentor")).isEqualTo(List.of("Mentor", 0, 2));
        assertThat(row("training", "Nominated")).isEqualTo(List.of("Nominated", 1, 0));
    }

    @Test
    void of_a_mentor_who_leaves_it_is_seen_how_many_are_placed() {
        givenMentor("max", 5);
        givenMentor("mary", 5);
        for (var rep : List.of("rosa", "ravi", "rana", "remy")) {
            givenRep(rep);
        }
        begin("rosa", "max");
        begin("ravi", "max");
        begin("rana", "max");
        begin("remy", "max");
        resignation("max", "ACKNOWLEDGED");
        resignation("mary", "HANDED_IN");
        mentorships.change("rosa", "mary");
        mentorships.end(mentorships.ofMentee("remy").orElseThrow().id(), "withdrawn");

        assertThat(row("resignations", "Max Sample"))
                .isEqualTo(List.of("Max Sample", today.plusDays(5).toString(), "yes", 1, 2));
        assertThat(row("resignations", "Mary Sample"))
                .isEqualTo(List.of("Mary Sample", today.plusDays(5).toString(), "not yet", 0, 1));
    }

    @Test
    void a_mail_that_failed_leads_to_its_case_and_says_no_address() {
        givenRep("rosa");
        var mail = runtime.startProcessInstanceByKey("send-mail", "mail", Map.of("mailId", "nowhere"));
        var job = management.createJobQuery().processInstanceId(mail.getId()).singleResult();
        management.setJobRetries(job.getId(), 0);

        assertThat(said("mails").get(0)).startsWith("1 mail could not be sent.");
        assertThat(section("mails").table().rows())
                .extracting(Table.Row::instanceId)
                .containsExactly(mail.getId());
        assertThat(section("mails").table().csv()).doesNotContain("@", "nowhere");
        assertThat(cells("cases")).extracting(row -> row.get(0)).doesNotContain("Send a mail");
        assertThat(programme.processes("carmen"))
                .filteredOn(process -> process.failed() > 0)
                .singleElement()
                .satisfies(failed -> assertThat(failed.key()).isEqualTo("send-mail"));
    }

    @Test
    void a_large_programme_takes_as_many_statements_as_a_small_one() {
        programmeOf(0, 3);
        var few = statements();

        programmeOf(3, 60);

        assertThat(statements()).isEqualTo(few).isBetween(10, 45);
    }

    // --- what is there

    private void programmeOf(int first, int last) {
        for (var i = first; i < last; i++) {
            givenMentor("mentor" + i, 3);
            givenRep("rep" + i);
            givenRep("waits" + i);
            begin("rep" + i, "mentor" + i);
            var mentorship = mentorships.ofMentee("rep" + i).orElseThrow().id();
            checkIn(mentorship, today.minusDays(i), i % 2 == 0, null);
            onboarding("waits" + i, i, null, null);
            request("waits" + i, "time", i + 1);
            training("waits" + i, "TRAINING", false);
            resignation("mentor" + i, "ACKNOWLEDGED");
            runtime.startProcessInstanceByMessage("mentor-silent", "mentor" + i, Map.of("mentorId", "mentor" + i));
        }
    }

    private int statements() {
        database.execute("set query_statistics false");
        database.execute("set query_statistics true");
        programme.sections("carmen");
        var executed = Objects.requireNonNull(database.queryForObject(
                "select sum(execution_count) from information_schema.query_statistics"
                        + " where lower(sql_statement) like 'select%' or lower(sql_statement) like '(select%'",
                Integer.class));
        database.execute("set query_statistics false");
        return executed;
    }

    private void begin(String menteeId, String mentorId) {
        assertThat(mentorships.begin(menteeId, mentorId)).isNotNull();
    }

    private void mentorshipOf(String menteeId, int daysAgo) {
        database.update(
                "update mentorship set began_on = ? where running_mentee = ?",
                Date.valueOf(today.minusDays(daysAgo)),
                menteeId);
    }

    private void mentorshipOf(String menteeId, String mentorId, int daysAgo) {
        begin(menteeId, mentorId);
        database.update(
                "update mentorship set began_on = ?, committed_until = ? where running_mentee = ?",
                Date.valueOf(today.minusDays(daysAgo)),
                Date.valueOf(today.minusDays(daysAgo).plusYears(1)),
                menteeId);
    }

    private void change(String mentorId, UnaryOperator<Mentor> changed) {
        mentors.save(changed.apply(mentors.findById(mentorId).orElseThrow()));
    }

    private void onboarding(String repId, int beganDaysAgo, String outcome, Integer endedDaysAgo) {
        database.update(
                "insert into onboarding (id, rep_id, open_rep, started_by, began_on, outcome, ended_on, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0)",
                UUID.randomUUID().toString(),
                repId,
                outcome == null ? repId : null,
                repId,
                Date.valueOf(today.minusDays(beganDaysAgo)),
                outcome,
                endedDaysAgo == null ? null : Date.valueOf(today.minusDays(endedDaysAgo)));
    }

    private void checkIn(String mentorshipId, LocalDate dueOn, boolean held, String outcome) {
        var id = UUID.randomUUID().toString();
        database.update(
                "insert into check_in (id, mentorship_id, due_on, hold_by, host_id, not_come, outcome, version)"
                        + " values (?, ?, ?, ?, 'max', 0, ?, 0)",
                id,
                mentorshipId,
                Date.valueOf(dueOn),
                Date.valueOf(dueOn),
                outcome);
        if (held) {
            database.update(
                    "insert into check_in_plan values (?, ?, 'plans', 'support', 'channel', 'month', '')",
                    id,
                    Date.valueOf(dueOn.minusDays(3)));
        }
    }

    private void request(String repId, String category, int endedDaysAgo) {
        var mentorship = UUID.randomUUID().toString();
        var mentor = mentors.findAll().get(0).id();
        var ended = Date.valueOf(today.minusDays(endedDaysAgo));
        var began = Date.valueOf(today.minusDays(100));
        database.update(
                "insert into mentorship (id, mentee_id, mentor_id, began_on, committed_until, ended_on, end_reason,"
                        + " version) values (?, ?, ?, ?, ?, ?, 'mentor changed', 0)",
                mentorship,
                repId,
                mentor,
                began,
                Date.valueOf(today),
                ended);
        var id = UUID.randomUUID().toString();
        database.update(
                "insert into change_request (id, mentorship_id, mentee_id, mentor_id, source, wished_route, category,"
                        + " reason, state, began_on, ended_on, version)"
                        + " values (?, ?, ?, ?, 'REP', 'council', ?, '', 'CHANGED', ?, ?, 0)",
                id,
                mentorship,
                repId,
                mentor,
                confidential.seal(category, Place.forCouncil("change_request:" + id, "category")),
                began,
                ended);
    }

    private void training(String repId, String state, boolean ended) {
        database.update(
                "insert into training (id, rep_id, open_rep, began_on, state, motivation, languages, skills, capacity,"
                        + " time_zone, ended_on, version)"
                        + " values (?, ?, ?, ?, ?, '', array['en'], array['Coaching'], 3, 'UTC', ?, 0)",
                UUID.randomUUID().toString(),
                repId,
                ended ? null : repId,
                Date.valueOf(today.minusDays(50)),
                state,
                ended ? Date.valueOf(today) : null);
    }

    private void resignation(String mentorId, String state) {
        var acknowledged = state.equals("ACKNOWLEDGED");
        database.update(
                "insert into resignation (id, mentor_id, open_mentor, last_day, reason, message, state, began_on,"
                        + " acknowledged_by, acknowledged_on, version) values (?, ?, ?, ?, '', '', ?, ?, ?, ?, 0)",
                UUID.randomUUID().toString(),
                mentorId,
                mentorId,
                Date.valueOf(today.plusDays(5)),
                state,
                Date.valueOf(today),
                acknowledged ? "clara" : null,
                acknowledged ? Date.valueOf(today) : null);
    }

    private static Map<String, Object> wishes() {
        return Map.of(
                "goals",
                "Organise a meetup.",
                "languages",
                List.of("en"),
                "timeZone",
                "UTC",
                "skillsWanted",
                List.of());
    }

    // --- what is seen

    private Section section(String id) {
        return programme.section(id, "carmen").orElseThrow();
    }

    private List<String> said(String id) {
        return section(id).sentences();
    }

    private List<List<Object>> cells(String id) {
        return section(id).table().rows().stream().map(Table.Row::cells).toList();
    }

    private List<Object> row(String id, String name) {
        return cells(id).stream()
                .filter(row -> row.get(0).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int sum(String id, int column) {
        return cells(id).stream()
                .flatMapToInt(row -> IntStream.of((Integer) row.get(column)))
                .sum();
    }
}
