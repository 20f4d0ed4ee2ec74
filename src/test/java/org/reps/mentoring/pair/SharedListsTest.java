package org.reps.mentoring.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.reps.mentoring.Today.today;
import static org.reps.mentoring.pair.SharedLists.Which.GOALS;
import static org.reps.mentoring.pair.SharedLists.Which.PLAN;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.checkin.EarlierMeetings;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.mentorship.Goal;
import org.reps.mentoring.mentorship.GoalChange.Kind;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Maya guides Rosa, and they have made a plan for the year; Ravi is another mentee of hers. */
class SharedListsTest extends ProgrammeTest {

    @Autowired
    SharedLists lists;

    @Autowired
    EarlierMeetings meetings;

    @Autowired
    IdentityService identity;

    private String together = "";

    @BeforeEach
    void givenAPlan() {
        givenMentor("maya", 5);
        givenRep("rosa");
        givenRep("ravi");
        mentorships.begin("rosa", "maya");
        mentorships.begin("ravi", "maya");
        var mentorship = mentorships.ofMentee("rosa").orElseThrow();
        together = mentorship.id();
        meetings.keep(Map.of(
                mentorship, new LastPlan(today(), "Run a workshop\n\n- Find a co-organiser\nRun a workshop", "")));
    }

    @AfterEach
    void nobodyIsThere() {
        identity.clearAuthentication();
    }

    @Test
    void each_line_of_the_plan_is_a_point_and_what_is_changed_is_kept_with_who_did_it() {
        assertThat(plan("maya"))
                .extracting(SharedLists.Shown::words)
                .containsExactly("Run a workshop", "Find a co-organiser");
        var first = plan("rosa").get(0);
        change("rosa", first.id(), 1, Kind.REACHED, null);
        change("maya", plan("maya").get(1).id(), 1, Kind.REWORDED, "Find two co-organisers");
        here("maya");
        lists.write(PLAN, together, "Rest");

        var now = plan("rosa");
        assertThat(now)
                .extracting(SharedLists.Shown::words)
                .containsExactly("Run a workshop", "Find two co-organisers", "Rest");
        assertThat(now.get(0).state()).isEqualTo(Goal.State.REACHED);
        assertThat(now.get(0).history()).extracting(SharedLists.Change::by).containsExactly("Maya Sample", null);
        here("rosa");
        assertThat(lists.asItStands(GOALS, together)).isEmpty();
    }

    @Test
    void whoever_is_too_late_is_told_and_what_stands_there_stays() {
        var point = plan("rosa").get(0).id();
        change("rosa", point, 1, Kind.REWORDED, "Run two workshops");

        assertThatExceptionOfType(AnsweredAlready.class)
                .isThrownBy(() -> change("maya", point, 1, Kind.REWORDED, "Run three workshops"));

        assertThat(plan("maya").get(0).words()).isEqualTo("Run two workshops");
    }

    @Test
    void nobody_else_reads_or_changes_it_and_no_other_plan_has_its_points() {
        var point = plan("rosa").get(0).id();

        here("ravi");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> lists.asItStands(PLAN, together));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> lists.write(PLAN, together, "Mine"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> lists.change(PLAN, together, point, 1, Kind.REACHED, null));
        var own = mentorships.ofMentee("ravi").orElseThrow().id();
        assertThatExceptionOfType(Refusal.class)
                .as("without a meeting there is no plan")
                .isThrownBy(() -> lists.write(PLAN, own, "Mine"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> lists.change(GOALS, own, point, 1, Kind.REACHED, null));
    }

    private List<SharedLists.Shown> plan(String userId) {
        here(userId);
        return lists.asItStands(PLAN, together);
    }

    private void change(String userId, String id, int seen, Kind kind, String words) {
        here(userId);
        lists.change(PLAN, together, id, seen, kind, words);
    }

    private void here(String userId) {
        identity.setAuthentication(userId, List.of());
    }
}
