package org.reps.mentoring.absence;

import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.inactivity.MentorInactivitySteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A mentor is away, and nobody of their mentees is left alone. Mateo guides Rumi and Rana; Maya and Mei could cover.
 */
class MentorAbsenceProcessTest extends ProgrammeTest {

    private static final Map<String, Object> MAYA = Map.of("coverId", "maya");
    private static final Map<String, Object> NOBODY = Map.of("coverId", "no-one");
    private static final Map<String, Object> AGREES = Map.of("coverAnswer", "yes");
    private static final Map<String, Object> BACK = Map.of("backAgain", true);

    @Autowired
    MentorAbsenceSteps absences;

    @Autowired
    MentorInactivitySteps inactivity;

    @Autowired
    Notices notices;

    @BeforeEach
    void programme() {
        givenMentor("mateo", 5);
        givenMentor("maya", 5);
        givenMentor("mei", 5);
        givenRep("rumi");
        givenRep("rana");
        mentorships.begin("rumi", "mateo");
        mentorships.begin("rana", "mateo");
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
    }

    // --- as planned

    @Test
    void a_mentor_is_away_somebody_covers_and_afterwards_they_are_back_by_themselves() {
        announce(10, 30);
        complete("Activity_ChooseCover", "mateo", MAYA);
        assertThat(mailsTo("maya")).containsExactly("Please do: Cover for Mateo?");
        complete("Activity_CoverForMentor", "maya", AGREES);
        for (var mentee : List.of("rumi", "rana")) {
            assertThat(mailsTo(mentee)).containsExactly("Mateo Sample is away, Maya Sample is there for you");
        }
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(openTasks()).containsExactly("Activity_StayAfterAll");

        later(Period.ofDays(10));
        fire("Event_FirstDayComes");
        var today = today();
        assertThat(mentor("mateo"))
                .isEqualTo(mentor("mateo").away(today, today.plusDays(20), "maya"))
                .matches(mateo -> !mateo.takesMenteesOn(today.plusDays(20)));
        assertThat(openTasks()).containsExactly("Activity_BackEarly");
        assertThat(mailsTo("rumi")).as("is not told twice").hasSize(1);

        later(Period.ofDays(20));
        fire("Event_BackTomorrow");
        assertThat(mailsTo("mateo")).contains("Tomorrow you are back").doesNotContain("Please do: I am back");
        later(Period.ofDays(1));
        fire("Event_LastDayOver");

        assertThat(ends()).containsExactly("Event_Back");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(mentor("mateo").cover()).isNull();
        assertThat(mentor("mateo").takesMenteesOn(today.plusDays(21))).isTrue();
        assertThat(mailsTo("mateo")).contains("Welcome back");
        for (var told : List.of("rumi", "rana", "maya")) {
            assertThat(mailsTo(told)).contains("Mateo Sample is back");
        }
        assertThat(states()).containsExactly("BACK");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void the_days_are_those_of_the_place_where_the_mentor_lives() {
        var lima = ZoneId.of("America/Lima");
        database.update("update mentor set time_zone = 'America/Lima' where id = 'mateo'");
        var first = today(lima).plusDays(3);
        startAs("mateo", "mentor-absence", days(first, first.plusDays(4)));

        assertThat(dueOf("Event_FirstDayComes"))
                .isEqualTo(first.atStartOfDay(lima).toInstant());
        fire("Event_FirstDayComes");
        assertThat(dueOf("Event_BackTomorrow"))
                .isEqualTo(first.plusDays(4).atStartOfDay(lima).toInstant());
        assertThat(dueOf("Event_LastDayOver"))
                .isEqualTo(first.plusDays(5).atStartOfDay(lima).toInstant());
    }

    @Test
    void a_mentor_who_goes_today_is_away_at_once_and_the_mentees_know_it_before_somebody_covers() {
        announce(0, 10);

        assertThat(mentor("mateo").isAwayOn(today())).isTrue();
        assertThat(mailsTo("rumi")).containsExactly("Mateo Sample is away, and the contacts are there for you");
        assertThat(mailsTo("clara")).containsExactly("Mateo Sample is away, and nobody covers for them");
        complete("Activity_ChooseCover", "mateo", MAYA);
        complete("Activity_CoverForMentor", "maya", AGREES);
        assertThat(mailsTo("rumi")).contains("Mateo Sample is away, Maya Sample is there for you");
        assertThat(mentor("mateo").cover()).isEqualTo("maya");
    }

    @Test
    void plans_may_change_before_the_first_day() {
        announce(10, 30);
        complete("Activity_ChooseCover", "mateo", MAYA);
        complete("Activity_CoverForMentor", "maya", AGREES);
        complete("Activity_StayAfterAll", "mateo", Map.of("stays", true));

        assertThat(ends()).containsExactly("Event_AbsenceCalledOff");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(mailsTo("rumi")).contains("Mateo Sample stays after all");
        assertThat(mailsTo("maya")).contains("Mateo Sample stays after all");
        assertThat(openTasks()).isEmpty();
        announce(20, 40);
        assertThat(states()).containsExactlyInAnyOrder("CALLED_OFF", "ANNOUNCED");
    }

    @Test
    void whoever_is_back_early_is_there_at_once_and_may_go_away_again() {
        announce(0, 10);
        complete("Activity_BackEarly", "mateo", BACK);

        assertThat(ends()).containsExactly("Event_Back");
        assertThat(mentor("mateo").takesMenteesOn(today())).isTrue();
        assertThat(mailsTo("rumi")).contains("Mateo Sample is back");
        assertThat(mailsTo("mateo")).doesNotContain("Welcome back");
        announce(0, 20);
        assertThat(states()).containsExactlyInAnyOrder("BACK", "AWAY");
    }

    // --- what is refused

    @Test
    void days_that_make_no_sense_are_refused() {
        assertRefused(days(-3, 5), "Away from: please give a date that is not in the past.");
        assertRefused(days(5, 4), "Away until: this is before the first day.");
        assertRefused(
                days(today(), today().plusYears(1).plusDays(1)),
                "Away until: this is more than a year ahead. If you need that long, please choose to step down;"
                        + " you are welcome back at any time.");
        assertRefused(
                Map.of("awayFrom", today().toString(), "awayUntil", "later"),
                "Away until: please give a date like 2026-11-20.");
        assertThat(states()).isEmpty();
        assertThat(cases("mentor-absence")).isEmpty();
    }

    @Test
    void yesterday_where_the_mentor_lives_is_over_although_it_is_today_elsewhere() {
        database.update("update mentor set time_zone = 'Pacific/Kiritimati' where id = 'mateo'");
        var theirToday = today(ZoneId.of("Pacific/Kiritimati"));

        assertRefused(
                days(theirToday.minusDays(1), theirToday),
                "Away from: please give today or a day that is still to come.");
        startAs("mateo", "mentor-absence", days(theirToday, theirToday));
        assertThat(states()).hasSize(1);
    }

    @Test
    void a_second_absence_is_refused_while_one_is_open() {
        announce(10, 30);

        assertRefused(
                days(40, 50),
                "You have announced already that you are away from "
                        + today().plusDays(10) + " until "
                        + today().plusDays(30)
                        + ". To change that, please end it first: you find it among your tasks.");
        later(Period.ofDays(10));
        fire("Event_FirstDayComes");
        assertRefused(
                days(41, 50),
                "You have announced already that you are away from "
                        + today().plusDays(10) + " until "
                        + today().plusDays(30)
                        + ". To change that, please end it first: you find it among your tasks.");
        assertThat(cases("mentor-absence")).hasSize(1);
    }

    @Test
    void only_active_mentors_take_time_off() {
        assertThatThrownBy(() -> startWithoutJobs("rumi", days(1, 2))).isInstanceOf(AuthorizationException.class);
        mentors.save(mentor("mateo").becoming(Mentor.Status.INACTIVE));
        assertRefused(days(1, 2), "You are not a mentor at the moment, so nobody waits for you here.");
    }

    @Test
    void of_several_announcements_at_the_same_moment_one_counts() throws Exception {
        for (var round = 0; round < 5; round++) {
            var won = atOnce(IntStream.range(0, 4)
                    .mapToObj(i -> succeeds(() -> startWithoutJobs("mateo", days(1, 5))))
                    .toList());

            assertThat(won).containsOnlyOnce(true);
            assertThat(runtime.createProcessInstanceQuery()
                            .processDefinitionKey("mentor-absence")
                            .count())
                    .isEqualTo(1);
            runJobs();
            complete("Activity_StayAfterAll", "mateo", Map.of("stays", true));
        }
    }

    // --- who covers

    @Test
    void only_mentors_who_are_there_all_the_time_are_offered() {
        givenMentor("mona", 5);
        mentors.save(mentor("mona").becoming(Mentor.Status.RESIGNED));
        startAs("mei", "mentor-absence", days(15, 20));
        complete("Activity_ChooseCover", "mei", NOBODY);
        announce(10, 16);

        assertThat(shown("Activity_ChooseCover", "mateo"))
                .extractingByKey("coverOptions")
                .asString()
                .contains("\"maya\"", "\"no-one\"")
                .doesNotContain("mei", "mona", "mateo");
    }

    @Test
    void whoever_says_no_or_nothing_is_not_offered_again_and_nobody_is_fine_too() {
        announce(10, 30);
        complete("Activity_ChooseCover", "mateo", MAYA);
        complete("Activity_CoverForMentor", "maya", Map.of("coverAnswer", "no"));
        assertThat(shown("Activity_ChooseCover", "mateo"))
                .satisfies(shown ->
                        assertThat(shown.get("coverOptions").toString()).doesNotContain("maya"))
                .satisfies(shown -> assertThat(shown.get("absence").toString()).contains("Maya Sample"));
        complete("Activity_ChooseCover", "mateo", Map.of("coverId", "mei"));
        fire("Event_CoverSilent");
        assertThat(mailsTo("rumi")).isEmpty();
        complete("Activity_ChooseCover", "mateo", NOBODY);

        assertThat(mailsTo("rumi")).containsExactly("Mateo Sample is away, and the contacts are there for you");
        assertThat(mailsTo("chidi")).containsExactly("Mateo Sample is away, and nobody covers for them");
        assertThat(openTasks()).containsExactly("Activity_StayAfterAll");
    }

    @Test
    void a_mentor_who_chooses_nobody_in_time_leaves_it_to_the_contacts() {
        announce(10, 30);
        fire("Event_NoCoverChosen");

        assertThat(mailsTo("rana")).containsExactly("Mateo Sample is away, and the contacts are there for you");
        assertThat(openTasks()).containsExactly("Activity_StayAfterAll");
    }

    @Test
    void nobody_covers_who_is_away_themselves_by_now() {
        announce(10, 30);
        var chosen = task("Activity_ChooseCover").getId();
        startWithoutJobs("mei", days(20, 40));
        assertThatThrownBy(() -> as("mateo", () -> forms.submitTaskForm(chosen, Map.of("coverId", "mei"))))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Mei cannot cover for you any more.");
        complete("Activity_ChooseCover", "mateo", MAYA);
        startWithoutJobs("maya", days(20, 40));
        assertThatThrownBy(() -> complete("Activity_CoverForMentor", "maya", AGREES))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You are not there all that time yourself.");
    }

    @Test
    void where_the_cover_goes_away_too_everybody_is_told_and_the_mentor_is_asked_again() {
        announce(0, 30);
        complete("Activity_ChooseCover", "mateo", MAYA);
        complete("Activity_CoverForMentor", "maya", AGREES);
        startAs("maya", "mentor-absence", days(20, 40));

        assertThat(mentor("mateo").cover()).isNull();
        assertThat(mailsTo("rumi"))
                .containsExactlyInAnyOrder(
                        "Mateo Sample is away, and the contacts are there for you",
                        "Mateo Sample is away, Maya Sample is there for you",
                        "Mateo Sample is away, and the contacts are there for you");
        var asked = tasks.createTaskQuery()
                .taskAssignee("mateo")
                .taskDefinitionKey("Activity_ChooseCover")
                .count();
        assertThat(asked).isEqualTo(1);
        assertThat(mentor("mateo").isAwayOn(today())).isTrue();
    }

    @Test
    void where_the_cover_goes_away_at_other_times_nothing_changes() {
        announce(0, 30);
        complete("Activity_ChooseCover", "mateo", MAYA);
        complete("Activity_CoverForMentor", "maya", AGREES);
        startAs("maya", "mentor-absence", days(31, 40));

        assertThat(mentor("mateo").cover()).isEqualTo("maya");
    }

    @Test
    void a_cover_who_is_lost_while_a_contact_plans_is_noticed_afterwards() {
        announce(10, 200);
        complete("Activity_ChooseCover", "mateo", MAYA);
        complete("Activity_CoverForMentor", "maya", AGREES);
        mentors.save(mentor("maya").becoming(Mentor.Status.RESIGNED));
        complete("Activity_PlanLongAbsence", "clara", Map.of("absencePlan", "keep"));

        assertThat(openTasks()).contains("Activity_ChooseCover");
        assertThat(mailsTo("rumi")).containsExactly("Mateo Sample is away, and the contacts are there for you");
        assertThat(shown("Activity_ChooseCover", "mateo").get("coverOptions").toString())
                .contains("mei")
                .doesNotContain("maya");
    }

    // --- a long absence

    @Test
    void twelve_weeks_need_no_plan_and_one_day_more_does() {
        announce(1, 84);
        complete("Activity_ChooseCover", "mateo", NOBODY);
        assertThat(openTasks()).doesNotContain("Activity_PlanLongAbsence");
        complete("Activity_StayAfterAll", "mateo", Map.of("stays", true));
        announce(1, 85);
        complete("Activity_ChooseCover", "mateo", NOBODY);
        assertThat(openTasks()).contains("Activity_PlanLongAbsence");
    }

    @Test
    void in_a_long_absence_an_impartial_contact_decides_who_gets_another_mentor() {
        identities.createMembership("maya", Group.CONTACTS.id());
        identities.createMembership("mateo", Group.CONTACTS.id());
        announce(1, 200);
        complete("Activity_ChooseCover", "mateo", MAYA);
        complete("Activity_CoverForMentor", "maya", AGREES);
        assertThat(candidates(task("Activity_PlanLongAbsence"))).containsExactlyInAnyOrder("clara", "chidi");
        assertThatThrownBy(() -> complete("Activity_PlanLongAbsence", "clara", Map.of("absencePlan", "reassign")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Who should get another mentor?: please answer this.");
        complete("Activity_PlanLongAbsence", "clara", Map.of("absencePlan", "reassign", "reassign", List.of("rumi")));

        assertThat(cases("mentor-change")).containsExactly("rumi");
        assertThat(mailsTo("rana")).containsExactly("Mateo Sample is away, Maya Sample is there for you");
        assertThat(mentorships.menteesOf("mateo")).contains("rana");
    }

    @Test
    void nobody_plans_who_is_part_of_it() {
        announce(1, 200);
        complete("Activity_ChooseCover", "mateo", NOBODY);
        identities.createMembership("rumi", Group.COUNCIL.id());
        var plan = task("Activity_PlanLongAbsence").getId();
        tasks.setAssignee(plan, "rumi");

        assertThatThrownBy(() -> as("rumi", () -> forms.submitTaskForm(plan, Map.of("absencePlan", "keep"))))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You are part of this case");
    }

    // --- who leaves

    @Test
    void a_mentor_who_leaves_while_away_is_not_made_active_again() {
        for (var status : List.of(Mentor.Status.INACTIVE, Mentor.Status.RESIGNED)) {
            announce(0, 30);
            mentors.save(mentor("mateo").becoming(status));
            runJobs();

            assertThat(ends()).containsOnly("Event_AbsenceEndedQuietly");
            assertThat(cases("mentor-absence")).isEmpty();
            assertThat(mentor("mateo").status()).isEqualTo(status);
            assertThat(mailsTo("rumi")).doesNotContain("Mateo Sample is back");
            mentors.save(mentor("mateo").becoming(Mentor.Status.ACTIVE));
            assertThat(mentor("mateo").isActiveOn(today())).isTrue();
        }
        assertThat(states()).containsExactly("GONE", "GONE");
    }

    @Test
    void a_mentor_who_is_stepping_down_may_be_away_until_then_and_covers_for_nobody() {
        mentors.save(mentor("mei").resigning(today().plusDays(60)));
        announce(0, 30);
        assertThat(shown("Activity_ChooseCover", "mateo").get("coverOptions").toString())
                .contains("maya")
                .doesNotContain("mei");
        complete("Activity_ChooseCover", "mateo", NOBODY);
        startAs("mei", "mentor-absence", days(0, 10));
        assertThat(mentor("mei").isAwayOn(today())).isTrue();
        absences.back(database.queryForObject("select id from absence where open_mentor = 'mei'", String.class));

        assertThat(mentor("mei").isResigning()).isTrue();
        assertThat(mentor("mei").status()).isEqualTo(Mentor.Status.ACTIVE);
    }

    @Test
    void a_mentor_may_resign_while_away_and_the_absence_ends_with_the_last_day() {
        announce(0, 30);
        startAs(
                "mateo",
                "mentor-resignation",
                Map.of("lastDay", today().plusDays(5).toString()));
        assertThat(openTasks()).contains("Activity_RecommendSuccessor", "Activity_BackEarly");
        mentors.save(mentor("mateo").resigned());
        runJobs();

        assertThat(ends()).containsExactly("Event_AbsenceEndedQuietly");
        assertThat(openTasks()).doesNotContain("Activity_BackEarly", "Activity_ChooseCover");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.RESIGNED);
    }

    // --- silence

    @Test
    void away_until_a_day_is_an_answer_that_starts_exactly_one_absence() {
        inactivity.report("mateo", "round");
        runJobs();
        complete(
                "Activity_StillThere",
                "mateo",
                Map.of("stillThere", "away", "awayUntil", today().plusDays(20).toString()));

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorAway");
        assertThat(cases("mentor-absence")).containsExactly("mateo");
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_ChooseCover", "Activity_BackEarly");
        assertThat(mentor("mateo").isAwayOn(today().plusDays(20))).isTrue();
        absences.start("mateo", today().plusDays(30));
        assertThat(states()).containsExactly("AWAY");
    }

    @Test
    void whoever_has_announced_an_absence_cannot_answer_with_another_one() {
        announce(10, 20);
        inactivity.report("mateo", "round");
        runJobs();

        assertThatThrownBy(() -> complete(
                        "Activity_StillThere",
                        "mateo",
                        Map.of(
                                "stillThere",
                                "away",
                                "awayUntil",
                                today().plusDays(30).toString())))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You have announced already");
    }

    @Test
    void whoever_announces_an_absence_is_not_silent() {
        inactivity.report("mateo", "round");
        runJobs();
        announce(0, 20);

        assertThat(endOf("mentor-inactivity")).isEqualTo("Event_MentorActive");
        assertThat(openTasks()).doesNotContain("Activity_StillThere");
        assertThat(mentors.lastAnswer("mateo")).contains(today());
    }

    @Test
    void whoever_goes_away_as_announced_is_not_asked_any_more_whether_they_are_there() {
        announce(2, 20);
        inactivity.report("mateo", "rep");
        runJobs();
        fire("Event_GraceOver");
        assertThat(openTasks()).contains("Activity_StillThere", "Activity_ConfirmInactivity");
        later(Period.ofDays(2));
        fire("Event_FirstDayComes");

        assertThat(openTasks()).doesNotContain("Activity_StillThere", "Activity_ConfirmInactivity");
        assertThat(database.queryForObject("select outcome from silence", String.class))
                .isEqualTo("AWAY");
    }

    @Test
    void the_days_of_an_absence_are_no_silence_when_the_mentor_comes_back() {
        announce(10, 69);
        fire("Event_NoCoverChosen");
        later(Period.ofDays(10));
        fire("Event_FirstDayComes");
        later(Period.ofDays(60));
        assertThat(inactivity.reportSilent()).isZero();
        fire("Event_LastDayOver");
        assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);

        // 10 days before it, 60 days of it, and 73 after it.
        later(Period.ofDays(73));
        assertThat(inactivity.reportSilent()).isZero();
        later(Period.ofDays(1));
        assertThat(inactivity.reportSilent()).isEqualTo(1);
    }

    // --- tasks

    @Test
    void own_tasks_and_their_timers_wait_and_come_back_with_the_mentor() {
        var wishes = Map.<String, Object>of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC");
        givenRep("ruth");
        startAs("ruth", "rep-onboarding", wishes);
        complete("Activity_OfferToMentor", "mateo", Map.of("mentorOffers", "yes"));
        complete("Activity_MeetProposedMentor", "ruth", Map.of("repAnswer", "yes"));
        givenRep("rolf");
        startAs("rolf", "rep-onboarding", wishes);
        as("mateo", () -> tasks.claim(task("Activity_OfferToMentor").getId(), "mateo"));
        announce(2, 21);
        later(Period.ofDays(2));
        var due = task("Activity_HoldOrientationCall").getDueDate().toInstant();
        var overdue = dueOf("Event_CallOverdue");
        var orientation = dueOf("Event_OrientationTimeOver");
        var offer = task("Activity_OfferToMentor").getDueDate();
        var firstSteps = task("Activity_TakeFirstSteps").getDueDate();
        fire("Event_FirstDayComes");
        var away = Duration.between(now(), dueOf("Event_LastDayOver"));

        assertThat(task("Activity_HoldOrientationCall").getDueDate().toInstant())
                .isEqualTo(due.plus(away));
        assertThat(dueOf("Event_CallOverdue")).isEqualTo(overdue.plus(away));
        assertThat(dueOf("Event_OrientationTimeOver"))
                .as("a timer of the whole orientation")
                .isEqualTo(orientation);
        assertThat(task("Activity_TakeFirstSteps").getDueDate())
                .as("a task of Ruth's")
                .isEqualTo(firstSteps);
        assertThat(task("Activity_OfferToMentor").getDueDate())
                .as("Rolf waits, so an answer that does not come counts as one")
                .isEqualTo(offer);

        later(Period.ofDays(5));
        var left = Duration.between(now(), dueOf("Event_LastDayOver"));
        complete("Activity_BackEarly", "mateo", BACK);

        assertThat(task("Activity_HoldOrientationCall").getDueDate().toInstant())
                .isCloseTo(due.plus(away).minus(left), within(2, SECONDS));
        assertThat(dueOf("Event_CallOverdue")).isCloseTo(overdue.plus(away).minus(left), within(2, SECONDS));
        assertThat(tasks.getVariablesLocal(task("Activity_HoldOrientationCall").getId()))
                .doesNotContainKey("pausedUntil");
    }

    @Test
    void a_task_that_came_during_the_absence_does_not_move_when_it_ends() {
        absences.start("maya", today().plusDays(9));
        inactivity.report("mateo", "round");
        runJobs();
        var task = task("Activity_StillThere");
        tasks.setAssignee(task.getId(), "maya");
        complete("Activity_BackEarly", "maya", BACK);

        assertThat(task("Activity_StillThere").getDueDate()).isEqualTo(task.getDueDate());
    }

    @Test
    void the_cover_and_not_the_mentor_is_reminded_of_what_is_about_mentees() {
        announce(0, 10);
        complete("Activity_ChooseCover", "mateo", MAYA);
        complete("Activity_CoverForMentor", "maya", AGREES);
        notices.remind("mateo", "check-in-reminder", "1", Map.of("mentee", "Rumi"));
        notices.remind("mateo", "feedback-reminder", "2", Map.of());
        runJobs();

        assertThat(mailsTo("mateo")).noneMatch(subject -> subject.contains("yearly meeting"));
        assertThat(mailsTo("maya"))
                .containsExactly("Please do: Cover for Mateo?", "Something waits for Mateo Sample, for whom you cover");
        complete("Activity_BackEarly", "mateo", BACK);
        notices.remind("mateo", "check-in-reminder", "3", Map.of("mentee", "Rumi"));
        runJobs();

        assertThat(mailsTo("mateo")).contains("The yearly meeting with Rumi is still to come");
        assertThat(mailsTo("maya").stream().filter(subject -> subject.startsWith("Something waits for Mateo")))
                .hasSize(1);
    }

    // --- at the same moment

    @Test
    void back_early_and_back_by_themselves_at_the_same_moment_is_back_once() throws Exception {
        for (var round = 0; round < 8; round++) {
            announce(0, 10);
            later(Period.ofDays(11));
            var task = task("Activity_BackEarly").getId();
            var timer = management
                    .createJobQuery()
                    .timers()
                    .activityId("Event_LastDayOver")
                    .singleResult()
                    .getId();
            var won = atOnce(List.of(
                    succeeds(() -> as("mateo", () -> forms.submitTaskForm(task, BACK))),
                    succeeds(() -> management.executeJob(timer))));
            runJobs();

            assertThat(won).containsOnlyOnce(true);
            assertThat(mentor("mateo").status()).isEqualTo(Mentor.Status.ACTIVE);
            assertThat(cases("mentor-absence")).isEmpty();
            Today.goOn();
        }
        assertThat(states()).hasSize(8).containsOnly("BACK");
    }

    // --- who sees what

    @Test
    void the_council_sees_the_case_others_do_not_and_the_message_is_nowhere_but_in_the_mail() {
        var answers = new HashMap<>(days(0, 10));
        answers.put("messageToMentees", "My sister is getting married");
        startAs("mateo", "mentor-absence", answers);
        complete("Activity_ChooseCover", "mateo", MAYA);

        as("carmen", () -> assertThat(cases("mentor-absence")).hasSize(1));
        for (var person : List.of("rumi", "mei", "mateo")) {
            as(person, () -> assertThat(cases("mentor-absence")).isEmpty());
        }
        assertThat(history.createHistoricVariableInstanceQuery().listPage(0, 1000))
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains("sister"));
        assertThat(database.queryForList("select text from mail where recipient_id = 'rumi'", String.class))
                .singleElement()
                .asString()
                .contains("My sister is getting married");
        assertThat(database.queryForList(
                        "select text from mail where recipient_id <> 'rana' and recipient_id <> 'rumi'", String.class))
                .noneMatch(text -> text.contains("sister"));
    }

    private void announce(int from, int until) {
        startAs("mateo", "mentor-absence", days(from, until));
    }

    private void startWithoutJobs(String userId, Map<String, Object> answers) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("mentor-absence")
                .latestVersion()
                .singleResult()
                .getId();
        as(userId, () -> forms.submitStartForm(definition, answers));
    }

    /** The events with which the finished cases ended. */
    private Set<String> ends() {
        return history.createHistoricActivityInstanceQuery().finished().listPage(0, 1000).stream()
                .filter(activity -> activity.getProcessDefinitionKey().equals("mentor-absence"))
                .map(HistoricActivityInstance::getActivityId)
                .filter(Set.of("Event_Back", "Event_AbsenceCalledOff", "Event_AbsenceEndedQuietly")::contains)
                .collect(toSet());
    }

    private void assertRefused(Map<String, Object> answers, String reason) {
        assertThatThrownBy(() -> startAs("mateo", "mentor-absence", answers))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }

    private Mentor mentor(String id) {
        return mentors.findById(id).orElseThrow();
    }

    private Instant dueOf(String event) {
        return management
                .createJobQuery()
                .timers()
                .activityId(event)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private List<String> cases(String process) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).listPage(0, 1000).stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
    }

    private List<String> states() {
        return database.queryForList("select state from absence", String.class);
    }

    private static Map<String, Object> days(int from, int until) {
        return days(today().plusDays(from), today().plusDays(until));
    }

    private static Map<String, Object> days(LocalDate from, LocalDate until) {
        return Map.of("awayFrom", from.toString(), "awayUntil", until.toString());
    }

    private static Callable<Boolean> succeeds(Runnable action) {
        return () -> {
            try {
                action.run();
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
    }
}
