package org.reps.mentoring;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.now;
import static org.reps.mentoring.Today.today;
import static org.reps.mentoring.mentor.Mentor.Status.INACTIVE;
import static org.reps.mentoring.mentor.Mentor.Status.RESIGNED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;

/**
 * Thirteen months of three mentorships, day by day: the timers of the diagrams fire when they are due, the round begins
 * every morning, and people answer a task on the day after they got it. Maya and Ravi do all that is asked of them;
 * Mateo takes three weeks off; Rolf raises a concern; Rosa finds out that she needs another mentor; one day Mei stops
 * answering; Riku becomes a mentor, and Mateo steps down. Between the meetings they keep in touch, mentors talk with
 * each other, Ravi suggests something and asks for a session, and Rosa recognises him.
 */
class YearTogetherTest extends ProgrammeTest {

    private static final Set<String> REPS = Set.of("ravi", "rosa", "rolf");

    /** Occurs nowhere but in what people write in confidence. */
    private static final String MARKER = "coelacanth";

    private static final String NEWS = "The meetup is in Lima";

    /** What nobody but the one who is asked may know of; it closes by itself. */
    private static final Set<String> NOBODY_ELSES = Set.of("yearly-feedback");

    private static final Pattern TASK = Pattern.compile("#/\\?task=([0-9a-f-]+)");

    /** Who offers to guide whom when a mentor is looked for. */
    private final Map<String, String> offers = new HashMap<>(Map.of("ravi", "maya", "rosa", "mateo", "rolf", "mei"));

    private final Set<String> silent = new HashSet<>();
    private Map<String, Date> startTimers = Map.of();

    @BeforeEach
    void a_programme() {
        startTimers = timersThatStart().stream().collect(toMap(Job::getJobDefinitionId, Job::getDuedate));
        for (var mentor : List.of("maya", "mateo", "mei")) {
            givenMentor(mentor, 2);
        }
        REPS.forEach(this::givenRep);
        givenRep("riku");
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
        // People answer at noon, when the day's digests have come.
        var noon = today().atTime(12, 0).toInstant(ZoneOffset.UTC);
        Today.goTo(noon);
        timersThatStart()
                .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(noon.plus(Duration.ofHours(18)))));
    }

    @AfterEach
    void the_round_begins_tomorrow_again() {
        timersThatStart()
                .forEach(timer -> management.setJobDuedate(timer.getId(), startTimers.get(timer.getJobDefinitionId())));
    }

    private List<Job> timersThatStart() {
        return management.createJobQuery().timers().list().stream()
                .filter(timer -> timer.getProcessInstanceId() == null && timer.getProcessDefinitionKey() != null)
                .toList();
    }

    @Test
    void a_year_in_which_each_of_three_mentorships_goes_its_own_way() throws Exception {
        var begin = today();
        for (var rep : REPS) {
            programme.rep(rep).looksForAMentor("languages", List.of("en"), "timeZone", "UTC");
        }
        var mateo = programme.mentor("mateo");
        for (var day = 1; day <= 400; day++) {
            switch (day) {
                case 20 -> programme.council("clara").setsACallOfAllMentors(today().plusDays(30), "once");
                case 30 -> programme.rep("ravi").suggests("Fewer steps");
                case 40 -> mateo.takesTimeOff(today().plusDays(5), today().plusDays(26));
                case 60 -> programme.rep("rolf").raisesAConcern("whatHappened", "Too loud, " + MARKER);
                case 70 -> programme.rep("riku").asksToBecomeAMentor();
                case 80 -> programme.rep("ravi").asksForASession("Coaching");
                case 90 -> programme.rep("rosa").recognises("ravi", "For the meetup");
                case 100 -> silent.add("mei");
                case 150 -> {
                    offers.put("rosa", "maya");
                    programme.rep("rosa").asksForAnotherMentor("council", "reason", "Too quiet, " + MARKER);
                }
                case 180 -> offers.put("rolf", "mateo");
                case 200 -> programme.council("carmen").hasNewsForEverybody(NEWS);
                case 290 -> {
                    offers.put("rolf", "riku");
                    mateo.stepsDown(today().plusDays(40), "reason", "Busy, " + MARKER);
                }
                default -> {}
            }
            aDayPasses();
            assertNobodyHasTooManyMentees();
            assertSomebodyElseKnowsOfWhatIsOverdue();
            assertNobodyIsToldTwice();
            if (day > 5) {
                assertThat(REPS)
                        .as("have a mentor on day " + day)
                        .allSatisfy(rep -> assertThat(mentorships.ofMentee(rep)).isPresent());
            }
        }

        var ravi = mentorships.ofMentee("ravi").orElseThrow();
        assertThat(ravi.mentorId()).isEqualTo("maya");
        assertThat(ravi.committedUntil()).isEqualTo(ravi.beganOn().plusYears(2));
        assertThat(mentorsOf("ravi")).containsExactly("maya");
        assertThat(mentorsOf("rosa")).containsExactly("mateo", "maya");
        assertThat(mentorsOf("rolf")).containsExactly("mei", "mateo", "riku");
        assertThat(mentors.findById("mateo").orElseThrow().status()).isEqualTo(RESIGNED);
        assertThat(mentors.findById("mei").orElseThrow().status()).isEqualTo(INACTIVE);
        assertThat(lastDayWith("mei"))
                .as("half a year of silence at most")
                .isBetween(begin.plusDays(180), begin.plusDays(280));

        assertThat(database.queryForList("select mentorship_id, outcome from check_in"))
                .as("one meeting a year, and no other mentorship is a year old")
                .containsExactly(Map.of("MENTORSHIP_ID", ravi.id(), "OUTCOME", "EXTENDED"));
        assertThat(database.queryForObject("select count(*) from feedback", Integer.class))
                .isEqualTo(2);
        assertThat(openTasks()).isEmpty();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(messageIds()).doesNotHaveDuplicates();
        assertNobodyIsFlooded(begin);
        assertNoMailComesAfterItsTask();
        assertNowhereInClear(MARKER);
    }

    /** Of what is overdue for longer than the council may take to answer, somebody else has learned. */
    private void assertSomebodyElseKnowsOfWhatIsOverdue() {
        var tooLate = now().minus(Period.ofDays(7));
        tasks.createTaskQuery().dueBefore(Date.from(tooLate)).listPage(0, 1000).stream()
                .filter(task -> task.getPriority() >= Task.PRIORITY_NORMAL)
                .filter(task ->
                        !NOBODY_ELSES.contains(task.getProcessDefinitionId().split(":")[0]))
                .forEach(task -> assertThat(database.queryForObject(
                                """
                                select count(*) from mail where notice = 'digest' and recipient_id <> ?
                                and (locate(?, text) > 0 or locate(?, text) > 0)""",
                                Integer.class,
                                String.valueOf(task.getAssignee()),
                                task.getId(),
                                task.getProcessInstanceId()))
                        .as(task.getName() + ", which waits for " + task.getAssignee())
                        .isPositive());
    }

    /** As long as it can be read what a mail was about. */
    private void assertNobodyIsToldTwice() {
        assertThat(database.queryForList("""
                        select recipient_id, subject, cast(written_at as date) from mail where subject <> ''
                        group by recipient_id, subject, cast(written_at as date) having count(*) > 1""")).isEmpty();
    }

    private void assertNobodyIsFlooded(LocalDate begin) throws IOException {
        var weeks = new TreeMap<String, Integer>();
        var people = database.queryForList("select distinct recipient_id from mail", String.class);
        for (var week = 0; week < 57; week++) {
            for (var person : people) {
                weeks.put(person + " in week " + week, 0);
            }
        }
        database.queryForList("select recipient_id, cast(written_at as date) as written_on from mail")
                .forEach(mail -> weeks.merge(
                        mail.get("RECIPIENT_ID") + " in week "
                                + DAYS.between(
                                                begin,
                                                LocalDate.parse(
                                                        mail.get("WRITTEN_ON").toString()))
                                        / 7,
                        1,
                        Integer::sum));
        var sorted = weeks.values().stream().sorted().toList();
        var busiest =
                weeks.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var figures =
                "Mails in %d weeks to %d people: %d; per person and week: median %d, 90 %% at most %d, at most %d (%s)%n"
                        .formatted(
                                57,
                                people.size(),
                                sorted.stream().mapToInt(Integer::intValue).sum(),
                                sorted.get(sorted.size() / 2),
                                sorted.get(sorted.size() * 9 / 10),
                                busiest.getValue(),
                                busiest.getKey());
        Files.writeString(Files.createDirectories(Path.of("target/mails")).resolve("a-year.md"), figures);
        assertThat(sorted.get(sorted.size() / 2)).as(figures).isLessThanOrEqualTo(1);
        assertThat(busiest.getValue()).as(busiest.getKey()).isLessThanOrEqualTo(14);
    }

    /** Whatever leads to a task was written while the task was still open. */
    private void assertNoMailComesAfterItsTask() {
        var ends = new HashMap<String, Date>();
        history.createHistoricTaskInstanceQuery()
                .finished()
                .list()
                .forEach(task -> ends.put(task.getId(), task.getEndTime()));
        database.query("select text, written_at, subject from mail", mail -> {
            var writtenAt = mail.getTimestamp("written_at");
            var links = TASK.matcher(mail.getString("text"));
            while (links.find()) {
                assertThat(ends.getOrDefault(links.group(1), new Date(Long.MAX_VALUE)))
                        .as(mail.getString("subject"))
                        .isAfterOrEqualTo(writtenAt);
            }
        });
    }

    private void aDayPasses() {
        later(Period.ofDays(1));
        Job due;
        while ((due = nextDue()) != null) {
            management.executeJob(due.getId());
        }
        var yesterday = Date.from(now().minus(Period.ofDays(1)));
        for (var task : tasks.createTaskQuery().listPage(0, 1000)) {
            if (!task.getCreateTime().after(yesterday)) {
                answer(task);
            }
        }
    }

    private @Nullable Job nextDue() {
        return management.createJobQuery().executable().list().stream()
                .filter(job -> job.getProcessDefinitionKey() != null)
                .min(Comparator.comparing(
                        job -> Optional.ofNullable(job.getDuedate()).orElse(job.getCreateTime())))
                .orElse(null);
    }

    private void answer(Task task) {
        var isStillThere = tasks.createTaskQuery().taskId(task.getId()).count() == 1;
        var person = isStillThere ? whoAnswers(task) : Optional.<String>empty();
        person.ifPresent(userId -> answer(task, userId));
    }

    private Optional<String> whoAnswers(Task task) {
        var asked = task.getAssignee() == null ? new TreeSet<>(candidates(task)) : Set.of(task.getAssignee());
        return asked.stream()
                .filter(person -> !silent.contains(person))
                .filter(person -> !task.getTaskDefinitionKey().equals("Activity_OfferToMentor")
                        || person.equals(offers.get(menteeIn(task))))
                .findFirst();
    }

    private @Nullable String menteeIn(Task task) {
        return (String) runtime.getVariable(task.getExecutionId(), "menteeId");
    }

    private void answer(Task task, String person) {
        var rep = programme.rep(person);
        var mentor = programme.mentor(person);
        var council = programme.council(person);
        switch (task.getTaskDefinitionKey()) {
            case "Activity_OfferToMentor" -> mentor.offersToMentor(menteeIn(task));
            case "Activity_MeetProposedMentor" -> rep.acceptsTheProposedMentor();
            case "Activity_HoldOrientationCall" -> mentor.holdsTheOrientationCall(menteeIn(task), today());
            case "Activity_TakeFirstSteps" -> rep.takesTheFirstSteps();
            case "Activity_ReviewOrientation" -> mentor.findsTheRepReady(menteeIn(task));
            case "Activity_SayHowOrientationWas" -> rep.saysHowTheOrientationWas("good");
            case "Activity_StillThere" -> mentor.isStillThere();
            case "Activity_ConfirmInactivity" -> council.findsTheSilentMentorInactive();
            case "Activity_NameMentor" -> rep.wouldLikeNobodyInParticular();
            case "Activity_Decide" -> council.grantsTheChange(menteeIn(task));
            case "Activity_HoldFirstCall" -> mentor.hasHeldTheFirstCallWith(menteeIn(task), today());
            case "Activity_HandOver" -> mentor.handsOverWithoutAWord(menteeIn(task));
            case "Activity_ArrangeMeeting" -> mentor.arrangesTheYearlyMeetingWith(menteeIn(task), today().plusDays(7));
            case "Activity_RecordMeeting" -> mentor.recordsTheYearlyMeetingWith(menteeIn(task), today());
            case "Activity_ConfirmAgreement" -> rep.confirmsTheYearlyAgreement();
            case "Activity_GiveFeedback" -> rep.looksBackOnTheYear("whatHelped", "The calls, " + MARKER);
            case "Activity_ChooseCover" -> mentor.asksToCover("maya");
            case "Activity_CoverForMentor" -> mentor.agreesToCoverFor("mateo");
            case "Activity_LookIntoConcern" -> council.takesUpTheConcern();
            case "Activity_SettleConcern" ->
                council.settlesTheConcernTheyTookUp("Talked, " + MARKER, "Thank you, " + MARKER);
            case "Activity_ReadAnswer" -> rep.findsThatTheAnswerHelps();
            case "Activity_PassOn" -> mentor.passesOn(NEWS);
            case "Activity_ReportTraining" -> rep.reportsTheTraining(today());
            case "Activity_ConfirmTraining" -> council.acceptsTheTrainingOf("riku");
            case "Activity_ArrangeCall" -> council.proposesAnOnboardingCallTo("riku", today().plusDays(5), "18:00");
            case "Activity_HoldOnboardingCall" -> council.holdsTheOnboardingCallWith("riku", today());
            case "Activity_SetUpMentor" -> rep.setsUpAsAMentor("timeZone", "UTC");
            case "Activity_RecommendSuccessor" -> mentor.recommendsNobody("whyNobody", "They know, " + MARKER);
            case "Activity_AcknowledgeResignation" -> council.acceptsTheResignation();
            case "Activity_SayWhetherInTouch" -> {
                if (person.equals("rolf") && silent.contains(mentorOf("rolf"))) {
                    rep.isNotYetInTouchWith(null);
                } else {
                    rep.isInTouchWith(null);
                }
            }
            case "Activity_TakeFirstStep" -> rep.takesTheFirstStepTo(null, "talked");
            case "Activity_LookAfterPair" -> council.looksAfterTheTwo(null, "left");
            case "Activity_OfferSession" -> mentor.offersASessionTo("ravi", today().plusDays(5));
            case "Activity_AgreeTime" -> rep.agreesOnTheTimeWith("mateo");
            case "Activity_WriteNotes" -> council.writesDownWhatMentorsSaid("We try pairs.");
            case "Activity_AnswerSuggestion" ->
                council.answersTheSuggestionOf("ravi", "later", "answerWords", "In May.");
            case "Activity_AnswerRecognition" -> council.passesOnWhatIsRecognisedIn("ravi");
            case "Activity_SayWhetherShown" -> rep.saysWhetherAllMayReadWhatTheyAreRecognisedFor("yes");
            case "Activity_DecideOnCall" -> council.decidesOnTheCallForMentors("ask");
            default -> {
                // They leave it alone.
            }
        }
    }

    private String mentorOf(String mentee) {
        return mentorships.ofMentee(mentee).orElseThrow().mentorId();
    }

    private void assertNobodyHasTooManyMentees() {
        for (var mentor : mentors.findAll()) {
            assertThat(mentorships.menteesOf(mentor.id())).hasSizeLessThanOrEqualTo(mentor.capacity());
        }
    }

    private List<String> mentorsOf(String rep) {
        return database.queryForList(
                "select mentor_id from mentorship where mentee_id = ? order by began_on", String.class, rep);
    }

    private LocalDate lastDayWith(String mentor) {
        return Objects.requireNonNull(database.queryForObject(
                "select ended_on from mentorship where mentor_id = ?", LocalDate.class, mentor));
    }

    private static List<String> messageIds() {
        return Stream.of(MAIL_SERVER.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.getMessageID();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
