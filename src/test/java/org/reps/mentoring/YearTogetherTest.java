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
import org.reps.mentoring.engine.Group;

/**
 * Thirteen months of three mentorships, day by day: the timers of the diagrams fire when they are due, the round begins
 * every morning, and people answer a task on the day after they got it. Maya and Ravi do all that is asked of them;
 * Mateo takes three weeks off; Rolf raises a concern; Rosa finds out that she needs another mentor; one day Mei stops
 * answering; Riku becomes a mentor, and Mateo steps down.
 */
class YearTogetherTest extends ProgrammeTest {

    private static final Set<String> REPS = Set.of("ravi", "rosa", "rolf");

    /** Occurs nowhere but in what people write in confidence. */
    private static final String MARKER = "coelacanth";

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
            startAs(rep, "rep-onboarding", Map.of("goals", "Learn", "languages", List.of("en"), "timeZone", "UTC"));
        }
        for (var day = 1; day <= 400; day++) {
            switch (day) {
                case 40 ->
                    startAs(
                            "mateo",
                            "mentor-absence",
                            Map.of(
                                    "awayFrom", today().plusDays(5).toString(),
                                    "awayUntil", today().plusDays(26).toString()));
                case 60 ->
                    startAs(
                            "rolf",
                            "raise-concern",
                            Map.of("category", "idea", "whatHappened", "Too loud, " + MARKER, "mayContact", true));
                case 70 ->
                    startAs(
                            "riku",
                            "coaching-training",
                            Map.of(
                                    "wayIn",
                                    "self",
                                    "motivation",
                                    "I like to listen",
                                    "languages",
                                    List.of("en"),
                                    "skills",
                                    List.of("Coaching")));
                case 100 -> silent.add("mei");
                case 150 -> {
                    offers.put("rosa", "maya");
                    startAs(
                            "rosa",
                            "mentor-change",
                            Map.of("wishedRoute", "council", "category", "fit", "reason", "Too quiet, " + MARKER));
                }
                case 180 -> offers.put("rolf", "mateo");
                case 200 ->
                    startAs(
                            "carmen",
                            "programme-update",
                            Map.of(
                                    "newsTitle", "The meetup is in Lima",
                                    "newsText", "Come and see us.",
                                    "passOnUntil", today().plusDays(14).toString()));
                case 290 -> {
                    offers.put("rolf", "riku");
                    startAs(
                            "mateo",
                            "mentor-resignation",
                            Map.of("lastDay", today().plusDays(40).toString(), "reason", "Busy, " + MARKER));
                }
                default -> {}
            }
            aDayPasses();
            assertNobodyHasTooManyMentees();
            assertSomebodyElseKnowsOfWhatIsOverdue();
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

    private void assertNobodyIsFlooded(LocalDate begin) throws IOException {
        assertThat(database.queryForList("""
                        select recipient_id, subject, cast(written_at as date) from mail
                        group by recipient_id, subject, cast(written_at as date) having count(*) > 1""")).isEmpty();
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
        person.ifPresent(userId -> answers(task).ifPresent(answers -> {
            as(userId, () -> {
                if (task.getAssignee() == null) {
                    tasks.claim(task.getId(), userId);
                }
                forms.submitTaskForm(task.getId(), answers);
            });
            runJobs();
        }));
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

    /** What people answer; nothing where they leave the task alone. */
    private Optional<Map<String, Object>> answers(Task task) {
        var answers = switch (task.getTaskDefinitionKey()) {
            case "Activity_OfferToMentor" -> Map.<String, Object>of("mentorOffers", "yes");
            case "Activity_MeetProposedMentor" -> Map.<String, Object>of("repAnswer", "yes");
            case "Activity_HoldOrientationCall" ->
                Map.<String, Object>of(
                        "heldOn", today().toString(),
                        "channel", "Video call",
                        "contactEvery", "every month",
                        "firstGoals", "Run a meetup",
                        "notesForMentee", "Welcome!");
            case "Activity_TakeFirstSteps" ->
                Map.<String, Object>of(
                        "firstSteps", "taken",
                        "agreementSigned", true,
                        "profileComplete", true,
                        "channelsJoined", true,
                        "ownGoal", "Run a meetup");
            case "Activity_ReviewOrientation" -> Map.<String, Object>of("reviewAnswer", "ready");
            case "Activity_StillThere" -> Map.<String, Object>of("stillThere", "yes");
            case "Activity_ConfirmInactivity" -> Map.<String, Object>of("silenceDecision", "inactive");
            case "Activity_NameMentor" -> Map.<String, Object>of("nextMentor", "nobody");
            case "Activity_Decide" ->
                Map.<String, Object>of("decision", "change", "decisionReason", "It is better for both");
            case "Activity_HandOver" -> Map.<String, Object>of();
            case "Activity_ArrangeMeeting" ->
                Map.<String, Object>of(
                        "meetingOn", today().plusDays(7).toString(),
                        "meetingAt", "18:00",
                        "meetingPlace", "Video call");
            case "Activity_RecordMeeting" ->
                Map.<String, Object>of(
                        "meetingOutcome", "held",
                        "heldOn", today().toString(),
                        "plans", "Run another meetup",
                        "support", "A room",
                        "channel", "Video call",
                        "contactEvery", "every month",
                        "mentorContinues", "yes");
            case "Activity_ConfirmAgreement" -> Map.<String, Object>of("planAnswer", "right", "menteeWish", "continue");
            case "Activity_GiveFeedback" ->
                Map.<String, Object>of(
                        "availability", "5",
                        "listening", "5",
                        "usefulness", "5",
                        "clarity", "5",
                        "whatHelped", "The calls, " + MARKER);
            case "Activity_ChooseCover" -> Map.<String, Object>of("coverId", "maya");
            case "Activity_CoverForMentor" -> Map.<String, Object>of("coverAnswer", "yes");
            case "Activity_LookIntoConcern" -> Map.<String, Object>of("concernStep", "take-up");
            case "Activity_SettleConcern" ->
                Map.<String, Object>of(
                        "settleStep", "settle",
                        "whatIDid", "Talked, " + MARKER,
                        "answerForReporter", "Thank you, " + MARKER);
            case "Activity_PassOn" -> Map.<String, Object>of("passOnAnswer", "passed-on");
            case "Activity_ReadAnswer" -> Map.<String, Object>of("answerHelps", "yes");
            case "Activity_ReportTraining" ->
                Map.<String, Object>of(
                        "trainingAnswer", "finished",
                        "finishedOn", today().toString(),
                        "certificate", "https://example.org/certificates/riku",
                        "narrative", "Open questions",
                        "practiceWeek", "no");
            case "Activity_ConfirmTraining" -> Map.<String, Object>of("trainingDecision", "accept");
            case "Activity_ArrangeCall" ->
                Map.<String, Object>of(
                        "callDecision", "propose",
                        "callOn", today().plusDays(5).toString(),
                        "callAt", "18:00",
                        "callPlace", "Video call");
            case "Activity_HoldOnboardingCall" ->
                Map.<String, Object>of("callOutcome", "held", "heldOn", today().toString());
            case "Activity_SetUpMentor" ->
                Map.<String, Object>of(
                        "begins",
                        "yes",
                        "capacity",
                        2,
                        "skills",
                        List.of("Coaching"),
                        "languages",
                        List.of("en"),
                        "timeZone",
                        "UTC",
                        "profileUpdated",
                        true,
                        "joinedRooms",
                        true);
            case "Activity_RecommendSuccessor" ->
                Map.<String, Object>of("recommendFor", "nobody", "whyNobody", "They know, " + MARKER);
            case "Activity_AcknowledgeResignation" -> Map.<String, Object>of("acknowledgement", "accept");
            default -> null;
        };
        return Optional.ofNullable(answers);
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
