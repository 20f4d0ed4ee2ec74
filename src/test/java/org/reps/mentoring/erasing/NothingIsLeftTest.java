package org.reps.mentoring.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is erased has lived in every process that there is, and has written something wherever one can. */
class NothingIsLeftTest extends ErasingTest {

    private final ActingMentor ottilie = programme.mentor("ottilie");
    private final ActingMentor maya = programme.mentor("maya");
    private final ActingMentor nadia = programme.mentor("nadia");
    private final ActingCouncilMember clara = programme.council("clara");
    private final ActingCouncilMember chidi = programme.council("chidi");

    @Autowired
    YearlyCheckInSteps checkIns;

    @Autowired
    PartOfCase partOfCase;

    @Autowired
    FilterService filters;

    @BeforeEach
    void a_programme() {
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenRep("nadia");
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
    }

    @Test
    void of_a_rep_who_becomes_a_mentor_leaves_and_wishes_it() {
        givenSomebody("ottilie", "Quirrenbach", "oq.post@example.net", Group.REPS);
        livesAsRep();
        becomesMentor();
        livesAsMentor();
        hasSomethingFail();
        stepsDownAndLeaves();
        assertThat(left()).as("before").hasSizeGreaterThan(100);
        var before = figures();

        timeToComeBackOver();

        assertThat(the("erase-person")).isEnded().hasPassed("Event_ErasingWished", "Event_Erased");
        assertNothingIsLeft();
        assertThat(figures()).isEqualTo(before);
        assertThat(reps.findById("nadia").orElseThrow().goals()).isEqualTo("Nadia's own goals");
        assertThat(database.queryForList("select text from onboarding_note where kind = 'OWN_GOAL'", String.class))
                .as("what a mentee has written for themself")
                .contains("Nadia's own goal");
        assertThat(database.queryForList("select NAME_ from ACT_HI_TASKINST", String.class))
                .contains(
                        "Hold the orientation call with somebody who has left", "Hold the orientation call with Nadia");
        assertThat(identities.checkPassword("ottilie", "mentoring-demo")).isFalse();
    }

    @Test
    void of_somebody_in_the_council_who_has_written_to_all_and_decided_about_others() {
        givenSomebody("ulrike", "Vandersteen", "uv.post@example.net", Group.REPS, Group.CONTACTS, Group.COUNCIL);
        var ulrike = programme.council("ulrike");
        mentorships.begin("nadia", "maya");
        var title = "News of " + word("newstitle");
        ulrike.hasNewsForEverybody(
                title, "newsText", word("newstext"), "newsLink", "https://example.org/" + word("newslink"));
        maya.passesOn(title);
        nadia.asksForAnotherMentor("council");
        nadia.wouldLikeNobodyInParticular();
        ulrike.suggestsToTalkFirst("nadia", "decisionReason", word("decisionreason"), "suggestion", word("suggestion"));
        nadia.raisesAConcern();
        ulrike.settlesTheConcernAtOnce(word("whatidid"), word("answer"));
        nadia.findsThatTheAnswerHelps();
        ulrike.setsACallOfAllMentors(
                today().plusDays(20), "once", "callPlace", word("callplace"), "toTell", word("totell"));
        fire("Event_TimeToInvite");
        fire("Event_CallOver");
        ulrike.writesDownWhatMentorsSaid(word("callnotes"), "callDecisions", word("calldecisions"));
        leaves("ulrike", today(), "erasingWished", true);
        fire("Event_LeavingDayOver");
        assertThat(left()).as("before").hasSizeGreaterThan(50);
        var before = figures();

        timeToComeBackOver();

        assertThat(the("erase-person")).isEnded().hasPassed("Event_Erased");
        assertNothingIsLeft();
        assertThat(figures()).isEqualTo(before);
        assertThat(database.queryForList("select NAME_ from ACT_HI_TASKINST", String.class))
                .contains("Pass on: …", "Decide on a mentor change for Nadia");
        assertThat(mentorships.menteesOf("maya")).containsExactly("nadia");
    }

    private void livesAsRep() {
        ottilie.changesTheProfile(
                "reach",
                word("reach"),
                "reachSeenBy",
                "contacts",
                "about",
                word("about"),
                "languages",
                List.of("en"),
                "timeZone",
                "UTC",
                "goals",
                word("profilegoals"),
                "noteForMentor",
                word("profilenote"));
        ottilie.choosesMailSettings("digestWanted", "yes", "timeZone", "UTC");
        ottilie.looksForAMentor("goals", word("goals"), "noteForMentor", word("note"));
        maya.offersToMentor("ottilie");
        ottilie.asksTheProposedMentor(word("question"));
        maya.answersTheRepsQuestion("ottilie", "Ottilie, I would like to.");
        ottilie.acceptsTheProposedMentor();
        maya.holdsTheOrientationCall("ottilie", today(), "firstGoals", "What Ottilie Quirrenbach wants");
        ottilie.takesTheFirstSteps("ownGoal", word("owngoal"));
        maya.isConcernedAbout("ottilie", "Ottilie is quiet");
        clara.looksIntoTheOrientationConcern("continue");
        maya.findsTheRepReady("ottilie");
        ottilie.raisesAConcern("whatHappened", word("concern"));
        clara.settlesTheConcernAtOnce("I talked to Ottilie.", "Ottilie, it is done.");
        ottilie.findsThatTheAnswerHelps();
        ottilie.suggests(word("suggestionwords"), "aboutWhat", word("suggestionabout"), "mayName", true);
        clara.answersTheSuggestionOf("ottilie", "later", "answerWords", "Ottilie, later.");
        ottilie.recognises("maya", word("recognition"));
        clara.passesOnWhatIsRecognisedIn("maya");
        maya.saysWhetherAllMayReadWhatTheyAreRecognisedFor("yes");
        maya.recognises("ottilie", "Ottilie has held a talk.");
        clara.passesOnWhatIsRecognisedIn("ottilie");
        ottilie.saysWhetherAllMayReadWhatTheyAreRecognisedFor("yes");
        maya.recognises("ottilie", "Ottilie is too good.");
        clara.keepsBackWhatIsRecognisedIn("ottilie", "Ottilie would be hurt.");
        ottilie.asksForAnotherMentor("council", "reason", word("changereason"));
        ottilie.takesTheWishBackAtOnce();
    }

    private void becomesMentor() {
        ottilie.asksToBecomeAMentor("motivation", word("motivation"));
        ottilie.reportsTheTraining(
                today().minusDays(1),
                "narrative",
                word("narrative"),
                "certificate",
                "https://example.org/" + word("certificate"));
        clara.findsSomethingMissingInTheTrainingOf("ottilie", "Dear Ottilie, one page is missing.");
        ottilie.reportsTheTraining(today().minusDays(1), "narrative", word("narrativetwo"));
        clara.acceptsTheTrainingOf("ottilie");
        chidi.proposesAnOnboardingCallTo("ottilie", today().plusDays(6), "19:30");
        fire("Event_CallDayReached");
        chidi.holdsTheOnboardingCallWith("ottilie", today());
        ottilie.setsUpAsAMentor();
    }

    private void livesAsMentor() {
        nadia.looksForAMentor("goals", "Nadia's own goals");
        ottilie.offersToMentor("nadia");
        nadia.acceptsTheProposedMentor();
        ottilie.holdsTheOrientationCall(
                "nadia",
                today(),
                "channel",
                word("channel"),
                "firstGoals",
                word("firstgoals"),
                "notesForMentee",
                word("notesformentee"));
        nadia.takesTheFirstSteps("ownGoal", "Nadia's own goal");
        isRemarkedOn("Activity_ReviewOrientation");
        ottilie.findsTheRepReady("nadia");
        ottilie.takesTimeOff(today().plusDays(10), today().plusDays(30));
        ottilie.asksToCover("mateo");
        programme.mentor("mateo").agreesToCoverFor("ottilie");
        ottilie.staysAfterAll();
        chidi.hasNewsForEverybody("The meetup is in Lima");
        ottilie.passesOn("The meetup is in Lima");
        maya.findsIrrelevantForTheirMentees("The meetup is in Lima");
        ottilie.saysItIsTooMuch();
        ottilie.saysHowManyAreEnough(1);
        meetsOnceAYear();
    }

    /** The operator may add remarks and files to a task. */
    private void isRemarkedOn(String activity) {
        var task = task(activity);
        tasks.createComment(task.getId(), task.getProcessInstanceId(), "Please ask Ottilie, " + word("comment"));
        tasks.createAttachment(
                "text/plain",
                task.getId(),
                task.getProcessInstanceId(),
                "ottilie.txt",
                word("description"),
                new ByteArrayInputStream(word("content").getBytes(StandardCharsets.UTF_8)));
    }

    private void meetsOnceAYear() {
        later(Period.ofDays(340));
        checkIns.startDue();
        runJobs();
        ottilie.arrangesTheYearlyMeetingWith("nadia", today(), "meetingAt", "23:59", "meetingPlace", word("place"));
        maya.arrangesTheYearlyMeetingWith("ottilie", today(), "meetingAt", "23:59", "meetingPlace", "Where Ottilie is");
        management
                .createJobQuery()
                .timers()
                .activityId("Event_MeetingDayReached")
                .list()
                .forEach(timer -> management.executeJob(timer.getId()));
        runJobs();
        ottilie.recordsTheYearlyMeetingWith(
                "nadia", today(), "plans", word("plans"), "support", word("support"), "channel", word("yearlychannel"));
        maya.recordsTheYearlyMeetingWith("ottilie", today(), "plans", "Ottilie goes on", "support", "Help for Ottilie");
        nadia.confirmsTheYearlyAgreement();
        ottilie.asksToCorrectTheYearlyAgreement(word("correction"));
        maya.correctsTheYearlyAgreement("Ottilie goes on well");
        ottilie.confirmsTheYearlyAgreement();
        tasks.createTaskQuery()
                .taskDefinitionKey("Activity_GiveFeedback")
                .list()
                .forEach(task -> {
                    var writer = task.getAssignee();
                    var about = writer.equals("ottilie");
                    as(
                            writer,
                            () -> forms.submitTaskForm(
                                    task.getId(),
                                    Map.of(
                                            "availability",
                                            "5",
                                            "listening",
                                            "4",
                                            "usefulness",
                                            "4",
                                            "clarity",
                                            "5",
                                            "whatHelped",
                                            about ? word("helped") : "It helped",
                                            "whatBetter",
                                            about ? word("better") : "Ottilie could be louder")));
                    runJobs();
                });
    }

    /** The operator may name them, and a step may fail with what somebody wrote. */
    private void hasSomethingFail() {
        as("admin", () -> {
            var filter = filters.newTaskFilter("What Ottilie Quirrenbach has to do");
            filter.setQuery(tasks.createTaskQuery().taskAssignee("ottilie"));
            filters.saveFilter(filter);
        });
        var job = management.createJobQuery().timers().list().get(0);
        database.update(
                "update ACT_RU_JOB set EXCEPTION_MSG_ = 'The mail to ottilie cannot be written' where ID_ = ?",
                job.getId());
    }

    private void stepsDownAndLeaves() {
        leaves(
                "ottilie",
                today(),
                "reason",
                word("leavingreason"),
                "message",
                word("leavingmessage"),
                "erasingWished",
                true);
        ottilie.recommendsAsSuccessor("mateo");
        clara.acceptsTheResignation();
        programme.mentor("mateo").agreesToMentor("nadia");
        nadia.acceptsTheProposedMentor();
        ottilie.handsOver("nadia", word("handover"));
        clara.sees("Activity_ReadReason", "ottilie");
        complete("Activity_ReadReason", "clara", Map.of());
        fire("Event_LastDayCome");
        fire("Event_LastDayOver");
        management
                .createJobQuery()
                .timers()
                .activityId("Event_LeavingDayOver")
                .list()
                .forEach(timer -> management.executeJob(timer.getId()));
        runJobs();
        assertThat(known.hasLeft("ottilie")).isTrue();
    }

    /** What pages and the council count. */
    private Map<String, Object> figures() {
        return Map.of(
                "cases",
                        database.queryForList(
                                "select PROC_DEF_KEY_, STATE_, count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ <> 'erase-person' group by PROC_DEF_KEY_, STATE_ order by 1, 2"),
                "steps",
                        database.queryForList(
                                "select ACT_ID_, ACT_INST_STATE_, count(*) from ACT_HI_ACTINST where PROC_DEF_KEY_ <> 'erase-person' group by ACT_ID_, ACT_INST_STATE_ order by 1, 2"),
                "tasks",
                        database.queryForList(
                                "select TASK_DEF_KEY_, count(*), count(distinct ASSIGNEE_) from ACT_HI_TASKINST group by TASK_DEF_KEY_ order by 1"),
                "log",
                        database.queryForList(
                                "select OPERATION_TYPE_, ENTITY_TYPE_, count(*) from ACT_HI_OP_LOG group by OPERATION_TYPE_, ENTITY_TYPE_ order by 1, 2"),
                "mails",
                        database.queryForList(
                                "select notice, state, count(*) from mail group by notice, state order by 1, 2"),
                "partOf",
                        Stream.of("maya", "mateo", "nadia", "clara", "chidi")
                                .map(partOfCase::everOf)
                                .toList(),
                "left", database.queryForList("select left_on from known_person order by 1"));
    }
}
