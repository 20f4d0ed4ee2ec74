package org.reps.mentoring.mymentorship;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.mymentorship.Starts.For.ONESELF;
import static org.reps.mentoring.mymentorship.Starts.For.SOMEBODY_ELSE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.calendar.Now;
import org.reps.mentoring.engine.cases.StartableProcesses.Startable;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mymentorship.Starts.For;

class StartsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
    private static final Now NOW = new Now(Instant.parse("2026-11-28T10:00:00Z"), userId -> ZoneOffset.UTC);
    private static final Mentor MENTOR = Mentor.registered("maya", 5, Set.of("Coaching"), Set.of("en"), "UTC");

    @Test
    void whoever_has_no_mentor_looks_for_one() {
        assertThat(starts(new Starts(true, false, false, null, Set.of())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "rep-onboarding", ONESELF,
                        "coaching-training", ONESELF,
                        "raise-concern", ONESELF,
                        "mail-settings", ONESELF,
                        "my-profile", ONESELF,
                        "programme-update", SOMEBODY_ELSE,
                        "welcome-back", SOMEBODY_ELSE,
                        "erase-person", SOMEBODY_ELSE,
                        "mentor-inactivity", SOMEBODY_ELSE));
    }

    @Test
    void whoever_has_a_mentor_does_not_look_for_one_and_can_change_them() {
        assertThat(starts(new Starts(true, false, true, null, Set.of())))
                .containsEntry("mentor-change", ONESELF)
                .containsEntry("how-we-keep-in-touch", ONESELF)
                .doesNotContainKeys("rep-onboarding", "mentor-absence", "mentor-resignation", "too-much");
    }

    @Test
    void nothing_is_started_twice() {
        assertThat(starts(new Starts(true, false, false, null, Set.of("rep-onboarding", "coaching-training"))))
                .doesNotContainKeys("rep-onboarding", "coaching-training");
        assertThat(starts(new Starts(true, false, true, null, Set.of("mentor-change"))))
                .doesNotContainKey("mentor-change");
        assertThat(starts(new Starts(
                        true, false, false, MENTOR, Set.of("mentor-absence", "mentor-resignation", "too-much"))))
                .doesNotContainKeys("mentor-absence", "mentor-resignation", "too-much");
        assertThat(starts(new Starts(true, false, false, null, Set.of("leave-programme"))))
                .doesNotContainKeys("leave-programme", "rep-onboarding", "coaching-training");
        // There may always be another concern.
        assertThat(starts(new Starts(true, false, false, null, Set.of("raise-concern"))))
                .containsKey("raise-concern");
    }

    @Test
    void a_mentor_nominates_others_goes_away_and_steps_down() {
        assertThat(starts(new Starts(true, false, false, MENTOR, Set.of())))
                .containsEntry("coaching-training", SOMEBODY_ELSE)
                .containsEntry("too-much", ONESELF)
                .containsEntry("mentor-absence", ONESELF)
                .containsEntry("mentor-resignation", ONESELF);
    }

    @Test
    void a_mentor_who_is_away_or_on_the_way_out_does_not_begin_it_again() {
        var away = MENTOR.away(TODAY.minusDays(1), TODAY, null);
        var leaving = MENTOR.resigning(TODAY.plusDays(9));

        assertThat(starts(new Starts(true, false, false, away, Set.of()))).doesNotContainKey("mentor-absence");
        assertThat(starts(new Starts(true, false, false, leaving, Set.of())))
                .doesNotContainKeys("mentor-resignation", "too-much");
    }

    @Test
    void an_inactive_mentor_has_no_time_to_take_off() {
        var inactive = MENTOR.becoming(Mentor.Status.INACTIVE);

        assertThat(starts(new Starts(true, false, false, inactive, Set.of())))
                .doesNotContainKeys("mentor-absence", "too-much");
    }

    @Test
    void whoever_is_no_rep_neither_looks_for_a_mentor_nor_becomes_one() {
        assertThat(starts(new Starts(false, false, false, null, Set.of())))
                .doesNotContainKeys("rep-onboarding", "mentor-change", "coaching-training");
    }

    @Test
    void a_contact_can_do_it_for_others() {
        assertThat(starts(new Starts(false, true, false, null, Set.of())))
                .containsEntry("rep-onboarding", SOMEBODY_ELSE)
                .containsEntry("mentor-change", SOMEBODY_ELSE)
                .containsEntry("welcome-back", SOMEBODY_ELSE)
                .containsEntry("erase-person", SOMEBODY_ELSE);
        // A contact who is a rep, too, still helps others once their own mentor is found.
        assertThat(starts(new Starts(true, true, true, null, Set.of())))
                .containsEntry("rep-onboarding", SOMEBODY_ELSE)
                .containsEntry("mentor-change", ONESELF);
    }

    @Test
    void whoever_may_ask_for_a_mentor_asks_with_what_makes_sense_for_them() {
        var mayStart = List.of(new Startable("rep-onboarding", "Look"), new Startable("mentor-change", "Change"));

        assertThat(new Starts(true, false, false, null, Set.of()).toAskForMentor(mayStart, NOW))
                .contains(new Start("rep-onboarding", "Look", ONESELF));
        assertThat(new Starts(true, false, true, null, Set.of()).toAskForMentor(mayStart, NOW))
                .contains(new Start("mentor-change", "Change", ONESELF));
        assertThat(new Starts(true, false, false, null, Set.of("rep-onboarding")).toAskForMentor(mayStart, NOW))
                .isEmpty();
        assertThat(new Starts(true, true, false, null, Set.of("rep-onboarding")).toAskForMentor(mayStart, NOW))
                .as("a contact who is a rep finds others in the list of what can be started")
                .isEmpty();
        assertThat(new Starts(false, true, false, null, Set.of()).toAskForMentor(mayStart, NOW))
                .as("a contact who is no rep asks for one")
                .contains(new Start("rep-onboarding", "Look", SOMEBODY_ELSE));
        assertThat(new Starts(false, false, false, null, Set.of()).toAskForMentor(mayStart, NOW))
                .isEmpty();
        assertThat(new Starts(true, false, false, null, Set.of()).toAskForMentor(List.of(), NOW))
                .isEmpty();
    }

    private static Map<String, For> starts(Starts starts) {
        var all = Stream.of(
                        "rep-onboarding",
                        "mentor-change",
                        "coaching-training",
                        "too-much",
                        "mentor-absence",
                        "mentor-resignation",
                        "mentor-inactivity",
                        "welcome-back",
                        "erase-person",
                        "programme-update",
                        "how-we-keep-in-touch",
                        "mail-settings",
                        "my-profile",
                        "raise-concern")
                .map(process -> new Startable(process, "Name of " + process))
                .toList();
        return starts.among(all, NOW).stream().collect(toMap(Start::process, Start::whom));
    }
}
