package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.matching.MentorMatchingSteps;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.training.Training.State;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * SOP: how to become a mentor; mentor orientation. Riku in Helsinki has been a rep for two years; Maya is a mentor, and
 * Clara and Chidi are contacts. It is 20 November 2026, 10:00 in Greenwich.
 */
class CoachingTrainingProcessTest extends ProgrammeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    /** Occurs nowhere but in what contacts write confidentially. */
    private static final String MARKER = "archaeopteryx";

    private static final Map<String, Object> WISH = Map.of(
            "wayIn",
            "self",
            "motivation",
            "I like to listen",
            "languages",
            List.of("de", "en"),
            "skills",
            List.of("Coaching"));
    private static final Map<String, Object> YES = Map.of(
            "wouldLike",
            "yes",
            "motivation",
            "Because Maya asked",
            "languages",
            List.of("en"),
            "skills",
            List.of("Coaching"));
    private static final Map<String, Object> NO = Map.of("wouldLike", "no");
    private static final Map<String, Object> WAIVE =
            Map.of("waiver", "waive", "waiverReason", "Has guided others before, " + MARKER);
    private static final Map<String, Object> NOT_YET = Map.of("waiver", "not-yet");
    private static final Map<String, Object> FINISHED = Map.of(
            "trainingAnswer", "finished",
            "finishedOn", "2026-11-19",
            "certificate", "https://example.org/certificates/riku",
            "narrative", "I practised open questions",
            "practiceWeek", "yes",
            "practiceOn", "2026-11-02");
    private static final Map<String, Object> STOP = Map.of("trainingAnswer", "stop");
    private static final Map<String, Object> ACCEPT = Map.of("trainingDecision", "accept");
    private static final Map<String, Object> MORE =
            Map.of("trainingDecision", "more", "answerForRep", "Please tell us of the practice week, " + MARKER);
    private static final Map<String, Object> REFUSE =
            Map.of("trainingDecision", "refuse", "answerForRep", "Try listening some more, " + MARKER);
    private static final Map<String, Object> GO_ON = Map.of("longDecision", "go-on");
    private static final Map<String, Object> CLOSE =
            Map.of("longDecision", "close", "longReason", "Moved to another programme, " + MARKER);
    private static final Map<String, Object> PROPOSE = Map.of(
            "callDecision", "propose",
            "callOn", "2026-11-26",
            "callAt", "19:30",
            "callPlace", "https://call.example.org/council");
    private static final Map<String, Object> DROP =
            Map.of("callDecision", "drop", "dropReason", "Has found a job, " + MARKER);
    private static final Map<String, Object> HELD = Map.of("callOutcome", "held", "heldOn", "2026-11-26");
    private static final Map<String, Object> MOVED = Map.of("callOutcome", "moved");
    private static final Map<String, Object> BEGIN = Map.of(
            "begins",
            "yes",
            "capacity",
            2,
            "skills",
            List.of("Coaching", "Leadership"),
            "languages",
            List.of("en", "de", "fr"),
            "timeZone",
            "Europe/Helsinki",
            "profileUpdated",
            true,
            "joinedRooms",
            true);

    @Autowired
    Trainings trainings;

    @Autowired
    MentorMatchingSteps matching;

    @BeforeEach
    void programme() {
        Today.goTo(NOW);
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
        givenMentor("maya", 5);
        givenRep("rosa");
        givenRep("riku");
        var riku = reps.findById("riku").orElseThrow();
        reps.save(riku.describedAs(riku.languages(), "Europe/Helsinki", Set.of(), "", ""));
    }

    // --- the main way

    @Test
    void a_rep_is_trained_meets_the_council_and_becomes_a_mentor() {
        startAs("riku", "coaching-training", WISH);
        assertThat(mailsTo("riku")).contains("Your training to become a mentor");
        assertThat(training().state()).isEqualTo(State.TRAINING);
        complete("Activity_ReportTraining", "riku", FINISHED);
        complete("Activity_ConfirmTraining", "clara", ACCEPT);
        assertThat(mailsTo("riku")).contains("Your training is accepted");
        complete("Activity_ArrangeCall", "chidi", PROPOSE);
        onCallDay();
        complete("Activity_HoldOnboardingCall", "chidi", HELD);
        complete("Activity_SetUpMentor", "riku", BEGIN);

        assertThat(endOf("coaching-training")).isEqualTo("Event_NewMentor");
        assertThat(people.isIn(Group.MENTORS, "riku")).isTrue();
        var mentor = mentors.findById("riku").orElseThrow();
        assertThat(mentor.status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(mentor.capacity()).isEqualTo(2);
        assertThat(mentor.skills()).containsExactlyInAnyOrder("Coaching", "Leadership");
        assertThat(mentor.languages()).containsExactlyInAnyOrder("en", "de", "fr");
        assertThat(mentor.timeZone()).isEqualTo("Europe/Helsinki");
        assertThat(mailsTo("riku")).contains("Welcome, you are a mentor now");
        assertThat(training()).satisfies(done -> {
            assertThat(done.state()).isEqualTo(State.MENTOR);
            assertThat(done.isOpen()).isFalse();
            assertThat(done.motivation()).isEqualTo("I like to listen");
            assertThat(done.call()).extracting(TrainingCall::heldOn).isEqualTo(LocalDate.parse("2026-11-26"));
            assertThat(done.lastReport().orElseThrow())
                    .isEqualTo(new TrainingReport(
                            1,
                            LocalDate.parse("2026-11-19"),
                            "https://example.org/certificates/riku",
                            "I practised open questions",
                            LocalDate.parse("2026-11-02"),
                            LocalDate.parse("2026-11-20")));
        });
    }

    @Test
    void a_new_mentor_is_suggested_at_once() {
        assertThat(matching.suggest("rosa", List.of())).doesNotContain("riku");
        becomeMentor();

        assertThat(matching.suggest("rosa", List.of())).contains("riku");
    }

    @Test
    void who_has_stepped_down_becomes_a_mentor_again_with_what_they_say_now() {
        var today = today();
        mentors.save(Mentor.registered("riku", 5, Set.of("Advocacy"), Set.of("de"), "UTC")
                .away(today, today.plusDays(300), "maya")
                .withoutNewMenteesUntil(today.plusYears(1))
                .becoming(Mentor.Status.RESIGNED));
        // Left over from the time before.
        identities.createMembership("riku", Group.MENTORS.id());
        becomeMentor();

        assertThat(endOf("coaching-training")).isEqualTo("Event_NewMentor");
        var mentor = mentors.findById("riku").orElseThrow();
        assertThat(mentor.status()).isEqualTo(Mentor.Status.ACTIVE);
        assertThat(mentor.capacity()).isEqualTo(2);
        assertThat(mentor.skills()).containsExactlyInAnyOrder("Coaching", "Leadership");
        assertThat(mentor.cover()).isNull();
        assertThat(matching.suggest("rosa", List.of())).contains("riku");
    }

    @Test
    void a_new_mentor_is_not_a_silent_one_because_of_what_was_asked_long_ago() {
        becomeMentor();

        assertThat(mentors.lastAnswer("riku")).contains(LocalDate.parse("2026-11-26"));
    }

    @Test
    void joining_the_group_and_becoming_a_mentor_happen_together_or_not_at_all() {
        untilSetUp();
        as("riku", () -> forms.submitTaskForm(task("Activity_SetUpMentor").getId(), BEGIN));
        // No table, no mentor.
        database.execute("alter table mentor rename to gone");
        try {
            var job = management
                    .createJobQuery()
                    .messages()
                    .activityId("Activity_SetUpMentor")
                    .singleResult();
            management.executeJob(job.getId());
            var registration = management
                    .createJobQuery()
                    .messages()
                    .activityId("Activity_RegisterMentor")
                    .singleResult();
            assertThatThrownBy(() -> management.executeJob(registration.getId()))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            database.execute("alter table gone rename to mentor");
        }
        assertThat(people.isIn(Group.MENTORS, "riku")).isFalse();
        assertThat(training().state()).isEqualTo(State.READY);
        runJobs();

        assertThat(people.isIn(Group.MENTORS, "riku")).isTrue();
        assertThat(mentors.existsById("riku")).isTrue();
        assertThat(training().state()).isEqualTo(State.MENTOR);
    }

    // --- who can begin

    @Test
    void a_mentor_or_somebody_on_the_way_does_not_begin() {
        assertRefused("maya", WISH, "You are a mentor already.");
        startAs("riku", "coaching-training", WISH);

        assertRefused("riku", WISH, "You are on the way to become a mentor already. Please look at your tasks.");
        assertRefused("maya", nominating("riku"), "Whether Riku becomes a mentor is being looked at already.");
        assertThat(trainings.count()).isOne();
        assertThat(cases()).isOne();
    }

    @Test
    void a_rep_who_says_nothing_of_themself_does_not_begin() {
        assertRefused(
                "riku",
                Map.of("wayIn", "self"),
                "Why would you like to become a mentor?: please answer this. Languages you speak: please answer this."
                        + " Skills you could pass on: please answer this.");
    }

    @Test
    void somebody_who_is_no_rep_cannot_become_a_mentor() {
        assertThatThrownBy(() -> startAs("carmen", "coaching-training", WISH))
                .isInstanceOf(AuthorizationException.class);
        assertThat(cases()).isZero();
    }

    @Test
    void two_starts_at_the_same_moment_become_one_training() throws Exception {
        var definition = definition();
        for (var round = 0; round < 5; round++) {
            var started = atOnce(List.of(
                    attempt("riku", () -> forms.submitStartForm(definition, WISH)),
                    attempt("riku", () -> forms.submitStartForm(definition, WISH)),
                    attempt("maya", () -> forms.submitStartForm(definition, nominating("riku")))));

            assertThat(started).containsExactlyInAnyOrder("done", "refused", "refused");
            assertThat(cases()).isOne();
            assertThat(trainings.findAll()).filteredOn(Training::isOpen).hasSize(1);
            runJobs();
            if (training().state() == State.NOMINATED) {
                complete("Activity_AnswerNomination", "riku", NO);
            } else {
                complete("Activity_ReportTraining", "riku", STOP);
            }
        }
    }

    // --- nominations

    @Test
    void a_nominated_rep_is_asked_first_and_who_nominated_them_learns_the_answer() {
        startAs("maya", "coaching-training", nominating("Riku"));
        assertThat(openTasks()).containsExactly("Activity_AnswerNomination");
        assertThat(shown("Activity_AnswerNomination", "riku").get("applicant").toString())
                .contains("Maya Sample");
        complete("Activity_AnswerNomination", "riku", YES);

        assertThat(mailsTo("maya")).containsExactly("Riku would like to become a mentor");
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        assertThat(training().motivation()).isEqualTo("Because Maya asked");
        assertThat(training().nominatedBy()).isEqualTo("maya");
    }

    @Test
    void a_nominated_rep_may_say_no_and_nothing_else_is_told() {
        startAs("maya", "coaching-training", nominating("riku"));
        complete("Activity_AnswerNomination", "riku", NO);

        assertThat(endOf("coaching-training")).isEqualTo("Event_TrainingClosed");
        assertThat(mailsTo("maya")).containsExactly("Riku does not become a mentor now");
        assertThat(training().state()).isEqualTo(State.NOMINATED);
        assertThat(training().isOpen()).isFalse();
    }

    @Test
    void a_nominated_rep_who_does_not_answer_is_reminded_and_left_in_peace() {
        startAs("maya", "coaching-training", nominating("riku"));
        fire("Event_NominationReminderDue");
        assertThat(mailsTo("riku")).contains("Would you like to become a mentor?");
        fire("Event_NominationUnanswered");

        assertThat(endOf("coaching-training")).contains("Event_TrainingClosed");
        assertThat(mailsTo("maya")).containsExactly("Riku does not become a mentor now");
        startAs("riku", "coaching-training", WISH);
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
    }

    @Test
    void only_mentors_nominate_and_only_reps_who_are_no_mentors() {
        givenMentor("mateo", 3);
        mentors.save(mentors.findById("mateo").orElseThrow().becoming(Mentor.Status.RESIGNED));

        for (var who : List.of("rosa", "mateo")) {
            assertRefused(
                    who,
                    nominating("riku"),
                    "Only mentors can nominate somebody. If you would like to become a mentor yourself,"
                            + " please choose that above.");
        }
        givenMentor("mei", 1);
        assertRefused("maya", nominating("mei"), "Mei is a mentor already.");
        assertRefused("maya", nominating("maya"), "You cannot nominate yourself; you are a mentor already.");
        assertRefused("maya", nominating("carmen"), "There is no rep with the user name \"carmen\".");
        assertRefused("maya", nominating("nobody"), "There is no rep with the user name \"nobody\".");
        assertRefused("maya", Map.of("wayIn", "nominate"), "I nominate: please answer this.");
        assertThat(cases()).isZero();
        assertThat(trainings.count()).isZero();
    }

    // --- the prerequisite

    @Test
    void a_year_in_the_programme_is_enough_to_the_day() {
        joined("riku", "2025-11-20");
        startAs("riku", "coaching-training", WISH);

        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
    }

    @Test
    void who_has_not_been_there_for_long_begins_when_a_contact_says_so() {
        joined("riku", "2025-11-21");
        startAs("riku", "coaching-training", WISH);
        assertThat(shown("Activity_WaivePrerequisite", "clara").get("applicant").toString())
                .contains("2026-11-21");
        complete("Activity_WaivePrerequisite", "clara", WAIVE);

        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        assertThat(decision().answer()).isEqualTo(TrainingDecision.Answer.WAIVE);
        assertThat(decision().decidedBy()).isEqualTo("clara");
        assertThat(confidential.open(decision().text())).contains(MARKER);
        assertNowhereInClear(MARKER);
    }

    @Test
    void who_cannot_begin_yet_is_told_when() {
        joined("riku", "2026-10-01");
        startAs("riku", "coaching-training", WISH);
        complete("Activity_WaivePrerequisite", "clara", NOT_YET);

        assertThat(endOf("coaching-training")).isEqualTo("Event_TrainingClosed");
        assertThat(mailsTo("riku")).contains("Becoming a mentor: please come back on Friday, 1 October 2027");
        assertThat(training().isOpen()).isFalse();
    }

    @Test
    void a_rep_of_whom_nothing_is_known_has_joined_today() {
        register("ruth", Group.REPS);
        startAs("ruth", "coaching-training", WISH);

        assertThat(openTasks()).containsExactly("Activity_WaivePrerequisite");
        assertThat(reps.findById("ruth").orElseThrow().joinedOn()).isEqualTo(LocalDate.parse("2026-11-20"));
    }

    // --- who decides

    @Test
    void neither_the_rep_nor_who_nominated_them_decides() {
        contactToo("riku");
        contactToo("maya");
        joined("riku", "2026-10-01");
        startAs("maya", "coaching-training", nominating("riku"));
        complete("Activity_AnswerNomination", "riku", YES);
        assertThat(candidates(task("Activity_WaivePrerequisite"))).containsExactlyInAnyOrder("clara", "chidi");
        complete("Activity_WaivePrerequisite", "clara", WAIVE);
        fire("Event_TrainingTakesLong");
        assertThat(candidates(task("Activity_LookAfterLongTraining"))).containsExactlyInAnyOrder("clara", "chidi");
        complete("Activity_ReportTraining", "riku", FINISHED);
        assertThat(candidates(task("Activity_ConfirmTraining"))).containsExactlyInAnyOrder("clara", "chidi");

        for (var partial : List.of("maya", "rosa")) {
            var task = task("Activity_ConfirmTraining").getId();
            tasks.setAssignee(task, partial);
            assertThatThrownBy(() -> as(partial, () -> forms.submitTaskForm(task, ACCEPT)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("You are part of this case, or not in the council");
        }
        tasks.setAssignee(task("Activity_ConfirmTraining").getId(), null);
        complete("Activity_ConfirmTraining", "chidi", ACCEPT);
        assertThat(candidates(task("Activity_ArrangeCall"))).containsExactlyInAnyOrder("clara", "chidi");
    }

    @Test
    void of_two_decisions_at_the_same_moment_one_counts() throws Exception {
        for (var round = 0; round < 5; round++) {
            untilReported();
            var task = task("Activity_ConfirmTraining").getId();
            as("clara", () -> tasks.claim(task, "clara"));

            var done = atOnce(List.of(
                    attempt("clara", () -> forms.submitTaskForm(task, ACCEPT)),
                    attempt("clara", () -> forms.submitTaskForm(task, REFUSE))));

            assertThat(done).containsExactlyInAnyOrder("done", "refused");
            runJobs();
            assertThat(training().decisions()).hasSize(1);
            var accepted = training().state() == State.ACCEPTED;
            assertThat(openTasks()).containsExactly(accepted ? "Activity_ArrangeCall" : "Activity_ReadTrainingAnswer");
            if (accepted) {
                complete("Activity_ArrangeCall", "clara", DROP);
            } else {
                complete("Activity_ReadTrainingAnswer", "riku", Map.of("isRead", true));
            }
        }
    }

    @Test
    void of_two_contacts_who_take_it_at_the_same_moment_one_decides() throws Exception {
        untilReported();
        var task = task("Activity_ConfirmTraining").getId();

        var done = atOnce(List.of(
                attempt("clara", () -> {
                    tasks.claim(task, "clara");
                    forms.submitTaskForm(task, ACCEPT);
                }),
                attempt("chidi", () -> {
                    tasks.claim(task, "chidi");
                    forms.submitTaskForm(task, MORE);
                })));

        assertThat(done).containsExactlyInAnyOrder("done", "refused");
        assertThat(decision().decidedBy()).isEqualTo(done.get(0).equals("done") ? "clara" : "chidi");
        assertThat(training().decisions()).hasSize(1);
    }

    @Test
    void contacts_see_who_else_would_like_to_become_a_mentor() {
        givenRep("rumi");
        joined("rosa", "2026-10-01");
        startAs("rosa", "coaching-training", WISH);
        startAs("maya", "coaching-training", nominating("rumi"));
        untilReported();

        assertThat(shown("Activity_ConfirmTraining", "clara").get("others").toString())
                .contains("Rosa Sample", "would like to begin", "2026-11-20")
                .doesNotContain("Riku", "Rumi");
    }

    // --- the training

    @Test
    void the_rep_is_reminded_every_month() {
        startAs("riku", "coaching-training", WISH);
        for (var month = 0; month < 3; month++) {
            later(Period.ofDays(30));
            fire("Event_TrainingReminderDue");
        }

        assertThat(mailsTo("riku"))
                .filteredOn("How is your training going?"::equals)
                .hasSize(3);
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        complete("Activity_ReportTraining", "riku", STOP);
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .activityId("Event_TrainingReminderDue")
                        .count())
                .isZero();
    }

    @Test
    void a_rep_may_change_their_mind() {
        startAs("riku", "coaching-training", WISH);
        complete("Activity_ReportTraining", "riku", STOP);

        assertThat(endOf("coaching-training")).isEqualTo("Event_TrainingClosed");
        assertThat(mailsTo("riku")).contains("Your training to become a mentor is closed");
        assertThat(training().isOpen()).isFalse();
        startAs("riku", "coaching-training", WISH);
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
    }

    @Test
    void every_half_year_a_contact_says_whether_a_training_goes_on() {
        startAs("riku", "coaching-training", WISH);
        fire("Event_TrainingTakesLong");
        assertThat(openTasks()).containsExactlyInAnyOrder("Activity_ReportTraining", "Activity_LookAfterLongTraining");
        complete("Activity_LookAfterLongTraining", "clara", GO_ON);
        assertThat(mailsTo("riku")).contains("Your training goes on");
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        fire("Event_AnotherHalfYear");
        complete("Activity_LookAfterLongTraining", "chidi", CLOSE);

        assertThat(endOf("coaching-training")).isEqualTo("Event_TrainingClosed");
        assertThat(mailsTo("riku")).contains("Your training to become a mentor is closed");
        assertThat(confidential.open(decision().text())).contains(MARKER);
        assertNowhereInClear(MARKER);
    }

    @Test
    void a_report_in_the_meantime_makes_the_contacts_question_needless() {
        startAs("riku", "coaching-training", WISH);
        fire("Event_TrainingTakesLong");
        var look = task("Activity_LookAfterLongTraining").getId();
        as("clara", () -> tasks.claim(look, "clara"));
        as("riku", () -> forms.submitTaskForm(task("Activity_ReportTraining").getId(), FINISHED));

        assertThatThrownBy(() -> as("clara", () -> forms.submitTaskForm(look, CLOSE)))
                .isInstanceOf(Refusal.class)
                .hasMessage("This was answered a moment ago. Please refresh your task list.");
        runJobs();
        assertThat(openTasks()).containsExactly("Activity_ConfirmTraining");
    }

    @Test
    void a_training_that_was_closed_a_moment_ago_is_not_reported() {
        startAs("riku", "coaching-training", WISH);
        fire("Event_TrainingTakesLong");
        var look = task("Activity_LookAfterLongTraining").getId();
        as("clara", () -> {
            tasks.claim(look, "clara");
            forms.submitTaskForm(look, CLOSE);
        });

        assertThatThrownBy(() -> as(
                        "riku",
                        () -> forms.submitTaskForm(
                                task("Activity_ReportTraining").getId(), FINISHED)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Your training was closed a moment ago. Please refresh your task list.");
        assertThat(training().reports()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/certificate",
                "example.org/certificate",
                "https:///certificate",
                "https://riku:secret@example.org/",
                "https://example.org/a b",
                "javascript:alert(1)",
                "data:text/html,hello",
                "https:example.org"
            })
    void a_certificate_is_an_https_address(String address) {
        startAs("riku", "coaching-training", WISH);

        assertReportRefused(
                "certificate",
                address,
                "Link to your certificate: please give an address that begins with https://,"
                        + " for example https://example.org/my-certificate.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTPS://example.org:8443/certificates/riku?id=1#top",
                "https://b\u00fccher.example/zertifikat"
            })
    void every_https_address_will_do(String address) {
        startAs("riku", "coaching-training", WISH);
        var report = new HashMap<>(FINISHED);
        report.put("certificate", address);
        complete("Activity_ReportTraining", "riku", report);

        assertThat(training().lastReport().orElseThrow().certificate()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "finishedOn | 2026-11-21 | Finished on: this day is still to come.",
                "practiceOn | 2026-12-01 | Practice week: this day is still to come.",
                "finishedOn | yesterday | Finished on: please give a date like 2026-11-20."
            })
    void a_wrong_day_is_refused(String field, String day, String problem) {
        startAs("riku", "coaching-training", WISH);

        assertReportRefused(field, day, problem);
    }

    // --- what a contact decides

    @Test
    void what_is_missing_is_shown_to_the_rep_and_to_nobody_else() {
        untilReported();
        complete("Activity_ConfirmTraining", "clara", MORE);

        assertThat(shown("Activity_ReportTraining", "riku"))
                .containsEntry("missing", "Please tell us of the practice week, " + MARKER);
        assertThat(shown("Activity_ReportTraining", "riku").get("reported").toString())
                .contains("I practised open questions", "from 2026-11-02");
        for (var other : List.of("rosa", "maya", "carmen", "clara")) {
            assertNotShown("Activity_ReportTraining", other);
        }
        assertNowhereInClear(MARKER);
        complete("Activity_ReportTraining", "riku", withoutPractice());
        assertThat(training().reports()).hasSize(2);
        assertThat(shown("Activity_ConfirmTraining", "chidi").get("reported").toString())
                .contains("\"practiceWeek\":\"none\"");
        complete("Activity_ConfirmTraining", "chidi", ACCEPT);
        assertThat(training().decisions())
                .extracting(TrainingDecision::answer)
                .containsExactlyInAnyOrder(TrainingDecision.Answer.MORE, TrainingDecision.Answer.ACCEPT);
    }

    @Test
    void who_is_not_accepted_is_told_kindly_reads_why_and_may_apply_again() {
        untilReported();
        complete("Activity_ConfirmTraining", "clara", REFUSE);

        assertThat(mailsTo("riku"))
                .contains("Your training was not accepted this time")
                .doesNotContain("Please do: Read the answer to your training");
        assertThat(shown("Activity_ReadTrainingAnswer", "riku"))
                .containsEntry("answer", "Try listening some more, " + MARKER);
        for (var other : List.of("rosa", "maya", "carmen", "clara")) {
            assertNotShown("Activity_ReadTrainingAnswer", other);
        }
        assertNowhereInClear(MARKER);
        startAs("riku", "coaching-training", WISH);
        complete("Activity_ReadTrainingAnswer", "riku", Map.of("isRead", true));
        assertThat(endOf("coaching-training")).isEqualTo("Event_TrainingNotAccepted");
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        assertThat(mentors.existsById("riku")).isFalse();
    }

    @Test
    void the_answer_to_a_training_goes_away_after_a_month() {
        untilReported();
        complete("Activity_ConfirmTraining", "clara", REFUSE);
        fire("Event_TrainingAnswerUnread");

        assertThat(endOf("coaching-training")).isEqualTo("Event_TrainingNotAccepted");
    }

    @Test
    void somebody_who_is_told_no_is_told_why() {
        untilReported();

        assertThatThrownBy(() -> complete("Activity_ConfirmTraining", "clara", Map.of("trainingDecision", "refuse")))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("please answer this.");
    }

    // --- the on-boarding call

    @Test
    void both_are_invited_each_at_their_own_time_of_day() {
        untilAccepted();
        assertThat(shown("Activity_ArrangeCall", "clara").get("call").toString())
                .contains("Europe/Helsinki", "12:00");
        complete("Activity_ArrangeCall", "clara", PROPOSE);

        assertThat(mailsTo("riku")).contains("On-boarding call with Clara");
        assertThat(mailsTo("clara")).contains("On-boarding call with Riku");
        assertThat(text("onboarding-call", "riku"))
                .contains("Thursday, 26 November 2026, 19:30 (Europe/Helsinki)", "https://call.example.org/council");
        assertThat(text("onboarding-call", "clara")).contains("Thursday, 26 November 2026, 17:30 (UTC)");
        assertThat(calendars("riku"))
                .singleElement()
                .satisfies(calendar -> assertThat(calendar)
                        .contains("METHOD:REQUEST", "DTSTART:20261126T173000Z", "SEQUENCE:0", "STATUS:CONFIRMED"));
        assertThat(uid(calendars("riku").get(0)))
                .isEqualTo(uid(calendars("clara").get(0)));
        assertThat(openTasks()).isEmpty();
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .activityId("Event_CallDayReached")
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-11-25T22:00:00Z"));
    }

    @Test
    void a_call_that_is_moved_moves_in_the_calendars() {
        untilCallDay("clara");
        complete("Activity_HoldOnboardingCall", "clara", MOVED);
        assertThat(shown("Activity_ArrangeCall", "clara").get("call").toString())
                .contains("Thursday, 26 November 2026, 19:30 (Europe/Helsinki)");
        complete("Activity_ArrangeCall", "clara", proposing("2026-12-01", "10:00"));

        assertThat(mailsTo("riku")).contains("New time: On-boarding call with Clara");
        assertThat(calendars("riku")).hasSize(2);
        assertThat(calendars("riku").get(1)).contains("METHOD:REQUEST", "SEQUENCE:1", "DTSTART:20261201T080000Z");
        assertThat(uid(calendars("riku").get(1)))
                .isEqualTo(uid(calendars("riku").get(0)))
                .isEqualTo(uid(calendars("clara").get(1)));
    }

    @Test
    void another_contact_who_moves_the_call_takes_it_over() {
        untilCallDay("clara");
        complete("Activity_HoldOnboardingCall", "clara", MOVED);
        complete("Activity_ArrangeCall", "chidi", proposing("2026-12-01", "10:00"));

        assertThat(calendars("clara")).hasSize(2);
        assertThat(calendars("clara").get(1)).contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED");
        assertThat(calendars("chidi").get(0)).contains("METHOD:REQUEST", "SEQUENCE:1");
        fire("Event_CallDayReached");
        assertThat(task("Activity_HoldOnboardingCall").getAssignee()).isEqualTo("chidi");
    }

    @Test
    void a_rep_who_did_not_come_gets_another_day() {
        untilCallDay("clara");
        complete("Activity_HoldOnboardingCall", "clara", Map.of("callOutcome", "not-come"));

        assertThat(shown("Activity_ArrangeCall", "clara").get("call").toString())
                .contains("\"notCome\":1");
        complete("Activity_ArrangeCall", "clara", proposing("2026-12-01", "10:00"));
        assertThat(training().call()).extracting(TrainingCall::notCome).isEqualTo(1);
    }

    @Test
    void a_training_that_ends_takes_the_call_out_of_the_calendars() {
        untilCallDay("clara");
        complete("Activity_HoldOnboardingCall", "clara", MOVED);
        complete("Activity_ArrangeCall", "chidi", DROP);

        assertThat(endOf("coaching-training")).isEqualTo("Event_TrainingClosed");
        assertThat(mailsTo("riku")).contains("Your training to become a mentor is closed");
        assertThat(mailsTo("clara")).contains("Your on-boarding call with Riku is cancelled");
        for (var person : List.of("riku", "clara")) {
            assertThat(calendars(person).get(1)).contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED");
            assertThat(uid(calendars(person).get(1)))
                    .isEqualTo(uid(calendars(person).get(0)));
        }
        assertThat(confidential.open(decision().text())).contains(MARKER);
        assertNowhereInClear(MARKER);
        assertThat(training().isOpen()).isFalse();
    }

    @Test
    void a_call_in_the_past_is_not_cancelled() {
        untilCallDay("clara");
        later(Period.ofDays(2));
        complete("Activity_HoldOnboardingCall", "clara", Map.of("callOutcome", "not-come"));
        complete("Activity_ArrangeCall", "clara", DROP);

        assertThat(calendars("riku")).hasSize(1);
        assertThat(mailsTo("riku")).contains("Your training to become a mentor is closed");
        assertThat(mailsTo("clara")).noneMatch(subject -> subject.contains("cancelled"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20 | 11:59 | Day: please give a time that is still to come; in Europe/Helsinki it is Friday, 20 November 2026, 12:00 (Europe/Helsinki) now.",
                "2027-02-21 | 12:00 | Day: please choose one in the next three months.",
                "2026-11-26 | 25:00 | Time: please give a time like 18:30."
            })
    void a_wrong_time_of_the_call_is_refused(String day, String time, String problem) {
        untilAccepted();

        assertThatThrownBy(() -> complete("Activity_ArrangeCall", "clara", proposing(day, time)))
                .isInstanceOf(Refusal.class)
                .hasMessage(problem);
        assertThat(training().call()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, Held on: this day is still to come.",
        "2026-11-18, Held on: please check the day; the training began later."
    })
    void a_wrong_day_of_the_call_is_refused(String day, String problem) {
        untilCallDay("clara");

        assertThatThrownBy(() ->
                        complete("Activity_HoldOnboardingCall", "clara", Map.of("callOutcome", "held", "heldOn", day)))
                .isInstanceOf(Refusal.class)
                .hasMessage(problem);
        assertThat(openTasks()).containsExactly("Activity_HoldOnboardingCall");
    }

    // --- the last step

    @Test
    void a_rep_is_reminded_three_times_of_the_last_step_and_may_still_say_no() {
        untilSetUp();
        for (var reminder = 0; reminder < 3; reminder++) {
            // Timers fire a little later than they are due.
            later(Period.ofDays(15));
            fire("Event_SetUpReminderDue");
        }
        assertThat(mailsTo("riku"))
                .filteredOn("One step left until you are a mentor"::equals)
                .hasSize(3);
        assertThat(management
                        .createJobQuery()
                        .timers()
                        .activityId("Event_SetUpReminderDue")
                        .count())
                .isZero();
        complete("Activity_SetUpMentor", "riku", Map.of("begins", "no"));

        assertThat(endOf("coaching-training")).contains("Event_TrainingClosed");
        assertThat(mentors.existsById("riku")).isFalse();
        assertThat(people.isIn(Group.MENTORS, "riku")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "6, How many mentees: please give a number from 1 to 5.",
        "0, How many mentees would you like to have at most?: please give 1 or more."
    })
    void nobody_takes_more_mentees_than_the_programme_allows(int capacity, String problem) {
        untilSetUp();
        var answers = new HashMap<>(BEGIN);
        answers.put("capacity", capacity);

        assertThatThrownBy(() -> complete("Activity_SetUpMentor", "riku", answers))
                .isInstanceOf(Refusal.class)
                .hasMessage(problem);
        assertThat(training().capacity()).isNull();
    }

    @Test
    void profile_and_rooms_come_first() {
        untilSetUp();
        var answers = new HashMap<>(BEGIN);
        answers.put("profileUpdated", false);
        answers.remove("joinedRooms");

        assertThatThrownBy(() -> complete("Activity_SetUpMentor", "riku", answers))
                .isInstanceOf(Refusal.class)
                .hasMessage("I have updated my profile: it says that I am a mentor: please tick this."
                        + " I have joined the mentors' group and room: please tick this.");
    }

    // --- what others see

    @Test
    void certificate_narrative_and_motivation_are_for_those_who_decide() {
        untilReported();

        assertThat(shown("Activity_ConfirmTraining", "clara").toString())
                .contains("https://example.org/certificates/riku", "I practised open questions", "I like to listen");
        for (var other : List.of("rosa", "maya", "carmen")) {
            assertNotShown("Activity_ConfirmTraining", other);
        }
        as(
                "carmen",
                () -> assertThat(runtime.createVariableInstanceQuery().listPage(0, 1000))
                        .isEmpty());
        as("rosa", () -> {
            assertThat(tasks.createTaskQuery().listPage(0, 1000)).isEmpty();
            assertThat(runtime.createProcessInstanceQuery().listPage(0, 1000)).isEmpty();
        });
    }

    @Test
    void the_council_sees_the_case_in_Cockpit() {
        untilReported();

        as(
                "carmen",
                () -> assertThat(runtime.createProcessInstanceQuery()
                                .processDefinitionKey("coaching-training")
                                .listPage(0, 1000))
                        .extracting("businessKey")
                        .containsExactly("riku"));
    }

    @Test
    void no_personal_text_stays_in_the_variables_of_the_case() {
        becomeMentor();

        assertThat(history.createHistoricVariableInstanceQuery().listPage(0, 1000).stream()
                        .filter(variable -> variable.getActivityInstanceId().equals(variable.getProcessInstanceId())))
                .extracting(HistoricVariableInstance::getName)
                .doesNotContain("motivation", "narrative", "certificate", "languages", "skills", "nominee", "callPlace")
                .contains("trainingId", "repId");
    }

    // --- how it is told here

    private void untilReported() {
        startAs("riku", "coaching-training", WISH);
        complete("Activity_ReportTraining", "riku", FINISHED);
    }

    private void untilAccepted() {
        untilReported();
        complete("Activity_ConfirmTraining", "clara", ACCEPT);
    }

    /** The day has come in the engine only: for the calendars the call is still ahead. */
    private void untilCallDay(String host) {
        untilAccepted();
        complete("Activity_ArrangeCall", host, PROPOSE);
        onCallDay();
    }

    private void onCallDay() {
        fire("Event_CallDayReached");
        Today.goTo(Instant.parse("2026-11-26T08:00:00Z"));
    }

    private void untilSetUp() {
        untilCallDay("clara");
        complete("Activity_HoldOnboardingCall", "clara", HELD);
    }

    private void becomeMentor() {
        untilSetUp();
        complete("Activity_SetUpMentor", "riku", BEGIN);
    }

    private static Map<String, Object> nominating(String nominee) {
        return Map.of("wayIn", "nominate", "nominee", nominee);
    }

    private static Map<String, Object> proposing(String day, String time) {
        var proposal = new HashMap<>(PROPOSE);
        proposal.put("callOn", day);
        proposal.put("callAt", time);
        return proposal;
    }

    private static Map<String, Object> withoutPractice() {
        var report = new HashMap<>(FINISHED);
        report.put("practiceWeek", "no");
        report.remove("practiceOn");
        return report;
    }

    private void joined(String id, String day) {
        var rep = reps.findById(id).orElseThrow();
        reps.save(new Rep(
                id,
                LocalDate.parse(day),
                rep.languages(),
                rep.timeZone(),
                rep.skillsWanted(),
                rep.goals(),
                rep.noteForMentor(),
                rep.version()));
    }

    private void contactToo(String id) {
        identities.createMembership(id, Group.CONTACTS.id());
        identities.createMembership(id, Group.COUNCIL.id());
    }

    /** The newest one. */
    private Training training() {
        return trainings.findAll().stream()
                .reduce((one, other) -> other.isOpen() ? other : one.isOpen() ? one : other)
                .orElseThrow();
    }

    private TrainingDecision decision() {
        return training().lastDecision().orElseThrow();
    }

    private long cases() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("coaching-training")
                .count();
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("coaching-training")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private Callable<String> attempt(String userId, Runnable action) {
        return () -> {
            try {
                as(userId, action);
                return "done";
            } catch (RuntimeException somebodyElseWasQuicker) {
                return "refused";
            }
        };
    }

    private void assertRefused(String userId, Map<String, Object> answers, String reason) {
        assertThatThrownBy(() -> startAs(userId, "coaching-training", answers))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }

    private void assertReportRefused(String field, String value, String problem) {
        var report = new HashMap<>(FINISHED);
        report.put(field, value);
        assertThatThrownBy(() -> complete("Activity_ReportTraining", "riku", report))
                .isInstanceOf(Refusal.class)
                .hasMessage(problem);
        assertThat(openTasks()).containsExactly("Activity_ReportTraining");
        assertThat(training().reports()).isEmpty();
    }

    private void assertNotShown(String activity, String userId) {
        var task = task(activity).getId();
        assertThatThrownBy(() -> as(userId, () -> forms.getTaskFormVariables(task)))
                .as(activity + " shown to " + userId)
                .isInstanceOf(AuthorizationException.class);
    }

    /** All states of the call this person was told of, the first one first. */
    private List<String> calendars(String userId) {
        return database
                .queryForList(
                        "select invitation from mail where recipient_id = ? and invitation is not null"
                                + " order by written_at, dedupe_key",
                        String.class,
                        userId)
                .stream()
                .map(calendar -> calendar.replace("\r\n ", ""))
                .toList();
    }

    private static String uid(String calendar) {
        return calendar.lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
    }

    private String text(String notice, String userId) {
        return database.queryForObject(
                "select text from mail where notice = ? and recipient_id = ?", String.class, notice, userId);
    }
}
