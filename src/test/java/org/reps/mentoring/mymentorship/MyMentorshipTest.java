package org.reps.mentoring.mymentorship;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.reps.mentoring.Today.today;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.stages.UnderWay.Stage;
import org.reps.mentoring.firstcall.FirstCallSteps;
import org.reps.mentoring.leaving.MissingPeople;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorchange.MentorChangeSteps;
import org.reps.mentoring.mentorship.Goals;
import org.reps.mentoring.mymentorship.Cases.Awaited;
import org.reps.mentoring.mymentorship.Cases.Case;
import org.reps.mentoring.mymentorship.Cases.Choice;
import org.reps.mentoring.mymentorship.Page.Together;
import org.reps.mentoring.pair.PairMeetings;
import org.reps.mentoring.pair.SharedLists;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.person.Reaches;
import org.springframework.beans.factory.annotation.Autowired;

/** Maya guides Rosa and Ravi; Mateo could guide somebody, too. */
class MyMentorshipTest extends ProgrammeTest {

    private static final Map<String, Object> ANOTHER_MENTOR =
            Map.of("wishedRoute", "council", "category", "time-zone", "reason", "Maya sleeps when I am awake.");

    @Autowired
    MyMentorship myMentorship;

    @Autowired
    MentorList mentorList;

    @Autowired
    YearlyCheckInSteps checkIns;

    @Autowired
    MentorChangeSteps changes;

    @Autowired
    Reaches reaches;

    @Autowired
    Goals goals;

    @Autowired
    PairMeetings meetings;

    @Autowired
    FirstCallSteps firstCalls;

    @Autowired
    MissingPeople missing;

    @BeforeEach
    void givenPeople() {
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenContact("clara");
        givenRep("rosa");
        givenRep("ravi");
        mentorships.begin("rosa", "maya");
        mentorships.begin("ravi", "maya");
    }

    @Test
    void both_see_since_when_until_when_and_what_they_agreed() {
        var mentorship = mentorships.ofMentee("rosa").orElseThrow();
        mentorships.keepInTouch(mentorship.id(), "Video call", "every month");

        var rosas = Objects.requireNonNull(page("rosa").withMentor());
        assertThat(rosas)
                .isEqualTo(new Together(
                        mentorship.id(),
                        "Maya Sample",
                        today().toString(),
                        today().plusYears(1).toString(),
                        "Video call",
                        "every month",
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null));
        var maya = page("maya");
        assertThat(maya.withMentor()).isNull();
        assertThat(maya.withMentees()).extracting(Together::name).containsExactly("Ravi Sample", "Rosa Sample");
        assertThat(maya.withMentees().get(1).channel()).isEqualTo("Video call");
        assertThat(Objects.requireNonNull(maya.asMentor()).freePlaces()).isEqualTo(3);
    }

    @Test
    void two_of_one_name_are_told_apart_on_the_page_and_in_the_list_of_mentors() {
        called("rosa", "Ana", "Silva");
        called("ravi", "Ana", "Silva");
        called("mateo", "Maya", "Sample");

        assertThat(page("maya").withMentees())
                .extracting(Together::name)
                .containsExactly("Ana Silva (ravi)", "Ana Silva (rosa)");
        assertThat(Objects.requireNonNull(page("rosa").withMentor()).name()).isEqualTo("Maya Sample (maya)");
        assertThat(seenBy("rosa", mentorList::entries))
                .extracting(MentorList.Entry::name)
                .containsExactly("Maya Sample (mateo)", "Maya Sample (maya)");
    }

    @Test
    void each_sees_what_the_other_one_is_to_do_in_the_yearly_check_in() {
        later(Period.ofDays(340));
        checkIns.startDue();
        runJobs();

        assertThat(waitingForTheMentorOf("rosa")).containsExactly("Activity_ArrangeMeeting");
        assertThat(page("maya").tasks())
                .extracting(OwnTask::name)
                .contains("Arrange the yearly meeting with Rosa", "Arrange the yearly meeting with Ravi");
        assertThat(page("maya").withMentees())
                .allSatisfy(mentee -> assertThat(waitingFor(mentee)).isEmpty());
        assertThat(page("mateo")).isEqualTo(nothingBut("mateo", page("mateo")));
    }

    @Test
    void what_somebody_could_take_is_told_from_what_is_theirs_and_from_the_council_s() {
        givenRep("rumi");
        programme.rep("rumi").looksForAMentor();
        startAs("rosa", "mentor-change", ANOTHER_MENTOR);
        complete("Activity_NameMentor", "rosa", Map.of("nextMentor", "nobody"));

        var mateo = page("mateo");
        assertThat(mateo.offered()).extracting(OwnTask::name).containsExactly("Offer to mentor Rumi");
        assertThat(mateo.tasks()).isEmpty();
        assertThat(mateo.council()).isEmpty();
        var clara = page("clara");
        assertThat(clara.council()).extracting(OwnTask::name).containsExactly("Decide on a mentor change for Rosa");
        assertThat(clara.offered()).isEmpty();
    }

    @Test
    void what_is_overdue_is_so_by_the_programme_s_clock() {
        later(Period.ofDays(340));
        checkIns.startDue();
        runJobs();
        assertThat(page("maya").tasks()).isNotEmpty().noneMatch(OwnTask::overdue);

        later(Period.ofDays(90));

        assertThat(page("maya").tasks()).isNotEmpty().anyMatch(OwnTask::overdue);
    }

    @Test
    void both_find_their_goals_and_nobody_else_does() {
        var together = mentorships.ofMentee("rosa").orElseThrow().id();
        goals.write(together, "rosa", "Find two co-organisers");

        var rosas = Objects.requireNonNull(page("rosa").withMentor()).goals();
        assertThat(rosas).extracting(SharedLists.Shown::words).containsExactly("Find two co-organisers");
        assertThat(rosas.get(0).history()).extracting(SharedLists.Change::by).containsOnlyNulls();
        var mayas = page("maya").withMentees();
        assertThat(mayas.get(1).goals().get(0).history())
                .extracting(SharedLists.Change::by)
                .containsExactly("Rosa Sample");
        assertThat(mayas.get(0).goals()).isEmpty();
        assertThat(page("ravi").toString()).doesNotContain("co-organisers");
    }

    @Test
    void a_meeting_that_is_arranged_stands_there_with_its_invitation_until_it_is_over() {
        givenMentor("mei", 2);
        firstCalls.begin(Objects.requireNonNull(mentorships.change("rosa", "mei")));
        runJobs();
        assertThat(Objects.requireNonNull(page("rosa").withMentor()).meeting()).isNull();
        programme.mentor("mei").arrangesTheFirstCallWith("rosa", today().plusDays(3));

        var meeting = Objects.requireNonNull(
                Objects.requireNonNull(page("rosa").withMentor()).meeting());
        assertThat(page("mei").withMentees().get(0).meeting()).isEqualTo(meeting);
        assertThat(seenBy("rosa", () -> meetings.file(meeting.id())).orElseThrow())
                .contains("METHOD:REQUEST", "UID:" + meeting.id(), "First call with Mei", "rosa@")
                .doesNotContain("mei@");
        assertThat(seenBy("mei", () -> meetings.file(meeting.id())).orElseThrow())
                .contains("First call with Rosa");
        assertThat(seenBy("maya", () -> meetings.file(meeting.id()))).isEmpty();
        assertThat(only(page("mei").withMentees().get(0).cases()).choices())
                .extracting(Choice::task)
                .containsExactly("Activity_MoveFirstCall");

        later(Period.ofDays(5));
        assertThat(Objects.requireNonNull(page("rosa").withMentor()).meeting()).isNull();
        assertThat(seenBy("rosa", () -> meetings.file(meeting.id()))).isEmpty();
    }

    @Test
    void a_yearly_meeting_stands_there_too_unless_somebody_else_holds_it() {
        later(Period.ofDays(340));
        checkIns.startDue();
        runJobs();
        programme.mentor("maya").arrangesTheYearlyMeetingWith("rosa", today().plusDays(2));

        assertThat(Objects.requireNonNull(page("rosa").withMentor()).meeting()).isNotNull();
        database.update(
                "update check_in set host_id = 'mateo' where mentorship_id = ?",
                mentorships.ofMentee("rosa").orElseThrow().id());
        assertThat(Objects.requireNonNull(page("rosa").withMentor()).meeting()).isNull();
        assertThat(page("maya").withMentees().get(1).meeting()).isNull();
    }

    // --- what is under way

    @Test
    void a_rep_sees_how_far_their_search_is_and_never_which_mentor_was_asked() {
        givenRep("rumi");
        programme.rep("rumi").looksForAMentor();
        assertThat(way("rumi")).isEqualTo("[Ask mentors] Meet Call First steps Look back");
        assertThat(awaited("rumi")).containsExactly("MENTOR");
        assertThat(page("maya").cases()).isEmpty();

        programme.mentor("maya").doesNotOfferToMentor("rumi");
        assertThat(awaited("rumi")).containsExactly("MENTOR");

        programme.mentor("mateo").offersToMentor("rumi");
        assertThat(way("rumi")).isEqualTo("Ask mentors ✓ [Meet] Call First steps Look back");
        assertThat(awaited("rumi")).containsExactly("ME");
        assertThat(only(page("rumi").cases()).toString()).doesNotContain("Maya", "maya");

        programme.rep("rumi").acceptsTheProposedMentor();
        assertThat(way("rumi")).isEqualTo("Ask mentors ✓ Meet ✓ [Call] [First steps] Look back");
        var rumis = only(page("rumi").cases());
        assertThat(rumis.awaited())
                .extracting(Awaited::who, Awaited::name)
                .containsExactlyInAnyOrder(tuple("ME", null), tuple("NAME", "Mateo Sample"));
        assertThat(rumis.awaited()).allSatisfy(one -> assertThat(one.due()).isNotNull());
        var mateos = only(page("mateo").withMentees().get(0).cases());
        assertThat(mateos.stages()).isEqualTo(rumis.stages());
        assertThat(mateos.awaited())
                .extracting(Awaited::who, Awaited::name)
                .containsExactlyInAnyOrder(tuple("ME", null), tuple("NAME", "Rumi Sample"));
        assertThat(mateos.choices()).isEmpty();

        programme.rep("rumi").takesTheFirstSteps();
        assertThat(way("rumi")).isEqualTo("Ask mentors ✓ Meet ✓ [Call] First steps ✓ Look back");
    }

    /** It lay among what waits, and was offered as the next thing to do. */
    @Test
    void what_somebody_can_take_back_stands_with_the_case_and_not_among_what_waits() {
        startAs("rosa", "mentor-change", ANOTHER_MENTOR);
        assertThat(way("rosa")).isEqualTo("[Wish] Decision Ask mentors Meet Hand over");
        complete("Activity_NameMentor", "rosa", Map.of("nextMentor", "nobody"));

        var rosa = page("rosa");
        assertThat(way("rosa")).isEqualTo("Wish ✓ [Decision] Ask mentors Meet Hand over");
        assertThat(awaited("rosa")).containsExactly("COUNCIL");
        assertThat(only(rosa.cases()).toString()).doesNotContain("Clara", "clara");
        assertThat(only(rosa.cases()).choices()).extracting(Choice::task).containsExactly("Activity_Withdraw");
        assertThat(rosa.tasks()).isEmpty();

        complete("Activity_Withdraw", "rosa", Map.of("wishWithdrawn", true));
        assertThat(page("rosa").cases()).isEmpty();
    }

    @Test
    void who_looks_into_a_concern_is_not_named_to_whom_it_matters() {
        startAs("rosa", "raise-concern", Map.of("category", "person", "whatHappened", "Maya shouted."));
        assertThat(way("rosa")).isEqualTo("Raise ✓ [Look into] Settle Read");
        assertThat(awaited("rosa")).containsExactly("COUNCIL");

        complete("Activity_LookIntoConcern", "clara", Map.of("concernStep", "take-up"));
        assertThat(way("rosa")).isEqualTo("Raise ✓ Look into ✓ [Settle] Read");
        assertThat(awaited("rosa")).containsExactly("COUNCIL");
        assertThat(only(page("rosa").cases()).toString()).doesNotContain("lara");
    }

    @Test
    void a_case_that_a_contact_began_for_a_rep_is_the_rep_s_unless_they_are_not_to_know_of_it() {
        givenRep("rumi");
        startAs(
                "clara",
                "rep-onboarding",
                Map.of("goals", "Events", "languages", List.of("en"), "timeZone", "UTC", "onBehalfOf", "rumi"));
        startAs("clara", "mentor-change", Map.of("wishedRoute", "council", "category", "time", "onBehalfOf", "rosa"));

        assertThat(page("rumi").cases()).extracting(Case::process).containsExactly("rep-onboarding");
        assertThat(page("rosa").cases()).isEmpty();
        assertThat(page("clara").cases()).isEmpty();
        assertThat(page("rumi").starts()).extracting(Start::process).doesNotContain("rep-onboarding");
    }

    /** Whom their mentees look at, and what these have asked, is theirs. */
    @Test
    void a_mentor_who_steps_down_does_not_see_how_their_mentees_look_for_others() {
        mentorships.end(mentorships.ofMentee("ravi").orElseThrow().id(), "only Rosa here");
        programme.mentor("maya").stepsDown(today().plusDays(60));
        assertThat(way("maya")).isEqualTo("[Tell the council] Pass on Last day");
        assertThat(awaited("maya")).containsExactly("ME");
        assertThat(only(page("maya").cases()).choices())
                .extracting(Choice::task)
                .containsExactly("Activity_WithdrawResignation");
        programme.mentor("maya").recommendsAsSuccessor("mateo");
        assertThat(awaited("maya")).containsExactly("COUNCIL");
        programme.council("clara").acceptsTheResignation();
        programme.mentor("mateo").agreesToMentor("rosa");
        programme.rep("rosa").asksTheProposedMentor("Do you like maps?");

        assertThat(openTasks()).contains("Activity_AnswerRepQuestion");
        assertThat(way("maya")).isEqualTo("Tell the council ✓ [Pass on] Last day");
        assertThat(only(page("maya").cases()).awaited()).isEmpty();
        assertThat(page("maya").toString()).doesNotContain("Mateo", "mateo");
        assertThat(page("rosa").cases()).isEmpty();
    }

    @Test
    void whom_somebody_asks_for_in_the_list_of_mentors_is_asked_first() {
        givenRep("rumi");
        assertThat(seenBy("rumi", mentorList::entries))
                .extracting(MentorList.Entry::askWith)
                .containsOnly("rep-onboarding");
        assertThat(seenBy("rosa", mentorList::entries))
                .extracting(MentorList.Entry::name, MentorList.Entry::askWith)
                .containsExactly(tuple("Mateo Sample", "mentor-change"), tuple("Maya Sample", null));
        assertThat(seenBy("clara", mentorList::entries))
                .as("a contact asks for a rep, whoever may guide them")
                .extracting(MentorList.Entry::askWith)
                .containsOnly("rep-onboarding");

        programme.rep("rumi").looksForAMentor("recommendedMentorId", "Mateo Sample");
        assertThat(openTasks()).contains("Activity_WillYouMentor").doesNotContain("Activity_OfferToMentor");
        assertThat(page("mateo").tasks()).extracting(OwnTask::name).containsExactly("Will you mentor Rumi?");
        assertThat(awaited("rumi")).containsExactly("MENTOR");
        assertThat(seenBy("rumi", mentorList::entries))
                .extracting(MentorList.Entry::askWith)
                .containsOnlyNulls();

        programme.rep("rosa").asksForAnotherMentor("council", "recommendedMentorId", "Mateo Sample");
        assertThat(openTasks()).doesNotContain("Activity_NameMentor");
        programme.council("clara").grantsTheChange("rosa");
        assertThat(page("mateo").tasks())
                .extracting(OwnTask::name)
                .containsExactlyInAnyOrder("Will you mentor Rumi?", "Will you mentor Rosa?");
    }

    private String way(String userId) {
        return words(only(page(userId).cases()).stages());
    }

    private List<String> awaited(String userId) {
        return only(page(userId).cases()).awaited().stream().map(Awaited::who).toList();
    }

    private static String words(List<Stage> stages) {
        return stages.stream()
                .map(stage -> switch (stage.state()) {
                    case DONE -> stage.name() + " ✓";
                    case NOW -> "[" + stage.name() + "]";
                    case AHEAD -> stage.name();
                })
                .collect(joining(" "));
    }

    private static Case only(List<Case> cases) {
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    @Test
    void the_last_plan_is_shown_as_soon_as_the_check_in_is_over() {
        mentorships.end(mentorships.ofMentee("ravi").orElseThrow().id(), "only Rosa here");
        later(Period.ofDays(340));
        checkIns.startDue();
        runJobs();
        var meetingDay = today().plusDays(1);
        programme.mentor("maya").arrangesTheYearlyMeetingWith("rosa", meetingDay);
        later(Period.ofDays(2));
        // Not those that start something: they would begin again only where the clock is now.
        management.createJobQuery().timers().executable().list().stream()
                .filter(due -> due.getProcessInstanceId() != null)
                .forEach(due -> management.executeJob(due.getId()));
        runJobs();
        programme.mentor("maya").recordsTheYearlyMeetingWith("rosa", meetingDay, "plans", "Run a workshop.");

        var waiting = page("maya").withMentees().get(0);
        assertThat(waitingFor(waiting)).containsExactly("Activity_ConfirmAgreement");
        assertThat(waiting.plan()).isNull();

        programme.rep("rosa").confirmsTheYearlyAgreement();

        for (var seen : List.of(
                Objects.requireNonNull(page("rosa").withMentor()),
                page("maya").withMentees().get(0))) {
            assertThat(seen.points()).extracting(SharedLists.Shown::words).containsExactly("Run a workshop.");
            assertThat(seen.cases()).isEmpty();
        }
    }

    @Test
    void a_mentor_does_not_see_that_their_mentee_would_like_another_one() {
        var before = page("maya");

        startAs("rosa", "mentor-change", ANOTHER_MENTOR);
        complete("Activity_NameMentor", "rosa", Map.of("nextMentor", "nobody"));

        assertThat(openTasks()).contains("Activity_Decide");
        assertThat(page("maya")).isEqualTo(before);
        assertThat(page("rosa").cases()).extracting(Case::process).containsExactly("mentor-change");
        assertThat(page("rosa").starts()).extracting(Start::process).doesNotContain("mentor-change");
    }

    @Test
    void a_mentee_does_not_see_that_somebody_else_would_like_a_change() {
        var before = page("rosa");

        changes.start("rosa", "check-in");
        runJobs();

        assertThat(changes.isOpen("rosa")).isTrue();
        assertThat(page("rosa").starts()).isEqualTo(before.starts());
        assertThat(page("rosa").cases()).isEmpty();
        assertThat(page("maya").withMentees())
                .allSatisfy(mentee -> assertThat(mentee.cases()).isEmpty());
    }

    @Test
    void a_mentor_does_not_see_that_their_mentee_has_raised_a_concern() {
        var before = page("maya");

        startAs(
                "rosa",
                "raise-concern",
                Map.of("category", "person", "whatHappened", "Maya shouted.", "involvedPeople", "maya"));

        assertThat(page("maya")).isEqualTo(before);
        assertThat(page("ravi").cases()).isEmpty();
        assertThat(page("rosa").cases()).extracting(Case::process).containsExactly("raise-concern");
    }

    @Test
    void a_mentee_does_not_see_what_only_the_mentor_is_asked() {
        var before = page("rosa");

        startAs("clara", "mentor-inactivity", Map.of("silentMentor", "maya"));
        startAs(
                "maya",
                "mentor-resignation",
                Map.of("lastDay", today().plusDays(60).toString()));

        assertThat(page("maya").tasks()).isNotEmpty();
        assertThat(page("rosa")).isEqualTo(before);
        assertThat(page("clara").cases()).isEmpty();
    }

    @Test
    void whoever_is_no_rep_finds_their_tasks_and_what_they_can_do() {
        var clara = page("clara");

        assertThat(clara.rep()).isFalse();
        assertThat(clara.withMentor()).isNull();
        assertThat(clara.asMentor()).isNull();
        assertThat(clara.withMentees()).isEmpty();
        assertThat(clara.starts()).extracting(Start::process).contains("rep-onboarding", "raise-concern");
    }

    /** The engine takes away what is out of sight for them before it answers, which it cannot while only reading. */
    @Test
    void a_mentor_in_the_council_has_this_page_too() {
        identities.createMembership("maya", Group.COUNCIL.id());
        startAs("clara", "mentor-inactivity", Map.of("silentMentor", "maya"));

        assertThat(page("maya").withMentees()).hasSize(2);
        assertThat(database.queryForObject(
                        "select count(*) from ACT_RU_AUTHORIZATION where USER_ID_ = 'maya' and TYPE_ = 2",
                        Integer.class))
                .isPositive();
    }

    @Test
    void who_is_away_and_who_covers_is_known_to_all_three() {
        var today = today();
        mentors.save(mentors.findById("maya").orElseThrow().away(today, today.plusDays(9), "mateo"));
        var backOn = today.plusDays(10).toString();

        assertThat(page("rosa").mentorAway()).isEqualTo(new Page.Away(backOn, "Mateo Sample"));
        assertThat(Objects.requireNonNull(page("maya").asMentor()).away())
                .isEqualTo(new Page.Away(backOn, "Mateo Sample"));
        assertThat(Objects.requireNonNull(page("mateo").asMentor()).covers())
                .containsExactly(new Page.Covered("Maya Sample", backOn));
        assertThat(Objects.requireNonNull(page("mateo").asMentor()).away()).isNull();
    }

    @Test
    void each_finds_how_to_reach_those_who_have_told_them() {
        reach("maya", "@maya", Reach.SeenBy.MENTOR_AND_MENTEES);
        reach("rosa", "@rosa", Reach.SeenBy.MENTOR_AND_MENTEES);
        reach("clara", "@clara", Reach.SeenBy.EVERYBODY);
        var mateos = page("mateo");

        assertThat(page("rosa").told().get("Maya Sample").reach()).isEqualTo("@maya");
        assertThat(page("rosa").told().get("Clara Sample").reach()).isEqualTo("@clara");
        assertThat(page("rosa").contacts()).containsExactly("Clara Sample");
        assertThat(page("rosa").reachable()).isTrue();
        assertThat(page("maya").told().get("Rosa Sample").reach()).isEqualTo("@rosa");
        assertThat(page("maya").told().get("Ravi Sample").reach()).isNull();
        assertThat(page("ravi").reachable()).isFalse();
        assertThat(mateos.told()).containsOnlyKeys("Clara Sample");

        reach("maya", "@maya", Reach.SeenBy.MENTOR_AND_MENTEES);
        mentorships.end(mentorships.ofMentee("rosa").orElseThrow().id(), "has learned enough");
        assertThat(page("rosa").told()).containsOnlyKeys("Clara Sample");
        assertThat(page("clara").contacts()).isEmpty();
    }

    @Test
    void whoever_covers_finds_the_mentees_they_are_there_for_and_they_find_them() {
        reach("rosa", "@rosa", Reach.SeenBy.MENTOR_AND_MENTEES);
        reach("mateo", "@mateo", Reach.SeenBy.MENTOR_AND_MENTEES);
        var today = today();
        mentors.save(mentors.findById("maya").orElseThrow().away(today, today.plusDays(9), "mateo"));

        assertThat(page("mateo").coveredMentees()).containsExactly("Ravi Sample", "Rosa Sample");
        assertThat(page("mateo").told().get("Rosa Sample").reach()).isEqualTo("@rosa");
        assertThat(page("rosa").told().get("Mateo Sample").reach()).isEqualTo("@mateo");
    }

    @Test
    void the_list_of_mentors_tells_what_they_say_about_themselves_and_not_how_to_reach_them() {
        programme
                .mentor("maya")
                .changesTheProfile(
                        "about", "I like maps.", "reach", "@maya", "reachSeenBy", "everybody", "capacity", 5);

        assertThat(seenBy("rosa", mentorList::entries))
                .extracting(MentorList.Entry::about)
                .containsExactly(null, "I like maps.");
        assertThat(page("rosa").told().get("Maya Sample").about()).isEqualTo("I like maps.");
    }

    private void reach(String id, String how, Reach.SeenBy seenBy) {
        reaches.save(
                reaches.findById(id).map(said -> said.saying(how, seenBy)).orElseGet(() -> Reach.of(id, how, seenBy)));
    }

    @Test
    void ten_mentees_take_no_more_reading_than_one() {
        givenMentor("mei", 20);
        givenMentor("musa", 20);
        givenRep("remy");
        mentorships.begin("remy", "musa");
        IntStream.range(0, 10).forEach(number -> {
            givenRep("rep" + number);
            mentorships.begin("rep" + number, "mei");
        });
        later(Period.ofDays(340));
        checkIns.startDue();
        runJobs();
        programme.mentor("musa").arrangesTheYearlyMeetingWith("remy", today().plusDays(2));
        IntStream.range(0, 10)
                .forEach(number ->
                        programme.mentor("mei").arrangesTheYearlyMeetingWith("rep" + number, today().plusDays(2)));

        assertThat(statements(() -> page("mei"))).isEqualTo(statements(() -> page("musa")));
        assertThat(page("mei").withMentees()).hasSize(10).allMatch(one -> one.meeting() != null);
    }

    @Test
    void the_list_of_mentors_leaves_out_who_is_none_any_more() {
        // What a diagram says is read once.
        seenBy("rosa", mentorList::entries);
        var forTwo = statements(() -> seenBy("rosa", mentorList::entries));
        givenMentor("mei", 1);
        givenMentor("musa", 3);
        givenMentor("milo", 3);
        givenMentor("mona", 3);
        var today = today();
        mentorships.begin(newRep("remy"), "mei");
        mentors.save(mentors.findById("musa").orElseThrow().away(today, today.plusDays(9), null));
        mentors.save(mentors.findById("milo").orElseThrow().becoming(Mentor.Status.INACTIVE));
        mentors.save(mentors.findById("mona").orElseThrow().resigned());
        mentors.save(mentors.findById("mateo").orElseThrow().withoutNewMenteesUntil(today));

        var listed = seenBy("rosa", mentorList::entries);

        assertThat(listed)
                .extracting(MentorList.Entry::name, MentorList.Entry::freePlaces, MentorList.Entry::backOn)
                .containsExactly(
                        tuple("Mateo Sample", 0, null),
                        tuple("Maya Sample", 3, null),
                        tuple("Mei Sample", 0, null),
                        tuple("Musa Sample", 3, today.plusDays(10).toString()));
        assertThat(listed.get(1).skills()).containsExactly("Coaching");
        // One more for each kind of mentor of whom the table says whether they can be asked for a session.
        assertThat(statements(() -> seenBy("rosa", mentorList::entries))).isBetween(forTwo, forTwo + 3);
    }

    /** Away from 10 to 20 December: in Auckland both come half a day before they come in Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2026-12-09T10:30:00Z, ",
        "Pacific/Auckland, 2026-12-09T12:00:00Z, 2026-12-21",
        "Pacific/Auckland, 2026-12-20T10:30:00Z, 2026-12-21",
        "Pacific/Auckland, 2026-12-20T11:30:00Z, ",
        "America/Los_Angeles, 2026-12-10T01:00:00Z, ",
        "America/Los_Angeles, 2026-12-10T09:00:00Z, 2026-12-21",
        "America/Los_Angeles, 2026-12-21T07:30:00Z, 2026-12-21",
        "America/Los_Angeles, 2026-12-21T08:30:00Z, "
    })
    void a_mentor_is_away_by_the_days_of_where_they_live(String zone, Instant moment, @Nullable String backOn) {
        givenMentor("mei", 5);
        givenRep("remy");
        mentorships.begin("remy", "mei");
        database.update("update mentor set time_zone = ? where id = 'mei'", zone);
        var first = LocalDate.of(2026, 12, 10);
        mentors.save(mentors.findById("mei").orElseThrow().away(first, first.plusDays(10), "mateo"));
        Today.goTo(moment);

        var away = backOn == null ? null : new Page.Away(backOn, "Mateo Sample");
        assertThat(page("remy").mentorAway()).isEqualTo(away);
        assertThat(Objects.requireNonNull(page("mei").asMentor()).away()).isEqualTo(away);
        assertThat(page("mei").starts().stream().map(Start::process).toList().contains("mentor-absence"))
                .isEqualTo(away == null);
        assertThat(Objects.requireNonNull(page("mateo").asMentor()).covers()).hasSize(away == null ? 0 : 1);
        assertThat(seenBy("rosa", mentorList::entries))
                .filteredOn(entry -> entry.name().equals("Mei Sample"))
                .extracting(MentorList.Entry::backOn, MentorList.Entry::timeZone)
                .containsExactly(tuple(backOn, zone));
    }

    /** No mentees until 10 December, which is over where the mentor lives before it is over in Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2026-12-10T10:30:00Z, 2026-12-10",
        "Pacific/Auckland, 2026-12-10T11:30:00Z, ",
        "America/Los_Angeles, 2026-12-11T07:30:00Z, 2026-12-10",
        "America/Los_Angeles, 2026-12-11T08:30:00Z, "
    })
    void a_break_is_over_when_the_mentors_own_day_is(String zone, Instant moment, @Nullable String until) {
        givenMentor("mei", 5);
        database.update("update mentor set time_zone = ? where id = 'mei'", zone);
        mentors.save(mentors.findById("mei").orElseThrow().withoutNewMenteesUntil(LocalDate.of(2026, 12, 10)));
        Today.goTo(moment);

        var asMentor = Objects.requireNonNull(page("mei").asMentor());
        assertThat(asMentor.noNewMenteesUntil()).isEqualTo(until);
        assertThat(asMentor.freePlaces()).isEqualTo(until == null ? 5 : 0);
    }

    private String newRep(String id) {
        givenRep(id);
        return id;
    }

    private List<String> waitingForTheMentorOf(String repId) {
        return waitingFor(Objects.requireNonNull(page(repId).withMentor()));
    }

    /** What the other one is to do, as far as whoever reads may know of it. */
    private static List<String> waitingFor(Together together) {
        return together.cases().stream()
                .flatMap(one -> one.awaited().stream())
                .filter(awaited -> together.name().equals(awaited.name()))
                .map(awaited -> String.valueOf(awaited.task()))
                .toList();
    }

    /** The page of somebody who has no part in anything. */
    private static Page nothingBut(String userId, Page page) {
        return new Page(
                Character.toUpperCase(userId.charAt(0)) + userId.substring(1),
                true,
                false,
                null,
                null,
                false,
                null,
                page.asMentor(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("Clara Sample", new Page.Told(null, null)),
                List.of(),
                List.of("Clara Sample"),
                false,
                page.starts());
    }

    @Test
    void whoever_leaves_reads_which_day_is_the_last_and_begins_nothing_more() {
        startAs("rosa", "leave-programme", Map.of("lastDay", today().plusDays(9).toString()));
        var rosa = page("rosa");
        assertThat(rosa.lastDay()).isEqualTo(today().plusDays(9).toString());
        assertThat(rosa.starts())
                .extracting(Start::process)
                .contains("my-profile")
                .doesNotContain("mentor-change", "coaching-training", "leave-programme");

        startAs(
                "clara",
                "leave-programme",
                Map.of("lastDay", today().plusDays(20).toString(), "onBehalfOf", "ravi"));
        assertThat(page("ravi").lastDay()).isEqualTo(today().plusDays(20).toString());
        assertThat(page("ravi").starts())
                .extracting(Start::process)
                .doesNotContain("mentor-change", "coaching-training", "leave-programme");
        assertThat(page("maya").lastDay()).isNull();
    }

    @Test
    void whose_mentor_is_gone_without_a_word_reads_that_the_council_decides() {
        assertThat(page("rosa").mentorGone()).isFalse();
        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'maya'");
        missing.notice(10);

        assertThat(page("rosa").mentorGone()).isTrue();
        assertThat(seenBy("rosa", mentorList::entries))
                .extracting(MentorList.Entry::name)
                .containsExactly("Mateo Sample");
    }

    private Page page(String userId) {
        return seenBy(userId, myMentorship::page);
    }

    private <T> T seenBy(String userId, Supplier<T> page) {
        var seen = new AtomicReference<T>();
        as(userId, () -> seen.set(page.get()));
        return Objects.requireNonNull(seen.get());
    }

    /** How many statements the database executes meanwhile. */
    private int statements(Runnable action) {
        database.execute("set query_statistics false");
        database.execute("set query_statistics true");
        action.run();
        return Objects.requireNonNull(database.queryForObject(
                "select sum(execution_count) from information_schema.query_statistics", Integer.class));
    }
}
