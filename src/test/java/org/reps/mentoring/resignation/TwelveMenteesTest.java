package org.reps.mentoring.resignation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mia guides twelve and steps down. Four mentors are recommended for eleven of them and each says no once; one mentee
 * is taken by nobody, one withdraws. After each commit somebody looks whether a mentor has too many mentees, or a
 * mentee no mentor.
 */
class TwelveMenteesTest extends ResignationTest {

    /** Whom Mia recommends for whom. The first of each list is the one to whom the mentor says no. */
    private static final Map<String, List<String>> RECOMMENDED = recommended();

    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicInteger commits = new AtomicInteger();

    /** Everybody who must have a mentor at every moment. */
    private final Set<String> guided = ConcurrentHashMap.newKeySet();

    @Autowired
    ConfigurableTransactionManager transactions;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource dataSource;

    private Collection<TransactionExecutionListener> before = List.of();

    private static Map<String, List<String>> recommended() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("anna", List.of("m01", "m02", "m03"));
        all.put("bela", List.of("m04", "m05", "m06"));
        all.put("cleo", List.of("m07", "m08", "m09"));
        all.put("dora", List.of("m10", "m11"));
        return all;
    }

    @BeforeEach
    void programme() {
        givenMentor("mia", 12);
        RECOMMENDED.forEach((mentorId, menteeIds) -> givenMentor(mentorId, menteeIds.size()));
        for (var i = 1; i <= 12; i++) {
            var mentee = String.format("m%02d", i);
            givenRep(mentee);
            mentorships.begin(mentee, "mia");
            guided.add(mentee);
        }
        givenContact("clara");
        register("carmen", Group.COUNCIL);
        before = transactions.getTransactionExecutionListeners();
        transactions.addListener(new TransactionExecutionListener() {
            @Override
            public void afterCommit(TransactionExecution committed, @Nullable Throwable failure) {
                look();
            }
        });
    }

    @AfterEach
    void nobodyLooksAnyMore() {
        transactions.setTransactionExecutionListeners(before);
    }

    @Test
    void twelve_mentees_are_placed_and_capacity_is_never_exceeded() throws Exception {
        var mia = programme.mentor("mia");
        var clara = programme.council("clara");
        mia.stepsDown(today().plusDays(60));
        RECOMMENDED.forEach((mentorId, menteeIds) -> mia.recommendsAsSuccessorFor(menteeIds, mentorId));
        // All free places are taken by that, so she is not asked about the last two.
        clara.acceptsTheResignation();
        assertThat(children())
                .hasSize(12)
                .allSatisfy(
                        (mentee, child) -> assertThat(child.getBusinessKey()).isEqualTo(mentee));

        // All four say no once; those mentees become open assignments.
        RECOMMENDED.forEach((mentorId, menteeIds) -> programme.mentor(mentorId).doesNotAgreeToMentor(menteeIds.get(0)));
        // One withdraws.
        guided.remove("m11");
        mentorships.end(mentorships.ofMentee("m11").orElseThrow().id(), "onboarding closed");
        runJobs();
        assertThat(children()).hasSize(11).doesNotContainKey("m11");

        for (var mentee : List.of("m02", "m03")) {
            goTo(mentee, "anna");
        }
        for (var mentee : List.of("m05", "m06")) {
            goTo(mentee, "bela");
        }
        for (var mentee : List.of("m08", "m09")) {
            goTo(mentee, "cleo");
        }
        goTo("m01", "bela");
        goTo("m04", "cleo");
        goTo("m07", "dora");
        // Two want the last place with Anna, and say so at the same moment.
        for (var mentee : List.of("m10", "m12")) {
            programme.mentor("anna").offersToMentor(mentee);
        }
        for (var mentee : List.of("m10", "m12")) {
            var meet = taskFor(mentee, "Activity_MeetProposedMentor").getId();
            as(mentee, () -> forms.submitTaskForm(meet, Map.of("repAnswer", "yes")));
        }
        atOnce(beginning());
        runJobs();
        var placed = mentorships.ofMentee("m10").orElseThrow().mentorId().equals("anna") ? "m10" : "m12";
        var left = placed.equals("m10") ? "m12" : "m10";
        assertThat(mentorships.menteesOf("anna")).containsExactlyInAnyOrder("m02", "m03", placed);
        assertThat(mentorships.ofMentee(left).orElseThrow().mentorId()).isEqualTo("mia");
        assertThat(mailsTo(left)).contains("You cannot start with Anna after all; we go on looking");

        // Nobody takes the other one.
        if (openTasksFor(left).contains("Activity_OfferToMentor")) {
            programme.mentor("dora").doesNotOfferToMentor(left);
        }
        clara.givesUpLookingFor(left, "Nobody at the moment");
        fire("Event_LastDayCome");
        assertThat(shown("Activity_PlaceRemaining", "clara").toString()).contains("\"placed\":10,\"all\":11");
        guided.remove(left);
        clara.leavesTheRemainingMenteesOpen();
        assertThat(openAssignments()).containsExactly(left);
        fire("Event_LastDayOver");

        assertThat(mentors.findById("mia").orElseThrow().status()).isEqualTo(Mentor.Status.RESIGNED);
        assertThat(people.isIn(Group.MENTORS, "mia")).isFalse();
        assertThat(bodyOf("mentor-retired-council", "carmen")).contains("Mentees guided: 12");
        assertThat(openAssignments()).containsExactly(left);
        assertThat(mentorships.load(RECOMMENDED.keySet()))
                .isEqualTo(Map.of("anna", 3, "bela", 3, "cleo", 3, "dora", 1));
        assertThat(wrong).isEmpty();
        assertThat(commits.get()).isGreaterThan(200);
    }

    @Test
    void whoever_looks_notices_too_many_mentees_and_a_mentee_without_a_mentor() {
        transaction.executeWithoutResult(status -> database.update("update mentor set capacity = 11 where id = 'mia'"));
        assertThat(wrong).contains("mia has too many mentees");
        mentorships.end(mentorships.ofMentee("m01").orElseThrow().id(), "over");
        assertThat(wrong).contains("11 of 12 are guided");
    }

    /** Works on the answers of mentees until their mentorships begin with the very next jobs. */
    private List<Callable<Boolean>> beginning() {
        List<Job> jobs;
        while (!(jobs = management
                        .createJobQuery()
                        .messages()
                        .activityId("Activity_MeetProposedMentor")
                        .list())
                .isEmpty()) {
            management.executeJob(jobs.get(0).getId());
        }
        var all = new ArrayList<Callable<Boolean>>();
        for (var job : management
                .createJobQuery()
                .messages()
                .activityId("Activity_BeginMentorship")
                .list()) {
            all.add(() -> {
                management.executeJob(job.getId());
                return true;
            });
        }
        assertThat(all).hasSize(2);
        return all;
    }

    private void look() {
        commits.incrementAndGet();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            try (var tooMany = statement.executeQuery("""
                    select m.id from mentor m where m.capacity < (select count(*) from mentorship p
                    where p.mentor_id = m.id and p.running_mentee is not null)""")) {
                while (tooMany.next()) {
                    wrong.add(tooMany.getString(1) + " has too many mentees");
                }
            }
            var mustHave = Set.copyOf(guided);
            var have = new ArrayList<String>();
            try (var running =
                    statement.executeQuery("select running_mentee from mentorship where running_mentee is not null")) {
                while (running.next()) {
                    have.add(running.getString(1));
                }
            }
            if (!have.containsAll(mustHave)) {
                have.retainAll(mustHave);
                wrong.add(have.size() + " of " + mustHave.size() + " are guided");
            }
        } catch (SQLException e) {
            wrong.add(String.valueOf(e));
        }
    }
}
